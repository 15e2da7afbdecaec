"""What is written for pandoc: one sound entry for each source, whatever its values hold."""

from __future__ import annotations

import pytest

from briefkit.library import read_library
from briefkit.library.biblatex import as_biblatex
from briefkit.model import Field, Place, Source

PLACE = Place("references.bib", 1, 1, 1, 2)


def source(key: str = "a", kind: str = "book", **fields: str) -> Source:
    return Source(key, kind, {name: Field(value, 1) for name, value in fields.items()}, PLACE)


def test_an_entry_is_written_with_its_key_as_it_is() -> None:
    assert as_biblatex([source("Müller:2020+x", title="Wells")]) == "@book{Müller:2020+x,\n  title = {Wells},\n}\n"


def test_a_date_that_cannot_be_read_does_not_hide_the_year_that_can() -> None:
    typed = source(year="2020", date="/")
    assert as_biblatex([typed]) == "@book{a,\n  date = {2020},\n}\n"


@pytest.mark.parametrize("field", ["date", "year"])
@pytest.mark.parametrize("value", ["/", "~", "?", "--"])
def test_a_date_without_a_figure_is_left_out(field: str, value: str) -> None:
    assert as_biblatex([source(title="Wells", **{field: value})]) == "@book{a,\n  title = {Wells},\n}\n"


@pytest.mark.parametrize("year", ["0", "00", "0000"])
def test_a_year_that_is_none_is_left_out(year: str) -> None:
    assert as_biblatex([source(year=year)]) == "@book{a,\n}\n"


@pytest.mark.parametrize(
    ("fields", "style", "kind"),
    [
        ({"year": "2020"}, "", "manual"),
        ({"date": "2020-05"}, "", "software"),
        ({"year": "2020", "month": "may"}, "", "software"),
        ({"year": "2020"}, "<style/>", "software"),
    ],
)
def test_of_software_without_a_month_no_release_is_told(fields: dict[str, str], style: str, kind: str) -> None:
    assert as_biblatex([source(kind="software", **fields)], style).startswith(f"@{kind}{{")


def test_an_organisation_is_written_in_braces() -> None:
    assert "author = {{World Bank} and Doe, Jane}" in as_biblatex([source(author="World Bank and Doe, Jane")])


def test_a_letter_that_is_given_for_formulas_too_is_written_once() -> None:
    typed = r"Vu\ifmmode \check{c}\else \v{c}\fi{}i\ifmmode \acute{c}\else \'{c}\fi{}, Ana"
    assert r"author = {Vu\v{c}i\'{c}, Ana}" in as_biblatex([source(author=typed)])


def test_each_source_is_an_entry_of_its_own() -> None:
    assert as_biblatex([source("a"), source("b")]) == "@book{a,\n}\n\n@book{b,\n}\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a {b} c", "a {b} c"),
        ("a } b", "a \\} b"),
        ("a { b", "a \\{ b"),
        ("}{", "\\}\\{"),
        ("{{a}", "\\{{a}"),
        ("a \\{ b", "a \\{ b"),
        ("ends in \\", "ends in \\ "),
        ("50% of {x%}", "50\\% of {x\\%}"),
        ("Goal #8 \\#9", "Goal \\#8 \\#9"),
        ("50\\% of", "50\\% of"),
        ("a \\textbraceright{} b\\textbraceleft c", "a \\} b\\{c"),
        ("costs $ 3", "costs \\$ 3"),
        ("half \\\\% of \\\\# \\\\\\% all", "half \\\\\\% of \\\\\\# \\\\\\% all"),
        ("costs \\\\$5", "costs \\\\\\$5"),
        ("area $x\\\\$ of", "area $x\\\\$ of"),
        ("$x$ and $y$", "$x$ and $y$"),
        ("a\0b\x07", "a b "),
        ("two\nlines", "two\nlines"),
        ("{?`C{\\'o}mo?} !`No! ``Why?`` Who?``", "{\u00bfC{\\'o}mo?} \u00a1No! ``Why?`` Who?``"),
    ],
)
def test_a_value_cannot_break_its_entry(value: str, written: str) -> None:
    assert as_biblatex([source(note=value)]) == f"@book{{a,\n  note = {{{written}}},\n}}\n"


