"""A font in, the same packed as WOFF2 out, and back; nothing is drawn and nothing is cut."""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Sequence

import brotli  # type: ignore[import-untyped]  # the package has no types

from briefkit.brand.font_files import MAX_FONT
from briefkit.errors import RenderError

WINDOW = 16
"""How far the packer looks back, as a power of two: a cut font is no longer, and a larger window has tables of 33 MB
made anew for each face, which takes eight times as long as the packing.
"""

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # what it says of fonts we tell ourselves


def unpack(data: bytes) -> bytes:
    """A font unpacked from WOFF2; RenderError for one that is damaged or would fill the memory."""
    # only a brand with such a font needs it; the package has no types
    from fontTools.ttLib import TTLibError  # type: ignore[import-untyped]
    from fontTools.ttLib.woff2 import decompress  # type: ignore[import-untyped]

    packed, made = io.BytesIO(data), io.BytesIO()
    try:
        _refuse_bomb(data)
        decompress(packed, made)
    except (TTLibError, brotli.error, struct.error, AssertionError, LookupError, ValueError, TypeError) as error:
        raise RenderError("is damaged: it cannot be unpacked", "fetch it anew") from error
    return made.getvalue()


def _refuse_bomb(data: bytes) -> None:
    """RenderError when the tables are longer, unpacked, than any font."""
    (count,) = struct.unpack_from(">H", data, 12)
    (length,) = struct.unpack_from(">I", data, 20)
    at = _end_of_directory(data, count)
    unpacker = brotli.Decompressor()
    out = unpacker.process(data[at : at + length], output_buffer_limit=MAX_FONT)
    if len(out) >= MAX_FONT:
        raise RenderError(f"is larger than {MAX_FONT // 1_000_000} MB when unpacked", "use a smaller one")


def _end_of_directory(data: bytes, count: int) -> int:
    """Where the tables begin."""
    at = 48
    for _ in range(count):
        flags = data[at]
        tag = data[at + 1 : at + 5] if flags & 63 == 63 else b""
        at += 5 if tag else 1
        is_glyphs = flags & 63 in (10, 11) or tag in (b"glyf", b"loca")
        changed = flags >> 6 != 3 if is_glyphs else flags >> 6 != 0
        for _ in range(1 + changed):
            while data[at] & 0x80:
                at += 1
            at += 1
    return at


def pack(font: bytes) -> bytes:
    """A TrueType file as WOFF2 with untransformed tables: 5 ms where the transformed kind takes 30 times as long."""
    flavour, count = struct.unpack_from(">4sH", font)
    tables = [_table(font, 12 + 16 * index) for index in range(count)]
    body: bytes = brotli.compress(b"".join(data for _, data in tables), mode=brotli.MODE_FONT, quality=9, lgwin=WINDOW)
    directory = b"".join(_entry(tag, data) for tag, data in tables)
    plain_size = 12 + 16 * count + sum(-(-len(data) // 4) * 4 for _, data in tables)
    size = 48 + len(directory) + len(body)
    padded = -(-size // 4) * 4
    head = struct.pack(
        ">4s4sIHHIIHHIIIII", b"wOF2", flavour, padded, count, 0, plain_size, len(body), 1, 0, 0, 0, 0, 0, 0
    )
    return head + directory + body + b"\0" * (padded - size)


def _table(font: bytes, at: int) -> tuple[bytes, bytes]:
    tag, _, offset, length = struct.unpack_from(">4sIII", font, at)
    return tag, font[offset : offset + length]


def _entry(tag: bytes, data: bytes) -> bytes:
    """A table's line in the directory: 63 says that the tag follows, version 3 that glyphs are not transformed."""
    version = 3 if tag in (b"glyf", b"loca") else 0
    return bytes([version << 6 | 63]) + tag + _base128(len(data))


def _base128(number: int) -> bytes:
    """A number in groups of seven bits, the highest first, each but the last marked."""
    groups: Sequence[int] = [number >> shift & 0x7F for shift in (28, 21, 14, 7) if number >> shift]
    return bytes([group | 0x80 for group in groups] + [number & 0x7F])
