"""A table in, the cells that do not follow from the others of it out.

A row called `Total` is the sum of those above it or below it. Other relations are found, not guessed: a column that in
nearly all rows is the difference of two others, their share, the change from one to the other, a part of a column's sum
or the sum of all, is that in every row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from briefkit.evidence.slips import is_slip
from briefkit.evidence.tables import Cell, Grid, is_change
from briefkit.evidence.wrong import plain_number
from briefkit.patterns import compiled, regex
from briefkit.text import shorten

TOTAL = (
    r"(?i)\W*(?:grand total|totals?|overall total|all together|sum|insgesamt|gesamt|summe|ensemble|totaux"
    r"|totales|totais|soma|total g[eé]n[eé]ral)\b\W*(?:\w+\W*){0,2}"
)
ALL = regex(
    r"(?i)\W*(?:(?:all|overall|alle|zusammen|tous|toutes|todos|todas)\b\W*(?:\w+\W*){0,2}"
    r"|(?:whole |the |der |la |el |le |o |a )*"
    r"(?:region|country|county|nation|state|city|district|area|network|industry|land|bezirk|kreis|gebiet|stadt|région"
    r"|métropole|département|ville|pays|cuenca|región|país|provincia|ciudad|região|cidade|distrito)\W*)"
)
"""What a row of totals may be called as well: where a column adds up, or nearly does, it is one."""

BROKEN_UP = r"(?i)\b(?:sub-?total\w*|of which|thereof|dont|davon|darunter|sous-total|de los cuales|dos quais)\b"
RATES = regex(
    r"(?i)\b(?:per|par|pro|je|por|rates?|averages?|mean|median|index|ratio|price|prices|prix|moyenne?|taux|preis|durchschnitt|quote|rate|tasa"
    r"|promedio|precio|média|taxa|preço|year|années?|jahr|año|ano|rank|score)\b|[€$£] ?/|/"
)
OVER_TIME = regex(
    r"(?i)(?:\b(?:an?|per|each|every|in the|during the|dans l['\u2019]|par|pro|im|je|por|al|en el|no|cada)|/) ?"
    r"(?:(?:year|month|week|day|quarter)s?|annum|yr|an"
    r"|année|mois|semaine|jour|trimestre|jahr|monat|woche|tag|quartal|año|mes|semana|día|trimestre|ano|mês|dia)\b"
)
"""What is counted over a time adds up: jobs a year, euros per month."""

SHARES = r"(?i)%|\b(?:per cent|percent|shares?|parts?|anteile?|prozent|cuota|porcentaje|quota|percentagem)\b"
MOST_COLUMNS = 7
FEWEST_FITS = 3
MOST_SLIPS = 2
FAR_FROM_WHOLE = 15
MOST_TOO_LARGE = 2
MANY = 10
"""How many times its rounding a sum is that is none by chance."""

SURE = 400
"""The same of one that needs no second column to be sure."""

HALF = Decimal("0.5")
SPREAD = Decimal("2.6")
"""How many standard deviations a sum of rounded amounts may be off: one in a hundred is further."""

HUNDRED = Decimal(100)
ONE = Decimal(1)


class Off(NamedTuple):
    """A cell that does not follow from others; `should` says what it would be, `certain` that nothing excuses it."""

    cell: Cell
    others: tuple[Cell, ...]
    should: str
    certain: bool = False


def find_off(grid: Grid) -> Iterator[Off]:
    """The cells of a table that do not follow from the others, each once."""
    told: set[int] = set()
    for off in (*_total_rows(grid), *_relations(grid)):
        if id(off.cell) not in told and not told & {id(other) for other in off.others}:
            told.add(id(off.cell))
            yield off


# --- rows of totals --------------------------------------------------------------------------


def _total_row(grid: Grid) -> int | None:
    """The row of totals, if the table has one and no parts of parts."""
    labels = {row: grid.label(row) for row in grid.rows}
    rows = [row for row, label in labels.items() if compiled(TOTAL).fullmatch(label)]
    rows = rows or [row for row in grid.rows[:1] + grid.rows[-1:] if ALL.fullmatch(labels[row])]
    rows = rows or [row for row in grid.rows[-1:] if _adds_up(grid, row)]
    if len(rows) != 1 or any(compiled(BROKEN_UP).search(label) for label in labels.values()):
        return None
    return rows[0] if rows[0] in (grid.rows[0], grid.rows[-1]) else None


def _adds_up(grid: Grid, last: int) -> bool:
    """Whether the last row is the sum of those above it in all columns but one, whatever it is called."""
    above = grid.rows[:-1]
    if len(above) < FEWEST_FITS:
        return False
    right = wrong = 0
    exact = far = False
    for column in grid.columns[1:]:
        total, *parts = grid.values(last, (column,)) + [grid.values(row, (column,))[0] for row in above]
        known = [cell.amount for cell in parts if cell]
        if not total or len(known) < len(above) or min(known) < 0:
            continue
        least, _, most = sorted((min(known), total.amount, max(known)))
        if least < total.amount < most:
            continue  # it may be a mean
        amount, slack = sum(known, Decimal(0)), _slack([total, *(cell for cell in parts if cell)])
        off = abs(amount - total.amount)
        right += off <= slack and amount >= MANY * slack
        wrong += off > slack
        exact |= not off and amount >= SURE * slack
        far |= off > amount / 2
    return wrong <= 1 and (right >= FEWEST_FITS - 1 or (exact and not far))


def parts_of(grid: Grid) -> list[int]:
    """The rows that are no total."""
    total = _total_row(grid)
    return [row for row in grid.rows if row != total]


def _total_rows(grid: Grid) -> Iterator[Off]:
    total, rows = _total_row(grid), parts_of(grid)
    if total is None or len(rows) < 2:
        return
    sums = [found for column in grid.columns[1:] if (found := _column(grid, column, total, rows))]
    right = any(not off for off in (f[1] for f in sums))
    if sum(cells[0].amount == amount for cells, _, amount in sums) > 1:
        sums = [(cells, off or abs(amount - cells[0].amount) > _likely(cells), amount) for cells, off, amount in sums]
    if not right and ALL.fullmatch(grid.label(total)):
        return
    for cells, off, amount in sums:
        least, *_, most = sorted(c.amount for c in cells[1:])
        is_mean = least <= cells[0].amount <= most and not _is_slip(cells[0].amount, amount)
        is_mean = is_mean and not (right and _is_one_too_large(cells[0].amount, [c.amount for c in cells[1:]]))
        if off and not is_mean:
            exact = all(c.quantity and c.quantity.step == 1 for c in cells)
            yield Off(cells[0], tuple(cells[1:]), f"the rows make {plain_number(amount)}", certain=right and exact)


def _is_one_too_large(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether one of some parts is too large by less than it should be: without it all others leave what it may be."""
    largest = max(parts)
    left = total - sum(parts, -largest)
    return len(parts) > FEWEST_FITS and left > 0 and largest <= MOST_TOO_LARGE * left


