"""What a field prints, as pieces of text that look alike: joined where they do, without blanks at the ends.

Out come pieces, or the markup of CSL-JSON: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.values import Value, replace


class Piece(Value):
    """Words that look alike: their looks from the outermost in, each with its own number, as (`i`, 3).

    `is_kept` says that braces keep their capitals, or that they are no words at all; `is_typed` that they are a
    formula, as typed.
    """

    text: str
    looks: tuple[tuple[str, int], ...] = ()
    is_kept: bool = False
    is_typed: bool = False


def merge(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours that look alike."""
    for _, run in groupby(pieces, lambda piece: (piece.looks, piece.is_kept, piece.is_typed)):
        first, *others = run
        yield replace(first, text="".join((first.text, *(one.text for one in others)))) if others else first


def trim(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Take the blanks from the ends, and the second of two blanks."""
    kept: list[Piece] = []
    is_blank = True
    for piece in pieces:
        text = piece.text if piece.is_typed else re.sub(r" {2,}", " ", piece.text)
        text = text.removeprefix(" ") if is_blank else text
        if text:
            kept.append(piece if text == piece.text else replace(piece, text=text))
            is_blank = text[-1] in " \n"
    while kept and not (text := kept[-1].text.rstrip(" \n")):
        kept.pop()
    return (*kept[:-1], replace(kept[-1], text=text)) if kept else ()


_OPENING = {
    "i": "<i>",
    "b": "<b>",
    "u": "<u>",
    "sup": "<sup>",
    "sub": "<sub>",
    "sc": '<span style="font-variant:small-caps;">',
}
_CLOSING = {"i": "</i>", "b": "</b>", "u": "</u>", "sup": "</sup>", "sub": "</sub>", "sc": "</span>"}
_BACK = {"i": '<span style="font-style:normal;">', "b": '<span style="font-weight:normal;">'}
"""Italics inside italics are upright again."""

_ENDS = "!?.,:;"


def to_html(pieces: Iterable[Piece]) -> str:
    """The text with its looks as tags."""
    parts: list[str] = []
    open_looks: tuple[tuple[str, int], ...] = ()
    closing: list[str] = []
    for piece in pieces:
        same = _count_same(open_looks, piece.looks)
        while len(closing) > same:
            parts.append(closing.pop())
        for depth in range(same, len(piece.looks)):
            opened, closed = _tags(piece.looks, depth)
            parts.append(opened)
            closing.append(closed)
        parts.append(piece.text)
        open_looks = piece.looks
    return "".join((*parts, *reversed(closing)))


def _count_same(first: tuple[tuple[str, int], ...], second: tuple[tuple[str, int], ...]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _tags(looks: tuple[tuple[str, int], ...], depth: int) -> tuple[str, str]:
    look = looks[depth][0]
    is_inside = sum(name == look for name, _ in looks[:depth]) % 2 == 1
    if is_inside and look in _BACK:
        return _BACK[look], "</span>"
    return _OPENING.get(look, ""), _CLOSING.get(look, "")


def join(sign: str, texts: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Texts one after the other with the sign between, unless the one before ends in such a sign."""
    whole: tuple[Piece, ...] = ()
    for text in texts:
        if whole and text:
            last = whole[-1]
            is_ended = last.text[-1] in _ENDS and not last.looks and not last.is_kept
            whole = (*whole, Piece(" " if is_ended else f"{sign} "), *text)
        else:
            whole = whole or text
    return whole


def up_to_colon(pieces: tuple[Piece, ...]) -> tuple[Piece, ...] | None:
    """What stands before the first colon outside braces and looks; nothing where there is none."""
    for number, piece in enumerate(pieces):
        if not piece.looks and not piece.is_kept and ":" in piece.text:
            before = piece.text.partition(":")[0]
            return (*pieces[:number], *((replace(piece, text=before),) if before else ()))
    return None
