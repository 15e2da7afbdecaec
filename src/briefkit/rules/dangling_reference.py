"""A note is called or a place linked to that does not exist.

## What it does
Flags a call of a note, `[^1]`, without a note of that label, and a link to an identifier that no heading, table,
figure or box of the brief has; and a link such as `[Table 4](#tbl-costs)` that leads to what is printed as Table 1.
"Table 9" or "Figure 3" in the words of a paragraph that cites nothing is information where the brief has fewer. These
words are known in English, French, German, Spanish and Portuguese. So is "option C", where the brief has options and
none of them bears that letter: they are printed by their names. A link to `#ref-smith2021` is a citation that pandoc
printed once, such as a Word file brings it back: it is to be a citation again.

## Why it matters
The call prints as it is typed, and the link leads nowhere, or to another table than it says.

## Example
    Prices rose.[^1]

## Instead
    Prices rose.[^1]

    [^1]: See the yearbook.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefkit.evidence.stated import place_in
from briefkit.model import Block, Brief, Sentence, Severity
from briefkit.near_misses import NearMisses
from briefkit.parse.chart_blocks import CHART
from briefkit.parse.points import find_points
from briefkit.patterns import compiled, regex
from briefkit.rules.base import Case, Hit
from briefkit.text import plural, primary

CODE = "DOC816"
SEVERITY = Severity.WARNING

NOTE = regex(r"^[ \t>]*\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)
CALL = regex(r"(?<!\\)\[\^(?P<label>[^\]\s]{1,200}+)\](?![(\[])")


TABLES: Mapping[str, str] = {
    "en": "Table",
    "fr": "(?i:tableau)",
    "de": r"Tabelle|Tab\.",
    "es": "(?i:tabla|cuadro)",
    "pt": "(?i:tabela|quadro)",
}
FIGURES: Mapping[str, str] = {
    "en": r"Figure|Chart|Fig\.",
    "fr": r"(?i:figure|graphique|fig\.)",
    "de": r"Abbildung|Grafik|Schaubild|Abb\.",
    "es": r"(?i:figura|gráfic[ao]|fig\.)",
    "pt": r"(?i:figura|gráfico|fig\.)",
}
NAMED: Mapping[str, tuple[str, str]] = {
    "en": ("Table", "Figure"),
    "fr": ("Tableau", "Figure"),
    "de": ("Tabelle", "Abbildung"),
    "es": ("Tabla", "Figura"),
    "pt": ("Tabela", "Figura"),
}
"""What is printed before the number of a table and of a figure."""

OF_OTHERS = regex(
    r"(?i)(?:\b(?:anexo|anhang|annexe?|apéndice|apêndice|appendix|online|supplementary)|['\u2019]s)[ \u00a0]\Z"
)
"""What stands before a table that is none of the brief: Annex Table 2, the census's Figure 4."""
FIRST_PAGE = ("bottom-line", "key-messages", "key-message", "summary")
PAGES = regex(r"\b\d{4}[a-z]?, (\d{1,5}+(?:[-–]{1,2}\d{1,5}+)?(?:, \d{1,5}+(?:[-–]{1,2}\d{1,5}+)?){0,5})\Z")
"""The pages behind the year in the words of a printed citation."""
FEWEST_OPTIONS = 2
LONGEST_WORDS = 60
"""How much of the words of a link is looked at."""

ELSEWHERE = r"(?!\w|[.,]\d|-\d|\s+(?:of|in|from|by|de|del|des|du|dans|der|aus|von|do|da|no|na|en)\b|\s*[:.]\s*\w|\s*\()"
"""What follows the number of a table that stands in another work, or of a caption that is typed by hand."""

