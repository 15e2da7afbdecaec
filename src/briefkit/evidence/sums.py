"""A sentence in, the figures in it that do not follow from the others beside them out.

Four forms are known: a change with both ends (`rose by 12% from 50 to 56`), a share of two counts (`29 of 37 (78%)`),
a list with its total (`12 staff (7 women and 5 men)`), and a difference of two. Between the
figures nothing may stand but the words of the form, so that what is compared belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from briefkit.evidence.restated import DOWN, UP
from briefkit.evidence.stated import Statement
from briefkit.quantities import Quantity, agree, bounds
from briefkit.text import compiled

HUNDRED = Decimal(100)
CERTAIN = Decimal("1.5")
AMOUNTS = ("count", "percent", "points", "money", "measure", "duration")


class Wrong(NamedTuple):
    """A figure that does not follow: what it should be, from which others; `certain` when nothing excuses it."""

    quantity: Quantity
    others: tuple[Quantity, ...]
    should: str
    certain: bool = False


def find_wrong(statement: Statement) -> Iterator[Wrong]:
    """The figures of a sentence that do not follow from the others."""
    text = statement.sentence.plain
    amounts = [q for q in statement.quantities if q.kind in AMOUNTS]
    if len(amounts) < 2:
        return
    for forms in (_changes, _shares, _shares_of, _parts, _lists, _differences):
        yield from forms(text, amounts)


def plain_number(value: Decimal) -> str:
    """An amount for a message: few digits, no exponent."""
    rounded = round(value, 1 if abs(value) < 1000 else 0)
    return f"{rounded:,f}".removesuffix(".0")


def factor_of(quantity: Quantity) -> Decimal:
    """What the words behind the number of an amount multiply it by."""
    return quantity.low / quantity.written if quantity.written and quantity.kind != "percent" else Decimal(1)


def like(text: str, quantity: Quantity, value: Decimal) -> str:
    """An amount as another one is typed: 30 million euros beside `20 million euros`."""
    typed = text[quantity.start : quantity.end]
    number = plain_number(value / factor_of(quantity)) if factor_of(quantity) else plain_number(value)
    if quantity.is_range or not compiled(r"\d").search(typed):
        return plain_number(value)
    return " ".join(compiled(r"\d[\d.,\u00a0\u202f ]*(?<=\d)").sub(number, typed, count=1).split())


# --- from one amount to another --------------------------------------------------------------

TO = (
    r"(?:[\w\u2019' -]{0,30}?\b(?:in|en|im|em) (?:[a-zé]{3,10} )?\d{4}|[\w\u2019' -]{0,25}?)"
    r"[,)]? (?:to|à|auf|a|para)(?: (?:about|nearly|around|some|almost|over|more than|environ|près de|rund|casi"
    r"|quase|cerca de))? ?"
)
FROM = (
    r"\b(?:from|de|von|desde|des?)(?: (?:about|nearly|around|some|almost|over|more than|environ|près de|rund"
    r"|casi|quase))? $"
)
NO_CHANGE = r"(?i)\b(?:rank\w*|place|position|age[ds]?|between|ranging|range[sd]?|not|score|from \d+ to \d+ years)\b"
BY = (
    r"\b(?:by|um|de|d['\u2019]|en|por|em)(?: (?:about|nearly|some|around|almost|over|environ|près de|rund|etwa"
    r"|casi|cerca de))? ?$"
)
AND_SO = (
    r"(?: (?:in|en|im|em|by) (?:[a-zé]{3,10} )?\d{4})?(?: ?[(,\u2013\u2014:]| -)? ?(?:or|up|down|i\.e\.|that is"
    r"|soit|also|das sind|ou seja|es decir)?,? ?"
    r"(?:(?:an?|une?|ein|eine?n?|uma?) )?(?:(?:overall|total|net) )?"
    r"(?:rise|increase|gain|jump|growth|fall|drop|decline|decrease|cut|reduction|change|hausse|augmentation|baisse|recul"
    r"|diminution|anstieg|zuwachs|rückgang|plus|minus|aumento|subida|caída|descenso|reducción|queda|redução|subida)?"
    r" ?(?:of|by|de|d['\u2019]|um|von)? ?(?:about|nearly|some|around|almost|environ|près de|rund|etwa|casi"
    r"|cerca de|quase)? ?"
)
SERIES = r"(?: (?:in|en|im|em|by) (?:[a-zé]{3,10} )?\d{4})?,? (?:about |nearly |some |almost |over )?"
"""What stands between the members of a series: from 1 million in 1900 to 2 million in 1950, 3 million in 1980."""

FACTORS = (
    (r"(?i)\b(?:doubl\w+|verdoppel\w+|duplic\w+|dobr(?:ou|aram))\b", Decimal(2)),
    (r"(?i)\b(?:tripl\w+|verdreifach\w+)\b", Decimal(3)),
    (r"(?i)\b(?:halv(?:ed|es|ing)|halbier\w+)\b", Decimal("0.5")),
)
MODIFIED = r"(?i)\b(?:more than|over|less than|nearly|almost|plus que|mehr als|fast|más que|mais que|quase|casi)\b"
FAR_OFF = (Decimal("0.8"), Decimal("1.25"))
REACH = 40


def _changes(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """What is said of a change, against its two ends."""
    for n, (one, two) in enumerate(pairwise(amounts)):
        if one.kind != two.kind or one.unit != two.unit or one.is_range or two.is_range or one.parts or two.parts:
            continue
        start = compiled(FROM).search(text[max(one.start - 20, 0) : one.start].lower())
        if not start or not compiled(TO).fullmatch(text[one.end : two.start].lower()[:80]):
            continue
        begin = max(one.start - 20, 0) + start.start()
        before = text[max(begin - REACH, 0) : begin]
        if compiled(NO_CHANGE).search(before):
            continue
        yield from _direction(before, one, two)
        yield from _factor(text, before, one, two)
        stated = [*_before(text, amounts[:n], begin), *_after(text, amounts[n + 2 : n + 3], two)]
        for change in stated:
            if (should := _fitting(text, change, one, two)) is not None:
                yield Wrong(change, (one, two), f"the figures give {should}")


def _before(text: str, amounts: Sequence[Quantity], begin: int) -> Iterator[Quantity]:
    """The amount of a change that stands before its ends: by 12% from 50."""
    for change in amounts[-1:]:
        if compiled(BY).search(text[max(change.start - 20, 0) : change.start].lower()) and not text[
            change.end : begin
        ].strip(" ,("):
            yield change


def _after(text: str, amounts: Sequence[Quantity], two: Quantity) -> Iterator[Quantity]:
    """The amount of a change that stands after its ends: to 56, up 12%."""
    for change in amounts:
        between = text[two.end : change.start]
        goes_on = change.kind == two.kind and compiled(SERIES).fullmatch(between.lower())
        if len(between) <= 60 and between.strip() and not goes_on and compiled(AND_SO).fullmatch(between.lower()):
            yield change


def _direction(before: str, one: Quantity, two: Quantity) -> Iterator[Wrong]:
    """A rise to less, or a fall to more."""
    ups, downs = ([m.end() for m in verbs.finditer(before)] for verbs in (UP, DOWN))
    last_up, last_down = max(ups, default=-1), max(downs, default=-1)
    if last_up == last_down or re.search(r"[.;:,(]|\b(?:and|but|et|und|y|e)\b", before[max(last_up, last_down) :]):
        return
    if min(last_up, last_down) >= 0:
        return
    (low, high), (least, most) = bounds(one), bounds(two)
    if last_up > last_down and most < low:
        yield Wrong(two, (one,), "a rise ends higher than it began")
    elif last_down > last_up and least > high:
        yield Wrong(two, (one,), "a fall ends lower than it began")


def _factor(text: str, before: str, one: Quantity, two: Quantity) -> Iterator[Wrong]:
    """Doubled, from 10 to 25."""
    for words, factor in FACTORS:
        if (
            (match := compiled(words).search(before))
            and one.low > 0
            and not compiled(MODIFIED).search(before[: match.start()])
        ):
            ratio = two.low / one.low / factor
            if not FAR_OFF[0] <= ratio <= FAR_OFF[1]:
                yield Wrong(two, (one,), f"'{match[0]}' would make {like(text, two, one.low * factor)}")


def _fitting(text: str, change: Quantity, one: Quantity, two: Quantity) -> str | None:
    """What a change should be; None when it is that, or something else is meant."""
    (low, high), (least, most) = bounds(one), bounds(two)
    differences = sorted((abs(two.low - one.low), abs(least - high), abs(most - low)))
    allowed = [(differences[0], differences[-1])]
    should = plain_number(abs(two.low - one.low))
    if change.kind == "percent":
        if low <= 0 or high <= 0 or one.low == 0:
            return None
        rates = sorted(abs(b / a - 1) * HUNDRED for a in (low, one.low, high) for b in (least, two.low, most))
        relative = f"{plain_number(abs(two.low / one.low - 1) * HUNDRED)}%"
        if one.kind == "percent":
            return None if _within(change, [*allowed, (rates[0], rates[-1])]) else f"{should} points, or {relative}"
        return None if _within(change, [(rates[0], rates[-1])]) else relative
    if change.kind == "points":
        return should + " points" if one.kind == "percent" and not _within(change, allowed) else None
    if change.kind != one.kind or change.unit != one.unit or change.kind == "duration":
        return None
    return None if _within(change, allowed) else like(text, change, abs(two.low - one.low))


def _within(quantity: Quantity, spans: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether an amount may lie in one of some spans."""
    low, high = bounds(quantity)
    return any(low <= most and least <= high for least, most in spans)


