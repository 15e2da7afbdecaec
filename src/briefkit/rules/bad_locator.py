"""The place that a citation names is written so that it prints wrongly, or as it was typed.

## What it does
Warns of a place without a number, such as `[@smith2021, p.]`, and of pages that end before they start. It remarks on
pages in a form that pandoc takes for mere words, and then prints as they are typed among others that the style has
set: `pp 3`, `p3`, `pg. 3`, `pgae 3`, `at p. 3`, `: 3`, `p. 3.`, and labels of another language than the brief's. A
page behind the citation, `@smith2021, p. 3` in running text or `[@smith2021], p. 3`, is words as well: no index of
the claims has it. What is good depends on `lang`: in English and French `p.`, `pp.`, `page`, `pages`; in German `S.`,
`Seite`, `Seiten`; in Spanish `p.`, `pp.`, `pág.`, `págs.`, `página`, `páginas`. `p.` for several pages and `pp.` for
one are fine.

## Why it matters
A reader who wants to look the passage up finds no page, or a wrong one.

## Example
    Prices rose [@smith2021, p.].

## Instead
    Prices rose [@smith2021, p. 12].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefkit.model import Citation, Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines, primary, shorten

CODE = "CIT212"
SEVERITY = Severity.WARNING

LONGEST = 200
"""How much of a locator is looked at."""

TAKEN: Mapping[str, tuple[str, ...]] = {
    "en": ("p.", "pp.", "page", "pages"),
    "de": ("s.", "seite", "seiten"),
    "fr": ("p.", "pp.", "page", "pages"),
    "es": ("p.", "pp.", "pág.", "págs.", "página", "páginas"),
    "pt": ("p.", "pp.", "pág.", "págs.", "página", "páginas"),
}
"""The labels of pages by language, the first one is offered.

pandoc 3.9 takes all of them but `pp.` in French and Portuguese and `pág.`, `págs.` in Spanish and Portuguese; as typed,
those print as they should.
"""

_PAGE = r"(?:p\.?p|pp?|pgs?|pages?|S|Seiten?|págs?|páginas?)"
EMPTY = regex(
    rf"(?:{_PAGE}|ch|chap|paras?|secs?|§+)\.?\s*(?:\?+|_+|\u2026|\.{{2,}}|todo|tbd|tk|x{{2,}}\?*)?", re.IGNORECASE
)
REVERSED = regex(
    rf"(?:{_PAGE}\.?|paras?\.?|§+)?\s*(?P<start>\d{{1,6}})\s?(?:-{{1,2}}|\u2013)\s?(?P<end>\d{{1,6}})(?![\w-])[.,]?",
    re.IGNORECASE,
)
PAGES = regex(
    r"(?P<before>\(|:\s*|(?:at|on|see|auf|siehe|voir|à la|ver|en la)\s)?"
    rf"(?P<label>{_PAGE}\b\.?|pp?(?=\d)|(?<=:)|(?<=: ))\s*(?P<pages>\d[\w\u2013-]*)",
    re.IGNORECASE,
)
_WORD = _PAGE.replace("|S|", "|")
AFTER = regex(rf"(?P<pages>\d{{1,6}}(?:(?:--?|\u2013)\d{{1,6}})?)\s*{_WORD}\.?", re.IGNORECASE)
STOP = regex(r"\d\.$")
MISTYPED = regex(r"(?P<label>[^\W\d_]{3,8})\.?\s+(?P<pages>\d{1,6}(?:--?|\u2013)?\d{0,6})[.,]?")
LOOSE = regex(
    r"(?P<closed>\])?,?[ \u00a0]\(?(?P<locator>(?:pp?|S|págs?)\.[ \u00a0]?\d{1,6}(?:(?:--?|\u2013)\d{1,6})?)(?!\w)"
)
"""A page behind a citation that should be in it."""
CHAPTERS = 30
"""Up to here `5-3` may be page 3 of chapter 5."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation whose place prints wrongly."""
    lines = case.lines
    taken = TAKEN.get(primary(case.brief.front.language), ())
    for citation in case.brief.citations:
        words = (citation.locator or citation.suffix)[:LONGEST].replace("\u00a0", " ").strip()
        if not words and (loose := LOOSE.match(lines.text, lines.offset(*citation.place.end))):
            told = f"'{loose['locator']}' stands outside the brackets, and is no place of '{citation.key}'"
            joined = ("[@{}, {}]" if loose["closed"] else "@{} [{}]").format(citation.key, loose["locator"])
            yield Hit(citation.place, told, f"write {joined}", subject=citation.key, step=-1)
        if words and not _is_braced(citation, lines) and (fault := _judge(words, taken)):
            what, hint, step = fault
            yield Hit(citation.place, f"'{shorten(words)}' {what}", hint, subject=citation.key, step=step)


def _is_braced(citation: Citation, lines: Lines) -> bool:
    """Whether its author put the place in braces: pandoc takes it whatever it is."""
    end = lines.offset(*citation.place.end)
    return "{" in lines.text[end : end + 4]


def _judge(words: str, taken: tuple[str, ...]) -> tuple[str, str, int] | None:
    """What is wrong with a place, what to do, and how much less that is than a warning."""
    if EMPTY.fullmatch(words):
        return "names no place", "add the number, or leave it out", 0
    if (match := REVERSED.match(words)) and _is_backwards(match["start"], match["end"]):
        hint = f"write {match['end']}-{match['start']}, or correct one of them"
        if int(match["start"]) > CHAPTERS:
            return "ends before it starts", hint, 0
        return "ends before it starts", f"{hint}; for a page of a chapter put a no-break hyphen (U+2011) between", -1
    if taken and (match := PAGES.match(words)) and not _is_taken(match, taken):
        hint = f"write {'S.' if taken[0] == 's.' else taken[0]} {match['pages']} after the comma"
        return "is not taken for pages, and prints as it is typed", hint, -1
    if match := AFTER.fullmatch(words):
        label = taken[0] if taken else "p."
        return "has its word after the number, and prints it twice", f"write {label} {match['pages']}", -1
    if (match := MISTYPED.fullmatch(words)) and (meant := _meant(match["label"].lower(), taken)):
        return f"has '{match['label']}', which is no word for pages", f"write {meant} {match['pages']}", -1
    if STOP.search(words) and (match := PAGES.match(words)) and match.end() == len(words) - 1:
        return "ends with a stop, which is printed inside the citation", "leave out the stop", -1
    return None


def _meant(label: str, taken: tuple[str, ...]) -> str:
    """The word for pages that a label has the letters of in another order, doubled or short of one; '' for others.

    One letter for another is not looked at: `part 3` and `para 3` are words of their own.
    """
    if label in taken:
        return ""
    return next((word for word in taken if word.isalpha() and label[0] == word[0] and _is_slip(label, word)), "")


def _is_slip(label: str, word: str) -> bool:
    shorter, longer = sorted((label, word), key=len)
    if len(shorter) == len(longer):
        return sorted(label) == sorted(word)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _is_backwards(start: str, end: str) -> bool:
    """Whether a range runs backwards; a shorter end leaves out the figures it shares with the start."""
    if start[:2] in ("19", "20") and len(start) == 4:
        return False
    return len(end) >= len(start) and int(end) < int(start)


def _is_taken(match: re.Match[str], taken: tuple[str, ...]) -> bool:
    label = match["label"].lower()
    if label.rstrip(".") == "s" and "s." not in taken:
        return True  # a bill of the Senate, or section 3
    return not match["before"] and label in taken
