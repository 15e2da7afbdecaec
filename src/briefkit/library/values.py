"""The value of a field as typed: `{text}`, `"text"`, numbers and names of strings, joined by `#`."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.braces import find_end
from briefkit.patterns import regex
from briefkit.values import Value

_SIGNS = regex(r'(?<!\\)[{}"]')
_RAW = regex(r'[{}"]')
_QUOTE = regex(r'(?<!\\)"')
_WORD = regex(r'[^\s#{}",]+')
_SPACE = regex(r"\s*")
_JOIN = regex(r"\s*#\s*")


class Part(Value):
    """One operand: where its words start and end, and whether it stands without delimiters."""

    start: int
    end: int
    is_bare: bool


class Expression(Value):
    """The operands of a value, and where it stops to make sense: its end if all of it does."""

    parts: tuple[Part, ...]
    end: int


def is_plain(clean: str, start: int, end: int) -> bool:
    """Whether the value is one pair of braces with none inside, as most are."""
    is_closed = clean.startswith("{", start, end) and clean.find("}", start, end) == end - 1
    return is_closed and clean.find("{", start + 1, end) < 0 and clean[end - 2] != "\\"


def read_expression(clean: str, start: int, end: int) -> Expression:
    """Read the value between two offsets as far as it follows the grammar."""
    parts = tuple(_read_parts(clean, start, end))
    after = parts[-1].end + (not parts[-1].is_bare) if parts else start
    space = _SPACE.match(clean, after, end)
    return Expression(parts, space.end() if space else after)


def find_lone(text: str, start: int, end: int) -> int | None:
    """The offset of a sign between two delimiters at which BibTeX reads a value otherwise than it is meant, if any.

    To BibTeX a backslash says nothing: each brace counts, and outside of them a quote ends a value in quotes.
    """
    open_braces: list[int] = []
    is_quoted = text[start - 1] == '"'
    for sign in _RAW.finditer(text, start, end):
        if sign[0] == "{":
            open_braces.append(sign.start())
        elif sign[0] == "}" and open_braces:
            open_braces.pop()
        elif sign[0] == "}" or (is_quoted and not open_braces):
            return sign.start()
    return open_braces[-1] if open_braces else None


def _read_parts(clean: str, start: int, end: int) -> Iterator[Part]:
    join = _SPACE.match(clean, start, end)
    while join:
        start = join.end()
        after = _find_end(clean, start, end)
        if after is None:
            return
        bare = clean[start] not in '{"'
        yield Part(start, after, True) if bare else Part(start + 1, after - 1, False)
        join = _JOIN.match(clean, after, end)


def _find_end(clean: str, start: int, end: int) -> int | None:
    """Where the operand that starts here ends; nothing if there is none."""
    match clean[start : min(start + 1, end)]:
        case "{":
            return find_end(clean, start, end)
        case '"':
            return _close_quote(clean, start, end)
    word = _WORD.match(clean, start, end)
    return word.end() if word else None


def _close_quote(clean: str, start: int, end: int) -> int | None:
    """A quote inside braces belongs to the text; with braces that never close, the next quote ends it."""
    depth = 0
    for sign in _SIGNS.finditer(clean, start + 1, end):
        if sign[0] == '"' and depth <= 0:
            return sign.end()
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
    quote = _QUOTE.search(clean, start + 1, end)
    return quote.end() if quote else None
