"""Two counts of the entries in a BibTeX text that share nothing with our reader: a regular expression, and a scanner."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = re.compile(r"(?m)^[^\S\n]*(?=(@\s*([^\s{(\"@,=]+)\s*[{(]\s*([^,\s}]*)))")
NO_ENTRY = ("comment", "string", "preamble")


@dataclass(frozen=True, slots=True)
class Head:
    """What opens like an entry: its 1-based line and its key."""

    line: int
    key: str


def heads(text: str) -> list[Head]:
    """Every line that opens like an entry, wherever it stands."""
    found = (match for match in HEAD.finditer(text) if match[2].lower() not in NO_ENTRY)
    return [Head(text.count("\n", 0, match.start(1)) + 1, match[3]) for match in found]


def entries(text: str) -> list[Head]:
    """The entries of a sound text, read sign by sign: comments and the words of values are passed over."""
    found: list[Head] = []
    at = 0
    while at < len(text):
        if text[at] == "%":
            at = _end_of_line(text, at)
        elif text[at] == "@" and (match := re.compile(r"@\s*(\w+)\s*([{(])\s*([^,\s{}()]*)").match(text, at)):
            if match[1].lower() not in NO_ENTRY:
                found.append(Head(text.count("\n", 0, at) + 1, match[3]))
            at = _close(text, match.end(2) - 1)
        else:
            at += 1
    return found


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _close(text: str, opening: int) -> int:
    """The offset behind the sign that closes a block."""
    closing = {"{": "}", "(": ")"}[text[opening]]
    depth, quoted, at = 0, False, opening + 1
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == closing and not depth and not quoted:
            return at + 1
        elif sign == '"' and not depth:
            quoted = not quoted
        elif sign == "%" and not depth and not quoted:
            at = _end_of_line(text, at)
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
        at += 1
    return len(text)
