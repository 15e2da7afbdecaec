"""An utterance in, the names of what the model weighs out: signs, gates, its place in the text, and its words.

A name says what it is: `sign:percent`, `signs:none`, `gate:question`, `before:own` (the sentence before speaks of the
authors' own work), `place:methods`, `document:much own` (how much its document does), `near:no own work` (how much the
sentences around it do), `length:to 12 words`, `word:fell`, `words:fell by`. Names and numbers are no
words: they stand as `Name` and `#` in pairs, so that no subject and no publisher is learnt by heart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from briefkit.claims.gates import Gate, shut_gates
from briefkit.claims.kinds import find_kind
from briefkit.claims.lexicon import find_all_words
from briefkit.claims.model import START
from briefkit.claims.signing import own_body, own_names
from briefkit.claims.signs import SIGNS, find_signs
from briefkit.model import Utterance
from briefkit.patterns import compiled, regex
from briefkit.values import Value


def find_features(utterance: Utterance, lang: str = "en") -> dict[str, float]:
    """All features of an utterance, each by its name; what a model is trained on."""
    names = name_features(look(utterance, lang))
    return dict.fromkeys((name for name in names if not name.startswith(OF_ROLE)), 1.0)


class Seen(Value):
    """An utterance with what was found in it: signs with their words, the gates that shut, the kind, the tokens."""

    utterance: Utterance
    lang: str
    signs: Mapping[str, str]
    gates: tuple[Gate, ...]
    kind: str
    tokens: Sequence[str]
    words: Sequence[str]


def look(utterance: Utterance, lang: str) -> Seen:
    """Find all that there is to weigh, each thing once."""
    signs, tokens = find_signs(utterance, lang), find_tokens(utterance.plain)
    return Seen(utterance, lang, signs, shut_gates(utterance, lang), find_kind(signs), tokens, find_words(tokens))


def name_features(seen: Seen) -> Iterator[str]:
    """The names of the features of what was seen; words and pairs may come twice."""
    yield from name_all_but_words(seen)
    yield from (f"word:{word}" for word in seen.words)
    yield from (f"words:{first} {second}" for first, second in pairwise((START, *seen.tokens)))


def name_all_but_words(seen: Seen) -> list[str]:
    """The names of the features that are not made of its words, each once."""
    utterance = seen.utterance
    context = utterance.context
    names = [*map(SIGN_NAMES.__getitem__, seen.signs)] or ["signs:none"]
    if seen.gates:
        names += [f"gate:{gate.name}" for gate in seen.gates]
    names += _document(context.get("own", ""), context.get("near", ""), context.get("data", ""), seen.kind)
    if organisation := context.get("organisation", ""):
        if names_own(utterance):
            names.append("document:its organisation")
        if names_word(utterance.plain, organisation):
            names.append("document:a word of its organisation")
    names += _place(utterance.role, utterance.kind)
    if utterance.before and "own-words" in find_all_words(utterance.before, seen.lang):
        names.append("before:own")
    names.append(LENGTH_NAMES[bisect_right(LENGTHS, utterance.plain.count(" "))])
    return names


SIGN_NAMES = {rule.name: f"sign:{rule.name}" for rule in SIGNS}

# --- what its document does --------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _document(own: str, near: str, data: str, kind: str) -> tuple[str, ...]:
    names = [f"kind:{kind}"]
    for family, said in (("document", own), ("near", near), ("data", data)):
        names += [f"{family}:{said}", f"{family}:{said}, {kind}"] if said else []
    return tuple(names)


def names_own(utterance: Utterance) -> bool:
    """Whether a sentence names the organisation that signs the brief, also by its initials or as `the Council`."""
    organisation = utterance.context.get("organisation", "")
    text, short = utterance.plain, own_body(organisation)
    for name in own_names(organisation):
        if name in text:
            return True
    return short in text and _the(short).search(text) is not None if short else False


def names_word(text: str, organisation: str) -> bool:
    """Whether a text has a word of the name of the organisation that signs it, with its capital: most of what is said
    of a bank's own forecasts or a city's own budget names no more than that.
    """
    words = _name_words(organisation)
    return any(map(text.__contains__, words)) and compiled(rf"\b(?:{'|'.join(words)})(?!\w)").search(text) is not None


@lru_cache(maxsize=64)
def _name_words(organisation: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W\d_]{2,}", organisation)
    return tuple(dict.fromkeys(word for word in words if word[0].isupper() and word not in SMALL))


SMALL = frozenset("The And For Of In On At To An By Die Der Das Le La Les Du De Des El Los Las Del".split())
"""Words of names that stand in any sentence."""


def _the(body: str) -> re.Pattern[str]:
    return compiled(rf"\b[Tt]he {body}(?!\w| (?:of|for|on|and) )")


# --- where it stands ---------------------------------------------------------------------------

SAY_IT_ALL = frozenset({"summary", "key-messages", "key-message", "bottom-line", "recommendations", "recommendation"})
"""Where a brief says again what it says elsewhere: its own findings and other people's alike."""


SUMMING_UP = frozenset({"summary", "key-messages", "key-message", "bottom-line"})
OF_ROLE = "role:"
SUMS_UP = f"{OF_ROLE}summing up"
"""What sentences are called that sum up. It has no weight, as it would teach publishers, but a threshold of its own."""


@lru_cache(maxsize=256)
def _place(role: str, kind: str) -> tuple[str, ...]:
    section = (f"place:{role}",) if role and role not in SAY_IT_ALL else (SUMS_UP,) if role in SUMMING_UP else ()
    return section if kind == "paragraph" else (*section, f"place:in a {kind}")


LENGTHS = (6, 12, 18, 24, 32)
LENGTH_NAMES = (*(f"length:to {most} words" for most in LENGTHS), f"length:over {LENGTHS[-1]} words")
"""How many blanks a sentence has at most, and what it is called then."""

# --- its words ---------------------------------------------------------------------------------

TOKEN = regex(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d(?:[\d.,]*\d)?|[%$€£;:?!()\"\u201c\u201d]")
PERCENT = regex(r"%|\bper cent\b")
"""What is one word however it is typed."""

NAME, NUMBER = "Name", "#"


class _Tokens(dict[str, tuple[str, ...]]):
    """What stands between two blanks, and the tokens in it; kept, most of it comes again."""

    def __missing__(self, typed: str) -> tuple[str, ...]:
        if len(self) >= MOST_TOKENS:
            self.clear()
        tokens = self[typed] = tuple([t if t.islower() else _token(t) for t in TOKEN.findall(typed)])
        return tokens


TOKENS = _Tokens()
MOST_TOKENS = 1 << 14


def find_tokens(text: str) -> list[str]:
    """The words of a text in small letters, with `Name` for names, `#` for numbers, and the signs that matter."""
    if "%" in text or "per cent" in text:
        text = PERCENT.sub("percent", text)
    tokens = [*chain.from_iterable(map(TOKENS.__getitem__, text.split()))]
    if tokens and tokens[0] == NAME and (first := TOKEN.search(text)):
        tokens[0] = first[0].lower()
    return tokens


def find_words(tokens: Iterable[str]) -> list[str]:
    """Those of the tokens that are words."""
    return list(filter(str.islower, tokens))


def _token(typed: str) -> str:
    """What is not in small letters: `Name` for what begins with a capital, `#` for a number, a sign as it is."""
    return NUMBER if typed[0].isdigit() else NAME if typed[0].isupper() and typed != "I" else typed.lower()
