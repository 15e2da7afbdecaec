"""No sentence is lost: what `claims` lists, stripped of markup, are the words pandoc prints of the text that counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from briefkit import files
from briefkit.model import Brief
from briefkit.pandoc import Pandoc, Worker
from briefkit.parse.brief import parse_brief
from briefkit.parse.chart_blocks import charts_in
from briefkit.parse.front_matter import read_head
from briefkit.parse.prepare import READER
from briefkit.text import WORD
from tests.property.test_places import MARKUP

ROOT = Path(__file__).parent.parent.parent
BRIEFS = (ROOT / "briefs/us-sanctions-pakistan.md", ROOT / "tests/projects/unsourced/op-ed.md")
NOT_COUNTED = ("Header", "Table", "CodeBlock")


def words(texts: Iterable[str]) -> Counter[str]:
    """The words of some texts, citations and markup left out."""
    found: Counter[str] = Counter()
    for text in texts:
        bare = text
        while (shorter := MARKUP.sub(" ", bare)) != bare:
            bare = shorter
        found.update(WORD.findall(bare))
    return found


def without(node: Any, kinds: tuple[str, ...]) -> Any:
    """A tree without the blocks of these kinds and without the texts of the front matter."""
    if isinstance(node, list):
        return [without(n, kinds) for n in node if not (isinstance(n, dict) and n.get("t") in kinds)]
    if isinstance(node, dict):
        if node.get("t") == "OrderedList":  # its numbers are made by pandoc
            node = {"t": "BulletList", "c": node["c"][1]}
        return {key: without(value, kinds) for key, value in node.items()}
    return node


def read(path: Path, pandoc: Worker) -> Brief:
    return parse_brief(files.read_text(path), path.name, pandoc)


def printed(brief: Brief) -> str:
    """What `pandoc -t plain` makes of the running text of a brief."""
    ast = without(dict(brief.ast), NOT_COUNTED)
    text = Pandoc().write(ast, "plain", ["--wrap=none"]).decode()
    return re.sub(r"\[\d+\]", " ", text)  # the numbers of notes


def front_texts(brief: Brief) -> list[str]:
    return [s.source for b in brief.blocks if b.kind == "front" for s in b.sentences]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda p: p.stem)
def test_the_sentences_are_the_words_that_pandoc_prints(path: Path, pandoc: Worker) -> None:
    brief = read(path, pandoc)
    kinds = ("cell", "caption", "front")
    listed = [s.source for b in brief.blocks if b.counts and b.kind not in kinds for s in b.sentences]
    assert words(listed) == words([printed(brief)])


@pytest.mark.parametrize("path", BRIEFS, ids=lambda p: p.stem)
def test_every_counted_cell_and_caption_is_in_its_table(path: Path, pandoc: Worker) -> None:
    brief = read(path, pandoc)
    charts = [said for node in charts_in(brief.ast["blocks"]) for _, said in node["c"][0][2]]
    tables = words([Pandoc().write({**brief.ast}, "plain", ["--wrap=none"]).decode(), *charts])
    listed = [s.plain for b in brief.blocks if b.counts and b.kind in ("cell", "caption") for s in b.sentences]
    assert not words(listed) - tables


@pytest.mark.parametrize("path", BRIEFS, ids=lambda p: p.stem)
def test_every_counted_text_of_the_front_matter_is_listed(path: Path, pandoc: Worker) -> None:
    brief = read(path, pandoc)
    typed = [node.text for _, node in read_head(brief.text, path.name).texts]
    assert words(front_texts(brief)) == words(pandoc_plain(text) for text in typed)


def pandoc_plain(text: str) -> str:
    """A Markdown text as pandoc prints it."""
    runner = Pandoc()
    return runner.write(runner.read(text, READER).ast, "plain", ["--wrap=none"]).decode()