OPTION = regex(r"\b(?:[Oo]ption|[Oo]pci[oó]n|[Oo]pção)[ \u00a0](?P<letter>[A-H])(?![\w'\u2019-])")
LETTERED = (
    r"(?m)^[ \t>]*(?:[-+*] +)?(?:[Oo]p\w+ )?{letter}[.:)]|\( *{letter}\)"
    r"|(?:[#|] *|[*\"'=])(?:[Oo]p\w+[ \u00a0])?{letter}\b"
)
"""How an option may bear its letter: at the beginning of a line, in brackets, in a heading, a cell, bold or a name."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each call without a note, and for each link within the brief that leads nowhere."""
    text = case.markup.unquoted
    lines = case.lines
    notes = {m["label"]: m.start("label") - 2 for m in NOTE.finditer(text)}
    near = NearMisses(notes)
    for call in CALL.finditer(text):
        if call["label"] not in notes:
            hint = near.did_you_mean(call["label"]) or f"write the note: [^{call['label']}]: ..."
            message = f"There is no note '{call['label']}', and the call prints as it is"
            yield Hit(lines.place(*call.span()), message, hint, subject=call["label"])
    named, near = case.markup.identifiers, NearMisses(sorted(case.markup.identifiers))
    known = {*named, *(f"ref-{c.key}" for c in case.brief.citations), "top", "refs", ""}
    for link in case.markup.targets:
        name = unquote(link.target[1:])
        if link.kind == "link" and link.target.startswith("#") and name not in known:
            hint = _as_citation(name, link.words) or near.did_you_mean(name)
            hint = hint or f"give what it is to lead to the identifier: {{#{name}}}"
            yield Hit(link.place, f"Nothing in the brief has the identifier '{name}'", hint, subject=name)
    yield from _misnumbered(case)
    yield from _beyond(case)
    yield from _without_letters(case)


def _as_citation(name: str, words: str) -> str:
    """What to write for a link to a reference, which is a citation that was printed, with the pages in its words."""
    key = name.removeprefix("ref-")
    if key == name or not key:
        return ""
    pages = PAGES.search(words[-LONGEST_WORDS:].strip())
    locator = f", {'pp.' if any(c in pages[1] for c in '-–,') else 'p.'} {pages[1].replace('–', '-')}" if pages else ""
    return f"cite it: [@{key}{locator}]"


def _misnumbered(case: Case) -> Iterator[Hit]:
    """The links whose words give another number, or another kind, than the table or figure that they lead to has."""
    lang = primary(case.brief.front.language)
    links = [link for link in case.markup.targets if link.kind == "link" and link.target[:1] == "#"]
    if lang not in TABLES or not links:
        return
    said = compiled(
        rf"(?i)(?:\A|[\s(])(?:(?P<table>{TABLES[lang]})|(?:{FIGURES[lang]}))[ \u00a0](?P<number>[1-9]\d?)\)?\Z"
    )
    numbers = _numbers(case.brief)
    for link in links:
        name, found = unquote(link.target[1:]), said.search(link.words[-LONGEST_WORDS:].strip())
        is_table, number = numbers.get(name, (False, 0))
        if found and number and (bool(found["table"]), int(found["number"])) != (is_table, number):
            label = f"{NAMED[lang][not is_table]} {number}"
            message = f"'{found[0].strip(' ()')}' leads to what is printed as {label}"
            yield Hit(link.place, message, f"write [{label}](#{name}), or link to the one that is meant", subject=name)


def _numbers(brief: Brief) -> Mapping[str, tuple[bool, int]]:
    """By their identifiers the tables and figures that are numbered: whether it is a table, and its number.

    Only what has a caption is numbered. Where some stand on the first page, which is printed before the text, nothing
    is said.
    """
    exhibits: dict[int, list[Block]] = {}
    for block in brief.blocks:
        if block.exhibit:
            exhibits.setdefault(block.exhibit, []).append(block)
    if any(block.role in FIRST_PAGE for blocks in exhibits.values() for block in blocks):
        return {}
    counts, named = Counter[bool](), Counter[str]()
    numbers: dict[str, tuple[bool, int]] = {}
    for _, blocks in sorted(exhibits.items()):
        is_table = any(block.kind in ("cell", "header-cell") for block in blocks)
        captioned = any(
            b.kind == "caption" or (b.kind == CHART and b.attributes.get("unit", "").strip()) for b in blocks
        )
        counts[is_table] += captioned
        name = next((block.attributes["id"] for block in blocks if "id" in block.attributes), "")
        named[name] += 1
        numbers[name] = (is_table, counts[is_table] if captioned else 0)
    return {name: number for name, number in numbers.items() if name and named[name] == 1}


