"""Statements and tables in, the ranks that a sentence gives to a row and that its cells do not have out.

In `The Coast spends the most, $17.4 million` or `fuel is the second largest cost, with £16 million` the row and the
figure name a cell, and so a column; what ranks are counted in is not guessed. Rows of totals, and the rest that is
called `Other`, have no rank.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from briefkit.evidence.said import neutral
from briefkit.evidence.series_table import MOST_HELD, OffSeries
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of
from briefkit.evidence.total_rows import OTHERS
from briefkit.evidence.totals import BROKEN_UP, parts_of
from briefkit.evidence.yearly import bare, digits_of, holds
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity
from briefkit.text import WORD

MOST_ROWS, MOST_COLUMNS, MOST_LOOKED = 60, 12, 100
FEWEST_ROWS = 3
FEWEST_DIGITS = 2
REACH = 80
LONG_WORD, LONG_FORM = 11, 5

ORDINALS = (
    r"second|2nd|zweit|deuxième|seconde?|segund[oa]",
    r"third|3rd|dritt|troisième|tercer[oa]?|terceir[oa]",
    r"fourth|4th|viert|quatrième|cuart[oa]|quart[oa]",
)
MOST = (
    r"largest|highest|biggest|greatest|longest|dearest|most expensive|(?<=the )most(?=,| \(|:| with| at)"
    r"|am (?:meisten|größten|höchsten|stärksten|teuersten|längsten)"
    r"|größte[nrs]?|höchste[nrs]?|teuerste[nrs]?|längste[nrs]?"
    r"|plus (?:grande?|élevée?|forte?|chère?|cher|longue?|gros(?:se)?)|más (?:alt[oa]|car[oa]|grande|larg[oa])|mayor"
    r"|maior"
)
LEAST = (
    r"smallest|lowest|shortest|cheapest|fewest|(?<=the )least(?=,| \(|:| with| at)"
    r"|am (?:wenigsten|geringsten|niedrigsten|kleinsten|schwächsten|kürzesten)"
    r"|kleinste[nrs]?|niedrigste[nrs]?|geringste[nrs]?|kürzeste[nrs]?|billigste[nrs]?|günstigste[nrs]?"
    r"|plus (?:petite?|faible|basse?|bas|courte?)|más (?:baj[oa]|barat[oa]|pequeñ[oa])|menor"
)
RANK = regex(
    rf"(?i)\b(?P<rank>(?:(?P<two>{ORDINALS[0]})|(?P<three>{ORDINALS[1]})|(?P<four>{ORDINALS[2]}))[ -]?)?"
    rf"(?:(?P<most>{MOST})|(?P<least>{LEAST}))(?!\w)"
    r"|\b(?:came|comes|coming|ranks?|ranked|finished) (?P<place>first|second|third|fourth|last)"
    r"(?=,? (?:with|at|on)\b|,| \()"
    r"|\b(?:arriv(?:e|ent|ait|aient) en|occup(?:e|ent) la)"
    r" (?P<rang>première|deuxième|troisième|quatrième|dernière) (?:place|position)"
    r"|\b(?:steht|stand|liegt|lag|kommt|kam) an (?P<stelle>erster|zweiter|dritter|vierter|letzter) stelle"
)
PLACES = {
    word: rank
    for rank, words in enumerate(
        ("first première erster", "second deuxième zweiter", "third troisième dritter", "fourth quatrième vierter"), 1
    )
    for word in words.split()
}
"""What place a row comes in; what is not among these is the last one."""

WITH = regex(r"(?i)(?:\b(?:with|at|mit|bei|avec|con|com|à)|\() ?$")
ANOTHER_CLAUSE = regex(
    r"(?i),[^,]*(?:,|\b(?:there|it|they|he|she|which|who|but|while|whereas|es|sie|aber|während|il|elle|ils|elles|mais|qui|hay"
    r"|pero|que|há)\b)"
)
"""What parts a rank from a figure that is one of something else: the smallest list, there were 22 households."""
NOT_ALL = regex(
    r"(?i)\b(?:one of|among|not|no longer|never|nor|nicht|keine?|l['\u2019]une? des|un[oa]? d[eo]s?|une? des"
    r"|eine[rs]? der|formerly|once|previously|used to be|by far not)\b[^.;]{0,20}$"
)
OF_SOMETHING = regex(
    r"(?i)^[^.;:()]{0,40}?\b(?:increases?|rise|growth|fall|drop|decline|cut|gain|loss|change|ever|since|on record"
    r"|years?|outside|except|besides|apart|among|excluding"
    r"|other than|after|of (?:the|these|its) (?:two|three|four|five)|for (?:its|their) \w+|relative to|in proportion to"
    r"|gemessen an|im verhältnis|par rapport à|en relación con|em relação a"
    r"|anstieg|zuwachs|rückgang|seit|außer|neben|ohne|hausse|augmentation|baisse|recul|depuis|hors|sauf|aumento|caída"
    r"|desde|salvo|excepto)\b"
)
OF_PART = regex(
    r"(?i) (?:of|among|der|unter den|des|parmi les|de l[oa]s|d[ao]s)(?: (?:the|all|these))* (?P<part>[^,.;:()]{2,40})"
)
"""Of what a rank is one: the largest of the rail works."""

WHERE = regex(r"(?i)\b(?:where|wo|où|donde|onde) [^,;.]{0,60}$")
"""What begins a clause in which a rank is one of something that the clause names: where rents are highest."""

BEHIND = regex(r"(?i) ?(?:[^\W\d]+ )?(?:the|am|der|die|das|den|le|la|les|el|los|las|o|a) ?")
SIZE = regex(
    r"(?i)(?:\w+[ -])?(?:largest|biggest|smallest|größte[nrs]?|kleinste[nrs]?|plus (?:grande?|petite?)|mayor|maior"
    r"|menor)"
)
"""Ranks by size, which a table of what they rank has; what is cheapest or best it need not tell."""

BE = regex(
    r"(?i)\b(?:remain(?:s|ed)?|stay(?:s|ed)?|became?|becomes?|bl(?:eibt|ieb)|wurde|reste|restait|sigue|continua)\b"
)


UNIT_IN_BRACKETS = regex(r"(?i)\([^()]*(?:[$€£%]|\b(?:million|mio|tonn|year|month|day|euro|mbit)\w*)[^()]*\)\s*$")
"""What the label of a row that holds a measure ends with: Running cost a year (€ million)."""


def find_off_ranks(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The ranks in the text that the cells of a table do not have."""
    grids = [grid for grid in grids if _is_ranked(grid)]
    ranked = [
        (s, matches)
        for s in (statements if grids else ())
        if s.quantities and s.block.kind in PROSE and (matches := list(RANK.finditer(s.sentence.plain)))
    ]
    tables = [table for grid in grids if (table := _Ranks(grid, lang)).rows] if ranked else []
    pairs = ((table, s, match) for table in tables for s, matches in ranked for match in matches[:FEWEST_ROWS])
    for table, statement, match in islice(pairs, MOST_HELD):
        if not table.words.isdisjoint(statement.words) and (found := table.off(statement, match)):
            yield found


