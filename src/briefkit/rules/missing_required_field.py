"""A cited entry lacks a field that its type cannot do without.

## What it does
Looks at each entry the brief cites, with what it inherits, and names the fields its type requires and it lacks.
BibTeX's names count as well as biblatex's (`journal` for `journaltitle`, `year` for `date`); an organisation may stand
for an author, and what a newspaper, a page of the web or an organisation says without a name needs none. The lack of an
author alone is a remark elsewhere, but for a thesis or a patent; so is what BibTeX does not ask for: the date of a
`@misc`, a `@manual`, a `@booklet` or an `@unpublished`, the title of the book of an `@inbook` that has a publisher and
pages. An archived paper needs no journal, and what a note says is still to appear no date. Types that briefkit does not
know require nothing. An entry that inherits from nothing, or in a circle, is left to the rules on that.

## Why it matters
A reference without its year or its journal is printed with a hole, and a reader cannot find the source.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library import is_empty, missing_fields
from briefkit.library.dates import state_in
from briefkit.library.fields import AUTHORS, SIGNED, TYPES, is_bare_address, may_be_unsigned
from briefkit.library.indexed import find_aliases
from briefkit.library.links import LINKS, targets
from briefkit.library.vocabulary import KNOWN_TYPES
from briefkit.model import Place, Severity, Source
from briefkit.rules.base import Case, Hit

CODE = "BIB317"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each cited entry with a required field missing."""
    circles = frozenset(_list_circles(case))
    for source in case.sources:
        empty = is_empty(source) and source.type != "xdata"
        missing = _list_missing(source) or ("title",) * empty
        if missing and not _inherits_in_vain(case, source, circles):
            names = ", ".join(f"'{name}'" for name in missing)
            message = f"'{source.key}' ({source.type}) lacks {names}"
            hint = "add what is missing, or correct the type"
            step = int(empty and source.type in KNOWN_TYPES) - _is_slight(source, missing)
            yield Hit(source.place, message, hint, subject=source.key, step=step)


def _list_missing(source: Source) -> tuple[str, ...]:
    """The fields to ask for."""
    missing = missing_fields(source)
    if "title" in missing and is_bare_address(source):  # which is BIB330's
        missing = tuple(name for name in missing if name != "title")
    if missing and not AUTHORS.isdisjoint(missing) and may_be_unsigned(source):
        return tuple(name for name in missing if name not in AUTHORS)
    return missing


def _is_slight(source: Source, missing: tuple[str, ...]) -> bool:
    """Whether the reference does without, or BibTeX: proceedings that are a journal are printed as one."""
    kind = TYPES.get(source.type, source.type)
    match missing:
        case ("booktitle",):
            is_whole = kind == "inbook" and source.text("publisher") and source.text("pages")
            return bool(is_whole or source.text("journaltitle", "journal"))
        case ("journaltitle",):
            return bool(source.text("eprint"))
        case ("date",):
            return kind in _UNDATED or bool(state_in(source.text("note", "addendum")))
    return AUTHORS.issuperset(missing) and kind not in SIGNED


_UNDATED = ("booklet", "manual", "misc", "unpublished")
"""Types of which BibTeX asks for no year."""


def _list_circles(case: Case) -> Iterator[Place]:
    """The entries that inherit from each other."""
    for problem in case.library.problems:
        if problem.code == "BIB343":
            yield from (related.place for related in problem.related)


def _inherits_in_vain(case: Case, source: Source, circles: frozenset[Place]) -> bool:
    """Whether a link of the entry leads nowhere, which is BIB342's, or round in a circle, which is BIB343's."""
    if source.place in circles:
        return True
    own = case.library.sources.get(source.key, source)  # what is resolved has no links any more
    named = [target for name in LINKS for target in targets(own, name) if target not in case.library.sources]
    return bool(named) and find_aliases(case.library.sources, named).keys() != set(named)
