"""A list of names in, the same as BibTeX writes them out: `family=Beck, given=Hans, prefix=von` is `von Beck, Hans`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.names import Name, split_names
from briefkit.library.people import is_braced
from briefkit.patterns import regex

_ASSIGNED = regex(r"\s*((?:given|family|prefix|suffix)(?:-i)?|useprefix|id)\s*=\s*(.*)", re.DOTALL)


def write_names(value: str) -> str:
    """The names of a value, none of which has its parts by their own names; a value without such names as typed."""
    if "=" not in value:
        return value
    names = split_names(value)
    if not any(_read_parts(name) for name in names):
        return value
    return " and ".join(_write(name) for name in names)


def _read_parts(name: Name) -> dict[str, str]:
    parts = (_ASSIGNED.fullmatch(" ".join(words)) for words in name.parts)
    return {match[1]: _without_quotes(match[2].strip()) for match in parts if match}


def _without_quotes(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value


def _write(name: Name) -> str:
    """A name as `prefix family, suffix, given`, with braces where BibTeX would take a word for another part."""
    parts = _read_parts(name)
    if "family" not in parts:
        return parts.get("given", "") or name.text
    family, rest = parts["family"], [parts[part] for part in ("suffix", "given") if parts.get(part)]
    if family[:1].islower() or (not rest and " " in family and not is_braced(family)):
        family = f"{{{family}}}"
    return ", ".join((f"{parts.get('prefix', '')} {family}".strip(), *_with_given(rest, parts)))


def _with_given(rest: list[str], parts: dict[str, str]) -> Iterator[str]:
    """What stands behind the family name; a suffix is the second of three parts, be the third empty."""
    yield from rest
    if parts.get("suffix") and not parts.get("given"):
        yield ""
