"""The words of a sentence as the reports for reviewers show them."""

from __future__ import annotations

from briefkit.model import FORMULA, Place, Sentence
from briefkit.report.printed import readable

PLACE = Place("a.md", 1, 1, 1, 2)


def test_a_hard_blank_stays_and_a_line_ends_nowhere() -> None:
    said = Sentence("Il parle de «\u00a0facilité\u00a0»\n  et   de retard.", "", PLACE, 0)
    assert readable(said) == "Il parle de «\u00a0facilité\u00a0» et de retard."


def test_figures_above_and_below_the_line_stay_there() -> None:
    said = Sentence("A ton of CO2 is 106 grams.", "A ton of CO~2~ is 10^6^ grams.", PLACE, 0)
    assert readable(said) == "A ton of CO₂ is 10⁶ grams."


def test_a_formula_is_shown_as_typed_and_a_sum_of_money_is_none() -> None:
    said = Sentence(f"It costs $5 or US{FORMULA} 9 abroad).", "It costs $5 or US$7 (US$ 9 abroad).", PLACE, 0)
    assert readable(said) == "It costs $5 or US7 (US 9 abroad)."
    said = Sentence(f"Where {FORMULA} and {FORMULA}.", "Where $a =\nb$ and $$ c $$.", PLACE, 0)
    assert readable(said) == "Where a = b and c."
