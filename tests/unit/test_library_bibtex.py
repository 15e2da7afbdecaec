"""Sources in the names of BibTeX: nothing is lost, and what BibTeX cannot say keeps its name."""

from __future__ import annotations

import pytest

from briefkit.library import resolve
from briefkit.library.bibtex import as_bibtex, write_entries
from briefkit.library.braces import balance, spell_braces
from tests.building import make_library


def written(bib: str) -> str:
    library = make_library(bib)
    return write_entries(as_bibtex(source) for source in resolve(library, tuple(library.sources)))


def fields(bib: str) -> dict[str, str]:
    (source,) = make_library(written(bib)).sources.values()
    return {name: field.value for name, field in source.fields.items()}


def kind(bib: str) -> str:
    return written(bib).partition("{")[0]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("report", "techreport"),
        ("online", "misc"),
        ("collection", "book"),
        ("article", "article"),
        ("phdthesis", "phdthesis"),
        ("conference", "conference"),
        ("dataset", "misc"),
    ],
)
def test_a_type_gets_its_name(typed: str, expected: str) -> None:
    assert kind(f"@{typed}{{a, title = {{A}}}}") == f"@{expected}"


def test_a_thesis_is_told_by_its_type() -> None:
    assert kind("@thesis{a, type = {mathesis}}") == "@mastersthesis"
    assert "type" not in fields("@thesis{a, title = {A}, type = {mathesis}}")


def test_a_thesis_of_no_type_is_not_called_a_doctor_s() -> None:
    assert fields("@thesis{a, title = {A}}") == {"title": "A", "type": "Thesis", "entrytype": "thesis"}


def test_a_chapter_of_a_book_is_no_inbook_of_bibtex() -> None:
    assert kind("@inbook{a, title = {A}, booktitle = {B}}") == "@incollection"
    assert kind("@inbook{a, title = {A}, chapter = {2}}") == "@inbook"


def test_a_type_that_bibtex_has_not_is_kept_in_a_field() -> None:
    assert fields("@dataset{a, title = {A}}")["entrytype"] == "dataset"


def test_fields_get_their_names() -> None:
    bib = "@article{a, journaltitle = {J}, location = {L}, annotation = {N}, eprinttype = {arxiv}}"
    assert fields(bib) == {"journal": "J", "address": "L", "annote": "N", "archiveprefix": "arxiv"}


def test_the_institution_of_a_thesis_is_its_school() -> None:
    assert fields("@phdthesis{a, institution = {U}}") == {"school": "U"}


def test_a_name_that_is_taken_is_not_taken_twice() -> None:
    assert fields("@article{a, journaltitle = {J}, journal = {K}}") == {"journaltitle": "J", "journal": "K"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021", {"year": "2021"}),
        ("2021-05", {"year": "2021", "month": "may"}),
        ("2021-05-03", {"year": "2021", "month": "may", "day": "3"}),
        ("2019/2021", {"year": "2019", "date": "2019/2021"}),
        ("2021-21", {"year": "2021", "date": "2021-21"}),
        ("soon", {"date": "soon"}),
        ("-0380", {"year": "-381"}),
        ("-0380/-0350", {"year": "-381", "date": "-0380/-0350"}),
        ("0380", {"year": "0380"}),
    ],
)
def test_a_date_becomes_a_year_and_more(date: str, expected: dict[str, str]) -> None:
    assert fields(f"@misc{{a, date = {{{date}}}}}") == expected


def test_a_date_beside_a_year_is_left_alone() -> None:
    assert fields("@misc{a, date = {2021-05}, month = {6}}") == {"date": "2021-05", "month": "jun"}


def test_a_month_is_the_string_that_styles_define() -> None:
    assert "  month = may,\n" in written("@misc{a, month = {5}}")


def test_title_and_subtitle_are_one() -> None:
    assert fields("@book{a, title = {Wells}, subtitle = {A Story}}") == {"title": "Wells: {A} Story"}
    assert fields("@book{a, title = {Wells?}, subtitle = {A Story}}") == {"title": "Wells? {A} Story"}


def test_a_subtitle_that_begins_with_a_command_or_a_small_letter_is_left_as_typed() -> None:
    for subtitle in ("{Aid} and More", "\\emph{Aid}", "aid and more", "2020 and After"):
        assert fields(f"@book{{a, title = {{Wells}}, subtitle = {{{subtitle}}}}}") == {"title": f"Wells: {subtitle}"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("family=Beck, given=Hans, prefix=von, useprefix=true", "von Beck, Hans"),
        ("given=Hans, family=Beck", "Beck, Hans"),
        ("family=Beck, given=Hans, suffix=Jr", "Beck, Jr, Hans"),
        ("family=Plato", "Plato"),
        ("family={Water Office}", "{Water Office}"),
        ("family=de Beck, given=Hans", "{de Beck}, Hans"),
        ("Smith, Ann and family=Beck, given=Hans, given-i=H and others", "Smith, Ann and Beck, Hans and others"),
        ("Smith,  Ann and {A = B}", "Smith,  Ann and {A = B}"),
    ],
)
def test_names_by_their_parts_are_names_of_bibtex(typed: str, expected: str) -> None:
    assert fields(f"@book{{a, author = {{{typed}}}}}") == {"author": expected}


