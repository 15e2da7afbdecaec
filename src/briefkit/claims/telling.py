"""The signs of a sentence in, those out that a reader is told of, each with the words that do there what it says.

A sign is weighed wherever its words stand, and learnt so: `closed` for something that happened, be it in *the council
closed the well* or in *closed wells*. A reader is told of it only where the words around them let it be so, and of the
first words for which they do. Only English has words that want it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefkit.claims.lexicon import ENGLISH, in_small_letters
from briefkit.claims.signs import ADJECTIVES
from briefkit.patterns import regex
from briefkit.text import primary

Holds = Callable[[str, int, int], bool]
"""(text in small letters, where the words of a sign start in it, where they end) -> whether they do what it says."""

# --- what stands before and behind ---------------------------------------------------------------

_DETERMINERS = "the an? its their our his her these those no very"
_PREPOSITIONS = "of with without on in at for from by as than"
_BEFORE_A_VERB = "to do does can will would could may might must shall should"
_BE = "is are be being am gets?"

_NO_SUBJECT = "|".join(f"{_DETERMINERS} {_PREPOSITIONS} {_BEFORE_A_VERB} {_BE}".split())
NO_PAST = regex(
    rf"\b(?:{_NO_SUBJECT}|the (?:first|second|third|last|next))"
    r"(?: (?:not|also|often|still|already|now|then|usually|always|\w+ly))? $"
)
"""Behind these words what looks like the past is none: the closed wells, with reduced hours, to cut, is often paid."""

BARE_START = regex(r"\w+(?:,| (?:in|by|on|at|from|with|as|to|under|after|before|between|during|for|against|into)\b)")
"""How a sentence opens whose first word tells what happened: Built in 1990, the well ..."""

NUMBER_BEHIND = regex(
    r" (?:(?:about|nearly|almost|over|the) )?(?:\d|[$€£¥₹]"
    r"|(?:an?(?= (?:hundred|thousand|million|billion|dozen|score|half|third|quarter|fifth|tenth|decade|century|year)\b)"
    r"|one(?! (?:might|may|would|could|can)\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|half|dozens?|hundreds?|thousands?|millions?|billions?|twice|\w+fold)\b"
    r"(?! (?:other|of the (?:others?|rest))\b))"
)
IT_BEHIND = regex(r" (?:it|them|this)\b")
NOT_BEFORE = regex(r"\b(?:not|never|cannot) $")
TIME_BEHIND = regex(r" (?:\w+ )?(?:years?|decades?|months?|weeks?|days?|nights?|hours?|century|quarters?|elections?)\b")
RANKED = regex(r"(?: [\w-]+){0,3}? (?:to|in|of|since|ever|anywhere)\b|(?: such| time| and only)\b|[.,;:!?]|$")
"""What stands behind `the first` and `the last` that is so of all there are: the first in Europe."""


def _in_the_past(text: str, start: int, end: int) -> bool:
    if not start:
        return BARE_START.match(text) is not None
    return NO_PAST.search(text, max(0, start - REACH), start) is None


REACH = 24
"""How many letters before a word are looked at."""


def _verb(text: str, start: int, end: int) -> bool:
    """A verb in the simple past that is not on the list of adjectives, nor made by un-: unnoticed."""
    word = text[start:end]
    return word not in ADJECTIVES and not NEGATED.match(word) and _in_the_past(text, start, end)


NEGATED = regex(r"un(?!veil|dermin|if|lock|cover|load|do|leash)")


def _compared(text: str, start: int, end: int) -> bool:
    """Not a figure (more than ten), nor a limit (may not exceed, exceeds it three times)."""
    if text.startswith("exceed", start):
        return not (
            NUMBER_BEHIND.match(text, end)
            or IT_BEHIND.match(text, end)
            or NOT_BEFORE.search(text, max(0, start - REACH), start)
        )
    return text[start:end] not in MORE_THAN or NUMBER_BEHIND.match(text, end) is None


MORE_THAN = ("more than", "less than", "fewer than")


def _ranked(text: str, start: int, end: int) -> bool:
    """The first of all there are, not of two or more that come one behind the other: the first cut, the last decade."""
    if text[start:end] not in ("the first", "the last"):
        return True
    return TIME_BEHIND.match(text, end) is None and RANKED.match(text, end) is not None


def _moves(text: str, start: int, end: int) -> bool:
    """What something is or has is no trend, nor are two halves, nor what is so already: improved signs."""
    word = text[start:end]
    if word.endswith("ed") and not _in_the_past(text, start, end):
        return False
    return not (STATES.match(word) or (word == "halves" and HALVES.search(text, max(0, start - REACH), start)))


STATES = regex(r"(?:runs?|dominat|lacks?|stands?|amounts?|accounts?|makes?|consists?|depends?)")
HALVES = regex(r"\b(?:two|both|the|of|in|into|first|second|these|their|its) $")


def _brings_about(text: str, start: int, end: int) -> bool:
    """A participle is a cause only with what brought it about: stopped by one fault, not is to be stopped."""
    return not text.endswith("ed", start, end) or text.startswith(" by", end) or _in_the_past(text, start, end)


def _general(text: str, start: int, end: int) -> bool:
    """Not how near a figure is: some 300 wells, nearly four in five."""
    return text[start:end] not in NEAR or NUMBER_BEHIND.match(text, end) is None


NEAR = ("some", "almost", "nearly", "few", "several")


def _counts(text: str, start: int, end: int) -> bool:
    """Not the third or the first quarter, a time or a place, as a half and two quarters are."""
    return text[start:end] not in PARTS or ONE_OF_SEVERAL.search(text, max(0, start - REACH), start) is None


PARTS = ("half", "quarter", "quarters", "third", "thirds")
ONE_OF_SEVERAL = regex(
    r"\b(?:first|second|third|fourth|last|next|previous|latest|past|final|other|top|bottom|upper|lower|this|each) $"
)

TOLD: Mapping[str, tuple[str, Holds]] = {
    "event": (ENGLISH["event"], _in_the_past),
    "past": (r"\b[a-z]{3,}ed\b", _verb),
    "comparison": (ENGLISH["comparison"], _compared),
    "superlative": (ENGLISH["superlative"], _ranked),
    "trend": (ENGLISH["trend"], _moves),
    "cause": (ENGLISH["cause"], _brings_about),
    "frequency": (ENGLISH["frequency"], _general),
    "number-word": (ENGLISH["number-word"], _counts),
}
"""The signs whose words do not always do what they say: where they are looked for, and when they do."""

PATTERNS = {name: regex(pattern.lower()) for name, (pattern, _) in TOLD.items()}


def tell(signs: Mapping[str, str], text: str, lang: str) -> Mapping[str, str]:
    """Of the signs that were found in a text, by name, those that hold there, each with its words as typed."""
    if primary(lang) != "en" or TOLD.keys().isdisjoint(signs):
        return signs
    small = in_small_letters(text)
    told = {name: _words(name, words, text, small) if name in TOLD else words for name, words in signs.items()}
    return {name: words for name, words in told.items() if words}


def _words(name: str, first: str, text: str, small: str) -> str:
    """The first words that make a sign and hold, or an empty string; `first` are the first that make it."""
    holds = TOLD[name][1]
    start, end = _whole(first, text)
    if end and holds(small, start, end):
        return first  # nearly always: no more is looked for
    found = (m.span() for m in PATTERNS[name].finditer(small))
    return next((text[start:end].strip() for start, end in found if holds(small, start, end)), "")


def _whole(words: str, text: str) -> tuple[int, int]:
    """Where words stand first in a text, from and to; nothing where that is within other words."""
    start = text.find(words)
    end = start + len(words)
    torn = start < 0 or text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
    return (0, 0) if torn else (start, end)
