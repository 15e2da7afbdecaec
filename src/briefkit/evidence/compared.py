"""The options of a brief and its tables in, what a comparison leaves out: options, criteria and single cells.

Names are matched by their words, whatever the language: two words are alike when they begin alike (`widen`, `wider`),
and marks such as A, 2 or iv stand for the option that bears them. Where less than half of the names fit, a table is
about something else, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.totals import TOTAL
from briefkit.model import Brief, Place
from briefkit.parse.points import Point, find_items
from briefkit.patterns import compiled, regex
from briefkit.text import Lines
from briefkit.values import Value

ROLES = ("options", "comparison")
"""Where a table that compares options stands."""

WORD = regex(r"[^\W_]+")
LEAD = regex(r"[^:.;?!(\u2013\u2014]{1,80}")
"""The words that name what an item is about."""

GENERIC = frozenset("option options opt optionen variante opción opcion opção opcao alternative the".split())
"""Words that tell no option from another."""

MARK = regex(
    rf"\W*(?P<word>(?:{'|'.join(sorted(GENERIC))})[ _-])?(?P<mark>[^\W\d_]|[0-9]{{1,2}}|[ivx]{{1,4}})"
    r"(?P<stop>\s*$|[.,:)]\s*|\s+[-\u2013\u2014]\s|(?![^\W_]))"
)
"""What numbers an option, in small letters: `a. `, `option 2`; a letter before other words is a word."""

ASIDE = (
    r"(?i)\W*(?:weight(?:s|ing)?|score|rank(?:ing)?|overall|verdict|sources?|notes?|remarks?|description|summary|result"
    r"|gewicht(?:ung)?|punkte|rang|gesamturteil|quellen?|anmerkung(?:en)?|bemerkung(?:en)?|beschreibung|ergebnis"
    r"|poids|pondération|rang|note|bilan|remarques?|résultat|peso|ponderación|puntos|fuentes?|notas?|descripción|resultado"
    r"|ponderação|pontos|fontes?|descrição)\W*"
)
"""Rows and columns beside the judgement."""

ALIKE = 4
"""Words that have so many letters in common at their beginning are alike; shorter ones when they are the same."""

FITS = 0.5
BY_MARK = 0.6
"""How well two names fit that have their mark in common and no words."""

MOST = 60
"""Tables with more rows or columns than that compare no options."""

DOTS = ". \u2026"
"""What a cell holds that waits for a judgement."""

MOST_TABLES = 20
LONGEST = 2_000
"""How many tables are looked at; how much of a text a name is looked for in."""

Keys = frozenset[str]
"""The beginnings of the words of a name."""


class Named(Value):
    """A name in a table or in the text, where it stands, and its words."""

    text: str
    place: Place


class Gap(Value):
    """A cell without a judgement: the names of its row and of its column, and where the row begins."""

    row: str
    column: str
    place: Place


class Compared(Value):
    """A table that compares options: what it is about, and what it lacks or has too much.

    `missing` are options that no table has, `strange` names in the place of options that are none; `unnamed` criteria
    that the section of criteria does not name, `unused` criteria of that section that no table has.
    """

    place: Place
    missing: tuple[Named, ...] = ()
    strange: tuple[Named, ...] = ()
    unnamed: tuple[Named, ...] = ()
    unused: tuple[Named, ...] = ()
    gaps: tuple[Gap, ...] = ()


class _Table(Value):
    """A table with the options on one side; `pairs` say which option each name on that side stands for."""

    grid: Grid
    options: Sequence[Cell]
    criteria: Sequence[Cell]
    pairs: Mapping[int, int]


class _Name(Value):
    """What an option may be called: its mark, and the words of each of its names."""

    mark: str
    words: tuple[Keys, ...]


def compare_options(brief: Brief, options: Sequence[Point], grids: Iterable[Grid]) -> tuple[Compared, ...]:
    """What each table that compares the options of a brief leaves out; none for those without fault."""
    if not 2 <= len(options) <= MOST or options[0].form == "text":
        return ()
    found = (_table(brief, options, grid) for grid in islice(filter(_is_comparison, grids), MOST_TABLES))
    tables = [table for table in found if table is not None]
    if not tables:
        return ()
    lines = Lines(brief.path, brief.text)
    held = {number for table in tables for number in table.pairs.values()}
    in_table = options[0].form == "row"
    missing = () if in_table else tuple(_named(p) for n, p in enumerate(options) if n not in held)
    unused = tuple(_unused(brief, tables))
    text = _text_of_criteria(brief)
    every = [
        Compared(
            table.options[0].place,
            () if number else missing,
            () if in_table else tuple(_strange(table)),
            tuple(_unnamed(text, table)),
            () if number else unused,
            tuple(_gaps(lines, table)),
        )
        for number, table in enumerate(tables)
    ]
    return tuple(c for c in every if c.missing or c.strange or c.unnamed or c.unused or c.gaps)


def _keys(text: str) -> Keys:
    """The beginnings of the words of a text, without those that tell nothing."""
    words = WORD.findall(text[:LONGEST].casefold())
    long = [word for word in words if word not in GENERIC and len(word) > 2]
    return frozenset(word[:ALIKE] for word in long or words)


def _fit(one: Keys, other: Keys) -> float:
    """How much of the shorter name is in the other."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