def test_a_value_read_back_is_the_value_written() -> None:
    text = as_biblatex([source(title="a } b {", note="x\\", isbn="{}}{")])
    library = read_library([("references.bib", text)])
    assert {problem.step for problem in library.problems} == {-1}  # BibTeX would read it otherwise, pandoc does not
    assert list(library.sources["a"].fields) == ["title", "note", "isbn"]


def test_the_macros_of_astronomers_are_spelled_in_the_names_of_journals() -> None:
    typed = [source(name, journal=f"\\{name}", title=f"\\{name}") for name in ("apj", "foo")]
    assert as_biblatex(typed[:1]) == "@book{apj,\n  journal = {The Astrophysical Journal},\n  title = {\\apj},\n}\n"
    assert "journal = {\\foo}" in as_biblatex(typed[1:])


def test_an_abstract_is_written_for_a_style_that_prints_abstracts() -> None:
    typed = source(title="Wells", abstract="Y", annote="Z", review="A")
    assert as_biblatex([typed]) == "@book{a,\n  title = {Wells},\n}\n"
    assert as_biblatex([typed], '<text variable="abstract"/>') == "@book{a,\n  title = {Wells},\n  abstract = {Y},\n}\n"


def test_addresses_keep_their_percent_signs() -> None:
    assert "url = {http://x.example/%20$}" in as_biblatex([source(url="http://x.example/%20$")])


def test_braces_around_what_is_no_latex_are_left_out() -> None:
    typed = source(
        kind="report", doi="{10.1000/a_b}", issn=" {1234-5679} ", url="{http://x.example/{a}}", type="{White paper}"
    )
    written = as_biblatex([typed])
    assert "doi = {10.1000/a_b}," in written
    assert "issn = {1234-5679}," in written
    assert "url = {http://x.example/a}," in written
    assert "type = {White paper}," in written


@pytest.mark.parametrize("kind", ["Article", "{Proceedings Paper}"])
def test_what_databases_say_of_each_source_is_left_out(kind: str) -> None:
    assert as_biblatex([source(type=kind)]) == "@book{a,\n}\n"


@pytest.mark.parametrize("name", ["crossref", "xdata", "xref", "related", "entryset", "ids", "file"])
def test_links_and_paths_are_left_out(name: str) -> None:
    assert as_biblatex([source(**{name: "b"})]) == "@book{a,\n}\n"


def test_empty_values_and_odd_names_are_left_out() -> None:
    assert as_biblatex([source(**{"title": " ", "a b": "x", "": "y", "bdsk-url-1": "z"})]) == (
        "@book{a,\n  bdsk-url-1 = {z},\n}\n"
    )


