"""Tables of types in, types or every fault of the table out."""

from __future__ import annotations

import pytest

from briefkit import files
from briefkit.brief_types import OWN, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.errors import ConfigError
from briefkit.parse.roles import ROLES


@pytest.mark.parametrize("name", BRIEF_TYPES)
def test_every_type_has_a_file_that_can_be_read(name: str) -> None:
    made = make_type(name, files.built_in_type(name), f"{name}.toml", ROLES)
    assert made.name == name
    assert made.about


@pytest.mark.parametrize("name", [name for name in BRIEF_TYPES if name != "note"])
def test_every_type_limits_words_and_says_whose_limit_it_is(name: str) -> None:
    words = make_type(name, files.built_in_type(name), f"{name}.toml", ROLES).words
    assert words is not None
    assert 0 < words.aim < words.most
    assert words.guidance != OWN


def test_a_note_asks_for_nothing() -> None:
    note = make_type("note", files.built_in_type("note"), "note.toml", ROLES)
    assert (note.needs, note.words, note.counts, note.accountable) == ((), None, {}, False)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"worsd": {}}, "no 'worsd'; did you mean 'words'?"),
        ({"words": {"aim": 3}}, "'words' needs aim and most"),
        ({"words": {"aim": 3, "most": 2}}, "'words' has an aim above its most"),
        ({"words": {"aim": True, "most": 2}}, "'words.aim' must be a number"),
        ({"words": {"aim": -1, "most": 2}}, "'words.aim' must be a number from 0"),
        ({"words": 5}, "'words' must be a table"),
        ({"needs": [{"roles": ["risk"]}]}, "there is no role 'risk'; did you mean 'risks'?"),
        ({"needs": [{"roles": [["risk"]]}]}, "there is no role '['risk']'"),
        ({"needs": [{"guidance": "nobody"}]}, "one of 'needs' has no roles"),
        ({"needs": ["risks"]}, "'needs' must be a table"),
        ({"counts": {"pages": {"most": 1}}}, "'counts' has no 'pages'"),
        ({"counts": {"options": 3}}, "'counts.options' must be a table"),
        ({"counts": {"options": {"status-quo": 1}}}, "'counts.options.status-quo' must be true or false"),
    ],
)
def test_a_fault_of_a_table_is_told(table: dict[str, object], fault: str) -> None:
    with pytest.raises(ConfigError) as raised:
        make_type("own", table, "own.toml", ROLES)
    assert fault in raised.value.message
