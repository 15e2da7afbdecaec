"""Sources in, BibTeX text out: each entry written anew, its fields in the order and with the values that were typed."""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.library.biblatex import balance, spell_braces
from briefkit.library.items import MONTHS
from briefkit.model import Source


def write_entries(sources: Iterable[Source]) -> str:
    """The sources as entries with a blank line between them; a brace without a partner is written in letters."""
    return "\n".join(_write(source) for source in sources)


def _write(source: Source) -> str:
    lines = "".join(f"  {name} = {_value(name, field.value)},\n" for name, field in source.fields.items())
    return f"@{source.type}{{{source.key},\n{lines}}}\n"


def _value(name: str, value: str) -> str:
    """The value in braces; the name of a month as the string that every style defines."""
    if name == "month" and value.lower() in MONTHS:
        return value.lower()
    return f"{{{balance(spell_braces(name, value))}}}"
