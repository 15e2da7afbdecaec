"""Merges that git left to be settled."""

from __future__ import annotations

import pytest

from briefkit.merges import find_merges
from briefkit.strict_toml import parse_toml
from briefkit.strict_yaml import YamlError, load

MERGE = "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> branch\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (MERGE, ((0, 7),)),
        (f"x\n{MERGE}{MERGE}", ((2, 9), (50, 57))),
        ("<<<<<<< HEAD\n||||||| base\n=======\n>>>>>>> b", ((0, 7),)),
        ("<<<<<<< HEAD\n=======\n", ()),
        ("=======\n>>>>>>> b\n<<<<<<< a\n", ()),
        ("a <<<<<<< b\n=======\n>>>>>>> c\n", ()),
        ("<<<<<<<< HEAD\n=======\n>>>>>>> b\n", ()),
    ],
)
def test_a_merge_is_found_by_its_three_marks(text: str, found: tuple[tuple[int, int], ...]) -> None:
    assert find_merges(text) == found


def test_many_marks_without_an_end_take_a_moment() -> None:
    assert find_merges("<<<<<<< a\n" * 200_000) == ()


def test_settings_with_a_merge_say_so() -> None:
    with pytest.raises(ValueError, match=r"a merge was not settled.*\(at line 2\)"):
        parse_toml(f"\n{MERGE}")


def test_yaml_with_a_merge_says_so_at_its_line() -> None:
    with pytest.raises(YamlError, match="merge") as raised:
        load(f"title: A\n{MERGE}", "a.md", first_line=2)
    assert raised.value.place.line == 3
