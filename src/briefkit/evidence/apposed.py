"""A sentence and the one before it in, the shares in it that are said of two amounts before them and do not follow.

`Of its 121,500 flights 9,850 are by night, which is 8%`, `346.000 der 412.000 Menschen, also 84 Prozent`, `851,000 of
the 925,000, 92%`, `from 720 to 612, a fall of 15%`. Whatever the words between the amounts are, what stands beside
them must be the share that one is of another, or the change from one to the other. Told is only what is near to such
a share: else it is of something that the sentence does not give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import HUNDRED, MADE_UP, Wrong, alike, plain_number, undated, within
from briefkit.patterns import regex
from briefkit.quantities import Quantity, bounds

MOST_AMOUNTS = 4
"""How many amounts before a share it may be made of."""

MOST_BEFORE = 12
REACH = 70
CLOSE = Decimal(2)
"""How many times a share what two amounts make may be, and be meant for it."""

FEWEST = 10
CHANGE = (
    r"(?:(?:an?|une?|eine?n?|una?|uma?) )?(?:rise|increase|gain|growth|fall|drop|decline|decrease|loss|cut|reduction"
    r"|hausse|augmentation|baisse|recul|perte|diminution|anstieg|zuwachs|zunahme|rückgang|verlust|aumento|subida|caída"
    r"|descenso|reducción|pérdida|queda|redução|perda)(?: (?:of|by|del?|d['\u2019]|um|von))? ?"
)
HEDGE = r"(?:about|some|nearly|around|almost|environ|près de|rund|etwa|cerca de|casi|quase) ?"
APPOSED = regex(
    rf"(?i)[^.;:\d]{{0,60}}?(?:,| \u2013|\u2014) ?(?:(?:which|that|this) is |which makes |that is |i\.e\. |or |soit"
    rf" |ce qui fait |also |das sind |das ist |das entspricht |es decir,? |o sea |ou seja,? )?(?:{CHANGE})?(?:{HEDGE})?"
)
BEGINS = regex(
    rf"(?i)\W*(?:that|this|it) is (?:{CHANGE})?(?:{HEDGE})?|\W*(?:das ist|das sind|das entspricht|c['\u2019]est|cela"
    rf" fait|esto es|es decir,|isto é) (?:{CHANGE})?(?:{HEDGE})?"
)
"""What a sentence begins with that says of the one before it how much that is in per cent."""

OF_ELSE = regex(
    r"(?i) ?(?:of(?! (?:them|these)\b)|de|des|du|del?|dos?|das?|der|von|vom|unter|among|above|below|higher|lower|fewer"
    r"|alle[rn]?|all|als|über|in|a year|per|par|pro|im|jährlich|annually|points?)\b"
)
"""What gives a share a whole of its own, or a time."""


def find_off_apposed(statement: Statement, before: Statement | None) -> Iterator[Wrong]:
    """The shares beside two amounts that these do not make."""
    text, known = statement.sentence.plain, statement.quantities
    for number, share in enumerate(known):
        plain = share.kind == "percent" and not (share.spoken or share.parts or share.is_range)
        if not plain or share.about in ("over", "under") or OF_ELSE.match(text, share.end):
            continue
        earlier = _amounts(known[max(number - MOST_BEFORE, 0) : number])
        gap = undated(text[earlier[-1].end : share.start]) if earlier else ""
        if earlier and len(gap) <= REACH:
            yield from _off(share, earlier, statement) if APPOSED.fullmatch(gap) else ()
        elif not earlier and before and BEGINS.fullmatch(text[: share.start]):
            yield from (wrong._replace(apart=before) for wrong in _off(share, _amounts(before.quantities), before))


def _amounts(known: Sequence[Quantity]) -> list[Quantity]:
    """The amounts that are no times, without the shares of two counts, which are among them."""
    return [q for q in known if q.kind not in ("year", "date") and not q.parts]


def _off(share: Quantity, earlier: Sequence[Quantity], holder: Statement) -> Iterator[Wrong]:
    """A share that no two of the amounts before it make, though one pair comes near."""
    if any(q.kind == "percent" for q in earlier):
        return  # both may be shares of one whole
    last = [q for q in earlier if not (q.is_range or q.about or q.spoken)][-MOST_AMOUNTS:]
    if len(last) != len(earlier[-MOST_AMOUNTS:]):
        return
    pairs = [(one, two) for one, two in combinations(last, 2) if alike(one, two) and _may_be_shared(one, two)]
    made = [(span, pair) for pair in pairs for span in _spans(*pair)]
    if not made or within(share, [span for span, _ in made]):
        return
    gaps = sorted(
        (max(share.low, mean) / min(share.low, mean), n) for n, mean in enumerate(map(_mean, made)) if mean > 0
    )
    if gaps and share.low > 0 and gaps[0][0] <= CLOSE:
        _, pair = found = made[gaps[0][1]]
        text = holder.sentence.plain
        told = " and ".join(" ".join(text[q.start : q.end].split()) for q in pair)
        yield Wrong(share, pair, f"{told} make {plain_number(_mean(found))}%")


def _may_be_shared(one: Quantity, two: Quantity) -> bool:
    """Whether one of two amounts may be a share of the other: no small numbers, nor rates."""
    return one.kind in MADE_UP and min(one.low, two.low) > 0 and max(one.low, two.low) >= FEWEST


def _mean(made: tuple[tuple[Decimal, Decimal], tuple[Quantity, Quantity]]) -> Decimal:
    return sum(made[0], Decimal(0)) / 2


def _spans(one: Quantity, two: Quantity) -> Iterator[tuple[Decimal, Decimal]]:
    """From and to what share one of two amounts is of the other, and by how much they differ, both ways."""
    (low, high), (least, most) = bounds(one), bounds(two)
    if min(low, least) <= 0:
        return
    for a, b, c, d in ((low, high, least, most), (least, most, low, high)):
        yield a / d * HUNDRED, b / c * HUNDRED
        yield tuple(sorted((abs(a / d - 1) * HUNDRED, abs(b / c - 1) * HUNDRED)))  # type: ignore[misc]
