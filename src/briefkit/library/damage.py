"""A block the parser gave up on, or a value that no build gets through, in; what is wrong in an author's words out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefkit.library.blocks import Broken
from briefkit.library.braces import measure_depth
from briefkit.library.names import NAME_FIELDS
from briefkit.library.pages import Page
from briefkit.model import Problem
from briefkit.patterns import regex
from briefkit.text import shorten

_HEAD = regex(r"@(?P<type>\w*)[ \t]*[{(]\s*(?P<key>[^\s,{}()=\"]*)")
_VALUE = regex(r"\s*=\s*[{\"\d]")
_CURLY = regex(r"=\s*(?P<sign>[\u2018\u2019\u201c\u201d\u201e])")
"""A value that begins with a quotation mark of print."""

_TAIL = regex(r"(?:\A|[,{}(\"])([^,{}(\"]*)\Z")

_REASONS = (
    (r"end of file", "{what} is never closed", "add the '{closing}', or the brace or quote that is missing before it"),
    (
        r"block start.* (?:closing )?`(?P<sign>.)`",
        "{what} is not closed before line {next}, where another entry begins",
        "add the '{sign}' that is missing",
    ),
    (
        r"block start",
        "{what} is not closed before line {next}, where another entry begins",
        "add the '{closing}' that is missing",
    ),
    (
        r"comma after entry key, but found =",
        "{what} has no comma after its key, or no key",
        "begin with '@{type}{{key,'",
    ),
    (
        r"comma after entry key, but found (?P<sign>.)",
        "{what} has no comma after its key, but '{sign}' in line {line}",
        "begin with '@{type}{{key,'",
    ),
    (r"entry key `(?P<name>[^`]*)`", "'{name}' in {what} has no value", "write '{name} = {{...}}', or take it out"),
    (
        r"after entry key, but found `(?P<sign>.)",
        "{what}: expected 'name = {{value}}' in line {line}, not '{tail}{sign}'",
        "look for a comma too many, an '=' that is missing, or a value without braces",
    ),
    (r"equals sign", "{what} is not of the form '@string{{name = {{value}}}}'", "write it so"),
    (r"", "{what} cannot be read", "write it as '@{type}{{key, name = {{value}}}}'"),
)
"""What the parser says, what we say, and the cure."""


def describe_broken(page: Page, block: Broken) -> Problem:
    """Say which entry is broken, where reading stopped, and what would mend it."""
    head = _HEAD.match(page.outline.clean, block.start)
    end = head.end() if head else block.end
    matches = ((re.search(pattern, block.reason), message, hint) for pattern, message, hint in _REASONS)
    reason, message, hint = next(found for found in matches if found[0])
    words = _find_words(page, block, head, end) | {name: _line(text) for name, text in _groups(reason)}
    if curly := _CURLY.search(page.outline.clean, end, block.end):
        message, hint = "{what}: '{sign}' in line {line} is no quotation mark to BibTeX", "put the value in braces"
        words |= {"sign": curly["sign"], "line": page.line(curly.start("sign"))}
    if head and "found =" in block.reason and _lacks_key(head, page.outline.clean):
        code, message = "BIB302", "This {type} has no key"
    else:
        code = "BIB301"
    key = head["key"] if head and code == "BIB301" else ""
    return Problem(code, page.place(block.start, end), message.format(**words), hint.format(**words), key=key)


def _groups(reason: re.Match[str] | None) -> Iterable[tuple[str, str]]:
    return reason.groupdict("").items() if reason else ()


def _line(text: str) -> str:
    """Words that were read as one, on one line, as far as a message may show them."""
    return shorten(" ".join(text.split()))


def _lacks_key(head: re.Match[str], clean: str) -> bool:
    """Whether the first field stands where the key should: `@book{title = {X}}`."""
    is_entry = head["type"].lower() not in ("string", "preamble", "comment")
    return is_entry and bool(_VALUE.match(clean, head.end()))


def _find_words(page: Page, block: Broken, head: re.Match[str] | None, start: int) -> dict[str, str | int]:
    """What the messages speak of: the entry, its type, the line where reading stopped and the words before that."""
    clean = page.outline.clean
    tail = _TAIL.search(clean[max(block.end - 60, start) : block.end])
    return {
        "what": _name(head, clean),
        "type": head["type"] if head else "",
        "closing": ")" if head and "(" in head[0] else "}",
        "line": page.line(block.end),
        "next": page.line(block.end + 1),
        "tail": _line(tail[1]) if tail else "",
    }


def _name(head: re.Match[str] | None, clean: str) -> str:
    is_entry = head and head["key"] and head["type"].lower() not in ("string", "preamble", "comment")
    if head and is_entry and not clean[head.end() : head.end() + 9].lstrip().startswith("="):
        return f"'{head['key']}'"
    return f"This @{head['type']}" if head else "This entry"


_DEEPEST = 100
_DEEPEST_FORMULA = 12
_LONGEST = 100_000


def find_burden(name: str, value: str) -> str:
    """Why a value cannot be printed, in words that follow its name; empty for one that can be."""
    if len(value) > _LONGEST and name not in NAME_FIELDS:
        return f"has {len(value):,} signs"
    most = _DEEPEST_FORMULA if "$" in value else _DEEPEST
    if value.count("{") > most and (depth := measure_depth(value)) > most:
        return f"is nested {depth:,} deep"
    return ""
