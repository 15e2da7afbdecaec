"""What is wrong with identifiers, as words in a message, and what to write in their place."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from briefkit.library import identifiers
from briefkit.library.identifiers import Fault, judge_doi, shorten, undo_latex

JUDGES = [getattr(identifiers, name) for name in dir(identifiers) if name.startswith("judge_")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r"\url{https://a.org/b\_c}", "https://a.org/b_c"),
        (r"\href{https://a.org}{The page}", "https://a.org"),
        (r"https://a.org/\~{}b\%20c", "https://a.org/~b%20c"),
        (r"https://a.org/{\textasciitilde}b", "https://a.org/~b"),
        (r"https://a.org/$\sim$b", "https://a.org/~b"),
        (" {10.1234/abc} ", "10.1234/abc"),
        (r"\url{https://a.org", r"\urlhttps://a.org"),
        ("", ""),
    ],
)
def test_latex_is_undone(typed: str, meant: str) -> None:
    assert undo_latex(typed) == meant


def test_a_message_quotes_one_line_of_a_long_value() -> None:
    assert shorten("a\n  b") == "a b"
    assert len(shorten("a" * 1_000)) == identifiers.SHOWN + 3
    assert shorten("a" + " " * 1_000 + "b") == "a..."


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


HOSTILE = ("10.1", "1.", "a.", "a/", "\\_", "{", "{}", "\\url{", "978 ", "(", "()", "1-", "x:", "$\\sim$", "1,")


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_value_of_a_megabyte_takes_a_moment(judge: Callable[[str], Fault | None], piece: str) -> None:
    start = time.monotonic()
    judge(piece * (1_000_000 // len(piece)))
    assert time.monotonic() - start < 2