# --- options and tables ----------------------------------------------------------------------


def _is_comparison(grid: Grid) -> bool:
    small = len(grid.rows) <= MOST and len(grid.columns) <= MOST
    return small and bool(grid.rows) and next(iter(grid.cells.values())).block.role in ROLES


def _table(brief: Brief, options: Sequence[Point], grid: Grid) -> _Table | None:
    """A grid with its options in rows or in columns, whichever fits better; None when it is about something else."""
    rows = [cell for row in grid.rows if (cell := grid.cells.get((row, grid.columns[0])))]
    heads = [cell for column in grid.columns[1:] if (cell := _head(grid, column))]
    if options[0].form == "row":
        same = rows and rows[0].block.exhibit == brief.blocks[options[0].blocks[0]].exhibit
        return _Table(grid, rows, heads, {n: n for n in range(len(rows))}) if same else None
    names = [_name(point) for point in options]
    by_row, by_column = _pair(rows, names), _pair(heads, names)
    table = _Table(grid, rows, heads, by_row)
    if len(by_column) > len(by_row):
        table = _Table(grid, heads, rows, by_column)
    labels = [cell for cell in table.options if not _is_aside(cell.text)]
    return table if len(table.pairs) >= max(len(options) * FITS, len(labels) * FITS, 1) else None


def _head(grid: Grid, column: int) -> Cell | None:
    """The cell at the head of a column."""
    return next((cell for row in grid.heads if (cell := grid.cells.get((row, column)))), None)


def _marked(text: str) -> tuple[str, str]:
    """The mark at the beginning of a name, or an empty string, and what follows it."""
    text = text[:LONGEST].casefold()
    found = MARK.match(text)
    if found is None or not (found["word"] or found["stop"]):
        return "", text
    return found["mark"], text[found.end() :]


def _name(point: Point) -> _Name:
    """What an option may be called."""
    told = point.attributes
    own = [told.get("name", ""), told.get("id", "").replace("-", " "), point.title, point.text]
    marked = [_marked(text) for text in own]
    leads = [LEAD.match(rest) for _, rest in marked]
    words = (_keys(lead[0]) for lead in leads if lead)
    return _Name(next((mark for mark, _ in marked if mark), ""), tuple(key for key in words if key))


def _pair(labels: Sequence[Cell], names: Sequence[_Name]) -> dict[int, int]:
    """Which option each label stands for, each option once: those that fit best first."""
    called = [(mark, _keys(rest)) for mark, rest in (_marked(label.text) for label in labels)]
    fits = [
        (-_likeness(mark, keys, name, at), abs(n - at), n, at)
        for n, (mark, keys) in enumerate(called)
        for at, name in enumerate(names)
    ]
    pairs: dict[int, int] = {}
    for unlike, _, label_number, option in sorted(fits):
        if -unlike >= FITS and label_number not in pairs and option not in pairs.values():
            pairs[label_number] = option
    return pairs


def _likeness(mark: str, keys: Keys, name: _Name, at: int) -> float:
    """How well a label fits an option; `at` is the number of the option, which a mere mark may mean."""
    by_words = max((_fit(keys, words) for words in name.words), default=0.0)
    ours = {name.mark} if name.mark or keys else {str(at + 1), chr(ord("a") + at % 26)}
    return max(by_words, BY_MARK if mark and mark in ours else 0.0)


