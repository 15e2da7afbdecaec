"""Statements and tables in, what is said to be so much for each of a thing and is not out.

`The subsidy of £23 million comes to £8.85 a passenger` is held against the passengers that the brief counts, wherever
it does: it is right when any of these counts gives it, and told when none does and one of them comes near. What is
divided stands in the same sentence, or in one of the two before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefkit.evidence.restated import form_of
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import CELLS, PROSE, Statement, known_by, nouns
from briefkit.evidence.tables import Grid, factors_of
from briefkit.evidence.total_rows import TOTAL_IN
from briefkit.evidence.wrong import MADE_UP, like, within
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, agree, bounds

BACK, REACH = 40, 60
MOST_COUNTS, MOST_RATES, MOST_WHOLES, MOST_BEFORE = 400, 300, 12, 60
NO_WORDS = frozenset[str]()
MOST_ROWS = 60
MOST_FIGURES = 24
NEAR = Decimal("1.7")
"""How many times what two amounts give another figure may be that is meant for it."""

EACH_ONE = regex(
    r"(?i)^ ?(?:each|apiece|chacune?s?|par (?:unité|pièce)|jeweils|je stück|cada (?:un[oa]|uma))\b(?! (?:year|month"
    r"|week|day))"
)
EACH_BEFORE = regex(
    r"(?i)\b(?:each|every|chaque|jede[rs]?|cada) (?P<noun>[^\W\d_]{3,30})\b[^.;:()\d]{0,40}?"
    r"(?: about| some| nearly| around| environ| près de| rund| etwa| cerca de)? ?$"
)
EACH_BEHIND = regex(
    r"(?i)^[^.;:()\d]{0,20}\b(?:on average|en moyenne|im (?:durchschnitt|mittel|schnitt)|de media|em média)\b"
)
EACH_OF = regex(
    r"(?i)\b(?:each (?:one )?of|every one of|chacune? d(?:es|e)|jede[nmrs]? der|cada un[oa] de)"
    r" [^.;:()]{1,40}?\d (?P<noun>[^\W\d_]{3,30})(?: (?:about|some|nearly|around|environ|rund|etwa))? ?$"
)
"""What stands before so much for each: it costs each of the city's 412,000 residents $359."""

ANY = "*"
"""The noun where only `each` is said."""

PER = regex(
    r"(?i)^ ?(?:(?:an?|per|for each|for every|in each|par|pro|je|por|al) |/"
    r" ?)(?P<noun>[^\W\d_]{3,30})(?P<more>[^.;]{0,20})"
)
JE = regex(
    r"(?i)\b(?:je|pro) (?P<noun>[^\W\d_]{3,30}) (?:sind|waren|ergibt|macht|ergeben) (?:das|dies) (?:rund |etwa )?$"
)
SO_MUCH = regex(
    r"(?i)(?:\b(?:or|thus|i\.e\.|that is|which is|(?:comes?|came|amounts?|amounted) to|works out at|makes?"
    r"|an average of|also|soit|(?:cela|ce qui) (?:représente|fait)|revient à|das sind|sind das|sind dies|macht das"
    r"|es decir|o sea|ou seja|lo que supone)|,)"
    r"(?: about| some| nearly| around| only| just| environ| près de| rund| etwa| cerca de)? ?$"
)
ON_AVERAGE = regex(r"(?i)^[^.;,]{0,30}\b(?:on average|en moyenne|im (?:durchschnitt|mittel)|de media|em média)\b")
TIME = regex(
    r"(?i)^(?:year|month|week|day|hour|minute|quarter|annum|time|piece|jahr|monat|woche|tag|stunde|an|mois|jour|heure"
    r"|año|mes|día|hora|ano|mês|dia|cent)s?$"
)
OF_THE = regex(r"(?i)\b(?:of|von|sur|de|entre|das|dos)(?: (?:the|its|all|our|den|les|las|los|as|os))* $")
"""What opens all those of whom a sentence then counts a part: of the 74,000 homes 46,000 stand in villages."""

POPULATION = regex(r"(?i)\b(?:population|bevölkerung|población|população)\b[^.;:()\d]{0,24}$")
EACH = frozenset("a an per par pro je por al".split())
YEARLY = regex(r"(?i)\b(?:year|annum|annually|month|week|day|jahr|monat|an|mois|jour|année|año|mes|ano|mês)\b")
PEOPLE = "head capita kopf person people inhabitant resident habitant einwohner tête cabeza cabeça".split()


class Count(NamedTuple):
    """How many there are of a thing, and where that is said; a cell only tells it of the `row` with these words."""

    low: Decimal
    high: Decimal
    value: Decimal
    statement: Statement
    quantity: Quantity
    row: frozenset[str] = frozenset()


