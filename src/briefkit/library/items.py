"""One `name = value` in, its field out: strings replaced, operands joined, and what is wrong with it as problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefkit.library.blocks import Item
from briefkit.library.fields import COMMON
from briefkit.library.pages import Page
from briefkit.library.private import FILES
from briefkit.library.values import Expression, Part, find_lone, is_plain, read_expression
from briefkit.model import Problem
from briefkit.patterns import regex
from briefkit.text import shorten
from briefkit.values import Value, replace

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS: Mapping[str, str] = {month: month for month in _MONTHS}
"""The strings that every style defines."""

MOST = 2000
"""How many characters of a value may come from strings: strings made of strings grow without end."""

_WRITE = "write 'name = {value},' for each field"
_NAME = regex(r"[^\s{}\"#%'(),=\\~]+")
_GLUED = regex(r"([^\W\d][\w:+-]*)\s*=\s*")
_ENTRY = regex(r"(?m)(?:^|(?<=[{\"]))[^\S\n]*@\w+[ \t]*[{(]")
_SWALLOWED = regex(
    r"(?:}(?=[^\S\n]*+\n)|[\",](?=[^\S\n]*+\n\s*+(?:" + "|".join(sorted(COMMON)) + r")\s*+=))"
    r"\s*+(?P<name>\w++)\s*+=\s*+[{\"]"
)


class Typed(Value):
    """A field as read, and the item it was read from."""

    item: Item
    value: str


def read_item(page: Page, item: Item, owner: str, macros: Mapping[str, str]) -> Iterable[Typed | Problem]:
    """Read a field of `owner`, and each further one that a missing comma left in its value."""
    if is_plain(page.outline.clean, item.value_at, item.value_end) and _NAME.fullmatch(item.name):
        return (Typed(item, page.text[item.value_at + 1 : item.value_end - 1]),)
    return _read_parts(page, item, owner, macros)


def _read_parts(page: Page, item: Item, owner: str, macros: Mapping[str, str]) -> Iterator[Typed | Problem]:
    clean = page.outline.clean
    item, problems = _mend_name(page, item, owner)
    yield from problems
    while True:
        expression = read_expression(clean, item.value_at, item.value_end)
        glued = _GLUED.match(clean, expression.end, item.value_end)
        yield from _read_value(page, item, owner, expression, macros, bool(glued))
        if not glued:
            return
        yield _describe_glued(page, owner, item.name, glued[1], glued.start())
        item = Item(glued[1], glued.start(), glued.end(), item.value_end)


_OFF = regex(r"(?:#+|//+|;+|!+)\s*[^\W\d][\w:+-]*")
"""The name of a field that somebody meant to comment out, with the signs that other languages have for it."""

_QUOTING = frozenset((">", "|", "+", ">>"))
"""What mails and patches set before each line."""


def _mend_name(page: Page, item: Item, owner: str) -> tuple[Item, tuple[Problem, ...]]:
    """Keep the last word of a name that is more than a name: the words before it belong to nothing."""
    if _NAME.fullmatch(item.name):
        return item, ()
    is_off = _OFF.fullmatch(item.name)
    last = None if is_off else re.search(r"[^\W\d][\w:+-]*\Z", item.name)
    what = f"'{shorten(item.name)}' is not the name of a field" if item.name else "A value stands without a name"
    place = page.place(item.name_at, item.name_at + max(len(item.name), 1))
    mended = replace(item, name=last[0], name_at=item.name_at + last.start()) if last else replace(item, name="")
    before = item.name[: last.start()].split() if last else []
    is_quoted = bool(before) and (set(before) <= _QUOTING or all(map(str.isdecimal, before)))
    hint = f"take the '{before[0]}' out that stands before it, as in all lines that begin so" if is_quoted else _WRITE
    if is_off:
        hint = "begin the line with '%' if it is a comment, or take away what stands before the name"
    return mended, (Problem("BIB301", place, f"{what} in {owner}", hint),)


def _read_value(
    page: Page, item: Item, owner: str, expression: Expression, macros: Mapping[str, str], is_cut: bool
) -> Iterator[Typed | Problem]:
    """The field and what is wrong with its value; `is_cut` says that another field follows in the value."""
    if expression.end < item.value_end and not is_cut:
        yield _describe_rest(page, item, owner, expression)
        yield Typed(item, page.text[item.value_at : item.value_end])
        return
    if not expression.parts:
        yield Problem(
            "BIB301", page.place(item.name_at, item.value_at), f"'{item.name}' in {owner} has no value", _WRITE
        )
        return
    value, problems = _join(page, item, owner, expression.parts, macros)
    yield from problems
    yield from _find_swallowed(page, item, owner, expression)
    for part in expression.parts:
        if not part.is_bare and (lone := find_lone(page.text, part.start, part.end)) is not None:
            yield _describe_lone(page, item, owner, lone)
    yield Typed(item, value)


def _join(
    page: Page, item: Item, owner: str, parts: tuple[Part, ...], macros: Mapping[str, str]
) -> tuple[str, list[Problem]]:
    words, problems, left = [], [], MOST
    for part in parts:
        word = page.text[part.start : part.end]
        if part.is_bare and not word.isdecimal():
            if word.lower() not in macros and item.name.lower() not in FILES:
                problems.append(_describe_bare(page, item, owner, part, word))
            word = macros.get(word.lower(), word)
            if len(word) > left:
                problems.append(_describe_growth(page, item, owner))
            word, left = word[:left], left - len(word[:left])
        words.append(word)
    return "".join(words), problems


def _find_swallowed(page: Page, item: Item, owner: str, expression: Expression) -> Iterator[Problem]:
    """Fields inside the delimiters of a value: its closing brace is missing, and one too many stands later.

    From an entry inside the value on, fields are those of that entry.
    """
    start, end = item.value_at, expression.end
    if page.text.find("\n", start, end) < 0 or page.text.find("=", start, end) < 0:
        return
    inside = _ENTRY.search(page.text, start, end)
    end = inside.start() if inside else end
    for match in _SWALLOWED.finditer(page.outline.clean, start, end):
        yield _describe_glued(page, owner, item.name, match["name"], match.start("name"))


def _describe_glued(page: Page, owner: str, name: str, glued: str, offset: int) -> Problem:
    message = f"'{glued}' in {owner} stands inside the value of '{name}'"
    hint = f"put a comma after the value of '{name}', and see that its braces or quotes are closed"
    return Problem("BIB346", page.place(offset, offset + len(glued)), message, hint)


def _describe_rest(page: Page, item: Item, owner: str, expression: Expression) -> Problem:
    if any(part.is_bare for part in expression.parts):
        message = f"The value of '{item.name}' in {owner} stands without braces"
        return Problem("BIB301", page.place(item.value_at, item.value_end), message, "put it in braces: '{...}'")
    rest = shorten(page.text[expression.end : item.value_end])
    message = f"'{rest}' follows the value of '{item.name}' in {owner}"
    hint = "end the value with a comma, or join its parts with '#'"
    return Problem("BIB301", page.place(expression.end, item.value_end), message, hint)


_QUOTES = "“”„‘’‚«»'"
"""Quotes that BibTeX does not take for quotes: without them a value is meant as it is within."""


def _describe_bare(page: Page, item: Item, owner: str, part: Part, word: str) -> Problem:
    place = page.place(part.start, part.end)
    if word[0].isalpha():
        hint = f"define it with '@string{{{shorten(word)} = {{...}}}}', or put the words in braces"
        return Problem("BIB311", place, f"The string '{shorten(word)}' in {owner} is not defined", hint)
    message = f"The value '{shorten(word)}' of '{item.name}' in {owner} is no number and stands without braces"
    bare = word.strip(_QUOTES) or word
    return Problem("BIB301", place, message, f"write '{{{shorten(bare)}}}'")


def _describe_lone(page: Page, item: Item, owner: str, lone: int) -> Problem:
    """A sign that ends the value too early to BibTeX, or lets it go on: with it the file is read otherwise."""
    sign = page.text[lone]
    where = f"in '{item.name}' of {owner}" if owner.startswith("'") else f"in {owner}"
    if sign == '"':
        message = f"BibTeX ends the value at the quote {where}, whatever stands before it"
        hint = """put the value in braces, or write {"}"""
    else:
        message = f"The '{sign}' {where} has no partner: BibTeX counts each brace, whatever stands before it"
        hint = "add the other one, or write \\textbrace" + ("left{}" if sign == "{" else "right{}")
    return Problem("BIB301", page.place(lone, lone + 1), message, hint, step=-1)


def _describe_growth(page: Page, item: Item, owner: str) -> Problem:
    value = f"'{item.name}' of {owner}" if owner.startswith("'") else owner
    message = f"The strings that make up {value} are longer than {MOST:,} characters: the rest is cut"
    return Problem("BIB301", page.place(item.value_at, item.value_end), message, "write the value out")