def _likely(cells: Sequence[Cell]) -> Decimal:
    """By how much a sum may be off through rounding, as chance has it, where other sums are not off at all."""
    step = max((cell.half for cell in cells), default=Decimal(0)) * 2
    return step * (HALF + SPREAD * (Decimal(len(cells) - 1) / 12).sqrt())


def _is_slip(value: Decimal, amount: Decimal) -> bool:
    """Whether an amount is typed as another one with one or two digits changed."""
    if _is_swap(value, amount):
        return True
    one, other = (f"{number:f}" for number in (value, amount))
    odd = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and odd <= MOST_SLIPS and 2 * odd <= len(one)


def _column(grid: Grid, column: int, total: int, rows: Sequence[int]) -> tuple[list[Cell], bool, Decimal] | None:
    """The cells of a column, the total first; whether they do not add up, and their sum. None where none is meant."""
    cells = [grid.cells.get((row, column)) for row in (total, *rows)]
    known = [c for c in cells if c and c.value is not None]
    blank = [c for c in cells[1:] if c is None or c.value is None]
    if cells[0] is None or cells[0].value is None or len(known) < 3:
        return None
    if any(c and c.text.strip(" -\u2013\u2014.0") for c in blank):
        return None
    amount = sum((c.value for c in known[1:] if c.value is not None), Decimal(0))
    values = [c.value for c in known if c.value is not None]
    if _are_rates(grid.head(column)) and not any(_is_swap(v, values[0] - amount + v) for v in values[1:]):
        return None
    if min(values[1:]) < 0 or len({c.quantity.kind for c in known if c.quantity} - {"year"}) > 1:
        return None
    if _are_shares(grid, column, known):
        whole = abs(amount - HUNDRED) <= _slack(known)
        if not whole and (values[0] != HUNDRED or abs(amount - HUNDRED) > FAR_FROM_WHOLE):
            return None
    return known, abs(amount - values[0]) > _slack(known), amount


