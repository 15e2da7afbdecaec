"""A character that cannot be seen stands in the text.

## What it does
Flags controls, controls of the direction of writing, blanks without width and letters without a shape, in the text,
the front matter and the charts of a brief, in the files that these take their data from, and anywhere in a library. In
code, formulas and comments only what turns the direction is told, which can make a reason in a comment read as another.
Marks of direction are left alone near right-to-left letters, and so are the joiners that many scripts and emoji need. A
soft hyphen is told as information. What is written as a reference, `&#x202e;`, or in the front matter as an escape is
told as well, since it prints the character.

## Why it matters
Such characters come with text that is pasted. They break search and links, and can make a text read otherwise than it
is written.

## Example
    Prices ro\u200bse [@smith2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefkit.characters import MOST, SOFT_HYPHEN, Odd, find_hidden, find_turning, may_hide, name_of
from briefkit.model import Place, Severity
from briefkit.parse.chart_blocks import CHART, charts_in
from briefkit.parse.chart_places import with_charts
from briefkit.parse.front_matter import body_start
from briefkit.parse.prose import with_fences
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, problems
from briefkit.text import shorten

CODE = "DOC813"
SEVERITY = Severity.WARNING

_REFERENCE = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each run of hidden characters; those of the library were met when it was read."""
    yield from problems(case, CODE)
    written, start = case.brief.text, body_start(case.brief.text)
    text = with_fences(written[:start] + case.markup.unquoted[start:], written)
    yield from islice(_written(case, text), MOST)
    if may_hide(written):  # where the charts are takes a while to see, and few texts have anything to hide
        yield from _typed(case, text)
    yield from _in_data(case)


def _typed(case: Case, text: str) -> Iterator[Hit]:
    """A hit for each such character as it is typed: all in what is printed, in the rest what turns the direction."""
    lines, written = case.lines, case.brief.text
    codes = [node["c"][1] for node in charts_in(case.brief.ast["blocks"])] if CHART in written else []
    printed = with_charts(text, written, codes)
    yield from (_hit(lines.place(odd.start, odd.end), odd, "here") for odd in find_hidden(printed))
    for odd in find_turning(written):
        if printed[odd.start] != written[odd.start]:
            yield _hit(lines.place(odd.start, odd.end), odd, "here")


def _hit(place: Place, odd: Odd, where: str) -> Hit:
    message = f"A character that cannot be seen stands {where}: {odd.what}{odd.rest}"
    is_soft = odd.end - odd.start == 1 and odd.what == name_of(SOFT_HYPHEN)
    return Hit(place, message, "delete it", subject=odd.what, step=-1 if is_soft else 0)


def _in_data(case: Case) -> Iterator[Hit]:
    """A hit for each such character in a file of data, at the chart that names it first."""
    charts = {b.attributes.get("data", "").strip(): b.place for b in reversed(case.brief.blocks) if b.kind == CHART}
    for name, text in case.brief.data.items():
        for odd in find_hidden(text):
            line = text.count("\n", 0, odd.start) + 1
            where = f"in {shorten(name, 40)}, line {line}"
            yield _hit(charts[name], odd, where)


def _written(case: Case, text: str) -> Iterator[Hit]:
    """A hit for each such character that is written as `&#x200b;` or `&zwnj;`, which prints the character itself."""
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        from html import unescape  # few texts have any

        character = unescape(match[0])
        around = f"{text[max(match.start() - 40, 0) : match.start()]}{character}{text[match.end() : match.end() + 40]}"
        at = min(match.start(), 40)
        for odd in find_hidden(around) if len(character) == 1 else ():
            if odd.start <= at < odd.end:
                message = f"A character that cannot be seen is written here: {odd.what}"
                step = -1 if character == SOFT_HYPHEN else 0
                yield Hit(case.lines.place(*match.span()), message, "delete it", subject=odd.what, step=step)
