"""What a field prints, as pieces of text that look alike: joined where they do, without blanks at the ends."""

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
