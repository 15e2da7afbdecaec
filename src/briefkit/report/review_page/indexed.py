"""A checked brief in, its indexed draft out: every sentence that counts with its number, its status, and what is behind
it; all other words in their places, so that the whole brief can be read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from briefkit.assemble.column_widths import (
    DENSE_LINE,
    LINE,
    WIDE_LINE,
    are_mostly_figures,
    column_widths,
    needed,
)
from briefkit.assemble.direction import direction
from briefkit.assemble.tables import KEPT_ROWS, share_of_line
from briefkit.claims.explain import GATE_REASONS
from briefkit.claims.signs import REASONS
from briefkit.model import CLAIMING, OPEN, Account, Block, Brief, Citation, Place, Sentence
from briefkit.parse.chart_blocks import CHART
from briefkit.patterns import regex
from briefkit.report.printed import in_place, shown
from briefkit.report.review import Exhibit, Reviewed
from briefkit.report.review_page.numbered import Finder, number_sentences
from briefkit.report.review_page.words import STATUS_WORDS, clean
from briefkit.report.waivers import Waivers

MOST_SIGNS = 5
LEAST = 0.1
"""How many signs a card names, and how much each of them must speak for a claim (logits)."""

CELLS = ("cell", "header-cell")
OF_TABLES = ("CLM109",)
"""Rules that speak of a whole table, and stand at a cell of it only because they must stand somewhere."""

SAID = {"recommendation": "actor", "option": "name"}
"""The attribute of a box that stands in its label, by the role of the box."""

KINDS = (("", LINE), ("wide", WIDE_LINE), ("wide dense", DENSE_LINE))
"""What a table is in print that needs so much room at most."""

DRAFT_WIDTH = 86
"""The text of the draft in print, in percent of the page."""

LETTER = regex(r"[^\W\d_]")
PLAIN: Mapping[str, Any] = {
    "mark": "",
    "number": 0,
    "text": "",
    "pieces": (),
    "cites": (),
    "flawed": False,
    "figure": False,
}
"""What is shown of words that do not count: a cell of a table may be flawed, and may be a figure."""


GRAVEST = ("error", "warning", "info")


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How wide each column of a table is in print, in percent, and whether it holds figures; what the table is, and its
    `width` in percent where it is narrow, so that figures stand near their names.
    """
    texts = [[" ".join(one["text"] for one in cell) for cell in row["cells"]] for row in rows]
    columns = list(zip(*texts, strict=True))
    heads = sum(bool(row["head"]) for row in rows)
    room = needed(columns)
    kind, line = next((k for k in KINDS if room <= k[1]), KINDS[-1])
    sized = enumerate(zip(column_widths(columns, line), columns, strict=True))
    return {
        "columns": [
            {"width": round(100 * w, 2), "figures": bool(number) and are_mostly_figures(column[heads:])}
            for number, (w, column) in sized
        ],
        "size": f"{kind} short" if len(rows) <= KEPT_ROWS else kind,
        "width": 0 if kind or (share := share_of_line(columns, "", LINE)) == 1 else round(DRAFT_WIDTH * share),
    }


