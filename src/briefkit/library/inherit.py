"""A library in, named sources with what they inherit by `xdata` and `crossref` out.

The rules are biblatex's: a field of one's own is never replaced, not under its other name either; a chapter takes
the title of its book as its booktitle, a book that of its series of volumes as its maintitle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from briefkit.library.fields import FIELDS, PARTS, TYPES
from briefkit.library.indexed import alias_finder
from briefkit.library.lent import fill
from briefkit.library.links import DEPTH, LINKS, Alias, find_cycles, find_links, follow, is_cyclic, targets
from briefkit.model import Field, Library, Source
from briefkit.values import Value, replace

# fmt: off
_OWN = frozenset((
    "crossref", "entryset", "entrysubtype", "execute", "ids", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "xdata", "xref",
))
# fmt: on
"""Fields that belong to one entry alone."""

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


def find_lenders(library: Library, source: Source) -> Mapping[str, Source]:
    """The fields of a resolved source that are not its own, each with the source, over all its links, that has it."""
    holders: dict[Field, Source] = {}
    near, seen, alias = [source.key], {source.key}, alias_finder(library.sources)
    for key in near:  # which grows
        holder = library.sources[key]
        for field in holder.fields.values():
            holders.setdefault(field, holder)
        for named in (target for link in LINKS for target in targets(holder, link)):
            target = follow(named, library.sources, alias)
            if target and target not in seen:
                seen.add(target)
                near.append(target)
    held = ((name, holders.get(field)) for name, field in source.fields.items())
    return {name: holder for name, holder in held if holder and holder.key != source.key}


class _Family(Value):
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
        present = _filled(fields)
        for link, parent in _find_parents(source, family) if depth else ():
            whole = _resolve(parent, family, known, depth - 1)
            taken = _take(present, source.type, whole, link)
            fields.update(taken)
            present |= _filled(taken)
        known[source.key, depth] = replace(source, fields=fields)
    return known[source.key, depth]


def _find_parents(source: Source, family: _Family) -> Iterator[tuple[str, Source]]:
    for link in LINKS:
        for target in targets(source, link):
            key = follow(target, family.sources, family.alias)
            if key and not is_cyclic(family.cycles, source.key, key):
                yield link, family.sources[key]


def _filled(fields: Mapping[str, Field]) -> set[str]:
    """The fields that say something, each by its first name."""
    return {FIELDS.get(name, name) for name, field in fields.items() if field.value.strip()}


def _take(present: Set[str], kind: str, parent: Source, link: str) -> Mapping[str, Field]:
    """What the parent has and the fields that are present lack, under the name that it has in a source of a kind."""
    names = _rename(TYPES.get(kind, kind), TYPES.get(parent.type, parent.type)) if link == "crossref" else {}
    taken: dict[str, Field] = {}
    met: set[str] = set()
    for name, field in sorted(parent.fields.items(), key=lambda item: item[0] in names):
        for new in names.get(name, (name,)):
            first = FIELDS.get(new, new)
            if name not in _OWN and first not in present and first not in met:
                met.add(first)
                taken[new] = field
    return taken


def _rename(child: str, parent: str) -> Mapping[str, tuple[str, ...]]:
    """What the fields of a parent are called in its child, where that is not as in the parent."""
    if parent.startswith("mv") and child in PARTS | _VOLUMES:
        names = _titles("main")
    elif child in PARTS and parent not in PARTS:
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
