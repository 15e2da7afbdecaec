"""A class or an attribute is written otherwise than it is known.

## What it does
Flags a class that is nearly one of ours, such as `.opinon` or `.recomendation`, an attribute that is nearly one,
`support=` for `supports=`, a class without its dot, `{own-analysis}`, a `by=` of a recommendation that is no date, a
`lang=` that is no language tag, and a `width=` or `height=` of a picture that is no size, or none that one sees.
What Quarto knows by another name is told too: `.callout-note` and its like, and `fig-alt=`. Classes and
attributes of your own are free.

## Why it matters
What is misspelt counts for nothing: the box prints as plain text, and the view that was marked as one is told as a
claim without a source.

## Example
    [We think that this is unfair.]{.opinon}

## Instead
    [We think that this is unfair.]{.opinion}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from briefkit.model import MARKS, Place, Severity
from briefkit.near_misses import near_miss
from briefkit.parse.chart_blocks import CHART
from briefkit.parse.head_values import LANGUAGE, SIZE, is_day
from briefkit.parse.prose import with_fences
from briefkit.parse.roles import BOXES, ROLES
from briefkit.parse.targets import Marked
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit

CODE = "DOC835"
SEVERITY = Severity.WARNING

CLASSES = (*MARKS, *ROLES, *BOXES, CHART)
BOX = ("actor", "by", "measure", "supports", "reason", "source")
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "Div": BOX,
    "Header": BOX,
    "Span": ("reason",),
    "Table": ("source",),
    "Figure": ("source", "alt"),
    "Image": ("source", "alt", "width", "height"),
    "CodeBlock": ("type", "highlight", "unit", "caption", "alt", "source", "data"),
}
"""What is looked for in each kind of node; blocks of code are looked at where they are charts."""

QUARTO: Mapping[str, str] = {"fig-alt": "alt"}
"""Attributes of Quarto that have another name here."""
CALLOUTS = frozenset(f"callout-{kind}" for kind in ("note", "tip", "important", "caution", "warning"))
A_BOX = "write .definition, .key-message or .case-study: a callout is printed as plain text"

SIZES = ("width", "height")

LETTERS = 2
"""How many letters longer or shorter a word may be than the one that it is held for."""
SHORTEST = 4

DOTLESS = regex(
    r"(?:\]|^\#{1,6}[ ][^\n{]{1,300}+)\{[ ]*(?P<word>[A-Za-z][\w-]{2,40}+)(?=[ }])[^{}\n]{0,300}\}", re.MULTILINE
)
"""Braces behind brackets or a heading that begin with a word: pandoc prints them."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each class and attribute that is nearly one of ours."""
    yield from _classes(case)
    yield from _dotless(case)
    pairs = ((one, name, value) for one in case.markup.marked for name, value in one.pairs)
    for (one, name, value), (_, place) in zip(pairs, case.markup.attributes, strict=True):
        if name == "by" and "recommendation" in one.classes and not _says_when(value):
            yield Hit(
                place, "'by' must be a date such as 2026-11-23", "write by=2026-11-23, or measure=...", subject=value
            )
        elif name == "lang" and not one.kind.startswith("Code") and not LANGUAGE.fullmatch(value):
            hint = "the words are printed in the language of the brief"
            yield Hit(place, "'lang' must be a language tag such as en-GB (BCP 47)", hint, subject=value)
        elif name in SIZES and one.kind == "Image" and not SIZE.fullmatch(value):
            hint = f"write {name}=8cm, or {name}=60% of what there is room for"
            yield Hit(place, f"'{name}' must be a size that one sees, in cm, mm, in, pt, px or %", hint, subject=value)
        elif meant := _meant(name, ATTRIBUTES.get(one.kind, ()) if _is_ours(one) else ()):
            where = place if one.kind != "CodeBlock" else _in_fence(case, name)
            yield Hit(where, f"The attribute '{name}' is not known", f"did you mean '{meant}'?", subject=name)


def _says_when(value: str) -> bool:
    """Whether a text is a day, or words with a number, such as `March 2027`."""
    return is_day(value) if re.fullmatch(r"[\d-]+-[\d-]+-[\d-]+", value) else any(c.isdigit() for c in value)


def _is_ours(one: Marked) -> bool:
    return one.kind != "CodeBlock" or CHART in one.classes


def _meant(word: str, known: tuple[str, ...]) -> str:
    """The one of these that a word nearly is; nothing for one of them, and for a word of somebody's own."""
    if QUARTO.get(word) in known:
        return QUARTO[word]
    if word in known or len(word) < SHORTEST or not known or any(c.isdigit() for c in word):
        return ""
    near = near_miss(word, known)
    return near if abs(len(near) - len(word)) <= LETTERS and near[:1] == word[:1].casefold() else ""


def _classes(case: Case) -> Iterator[Hit]:
    known, met = frozenset(CLASSES), Counter[str]()
    spans: dict[str, list[tuple[int, int]]] = {}
    text = ""
    for one in case.markup.marked:
        for name in one.classes:
            if name in known:
                continue
            bare = name.strip("{}")
            meant = bare if bare in known else _meant(bare, (CHART,) if one.kind.startswith("Code") else CLASSES)
            if meant or name in CALLOUTS:
                text = text or with_fences(case.markup.unquoted, case.brief.text)
                spans[name] = spans.get(name) or _spans(name, text)
                place = case.lines.place(*spans[name][min(met[name], len(spans[name]) - 1)])
                what = "has no dot before it" if bare != name else "is not known"
                hint = f"write {{.{meant}}}" if bare != name else f"did you mean '.{meant}'?" if meant else A_BOX
                yield Hit(place, f"The class '{bare}' {what}", hint, subject=name)
            met[name] += 1


def _spans(name: str, text: str) -> list[tuple[int, int]]:
    """Where a class is written, each time."""
    written = regex(rf"(?:(?<=\.)|(?<=:[ ])|(?<=[\"' ])){re.escape(name)}(?![\w-])")
    return [match.span() for match in written.finditer(text)] or [(0, 0)]


def _in_fence(case: Case, name: str) -> Place:
    """Where an attribute of a chart stands."""
    found = re.search(
        rf"^[ \t>]*(?:`{{3,}}|~{{3,}})[^\n]*?[ ](?P<name>{re.escape(name)})=", case.brief.text, re.MULTILINE
    )
    return case.lines.place(*found.span("name")) if found else case.lines.place(0, 0)


def _dotless(case: Case) -> Iterator[Hit]:
    text = case.markup.unquoted
    for match in DOTLESS.finditer(text) if "{" in text else ():
        word = match["word"]
        meant = word if word in CLASSES else _meant(word, CLASSES)
        if meant:
            place = case.lines.place(*match.span("word"))
            yield Hit(
                place,
                f"The class '{word}' has no dot before it, and prints as it is",
                f"write {{.{meant}}}",
                subject=word,
            )
