"""A brief and the places of its open sentences in, so many in each section out: what the first page says of where."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from briefkit.model import Brief, Place
from briefkit.report.review_page.words import clean
from briefkit.text import shorten

MOST = 8
"""How many sections the first page names; of more, those with most open sentences, in the order of the text."""

LONGEST = 70
"""Letters of a heading."""

BAR = 1000
"""The width of a bar, in its own units."""


def whereabouts(brief: Brief, opened: Collection[Place], prefix: str) -> dict[str, Any]:
    """The sections with open sentences, each with their number; nothing where the brief is but one section."""
    heads = _heads(brief)
    section_of = {sentence.place: block.section for block in brief.blocks for sentence in block.sentences}
    numbers = Counter(_head(heads, section_of.get(place, -1)) for place in opened) if heads else Counter[int]()
    named = sorted(sorted(numbers, key=lambda head: (-numbers[head], head))[:MOST])
    most = max(numbers.values(), default=1)
    rows = [
        {
            "id": f"{prefix}part-{head + 1}",
            "title": clean(shorten(brief.sections[head].title, LONGEST)) if head >= 0 else "",
            "number": numbers[head],
            "width": BAR * numbers[head] // most,
        }
        for head in named
    ]
    rest = sum(numbers.values()) - sum(numbers[head] for head in named)
    return {"rows": rows, "others": len(numbers) - len(named), "rest": rest}


def _heads(brief: Brief) -> list[int]:
    """The main sections, by their numbers from 0: those of the highest level that occurs twice, and of higher ones."""
    levels = Counter(section.level for section in brief.sections)
    main = min((level for level, number in levels.items() if number > 1), default=-1)
    return [index for index, section in enumerate(brief.sections) if section.level <= main]


def _head(heads: Sequence[int], section: int) -> int:
    """The main section that this one is or stands in; -1 before the first."""
    before = bisect_right(heads, section)
    return heads[before - 1] if before else -1
