"""A citation is written so that it is none, or not the one meant.

## What it does
Flags brackets around a citation that are not closed or not opened, an `@` without a key or before what no key begins
with, a key in braces with a blank in it, a second key without `;` before it, a part of a group without a key, and
citations in another form: `[key]` of an entry of the library, `\\cite{key}`. In texts that are printed as they are
typed, such as `measure=` of a recommendation, any citation in brackets is told, as a warning.

## Why it matters
Such text prints as it is typed, or loses a source; no list of references shows that one is missing.

## Example
    Prices rose [@smith2021.

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from briefkit.characters import find_hidden, name_of
from briefkit.model import FrontMatter, Place, Severity
from briefkit.parse.prose import find_no_prose, prose
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit

CODE = "CIT205"
SEVERITY = Severity.ERROR

KEY = r"(?<![\w@.\\])-?@(?:\{(?:[^{}\s]|\{[^{}\s]*\})+\}|\w[\w:.#$%&+?<>~/-]*\w|\w)"
SIGN = regex(KEY)
OPENED = regex(rf"\[(?:[^\[\]@.;]{{0,60}}[\s;(])?{KEY}")
CLOSED = regex(rf"{KEY}\]")
LONELY = regex(r"(?<![\w@.\\])@(?=[\s;,\]]|$)")
BRACED = regex(r"(?<![\w@.\\])-?@\{(?:(?P<key>[^{}\n]*\s[^{}\n]*)\}|[^{}\n]*+(?![{}]))")
"""A key in braces that has a blank in it, or whose braces do not close in its line."""
GROUP = regex(rf"\[(?:[^\[\]@]{{0,60}}[\s;(])?{KEY}[^\[\]]{{0,200}}\](?!\()")
PLAIN = frozenset({"actor", "by", "measure", "name", "title", "caption", "unit"})
"""The attributes that a reader sees, as they are typed."""
KEYLESS = regex(r"\s*-?@(?P<sign>[^\s\w{;,@\]*])")
ADDRESS = regex(r"(?<!@\{)\b(?:https?://|www\.)[^\s\]<>]+")
LATEX = regex(r"(?<!\\)\\(?P<command>[A-Za-z]{0,12}cite[a-z]{0,9})\*?(?:\[[^\[\]\n]*\]){0,2}\{(?P<keys>[^{}\n]+)\}")
NAMED = regex(rf"{KEY}\s?\Z")
"""A citation in the words of the text: in the brackets after it a locator may come first."""
PARAGRAPH = regex(r"(?:^[^\S\n]*+\S[^\n]*+(?:\n|\Z))++", re.MULTILINE)
BRACKET = regex(r"[\[\]]")

Found = tuple[int, int, str, str]
"""Start and end, what is wrong, what to do."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation that is not one: those of the text in the order of the file, then all others."""
    keys = case.library.sources.keys()
    for start, end, message, hint in _find(case.prose, keys):
        yield Hit(case.lines.place(start, end), message, hint, subject=case.brief.text[start:end])
    for name, text in _markdown(case.brief.front):
        for start, end, message, hint in _find(_uncoded(text), keys):
            yield Hit(_in_front(case, name, text, start, end), message, hint, subject=text[start:end])
    for place, group in _plain(case):
        hint = "leave it out, and cite the source where the text says so"
        yield Hit(place, "Citations are not read here: this prints as it is typed", hint, subject=group, step=-1)


def _find(written: str, keys: Set[str]) -> list[Found]:
    """What is wrong with the citations of a text, in its order."""
    text = ADDRESS.sub(lambda m: " " * len(m[0]), written)
    found = [*_latex(text)]
    for paragraph in PARAGRAPH.finditer(text):
        found += _brackets(text, *paragraph.span(), keys)
        found += map(_braced, BRACED.finditer(text, *paragraph.span()))
    return sorted(found)


def _markdown(front: FrontMatter) -> Iterator[tuple[str, str]]:
    """The texts of the front matter in which citations are read, by their keys."""
    yield "bottom-line", front.bottom_line
    yield "summary", front.summary
    yield "key-messages", "\n\n".join(front.key_messages)
    yield "disclaimer", front.disclaimer
    yield "funding", front.funding.text
    yield "conflicts", front.conflicts


def _uncoded(text: str) -> str:
    """A text of the front matter with its code, formulas, comments, targets and attributes blanked."""
    pieces: list[str] = []
    at = 0
    for match in find_no_prose(text):
        pieces += (text[at : match.start()], re.sub(r"[^\n]", " ", match[0]))
        at = match.end()
    return prose("".join((*pieces, text[at:])))


def _in_front(case: Case, name: str, text: str, start: int, end: int) -> Place:
    """Where a part of the text of a key stands in the file; all of its value where YAML writes it otherwise."""
    place = case.brief.front.places[name]
    first, last = case.lines.span(place)
    words, at = text[start:end], first - 1
    for _ in range(text.count(words, 0, start) + 1):
        at = case.lines.text.find(words, at + 1, last)
        if at < 0:
            return place
    return case.lines.place(at, at + len(words))


