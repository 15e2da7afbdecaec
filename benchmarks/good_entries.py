"""What an entry says in, its text out, as one of two reference managers and two kinds of people write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from good_words import LATEX

HEAD = """% Sources of the programme, kept by the library. Write to the library desk to add one.

@preamble{"\\newcommand{\\noopsort}[1]{}"}
@string{wd = "World Development"}
@string{oup = {Oxford University Press}}
@comment{jabref-meta: databaseType:biblatex;}

"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is written, one field a line, and what its fields say."""

    key: str
    kind: str
    fields: Mapping[str, str]
    text: str
    writer: str = "zotero"

    @property
    def family(self) -> str:
        """The surname of the first author, where a person wrote it."""
        first = self.fields.get("author", "").split(" and ")[0]
        return "" if first.startswith("{") or "\\" in first else first.split(",")[0]

    @property
    def year(self) -> str:
        """The year that the entry gives."""
        return (self.fields.get("date") or self.fields.get("year") or "")[:4]


OLD = {"online": "misc", "dataset": "misc", "law": "misc", "software": "misc", "preprint": "misc"}
OLD |= {"report": "techreport", "thesis": "phdthesis"}
BOTH = {"chapter": "inbook", "edited": "collection", "newspaper": "article", "forthcoming": "article"}
NEW = {"law": "legislation", "preprint": "online"}


def real_kind(kind: str, writer: str) -> str:
    """The type of an entry in the dialect of its writer."""
    if writer in ("hand", "old"):
        return OLD.get(kind, {**BOTH, "edited": "book"}.get(kind, kind))
    return {**BOTH, **NEW}.get(kind, kind)


def write(kind: str, key: str, fields: Mapping[str, str], writer: str) -> Entry:
    """The entry as its writer sets it: by Zotero, JabRef, by hand, or by a hand of the eighties."""
    plain = {name: value.translate(LATEX) if writer in ("hand", "old") else value for name, value in fields.items()}
    match writer:
        case "zotero":
            body = "".join(f"\t{name} = {{{value}}},\n" for name, value in plain.items())
            head, tail = f"@{kind}{{{key},\n", "}\n"
        case "jabref":
            lines = [f"  {name:<12} = {{{value}}}" for name, value in plain.items()]
            head, body, tail = f"@{kind.capitalize()}{{{key},\n", ",\n".join(lines) + ",\n", "}\n"
        case "hand":
            body = ",\n".join(f"  {name} = {by_hand(value)}" for name, value in plain.items())
            head, tail = f"@{kind}{{{key},\n", "\n}\n"
        case _:
            body = "".join(f"    {name.upper()} = {by_hand(value, quoted=True)},\n" for name, value in plain.items())
            head, tail = f"@{kind.upper()}{{{key},\n", "}\n"
    return Entry(key, kind, {name: value.lstrip("\0") for name, value in fields.items()}, head + body + tail, writer)


def by_hand(value: str, *, quoted: bool = False) -> str:
    """A value in braces, or in quotes where it can be; a number or the name of a string bare."""
    if value.startswith("\0"):
        return value[1:]
    return f'"{value}"' if quoted and '"' not in value.replace('\\"', "") and '\\"' not in value else f"{{{value}}}"


def join(texts: Sequence[str]) -> str:
    """The library of some entries: what stands before them, and each after an empty line."""
    return HEAD + "\n".join(texts)
