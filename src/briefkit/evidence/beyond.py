"""Statements in, the figures and names of a summary or recommendation that the body does not have out.

The body has a figure when any sentence, cell, caption or chart of it gives one that agrees, or when it follows from two
figures of one sentence or from a column of a table: their difference, their share, their sum. A figure that agrees only
with a sentence about something else, while the sentence that says nearly the same gives another, is not had either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from briefkit.evidence.beside import is_step
from briefkit.evidence.counterparts import (
    APART_OF_TIME,
    Counterparts,
    Near,
    follows,
    is_product,
    places_of,
    same_citation,
    same_order,
)
from briefkit.evidence.derived import Derived
from briefkit.evidence.held_figures import Figures
from briefkit.evidence.new_names import Names
from briefkit.evidence.slips import gives, is_on_one_matter, is_same_measure, may_be_slip
from briefkit.evidence.stated import Stated, Statement, comparable, known_by, nouns
from briefkit.evidence.tables import Grid
from briefkit.evidence.twice import are_swapped
from briefkit.evidence.wrong import HUNDRED, MADE_UP
from briefkit.model import MARKS
from briefkit.patterns import regex
from briefkit.quantities import Quantity
from briefkit.text import WORD, primary

MOST_COMPARED = 200_000
MOST_NEAR = 12
MOST_ADVISED = 60
SHORTEST = 4
"""A sentence with fewer words than this is about what the one before it is about: That is 7.4%."""

FEWEST_LIKE = 2
ALL = 100
SMALL_WORDED = 12
SMALL = 5
ADVISED = ("percent", "points", "money", "measure", "count", "year", "date")
AFTERWARDS = ("times", "duration")
"""Kinds that are missed only where the sentence that says nearly the same gives another."""

DERIVED = ("percent", "points", "times")
"""Kinds that a sentence may make of its own figures: £0.9 million, 5% of the budget of £17.7 million."""

DOUBLED = regex(r"(?i)\b(?:doubl\w+|twice|verdoppel\w*|doppelt\w*|duplicar\w*|doble|dobr\w+)\b")

NUMBER = regex(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
NO_DIGIT = regex(r"\D")

OWN = frozenset(MARKS) - {"claim"}


class Beyond(NamedTuple):
    """A figure or name that the body does not have; `near` is what it says that is most like it, `other` its figure.

    It may be `elsewhere`: the body has it of another matter, and of this one the other figure. It is `alike` where that
    comes from a sentence which says nearly the same; `made` says what its figures make, where it is told of a change.
    """

    statement: Statement
    quantity: Quantity | None
    near: Statement | None
    other: Quantity | None
    name: str = ""
    at: int = 0
    elsewhere: bool = False
    alike: bool = False
    made: str = ""


class Body:
    """The body of a brief, asked whether it has a figure."""

    def __init__(self, statements: Sequence[Statement], grids: Sequence[Grid], date: str, lang: str) -> None:
        self.own = [s for s in statements if not (s.lead or s.advises) and s.block.kind != "title"]
        self.stated = Stated(self.own)
        self.figures = Figures(self.own, grids, lang)
        self.derived = Derived(self.own, grids)
        self.before = {id(two): one for one, two in pairwise(statements) if one.block is two.block}
        self.year = int(date[:4]) if date[:4].isdigit() else 0
        self.left_for_slips = self.left_for_twins = MOST_COMPARED
        self.lang = lang
        self.everything: Stated | None = None
        self.like: dict[int, Statement | None] = {}
        pairs = ((one, two) for one, two in pairwise(self.own) if one.block is two.block and len(two.words) < SHORTEST)
        self.short = {id(one): two for one, two in pairs}
        self.by_citation: dict[tuple[str, str], list[Statement]] = {}
        for statement in self.own:
            for place in places_of(statement) if statement.quantities else ():
                self.by_citation.setdefault(place, []).append(statement)
        self.advised: dict[tuple[str, str, Decimal, Decimal], list[Statement]] = {}
        for statement in (s for s in statements if s.advises and not s.lead):
            for quantity in statement.quantities:
                self.advised.setdefault(_amount(quantity), []).append(statement)

    def beyond(self, statement: Statement) -> Iterator[Beyond]:
        """The figures of a statement that the body does not have."""
        wanted = [q for q in statement.quantities if self.is_looked_for(statement, q)]
        if not wanted:
            return
        near = self.stated.near(statement.words)[:MOST_NEAR]
        beside = self.counterparts(statement, near)
        told = beside.contradicted()
        if told and not (same_order(told[0], told[2]) and self.is_told_otherwise(statement, told[0], told[1])):
            told = None
        if told and told[0] in wanted:
            yield Beyond(statement, *told, elsewhere=bool(self.figures.having(told[0])), alike=True)
        for quantity in (q for q in wanted if not (told and q is told[0])):
            if made := self.made(statement, quantity, near):
                yield made
                continue
            twin = beside.twin(quantity)
            if self.is_advised(statement, quantity) or self.is_had(statement, quantity, near, twin):
                continue
            if twin:
                yield Beyond(statement, quantity, *twin[1:], elsewhere=bool(self.figures.having(quantity)), alike=True)
            elif slip := (self.slip(statement, quantity, near) or self.figures.of_other_magnitude(statement, quantity)):
                yield Beyond(statement, quantity, *slip, elsewhere=bool(self.figures.having(quantity)), alike=True)
            elif not _needs_twin(statement, quantity):
                like = _loose(statement, quantity, beside.near)
                yield Beyond(statement, quantity, *self.nearer(statement, like))

    def nearer(
        self, statement: Statement, like: tuple[Statement, Quantity | None] | None
    ) -> tuple[Statement | None, Quantity | None]:
        """What is most like a statement: what has a figure, unless it has but a word of advice and another has more."""
        shared = len(like[0].words & statement.words) if like else 0
        if like and (shared >= FEWEST_LIKE or not statement.advises):
            return like
        other = self.anything_like(statement)
        if like and (other is None or len(other.words & statement.words) < FEWEST_LIKE):
            return like
        return other, None

    def made(self, statement: Statement, quantity: Quantity, near: Near) -> Beyond | None:
        """What the body makes of a change whose end it has, unless a sentence that is as near gives it as it is."""
        made = self.derived.find(statement, quantity, near)
        if not made:
            return None
        shared = len(statement.words & made.statement.words)
        if any(len(statement.words & s.words) >= max(shared, FEWEST_LIKE) for s in self.figures.having(quantity)):
            return None
        return Beyond(statement, quantity, made.statement, made.quantity, alike=True, made=made.should)

    def counterparts(self, statement: Statement, near: Near) -> Counterparts:
        """The figures near those of a statement; none once very many were compared."""
        beside = Counterparts(statement, near)
        self.left_for_twins -= beside.cost
        return beside if self.left_for_twins > 0 else Counterparts(statement, ())

    def slip(self, statement: Statement, quantity: Quantity, near: Near) -> tuple[Statement, Quantity] | None:
        """The figure of the body on the same matter that one with a source may be, with a slip of the pen."""
        if self.figures.left < 0:
            return None  # it is not known whether the body has the figure
        places = sorted(places_of(statement))[:MOST_NEAR]
        cited = [s for place in places for s in self.by_citation.get(place, [])[:MOST_NEAR]]
        others = [(s, len(statement.words & s.words), True) for s in cited]
        others += ((s, shared, False) for shared, s in near if not statement.advises)
        for other, _, same in tuple(others):
            if (short := self.short.get(id(other))) and not statement.advises:
                others.append((short, len(statement.words & (other.words | short.words)), same))
        for other, shared, same in others:
            self.left_for_slips -= len(other.quantities)
            for theirs in other.quantities if self.left_for_slips > 0 else ():
                known = may_be_slip(statement, quantity, other, theirs)
                if known and is_on_one_matter(statement, quantity, theirs, shared, same=same):
                    self.left_for_slips -= len(statement.quantities)
                    if not gives(statement, theirs):
                        return other, theirs
        return None

    def anything_like(self, statement: Statement) -> Statement | None:
        """The statement of the body that shares most words with one, with a figure in it or not; none without any."""
        if self.everything is None:
            own = (s for s in self.own if s.block.kind != "heading")
            self.everything = Stated(s._replace(words=known_by(s.sentence.plain, self.lang)) for s in own)
        if id(statement) not in self.like:
            near = self.everything.near(statement.words)
            self.like[id(statement)] = near[0][1] if near else None
        return self.like[id(statement)]

    def is_looked_for(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is one that a body should have."""
        if statement.block.kind == "title" and quantity.kind == "count" and not quantity.noun:
            return False  # Analysis 24-3
        if quantity.kind == "count" and not quantity.is_range:
            text = statement.sentence.plain[quantity.start : quantity.end]
            if quantity.low <= (SMALL if text[0].isdigit() else SMALL_WORDED):
                return False
        if statement.advises and quantity.kind == "percent" and quantity.low == quantity.high == ALL:
            return False  # spend 100% of it: all
        if quantity.kind in ("year", "date"):
            year = int(quantity.high) // (10_000 if quantity.kind == "date" else 1)
            return 0 < year < self.year
        return not statement.advises or quantity.kind in ADVISED

    def is_had(
        self,
        statement: Statement,
        quantity: Quantity,
        near: Near,
        twin: tuple[int, Statement, Quantity] | None,
    ) -> bool:
        """Whether the body has a figure, in a sentence of the same matter if there is one."""
        having = [s for s in self.figures.having(quantity) if self.is_support(statement, quantity, s)]
        shared = [len(statement.words & self.figures.words_of(s)) for s in having]
        if having:
            if not any(statement.words & s.words for s in having) and (slip := self.slip(statement, quantity, ())):
                return not same_citation(statement, slip[0])
            if self.is_in_cell(statement, having):
                return True
            alone = twin is not None and sum(q.kind == quantity.kind for q in twin[1].quantities) == 1
            alone = alone and twin is not None and same_order(quantity, twin[2])
            return not (twin and alone and 2 * twin[0] >= len(statement.words) and 3 * max(shared) <= twin[0])
        if statement.advises and self.is_of_its_own(statement, quantity):
            return True
        bare = quantity.kind == "count" and not nouns(quantity)
        others = [q for q in statement.quantities if q is not quantity] if bare else []
        for alike, other in near if bare else ():
            if _has_digits(other, quantity) and (alike >= FEWEST_LIKE or any(_has_digits(other, q) for q in others)):
                return True  # more than 8, in the text 8 grams; 81 per cent against 63
        if self.is_distance(statement, quantity):
            return True
        if is_product(quantity, statement) or (quantity.kind in DERIVED and follows(quantity, statement)):
            return True
        if statement.advises and quantity.about in ("over", "under"):
            quantity = quantity._replace(about="")  # at least 73% does not follow from all that is more
        few = statement.quantities if len(statement.quantities) <= MOST_NEAR else ()
        if any(self.is_had_share(statement, quantity, other) for other in few):
            return True
        return any(follows(quantity, s) for _, s in near) or self.figures.follows_from_table(statement, quantity)

    def is_distance(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is how far another of its sentence is from one of the body: 498, 172 more than in 2015."""
        text, digits = statement.sentence.plain, len(quantity.written.normalize().as_tuple().digits)
        if digits <= FEWEST_LIKE or quantity.is_range or not is_step(text, quantity.start, quantity.end):
            return False
        others = (q for q in statement.quantities[:MOST_NEAR] if q is not quantity and is_same_measure(q, quantity))
        ends = (
            q._replace(low=a, high=a, written=a) for q in others for a in (q.low - quantity.low, q.low + quantity.low)
        )
        return any(end.low > 0 and self.figures.having(end) for end in ends)

    def is_support(self, statement: Statement, quantity: Quantity, other: Statement) -> bool:
        """Whether a sentence or cell that agrees with a figure has it: exactly, or nearly and on the same matter.

        Who proposes at least 72% has not found it in 82% of something else, and more than 130 are not more than 100.
        """
        if quantity.kind in ("year", "date") or quantity.spoken or quantity.parts:
            return True
        if any(q.low <= quantity.low <= q.high for q in other.quantities) or _has_digits(other, quantity):
            return True
        bound = quantity.about in ("over", "under")
        if bound and any(q.about == quantity.about and comparable(q, quantity) for q in other.quantities):
            return False
        fewest = FEWEST_LIKE if statement.advises else 1
        return len(statement.words & self.figures.words_of(other)) >= fewest

    def is_of_its_own(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a proposal makes a figure of others: 54 pilots, 38 to replace and 16 more; double it to 59."""
        if quantity.kind not in MADE_UP or quantity.is_range:
            return False
        others = [q for q in statement.quantities if q is not quantity and q.kind in ("count", quantity.kind)]
        if any(one.low + two.low == quantity.low for one, two in combinations(others[:MOST_NEAR], 2)):
            return True
        half = quantity._replace(low=quantity.low / 2, high=quantity.low / 2, written=quantity.written / 2)
        return bool(DOUBLED.search(statement.sentence.plain)) and bool(
            self.figures.having(half._replace(about="about"))
        )

    def is_had_share(self, statement: Statement, part: Quantity, whole: Quantity) -> bool:
        """Whether the body has the share that a figure is of another one beside it: of 386 km 142 km, there 37%."""
        known = part.kind in MADE_UP and is_same_measure(part, whole) and not (part.is_range or whole.is_range)
        if not known or not 0 < part.low < whole.low:
            return False
        real = Decimal(round(part.low / whole.low * HUNDRED))
        share = Quantity(0, 0, "percent", real, real, written=real)
        return any(len(statement.words & self.figures.words_of(s)) >= FEWEST_LIKE for s in self.figures.having(share))

    def is_told_otherwise(self, statement: Statement, quantity: Quantity, other: Statement) -> bool:
        """Whether no sentence that is as near as another one has a figure: the words of a caption tell of no year."""
        if quantity.kind in ("year", "date"):
            return other.block.kind not in APART_OF_TIME
        shared, having = len(statement.words & other.words), self.figures.having(quantity)
        beside = (s for s in having if s.block is other.block and s.block.kind not in APART_OF_TIME)
        if any(len(statement.words & s.words) >= FEWEST_LIKE for s in beside):
            return False
        return all(len(statement.words & s.words) < shared for s in having) and not self.is_in_cell(statement, having)

    def is_in_cell(self, statement: Statement, having: Iterable[Statement]) -> bool:
        """Whether a figure stands in a row that a statement names: no slip would put it there."""
        labels = (self.figures.labels.get(id(s.block)) for s in having)
        return any(label and label <= statement.words for label in labels)

    def is_advised(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure that sums up is one that a recommendation on the same matter gives: it is told there."""
        advised = self.advised.get(_amount(quantity), ()) if not statement.advises else ()
        return any(statement.words & other.words for other in advised[:MOST_ADVISED])


def find_beyond(
    statements: Sequence[Statement], grids: Sequence[Grid], date: str, lang: str, known: Iterable[str]
) -> Iterator[Beyond]:
    """All figures and names of summaries, titles and recommendations that the body does not have."""
    leading = [s for s in statements if s.lead or s.advises]
    if not any(s.quantities or s.names for s in leading):
        return
    body = Body(statements, grids, date, lang)
    if not body.own:
        return
    own, front = primary(lang), frozenset(w.casefold()[:4] for text in known for w in WORD.findall(text))
    names = Names(body.own, own, front)
    for statement in leading:
        yield from _once(list(body.beyond(statement)))
        named = statement.lead and statement.block.kind != "title" and own != "de"
        if named and not statement.sentence.citations and not statement.sentence.marks:
            for name, at in names.new(statement):
                yield Beyond(statement, None, body.anything_like(statement), None, name, at)


def _has_digits(statement: Statement, quantity: Quantity) -> bool:
    """Whether a number stands in a sentence with the same digits: 642 thousand are 642,000."""
    digits = f"{quantity.written:f}".replace(".", "").strip("0")
    typed = (NO_DIGIT.sub("", match[0]).strip("0") for match in NUMBER.finditer(statement.sentence.plain))
    return digits in typed


def _once(found: Sequence[Beyond]) -> Iterator[Beyond]:
    """What is missed, without the share of 29 of 37 where one of the two is missed too, unless such a share is near."""
    spans = [f.quantity for f in found if f.quantity and not f.quantity.parts]
    for one in found:
        share = one.quantity
        told = share and share.parts and any(share.start <= q.start and q.end <= share.end for q in spans)
        if not told or (one.other and one.other.parts):
            yield one


def _amount(quantity: Quantity) -> tuple[str, str, Decimal, Decimal]:
    """An amount of so much of something, for exactly the same ones."""
    return quantity.kind, quantity.unit, quantity.low, quantity.high


def _loose(statement: Statement, quantity: Quantity, near: Near) -> tuple[Statement, Quantity | None] | None:
    """What the body says that is most like a statement, one with a comparable figure first.

    One in which two digits have changed places comes first of all. A figure beside a single word in common is of
    something else, and so is one of another order, or a share of so many beside one of a hundred; it is shown for
    advice only beside a single word.
    """
    for _, other in near:
        for theirs in other.quantities:
            known = comparable(quantity, theirs) or theirs.kind != "count" or len(theirs.written.as_tuple().digits) > 2
            known = known and same_order(quantity, theirs)
            if known and is_same_measure(quantity, theirs) and are_swapped(quantity, theirs):
                return other, theirs
    for shared, other in near:
        for theirs in other.quantities if shared > 1 or statement.advises else ():
            same = comparable(quantity, theirs) and bool(quantity.parts) == bool(theirs.parts)
            if same and same_order(quantity, theirs):
                return other, theirs
    for shared, other in near:
        for theirs in other.quantities if shared > 1 else ():
            if quantity.written and theirs.written == quantity.written and theirs.kind not in ("year", "date"):
                return other, theirs  # the number in another unit
    return (near[0][1], None) if near else None


def _needs_twin(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure is missed only where the body says otherwise: it has a source, or is vague."""
    cited = bool(statement.sentence.citations) or any(m.name in OWN for m in statement.sentence.marks)
    return cited or quantity.kind in AFTERWARDS or quantity.spoken
