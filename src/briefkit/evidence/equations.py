"""A sentence in, the sums, products and differences that it writes out and that do not come out right.

Known are `12 + 5 + 4 = 25`, `60 × 1,240 = 84,400`, a list with a total that says so (`52% ..., 28% and 30%, together
100%`; `In total, 300 homes: 120 ..., 90 ... and 100 ...`) and `the difference between 446 and 74 is 272`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from briefkit.evidence.stated import Statement
from briefkit.evidence.sums import MOST_PARTS, NOT_ALL
from briefkit.evidence.wrong import Wrong, factor_of, like
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.quantities.model import AMOUNTS

HUNDRED = Decimal(100)
MAGNITUDE = Decimal(1000)
FEWEST_OPENED = 3
"""A total and two parts behind a colon may overlap: 300 homes: 120 with shade and 250 with air."""

Span = tuple[Decimal, Decimal]

SIGNS: Mapping[str, str] = {"+": r"\+", "×": r"[×·*⋅]|x|times|mal|fois|por|vezes"}
LABEL = r"(?: ?[^\W\d][\w\u2019'-]*){0,3}"
"""What a figure of an equation may be a figure of: 1,240 homes."""

EQUALS = rf"{LABEL} ?(?:=|is|makes?|equals|gives?|ergibt|macht|font?|donne|es igual a|son|é igual a|dá|dão) ?"

TOTAL_WORD = (
    r"in total|in all|all in all|altogether|all together|together|taken together|a total of|en tout|au total|ensemble"
    r"|insgesamt|zusammen|zusammengenommen|in summe|en total|en conjunto|juntos|no total|ao todo|no conjunto"
)
AND = r"[^()\d;:.]{1,60}?(?:,? (?:and|et|und|y|e) )(?:[^\W\d][\w\u2019'-]* ){0,3}"
GAP = rf"(?:{AND}|[^()\d;:.]{{1,60}}?, (?:(?:another|the other|some) )?)"
SAYS_TOTAL = (
    r"[^()\d;.]{0,60}?(?:[,:(]| [\u2013\u2014-])? ?\(?"
    rf"(?:{TOTAL_WORD}|making|that is|soit|das sind|o sea|ou seja),? ?"
)
TOTAL_BEHIND = r"[^()\d;:.]{0,60}?(?:,| [\u2013\u2014-]|:) ?"
CLOSES = rf"(?: [\w\u2019'-]+){{0,3}},? (?:{TOTAL_WORD})\b"
OPENS = regex(rf"(?i)(?:^|[.;:] )(?:{TOTAL_WORD}|overall|the total|total),? (?:[\w\u2019'-]+ ){{0,4}}$")
THESE = r"(?: [\w\u2019'-]+){1,4}: (?:the |some )?"

DIFFERENCE = regex(
    r"(?i)\b(?:difference|gap|écart|différence|differenz|unterschied|diferencia|brecha|diferença) (?:between|entre"
    r"|zwischen) (?:the |les |los |den |os )?$"
)
IS = regex(
    r"(?i),? ?(?:[\w\u2019'-]+ ){0,3}?(?:is|was|are|of|amounts to|est|est de|beträgt|ist|es|es de|era de|é|é de)"
    r" (?:just |only )?"
)


def find_unequal(statement: Statement) -> Iterator[Wrong]:
    """The results in a sentence that its own figures do not give."""
    amounts = [q for q in statement.quantities if q.kind in AMOUNTS and not q.parts and not q.spoken]
    if len(amounts) < 2:
        return
    text = statement.sentence.plain
    if "=" in text:
        yield from _equations(text, amounts, "+", lambda a, b: a + b)
        yield from _equations(text, amounts, "×", lambda a, b: a * b)
    yield from _lists(text, amounts)
    yield from _between(text, amounts)


# --- equations -------------------------------------------------------------------------------


def _equations(
    text: str, amounts: Sequence[Quantity], sign: str, join: Callable[[Decimal, Decimal], Decimal]
) -> Iterator[Wrong]:
    """12 + 5 + 4 = 25; 60,000 × 1,240 = 84.4 million."""
    between = rf"(?i){LABEL} ?(?:{SIGNS[sign]}) ?"
    run = amounts[:1]
    for one, two in pairwise(amounts):
        gap = text[one.end : two.start][:80]
        if compiled(between).fullmatch(gap) and len(run) < MOST_PARTS:
            run = [*run, two]
            continue
        alone = not compiled(r".*[=+×·*⋅/\u2212\u2013-] ?$").fullmatch(text[max(run[0].start - 4, 0) : run[0].start])
        goes_on = compiled(r" ?[+×·*⋅/\u2212-] ?\d").match(text, two.end)
        if len(run) > 1 and alone and not goes_on and compiled(rf"(?i){EQUALS}").fullmatch(gap):
            factor = factor_of(two) if sign == "+" else Decimal(1)
            spans = [_span(q, factor) for q in run]
            if sign == "×":
                spans = [_part(q, span) for q, span in zip(run, spans, strict=True)]
            low, high = (reduce(join, ends) for ends in zip(*spans, strict=True))
            if not _meets(two, (low, high)):
                yield Wrong(two, tuple(run), f"the figures give {like(text, two, (low + high) / 2)}")
        run = [two]


def _part(quantity: Quantity, span: Span) -> Span:
    """What a percentage multiplies by."""
    return (span[0] / HUNDRED, span[1] / HUNDRED) if quantity.kind == "percent" else span


# --- lists -----------------------------------------------------------------------------------


def _lists(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """A list that is complete, with a total that says it is one."""
    at = 0
    while at < len(amounts) - 2:
        run = _run(text, amounts, at)
        if len(run) > 2 and (found := _total(text, run)):
            total, parts = found
            wrong = _off(text, total, parts)
            if (
                wrong
                and not _begins_earlier(text, total, parts, amounts[:at])
                and not any(q.is_range or q.about for q in (total, *parts))
            ):
                yield wrong
        at += max(len(run) - 1, 1)


def _begins_earlier(text: str, total: Quantity, parts: Sequence[Quantity], before: Sequence[Quantity]) -> bool:
    """Whether a list has further parts before those that were read, which make its total: 14 more, 19 and 17, 50."""
    for first in reversed(before[-MOST_PARTS:]):
        parts = (first, *parts)
        if not _alike(first, total):
            return False
        if not _off(text, total, parts):
            return True
    return False


def _run(text: str, amounts: Sequence[Quantity], at: int) -> Sequence[Quantity]:
    """The amounts of one kind from one on between which a list's words stand, or those before its total."""
    end = at + 1
    while end < min(len(amounts), at + MOST_PARTS):
        gap = text[amounts[end - 1].end : amounts[end].start]
        known = any(compiled(rf"(?i){form}").fullmatch(gap[:120]) for form in (GAP, THESE, TOTAL_BEHIND, SAYS_TOTAL))
        if not known or compiled(NOT_ALL).search(gap) or not _alike(amounts[at], amounts[end]):
            break
        end += 1
    return amounts[at:end]


