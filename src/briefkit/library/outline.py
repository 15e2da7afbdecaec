"""The first look at a BibTeX text: which of its characters are structure, and which are comment or mere words.

`%` outside a value starts a comment that ends with its line (biber and pandoc read it so, the classic BibTeX does
not); `@comment{...}` with balanced braces is a comment whatever it holds; an `@word{` inside a value is text. The
parser knows none of this, so it gets a copy of the text, equally long, in which all that is blanked or dotted out.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

_PIECE = 50_000
"""How long a piece between two cuts is at least."""

_OPENING = r"@\w*+[ \t]*+(?=[{(])"
_TOP = re.compile(rf"%|{_OPENING}")
_INSIDE = re.compile(rf'(?<!\\)[{{}}"]|[)%]|(?m:^)[^\S\n]*+{_OPENING}|{_OPENING}')
_SLASH = r"\\++[{}\"]?+"
_BRACED = rf"\{{(?:[^{{}}\\@]++|{_SLASH}|\{{(?:[^{{}}\\@]++|{_SLASH}|\{{(?:[^{{}}\\@]++|{_SLASH})*+\}})*+\}})*+\}}"
_PLAIN = re.compile(rf"@\w++\{{(?:[^{{}}\\@%\"]++|{_SLASH}|{_BRACED})*+\}}")
_BRACES = re.compile(r"(?<!\\)[{}]|\)")
_HEAD = re.compile(
    r"[^\S\n]*+@\w++[ \t]*+[{(]\s*+[^\s,{}()=\"]*+(?:\s*+,|[^\S\n]*+\n)\s*+(?:[%})]|[^\s{}\",=()@]++\s*+=)"
    r"|[^\S\n]*+@(?i:string|preamble|comment)[ \t]*+[{(]"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """A copy of a text in which only structure stands out, the spans of its comments, and where it may be cut.

    A cut stands at the start of an entry after another sound one: the text can be parsed in pieces between cuts.
    """

    clean: str
    comments: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Cover:
    """Characters that the parser must not see as they are, and what it sees instead: `kind` says why."""

    kind: str
    start: int
    end: int
    shown: str


_Covers = Generator[_Cover, None, int]
"""Yields covers in the order of the text and returns the offset where the walk goes on."""


def draw_outline(text: str) -> Outline:
    """Tell structure from comments and words; never fails, whatever the text."""
    text = text.replace("\\\n", " \n")  # the parser does not count the end of a line after a backslash
    covers = tuple(_walk(text))
    pieces: list[str] = []
    offset = 0
    for cover in covers:
        pieces += (text[offset : cover.start], cover.shown)
        offset = cover.end
    comments = tuple((cover.start, cover.end) for cover in covers if cover.kind == "comment")
    cuts = tuple(cover.start for cover in covers if cover.kind == "cut")
    return Outline("".join([*pieces, text[offset:]]), comments, cuts)


def _walk(text: str) -> _Covers:
    offset, cut, may_close = 0, 0, True
    while mark := _TOP.search(text, offset):
        start = mark.start()
        if mark[0] == "%":
            offset = yield from _cover_comment(text, start)
        elif plain := _PLAIN.match(text, start):
            if start - cut > _PIECE and text[start - 1] == "\n" and text[offset:start].isspace():
                cut = start
                yield _Cover("cut", cut, cut, "")
            offset = plain.end()
        elif not mark[0].lower().startswith("@comment"):
            offset = yield from _walk_block(text, mark.end())
        elif may_close and (end := _find_end(text, mark.end())):
            yield _Cover("comment", start + 1, end, text[start + 1 : end].replace("@", "."))
            offset = end
        else:
            offset, may_close = mark.end(), False  # one look ahead to the end of the text is enough
    return len(text)


def _cover_comment(text: str, start: int) -> _Covers:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    yield _Cover("comment", start, end, " " * (end - start))
    return end


def _find_end(text: str, opening: int) -> int:
    """Where the braces or parentheses opened here are closed; 0 if they never are."""
    depth, closing = 0, "}" if text[opening] == "{" else ")"
    for mark in _BRACES.finditer(text, opening + 1):
        if depth == 0 and mark[0] == closing:
            return mark.end()
        if mark[0] != ")":
            depth = depth + 1 if mark[0] == "{" else max(depth - 1, 0)
    return 0


def _walk_block(text: str, opening: int) -> _Covers:
    """Walk to the end of an entry, or to the line where the next one starts if it is never closed."""
    closing = "}" if text[opening] == "{" else ")"
    depth, quoted, covered = 0, False, 0
    for mark in _INSIDE.finditer(text, opening + 1):
        sign = mark[0]
        if mark.start() < covered:
            continue
        if sign == closing and not depth and not quoted:
            return mark.end()
        if sign == "{" or sign == "}":
            depth += 0 if quoted else 1 if sign == "{" else -1 if depth else 0
        elif sign == '"':
            quoted = quoted != (not depth and not _is_braced(text, mark.start(), quoted))
        elif sign == "%" and not depth and not quoted and text[mark.start() - 1] in ' \t\n,}"':
            covered = yield from _cover_comment(text, mark.start())
        elif "@" in sign:
            if (mark.start() == 0 or text[mark.start() - 1] == "\n") and _HEAD.match(text, mark.start()):
                return mark.start()
            if depth or quoted:
                at = mark.end() - len(sign.lstrip())
                yield _Cover("words", at, at + 1, ".")
    return len(text)


def _is_braced(text: str, offset: int, quoted: bool) -> bool:
    """Whether a quote inside quotes stands for itself, as `{"}`."""
    return quoted and text[offset - 1] == "{" and text[offset + 1 : offset + 2] == "}"
