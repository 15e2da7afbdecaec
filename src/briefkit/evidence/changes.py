"""Amounts of a sentence in, the changes between two of them that these do not give out: `rose by 12% from 50 to 56`.

Between the figures nothing may stand but the words of the form, so that what is compared belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.restated import DOWN, UP
from briefkit.evidence.stated import same_unit
from briefkit.evidence.wrong import (
    HUNDRED,
    POINTS,
    Wrong,
    is_qualified,
    like,
    plain_number,
    within,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

TO = regex(
    r"(?:[\w\u2019' -]{0,30}?\b(?:in|en|im|em) (?:[a-zé]{3,10} )?\d{4}(?:[/\u2013-]\d{2,4})?|[\w\u2019' -]{0,25}?)"
    r"[,)]? (?:to|à|auf|a|para)(?: (?:about|nearly|around|some|almost|over|more than|environ|près de|rund|casi"
    r"|quase|cerca de))? ?"
)
TIMED = regex(
    r"(?i)(?: (?:in|at|by|on|en|à|au|im|am|em|no|a))?(?: (?:the|le|la))?"
    r"(?: (?:late|early|mid|end|start|beginning|first|second|third|fourth|last|fin|début|mi|ende|anfang|mitte|ersten"
    r"|zweiten"
    r"|dritten|vierten|premier|deuxième|troisième|quatrième|fim|início|final|finales|principios))"
    r"(?:[ -](?:quarter|half|semester|trimestre|semestre|quartal|halbjahr))?(?: (?:of|de|du|do|des))? \d{4}"
)
"""When something was, in more words than in 2024."""

FROM = (
    r"\b(?:from|de|von|desde|des?)(?: (?:about|nearly|around|some|almost|over|more than|environ|près de|rund"
    r"|casi|quase))? $"
)
NO_CHANGE = regex(
    r"(?i)\b(?:rank\w*|place|position|age[ds]?|between|ranging|range[sd]?|not|score|from \d+ to \d+ years)\b"
)
BY = regex(
    r"\b(?:by|um|de|d['\u2019]|en|por|em)(?: (?:about|nearly|some|around|almost|over|just|only|nur"
    r"|(?:well |far )?more than|less than|environ|près de|plus de|moins de|rund|etwa|mehr als|weniger als"
    r"|casi|cerca de|más de|mais de))? ?$"
)
AND_SO = (
    r"(?: (?:par|pro|je|per|por|an?) [^\W\d_]+(?: (?:cube|carré))?)?"
    r"(?: (?:wuchs|stieg|sank|fiel|zunahm|abnahm|anstieg)(?:en)?)?"
    r"(?: (?:in|en|im|em|by) (?:[a-zé]{3,10} )?\d{4}(?:[/\u2013-]\d{2,4})?| in (?:that|this|the same) (?:time|period))?"
    r"(?: ?[(,\u2013\u2014:]| -)? ?(?:or|up|down|i\.e\.|that is"
    r"|soit|also|das sind|ou seja|es decir|and (?:so|thus|hence)|und (?:damit|somit|also)|et (?:donc|ainsi)|y por tanto"
    r"|e portanto)?,? ?"
    r"(?:(?:an?|une?|ein|eine?n?|uma?) )?(?:(?:overall|total|net) )?"
    r"(?:rise|increase|gain|jump|growth|fall|drop|decline|decrease|loss|cut|reduction|change|hausse|augmentation|baisse"
    r"|recul|perte|verlust|pérdida|perda"
    r"|diminution|anstieg|zuwachs|rückgang|plus|minus|aumento|subida|caída|descenso|reducción|queda|redução|subida)?"
    r" ?(?:of|by|de|d['\u2019]|um|von)? ?(?:about|nearly|some|around|almost|environ|près de|rund|etwa|casi"
    r"|cerca de|quase)? ?"
)
NOUN_OF_CHANGE = (
    r"(?:rise|increase|gain|jump|growth|fall|drop|decline|decrease|loss|cut|reduction|change|hausse|augmentation|baisse"
    r"|recul|perte|verlust|pérdida|perda"
    r"|diminution|réduction|anstieg|zuwachs|rückgang|aumento|subida|caída|descenso|reducción|queda|redução)"
)
TIMES = (
    r"years?|months?|weeks?|days?|decades?|quarters?|period|time|ans|années|mois|semaines|jours|décennies?|période"
    r"|jahren?"
    r"|monaten?|wochen|tagen|zeit|zeitraum|jahrzehnt|años|meses|semanas|días|década|períodos?|periodo|anos|dias"
)
LATER = (
    r"(?: (?:in|over|within|during|for|by|after|en|sur|durant|pendant|im|innerhalb|binnen|über|während|em|durante"
    r"|ao longo de|a lo largo de)(?: (?:the|this|that|these|those|same|past|last|about|only|just|some|les|ces|la|las"
    r"|los|os|as|den|diesen|dieser|dieses|estos|esos|esses|um|uma|une?|an?|einem)){0,3}(?: [^\W_][\w-]{0,12})?"
    rf" (?:{TIMES})"
    r"| (?:this|last|next|a) (?:year|month|week|decade)(?: later)?"
    r"| (?:with|without|for|among|in|at|on|under) (?!which)[\w\u2019'-]{1,16}(?: [\w\u2019'-]{1,16})?)"
    r"(?:,|:| -| \u2013|\u2014)? (?:or |i\.e\. |that is |soit |ou seja |es decir )?(?:an?|une?|eine?[nm]?|una?|uma?)"
    rf" (?:overall |total |net )?{NOUN_OF_CHANGE} (?:of|by|de|d['\u2019]|um|von)"
    r" ?(?:about |nearly |some |around |almost |environ |près de |rund |etwa |casi |cerca de |quase )?"
)
"""A time or place, and then what is said of a change: over six years, a fall of 30%."""

BY_PART = (
    r"(?: (?:of|der|des|de|du|von) [^\W\d]+(?: [^\W\d]+)?)?, (?:or |that is |i\.e\. |also |soit )?"
    r"(?:by|um|de|d['\u2019]|en)"
    r" ?(?:about |nearly |some |around |almost |environ |près de |rund |etwa |casi |cerca de )?"
)
"""From 11.2% to 8.4% of staff, by a quarter."""

SO_THAT = regex(
    r"(?i)[^.;:()\d]{0,30}, (?:so that|and (?:so|thus)|thus|which|sodass|so dass|si bien que|de modo que)"
    r" [^.;:()\d]{0,40}"
)
IN_TIME = regex(
    r"(?:in|over|within|during|en|sur|in den|in|innerhalb von|em|durante)(?: (?:the|these|last|past|les|los|os))*"
    rf" [^\W_]+(?: [^\W\d]+)? (?:{TIMES})"
)
"""By 35% in six years, from 40 to 54 million."""

IN_BRACKETS = regex(r"(?: [^\W\d][\w\u2019'-]*){0,2} ?\( ?[+\u2212-]?")
SERIES = regex(r"(?: (?:in|en|im|em|by) (?:[a-zé]{3,10} )?\d{4})?,? (?:about |nearly |some |almost |over )?")
"""What stands between the members of a series: from 1 million in 1900 to 2 million in 1950, 3 million in 1980."""

FACTORS = (
    (r"(?i)\b(?:doubl\w+|verdoppel\w+|duplic\w+|dobr(?:ou|aram))\b", Decimal(2)),
    (r"(?i)\b(?:tripl\w+|verdreifach\w+)\b", Decimal(3)),
    (r"(?i)\b(?:quadrupl\w+|vervierfach\w+|cuadruplic\w+)\b", Decimal(4)),
    (r"(?i)\b(?:halv(?:ed|es|ing)|halbier\w+)\b", Decimal("0.5")),
)
FOLDS = {
    word: Decimal(number)
    for number, words in enumerate(
        (
            "doubling double verdoppelung verdopplung doublement duplicación duplicação two zwei",
            "tripling triple verdreifachung triplement triplicación triplicação three drei",
            "quadrupling quadruple vervierfachung quadruplement four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
        ),
        2,
    )
    for word in words.split()
}
FOLD_BEHIND = regex(
    r"(?i)(?: (?:in|en|im|em|by) \d{4}(?:[/\u2013-]\d{2,4})?)?(?:,| \(| \u2013|\u2014|:) ?"
    r"(?:or |that is |soit |also |and so )?(?P<said>(?:(?:an?|une?|eine?|el|o|more than|over|less than|nearly|almost"
    r"|about|roughly|some|mehr als|fast|plus d['\u2019]|près d['\u2019]|más de|casi|mais de|quase) ?){0,3})"
    r"(?:(?P<number>[^\W\d_]{2,6}|\d{1,2})[- ]?(?:fold|fache?)\b"
    r"|(?P<noun>doubling|tripling|quadrupling|verdopp\w+|verdreif\w+|vervierf\w+|doublement|triplement|quadruplement"
    r"|(?:du|tri|cuadru|quadru)plica(?:ci[óo]n|ção))\b)"
)
"""Behind the two ends of a change, how many times as much that is: from 46 to 331, a sevenfold increase."""

MODIFIED = regex(
    r"(?i)\b(?:more than|over|less than|nearly|almost|plus que|mehr als|fast|más que|mais que|quase|casi)\b"
)
EXCHANGE = regex(
    r"(?i)(?: [^\W\d]+)?(?: per | to (?:the|an?|one) | an? |/| pro | je | por | par | pour un | für einen? )(?:us[- ])?"
    r"(?:dollar|euro|pound|yen|franc|dólar|pfund|usd|eur)"
)
"""Behind a rate of exchange, which rises when a currency falls: the peso fell from 18.2 to 19.9 per dollar."""

FURTHER = regex(r"(?i)[^.;()\d]{0,40}(?:,|\b(?:and|et|und|y|e|then)\b)[^.;()\d]{0,20}")
MORE = regex(r"(?i)\b(?:more than|over|plus que|mehr als|más que|mais que)\b")
FAR_OFF = (Decimal("0.8"), Decimal("1.25"))
ROUNDED, FARTHEST_OFF = Decimal("0.97"), Decimal("Infinity")
"""What is more than doubled is at least doubled, but for rounding."""

CUT = regex(r"(?i)\b(?:cut|shorten\w*|lengthen\w*|reduc\w*|réduit\w*|allong\w*|raccourci\w*|verkürz\w*|verlänger\w*)\b")
VERB_LAST = regex(
    r"[^.;:,()\d]{0,30}? (?P<verb>(?:an)?gestiegen|gewachsen|zugenommen|gesunken|gefallen|abgenommen|zurückgegangen"
    r"|geschrumpft)\b"
)
"""The verb of a German sentence, which stands behind the two ends of a change: von 24 auf 7 Prozent gesunken."""

REACH, FARTHEST = 40, 80


def _of_change(before: str) -> str:
    """What before a change may say of it: of `when it was halved, sales rose` the last part, which has its own verb."""
    last = before.rpartition(", ")[2]
    return last if UP.search(last) or DOWN.search(last) else before


def find_wrong_changes(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """What is said of a change, against its two ends."""
    for n, (one, two) in enumerate(pairwise(amounts)):
        if one.kind != two.kind or not same_unit(one.unit, two.unit) or one.is_range or two.is_range:
            continue
        if one.parts or two.parts:
            continue
        start = compiled(FROM).search(text[max(one.start - 20, 0) : one.start].lower())
        if not start or not TO.fullmatch(_untimed(text[one.end : two.start].lower()[:80])):
            continue
        begin = max(one.start - 20, 0) + start.start()
        before = text[max(begin - REACH, 0) : begin]
        if NO_CHANGE.search(before) or (one.kind == "duration" and not any(v.search(before) for v in (UP, DOWN, CUT))):
            continue  # people from 16 to 24 years
        by_comma = "," in text[one.end : two.start] and start[0].lower().startswith("d")
        if EXCHANGE.match(text, two.end):
            continue
        if not by_comma:
            yield from _direction(before, one, two)
            if start[0].lower().startswith("von") and (last := VERB_LAST.match(text, two.end)):
                yield from _direction(last["verb"], one, two)
        if not any(_goes_on(text, two, other) for other in amounts[n + 2 : n + 3]):
            behind = SO_THAT.match(text, two.end)
            for said in (_of_change(before), behind[0] if behind else ""):
                yield from _factor(text, said, one, two)
            yield from _fold(text, one, two)
        stated = [*_before(text, amounts[:n], begin), *_after(text, amounts[n + 2 : n + 4], two)]
        for change in stated:
            if not is_qualified(text, change) and (should := fitting(text, change, one, two)) is not None:
                yield Wrong(change, (one, two), f"the figures give {should}")


def _untimed(text: str) -> str:
    """A text without what says of which year something is: fin 2024, in the second quarter of 2024."""
    return TIMED.sub("", text, count=1)


def _goes_on(text: str, two: Quantity, other: Quantity) -> bool:
    """Whether a series has a third amount: from 5 million to 8 million and 12 million."""
    alike = other.kind == two.kind and other.unit == two.unit
    return alike and bool(FURTHER.fullmatch(text[two.end : other.start]))


def _before(text: str, amounts: Sequence[Quantity], begin: int) -> Iterator[Quantity]:
    """The amount of a change that stands before its ends: by 12% from 50."""
    amounts = amounts[:-1] if amounts[-1:] and amounts[-1].kind == "duration" and len(amounts) > 1 else amounts
    for change in amounts[-1:]:
        between = text[change.end : begin].lower().strip(" ,(")
        beside = not between or (change.kind == "count" and (between in POINTS or between in change.noun[:1]))
        beside = beside or bool(IN_TIME.fullmatch(between))
        if beside and BY.search(text[max(change.start - 20, 0) : change.start].lower()):
            yield change


def _after(text: str, amounts: Sequence[Quantity], two: Quantity) -> Iterator[Quantity]:
    """The amount of a change that stands after its ends: to 56, up 12%."""
    for number, change in enumerate(amounts):
        between = _untimed(text[two.end : change.start].lower())
        goes_on = change.kind == two.kind and SERIES.fullmatch(between)
        if len(between) > FARTHEST or not between.strip() or goes_on:
            continue
        if number and change.kind == "percent" and IN_BRACKETS.fullmatch(text[amounts[0].end : change.start]):
            yield change
        forms = (LATER, BY_PART, *(AND_SO,) * (not number))
        if any(compiled(form).fullmatch(between) for form in forms):
            yield change
        if change.kind not in ("duration", *(two.kind,) * (not number)):
            break


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
    """Doubled, from 10 to 25; more than doubled, from 10 to 15."""
    for words, factor in FACTORS:
        if (match := compiled(words).search(before)) and one.low > 0:
            ratio, said = two.low / one.low / factor, before[: match.start()]
            least, most = FAR_OFF
            if MODIFIED.search(said):
                least, most = (ROUNDED if MORE.search(said) and factor > 1 else Decimal(0)), FARTHEST_OFF
            if not least <= ratio <= most:
                yield Wrong(two, (one,), f"'{match[0]}' would make {like(text, two, one.low * factor)}")


def _fold(text: str, one: Quantity, two: Quantity) -> Iterator[Wrong]:
    """From 46 to 331, a fivefold increase."""
    found = FOLD_BEHIND.match(text, two.end)
    word = (found["number"] or found["noun"]).lower() if found else ""
    factor = Decimal(word) if word.isdecimal() else FOLDS.get(word)
    if not found or not factor or one.low <= 0:
        return
    least, most = FAR_OFF
    if MODIFIED.search(found["said"]):
        least, most = (ROUNDED if MORE.search(found["said"]) else Decimal(0)), FARTHEST_OFF
    if not least <= two.low / one.low / factor <= most:
        yield Wrong(two, (one,), f"that is {plain_number(two.low / one.low)} times as much")


def fitting(text: str, change: Quantity, one: Quantity, two: Quantity) -> str | None:
    """What a change should be; None when it is that, or something else is meant."""
    if change.kind == "count" and one.kind == "percent" and change.noun[:1] and change.noun[0] in POINTS:
        change = change._replace(kind="points")
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
            return None if within(change, [(rates[0], rates[-1])]) else f"{should} percentage points, or {relative}"
        if change.spoken and change.about == "over" and rates[-1] < change.low * ROUNDED:
            return relative  # more than half is at least half
        return None if within(change, [(rates[0], rates[-1])]) else relative
    if change.kind == "points":
        return should + " points" if one.kind == "percent" and not within(change, allowed) else None
    if change.kind != one.kind or change.unit != one.unit or change.kind == "duration":
        return None
    return None if within(change, allowed) else like(text, change, abs(two.low - one.low))
