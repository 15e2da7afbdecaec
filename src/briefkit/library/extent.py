"""A source in, whether it is so long that a reader who looks for a passage needs its page."""

from __future__ import annotations

from briefkit.library.fields import TYPES
from briefkit.library.ranges import read_ranges
from briefkit.model import Source
from briefkit.patterns import regex

_WHOLE = frozenset(
    "book booklet collection manual mvbook mvcollection mvproceedings mvreference proceedings reference report"
    " thesis".split()
)
"""Types of works that stand by themselves and have many pages unless they say otherwise."""

_PARTS = frozenset(
    "article bookinbook inbook incollection inproceedings inreference suppbook suppcollection suppperiodical".split()
)
"""Types of works that are on some pages of a larger one."""

_NEWS = frozenset(("newspaper", "newspaperarticle", "news", "blog", "blogpost"))
_NUMBER = regex(r"\d{1,6}")

LONG = 10
"""A source with more pages than this is long."""


def is_long(source: Source) -> bool:
    """Whether the source has more than LONG pages: as it says, or as works of its type have.

    What is still to appear has no pages yet, and what was read elsewhere, as `pubstate` may say, has others.
    """
    kind = TYPES.get(source.type, source.type)
    if kind not in _WHOLE | _PARTS or source.text("entrysubtype").strip().lower() in _NEWS or source.text("pubstate"):
        return False
    if total := _NUMBER.search(source.text("pagetotal", "numpages")[:40]):
        return int(total[0]) > LONG
    pages = sum(end - start + 1 for start, end in read_ranges(source.text("pages")))
    return pages > LONG if pages else kind in _WHOLE


def stands_alone(source: Source) -> bool:
    """Whether the source is a whole work, such as a book or report, and no article or chapter."""
    return TYPES.get(source.type, source.type) in _WHOLE