@pytest.mark.parametrize("key", ["a b", "a,b", "a{b", "", "a%b", "a~b"])
def test_a_key_that_no_reader_takes_is_left_out_alone(key: str) -> None:
    assert as_biblatex([source(key), source("b")]) == "@book{b,\n}\n"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("conference", "@inproceedings{a,\n}\n"),
        ("www", "@online{a,\n}\n"),
        ("techreport", "@report{a,\n  type = {Technical report},\n}\n"),
        ("phdthesis", "@thesis{a,\n  type = {phdthesis},\n}\n"),
        ("mastersthesis", "@thesis{a,\n  type = {mathesis},\n}\n"),
        ("legislation", "@legislation{a,\n}\n"),
        ("standard", "@report{a,\n  type = {Standard},\n}\n"),
        ("my_type2", "@misc{a,\n}\n"),
    ],
)
def test_types_are_written_under_biblatex_names(kind: str, written: str) -> None:
    assert as_biblatex([source(kind=kind)]) == written


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("url", "\\url{https://a.org/b\\_c}", "https://a.org/b_c"),
        ("url", "https://a.org/b{\\_}c/\\~{}d\\%20\\&e", "https://a.org/b_c/~d%20&e"),
        ("url", "https://a.org/$\\sim$d/{\\textasciitilde}e", "https://a.org/~d/~e"),
        ("doi", "10.1000/978-3-1\\_5", "10.1000/978-3-1_5"),
        ("doi", "\\url{https://doi.org/10.1000/1{\\_}5}", "10.1000/1_5"),
        ("doi", "10.1000/a$\\lt$1::b$\\gt$2", "10.1000/a<1::b>2"),
        ("doi", "DOI: 10.1000/a", "10.1000/a"),
    ],
)
def test_an_address_is_written_without_latex(name: str, typed: str, written: str) -> None:
    assert as_biblatex([source(**{name: typed})]) == f"@book{{a,\n  {name} = {{{written}}},\n}}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("of H$_2$O and Cu\\textsubscript{2}O", "of {H}$_2${O} and {Cu}\\textsubscript{2}{O}"),
        ("YBa$_2$Cu$_3$O$_7$", "{YBa}$_2${Cu}$_3${O}$_7$"),
        ("\\$5 Big $x$ Bang {H}$_2$", "\\$5 Big $x$ Bang {H}$_2$"),
    ],
)
def test_the_letters_of_a_formula_keep_their_capitals(typed: str, written: str) -> None:
    assert as_biblatex([source(title=typed)]) == f"@book{{a,\n  title = {{{written}}},\n}}\n"


def test_a_type_has_no_braces_and_a_series_its_capitals() -> None:
    written = as_biblatex([source(type="{PhD} Thesis", series="Lecture Notes")])
    assert written == "@book{a,\n  type = {PhD Thesis},\n  series = {{Lecture Notes}},\n}\n"


def test_a_report_with_a_type_keeps_it() -> None:
    assert as_biblatex([source(kind="techreport", type="CRS Report")]) == ("@report{a,\n  type = {CRS Report},\n}\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("\\url{https://a.org/b_c}", "url = {https://a.org/b_c}"),
        ("https://a.org.", "url = {https://a.org}"),
        ("At \\url{https://a.org}", "howpublished = {At \\url{https://a.org}}"),
        ("url{https://a.org/x}", "url = {https://a.org/x}"),
        ("https://a.org/x, https://a.org/y", "url = {https://a.org/x}"),
    ],
)
def test_an_address_that_stands_for_the_publisher_is_an_address(value: str, written: str) -> None:
    assert as_biblatex([source(howpublished=value)]) == f"@book{{a,\n  {written},\n}}\n"
    kept = f"howpublished = {{{value}}}"
    assert kept in as_biblatex([source(howpublished=value, url="https://b.org")])


@pytest.mark.parametrize("degree", ["\u00b0", "$^\\circ$", "~\\textdegree ", "$^{\\circ}$~"])
def test_the_letter_of_a_scale_keeps_its_capital(degree: str) -> None:
    written = degree.replace("$^\\circ$", "°").replace("$^{\\circ}$", "°")
    assert as_biblatex([source(title=f"At 25{degree}C")]) == f"@book{{a,\n  title = {{At 25{written}{{C}}}},\n}}\n"


def test_nothing_is_written_for_nothing() -> None:
    assert as_biblatex([]) == ""


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("199X", "1990/1999"),
        ("19uu", "1900/1999"),
        ("2010/..", "2010/"),
        ("2010/open", "2010/"),
        ("../2010", "/2010"),
        ("2010-12-XX", "2010-12"),
        ("circa 1999", "1999~"),
        ("2020%", "2020~"),
        ("Y12345", "y12345"),
        ("12 May 2020", "2020-05-12"),
        ("2020-5-3", "2020-05-03"),
        ("2020--2021", "2020/2021"),
        ("{2020}", "2020"),
        ("2020-33", "2020"),
    ],
)
def test_a_date_that_pandoc_would_drop_is_written_as_it_takes_it(typed: str, written: str) -> None:
    assert as_biblatex([source(date=typed)]) == f"@book{{a,\n  date = {{{written}}},\n}}\n"
    assert f"  urldate = {{{written}}},\n" in as_biblatex([source(urldate=typed)])


