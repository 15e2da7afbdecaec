"""Statements and tables in, the shares beside their parts that no whole of the brief gives out.

In `Of these, 1,314 (80%) were mended` or `38,500 (35%) are tenants and 16,500 (25%) live with others` the whole stands
elsewhere: in the sentence before, or in a table. A share is right when any amount of the brief gives it. It is told
when none does and the one that its sentence points at makes another: the one that `of these` means, the one that the
share beside it is of, or a count of the same thing in the sentences before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import NamedTuple

from briefkit.evidence.beside import is_step
from briefkit.evidence.heads import OffHead
from briefkit.evidence.parts import OF_THESE
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import CELLS, PROSE, Statement, nouns
from briefkit.evidence.tables import Grid, factors_of, magnitudes_of
from briefkit.evidence.wrong import HUNDRED, MADE_UP, is_qualified, plain_number
from briefkit.patterns import regex
from briefkit.quantities import Quantity, bounds

MOST_FIGURES = 24
MOST_SHARES = 400
MOST_TRIED = 400
MOST_WHOLES = 4
BEFORE = 2
REACH = 60
SLACK = Decimal("0.06")
NARROW = 1.15
CLOSE = 2
TEN = 10
"""How many times what an amount gives a share may be that is meant for it."""

LINK = regex(
    r"(?i)(?: [^\W\d][\w\u2019'-]*){0,3} ?\(|(?: [^\W\d][\w\u2019'-]*){0,3}, (?:or|that is|i\.e\.|soit|ou|oder|also"
    r"|das sind|es decir|o sea|ou seja),? (?:about |some |nearly |around |almost |rund |etwa |environ |près de )?"
)
BRACKET = regex(r"(?i)(?: of (?:it|them|these|those)| davon| d['\u2019]entre eux)? ?\(")
OF_OWN = regex(r"(?i)^\)? (?:of|de|des|sur|von|der) (?:the |les |den |los |os )?\d")
AMONG = regex(
    r"(?i)^\W{0,3}(?:among (?:these|them|those)|parmi (?:eux|elles|ces|les|ceux)|unter (?:ihnen|diesen|den)|entre"
    r" (?:ell[oa]s"
    r"|est[oa]s|l[oa]s))\b[^.;:()\d]{0,60}$"
)
OF_NAMED = regex(
    r"(?i)^\W{0,3}(?:of|among|sur|parmi|von|unter|de|entre|dos|das) (?:the|all|these|our|last|this|les|ces|tous|den"
    r"|allen|diesen|los|las|os|as)\b[^.;:()\d]{0,50}, $"
)
"""What opens a sentence whose first count is a part of what the one before it counts: Of last year's patients, 214."""

MORE = regex(r"(?i)^\)? ?(?:more|less|fewer|higher|lower|above|below|mehr|weniger|de plus|de moins|más|menos|mais)\b")


WORDED = regex(
    r"(?i)(?: [^\W\d][\w\u2019'-]*){1,7}(?:,| \(| \u2013|\u2014) ?(?:or |that is |i\.e\. |soit |ou |also |das sind )?"
    r"(?:(?:about|some|nearly|around|almost|roughly|just|more than|less than|over|under|well|rund|etwa|knapp|fast|gut"
    r"|environ|près d[e\u2019']|presque|plus d[e\u2019']|casi|cerca de|quase) ?){0,2}"
)
"""What stands between a count and its share in words: 16 schools are bad, about one in ten."""

ENDS = regex(r" ?(?:[.,;:)\u2013\u2014]|$)")
ROUGHLY, FAR = Decimal("1.3"), Decimal(3)
"""How many times a share in words is what it may be meant for, and what it may be told of."""


class Share(NamedTuple):
    """A part with the share that is told of it."""

    part: Quantity
    share: Quantity


class Held(NamedTuple):
    """An amount of the brief, and where it stands."""

    value: float
    quantity: Quantity
    statement: Statement


def find_off_wholes(statements: Sequence[Statement], grids: Iterable[Grid]) -> Iterator[OffHead]:
    """The shares beside their parts that no amount of the brief gives, and one that is pointed at does not."""
    prose = [s for s in statements if s.block.kind in PROSE and 1 < len(s.quantities) <= MOST_FIGURES]
    found = [(s, shares) for s in prose if (shares := list(_shares(s)))]
    yield from _off_worded([s for s in statements if s.block.kind in PROSE and 0 < len(s.quantities) <= MOST_FIGURES])
    if not found:
        return
    wholes = _Wholes(statements, grids)
    places = {id(s): n for n, s in enumerate(statements)}
    for statement, shares in islice(found, MOST_SHARES):
        at = places[id(statement)]
        before = [s for s in statements[max(at - BEFORE, 0) : at] if s.block is statement.block]
        for share in shares:
            if own := _own_whole(statement, share, shares):
                yield from _off(statement, share, [own])
            elif not wholes.giving(share):
                yield from _off(statement, share, wholes.pointed_at(statement, share, shares, before))


