"""A recommendation names a support that does not exist.

## What it does
Flags an identifier in the `supports=` of a recommendation that nothing in the brief has: no section, box, table, figure
or span. `briefkit trace` shows what each recommendation rests on.

## Why it matters
Who follows a recommendation down to its evidence must arrive there.

## Example
    ::: {.recommendation supports="c-time"}
    Train two mechanics in each village.
    :::

## Instead
    [Pumps with a mechanic in the village work three times as long [@smith2021].]{#c-time}

    ::: {.recommendation supports="c-time"}
    Train two mechanics in each village.
    :::
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefkit.evidence.trace import SUPPORTS, named_supports
from briefkit.model import Place, Severity
from briefkit.near_misses import NearMisses
from briefkit.parse.points import Point, find_points
from briefkit.rules.base import Case, Hit, quote

CODE = "DOC833"
SEVERITY = Severity.WARNING
FEWEST_LETTERS = 4
LONGEST_HEAD = 2_000
"""How far before the first word of a box its attributes are looked for."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each name that leads nowhere."""
    if SUPPORTS not in case.brief.text:
        return
    there = case.markup.identifiers
    near, by_word = NearMisses(sorted(there)), _by_word(there)
    for point in find_points(case.brief, "recommendation"):
        for name in named_supports(point):
            if name not in there:
                message = f"This recommendation rests on {quote(name)}, which is not in the brief"
                alike = (by_word.get(word, set()) for word in name.casefold().split("-"))
                meant = next((f"did you mean '{min(some)}'?" for some in alike if len(some) == 1), "")
                otherwise = f"write [...]{{#{name}}} around the claim, or name its section"
                hint = near.did_you_mean(name) or meant or otherwise
                yield Hit(_place(case, point, name), message, hint, subject=name)


def _by_word(identifiers: Iterable[str]) -> Mapping[str, set[str]]:
    """The identifiers that have a word, for each word: `sec-know` may be meant for `what-we-know`."""
    found: dict[str, set[str]] = {}
    for one in identifiers:
        for word in one.casefold().split("-"):
            if len(word) >= FEWEST_LETTERS:
                found.setdefault(word, set()).add(one)
    return found


def _place(case: Case, point: Point, name: str) -> Place:
    """Where a name stands in the attributes of a recommendation; the recommendation itself when it is not found."""
    end = case.lines.offset(*point.place.start)
    start = case.lines.text.rfind(SUPPORTS, max(end - LONGEST_HEAD, 0), end)
    head = case.lines.text[start + len(SUPPORTS) : end] if start >= 0 else ""
    found = re.search(rf"(?<![\w:.-]){re.escape(name)}(?![\w:-])", head)
    if found is None:
        return point.place
    at = start + len(SUPPORTS)
    return case.lines.place(at + found.start(), at + found.end())
