"""Statements and tables in, the units and the years that a number has in one place and not in another out.

Two places that have one number of several digits and words in common speak of one thing: where one has it in euros, in
weeks or for 2024 and the other in dollars, in months or for 2023, one of them is wrong. A number that any third place
has as the first one has it is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.counterparts import timing
from briefkit.evidence.mentions import Mention, read_mentions, times_of, years_in
from briefkit.evidence.mistyped import find_mistyped
from briefkit.evidence.stated import Statement, nouns, quantity_place, words_of
from briefkit.evidence.tables import Cell, Grid, is_change
from briefkit.evidence.yearly import digits_of
from briefkit.model import Place, Related
from briefkit.patterns import regex
from briefkit.quantities import Quantity
from briefkit.text import Lines, shorten

MOST_ALIKE = 40
"""How many mentions of one number are compared."""

FEWEST_DIGITS, SEVERAL = 2, 3
AGAIN = regex(
    r"(?i)\b(?:again|also|as well|too|likewise|still|once more|unchanged|the same|remain\w*|stayed"
    r"|wieder\w*|weiterhin|ebenfalls|auch|noch immer|immer noch|unverändert|erneut|nach wie vor|blieb\w*"
    r"|encore|toujours|aussi|de nouveau|à nouveau|également|inchangée?s?|rest\w+"
    r"|otra vez|también|de nuevo|nuevamente|todavía|sigue\w*|igual\w*"
    r"|outra vez|também|de novo|novamente|ainda|continua\w*|mantém|manteve)\b"
)
"""What says that a figure is that of another year too."""

MAGNIFIED = ("count", "money")
THOUSANDS = (Decimal(10**3), Decimal(10**6))


class Clash(NamedTuple):
    """A figure or a year of a sentence, and the mention of the number that has another unit, or another `year`.

    `slip` is whether the mention has the figure itself with another digit.
    """

    statement: Statement
    quantity: Quantity
    number: Quantity
    other: Mention
    year: int = 0
    slip: bool = False


def find_clashes(statements: Sequence[Statement], grids: Iterable[Grid], date: str, lang: str) -> tuple[Clash, ...]:
    """The units first, then the years, then digits; of two that clash the one that sums up is told, else the later."""
    by_number: dict[str, list[Mention]] = {}
    mentions = tuple(read_mentions(statements, grids, lang))
    for mention in mentions:
        if digits_of(mention.quantity) >= FEWEST_DIGITS:
            by_number.setdefault(_key(mention.quantity), []).append(mention)
    known = {number: found for number, found in by_number.items() if 1 < len(found) <= MOST_ALIKE}
    units = list(_units(known))
    told = {id(clash.number) for clash in units}
    today = int(date[:4]) if date[:4].isdigit() else 0
    years = {(id(c.statement), c.quantity): c for c in _years(statements, known, today) if id(c.number) not in told}
    told |= {id(clash.number) for clash in years.values()}
    slips = (found for found in find_mistyped(statements, mentions) if id(found.quantity) not in told)
    return (*units, *years.values(), *(Clash(f.statement, f.quantity, f.quantity, f.other, slip=True) for f in slips))


def _key(quantity: Quantity) -> str:
    """The digits of a number, without zeros before and behind: those of 1.1 billion and of 1,100 million.

    One of a single digit is known by its zeros as well.
    """
    digits = str(quantity.written).replace(".", "").strip("0")
    return digits if len(digits) > 1 else f"{quantity.written.normalize():f}"


def _digits(quantity: Quantity) -> int:
    """How many digits a number has without zeros at its ends: round ones tell little."""
    return len(str(quantity.written).replace(".", "").strip("0"))


def _is_first(one: Mention, other: Mention) -> bool:
    """Whether of two mentions that clash the first is to be told: that of a sentence which sums up, else the later."""
    if other.statement is None or one.statement is None:
        return one.statement is not None
    ranks = [s.lead or s.advises for s in (one.statement, other.statement)]
    places = [(s.sentence.place.line, s.sentence.place.column) for s in (one.statement, other.statement)]
    return ranks[0] > ranks[1] if ranks[0] != ranks[1] else places[0] > places[1]


def _shared(one: Mention, other: Mention) -> int:
    """How many words, and whether another year, two mentions share."""
    return len((one.words & other.words) - timing()) + (not one.years.isdisjoint(other.years))


def _are_of_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a number are of one thing, by the words and the other numbers that they share.

    Of a longer number fewer are asked for.
    """
    shared, typed = _shared(one, other), digits_of(one.quantity)
    counted, theirs = nouns(one.quantity), nouns(other.quantity)
    if counted and theirs and counted.isdisjoint(theirs) and shared < SEVERAL:
        return False
    if other.label and other.label <= one.words and (other.is_alone or other.head & one.words):
        return True
    if other.dated and other.head and other.head <= one.words and not other.label:
        return True  # the row is that of a year
    if _digits(one.quantity) > SEVERAL or (typed >= SEVERAL and counted & theirs):
        return True
    if len(one.beside & other.beside) > 1:
        return shared > 0
    if _digits(one.quantity) >= SEVERAL and (other.statement is None or one.quantity.low == other.quantity.low):
        return shared > 0
    if typed >= SEVERAL:
        return shared >= FEWEST_DIGITS
    fewest = min(len(one.words), len(other.words))
    return shared >= SEVERAL or (shared >= FEWEST_DIGITS and 2 * shared >= fewest)


