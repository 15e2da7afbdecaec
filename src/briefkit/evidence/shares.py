"""The amounts of a sentence in, the shares among them that the amounts beside them do not make out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.stated import same_unit
from briefkit.evidence.wrong import CERTAIN, HUNDRED, MADE_UP, Wrong, like, plain_number, undated, within
from briefkit.patterns import regex
from briefkit.quantities import Quantity, agree, bounds


def find_wrong_shares(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """The shares of a sentence, and the parts that a share is said to be, which do not follow."""
    if any(q.kind == "percent" for q in amounts):
        for forms in (_shares, _shares_of_amounts, _shares_of, _parts, _shares_of_all, _part_first):
            yield from forms(text, amounts)


OR = regex(
    r"[\w\u2019' -]{0,40}?(?:,? ?\(|: |, or |, i\.e\.,? |,? that is,? |,? soit |,? d\.\s?h\. |, oder |, das sind "
    r"|,? es decir,? |, o (?:sea )?|,? ou seja,? |, ou )"
    r" ?(?:about|some|nearly|around|almost|environ|près de|rund|etwa|cerca de|soit|or|=)? ?"
)
OF = regex(r" ?(?:of|de|des|der|du|dos|das|de los|de las) (?:the |all |our |its |les |los |las |os |as )?")


def _shares(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """A percentage beside two counts, in either order."""
    for one, two in _pairs(amounts):
        if two.spoken or two.is_range or one.spoken:
            continue
        between = text[one.end : two.start] if one.end <= two.start else text[two.end : one.start]
        if len(between) > 60 or not OR.fullmatch(between.lower()):
            continue
        low, high = bounds(two)
        off = max(low - one.low, one.low - high)
        if off > Decimal("0.06"):
            counts = text[one.start : one.end].strip()
            yield Wrong(two, (one,), f"{counts} is {plain_number(one.low)}%", certain=off > CERTAIN)


MOST_BETWEEN = 20
"""How many amounts may stand between a percentage and its counts: more do not fit there."""


def _pairs(amounts: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The shares of two counts, each with the percentages near it."""
    for number, one in enumerate(amounts):
        near = amounts[max(number - MOST_BETWEEN, 0) : number + MOST_BETWEEN] if one.parts else ()
        yield from ((one, two) for two in near if two.kind == "percent" and not two.parts)


FAR, FEWEST_POINTS = Decimal("0.12"), Decimal("2.5")
"""By how much of it, and by how many points, a share in words differs from one that is no rounding of it."""


def _is_far(one: Quantity, two: Quantity) -> bool:
    """Whether two in five is not meant for a percentage: it may be for 42%, and one in ten for 12%."""
    gap = abs(one.low - two.low)
    return not one.about and not two.about and gap > FEWEST_POINTS and gap > one.low * FAR


OF_AMOUNT = regex(
    r" (?:out )?(?:of|sur|de|des|von|der|dos|das|de los|de las)(?: (?:the|all|our|its|their|his|her|these|those|all the"
    r"|les|ses|leurs|den|ihren|seinen|los|las|sus|os|as|seus|suas))?(?: total)? ?"
)


ASKED = regex(
    r"(?i)(?:^|[.;,] )(?:of|among|in an? (?:survey|sample|poll) of|out of|sur|parmi|von|unter|in einer umfrage unter|de"
    r"|entre|das|dos)(?: (?:the|all|these|les|den|os|as|los|las))? $"
)
IN_BRACKETS = regex(r" [^.;()\d]{3,40} ?\(")
NO_STOP = regex(r"[^.;:()]{0,60}")
ONE = Decimal(1)
OF_KIND = regex(r"^(?: of)?(?: [^\W\d]+){1,3}(?= out of )")
"""1.9 GW of onshore wind out of 2.5 GW."""


