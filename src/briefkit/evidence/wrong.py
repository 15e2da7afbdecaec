"""What a figure that does not follow from others is told with: the type, and amounts as a message has them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from briefkit.evidence.stated import Statement
from briefkit.evidence.tables import magnitudes_of
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.quantities.model import alike as alike
from briefkit.quantities.words import COMMA_DECIMALS, POINT_REGIONS
from briefkit.text import primary

HUNDRED = Decimal(100)
CERTAIN = Decimal("1.5")
"""So many points a share may be off before nothing excuses it."""


LEVEL = regex(
    r"(?i)[ -](?:[^\W\d]+ ){0,2}(?:range|interval|confidence|ci|uncertainty|credible|intervalle|fourchette|spanne"
    r"|bereich|konfidenz\w*|intervalo|rango|faixa)\b"
)
"""What stands behind a percentage that says how sure a range is: a 90 percent range of 0.4 to 3.4 percent."""

QUALIFIED = regex(
    r"(?i)\)? ?(?:(?:in|at|en|à|zu|a) (?:real|constant|current|nominal|today|prices?|terms|volume|valeur|termes"
    r"|euros? constants|konstanten?|términos|termos|moyenne)|after (?:inflation|adjust\w*|correct\w*)|adjusted|in real"
    r"|real(?:ly)?|preisbereinigt|réel\w*|per (?:year|annum|head|capita)|a year|an(?:nually| average)|on average"
    r"|on the (?:year|month|quarter)|each year|par an|par habitant|sur un an|pro (?:jahr|kopf)|im jahr|jährlich|je"
    r"|al año|por (?:año|ano|habitante)|ao ano)\b"
)
"""What stands behind a change that is measured otherwise than the two amounts beside it: 2% in real terms."""


REACH = 20
BARE = regex(
    r"(?i)(?: ?[,;.:)(]|$| (?:in|at|an?|for|from|to|of which|and|or|more|less|fewer|à|au|aux|en|dans|pour|un|et|ou|de"
    r" plus"
    r"|de moins|im|bei|für|auf|und|oder|ein|zum|mehr|weniger|más|menos|restantes|remaining|restants|el|al|por|y|o|e|em"
    r"|no|na|mais|a year|the year)\b)"
)
"""What stands behind millions that are no millions of something of their own."""

MADE_UP = ("count", "money", "measure", "duration")
"""Kinds of amounts that are made up of others, in part and in whole."""

DECIMAL_COMMA = regex(r"\d,\d{1,2}(?!\d)|(?<!\d)[1-9]\d{0,2}\.\d{3}(?!\d)(?!,\d{3})")
DECIMAL_POINT = regex(r"\d\.\d{1,2}(?!\d)|(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)")
EXCHANGED = str.maketrans(".,", ",.")
"""By these a text is known that writes decimals with a comma; its points are exchanged for commas in a message."""

ONE_DECIMAL = regex(r"(?<![\d.,])(\d{1,3})\.(\d)(?!\d|\.\d)")
"""A number with one decimal, as messages have them; a cell that is quoted has a comma there, or three digits."""

YEARS = regex(r"\b(?:1[89]|20)\d\d\b")


class Wrong(NamedTuple):
    """A figure that does not follow: what it should be, from which others; `certain` when nothing excuses it.

    The first of the others stands in the statement `apart`, where there is one.
    """

    quantity: Quantity
    others: tuple[Quantity, ...]
    should: str
    certain: bool = False
    apart: Statement | None = None


POINTS = frozenset("point points punkt punkte punkten punto puntos ponto pontos".split())
"""What percentage points are called for short."""

BASIS = frozenset("basis base basispunkt basispunkte basispunkten básicos".split())
"""What tells basis points from points: they are hundredths of them."""


def as_points(quantity: Quantity) -> Quantity:
    """A count of points, or of basis points, as so many percentage points."""
    if quantity.kind != "count" or not quantity.noun:
        return quantity
    if quantity.noun[0] in POINTS and "base" not in quantity.noun[:3] and "básicos" not in quantity.noun[:2]:
        return quantity._replace(kind="points")
    if BASIS.isdisjoint(quantity.noun[:3]):
        return quantity
    low, high, step = (amount / HUNDRED for amount in (quantity.low, quantity.high, quantity.step))
    return quantity._replace(kind="points", low=low, high=high, step=step)


def in_one_unit(statement: Statement) -> Statement:
    """A statement in which bare millions are of what stands before them: 41.2 million euros, after 44.0 million."""
    kinds = {q.kind for q in statement.quantities}
    if "count" not in kinds or kinds.isdisjoint(("money", "measure")):
        return statement
    text, made, last = statement.sentence.plain, [], None
    for quantity in statement.quantities:
        if quantity.kind in ("money", "measure"):
            last = quantity
        elif last and quantity.kind == "count" and quantity.written != quantity.low and not quantity.parts:
            quantity = _in_unit_of(text, quantity, last) if BARE.match(text[quantity.end :][:REACH]) else quantity
        made.append(quantity)
    return statement._replace(quantities=tuple(made))


def _in_unit_of(text: str, quantity: Quantity, other: Quantity) -> Quantity:
    """A count of millions as so many of the unit of another amount."""
    many = magnitudes_of(text[other.start : other.end].lower()) if other.kind == "measure" else ()
    unit = factor_of(other) / (many[0] if many else 1) if other.kind == "measure" else Decimal(1)
    low, high, step = (amount * unit for amount in (quantity.low, quantity.high, quantity.step))
    base = other.unit.partition("/")[0]
    return quantity._replace(kind=other.kind, unit=base, low=low, high=high, step=step, noun=())


def undated(text: str) -> str:
    """A text without its years."""
    return YEARS.sub(" ", text)


def plain_number(value: Decimal) -> str:
    """An amount for a message: few digits, no exponent."""
    rounded = round(value, 1 if abs(value) < 1000 else 0)
    return f"{rounded:,f}".removesuffix(".0")


def in_language(message: str, lang: str) -> str:
    """A message with its decimals as a language writes them: 24,9% in German."""
    comma = primary(lang) in COMMA_DECIMALS and lang.lower() not in POINT_REGIONS
    return ONE_DECIMAL.sub(r"\1,\2", message) if comma else message


def factor_of(quantity: Quantity) -> Decimal:
    """What the words behind the number of an amount multiply it by."""
    return quantity.low / quantity.written if quantity.written and quantity.kind != "percent" else Decimal(1)


def like(text: str, quantity: Quantity, value: Decimal) -> str:
    """An amount as another one is typed: 30 million euros beside `20 million euros`."""
    typed = text[quantity.start : quantity.end]
    number = plain_number(value / factor_of(quantity)) if factor_of(quantity) else plain_number(value)
    number = number.translate(EXCHANGED) if DECIMAL_COMMA.search(text) and not DECIMAL_POINT.search(text) else number
    if quantity.is_range or not compiled(r"\d").search(typed):
        return number if quantity.kind == "duration" else plain_number(value)
    return " ".join(compiled(r"\d[\d.,\u00a0\u202f ]*(?<=\d)").sub(number, typed, count=1).split())


def within(quantity: Quantity, spans: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether an amount may lie in one of some spans."""
    low, high = bounds(quantity)
    return any(low <= most and least <= high for least, most in spans)


def without_levels(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """The amounts without the percentages that say how sure a range is."""
    return [q for q in amounts if q.kind != "percent" or q.is_range or not LEVEL.match(text, q.end)]


def is_qualified(text: str, quantity: Quantity) -> bool:
    """Whether a change is in real terms, a year, for each head or the like."""
    return bool(QUALIFIED.match(text, quantity.end))
