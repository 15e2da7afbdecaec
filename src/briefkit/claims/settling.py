"""What was seen in a sentence in, what its surroundings add to its score out: cases, doubts, and the sentence before.

Signs and words tell how a sentence reads by itself. Whether it asks for a source depends on whose matter it tells, too:
what somebody with a name says (`cases.py`) does more often, what stands where the authors give data of their own
(`doubts.py`) less. And claims stand together: behind a sentence that reads as one stands another more often than not.
"""

from __future__ import annotations

from briefkit.claims.cases import find_cases
from briefkit.claims.doubts import weighed_doubts
from briefkit.claims.features import SIGN_NAMES, Seen, find_tokens, find_words
from briefkit.claims.model import Layer
from briefkit.claims.signs import find_signs
from briefkit.model import Utterance

PLACED = ("recommending", "concluding")
"""Signs that tell where a sentence stands, not how it reads."""

MOST = 3.0
"""A sentence before that reads more surely than this, on the scale of logits, tells no more than one at it."""

COMMON = -0.3
"""How sentences read in the mean: behind one that reads so, nothing is added."""


def settle(seen: Seen) -> list[str]:
    """The names of the cases that a sentence is in, and of the doubts that weigh: `case:others`, `doubt:would`."""
    return [*find_cases(seen), *weighed_doubts(seen.utterance, seen.lang, seen.signs)]


def leaning(seen: Seen, layer: Layer) -> float:
    """How much the sentence before adds to the score of this one, on the scale of logits; 0 where there is none."""
    if not layer.before:
        return 0.0
    READINGS.note(seen, layer)
    before = seen.utterance.before
    return layer.before * (max(-MOST, min(MOST, READINGS.read(before, seen.lang, layer))) - COMMON) if before else 0.0


class _Readings(dict[tuple[str, str], float]):
    """How sentences read by their own signs and words, kept for a while: the next one asks for it."""

    def note(self, seen: Seen, layer: Layer) -> None:
        """Keep how the sentence reads that was just looked at."""
        if len(self) >= KEPT:
            self.clear()
        names = [SIGN_NAMES[sign] for sign in seen.signs if sign not in PLACED] or ["signs:none"]
        self[seen.utterance.plain, seen.lang] = layer.logit_of(names, seen.tokens, seen.words)

    def read(self, text: str, lang: str, layer: Layer) -> float:
        """How a sentence reads, kept or found anew."""
        if (kept := self.get((text, lang))) is not None:
            return kept
        tokens = find_tokens(text)
        names = [SIGN_NAMES[sign] for sign in find_signs(Utterance(text), lang)] or ["signs:none"]
        reading = self[text, lang] = layer.logit_of(names, tokens, find_words(tokens))
        return reading


READINGS = _Readings()
KEPT = 1 << 10