def _is_swap(one: Decimal, other: Decimal) -> bool:
    """Whether an amount has the digits of another one in another order."""
    return is_slip(one, other) and sorted(f"{one:f}") == sorted(f"{other:f}")


def _are_rates(head: str) -> bool:
    """Whether what a column holds does not add up; what it holds for a year does."""
    return bool(RATES.search(OVER_TIME.sub(" ", head)))


def _are_shares(grid: Grid, column: int, cells: Sequence[Cell]) -> bool:
    return any(c.quantity and c.quantity.kind == "percent" for c in cells) or bool(
        compiled(SHARES).search(grid.head(column))
    )


def _slack(cells: Sequence[Cell]) -> Decimal:
    """By how much a sum of these may be off through rounding."""
    return sum((c.half for c in cells), Decimal(0))


# --- relations between columns ---------------------------------------------------------------

Span = tuple[Decimal, Decimal]
Relation = Callable[[Cell, Cell], Span | None]


def _difference(one: Cell, two: Cell) -> Span | None:
    value = two.amount - one.amount
    return value - one.half - two.half, value + one.half + two.half


def _share(one: Cell, two: Cell) -> Span | None:
    (low, high), (least, most) = _span(one), _span(two)
    return (low / most * HUNDRED, high / least * HUNDRED) if least > 0 and low >= 0 else None


def _change(one: Cell, two: Cell) -> Span | None:
    spans = _share(two, one)
    return (spans[0] - HUNDRED, spans[1] - HUNDRED) if spans else None


def _ratio(one: Cell, two: Cell) -> Span | None:
    spans = _share(one, two)
    return (spans[0] / HUNDRED, spans[1] / HUNDRED) if spans else None


RELATIONS: tuple[tuple[str, Relation], ...] = (
    ("difference", _difference),
    ("share", _share),
    ("change", _change),
    ("ratio", _ratio),
)


def _span(cell: Cell) -> Span:
    return cell.amount - cell.half, cell.amount + cell.half


def _relations(grid: Grid) -> Iterator[Off]:
    """The cells that break what holds in nearly all other rows, unless the column is something else in all of them."""
    columns = [c for c in grid.columns[1:] if sum(x is not None for x in _values(grid, c)) >= FEWEST_FITS]
    if len(columns) > MOST_COLUMNS:
        return
    if len(columns) > 1:
        yield from _shares_of_sums(grid, columns)
    if len(columns) < 3:
        return
    for target in columns:
        found = [
            _broken(grid, (target, one, two), name, relation)
            for one, two, name, relation in _candidates(grid, target, columns)
        ]
        if all(wrong or not right for right, wrong in found):
            yield from (off for _, wrong in found for off in wrong)


def _candidates(grid: Grid, target: int, columns: Sequence[int]) -> Iterator[tuple[int, int, str, Relation]]:
    """What a column may be: a relation of two others."""
    head = grid.head(target)
    change = is_change(head)
    in_percent = change or _are_shares(grid, target, _known(grid, target))
    per = _per(head)
    for one, two in permutations([c for c in columns if c != target], 2):
        for name, relation in RELATIONS:
            if name == "ratio":
                if per:
                    yield one, two, name, _times(relation, per)
                continue
            if name != "difference" and not in_percent:
                continue  # that a share of posts is so many posts says no more
            if name == "difference" and target < max(one, two) and not change:
                continue  # b = c - a says no more than c = a + b
            yield one, two, name, relation


