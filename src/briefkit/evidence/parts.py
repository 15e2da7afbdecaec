"""A statement and the one before it in, the figures in it that do not make the whole they are parts of out.

Known are `612 routes, of which 410 are ... and 202 ...`, `Of the 14 trials, 8 ..., 4 ... and 2 ...`, `All 100 voted:
61 for, 34 against and 5 abstained`, `Of these, ... and ...` behind a sentence with the whole, and parts that each have
their share beside them. Parts that overlap need not add up: told is only what is nearly the whole, or misses it by a
slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.slips import is_same_measure, is_slip
from briefkit.evidence.stated import Statement, nouns
from briefkit.evidence.wrong import HUNDRED, MADE_UP, Wrong, alike, like, plain_number, undated
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

Span = tuple[Decimal, Decimal]

MOST_PARTS = 8
SEVERAL = 3
SMALL = 12
FAR_OFF = 5
"""By how many points the shares of all parts may miss the whole, through rounding and one that is wrong."""

NEARLY = Decimal("0.12")
"""How far the sum of several parts is from their whole, of which it is, when one of them is wrong."""

OF_WHICH = regex(
    r"(?i)[^.;:()]{0,60}?(?:\b(?:of (?:which|whom|these|them)|dont|davon|de (?:los|las) (?:que|cuales)"
    r"|d[ao]s quais)\b)[^.;:()\d]{0,30}"
)
OF_THE = regex(
    r"(?i)(?:^\W{0,3}|: )(?:of|out of|von|sur|de|entre|das|dos) (?:(?:all|the|our|these|den|insgesamt|les|ces|los|las"
    r"|estos"
    r"|estas|os|as|alle[nr]?) ){0,2}(?:[^\W\d_]{3,12} )?$"
)
ASKED = regex(
    r"(?i)\b(?:survey|poll|sample|panel|enquête|sondage|umfrage|befragung|encuesta|inquérito)(?: [^\W\d]+){0,2}"
    r" (?:of|among|auprès de|unter|von|entre|a|de)(?: (?:the|some|les|den|los|las))? $"
)
"""What opens those of whom a sentence then tells what they said."""

IS_DIVIDED = regex(r"[^.;:()\d]{1,50}: (?:the |some |an? )?")
APPOSED = regex(
    r"(?i)(?: [^\W\d][\w\u2019'-]*){1,3}(?:,? (?:by|until|before|in|bis|d['\u2019]ici|avant|hasta|antes de|até)"
    r"(?: [^\W\d]+){0,3} \d{4})?, "
)
"""What stands between a whole and the first of its parts: 1,812 patients, 912 in one arm and 900 in the other."""

NO_NOUN = regex(
    r"(?i) (?:in|from|at|for|on|by|to|with|without|who|were|are|dans|en|chez|aux?|à|im|bei|aus|mit|ohne|con|sin|com"
    r"|sem)\b"
)
OF_THESE = regex(
    r"(?i)^\W{0,3}(?:of (?:these|them|those|which)|davon|(?:d['\u2019]entre eux|parmi eux|parmi elles)|de ell[oa]s"
    r"|de est[oa]s|dest[ea]s|del[ea]s|dessas?|desses)\b[^.;:()\d]{0,60}$"
)
EVERY_ONE = regex(
    r"(?i)\b(?:every one|each one|all|each|toutes|tous|chacune?|alle|jede[rs]?|todos|todas|cada un[oa])\b"
    r"[^.;()\d]{0,60}: $"
)
"""What opens the parts of all that the sentence before counts: the audit graded every one of them: 23 are good, ..."""

OF_IT = regex(r"(?i) of (?:it|this|that|these|them|which)\b| davon\b| d['\u2019]entre eux\b")
"""What stands behind the first part of a whole that the sentence before gives: fuel takes up $36 million of it."""

BETWEEN = regex(r"[^.;:\d]{1,90}")
CLOSED = regex(r"(?i)[^.;:\d]{0,90}(?:,|\b(?:and|et|und|y|e|while|et les)\b) [^.;:\d]{0,60}")
BOTH = regex(r"(?i)[^.;:\d]{0,30}\b(?:both|les deux|beide[sn]?|ambos|ambas)\b")
"""What is told of a part that may be in two others: 80 export, 60 import and 40 do both."""

OPEN = regex(
    r"(?i)(?<![\w-])(?:includ\w*|such as|e\.g|notamment|darunter|incluid\w*|incluindo|also|further|too|among|at"
    r" least|both(?= [^\W\d])|more"
    r"|rest|others?|mostly|per|each|aussi|auch|también|também|outr\w+|otr\w+|autres?|weitere\w*|from|between"
    r"|(?:up|down)(?! for\b))\b"
)
"""Words beside parts that need not be all, or be no parts."""


def find_off_parts(statement: Statement, before: Statement | None) -> Iterator[Wrong]:
    """The figures of a sentence that do not make their whole."""
    amounts = [q for q in statement.quantities if q.kind in (*MADE_UP, "percent") and not q.parts and not q.spoken]
    text = statement.sentence.plain
    yield from _more_than_all(text, amounts)
    parts = _without_shares(text, amounts)
    yield from _shared_out(text, amounts)
    if len(parts) > 1:
        yield from _divided(text, parts, before)
        if parts[0].kind == "money" and any(q.kind != "money" for q in parts):
            yield from _divided(_lettered(text, parts), [q for q in parts if q.kind == "money"], None)


def _lettered(text: str, amounts: Sequence[Quantity]) -> str:
    """A text in which amounts of something else than money are no figures."""
    for quantity in amounts:
        if quantity.kind != "money":
            text = text[: quantity.start] + "x" * (quantity.end - quantity.start) + text[quantity.end :]
    return text


# --- parts and their whole -------------------------------------------------------------------


def _without_shares(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """The amounts, without what stands in brackets beside them."""
    return [
        q
        for q in amounts
        if q.kind in MADE_UP and not q.is_range and text[max(q.start - 3, 0) : q.start].rstrip()[-1:] != "("
    ]


def _divided(text: str, amounts: Sequence[Quantity], before: Statement | None) -> Iterator[Wrong]:
    """The last part of those that do not make their whole."""
    if len(amounts) < 2 or not _are_all(text, text[: amounts[0].start], len(amounts) - 1):
        return
    gaps = [text[one.end : two.start] for one, two in pairwise(amounts)]
    opens = (n for n, gap in enumerate(gaps) if OF_WHICH.fullmatch(gap) or IS_DIVIDED.fullmatch(gap))
    amounts = amounts[next(opens, 0) :]
    if (stop := text.find(";")) > 0 and sum(q.end <= stop for q in amounts) > 1:
        text, amounts = text[:stop], [q for q in amounts if q.end <= stop]
    bare = compiled(r"\([^()]{0,60}\)").sub(lambda m: " " * len(m[0]), text)
    if _is_opened(bare, amounts):
        if run := _list(bare, amounts[1:]):
            yield from _unequal(text, (text, amounts[0]), run)
        return
    run = _list(bare, amounts)
    opened = bare[: run[0].start] if run else ""
    meant = run and (OF_THESE.search(opened) or OF_IT.match(bare, run[0].end))
    of_all = len(run) > SEVERAL and EVERY_ONE.search(opened)
    if before and run and not (meant or of_all):
        yield from _of_last(run, before)
    if before and (meant or of_all):
        most = max(part.low for part in run)
        wholes = [q for q in before.quantities if is_measured_alike(q, run[0]) and q.low > most]
        wholes = [q for q in wholes if not (q.parts or q.is_range)]
        wholes = wholes if meant else [max(wholes, key=lambda q: q.low)] if wholes else []
        found = [list(_unequal(text, (before.sentence.plain, whole), run)) for whole in wholes]
        if found and all(found):
            yield found[-1][0]._replace(apart=before)


def is_measured_alike(whole: Quantity, part: Quantity) -> bool:
    """Whether a whole is in the unit of a part, or a part is of bare millions: 661 million euros, 412 million of it."""
    bare = part.kind == "count" and part.low != part.written and whole.kind == "money"
    return is_same_measure(whole, part) or bare


def _of_last(run: Sequence[Quantity], before: Statement) -> Iterator[Wrong]:
    """Three parts or more of the one whole before them that they miss by two digits that are exchanged.

    Nothing says that they are its parts, so that they have to be nearly all of it, with three digits or more.
    """
    wholes = [q for q in before.quantities if is_same_measure(q, run[0]) and not (q.parts or q.is_range or q.about)]
    wholes = [q for q in wholes if len(q.written.normalize().as_tuple().digits) >= SEVERAL]
    if len(run) < SEVERAL or len(wholes) != 1 or wholes[0].low <= max(q.low for q in run):
        return
    amount = sum((q.low for q in run), Decimal(0))
    rest = [(q, wholes[0].low - amount + q.low) for q in run]
    odd = [q for q, fitting in rest if q.low != fitting and _are_exchanged(q.low, fitting)]
    if len(odd) == 1 and abs(amount - wholes[0].low) <= wholes[0].low * NEARLY and not _adds_up(wholes[0], run):
        made = like(before.sentence.plain, wholes[0], amount)
        should = f"the parts make {made} and not {like(before.sentence.plain, wholes[0], wholes[0].low)}"
        yield Wrong(odd[0], (wholes[0], *(q for q in run if q is not odd[0])), should, apart=before)


def _are_all(text: str, opened: str, number: int) -> bool:
    """Whether the shares in brackets beside so many parts make the whole, or some of those asked have none."""
    found = compiled(r"(?i)\((\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|per ?cent|prozent|por ciento|por cento)").findall(text)
    shares = [Decimal(share.replace(",", ".")) for share in found]
    known = sum(shares, Decimal(0))
    return (
        len(shares) < 2
        or abs(known - HUNDRED) <= FAR_OFF
        or bool(len(shares) < number and known < HUNDRED and ASKED.search(opened))
    )


def _is_opened(text: str, amounts: Sequence[Quantity]) -> bool:
    """Whether the first of some amounts is the whole of those behind it."""
    whole, first = amounts[:2]
    gap = text[whole.end : first.start]
    is_whole = alike(whole, first) and whole.low > first.low and not whole.about
    if not is_whole:
        return False
    if OF_WHICH.fullmatch(gap) or IS_DIVIDED.fullmatch(gap):
        return True
    parts = amounts[1:]
    slips = is_slip(sum((part.low for part in parts), Decimal(0)), whole.low)
    if OF_THE.search(text[: whole.start]) or ASKED.search(text[: whole.start]):
        return len(parts) >= SEVERAL or slips
    told = all(NO_NOUN.match(text, part.end) for part in parts)
    return slips and told and bool(APPOSED.fullmatch(gap)) and len(nouns(whole)) > 0


def _list(text: str, run: Sequence[Quantity]) -> Sequence[Quantity]:
    """Amounts that may be the parts of one whole, all of one kind with words of a list between them; else none."""
    if not 1 < len(run) <= MOST_PARTS or not all(alike(run[0], other) for other in run):
        return ()
    gaps = [text[one.end : two.start] for one, two in pairwise(run)]
    listed = all(BETWEEN.fullmatch(gap) and not OPEN.search(gap) for gap in gaps)
    return run if listed and _is_closed(text, run) else ()


def _is_closed(text: str, run: Sequence[Quantity]) -> bool:
    """Whether the last of some parts is the last: a word of a list stands before it, and no figure behind it."""
    last = text[run[-2].end : run[-1].start]
    behind = undated(text[run[-1].end :])
    return bool(CLOSED.fullmatch(last)) and not compiled(r"\d").search(behind[:80]) and not any(q.about for q in run)


def _unequal(text: str, of: tuple[str, Quantity], run: Sequence[Quantity]) -> Iterator[Wrong]:
    """The part that does not fit, as one with a slip; else the last. A small number in words may be none of them."""
    whole = of[1]
    typed = [part for part in run if part.low > SMALL or text[part.start].isdigit()]
    if whole.low <= 0 or _adds_up(whole, run) or _adds_up(whole, typed):
        return
    if OPEN.search(text[run[-1].end :][:60]):
        return
    if of[0] is text and OPEN.search(text[whole.end : run[0].start]):
        return
    run = typed if len(typed) > 1 else run
    amount = sum((part.low for part in run), Decimal(0))
    near = abs(amount - whole.low) <= whole.low * NEARLY
    slips = [part for part in run if is_slip(part.low, whole.low - amount + part.low)]
    if not near and BOTH.match(text, run[-1].end):
        return
    swapped = len(run) >= SEVERAL and any(_are_exchanged(q.low, whole.low - amount + q.low) for q in slips)
    if is_slip(amount, whole.low) or swapped or (near and (slips or len(run) >= SEVERAL)):
        part = slips[-1] if slips else run[-1]
        others = (whole, *(q for q in run if q is not part))
        yield Wrong(part, others, f"the parts make {like(of[0], whole, amount)} and not {like(*of, whole.low)}")


def _are_exchanged(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts have the same digits."""
    return sorted(f"{one:f}") == sorted(f"{other:f}")


