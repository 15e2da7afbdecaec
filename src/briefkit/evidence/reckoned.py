"""A sentence in, what it reckons itself and gets wrong out: how many times as much, so much a year, all of it.

Known are `19%, twice as much as the 9% of ...` and `twice as often ..., 19% against 9%`, `from 4.1 billion in 2020 to
5.4 billion in 2025, by 260 million a year`, `over the past ten years, from 2015 to 2025`, `42 nurses at £1,150 each,
£48,300 in all`, `41% ...; the other 59%`, `18.4%, up from 17.9%`, and shares of all answers, the last unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.beside import EACH_YEAR
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import HUNDRED, MADE_UP, Wrong, alike, as_points, like, plain_number, undated, within
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

MOST_AMOUNTS = 16
SMALL = 5
REACH = 60
YEAR_KIND = ("year",)
AMOUNT_KINDS = (*MADE_UP, "percent")

FOLD = (
    ("2", r"twice|double|two times|deux fois|le double|doppelt|zweimal|zwei mal|el doble|dos veces|o dobro|duas vezes"),
    ("3", r"three times|triple|trois fois|le triple|dreimal|drei mal|el triple|tres veces|o triplo|três vezes"),
    ("4", r"four times|quatre fois|viermal|vier mal|cuatro veces|quatro vezes"),
    ("5", r"five times|cinq fois|fünfmal|fünf mal|cinco veces|cinco vezes"),
    ("0.5", r"half|moitié moins|halb|la mitad|a metade"),
)
FOLDS = (
    "twice",
    "double",
    "times",
    "triple",
    "half",
    "fois",
    "moitié",
    "mal",
    "doppelt",
    "halb",
    "veces",
    "vezes",
    "doble",
    "dobro",
    "mitad",
    "metade",
)
"""What a sentence has that says how many times as much something is, in small letters."""

AS = (
    r"(?: (?:as (?:\w+) as|(?:so|as) (?:viele?|hoch|groß|häufig|oft|teuer|lange?|stark) wie|plus (?:\w+ )?(?:que"
    r"|qu['\u2019])"
    r"|the|celui|celle|le|la|más (?:\w+ )?que|mais (?:\w+ )?que|que)\b)"
)
"""What stands behind `twice` where an amount follows that something is so many times."""

ARTICLES = (" the", " le", " la")
"""Behind these stands the amount itself: twice the 9%."""

ROUGHLY = (
    r"(?i)(?:almost|nearly|about|around|roughly|some|just (?:over|under)|près d[e\u2019']|environ|presque|fast"
    r"|rund|etwa|knapp|gut|casi|quase|cerca de)"
)
MORE = r"(?i)(?:more than|over|at least|well over|plus d[e\u2019']|mehr als|más del?|mais d[eo])"
LESS = r"(?i)(?:less than|under|not|moins d[e\u2019']|weniger als|nicht|menos del?|menos d[eo])"
COMMA = regex(r"[^.;:()\d]{0,40}?(?:,|\u2013|\u2014) ?(?:or |that is |i\.e\. |soit |also |und damit |and thus )?")
AGAINST = regex(
    r"(?i)[^.;:()\d]{0,30}\b(?:against|compared (?:with|to)|versus|vs\.?|and|contre|et|gegenüber|gegen|zu|und|frente"
    r" a|contra|e|y)\b"
    r"[^.;:()\d]{0,20}"
)
WHEN_IT_WAS = regex(
    r"(?i)[^.;()\d]{0,40}(?:,? ?(?:when|where|als|quand|lorsqu['\u2019]|cuando|quando)\b[^.;()\d]{0,25})?\(?"
)

THE_RATE_OF = regex(
    r"(?i) (?:rate|level|share|figure|number|value|price|cost|average|taux|niveau|prix|tasa|nivel|precio|taxa|preço)s?"
    r" (?:of|in|for|at|de|du|des|del|do|da) [^.;:()\d]{1,40}\("
)
"""What stands between `twice the` and what it is twice of: the rate of City (19%)."""

UP_FROM = regex(
    r"(?i)[^.;:()\d]{0,25}?,? ?\(?(?:(?P<up>up|rising|an increase)|(?P<down>down|falling|a decrease)) from"
    r"(?: (?:about|around|some|nearly|almost|just|the))* ?"
)
NO_AMOUNT = regex(r"(?i)\b(?:rank\w*|places?|position|ranked|grade|index of)\b")

YEARLY = ("/year", "/jahr", "/an", "/ano", "/año")
BY_ON = regex(
    r"(?i)[^.;()]{0,60}?(?:,| by| um| de)(?: an average| on average| im mittel| en moyenne)?(?: of)?(?: by)?(?:"
    r" about| some| nearly| around)? ?"
)

OVER = regex(
    r"(?i)\b(?:over|during|in|within|for|au cours d(?:es|e)|pendant|en|sur|in|während|über|innerhalb|durante|en|em"
    r"|nos|los|dans)"
    r"(?: (?:the|these|those|les|ces|den|diesen|dieser|los|las|os|as))?"
    r"(?: (?:past|last|following|first|latest|vergangenen|letzten|folgenden|dernières|derniers|últimos|últimas))? $"
)
FROM_YEAR = regex(r"(?i),? ?\(?(?:(?:from|between|de|entre|von|zwischen|desde) )?")
TO_YEAR = regex(r"(?i) ?(?:to|and|until|through|à|et|bis|und|a|y|e|-|\u2013) ?")

ROUNDED_DOWN, ROUNDED_UP = Decimal("0.98"), Decimal("1.02")
ON_AVERAGE = regex(
    r"(?i)^[^.;,]{0,30}\b(?:on average|en moyenne|im (?:durchschnitt|mittel|schnitt)|de media|em média)\b"
)
OR_SO = regex(
    r"(?i)(?:,|\b) ?(?:or|that is|i\.e\.|also|soit|das sind|oder|es decir|ou seja)"
    r"(?: about| some| rund| etwa| environ)? ?$"
)
SINCE = regex(r"(?i)\b(?:from|between|de|d['\u2019]|entre|von|zwischen|desde) ?$")
FOR = regex(
    r"(?i),? ?\(?(?:for|over|in|within|a total of|that is|i\.e\.|or|soit|pendant|durant|also|über|das sind|oder|durante"
    r"|o sea|ou seja)? ?"
)
A_HEAD = regex(r"(?i)^ ?(?:(?:a|per|pro|par|por|je|/) ?[^\W\d]+|each|apiece|chacune?|jeweils|cada un[ao])\b")
IN_ALL = regex(
    r"(?i)^,? ?(?:in all|in total|altogether|all told|together|overall|en tout|au total|insgesamt|zusammen|en total"
    r"|no total|ao todo)\b"
)
ALL_BEFORE = regex(
    r"(?i)\b(?:a total of|in total|in all|altogether|together|au total|insgesamt|zusammen|en total|no total|ao"
    r" todo)(?: [^\W\d]+){0,2},? $"
)

THE_OTHER = regex(
    r"(?i)\b(?:the other|the remaining|the rest(?:,| \()|les autres|les|restants|die übrigen|die restlichen|den"
    r" übrigen|los otros"
    r"|el otro|el resto|os outros|o resto|le reste) ?(?:,|\()? ?$"
)
REMAIN = regex(
    r"(?i)(?: [^\W\d]+)? (?:remain(?:s|ed)?|stay(?:s|ed)|kept|keeps?|were left|are left|bl(?:ie|ei)ben?"
    r"|rest(?:ent|aient)|sont resté[es]+|quedan?|quedaron|siguen|ficaram|permanecem)\b"
)
"""What says of a number that it is the rest."""

SO_LEFT = regex(
    r"(?i)[^.;:()\d]{0,50}[,;] ?(?:so that|so|which leaves|leaving|which left|and so|sodass|so dass|si bien que"
    r"|de sorte que|laissant|de modo que|de manera que|es bleiben|quedan)(?: (?:the|some|a|still|noch|encore))? ?"
)
ENDED = regex(r"(?i)[, ]")
OF_WHAT_IT_WAS = regex(
    r"(?i) (?:of|de|der|des|von) (?:what|ce qu\w*['\u2019]?|dem, was|dessen, was|lo que|o que"
    r"|the (?:level|number|amount|figure|value|sum|price)|its (?:level|value)) ?[^.;()\d]{0,50}\(?"
)
"""What stands between a part in words and the amount that it is a part of."""

COMMA_AND_HEDGE = regex(rf"{COMMA.pattern}(?:{ROUGHLY[4:]}|{MORE[4:]}|{LESS[4:]})? ?")

PART_BOUNDS = {
    "over": (Decimal("0.97"), Decimal("1.9")),
    "under": (Decimal("0.5"), Decimal("1.03")),
    "about": (Decimal("0.78"), Decimal("1.25")),
}
"""From and to how many times a part in words what it is told of may be, by the word before it."""

RESIDUAL = regex(
    r"(?i)\b(?:others?|unknown|the rest|undecided|don['\u2019]t know|no (?:answer|opinion|change)|unchanged|as"
    r" before|maintenir|stables?|inchangée?s?|unverändert|gleich|sans (?:opinion|réponse)|inconnue?s?|autres"
    r"|unbekannt|übrige|sonstige|keine angabe|weiß nicht|otr[oa]s|sin respuesta|outr[oa]s|sem resposta)\b"
)
OF_SO_MANY = regex(r"(?i)\b(?:of|des?|der|von)(?: (?:the|les|los|as|os))? $")
ITEM = regex(
    r"(?: (?:of|des?|der|von) (?:the |les )?[\d., \u00a0\u202f]{1,9})?[^.:\d]{1,60}?[,;(]? ?(?:and |et |und |y |e"
    r" )?[^.:\d]{0,40}"
)
FEWEST_SHARES = 3
SLIPS = frozenset(map(Decimal, (10, 20, 30, 9, 18, 27, -10, -9)))
"""How far a sum is off when one of its numbers has another digit, or two exchanged."""


def find_reckoned(statement: Statement, before: Statement | None) -> Iterator[Wrong]:
    """The figures of a sentence that it reckons from its others, and gets wrong."""
    text = statement.sentence.plain
    known = [q for q in statement.quantities if not q.parts]
    if len(statement.quantities) <= MOST_AMOUNTS:
        yield from _left_over(text, statement.quantities)
        yield from _so_left(text, statement.quantities)
        yield from _part_of(text, statement.quantities)
    if not 1 < len(known) <= MOST_AMOUNTS:
        return
    amounts = [as_points(q) for q in known if q.kind not in ("year", "date") and not q.spoken]
    yield from _fold(text, amounts)
    yield from _from_last(text, amounts)
    yield from _each_year(text, known)
    yield from _period(text, known)
    kinds = {q.kind for q in known}
    yield from _months(text, known) if "date" in kinds else ()
    yield from _spread(text, known) if "year" in kinds else ()
    yield from _product(text, amounts)
    yield from _the_other(text, amounts, before)
    yield from _all_shares(text, amounts)


def _fold(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """19%, twice as many as the 9% of ...; twice as often as before, 19% against 9%."""
    low = text.lower()
    if not any(word in low for word in FOLDS):
        return
    for number, words in FOLD:
        for match in compiled(rf"(?i)\b(?:{words}){AS}").finditer(text):
            before = [q for q in amounts if q.end <= match.start()][-1:]
            behind = [q for q in amounts if q.start >= match.end() and q.kind != "times"]
            pairs = [(behind[0], behind[1])] if len(behind) > 1 and _are_compared(text, match.end(), behind) else []
            if not pairs and before and behind and COMMA.search(text[before[0].end : match.start()][:REACH]):
                near = undated(text[match.end() : behind[0].start])
                if match[0].endswith(ARTICLES) and near.strip() and not THE_RATE_OF.fullmatch(near):
                    continue
                told = WHEN_IT_WAS.fullmatch(near) or THE_RATE_OF.fullmatch(near)
                pairs = [(before[0], behind[0])] if len(near) <= REACH and told else []
            for one, two in pairs:
                yield from _times(text, match.start(), Decimal(number), (one, two))


def _are_compared(text: str, at: int, behind: Sequence[Quantity]) -> bool:
    """Whether two amounts behind `twice as often as before,` are those that are compared."""
    first, second = behind[:2]
    opened = compiled(r"[^.;:()\d]{0,50}(?:,|:|\() ?").fullmatch(text[at : first.start])
    return bool(opened and AGAINST.fullmatch(text[first.end : second.start]))


def _times(text: str, at: int, factor: Decimal, of: tuple[Quantity, Quantity]) -> Iterator[Wrong]:
    one, two = of
    if not alike(one, two) or one.is_range or two.is_range or two.low <= 0 or one.low <= 0:
        return
    (low, high), (least, most) = bounds(one), bounds(two)
    if least <= 0:
        return
    said = text[max(at - 20, 0) : at]
    down, up = Decimal("0.85"), Decimal("1.18")
    if compiled(rf"{ROUGHLY} ?$").search(said):
        down, up = Decimal("0.75"), Decimal("1.3")
    if compiled(rf"{MORE} ?$").search(said):
        down, up = Decimal("0.97"), Decimal("1.7")
    if compiled(rf"{LESS} ?$").search(said):
        return
    ratio = one.low / two.low
    if high / least < factor * down or low / most > factor * up:
        yield Wrong(one, (two,), f"that is {plain_number(ratio)} times {text[two.start : two.end].strip()}")


def _from_last(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """18.4%, up from 18.9%."""
    for one, two in pairwise(amounts):
        found = UP_FROM.fullmatch(text[one.end : two.start])
        if not found or not alike(one, two) or one.is_range or two.is_range or one.about or two.about:
            continue
        if NO_AMOUNT.search(text[max(one.start - REACH, 0) : two.end + 30]):
            continue
        (low, high), (least, most) = bounds(one), bounds(two)
        if (found["up"] and high < least) or (found["down"] and low > most):
            said = "more" if found["up"] else "less"
            yield Wrong(two, (one,), f"{text[one.start : one.end].strip()} is not {said}")


def _each_year(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """From 4.1 billion in 2020 to 5.4 billion in 2025, by 260 million a year."""
    for one, start, two, end, change in zip(known, known[1:], known[2:], known[3:], known[4:], strict=False):
        if (start.kind, end.kind) != YEAR_KIND * 2 or not alike(one, two) or one.kind not in AMOUNT_KINDS:
            continue
        years = int(end.low - start.low)
        apart = BY_ON.fullmatch(text[end.end : change.start])
        yearly = change.unit.endswith(YEARLY) or EACH_YEAR.match(text[change.end :])
        if years < 2 or not apart or not yearly or change.is_range:
            continue
        if change.kind == "percent" and one.kind != "percent" and one.low > 0 and two.low > 0:
            simple = abs(two.low / one.low - 1) * HUNDRED / years
            compound = abs((two.low / one.low).ln() / years).exp() * HUNDRED - HUNDRED
            ends = sorted((simple, compound))
        elif change.kind == one.kind:
            unit = change.unit.partition("/")[0]
            if unit != one.unit:
                continue
            simple = abs(two.low - one.low) / years
            ends = [simple, simple]
        else:
            continue
        slack = ends[1] * Decimal("0.12")
        if not within(change, [(ends[0] - slack, ends[1] + slack)]):
            should = like(text, change, ends[0])
            yield Wrong(change, (one, two), f"over {years} years the figures give {should}")


def _period(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """Over the past ten years, from 2015 to 2025; from 2015 to 2025, in ten years."""
    for number, long in enumerate(known):
        if long.kind != "duration" or long.unit != "month" or long.low % 12 or long.about or long.is_range:
            continue
        if not OVER.search(text[max(long.start - 40, 0) : long.start]):
            continue
        behind = known[number + 1 : number + 3]
        ends = [int(q.low) for q in behind[:1] if q.is_range and q.kind == "year"]
        ends += [int(q.high) for q in behind[:1] if q.is_range and q.kind == "year"]
        used = behind[:1]
        if not ends and len(behind) == 2 and behind[0].kind == behind[1].kind == "year":
            between = text[behind[0].end : behind[1].start]
            ends = [int(q.low) for q in behind] if TO_YEAR.fullmatch(between) else []
            used = behind
        if len(ends) < 2 or not FROM_YEAR.fullmatch(text[long.end : behind[0].start]):
            continue
        years, said = ends[1] - ends[0], int(long.low) // 12
        loose = 6 if compiled(r"(?i)d[eéè]c|jahrzehnt").search(text[long.start : long.end]) else 1
        if years < 1 or abs(said - years) > loose:
            yield Wrong(long, tuple(used), f"from {ends[0]} to {ends[1]} it is {years} years")


def _spread(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """1,184 homes are to come, or 237 a year from 2026 to 2030."""
    for number, (whole, each) in enumerate(pairwise(known)):
        before, later = known[max(number - 2, 0) : number], known[number + 2 : number + 4]
        years = _years(text, later) or _years(text, before[-1:]) or _years(text, before)
        yearly = each.unit.endswith(YEARLY) or EACH_YEAR.match(text[each.end :])
        alike_each = each.kind == whole.kind and each.unit.partition("/")[0] == whole.unit and whole.kind in MADE_UP
        if years < 1 or not yearly or not alike_each or each.is_range or whole.is_range or each.low >= whole.low:
            continue
        is_mean = text[each.start - 2 : each.start] == ", " and ON_AVERAGE.match(text[each.end :][:REACH])
        if each.about in ("over", "under") or not (is_mean or OR_SO.search(text[whole.end : each.start])):
            continue
        (low, high), spans = bounds(whole), (years, years + 1)
        if not within(each, [(low / n * ROUNDED_DOWN, high / n * ROUNDED_UP) for n in spans]):
            yield Wrong(each, (whole,), f"over {years + 1} years that is {like(text, each, whole.low / (years + 1))}")


def _years(text: str, known: Sequence[Quantity]) -> int:
    """How many years lie between the first of some amounts and the next, where they are the ends of a time."""
    if not known or known[0].kind != "year":
        return 0
    one, *others = known
    if one.is_range:
        return int(one.high - one.low)
    joined = others and others[0].kind == "year" and TO_YEAR.fullmatch(text[one.end : others[0].start])
    return int(others[0].low - one.low) if joined else 0


def _months(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """From March 2023 to February 2025, for 24 months."""
    for one, two, long in zip(known, known[1:], known[2:], strict=False):
        if (one.kind, two.kind, long.kind) != ("date", "date", "duration") or long.unit != "month" or long.is_range:
            continue
        if not SINCE.search(text[max(one.start - 20, 0) : one.start]) or long.about in ("over", "under"):
            continue
        if not TO_YEAR.fullmatch(text[one.end : two.start]):
            continue
        if not FOR.fullmatch(text[two.end : long.start]):
            continue
        begin, end = (int(q.low) // 100 for q in (one, two))
        months = (end // 100 - begin // 100) * 12 + end % 100 - begin % 100
        loose = 5 if long.low % 12 == 0 and not compiled(r"(?i)m[oe]").search(text[long.start : long.end]) else 0
        loose += 1 if long.about else 0
        if months > 0 and not months - 1 - loose < long.low < months + 2 + loose:
            yield Wrong(
                long,
                (one, two),
                f"from {text[one.start : one.end]} to {text[two.start : two.end]} it is {months + 1} months",
            )


def _product(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """42 nurses at £1,150 each, £48,300 in all."""
    for number, total in enumerate(amounts[2:], 2):
        if total.kind not in ("money", "count", "measure") or total.is_range or "/" in total.unit:
            continue
        is_all = IN_ALL.match(text[total.end :][:30])
        if not is_all and not ALL_BEFORE.search(text[max(total.start - 40, 0) : total.start]):
            continue
        rate = amounts[number - 1]
        base = rate.unit.partition("/")[0]
        a_head = "/" in rate.unit or A_HEAD.match(text[rate.end :][:30])
        if not a_head or rate.kind != total.kind or base != total.unit or rate.is_range or rate.low >= total.low:
            continue
        counts = [q for q in amounts[: number - 1] if q.kind == "count" and q.noun and q.low > 1 and not q.is_range]
        spans = [(bounds(rate)[0] * _low(q), bounds(rate)[1] * _high(q)) for q in counts]
        if not counts or total.about == "over" or within(total, spans):
            continue
        values = [rate.low * q.low for q in counts]
        near = [n for n, value in enumerate(values) if is_slip(total.low, value) or value / 2 <= total.low <= value * 2]
        if len(near) == 1:
            should = like(text, total, values[near[0]])
            yield Wrong(total, (counts[near[0]], rate), f"the figures give {should}")


def _low(count: Quantity) -> Decimal:
    return bounds(count)[0] if count.about or count.step > 1 else count.low


def _high(count: Quantity) -> Decimal:
    return bounds(count)[1] if count.about or count.step > 1 else count.high


def _the_other(text: str, amounts: Sequence[Quantity], before: Statement | None) -> Iterator[Wrong]:
    """41% of the basket; the other 49%."""
    shares = [q for q in amounts if q.kind == "percent" and not q.is_range]
    for number, rest in enumerate(shares):
        if not number or not THE_OTHER.search(text[max(rest.start - 24, 0) : rest.start]):
            continue
        earlier = [q for q in before.quantities if q.kind == "percent"][-MOST_AMOUNTS:] if before else []
        known = [*(q.low for q in earlier), *(q.low for q in shares[:number])]
        sums = [sum(known[a:b], Decimal(0)) for a in range(len(known)) for b in range(a + 1, len(known) + 1)]
        slack = Decimal("1.1") if rest.step >= 1 else Decimal("0.3")
        if any(abs(HUNDRED - amount - rest.low) <= slack for amount in sums):
            continue
        odd = [q for q in shares[:number] if is_slip(rest.low, HUNDRED - q.low)]
        if odd:
            yield Wrong(rest, (odd[-1],), f"{plain_number(odd[-1].low)}% leave {plain_number(HUNDRED - odd[-1].low)}%")


def _left_over(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """17 of the 46 lines are slow, the other 39 are not; three of the eleven wells are shut, nine remain open."""
    for number, share in enumerate(known):
        if not share.parts or share.parts[1] <= share.parts[0]:
            continue
        for rest in known[number + 1 :]:
            told = THE_OTHER.search(text[max(rest.start - 24, 0) : rest.start]) or REMAIN.match(text, rest.end)
            is_count = (
                rest.kind == "count" and rest.start >= share.end and not (rest.about or rest.is_range or rest.parts)
            )
            if not is_count or not told or compiled(r"[.;:]").search(text[share.end : rest.start]):
                continue
            left = share.parts[1] - share.parts[0]
            others = sum((q.low for q in known if share.end <= q.start < rest.start and q.kind == "count"), Decimal(0))
            if rest.low not in (left, left - others) and rest.low < share.parts[1]:
                whole = next((q for q in known if q.low == share.parts[1] and not q.parts), share)
                yield Wrong(rest, (whole,), f"that leaves {plain_number(left)}")
            break


def _so_left(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """There are 360 posts; 312 were filled, so that 48 were vacant."""
    counts = [q for q in known if q.kind == "count" and not (q.parts or q.is_range or q.about)]
    for whole, part, rest in zip(counts, counts[1:], counts[2:], strict=False):
        left = whole.low - part.low
        told = SO_LEFT.fullmatch(undated(text[part.end : rest.start]))
        if not told or left <= SMALL or rest.low in (left, part.low) or rest.low >= whole.low:
            continue
        if (is_slip(rest.low, left) or max(rest.low, left) <= 2 * min(rest.low, left)) and ENDED.match(text, rest.end):
            yield Wrong(rest, (whole, part), f"that leaves {plain_number(left)}")


def _part_of(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """£3,900, less than half of what it was in 2022 (£8,100)."""
    amounts = [q for q in known if q.kind not in ("year", "date")]
    for one, part, two in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if not part.spoken or part.parts or not alike(one, two) or one.is_range or two.is_range or two.low <= 0:
            continue
        ahead, behind = (undated(text[a.end : b.start]) for a, b in ((one, part), (part, two)))
        if not (COMMA_AND_HEDGE.fullmatch(ahead) and OF_WHAT_IT_WAS.fullmatch(behind)):
            continue
        ratio = one.low / two.low * HUNDRED
        down, up = PART_BOUNDS.get(part.about, (Decimal("0.85"), Decimal("1.18")))
        if not part.low * down <= ratio <= part.low * up:
            yield Wrong(part, (one, two), f"the figures give {plain_number(ratio)}%")


def _all_shares(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """38% rise, 41% no change and 31% fall: more than all."""
    run: list[Quantity] = []
    amounts = [q for q in amounts if q.kind == "percent" or not OF_SO_MANY.search(text[max(q.start - 16, 0) : q.start])]
    for share in (*amounts, None):
        gap = text[run[-1].end : share.start] if run and share else ""
        is_item = share and share.kind == "percent" and not share.is_range and not share.about
        if is_item and share and (not run or (len(gap) <= 2 * REACH and ITEM.fullmatch(gap))):
            run.append(share)
            continue
        if len(run) >= FEWEST_SHARES:
            yield from _whole(text, run)
        run = [share] if is_item and share else []


def _whole(text: str, run: Sequence[Quantity]) -> Iterator[Wrong]:
    amount = sum((q.low for q in run), Decimal(0))
    slack = sum((q.step / 2 for q in run), Decimal("0.6"))
    behind = compiled(r"[.,;]").split(text[run[-1].end :][:REACH])[0]
    listed = text[run[-2].end : run[-1].start] + behind
    if abs(amount - HUNDRED) > slack and amount - HUNDRED in SLIPS and RESIDUAL.search(listed):
        yield Wrong(run[-1], tuple(run[:-1]), f"together these are {plain_number(amount)}%")
