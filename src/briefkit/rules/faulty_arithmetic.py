"""Figures that belong together do not add up.

## What it does
Flags, in a table, a total that its rows or columns do not make, be there one or several, a balance that does not follow
from the one before it, and a share, difference or change that breaks what all other rows keep to; in a sentence, a
change that its two ends do not give (`rose by 12% from 50 to 60`), a rise to less and a fall to more, per cent for
percentage points (`from 10% to 15%, an increase of 5%`), a percentage that two amounts beside it do not make (`29 of 37
(87%)`, `€12m of the €25m (62%)`), a list that does not make its total (`7 women and 5 men, 14 in all`, `83% ended
online: 52% by settlement and 21% by decision`), a sum or product that is written out (`12 + 5 + 4 = 25`), and a
difference; parts that are nearly their whole (`612 routes, of which 410 are contracted and 220 are not`) or have their
shares beside them (`94 km (12%), 250 km (32%) and ...`), `19 of 15 lots`, `6,000 tonnes or 25%` of the 30,000 in the
sentence, `3.6 times as many as`, `twice as often ..., 19% against 8%`, so much for each of what the brief counts, or a
year, `250 cases, ten fewer than a year before (270)`, `71.5 million, after 79.3 million, a fall of 8.7 million`,
`18.4%, up from 18.9%`, `41% ...; the other 49%`, `$57, or 13%, higher: $412 rather than $365`, a share whose whole
stands elsewhere (`There were 1,460. Of these, 1,314 (80%) ...`), what follows the most and is more, a year that stands
twice in a list of years, `over the past ten years, from 2020 to 2025`, `from May 2023 to April 2025, for 24 months`,
`from 3 June to 19 August, for twelve weeks`, a fold (`from 46 to 331, a fivefold increase`), what is left (`three of
the eleven are shut, nine remain`), another number than is listed (`There are four ways:`), what two numbers leave (`360
posts; 312 are filled, so that 58 are vacant`), a part in words of what something was, a fold of two figures elsewhere
(`has tripled since 2019, to $642,000`), a share in words of a count whose part stands elsewhere (`half of the 926
owners`, where a table has 278 of them), a figure outside its own range and a range turned round; and a sentence against
a table: a rank (`the third largest, with 390,000`), what the former and the latter have, the figure of another year or
row, a change (`coal fell by 61%` where its row has 48 and 14), a difference, how far two rows or columns lie apart,
with its share (`£49 million, or 26%`), a share of the total, the year of a figure, the year in a column of years, one
of a list of figures with years, and the figure of a year with a slip of the pen. Rounding is understood: a figure is
wrong only when no way of rounding the others gives it. It is an error where nothing else can be meant, else a warning.
Dates have a rule of their own, `wrong-weekday`.

## Why it matters
Anybody can do the sum, and whoever finds it wrong will ask what else is.

## Example
    Of the unions, 29 of 37 (87%) name the lack of money [@smith2021].

## Instead
    Of the unions, 29 of 37 (78%) name the lack of money [@smith2021].
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from briefkit.evidence.across import find_off_across
from briefkit.evidence.anchored import find_off_anchored
from briefkit.evidence.announced import find_announced
from briefkit.evidence.apart import find_off_apart
from briefkit.evidence.apposed import find_off_apposed
from briefkit.evidence.balances import find_off_balances
from briefkit.evidence.breakdowns import find_off_breakdowns
from briefkit.evidence.cell_pairs import find_off_pairs
from briefkit.evidence.dated_cells import find_off_years
from briefkit.evidence.dated_lists import find_off_lists
from briefkit.evidence.equations import find_unequal
from briefkit.evidence.folds import find_off_folds
from briefkit.evidence.heads import find_off_heads
from briefkit.evidence.lasting import find_off_lasting
from briefkit.evidence.nets import find_off_nets
from briefkit.evidence.orders import find_out_of_order
from briefkit.evidence.parts import find_off_parts
from briefkit.evidence.portions import find_off_portions
from briefkit.evidence.ranked import find_off_ranks
from briefkit.evidence.rates import find_off_rates
from briefkit.evidence.reckoned import find_reckoned
from briefkit.evidence.runs import find_off_runs
from briefkit.evidence.sections import find_off_sections
from briefkit.evidence.series import find_off_series
from briefkit.evidence.stated import Statement, quantity_place, words_of
from briefkit.evidence.sums import find_wrong
from briefkit.evidence.tables import Grid
from briefkit.evidence.totals import find_off
from briefkit.evidence.wholes import find_off_wholes
from briefkit.evidence.worded import find_off_worded
from briefkit.evidence.wrong import Wrong, in_language, in_one_unit
from briefkit.evidence.year_cells import find_off_year_cells
from briefkit.model import Place, Related, Severity
from briefkit.quantities import Quantity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten
from briefkit.values import replace

CODE = "CLM115"
SEVERITY = Severity.WARNING
IN_TABLES = ("cell", "header-cell", "chart")
AGAINST_TABLES = (
    find_off_series,
    find_off_portions,
    find_off_ranks,
    find_off_across,
    find_off_pairs,
    find_off_years,
    find_off_year_cells,
    find_off_anchored,
)
IN_A_TABLE = (find_off, find_off_runs, find_off_sections, find_off_balances, find_off_nets)
MOST_SHOWN = 8
HINT = "correct the figure that is wrong"
CELL_HINT = "correct the cell; if it is right, write above the table <!-- briefkit: allow faulty-arithmetic: why -->"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure that does not follow from others, in sentences and in tables."""
    wrongs = tuple(_find_wrongs(case.statements))
    odd = {statement.sentence.place for statement, _ in wrongs}
    tables = (*case.grids, *case.charts)
    yield from (_in_sentence(case, *one) for one in wrongs)
    yield from _against_tables(case, tables)
    yield from _against_text(case, tables, odd)
    yield from _against_lists(case)
    yield from _in_tables(case)