def _total(text: str, run: Sequence[Quantity]) -> tuple[Quantity, Sequence[Quantity]] | None:
    """The total of a run and its parts, where words say that it is one and the list is closed by `and`."""
    gaps = [text[one.end : two.start] for one, two in pairwise(run)]
    behind = text[run[-1].end :][:80]
    closed = len(gaps) > 1 and compiled(rf"(?i){AND}").fullmatch(gaps[-2])
    said = compiled(rf"(?i){SAYS_TOTAL}").fullmatch(gaps[-1]) and compiled(TOTAL_WORD).search(gaps[-1].lower())
    after = compiled(rf"(?i){TOTAL_BEHIND}").fullmatch(gaps[-1]) and compiled(rf"(?i){CLOSES}").match(behind)
    joined = compiled(r"\b(?:and|but|et|mais|und|aber|y|pero|e|mas)\b").search(gaps[-1].lower())
    if closed and not joined and (said or after):
        return run[-1], run[:-1]
    opened = OPENS.search(text[max(run[0].start - 60, 0) : run[0].start])
    complete = compiled(rf"(?i){AND}").fullmatch(gaps[-1]) and not compiled(r"[\d;]|\b(?:others?|rest)\b").search(
        behind
    )
    if len(run) > FEWEST_OPENED and opened and compiled(THESE).fullmatch(gaps[0]) and complete:
        return run[0], run[1:]
    return None


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts can be parts of one sum; millions without a currency may be money."""
    if one.kind == two.kind and one.unit == two.unit:
        return one.kind in ("count", "money", "percent", "measure")
    kinds = {one.kind, two.kind}
    bare = one if one.kind == "count" else two
    return kinds == {"money", "count"} and factor_of(bare) > MAGNITUDE


def _off(text: str, total: Quantity, parts: Sequence[Quantity]) -> Wrong | None:
    spans = [_span(q, Decimal(1)) for q in parts]
    exact = all(q.step == 1 for q in (total, *parts)) and total.kind != "percent"
    amount = sum((q.low for q in parts), Decimal(0))
    low, high = (sum(ends, Decimal(0)) for ends in zip(*spans, strict=True))
    if total.low == amount or (not exact and _meets(total, (low, high))):
        return None
    return Wrong(total, tuple(parts), f"the parts make {like(text, total, amount)}")


# --- differences -----------------------------------------------------------------------------


def _between(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """The difference between 446 and 74 million is 272."""
    for one, two in pairwise(amounts):
        before = text[max(one.start - 40, 0) : one.start]
        if not one.is_range or two.is_range or two.about or not DIFFERENCE.search(before):
            continue
        if len(gap := text[one.end : two.start]) > 50 or not IS.fullmatch(gap):
            continue
        factor = one.step if one.step > 1 else Decimal(1)
        ends = [(one.low, one.high), (one.low * factor, one.high)]
        known = [abs(high - low) for low, high in ends]
        results = {two.low, two.low * factor} if factor_of(two) == 1 else {two.low}
        slack = max(factor, bounds(two)[1] - two.low)
        if all(abs(value - result) > slack for value in known for result in results):
            should = known[-1] / factor if two.low < factor else known[-1]
            yield Wrong(two, (one,), f"the difference is {like(text, two, should)}")


# --- amounts ---------------------------------------------------------------------------------


def _span(quantity: Quantity, factor: Decimal) -> Span:
    """The bounds of an amount; a bare number beside a total in millions may be so many millions."""
    low, high = bounds(quantity)
    if quantity.step == 1 and factor_of(quantity) == 1 and quantity.kind != "percent":
        low = high = quantity.low
    scaled = factor > 1 and factor_of(quantity) == 1 and quantity.low < MAGNITUDE
    return (low * factor, high * factor) if scaled else (low, high)


def _meets(result: Quantity, span: Span) -> bool:
    low, high = bounds(result)
    return low <= span[1] and span[0] <= high
