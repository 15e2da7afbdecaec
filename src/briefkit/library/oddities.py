"""The pages of a BibTeX file in; out come entries that other programs refuse, and characters that are not what they
seem.

Each page is looked at by itself; what is told of a file is told once for all of its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.characters import MOST, Odd, find_garbled, find_hidden
from briefkit.library.blocks import Block, Entry
from briefkit.library.pages import Page
from briefkit.model import Place, Problem
from briefkit.text import plural
from briefkit.values import Value

KINDS = ("round", "garbled", "hidden")


class Oddity(Value):
    """One thing that is odd: its kind, its place, what it is, and how many alike follow it untold."""

    kind: str
    place: Place
    what: str
    more: int = 0


def find_oddities(page: Page, blocks: Iterable[Block]) -> Iterator[Oddity]:
    """The entries in parentheses, and the hidden and garbled characters of a page: the first of each kind."""
    found = [e for e in blocks if isinstance(e, Entry) and _opens_round(page, e)]
    for entry in found[:1]:
        what = f"@{entry.type}{{{entry.key},"
        yield Oddity("round", page.place(entry.start, entry.key_end), what, len(found) - 1)
    yield from (_mark(page, "garbled", odd) for odd in find_garbled(page.text))
    yield from (_mark(page, "hidden", odd) for odd in find_hidden(page.text))


def _mark(page: Page, kind: str, odd: Odd) -> Oddity:
    return Oddity(kind, page.place(odd.start, odd.end), odd.what, odd.more)


def _opens_round(page: Page, entry: Entry) -> bool:
    """Whether the first of the two signs that may open an entry is the round one."""
    head = page.outline.clean[entry.start : entry.key_end]
    return "(" in head and "{" not in head[: head.index("(")]


def tell_oddities(oddities: Iterable[Oddity]) -> Iterator[Problem]:
    """What to say of the oddities of one file, in the order of its pages: of each kind only the first ones."""
    by_kind: dict[str, list[Oddity]] = {kind: [] for kind in KINDS}
    for oddity in oddities:
        by_kind[oddity.kind].append(oddity)
    for kind, found in by_kind.items():
        told = found[: 1 if kind == "round" else MOST]
        untold = len(found) - len(told) + sum(oddity.more for oddity in found)
        for oddity in told:
            yield _describe(oddity, untold if oddity is told[-1] else 0)


def _describe(oddity: Oddity, more: int) -> Problem:
    if oddity.kind == "round":
        return _describe_round(oddity, more)
    rest = Odd(0, 0, "", more).rest
    if oddity.kind == "garbled":
        message = f"The text was saved or read in the wrong encoding: {oddity.what}{rest}"
        hint = "take the text from where it came from once more, and save it as UTF-8"
        return Problem("BIB306", oddity.place, message, hint)
    return Problem(
        "DOC813", oddity.place, f"A character that cannot be seen stands here: {oddity.what}{rest}", "delete it"
    )


def _describe_round(oddity: Oddity, more: int) -> Problem:
    verb = "does" if more == 1 else "do"
    others = f", and so {verb} {plural(more, 'other')} in this file" if more else ""
    key = oddity.what.partition("{")[2].removesuffix(",")
    message = f"The entry '{key}' stands in parentheses{others}: some programs refuse the whole file"
    return Problem("BIB305", oddity.place, message, f"write '{oddity.what}'")
