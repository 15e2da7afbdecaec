"""Findings of one rule that are graver or slighter than others of it."""

from __future__ import annotations

import pytest

from briefkit.model import Reader, Severity
from tests.building import check_text


def severities(code: str, bib: str, pandoc: Reader) -> list[Severity]:
    """How grave the findings of a code are in a library of which a brief cites the entry `a`."""
    return [found.severity for found in check_text("It rose [@a].", pandoc, bib) if found.code == code]


@pytest.mark.parametrize("month", ["????", "n/a", "-", "??", "mars", "x"])
def test_a_month_without_a_figure_is_information(month: str, pandoc: Reader) -> None:
    assert severities("BIB321", f"@misc{{a, month = {{{month}}}}}", pandoc) == [Severity.INFO]


@pytest.mark.parametrize("month", ["13", "0", "2021-05", "99"])
def test_a_month_that_is_a_wrong_figure_is_a_warning(month: str, pandoc: Reader) -> None:
    assert severities("BIB321", f"@misc{{a, month = {{{month}}}}}", pandoc) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("code", "entry", "severity"),
    [
        ("BIB310", "@book{a, title = {\\product{Pumps}}}", Severity.WARNING),
        ("BIB310", "@book{a, title = {Pumps for $5}}", Severity.INFO),
        ("BIB316", "@book{a, address = {Paris}, location = {Lyon}}", Severity.WARNING),
        ("BIB316", "@inproceedings{a, address = {Paris}, location = {Lyon}}", Severity.INFO),
        ("BIB316", "@www{a, title = {Pumps}}", Severity.INFO),
        ("BIB317", "@article{a, title = {X}, journal = {J}, volume = 3, year = 2021}", Severity.INFO),
        ("BIB317", "@article{a, title = {X}, journal = {J}}", Severity.WARNING),
        ("BIB317", "@conference{a, author = {A}, title = {X}, journal = {J}, year = 2021}", Severity.INFO),
        ("BIB317", "@phdthesis{a, title = {X}, school = {S}, year = 2021}", Severity.WARNING),
        ("BIB317", "@misc{a, author = {A}, title = {X}, howpublished = {\\url{https://a.org/x}}}", Severity.INFO),
        ("BIB317", "@unpublished{a, author = {A}, title = {X}, note = {Manuscript}}", Severity.INFO),
        (
            "BIB317",
            "@inbook{a, author = {A}, title = {X}, publisher = {P}, pages = 2, year = 2001}",
            Severity.INFO,
        ),
        ("BIB317", "@article{a, author = {A}, title = {X}, eprint = {2101.00001}, year = 2021}", Severity.INFO),
        ("BIB317", "@article{a, author = {A}, title = {X}, journal = {J}, note = {(To appear)}}", Severity.INFO),
        (
            "BIB317",
            "@article{a, author = {A}, title = {X}, journal = {J}, note = {In presses}}",
            Severity.WARNING,
        ),
        ("BIB317", "@book{a, author = {A}, title = {X}, publisher = {P}}", Severity.WARNING),
        ("BIB312", "@book{a, author = {A}, title = {X}, Title = {X}, year = 2021}", Severity.INFO),
        ("BIB312", "@book{a, author = {A}, title = {X}, title = {Y}, year = 2021}", Severity.WARNING),
        ("BIB319", "@online{a, title = {X}, urldate = {May 6, 2019}}", Severity.INFO),
        ("BIB319", "@online{a, title = {X}, urldate = {2019-13}}", Severity.WARNING),
        ("BIB323", "@article{a, title = {X}, isbn = {0036-8075; 0036-8075}}", Severity.INFO),
        ("BIB323", "@article{a, title = {X}, isbn = {0036-8074}}", Severity.WARNING),
    ],
)
def test_what_is_usual_is_information(code: str, entry: str, severity: Severity, pandoc: Reader) -> None:
    assert severities(code, entry, pandoc) == [severity]


def hints(code: str, bib: str, pandoc: Reader) -> list[str]:
    """What the findings of a code on the entry `a` say is to be done."""
    return [found.hint for found in check_text("It rose [@a].", pandoc, bib) if found.code == code]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("isbn = {0378-5955}", "move it to 'issn'"),
        ("isbn = {0378-5955}, issn = {1050-124X}", "move it to 'issn'"),
        ("isbn = {0378-5955}, issn = {0378 5955}", "delete it: 'issn' has it"),
    ],
)
def test_a_number_in_the_field_of_another_belongs_there(fields: str, hint: str, pandoc: Reader) -> None:
    assert hints("BIB323", f"@book{{a, {fields}}}", pandoc) == [hint]


