"""Figures that belong together do not add up.

## What it does
Flags, in a table, a total that its rows or columns do not make, be there one or several, a balance that does not
follow from the one before it, and a share, difference or change that breaks what all other rows keep to; in a
sentence, a change that its two ends do not give (`rose by 12% from 50 to 60`), a rise to less and a fall to more, per
cent for percentage points (`from 10% to 15%, an increase of 5%`), a percentage that two amounts beside it do not make
(`29 of 37 (87%)`, `€12m of the €25m (62%)`), a list that does not make its total (`7 women and 5 men, 14 in all`), a
sum or product that is written out (`12 + 5 + 4 = 25`), and a difference; parts that are nearly their whole (`612
routes, of which 410 are contracted and 220 are not`) or have their shares beside them (`94 km (12%), 250 km (32%) and
...`), `19 of 15 lots`, `6,000 tonnes or 25%` of the 30,000 in the sentence, `3.6 times as many as`, `twice as often
..., 19% against 8%`, so much for each of what the brief counts, or a year, `250 cases, ten fewer than a year before
(270)`, `71.5 million, after 79.3 million, a fall of 8.7 million`, `18.4%, up from 18.9%`, `41% ...; the other 49%`,
`$57, or 13%, higher: $412 rather than $365`, a share whose whole stands elsewhere (`There were 1,460. Of these, 1,314
(80%) ...`), what follows the most and is more, a year that stands twice in a list of years, `over the past ten years,
from 2020 to 2025`, `from May 2023 to April 2025, for 24 months`, a figure outside its own range and a range turned
round; and a sentence against a table: a rank (`the third largest, with 390,000`), what the former and the latter have,
the figure of another year or row, a change (`coal fell by 61%` where its row has 48 and 14), a difference, a share of
the total, the figure of a year with a slip of the pen. Rounding is understood: a figure is wrong only when no way of
rounding the others gives it. It is an error where nothing else can be meant, else a warning. Dates have a rule of
their own, `wrong-weekday`.

## Why it matters
Anybody can do the sum, and whoever finds it wrong will ask what else is.

## Example
    Of the unions, 29 of 37 (87%) name the lack of money [@smith2021].

## Instead
    Of the unions, 29 of 37 (78%) name the lack of money [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefkit.evidence.across import find_off_across
from briefkit.evidence.announced import find_announced
from briefkit.evidence.apart import find_off_apart
from briefkit.evidence.balances import find_off_balances
from briefkit.evidence.equations import find_unequal
from briefkit.evidence.heads import find_off_heads
from briefkit.evidence.lasting import find_off_lasting
from briefkit.evidence.orders import find_out_of_order
from briefkit.evidence.parts import find_off_parts
from briefkit.evidence.portions import find_off_portions
from briefkit.evidence.ranked import find_off_ranks
from briefkit.evidence.rates import find_off_rates
from briefkit.evidence.reckoned import find_reckoned
from briefkit.evidence.sections import find_off_sections
from briefkit.evidence.series import find_off_series
from briefkit.evidence.stated import Statement, quantity_place, words_of
from briefkit.evidence.sums import find_wrong
from briefkit.evidence.totals import find_off
from briefkit.evidence.wholes import find_off_wholes
from briefkit.evidence.wrong import Wrong, in_one_unit
from briefkit.model import Place, Related, Severity
from briefkit.quantities import Quantity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "CLM115"
SEVERITY = Severity.WARNING
IN_TABLES = ("cell", "header-cell", "chart")
MOST_SHOWN = 8
HINT = "correct the figure that is wrong"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure that does not follow from others, in sentences and in tables."""
    last: Statement | None = None
    odd: set[Place] = set()
    for statement in map(in_one_unit, case.statements):
        before = last if last and last.block is statement.block else None
        last = statement
        if statement.quantities and statement.block.kind not in IN_TABLES:
            several = len(statement.quantities) > 1
            told = [*find_wrong(statement), *find_unequal(statement)] if several else []
            told += find_off_rates(statement, before)
            if several:
                told += (*find_off_parts(statement, before), *find_off_apart(statement))
                told += (*find_reckoned(statement, before), *find_out_of_order(statement), *find_off_lasting(statement))
            wrongs = list(_once(told))
            odd |= {statement.sentence.place} if wrongs else set()
            yield from (_sentence(case, statement, wrong) for wrong in wrongs)
    lang = case.brief.front.language
    tables = (*case.grids, *case.charts)
    finders = (find_off_series, find_off_portions, find_off_ranks, find_off_across)
    for found in chain.from_iterable(find(case.statements, tables, lang) for find in finders):
        place = quantity_place(case.lines, found.statement, found.quantity)
        message = f"This says {words_of(found.statement, found.quantity)}, but {found.should}"
        related = tuple(Related(cell.place, shorten(cell.text)) for cell in found.cells)
        yield Hit(place, message, HINT, related, found.statement.sentence.plain)
    wholes = (w for w in find_off_wholes(case.statements, tables) if w.statement.sentence.place not in odd)
    for head in (*find_off_heads(case.statements, case.grids, lang), *wholes):
        message = f"This says {words_of(head.statement, head.quantity)}, but {head.should}"
        related = tuple(Related(quantity_place(case.lines, *one), words_of(*one)) for one in head.others)
        place = quantity_place(case.lines, head.statement, head.quantity)
        yield Hit(place, message, HINT, related, head.statement.sentence.plain)
    for listed in find_announced(case.brief, case.statements):
        place = quantity_place(case.lines, listed.statement, listed.quantity)
        message = f"This says {words_of(listed.statement, listed.quantity)}, but {listed.listed} are listed"
        related = tuple(Related(item, "listed here") for item in listed.items[:MOST_SHOWN])
        yield Hit(place, message, "count them, and correct the number", related, listed.statement.sentence.plain)
    for grid in case.grids:
        for off in (*find_off(grid), *find_off_sections(grid), *find_off_balances(grid)):
            message = f"This cell has {shorten(off.cell.text)}, but {off.should}"
            related = tuple(Related(other.place, shorten(other.text)) for other in off.others[:MOST_SHOWN])
            hint = "correct the cell, or say below the table why it differs"
            yield Hit(off.cell.place, message, hint, related, off.cell.text, step=int(off.certain))


def _once(told: Iterable[Wrong]) -> Iterable[Wrong]:
    """The figures that do not follow, each once, and none that does not follow from such a one."""
    kept: dict[Quantity, Wrong] = {}
    for wrong in told:
        if wrong.quantity not in kept and kept.keys().isdisjoint(wrong.others):
            kept[wrong.quantity] = wrong
    return kept.values()


def _sentence(case: Case, statement: Statement, wrong: Wrong) -> Hit:
    given = words_of(statement, wrong.quantity)
    holders = (wrong.apart if wrong.apart and not number else statement for number in range(len(wrong.others)))
    held = tuple(zip(holders, wrong.others, strict=True))
    related = tuple(Related(quantity_place(case.lines, *one), words_of(*one)) for one in held)
    place = quantity_place(case.lines, statement, wrong.quantity)
    message = f"This says {given}, but {wrong.should}"
    return Hit(place, message, HINT, related, statement.sentence.plain, step=int(wrong.certain))
