"""Texts and values in, the same as they may go out: no terminal, editor or program obeys a character in them."""

from __future__ import annotations

import json
from typing import Any

from briefkit.patterns import regex


def printable(text: str) -> str:
    """The text with every control, format and private character written as its escape, for a terminal."""
    if text.isprintable():  # no control, format, private or unknown character, and no blank but the plain one
        return text
    return "".join(c if c.isprintable() or c in NO_BREAK else f"\\u{ord(c):04x}" for c in text)


def encode(text: str) -> bytes:
    """The text as UTF-8; a byte of a file's name that is none becomes its escape, which JSON reads too."""
    return text.encode("utf-8", "backslashreplace")


_UNSEEN = regex(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def encode_json(value: Any, indent: int | None = None) -> bytes:
    """A value as JSON with a line's end. Controls and characters that are not seen are written as their escapes, so
    that neither a terminal nor an editor obeys them; a reader gets them as they were.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
    if not written.isascii() or "\x7f" in written:
        written = _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], written)
        written = written.replace("\x7f", "\\u007f")  # json leaves it as it is
    return encode(written)


NO_BREAK = "\u00a0\u202f"
"""The blanks that no line ends at: French has them before `:` and `%`. A terminal shows them as blanks."""
