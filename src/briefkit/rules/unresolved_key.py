"""A citation names a key that the library does not have.

## What it does
Flags each citation whose key is no entry of the library, and names the nearest key. A key that an entry only
lists in its `ids` is told with the key to write: biblatex takes it, pandoc does not.

## Why it matters
It would print as `(key?)`, and the sentence has no source after all.

## Example
    Prices rose [@smiht2021].

## Instead
    Prices rose [@smith2021].

## Fix
The nearest key is written, where one is near. Unsafe: another source may have been meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefkit.characters import as_latin, find_hidden, name_of
from briefkit.library.indexed import find_aliases
from briefkit.model import Citation, Fix, Problem, Related, Severity, Source
from briefkit.near_misses import NearMisses
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, write_key

CODE = "CIT201"
SEVERITY = Severity.ERROR
FIX = "unsafe"


REFERS = regex(r"(?:fig|tbl|tab|sec|eq)(?P<sign>[:-])", re.IGNORECASE)
"""How keys begin that other tools take for a figure, a table, a section or an equation: `@fig:pumps`, `@fig-pumps`."""
CALLED = {"fig": "Figure 1", "sec": "the section", "eq:": "the equation", "eq-": "the equation"}


def _called(key: str) -> str:
    """What a link to a part of the brief is called, by its identifier."""
    return CALLED.get(key[:3].lower(), "Table 1")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation whose key is in the library in no spelling; an empty library is CIT214's."""
    keys = case.library.sources
    wrong = [citation for citation in case.cited if keys and not case.library.can_cite(citation.key)]
    if not wrong:
        return  # what follows looks at every key of the library
    named = {s.identifier for s in case.brief.sections} | {b.attributes.get("id", "") for b in case.brief.blocks}
    folded, near = {key.casefold() for key in keys}, NearMisses(keys)
    unread = {problem.key: problem for problem in reversed(case.library.problems)}
    aliases = find_aliases(keys, {citation.key for citation in wrong})
    for citation in wrong:
        key = citation.key
        if key in keys:
            yield _lends_only(citation, keys[key])
        elif key.casefold() in folded:
            continue  # CIT203 tells how the library spells it
        elif key in aliases:
            yield _is_alias(citation, aliases[key])
        elif key in unread:
            yield _is_unread(citation, unread[key])
        elif not key:
            yield Hit(citation.place, "This citation has no key: @{}", "write the key between its braces", subject=key)
        else:
            yield _is_unknown(case, citation, key in named, near)


def _is_unknown(case: Case, citation: Citation, is_part: bool, near: NearMisses) -> Hit:
    """The hit for a key that nothing in the library comes with; `is_part` where the brief has a part of that name."""
    key = citation.key
    begins = REFERS.match(key)
    refers = is_part or (begins is not None and (begins["sign"] == ":" or not near.find(key)))
    hint = near.did_you_mean(key) or "add the entry to the library"
    if refers:
        name = key if is_part else key.replace(":", "-", 1)
        hint = f"to refer to it in the text, link to it: [{_called(key)}](#{name})"
        hint += "" if is_part else f", and give it that identifier: {{#{name}}}"
    message = f"The library has no entry '{key}'"
    if odd := _foreign(key, near.find(key)):
        message = f"{message}: its {name_of(odd)} looks like a letter from a to z"
    if cut := _cut_off(case, citation):
        return Hit(citation.place, f"{message}: {cut[0]}", cut[1], subject=key)
    fix = _write_nearest(case, citation, "" if refers else near.find(key))
    return Hit(citation.place, message, hint, subject=key, fix=fix)


def _foreign(key: str, near: str) -> str:
    """The letter of another script by which alone a key differs from one of the library."""
    if key == near or as_latin(key) != near:
        return ""
    return next((letter for letter in key if as_latin(letter) != letter), "")


def _cut_off(case: Case, citation: Citation) -> tuple[str, str] | None:
    """What ends a key in the middle, with the cure: a character nobody sees, or an accent that is one of its own."""
    at = case.lines.span(citation.place)[1]
    after = case.brief.text[at : at + 1]
    if after and unicodedata.combining(after):
        return f"the accent behind it, {name_of(after)}, is a character of its own", "type the letter with it as one"
    if after and next(find_hidden(after), None):
        return f"{name_of(after)}, which cannot be seen, ends it", f"delete what cannot be seen behind '{citation.key}'"
    return None


def _write_nearest(case: Case, citation: Citation, nearest: str) -> Fix | None:
    is_near = case.library.can_cite(nearest)
    return write_key(case.lines, citation, nearest, safe=False) if is_near else None


def _lends_only(citation: Citation, source: Source) -> Hit:
    """An @xdata has no words of its own: it would print as `(key?)` too."""
    related = (Related(source.place, f"the entry '{citation.key}'"),)
    message = f"'{citation.key}' is an @xdata entry, which only lends its fields to others"
    return Hit(citation.place, message, "cite an entry that takes them, or give it a type", related, citation.key)


def _is_alias(citation: Citation, source: Source) -> Hit:
    """biblatex takes such a key, pandoc does not: it would print as `(key?)` too."""
    related = (Related(source.place, f"the entry '{source.key}'"),)
    message = f"'{citation.key}' is an alias of '{source.key}', and a brief cites an entry by its key"
    return Hit(citation.place, message, f"write @{source.key}", related, citation.key)


def _is_unread(citation: Citation, problem: Problem) -> Hit:
    """The entry is there, and what keeps it from being read is told at its own place."""
    message = f"The library has no entry '{citation.key}' that can be read"
    related = (Related(problem.place, problem.message),)
    return Hit(citation.place, message, f"see {problem.place.path}, line {problem.place.line}", related, citation.key)
