"""A source as a citation style is shown it: its type, its language, its options, and its fields as pieces of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.library.casing import hold_capitals, to_sentence_case
from briefkit.library.fields import TYPES
from briefkit.library.latex import read_pieces
from briefkit.library.pieces import Piece
from briefkit.library.terms import CSL_TYPES, LANGUAGES, OTHER_TYPE, VARIANTS
from briefkit.library.title_language import language_of
from briefkit.library.titles import is_english
from briefkit.model import Source
from briefkit.values import Value

CHAPTERS = frozenset(("inbook", "incollection", "inproceedings", "inreference", "bookinbook"))
"""The types whose sources stand in another one."""


class Shown(Value):
    """A source with what is asked of it again and again: biblatex's name of its type, the tag of its language.

    Its titles may be in English though no field says so.
    """

    source: Source
    kind: str
    language: str
    is_english: bool
    options: Mapping[str, str]

    def has(self, name: str) -> bool:
        """Whether a field says something."""
        return bool(self.text(name))

    def text(self, *names: str) -> str:
        """The first of these fields that is there, as typed; asked for some sixty fields of each source."""
        for name in names:
            found = self.source.fields.get(name)
            if found and found.value.strip():
                return found.value
        return ""

    def pieces(self, *names: str) -> tuple[Piece, ...]:
        """The same as pieces of text."""
        value = self.text(*names)
        return read_pieces(value) if value else ()

    def title(self, *names: str) -> tuple[Piece, ...]:
        """The same in sentence case, if the source is in English."""
        value = self.text(*names)
        pieces = read_pieces(hold_capitals(value)) if value else ()
        return to_sentence_case(pieces) if self.is_english else pieces

    def is_set(self, option: str) -> bool:
        """Whether an option is on, by itself or as `true`."""
        return self.options.get(option) in ("true", "")


def show(source: Source) -> Shown:
    """The source made ready."""
    options = dict(_list_options(source.text("options")))
    english = is_english(language_of(source))
    return Shown(source, TYPES.get(source.type, source.type), _language(source), english, options)


def _language(source: Source) -> str:
    name = source.text("langid", "hyphenation").strip().lower()
    variant = source.text("langidopts").strip().lower().removeprefix("variant=") if name == "english" else ""
    name = VARIANTS.get(variant, name)
    return LANGUAGES.get(name, name)


def _list_options(value: str) -> Iterator[tuple[str, str]]:
    for option in value.split(","):
        name, _, setting = option.partition("=")
        yield name.strip().lower(), setting.strip().lower()


def type_of(entry: Shown) -> str:
    """The type that citation styles have for it."""
    subtype = entry.text("entrysubtype")
    if CSL_TYPES.get(entry.kind) == "article-journal" and subtype in ("magazine", "newspaper"):
        return f"article-{subtype}"
    if entry.kind == "unpublished" and any(
        name in entry.source.fields for name in ("eventdate", "eventtitle", "venue")
    ):
        return "speech"
    return CSL_TYPES.get(entry.kind, OTHER_TYPE)
