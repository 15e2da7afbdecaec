"""A sentence and the one before it in, the rates in it that the amounts beside them do not give out.

Known are a change with its rate (`6,000 tonnes or 20%` of the 30,000 that the sentence names), `2.6 times as many as`
and a figure outside its own range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.apart import ENDS, SO_MUCH
from briefkit.evidence.beside import CHANGING, is_step
from briefkit.evidence.changes import FROM
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import (
    HUNDRED,
    MADE_UP,
    Wrong,
    alike,
    as_points,
    is_qualified,
    like,
    plain_number,
    undated,
    within,
    without_levels,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

BACK, FAR_BACK, REACH = 60, 100, 80
CLOSE = 2
"""How many times what an amount of the sentence before gives a rate may be and be meant for it."""

MOST_AMOUNTS = 12
"""In a sentence with more figures no rate is looked for: it takes the square of their number."""

RISES = (
    r"rise|rises|rose|increas\w*|gain|jump\w*|growth|grew|hauss\w*|augment\w*|anstieg|zuwachs|stieg\w*|wuchs\w*"
    r"|aument\w*"
    r"|subi\w*|crec\w*|cresc\w*"
)
FALLS = (
    r"fell|falls?|drop\w*|declin\w*|decreas\w*|cuts?|reductions?|savings?|saves?|baiss\w*|recul\w*|diminu\w*|économie"
    r"|rückgang|ersparnis|sank\w*|fiel\w*|ca[yí]\w*|descen\w*|reduc\w*|reduç\w*|ahorro|qued\w*|ca[ií]\w*|economia"
)
CHANGES = regex(
    rf"(?i)\b(?:(?:by|um)(?: (?:about|some|nearly|around|almost|rund|etwa))? ?"
    rf"|(?:(?P<rise>{RISES})|(?P<fall>{FALLS}))\b[^.;:()\d]{{0,40}})$"
)
"""Behind `by` and `um` stands how much, whatever changed."""

THAN_IN = regex(
    r"(?i)\)? ?(?:(?P<rise>more|higher|mehr|höher|de plus|más|mais)|(?P<fall>fewer|less|lower|weniger|niedriger|de"
    r" moins"
    r"|menos)) (?:than|als|que|do que|qu['\u2019])"
)
"""And before these: 34.12 million, 118,000 (0.3%) more than in the first quarter."""

FROM_THAT = regex(
    r"(?i)\)? (?:from|over|on|since|compared (?:to|with)|against|depuis|par rapport|gegenüber|seit|respecto|desde"
    r"|face)(?: [^\W\d]+){0,3} (?:[^\W\d]+)?(?P<year>\d{4})?"
)
"""What says from which amount a change is told: 4.6% from FY17."""

JUST_BY = regex(r"(?i)\b(?:by|um)(?: (?:about|some|nearly|around|almost|rund|etwa|knapp))? ?$")
SO = regex(
    r"(?i)\b(?:thus|therefore|hence|so|si bien qu['\u2019]|si bien que|de sorte que|sodass|gap|difference"
    r"|lead|ainsi|donc|écart|also|damit|somit|abstand|unterschied|así"
    r"|por tanto|brecha|diferencia|assim|portanto|avanço|diferença)\b[^.;\d]{0,60}$"
)
"""What says that a difference follows from what was said before."""

FURTHER = regex(
    r"(?i)(?: [^\W\d]+)? (?:more|fewer|less|longer|shorter|higher|lower|mehr|weniger|länger|de plus|de moins|más|menos"
    r"|mais)(?: [^\W\d]+)? ?(?:[.,;)]|$)"
)
MAKES = regex(
    r"(?i)(?:\b(?:that|this|which|these|they) (?:makes?|made|adds? up to|added up to|comes? to|came to|totals?"
    r"|totalled)|(?:\b(?:together|in all|in total|altogether)\b,?|\b(?:das (?:sind|macht|ergibt)|zusammen|insgesamt)\b"
    r"|\b(?:cela (?:fait|représente)|au total|soit en tout)\b|\b(?:en total|eso suma|no total|isso soma)\b)"
    r"[^.;:()\d]{0,30})(?: (?:about|some|rund|etwa|environ))? ?$"
)
"""What says that an amount is the sum of those before it."""

SEVERAL, MOST_PARTS, SMALL = 2, 8, 12
NEARLY, HALF = Decimal("0.12"), Decimal("0.5")
BOTH = regex(r"(?i)\b(?:both|the two|beide|les deux|ambos|ambas) (?:\w+ )?(?:together|zusammen|ensemble|juntos)\b")
"""What says of two amounts that another is their sum, so that it need not be near it."""

THAT_IS = regex(r"(?i)\b(?:that is|i\.e\.|soit|das sind|es decir|o sea|ou seja)(?: about| some| rund| environ)? $")
OR = regex(
    r"(?i)(?: [\w\u2019-]{1,20}){0,2},? ?(?:\(|\b(?:or|i\.e\.|that is|soit|ou|oder|also|o|ou seja|es decir) )"
    r"(?:(?:about|some|nearly|around"
    r"|almost|environ|près de|rund|etwa|cerca de|de|d['\u2019]|um|del?|by|a) ?){0,2}"
)
CLOSED = regex(r"[^()]{0,20}\)")
TIMES_AS = regex(
    r"(?i)[ -](?:as (?:many|much|high|large|great|long)|more|higher|larger|the)(?: [\w\u2019-]+){0,2}? (?:as|than|of)?"
    r" ?(?:in )?(?:the )?(?:some |about )?$"
)
TO = regex(r" ?(?:to|-|\u2013|bis|à|a|;) ?")
MINUS = ("-", "\u2212", "\u2013")
INTERVAL = regex(
    r"(?i)\b(?:CI|IC|KI|(?:confidence |uncertainty |credible )?interval|intervalle(?: de confiance)?|konfidenzintervall"
    r"|intervalo(?: de confian(?:za|ça))?|range|spanne|fourchette|rango)(?: (?:of|de|von|from))?[:,]? ?$"
)
RANGE = regex(
    r"(?i)[^.;\d]{0,40}?(?:\b\d\d ?% ?)?(?:\b(?:range|interval|confidence|ci|uncertainty|intervalle|fourchette|spanne"
    r"|konfidenzintervall|intervalo|rango|faixa)\b)[^.;\d]{0,30}"
)
SIGNS = (("rise", -1), ("fall", 1))
"""What came of a rise was less before it by so much, and of a fall more."""


def find_off_rates(statement: Statement, before: Statement | None) -> Iterator[Wrong]:
    """The rates of a sentence that its amounts, or those of the sentence before it, do not give."""
    amounts, earlier = _amounts(statement), _amounts(before) if before else []
    if not 0 < len(amounts) <= MOST_AMOUNTS or len(earlier) > MOST_AMOUNTS:
        return
    text = statement.sentence.plain
    yield from _apart(text, amounts, before, earlier)
    yield from _per_cent_apart(text, amounts, before, earlier)
    yield from _grown(text, amounts, before, earlier)
    yield from _summed(text, amounts, before, earlier)
    if len(amounts) < 2:
        return
    yield from _changes(text, amounts, before, earlier)
    yield from _times(text, amounts)
    yield from _ranges(text, amounts)
    yield from _turned(text, amounts)


def _amounts(statement: Statement) -> list[Quantity]:
    """The amounts of a sentence, without shares in words, times and the levels of ranges."""
    found = [q for q in statement.quantities if not (q.parts or q.spoken) and q.kind not in ("year", "date")]
    return without_levels(statement.sentence.plain, found)


def _apart(
    text: str, amounts: Sequence[Quantity], before: Statement | None, earlier: Sequence[Quantity]
) -> Iterator[Wrong]:
    """It is 7.4%, down from 11.2%. The share thus fell by 3.8 percentage points."""
    for said, change in ((q, as_points(q)) for q in amounts) if earlier else ():
        if change.kind not in ("points", *MADE_UP) or not _follows(text, said) or BOTH.search(text[: said.start]):
            continue
        level = change._replace(kind="percent") if change.kind == "points" else change
        own = [q for q in amounts if alike(q, level) and q.start != change.start]
        away = [q for q in earlier if alike(q, level)]
        known = [*away, *own]
        if len(known) != 2 or not away or any(q.is_range or q.about for q in (*known, change)):
            continue
        if any(q.start > change.start or is_step(text, q.start, q.end) for q in own):
            continue
        (low, high), (least, most) = bounds(known[0]), bounds(known[1])
        if not within(change, [(least - high, most - low), (low - most, high - least)]):
            should = like(text, change, abs(known[0].low - known[1].low))
            points = " percentage points" if change.kind == "points" and "point" not in should else ""
            yield Wrong(change, (known[0],), f"the difference is {should}{points}", apart=before)


def _per_cent_apart(
    text: str, amounts: Sequence[Quantity], before: Statement | None, earlier: Sequence[Quantity]
) -> Iterator[Wrong]:
    """It was 68%. Four years later it was 87%, a gain of 19%: these are points."""
    own, away = ([q for q in found if q.kind == "percent"] for found in (amounts, earlier))
    if len(own) != 2 or len(away) != 1 or any(q.is_range or q.about for q in (*own, *away)):
        return
    level, change = own
    if not SO_MUCH.fullmatch(text[level.end : change.start]) or not ENDS.match(text, change.end) or away[0].low <= 0:
        return
    points = abs(level.low - away[0].low)
    if points == change.low and not within(change, [(points / away[0].low * HUNDRED,) * 2]):
        yield Wrong(change, (away[0],), f"these are {plain_number(points)} percentage points", apart=before)


def _grown(
    text: str, amounts: Sequence[Quantity], before: Statement | None, earlier: Sequence[Quantity]
) -> Iterator[Wrong]:
    """The catch is worth 180 million. It was 172 million in 2018, so that it has grown by 4.7%."""
    for rate in amounts if earlier else ():
        if rate.kind != "percent" or rate.is_range or rate.about in ("over", "under") or is_qualified(text, rate):
            continue
        before_it = text[max(rate.start - FAR_BACK, 0) : rate.start]
        said = SO.search(before_it) and CHANGES.search(before_it[-BACK:])
        own = [q for q in amounts if q.kind in MADE_UP and not _is_change(text, q)]
        away = [q for q in earlier if own and alike(q, own[0])]
        if not said or len(own) != 1 or len(away) != 1 or own[0].start > rate.start:
            continue
        (low, high), (least, most) = bounds(own[0]), bounds(away[0])
        if low <= 0 or least <= 0 or own[0].is_range or away[0].is_range:
            continue
        ratios = (a / b for a, b in ((low, most), (high, least), (most, low), (least, high)))
        rates = [abs(ratio - 1) * HUNDRED for ratio in ratios]
        if not within(rate, [(min(rates[:2]), max(rates[:2])), (min(rates[2:]), max(rates[2:]))]):
            real = plain_number(abs(away[0].low / own[0].low - 1) * HUNDRED)
            yield Wrong(rate, (away[0], own[0]), f"the figures give {real}%", apart=before)


def _summed(
    text: str, amounts: Sequence[Quantity], before: Statement | None, earlier: Sequence[Quantity]
) -> Iterator[Wrong]:
    """There were 331 cases, against 118 in 2023 and 46 in 2022. Over the three years that makes 495 cases."""
    totals = [q for q in amounts if q.kind in MADE_UP and q.kind != "duration" and not (q.is_range or q.about)]
    large = [q for q in totals if not (q.kind == "count" and q.low <= SMALL)]
    if not before or not 0 < len(large) <= SEVERAL or not MAKES.search(text[: large[0].start]):
        return
    both = BOTH.search(text[: large[0].start])
    for total in large:
        yield from _off_total(text, total, before, earlier, nearly=HALF if both else NEARLY)


def _off_total(
    text: str, total: Quantity, before: Statement, earlier: Sequence[Quantity], *, nearly: Decimal
) -> Iterator[Wrong]:
    """A total that is nearly what the amounts of the sentence before make."""
    parts = [q for q in earlier if alike(q, total) and not (q.is_range or q.about) and not (q.low <= SMALL)]
    if not SEVERAL <= len(parts) <= MOST_PARTS:
        return
    amount = sum((q.low for q in parts), Decimal(0))
    slack = sum((bounds(q)[1] - q.low for q in parts if q.step != 1), Decimal(0)) + (bounds(total)[1] - total.low)
    off = abs(amount - total.low)
    if off > slack and (is_slip(total.low, amount) or off <= amount * nearly) and total.low > max(q.low for q in parts):
        yield Wrong(total, (parts[0],), f"the figures before it make {like(text, total, amount)}", apart=before)


def _follows(text: str, change: Quantity) -> bool:
    """Whether words say that a figure is how far two others are apart."""
    before, behind = text[max(change.start - FAR_BACK, 0) : change.start], text[change.end :][:REACH]
    if change.kind == "points" and SO.search(before):
        return True
    said = SO.search(before) or THAT_IS.search(before)
    return bool(said and FURTHER.match(behind))


def _changes(
    text: str, amounts: Sequence[Quantity], before: Statement | None, earlier: Sequence[Quantity]
) -> Iterator[Wrong]:
    """The quota was 30,000 tonnes, so the cut is 6,000 tonnes or 20%."""
    for change, rate in pairwise(amounts):
        if (
            change.kind not in (*MADE_UP, "points")
            or rate.kind != "percent"
            or change.is_range
            or rate.is_range
            or change.low <= 0
        ):
            continue
        is_change = CHANGES.search(text[max(change.start - BACK, 0) : change.start])
        is_change = is_change or THAN_IN.match(text, rate.end)
        if not is_change or not OR.fullmatch(text[change.end : rate.start]):
            continue
        if text[rate.start - 1] == "(" and not CLOSED.match(text[rate.end :][:REACH]):
            continue  # from 50 points (30% of the one and 80% of the other)
        same = change._replace(kind="percent") if change.kind == "points" else change
        bases = [q for q in amounts if alike(q, same) and q not in (change, rate) and q.low > change.low]
        away = [] if bases or not before else [q for q in earlier if alike(q, same) and q.low > change.low]
        held_in = before.sentence.plain if before and away else text
        bases = [q for q in bases or away if not _is_change(held_in, q) and not (away and _has_changed(held_in, q))]
        if not bases or len(bases) > 2 or any(q.about == "over" or q.is_range for q in bases):
            continue
        if before and away and _is_since(text, rate, before):
            continue
        words = before.sentence.plain if before and away else text
        begun = [base for base in bases if compiled(FROM).search(words[max(base.start - 20, 0) : base.start].lower())]
        bases = begun if len(begun) == 1 else bases
        shifts = () if begun else [sign for name, sign in SIGNS if is_change[name] or not any(is_change.groups())]
        spans = [span for base in bases for span in _rates(change, base, shifts)]
        real_rate = change.low / bases[0].low * HUNDRED
        if away and not (real_rate <= rate.low * CLOSE and rate.low <= real_rate * CLOSE):
            continue
        if not within(rate, spans):
            real = plain_number(change.low / bases[0].low * HUNDRED)
            should = f"{like(text, change, change.low)} is {real}% of {like(words, bases[0], bases[0].low)}"
            others = (bases[0], change) if away else (change, *bases)
            yield Wrong(rate, others, should, apart=before if away else None)


def _is_change(text: str, quantity: Quantity) -> bool:
    """Whether an amount is itself said to be how much something changed by."""
    return bool(JUST_BY.search(text[max(quantity.start - 20, 0) : quantity.start]))


def _has_changed(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what something gained or lost: assets lost $142 million."""
    return bool(compiled(CHANGING).search(text[max(quantity.start - FAR_BACK, 0) : quantity.start].lower()))