def _shares(statement: Statement) -> Iterator[Share]:
    """The parts of a sentence that have their share beside them."""
    text = statement.sentence.plain
    if not any(q.kind == "percent" for q in statement.quantities):
        return
    for one, two in pairwise(q for q in statement.quantities if q.kind not in ("year", "date")):
        part, share = (two, one) if _is_bracketed(text, one, two) else (one, two)
        if part.kind not in MADE_UP or share.kind != "percent" or share.parts or part.parts or share.is_range:
            continue
        if part.is_range or part.about or share.about or part.kind == "duration" or not part.low:
            continue
        linked = part is two or LINK.fullmatch(text[part.end : share.start][:REACH])
        if not linked or OF_OWN.match(text[two.end :][:REACH]):
            continue
        change = is_step(text, one.start, one.end) or MORE.match(text[two.end :][:REACH])
        if not change and not is_qualified(text, share):
            yield Share(part, share)


def _is_bracketed(text: str, share: Quantity, part: Quantity) -> bool:
    """Whether a part stands in brackets behind its share: 57% (935)."""
    beside = share.kind == "percent" and part.kind in MADE_UP and BRACKET.fullmatch(text[share.end : part.start])
    return bool(beside and text[part.end : part.end + 1] == ")")


class _Wholes:
    """The amounts of a brief, asked of which a part is such a share."""

    def __init__(self, statements: Sequence[Statement], grids: Iterable[Grid]) -> None:
        self.held: dict[tuple[str, str], list[Held]] = {}
        for statement in statements:
            for quantity in statement.quantities if statement.block.kind not in CELLS else ():
                if quantity.kind in MADE_UP and not quantity.is_range and not quantity.parts:
                    self._add(quantity.kind, quantity.unit.partition("/")[0], quantity.low, quantity, statement)
                    words = statement.sentence.plain[quantity.start : quantity.end].lower()
                    for times in magnitudes_of(words) or (Decimal(1),) if quantity.kind != "count" else ():
                        self._add("bare", "", quantity.written * times, quantity, statement)
        cells = {id(s.block): s for s in statements if s.block.kind in CELLS}
        for grid in grids:
            factors = {column: factors_of(f"{grid.measure(column)} {grid.caption}") for column in grid.columns}
            for (_, column), cell in grid.cells.items():
                holder = cells.get(id(cell.block))
                if holder and cell.quantity and cell.value and cell.value > 0 and cell.quantity.kind in MADE_UP:
                    for factor in factors[column]:
                        self._add("cell", "", cell.value * factor, cell.quantity, holder)
        for listed in self.held.values():
            listed.sort(key=lambda held: held.value)

    def _add(self, kind: str, unit: str, value: Decimal, quantity: Quantity, statement: Statement) -> None:
        self.held.setdefault((kind, unit), []).append(Held(float(value), quantity, statement))

    def giving(self, share: Share) -> list[Held]:
        """The amounts of which a part is the share that is told."""
        first, last = _span(share)
        found: list[Held] = []
        for key in ((share.part.kind, share.part.unit.partition("/")[0]), ("cell", ""), ("bare", "")):
            listed = self.held.get(key, [])
            at = bisect_left(listed, first, key=lambda held: held.value)
            for held in islice(listed, at, at + MOST_TRIED):
                if held.value > last:
                    break
                found.append(held)
        return found

    def pointed_at(
        self, statement: Statement, share: Share, shares: Sequence[Share], before: Sequence[Statement]
    ) -> Iterator[Held]:
        """The amounts that a sentence points at as the whole of a part."""
        kind = share.part.kind
        others = [s for s in shares if s is not share and s.part.kind == kind and _is_narrow(*_span(s))]
        beside = (w for other in others for w in self.giving(other) if w.quantity.kind == kind)
        yield from islice((w for w in beside if w.value > share.part.low), MOST_WHOLES)
        if share.part.start > share.share.start:
            own = (q for q in statement.quantities if q.end <= share.share.start and _may_be_whole(q, share.part))
            yield from (Held(float(q.low), q, statement) for q in own)
        ahead = (q for q in statement.quantities if q.end <= share.part.start and _may_be_whole(q, share.part))
        yield from (Held(float(q.low), q, statement) for q in ahead if _is_swapped(share, q.low))
        opened = statement.sentence.plain[: share.part.start]
        meant = bool(OF_THESE.search(opened) or AMONG.search(opened))
        named = bool(OF_NAMED.fullmatch(opened))
        for number, other in enumerate(reversed(before)):
            for quantity in other.quantities:
                if not _may_be_whole(quantity, share.part):
                    continue
                same = share.part.kind == "count" and not nouns(quantity).isdisjoint(nouns(share.part))
                near = (same or named) and _is_near(share, quantity.low)
                if (meant and not number) or near or _is_swapped(share, quantity.low):
                    yield Held(float(quantity.low), quantity, other)


