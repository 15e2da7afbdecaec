"""Statements in, the figures and names of a summary or recommendation that the body does not have out.

The body has a figure when any sentence, cell, caption or chart of it gives one that agrees, or when it follows from two
figures of one sentence or from a column of a table: their difference, their share, their sum. A figure that agrees only
with a sentence about something else, while the sentence that says nearly the same gives another, is not had either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from briefkit.evidence.counterparts import Counterparts, Near, as_amount, follows, places_of, same_citation, same_order
from briefkit.evidence.slips import gives, is_on_one_matter, is_same_measure, may_be_slip
from briefkit.evidence.stated import Stated, Statement, comparable, known_by
from briefkit.evidence.tables import Grid, magnitudes_of, measured, scaled
from briefkit.evidence.twice import are_swapped
from briefkit.model import MARKS
from briefkit.quantities import Quantity, agree
from briefkit.quantities.dates import months, weekdays
from briefkit.text import WORD, compiled, primary

MOST_COMPARED = 200_000
MOST_NEAR = 12
MOST_ROWS = 400
MOST_ADVISED = 60
SHORTEST = 4
"""A sentence with fewer words than this is about what the one before it is about: That is 7.4%."""

NEAR = 2.2
"""How many times an amount another may be that agrees with it when both are rounded or told as ranges."""

FOUR_DIGITS = r"(?<!\d)\d{4}(?![\ds])"
SMALL_WORDED = 12
NO_NAME_AFTER = tuple('.:!?\u201c"\u00ab')
SMALL = 5
ADVISED = ("percent", "points", "money", "measure", "count", "year", "date")
AFTERWARDS = ("times", "duration")
"""Kinds that are missed only where the sentence that says nearly the same gives another."""

BARE = ("percent", "money", "measure", "duration")
"""Kinds whose unit a sentence may give with one of its figures alone: 6.1 days each (6.6 the year before)."""

MAGNITUDES = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9))

DERIVED = ("percent", "points", "times")
"""Kinds that a sentence may make of its own figures: £0.9 million, 5% of the budget of £17.7 million."""

LARGE = 1000
OFFICES = frozenset(
    "government gouvernement gobierno governo parliament parlement parlamento congress senate minister ministre"
    " ministro ministry ministère ministerio ministério secretary president président presidente chancellor council"
    " state".split()
)
"""Words that many write with a capital and that name nobody alone."""

SHORT: Mapping[str, tuple[str, ...]] = {
    "union": ("EU", "UE"),
    "kingdom": ("UK",),
    "royaume": ("UK", "RU"),
    "states": ("US", "USA"),
    "unis": ("USA", "US", "EU"),
    "unidos": ("EEUU", "EUA", "EE", "USA"),
    "nations": ("UN", "ONU"),
    "naciones": ("ONU",),
    "nações": ("ONU",),
}
"""How the body may call what one word of its name tells: the Union is the EU."""

OWN = frozenset(MARKS) - {"claim"}


class Beyond(NamedTuple):
    """A figure or name that the body does not have; `near` is what it says that is most like it, `other` its figure.

    It may be `elsewhere`: the body has it of another matter, and of this one the other figure. It is `alike` where that
    comes from a sentence which says nearly the same.
    """

    statement: Statement
    quantity: Quantity | None
    near: Statement | None
    other: Quantity | None
    name: str = ""
    at: int = 0
    elsewhere: bool = False
    alike: bool = False


class Body:
    """The body of a brief, asked whether it has a figure."""

    def __init__(self, statements: Sequence[Statement], grids: Sequence[Grid], date: str, lang: str) -> None:
        self.own = [s for s in statements if not (s.lead or s.advises) and s.block.kind != "title"]
        self.stated = Stated(self.own)
        self.by_kind: dict[tuple[str, str], list[tuple[float, Quantity, Statement]]] = {}
        self.by_year: dict[int, list[Statement]] = {}
        for statement in self.own:
            for quantity in statement.quantities:
                for key in _keys(quantity, statement):
                    self.by_kind.setdefault(key, []).append((float(quantity.low), quantity, statement))
            for year in statement.years:
                self.by_year.setdefault(year, []).append(statement)
        by_block = {id(s.block): s for s in self.own}
        for quantity, block in (found for grid in grids for found in measured(grid)):
            if holder := by_block.get(id(block)):
                key = quantity.kind, quantity.unit
                self.by_kind.setdefault(key, []).append((float(quantity.low), quantity, holder))
        for found in self.by_kind.values():
            found.sort(key=lambda item: item[0])
        heads = " ".join(grid.measure(column) for grid in grids for column in grid.columns)
        words = f"{heads} {' '.join(grid.caption for grid in grids)}".lower()
        self.factors = magnitudes_of(words)
        self.sums = [_sum(grid, column) for grid in grids for column in grid.columns[1:]]
        rows = islice(((grid, row) for grid in grids for row in grid.rows), MOST_ROWS)
        self.rows = [(known_by(grid.label(row), lang), _amounts(grid, row)) for grid, row in rows]
        self.year = int(date[:4]) if date[:4].isdigit() else 0
        self.left = self.left_for_slips = self.left_for_twins = MOST_COMPARED
        self.lang = lang
        self.everything: Stated | None = None
        self.like: dict[int, Statement | None] = {}
        pairs = ((one, two) for one, two in pairwise(self.own) if one.block is two.block and len(two.words) < SHORTEST)
        self.short = {id(one): two for one, two in pairs}
        self.by_citation: dict[tuple[str, str], list[Statement]] = {}
        for statement in self.own:
            for place in places_of(statement) if statement.quantities else ():
                self.by_citation.setdefault(place, []).append(statement)
        self.advised: dict[tuple[str, str, Decimal, Decimal], list[Statement]] = {}
        for statement in (s for s in statements if s.advises and not s.lead):
            for quantity in statement.quantities:
                self.advised.setdefault(_amount(quantity), []).append(statement)
        self.told: set[str] = set()

    @cached_property
    def names(self) -> frozenset[str]:
        """How the words of the body begin."""
        return frozenset(word[:4].casefold() for s in self.own for word in WORD.findall(s.sentence.plain))

    @cached_property
    def short_names(self) -> frozenset[str]:
        """The words of the body in capitals: UK, U.S., NHS."""
        words = (word for s in self.own for word in WORD.findall(s.sentence.plain.replace(".", "")))
        return frozenset(word for word in words if len(word) > 1 and word.isupper())

    def has_short(self, words: Sequence[str]) -> bool:
        """Whether the body has the first letters of a name, or what else one of its words is known by."""
        first = "".join(word[0] for word in words)
        called = (short for word in words for short in SHORT.get(word.casefold(), ()))
        return (len(first) > 1 and first in self.short_names) or not self.short_names.isdisjoint(called)

    def beyond(self, statement: Statement) -> Iterator[Beyond]:
        """The figures of a statement that the body does not have."""
        wanted = [q for q in statement.quantities if self.is_looked_for(statement, q)]
        if not wanted:
            return
        near = self.stated.near(statement.words)[:MOST_NEAR]
        beside = self.counterparts(statement, near)
        told = beside.contradicted()
        if told and not same_order(told[0], told[2]):
            told = None
        if told and told[0] in wanted:
            yield Beyond(statement, *told, elsewhere=bool(self.having(told[0])), alike=True)
        for quantity in (q for q in wanted if not (told and q is told[0])):
            twin = beside.twin(quantity)
            if self.is_advised(statement, quantity) or self.is_had(statement, quantity, near, twin):
                continue
            if twin:
                yield Beyond(statement, quantity, *twin[1:], elsewhere=bool(self.having(quantity)), alike=True)
            elif slip := self.slip(statement, quantity, near):
                yield Beyond(statement, quantity, *slip, elsewhere=bool(self.having(quantity)), alike=True)
            elif not _needs_twin(statement, quantity):
                like = _loose(statement, quantity, beside.near) or (self.anything_like(statement), None)
                yield Beyond(statement, quantity, *like)

    def counterparts(self, statement: Statement, near: Near) -> Counterparts:
        """The figures near those of a statement; none once very many were compared."""
        beside = Counterparts(statement, near)
        self.left_for_twins -= beside.cost
        return beside if self.left_for_twins > 0 else Counterparts(statement, ())

    def slip(self, statement: Statement, quantity: Quantity, near: Near) -> tuple[Statement, Quantity] | None:
        """The figure of the body on the same matter that one with a source may be, with a slip of the pen."""
        if self.left < 0:
            return None  # it is not known whether the body has the figure
        places = sorted(places_of(statement))[:MOST_NEAR]
        cited = [s for place in places for s in self.by_citation.get(place, [])[:MOST_NEAR]]
        others = [(s, len(statement.words & s.words), True) for s in cited]
        others += ((s, shared, False) for shared, s in near if not statement.advises)
        for other, _, same in tuple(others):
            if (short := self.short.get(id(other))) and not statement.advises:
                others.append((short, len(statement.words & (other.words | short.words)), same))
        for other, shared, same in others:
            self.left_for_slips -= len(other.quantities)
            for theirs in other.quantities if self.left_for_slips > 0 else ():
                known = may_be_slip(statement, quantity, other, theirs)
                if known and is_on_one_matter(statement, quantity, theirs, shared, same=same):
                    self.left_for_slips -= len(statement.quantities)
                    if not gives(statement, theirs):
                        return other, theirs
        return None

    def anything_like(self, statement: Statement) -> Statement | None:
        """The statement of the body that shares most words with one, with a figure in it or not; none without any."""
        if self.everything is None:
            own = (s for s in self.own if s.block.kind != "heading")
            self.everything = Stated(s._replace(words=known_by(s.sentence.plain, self.lang)) for s in own)
        if id(statement) not in self.like:
            near = self.everything.near(statement.words)
            self.like[id(statement)] = near[0][1] if near else None
        return self.like[id(statement)]

    def is_looked_for(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is one that a body should have."""
        if quantity.kind == "count" and not quantity.is_range:
            text = statement.sentence.plain[quantity.start : quantity.end]
            if quantity.low <= (SMALL if text[0].isdigit() else SMALL_WORDED):
                return False
        if quantity.kind in ("year", "date"):
            year = int(quantity.high) // (10_000 if quantity.kind == "date" else 1)
            return 0 < year < self.year
        return not statement.advises or quantity.kind in ADVISED

    def is_had(
        self,
        statement: Statement,
        quantity: Quantity,
        near: Near,
        twin: tuple[int, Statement, Quantity] | None,
    ) -> bool:
        """Whether the body has a figure, in a sentence of the same matter if there is one."""
        shared = [len(statement.words & s.words) for s in self.having(quantity)]
        if shared:
            if not max(shared) and (slip := self.slip(statement, quantity, ())):
                return not same_citation(statement, slip[0])
            alone = twin is not None and sum(q.kind == quantity.kind for q in twin[1].quantities) == 1
            alone = alone and twin is not None and same_order(quantity, twin[2])
            return not (twin and alone and 2 * twin[0] >= len(statement.words) and 3 * max(shared) <= twin[0])
        if quantity.kind in DERIVED and follows(quantity, statement):
            return True
        if any(follows(quantity, s) for _, s in near) or self.is_in_row(statement, quantity):
            return True
        return any(agree(quantity, as_amount(quantity, total)) for total in self.sums if total)

    def is_in_row(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is the change from one cell of a row to another, in a row that a statement names."""
        named = islice((found for words, found in self.rows if not words.isdisjoint(statement.words)), MOST_NEAR)
        pairs = (pair for found in named for pair in combinations(found, 2))
        if quantity.kind == "percent":
            made = (abs(a / b - 1) * 100 for one, two in pairs for a, b in ((one, two), (two, one)) if b)
        else:
            made = (abs(one - two) * factor for one, two in pairs for factor in MAGNITUDES)
        return any(agree(quantity, as_amount(quantity, amount)) for amount in made)

    def is_advised(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure that sums up is one that a recommendation on the same matter gives: it is told there."""
        advised = self.advised.get(_amount(quantity), ()) if not statement.advises else ()
        return any(statement.words & other.words for other in advised[:MOST_ADVISED])

    def having(self, quantity: Quantity) -> list[Statement]:
        """The statements of the body with a figure that agrees."""
        if quantity.kind in ("year", "date"):
            return self.having_time(quantity)
        base = quantity.unit.partition("/")[0]
        found = [s for q, s in self.within((quantity.kind, base), quantity) if _is_same(quantity, q)]
        found += self.having_bare(quantity)
        if quantity.kind in ("percent", "money", "count") or quantity.written >= LARGE:
            found += (s for q, s in self.within(("cell", ""), as_written(quantity)) if _is_cell(quantity, q))
            for factor in self.factors if quantity.low >= LARGE else ():
                cells = self.within(("cell", ""), quantity, factor)
                found += (s for q, s in cells if agree(quantity, scaled(q, factor, quantity.kind, quantity.unit)))
        return found

    def having_bare(self, quantity: Quantity) -> Iterator[Statement]:
        """The statements with its number and no unit behind it, which another of their figures has."""
        if quantity.kind not in BARE or not quantity.written:
            return
        for times in MAGNITUDES if quantity.kind in ("money", "measure") else MAGNITUDES[:1]:
            amount = quantity.written * times
            if amount <= quantity.low:
                near = self.within(("count", ""), quantity._replace(low=amount, high=amount))
                yield from (s for q, s in near if q.low == amount and has_measure(s, quantity))

    def having_time(self, quantity: Quantity) -> list[Statement]:
        """The statements of the body with the years of a quantity, or its date."""
        if quantity.kind == "year":
            found = [self.in_year(int(year)) for year in {quantity.low, quantity.high}]
            return [s for statements in found for s in statements] if all(found) else []
        dates = [(q, s) for _, q, s in self.by_kind.get(("date", ""), [])]
        same = [s for q, s in dates if agree(quantity, q)]
        if same or any(int(q.low) // 100 % 100 == int(quantity.low) // 100 % 100 for q, _ in dates):
            return same
        return self.in_year(int(quantity.low) // 10_000)

    def in_year(self, year: int) -> list[Statement]:
        """The statements of the body with a year, at least in a name: standard X3-1986."""
        return self.by_year.get(year) or self.named.get(str(year), [])

    @cached_property
    def named(self) -> Mapping[str, list[Statement]]:
        """The statements of the body by the numbers of four digits in them, be they part of a name or not."""
        made: dict[str, list[Statement]] = {}
        for statement in self.own:
            for match in compiled(FOUR_DIGITS).finditer(statement.sentence.plain):
                made.setdefault(match[0], []).append(statement)
        return made

    def within(
        self, key: tuple[str, str], quantity: Quantity, factor: Decimal = Decimal(1)
    ) -> Iterator[tuple[Quantity, Statement]]:
        """The figures of the body that may be near enough to an amount, given in units of this factor.

        Once very many were compared they are those that begin with the same amount, and of them the first few.
        """
        listed = self.by_kind.get(key, [])
        low, high = float(quantity.low / factor), float(quantity.high / factor)
        low, high, most = (low / NEAR, high * NEAR, len(listed)) if self.left > 0 else (low, low, MOST_NEAR)
        start = bisect_left(listed, low, key=lambda item: item[0])
        for index in range(start, min(start + most, len(listed))):
            self.left -= 1
            if listed[index][0] > high:
                break
            yield listed[index][1:]

    def new_names(self, statement: Statement, lang: str, known: frozenset[str]) -> Iterator[Beyond]:
        """The names in a summary that the body never has."""
        apart = {*months(lang), *weekdays(lang)}
        near: Statement | None = None
        for run in _names(statement, apart):
            begun = [word.casefold()[:4] for word, _ in run]
            is_known = any(word in self.names or word in known or word in self.told for word in begun)
            is_known = is_known or self.has_short([word for word, _ in run])
            if not is_known and not all(word.casefold() in OFFICES for word, _ in run):
                self.told.update(begun)
                name, at = " ".join(word for word, _ in run), run[0][1]
                near = near or self.anything_like(statement)
                yield Beyond(statement, None, near, None, name, at)


def _names(statement: Statement, apart: Iterable[str]) -> Iterator[list[tuple[str, int]]]:
    """The names in a sentence, each as its words with their places: those with a capital that stand side by side."""
    plain, names = statement.sentence.plain, statement.names
    run: list[tuple[str, int]] = []
    end = -1
    for match in list(WORD.finditer(plain))[1:]:
        word, between = match[0], plain[end : match.start()]
        is_name = word[0].isupper() and len(word) > 3 and word.casefold() in names
        if run and not (is_name and between == " "):
            yield run
            run = []
        before = plain[: match.start()].rstrip()[-1:]
        if is_name and (run or before not in NO_NAME_AFTER) and word.casefold() not in apart:
            run.append((word, match.start()))
        end = match.end()
    if run:
        yield run


def find_beyond(
    statements: Sequence[Statement], grids: Sequence[Grid], date: str, lang: str, known: Iterable[str]
) -> Iterator[Beyond]:
    """All figures and names of summaries, titles and recommendations that the body does not have."""
    leading = [s for s in statements if s.lead or s.advises]
    if not any(s.quantities or s.names for s in leading):
        return
    body = Body(statements, grids, date, lang)
    if not body.own:
        return
    own, front = primary(lang), frozenset(w.casefold()[:4] for text in known for w in WORD.findall(text))
    for statement in leading:
        yield from _once(list(body.beyond(statement)))
        named = statement.lead and statement.block.kind != "title" and own != "de"
        if named and not statement.sentence.citations and not statement.sentence.marks:
            yield from body.new_names(statement, own, front)


def has_measure(statement: Statement, quantity: Quantity) -> bool:
    """Whether a statement has a figure of the same kind and in the same unit."""
    return any(is_same_measure(q, quantity) for q in statement.quantities)


def _once(found: Sequence[Beyond]) -> Iterator[Beyond]:
    """What is missed, without the share of 29 of 37 where one of the two is missed too, unless such a share is near."""
    spans = [f.quantity for f in found if f.quantity and not f.quantity.parts]
    for one in found:
        share = one.quantity
        told = share and share.parts and any(share.start <= q.start and q.end <= share.end for q in spans)
        if not told or (one.other and one.other.parts):
            yield one


def _amount(quantity: Quantity) -> tuple[str, str, Decimal, Decimal]:
    """An amount of so much of something, for exactly the same ones."""
    return quantity.kind, quantity.unit, quantity.low, quantity.high


def _keys(quantity: Quantity, statement: Statement) -> Iterator[tuple[str, str]]:
    yield quantity.kind, quantity.unit.partition("/")[0]
    in_table = statement.block.kind in ("cell", "header-cell", "chart")
    if in_table and quantity.kind in ("count", "year"):
        yield "cell", ""
        yield "count", ""


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts agree; where only one of them says per what, the other may mean the same."""
    if "/" in one.unit and "/" in other.unit and one.unit != other.unit:
        return False
    if other.is_range and not one.is_range and one.kind == "count" and not one.about:
        return any(agree(one, other._replace(low=end, high=end)) for end in (other.low, other.high))
    return agree(one._replace(unit=""), other._replace(unit=""))


def as_written(quantity: Quantity) -> Quantity:
    """A quantity as its number alone: 51,000 hectares as 51,000."""
    written, places = quantity.written or quantity.low, quantity.written or quantity.low
    step = Decimal(1).scaleb(min(int(places.as_tuple().exponent), 0))
    return quantity._replace(kind="count", unit="", low=written, high=written, step=step)


def _is_cell(quantity: Quantity, held: Quantity) -> bool:
    """Whether a cell holds the number of a quantity."""
    return agree(as_written(quantity), held._replace(kind="count", unit=""))


def _loose(statement: Statement, quantity: Quantity, near: Near) -> tuple[Statement, Quantity | None] | None:
    """What the body says that is most like a statement, one with a comparable figure first.

    One in which two digits have changed places comes first of all. A figure beside a single word in common is of
    something else, and so is one of another order, or a share of so many beside one of a hundred; it is shown for
    advice only beside a single word.
    """
    for _, other in near:
        for theirs in other.quantities:
            known = comparable(quantity, theirs) or theirs.kind != "count" or len(theirs.written.as_tuple().digits) > 2
            known = known and same_order(quantity, theirs)
            if known and is_same_measure(quantity, theirs) and are_swapped(quantity, theirs):
                return other, theirs
    for shared, other in near:
        for theirs in other.quantities if shared > 1 or statement.advises else ():
            same = comparable(quantity, theirs) and bool(quantity.parts) == bool(theirs.parts)
            if same and same_order(quantity, theirs):
                return other, theirs
    for shared, other in near:
        for theirs in other.quantities if shared > 1 else ():
            if quantity.written and theirs.written == quantity.written and theirs.kind not in ("year", "date"):
                return other, theirs  # the number in another unit
    return (near[0][1], None) if near else None


def _needs_twin(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure is missed only where the body says otherwise: it has a source, or is vague."""
    cited = bool(statement.sentence.citations) or any(m.name in OWN for m in statement.sentence.marks)
    return cited or quantity.kind in AFTERWARDS or quantity.spoken


def _amounts(grid: Grid, row: int) -> list[Decimal]:
    """The amounts of a row, of at most so many columns."""
    return [c.value for c in grid.values(row, grid.columns[1 : MOST_NEAR + 1]) if c and c.value is not None]


def _sum(grid: Grid, column: int) -> Decimal | None:
    """The sum of the amounts of a column."""
    found = [cell.value for row in grid.rows if (cell := grid.cells.get((row, column))) and cell.value is not None]
    return sum(found, Decimal(0)) if len(found) > 1 else None
