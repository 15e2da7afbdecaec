"""Pictures that are not what they seem."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

from tests.hostile.case import CANARY

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 40, height: int = 30, rows: bytes | None = None, more: bytes = b"") -> bytes:
    """A PNG of this size, with rows that may not fit it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress((b"\0" + b"\x40\x80\xc0" * width) * height if rows is None else rows, 9)
    return PNG + chunk(b"IHDR", head) + more + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def photograph() -> bytes:
    """A JPEG with a place, a name and a comment."""
    exif = Image.Exif()
    exif[0x013B] = CANARY
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    made = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(made, "JPEG", exif=exif, comment=CANARY.encode())
    return made.getvalue()


def annotated() -> bytes:
    """A PNG with texts."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", CANARY)
    notes.add_itxt("Place", CANARY, zip=False)
    made = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(made, "PNG", pnginfo=notes)
    return made.getvalue()
