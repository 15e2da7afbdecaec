"""French blanks and the quotation marks of a language come into the tree, and nowhere else."""

from __future__ import annotations

import pytest

from briefkit.assemble import tree
from briefkit.assemble.spacing import spaced, spaced_text, with_ranges_in_spans, with_whole_ranges
from briefkit.pandoc import Worker
from briefkit.parse.prepare import READER

HARD, NARROW = "\u00a0", "\u202f"


def printed(text: str, pandoc: Worker, lang: str = "fr") -> str:
    return tree.plain(spaced(pandoc.read(text, READER).ast["blocks"], lang))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Une phrase : deux points.", f"Une phrase{HARD}: deux points."),
        ("Vrai ; faux ! Quoi ? Bon.", f"Vrai{NARROW}; faux{NARROW}! Quoi{NARROW}? Bon."),
        ("Elle dit « oui ».", f"Elle dit «{HARD}oui{HARD}»."),
        ("Un prix de 12 % et de 3 €.", f"Un prix de 12{NARROW}% et de 3{HARD}€."),
        ("Il y a 1 248 000 points.", f"Il y a 1{NARROW}248{NARROW}000 points."),
        ("Un **mot** : fin.", f"Un mot{HARD}: fin."),
        ("Une ligne\n; suite.", f"Une ligne{NARROW}; suite."),
        (f"Déjà{NARROW}; bon{HARD}: oui.", f"Déjà{NARROW}; bon{HARD}: oui."),
        ("En 2020 300 communes.", "En 2020 300 communes."),
        ("Les 12,5 100 fois.", "Les 12,5 100 fois."),
        ("Voir `a ; b : c`.", "Voir a ; b : c."),
        ('Elle dit "oui".', f"Elle dit «{HARD}oui{HARD}»."),
    ],
)
def test_french_has_blanks_at_which_no_line_ends(typed: str, shown: str, pandoc: Worker) -> None:
    assert printed(typed, pandoc) == shown


@pytest.mark.parametrize(
    ("typed", "lang", "shown"),
    [
        ("On 18 December it flew 2,750 km.", "en-GB", "On 18\u00a0December it flew 2,750\u00a0km."),
        ("Winds of 17 m/s for 96 h.", "en-GB", "Winds of 17\u00a0m/s for 96\u00a0h."),
        ("Am 3. Mai (5 MW).", "de", "Am 3.\u00a0Mai (5\u00a0MW)."),
        ("In 2024 May came.", "en-GB", "In 2024 May came."),
        ("Table 2 shows it.", "en-GB", "Table 2 shows it."),
    ],
)
def test_a_day_and_its_month_and_a_figure_and_its_unit_are_one(
    typed: str, lang: str, shown: str, pandoc: Worker
) -> None:
    assert printed(typed, pandoc, lang) == shown


@pytest.mark.parametrize(
    ("typed", "lang", "shown"),
    [
        ("Etwa z. B. hier, i. d. R. dort.", "de", f"Etwa z.{HARD}B. hier, i.{HARD}d.{HARD}R. dort."),
        ("Nach § 8 Abs. 2 und Nr. 5 gilt das.", "de", f"Nach §{HARD}8 Abs.{HARD}2 und Nr.{HARD}5 gilt das."),
        ("Es sind 1,4 Mrd. € oder 38 %.", "de", f"Es sind 1,4{HARD}Mrd.{HARD}€ oder 38{HARD}%."),
        (
            "M. le président et Mme Durand, p. ex., y sont.",
            "fr",
            f"M.{HARD}le président et Mme{HARD}Durand, p.{HARD}ex., y sont.",
        ),
        ("It cost 2.1 million euros, 12 per cent more.", "en", f"It cost 2.1{HARD}million euros, 12 per cent more."),
        (
            "Lind et al. asked Dr Green and J. R. Brown.",
            "en",
            f"Lind et{HARD}al. asked Dr{HARD}Green and J.{HARD}R. Brown.",
        ),
        ("Review 18 (4): 311, November 22.", "en", f"Review 18{HARD}(4): 311, November{HARD}22."),
        ("Costó 3 millones y 5 %.", "es", f"Costó 3{HARD}millones y 5{HARD}%."),
        ("Take 5 per person. Option B. Nothing else.", "en", "Take 5 per person. Option B. Nothing else."),
    ],
)
def test_no_line_ends_within_an_abbreviation_or_before_what_counts_a_figure(
    typed: str, lang: str, shown: str, pandoc: Worker
) -> None:
    assert printed(typed, pandoc, lang) == shown


def wholes(typed: str, pandoc: Worker) -> list[str]:
    """What stands in spans that no line divides."""
    blocks = with_ranges_in_spans(pandoc.read(typed, READER).ast["blocks"])
    spans = (node for node in tree.walk(blocks) if node["t"] == "Span" and node["c"][0][1] == ["whole"])
    return [tree.plain(span["c"][1]) for span in spans]


def test_no_line_ends_within_a_range_of_figures(pandoc: Worker) -> None:
    assert wholes("From 2027–2035, pp. 12–19; **1998--99**.", pandoc) == ["2027–2035", "12–19", "1998–99"]


def test_only_a_range_of_figures_is_kept_whole(pandoc: Worker) -> None:
    assert wholes("A word – another, north–south, `1–2`, 1–2–3 and 1234567890123–1.", pandoc) == []


def test_a_brief_in_another_language_keeps_its_blanks(pandoc: Worker) -> None:
    assert printed("Is it 12 % : « so » ?", pandoc, "en-GB") == "Is it 12 % : « so » ?"


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "“so”"),
        ("de-AT", "„so“"),
        ("es", "«so»"),
        ("fr-CA", f"«{HARD}so{HARD}»"),
        ("pl", "“so”"),
        ("pt-BR", "“so”"),
        ("pt-PT", "«so»"),
        ("ar", "«so»"),
    ],
)
def test_straight_quotes_are_printed_as_the_language_has_them(lang: str, shown: str, pandoc: Worker) -> None:
    assert printed('"so"', pandoc, lang) == shown


def test_sources_in_one_citation_are_divided_as_french_divides() -> None:
    inlines = [tree.link("#a", tree.words("A 2020")), *tree.words("; B 2021, 3; C 2022")]
    (made,) = spaced([tree.para([{"t": "Cite", "c": [[], inlines]}])], "fr")
    assert tree.plain(made) == f"A 2020{NARROW}; B 2021, 3{NARROW}; C 2022"


def test_a_style_that_divides_as_french_does_is_left_as_it_is() -> None:
    inlines = [tree.link("#a", tree.words("A 2020")), *tree.words(" ; B 2021")]
    inlines.insert(1, {"t": "Space"})
    (made,) = spaced([tree.para([{"t": "Cite", "c": [[], inlines]}])], "fr")
    assert tree.plain(made) == f"A 2020{NARROW}; B 2021"


def test_a_line_of_plain_text_has_the_same_blanks() -> None:
    assert spaced_text("Eau : « payer » 12 % ?", "fr") == f"Eau{HARD}: «{HARD}payer{HARD}» 12{NARROW}%{NARROW}?"
    assert spaced_text("Water : 12 %", "en") == "Water : 12 %"


def test_no_line_of_display_type_ends_within_a_range_of_figures() -> None:
    assert with_whole_ranges("Utilities, 2027\u20132035") == "Utilities, 2027\u2013\u20602035"
