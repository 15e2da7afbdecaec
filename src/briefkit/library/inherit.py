"""A library in, named sources with what they inherit by `xdata` and `crossref` out.

The rules are biblatex's: a field of one's own is never replaced, not under its other name either; a chapter takes
the title of its book as its booktitle, a book that of its series of volumes as its maintitle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefkit.library.fields import FIELDS, TYPES
from briefkit.library.lent import fill
from briefkit.library.links import DEPTH, LINKS, find_cycles, find_links, is_cyclic, targets
from briefkit.model import Field, Library, Source

# fmt: off
_OWN = frozenset((
    "crossref", "entryset", "entrysubtype", "execute", "ids", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "xdata", "xref",
))
# fmt: on
"""Fields that belong to one entry alone."""

_CHAPTERS = frozenset(
    ("inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings", "inreference")
)
_VOLUMES = frozenset(("book", "collection", "proceedings", "reference"))
_ARTICLES = frozenset(("article", "suppperiodical", "review"))
_SHORT = ("shorttitle", "sorttitle", "indextitle", "indexsorttitle")


def resolve(library: Library, keys: Sequence[str]) -> tuple[Source, ...]:
    """The named sources with all they inherit, each once, in the order of the keys; unknown keys are left out."""
    links = find_links(library.sources, keys)
    cycles = find_cycles(links)
    known: dict[tuple[str, int], Source] = {}
    wanted = (library.sources[key] for key in dict.fromkeys(keys) if key in library.sources)
    whole = (_resolve(source, library.sources, cycles, known, DEPTH) for source in wanted)
    return tuple(_fill(source, library.sources) for source in whole)


def _fill(source: Source, sources: Mapping[str, Source]) -> Source:
    """The source with the single fields that it takes from an `@xdata`; hardly any does."""
    taken = [name for name, field in source.fields.items() if "xdata" in field.value]
    if not taken:
        return source
    fields = dict(source.fields)
    fields.update({name: replace(fields[name], value=fill(fields[name].value, sources)) for name in taken})
    return replace(source, fields=fields)


def _resolve(
    source: Source,
    sources: Mapping[str, Source],
    cycles: Mapping[str, str],
    known: dict[tuple[str, int], Source],
    depth: int,
) -> Source:
    """The source with what it inherits over at most `depth` links; `known` holds what was resolved before."""
    if not any(field in source.fields for field in LINKS):
        return source
    if (source.key, depth) not in known:
        fields = {name: field for name, field in source.fields.items() if name not in LINKS}
        for link, parent in _find_parents(source, sources, cycles) if depth else ():
            whole = _resolve(parent, sources, cycles, known, depth - 1)
            _inherit(fields, source.type, whole, link)
        known[source.key, depth] = replace(source, fields=fields)
    return known[source.key, depth]


def _find_parents(
    source: Source, sources: Mapping[str, Source], cycles: Mapping[str, str]
) -> Iterator[tuple[str, Source]]:
    for link in LINKS:
        for key in targets(source, link):
            if key in sources and not is_cyclic(cycles, source.key, key):
                yield link, sources[key]


def _inherit(fields: dict[str, Field], kind: str, parent: Source, link: str) -> None:
    """Add to `fields` what the parent has and they lack, under the name it has there."""
    names = _rename(TYPES.get(kind, kind), TYPES.get(parent.type, parent.type)) if link == "crossref" else {}
    present = {FIELDS.get(name, name) for name in fields if fields[name].value.strip()}
    for name, field in sorted(parent.fields.items(), key=lambda item: item[0] in names):
        for new in names.get(name, (name,)):
            if name not in _OWN and FIELDS.get(new, new) not in present:
                present.add(FIELDS.get(new, new))
                fields[new] = field


def _rename(child: str, parent: str) -> Mapping[str, tuple[str, ...]]:
    """What the fields of a parent are called in its child, where that is not as in the parent."""
    if parent.startswith("mv") and child in _CHAPTERS | _VOLUMES:
        names = _titles("main")
    elif child in _CHAPTERS and parent not in _CHAPTERS:
        names = _titles("book")
    elif child in _ARTICLES and parent == "periodical":
        names = {"title": ("journaltitle",), "subtitle": ("journalsubtitle",)} | dict.fromkeys(_SHORT, ())
    else:
        return {}
    by_author = child in ("inbook", "bookinbook", "suppbook") and parent in ("book", "mvbook")
    return {**names, "author": ("author", "bookauthor")} if by_author else names


def _titles(prefix: str) -> dict[str, tuple[str, ...]]:
    titles = {name: (prefix + name,) for name in ("title", "subtitle", "titleaddon")}
    return titles | dict.fromkeys(_SHORT, ())
