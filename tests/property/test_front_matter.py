"""Whatever stands in a front matter, what is wrong with it is told with its line, and nothing raises."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefkit.parse.front_matter import KEYS, read_head
from tests.fuzz.heads import head

NEARLY = (
    *("2026-12-01", "2026-12-01T06:00+01:00", "2026-02-30T06:00Z", "0000-0002-1825-0097", "0000-0002-1825-0079"),
    *("CC BY 4.0", "CC BY-XX 9.9", "LicenseRef-", "https://example.org/a?b", "https://", "en-GB", "en_GB", "1"),
)
SCALARS = st.sampled_from(NEARLY) | st.text("0123456789-:TZ+./?#@_ CBYcdeé\u00ad'\"[]{}", max_size=24)
PARTS = st.sampled_from(("name", "affiliation", "orcid", "email", "number", "other"))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(PARTS, inner, max_size=3)),
    max_leaves=6,
)


def as_yaml(value: object) -> str:
    """The value on one line, every text in quotes."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(inner)}" for key, inner in value.items()) + "}"
    return "'" + str(value).replace("'", "''").replace("\n", " ").replace("\r", " ") + "'"


@given(st.dictionaries(st.sampled_from([*KEYS, "titel", "x-own"]), VALUES, max_size=6))
def test_any_value_is_taken_or_told_in_its_line(values: dict[str, object]) -> None:
    lines = [f"{key}: {as_yaml(value)}" for key, value in values.items()]
    text = "\n".join(("---", *lines, "---", ""))
    for problem in read_head(text, "a.md").problems:
        assert problem.code == "DOC801"
        assert 1 <= problem.place.line <= len(lines) + 2
        assert problem.message


@given(st.randoms(use_true_random=False))
def test_any_head_gives_our_own_problems_only(choose: Random) -> None:
    assert {problem.code for problem in read_head(head(choose), "a.md").problems} <= {"DOC801", "DOC813"}


@given(st.text())
def test_any_text_between_the_fences_gives_our_own_problems_only(text: str) -> None:
    assert all(p.code == "DOC801" for p in read_head(f"---\n{text}\n---\n", "a.md").problems)
