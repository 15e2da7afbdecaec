"""Items of CSL-JSON: what of an entry goes where. That they are pandoc's is tested in test_agreement."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.library import read_library, resolve
from briefkit.library.csl import as_csl


def item(fields: str, kind: str = "book", more: str = "") -> dict[str, Any]:
    """The item of one entry."""
    library = read_library([("references.bib", f"@{kind}{{a, {fields}}}\n{more}")])
    return as_csl(resolve(library, ["a"])[0])


def test_an_entry_without_fields_has_an_id_and_a_type() -> None:
    assert item("") == {"id": "a", "type": "book"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Art of {B}read in {New York}", "The art of Bread in New York"),
        ("Prices: A History. The End of It", "Prices: A history. The end of it"),
        ("On H$_2$O and Cu\\textsubscript{2}O", "On H$_2$O and Cu<sub>2</sub>O"),
        ("Water at 25~$^\\circ$C and 30 \u00b0C", "Water at 25\u00a0$^\\circ$C and 30 \u00b0C"),
        ("NATO and iPhone in H1N1", "NATO and iPhone in H1N1"),
        (r"\emph{Ex Ante} Work", "<i>Ex ante</i> work"),
        (r"\emph{On \emph{Water}}", '<i>On <span style="font-style:normal;">water</span></i>'),
        (r"On \foo{Bar Baz}", r"On \foo{Bar Baz}"),
    ],
)
def test_an_english_title_is_in_sentence_case(title: str, expected: str) -> None:
    assert item(f"title = {{{title}}}")["title"] == expected


def test_a_title_in_another_language_keeps_its_capitals() -> None:
    assert item("title = {Die Preise der Welt}, langid = {ngerman}")["title"] == "Die Preise der Welt"


def test_titles_are_joined_and_shortened() -> None:
    found = item("title = {Who Pays?}, subtitle = {A Look}, titleaddon = {Second Try}")
    assert found["title"] == "Who pays? A look. Second try"
    assert found["title-short"] == "Who pays?"


def test_a_chapter_has_the_title_of_its_book_whatever_the_book_is() -> None:
    found = item("title = {X}, crossref = {b}", "incollection", "@book{b, title = {The Whole}, date = {2001}}")
    assert (found["container-title"], found["issued"]) == ("The whole", {"date-parts": [[2001]]})


def test_what_is_there_to_sort_a_year_by_is_no_part_of_it() -> None:
    assert item(r'year = "{\noopsort{1973b}}1973", month = 5')["issued"] == {"date-parts": [[1973, 5]]}


def test_names_have_their_parts_and_others_is_said() -> None:
    assert item("author = {de la Cruz, Maria and {World Bank} and others}")["author"] == [
        {"family": "Cruz", "given": "Maria", "dropping-particle": "de la"},
        {"literal": "World Bank"},
        {"literal": "others"},
    ]


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {2020-05/2021}", {"date-parts": [[2020, 5], [2021]]}),
        ("date = {2010/..}", {"date-parts": [[2010], [0]]}),
        ("date = {1850~}", {"date-parts": [[1850]], "circa": True}),
        ("date = {-0043}", {"date-parts": [[-44]]}),
        ("year = 1999, month = {January}", {"date-parts": [[1999, 1]]}),
        ("year = {in press}", {"literal": "in press"}),
    ],
)
def test_dates_have_their_parts(fields: str, issued: dict[str, object]) -> None:
    assert item(fields)["issued"] == issued


def test_what_is_to_come_has_a_status() -> None:
    assert item("year = {in press}")["status"] == "in press"
    assert item("pubstate = {inpress}")["status"] == "in press"


@pytest.mark.parametrize(
    ("kind", "name"), [("article", "issue"), ("incollection", "collection-number"), ("report", "number")]
)
def test_a_number_is_what_it_is_for_the_type(kind: str, name: str) -> None:
    assert item("number = {12}", kind)[name] == "12"


def test_all_who_published_are_named() -> None:
    assert item("publisher = {A and {B and C}}, organization = {D}")["publisher"] == "D; A; B and C"


def test_addresses_and_dois_are_bare() -> None:
    found = item(r"url = {\url{https://x.example/a\_b}}, doi = {https://doi.org/10.1234/x}")
    assert (found["URL"], found["DOI"]) == ("https://x.example/a_b", "10.1234/x")


def test_braces_around_what_is_no_latex_are_left_out() -> None:
    found = item("isbn = {{978-3-16-148410-0}}, type = {{White paper}}", "report")
    assert (found["ISBN"], found["genre"]) == ("978-3-16-148410-0", "White paper")


def test_what_says_nothing_is_left_out() -> None:
    assert item("volume = {}, title = { }, date = {}") == {"id": "a", "type": "book"}


def test_a_type_that_no_style_knows_is_a_document() -> None:
    assert item("", "misc")["type"] == "document"
    assert item("", "conference")["type"] == "paper-conference"


def test_a_journal_that_is_a_macro_of_astronomers_is_named() -> None:
    assert (
        item(r"journal = {\mnras}", "article")["container-title"] == "Monthly Notices of the Royal Astronomical Society"
    )
