"""A brief, a library and settings through the whole pipeline in this process, and what must hold of what comes out."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefkit.assemble import tree
from briefkit.config import Config
from briefkit.model import EMPTY, Brief, Document, Place, Severity, Unreadable
from briefkit.pandoc import Pandoc, Worker
from briefkit.pipeline import checking
from briefkit.pipeline.checking import Examined, make_report
from briefkit.pipeline.inputs import Inputs
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Shelf
from briefkit.render import html
from briefkit.report import REPORTERS
from briefkit.report.claims_report import CLAIM_FORMS
from briefkit.rules import all_rules
from briefkit.rules.base import cited
from briefkit.text import Lines
from tests.hostile.pictures import png

LONG = os.environ.get("BRIEFKIT_FUZZ") == "1"
"""Whether many new examples are wanted, or a few that are always the same."""

CODES = frozenset(str(rule.CODE) for rule in all_rules().values())
LETTERS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class World:
    """A project in a folder, and a pandoc that stays up."""

    folder: Path
    pandoc: Worker

    def write(self, brief: bytes, library: bytes) -> Path:
        (self.folder / "pump.png").write_bytes(png(4, 4))
        (self.folder / "references.bib").write_bytes(library)
        path = self.folder / "brief.md"
        path.write_bytes(brief)
        return path

    def check(self, brief: bytes, library: bytes, config: Config | None = None) -> Examined | Unreadable:
        """What a check makes of a brief and a library."""
        project = self.project(config)
        return checking._examine(project, self.write(brief, library), self.pandoc, Shelf(project), 1)

    def project(self, config: Config | None = None) -> Project:
        return Project(self.folder, config or Config())

    def assemble(self, examined: Examined) -> Document:
        """The document of a brief; what the project lacks for it is one of our errors."""
        return Inputs(self.project(), examined).assemble((), Pandoc())


def tell(result: Examined | Unreadable) -> dict[str, bytes]:
    """What all reporters make of a check."""
    report = make_report([result if isinstance(result, Unreadable) else result.told])
    told = {name: write(report, 80, False) for name, write in REPORTERS.items()}
    return told | {f"claims {name}": write(report.checked, 80, EMPTY) for name, write in CLAIM_FORMS.items()}


# --- what must hold --------------------------------------------------------------------------


def judge(result: Examined | Unreadable, library: str) -> None:
    """All that must hold of one check."""
    told = tell(result)
    json.loads(told["json"])
    for row in told["claims jsonl"].decode().split("\n")[:-1]:
        json.loads(row)
    if isinstance(result, Examined):
        brief = result.told.checked.brief
        judge_findings(result, {brief.path: brief.text, **dict.fromkeys(result.library.paths, library)})
        judge_sentences(result)
        judge_words(brief)
        judge_citations(brief)


def judge_findings(result: Examined, texts: Mapping[str, str]) -> None:
    """Every finding is one of ours, says something, and lies in a file, as do the places that belong to it."""
    ends = {path: [len(line) for line in text.split("\n")] for path, text in texts.items()}
    for finding in (*result.told.checked.findings, *result.told.in_library):
        assert finding.code in CODES
        assert finding.message
        for place in (finding.place, *(related.place for related in finding.related)):
            judge_place(place, ends)


def judge_place(place: Place, ends: Mapping[str, Sequence[int]]) -> None:
    lengths = ends[place.path]
    assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column), place
    assert place.end_line <= len(lengths), place
    assert place.column <= lengths[place.line - 1] + 1, place
    assert place.end_column <= lengths[place.end_line - 1] + 1, place


def judge_sentences(result: Examined) -> None:
    """Each sentence that counts has one account, and each place holds its words and citations."""
    brief = result.told.checked.brief
    lines = Lines(brief.path, brief.text)
    ends = {brief.path: [len(line) for line in brief.text.split("\n")]}
    counted = [sentence for block in brief.blocks if block.counts for sentence in block.sentences]
    assert [account.sentence for account in result.told.checked.accounts] == counted
    for sentence in brief.sentences:
        judge_place(sentence.place, ends)
        assert lines.slice(sentence.place) == sentence.source
        for place in (*(c.place for c in sentence.citations), *(mark.place for mark in sentence.marks)):
            judge_place(place, ends)
    for allowance in brief.allowances:
        judge_place(allowance.place, ends)
        judge_place(allowance.scope, ends)


def judge_citations(brief: Brief) -> None:
    """Each key that pandoc reads in a citation, wherever it stands, is one that the rules see."""
    blocks = tree.rewrite(list(brief.ast["blocks"]), _without_notes_in_pictures)
    cites = (node for node in tree.walk(blocks) if node["t"] == "Cite")
    read = {citation["citationId"] for node in cites for citation in node["c"][0]}
    assert read <= {citation.key for citation in cited(brief)}


def _without_notes_in_pictures(node: tree.Node) -> list[tree.Node]:
    """No output prints a note in the words that stand for a picture."""
    if node["t"] != "Image":
        return [node]
    words = tree.rewrite(node["c"][1], lambda inner: [] if inner["t"] == "Note" else [inner])
    return [{**node, "c": [node["c"][0], words, node["c"][2]]}]


def judge_words(brief: Brief) -> None:
    """No sentence is lost: each letter that is printed as text stands in a sentence."""
    printed = Counter(LETTERS.findall("".join(printed_texts(list(brief.ast["blocks"])))))
    listed = Counter(LETTERS.findall("".join(sentence.plain for sentence in brief.sentences)))
    lost = set(printed - listed)
    if any(block.kind != "comment" and not block.sentences for block in brief.blocks):
        lost -= set("p0123456789")  # the locator under a block quote, which went to the quote with its citation
    assert not lost, "".join((printed - listed).elements())


def printed_texts(node: Any) -> Iterator[str]:
    """The texts in a tree that are printed as words; those of citations are not."""
    if isinstance(node, list):
        for item in node:
            yield from printed_texts(item)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Cite" | "Image" | "Code" | "CodeBlock" | "Math" | "RawInline" | "RawBlock":
                return
            case "Figure":
                yield from printed_texts(node["c"][1])
            case "OrderedList" | "Span" | "Div" | "Link" | "Quoted":
                yield from printed_texts(node["c"][1])
            case "Header":
                yield from printed_texts(node["c"][2])
            case "Table":
                yield from printed_texts(node["c"][1:])
            case _:
                yield from printed_texts(node.get("c", []))


# --- check and build agree -------------------------------------------------------------------


def is_clean(examined: Examined) -> bool:
    """Whether a build of this brief is not refused."""
    told = examined.told
    return all(f.severity is not Severity.ERROR for f in (*told.checked.findings, *told.in_library))


def lost_keys(document: Document, runner: Pandoc) -> str:
    """What a page prints in place of a source, if it does."""
    page = html.render(document, runner).decode()
    for node in tree.walk(list(document.ast["blocks"])):
        if node["t"] == "Cite":
            shown = tree.plain(node["c"][1])
            for citation in node["c"][0]:
                if f"{citation['citationId']}?" in shown:
                    return shown
    found = re.search(r"<strong>[^<>\s]+\?</strong>|\([^()\s<>]+\?\)", page)
    return found[0] if found else ""
