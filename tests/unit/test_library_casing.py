"""What in a title keeps its capital whatever a style does with the others."""

from __future__ import annotations

import pytest

from briefkit.library.casing import hold_addresses, hold_capitals, hold_openings, hold_small_words
from tests.moments import moments


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Vitamin D and hepatitis C: T cells (H)", "Vitamin {D} and hepatitis {C}: {T} cells ({H})"),
        ("The U.S.-E.U. deal and Ph.D. work", "The {U.S.}-{E.U.} deal and {Ph.D.} work"),
        ("Wells of type I, K-means and X-ray", "Wells of type {I}, {K}-means and {X}-ray"),
        ("Hepatitis A in towns", "Hepatitis {A} in towns"),
        ("What is in series A?", "What is in series {A}?"),
        ("A well in A town", "A well in A town"),
        ("\\emph{E. coli} in {\\em C. x}", "\\emph{{E}. coli} in {\\em {C}. x}"),
        ("{T} cells, {the U.S. view}, \\url{A B}", "{T} cells, {the U.S. view}, \\url{A B}"),
        ('F{\\"o}rderung, M\\"arz, \\v{C}ech', 'F{\\"o}rderung, M\\"arz, \\v{C}ech'),
        ("O'Brien, D'Arrigo, L\u2019Europe", "O'Brien, D'Arrigo, L\u2019Europe"),
        ("E\u0301tude, NATO, G20", "E\u0301tude, NATO, G20"),
        ("Water in H$_2$O at 25 \u00b0C", "Water in {H}$_2${O} at 25 \u00b0{C}"),
        ("Read \\url{x.org/H\\_a} on H\\_a", "Read \\url{x.org/H\\_a} on {H}\\_a"),
        ("} B {", "} {B} {"),
    ],
)
def test_letters_and_short_forms_keep_their_capital(title: str, held: str) -> None:
    assert hold_capitals(title) == held
    assert hold_capitals(held) == held


@pytest.mark.parametrize("unit", ["U.", "A ", "{B", "B}", "\\emph{C", "$D", "Hepatitis A ", "\\", "A.b"])
def test_a_title_of_very_many_characters_takes_a_moment(unit: str) -> None:
    with moments(20):
        hold_capitals(unit * (300_000 // len(unit)))


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Proc. of the Int. Conf. on Pumps", "Proc. {of} the Int. Conf. {on} Pumps"),
        ("Acme Ltd. v. Doe, Inc. et al.", "Acme Ltd. {v}. Doe, Inc. {et al}."),
        ("Pipes in the {U.S.} and elsewhere", "Pipes in the {U.S.} {and} elsewhere"),
        ("Pipes of 5 mm, 20~kg and 3\\,km, 10 kW", "Pipes of 5 {mm}, 20~{kg} and 3\\,{km}, 10 kW"),
        ("0.2\\,mm$^2$ of $5 mm$", "0.2\\,{mm}$^2$ of $5 mm$"),
        ("Gesetz- und Verordnungsblatt", "Gesetz- {und} Verordnungsblatt"),
        (
            "Spread of \\textit{{E}. coli} and {\\it Natrix cetti}",
            "Spread of {\\it {E. coli}} and {\\it {Natrix cetti}}",
        ),
        ("A look at \\emph{The Wells of Rome} now", "A look at \\emph{The Wells of Rome} now"),
        ("{Proc. of the 5 mm}", "{Proc. of the 5 mm}"),
        ("In 2020 some wells. A study", "In 2020 some wells. A study"),
        ("Water and Wells", "Water and Wells"),
    ],
)
def test_small_words_that_no_headline_makes_large_are_held(title: str, held: str) -> None:
    assert hold_small_words(title) == held
    assert hold_small_words(held) == held


@pytest.mark.parametrize("unit", ["U. of ", "5 mm ", "5 ", "\\emph{", "\\emph{E. coli} ", "{", " und", "$", "\\,"])
def test_the_small_words_of_very_many_characters_take_a_moment(unit: str) -> None:
    with moments(20):
        hold_small_words(unit * (300_000 // len(unit)))


def test_a_figure_below_the_line_without_braces_keeps_its_letters() -> None:
    assert hold_capitals("H\\textsubscript2O in wells") == "{H}\\textsubscript2{O} in wells"


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Notes of www.example.org/Notes", "Notes of {www.example.org/Notes}"),
        ("https://example.org (in use)", "{https://example.org} (in use)"),
        ("{www.example.org} and wwwhere", "{www.example.org} and wwwhere"),
    ],
)
def test_an_address_in_the_name_of_a_journal_is_held(name: str, held: str) -> None:
    assert hold_addresses(name) == held
    assert hold_openings(name) == held


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Wells of the dry.{LITTLE} town", "Wells of the {dry}.{LITTLE} town"),
        ("Pumps.Two: A Package", "{Pumps.Two}: A Package"),
        ("jane/pumps: A Package", "{jane/pumps}: A Package"),
        ("GitHub - jane/pumps: A Package", "GitHub - {jane/pumps}: A Package"),
        ("Pumps and/or wells", "Pumps and/or wells"),
        ("Proc. of Pumps. Wells", "Proc. of Pumps. Wells"),
    ],
)
def test_the_name_of_a_program_is_held_in_a_title(title: str, held: str) -> None:
    assert hold_openings(title) == held


def test_a_host_is_held_in_the_name_of_a_journal_and_so_is_a_small_word_with_an_accent() -> None:
    assert hold_addresses("pumps.example, Phys.Lett. B") == "{pumps.example}, Phys.Lett. B"
    assert hold_small_words("Zeitung für Pumpen") == "Zeitung {für} Pumpen"
