"""A brief in, its key messages, options and recommendations out, each with its words, attributes and place.

They are boxes (`::: {.recommendation}`), else what stands under a section of that role: subsections, items of a list,
paragraphs that begin with bold words, for options the rows of a table, for key messages paragraphs; else the text of
the section is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.model import Block, Brief, Place
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

SECTION_OF: Mapping[str, str] = {
    "key-message": "key-messages",
    "option": "options",
    "recommendation": "recommendations",
}
"""The role of the section that each kind of point stands in."""

APART = ("heading", "note", "caption", "header-cell", "chart", "term", "front")
"""Kinds of blocks that are no words of a point."""

LIST_MARK = regex(r"(?P<indent>[ \t>]*)(?:[-*+]|\(?(?:[0-9]{1,9}|[^\W\d_]|#|@\w{0,20})[.)])[ \t]+\W*", re.ASCII)
BOLD = ("**", "__")
ENDS = (".", "!", "?", "\u2026")
LONGEST_LEAD = 60
"""How far into its line the first word of an item is looked for."""


class Point(Value):
    """A key message, an option or a recommendation; `blocks` index those of the brief, `form` says what it is made of.

    `attributes` are those of its box, and empty where it is none; `title` is that of its subsection.
    """

    kind: str
    form: str
    place: Place
    blocks: tuple[int, ...]
    attributes: Mapping[str, str]
    text: str
    title: str = ""


def find_points(brief: Brief, kind: str) -> tuple[Point, ...]:
    """The points of this kind, in the order of the brief."""
    role = SECTION_OF[kind]
    own = [n for n, b in enumerate(brief.blocks) if b.role == kind and b.kind not in (*APART, "cell")]
    front = [[n] for n, b in enumerate(brief.blocks) if b.role == role and b.kind == "front"]
    boxes = [*_made(brief, kind, "front", front), *_made(brief, kind, "box", _boxes(brief, own))]
    if boxes:
        return tuple(boxes)
    inside = [n for n, b in enumerate(brief.blocks) if b.role == role and b.kind not in APART]
    parts = _subsections(brief, role, inside)
    if len(parts) > 1:
        return tuple(_made(brief, kind, "section", parts))
    text = [n for n in inside if brief.blocks[n].kind != "cell"]
    forms = {"item": find_items(brief, text) or find_led(brief, text)}
    if kind == "option":
        forms["row"] = _rows(brief, inside)
    forms["text"] = [[n] for n in text] if kind == "key-message" else [text]
    for form, groups in forms.items():
        made = tuple(_made(brief, kind, form, groups))
        if made:
            return made
    return ()


def _made(brief: Brief, kind: str, form: str, groups: Iterable[Sequence[int]]) -> Iterator[Point]:
    for group in groups:
        blocks = [brief.blocks[n] for n in group]
        text = " ".join(s.plain for b in blocks for s in b.sentences).strip()
        if not text:
            continue
        first, last = blocks[0].place, blocks[-1].place
        place = Place(first.path, *first.start, *last.end)
        title = brief.sections[blocks[0].section].title if form == "section" else ""
        yield Point(kind, form, place, tuple(group), blocks[0].attributes if form == "box" else {}, text, title)


def _boxes(brief: Brief, numbers: Sequence[int]) -> list[list[int]]:
    """The blocks of each box: they share its attributes."""
    groups: list[list[int]] = []
    for number in numbers:
        before = brief.blocks[groups[-1][-1]] if groups and groups[-1][-1] == number - 1 else None
        if before is not None and _one_box(before, brief.blocks[number]):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _one_box(one: Block, other: Block) -> bool:
    named = one.attributes.get("id", "")
    return one.attributes is other.attributes or bool(named and named == other.attributes.get("id"))


def _subsections(brief: Brief, role: str, inside: Sequence[int]) -> list[list[int]]:
    """The blocks of each subsection of the sections with a role; what is deeper belongs to the one above."""
    top: dict[int, int] = {}
    level = child = owner = 0
    for number, section in enumerate(brief.sections):
        if level and section.level > level:
            if section.role == role:
                if not child or section.level <= child:
                    child, owner = section.level, number
                top[number] = owner
        else:
            level, child = (section.level if section.role == role else 0), 0
    groups: dict[int, list[int]] = {}
    for number in inside:
        section_number = brief.blocks[number].section
        if section_number in top:
            groups.setdefault(top[section_number], []).append(number)
    return list(groups.values())


def items_beside(brief: Brief, kind: str) -> list[list[int]]:
    """The blocks of each item of a list in a section with boxes of this kind, which are its points instead."""
    boxed = {b.section for b in brief.blocks if b.role == kind and b.kind not in (*APART, "cell")}
    beside = [n for n, b in enumerate(brief.blocks) if b.role == SECTION_OF[kind] and b.section in boxed]
    return find_items(brief, beside)


def find_leads(brief: Brief, points: Iterable[Point]) -> Iterator[str]:
    """For each point what leads up to the list it is an item of and has no full stop: `The ministry should`."""
    lead, last = "", -1
    for point in points:
        first = point.blocks[0]
        if point.form != "item":
            lead = ""
        elif first != last + 1 or not lead:
            lead = _lead(brief.blocks[first - 1]) if first else ""
        yield lead
        last = point.blocks[-1]


def _lead(block: Block) -> str:
    """The last sentence of a paragraph, unless it ends there."""
    words = block.sentences[-1].plain.rstrip() if block.kind == "paragraph" and block.sentences else ""
    return "" if words.endswith(ENDS) else words.rstrip(":")


def find_items(brief: Brief, inside: Sequence[int]) -> list[list[int]]:
    """The blocks of each item of the outermost lists."""
    lines = Lines(brief.path, brief.text)
    indents = {n: _indent(lines, brief.blocks[n]) for n in inside if brief.blocks[n].kind == "item"}
    outer = min((indent for indent in indents.values() if indent >= 0), default=-1)
    groups: list[list[int]] = []
    for number, indent in indents.items():
        if indent == outer:
            groups.append([number])
        elif groups:
            groups[-1].append(number)
    return groups


def find_led(brief: Brief, inside: Sequence[int]) -> list[list[int]]:
    """The paragraphs that begin with bold words, each with those that follow it, where there are two or more."""
    lines = Lines(brief.path, brief.text)
    groups: list[list[int]] = []
    for number in inside:
        start = lines.offset(*brief.blocks[number].place.start)
        if brief.blocks[number].kind == "paragraph" and brief.text.startswith(BOLD, start):
            groups.append([number])
        elif groups:
            groups[-1].append(number)
    return groups if len(groups) > 1 else []


def _indent(lines: Lines, block: Block) -> int:
    """How far the mark of an item is indented; -1 for a block that begins none."""
    place = block.place
    start = lines.starts[place.line - 1]
    lead = lines.text[start : start + min(place.column - 1, LONGEST_LEAD)]
    found = LIST_MARK.fullmatch(lead)
    return len(found["indent"].expandtabs(4)) if found else -1


def _rows(brief: Brief, inside: Sequence[int]) -> list[list[int]]:
    """The cells of each row of the first table."""
    cells = [n for n in inside if brief.blocks[n].kind == "cell"]
    rows: dict[int, list[int]] = {}
    for number in cells:
        if brief.blocks[number].exhibit == brief.blocks[cells[0]].exhibit:
            rows.setdefault(brief.blocks[number].cell[0], []).append(number)
    return list(rows.values())