PER = regex(
    r"(?i)\b(?:per|par|pour|je|pro|por) "
    r"(?:(?P<many>100[., \u00a0\u202f]?000|1[., \u00a0\u202f]?000[., \u00a0\u202f]?000|10?[., \u00a0\u202f]?000|100)\b"
    r"|[^\W\d_])"
)


def _per(head: str) -> int:
    """For how many of a thing a column says how much there is: deaths per 100,000 people, demandes par place."""
    found = PER.search(head)
    many = compiled(r"\D").sub("", found["many"] or "1") if found else "0"
    return int(many) or (1 if found else 0)


def _times(relation: Relation, factor: int) -> Relation:
    """A relation whose result is counted in so many."""

    def scaled(one: Cell, two: Cell) -> Span | None:
        span = relation(one, two)
        return (span[0] * factor, span[1] * factor) if span else None

    return scaled


def _values(grid: Grid, column: int) -> list[Cell | None]:
    return [grid.values(row, (column,))[0] for row in grid.rows]


def _known(grid: Grid, column: int) -> list[Cell]:
    return [cell for cell in _values(grid, column) if cell]


def _broken(grid: Grid, columns: tuple[int, int, int], name: str, relation: Relation) -> tuple[bool, Sequence[Off]]:
    """Whether a column is what it may be in nearly all rows, and the cells that are not."""
    right, wrong = 0, []
    for row in grid.rows:
        found = grid.values(row, columns)
        if found[0] is None or found[1] is None or found[2] is None:
            continue
        target, one, two = found[0], found[1], found[2]
        if one.amount == 0 or two.amount == 0 or one.amount == two.amount:
            continue
        span = relation(one, two)
        if span is None:
            return False, ()
        if _meets(target, span):
            right += 1
        else:
            amount = plain_number((span[0] + span[1]) / 2) + ("%" if name in ("share", "change") else "")
            wrong.append(
                Off(target, (one, two), f"the {name} that {shorten(one.text)} and {shorten(two.text)} make is {amount}")
            )
            if len(wrong) > 1 + right // 3:
                return False, ()
    enough = right >= FEWEST_FITS or (right == 2 and is_change(grid.head(columns[0])))
    few = enough and len(wrong) <= max(right // 3, 1)
    return few, wrong if few else ()


def _meets(cell: Cell, span: Span) -> bool:
    low, high = _span(cell)
    return low <= span[1] and span[0] <= high


def _shares_of_sums(grid: Grid, columns: Sequence[int]) -> Iterator[Off]:
    """A column of percentages against a column whose sum they are parts of."""
    rows, total = parts_of(grid), _total_row(grid)
    for target, one in permutations(columns, 2):
        parts = [(a, b) for row in rows if (a := grid.cells.get((row, target))) and (b := grid.cells.get((row, one)))]
        known = [(a, b) for a, b in parts if a.value is not None and b.value is not None]
        if len(known) < max(FEWEST_FITS, len(rows)) or not _are_shares(grid, target, [a for a, _ in known]):
            continue
        whole = grid.cells.get((total, one)) if total is not None else None
        amount = whole.amount if whole else sum((b.amount for _, b in known), Decimal(0))
        if amount <= 0:
            continue
        wrong = [(a, b) for a, b in known if not _meets(a, _part_of(b, amount))]
        if wrong and len(known) - len(wrong) >= max(2, 2 * len(wrong)):
            for share, count in wrong:
                should = f"{count.text} of {plain_number(amount)} is {plain_number(count.amount / amount * HUNDRED)}%"
                yield Off(share, (count,), should)


def _part_of(cell: Cell, amount: Decimal) -> Span:
    low, high = _span(cell)
    slack = Decimal("0.05") if cell.half < ONE else Decimal("0.1")
    return low / amount * HUNDRED - slack, high / amount * HUNDRED + slack
