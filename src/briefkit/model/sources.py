"""A library as it was read: its entries, their fields, and who is told how far the reading is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefkit.model.findings import Place, Problem
from briefkit.values import EMPTY, Value


class Field(Value):
    """A field of a source: its text without the outer delimiters, strings expanded, and where its name stands.

    The parts of its place stand one by one, since a library has many fields and few of them are spoken of.
    """

    value: str
    line: int
    column: int = 1
    width: int = 1
    path: str = ""

    @property
    def place(self) -> Place:
        """Where the name of the field stands, in the entry it was inherited from if it was."""
        return Place(self.path, self.line, self.column, self.line, self.column + self.width)

    @property
    def at(self) -> tuple[str, int, int]:
        """Which field it is: one that several sources inherit is the same in all of them."""
        return self.path, self.line, self.column


class Source(Value):
    """An entry of the library, as typed; `library.resolve` gives it with what it inherits."""

    key: str
    type: str
    fields: Mapping[str, Field]
    place: Place

    def text(self, *names: str) -> str:
        """The value of the first of these fields that is there and not empty, else an empty string."""
        for name in names:
            found = self.fields.get(name)
            if found and found.value.strip():
                return found.value
        return ""


class Use(Value):
    """One citation of a source in a brief: the key, where it stands, and the sentence around it."""

    key: str
    place: Place
    sentence: str


class Library(Value):
    """The BibTeX files of a project read together; what could not be read is in `problems`, never dropped.

    `counted` is the number of entries found by the independent count of the text, `digests` are those (SHA-256) of the
    bytes that were read, by path, where they came from files.
    """

    paths: tuple[str, ...]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...] = ()
    counted: int = 0
    digests: Mapping[str, str] = EMPTY

    def can_cite(self, key: str) -> bool:
        """Whether a citation of this key prints an entry: an @xdata only lends its fields to others."""
        return key in self.sources and self.sources[key].type != "xdata"


Progress = Callable[[str, int, int], None]
"""Told what is being done to a large library, and how much of how much is done."""


def be_quiet(doing: str, done: int, todo: int) -> None:
    """Tell nobody."""
