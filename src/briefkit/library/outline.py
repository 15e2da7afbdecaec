"""The first look at a BibTeX text: which of its characters are structure, and which are comment or mere words.

`%` outside a value starts a comment that ends with its line (biber and pandoc read it so, the classic BibTeX does
not); `@comment{...}` with balanced braces is a comment whatever it holds; an `@word{` inside a value is text. The
parser knows none of this, so it gets a copy of the text, equally long, in which all that is blanked or dotted out.

An entry is *sound* when it follows the grammar to the letter; most do, and a pattern is enough to read them:

    entry = "@" type "{" key "," name "=" value { "," name "=" value } [ "," ] "}"
    value = part { "#" part }      part = word | "{" words "}" | '"' words '"'
"""

from __future__ import annotations

from collections.abc import Container, Generator
from dataclasses import dataclass

from briefkit.library.braces import hide_pairs
from briefkit.library.fields import REQUIRED, TYPES
from briefkit.patterns import regex
from briefkit.values import Value

PIECE = 50_000
"""How long a piece between two cuts is at least, in a run of sound entries."""

_OPENING = r"@\w*+[ \t]*+(?=[{(])"
_TYPE = rf"(?i:{'|'.join(sorted({*REQUIRED, *TYPES}))})"
_TORN = (
    rf"(?m:^)[^\S\n]*+(?P<torn>@(?:\s++{_TYPE}\s*+|{_TYPE}[^\S\n]*+\n\s*+))"
    r"(?=[{(]\s*+[^\s,{}()=\"]++\s*+,)"
)
"""The head of an entry with blanks in it, as BibTeX takes it: on a line of its own, of a type that is known."""

_TOP = regex(rf"%|{_TORN}|{_OPENING}")
_INSIDE = regex(rf'(?<!\\)[{{}}"]|[)%]|(?m:^)[^\S\n]*+{_OPENING}|{_OPENING}')
_SLASH = r"\\[\\{}\"]?+"
_BRACED = rf"\{{(?:[^{{}}\\@]++|{_SLASH}|\{{(?:[^{{}}\\@]++|{_SLASH}|\{{(?:[^{{}}\\@]++|{_SLASH})*+\}})*+\}})*+\}}"
_PART = rf"(?:\w++|{_BRACED}|\"[^{{}}\"\\@]*+\")"
_VALUE = rf"{_PART}(?:\s*+#\s*+{_PART})*+"
_ITEM = rf"([^\W\d][\w:+-]*+)\s*+=\s*+({_VALUE})\s*+(?:,\s*+|(?=\}}))"
SOUND_ITEM = regex(_ITEM)
"""The name and the value of a field in a sound entry."""

SOUND_HEAD = regex(r"@((?!(?i:comment|string|preamble))\w++)\{[ \t]*+([^\s,{}()=\"#%\\~'@]++),\s*+")
"""The type and the key of a sound entry."""

_SOUND = regex(rf"{SOUND_HEAD.pattern}(?:{_ITEM})++\}}")
_BRACES = regex(r"(?<!\\)[{}]|\)")
_ENDS = regex(
    r"\s*+(?:,?+\s*+(?:[^\W\d][\w:+-]*+\s*+=|[})]\s*+(?:[@%]|\Z))|#\s*+[\w{\"])"
    r"|,?+[^\S\n]*+\n[^\S\n]*+[})][^\S\n]*+\n[^\S\n]*+\n"
)
"""What follows a quote that ends a value with a brace left open in it: another field, a part, the end of the entry."""

_GOES_ON = regex(r"\s*+(?:#|[})]|,\s*+(?:[^\W\d][\w:+-]*+\s*+=|[})%]))")
"""What follows the value of a field."""

MOST_INSIDE = 5
"""How many heads a value may hold: so far is looked ahead for its end."""

_HEAD = regex(
    r"[^\S\n]*+@\w++[ \t]*+[{(]\s*+[^\s,{}()=\"]*+(?:\s*+,|[^\S\n]*+\n)\s*+(?:[%})]|[^\s{}\",=()@]++\s*+=)"
    r"|[^\S\n]*+@(?i:string|preamble|comment)[ \t]*+[{(]"
)


def is_sound(text: str) -> bool:
    """Whether a text begins with a sound entry."""
    return _SOUND.match(text) is not None


class Outline(Value):
    """A copy of a text in which only structure stands out, the spans of its comments, and where it may be cut.

    A cut stands at the start of a sound entry on a line of its own, behind the end of another block: what comes before
    and what comes behind are read without each other. After a block that is not sound there is one as soon as there can
    be. `is_open` says that an `@comment` is never closed: then what is comment depends on the whole text.
    """

    clean: str
    comments: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    is_open: bool = False


class _Cover(Value):
    """Characters that the parser must not see as they are, and what it sees instead: `kind` says why."""

    kind: str
    start: int
    end: int
    shown: str