class Indexer:
    """Makes the draft of one brief; `prefix` stands before the names of its places in the page."""

    def __init__(
        self,
        reviewed: Reviewed,
        prefix: str,
        find: Finder,
        findings: Mapping[int, Sequence[Mapping[str, Any]]],
        loose: Sequence[tuple[Place, Mapping[str, Any]]] = (),
    ) -> None:
        self.reviewed, self.prefix, self.find, self.findings = reviewed, prefix, find, findings
        self.loose = sorted(loose, key=lambda pair: pair[0].start)
        self.loose_starts = [place.start for place, _ in self.loose]
        self.brief: Brief = reviewed.checked.brief
        self.waivers = Waivers(self.brief)
        self.numbers = number_sentences(reviewed.checked.accounts)
        self.accounts = {account.sentence.place: account for account in reviewed.checked.accounts}
        self.source_numbers = {key: number for number, key in enumerate(reviewed.sources, 1)}

    def sections(self) -> list[dict[str, Any]]:
        """The draft by sections; what stands before the first heading is one without a title."""
        gathered: dict[int, list[Block]] = defaultdict(list)
        for block in self.brief.blocks:  # notes may come after all sections: each stands at the end of its own
            gathered[block.section].append(block)
        found = (self._section(index, blocks) for index, blocks in gathered.items())
        return [section for section in found if section["parts"] or section["title"]]

    def _section(self, index: int, blocks: Sequence[Block]) -> dict[str, Any]:
        section = self.brief.sections[index] if 0 <= index < len(self.brief.sections) else None
        return {
            "id": f"{self.prefix}part-{index + 1}",
            "title": clean(section.title) if section else "",
            "level": min(section.level, 4) if section else 0,
            "parts": _labelled_once(self._parts([b for b in captions_first(blocks) if self._is_shown(b)])),
        }

    def _is_shown(self, block: Block) -> bool:
        return bool(block.sentences and block.kind != "heading") or (
            block.kind == CHART and bool(self._exhibit(block).rows)
        )

    def _exhibit(self, block: Block) -> Exhibit:
        """The table, figure or chart that a block belongs to."""
        known = self.reviewed.exhibits[block.exhibit - 1 : block.exhibit] if block.exhibit else ()
        return known[0] if known else Exhibit()

    def _parts(self, blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
        """Paragraphs, items and the like, one by one, and the cells of a table together."""
        for exhibit, group in groupby(blocks, key=lambda block: block.exhibit if block.kind in CELLS else 0):
            if exhibit:
                yield self._table(list(group))
            else:
                yield from (self._chart(block) if block.kind == CHART else self._part(block) for block in group)

    def _part(self, block: Block) -> dict[str, Any]:
        boxed = (
            {"summary", "key-messages", "bottom-line", "disclaimer", "funding", "conflicts"}
            if block.kind == "front"
            else set()
        )
        section = self.brief.sections[block.section].role if 0 <= block.section < len(self.brief.sections) else ""
        name = block.role if block.role in boxed or block.role != section else ""
        label = {"note": "footnote", "caption": "caption", "quote": "quotation"}.get(block.kind, "")
        label = self._exhibit(block).label if block.kind == "caption" and self._exhibit(block).label else label
        told = clean(block.attributes.get(SAID[block.role], "")) if block.role in SAID else ""
        return {
            "kind": block.kind,
            "name": "",
            "boxed": bool(name) and not label and block.role not in SAID,
            "label": " \u00b7 ".join(part for part in (name.replace("-", " "), label, told) if part),
            "rows": [],
            "below": "",
            "flaws": [],
            "sentences": _marked(block.mark, [self._sentence(sentence, block) for sentence in block.sentences]),
        }

    def _table(self, cells: Sequence[Block]) -> dict[str, Any]:
        """The cells of a table by rows and columns; those without a place in it are in a row by their lines."""
        rows: dict[int, dict[int, Block]] = defaultdict(dict)
        for number, cell in enumerate(cells, 1):
            row, column = cell.cell if cell.cell[0] else (cell.place.line, number)
            rows[row][column] = cell
        placed = all(cell.cell[0] for cell in cells)
        columns = range(1, max(max(row) for row in rows.values()) + 1)
        shown: list[dict[str, Any]] = [
            {
                "head": all(cell.kind == "header-cell" for cell in row.values()),
                "cells": [self._cell(row[n]) if n in row else [] for n in (columns if placed else row)],
            }
            for row in rows.values()
        ]
        even = len({len(row["cells"]) for row in shown}) == 1
        label = self._exhibit(cells[0]).label
        flaws = [flaw for cell in cells for flaw in self._flaws(cell)]
        told = [{**flaw, "words": "" if flaw["code"] in OF_TABLES else flaw["words"]} for flaw in flaws]
        grid = self._grid(cells[0], "" if label else "table", shown, even)
        return grid | {"flaws": told, "name": f"cells of {label}" if label else "table"}

    def _chart(self, block: Block) -> dict[str, Any]:
        """The data of a chart as a table."""
        exhibit = self._exhibit(block)
        rows = [
            {
                "head": not number,
                "cells": [[{**PLAIN, "text": clean(cell), "figure": not LETTER.search(cell)}] for cell in row],
            }
            for number, row in enumerate(exhibit.rows)
        ]
        unit = clean(block.attributes.get("unit", "").strip())
        label = f"data of {exhibit.label}" if exhibit.label else "data of a chart"
        return self._grid(block, f"{label}, {unit}" if unit else label, rows, even=True)

    def _grid(self, block: Block, label: str, rows: Sequence[Mapping[str, Any]], even: bool) -> dict[str, Any]:
        """Rows of cells, and below them the source that is given for all."""
        source = clean(block.attributes.get("source", "").strip())
        below = f"Source: {source}" if source else ""
        sized = _columns(rows) if even else {}
        shown = {"label": label, "name": label, "rows": rows, "below": below, "even": even, **sized}
        return {"kind": "table", "sentences": [], "flaws": [], "boxed": False, **shown}

    def _cell(self, block: Block) -> list[dict[str, Any]]:
        flawed = any(flaw["code"] not in OF_TABLES for flaw in self._flaws(block))
        made = (self._sentence(sentence, block) for sentence in block.sentences)
        return [one | {"flawed": flawed, "figure": not LETTER.search(one["text"])} for one in made]

    def _flaws(self, block: Block) -> list[Mapping[str, Any]]:
        """The findings that begin in a block and in no sentence that counts."""
        end = block.place.end
        first, last = bisect_left(self.loose_starts, block.place.start), bisect_left(self.loose_starts, end)
        return [finding for _, finding in self.loose[first:last]]

    def _sentence(self, sentence: Sentence, block: Block) -> dict[str, Any]:
        """What is shown of a sentence: its words, and if it counts its number, its status and its card."""
        account = self.accounts.get(sentence.place)
        pieces, behind = in_place(sentence)
        values: dict[str, Any] = {
            **PLAIN,
            "text": clean(shown(sentence)),
            "pieces": [{"text": clean(text), "cites": self._cites(cited)} for text, cited in pieces],
            "cites": self._cites(behind),
        }
        if account is None:
            return values
        number = self.numbers[sentence.place]
        found = self.findings.get(number, ())
        sign, word, _ = STATUS_WORDS[account.status]
        return values | {
            "number": number,
            "id": f"{self.prefix}s-{number}",
            "status": account.status,
            "sign": sign,
            "word": word,
            "kind": account.kind if account.status in CLAIMING or account.level != "none" else "",
            "level": account.level,
            "open": is_open(account, found),
            "section": f"{self.prefix}part-{block.section + 1}",
            "rules": " ".join(dict.fromkeys(f["code"] for f in found)),
            "severities": " ".join(dict.fromkeys(f["severity"] for f in found)),
            "why": _why(account),
            "gate": GATE_REASONS.get(account.gate, account.gate) if account.status == "not-a-claim" else "",
            "behind": list(self._behind(account)),
            "scope": account.scope,
            "reason": clean(self.waivers.reason(account)),
            "findings": sorted(found, key=lambda f: GRAVEST.index(f["severity"])),
        }

    def _cites(self, citations: Sequence[Citation]) -> list[dict[str, Any]]:
        """The citations as they are shown in the line: key, locator, and whether the library has it."""
        return [
            {
                "key": clean(citation.key),
                "locator": clean(citation.locator),
                "missing": citation.key not in self.reviewed.sources,
                "id": self._source(citation.key),
                "note": citation.in_note,
            }
            for citation in citations
        ]

    def _source(self, key: str) -> str:
        number = self.source_numbers.get(key)
        return f"{self.prefix}source-{number}" if number else ""

    def _behind(self, account: Account) -> Iterator[dict[str, Any]]:
        """What stands behind a sentence: references with their locators, or the sentence that it says again."""
        if account.status == "restated":
            for place in account.covered_at[:1]:
                yield {"again": self._link(place), "reference": "", "key": "", "where": "", "id": "", "from": {}}
            return
        own = {citation.key: citation for citation in account.sentence.citations}
        covering = dict(zip(account.covered_by, account.covered_at, strict=False))
        here = self.numbers.get(account.sentence.place, 0)
        for key in dict.fromkeys((*own, *covering)):
            citation = own.get(key)
            elsewhere = {} if citation else self._link(covering[key])
            yield {
                "again": {},
                "key": clean(key),
                "reference": clean(self.reviewed.references.get(key, "")),
                "where": clean(_where(citation)) if citation else "",
                "id": self._source(key),
                "from": elsewhere if elsewhere and elsewhere["number"] != here else {},  # else by its own source=
            }

    def _link(self, place: Place) -> dict[str, Any]:
        """The sentence that holds a place, or its line where none does."""
        number = self.numbers.get(place) or self.find(place)
        return {"number": number, "id": f"{self.prefix}s-{number}" if number else "", "line": place.line}


def _marked(mark: str, sentences: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The sentences, the first of an item with its mark."""
    return [{**sentence, "mark": "" if number else mark} for number, sentence in enumerate(sentences)]


def _labelled_once(parts: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts, those of one box that follow each other under one label."""
    made: list[dict[str, Any]] = []
    label = ""
    for part in parts:
        again = part["boxed"] and part["label"] == label
        label = part["label"]
        made.append({**part, "label": ""} if again else part)
    return made


def captions_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the cells of each table and the data of each chart behind its caption, as a build has them."""
    first: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.kind in (*CELLS, CHART):
            first.setdefault(block.exhibit, at)
    above = (
        (first[block.exhibit], 0) if block.kind == "caption" and block.exhibit in first else (at, 1)
        for at, block in enumerate(blocks)
    )
    return [block for _, block in sorted(zip(above, blocks, strict=True), key=lambda pair: pair[0])]


def is_open(account: Account, found: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a sentence asks for work: a claim without a source, a missing source, a warning or an error."""
    return account.status in OPEN or any(finding["severity"] != "info" for finding in found)


def _where(citation: Citation) -> str:
    """Locator with what stands before and after it."""
    return ", ".join(
        part.strip(" ,") for part in (citation.prefix, citation.locator, citation.suffix) if part.strip(" ,")
    )


def _why(account: Account) -> list[dict[str, str]]:
    """The heaviest signs that speak for a claim, in a reader's words."""
    if account.level == "none" and account.status not in OPEN:
        return []
    several = any(sign.name == "several-names" for sign in account.signs)  # which says what "name" would say again
    weighty = [sign for sign in account.signs if sign.weight >= LEAST and not (several and sign.name == "name")]
    heaviest = sorted(weighty, key=lambda sign: -sign.weight)
    return [{"reason": REASONS.get(s.name, s.name), "words": clean(s.words)} for s in heaviest[:MOST_SIGNS]]


def way_of(lang: str) -> str:
    """`ltr` or `rtl`."""
    return direction(lang or "en")
