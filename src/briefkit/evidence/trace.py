"""Accounts in, for each recommendation what it rests on out: the claims behind it, and the sources behind those.

A recommendation rests on what `supports=` names, sections, boxes, tables and spans by their identifiers, and on what
its own sentences cite.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefkit.model import Account, Brief, Citation
from briefkit.parse.points import Point, find_points
from briefkit.text import Lines

SUPPORTS = "supports"
SPLIT = re.compile(r"[\s,;]+")
SPAN = re.compile(r"\]\{[^{}\n]{0,300}?#(?P<id>[^\s{}#]{1,200})")
"""The end of a span and its identifier."""

ByBlock = Mapping[int, Sequence[Account]]
"""The claims of each block, by its number."""

OPEN = ("unsupported", "unresolved")
"""The statuses of a claim behind which nothing stands."""


@dataclass(frozen=True, slots=True)
class Support:
    """What stands under one name of `supports=`, or what the recommendation itself cites, when the name is empty.

    `claims` are all sentences there that state or mark something; none where the name leads nowhere (`found`).
    """

    name: str
    claims: tuple[Account, ...]
    found: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """A recommendation, what it rests on, and the keys of the sources behind that, each once."""

    point: Point
    supports: tuple[Support, ...]
    keys: tuple[str, ...]

    @property
    def claims(self) -> tuple[Account, ...]:
        """All claims that it rests on, each once."""
        return tuple({a.sentence.place: a for support in self.supports for a in support.claims}.values())

    @property
    def stands(self) -> bool:
        """Whether a claim with something behind it is among them."""
        return any(account.status not in OPEN for account in self.claims)


def named_supports(point: Point) -> tuple[str, ...]:
    """The identifiers that a recommendation names, each once."""
    names = (name.lstrip("#") for name in SPLIT.split(point.attributes.get(SUPPORTS, "")))
    return tuple(dict.fromkeys(name for name in names if name))


def trace_recommendations(brief: Brief, accounts: Sequence[Account]) -> tuple[Trace, ...]:
    """What each recommendation of a brief rests on."""
    points = find_points(brief, "recommendation")
    wanted = {name for point in points for name in named_supports(point)}
    by_block: dict[int, list[Account]] = {}
    for account in accounts:
        if account.status != "not-a-claim":
            by_block.setdefault(account.sentence.block, []).append(account)
    behind = dict(_behind(brief, accounts, by_block, wanted)) if wanted else {}
    return tuple(_trace(point, by_block, behind) for point in points)


def _trace(point: Point, by_block: ByBlock, behind: Mapping[str, tuple[Account, ...]]) -> Trace:
    supports = [Support(name, behind.get(name, ()), name in behind) for name in named_supports(point)]
    own = tuple(a for n in point.blocks for a in by_block.get(n, ()) if a.sentence.citations)
    if own:
        supports.append(Support("", own))
    keys = dict.fromkeys(key for support in supports for account in support.claims for key in _keys(account))
    return Trace(point, tuple(supports), tuple(keys))


def _keys(account: Account) -> Iterator[str]:
    """What a claim cites, and what else covers it."""
    citations: Sequence[Citation] = account.sentence.citations
    yield from (citation.key for citation in citations)
    if account.status != "restated":
        yield from account.covered_by


def _behind(
    brief: Brief, accounts: Sequence[Account], by_block: ByBlock, wanted: set[str]
) -> Iterator[tuple[str, tuple[Account, ...]]]:
    """The claims under each wanted identifier that there is: of a span, a box or table, a section; the last wins."""
    yield from _spans(brief, accounts, wanted)
    boxes: dict[str, list[Account]] = {}
    sections: dict[int, list[Account]] = {}
    for number, block in enumerate(brief.blocks):
        if (name := block.attributes.get("id", "")) in wanted:
            boxes.setdefault(name, []).extend(by_block.get(number, ()))
        if block.section >= 0 and number in by_block:
            sections.setdefault(block.section, []).extend(by_block[number])
    yield from ((name, tuple(found)) for name, found in boxes.items())
    for number, section in enumerate(brief.sections):
        if section.identifier in wanted:
            inside = _below(brief, number)
            yield section.identifier, tuple(a for n in inside for a in sections.get(n, ()))


def _below(brief: Brief, number: int) -> range:
    """A section and those below it."""
    end = number + 1
    while end < len(brief.sections) and brief.sections[end].level > brief.sections[number].level:
        end += 1
    return range(number, end)


def _spans(brief: Brief, accounts: Sequence[Account], wanted: set[str]) -> Iterator[tuple[str, tuple[Account, ...]]]:
    """The sentence that each wanted span ends in."""
    lines = Lines(brief.path, brief.text)
    starts = sorted(((a.sentence.place.line, a.sentence.place.column), n) for n, a in enumerate(accounts))
    for span in SPAN.finditer(brief.text):
        if span["id"] in wanted:
            at = bisect_right(starts, (lines.position(span.start()), len(accounts))) - 1
            yield span["id"], (accounts[starts[at][1]],) if at >= 0 else ()
