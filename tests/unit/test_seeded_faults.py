"""The benchmark of planted faults in small: every rule on libraries and citations finds what nobody wrote for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
import seeded_faults
from good_entries import join
from good_library import make_entries
from seeded_faults import ERRORS_BAR, FOUND_BAR, SEED, Figures, measure, per_hundred, rules_without_faults, share_found

from briefkit.check import check_library
from briefkit.config import Config
from briefkit.library import read_library
from briefkit.pandoc import Worker

ENTRIES = 250
FAULTS = 150


@pytest.fixture(scope="module")
def figures(pandoc: Worker) -> Figures:
    """Every fault once, in a library that is small enough for a test."""
    return measure(SEED, ENTRIES, 1, pandoc)


def test_every_rule_on_libraries_and_citations_has_a_fault() -> None:
    assert rules_without_faults() == []


def test_there_are_as_many_faults_as_were_asked_for(figures: Figures) -> None:
    assert len({(one.planned.code, one.planned.what) for one in figures.outcomes}) >= FAULTS


def test_every_fault_befalls_an_entry(figures: Figures) -> None:
    assert [one.planned for one in figures.outcomes if not one.damaged] == []


def test_every_rule_finds_one_of_its_faults(figures: Figures) -> None:
    found = Counter(one.planned.code for one in figures.outcomes if one.found)
    assert {one.planned.code for one in figures.outcomes} - set(found) == set()


def test_nearly_all_faults_are_found_at_their_lines(figures: Figures) -> None:
    assert share_found(figures.outcomes) >= FOUND_BAR


def test_good_entries_have_hardly_any_errors() -> None:
    text = join([entry.text for entry in make_entries(SEED, seeded_faults.ENTRIES)])
    alarms = check_library(read_library([("references.bib", text)]), Config(), None, seeded_faults.TODAY)
    assert per_hundred(Figures((), alarms, (), seeded_faults.ENTRIES), "error") < ERRORS_BAR


def test_the_same_seed_gives_the_same_entries_and_another_one_others() -> None:
    first, again, other = (make_entries(seed, 50) for seed in (1, 1, 2))
    assert (first == again, first == other) == (True, False)


def test_what_is_told_elsewhere_is_not_found(figures: Figures) -> None:
    one = replace(figures.outcomes[0], found=False)
    assert share_found([one]) == 0