_Covers = Generator[_Cover, None, int]
"""Yields covers in the order of the text and returns the offset where the walk goes on."""


def draw_outline(text: str, stops: Container[int] = ()) -> Outline:
    """Tell structure from comments and words; never fails, whatever the text.

    The outline ends before the end of the text at the first of the `stops` that is a cut: what lies behind is known.
    """
    text = hide_pairs(text).replace("\\\n", " \n")  # the parser does not count the end of a line after a backslash
    covers = tuple(_walk(text, stops))
    end = covers[-1].start if covers and covers[-1].kind == "stop" else len(text)
    pieces: list[str] = []
    offset = 0
    for cover in covers:
        pieces += (text[offset : cover.start], cover.shown)
        offset = cover.end
    comments = tuple((cover.start, cover.end) for cover in covers if cover.kind == "comment")
    cuts = tuple(cover.start for cover in covers if cover.kind == "cut")
    is_open = any(cover.kind == "open" for cover in covers)
    return Outline("".join([*pieces, text[offset:end]]), comments, cuts, is_open)


def _walk(text: str, stops: Container[int]) -> _Covers:
    offset, cut, is_sound, is_open = 0, 0, True, False
    seen = _Seen()
    while mark := _TOP.search(text, offset):
        start = mark.start()
        if mark[0] == "%":
            offset = yield from _cover_comment(text, start)
        elif mark["torn"]:
            head = "@" + mark["torn"][1:].strip()
            yield _Cover("words", mark.start("torn"), mark.end(), head.ljust(len(mark["torn"])))
            offset, is_sound = (yield from _walk_block(text, mark.end(), seen)), False
        elif sound := _SOUND.match(text, start):
            if start >= seen.end and text[start - 1] == "\n" and text[offset:start].isspace():
                if start in stops:
                    yield _Cover("stop", start, start, "")
                    return start
                if start - cut > PIECE or not is_sound:
                    cut, is_sound = start, True
                    yield _Cover("cut", cut, cut, "")
            offset = sound.end()
        elif not mark[0].lower().startswith("@comment"):
            offset, is_sound = (yield from _walk_block(text, mark.end(), seen)), False
        elif not is_open and (end := _find_end(text, mark.end())):
            yield _Cover("comment", start + 1, end, text[start + 1 : end].replace("@", "."))
            offset, is_sound = end, False
        else:
            yield _Cover("open", start, start, "")
            offset, is_open = mark.end(), True  # one look ahead to the end of the text is enough
            is_sound = False
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


@dataclass(slots=True)
class _Seen:
    """How far ahead a walk had to look: before that no cut may be, since what is behind it was made use of."""

    end: int = 0


def _walk_block(text: str, opening: int, seen: _Seen) -> _Covers:
    """Walk to the end of an entry, or to the line where the next one starts if it is never closed."""
    closing = "}" if text[opening] == "{" else ")"
    depth, inner, quoted, covered, inside = 0, 0, False, 0, 0
    for mark in _INSIDE.finditer(text, opening + 1):
        sign = mark[0]
        if mark.start() < covered:
            continue
        if sign == closing and not depth and not quoted:
            return mark.end()
        if sign == "{" or sign == "}":
            change = 1 if sign == "{" else -1
            depth, inner = (depth, max(inner + change, 0)) if quoted else (max(depth + change, 0), 0)
        elif sign == '"' and not depth:
            if quoted and inner and not _ENDS.match(text, mark.end()):
                yield _Cover("words", mark.start(), mark.end(), ".")
            else:
                quoted, inner = not quoted, 0
        elif sign == "%" and not depth and not quoted and text[mark.start() - 1] in ' \t\n,}"':
            covered = yield from _cover_comment(text, mark.start())
        elif "@" in sign:
            if mark.start() >= inside and _is_head(text, mark.start()):
                inside = 0 if quoted or not depth else _find_inside(text, mark.start(), depth, seen)
                if not inside:
                    return mark.start()
            if depth or quoted:
                at = mark.end() - len(sign.lstrip())
                yield _Cover("words", at, at + 1, ".")
    return len(text)


def _is_head(text: str, offset: int) -> bool:
    """Whether a line begins here, and with it what is very probably an entry."""
    return (offset == 0 or text[offset - 1] == "\n") and _HEAD.match(text, offset) is not None


def _find_inside(text: str, start: int, depth: int, seen: _Seen) -> int:
    """Where the value ends in which a head stands, `depth` braces deep; 0 if they are not closed, or not as of a value.

    Then it is the entry before the head that is not closed.
    """
    heads = 0
    for mark in _INSIDE.finditer(text, start):
        sign = mark[0]
        seen.end = max(seen.end, mark.end())
        if "@" in sign:
            heads += _is_head(text, mark.start())
            if heads > MOST_INSIDE:
                return 0
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
            if not depth:
                after = _GOES_ON.match(text, mark.end())
                return mark.end() if after else 0
    seen.end = len(text)
    return 0
