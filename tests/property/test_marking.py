"""Random places in written briefs come back on their own words in the tree that is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefkit import packaged
from briefkit.assemble.chart_figures import key_of, with_figures
from briefkit.assemble.charts import read_chart
from briefkit.assemble.document import Parts, assemble
from briefkit.assemble.marking import Anchor, find_printed
from briefkit.assemble.tokens import Token, tokens
from briefkit.assemble.tree import Node
from briefkit.brand import default_brand
from briefkit.model import Asset, Brief, Document, Place
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import parse_brief
from briefkit.parse.chart_blocks import charts_in
from briefkit.parse.front_matter import body_start
from briefkit.parse.word_places import placed_words
from briefkit.pipeline.pictures import picture_targets
from briefkit.text import Lines
from briefkit.values import replace
from tests.rendering import built_in_template
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
    drawn: Brief
    document: Document
    references: str
    csl: str

    def find_printed(self, places: Sequence[Place]) -> list[Anchor | None]:
        """The printed words at each place."""
        printed = self.document.ast["blocks"]
        return find_printed(self.brief, self.drawn.ast["blocks"], places, printed, self.assembled)

    def assembled(self, blocks: list[Node]) -> list[Node]:
        """The printed blocks of others than its own."""
        brief = replace(self.drawn, ast={**self.drawn.ast, "blocks": blocks})
        made = self.document
        parts = Parts(brief, self.references, self.csl, made.brand, made.template, made.assets)
        return list(assemble(parts, Pandoc()).ast["blocks"])


@cache
def ready(name: str) -> Ready:
    path, library, csl = BRIEFS[name]
    text, bib = path.read_text("utf-8"), library.read_text("utf-8") if library else ""
    brief = parse_brief(text, path.name, Pandoc())
    text = text if brief.front.title else f"---\ntitle: T\n---\n{text}"
    drawn = with_drawings(parse_brief(text, path.name, Pandoc()))
    targets = set(picture_targets([*drawn.front_blocks, *drawn.ast["blocks"]]))
    assets = {target: Asset(target, png(width=60, height=30), "image/png") for target in targets}
    face = default_brand(packaged.load_faces())
    document = assemble(Parts(drawn, bib, csl, face, built_in_template(), assets), Pandoc())
    return Ready(brief, drawn, document, bib, csl)


def with_drawings(brief: Brief) -> Brief:
    """The brief with figures in the place of its charts, as a build has it."""
    nodes = list(charts_in(brief.ast["blocks"]))
    charts = {key_of(n): read_chart(n["c"][0][0], dict(n["c"][0][2]), n["c"][1]) for n in nodes}
    names = {key: f"chart{number}.png" for number, key in enumerate(charts)}
    return replace(brief, ast={**brief.ast, "blocks": with_figures(brief.ast["blocks"], charts, names, "en")})


def words_of(told: list[Token]) -> list[str]:
    """The words of tokens that are words."""
    return [word for token in told if token.node["t"] == "Str" for word in token.words]


@pytest.mark.parametrize("name", BRIEFS)
@settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_random_places_come_back_on_their_own_words(name: str, data: st.DataObject) -> None:
    it = ready(name)
    brief, lines = it.brief, Lines(it.brief.path, it.brief.text)
    start = body_start(brief.text)
    length = len(brief.text) - start
    starts = data.draw(st.lists(st.integers(0, length - 1), min_size=100, max_size=200))
    sizes = data.draw(st.lists(st.integers(1, 300), min_size=len(starts), max_size=len(starts)))
    spots = [(start + at, min(start + at + size, len(brief.text))) for at, size in zip(starts, sizes, strict=True)]
    places = [lines.place(*spot) for spot in spots]
    found = it.find_printed(places)
    told = tokens(it.document.ast["blocks"])
    silent = [match.span() for match in re.finditer(r"<!--.*?-->", brief.text, re.DOTALL)]
    read = [(span, word) for word, span in placed_words(brief) if span and word]  # a chart is one word without letters
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
    found = it.find_printed(places)
    told = tokens(it.document.ast["blocks"])
    for sentence, anchor in zip(body, found, strict=True):
        assert anchor is not None, sentence.plain
        plain = sentence.plain.replace("Author", " ") if sentence.citations else sentence.plain
        said = "".join(word for t in told[anchor[0] : anchor[1] + 1] if t.node["t"] != "Cite" for word in t.words)
        assert said == "".join(c for c in plain if c.isalnum()), sentence.plain
