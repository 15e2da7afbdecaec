"""A brief in, what it states in figures out: every sentence with its quantities and the words it can be known by.

Two sentences that speak of one thing share most of their words; how many, and which of them only one has, is asked of
the index `Stated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefkit.evidence.drawn import data_lines, sound_cells
from briefkit.evidence.restated import COMMON, form_of
from briefkit.evidence.tables import LONGEST, quantities_of
from briefkit.model import FORMULA, Block, Brief, Place, Sentence
from briefkit.parse.chart_blocks import mark_of
from briefkit.patterns import regex
from briefkit.quantities import Quantity, find_quantities
from briefkit.quantities.numbers import cardinals, magnitudes
from briefkit.text import WORD, Lines, primary
from briefkit.values import replace

SUMMING_UP = ("summary", "key-messages", "bottom-line", "key-message")
SAYS_AGAIN = (*SUMMING_UP, "pull-quote")
"""Where a brief says again what its text says."""

ADVISING = ("recommendations", "recommendation")
NO_BODY = ("references",)
PROSE = ("paragraph", "item", "quote", "note", "caption", "front", "definition", "title", "heading")
APART = ("heading", "note", "cell", "header-cell", "chart")
CELLS = ("cell", "header-cell")
NO_BODY_KINDS = ("comment", "aside")
MOST_TRIED = 60
"""With how many sentences that share a rare word one is compared: else this takes the square of the time."""

NAME = regex(r"\b[A-ZÀ-ÖØ-Þ][\w\u2019'-]*\w\b")
LABEL = regex(r"\d[\d.,]{0,20}|\b[A-Z]\b")
LITTLE = frozenset(
    "per cent percent percentage point points about around some nearly almost more less fewer over than most only just"
    " still also had been would will can could may which who whose their there they these those all any we our you your"
    " i us me my he she his her so then year years million billion thousand plus moins près environ ne aussi dont mais"
    " s l qu elles ils leur leurs nous an ans année années rund etwa knapp prozent auch nur noch wird werden wurde"
    " wurden hat haben im am zu zum zur bei als sich es sie wir ihre ihr sein seine jahr jahre más menos cerca ciento"
    " fue han ha sólo mais cento foi foram os as dos das em na no nas nos um uma com por mil".split()
)
"""Words that tell nothing of what a figure is about."""


class Statement(NamedTuple):
    """A sentence, heading, caption, cell or title: its quantities, and the forms of its words if it has any.

    It is a `lead` where it sums up, and it `advises` where it recommends.
    """

    sentence: Sentence
    block: Block
    quantities: tuple[Quantity, ...]
    words: frozenset[str]
    lead: bool = False
    advises: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The words with a capital, in small letters."""
        return frozenset(m[0].casefold() for m in NAME.finditer(self.sentence.plain))

    @property
    def labels(self) -> frozenset[str]:
        """The figures and single capitals that are part of no quantity: Option 2, plan B."""
        return frozenset(_labels(self.sentence.plain, self.quantities))

    @property
    def years(self) -> frozenset[int]:
        """The years that it names, those of its dates included."""
        timed = [(q, 10_000 if q.kind == "date" else 1) for q in self.quantities if q.kind in ("year", "date")]
        return frozenset(int(year) // part for q, part in timed for year in (q.low, q.high)) - {0}


@lru_cache(maxsize=8)
def _told_apart(lang: str) -> frozenset[str]:
    return frozenset((*COMMON, *LITTLE, *cardinals(lang), *magnitudes(lang)))


def read_statements(brief: Brief) -> tuple[Statement, ...]:
    """All statements of a brief, its title and subtitle first."""
    lang = brief.front.language
    made: list[Statement] = []
    for name, title in (("title", brief.front.title), ("subtitle", brief.front.subtitle)):
        if title:
            place = brief.front.places.get(name, Place(brief.path, 1, 1, 1, 1))
            made.append(_statement(Sentence(title, title, place, -1), Block("title", name, place), lang, lead=True))
    for block in brief.blocks:
        if block.kind in NO_BODY_KINDS or (block.role in NO_BODY and block.kind != "note"):
            continue
        lead = block.kind not in APART and block.role in SUMMING_UP
        advises = block.kind not in APART and block.role in ADVISING
        made += (_statement(s, block, lang, lead=lead, advises=advises) for s in block.sentences)
    made += _drawn(brief, lang)
    return tuple(made)


def _drawn(brief: Brief, lang: str) -> Iterator[Statement]:
    """What charts and the words that stand for pictures state: the body has these figures too."""
    lines: Lines | None = None
    for block in brief.blocks:
        if block.kind == "caption" and (text := block.attributes.get("alt", "")):
            held = replace(block, kind="chart")
            yield from (_statement(Sentence(line, line, block.place, -1), held, lang) for line in text.split("\n"))
        if block.kind == "chart":
            lines = lines or Lines(brief.path, brief.text)
            fence = lines.slice(block.place)
            yield _statement(Sentence(fence, fence, block.place, -1), block, lang)
            data = tuple(data_lines(brief, lines, block))
            mark = mark_of(data[0][0]) if data else ","
            for line, place in data:
                text = " | ".join(sound_cells(line, mark))
                yield _statement(Sentence(text, text, place, -1), block, lang)


def _statement(sentence: Sentence, block: Block, lang: str, *, lead: bool = False, advises: bool = False) -> Statement:
    plain = sentence.plain
    read = quantities_of if block.kind in CELLS and len(plain) <= LONGEST else find_quantities
    found = read(plain, lang)
    words = known_by(plain, lang) if found or lead else frozenset()
    return Statement(sentence, block, found, words, lead, advises)


def _labels(plain: str, found: Sequence[Quantity]) -> Iterator[str]:
    """The figures and single capitals of a sentence that are part of no quantity."""
    spans = iter(found)
    span = next(spans, None)
    for match in LABEL.finditer(plain):
        while span and span.end <= match.start():
            span = next(spans, None)
        if not span or match.end() <= span.start:
            yield match[0]


def known_by(text: str, lang: str) -> frozenset[str]:
    """The forms of the words that tell what a text is about: no figures, no number words, none that are common."""
    apart = _told_apart(primary(lang))
    words = (word.casefold() for word in WORD.findall(text))
    return frozenset(form_of(word) for word in words if word not in apart and not word[0].isdigit() and len(word) > 1)


class Stated:
    """Statements by their words, asked for those that share most of them with another."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = tuple(statements)
        self.by_word: dict[str, list[int]] = {}
        for number, statement in enumerate(self.statements):
            for word in statement.words:
                self.by_word.setdefault(word, []).append(number)

    def near(self, words: frozenset[str]) -> list[tuple[int, Statement]]:
        """The statements that share words with these, each with how many, the nearest first; not all where many do."""
        rarest = sorted((self.by_word.get(word, []) for word in words), key=len)
        counted: dict[int, int] = {}
        tried = 0
        for numbers in rarest:
            if tried > 20 * MOST_TRIED:
                break
            for number in numbers[:MOST_TRIED]:
                counted[number] = counted.get(number, 0) + 1
            tried += min(len(numbers), MOST_TRIED)
        ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        return [(shared, self.statements[number]) for number, shared in ordered]


MATH = regex(r"\$\$?[^$]+\$\$?")
"""A formula as typed."""


def place_in(lines: Lines, sentence: Sentence, start: int, end: int) -> Place:
    """The place of `sentence.plain[start:end]`, of the whole sentence where markup stands between its words."""
    words = sentence.plain[start:end]
    at = lines.offset(sentence.place.line, sentence.place.column)
    typed = lines.slice(sentence.place)
    if FORMULA in sentence.plain:
        typed = MATH.sub(lambda m: " " * len(m[0]), typed)
    before = sentence.plain.count(words, 0, start) if words else 0
    found = -1
    for _ in range(before + 1):
        found = typed.find(words, found + 1)
        if found < 0:
            break
    if found >= 0 and words:
        return lines.place(at + found, at + found + len(words))
    pattern = regex(r"\s+".join(re.escape(word) for word in words.split()[:20]) or r"\Z")
    match = pattern.search(typed)
    return lines.place(at + match.start(), at + match.end()) if match and words else sentence.place


def quantity_place(lines: Lines, statement: Statement, quantity: Quantity) -> Place:
    """The place of a quantity in its brief."""
    if statement.block.kind == "title":
        return statement.sentence.place
    return place_in(lines, statement.sentence, quantity.start, quantity.end)


def words_of(statement: Statement, quantity: Quantity) -> str:
    """A quantity as typed."""
    return " ".join(statement.sentence.plain[quantity.start : quantity.end].split())


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities might be of one thing: of a kind, in a unit, and if counts, of the same noun."""
    if one.kind != other.kind or one.unit != other.unit:
        return False
    return one.kind != "count" or bool(nouns(one) & nouns(other))


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same; where only one of them says per what, the other may mean the same."""
    return one == other or (("/" not in one or "/" not in other) and one.partition("/")[0] == other.partition("/")[0])


def nouns(quantity: Quantity) -> frozenset[str]:
    """The forms of the words that a count counts; a letter, as in 2 H, is none."""
    words = (word for word in quantity.noun if len(word) > 1 and word not in COMMON and word not in LITTLE)
    return frozenset(form_of(word) for word in words)
