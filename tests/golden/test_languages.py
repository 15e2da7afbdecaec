"""The words, dates and quotation marks of each language, as they are printed; `make accept` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefkit.assemble import tree
from briefkit.assemble.direction import direction
from briefkit.assemble.labels import LABELS, before_date, labels, long_date, long_moment, status_words, with_colon
from briefkit.assemble.spacing import spaced
from briefkit.assemble.tree import Node

APPROVED = Path(__file__).with_name("languages.txt")
TAGS = ("en-GB", "de", "fr", "es", "pt-BR", "pt-PT", "ar")
MOMENTS = ("2026-12-01T06:00+01:00", "2026-12-01T18:30Z", "2026-12-01T00:05-03:30")
DATES = ("2026-11-01", "2026-11-20", "2026-11")
STATUS = ("draft", "in-review", "approved", "embargoed", "published", "superseded", "withdrawn")


def quoted(text: str, lang: str) -> str:
    """A text as it is printed in double quotes."""
    node: Node = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, tree.words(text)]}
    return tree.plain(spaced([tree.para([node])], lang))


def lines(lang: str) -> Iterator[str]:
    """What is printed in a language, a thing a line."""
    yield f"# {lang}, {direction(lang)}"
    yield from (f"{name}: {word}" for name, word in labels(lang).items())
    yield from (f"date: {long_date(date, lang)}" for date in DATES)
    yield from (f"deadline: {before_date(date, lang)} {long_date(date, lang)}" for date in DATES[1:])
    yield from (f"embargo: {labels(lang)['embargo']} {long_moment(moment, lang)}" for moment in MOMENTS)
    yield from (f"status: {status_words(status, lang)}" for status in STATUS)
    yield f"source line: {with_colon(labels(lang)['source'], lang)} {quoted('so', lang)}"


def test_each_language_prints_what_was_approved(accept: bool) -> None:
    printed = "\n\n".join("\n".join(lines(lang)) for lang in TAGS) + "\n"
    if accept:
        APPROVED.write_text(printed, encoding="utf-8")
    assert APPROVED.read_text("utf-8") == printed, "run: make accept"


def test_no_language_is_left_out() -> None:
    assert {lang.partition("-")[0] for lang in TAGS} == set(LABELS)