# --- units -----------------------------------------------------------------------------------


def _units(known: Mapping[str, Sequence[Mention]]) -> Iterator[Clash]:
    currencies = Counter(_base(m.quantity) for ms in known.values() for m in ms if m.quantity.kind == "money")
    told: set[frozenset[int]] = set()
    for mentions in known.values():
        odd = [
            m
            for m in sorted(mentions, key=lambda m: currencies[_base(m.quantity)])
            if m.sure and not any(_is_same(m, o) for o in mentions if o is not m)
        ]
        for one in odd:
            others = [o for o in mentions if o.statement is not one.statement and _has_other_unit(one, o)]
            strange = one.quantity.kind == "money" and currencies[_base(one.quantity)] == 1
            others = [o for o in others if strange or _is_magnified(one, o) or _are_of_one(one, o)]
            found = max(others, key=lambda o: _shared(one, o), default=None)
            first = found and (found not in odd or strange or _is_first(one, found))
            if one.statement and found and first and frozenset((id(one), id(found))) not in told:
                told.add(frozenset((id(one), id(found))))
                yield Clash(one.statement, one.quantity, one.quantity, found)


def _is_magnified(one: Mention, other: Mention) -> bool:
    """Whether two sums of money differ in nothing but millions and billions: no words need tell that they are one."""
    mine, theirs = one.quantity, other.quantity
    told = other.sure and (other.statement is not None or not one.words.isdisjoint(other.label | other.head))
    return told and mine.kind == theirs.kind == "money" and mine.written == theirs.written


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions have a number in one unit."""
    mine, theirs = one.quantity, other.quantity
    return mine.kind == theirs.kind and _base(mine) == _base(theirs) and mine.low == theirs.low


def _base(quantity: Quantity) -> str:
    return quantity.unit.partition("/")[0]


def _has_other_unit(one: Mention, other: Mention) -> bool:
    """Whether the same number is so many of something else: pounds and euros, weeks and months."""
    mine, theirs = one.quantity, other.quantity
    if not other.sure:
        return False
    if {mine.kind, theirs.kind} == {"percent", "points"} and not is_change(other.where):
        several = len(one.beside & other.beside) > 1 or _shared(one, other) >= SEVERAL
        return mine.low == theirs.low and (several or 2 * _shared(one, other) >= min(len(one.words), len(other.words)))
    if mine.kind != theirs.kind:
        return False
    if mine.kind == "money" and _base(mine) != _base(theirs):
        return mine.low == theirs.low
    if mine.kind == "duration":
        return mine.written == theirs.written
    if _base(mine) != _base(theirs) or _is_unscaled(other):
        return False
    if mine.written == theirs.written:
        return mine.low != theirs.low
    far = max(mine.low, theirs.low) / min(mine.low, theirs.low)
    return mine.kind in MAGNIFIED and far in THOUSANDS and _digits(mine) >= SEVERAL  # 18 euros, 18,000 euros


def _is_unscaled(other: Mention) -> bool:
    """Whether a cell has a number that may be so many thousands, as another place says."""
    held = other.quantity
    return other.statement is None and held.kind in MAGNIFIED and held.low == held.written


# --- years -----------------------------------------------------------------------------------


def _years(statements: Iterable[Statement], known: Mapping[str, Sequence[Mention]], today: int) -> Iterator[Clash]:
    by_statement: dict[int, list[Mention]] = {}
    for mention in (m for mentions in known.values() for m in mentions):
        said = mention.statement
        if said and (0 < max(mention.near, default=0) <= today if said.advises else _of(mention)):
            by_statement.setdefault(id(mention.statement), []).append(mention)
    for statement in statements:
        found = [(m, _dated(m, known, today)) for m in by_statement.get(id(statement), ())]
        kept = frozenset(year for m, others in found for o in others for year in _of(m) & _seen_from(m, o))
        for mention, others in sorted(found, key=lambda pair: -_gap(pair[0])):
            if others and not any(_may_be_one(_of(mention), _seen_from(mention, o)) for o in others):
                backed = all(_is_first(mention, o) or _is_backed(o, mention, known) for o in others)
                yield from _off_year(statement, mention, others, kept) if backed else ()


def _is_backed(one: Mention, odd: Mention, known: Mapping[str, Sequence[Mention]]) -> bool:
    """Whether a third place has a figure with the year that one has, so that the other one is odd."""
    thirds = (
        o for o in known[_key(one.quantity)] if o.statement not in (one.statement, odd.statement) or not o.statement
    )
    return any(
        _agrees(one, o) and _may_be_one(_of(one), o.near) and _are_of_one(one, o) for o in thirds if o is not one
    )


def _of(mention: Mention) -> frozenset[int]:
    """The years that a figure is of, else those by which it is reached."""
    return mention.near or mention.limits


def _seen_from(one: Mention, other: Mention) -> frozenset[int]:
    """The years of another mention; where a figure is reached by one, those by which it is, and the end of others."""
    if one.near:
        return other.near
    ends = other.dated or len(other.near) > 1
    return other.limits or frozenset((max(other.near, default=0),) if ends else ())


def _may_be_one(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two figures may be of one time: two that tell of a change have both its ends."""
    return one == other if len(one) == len(other) == 2 else not one.isdisjoint(other)