def test_the_fixed_words_of_biblatex_are_words() -> None:
    bib = "@patent{a, location = {countryfr and countryuk and Berlin}, type = {patentus}}"
    told = {"address": "France and United Kingdom and Berlin", "type": "U.S. patent", "entrytype": "patent"}
    assert fields(bib) == told
    assert fields("@thesis{a, type = {bathesis}}")["type"] == "Bachelor\u2019s thesis"


def test_an_issue_has_its_title_and_that_of_its_journal() -> None:
    bib = "@periodical{a, title = {Wells}, subtitle = {A Journal}, issuetitle = {Pumps}, issuesubtitle = {And More}}"
    assert fields(bib) == {
        "journal": "Wells: {A} Journal",
        "title": "Pumps: {And} More",
        "entrytype": "periodical",
    }
    assert fields("@periodical{a, title = {Wells}}") == {"title": "Wells", "entrytype": "periodical"}


def test_what_bibtex_cannot_say_keeps_its_name() -> None:
    bib = "@article{a, urldate = {2021-01-02}, pubstate = {inpress}, x-own = {{a} b}, maintitle = {M}}"
    assert fields(bib) == {"urldate": "2021-01-02", "pubstate": "inpress", "x-own": "{a} b", "maintitle": "M"}


def test_what_is_inherited_is_written() -> None:
    bib = "@book{b, title = {B}, date = {2021}}\n@inbook{a, title = {A}, crossref = {b}}"
    assert "  booktitle = {B},\n" in written(bib).partition("@incollection")[2]


def test_bibtex_stays_as_it_is() -> None:
    bib = "@techreport{a,\n  author = {{Water Office}},\n  title = {A},\n  year = {2021},\n  month = may,\n}\n"
    assert written(bib) == bib


def test_an_entry_written_anew_is_read_as_it_was() -> None:
    bib = '@misc{a, title = "A {B} C", note = {100% \\& {"x"}}, url = {https://x.org/a_b%20c}, empty = {}}\n'
    library = make_library(bib)
    again = make_library(write_entries(library.sources.values()))
    first, second = library.sources["a"], again.sources["a"]
    assert {n: f.value for n, f in first.fields.items()} == {n: f.value for n, f in second.fields.items()}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{A \\} b}", "A \\textbraceright{} b"),
        ("{\\{ A \\}}", "\\{ A \\}"),
        ('"A } \\} b"', "A \\textbraceright{} \\textbraceright{} b"),
        ('"A { b"', "A \\textbraceleft{} b"),
        ('"A \\{ b } c"', "A \\textbraceleft{} b \\textbraceright{} c"),
        ("{A \\} {b}}", "A \\textbraceright{} {b}"),
    ],
)
def test_braces_without_a_partner_are_written_so_that_bibtex_can_read_them(typed: str, expected: str) -> None:
    text = written(f"@misc{{a, title = {typed}}}\n")
    assert f"  title = {{{expected}}},\n" in text
    assert make_library(text).problems == ()


def test_a_brace_without_a_partner_in_an_address_is_written_as_addresses_have_it() -> None:
    assert "url = {https://x.org/%7Da}" in written('@misc{a, url = "https://x.org/}a"}\n')


def test_a_brace_behind_two_backslashes_is_bare() -> None:
    library = make_library(
        '@misc{a, title = {Ends\\\\}, note = "Ends\\\\", year = 2001}\n'
        "@misc{b, title = {Sets \\\\{x\\\\} and \\{y\\}}, year = 2002}"
    )
    assert not library.problems
    assert library.sources["a"].text("title") == library.sources["a"].text("note") == "Ends\\\\"
    assert library.sources["b"].text("title") == "Sets \\\\{x\\\\} and \\{y\\}"


@pytest.mark.parametrize(
    ("value", "spelled", "balanced"),
    [
        ("a \\\\{ b", "a \\\\\\textbraceleft{} b", "a \\\\\\{ b"),
        ("a \\{ b }", "a \\textbraceleft{} b \\textbraceright{}", "a \\{ b \\}"),
        ("\\\\{a\\\\} {b}", "\\\\{a\\\\} {b}", "\\\\{a\\\\} {b}"),
    ],
)
def test_braces_without_a_partner_are_written_otherwise(value: str, spelled: str, balanced: str) -> None:
    assert spell_braces("title", value) == spelled
    assert balance(value) == balanced