@pytest.mark.parametrize(
    "typed", ["2020", "2020-05-12/2020-06", "2010~", "-0043", "2010/", "2020-21", "n.d.", "2020-02-30"]
)
def test_a_date_that_pandoc_takes_or_nobody_stays_as_typed(typed: str) -> None:
    assert as_biblatex([source(date=typed)]) == f"@book{{a,\n  date = {{{typed}}},\n}}\n"


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"year": "2020", "month": "January"}, "  date = {2020-01},\n"),
        ({"year": "2020", "month": "jan--feb"}, "  date = {2020-01/2020-02},\n"),
        ({"year": "2020", "month": "8~May"}, "  date = {2020-05-08},\n"),
        ({"year": "2020", "month": "Spring"}, "  date = {2020-21},\n"),
        ({"year": "c. 1999"}, "  date = {1999~},\n"),
        ({"year": "[1999]"}, "  date = {1999?},\n"),
        ({"year": "2020", "month": "may"}, "  year = {2020},\n  month = {may},\n"),
        ({"year": "2020", "month": "5", "day": "3"}, "  year = {2020},\n  month = {5},\n  day = {3},\n"),
        ({"year": "2020", "month": "sometime"}, "  year = {2020},\n  month = {sometime},\n"),
        ({"date": "2020", "year": "c. 1999"}, "  date = {2020},\n  year = {c. 1999},\n"),
        ({"date": "soon", "year": "c. 1999"}, "  date = {1999~},\n"),
        ({"date": "in press"}, "  date = {in press},\n  pubstate = {in press},\n"),
        ({"year": "to appear"}, "  year = {to appear},\n  pubstate = {to appear},\n"),
        ({"year": "in press", "pubstate": "submitted"}, "  year = {in press},\n  pubstate = {submitted},\n"),
    ],
)
def test_year_and_month_are_written_so_that_pandoc_prints_them(fields: dict[str, str], written: str) -> None:
    assert as_biblatex([source(**fields)]) == f"@book{{a,\n{written}}}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (r"{\O}rjan Doe", "Ørjan Doe"),
        (r"Doe, {\'E}mile and {\v{S}}a Doe", "Doe, Émile and Ša Doe"),
        (r"{\L}ukasz {\"O}z", "Łukasz Öz"),
        (r"{\o}rjan M{\"u}ller", r"{\o}rjan M{\"u}ller"),
        (r"{\'Ecole} {\'E} {\relax A}b {\XY}z", r"{\'Ecole} {\'E} {\relax A}b {\XY}z"),
    ],
)
def test_a_capital_in_braces_is_written_as_the_letter_that_pandoc_takes_for_a_name(typed: str, written: str) -> None:
    assert as_biblatex([source(author=typed)]) == f"@book{{a,\n  author = {{{written}}},\n}}\n"
    assert f"note = {{{typed}}}" in as_biblatex([source(note=typed)])


@pytest.mark.parametrize(
    ("fields", "lang", "langid"),
    [
        ({"title": "Der Preis des Wassers und der Pumpen"}, "en", "und"),
        ({"title": "Water Prices", "language": "fr"}, "en", "fr"),
        ({"title": "Water Prices"}, "en", ""),
        ({"title": "The Price of Water"}, "en", ""),
        ({"title": "The Price of Water"}, "de", "english"),
        ({"title": "Water Prices"}, "de", "und"),
        ({"title": "Water Prices", "hyphenation": "english"}, "de", ""),
    ],
)
def test_pandoc_is_told_the_language_of_a_title(fields: dict[str, str], lang: str, langid: str) -> None:
    written = as_biblatex([source(**fields)], lang=lang)
    assert (f"  langid = {{{langid}}},\n" in written) if langid else "langid" not in written


def test_small_letters_in_braces_and_lone_capitals_keep_no_word_small() -> None:
    written = as_biblatex(
        [source(title='Plan zur F{\\"o}rderung: {\\\'e}tat, {\\"O}l, {\\ss}, Vitamin D', publisher="B C")]
    )
    assert 'title = {Plan zur F\u00f6rderung: \u00e9tat, {\\"O}l, \u00df, Vitamin {D}}' in written
    assert "publisher = {B C}" in written


