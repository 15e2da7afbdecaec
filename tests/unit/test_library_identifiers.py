"""What is wrong with identifiers, as words in a message, and what to write in their place."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from briefkit.library import identifiers
from briefkit.library.identifiers import (
    Fault,
    find_address,
    judge_arxiv,
    judge_doi,
    judge_isbn,
    judge_issn,
    judge_url,
    undo_latex,
)

JUDGES = [getattr(identifiers, name) for name in dir(identifiers) if name.startswith("judge_")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r"\url{https://a.org/b\_c}", "https://a.org/b_c"),
        (r"\href{https://a.org}{The page}", "https://a.org"),
        (r"https://a.org/\~{}b\%20c", "https://a.org/~b%20c"),
        (r"https://a.org/{\textasciitilde}b", "https://a.org/~b"),
        (r"https://a.org/$\sim$b", "https://a.org/~b"),
        (r"\url{https://a.org/b{\_}c}", "https://a.org/b_c"),
        (r"{\url{https://a.org/b\_c}}", "https://a.org/b_c"),
        (" {10.1234/abc} ", "10.1234/abc"),
        (r"\url{https://a.org", r"\urlhttps://a.org"),
        ("", ""),
    ],
)
def test_latex_is_undone(typed: str, meant: str) -> None:
    assert undo_latex(typed) == meant


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("https://doi.org/10.1234/abc", "10.1234/abc"),
        ("http://dx.doi.org/10.1234/abc", "10.1234/abc"),
        ("doi.org/10.1234/abc", "10.1234/abc"),
        ("https://doi.org/10.1234%2Fabc", "10.1234/abc"),
        ("https://onlinelibrary.wiley.com/doi/abs/10.1234/abc", "10.1234/abc"),
        ("doi:10.1234/abc", "10.1234/abc"),
        ("DOI 10.1234/abc", "10.1234/abc"),
        ("info:doi/10.1234/abc", "10.1234/abc"),
    ],
)
def test_what_stands_before_a_doi_is_a_slight_fault(typed: str, cure: str) -> None:
    fault = judge_doi(typed)
    assert fault is not None
    assert (fault.cure, fault.slight) == (cure, True)


@pytest.mark.parametrize(
    ("typed", "why", "cure"),
    [
        ("n/a", "does not begin with '10.'", ""),
        ("10.1234", "has no '/' after the number it begins with", ""),
        ("10.12a/x", "is not a number after '10.', a '/' and a name", ""),
        ("10.1234/", "is not a number after '10.', a '/' and a name", ""),
        ("10.1234/a b", "has a blank in it", ""),
        ("10.1234/a\u2013b", "has a dash where a hyphen belongs", "10.1234/a-b"),
        ("10.1234/\u200bab", "has an invisible character", "10.1234/ab"),
        ("https://doi.org/10.1234/ab.", "ends in '.'", "10.1234/ab"),
        ("10.1234/a, 10.1234/b", "has a blank in it", ""),
    ],
)
def test_the_fault_of_a_doi_is_named(typed: str, why: str, cure: str) -> None:
    assert judge_doi(typed) == Fault(why, cure)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("978-3-16-148410-1", "has a wrong digit in 9783161484101: the last would be 0, were the others right"),
        ("080442957-0", "has a wrong digit in 0804429570: the last would be X, were the others right"),
        ("13: 978-3-16-148410-1", "has a wrong digit in 9783161484101: the last would be 0, were the others right"),
        ("978-3-16-14841-0", "has 12 digits; an ISBN has 10 or 13"),
        ("4006381333931", "has 13 digits and begins with neither 978 nor 979"),
        ("978-3-16-14841O-0", "has 'O' in it, which is no part of an ISBN"),
        ("0378-5955", "is an ISSN"),
        ("none", "is not an ISBN"),
    ],
)
def test_the_fault_of_an_isbn_is_named(typed: str, why: str) -> None:
    fault = judge_isbn(typed)
    assert fault
    assert (fault.why, fault.belongs) == (why, "issn" if why == "is an ISSN" else "")


@pytest.mark.parametrize("end", ["\\r", "\\n", "$\\backslash$r", " (Print)$\\backslash$n", " (Print)\\r"])
def test_numbers_may_stand_on_lines_as_mendeley_writes_them(end: str) -> None:
    assert judge_issn(f"0378-5955{end}1476-4687 (Linking)") is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("0378-5954", "has a wrong digit in 03785954: the last would be 5, were the others right"),
        ("0378-59555", "has 9 digits; an ISSN has 8"),
        ("0378-X955", "has 'X' in it, which is no part of an ISSN"),
        ("978-3-16-148410-0", "is an ISBN"),
        ("n/a", "is not an ISSN"),
        ("0" * 3_000, "is too long to be an ISSN"),
    ],
)
def test_the_fault_of_an_issn_is_named(typed: str, why: str) -> None:
    assert judge_issn(typed) == Fault(why, belongs="isbn" if why == "is an ISBN" else "")


def test_long_dashes_in_a_right_number_are_a_slight_fault() -> None:
    cure = "978-3-16-148410-0"
    assert judge_isbn("978\u20133\u201316\u2013148410\u20130") == Fault(
        "has a dash where a hyphen belongs", cure, slight=True
    )


@pytest.mark.parametrize(
    ("typed", "why", "cure"),
    [
        ("www.example.org/a", "does not begin with 'https://'", "https://www.example.org/a"),
        ("example.org:8080/a", "does not begin with 'https://'", "https://example.org:8080/a"),
        ("10.1234/abc", "is a DOI", "https://doi.org/10.1234/abc"),
        ("n/a", "is not an address", ""),
        ("C:/pumps.pdf", "is a path on a computer", ""),
        ("https://example.org/a b", "has a blank in it", ""),
        ("https://example.org/a and https://example.org/b", "is more than one address", ""),
        ("\u201chttps://example.org\u201d", "has a quotation mark in it", ""),
        ("http://http://example.org", "begins twice", ""),
        ("http:/example.org", "names no site after 'http://'", ""),
    ],
)
def test_the_fault_of_an_address_is_named(typed: str, why: str, cure: str) -> None:
    assert judge_url(typed) == Fault(why, cure)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See (https://example.org/a).", "https://example.org/a"),
        (r"\url{https://example.org/a}", "https://example.org/a"),
        ("www.example.org", "www.example.org"),
        (r"\url{https://example.org/Well_(hole)}", "https://example.org/Well_(hole)"),
        ("(see https://example.org/Well_(hole)).", "https://example.org/Well_(hole)"),
        ("https://example.org/a\\\\", "https://example.org/a"),
        ("From http to https:// and on", ""),
        ("Amazon.com", ""),
    ],
)
def test_an_address_in_a_text_is_found(text: str, address: str) -> None:
    assert find_address(text) == address


@pytest.mark.parametrize(
    "typed", ["arXiv:2101.12345v2", "https://arxiv.org/pdf/2101.12345v2.pdf", "2101.12345v2 [cs.CL]"]
)
def test_what_stands_around_a_number_of_arxiv_is_a_slight_fault(typed: str) -> None:
    assert judge_arxiv(typed) == Fault("has more than the number in it", "2101.12345v2", slight=True)


HOSTILE = ("10.1", "1.", "a.", "a/", "\\_", "{", "{}", "\\url{", "978 ", "(", "()", "1-", "x:", "$\\sim$", "1,")


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_value_of_a_megabyte_takes_a_moment(judge: Callable[[str], Fault | None], piece: str) -> None:
    start = time.thread_time()
    for size in (identifiers.LONGEST, 1_000_000):
        judge(piece * (size // len(piece)))
    assert time.thread_time() - start < 2
