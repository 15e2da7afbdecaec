"""Edits of a text in, the spans of it that they replace out; and spans and the bytes of a file in, its new bytes out.

A rule says what should be written, not where its letters stand in the file: that is found here, by reading the blocks
of the text again. An edit that could mean something else than was meant gets no spans: a value that is made of
strings, that holds another field, or whose new text would not be read as one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefkit.library.blocks import Entry, Item
from briefkit.library.braces import hide_pairs, is_balanced
from briefkit.library.items import MONTHS, Typed, read_item
from briefkit.library.pages import Page, open_page
from briefkit.library.reader import read_blocks, read_blocks_at
from briefkit.library.values import Part, read_expression
from briefkit.model import Edit
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

BOM = b"\xef\xbb\xbf"

_COMMA = regex(r"\s*,")
_BLANKS = regex(r"[^\S\n]*")


class Span(Value, order=True):
    """Characters of a text, from `start` to `end`, and what is to stand there instead."""

    start: int
    end: int
    text: str


Spans = tuple[Span, ...]


def find_spans(path: str, text: str, edits: Sequence[Edit]) -> list[Spans]:
    """For each edit what it replaces in the text of a file (newlines as LF); nothing where that is not sure."""
    lines = Lines(path, text)
    starts = [lines.offset(edit.place.line, edit.place.column) for edit in edits]
    structural = [(edit, start) for edit, start in zip(edits, starts, strict=True) if edit.what != "text"]
    finder = _Finder(open_page(path, text), structural) if structural else None
    return [
        finder.find(edit, start) if edit.what != "text" and finder else _find_text(lines, edit, start)
        for edit, start in zip(edits, starts, strict=True)
    ]


def _find_text(lines: Lines, edit: Edit, start: int) -> Spans:
    end = lines.offset(edit.place.end_line, edit.place.end_column)
    return tuple(_narrow(start, lines.text[start:end], edit.text))


class _Finder:
    """The entries and fields of a page that some edits speak of, by the offsets at which they begin.

    Beside a field stands whether it is the only one of its name.
    """

    def __init__(self, page: Page, edits: Iterable[tuple[Edit, int]]) -> None:
        self.page = page
        wanted = {start for edit, start in edits if edit.what != "braces"}
        self.fields: dict[int, tuple[Item, bool]] = {}
        for _, items in read_blocks_at(page, sorted(wanted)):
            counts = Counter(item.name.lower() for item in items)
            named = (item for item in items if item.name_at in wanted)
            self.fields |= {item.name_at: (item, counts[item.name.lower()] == 1) for item in named}
        whole = any(edit.what == "braces" for edit, _ in edits)
        blocks = (block for block, _ in read_blocks(page)) if whole else ()
        self.entries = [block for block in blocks if isinstance(block, Entry)]

    def find(self, edit: Edit, start: int) -> Spans:
        """What an edit replaces."""
        if edit.what == "braces":
            first = bisect_left(self.entries, start, key=lambda entry: entry.start)
            return tuple(span for entry in self.entries[first:] for span in _find_braces(self.page, entry))
        if start not in self.fields:
            return ()
        item, is_only = self.fields[start]
        part = _only_part(self.page, item)
        if part is None:
            return ()
        if edit.what == "value":
            return _find_value(self.page, part, edit.text)
        return _find_field(self.page, item) if is_only else ()  # of two of one name the first counts


def _only_part(page: Page, item: Item) -> Part | None:
    """The one operand that a sound value is made of: words in delimiters, or a number."""
    read = list(read_item(page, item, "", MONTHS))
    parts = read_expression(page.outline.clean, item.value_at, item.value_end).parts
    if len(read) != 1 or not isinstance(read[0], Typed) or len(parts) != 1:
        return None
    return None if parts[0].is_bare and not page.text[parts[0].start : parts[0].end].isdecimal() else parts[0]


def _find_value(page: Page, part: Part, new: str) -> Spans:
    """The words between the delimiters; with these where they could not hold the new ones."""
    old, around = page.text[part.start : part.end], int(not part.is_bare)
    if new == old:
        return ()
    opening, closing = page.text[part.start - 1], page.text[part.end : part.end + 1]
    if around and _is_one_value(f"{opening}{new}{closing}"):
        return tuple(_narrow(part.start, old, new))
    braced = f"{{{new}}}"
    return (Span(part.start - around, part.end + around, braced),) if _is_one_value(braced) else ()


def _is_one_value(typed: str) -> bool:
    expression = read_expression(hide_pairs(typed), 0, len(typed))
    return len(expression.parts) == 1 and expression.end == len(typed)


def _find_field(page: Page, item: Item) -> Spans:
    """The field with its comma, and with its line when nothing else stands in it."""
    text, end = page.text, item.value_end
    if comma := _COMMA.match(page.outline.clean, end):
        if text[end : comma.end() - 1].strip():
            return ()  # a comment stands before the comma
        end = comma.end()
    start, after = text.rfind("\n", 0, item.name_at) + 1, _BLANKS.match(text, end)
    end = after.end() if after else end
    if not text[start : item.name_at].strip() and text.startswith("\n", end):
        return (Span(start, end + 1, ""),)
    ends_line = text.startswith("\n", end)
    blanks = len(text[start : item.name_at]) - len(text[start : item.name_at].rstrip()) if ends_line else 0
    return (Span(item.name_at - blanks, end, ""),)


def _find_braces(page: Page, entry: Entry) -> Iterator[Span]:
    """Both parentheses of an entry; none when the braces in it would not let another pair end where it must."""
    clean = page.outline.clean
    opening = clean.find("(", entry.start, entry.key_end)
    closes = entry.end - 1
    if opening < 0 or "{" in clean[entry.start : opening] or not page.text.startswith(")", closes):
        return
    if clean[closes - 1] != "\\" and is_balanced(clean[opening + 1 : closes]):
        yield Span(opening, opening + 1, "{")
        yield Span(closes, closes + 1, "}")


def _narrow(start: int, old: str, new: str) -> Iterator[Span]:
    """What differs between two texts, line by line when they have as many: no more than that is touched."""
    olds, news = old.split("\n"), new.split("\n")
    if len(olds) != len(news):
        olds, news = [old], [new]
    for before, after in zip(olds, news, strict=True):
        if before != after:
            head = _shared(before, after)
            tail = _shared(before[head:][::-1], after[head:][::-1])
            yield Span(start + head, start + len(before) - tail, after[head : len(after) - tail])
        start += len(before) + 1


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    most = min(len(one), len(other))
    return next((n for n in range(most) if one[n] != other[n]), most)


def apply_spans(data: bytes, spans: Iterable[Span]) -> bytes:
    """The bytes of a file with these spans of its text replaced; all else stays, newlines and mark included."""
    raw = data.removeprefix(BOM).decode("utf-8")
    shifts = [match.start() - number for number, match in enumerate(re.finditer("\r\n", raw))]
    newline = next((match[0] for match in re.finditer("\r\n|\r|\n", raw)), "\n")
    pieces, done = [], 0
    for span in sorted(spans):
        start, end = (offset + bisect_left(shifts, offset) for offset in (span.start, span.end))
        pieces += [raw[done:start], span.text.replace("\n", newline)]
        done = end
    mark = BOM if data.startswith(BOM) else b""
    return mark + "".join((*pieces, raw[done:])).encode("utf-8")
