"""Rules in, explanations out: the limits of the types with the guidance behind each."""

from __future__ import annotations

import pytest

from briefkit import packaged
from briefkit.brief_types import BriefType, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.parse.roles import ROLES
from briefkit.pipeline.explaining import explain_rule
from briefkit.rules import all_rules, heading_jump


def rows(name: str) -> list[list[str]]:
    """The rows of the table of a rule, without its head."""
    lines = [line for line in explain_rule(all_rules()[name]).splitlines() if line.startswith("| ")]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines[2:]]


def built_in(name: str) -> BriefType:
    return make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES)


TYPES = [built_in(name) for name in BRIEF_TYPES]


def test_every_length_is_told_with_its_guidance() -> None:
    told = [(row[0], row[4]) for row in rows("too-long")]
    assert told == [
        (kind.name, words.guidance)
        for kind in TYPES
        for words in (*([kind.words] if kind.words else []), *(limit.words for limit in kind.limits))
    ]


def test_every_section_that_is_needed_is_told_with_its_guidance() -> None:
    told = [(row[0], row[2]) for row in rows("missing-section")]
    assert told == [(kind.name, need.guidance) for kind in TYPES for need in kind.needs]


def test_every_count_is_told_with_its_guidance() -> None:
    told = [(row[0], row[1].replace(" ", "-"), row[4]) for row in rows("count-out-of-bounds")]
    assert told == [(kind.name, part, b.guidance) for kind in TYPES for part, b in kind.counts.items()]


def test_every_order_is_told_with_its_guidance() -> None:
    told = [(row[0], row[2]) for row in rows("section-order")]
    assert told == [(kind.name, kind.order.guidance) for kind in TYPES if kind.order.groups]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_status_quo_is_told_where_it_is_asked_for(kind: BriefType) -> None:
    told = any(row[0] == kind.name and "status quo" in row[2] for row in rows("count-out-of-bounds"))
    assert told == any(bounds.status_quo for bounds in kind.counts.values())


def test_a_rule_without_limits_is_explained_by_its_own_words() -> None:
    assert explain_rule(heading_jump).endswith("## Repairs")
