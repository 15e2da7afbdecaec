"""Footnotes over random layouts: each stands at the foot of the page on which it is called.

The layouts are drawn from seeds, so that a failure can be told and had again. What is measured is the text of the
pages, by another program than the one that made them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest

from briefkit.model import Asset
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from tests.rendering import make_document

pytestmark = pytest.mark.slow

LAYOUTS = 8
WORDS = (
    "policy water of the a ministry budget for repairs measured in districts and villages costs fewer than any other"
    " programme would pay again"
).split()
PICTURE = Path(__file__).parent.parent / "projects" / "water-fr" / "pictures" / "couverture.png"
CALLED, NOTED = re.compile(r"qcall(\d+)\."), re.compile(r"qnote(\d+)\b")


class Writer:
    """Writes a brief by throwing dice; each note and the word before its call have the same number."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.notes = 0

    def brief(self) -> str:
        """A brief of some pages."""
        head = f"---\ntitle: {self.words(2, 12)[:-1]}\nlang: en\n"
        standfirst = f"subtitle: {self.words(3, 20)}\n" if self.dice.random() < 0.5 else ""
        return "\n\n".join([head + standfirst + "---", *(self.part() for _ in range(self.dice.randint(7, 17)))])

    def part(self) -> str:
        """One block, most often a paragraph."""
        (kind,) = self.dice.choices(list(PARTS), weights=[weight for weight, _ in PARTS.values()])
        return PARTS[kind][1](self)

    def words(self, least: int, most: int) -> str:
        """A sentence of some words."""
        return " ".join(self.dice.choice(WORDS) for _ in range(self.dice.randint(least, most))).capitalize() + "."

    def noted(self, least: int, most: int, often: float = 0.45) -> str:
        """A sentence, often with a note, which is short or takes some lines."""
        text = self.words(least, most)
        if self.dice.random() > often:
            return text
        self.notes += 1
        long = self.dice.choice((2, 8, 20, 55))
        return f"{text[:-1]} qcall{self.notes}.^[qnote{self.notes} {self.words(long, long)}]"

    def paragraph(self) -> str:
        """Up to six sentences."""
        return " ".join(self.noted(5, 30) for _ in range(self.dice.randint(1, 6)))

    def bullets(self) -> str:
        """A list."""
        return "\n".join(f"- {self.noted(3, 25)}" for _ in range(self.dice.randint(2, 5)))

    def table(self) -> str:
        """A table with notes in its cells."""
        rows = (f"| {self.noted(1, 9, 0.3)} | {self.dice.randint(1, 999)} |" for _ in range(self.dice.randint(2, 9)))
        return "\n".join(["| A | B |", "|---|---|", *rows, "", f": {self.words(3, 9)}"])

    def box(self) -> str:
        """A box that does not break over pages."""
        kind = self.dice.choice(("case-study", "key-message", "confidence", "definition", "counter-argument"))
        return f"::: {{.{kind}}}\n{self.noted(10, 60)}\n:::"


PARTS: dict[str, tuple[int, Callable[[Writer], str]]] = {
    "paragraph": (50, Writer.paragraph),
    "heading": (10, lambda writer: f"# {writer.words(2, 10)[:-1]}"),
    "list": (10, Writer.bullets),
    "table": (10, Writer.table),
    "quote in the margin": (5, lambda writer: f"::: {{.pull-quote}}\n{writer.words(6, 16)}\n:::"),
    "figure": (5, lambda writer: "![A chart](a.png)"),
    "box": (5, Writer.box),
    "block quote": (5, lambda writer: f"> {writer.noted(10, 50)}"),
}


@cache
def pages(seed: int) -> tuple[int, list[str]]:
    """How many notes a brief has, and the text of each page of its PDF."""
    writer = Writer(seed)
    text = writer.brief()
    picture = Asset("a.png", PICTURE.read_bytes(), "image/png")
    pdf = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text, assets={"a.png": picture}), Pandoc()))
    try:
        return writer.notes, [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def places(pattern: re.Pattern[str], texts: list[str]) -> Iterator[tuple[int, int]]:
    """The numbers of calls or notes, each with the page it stands on."""
    for page, text in enumerate(texts, 1):
        yield from ((int(number), page) for number in pattern.findall(text))


@pytest.mark.parametrize("seed", range(LAYOUTS))
def test_each_note_stands_on_the_page_of_its_call(seed: int) -> None:
    notes, texts = pages(seed)
    calls = sorted(places(CALLED, texts))
    assert [number for number, _ in calls] == list(range(1, notes + 1))
    assert sorted(places(NOTED, texts)) == calls


def test_the_layouts_are_such_that_a_note_could_stray() -> None:
    several = sum(len(pages(seed)[1]) > 1 for seed in range(8))
    assert several >= 6
    assert sum(pages(seed)[0] for seed in range(8)) > 40
