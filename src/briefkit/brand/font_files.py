"""The bytes of a font file in, what it is out: its weight, its style, whether it may be embedded. WOFF is unpacked.

Fonts are read by their own structure, not by their names; nothing is drawn. What is no whole TrueType or OpenType font
is refused before an engine sees it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from briefkit.values import Value

MAX_FONT = 20_000_000
"""Bytes of a font, packed or not."""

MOST_TABLES = 100
KINDS = (b"\0\1\0\0", b"OTTO", b"true")
WOFF, WOFF2, COLLECTION = b"wOFF", b"wOF2", b"ttcf"
NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp")
OUTLINES = (b"glyf", b"CFF ", b"CFF2")
ITALIC, OBLIQUE = 1, 1 << 9
RESTRICTED = 0x0002
MONOSPACED = b"\x09"
"""The proportion of such a font in its Panose numbers."""


class Unfit(Exception):
    """A file cannot be used as a font; the message says why, in words that follow "the font x.ttf"."""


class FontFacts(Value):
    """What a font says of itself: weight as CSS has it (`400` or `100 900`), style, and whether it may be embedded."""

    weight: str
    style: str
    embeddable: bool


def is_woff2(data: bytes) -> bool:
    """Whether this is packed in the way that only an engine can unpack."""
    return data.startswith(WOFF2)


def unpack(data: bytes) -> bytes:
    """A TrueType or OpenType file as it is, a WOFF unpacked; raises Unfit for anything else."""
    if data.startswith(COLLECTION):
        raise Unfit("is a collection of fonts: save each of them as a file")
    try:
        whole = _from_woff(data) if data.startswith(WOFF) else data
        if not whole.startswith(KINDS):
            raise Unfit("is no font: TTF, OTF, WOFF and WOFF2 can be used")
        tables = _tables(whole)
    except struct.error as error:
        raise Unfit("is damaged: it ends too early") from error
    missing = [tag.decode() for tag in NEEDED if tag not in tables]
    if missing or not any(tag in tables for tag in OUTLINES):
        raise Unfit(f"is damaged or not whole: it has no table {missing[0] if missing else 'of outlines'}")
    return whole


def read_facts(font: bytes) -> FontFacts:
    """What an unpacked font says of itself; raises Unfit."""
    try:
        tables = _tables(font)
        os2, head = tables.get(b"OS/2", b""), tables.get(b"head", b"")
        weight = struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400
        kind = struct.unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0
        selection = struct.unpack_from(">H", os2, 62)[0] if len(os2) >= 64 else 0
        slanted = bool(selection & (ITALIC | OBLIQUE)) or bool(struct.unpack_from(">H", head, 44)[0] & 2)
        span = _weights(tables[b"fvar"]) if b"fvar" in tables else ""
    except struct.error as error:
        raise Unfit("is damaged: it ends too early") from error
    style = "italic" if slanted else "normal"
    return FontFacts(span or str(min(max(weight, 1), 1000)), style, kind & 0xF != RESTRICTED)


def is_monospaced(font: bytes) -> bool:
    """Whether an unpacked font says that all its signs are of one width."""
    tables = _tables(font)
    post, os2 = tables.get(b"post", b""), tables.get(b"OS/2", b"")
    return any(post[12:16]) or os2[35:36] == MONOSPACED


def _tables(font: bytes) -> Mapping[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    if not 0 < count <= MOST_TABLES:
        raise Unfit("is damaged: its directory makes no sense")
    found: dict[bytes, bytes] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if offset + length > len(font):
            raise Unfit("is damaged: it ends too early")
        found[tag] = font[offset : offset + length]
    return found


def _weights(fvar: bytes) -> str:
    """The span of weights of a variable font; empty when its weight does not vary."""
    offset, _, count, size = struct.unpack_from(">HHHH", fvar, 4)
    for index in range(min(count, MOST_TABLES)):
        tag, low, _, high = struct.unpack_from(">4siii", fvar, offset + size * index)
        if tag == b"wght":
            return f"{max(low >> 16, 1)} {min(high >> 16, 1000)}"
    return ""


def _from_woff(data: bytes) -> bytes:
    """A WOFF's tables, unpacked and put behind a directory."""
    flavour, _, count, _, size = struct.unpack_from(">4sIHHI", data, 4)
    if size > MAX_FONT or not 0 < count <= MOST_TABLES:
        raise Unfit("is damaged: its head makes no sense")
    head = struct.pack(">4sHHHH", flavour, count, 0, 0, 0)
    directory, body, at = b"", b"", 12 + 16 * count
    for index in range(count):
        tag, offset, packed, length, checksum = struct.unpack_from(">4sIIII", data, 44 + 20 * index)
        if offset + packed > len(data) or at + len(body) + length > MAX_FONT:
            raise Unfit("is damaged: it ends too early")
        table = _unpacked(data[offset : offset + packed], length) if packed < length else data[offset : offset + length]
        directory += struct.pack(">4sIII", tag, checksum, at + len(body), length)
        body += table + b"\0" * (-len(table) % 4)
    return head + directory + body


def _unpacked(packed: bytes, length: int) -> bytes:
    try:
        table = zlib.decompressobj().decompress(packed, length + 1)
    except zlib.error as error:
        raise Unfit("is damaged: a table cannot be unpacked") from error
    if len(table) != length:
        raise Unfit("is damaged: a table is not as long as it says")
    return table
