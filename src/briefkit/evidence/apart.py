"""A sentence in, what it says of how far two of its amounts lie apart that these do not give out.

Known are a comparison (`2,110 visits, 19% fewer than the 2,610 of 2018`; `250 cases, ten fewer than a year before
(260)`), a change behind two amounts that are compared (`71.5 billion, after 79.3 billion, an improvement of 7.8
billion`) and a surplus or deficit of two (`4.9 billion of revenue and 5.3 billion of spending, so that the deficit was
0.4 billion`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.slips import is_same_measure, is_slip
from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import HUNDRED, Wrong, as_points, factor_of, is_qualified, like, plain_number, within
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.quantities.model import AMOUNTS

BLANKS = str.maketrans("\u00a0\u202f", "  ")
MOST_AMOUNTS = 24
REACH = 60
SEVERAL = 2
YEARS = range(1800, 2101)
LONGEST_MORE = 24
NEARLY = Decimal("0.3")
"""How far a surplus may be from what two amounts leave and be meant for it, by how much of it."""

LESS = r"fewer|less|lower|below|down|weniger|niedriger|de moins|menos|inférieur\w*"
MORE = r"more|higher|above|up|mehr|höher|de plus|más|mais|supérieur\w*"
THAN = regex(
    rf"(?i)(?: [\w\u2019'-]+){{0,2}} ?\)? ?(?:{LESS}|{MORE}) (?:than|als|que|do que|qu[e\u2019']|à|aux?)"
    r"(?: (?:the|in|a|an|at|on|les?|la|en|au|aux?|im|die|der|den|das|los|las|el|os|as|no|ein|un|une|year|years?|before"
    r"|earlier|end|of|previous|preceding|last|month|quarter|vorjahr\w*|ende|jahr|davor|zuvor|année|an|plus tôt"
    r"|précédente?|trimestre|mois|fin|año|anterior|ano|mes|mês|today|now|heute|jetzt|aujourd['\u2019]hui|hoy|hoje|Y_*)){0,6}"
    r"(?:(?: [^\W\d_]+)?(?: Y_*)?,? (?:when|where|als|quand|lorsqu['\u2019]|cuando|quando)(?: [^\W\d]+){1,3}?)? ?\(?"
)
FROM_LAST = regex(
    r"(?i) (?:par rapport aux?|gegenüber|on|from|compared with|respecto a|face a)(?: (?:the|den|les|los|as|os))? "
)
BESIDE = regex(
    r"(?i)[^.;:()\d]{0,40}, ?(?:(?:or|soit|oder) )?"
    rf"(?:(?:{MORE}|{LESS}|en hausse de|en baisse de|plus|minus|ein plus von|ein minus von) ?)?"
)
AGAINST = regex(
    r"(?i)\)?[^.;:()\d]{0,50}(?:,? ?\(?)\b(?:compared (?:with|to)|against|after|up from|down from|contre|après"
    r"|gegenüber"
    r"|nach|frente al?|tras|contra|após|au lieu de|instead of|rather than|statt|plutôt que|en lugar de|em vez de)\b"
    r"[^.;:()\d]{0,25}"
)
IN_YEARS = regex(r"(?i) (?:in|en|im|em) (?:the )?Y_* (?:and|et|und|y|e) (?:to )?")
"""1.96 billion in 2023 and 2.04 billion in 2024, an increase of 4.1%."""

HIGHER = regex(rf"(?i),? ?(?:{LESS}|{MORE})(?: than [^.;:()\d]{{1,40}})?(?::|,|\u2013|\u2014| \() ?")
OR = regex(r"(?i),? (?:or|soit|oder|ou|also|that is) ")
NOUN = (
    r"rise|increase|gain|jump|fall|drop|decline|decrease|loss|verlust|perte|pérdida|perda|cut|reduction|improvement|difference|gap|hausse|augmentation"
    r"|baisse|recul|diminution|réduction|amélioration|écart|anstieg|zuwachs|rückgang|plus|minus|aumento|subida|caída"
    r"|descenso|reducción|mejora|queda|redução|melhoria"
)
SO_MUCH = regex(
    rf"(?i)[^.;:()\d]{{0,40}}(?:[,:;\u2013\u2014]|\bsoit)\)? ?(?:or |i\.e\. |soit |(?:this|that|which) is "
    rf"|c['\u2019]est )?"
    rf"(?:an?|une?|eine?n?|una?|uma?) (?:{NOUN}) (?:of|de|d['\u2019]|von|um) ?"
)
THE_GAP = regex(
    r"(?i)[^.()\d]{0,60}[,:;\u2013\u2014] (?:and |so |et |und |y |e )?(?:the|l['\u2019]|der|la|o|a) ?"
    r"(?:difference|gap|lead|écart|différence|abstand|unterschied|diferencia|brecha|diferença)"
    r" (?:(?:of|is|was|comes to|came to|reach(?:es|ed)|amounts to|de|est de|était de|atteint|s['\u2019]élève à|beträgt"
    r"|betrug"
    r"|liegt bei|von|es de|fue de|é de|foi de) ?)+"
)
"""40% of men and 55% of women; the gap is 15 points."""

ENDS = regex(
    r"(?i)(?: [^\W\d][\w\u2019'-]*)?(?: ?\([^()]{1,30}\))? ?(?:[.,;:)\n]|$|(?:or|ou|oder|soit) "
    r"|(?:and|et|und|y|e) (?:[\d$€£]|[^\W\d]+ [\d$€£]))"
)
"""What ends what is said of a difference, so that it is not one of something else: a fall of 8% in nights."""

LEFT = (
    r"surplus|deficit|shortfall|excess|überschuss|\w*überschuss|fehlbetrag|defizit|wanderungsgewinn|excédent|déficit"
    r"|superávit|excedente"
)
LEAVES = regex(
    r"(?i)[^.;:()\d]{0,50}(?:,|;|\bor\b|\bsoit\b)(?: (?:so that|and|thus|therefore|mithin|also|somit|so dass|soit|donc"
    r"|de sorte que|por tanto|portanto))? ?(?:the|an?|le|un|der|die|eine[nm]?|el|o|um)"
    rf" (?:[\w-]+ )?(?:{LEFT})(?: (?:was|is|of|lag|liegt|betrug|beträgt|von|bei|de|était|est|fue|foi)){{1,2}} ?"
)
RECEIVED = regex(
    r"(?i)\b(?:revenues?|income|receipts|earnings|sales|recettes|revenus|produits|einnahmen|erträge|ingresos|receitas)\b"
)
SPENT = regex(
    r"(?i)\b(?:expenditures?|expenses|spending|costs|outlays?|dépenses|charges|ausgaben|aufwendungen|kosten|gastos"
    r"|despesas)\b"
)
AND = regex(
    r"(?i)(?![^\d]*\b(?:from|auf|to|of which|davon|dont)\b)[^.;()\d]{0,70}"
    r"\b(?:and|et|und|y|e|with|mit)\b[^.;:()\d]{0,50}"
)
THAT_IS = regex(
    r"(?i)[^.;:()\d]{0,60}(?:,|\b)(?:soit|that is|i\.e\.|or|das sind|also|mithin|o sea|ou seja|es decir),? "
)
FURTHER = regex(
    rf"(?i)(?: [^\W\d][\w\u2019'-]*)? ?(?:\([^()]{{1,20}}\) )?(?:{MORE}|{LESS})"
    r"(?! (?:than|als|qu|que|do que|of|de|par|pro|je|per|an?)\b)\b ?(?:[.,;:)\n]|$)"
)


def find_off_apart(statement: Statement) -> Iterator[Wrong]:
    """The differences and changes in a sentence that its amounts do not give."""
    amounts = [as_points(q) for q in statement.quantities if q.kind in AMOUNTS and not q.parts]
    if any(q.kind != "duration" and (q.kind != "count" or q.noun) for q in amounts[1:]):
        amounts = [q for q in amounts if q.kind != "duration"]  # 44 million a year before, six months later
    if not 2 < len(amounts) <= MOST_AMOUNTS:
        return
    text = _undated(statement.sentence.plain.translate(BLANKS))
    yield from _told_first(text, amounts)
    yield from _told_after(text, amounts)
    for before, one, two, three in zip((None, *amounts), amounts, amounts[1:], amounts[2:], strict=False):
        first, last = text[one.end : two.start], text[two.end : three.start]
        two, three = (_in_unit(q, one) for q in (two, three))
        if len(first) > 2 * REACH or len(last) > 2 * REACH or any(q.is_range or q.spoken for q in (one, two, three)):
            continue
        if is_same_measure(one, three) and BESIDE.fullmatch(first) and _is_than(last):
            yield from _off(text, two, one, three)
        elif not is_same_measure(one, two):
            continue
        elif before and is_same_measure(before, one) and one.start - before.end < REACH:
            continue  # which two of the three are compared is not said
        elif _is_difference(text, first, last, three) or THE_GAP.fullmatch(last):
            earlier, later = (one, two) if IN_YEARS.fullmatch(first) else (two, one)
            if THAT_IS.fullmatch(last):  # 310, then 120, that is 61% fewer; 120, then 310, that is 158% more
                fewer = compiled(rf"(?i)\b(?:{LESS})\b").search(text, three.end, three.end + LONGEST_MORE)
                earlier, later = sorted((one, two), key=lambda q: q.low, reverse=bool(fewer))
            yield from _off(text, three, later, earlier)
        elif is_same_measure(one, three) and LEAVES.fullmatch(last):
            yield from _left(text, three, one, two) if AND.fullmatch(first) else ()


def _told_first(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """Income was $47, or 13%, higher: $412 rather than $365."""
    for number, (one, two) in enumerate(pairwise(amounts)):
        changes = amounts[max(number - SEVERAL, 0) : number]
        if not changes or not is_same_measure(one, two) or not AGAINST.fullmatch(text[one.end : two.start]):
            continue
        if HIGHER.fullmatch(text[changes[-1].end : one.start]):
            beside = len(changes) == SEVERAL and OR.fullmatch(text[changes[0].end : changes[1].start])
            for change in changes if beside else changes[-1:]:
                yield from _off(text, change, one, two)


def _told_after(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """1.61 crowns, 9 cents less than in June, when it was 1.70 crowns; this is a fall of 5.3%."""
    for one, two, three, change in zip(amounts, amounts[1:], amounts[2:], amounts[3:], strict=False):
        compared = is_same_measure(one, three) and _is_than(text[two.end : three.start])
        if compared and BESIDE.fullmatch(text[one.end : two.start]) and _is_said_so(text, three, change):
            yield from _off(text, change, one, three)


def _is_said_so(text: str, last: Quantity, change: Quantity) -> bool:
    return bool(SO_MUCH.fullmatch(text[last.end : change.start]) and ENDS.match(text, change.end))


def _in_unit(quantity: Quantity, one: Quantity) -> Quantity:
    """A bare number behind an amount as so much of the same: 142 kilometres failed, 40 more than the 102 of 2019."""
    if quantity.low in YEARS:
        return quantity
    if (
        one.kind not in ("measure", "duration")
        or quantity.kind != "count"
        or quantity.written != quantity.low
        or quantity.parts
    ):
        return quantity
    low, high, step = (amount * factor_of(one) for amount in (quantity.low, quantity.high, quantity.step))
    return quantity._replace(kind=one.kind, unit=one.unit, low=low, high=high, step=step)


def _is_than(text: str) -> bool:
    return bool(THAN.fullmatch(text) or FROM_LAST.fullmatch(text))


def _is_difference(text: str, first: str, last: str, three: Quantity) -> bool:
    """Whether words before or behind an amount say that two others differ by it."""
    if (AGAINST.fullmatch(first) or IN_YEARS.fullmatch(first)) and SO_MUCH.fullmatch(last):
        return bool(ENDS.match(text, three.end))
    return bool(THAT_IS.fullmatch(last) and FURTHER.match(text, three.end))


def _undated(text: str) -> str:
    """A text in which each year, and the half of one behind it, is a sign of the same length."""
    return compiled(r"\b(?:1[89]|20)\d\d(?:[/\u2013-]\d\d)?\b").sub(lambda m: "Y".ljust(len(m[0]), "_"), text)


def _off(text: str, change: Quantity, one: Quantity, two: Quantity) -> Iterator[Wrong]:
    """A change that is not the difference of two amounts or, in per cent, what one is more than the other."""
    if one.kind == "percent" and change.kind == "points":
        if change.about not in ("over", "under") and not within(change, [_gap(one, two)]):
            gap = abs(one.low - two.low)
            points = "point" if gap == 1 else "points"
            yield Wrong(change, (one, two), f"the difference is {plain_number(gap)} {points}")
        return
    if (
        is_qualified(text, change)
        or one.kind == "percent"
        or min(one.low, two.low) <= 0
        or one.low == two.low
        or change.about in ("over", "under")
    ):
        return
    (low, high), (least, most) = (bounds(_as_typed(q)) for q in (one, two))
    if change.kind == "percent":
        rates = sorted(abs(a / b - 1) * HUNDRED for a in (low, one.low, high) for b in (least, two.low, most) if b > 0)
        if not within(change, [(rates[0], rates[-1])]):
            real = plain_number(abs(one.low / two.low - 1) * HUNDRED)
            yield Wrong(change, (one, two), f"the figures give {real}%")
    elif is_same_measure(change, one) and change.low < max(one.low, two.low):
        gap = abs(one.low - two.low)
        if not within(change, [_gap(one, two)]):
            yield Wrong(change, (one, two), f"the difference is {like(text, change, gap)}")


def _as_typed(quantity: Quantity) -> Quantity:
    """An amount of several digits as exact as its last one: some 5,500 are not 5,000."""
    number = quantity.low.normalize()
    if quantity.about != "about" or quantity.spoken or len(number.as_tuple().digits) < SEVERAL:
        return quantity
    last = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return quantity._replace(about="", step=max(quantity.step, last))


def _left(text: str, rest: Quantity, one: Quantity, two: Quantity) -> Iterator[Wrong]:
    """A surplus that is nearly what two amounts leave, or is said to be that of what is received and spent."""
    gap = abs(one.low - two.low)
    near = is_slip(rest.low, gap) or abs(rest.low - gap) <= gap * NEARLY
    before = text[: rest.start]
    near = near or bool(RECEIVED.search(before) and SPENT.search(before))
    if near and not within(rest, [_gap(one, two)]):
        yield Wrong(rest, (one, two), f"the difference is {like(text, rest, gap)}")


def _gap(one: Quantity, two: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest difference of two amounts."""
    (low, high), (least, most) = bounds(one), bounds(two)
    ends = sorted(abs(a - b) for a, b in ((low, most), (high, least), (one.low, two.low)))
    return ends[0], ends[-1]
