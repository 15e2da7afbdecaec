"""Random places in written briefs come back on their own words in the tree that is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefkit.assemble import assemble
from briefkit.assemble.marking import find_printed
from briefkit.assemble.tokens import Token, tokens
from briefkit.assemble.tree import Node
from briefkit.model import Asset, Brief, Document
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import parse_brief
from briefkit.parse.word_places import body_start, placed_words
from briefkit.pipeline.exhibits import picture_targets
from briefkit.text import Lines
from briefkit.values import replace
from tests.rendering import make_document
from tests.unit.test_note_styles import STYLE as NOTES
from tests.unit.test_pictures import png

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROJECTS = ROOT / "tests" / "projects"
BRIEFS = {
    "flagship": (ROOT / "briefs" / "us-sanctions-pakistan.md", ROOT / "references.bib", ""),
    "flagship in notes": (ROOT / "briefs" / "us-sanctions-pakistan.md", ROOT / "references.bib", NOTES),
    "french": (PROJECTS / "water-fr" / "tarifs.md", PROJECTS / "water-fr" / "sources.bib", ""),
    "arabic": (PROJECTS / "water-ar" / "miyah.md", PROJECTS / "water-ar" / "sources.bib", ""),
    "op-ed": (PROJECTS / "unsourced" / "op-ed.md", None, ""),
}


@dataclass(frozen=True)
class Ready:
    """A brief with its document, and what is asked of it again and again."""

    brief: Brief
    document: Document
    references: str
    csl: str

    def assembled(self, blocks: list[Node]) -> list[Node]:
        """The printed blocks of others than its own."""
        brief = replace(self.brief, ast={**self.brief.ast, "blocks": blocks})
        made = self.document
        rest = (self.references, self.csl, made.brand, made.template, made.assets, (), Pandoc())
        return list(assemble(brief, *rest).ast["blocks"])


@cache
def ready(name: str) -> Ready:
    path, library, csl = BRIEFS[name]
    text, bib = path.read_text("utf-8"), library.read_text("utf-8") if library else ""
    brief = parse_brief(text, path.name, Pandoc())
    targets = set(picture_targets([*brief.front_blocks, *brief.ast["blocks"]]))
    assets = {target: Asset(target, png(width=60, height=30), "image/png") for target in targets}
    text = text if brief.front.title else f"---\ntitle: T\n---\n{text}"
    return Ready(brief, make_document(text, bib, assets, csl=csl), bib, csl)


def words_of(told: list[Token]) -> list[str]:
    """The words of tokens that are words."""
    return [word for token in told if token.node["t"] == "Str" for word in token.words]


@pytest.mark.parametrize("name", BRIEFS)
@settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_random_places_come_back_on_their_own_words(name: str, data: st.DataObject) -> None:
    it = ready(name)
    brief, lines = it.brief, Lines(it.brief.path, it.brief.text)
    start = body_start(brief)
    length = len(brief.text) - start
    starts = data.draw(st.lists(st.integers(0, length - 1), min_size=100, max_size=200))
    sizes = data.draw(st.lists(st.integers(1, 300), min_size=len(starts), max_size=len(starts)))
    spots = [(start + at, min(start + at + size, len(brief.text))) for at, size in zip(starts, sizes, strict=True)]
    places = [lines.place(*spot) for spot in spots]
    found = find_printed(brief, brief.ast["blocks"], places, it.document.ast["blocks"], it.assembled)
    told = tokens(it.document.ast["blocks"])
    silent = [match.span() for match in re.finditer(r"<!--.*?-->", brief.text, re.DOTALL)]
    read = [(span, word) for word, span in placed_words(brief) if span]
    spans = [(span, word) for span, word in read if not any(a <= span[0] < b for a, b in silent)]
    for (low, high), anchor in zip(spots, found, strict=True):
        own = [word for (first, last), word in spans if first < high and last > low]
        if anchor is None or not own:
            continue
        inside = told[anchor[0] : anchor[1] + 1]
        assert set(words_of(inside)) <= set(own)
        assert len({token.block for token in inside}) == 1


@pytest.mark.parametrize("name", BRIEFS)
def test_each_sentence_of_the_body_is_marked_whole(name: str) -> None:
    it = ready(name)
    body = [s for s in it.brief.sentences if it.brief.blocks[s.block].kind not in ("note", "front", "heading")]
    places = [sentence.place for sentence in body]
    found = find_printed(it.brief, it.brief.ast["blocks"], places, it.document.ast["blocks"], it.assembled)
    told = tokens(it.document.ast["blocks"])
    for sentence, anchor in zip(body, found, strict=True):
        assert anchor is not None, sentence.plain
        plain = sentence.plain.replace("Author", " ") if sentence.citations else sentence.plain
        said = "".join(word for t in told[anchor[0] : anchor[1] + 1] if t.node["t"] != "Cite" for word in t.words)
        assert said == "".join(c for c in plain if c.isalnum()), sentence.plain