def _is_since(text: str, rate: Quantity, before: Statement) -> bool:
    """Whether a change is one from a time, or from something, that the sentence before does not name."""
    named = FROM_THAT.match(text, rate.end)
    return named is not None and (not named["year"] or int(named["year"]) not in before.years)


def _rates(change: Quantity, base: Quantity, signs: Sequence[int]) -> Iterator[tuple[Decimal, Decimal]]:
    """From and to what part of a base a change is, when it was there before or, with a sign, is what came of it."""
    (low, high), (least, most) = _span(change), _span(base)
    for by in (0, *signs):
        if least + by * change.low > 0:
            yield low / (most + by * change.low) * HUNDRED, high / (least + by * change.low) * HUNDRED


def _span(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """From and to what an amount may be; a count is exact."""
    exact = quantity.kind == "count" and quantity.step == 1 and not quantity.about
    return (quantity.low, quantity.low) if exact else bounds(quantity)


def _times(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """312 people died, 2.6 times as many as the 120 of the year before."""
    for one, times, two in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if times.kind != "times" or times.is_range or one.kind not in MADE_UP or not alike(one, two) or two.low <= 0:
            continue
        if one.is_range or two.is_range or len(text[one.end : times.start]) > REACH:
            continue
        if not TIMES_AS.fullmatch(text[times.end : two.start]):
            continue
        (low, high), (least, most) = _span(one), _span(two)
        slack = Decimal("0.25") if times.step >= 1 or times.about else Decimal(0)
        if least > 0 and not within(times, [(low / most - slack, high / least + slack)]):
            yield Wrong(times, (one, two), f"the figures give {plain_number(one.low / two.low)}")


def _turned(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """95% CI 0.15 to 0.03."""
    for one, two in pairwise(amounts):
        if one.is_range or two.is_range or one.low <= two.low or not TO.fullmatch(text[one.end : two.start]):
            continue
        signed = any(text[max(q.start - 1, 0) : q.start] in MINUS for q in (one, two))
        if not signed and INTERVAL.search(text[max(one.start - BACK, 0) : one.start]):
            yield Wrong(one, (two,), "a range begins with the lesser of its ends")


def _ranges(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """112,000 tonnes, with a range of 95,000 to 131,000."""
    if not any(q.is_range for q in amounts):
        return
    levels = without_levels(text, amounts)
    bare = [as_points(q) for q in levels if q.kind != "percent" or q.is_range or amounts[0].kind == "percent"]
    for one, span in pairwise(bare):
        bare_span = span.kind == "count" and one.kind in ("percent", "points", "times")
        like_span = alike(one, span) or bare_span
        if one.is_range or not span.is_range or not like_span or one.about in ("over", "under"):
            continue
        if _is_change(text, one):
            continue
        gap = compiled(r"(?i)\b\d\d ?(?:%|per ?cent\b|prozent\b)").sub(" ", text[one.end : span.start])
        (low, high), (least, most) = bounds(one), bounds(span)
        if len(gap) <= REACH and RANGE.fullmatch(undated(gap)) and (high < least or low > most):
            yield Wrong(one, (span,), f"its range is {text[span.start : span.end]}")
