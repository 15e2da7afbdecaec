"""A word and some candidates: which of them is near, and when none is offered."""

from __future__ import annotations

import pytest

from briefkit.near_misses import NearMisses, did_you_mean, near_miss


def test_a_swapped_letter_is_a_near_miss() -> None:
    assert near_miss("smiht2021", ["jones2020", "smith2021"]) == "smith2021"


def test_a_word_like_nothing_has_no_near_miss() -> None:
    assert near_miss("zebra", ["smith2021"]) == ""


def test_near_misses_look_past_capitals() -> None:
    assert near_miss("SMITH2021", ["smith2021"]) == "smith2021"


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert near_miss("smith2021", []) == ""


def test_a_near_miss_is_offered_as_a_question() -> None:
    assert did_you_mean("tilte", ["title"]) == "did you mean 'title'?"


def test_without_a_near_miss_nothing_is_offered() -> None:
    assert did_you_mean("zebra", ["title"]) == ""


def test_after_many_comparisons_no_near_miss_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.near_misses.MOST_COMPARED", 5)
    near = NearMisses(["smith2021", "jones2020"])
    assert [near.find(word) for word in ("smiht2021", "jonse2020", "smith2012", "smiht2021")] == [
        "smith2021",
        "jones2020",
        "",
        "smith2021",
    ]
