"""One BibTeX file in; out come entries that other programs refuse, and characters that are not what they seem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.characters import find_garbled, find_hidden
from briefkit.library.blocks import Block, Entry
from briefkit.library.pages import Page
from briefkit.model import Problem
from briefkit.text import plural


def find_oddities(page: Page, blocks: Iterable[Block]) -> Iterator[Problem]:
    """The entries in parentheses, told once for a file, and every hidden or garbled character."""
    yield from _find_parentheses(page, [block for block in blocks if isinstance(block, Entry)])
    for odd in find_garbled(page.text):
        message = f"The text was saved or read in the wrong encoding: {odd.what}{odd.rest}"
        hint = "take the text from where it came from once more, and save it as UTF-8"
        yield Problem("BIB306", page.place(odd.start, odd.end), message, hint)
    for odd in find_hidden(page.text):
        message = f"A character that cannot be seen stands here: {odd.what}{odd.rest}"
        yield Problem("DOC813", page.place(odd.start, odd.end), message, "delete it")


def _find_parentheses(page: Page, entries: list[Entry]) -> Iterator[Problem]:
    found = [e for e in entries if page.outline.clean.find("(", e.start, e.key_end) >= 0 and _opens_round(page, e)]
    if found:
        first = found[0]
        others = f", and so do {plural(len(found) - 1, 'other')} in this file" if len(found) > 1 else ""
        others = others.replace("so do 1", "so does 1")
        message = f"The entry '{first.key}' stands in parentheses{others}: some programs refuse the whole file"
        yield Problem("BIB305", page.place(first.start, first.key_end), message, f"write '@{first.type}{{{first.key},'")


def _opens_round(page: Page, entry: Entry) -> bool:
    """Whether the first of the two signs that may open an entry is the round one."""
    head = page.outline.clean[entry.start : entry.key_end]
    return "{" not in head[: head.index("(")]
