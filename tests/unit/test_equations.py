"""Sums that a sentence writes out are done again."""

from __future__ import annotations

import pytest

from briefkit.evidence.equations import find_unequal
from briefkit.evidence.stated import Statement, known_by
from briefkit.model import Block, Place, Sentence
from briefkit.quantities import find_quantities

PLACE = Place("a.md", 1, 1, 1, 1)


def wrong(text: str, lang: str = "en") -> list[tuple[str, str]]:
    found = find_quantities(text, lang)
    statement = Statement(Sentence(text, text, PLACE, 0), Block("paragraph", "", PLACE), found, known_by(text, lang))
    return [(text[w.quantity.start : w.quantity.end], w.should) for w in find_unequal(statement)]


@pytest.mark.parametrize(
    ("text", "figure", "should"),
    [
        ("52% have air, 28% have shade and 30% nothing, together 100%.", "100%", "the parts make 110%"),
        (
            "It takes 12 million for rooms, 5 million for shading and 4 million for meters, 25 million in all.",
            "25 million",
            "the parts make 21 million",
        ),
        (
            "We pay 12 million euros for air, 5 million for shading and 4 million for meters, 25 million euros in all.",
            "25 million euros",
            "the parts make 21 million euros",
        ),
        ("In total, 300 homes: 120 public, 90 private and 100 municipal.", "300", "the parts make 310"),
        ("Costs: 12 + 5 + 4 = 25.", "25", "the figures give 21"),
        ("60,000 × 1,240 = 84.4 million", "84.4 million", "the figures give 74.4 million"),
        (
            "60,000 euros × 1,240 homes = 84.4 million euros",
            "84.4 million euros",
            "the figures give 74.4 million euros",
        ),
        ("The difference between 446 and 74 million is 272 million.", "272 million", "the difference is 372 million"),
        ("The difference between 446 and 74 million is 272.", "272", "the difference is 372"),
    ],
)
def test_a_result_that_is_wrong_is_told_with_the_right_one(text: str, figure: str, should: str) -> None:
    assert wrong(text) == [(figure, should)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "Es sind 12 Millionen für Wände, 5 Millionen für Bäume und 4 Millionen für Öfen, zusammen 25 Millionen.",
            "de",
        ),
        (
            "Il faut 12 millions aux murs, 5 millions pour l’ombre et 4 millions au sol, 25 millions au total.",
            "fr",
        ),
        ("Hay 120 públicas, 90 privadas y 100 municipales, en total 300.", "es"),
        ("São 120 públicas, 90 privadas e 100 municipais, ao todo 300.", "pt"),
        ("La différence entre 446 et 74 millions est de 272 millions.", "fr"),
    ],
)
def test_a_wrong_total_is_told_in_five_languages(text: str, lang: str) -> None:
    assert len(wrong(text, lang)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "52% have air, 28% have shade and 20% nothing, together 100%.",
        "52.4% have air, 28.3% have shade and 19.4% nothing, together 100%.",
        "It takes 12 million for rooms, 5 million for shading and 4 million for meters, 21 million in all.",
        "It takes 12.4 million for rooms, 5.4 million for shading and 4.4 million for meters, 22 million in all.",
        "In total, 300 homes: 120 public, 90 private and 90 municipal.",
        "In total, 300 homes: 120 public, 90 private and others.",
        "12 + 5 + 4 = 21.",
        "12 + 5 + 4 = 21 million.",
        "60,000 × 1,240 = 74.4 million",
        "12% × 300 = 36",
        "The difference between 446 and 74 million is 372 million.",
        "The difference between 446 and 74 million is 372.",
        "30 million euros, of which 12 for rooms, 5 for shading and 4 for meters.",
        "52% have air, 28% have shade and 30% have both, and in all 90% have one of them.",
        "About 12 towns, 5 cities and 4 villages, some 25 in all.",
        "In all, 300 homes: 120 with shade and 250 with air.",
        "In 2020 it sold 12 wells, 5 pumps and 4 meters, and in total 25 people worked there.",
        "2 + 3 = 5 + 0",
        "x = 5 + 12 = 17",
    ],
)
def test_what_is_right_or_no_list_is_quiet(text: str) -> None:
    assert wrong(text) == []