class OffHead(NamedTuple):
    """A figure for each of a thing that no count gives, with the amount and the count that come nearest."""

    statement: Statement
    quantity: Quantity
    others: tuple[tuple[Statement, Quantity], ...]
    should: str


def find_off_heads(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffHead]:
    """The figures for each of a thing that no count of the brief gives."""
    prose = [s for s in statements if s.quantities and s.block.kind in PROSE and len(s.quantities) <= MOST_FIGURES]
    rates = [(n, q, noun) for n, s in enumerate(prose) for q in s.quantities if (noun := _each(s.sentence.plain, q))]
    counts: Mapping[str, list[Count]] = {}
    by_statement: dict[int, list[Count]] = {}
    if rates:
        cells = {id(s.block): s for s in statements if s.block.kind in CELLS}
        told = list(_in_text(prose))
        for _, count in told:
            by_statement.setdefault(id(count.statement), []).append(count)
        counts = _gathered((*told, *_in_tables(grids, cells, lang)))
    for number, rate, noun in rates[:MOST_RATES]:
        statement = prose[number]
        before = [s for s in prose[max(number - 2, 0) : number] if s.block is statement.block]
        known = list(counts.get(noun, ()))
        if noun in (ANY, "people"):
            counted = {id(count.quantity) for count in known}
            near = (count for s in (statement, *before) for count in by_statement.get(id(s), ()))
            known += (count for count in near if id(count.quantity) not in counted)
        same = counts.get(form_of(rate.noun[0]), ()) if rate.kind == "count" and rate.noun else ()
        off = _off(statement, rate, before, known, [(c.statement, c.quantity) for c in same[:MOST_WHOLES]])
        if off and not any(_gives(off, q) for s in prose[max(number - MOST_BEFORE, 0) : number] for q in s.quantities):
            yield off


def _gives(off: OffHead, other: Quantity) -> bool:
    """Whether a figure is what an amount and a count make: then the one that is off is of something else."""
    (_, whole), (_, count) = off.others
    if not count.low or other.kind != off.quantity.kind or other.unit.partition("/")[0] != whole.unit.partition("/")[0]:
        return False
    return agree(other, other._replace(low=whole.low / count.low, high=whole.low / count.low))


@cache
def _people() -> frozenset[str]:
    """The forms of the words for people, of whom all words speak alike."""
    return frozenset(map(form_of, PEOPLE))


def _each(text: str, rate: Quantity) -> str:
    """The form of the noun of which a figure is so much for each, where words say that it follows; else nothing."""
    base, _, per = rate.unit.partition("/")
    if rate.kind not in ("money", "count", "measure") or rate.is_range or rate.parts or rate.about in ("over", "under"):
        return ""
    before = text[max(rate.start - BACK, 0) : rate.start]
    if found := JE.search(before):
        return _form(found["noun"])
    if found := EACH_OF.search(text[max(rate.start - 2 * BACK, 0) : rate.start]):
        return _form(found["noun"])
    behind = text[rate.end : rate.end + REACH]
    if EACH_ONE.match(behind) and SO_MUCH.search(before):
        return ANY
    if EACH_BEHIND.match(behind):
        whole = EACH_BEFORE.search(text[max(rate.start - 2 * BACK, 0) : rate.start])
        if whole and not TIME.match(whole["noun"]):
            return _form(whole["noun"])
    found = PER.match(f"/{per}{behind}" if per else behind)
    if not found or TIME.match(found["noun"]) or YEARLY.search(found["more"]):
        return ""
    said = SO_MUCH.search(before) or ON_AVERAGE.match(behind)
    return _form(found["noun"]) if said and (base or rate.kind == "count") else ""


def _form(noun: str) -> str:
    """The form of a noun, the same for all that mean people."""
    form = form_of(noun.casefold())
    return "people" if form in _people() else form


def _gathered(found: Iterable[tuple[frozenset[str], Count]]) -> Mapping[str, list[Count]]:
    """Counts by the forms of what they count."""
    made: dict[str, list[Count]] = {}
    for forms, count in found:
        for form in forms:
            made.setdefault("people" if form in _people() else form, []).append(count)
    return made


def _in_text(prose: Sequence[Statement]) -> Iterator[tuple[frozenset[str], Count]]:
    """The counts of the text."""
    for statement in prose:
        before = NO_WORDS
        for quantity in statement.quantities:
            each = quantity.noun[:1] and quantity.noun[0] in EACH
            if quantity.kind == "count" and not (each or quantity.is_range or quantity.parts or quantity.spoken):
                low, high = (quantity.low, quantity.low) if quantity.step == 1 else bounds(quantity)
                ahead = statement.sentence.plain[max(quantity.start - BACK, 0) : quantity.start]
                forms = before | (frozenset({"people"}) if POPULATION.search(ahead) else nouns(quantity))
                before = nouns(quantity) if OF_THE.search(ahead) else before
                yield forms, Count(low, high, quantity.low, statement, quantity)


