"""Reports on a library: figures, lists and one entry, as text of a width and as JSON."""

from __future__ import annotations

from briefkit.library import resolve, statistics
from briefkit.library.inherit import find_lenders
from briefkit.library.stats import year_of
from briefkit.model import Library, Place, Source, Use
from briefkit.report.library_report import list_sources, title_of, write_sources, write_statistics
from briefkit.report.source_report import Shown, describe_source, write_source
from briefkit.values import replace
from tests.building import make_library
from tests.moments import moments

LONG = "A Long Story of Wells, Pumps and Prices in Nine Districts, Told by Those Who Mend Them Every Day"
BIB = f"""
@article{{a, author = {{Smith, Ann}}, title = {{{{{LONG}}}}}, date = {{1999/2004}}, doi = {{10.1000/x}}}}
@article{{b, author = {{Smith, Ann}}, title = {{Wells}}, year = {{2012}}}}
@misc{{c, title = {{Undated}}}}
"""
PLACE = Place("brief.md", 7, 1, 7, 5)


def source_of(library: Library, key: str) -> Source:
    (source,) = resolve(library, (key,))
    return source


def text(library: Library, cited: dict[str, int] | None = None, width: int = 80) -> str:
    return write_statistics(statistics(library, cited), width).decode()


def test_a_share_is_100_only_for_all_and_a_dot_only_for_none() -> None:
    entries = "".join(f"@misc{{k{n}, title = {{T}}, url = {{{'x' if n else ''}}}}}\n" for n in range(400))
    row = text(make_library(entries)).split("\n")[3].split()
    assert row[:6] == ["400", "misc", ".", "100", ".", "."]
    assert row[6] == "99"


def test_fields_are_counted_by_type() -> None:
    fields = statistics(make_library(BIB))["fields"]
    assert (fields["article"]["author"], fields["article"]["doi"], fields["misc"]["date"]) == (2, 1, 0)


def test_an_inherited_field_is_counted() -> None:
    bib = "@book{b, title = {B}, date = {2021}}\n@inbook{a, title = {A}, crossref = {b}}"
    assert statistics(make_library(bib))["fields"]["inbook"]["date"] == 1


def test_years_are_told_by_decade() -> None:
    years = statistics(make_library(BIB))["years"]
    assert years == {"first": 1999, "last": 2012, "undated": 1, "decades": {"1990": 1, "2010": 1}}


def test_the_year_of_a_span_is_its_first() -> None:
    assert year_of(source_of(make_library(BIB), "a")) == 1999


def test_uses_are_not_told_where_they_are_not_known() -> None:
    assert statistics(make_library(BIB))["uses"] is None
    assert "Briefs of the project" not in text(make_library(BIB))


def test_the_most_cited_come_first_and_the_unused_are_counted() -> None:
    out = text(make_library(BIB), {"b": 3, "a": 12, "gone": 5})
    assert "Briefs of the project: 15 citations of 2 entries\n  12 a\n   3 b\n" in out
    assert "1 entry is cited nowhere; see: briefkit library unused" in out


def test_an_empty_library_has_one_line() -> None:
    assert text(make_library("")) == "references.bib: 0 entries\n"


def test_no_line_is_wider_than_asked_for() -> None:
    library = make_library(BIB + "@incollection{c, title = {X}\n\n@book{a, title = {Y}}\n")
    assert max(map(len, text(library, {"a": 1}).splitlines())) <= 80


def test_sources_are_listed_one_a_line() -> None:
    library = make_library(BIB)
    first, second, _ = write_sources(tuple(library.sources.values()), 60).decode().splitlines()
    assert (len(first) <= 60, first.endswith("…")) == (True, True)
    assert second == "b  references.bib:3  Wells"


def test_a_long_key_is_listed_whole_and_its_title_below() -> None:
    key = "office_for_wells_and_pumps_of_the_northern_districts_report_2021"
    (source,) = make_library(f"@book{{{key}, title = {{Wells}}}}").sources.values()
    assert write_sources((source,), 80).decode().splitlines() == [key, "  references.bib:1  Wells"]


def test_no_sources_are_no_line() -> None:
    assert write_sources((), 80) == b""


def test_a_title_is_listed_without_its_braces() -> None:
    library = make_library(BIB)
    assert title_of(library.sources["a"]) == LONG
    assert list_sources(library.sources.values())["entries"][1]["title"] == "Wells"


# --- one entry -------------------------------------------------------------------------------

LINKED = """@xdata{house, publisher = {Water Office}}
@book{whole, title = {Papers}, date = {2021}, xdata = {house}}
@inbook{part, author = {Jones, Bob}, title = {Wells}, crossref = {whole}}
"""


def test_the_origin_of_a_field_is_found_over_all_links() -> None:
    library = make_library(LINKED)
    lenders = find_lenders(library, source_of(library, "part"))
    found = {name: lender.key for name, lender in lenders.items()}
    assert found == {"booktitle": "whole", "date": "whole", "publisher": "house"}


def test_what_thousands_of_entries_give_to_one_is_collected_at_once() -> None:
    names = [f"x{n}" for n in range(4_000)]
    givers = "\n".join(f"@xdata{{{name}, f{name} = {{a}}}}" for name in names)
    library = make_library(f"@book{{k, title = {{T}}, xdata = {{{','.join(names)}}}}}\n{givers}")
    with moments(20):
        assert len(source_of(library, "k").fields) == 4_001


def test_a_circle_of_links_has_no_origin() -> None:
    library = make_library("@book{a, title = {A}, crossref = {b}}\n@book{b, date = {2021}, crossref = {a}}")
    stranger = make_library("@misc{x, note = {N}}").sources["x"].fields
    assert find_lenders(library, replace(library.sources["a"], fields=stranger)) == {}


def test_the_origins_of_thousands_of_fields_are_found_at_once() -> None:
    fields = ", ".join(f"f{n} = {{x}}" for n in range(5_000))
    library = make_library(f"@book{{a, {fields}}}\n@inbook{{b, crossref = {{a}}}}")
    source = source_of(library, "b")
    with moments(20):
        assert len(find_lenders(library, source)) == 5_000


def shown(*uses: Use, known: bool = True) -> Shown:
    library = make_library(LINKED)
    source = source_of(library, "part")
    return Shown(source, "Jones, Bob. 2021.", {"date": library.sources["whole"]}, uses if known else None)


def test_an_inherited_field_says_where_it_stands() -> None:
    assert "  date       2021 (from whole, line 2)\n" in write_source(shown(), 80).decode()


def test_an_entry_that_nobody_cites_says_so() -> None:
    assert write_source(shown(), 80).endswith(b"\n\nCited nowhere\n")


def test_nothing_is_said_of_uses_that_are_not_known() -> None:
    assert b"Cited" not in write_source(shown(known=False), 80)
    assert describe_source(shown(known=False))["uses"] is None


def test_a_sentence_that_cites_is_shortened() -> None:
    line = write_source(shown(Use("part", PLACE, "word " * 50)), 60).decode().splitlines()[-1]
    assert line.startswith("  brief.md:7  word word")
    assert (len(line) <= 60, line.endswith("…")) == (True, True)


def test_the_json_of_an_entry_has_the_whole_sentence() -> None:
    (use,) = describe_source(shown(Use("part", PLACE, "word " * 50)))["uses"]
    assert use == {"path": "brief.md", "line": 7, "column": 1, "sentence": "word " * 50}
