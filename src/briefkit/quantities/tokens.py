"""A text in, its tokens out: digits with what may separate them, words, and single signs, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from briefkit.patterns import regex

TOKEN = regex(r"(?P<number>\d+(?:[.,'\u2019]\d+){0,8})|(?P<word>[kcm]?m[23](?!\w)|[^\W\d_]+[²³]?)|(?P<sign>°[CF]|\S)")
LONGEST = 20_000
"""How much of a text is looked at: no sentence is longer."""


class Token(NamedTuple):
    """A token: `kind` is number, word or sign; `low` is its text in small letters."""

    kind: str
    low: str
    start: int
    end: int


END = Token("end", "", -1, -1)


class Tokens(list[Token]):
    """The tokens of a text, with one that is none before and after all others."""

    def at(self, index: int) -> Token:
        """The token at an index, or END outside of them."""
        return self[index] if 0 <= index < len(self) else END

    def words(self, index: int, wanted: tuple[str, ...]) -> bool:
        """Whether these words stand from an index on."""
        return all(self.at(index + n).low == word for n, word in enumerate(wanted))


def read_tokens(text: str) -> Tokens:
    """The tokens of a text."""
    found = TOKEN.finditer(text, 0, LONGEST)
    return Tokens(Token(m.lastgroup or "", m[0].lower(), *m.span()) for m in found)