def _named(point: Point) -> Named:
    """An option by its name."""
    lead = LEAD.match(_after_mark(point.text))
    return Named(point.attributes.get("name") or point.title or (lead[0].strip() if lead else point.text), point.place)


def _after_mark(text: str) -> str:
    mark, rest = _marked(text)
    return text[-len(rest) :] if mark and rest else text


def _is_aside(label: str) -> bool:
    return any(compiled(pattern).fullmatch(label[:LONGEST]) for pattern in (ASIDE, TOTAL))


def _strange(table: _Table) -> Iterator[Named]:
    """What stands in the place of an option and is none."""
    for number, cell in enumerate(table.options):
        if number not in table.pairs and not _is_aside(cell.text):
            yield Named(cell.text, cell.place)


# --- criteria --------------------------------------------------------------------------------


def _text_of_criteria(brief: Brief) -> Keys:
    """The words of the sections of criteria."""
    sentences = (s for b in brief.blocks if b.role == "criteria" for s in b.sentences)
    return frozenset(key for sentence in sentences for key in _keys(sentence.plain))


def _judged_by(table: _Table) -> list[Cell]:
    return [cell for cell in table.criteria if not _is_aside(cell.text)]


def _unnamed(text: Keys, table: _Table) -> Iterator[Named]:
    """The criteria of a table that the section of criteria does not name."""
    criteria = _judged_by(table)
    leads = ((cell, LEAD.match(cell.text)) for cell in criteria)
    unknown = [
        c for c, lead in leads if max(_fit(_keys(c.text), text), _fit(_keys(lead[0] if lead else ""), text)) < FITS
    ]
    if len(unknown) < len(criteria) * FITS:
        yield from (Named(cell.text, cell.place) for cell in unknown)


def _unused(brief: Brief, tables: Sequence[_Table]) -> Iterator[Named]:
    """The criteria that a list in their section names, and no table has."""
    items = find_items(brief, [n for n, b in enumerate(brief.blocks) if b.role == "criteria" and b.kind == "item"])
    labels = [_keys(cell.text) for table in tables for cell in _judged_by(table)]
    blocks = [brief.blocks[item[0]] for item in items]
    unused = [block for block in blocks[:MOST] if not _is_used(block.plain, labels)]
    if len(unused) < len(blocks) * FITS:
        for block in unused:
            lead = LEAD.match(_after_mark(block.plain))
            yield Named(lead[0].strip() if lead else block.plain, block.place)


def _is_used(text: str, labels: Iterable[Keys]) -> bool:
    """Whether a label is called as an item begins, or has all its words in it."""
    lead = LEAD.match(_after_mark(text))
    called, whole = _keys(lead[0]) if lead else Keys(), _keys(text)
    return any(_fit(label, called) >= FITS or label <= whole for label in labels if label)


# --- cells -----------------------------------------------------------------------------------


def _gaps(lines: Lines, table: _Table) -> Iterator[Gap]:
    """The empty cells where an option meets a criterion; only tables whose rows are lines can be told to have any."""
    grid = table.grid
    by_rows = bool(table.options) and table.options[0].block.cell[1] == grid.columns[0]
    judged = {c.block.cell[not by_rows]: c for n, c in enumerate(table.options) if n in table.pairs}
    measures = {c.block.cell[by_rows]: c for c in _judged_by(table)}
    for one, option in judged.items():
        for other, criterion in measures.items():
            row, column = (one, other) if by_rows else (other, one)
            label = option if by_rows else criterion
            said = grid.cells.get((row, column))
            blank = said is None and _is_blank(lines, label.place.line, column, max(grid.columns))
            if blank or (said is not None and not said.text.strip(DOTS)):
                yield Gap(option.text, criterion.text, label.place)


def _is_blank(lines: Lines, line: int, column: int, columns: int) -> bool:
    """Whether a cell of a row that is written between strokes has nothing in it; not in a grid, where cells join."""
    start = lines.starts[line - 1]
    end = lines.text.find("\n", start, start + LONGEST)
    text = lines.text[start : end if end >= 0 else start + LONGEST].strip()
    in_grid = line > 1 and lines.text.startswith("+", lines.starts[line - 2])
    if in_grid or not text.startswith("|") or "\\|" in text:
        return False
    parts = text[1:].removesuffix("|").split("|")
    return len(parts) <= columns and not "".join(parts[column - 1 : column]).strip()
