"""A sentence in, its words as a reader is to have them out: with what was cut from them or stood in its place.

The words that are judged have one word for a citation that is part of them, and one sign for a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise, repeat

from briefkit.model import AUTHOR, FORMULA, Citation, Sentence
from briefkit.patterns import regex
from briefkit.text import WORD

AUTHOR_OR_KEY = regex(rf"{AUTHOR}|@\{{?[\w:.#$%&+?<>~/-]*\w")
IN_DOLLARS = regex(r"\$\$(?P<shown>[^$]+)\$\$|\$(?!\s)(?P<math>[^$]+)(?<!\s)\$(?!\d)")
"""Formulas as pandoc tells them from sums of money."""
RAISED = regex(r"([\w)\]]{0,12})(?:\^([-\u2212+]?\d{1,4})\^|~(\d{1,3})~)")
"""A word and the figure above or below its line, as they are typed: `10^-3^`, `CO~2~`."""
ABOVE = str.maketrans(
    "0123456789+-\u2212", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207b"
)
BELOW = str.maketrans("0123456789", "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089")
STAND_IN = regex(f"{AUTHOR}|{FORMULA}")
LONGEST = 5_000
"""Characters of a sentence that are looked at for citations and formulas which are part of it."""


def readable(sentence: Sentence) -> str:
    """The words; a citation that is part of them (`@smith2021 argues`) as its key, a formula as it is typed."""
    return _Filling(sentence).fill(sentence.plain)


def shown(sentence: Sentence) -> str:
    """The words of a sentence; nothing where it is a citation and a full stop."""
    text = readable(sentence)
    return text if not sentence.citations or WORD.search(text) else ""


def in_place(sentence: Sentence) -> tuple[list[tuple[str, Sequence[Citation]]], Sequence[Citation]]:
    """The words of a sentence, cut where citations stand among them, each piece with those before it; and the rest.

    There is nothing to cut where all stand at its end.
    """
    if not any(citation.at >= 0 for citation in sentence.citations):
        return [], sentence.citations
    plain, filling = sentence.plain, _Filling(sentence)
    last = max((match.start() for match in WORD.finditer(plain)), default=-1)
    among = {at: list(group) for at, group in groupby(sentence.citations, lambda c: c.at) if 0 <= at <= last}
    if not among:
        return [], sentence.citations
    cuts = [*sorted(among), len(plain)]
    pieces: list[tuple[str, Sequence[Citation]]] = [(filling.fill(plain[: cuts[0]]), ())]
    for start, end in pairwise(cuts):
        text = filling.fill(plain[start:end])
        pieces.append((f" {text}" if plain[start].isspace() or plain[start].isalnum() else text, among[start]))
    return pieces, [c for c in sentence.citations if c.at not in among]


BLANKS = regex(r"[ \t\r\n]+")
"""What ends a line or divides words, and not the hard blank before a mark of quotation."""


class _Filling:
    """Puts what was typed in the places of what stands for it, in its order."""

    def __init__(self, sentence: Sentence) -> None:
        self.named = {AUTHOR: _names(sentence), FORMULA: _formulas(sentence)}
        self.figures = _figures(sentence)

    def fill(self, words: str) -> str:
        """Words that follow those which were filled before."""
        text = STAND_IN.sub(lambda found: next(self.named[found[0]], found[0]), BLANKS.sub(" ", words).strip(" "))
        for plain, raised in self.figures.items():
            text = text.replace(plain, raised)
        return text


def _figures(sentence: Sentence) -> dict[str, str]:
    """The words of a sentence with figures above or below the line, as they are read and as they are shown."""
    typed = sentence.source[:LONGEST]
    found = RAISED.finditer(typed) if "^" in typed or "~" in typed else ()
    shown = ((m[1], m[2] or m[3], (m[2] or m[3]).translate(ABOVE if m[2] else BELOW)) for m in found if m[1])
    return {word + figure: word + raised for word, figure, raised in shown}


def _names(sentence: Sentence) -> Iterator[str]:
    """What stands in a sentence for each citation that is part of it, and for the word that stands in its place."""
    if AUTHOR not in sentence.plain or "@" not in sentence.source:
        return iter(())
    typed = sentence.source[:LONGEST]
    found = (m for m in AUTHOR_OR_KEY.finditer(typed) if m[0] == AUTHOR or not _is_bracketed(typed, m.start()))
    return iter([m[0].replace("{", "") for m in found])  # those of the text and those of citations, in their order


def _is_bracketed(text: str, at: int) -> bool:
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)


def _formulas(sentence: Sentence) -> Iterator[str]:
    """The formulas of a sentence as they are typed; an ellipsis for each where there are dollars of another kind."""
    number = sentence.plain.count(FORMULA)
    if not number:
        return iter(())
    found = IN_DOLLARS.finditer(sentence.source[:LONGEST])
    typed = [" ".join((one["shown"] or one["math"]).split()) for one in found]
    return iter(typed) if len(typed) == number else chain(repeat("\u2026", number))
