"""Degrees and marks on letters that stand in math are signs and letters; formulas stay formulas."""

from __future__ import annotations

import pytest

from briefkit.library.biblatex import as_biblatex
from briefkit.library.commands import spell_formulas
from briefkit.model import Field, Place, Source
from tests.moments import moments


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("Warming of 2$^\\circ$C and 3 $^{\\circ}$C", "Warming of 2°C and 3 °C"),
        ("Sch$\\ddot{\\mbox{o}}$n and M$\\ddot{\\rm u}$ller", "Schön and Müller"),
        ("Bl{$\\acute{a}$}ha and $\\hat{e}$tre", "Bláha and être"),
        ("Of $\\hat{x}$ and a$_\\circ$", "Of $\\hat{x}$ and a$_\\circ$"),
        ("A^\\circ and ${}^\\circ", "A^\\circ and ${}^\\circ"),
    ],
)
def test_what_is_no_formula_is_spelled(typed: str, spelled: str) -> None:
    assert spell_formulas(typed, is_name=False) == spelled


def test_a_letter_alone_is_one_of_a_name() -> None:
    assert spell_formulas("Doe, $\\acute{E}$.", is_name=True) == "Doe, É."


def test_no_blank_stands_before_the_end_of_a_title() -> None:
    fields = {"title": Field("{On wells }", 1), "note": Field("{A\\ }", 1)}
    written = as_biblatex([Source("a", "book", fields, Place("a.bib", 1, 1, 1, 2))])
    assert "{{On wells}}" in written
    assert "{{A\\ }}" in written


@pytest.mark.parametrize("unit", ["$", "{$", "$\\ddot{", "$^{", "a "])
def test_a_million_characters_take_a_moment(unit: str) -> None:
    with moments(30):
        spell_formulas(unit * (1_000_000 // len(unit)), is_name=True)