def test_pages_that_are_not_mended_are_not_written_out(pandoc: Reader) -> None:
    assert "12--15" not in hints("BIB337", "@book{a, pages = {p. 12-15 of the notes}}", pandoc)[0]


def test_the_family_name_that_bibtex_reads_is_shown_whole(pandoc: Reader) -> None:
    name = "World Health Organization Regional Office for the Eastern Mediterranean"
    said = [
        f.message for f in check_text("It rose [@a].", pandoc, f"@book{{a, author = {{{name}}}}}") if f.code == "BIB332"
    ]
    assert "family name 'for the Eastern Mediterranean'" in said[0]


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (
            "Organisation for Economic Co-operation and Development",
            "{Organisation for Economic Co-operation and Development}",
        ),
        ("Institute of Standards and Technology (IST)", "{Institute of Standards and Technology (IST)}"),
        ("Department of Health and UNDP", "{Department of Health} and UNDP"),
        ("World Bank and Eurostat", "{World Bank} and Eurostat"),
        ("Institute, National Water", "{National Water Institute}"),
        ("Department of Health, UK", "{Department of Health, UK}"),
    ],
)
def test_what_an_and_tears_off_a_name_is_written_into_its_braces(names: str, written: str, pandoc: Reader) -> None:
    assert hints("BIB332", f"@book{{a, author = {{{names}}}}}", pandoc)[0].startswith(f"write '{{{written}}}'")


def gravities(code: str, text: str, pandoc: Reader) -> list[tuple[Severity, int]]:
    """How grave the findings of a code on a brief are, and how many places each shows beside its own."""
    return [(found.severity, len(found.related)) for found in check_text(text, pandoc) if found.code == code]


def test_a_recommendation_on_open_claims_is_a_warning_that_shows_them(pandoc: Reader) -> None:
    claims = "# Costs {#costs}\n\nIn 2020, 12% of pumps stood still. In 2021, 13% of pumps stood still.\n\n"
    text = f'{claims}::: {{.recommendation supports="costs"}}\nTrain mechanics.\n:::\n'
    assert gravities("CLM112", text, pandoc) == [(Severity.WARNING, 2)]


def test_a_recommendation_on_nothing_is_information(pandoc: Reader) -> None:
    text = "---\ntitle: T\ntype: issue\n---\n\n::: {.recommendation}\nTrain mechanics.\n:::\n"
    assert gravities("CLM112", text, pandoc) == [(Severity.INFO, 0)]


OPTIONS = """---
title: T
type: options
---

# Criteria

- Cost: what does it take?
- Speed: how soon?
- Fairness: who gains?

# Options

- Keep: nothing changes.
- Repair: pumps are mended.
- Replace: pumps are bought.

| Option | Cost | Speed | Fairness |
|--------|------|-------|----------|
| Keep | Low | Slow | Poor |
| Repair | Low | Fast | Good |
| Replace | High | Slow | Good |
"""


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("| Replace |", "| Buy new |", Severity.INFO),
        ("| Replace | High | Slow | Good |\n", "", Severity.WARNING),
        ("Speed | Fairness |", "Speed | Equity |", Severity.INFO),
        ("- Fairness: who gains?\n", "", Severity.WARNING),
    ],
)
def test_what_may_be_one_in_other_words_is_information(old: str, new: str, severity: Severity, pandoc: Reader) -> None:
    assert {found for found, _ in gravities("DOC834", OPTIONS.replace(old, new), pandoc)} == {severity}


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        ("In 2022 the survey reached 1,250 households.", Severity.INFO),
        ("| Year | Households reached by the survey |\n|--|--|\n| 2022 | 1,250 |\n| 2023 | 1,410 |", Severity.WARNING),
    ],
)
def test_a_figure_that_two_sentences_have_for_two_years_is_information(
    other: str, severity: Severity, pandoc: Reader
) -> None:
    text = f"The survey reached 1,250 households in 2020 [@smith2021].\n\n{other}"
    assert {found for found, _ in gravities("CLM113", text, pandoc)} == {severity}
