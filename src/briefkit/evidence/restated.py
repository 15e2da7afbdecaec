"""The sentences of the body in, which of them a sentence of a summary says again out.

A sentence says another again when the other holds all its figures, with what they count in, all its names and half of
its other words, and when neither takes back what the other says: what rose in the one does not fall in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, agree, find_quantities
from briefkit.text import WORD, primary
from briefkit.values import Value, replace

FIGURE = regex(
    r"(?P<figure>\d[\d.,]*\d|\d)"
    r"(?:[-\s]?(?P<unit>%|per ?cent\b|percent\w*|Prozent\w*|pour cent\b|por ciento\b"
    r"|(?P<thousands>thousand|tausend|mille|mil)\b|(?P<millions>mn\b|mio\b|mill?i[oó]n(?!i?ard)\w*)"
    r"|(?P<billions>bn\b|mrd\b|billion\w*|milliard\w*)))?",
    re.IGNORECASE,
)
NAME = regex(r"\b[A-ZÀ-ÖØ-Þ][\w\u2019'-]+\b")
GERMAN_NAME = regex(r"\b[A-ZÄÖÜ]{2,}\w*\b")
"""German writes every noun with a capital: only short names in capitals are told from them."""

COMMON = frozenset(
    "the a an of in on to and or for by with from that this it its is are was were be as at has have"
    " le la les l un une des de du d en au aux et ou par pour avec dans sur que qu qui ce cette ces il elle est sont"
    " ont été ne n se s der die das den dem des ein eine und oder von mit für auf ist sind war el los las una y o con"
    " por para que del al es son".split()
)
LEAST_SHARED = 0.5
STEM = 5
"""Words that begin alike are taken for forms of one word: costs and cost, designated and designation."""

MOST_SHARES = 400
"""With how many percentages of the text a share in words is compared."""

MOST_TRIED = 40
"""With how many sentences that share its rarest fact a sentence is compared: else this takes the square of the time."""

SHORT_FIGURE = 2
"""Whole numbers of so few digits stand in many sentences."""

YEAR = regex(r"1[5-9]\d\d|20\d\d")
"""What stands in many sentences as well."""

NEGATION = frozenset(
    "not no never none neither nor without cannot t nicht kein keine keinen keiner nie ohne pas jamais aucun aucune"
    " sans nunca sin ningún ninguna".split()
)
AFTER_THE_VERB = frozenset("nicht nie pas jamais".split())
"""Negations that deny the word before them too."""

UP = regex(
    r"\b(?:rose|rises?n?|rising|grew|grow\w*|increas\w*|climb\w*|doubl\w*|tripl\w*|stieg\w*|(?:an)?gestiegen|steig\w*|wuchs\w*"
    r"|gewachsen|zugenommen|verdoppel\w*|augment\w*|hauss\w*|progress\w*|grimp\w*|aument\w*|creci\w*|subi\w*|duplic\w*)\b",
    re.IGNORECASE,
)
DOWN = regex(
    r"\b(?:fell|fall\w*|declin\w*|decreas\w*|drop|drops|dropp\w*|shr[aiu]nk\w*|halv\w*|sank\w*|gesunken|geschrumpft|sink\w*|fiel\w*"
    r"|gefallen|abgenommen|zurückgegangen|halbier\w*|baiss\w*|diminu\w*|recul\w*|chut\w*|disminu\w*|cay\w*|bajó|bajaron)\b",
    re.IGNORECASE,
)


class _Facts(Value):
    """What a sentence can be known by: its figures, its names, and its other words."""

    figures: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


class Said:
    """Sentences, asked for the first that another says again."""

    def __init__(self, sentences: Iterable[str], lang: str = "en") -> None:
        self.name = GERMAN_NAME if primary(lang) == "de" else NAME
        self.lang = lang
        self.texts = tuple(sentences)
        self.facts = [self._facts(sentence) for sentence in self.texts]
        self.by_fact: dict[str, list[int]] = {}
        for number, facts in enumerate(self.facts):
            for fact in facts.figures | facts.names:
                self.by_fact.setdefault(fact, []).append(number)

    def first_like(self, short: str) -> int | None:
        """The index of the first sentence that a short one says again."""
        own = self._facts(short, opening=False)
        if not (own.figures or len(own.names) > 1):
            return self._first_with_share(short, own)
        rarest = min((self.by_fact.get(fact, []) for fact in own.figures | own.names), key=len)
        near = (n for n in rarest[:MOST_TRIED] if _holds(own, self.facts[n]) and _agree(short, self.texts[n]))
        return next(near, None)

    def first_with_figures(self, short: str) -> int | None:
        """The index of the first sentence that holds all figures of a short one, one of them a telling one, and a word.

        It need not say the same.
        """
        own = self._facts(short, opening=False)
        telling = [f for f in own.figures if not f.isdigit() or (len(f) > SHORT_FIGURE and not YEAR.fullmatch(f))]
        if not telling:
            return None
        rarest = min((self.by_fact.get(figure, []) for figure in telling), key=len)
        holding = (n for n in rarest[:MOST_TRIED] if own.figures <= self.facts[n].figures)
        return next((n for n in holding if own.words & self.facts[n].words and _agree(short, self.texts[n])), None)

    def _first_with_share(self, short: str, own: _Facts) -> int | None:
        """The index of the first sentence with the counts of a share that a short one has in words: two thirds."""
        shares = [q for q in find_quantities(short, self.lang) if q.kind == "percent" and q.spoken]
        if len(shares) != 1:
            return None
        words = replace(own, words=frozenset(_stems(short[: shares[0].start] + short[shares[0].end :])))
        near = (n for n, whole in self.shares[:MOST_SHARES] if agree(shares[0], whole) and _holds(words, self.facts[n]))
        return next((n for n in near if words.words and _agree(short, self.texts[n])), None)

    @cached_property
    def shares(self) -> list[tuple[int, Quantity]]:
        """The percentages of the sentences, those of two counts among them, each with the number of its sentence."""
        return [(n, share) for n, text in enumerate(self.texts) for share in _shares(text, self.lang)]

    def _facts(self, text: str, opening: bool = True) -> _Facts:
        """The facts of a text; without `opening`, its first word is no name: it has its capital anyway."""
        start = 0 if opening else next((m.end() for m in WORD.finditer(text)), 0)
        names = (_bare(m[0]) for m in self.name.finditer(text, start))
        return _Facts(frozenset(_figures(text)), frozenset(names), frozenset(_stems(text)))


def _shares(text: str, lang: str) -> Iterator[Quantity]:
    """The percentages of a text, and what two counts are of each other: of 300 homes, 201."""
    found = find_quantities(text, lang)
    yield from (q for q in found if q.kind == "percent")
    for whole, part in pairwise(q for q in found if q.kind == "count" and not q.is_range):
        opened = compiled(r"(?i)\b(?:of|out of|von|der|sur|de|entre|das|dos) (?:the |all )?$").search(
            text[max(whole.start - 12, 0) : whole.start]
        )
        if opened and 0 < part.low <= whole.low:
            value = part.low / whole.low * 100
            yield whole._replace(kind="percent", low=value, high=value, step=Decimal("0.1"), unit="", about="")


def _figures(text: str) -> Iterator[str]:
    """The figures of a text, each with what it counts in: `12%`, `4 millions`."""
    for match in FIGURE.finditer(text):
        large = next((name for name in ("thousands", "millions", "billions") if match[name]), "")
        unit = f" {large}" if large else "%" if match["unit"] else ""
        yield match["figure"].rstrip(".,") + unit


def _bare(name: str) -> str:
    """A name without the sign of the genitive."""
    return re.sub(r"['\u2019]s?$", "", name)


def _stems(text: str) -> Iterator[str]:
    return (_stem(word) for word in _words(text) if word not in COMMON)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _stem(word: str) -> str:
    return (word.removesuffix("s") if len(word) > 3 else word)[:STEM]


def _holds(short: _Facts, long: _Facts) -> bool:
    if not (short.figures <= long.figures and short.names <= long.names):
        return False
    return len(short.words & long.words) >= LEAST_SHARED * len(short.words)


def _agree(one: str, other: str) -> bool:
    """Whether neither sentence says the contrary of the other."""
    if _turned(one, other) or _turned(other, one):
        return False
    denied, said = _denied(one)
    denied_there, said_there = _denied(other)
    return not (denied & said_there or denied_there & said)


def _turned(one: str, other: str) -> bool:
    """Whether the one goes up only and the other down only."""
    up, down = UP.search(one), DOWN.search(other)
    return bool(up and down and not DOWN.search(one) and not UP.search(other))


def _denied(text: str) -> tuple[set[str], set[str]]:
    """The beginnings of the two words that follow each negation, and those of all other words."""
    words = [word for word in _words(text) if word not in COMMON]
    denied: set[int] = set()
    for number, word in enumerate(words):
        if word in NEGATION:
            denied.update(range(number - (word in AFTER_THE_VERB), number + 3))
    forms = [form_of(word) for word in words]
    said = {form for number, form in enumerate(forms) if number not in denied}
    return {form for number, form in enumerate(forms) if number in denied and words[number] not in NEGATION}, said


@lru_cache(maxsize=8192)
def form_of(word: str) -> str:
    """What all forms of a word share: fell, fall and falling have no beginning in common."""
    return "up" if UP.fullmatch(word) else "down" if DOWN.fullmatch(word) else _stem(word)