def _gap(mention: Mention) -> int:
    """How far a figure is from the year that it is of."""
    times = times_of(mention.statement) if mention.statement else ()
    own = (time for time in times if years_in(time) & _of(mention))
    return min((abs(time.start - mention.quantity.start) for time in own), default=0)


def _dated(mention: Mention, known: Mapping[str, Sequence[Mention]], today: int) -> list[Mention]:
    """The other mentions of a figure that have a year, on the same matter and as much in the past.

    A caption tells the year only where nothing else does.
    """
    is_round = _digits(mention.quantity) < FEWEST_DIGITS
    alike = (o for o in known[_key(mention.quantity)] if not is_round or len(mention.beside & o.beside) > 1)
    others = (o for o in alike if o.statement is not mention.statement and _seen_from(mention, o))
    others = (o for o in others if _agrees(mention, o) and not (o.statement and o.statement.advises))
    others = (o for o in others if not (o.statement and _may_be_again(mention, o)))
    others = (o for o in others if _are_of_one(mention, o) or _sums_up(mention, o))
    found = [o for o in others if _is_as_far(mention, o, today)]
    return [o for o in found if o.statement or o.dated] or found


def _sums_up(one: Mention, other: Mention) -> bool:
    """Whether one of two sentences sums up and has the number of the other to the last of several digits."""
    said, theirs = one.statement, other.statement
    counted, named = nouns(one.quantity), nouns(other.quantity)
    if not said or not theirs or said.lead == theirs.lead or said.advises or theirs.advises:
        return False
    apart = counted and named and counted.isdisjoint(named)
    return not apart and _digits(one.quantity) >= SEVERAL and one.quantity.low == other.quantity.low


