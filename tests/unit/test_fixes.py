"""What each rule on entries writes: a library before, the same library after; all else stays as it was typed."""

from __future__ import annotations

import pytest

from tests.fixing import findings_on, fix_bytes, fix_text


def entry(fields: str, kind: str = "misc") -> str:
    return f"@{kind}{{k,\n  author = {{Doe, J.}},\n  {fields}\n}}\n"


SAFE = {
    "an empty field goes with its line": ("note = {},\n  year = 2020,", "year = 2020,"),
    "an empty field over two lines goes with both": ("note = {\n  },\n  year = 2020,", "year = 2020,"),
    "an empty field beside another goes alone": ("note = {}, year = 2020,", "year = 2020,"),
    "an empty field at the end of a line leaves no blank": ("year = 2020, note = {},", "year = 2020,"),
    "a comment after an empty field stays": ("note = {}, % to do\n  year = 2020,", "% to do\n  year = 2020,"),
    "an entity becomes its sign": ("title = {A &amp; B &uuml;}", "title = {A \\& B ü}"),
    "an entity with a backslash becomes one sign": ("title = {A \\&amp; B}", "title = {A \\& B}"),
    "an entity made of an entity becomes its sign": ("title = {A &amp;amp; B}", "title = {A \\& B}"),
    "an entity in an address becomes the bare sign": (
        "url = {https://a.example/?a&amp;b}",
        "url = {https://a.example/?a&b}",
    ),
    "a quote between quotes calls for braces": ('title = "A &quot;B&quot;"', 'title = {A "B"}'),
    "words are put into the normal form": ("title = {Cafe\u0301}", "title = {Caf\u00e9}"),
    "a month in French becomes its number": ("month = {D{\\'e}cembre}", "month = {12}"),
    "a month in Spanish keeps its quotes": ('month = "enero",', 'month = "1",'),
    "a month beside its own year becomes its number": (
        "year = 2020,\n  month = {2020-03}",
        "year = 2020,\n  month = {3}",
    ),
    "the address before a DOI goes": ("doi = {https://doi.org/10.1000/a_b}", "doi = {10.1000/a_b}"),
    "the label before a DOI goes": ("doi = {doi: 10.1000/a}", "doi = {10.1000/a}"),
    "pages get two hyphens": ("pages = {12-15, 20-21}", "pages = {12--15, 20--21}"),
    "the word before pages goes": ("pages = {pp. 12-15}", "pages = {12--15}"),
    "a month in French loses the year of the entry": (
        "year = 2006,\n  month = {d\u00e9cembre 2006}",
        "year = 2006,\n  month = {12}",
    ),
    "a dash and a stop leave a DOI at once": ("doi = {doi:10.1093/xyz\u2013def.}", "doi = {10.1093/xyz-def}"),
    "all ranges of pages get two hyphens": ("pages = {S12-S15, 20-5, e12-e18}", "pages = {S12--S15, 20--5, e12--e18}"),
    "pages with more after them stay": ("pages = {100-9, 203f., 7ff}", "pages = {100--9, 203f., 7ff}"),
    "the word before a list of pages goes": ("pages = {p. 12 and 15-16}", "pages = {12 and 15--16}"),
    "roman pages get two hyphens": ("pages = {iv-x}", "pages = {iv--x}"),
    "lettered pages get two hyphens": ("pages = {S12-S15}", "pages = {S12--S15}"),
    "a capital after a colon or a question needs no braces": (
        "title = {{Who pays? The price of water: A view from Peru}}",
        "title = {Who pays? The price of water: A view from {Peru}}",
    ),
    "names in a title of small letters keep their capitals": (
        "title = {{The rise of water in South Africa under UNICEF}}",
        "title = {The rise of water in {South Africa} under {UNICEF}}",
    ),
}


@pytest.mark.parametrize("what", list(SAFE))
def test_a_safe_fix(what: str) -> None:
    before, after = SAFE[what]
    assert fix_text(entry(before)) == entry(after)


UNSAFE = {
    "a title of capitals becomes one of small letters": (
        "title = {THE STATE OF WATER: A REPORT FOR THE {UN} AND G20}",
        "title = {The state of water: A report for the {UN} and {G20}}",
    ),
    "a family name with an apostrophe is no acronym": (
        "title = {A LIFE OF O'BRIEN'S AND OTHER NGO'S WORK}",
        "title = {A life of o'brien's and other {NGO's} work}",
    ),
    "a title of Cyrillic capitals becomes one of small letters": (
        "title = {ПРОБЛЕМЫ ИЗУЧЕНИЯ КРАЕВЫХ СТРУКТУР В СССР: ИТОГИ}",
        "title = {Проблемы изучения краевых структур в {СССР}: Итоги}",
    ),
    "a title of many capitals keeps those of acronyms": (
        "title = {{Water Supply and the NATO Summit}}",
        "title = {Water Supply and the {NATO} Summit}",
    ),
    "the date is kept, not the year": ("date = {2020-05},\n  year = {2019},", "date = {2020-05},"),
    "the month goes into the date": ("date = {2020},\n  month = {5},", "date = {2020-05},"),
}


