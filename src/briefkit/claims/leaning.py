"""A sentence and the one before it in, how much that one adds to its score out.

Claims stand together: behind a sentence that reads as one stands another more often than not, behind an opinion or a
word on the text another of these.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.claims.features import Seen, find_tokens, find_words
from briefkit.claims.model import Layer
from briefkit.claims.signs import find_signs
from briefkit.model import Utterance

PLACED = ("recommending", "concluding")
"""Signs that tell where a sentence stands, not how it reads."""

MOST = 3.0
"""A sentence before that reads more surely than this, on the scale of logits, tells no more than one at it."""

COMMON = -0.3
"""How sentences read in the mean: behind one that reads so, nothing is added."""


def leaning(seen: Seen, layer: Layer, of_words: float) -> float:
    """How much the sentence before adds to the score of this one, on the scale of logits; 0 where there is none.
    `of_words` is what the words of this one make of its own: how it reads is kept, as the next one asks for it.
    """
    if not layer.before:
        return 0.0
    READINGS[seen.utterance.plain, seen.lang] = _reading(seen.signs, layer, of_words)
    if not (before := seen.utterance.before):
        return 0.0
    return layer.before * (max(-MOST, min(MOST, READINGS.read(before, seen.lang, layer))) - COMMON)


def _reading(signs: Iterable[str], layer: Layer, of_words: float) -> float:
    """How a sentence reads by its own signs and words."""
    return of_words + sum([layer.signs.get(sign, 0.0) for sign in signs if sign not in PLACED])


class _Readings(dict[tuple[str, str], float]):
    """How sentences read, kept for a while."""

    def __setitem__(self, key: tuple[str, str], reading: float) -> None:
        if len(self) >= KEPT:
            self.clear()
        super().__setitem__(key, reading)

    def read(self, text: str, lang: str, layer: Layer) -> float:
        """How a sentence reads, kept or found anew."""
        if (kept := self.get((text, lang))) is not None:
            return kept
        tokens = find_tokens(text)
        of_words = layer.logit_of_words(tokens, find_words(tokens))
        reading = self[text, lang] = _reading(find_signs(Utterance(text), lang), layer, of_words)
        return reading


READINGS = _Readings()
KEPT = 1 << 10
