"""An utterance in, the names of what the model weighs out: signs, gates, its place in the text, and its words.

A name says what it is: `sign:percent`, `gate:question`, `before:own-result` (of the sentence before), `place:summary`,
`heading:results`, `document:much own` (how much the document speaks of its authors' work), `length:to 12 words`,
`word:fell`, `words:fell by`. Names of people and places and numbers are no words: they stand as `Name` and `#` in pairs,
so that no subject and no publisher is learnt by heart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from briefkit.claims.gates import GATES
from briefkit.claims.lexicon import find_all_words
from briefkit.claims.signs import find_signs
from briefkit.model import Utterance


def find_features(utterance: Utterance, lang: str = "en") -> dict[str, float]:
    """All features of an utterance, each by its name; what a model is trained on."""
    return dict.fromkeys(name_features(utterance, lang, find_signs(utterance, lang)), 1.0)


def name_features(utterance: Utterance, lang: str, signs: Mapping[str, str]) -> Iterator[str]:
    """The names of the features of an utterance whose signs are known; some may come twice."""
    yield from (f"sign:{name}" for name in signs)
    yield from (f"gate:{gate.name}" for gate in GATES if gate.shuts(utterance, lang))
    yield from _document(utterance)
    yield from _place(utterance)
    yield from _before(utterance.before, lang)
    yield _length(utterance.plain)
    yield from word_features(utterance.plain)


# --- what its document does --------------------------------------------------------------------

OWN = re.compile(
    r"\b(?:we|our|us|ours|this (?:report|study|survey|paper|analysis|brief|research|project|index))\b", re.I
)
NO_OWN, MUCH_OWN = 0.04, 0.2


def own_share(texts: Iterable[str], lang: str = "en") -> str:
    """How much a document speaks of its authors' own work: `no own`, `much own`, or nothing between them or unknown."""
    if not lang.startswith("en"):
        return ""
    said = [bool(OWN.search(text)) for text in texts]
    share = sum(said) / max(len(said), 1)
    return "much own" if share >= MUCH_OWN else "no own" if share < NO_OWN else ""


def _document(utterance: Utterance) -> Iterator[str]:
    if own := utterance.context.get("own"):
        yield f"document:{own}"
    name = utterance.context.get("organisation")
    if name and name in utterance.plain:
        yield "document:its organisation"


# --- where it stands ---------------------------------------------------------------------------

HEADING_WORD = re.compile(r"[^\W\d_]{4,}")
SAYS_NOTHING = frozenset("about and for from have into that the their them this what when where which with your".split())
TELLING_BEFORE = ("own-result", "study-talk", "attribution", "vague-source", "normative", "opinion", "signpost", "reader")
"""What a sentence does that tells something of the next one."""


def _place(utterance: Utterance) -> Iterator[str]:
    if utterance.role:
        yield f"place:{utterance.role}"
    if utterance.kind != "paragraph":
        yield f"place:in a {utterance.kind}"
    if not utterance.before:
        yield "place:first"
    words = (word.lower() for word in HEADING_WORD.findall(utterance.section))
    yield from (f"heading:{word}" for word in words if word not in SAYS_NOTHING)


def _before(before: str, lang: str) -> Iterator[str]:
    if before:
        found = find_all_words(before, lang)
        yield from (f"before:{name}" for name in TELLING_BEFORE if name in found)
        if lang.startswith("en") and OWN.search(before):
            yield "before:own"


LENGTHS = (6, 12, 18, 24, 32)


def _length(text: str) -> str:
    blanks = text.count(" ")
    return next((f"length:to {most} words" for most in LENGTHS if blanks < most), f"length:over {LENGTHS[-1]} words")


# --- its words ---------------------------------------------------------------------------------

TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d.,]*\d|\d|[%$€£;:?!()\"\u201c\u201d]")
START = "^"


def word_features(text: str) -> Iterator[str]:
    """The words of a text, and its pairs of words."""
    tokens = TOKEN.findall(text)
    small = [_token(token) for token in tokens]
    if small and small[0] == "Name":
        small[0] = tokens[0].lower()
    yield from (f"word:{token}" for token in small if token.islower())
    yield from (f"words:{first} {second}" for first, second in pairwise((START, *small)))


def _token(token: str) -> str:
    """A word in small letters; `Name` for what begins with a capital, `#` for a number."""
    if token.islower():
        return token
    return "#" if token[0].isdigit() else "Name" if token[0].isupper() and token != "I" else token.lower()