@pytest.mark.parametrize(
    ("fields", "number"),
    [({"issue": "6"}, "6"), ({"issue": "6", "number": "6"}, "6"), ({"issue": "Spring", "number": "3"}, "3")],
)
def test_an_issue_that_is_the_number_is_written_once(fields: dict[str, str], number: str) -> None:
    written = as_biblatex([source(kind="article", **fields)])
    assert written.count(f"number = {{{number}}}") == 1
    assert ("issue" in written) == (fields["issue"] == "Spring")


@pytest.mark.parametrize(
    ("said", "url", "again"),
    [
        ("\\url{https://a.org/x}", "https://a.org/x", True),
        ("http://www.a.org/x/", "https://a.org/x", True),
        ("\\url{https://a.org/y}", "https://a.org/x", False),
        ("Available at https://a.org/x", "https://a.org/x", False),
    ],
)
def test_an_address_that_the_entry_has_already_is_not_written_again(said: str, url: str, again: bool) -> None:
    assert ("howpublished" not in as_biblatex([source(url=url, howpublished=said)])) == again


@pytest.mark.parametrize(
    ("pages", "written"),
    [("aac47-aac47", "aac47"), ("421--421", "421"), ("421--422", "421--422"), ("42--2", "42--2"), ("a, b", "a, b")],
)
def test_a_range_from_a_page_to_itself_is_one_page(pages: str, written: str) -> None:
    assert f"pages = {{{written}}}" in as_biblatex([source(pages=pages)])


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("publisher", "Farrar, Straus and Giroux", "{Farrar, Straus and Giroux}"),
        ("institution", "Ministry of Food and Wells", "{Ministry of Food and Wells}"),
        ("publisher", "Springer", "Springer"),
        ("author", "岩本 康志", "岩本, 康志"),
        ("title", 'The "long" wells : a study', "The ``long'' wells: a study"),
        ("title", "Les puits : une étude des villes", "Les puits : une étude des villes"),
        ("title", "水の\n  価格", "水の価格"),
        ("title", "Wells\\quad and\\; pumps", "Wells and  pumps"),
        ("journal", "J. of Wells and 5 mm Pumps", "J. {of} Wells and 5 {mm} Pumps"),
        ("pages", "85\u2013-92", "85--92"),
        ("title", 'A {"}deep{"} well', "A ``deep'' well"),
        ("version", "v1.2.0", "1.2.0"),
        ("version", "Version 2", "2"),
        ("version", "vista", "vista"),
        ("eventtitle", "Wells Days", "{Wells Days}"),
    ],
)
def test_a_value_is_written_as_it_is_to_be_printed(name: str, typed: str, written: str) -> None:
    assert f"  {name} = {{{written}}}," in as_biblatex([source(kind="article", **{name: typed})])


@pytest.mark.parametrize("kind", ["Book", "{Conference Proceedings}", "Thesis", "journal article"])
def test_what_programs_say_of_each_entry_is_not_written(kind: str) -> None:
    assert "type = " not in as_biblatex([source(type=kind)])
    assert "type = phdthesis" in as_biblatex([source(kind="phdthesis", type=kind)]).replace("{", "").replace("}", "")


def test_a_university_is_the_school_where_there_is_no_other() -> None:
    assert "  school = {U}," in as_biblatex([source(kind="phdthesis", university="U")])
    assert "{V}" not in as_biblatex([source(kind="phdthesis", university="V", school="U")]).partition("university")[0]