@pytest.mark.parametrize("what", list(UNSAFE))
def test_an_unsafe_fix(what: str) -> None:
    before, after = UNSAFE[what]
    assert fix_text(entry(before), unsafe=True) == entry(after)


@pytest.mark.parametrize("what", list(UNSAFE))
def test_an_unsafe_fix_is_not_made_unasked(what: str) -> None:
    before, _ = UNSAFE[what]
    assert fix_text(entry(before)) == entry(before)


LEFT = {
    "a value that is joined of parts": 'title = "A &amp; " # "B"',
    "a value that is a string": "note = nothing",
    "an empty field before another of its name": "note = {},\n  note = {X}",
    "an entity that LaTeX would read": "title = {A &#92;b &#123;}",
    "an entity in an address in words": "note = {\\url{https://a.example/?a&amp;b}}",
    "a month that is none": "month = {13}",
    "a month beside another year": "year = 2019,\n  month = {2020-03}",
    "a DOI that ends in what may not belong to it": "doi = {https://publisher.example/doi/10.1000/a/full}",
    "a DOI with a question after it": "doi = {https://doi.org/10.1000/a?from=b}",
    "pages in formulas": "pages = {$12$-$15$}",
    "pages that end before they start": "pages = {20--12}",
    "a title with commands in braces": "title = {{Water \\emph{in} Africa}}",
    "a title of capitals with commands": "title = {WATER \\emph{IN} AFRICA AND EUROPE}",
    "a title of Greek capitals, which lack the accents": "title = {Η ΙΣΤΟΡΙΑ ΤΗΣ ΕΛΛΑΔΑΣ}",
    "pages with a word of another kind": "pages = {p. 12-15 of the notes}",
    "a word after an acronym with stops": "title = {{Who fears the U.S. dollar in other places?}}",
    "a last small word in quotes after a stop": "title = {{Rents and water in cities of Kenya vs. \u2018the\u2019}}",
    "a small word after a colon": "title = {{Lending when: the role of the IMF in crises}}",
    "a title whose first word is small": "title = {{the 'Big Push' idea in the history of growth}}",
    "a field whose comma stands after a comment": "note = {} % why?\n  , year = 2020",
}


@pytest.mark.parametrize("what", list(LEFT))
def test_what_is_not_sure_is_left(what: str) -> None:
    text = "@string{nothing = {}}\n" + entry(LEFT[what])
    assert fix_text(text, unsafe=True) == text


def test_the_only_fields_of_an_entry_are_left() -> None:
    text = "@misc{k,\n  title = {{}},\n  note = {},\n}\n"
    assert fix_text(text, unsafe=True) == text


def test_a_value_that_holds_another_field_is_left() -> None:
    text = "@misc{k,\n  title = {A &amp; B}\n  year = {2020},\n  note = {x}\n}\n"
    assert fix_text(text, unsafe=True) == text


def test_all_entries_in_parentheses_get_braces_at_once() -> None:
    text = "@misc(a,\n title = {A {B} (c)}\n)\n\n@book{b, title = {B}}\n@misc ( c, title = {C} )"
    fixed = "@misc{a,\n title = {A {B} (c)}\n}\n\n@book{b, title = {B}}\n@misc { c, title = {C} }"
    assert fix_bytes(text.encode(), rounds=1) == fixed.encode()


def test_a_fix_of_an_inherited_field_is_made_where_it_stands() -> None:
    text = "@misc{a, crossref = {b}, note = {x}}\n\n@proceedings{b, title = {B &amp; C}}\n"
    assert fix_text(text) == text.replace("&amp;", "\\&")


def test_the_newlines_the_mark_and_the_missing_last_newline_stay() -> None:
    text = "\ufeff% a\r\n@misc{k,\r\n  title = {A\r\n  &amp; B},\r\n  note = {},\r\n  year = 2020\r\n}"
    fixed = "\ufeff% a\r\n@misc{k,\r\n  title = {A\r\n  \\& B},\r\n  year = 2020\r\n}"
    assert fix_bytes(text.encode()) == fixed.encode()


def test_the_newlines_of_an_old_mac_stay() -> None:
    text = "@misc{k,\r  title = {A\r  &amp; B},\r  note = {},\r}\r"
    assert fix_bytes(text.encode()) == b"@misc{k,\r  title = {A\r  \\& B},\r}\r"


def test_a_finding_says_whether_its_fix_is_safe() -> None:
    found = {
        f.code: f.fix.safe for f in findings_on(entry("note = {},\n date = {2020}, year = 2019").encode()) if f.fix
    }
    assert found == {"BIB313": True, "BIB318": False}
