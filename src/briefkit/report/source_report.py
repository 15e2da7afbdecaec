"""One source in, text for a terminal or JSON out: its reference, its fields, and where it is cited.

docs/library-json.md describes the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.escapes import printable
from briefkit.model import Place, Source, Use
from briefkit.report.library_report import VERSION
from briefkit.report.text_report import wrap
from briefkit.text import plural, shorten
from briefkit.values import Value

MOST_SHOWN = 400
"""Characters of a field that the text shows; JSON has all."""


class Shown(Value):
    """A source with what it inherits, its reference as a brief prints it, the origins of inherited fields, its uses.

    `uses` is None where the briefs of the project say nothing of this library.
    """

    source: Source
    reference: str
    origins: Mapping[str, Source]
    uses: tuple[Use, ...] | None


def describe_source(shown: Shown) -> dict[str, Any]:
    """The source ready for JSON."""
    source, uses = shown.source, shown.uses
    return {
        "version": VERSION,
        "key": source.key,
        "type": source.type,
        "path": source.place.path,
        "line": source.place.line,
        "reference": shown.reference,
        "fields": [
            {
                "name": name,
                "value": field.value,
                **_at(field.place),
                "inherited_from": shown.origins[name].key if name in shown.origins else "",
            }
            for name, field in source.fields.items()
        ],
        "uses": None if uses is None else [{**_at(use.place), "sentence": use.sentence} for use in uses],
    }


def _at(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}


def write_source(shown: Shown, width: int) -> bytes:
    """The source as text of `width` columns."""
    parts = (_head(shown, width), _fields(shown, width), _uses(shown, width))
    return ("\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n").encode()


def _head(shown: Shown, width: int) -> Iterator[str]:
    source = shown.source
    yield printable(f"{source.key}, {source.type}, {source.place.path}:{source.place.line}")
    told = printable(shown.reference) or "The style prints nothing for this entry."
    yield from ("", *wrap(told, width, "  "))


def _fields(shown: Shown, width: int) -> Iterator[str]:
    names = max((len(printable(name)) for name in shown.source.fields), default=0)
    for name, field in shown.source.fields.items():
        value = printable(shorten(field.value, MOST_SHOWN))
        if origin := shown.origins.get(name):
            value += f" (from {printable(origin.key)}, line {field.line})"
        first, *rest = wrap(value, max(width - names - 4, 20), "")
        yield f"  {printable(name):<{names}}  {first}".rstrip()
        yield from (f"  {'':<{names}}  {line}" for line in rest)


def _uses(shown: Shown, width: int) -> Iterator[str]:
    """Where it is cited, each with as much of its sentence as fits."""
    if shown.uses is None:
        return
    yield f"Cited {plural(len(shown.uses), 'time')}" if shown.uses else "Cited nowhere"
    for use in shown.uses:
        head = f"  {printable(use.place.path)}:{use.place.line}  "
        yield (head + printable(shorten(use.sentence, max(20, width - len(head))))).rstrip()