def _is_as_far(one: Mention, other: Mention, today: int) -> bool:
    """Whether two mentions are both of the past, or both not; of a long number, or a plan, it does not matter."""
    ahead = [max(years) > today > 0 for years in (_of(one), _seen_from(one, other))]
    fewest = 1 if one.statement and other.statement and not one.statement.advises else FEWEST_DIGITS
    long = _digits(one.quantity) >= SEVERAL and _shared(one, other) >= fewest
    planned = ahead == [False, True] and other.dated is not None and bool(other.head) and other.head <= one.words
    return long or planned or ahead[0] == ahead[1]


def _may_be_again(one: Mention, other: Mention) -> bool:
    """Whether the first of two sentences may be right beside the other: it says `again`, or a small figure is that of
    another year too.
    """
    if one.statement and AGAIN.search(one.statement.sentence.plain):
        return True
    sums_up = any(said and said.lead for said in (one.statement, other.statement))
    return not sums_up and digits_of(one.quantity) < SEVERAL and len(one.beside & other.beside) < FEWEST_DIGITS


def _agrees(one: Mention, other: Mention) -> bool:
    """Whether two mentions may have one figure: the unit of a cell may stand nowhere."""
    return _is_same(one, other) or (one.quantity.written == other.quantity.written and _are_bare(one, other))


def _are_bare(one: Mention, other: Mention) -> bool:
    return (not other.sure and other.statement is None) or (not one.sure and not other.sure)


def _off_year(
    statement: Statement, mention: Mention, others: Sequence[Mention], kept: frozenset[int]
) -> Iterator[Clash]:
    """The one year of a figure that no place has for it, where the others have one other year."""
    odd = _of(mention) - kept
    meant = frozenset.intersection(*(_seen_from(mention, o) for o in others)) - statement.years
    times = [time for time in times_of(statement) if years_in(time) & odd]
    if len({years_in(time) for time in times}) == 1 and len(meant) == 1:
        yield Clash(statement, times[-1], mention.quantity, others[0], min(meant))


# --- in words --------------------------------------------------------------------------------


def told_apart(lines: Lines, clash: Clash) -> tuple[str, tuple[Related, ...]]:
    """What the other place has, in words, and the places of its number and of its year."""
    theirs, where = _mentioned(lines, clash.other)
    said = f"{clash.year} for {words_of(clash.statement, clash.number)}" if clash.year else theirs
    related = (Related(where, f"here it is {theirs}"), *_year_of(lines, clash))
    return f"line {where.line} has {said}", related


def _mentioned(lines: Lines, other: Mention) -> tuple[str, Place]:
    """A number as it stands in the text, or in a cell with the words of its row and column."""
    match other.held:
        case Cell():
            return f"{shorten(other.held.text)} ({shorten(other.where)})", other.held.place
        case Statement():
            return words_of(other.held, other.quantity), quantity_place(lines, other.held, other.quantity)


def _year_of(lines: Lines, clash: Clash) -> Iterator[Related]:
    """Where the other place has the year."""
    other = clash.other
    if clash.year and other.dated:
        yield Related(other.dated, f"of {clash.year}")
    elif clash.year and (said := other.statement):
        times = (time for time in times_of(said) if clash.year in years_in(time))
        yield from (Related(quantity_place(lines, said, time), f"of {clash.year}") for time in islice(times, 1))