def _shares_of_amounts(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """1,019 of 1,892 tonnes (54%); €12m of the €25m (48%); 12 of their 25 beds (48%)."""
    for part, whole, share in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if share.kind != "percent" or share.spoken or share.parts or share.is_range or part.parts or whole.parts:
            continue
        if not OF_AMOUNT.fullmatch(OF_KIND.sub("", text[part.end : whole.start].lower())):
            continue
        if not OR.fullmatch(text[whole.end : share.start][:61].lower()):
            continue
        if spans := _ratio(part, whole):
            (low, high), real = spans, part.written / whole.written * HUNDRED
            least, most = bounds(share)
            if max(least - high, low - most) > Decimal("0.06"):
                counts = " ".join(text[part.start : whole.end].split())
                yield Wrong(share, (part, whole), f"{counts} is {plain_number(real)}%")


def _shares_of_all(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """In a survey of 2,400 households in the area, 1,248 were insured (62%)."""
    for whole, part, share in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if (whole.kind, part.kind, share.kind) != ("count", "count", "percent") or part.low >= whole.low:
            continue
        if any(q.is_range or q.about or q.parts for q in (whole, part, share)) or not _are_typed(part, whole):
            continue
        between = text[whole.end : part.start]
        if not ASKED.search(text[max(whole.start - 60, 0) : whole.start]) or not NO_STOP.fullmatch(between):
            continue
        real = part.low / whole.low * HUNDRED
        if IN_BRACKETS.fullmatch(text[part.end : share.start]) and abs(real - share.low) > max(share.step, ONE):
            counts = f"{text[part.start : part.end].strip()} of {text[whole.start : whole.end].strip()}"
            yield Wrong(share, (whole, part), f"{counts} is {plain_number(real)}%")


PART_OF = regex(
    r"(?i)[^.;:()\d]{0,30}(?:,| \(| \u2013|\u2014) ?(?:(?:or|that is|i\.e\.|only|just|about|nearly|some|almost|around"
    r"|soit|près de|environ|das sind|also|rund|etwa|knapp|es decir|casi|ou seja|quase|cerca de) ?){0,2}"
)
ENDED = regex(r"(?: [^\W\d][\w\u2019'-]*){0,4} ?(?:[.,;:)\n]|$)")
DOUBLE = 2
"""How many times what two amounts give a share may be that is meant for it."""


def _part_first(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """312 km of road, 92% of the 340 km planned."""
    for part, share, whole in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if share.kind != "percent" or share.spoken or share.parts or share.is_range or share.about in ("over", "under"):
            continue
        if part.kind not in MADE_UP or not same_unit(part.unit, whole.unit) or part.kind != whole.kind:
            continue
        if any(q.is_range or q.parts or q.about for q in (part, whole)) or not 0 < part.low < whole.low:
            continue
        gap = OF_AMOUNT.fullmatch(text[share.end : whole.start].lower())
        if not gap or not PART_OF.fullmatch(text[part.end : share.start]) or not ENDED.match(text, whole.end):
            continue
        (low, high), (least, most) = bounds(part), bounds(whole)
        real = part.low / whole.low * HUNDRED
        is_meant = share.low > 0 and max(real, share.low) <= DOUBLE * min(real, share.low)
        if is_meant and least > 0 and not within(share, [(low / most * HUNDRED, high / least * HUNDRED)]):
            counts = f"{text[part.start : part.end].strip()} of {text[whole.start : whole.end].strip()}"
            yield Wrong(share, (part, whole), f"{counts} is {plain_number(real)}%")


def _are_typed(*amounts: Quantity) -> bool:
    """Whether amounts are numbers in digits that are no smaller than a hundred, so that rounding tells little."""
    return all(q.low >= HUNDRED and not q.spoken for q in amounts)


def _ratio(part: Quantity, whole: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest share that one amount is of another in the same unit; None where these may differ.

    A bare number is meant in the unit behind the other: 1,019 of 1,892 million tonnes.
    """
    bare = part.kind == "count" and part.written == part.low
    same = part.kind == whole.kind and part.unit == whole.unit and part.low * whole.written == whole.low * part.written
    exact = not (part.is_range or whole.is_range or part.about or whole.about)
    if not (bare or same) or not exact or not 0 < part.written < whole.written:
        return None
    half, steps = Decimal("0.5"), [_step(q) for q in (part, whole)]
    low, high = part.written - steps[0] * half, part.written + steps[0] * half
    return low / (whole.written + steps[1] * half) * HUNDRED, high / (whole.written - steps[1] * half) * HUNDRED


def _step(quantity: Quantity) -> Decimal:
    """What one in the last digit of an amount is worth as it is written; nothing for a count of things."""
    if quantity.kind == "count" and quantity.written == quantity.low:
        return Decimal(0) if quantity.written == quantity.written.to_integral_value() else quantity.step
    return quantity.step * quantity.written / quantity.low


OF_ALL = regex(
    r"(?:^|[ (])(?:of|out of|from|among|von|der|sur|parmi|des|de|entre|das|dos)(?: (?:the|all|our|these|den"
    r"|insgesamt|les|los|las"
    r"|as|os))?(?: [^\W\d_]{3,14})? $"
)
WHICH = regex(
    r"(?i),? (?:dont|davon|darunter|of which|of whom|of these|de los cuales|de las cuales|dos quais|das quais) $"
)
THEN = regex(r"[^\d()]{1,70}")
OPENED = regex(
    r"(?: (?:of (?:them|these|which)|[\w\u2019'-]+){0,3})? ?\( ?(?:about|some|nearly|around|almost|or"
    r"|i\.e\.|soit|rund|etwa|environ|cerca de)? ?"
)
MAKES = regex(
    r"[^.;()\d]{0,30},? (?:which (?:makes|gives|is|was)|that is|making|giving|ce qui (?:fait|donne)|soit|das (?:sind"
    r"|ergibt)|also"
    r"|lo que (?:da|supone)|o que (?:dá|representa))(?: (?:an?|une?|eine?|una|uma))?(?: [^\W\d]+){0,3}(?: (?:of|de"
    r"|von))? ?"
)
ITS_PART = regex(r"[^;:]*(?<!\bto )(?<!\bauf )(?<!\bà )(?<!\ba )(?<!\bpara )")
"""What leads from a part to its share: 2,686 did so, which makes a turnout of 75%."""

OF_OWN = regex(r"(?i)\)? (?:of|de|des|sur|von|der) (?:the |les |den |los |os )?\d")
"""What gives a share a whole of its own: 19 (7%) of the 290 and 25 (8%) of the 300."""

OF_THEM = regex(r" of (?:them|these|which|those) ?\( ?")


def _shares_of(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """Of 64 districts, 41 (64%); 400 pupils, 148 of them (37%); a third (33%)."""
    for one, two in pairwise(amounts):
        is_share = two.kind == "percent" and not (two.spoken or two.parts or two.is_range)
        beside = is_share and one.spoken and not agree(one, two) and (not one.parts or _is_far(one, two))
        if beside and OR.fullmatch(text[one.end : two.start][:61].lower()):
            yield Wrong(two, (one,), f"the words before it say {plain_number(one.low)}%")
    amounts = [q for q in amounts if q.kind != "duration"]
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
        between = undated(between)
        if OF_OWN.match(text, share.end):
            continue
        if len(gap) > 40 or not THEN.fullmatch(between) or whole.low == 0:
            continue
        named = OF_ALL.search(text[max(whole.start - 24, 0) : whole.start].lower())
        if part.low <= whole.low:
            named = named or WHICH.search(between)
        makes = part.low <= whole.low and ITS_PART.fullmatch(between) and MAKES.fullmatch(gap)
        if (part.low <= whole.low and OF_THEM.fullmatch(gap)) or (named and (OPENED.fullmatch(gap) or makes)):
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
        if not OF.fullmatch(text[share.end : whole.start].lower()) or len(gap) > 60 or not OR.fullmatch(gap):
            continue
        (low, high), (least, most) = bounds(share), bounds(whole)
        if not within(part, [(low * least / HUNDRED, high * most / HUNDRED)]):
            yield Wrong(part, (share, whole), f"that share is {like(text, part, share.low * whole.low / HUNDRED)}")
