"""What entries are compared by: the names of journals, the pattern of keys, versions of one work, languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.library.datatypes import JUDGES, judge_datatype
from briefkit.library.journals import find_variants
from briefkit.library.key_pattern import example, fault_of_pattern, follows, parse_pattern
from briefkit.library.languages import cure_of, find_unknown, is_identifier
from briefkit.library.lent import fill, find_references, judge_reference
from briefkit.library.private import find_contact, find_home, find_remark, find_way_in
from briefkit.model import Source
from tests.building import make_library
from tests.moments import moments

# --- journals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Polit. Econ.", "Journal of Political Economy"),
        ("Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences, United States of America"),
        ("N Engl J Med", "The New England Journal of Medicine"),
        ("J.Polit.Econ.", "Journal of Political Economy"),
        ("Z. Soziol.", "Zeitschrift für Soziologie"),
        ("Water \\& Energy", "Water and Energy"),
        ("Computer-Aided Design", "Computer Aided Design"),
    ],
)
def test_one_journal_in_two_spellings(one: str, other: str) -> None:
    assert len(list(find_variants([one, other]))) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("J. Econ.", "Journal of Economics", "Journal of Econometrics"),
        ("Journal of Economic Theory", "Journal of Economics Theory"),
        ("Phys. Rev. A", "Physical Review Applied"),
        ("Computers in Chemistry", "Computers and Chemistry"),
        ("Nat.", "Nature"),
        ("", "{}", ".", "&"),
    ],
)
def test_two_journals_are_two(names: tuple[str, ...]) -> None:
    assert list(find_variants(names)) == []


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_spelling_is_in_one_group_at_most(names: list[str]) -> None:
    grouped = [text for group in find_variants(names) for text in group]
    assert len(grouped) == len(set(grouped))


def test_many_journals_of_the_same_initials_take_no_square_of_time() -> None:
    names = [f"Journal of P{n} Economy" for n in range(10_000)] + [f"J. P{n}. Econ." for n in range(10_000)]
    with moments(100):
        assert not list(find_variants(names))


# --- keys ------------------------------------------------------------------------------------


def source(bib: str) -> Source:
    """The first entry of a text."""
    return next(iter(make_library(bib).sources.values()))


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("[auth][year]", ""),
        ("[auth", "has a bracket without its partner"),
        ("auth]", "has a bracket without its partner"),
        ("smith", "has no mark, such as [auth]"),
        ("[]", "has no mark []; "),
        ("[Auth]", "has no mark [Auth]; "),
        ("[any]" * 99, "is longer than 200 characters"),
    ],
)
def test_a_pattern_is_sound_or_its_fault_is_told(pattern: str, fault: str) -> None:
    assert fault_of_pattern(pattern).startswith(fault)
    assert bool(fault_of_pattern(pattern)) == bool(fault)


@given(st.text(st.sampled_from("ab[]1-"), max_size=12), st.text(st.sampled_from("abAB12-_:"), min_size=1, max_size=20))
def test_any_key_is_compared_with_any_sound_pattern(pattern: str, key: str) -> None:
    entry = source("@book{x, author = {Smith, Jane}, title = {The Pumps}, date = {2021}}")
    if not fault_of_pattern(pattern):
        follows(Source(key, entry.type, entry.fields, entry.place), parse_pattern(pattern))


@pytest.mark.parametrize("pattern", ["[auth][year]", "[auth]-[shortyear]-[title]", "[type]:[auth]_[shorttitle]"])
def test_the_key_that_is_offered_follows_the_pattern(pattern: str) -> None:
    entry = source('@book{x, author = {M{\\"u}ller, Jane}, title = {The Pumps of Ghent and Bruges}, date = {2021}}')
    parts = parse_pattern(pattern)
    assert follows(Source(example(entry, parts), entry.type, entry.fields, entry.place), parts)


def test_a_pattern_of_many_marks_takes_no_time_without_end() -> None:
    entry = source(f"@book{{{'a' * 190}, title = {{X}}}}")
    with moments(40):
        assert not follows(entry, parse_pattern("[any]" * 30 + "x"))


# --- languages, one field of an @xdata, datatypes ---------------------------------------------


@pytest.mark.parametrize(
    "name", ["english", "USenglish", "ngerman", "pt-BR", "zh-Hant-TW", "eng", "sr-Latn", "langfrench"]
)
def test_a_name_of_latex_or_a_tag_is_a_language(name: str) -> None:
    assert is_identifier(name)


@pytest.mark.parametrize("name", ["germann", "zz", "en_US", "e", "english german", "", "x" * 300])
def test_other_words_are_none(name: str) -> None:
    assert not is_identifier(name)


@pytest.mark.parametrize(("typed", "odd"), [("English and Klingonian", "Klingonian"), ("eng; fre", "")])
def test_the_language_that_is_not_known_is_named(typed: str, odd: str) -> None:
    assert find_unknown(typed) == odd


@pytest.mark.parametrize(("typed", "cure"), [("en_US", "en-US"), ("German", "german"), ("klingonian", "")])
def test_what_is_surely_meant_is_offered(typed: str, cure: str) -> None:
    assert cure_of(typed) == cure


def test_a_key_with_hyphens_is_found_in_a_reference() -> None:
    sources = make_library("@xdata{a-b-1, author = {Smith, Jane and Brown, Tom}}").sources
    told = [judge_reference(f"a-b-1-author{end}", sources)[0] for end in ("", "-1", "-2", "-3")]
    assert told == ["", "", "", "takes number 3 of the author of 'a-b-1', which has 2"]


def test_a_reference_is_replaced_by_the_one_it_stands_for() -> None:
    bib = "@xdata{x, author = {Smith, Jane and Brown, Tom}, address = {A and B}, title = {A and B}}"
    sources = make_library(bib).sources
    assert fill("xdata=x-author-2 and {xdata=x-author}", sources) == "Brown, Tom and {Smith, Jane}"
    assert [fill(f"xdata = x-{end}", sources) for end in ("location-2", "title")] == ["B", "A and B"]


def test_a_reference_that_leads_nowhere_stays() -> None:
    sources = make_library("@xdata{x, title = {X}}@misc{m, title = {X}}").sources
    for value in ("xdata=x-note", "xdata=x-title-2", "xdata=m-title", "xdata=y-title", "xdata=x", "on xdata=x-title"):
        assert fill(value, sources) == value


def test_references_stand_at_the_start_of_a_value_or_of_one_of_a_list() -> None:
    assert find_references("xdata=a-b and xdata = c-d-2 and Smith, Jane on xdata=e-f") == ("a-b", "c-d-2")


# --- whatever a value holds ------------------------------------------------------------------

READERS: tuple[Callable[[str], object], ...] = (
    find_contact,
    find_home,
    find_remark,
    find_way_in,
    find_unknown,
    find_references,
    is_identifier,
    cure_of,
    *(lambda value, name=name: judge_datatype(name, value) for name in JUDGES),
)


@given(st.text(max_size=80))
def test_every_value_is_read(value: str) -> None:
    for read in READERS:
        read(value)


SCRAPS = ("a", " ", "a@", "a.", "1-", "en-", "and ", "https://", "/home/", "C:\\", "xdata=a-", "vols ", "?token")


@pytest.mark.parametrize("scrap", SCRAPS)
def test_no_long_value_takes_long(scrap: str) -> None:
    value = scrap * (2_000_000 // len(scrap))
    with moments(40):
        for read in READERS:
            read(value)