def _own_whole(statement: Statement, share: Share, shares: Sequence[Share]) -> Held | None:
    """The amount of a sentence of which another share there is, and this one, which is of the same, is not."""
    others = [s for s in shares if s is not share and s.part.kind == share.part.kind]
    ahead = [q for q in statement.quantities if q.end <= share.part.start and _may_be_whole(q, share.part)]
    if any(_is_share_of(share, q.low) for q in ahead):
        return None
    found = [q for q in ahead if any(_is_share_of(other, q.low) for other in others if other.part is not q)]
    return Held(float(found[0].low), found[0], statement) if len(found) == 1 else None


def _is_share_of(share: Share, whole: Decimal) -> bool:
    first, last = _span(share)
    return first <= float(whole) <= last


def _may_be_whole(quantity: Quantity, part: Quantity) -> bool:
    """Whether an amount is of the same kind as a part, and more."""
    alike = (quantity.kind, quantity.unit) == (part.kind, part.unit)
    return alike and quantity.low > part.low and not (quantity.is_range or quantity.parts)


def _span(share: Share) -> tuple[float, float]:
    """From and to what the whole may be of which a part is such a share."""
    (low, high), (least, most) = bounds(share.part), bounds(share.share)
    if share.part.step == 1:
        low = high = share.part.low
    if least <= SLACK:
        return 0, 0
    return float(low / (most + SLACK) * HUNDRED), float(high / (least - SLACK) * HUNDRED)


def _is_narrow(first: float, last: float) -> bool:
    """Whether a whole is known well enough to be that of another part."""
    return 0 < last <= first * NARROW


def _is_swapped(share: Share, whole: Decimal) -> bool:
    """Whether a share of two digits is that of a whole with these exchanged."""
    real = round(share.part.low / whole * HUNDRED)
    said = share.share.low
    return real >= TEN and said == said.to_integral_value() and f"{real}" == f"{said:.0f}"[::-1] and real != said


def _is_near(share: Share, whole: Decimal) -> bool:
    """Whether a share may be that of a whole with a slip of the pen."""
    real = share.part.low / whole * HUNDRED
    return is_slip(share.share.low, round(real, max(-int(share.share.written.as_tuple().exponent), 0)))


def _off_worded(prose: Sequence[Statement]) -> Iterator[OffHead]:
    """16 schools are in bad condition, about one in five: of 164 schools they are one in ten."""
    found = [(n, s, share) for n, s in enumerate(prose) for share in _worded(s)]
    counts: dict[str, list[tuple[Statement, Quantity]]] = {}
    for statement in prose if found else ():
        for quantity in statement.quantities:
            if quantity.kind == "count" and not (quantity.is_range or quantity.parts or quantity.spoken):
                for noun in nouns(quantity):
                    counts.setdefault(noun, []).append((statement, quantity))
    for number, statement, (part, share) in found[:MOST_SHARES]:
        known = [held for noun in nouns(part) for held in counts.get(noun, ()) if held[1].low > part.low]
        near = (q for s in prose[max(number - BEFORE, 0) : number + 1] for q in s.quantities if q.kind == "count")
        wholes = [q.low for q in (*(q for _, q in known), *near) if q.low > part.low]
        if not known or any(_is_worded(part, share, whole) for whole in wholes):
            continue
        holder, whole = max(known, key=lambda held: held[1].low)
        real = part.low / whole.low * HUNDRED
        if max(real, share.low) <= FAR * min(real, share.low):
            should = f"{plain_number(part.low)} of {plain_number(whole.low)} is {plain_number(real)}%"
            yield OffHead(statement, share, ((statement, part), (holder, whole)), should)


def _worded(statement: Statement) -> Iterator[Share]:
    """The counts of a sentence that have a share in words behind them."""
    text = statement.sentence.plain
    for part, share in pairwise(statement.quantities):
        one_in = share.parts is not None and share.parts[0] == 1
        if share.kind != "percent" or not (one_in or share.spoken) or part.kind != "count" or part.step != 1:
            continue
        beside = not (part.about or part.is_range or part.parts) and WORDED.fullmatch(text[part.end : share.start])
        if beside and ENDS.match(text, share.end):
            yield Share(part, share)


def _is_worded(part: Quantity, share: Quantity, whole: Decimal) -> bool:
    """Whether a share in words may be what a part is of a whole."""
    real = part.low / whole * HUNDRED
    return share.low / ROUGHLY <= real <= share.low * ROUGHLY


def _off(statement: Statement, share: Share, wholes: Iterable[Held]) -> Iterator[OffHead]:
    """The share that the first of some wholes does not give, but may be meant for."""
    for whole in wholes:
        real = share.part.low / Decimal(whole.value) * HUNDRED
        low, high = sorted((real, share.share.low))
        if high <= low * CLOSE or _is_near(share, Decimal(whole.value)):
            text = statement.sentence.plain
            part = " ".join(text[share.part.start : share.part.end].split())
            told = " ".join(whole.statement.sentence.plain[whole.quantity.start : whole.quantity.end].split())
            should = f"{part} of {told} is {plain_number(real)}%"
            yield OffHead(statement, share.share, ((statement, share.part), (whole.statement, whole.quantity)), should)
            return