def test_the_town_of_the_house_that_publishes_a_journal_is_left_out() -> None:
    assert "address" not in as_biblatex([source(kind="article", address="Amsterdam", publisher="House", journal="J")])
    assert "address" in as_biblatex([source(kind="article", address="London", journal="The Paper")])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Lasers at 1.55/spl mu/m with 10/sup -9/", "Lasers at 1.55μm with 10\\textsuperscript{-9}"),
        ("Wells and/or pumps /spl foo/", "Wells and/or pumps /spl foo/"),
        ("Wells of 5 {\\$}{\\backslash}mu{\\$}m, {\\$}x{\\_}2{\\$}", "Wells of 5 $\\mu$m, $x_2$"),
        ("Wells at {\\$}5 now", "Wells at {\\$}5 now"),
    ],
)
def test_signs_that_programs_have_spelled_are_signs(typed: str, written: str) -> None:
    assert f"  title = {{{written}}}," in as_biblatex([source(title=typed)])


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"issue": "1", "number": "011602"}, "  number = {1},\n  pages = {011602},\n"),
        ({"number": "012036"}, "  pages = {012036},\n"),
        ({"number": "12036"}, "  number = {12036},\n"),
        ({"number": "545"}, "  number = {545},\n"),
        ({"number": "012036", "pages": "1--9"}, "  number = {012036},\n  pages = {1--9},\n"),
    ],
)
def test_the_number_of_an_article_stands_where_pages_do(fields: dict[str, str], written: str) -> None:
    assert as_biblatex([source(kind="article", **fields)]) == f"@article{{a,\n{written}}}\n"


def test_a_judgment_is_found_in_its_reporter_and_a_law_has_one_date() -> None:
    written = as_biblatex([source(kind="jurisdiction", reporter="A.C.", origdate="1984")])
    assert written == "@jurisdiction{a,\n  journaltitle = {A.C.},\n}\n"


@pytest.mark.parametrize(
    ("kind", "fields", "written"),
    [
        ("letter", {"title": "To the Board"}, "misc"),
        ("inreference", {"title": "Wells"}, "incollection"),
        ("inreference", {"author": "Doe, Jane"}, "inreference"),
        ("inreference", {"url": "https://a.org/x"}, "inreference"),
    ],
)
def test_what_a_style_would_not_print_is_written_as_what_it_prints(
    kind: str, fields: dict[str, str], written: str
) -> None:
    assert as_biblatex([source(kind=kind, **fields)]).startswith(f"@{written}{{")


def test_a_style_without_headlines_gets_no_capitals_for_them() -> None:
    typed = source(title="An in-depth look at wells")
    assert "{In}-depth" in as_biblatex([typed])
    assert "{In}-depth" not in as_biblatex([typed], '<text variable="title" text-case="sentence"/>')


def test_the_number_that_arxiv_gives_as_a_journal_keeps_its_letters() -> None:
    assert "journal = {{arXiv:1710.06403 [cond-mat]}}" in as_biblatex([source(journal="arXiv:1710.06403 [cond-mat]")])


def test_a_doi_has_no_stop_behind_it() -> None:
    assert "doi = {10.1000/x1}" in as_biblatex([source(doi="https://doi.org/10.1000/x1>.")])
    assert "doi = {10.1000/<x1>2.0.CO;2-A}" in as_biblatex([source(doi="10.1000/<x1>2.0.CO;2-A")])


def test_the_name_of_a_journal_or_a_book_in_another_language_keeps_its_capitals() -> None:
    title = "The price of water in the towns of the north"
    written = as_biblatex([source(kind="article", title=title, journal="Zeitung für Alte Pumpen und Brunnen")])
    assert "journal = {{Zeitung für Alte Pumpen und Brunnen}}" in written
    written = as_biblatex([source(kind="incollection", title=title, booktitle="Die Pumpe und der Brunnen im Dorf")])
    assert "booktitle = {{Die Pumpe und der Brunnen im Dorf}}" in written


@pytest.mark.parametrize(
    ("typed", "written"),
    [("40-42", "40--42"), ("2019-04", "2019-04"), ("7-3", "7-3"), ("24-62", "24-62"), ("A1-2", "A1-2"), ("0-9", "0-9")],
)
def test_several_numbers_have_a_dash_between_them(typed: str, written: str) -> None:
    assert f"number = {{{written}}}" in as_biblatex([source(kind="article", journal="J", number=typed)])
    assert f"number = {{{typed}}}" in as_biblatex([source(kind="jurisdiction", number=typed)])
