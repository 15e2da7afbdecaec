"""Accounts in, for each recommendation what it rests on out: the claims behind it, and the sources behind those.

A recommendation rests on what `supports=` names, sections, boxes, tables and spans by their identifiers, and on what
its own sentences cite.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from briefkit.evidence import source_keys
from briefkit.model import OPEN, Account, Brief, Citation
from briefkit.parse.points import Point, find_points
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

SUPPORTS = "supports"
SPLIT = regex(r"[\s,;]+")
SPAN = regex(r"\]\{[^{}\n]{0,300}?#(?P<id>[^\s{}#]{1,200})")
"""The end of a span and its identifier."""

ByBlock = Mapping[int, Sequence[Account]]
"""The claims of each block, by its number."""


class Support(Value):
    """What stands under one name of `supports=`, or what the recommendation itself cites, when the name is empty.

    `claims` are all sentences there that state or mark something; none where the name leads nowhere (`found`). `shows`
    says that a table, figure or chart is there, and `keys` are the sources that these cite. It `stands` when there is a
    claim with something behind it, or a table or figure with a source.
    """

    name: str
    claims: tuple[Account, ...]
    found: bool = True
    shows: bool = False
    keys: tuple[str, ...] = ()
    stands: bool = False


class Trace(Value):
    """A recommendation and what it rests on."""

    point: Point
    supports: tuple[Support, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sources behind it, each once."""
        return tuple(dict.fromkeys(key for support in self.supports for key in _all_keys(support)))

    @property
    def claims(self) -> tuple[Account, ...]:
        """All claims that it rests on, each once."""
        return tuple({a.sentence.place: a for support in self.supports for a in support.claims}.values())

    @property
    def stands(self) -> bool:
        """Whether one of its supports stands."""
        return any(support.stands for support in self.supports)


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
    advice = {number for point in points for number in point.blocks}
    behind = dict(_behind(brief, accounts, by_block, wanted, advice)) if wanted else {}
    return tuple(_trace(point, by_block, behind) for point in points)


def _trace(point: Point, by_block: ByBlock, behind: Mapping[str, Support]) -> Trace:
    supports = [behind.get(name) or Support(name, (), found=False) for name in named_supports(point)]
    own = tuple(a for n in point.blocks for a in by_block.get(n, ()) if a.sentence.citations)
    if own:
        supports.append(_made("", own))
    return Trace(point, tuple(supports))


def _made(name: str, claims: tuple[Account, ...], shows: bool = False, keys: tuple[str, ...] = ()) -> Support:
    """What is found under a name."""
    return Support(name, claims, True, shows, keys, bool(keys) or any(a.status not in OPEN for a in claims))


def _all_keys(support: Support) -> Iterator[str]:
    yield from (key for account in support.claims for key in _keys(account))
    yield from support.keys


def _keys(account: Account) -> Iterator[str]:
    """What a claim cites, and what else covers it."""
    citations: Sequence[Citation] = account.sentence.citations
    yield from (citation.key for citation in citations)
    if account.status != "restated":
        yield from account.covered_by


def _behind(
    brief: Brief, accounts: Sequence[Account], by_block: ByBlock, wanted: set[str], advice: set[int]
) -> Iterator[tuple[str, Support]]:
    """What is under each wanted identifier that there is: of a span, a box or table, a section; the last wins.

    The recommendations that stand in a section (`advice`) are nothing that one rests on.
    """
    yield from _spans(brief, accounts, wanted)
    boxes: dict[str, list[int]] = {}
    sections: dict[int, list[int]] = {}
    for number, block in enumerate(brief.blocks):
        if (name := block.attributes.get("id", "")) in wanted:
            boxes.setdefault(name, []).append(number)
        if block.section >= 0 and number not in advice:
            sections.setdefault(block.section, []).append(number)
    yield from ((name, _support(name, brief, by_block, found)) for name, found in boxes.items())
    for number, section in enumerate(brief.sections):
        if section.identifier in wanted:
            inside = [n for s in _below(brief, number) for n in sections.get(s, ())]
            yield section.identifier, _support(section.identifier, brief, by_block, inside)


def _support(name: str, brief: Brief, by_block: ByBlock, numbers: Sequence[int]) -> Support:
    """What stands in some blocks."""
    shown = [brief.blocks[n] for n in numbers if brief.blocks[n].exhibit]
    cited = (c.key for block in shown for sentence in block.sentences for c in sentence.citations)
    named = (key for block in shown for key in source_keys(block.attributes.get("source", "")))
    keys = dict.fromkeys((*cited, *named))
    return _made(name, tuple(a for n in numbers for a in by_block.get(n, ())), bool(shown), tuple(keys))


def _below(brief: Brief, number: int) -> range:
    """A section and those below it."""
    end = number + 1
    while end < len(brief.sections) and brief.sections[end].level > brief.sections[number].level:
        end += 1
    return range(number, end)


def _spans(brief: Brief, accounts: Sequence[Account], wanted: set[str]) -> Iterator[tuple[str, Support]]:
    """The sentence that each wanted span ends in."""
    lines = Lines(brief.path, brief.text)
    starts = sorted(((a.sentence.place.line, a.sentence.place.column), n) for n, a in enumerate(accounts))
    for span in SPAN.finditer(brief.text):
        if span["id"] in wanted:
            at = bisect_right(starts, (lines.position(span.start()), len(accounts))) - 1
            yield span["id"], _made(span["id"], (accounts[starts[at][1]],) if at >= 0 else ())
