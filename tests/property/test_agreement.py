"""What an entry says to briefkit and to pandoc: the same, but for what differs on purpose; and nothing is ever lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any
from unicodedata import normalize

import agreement
import pytest
from agreement_kinds import DELIBERATE
from hypothesis import given, settings
from hypothesis import strategies as st
from wellformed import write_library

from briefkit.library import read_library, resolve
from briefkit.library.biblatex import as_biblatex
from briefkit.library.csl import as_csl
from briefkit.library.edtf import Date, read_date, write_date
from briefkit.library.latex import decode
from briefkit.library.letters import ACCENTS, STYLES, SWITCHES, SYMBOLS
from briefkit.library.people import read_people
from briefkit.model import Reader
from tests.property.test_library import damaged

KEEPING = sorted(name for name, style in STYLES.items() if style not in ("drop", "math"))
NAMES = st.sampled_from((*KEEPING, *SWITCHES, *SYMBOLS, *(name for name in ACCENTS if name.isalpha()), "foo", "xyzzy"))
COMMANDS = NAMES.map(lambda name: f"\\{name}") | st.sampled_from(("\\'", '\\"', "\\%", "\\&", "\\,", "\\ ", "\\\\"))
SCRAPS = st.sampled_from(("{", "}", "a", "Bc", " ", "7", "é", "$x$", "$", "--", "``", "'", "~", "\n\n", "[", "%", "日"))
VALUES = st.lists(COMMANDS | SCRAPS, max_size=30).map("".join)
KNOWN = re.compile(
    rf"\\(?:{'|'.join(name for name in (*STYLES, *SWITCHES, *SYMBOLS, *ACCENTS) if name.isalpha())})(?![A-Za-z])"
)


def letters(text: str) -> Counter[str]:
    """The letters of the alphabet and the digits in a text, as often as they stand there, without their accents."""
    return Counter(sign for sign in text if sign.isascii() and sign.isalnum())


@given(VALUES)
@settings(max_examples=500)
def test_no_letter_or_digit_is_lost_but_in_the_names_of_known_commands(value: str) -> None:
    assert not letters(KNOWN.sub(" ", value)) - letters(normalize("NFKD", decode(value)))


@given(st.text() | VALUES)
def test_any_value_is_read_whatever_it_holds(value: str) -> None:
    decode(value)
    read_people(value)
    date = read_date(value)
    if isinstance(date, Date):
        assert read_date(write_date(date)) == date or date.start is None or date.start.month > 24


@given(damaged())
def test_every_entry_of_a_damaged_library_is_an_item(text: str) -> None:
    library = read_library([("references.bib", text)])
    for source in resolve(library, list(library.sources)):
        assert json.loads(json.dumps(as_csl(source)))["id"] == source.key


@pytest.mark.slow
def test_briefkit_and_pandoc_read_the_same_in_an_entry() -> None:
    tally = agreement.Tally()
    agreement.compare(write_library(7, 200), "generated.bib", tally)
    agreement.compare(agreement.HAND.read_text("utf-8"), agreement.HAND.name, tally)
    assert tally.share >= agreement.BAR, tally.differences
    assert tally.all.total() > 2_000
    assert len(DELIBERATE) <= 10
    lists = tally.deliberate["name"]  # whose items are compared, and agree: the sign between them is another one
    # most of the rest are titles whose words are drawn from several languages: what seems foreign keeps its capitals
    assert tally.deliberate.total() - lists < tally.all.total() / 8


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {199X}", "1990/1999"),
        ("date = {2010/..}", "2010/"),
        ("date = {circa 1999}", "1999~"),
        ("year = 2020, month = {January}", "2020-01"),
        ("year = {c. 1999}", "1999~"),
    ],
)
def test_pandoc_takes_the_dates_we_hand_to_it(fields: str, issued: str, pandoc: Reader) -> None:
    library = read_library([("references.bib", f"@book{{a, title = {{T}}, {fields}}}")])
    tree: dict[str, Any] = dict(pandoc.read(as_biblatex(resolve(library, ["a"])), "biblatex").ast)
    assert tree["meta"]["references"]["c"][0]["c"]["issued"]["c"] == issued