# --- shares ----------------------------------------------------------------------------------

OR = (
    r"[\w\u2019' -]{0,40}?(?:,? ?\(|, or |, i\.e\.,? |,? that is,? |,? soit |,? d\.\s?h\. |, oder |, das sind "
    r"|,? es decir,? |, o (?:sea )?|,? ou seja,? |, ou )"
    r" ?(?:about|some|nearly|around|almost|environ|près de|rund|etwa|cerca de|soit|or|=)? ?"
)
OF = r" ?(?:of|de|des|der|du|dos|das|de los|de las) (?:the |all |our |its |les |los |las |os |as )?"


def _shares(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """A percentage beside two counts, in either order."""
    for one, two in ((a, b) for a in amounts if a.parts for b in amounts if b.kind == "percent" and not b.parts):
        if two.spoken or two.is_range or one.spoken:
            continue
        between = text[one.end : two.start] if one.end <= two.start else text[two.end : one.start]
        if len(between) > 60 or not compiled(OR).fullmatch(between.lower()):
            continue
        low, high = bounds(two)
        off = max(low - one.low, one.low - high)
        if off > Decimal("0.06"):
            counts = text[one.start : one.end].strip()
            yield Wrong(two, (one,), f"{counts} is {plain_number(one.low)}%", certain=off > CERTAIN)


OF_ALL = (
    r"(?:^|[ (])(?:of|out of|from|among|von|der|sur|parmi|des|de|entre|das|dos)(?: (?:the|all|our|these|den"
    r"|insgesamt|les|los|las"
    r"|as|os))? $"
)
THEN = r"[^\d()]{1,70}"
OPENED = (
    r"(?: (?:of (?:them|these|which)|[\w\u2019'-]+){0,3})? ?\( ?(?:about|some|nearly|around|almost|or"
    r"|i\.e\.|soit|rund|etwa|environ|cerca de)? ?"
)
OF_THEM = r" of (?:them|these|which|those) ?\( ?"


def _shares_of(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """Of 64 districts, 41 (64%); 400 pupils, 148 of them (37%); a third (33%)."""
    for one, two in pairwise(amounts):
        is_share = two.kind == "percent" and not (two.spoken or two.parts or two.is_range)
        beside = is_share and one.spoken and not one.parts and not agree(one, two)
        if beside and compiled(OR).fullmatch(text[one.end : two.start][:61].lower()):
            yield Wrong(two, (one,), f"the words before it say {plain_number(one.low)}%")
    for whole, part, share in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if (
            share.kind != "percent"
            or share.spoken
            or share.parts
            or share.is_range
            or part.about
            or whole.about == "over"
        ):
            continue
        if whole.kind != part.kind or whole.unit != part.unit or whole.kind not in ("count", "money"):
            continue
        gap, between = text[part.end : share.start].lower(), text[whole.end : part.start]
        if len(gap) > 40 or not compiled(THEN).fullmatch(between) or whole.low == 0:
            continue
        named = compiled(OF_ALL).search(text[max(whole.start - 24, 0) : whole.start].lower())
        if (part.low <= whole.low and compiled(OF_THEM).fullmatch(gap)) or (named and compiled(OPENED).fullmatch(gap)):
            real, slack = part.low / whole.low * HUNDRED, bounds(share)[1] - share.low
            (low, high), (least, most) = bounds(part), bounds(whole)
            if part.step != 1 or whole.step != 1 or whole.about:
                slack += max(high / least * HUNDRED - real, real - low / most * HUNDRED) if least > 0 else HUNDRED
            off = abs(real - share.low) - slack
            if off > Decimal("0.06"):
                counts = f"{plain_number(part.low)} of {plain_number(whole.low)}"
                yield Wrong(share, (whole, part), f"{counts} is {plain_number(real)}%", certain=off > CERTAIN)


def _parts(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """61% of 1,248 points, or 761."""
    for share, whole, part in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if (
            share.kind != "percent"
            or share.parts
            or whole.kind != part.kind
            or whole.unit != part.unit
            or whole.kind == "percent"
        ):
            continue
        gap = text[whole.end : part.start].lower()
        if (
            not compiled(OF).fullmatch(text[share.end : whole.start].lower())
            or len(gap) > 60
            or not compiled(OR).fullmatch(gap)
        ):
            continue
        (low, high), (least, most) = bounds(share), bounds(whole)
        if not _within(part, [(low * least / HUNDRED, high * most / HUNDRED)]):
            yield Wrong(part, (share, whole), f"that share is {like(text, part, share.low * whole.low / HUNDRED)}")


# --- totals and differences ------------------------------------------------------------------

ITEM = r"[^()\d;:.]{1,40}?(?:, and |,? and |, | et | und | y | e )(?:(?:another|the other|some) )?"
NOT_ALL = (
    r"(?i)\b(?:includ\w+|incl|among|of which|e\.g\.|such as|dont|notamment|davon|darunter|incluid\w+|entre"
    r"|incluindo|mostly|up|down"
    r"|from|versus|vs|compared|against|per|each|every|least|most|only|between)\b"
)
OPENS = r"[^()\d;:.]{1,40}? ?(?:\(|: )(?:(?:the|some) )?"
IN_ALL = (
    r"[^()\d;.]{1,40}?(?:,? ?\(?|: )(?:in total|in all|altogether|together|a total of|making|en tout|au total"
    r"|soit au total|insgesamt|zusammen"
    r"|en total|no total|ao todo|en todo),? ?"
)
MOST_PARTS = 8


def _lists(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """12 staff (7 women and 5 men); 7 women and 5 men, 12 in all."""
    counts = [q for q in amounts if q.kind in ("count", "money") and not q.parts]
    at = 0
    while at < len(counts) - 1:
        run = _run(text, counts, at)
        if len(run) > 1 and (total := _total_of(text, counts, at, run)) and not any(q.is_range or q.about for q in run):
            amount = sum((q.low for q in run), Decimal(0))
            slack = (
                sum((bounds(q)[1] - q.low for q in (*run, total)), Decimal(0))
                if _rounded((*run, total))
                else Decimal(0)
            )
            if abs(amount - total.low) > slack and not total.about:
                yield Wrong(total, tuple(run), f"the parts make {like(text, total, amount)}")
        at += max(len(run) - 1, 1)


def _rounded(quantities: Sequence[Quantity]) -> bool:
    return any(q.step != 1 for q in quantities)


def _run(text: str, counts: Sequence[Quantity], at: int) -> list[Quantity]:
    """The amounts from one on between which only a list's words stand."""
    run = [counts[at]]
    for other in counts[at + 1 : at + MOST_PARTS]:
        gap = text[run[-1].end : other.start]
        if (
            other.unit != run[0].unit
            or other.kind != run[0].kind
            or not compiled(ITEM).fullmatch(gap)
            or compiled(NOT_ALL).search(gap)
        ):
            break
        run.append(other)
    return run


def _total_of(text: str, counts: Sequence[Quantity], at: int, run: Sequence[Quantity]) -> Quantity | None:
    """The total of a list: before its bracket, which ends with it, or after it with `in all`."""
    if at and counts[at - 1].kind == run[0].kind and counts[at - 1].unit == run[0].unit:
        gap, opened = text[counts[at - 1].end : run[0].start], counts[at - 1]
        closed = text[run[-1].end : run[-1].end + 60].partition(")")
        complete = closed[1] and not re.search(r"[,;\d]|\b(?:and|et|und)\b", closed[0])
        if "(" in gap and compiled(OPENS).fullmatch(gap) and complete and not compiled(NOT_ALL).search(gap):
            return opened
    after = at + len(run)
    if after < len(counts) and counts[after].kind == run[0].kind and counts[after].unit == run[0].unit:
        gap = text[run[-1].end : counts[after].start]
        if len(gap) < 80 and compiled(IN_ALL).fullmatch(gap.lower()):
            return counts[after]
    if len(run) > 2 and re.match(
        r" (?:in total|in all|altogether|en tout|au total|insgesamt|en total|no total|ao todo)\b",
        text[run[-1].end :][:20],
    ):
        return None
    return None


GAP = (
    r"\b(?:difference|gap|écart|différence|unterschied|differenz|diferencia|brecha|diferença) (?:of|de"
    r"|d['\u2019]|von) ?$"
)


def _differences(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """40% of men and 55% of women, a gap of 15 points."""
    for one, two, gap in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if one.kind != two.kind or one.unit != two.unit or one.is_range or two.is_range or gap.start - two.end > REACH:
            continue
        if not compiled(GAP).search(text[max(gap.start - 20, 0) : gap.start].lower()):
            continue
        if gap.kind == one.kind or (gap.kind == "points" and one.kind == "percent"):
            (low, high), (least, most) = bounds(one), bounds(two)
            differences = (abs(one.low - two.low), abs(least - high), abs(most - low))
            if not _within(gap, [(min(differences), max(differences))]):
                yield Wrong(gap, (one, two), f"the difference is {like(text, gap, abs(one.low - two.low))}")