def _beyond(case: Case) -> Iterator[Hit]:
    """The tables and figures that are named by a number higher than there are, in paragraphs that cite nothing."""
    lang = primary(case.brief.front.language)
    if lang not in TABLES:
        return
    label = rf"(?:(?P<table>{TABLES[lang]})|(?:{FIGURES[lang]}))[ \u00a0](?P<number>[1-9]\d?)"
    named = compiled(rf"\b{label}{ELSEWHERE}")
    if not named.search(case.prose):
        return
    tables, figures = _count_exhibits(case.brief)
    linked = {link.words for link in case.markup.targets}
    typed = set(_typed_captions(case.brief, rf"{label}\s*[.:]"))
    hint = "link to the one that is meant, [Table 1](#tbl-...), or cite the work that it stands in"
    for sentence, found in _named_in(case.brief, named):
        kind, most = ("table", tables) if found["table"] else ("figure", figures)
        there = found[0] in linked or (bool(found["table"]), found["number"]) in typed
        if int(found["number"]) > most and not there:
            message = f"The brief has no {found[0]}: it has {plural(most, kind) if most else f'no {kind}s'}"
            place = place_in(case.lines, sentence, *found.span())
            yield Hit(place, message, hint, subject=found[0], step=-1)


def _named_in(brief: Brief, named: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Where the paragraphs that cite nothing name a table or figure, unless it is that of another work."""
    for block in brief.blocks:
        if block.kind in ("paragraph", "item") and not any(s.citations for s in block.sentences):
            for sentence in block.sentences:
                for found in named.finditer(sentence.plain):
                    if not OF_OTHERS.search(sentence.plain, max(found.start() - LONGEST_WORDS, 0), found.start()):
                        yield sentence, found


def _typed_captions(brief: Brief, label: str) -> Iterator[tuple[bool, str]]:
    """The tables and figures whose captions are typed by hand, as a Word file brings them: `Figure 1. Prices`."""
    for block in brief.blocks:
        said = block.sentences[0].plain if block.kind == "paragraph" and block.sentences else ""
        if found := compiled(label).match(said):
            yield bool(found["table"]), found["number"]


def _count_exhibits(brief: Brief) -> tuple[int, int]:
    """How many tables a brief has, and how many figures and charts."""
    every = {block.exhibit for block in brief.blocks if block.exhibit}
    tables = {block.exhibit for block in brief.blocks if block.exhibit and block.kind in ("cell", "header-cell")}
    return len(tables), len(every - tables)


def _without_letters(case: Case) -> Iterator[Hit]:
    """The options that are called by a letter which none of them bears, each letter once."""
    letters = {found["letter"] for found in OPTION.finditer(case.brief.text)}
    missing = {letter for letter in letters if not compiled(LETTERED.format(letter=letter)).search(case.brief.text)}
    if not missing or len(find_points(case.brief, "option")) < FEWEST_OPTIONS:
        return
    hint = "call it by its name, or begin the names of the options with letters: A. ..., B. ..."
    for sentence in (sentence for block in case.brief.blocks for sentence in block.sentences):
        for found in OPTION.finditer(sentence.plain):
            if found["letter"] in missing:
                missing.remove(found["letter"])
                place = place_in(case.lines, sentence, *found.span())
                message = f"No option of the brief bears the letter {found['letter']}"
                yield Hit(place, message, hint, subject=found[0], step=-1)