def _is_ranked(grid: Grid) -> bool:
    """Whether a table has numbers in enough rows of a column for them to have ranks."""
    held = Counter(column for (_, column), cell in grid.cells.items() if cell.value is not None)
    return max(held.values(), default=0) >= FEWEST_ROWS


class _Ranks:
    """A table by the words of its rows."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        labels = {row: grid.label(row) for row in parts_of(grid)}
        whole = FEWEST_ROWS <= len(labels) <= MOST_ROWS and not any(map(compiled(BROKEN_UP).search, labels.values()))
        self.labels = {r: text for r, text in labels.items() if not OTHERS.match(text)} if whole else {}
        self.rows = {r: words for r, text in self.labels.items() if (words := known_by(bare(text), lang))}
        self.words = frozenset(word for words in self.rows.values() for word in words)
        self.left = MOST_LOOKED
        self.corner = known_by(grid.head(grid.columns[0]), lang)
        self.said = known_by(" ".join((grid.caption, *(grid.head(column) for column in grid.columns))), lang)

    def off(self, statement: Statement, match: re.Match[str]) -> OffSeries | None:
        """A rank that the row which has it is not given by its column."""
        text = statement.sentence.plain
        if NOT_ALL.search(text[max(match.start() - REACH, 0) : match.start()]):
            return None
        if OF_SOMETHING.match(text[match.end() : match.end() + REACH]):
            return None
        part = OF_PART.match(text, match.end())
        if part and known_by(part["part"], self.lang) - self.said:
            return None  # of some of the rows
        row = self._subject(statement, match)
        figure = next((q for q in statement.quantities if match.end() <= q.start < match.end() + REACH), None)
        if row is None:
            return None
        if WHERE.search(text[: match.start()]):
            return None
        if columns := self._columns_before(statement, match, row):
            return self._ranked(statement, match, row, columns[0]) if len(columns) == 1 else None
        if figure is None or digits_of(figure) < FEWEST_DIGITS:
            return self._nowhere(statement, match, row)
        between = text[match.end() : figure.start]
        if compiled(r"[.;]").search(between) or ANOTHER_CLAUSE.search(between):
            return self._nowhere(statement, match, row)
        columns = [c for c in self.grid.columns[1:] if self._holds(figure, row, c)]
        if columns and self._is_turned():
            return None
        if not columns:
            return self._another(statement, match, row, figure) or self._nowhere(statement, match, row)
        return self._ranked(statement, match, row, columns[0]) if len(columns) == 1 else None

    def _is_turned(self) -> bool:
        """Whether the rows of a table have units in brackets: each measures something else, and none has a rank."""
        return sum(UNIT_IN_BRACKETS.search(label) is not None for label in self.labels.values()) > 1

    def _columns_before(self, statement: Statement, match: re.Match[str], row: int) -> list[int]:
        """The columns of a figure that stands right before its rank: with 1,130 cases the smallest."""
        figure = next((q for q in reversed(statement.quantities) if q.end <= match.start()), None)
        if (
            not figure
            or digits_of(figure) < FEWEST_DIGITS
            or not BEHIND.fullmatch(match.string, figure.end, match.start())
        ):
            return []
        return [c for c in self.grid.columns[1:] if self._holds(figure, row, c)]

    def _another(self, statement: Statement, match: re.Match[str], row: int, figure: Quantity) -> OffSeries | None:
        """A figure that has its rank, but in another row, which the sentence does not name."""
        self.left -= 1
        columns = self.grid.columns[1:MOST_COLUMNS] if self.left > 0 else ()
        held = [(r, c) for c in columns for r in self.labels if self._holds(figure, r, c)]
        if len(held) != 1 or self.rows.get(held[0][0], frozenset()) & statement.words:
            return None
        other, column = held[0]
        if self._ranked(statement, match, other, column):
            return None
        if not (self._is_told(match, column) or self._is_between(row, match, figure)):
            return None
        cell = self.grid.cells[other, column]
        should = f"the table in line {cell.place.line} has that for {self.labels[other].strip()}"
        return OffSeries(statement, figure, (cell,), should)

    def _is_between(self, row: int, match: re.Match[str], figure: Quantity) -> bool:
        """Whether a row stands between its rank and the figure that it has it with: the least in Justice, with 9.2."""
        between = match.string[match.end() : figure.start]
        named = any(self._names(word, self.rows[row]) for word in WORD.findall(between))
        return named and bool(WITH.search(between))

    def _nowhere(self, statement: Statement, match: re.Match[str], row: int) -> OffSeries | None:
        """A rank that a row has in no column, where what is ranked is what the table is about."""
        text = statement.sentence.plain
        named = known_by(BE.sub(" ", compiled(r"[.;:,()]").split(text[: match.start()])[-1]), self.lang)
        foreign = named - self.rows[row] - self.said - neutral()
        if foreign or not (self.rows[row] <= named and SIZE.fullmatch(match[0]) and self._is_ranking(match)):
            return None
        columns = [c for c in self.grid.columns[1:] if (row, c) in self.grid.cells]
        columns = [c for c in columns if self.grid.cells[row, c].value is not None]
        found = [self._ranked(statement, match, row, column) for column in columns]
        return found[0] if found and all(found) else None

    def _is_ranking(self, match: re.Match[str]) -> bool:
        """Whether what stands behind a rank is what the table says its rows are: the largest sector."""
        behind = known_by(" ".join(match.string[match.end() :].split()[:2]), self.lang)
        return bool(behind & self.corner)

    def _is_told(self, match: re.Match[str], column: int) -> bool:
        """Whether what stands behind a rank is at the head of a column: the highest annual rate."""
        behind = known_by(" ".join(match.string[match.end() :].split()[:3]), self.lang)
        return bool(behind & known_by(self.grid.head(column), self.lang))

    def _subject(self, statement: Statement, match: re.Match[str]) -> int | None:
        """The row that is named last before a rank, else first behind it."""
        named = {row: words for row, words in self.rows.items() if words <= statement.words}
        if self.lang == "de" and not named:
            said = [word for word in WORD.findall(statement.sentence.plain) if len(word) > LONG_WORD]
            named = {r: w for r, w in self.rows.items() if len(w) == 1 and any(self._names(word, w) for word in said)}
        named = {row: w for row, w in named.items() if not any(w < other for other in named.values())}
        found = [
            (word.start(), rows[0])
            for word in WORD.finditer(statement.sentence.plain)
            if len(rows := [r for r, words in named.items() if self._names(word[0], words)]) == 1
        ]
        before = [row for at, row in found if at < match.start()]
        behind = [row for at, row in found if at > match.end()]
        return before[-1] if before else behind[0] if behind else None

    def _names(self, word: str, label: frozenset[str]) -> bool:
        """Whether a word is one of a label; a German one may begin with it: Bildungsministerium, of Bildung."""
        if known_by(word, self.lang) & label:
            return True
        long = self.lang == "de" and len(word) > LONG_WORD
        return long and any(len(form) >= LONG_FORM and word.casefold().startswith(form) for form in label)

    def _holds(self, figure: Quantity, row: int, column: int) -> bool:
        cell = self.grid.cells.get((row, column))
        factors = factors_of(f"{self.grid.measure(column)} {self.grid.caption}")
        return cell is not None and holds(figure, cell, factors)

    def _ranked(self, statement: Statement, match: re.Match[str], row: int, column: int) -> OffSeries | None:
        """The finding for a cell that has another rank in its column."""
        cell = self.grid.cells[row, column]
        sign = Decimal(1 if match["most"] else -1)
        others = [
            (r, c) for r in self.labels if r != row and (c := self.grid.cells.get((r, column))) and c.value is not None
        ]
        whole = sum((c.amount for _, c in others), cell.amount)
        others = [(r, c) for r, c in others if abs(whole - 2 * c.amount) > len(others) * c.half]  # a total by any name
        if len(others) < FEWEST_ROWS - 1:
            return None
        ahead = [(r, c) for r, c in others if sign * c.amount > sign * cell.amount]
        ties = [c for _, c in others if c.amount == cell.amount]
        if place := (match["place"] or match["rang"] or match["stelle"] or "").lower():
            return self._placed(statement, match, (row, cell), others, place)
        rank = 2 if match["two"] else 3 if match["three"] else 4 if match["four"] else 1
        if len(ahead) < rank <= len(ahead) + 1 + len(ties):
            return None
        rivals = ahead if len(ahead) >= rank else [f for f in others if f not in ahead]
        label, rival = min(rivals, key=lambda f: abs(f[1].amount - cell.amount))
        return self._told(statement, match, (row, cell), (label, rival))

    def _placed(
        self,
        statement: Statement,
        match: re.Match[str],
        one: tuple[int, Cell],
        others: Sequence[tuple[int, Cell]],
        place: str,
    ) -> OffSeries | None:
        """The finding for a row that comes third and is so from neither end of its column."""
        rank = PLACES.get(place, len(others) + 1)
        amounts = [cell.amount for _, cell in others]
        above, below = (sum(sign * a > sign * one[1].amount for a in amounts) for sign in (1, -1))
        ties = amounts.count(one[1].amount)
        if any(ahead < rank <= ahead + 1 + ties for ahead in (above, below)):
            return None
        return self._told(statement, match, one, min(others, key=lambda f: abs(f[1].amount - one[1].amount)))

    def _told(
        self, statement: Statement, match: re.Match[str], one: tuple[int, Cell], other: tuple[int, Cell]
    ) -> OffSeries:
        own, theirs = (f"{cell.text.strip()} for {self.labels[row].strip()}" for row, cell in (one, other))
        said = Quantity(match.start(), match.end(), "count", Decimal(0), Decimal(0))
        should = f"the table in line {one[1].place.line} has {own} and {theirs}"
        return OffSeries(statement, said, (one[1], other[1]), should)
