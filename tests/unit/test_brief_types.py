"""Tables of types in, types or every fault of the table out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefkit import packaged
from briefkit.brief_types import OWN, TOP, BriefType, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.errors import ConfigError
from briefkit.parse.roles import ROLES


@pytest.mark.parametrize("name", BRIEF_TYPES)
def test_every_type_has_a_file_that_can_be_read(name: str) -> None:
    made = make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES)
    assert made.name == name
    assert made.about


@pytest.mark.parametrize("name", [name for name in BRIEF_TYPES if name != "note"])
def test_every_type_limits_words_and_says_whose_limit_it_is(name: str) -> None:
    words = make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES).words
    assert words is not None
    assert 0 < words.aim < words.most
    assert words.guidance != OWN


def test_a_note_asks_for_nothing() -> None:
    note = make_type("note", packaged.built_in_type("note"), "note.toml", ROLES)
    assert note == BriefType("note", note.about)


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
        ({"limits": [{"roles": ["summary"], "aim": 3}]}, "'limits' needs aim and most"),
        ({"limits": [{"roles": ["summary"], "aim": 3, "most": 2}]}, "'limits' has an aim above its most"),
        ({"limits": [{"aim": 3, "most": 4}]}, "one of 'limits' has no roles"),
        ({"limits": [{"roles": ["sumary"], "aim": 3, "most": 4}]}, "no role 'sumary'; did you mean 'summary'?"),
        ({"limits": [3]}, "'limits' must be a table"),
        ({"order": ["summary"]}, "'order' must be a table"),
        ({"order": {"roles": "summary"}}, "'order.roles' must be a list"),
        ({"order": {"roles": ["summary", ["risk"]]}}, "there is no role 'risk'; did you mean 'risks'?"),
        ({"order": {"roles": ["summary", ["risks", "summary"]]}}, "'order' has 'summary' twice"),
        ({"order": {"roles": [[["risks"]]]}}, "there is no role '['risks']'"),
        ({"counts": {"pages": {"most": 1}}}, "'counts' has no 'pages'"),
        ({"counts": {"options": 3}}, "'counts.options' must be a table"),
        ({"counts": {"options": {"status-quo": 1}}}, "'counts.options.status-quo' must be true or false"),
    ],
)
def test_a_fault_of_a_table_is_told(table: dict[str, object], fault: str) -> None:
    with pytest.raises(ConfigError) as raised:
        make_type("own", table, "own.toml", ROLES)
    assert fault in raised.value.message


def test_a_fault_is_told_with_its_line_where_its_word_stands_in_one_only() -> None:
    text = 'about = 3\n\n[[needs]]\nroles = ["risk"]\n\n[[needs]]\nroles = ["risk", "limit"]\n'
    with pytest.raises(ConfigError) as raised:
        make_type("own", tomllib.loads(text), "own.toml", ROLES, text)
    assert "'about' must be text (line 1); there is no role 'risk'; did you mean 'risks'?;" in raised.value.message
    assert "there is no role 'limit'; did you mean 'limits'? (line 7)" in raised.value.message


def test_bounds_that_no_brief_can_keep_are_told_with_their_line() -> None:
    text = "[counts.options]\nleast = 3\nmost = 2\n\n[counts.recommendations]\nstatus-quo = true\nmost = 5\n"
    with pytest.raises(ConfigError) as raised:
        make_type("own", tomllib.loads(text), "own.toml", ROLES, text)
    assert "'counts.options' has a least of 3 above its most of 2 (line 3)" in raised.value.message
    assert "'counts.recommendations.status-quo' is for options" in raised.value.message
    assert raised.value.message.endswith("(line 6)")


def test_the_type_that_the_documentation_shows_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "docs" / "types.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
    made = make_type("own", tomllib.loads(text), "own.toml", ROLES)
    assert made.order.groups == (("summary",), ("problem", "evidence"), ("recommendations",))
    assert set(tomllib.loads(text)) == set(TOP)
