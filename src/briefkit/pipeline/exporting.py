"""A library in, its entries in another form out: biblatex, BibTeX or CSL JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefkit.escapes import escape_json
from briefkit.library import resolve
from briefkit.library.bibtex import as_bibtex, write_entries
from briefkit.library.usage import EVERYTHING
from briefkit.model import Library, Problem, Source, Unreadable
from briefkit.pipeline.cataloguing import read_entries
from briefkit.pipeline.project import Project
from briefkit.pipeline.uses import find_uses, used_keys
from briefkit.values import Value

LENDER = "xdata"
"""The type of entries that only lend their fields: those who take them have them already."""


class Export(Value):
    """The text of an export, how many entries of the library it lacks because they could not be read, what keeps them
    from it, and the briefs that could not be read; `paths` are the files of the library.
    """

    text: str
    paths: tuple[str, ...]
    lost: int
    problems: tuple[Problem, ...]
    unreadable: tuple[Unreadable, ...]


def export_library(project: Project, names: Sequence[str], form: str, *, cited: bool) -> Export:
    """The entries of a library with all they inherit; with `cited` those that the project's briefs cite.

    While a brief cannot be read nobody knows what is cited, and nothing is exported.
    """
    library = read_entries(project, names)
    uses = find_uses(project) if cited else None
    if uses and uses.unreadable:
        return Export("", library.paths, 0, (), uses.unreadable)
    keys = _choose(library, used_keys(project, uses)) if uses else tuple(library.sources)
    lost = 0 if uses else library.counted - len(library.sources)
    return Export(FORMS[form](resolve(library, keys)), library.paths, lost, _find_losses(library, lost), ())


def _find_losses(library: Library, lost: int) -> tuple[Problem, ...]:
    """What keeps so many entries from being read, in order; what may be meant so, such as a comment, comes last."""
    losing = [problem for problem in library.problems if problem.key or problem.code == "BIB302"]
    first = frozenset(sorted(losing, key=lambda problem: problem.code)[:lost])
    return tuple(problem for problem in losing if problem in first)


def _choose(library: Library, used: frozenset[str]) -> tuple[str, ...]:
    """The keys that are used, in the order of the library."""
    return tuple(key for key in library.sources if key in used or EVERYTHING in used)


def _write_bibtex(sources: Iterable[Source]) -> str:
    return write_entries(as_bibtex(source) for source in sources if source.type != LENDER)


def _write_csl(sources: Iterable[Source]) -> str:
    from briefkit.library.csl import as_csl

    items = [as_csl(source) for source in sources if source.type != LENDER]
    return escape_json(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"


FORMS: Mapping[str, Callable[[Iterable[Source]], str]] = {
    "csljson": _write_csl,
    "bibtex": _write_bibtex,
    "biblatex": write_entries,
}
