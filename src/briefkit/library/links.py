"""Sources in, the graph of who inherits from whom out; its cycles, its chains, and what is wrong with them.

A link names an entry by its key or, as biblatex has it, by another key that the entry lists in `ids`. One that belongs
to a cycle is never followed: pandoc would follow it for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefkit.model import Place, Problem, Related, Source

LINKS = ("xdata", "crossref")
"""The fields that name entries to inherit from, in the order in which they count."""

TOLD = (*LINKS, "ids")
"""The fields of which places are kept: those that link, and the other keys of an entry."""

DEPTH = 5
"""How many links in a row are followed."""

Alias = Callable[[str], str]
"""Says of a key that no source has the key of the source that goes by it as well; empty where there is none."""

Links = Mapping[str, tuple[str, ...]]
"""For each key the keys it inherits from."""


def targets(source: Source, field: str) -> tuple[str, ...]:
    """The keys that a field names: one, or several with commas."""
    return tuple(key for key in (part.strip() for part in source.text(field).split(",")) if key)


def follow(target: str, sources: Mapping[str, Source], alias: Alias) -> str:
    """The key of the source that a link names; empty where there is none."""
    return target if target in sources else alias(target)


def find_links(sources: Mapping[str, Source], keys: Iterable[str], alias: Alias) -> Links:
    """The links of the named sources and of all they lead to; those into nothing are left out."""
    links: dict[str, tuple[str, ...]] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key in sources and key not in links:
            named = (target for field in LINKS for target in targets(sources[key], field))
            found = (follow(target, sources, alias) for target in named)
            links[key] = tuple(target for target in dict.fromkeys(found) if target)
            waiting.extend(links[key])
    return links


def find_knots(links: Links) -> tuple[tuple[str, ...], ...]:
    """Keys in groups of those that lead to each other, a group after all groups it leads to (Tarjan, without calls)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    knots: list[tuple[str, ...]] = []
    open_keys: dict[str, None] = {}
    for root in links:
        path = [(root, iter(links[root]))] if root not in order else []
        while path:
            key, rest = path[-1]
            if key not in order:
                order[key] = low[key] = len(order)
                open_keys[key] = None
            if target := next((target for target in rest if target not in order or target in open_keys), None):
                low[key] = min(low[key], order.get(target, len(order)))
                path += [(target, iter(links[target]))] if target not in order else []
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[key])
            if low[key] == order[key]:
                knots.append(_close_knot(open_keys, key))
    return tuple(knots)


def _close_knot(open_keys: dict[str, None], key: str) -> tuple[str, ...]:
    members = [open_keys.popitem()[0]]
    while members[-1] != key:
        members.append(open_keys.popitem()[0])
    return tuple(reversed(members))


def find_cycles(links: Links) -> Mapping[str, str]:
    """For each key that leads back to itself, the one key that stands for its cycle."""
    knots = (knot for knot in find_knots(links) if len(knot) > 1 or knot[0] in links[knot[0]])
    return {key: knot[0] for knot in knots for key in knot}


def find_link_problems(sources: Mapping[str, Source], places: Mapping[tuple[str, str], Place]) -> Iterator[Problem]:
    """What is wrong with the links of a library; `places` says where the links and the other keys of a key stand."""
    owners: dict[str, str] = {}
    for key in (key for key, field in places if field == "ids"):
        for other in targets(sources[key], "ids"):
            owners.setdefault(other, key)
    places = {named: place for named, place in places.items() if named[1] in LINKS}
    links = find_links(sources, dict.fromkeys(key for key, _ in places), lambda key: owners.get(key, ""))
    yield from _find_missing(sources, places, owners)
    yield from _find_cyclic(sources, links, places)
    yield from _find_long(sources, links, places)


def _find_missing(
    sources: Mapping[str, Source], places: Mapping[tuple[str, str], Place], owners: Mapping[str, str]
) -> Iterator[Problem]:
    missing = [
        (key, field, place, target)
        for (key, field), place in places.items()
        for target in targets(sources[key], field)
        if target not in sources and target not in owners
    ]
    folded = {key.casefold(): key for key in reversed(tuple(sources))} if missing else {}
    for key, field, place, target in missing:
        near = folded.get(target.casefold())
        hint = f"did you mean '{near}'?" if near else "correct the key, or add the entry"
        message = f"'{key}' inherits by {field} from '{target}', which is not in the library"
        yield Problem("BIB342", place, message, hint)


def _find_cyclic(
    sources: Mapping[str, Source], links: Links, places: Mapping[tuple[str, str], Place]
) -> Iterator[Problem]:
    cycles: dict[str, list[str]] = {}
    for key, cycle in find_cycles(links).items():
        cycles.setdefault(cycle, []).append(key)
    for members in (sorted(keys, key=lambda key: sources[key].place) for keys in cycles.values()):
        related = tuple(Related(sources[key].place, f"the entry '{key}'") for key in members)
        more = f" and {len(members) - 5} more" if len(members) > 5 else ""
        names = ", ".join(f"'{key}'" for key in members[:5]) + more
        message = f"{names} inherit from each other" if len(members) > 1 else f"{names} inherits from itself"
        yield Problem("BIB343", _place(places, members[0]), message, "take out one of the links", related)


def _find_long(
    sources: Mapping[str, Source], links: Links, places: Mapping[tuple[str, str], Place]
) -> Iterator[Problem]:
    cycles, lengths = find_cycles(links), dict[str, int]()
    for key in (key for knot in find_knots(links) for key in knot):
        onward = [target for target in links[key] if not is_cyclic(cycles, key, target)]
        lengths[key] = max((lengths[target] + 1 for target in onward), default=0)
        if lengths[key] == DEPTH + 1:
            related = (Related(sources[key].place, f"the entry '{key}'"),)
            message = f"'{key}' inherits over more than {DEPTH} links: what lies behind is left out"
            yield Problem("BIB343", _place(places, key), message, "link it to a nearer entry", related)


def is_cyclic(cycles: Mapping[str, str], key: str, target: str) -> bool:
    """Whether the link from one key to another belongs to a cycle."""
    return key in cycles and cycles[key] == cycles.get(target)


def _place(places: Mapping[tuple[str, str], Place], key: str) -> Place:
    return next(places[key, field] for field in LINKS if (key, field) in places)


def list_aliases(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Each alias with the source that has it, once for each source."""
    for source in sources:
        if "ids" in source.fields:
            yield from ((alias, source) for alias in dict.fromkeys(targets(source, "ids")) if alias != source.key)
