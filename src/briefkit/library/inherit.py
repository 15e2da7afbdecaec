"""A library in, named sources with what they inherit by `xdata` and `crossref` out.

The rules are biblatex's: a field of one's own is never replaced, not under its other name either; a chapter takes
the title of its book as its booktitle, a book that of its series of volumes as its maintitle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefkit.library.fields import FIELDS, TYPES
from briefkit.library.indexed import alias_finder
from briefkit.library.lent import fill
from briefkit.library.links import DEPTH, LINKS, Alias, find_cycles, find_links, follow, is_cyclic, targets
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
    alias = alias_finder(library.sources)
    cycles = find_cycles(find_links(library.sources, keys, alias))
    known: dict[tuple[str, int], Source] = {}
    family = _Family(library.sources, alias, cycles)
    wanted = (library.sources[key] for key in dict.fromkeys(keys) if key in library.sources)
    whole = (_resolve(source, family, known, DEPTH) for source in wanted)
    return tuple(_fill(source, library.sources) for source in whole)


def _fill(source: Source, sources: Mapping[str, Source]) -> Source:
    """The source with the single fields that it takes from an `@xdata`; hardly any does."""
    taken = [name for name, field in source.fields.items() if "xdata" in field.value]
    if not taken:
        return source
    fields = dict(source.fields)
    fields.update({name: replace(fields[name], value=fill(fields[name].value, sources)) for name in taken})
    return replace(source, fields=fields)


def find_origin(library: Library, key: str, field: Field) -> Source | None:
    """The source from which the one of this key has a field, over all its links; nothing when it is its own."""
    waiting, seen, alias = [key], {key}, alias_finder(library.sources)
    while waiting:
        source = library.sources[waiting.pop(0)]
        if field in source.fields.values():
            return source if source.key != key else None
        named = (follow(target, library.sources, alias) for link in LINKS for target in targets(source, link))
        onward = [target for target in dict.fromkeys(named) if target]
        waiting += [target for target in onward if target not in seen]
        seen.update(onward)
    return None


@dataclass(frozen=True, slots=True)
class _Family:
    """The sources of a library, their other keys, and the links among them that are not followed."""

    sources: Mapping[str, Source]
    alias: Alias
    cycles: Mapping[str, str]


def _resolve(source: Source, family: _Family, known: dict[tuple[str, int], Source], depth: int) -> Source:
    """The source with what it inherits over at most `depth` links; `known` holds what was resolved before."""
    if not any(field in source.fields for field in LINKS):
        return source
    if (source.key, depth) not in known:
        fields = {name: field for name, field in source.fields.items() if name not in LINKS}
        for link, parent in _find_parents(source, family) if depth else ():
            whole = _resolve(parent, family, known, depth - 1)
            _inherit(fields, source.type, whole, link)
        known[source.key, depth] = replace(source, fields=fields)
    return known[source.key, depth]


def _find_parents(source: Source, family: _Family) -> Iterator[tuple[str, Source]]:
    for link in LINKS:
        for target in targets(source, link):
            key = follow(target, family.sources, family.alias)
            if key and not is_cyclic(family.cycles, source.key, key):
                yield link, family.sources[key]


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