def _adds_up(whole: Quantity, run: Sequence[Quantity]) -> bool:
    """Whether parts make a whole, rounding understood."""
    exact = all(q.step == 1 for q in (whole, *run))
    slack = Decimal(0) if exact else sum((bounds(q)[1] - q.low for q in (*run, whole)), Decimal(0))
    return abs(sum((q.low for q in run), Decimal(0)) - whole.low) <= slack


# --- shares beside their parts ---------------------------------------------------------------


Shared = tuple[Quantity, Quantity]
"""A part, and its share beside it."""


def _shared_out(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """94 km (12%), 250 km (32%) and 436 km (56%): all of one whole, but one of them is not."""
    pairs = _with_shares(text, amounts)
    spans = [_whole(part, share) for part, share in pairs]
    if len(pairs) == 2:
        yield from _two(text, pairs, spans)
    elif len(pairs) >= SEVERAL:
        yield from _odd_one(pairs, spans)


def _with_shares(text: str, amounts: Sequence[Quantity]) -> list[Shared]:
    """The amounts that have a percentage in brackets behind them, all of one kind.

    A number in words is seldom a part: 264,000 had two doses (83%).
    """
    pairs = [
        (one, two)
        for one, two in pairwise(amounts)
        if one.kind in MADE_UP
        and two.kind == "percent"
        and compiled(r"\d").search(text[one.start : one.end])
        and compiled(r"[^.;()\d]{0,30} ?\($").fullmatch(text[one.end : two.start])
    ]
    exact = [pair for pair in pairs if not any(q.is_range or q.about for q in pair) and pair[1].low > 0]
    return [pair for pair in exact if alike(pair[0], pairs[0][0])]


def _make_all(pairs: Sequence[Shared]) -> bool:
    """Whether some shares make a hundred per cent."""
    return abs(sum(share.low for _, share in pairs) - HUNDRED) <= len(pairs)


def _odd_one(pairs: Sequence[Shared], spans: Sequence[Span]) -> Iterator[Wrong]:
    """The one of several parts whose share is of another whole than all others are of."""
    ends = [low for low, _ in spans]
    fitting = [[n for n, (low, high) in enumerate(spans) if low <= end <= high] for end in ends]
    most = max(fitting, key=len)
    odd = [n for n in range(len(pairs)) if n not in most]
    if len(odd) != 1 or (odd == [0] and _make_all([pairs[n] for n in most])):
        return  # the first may be what the others are parts of: 740 (62%) answered, 410 (55%) ...
    (low, high), known = spans[odd[0]], [spans[n] for n in most]
    meets = any(least <= high and low <= end for least, end in known)
    if len(most) < (SEVERAL if meets else 2):
        return
    part, share = pairs[odd[0]]
    whole = (max(low for low, _ in known) + min(high for _, high in known)) / 2
    real = part.low / whole * HUNDRED
    if abs(real - share.low) > share.step:
        others = tuple(q for n in most for q in pairs[n])[:MOST_PARTS]
        should = f"beside the other shares {plain_number(part.written)} is {plain_number(real)}%"
        yield Wrong(share, (part, *others), should)


def _two(text: str, pairs: Sequence[Shared], spans: Sequence[Span]) -> Iterator[Wrong]:
    """168 million (79%) and 46 million (27%): one is a share of both together, and the other is not."""
    amount = sum((part.low for part, _ in pairs), Decimal(0))
    odd = [n for n, (low, high) in enumerate(spans) if not low <= amount <= high]
    between = text[pairs[0][1].end : pairs[1][0].start]
    if _make_all(pairs):
        if len(odd) == 2:
            part, share = pairs[1]
            yield Wrong(share, (pairs[0][0], part), f"the two make {plain_number(part.low / amount * HUNDRED)}%")
    elif len(odd) == 1 and JOINED.fullmatch(between) and not _is_nested(between, pairs, spans):
        part, share = pairs[odd[0]]
        others = (part, *pairs[1 - odd[0]])
        yield Wrong(share, others, f"of the two together it is {plain_number(part.low / amount * HUNDRED)}%")


def _is_nested(between: str, pairs: Sequence[Shared], spans: Sequence[Span]) -> bool:
    """Whether the second of two may be a share of the first: 2,210 (65%) accepted, and 133 tests (6%) were positive."""
    low, high = spans[1]
    return "," in between and low <= pairs[0][0].low <= high


def _whole(part: Quantity, share: Quantity) -> tuple[Decimal, Decimal]:
    """Of what an amount is such a share, from and to."""
    (low, high), (least, most) = bounds(part), bounds(share)
    if part.step == 1:
        low = high = part.low
    return low / most * HUNDRED, (high / least * HUNDRED if least > 0 else Decimal("Infinity"))


JOINED = regex(r"\)[^.;:()\d]{0,60}(?:,|\b(?:and|et|und|y|e)) [^.;:()\d]{0,40}")
OUT_OF = regex(r"(?i) (?:out )?of (?:the |its |their |all )?")


def _more_than_all(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """19 of 15 lots."""
    for one, two in pairwise(amounts):
        gap = text[one.end : two.start]
        alike = one.kind == two.kind == "count" and not (one.is_range or two.is_range) and one.noun[:1] == ("of",)
        named = two.noun and two.low > 1 and one.low > two.low and one.step == two.step == 1
        if alike and named and OUT_OF.fullmatch(gap) and one.low <= 10 * two.low:
            yield Wrong(one, (two,), f"there are only {plain_number(two.low)}")
