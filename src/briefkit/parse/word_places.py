"""A brief in, the words of its tree out, each with its place in the file: for what points at printed words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefkit.model import Brief
from briefkit.parse.chart_places import place_charts
from briefkit.parse.front_matter import body_start
from briefkit.parse.places import flatten, place_words
from briefkit.parse.walk import walk
from briefkit.text import WORD


class PlacedWord(NamedTuple):
    """A word and its (start, end) in the file, None where it was not found there."""

    word: str
    span: tuple[int, int] | None


def placed_words(brief: Brief) -> Iterator[PlacedWord]:
    """The words of the body in the order of the tree: those of a note after those of the paragraph that calls it."""
    walked = walk(brief.ast["blocks"], brief.front.language)
    runs, _, calls = flatten(walked.runs)
    placed = place_words(runs, calls, brief.text, [(0, body_start(brief.text))])
    place_charts(runs, placed, brief.text)
    for words in placed:
        yield from (PlacedWord(token.word, span) for token, span in words)


def words_in(text: str) -> list[str]:
    """The words of a piece of text, divided as in the file."""
    return WORD.findall(text)
