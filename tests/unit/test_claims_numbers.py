"""What the numbers of a text are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims.numbers import (
    BARE_YEAR,
    DATE,
    FIGURE,
    LIST_LABEL,
    MONEY,
    NAMED,
    NUMBERED,
    PERCENT,
    Numbers,
    read_numbers,
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Prices fell.", Numbers()),
        ("It fell 5-10 per cent.", Numbers(percent="5-10 per cent")),
        ("Es sank um 3,5 Prozent.", Numbers(percent="3,5 Prozent")),
        ("It cost USD 5 or 12 Million Euros.", Numbers(money="USD 5")),
        ("On 3 May 2020 it fell.", Numbers(date="3 May 2020")),
        ("Am 3. März waren es 4.", Numbers(date="3. März", figure="4")),
        ("It fell in 2020 and 1999.", Numbers(date="in 2020")),
        ("Table 2, Covid-19, p. 12, [4] and n° 5 name 30 km.", Numbers(figure="30 km")),
        ("1) It is open.", Numbers()),
        ("In 2020, 12% of 40 paid €5.", Numbers("12%", "€5", "In 2020", "40")),
    ],
)
def test_the_numbers_of_a_text(text: str, numbers: Numbers) -> None:
    assert read_numbers(text) == numbers


PIECES = st.lists(
    st.sampled_from(
        "In 2020 since May 3 1999 12 12% 3.4 per cent of Prozent por ciento $ 40 € million euros US dollars 9 CHF"
        " 1990s années 80 4 de mayo 12. März Table 7 [3] p. 12 the United Nations said fell reduced “ ” ; 1).".split()
    ),
    max_size=9,
)


def plainly(text: str) -> Numbers:
    """The same as `read_numbers` finds, without passing over what cannot match."""
    small = text.lower()
    found = [[m.span() for m in p.finditer(small)] for p in (PERCENT, MONEY, DATE, BARE_YEAR, NUMBERED)]
    found.append([m.span() for m in NAMED.finditer(text)])
    first = [text[spans[0][0] : spans[0][1]] if spans else "" for spans in found]
    marked = list(text)
    for start, end in (span for spans in found for span in spans):
        marked[start:end] = "\0" * (end - start)
    rest = re.sub("\0+", " ", "".join(marked))
    label = LIST_LABEL.match(rest)
    figure = FIGURE.search(" " + rest[label.end() :] if label else rest)
    return Numbers(first[0], first[1], first[2] or first[3], figure[0] if figure else "")


@given(PIECES, st.sampled_from(["", " "]))
def test_a_pattern_is_only_passed_over_where_it_matches_nothing(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found, plain = read_numbers(text), plainly(text)
    assert (found.percent, found.money, found.date) == (plain.percent, plain.money, plain.date)
    assert bool(found.figure) == bool(plain.figure)