def _find_wrongs(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Wrong]]:
    """The figures that do not follow from others of their sentence and of the one before it, each with its sentence."""
    last: Statement | None = None
    for statement in map(in_one_unit, statements):
        before = last if last and last.block is statement.block else None
        last = statement
        if statement.quantities and statement.block.kind not in IN_TABLES:
            yield from ((statement, wrong) for wrong in _once(_told(statement, before)))


def _told(statement: Statement, before: Statement | None) -> Iterator[Wrong]:
    """All that is found wrong in a sentence, the surest first."""
    several = len(statement.quantities) > 1
    if several:
        yield from find_wrong(statement)
        yield from find_unequal(statement)
    yield from find_off_rates(statement, before)
    if several:
        yield from find_off_parts(statement, before)
        yield from find_off_apart(statement)
        yield from find_reckoned(statement, before)
        yield from find_out_of_order(statement)
        yield from find_off_lasting(statement)
        yield from find_off_breakdowns(statement.sentence.plain, statement.quantities)
    yield from find_off_apposed(statement, before)


def _once(told: Iterable[Wrong]) -> Iterable[Wrong]:
    """The figures that do not follow, each once, and none that does not follow from such a one."""
    kept: dict[Quantity, Wrong] = {}
    for wrong in told:
        if wrong.quantity not in kept and kept.keys().isdisjoint(wrong.others):
            kept[wrong.quantity] = wrong
    return kept.values()


Figure = tuple[Statement, Quantity]
"""A figure and the sentence that it stands in."""


def _in_sentence(case: Case, statement: Statement, wrong: Wrong) -> Hit:
    holders = (wrong.apart if wrong.apart and not number else statement for number in range(len(wrong.others)))
    related = _shown(case, zip(holders, wrong.others, strict=True))
    return replace(_hit(case, (statement, wrong.quantity), wrong.should, related), step=int(wrong.certain))


def _against_tables(case: Case, tables: Sequence[Grid]) -> Iterator[Hit]:
    """Hits for figures of the text that the cells of a table or a chart do not give."""
    lang = case.brief.front.language
    told: set[tuple[Place, Quantity]] = set()
    odd: set[Place] = set()
    lists = (f for f in find_off_lists(case.statements, tables, lang) if f.statement.sentence.place not in odd)
    for found in chain(*(find(case.statements, tables, lang) for find in AGAINST_TABLES), lists):
        if (found.statement.sentence.place, found.quantity) in told:
            continue
        told.add((found.statement.sentence.place, found.quantity))
        odd.add(found.statement.sentence.place)
        times = [found.year] if found.year else []
        years = (Related(quantity_place(case.lines, found.statement, time), "of this year") for time in times)
        cells = (*(Related(cell.place, shorten(cell.text)) for cell in found.cells), *years)
        yield _hit(case, (found.statement, found.quantity), found.should, cells)


def _against_text(case: Case, tables: Sequence[Grid], odd: Collection[Place]) -> Iterator[Hit]:
    """Hits for figures that others of the whole text do not give; sentences with a wrong figure already are `odd`."""
    wholes = (w for w in find_off_wholes(case.statements, tables) if w.statement.sentence.place not in odd)
    lang = case.brief.front.language
    finds = (find_off_heads, find_off_folds, find_off_worded)
    told = chain.from_iterable(find(case.statements, case.grids, lang) for find in finds)
    for found in (*told, *wholes):
        yield _hit(case, (found.statement, found.quantity), found.should, _shown(case, found.others))


def _against_lists(case: Case) -> Iterator[Hit]:
    """Hits for how many things are announced where another number of them is listed."""
    for found in find_announced(case.brief, case.statements):
        items = tuple(Related(item, "listed here") for item in found.items[:MOST_SHOWN])
        hit = _hit(case, (found.statement, found.quantity), f"{found.listed} are listed", items)
        yield replace(hit, hint="count them, and correct the number")


def _in_tables(case: Case) -> Iterator[Hit]:
    """Hits for the cells of a table that others of it do not make."""
    for grid in case.grids:
        for off in chain.from_iterable(find(grid) for find in IN_A_TABLE):
            should = in_language(off.should, case.brief.front.language)
            message = f"This cell has {shorten(off.cell.text)}, but {should}"
            related = tuple(Related(other.place, shorten(other.text)) for other in off.others[:MOST_SHOWN])
            yield Hit(off.cell.place, message, CELL_HINT, related, off.cell.text, step=int(off.certain))


def _hit(case: Case, figure: Figure, should: str, related: tuple[Related, ...]) -> Hit:
    """The hit for a figure of the text."""
    message = f"This says {words_of(*figure)}, but {in_language(should, case.brief.front.language)}"
    return Hit(quantity_place(case.lines, *figure), message, HINT, related, figure[0].sentence.plain)


def _shown(case: Case, figures: Iterable[Figure]) -> tuple[Related, ...]:
    """Where the figures stand that another does not follow from."""
    return tuple(Related(quantity_place(case.lines, *figure), words_of(*figure)) for figure in figures)
