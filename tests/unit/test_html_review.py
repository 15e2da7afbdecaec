"""The report for reviewers as a page: what it says, that it is well made, and that nothing foreign in it is alive."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit import packaged
from briefkit.brand import default_brand
from briefkit.model import (
    EMPTY,
    Account,
    Allowance,
    Block,
    Brand,
    Brief,
    Checked,
    Citation,
    Field,
    Finding,
    FrontMatter,
    Mark,
    Place,
    Related,
    Report,
    Section,
    Sentence,
    Severity,
    Sign,
    Source,
    Unreadable,
)
from briefkit.pandoc import Pandoc
from briefkit.report.html_review import write
from briefkit.report.pdf_review import write as print_review
from briefkit.report.review import Review, Reviewed
from briefkit.report.review_page.page import review_values
from briefkit.report.review_page.words import clean
from briefkit.values import replace
from tests.pdf_checks import find_faults
from tests.report_pages import Page

PANDOC = Pandoc()
HOSTILE = (
    "<script>alert(1)</script></script><style>*{display:none}</style>\u202eevil\u2066 \x1b[31m =1+1 ::error::x\x00\r\n"
    "\"'><img src=x onerror=alert(1)> {{ 7*7 }} {% include 'x' %} </title></textarea>-->]]>&amp;\ud800"
)


def make_reviewed(word: str, findings: int = 1) -> Reviewed:
    """A brief of which every text is this one."""
    place = Place("a.md", 3, 1, 3, 900)
    cited = Citation(word, word, word, word, Place("a.md", 3, 5, 3, 9))
    marks = (Mark("waived", word, place),)
    sentence = Sentence(word, word, place, 0, (cited, replace(cited, key="known")), marks)
    account = Account(sentence, "unresolved", "statistic", 0.9, "strict", (Sign("percent", 1.0, word),), "", ("known",))
    account = replace(account, covered_at=(place,))
    block = Block("paragraph", word, place, (sentence,), {"actor": word}, 0)
    brief = Brief(
        "a.md",
        word,
        FrontMatter(title=word, date=word, status=word, lang=word),
        (Section(word, 1, word, place, word),),
        (block,),
        (Allowance((word,), word, place, place),),
        (),
        EMPTY,
    )
    finding = Finding(place, "CLM102", "unsupported-statistic", Severity.ERROR, word, word, (Related(place, word),))
    source = Source("known", "book", {"title": Field(word, 1), "date": Field(word, 2)}, Place(word, 1, 1, 1, 2))
    return Reviewed(
        Checked(brief, (account,), (finding,) * findings), {"known": source}, {"known": word}, {word: "0" * 64}
    )


def make_review(*briefs: Reviewed, word: str = "x") -> Review:
    """A review of these briefs, with all else besides."""
    place = Place(word, 1, 1, 1, 2)
    library = (Finding(place, "BIB301", "broken-entry", Severity.WARNING, word, word),)
    report = Report(tuple(one.checked for one in briefs), library, (Unreadable(word, place, word, word),))
    unused = (Source(word, "book", {"title": Field(word, 1)}, place),)
    return Review(report, briefs, unused, 7, {"briefkit": word}, packaged.report_pages())


@pytest.fixture(scope="module")
def brand() -> Brand:
    return default_brand(packaged.load_faces())


def page_of(review: Review, brand: Brand) -> str:
    return write(review, brand, PANDOC).decode()


def check_page(page: str) -> Page:
    """The page as read, after what holds for each."""
    read = Page(page)
    assert (read.faults, read.open) == ([], [])
    assert [name for name, number in read.ids.items() if number > 1] == []
    assert read.targets - set(read.ids) == set()
    assert (read.elements["script"], read.elements["style"], read.elements["img"]) == (1, 1, 0)
    assert not {name for name in read.attributes if name.startswith("on") or name in ("style", "src")}
    return read


# --- hostile ---------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2])
def test_hostile_texts_stay_texts(number: int, brand: Brand) -> None:
    page = page_of(make_review(*[make_reviewed(HOSTILE)] * number, word=HOSTILE), brand)
    read = check_page(page)
    assert "<script>alert(1)</script>" in read.text
    assert "{{ 7*7 }}" in read.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_thousands_of_findings_are_all_there(brand: Brand) -> None:
    read = check_page(page_of(make_review(make_reviewed("It rose.", 3_000)), brand))
    assert read.text.count("CLM102 unsupported-statistic sentence 1") == 3_000


def test_a_report_of_nothing_is_a_page(brand: Brand) -> None:
    nothing = Review(Report(()), (), (), 0, {}, packaged.report_pages())
    assert "No brief was checked." in check_page(page_of(nothing, brand)).text


def test_a_brief_without_findings_says_so(brand: Brand) -> None:
    brief = Brief("a.md", "", FrontMatter(title="T"), (), (), (), (), EMPTY)
    review = make_review(Reviewed(Checked(brief, (), ()), {}, {}, {}))
    text = check_page(page_of(review, brand)).text
    assert "Nothing is open" in text
    assert "The check found nothing." in text


@settings(max_examples=15, deadline=None)
@given(word=st.text(max_size=80))
def test_any_text_makes_a_sound_page(word: str, brand: Brand) -> None:
    check_page(page_of(make_review(make_reviewed(word), word=word), brand))


def test_the_policy_lets_our_script_run_and_no_other(brand: Brand) -> None:
    page = page_of(make_review(make_reviewed("It rose.")), brand)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; "
        r"img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
        policy,
    )


def test_nothing_leads_out_of_the_page(brand: Brand) -> None:
    page = page_of(make_review(make_reviewed("See https://example.org/a.")), brand)
    assert not re.findall(r'(?:href|src)="(?!#)', page)


def test_turning_signs_and_controls_are_shown_as_escapes() -> None:
    assert clean("a\u202eb\x1bc\ud800\u200f") == "a\\u202eb\\u001bc\\ud800\u200f"


# --- nothing is dropped ------------------------------------------------------------------------


def test_briefs_that_were_not_checked_and_findings_in_the_library_are_told(brand: Brand) -> None:
    text = check_page(page_of(make_review(make_reviewed("It rose."), word="broken"), brand)).text
    assert "Not checked\nbroken:1 broken. broken" in text
    assert "Findings in the library\nwarning BIB301 broken-entry broken:1:1" in text


def test_what_was_found_in_libraries_is_told_above_several_briefs(brand: Brand) -> None:
    text = check_page(page_of(make_review(make_reviewed("It rose."), make_reviewed("It fell.")), brand)).text
    assert "What was found in their libraries is counted with none of them: 1 warning." in text
    assert "0 of 2 claims are sourced (0%). 2 sentences ask for work." in text


def test_unused_entries_are_counted_where_the_list_is_cut(brand: Brand) -> None:
    text = check_page(page_of(make_review(make_reviewed("It rose.")), brand)).text
    assert "7 entries of the library are not cited in this brief; the first 1 are listed." in text


def test_the_same_review_makes_the_same_bytes(brand: Brand) -> None:
    review = make_review(make_reviewed("It rose."))
    assert write(review, brand, PANDOC) == write(review, brand, PANDOC)


# --- print -----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_pdf_of_hostile_texts_is_a_sound_one(number: int, brand: Brand) -> None:
    review = make_review(*[make_reviewed(HOSTILE.replace("\r\n", " "))] * number, word=HOSTILE)
    with pikepdf.open(io.BytesIO(print_review(review, brand, PANDOC))) as pdf:
        assert find_faults(pdf) == {}


@pytest.mark.slow
def test_the_pdf_has_the_date_of_its_latest_brief(brand: Brand) -> None:
    made = [make_reviewed(word) for word in ("2024-05-01", "2026-11-20", "2025-01-01", "soon")]
    with pikepdf.open(io.BytesIO(print_review(make_review(*made), brand, PANDOC))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261120")


def test_the_organisation_of_the_brief_comes_before_that_of_the_brand(brand: Brand) -> None:
    one, named = make_reviewed("x"), replace(brand, name="Your organisation")
    brief = replace(one.checked.brief, front=replace(one.checked.brief.front, organisation="Centre for Local Policy"))
    ours = replace(one, checked=replace(one.checked, brief=brief))
    assert review_values(make_review(ours, ours), named)["organisation"] == "Centre for Local Policy"
    assert review_values(make_review(ours, one), named)["organisation"] == "Your organisation"


def test_what_stands_on_each_page_in_print_is_that_of_all_briefs(brand: Brand) -> None:
    def under(**said: Any) -> Reviewed:
        one = make_reviewed("x")
        brief = replace(one.checked.brief, front=replace(one.checked.brief.front, **({"status": ""} | said)))
        return replace(one, checked=replace(one.checked, brief=brief))

    draft, embargoed, free = under(status="draft"), under(embargo="2026-12-01"), under()
    told = "Not for release before 1 December 2026"
    for briefs, mark in (
        ((embargoed,), told),
        ((embargoed, embargoed), told),
        ((free, embargoed), "Some of these briefs are embargoed"),
        ((free, draft), "Some of these briefs are drafts"),
        ((free, free), ""),
    ):
        assert review_values(make_review(*briefs), brand)["mark"] == mark
