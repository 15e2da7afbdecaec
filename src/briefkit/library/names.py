"""The value of a field of names in, its names out.

The grammar is BibTeX's (Patashnik, "BibTeXing", 1988, section 4; Markey, "Tame the BeaST", 11): names are parted
by the word `and`, and a name is `First von Last`, `von Last, First` or `von Last, Jr, First`. What stands in braces is
one word, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from briefkit.library.braces import find_outside
from briefkit.library.conditionals import choose_text
from briefkit.patterns import regex
from briefkit.values import Value

NAME_FIELDS = frozenset(
    "afterword annotator author bookauthor commentator editor editora editorb editorc foreword holder introduction"
    " shortauthor shorteditor translator".split()
)
"""The fields that hold names."""

LONGEST = 100_000
"""How many characters of a list of names are judged: those of a few thousand people."""

_SIGN = regex(
    r"\\(?:[a-zA-Z]|AA|aa|AE|ae|OE|oe|DH|dh|DJ|dj|NG|ng|TH|th|ss)[ \t\n]+(?=[^\s{},~])(?!and\s)"
    r"|\\.|[{}]|(?P<gap>,|[\s~]+)",
    re.DOTALL,
)
"""Of a word is also the blank that ends a letter's command: `S\\o rensen`."""

_MARKS = regex(r"[{}\\~]")


class Name(Value):
    """One name: the words of each part between its commas, braces kept."""

    parts: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The name as one line."""
        return ", ".join(" ".join(words) for words in self.parts)


def split_names(value: str) -> tuple[Name, ...]:
    """The names of a value, empty ones included; a value without words has none."""
    value = choose_text(value)
    parts: list[tuple[str, ...]] = []
    words: list[str] = []
    names: list[Name] = []
    for word in _list_words(value):
        if word in (",", "and"):
            parts.append(tuple(words))
            words = []
        else:
            words.append(word)
        if word == "and":
            names.append(Name(tuple(parts)))
            parts = []
    if not (names or parts or words):
        return ()
    return (*names, Name((*parts, tuple(words))))


def split_first_names(value: str) -> tuple[Name, ...]:
    """The names of a value; of a very long one those that stand whole at its beginning, which is enough to judge it."""
    if len(value) > LONGEST:
        end = value.rfind(" and ", 0, LONGEST)
        value = value[: end if end >= 0 else LONGEST]
    return split_names(value)


def first_name(value: str) -> Name:
    """The first name of a value; one without words if there is none."""
    parts: list[tuple[str, ...]] = []
    words: list[str] = []
    for word in takewhile(lambda word: word != "and", _list_words(value)):
        if word == ",":
            parts.append(tuple(words))
            words = []
        else:
            words.append(word)
    return Name((*parts, tuple(words)))


def _list_words(value: str) -> Iterator[str]:
    """The words outside braces, with `,` and `and` for what stands between parts and names."""
    if _MARKS.search(value):
        yield from _list_marked_words(value)
    else:
        yield from ("and" if word.lower() == "and" else word for word in value.replace(",", " , ").split())


def _list_marked_words(value: str) -> Iterator[str]:
    """The same where braces, commands or `~` tell what a word is."""
    done = 0
    for sign in find_outside(_SIGN.finditer(value)):
        if gap := sign["gap"]:
            yield from _end_word(value[done : sign.start()])
            done = sign.end()
            if gap == ",":
                yield gap
    yield from _end_word(value[done:])


def _end_word(word: str) -> Iterator[str]:
    if word:
        yield "and" if word.lower() == "and" else word