def _plain(case: Case) -> Iterator[tuple[Place, str]]:
    """The citations in brackets where texts are printed as they are typed, with their places."""
    front = case.brief.front
    for name, text in (
        ("title", front.title),
        ("subtitle", front.subtitle),
        ("audience", "\n".join(front.audience)),
        ("decision", front.decision),
        ("organisation", front.organisation),
    ):
        yield from ((_in_front(case, name, text, *m.span()), m[0]) for m in GROUP.finditer(text))
    pairs = (pair for one in case.markup.marked for pair in one.pairs)
    for (name, value), (_, place) in zip(pairs, case.markup.attributes, strict=True):
        if name in PLAIN:
            yield from ((place, match[0]) for match in GROUP.finditer(value))


def _latex(text: str) -> Iterator[Found]:
    for match in LATEX.finditer(text):
        named = [key.strip() for key in match["keys"].split(",")]
        written = "; ".join(f"@{key}" for key in named)
        hint = (
            f"write [{written}]" if match["command"] != "nocite" else "leave it out: only what the text cites is listed"
        )
        yield *match.span(), f"This looks like a citation of '{named[0]}' and prints as it is", hint


def _braced(match: re.Match[str]) -> Found:
    """What is wrong with a key in braces that is none."""
    if match["key"] is None:
        return *match.span(), "The brace of this key is not closed in its line", "write @{key}"
    hint = f"write @{{{'-'.join(match['key'].split())}}}, and give the entry of the library this key"
    return *match.span(), "A key has no blanks in it, so this is no citation and prints as it is", hint


def _brackets(text: str, start: int, end: int, keys: Set[str]) -> Iterator[Found]:
    """What is wrong with the brackets of one paragraph."""
    opened: list[int] = []
    for at in (m.start() for m in BRACKET.finditer(text, start, end)):
        if text[at - 1 : at] == "\\":
            continue
        if text[at] == "[":
            opened.append(at)
        elif opened:
            yield from _group(text, opened.pop(), at, keys)
        elif match := next((m for m in CLOSED.finditer(text, max(start, at - 80), at + 1) if m.end() == at + 1), None):
            yield *match.span(), "This citation has no opening bracket", f"write [{match[0]}"
    for at in opened:
        if match := OPENED.match(text, at, end):
            yield *match.span(), "The bracket of this citation is never closed", f"write {match[0]}]"


def _group(text: str, start: int, end: int, keys: Set[str]) -> Iterator[Found]:
    """What is wrong with the citations between two brackets; a link, a span, a note and a label hold none."""
    if text[end + 1 : end + 2] in ("(", "[", "{", ":") or text[max(start - 1, 0) : start] in ("^", "]", "!"):
        return
    inside = text[start + 1 : end]
    if inside in keys and len(inside) > 1:
        yield start, end + 1, f"This looks like a citation of '{inside}' and prints as it is", f"write [@{inside}]"
    if "@" not in inside:
        return
    inside = _without_groups(inside)
    cites = any(SIGN.match(item.strip()) for item in inside.split(";"))
    at = start + 1
    located = NAMED.search(text, max(start - 80, 0), start) is not None
    for number, item in enumerate(inside.split(";")):
        if number or not located:
            yield from _item(item, at, cites, keys)
        at += len(item) + 1


def _without_groups(inside: str) -> str:
    """A text with blanks for all that stands in brackets."""
    pieces: list[str] = []
    opened: list[tuple[int, int]] = []  # where a bracket stands, and how many pieces were there before it
    at = 0
    for bracket in BRACKET.finditer(inside):
        if bracket[0] == "[":
            pieces.append(inside[at : bracket.start()])
            opened.append((bracket.start(), len(pieces)))
            at = bracket.start()
        elif opened:
            start, kept = opened.pop()
            del pieces[kept:]
            pieces.append(" " * (bracket.end() - start))
            at = bracket.end()
    return "".join((*pieces, inside[at:]))


def _item(item: str, at: int, cites: bool, keys: Set[str]) -> Iterator[Found]:
    """What is wrong with one citation of a group; `cites` says that another is sound."""
    if BRACED.search(item):
        return  # `_braced` tells
    signs = list(SIGN.finditer(item))
    for sign in signs[1:]:
        message = (
            f"Between two citations a semicolon must stand; '{sign[0].lstrip('-@')}' is lost in the words before it"
        )
        yield at + sign.start(), at + sign.end(), message, "write [@one; @two]"
    lonely = LONELY.search(item)
    if lonely and not signs:
        word = re.match(r"\s*([\w:.-]*\w)?", item[lonely.end() :])
        key = (word[1] if word else "") or ""
        if cites or key in keys or not item[: lonely.start()].strip():
            hint = f"write [@{key}]" if key in keys else "write the key right after it, or delete it"
            yield at + lonely.start(), at + lonely.end(), "This @ has no key", hint
    elif not signs and (odd := KEYLESS.match(item)):
        first = odd["sign"]
        hidden = next(find_hidden(first), None)
        what = name_of(first) if hidden else f"'{first}'"
        message = f"No key begins with {what}, so this is no citation and prints as it is"
        hint = "delete it" if hidden else "begin it with a letter or a digit, in the library too"
        yield at + odd.start("sign") - 1, at + odd.end(), message, hint
    elif cites and not signs:
        start = at + len(item) - len(item.lstrip())
        end = max(start, at + len(item.rstrip()))
        yield start, end, "This part of the group has no key, so that none of it is a citation", "write [@one; @two]"
