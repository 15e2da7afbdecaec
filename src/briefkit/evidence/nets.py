"""A table in, the rows in it that are what is left of income after costs, and are not, out.

Known is the plain account: rows of income and rows of costs, told by their words, and below them what is left. A row
that is neither, or a total among them, says that the account is another, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.totals import Off
from briefkit.evidence.wrong import plain_number
from briefkit.patterns import regex

_KINDS = r"revenues?|income|receipts|proceeds|benefits?|savings|result|gain|return|profit|costs?|position"
NET = regex(
    rf"(?i)(?:net(?: (?:annual |yearly )?(?:{_KINDS}))?|(?:{_KINDS}),? net|surplus|deficit|balance"
    r"|netto\w*|überschuss|fehlbetrag|saldo|solde|excédent|(?:recettes?|bénéfice|gain|résultat|coût)s? nete?t?e?s?"
    r"|(?:ingresos?|beneficios?|costes?|resultado) netos?|superávit|déficit"
    r"|(?:receita|benefício|resultado|custo)s? líquid[oa]s?)"
)
INCOME = regex(
    r"(?i)(?:(?:gross|annual|yearly|ticket|fare|tax|charge|toll|fee) )?(?:revenues?|income|receipts|proceeds|benefits?"
    r"|savings|sales|takings|einnahmen|erträge?|erlöse?|nutzen|recettes?|revenus?|produits?|bénéfices?|ingresos?"
    r"|beneficios?|receitas?|benefícios?)(?: brut[eo]?s?)?"
)
COSTS = regex(
    r"(?i)(?:(?:running|operating|capital|administrative|annual|staff|investment|yearly|other|laufende|direct) )?"
    r"(?:costs?|expenses|expenditures?|spending|outlays?|kosten|ausgaben|aufwendungen|betriebskosten|dépenses?|coûts?"
    r"|charges?|gastos?|costes?|despesas?|custos?)"
)
BEHIND = regex(r" ?(?:\([^()]*\)|\[[^\[\]]*\]|[,:] ?(?:per|a|pro|par|por|in|€|\$|£).*)$")
"""In what a row counts, behind its words."""

MOST_ROWS = 8


def find_off_nets(grid: Grid) -> Iterator[Off]:
    """The cells of a row of what is left that are not income without costs."""
    rows = grid.rows[: MOST_ROWS + 1]
    last = next((n for n, row in enumerate(rows) if NET.fullmatch(_words(grid.label(row)))), 0)
    above = [(row, _sign(_words(grid.label(row)))) for row in rows[:last]]
    if {sign for _, sign in above} != {1, -1}:
        return
    for column in grid.columns[1:]:
        cells = [(grid.values(row, (column,))[0], sign) for row, sign in above]
        net = grid.values(rows[last], (column,))[0]
        known = [(cell, sign) for cell, sign in cells if cell is not None]
        if net is not None and len(known) == len(cells) and all(_is_like(cell, net) for cell, _ in known):
            yield from _off(net, known)


def _off(net: Cell, known: list[tuple[Cell, int]]) -> Iterator[Off]:
    """What is left, where it is another amount; costs may be typed with a minus."""
    made = sum((sign * abs(cell.amount) for cell, sign in known), Decimal(0))
    slack = sum((cell.half for cell, _ in known), net.half)
    if min(abs(made - net.amount), abs(made + net.amount)) > slack:
        yield Off(net, tuple(cell for cell, _ in known), f"income without costs is {plain_number(made)}")


def _sign(label: str) -> int:
    """1 for a row of income, -1 for one of costs, 0 for any other."""
    return 1 if INCOME.fullmatch(label) else -1 if COSTS.fullmatch(label) else 0


def _words(label: str) -> str:
    """The words of a row without what it counts in and what it is joined by: `- Costs ($ million)` is costs."""
    return BEHIND.sub("", label.strip(" \u00a0-\u2013\u2212+=*")).strip()


def _is_like(one: Cell, two: Cell) -> bool:
    """Whether two cells count in the same."""
    mine, other = one.quantity, two.quantity
    return mine is not None and other is not None and (mine.kind, mine.unit) == (other.kind, other.unit)
