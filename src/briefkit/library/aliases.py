"""Sources in, their other keys out: the field `ids` lists them.

biblatex takes a citation of such a key for one of the entry, pandoc does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.library.links import targets
from briefkit.model import Source


def list_aliases(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Each alias with the source that has it, once for each source."""
    for source in sources:
        if "ids" in source.fields:
            yield from ((alias, source) for alias in dict.fromkeys(targets(source, "ids")) if alias != source.key)