def _in_tables(
    grids: Iterable[Grid], cells: Mapping[int, Statement], lang: str
) -> Iterator[tuple[frozenset[str], Count]]:
    """The counts of tables, which are those of a row and are counted in what the head of their column says."""
    for grid in grids:
        rows = [(row, grid.label(row)) for row in grid.rows[:MOST_ROWS]]
        is_total = compiled(TOTAL_IN).search
        labels = [(row, NO_WORDS if is_total(label) else known_by(label, lang)) for row, label in rows]
        for column in grid.columns[1:]:
            factors = factors_of(f"{grid.measure(column)} {grid.caption}")
            forms = known_by(f"{grid.head(column)} {grid.head(grid.columns[0])} {grid.caption}", lang)
            for row, label in labels:
                cell = grid.cells.get((row, column))
                holder = cells.get(id(cell.block)) if cell and cell.quantity and cell.value else None
                if cell and cell.quantity and cell.value and cell.value > 0 and holder:
                    for factor in factors:
                        low, value, high = ((cell.value + half) * factor for half in (-cell.half, 0, cell.half))
                        yield forms, Count(low, high, value, holder, cell.quantity, label)


def _off(
    statement: Statement,
    rate: Quantity,
    before: Sequence[Statement],
    counts: Sequence[Count],
    named: Sequence[tuple[Statement, Quantity]],
) -> OffHead | None:
    """A figure that no amount and count give, with those that come nearest; `named` counts what it counts elsewhere."""
    if not counts or len(counts) > MOST_COUNTS:
        return None
    base = rate.unit.partition("/")[0]
    own = [(statement, q) for q in statement.quantities if q.end <= rate.start]
    wholes = [f for f in own if _may_be_whole(f[1], rate, base)]
    earlier = [(s, q) for s in before for q in s.quantities if _may_be_whole(q, rate, base)]
    earlier = [f for f in named if _may_be_whole(f[1], rate, base)] or earlier
    counted = [c for c in counts if c.quantity is not rate and c.value > 1]
    counted = [c for c in counted if c.statement is statement and c.quantity.end <= rate.start] or counted
    every = [*earlier, *((statement, q) for q in statement.quantities if _may_be_whole(q, rate, base))]
    if _is_paid_over(statement, rate, base) or any(within(rate, [_span(q, c)]) for _, q in every for c in counted):
        return None
    best: tuple[tuple[bool, Decimal], tuple[Statement, Quantity], Count] | None = None
    for whole in wholes or earlier:
        for count in counted:
            apart = count.statement.advises and not statement.advises
            if apart or count.quantity is whole[1] or (count.row and not count.row & statement.words):
                continue
            value = whole[1].low / count.value
            far = max(value, rate.low) / min(value, rate.low)
            slips = is_slip(rate.low, round(value, 0))
            if (far <= NEAR or slips) and (best is None or (not slips, far) < best[0]):
                best = (not slips, far), whole, count
    if best is None:
        return None
    _, whole, count = best
    should = like(statement.sentence.plain, rate, whole[1].low / count.value)
    return OffHead(statement, rate, (whole, (count.statement, count.quantity)), f"the figures give {should}")


def _is_paid_over(statement: Statement, rate: Quantity, base: str) -> bool:
    """Whether a figure is so much a month for so many: $140 a month for six months, $840 a head."""
    own = [
        q for q in statement.quantities if q.kind == rate.kind and q.unit.partition("/")[0] == base and q is not rate
    ]
    times = [q.written for q in statement.quantities if q.kind == "duration"]
    return any(within(rate, [(q.low * n, q.high * n)]) for q in own for n in times)


def _may_be_whole(quantity: Quantity, rate: Quantity, base: str) -> bool:
    """Whether an amount may be what is divided."""
    bare = rate.kind == "money" and quantity.kind == "count" and quantity.written != quantity.low
    same = quantity.kind == rate.kind and quantity.unit.partition("/")[0] == base
    alike = bare or (same and quantity.kind in MADE_UP)
    return alike and not (quantity.is_range or quantity.spoken or quantity.parts) and quantity.low > rate.low > 0


def _span(whole: Quantity, count: Count) -> tuple[Decimal, Decimal]:
    low, high = bounds(whole)
    return low / count.high, high / count.low
