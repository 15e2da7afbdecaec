"""A library and the keys that briefs cite in, the sources that nobody uses out.

What a used source inherits from, is related to or holds as a set is used too, over all links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefkit.library.indexed import alias_finder
from briefkit.library.links import LINKS, follow, targets
from briefkit.model import Library, Source

_LINKS = (*LINKS, "xref", "related", "entryset")
"""The fields that name other entries."""

_NO_SOURCES = frozenset(("bstctl", "comment", "control", "ieeetranbstctl", "preamble", "string", "xdata"))
"""Types that nobody cites: their entries lend fields, or tell a program what to do."""

EVERYTHING = "*"
"""The key that stands for all entries of a library."""


def unused_sources(library: Library, used: Iterable[str]) -> tuple[Source, ...]:
    """The sources that no key of `used` leads to, in their order; what is there only for other entries is left out."""
    reached = _reach(library.sources, used)
    if EVERYTHING in reached:
        return ()
    return tuple(s for s in library.sources.values() if s.key not in reached and s.type not in _NO_SOURCES)


def _reach(sources: Mapping[str, Source], used: Iterable[str]) -> set[str]:
    """The keys themselves and all that they lead to."""
    reached, alias = set[str](), alias_finder(sources)
    waiting = list(used)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            owner = follow(key, sources, alias)
            waiting.extend((owner, *_targets(sources[owner])) if owner else ())
    return reached


def _targets(source: Source) -> Iterator[str]:
    return (target for field in _LINKS if field in source.fields for target in targets(source, field))
