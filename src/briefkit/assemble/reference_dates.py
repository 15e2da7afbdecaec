"""References in the words of pandoc's own style go in, the same with the day before the month out, by the language.

Chicago writes `September 30`, and its style has that order for all languages: in French it prints `septembre 30`. The
titles of an entry stand in spans or in italics, so what stands in the entry itself is never of a title.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.assemble import tree
from briefkit.assemble.labels import DAYS, FIRST_DAY, MONTHS, language
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

DAY = regex(r"(\d{1,2})(?:–(\d{1,2}))?([.,;:)]*)")
TO_MONTH = regex(r"(\d{1,2})–([^\W\d_]+)")
"""A day and the month in which a stretch of days ends, `30–octobre`; its own day follows."""

LONGEST = 5
"""The inlines of the longest date, with the blanks between its words."""


def with_days_first(blocks: Sequence[Node], lang: str) -> list[Node]:
    """The blocks, the dates of their references as the language has them; those in English stay."""
    if language(lang) == "en":
        return list(blocks)

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Div" or not tree.has_class(node, "csl-entry"):
            return (node,)
        paragraphs = [
            {**one, "c": _turned(one["c"], lang)} if one["t"] in ("Para", "Plain") else one for one in node["c"][1]
        ]
        return ({**node, "c": [node["c"][0], paragraphs]},)

    return list(tree.rewrite(list(blocks), change))


def _turned(inlines: Sequence[Node], lang: str) -> list[Node]:
    """The inlines of an entry, each month that a day follows set behind it."""
    made: list[Node] = []
    at = 0
    while at < len(inlines):
        date, long = _date(inlines[at : at + LONGEST], lang)
        if date and made and made[-1]["t"] == "Space":
            made += tree.words(date)
            at += long
        else:
            made.append(inlines[at])
            at += 1
    return made


def _date(inlines: Sequence[Node], lang: str) -> tuple[str, int]:
    """The date that the inlines begin with, as the language writes it, and how many of them it is; empty for none."""
    texts = [node["c"] if node["t"] == "Str" else " " if node["t"] == "Space" else "" for node in inlines]
    if len(texts) < 3 or texts[0] not in MONTHS[language(lang)] or texts[1] != " ":
        return "", 1
    if found := DAY.fullmatch(texts[2]):
        first, last, stop = found.groups()
        days = f"{_day(first, lang)}–{last}" if last else _day(first, lang)
        return f"{_on(days, texts[0], lang)}{stop}", 3
    if (
        (begun := TO_MONTH.fullmatch(texts[2]))
        and len(texts) == LONGEST
        and texts[3] == " "
        and (ended := DAY.fullmatch(texts[4]))
    ):
        ends = _on(_day(ended[1], lang), begun[2], lang)
        return f"{_on(_day(begun[1], lang), texts[0], lang)}–{ends}{ended[3]}", 5
    return "", 1


def _on(days: str, month: str, lang: str) -> str:
    """Days of a month, as the language writes them: `30. September`, `30 de septiembre`."""
    day_and_month = DAYS[language(lang)].partition(" {year}")[0].removesuffix(" de")
    return day_and_month.format(day=days.replace("–", ".–") if language(lang) == "de" else days, month=month)


def _day(day: str, lang: str) -> str:
    return FIRST_DAY.get(lang.lower(), FIRST_DAY.get(language(lang), day)) if day == "1" else day
