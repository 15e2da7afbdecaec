"""A brief in, its acronyms out: where each is used first and how often, and what it is said to stand for.

An acronym is two to six capitals and digits, with an s of the plural. It is expanded by "Full Name (FN)", "FN (Full
Name)", a list of abbreviations, or capitals of words in a row that spell it, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefkit.claims.known_acronyms import known, small_words
from briefkit.model import Block, Brief, Sentence
from briefkit.patterns import regex
from briefkit.text import primary
from briefkit.values import Value

ACRONYM = regex(
    r"(?<![\w.@&/#$€£-])[A-ZÀ-ÖØ-Þ](?=[A-ZÀ-ÖØ-Þ0-9])[A-ZÀ-ÖØ-Þ0-9]{1,5}s?(?![\w&@/]|\.\w|-\d| (?:\d|Act\b|Bill\b))"
)
SHORT = r"(?P<short>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9]{1,5})s?"
IN_BRACKETS = regex(
    rf"[(\[](?:[^\W\d_A-Z]+ ){{0,2}}[^\w()\[\]]{{0,3}}{SHORT}[^\w()\[\]]{{0,3}}(?:[)\]]|(?<=[,;] )(?=[a-zà-ÿ]))"
)
BEFORE = regex(rf"(?<!\w){SHORT} ?[(\[](?P<full>[^()\[\]\d]{{6,200}})[)\]]")
ROMAN = regex(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
CHEMICAL = regex(r"(?:(?:H|B|C|N|O|F|P|S|K|I|CL|NA|MG|CA|SI|AL|PM|NO)\d*)*\d(?:(?:H|C|N|O|F|S)\d*)*")
CODE = regex(r"\d{3}")
WORD = regex(r"[^\W\d_]+")

USED = ("paragraph", "item", "quote", "definition", "note", "cell", "caption", "front")
LISTS = regex(
    r"\b(?:abbreviations?|acronyms?|glossary|abréviations?|sigles|acronymes|glossaire|abkürzung(?:en|sverzeichnis)"
    r"|glossar|abreviaturas|siglas|acrónimos|acrônimos|abreviações|glosario|glossário)\b"
)
CAPITAL_NAMES = ("fr", "es", "pt")
"""Languages in which some write the names of families in capitals."""
GIVEN_NAME = regex(r"([A-ZÀ-ÖØ-Þ][^\W\d_]*\.?) \Z")
SHORTEST_NAME = 4
FEWEST = 2
MOST = 200
"""How many acronyms are told of: a text with more is none."""
LONGEST_LETTERS = 6


class Use(Value):
    """An acronym as it is written, and the sentence that it stands in."""

    written: str
    sentence: Sentence


class Expansion(Value):
    """What an acronym is said to stand for, the sentence that says so, and the offset of the brackets in its words."""

    short: str
    words: tuple[str, ...]
    sentence: Sentence
    at: int


def find_undefined(brief: Brief) -> Iterator[Use]:
    """The first use of each acronym that is used twice and neither known nor expanded."""
    lang = language(brief)
    uses = _uses(brief, lang)
    if uses:
        uses = {short: use for short, use in uses.items() if not _is_named(short, brief)}
        defined = _defined(brief, lang) if uses else set()
        yield from (use for short, use in uses.items() if short not in defined)


def language(brief: Brief) -> str:
    """The language of a brief without its region."""
    return primary(brief.front.language)


def _uses(brief: Brief, lang: str) -> dict[str, Use]:
    """The first use of each acronym that is not known and used often enough."""
    first: dict[str, Use] = {}
    counts: dict[str, int] = {}
    common = known(lang)
    for block in brief.blocks if common else ():
        if block.kind in USED and block.role != "references":
            for sentence in block.sentences:
                for match in _written(sentence.plain, lang):
                    short = base(match)
                    if short not in common and not _is_other(match):
                        counts[short] = counts.get(short, 0) + 1
                        first.setdefault(short, Use(match, sentence))
    often = (short for short in first if counts[short] >= FEWEST)
    return {short: first[short] for short in islice(often, MOST)}


def _written(plain: str, lang: str) -> Iterator[str]:
    """The acronyms of a sentence as they are written, none in one set in capitals; family names are left out."""
    if not plain.isupper():
        for match in ACRONYM.finditer(plain):
            if lang not in CAPITAL_NAMES or not _is_name(match, lang):
                yield match[0]


def _is_name(match: re.Match[str], lang: str) -> bool:
    """Whether a word with a capital, or one such as M. or Mme, stands right before a longer one: Jean DUPONT."""
    if len(match[0]) < SHORTEST_NAME:
        return False
    given = GIVEN_NAME.search(match.string, max(match.start() - 30, 0), match.start())
    return given is not None and given[1].casefold() not in small_words(lang)


def base(written: str) -> str:
    """An acronym without the s of the plural and the figures at its end: COP28 is a COP."""
    letters = written.rstrip("s")
    return letters.rstrip("0123456789") if len(letters.rstrip("0123456789")) > 1 else letters


def _is_other(short: str) -> bool:
    """Whether it is a Roman figure, the formula of a substance, a code, or a letter with a number."""
    return (
        bool(CODE.search(short) or ROMAN.fullmatch(short) or CHEMICAL.fullmatch(short))
        or len(short.rstrip("s0123456789")) < FEWEST
    )


def _is_named(short: str, brief: Brief) -> bool:
    """Whether the front matter names it, or it is a word in capitals for stress."""
    front = brief.front
    people = (part for author in front.authors for part in (author.name, author.affiliation))
    names = " ".join((front.organisation, front.series.name, *front.audience, *people))
    return short in WORD.findall(names) or f" {short.lower()} " in brief.text


# --- what they stand for ---------------------------------------------------------------------


def _defined(brief: Brief, lang: str) -> set[str]:
    """The acronyms that the brief expands, in whatever way."""
    small = small_words(lang)
    found = _spelled((brief.front.title, brief.front.subtitle), small)
    for number, block in enumerate(brief.blocks):
        plains = [sentence.plain for sentence in block.sentences]
        found |= _spelled(plains, small)
        if block.kind == "term" or _lists(block, brief, number):
            found.update(base(short) for plain in plains for short in ACRONYM.findall(plain))
        for plain in plains:
            if "(" in plain or "[" in plain:
                found.update(base(m["short"]) for m in IN_BRACKETS.finditer(plain) if m.start())
                found.update(base(m["short"]) for m in BEFORE.finditer(plain) if " " in m["full"].strip())
    return found


def _lists(block: Block, brief: Brief, number: int) -> bool:
    """Whether a block stands in a list of abbreviations, or is a cell before one that says more."""
    if block.section >= 0 and LISTS.search(brief.sections[block.section].title.casefold()):
        return True
    following = brief.blocks[number + 1] if block.kind == "cell" and number + 1 < len(brief.blocks) else None
    return following is not None and block.cell[1] == 1 and following.cell == (block.cell[0], 2) and _says(following)


def _says(block: Block) -> bool:
    return any(" " in s.plain and not any(c.isdigit() for c in s.plain) for s in block.sentences)


def _spelled(plains: Iterable[str], small: frozenset[str]) -> set[str]:
    """What the first letters of words with capitals in a row spell, small words left out, from two letters to six."""
    found: set[str] = set()
    for plain in plains:
        run = ""
        for word in WORD.findall(plain):
            if word[0].isupper() and not (word.isupper() and len(word) > 1):
                run += word[0]
                found.update(run[-n:] for n in range(FEWEST, min(len(run), LONGEST_LETTERS) + 1))
            elif word not in small:
                run = ""
    return found


def find_contradictions(brief: Brief) -> Iterator[tuple[Expansion, Expansion]]:
    """Each acronym that stands for two things: its first expansion and the first that is another."""
    small = small_words(language(brief))
    first: dict[str, Expansion] = {}
    told: set[str] = set()
    for sentence in brief.sentences if small else ():
        for found in _expansions(sentence, small) if "(" in sentence.plain else ():
            other = first.setdefault(found.short, found)
            if found.short not in told and _differ(found.words, other.words, small):
                told.add(found.short)
                yield other, found


def _expansions(sentence: Sentence, small: frozenset[str]) -> Iterator[Expansion]:
    """The acronyms in brackets behind words whose first letters spell them."""
    for match in IN_BRACKETS.finditer(sentence.plain):
        short = match["short"]
        before = sentence.plain[max(match.start() - 200, 0) : match.start()]
        words = WORD.findall(before)
        for own in ([word for word in words if word.casefold() not in small], words):
            spelled = "".join(word[0] for word in own[-len(short) :]).upper()
            if len(short) > FEWEST and spelled == short:
                yield Expansion(short, tuple(own[-len(short) :]), sentence, match.start())
                break


SAME = 4
"""How many letters of a word must be the same: endings and spellings differ."""


def _differ(one: tuple[str, ...], other: tuple[str, ...], small: frozenset[str]) -> bool:
    """Whether two expansions are of other words, small ones left out."""
    first, second = ([w.casefold()[:SAME] for w in words if w.casefold() not in small] for words in (one, other))
    return first != second
