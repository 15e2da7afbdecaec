"""The bytes of a picture go in, those that may be printed come out: whole, not too large, and without what a camera or
a program wrote into it beside the picture (places, names, comments, previews).

Pictures are read by their own structure, not by their names: PNG by chunks, JPEG by segments. Nothing is decoded but
the length of a PNG's rows, so that neither a bomb nor a half file reaches an engine.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

MAX_PIXELS = 25_000_000
USUAL_DENSITY, LEAST_DENSITY, MOST_DENSITY = 96.0, 36.0, 2_400.0
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"})
PALETTE = 3
SAMPLES = {0: 1, 2: 3, PALETTE: 1, 4: 2, 6: 4}
"""Samples in a pixel for each colour type of PNG."""

ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of an interlaced PNG: first column and row, step of each."""

START_OF_SCAN, END, APP0, APP1, APP2, ADOBE, COMMENT = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SHOWN_FRAMES, SHOWN_BITS = frozenset({0xC0, 0xC1, 0xC2}), 8
"""The kinds of JPEG that browsers and page engines read: by Huffman's codes, row by row or in passes, of 8 bits."""
BARE = frozenset({0x01, *range(0xD0, 0xD8)})
ORIENTATION = 0x0112


class Unfit(Exception):
    """A picture cannot be printed; the message says why, in words that follow "the picture x.png"."""


def fit_picture(data: bytes) -> tuple[bytes, str]:
    """The picture without its metadata, and its media type; raises Unfit."""
    try:
        if data.startswith(PNG):
            return _png(data), "image/png"
        if data.startswith(JPEG):
            return _jpeg(data), "image/jpeg"
    except (struct.error, IndexError) as error:
        raise Unfit("is damaged: it ends too early") from error
    raise Unfit("is no PNG, JPEG or SVG")


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that is fit to be printed; 0 and 0 of a JPEG that does not say."""
    if data.startswith(PNG):
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    for marker, whole in _segments(data):
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", whole, 5)
            return width, height
    return 0, 0


def density_of(data: bytes) -> float:
    """How many pixels of a picture go to an inch, by what it says itself; 96 where it says nothing or nonsense."""
    found = 0.0
    if data.startswith(PNG):
        at = data.find(b"pHYs", 0, 4_000)
        if at > 0 and data[at + 12 : at + 13] == b"\1":
            found = struct.unpack_from(">I", data, at + 4)[0] * 0.0254
    elif data[6:11] == b"JFIF\0" and len(data) > 18:
        unit, dots = struct.unpack_from(">BH", data, 13)
        found = {1: 1.0, 2: 2.54}.get(unit, 0) * dots
    return found if LEAST_DENSITY <= found <= MOST_DENSITY else USUAL_DENSITY


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise Unfit("is damaged: it has no size")
    if width * height > MAX_PIXELS:
        raise Unfit(f"has {width:,} x {height:,} pixels, and at most {MAX_PIXELS // 1_000_000} million may be printed")


# --- PNG --------------------------------------------------------------------------------------


def _png(data: bytes) -> bytes:
    kept = [PNG]
    rows: list[bytes] = []
    head = b""
    for kind, content, whole in _chunks(data):
        if not head:
            if kind != b"IHDR" or len(content) != 13:
                raise Unfit("is damaged: it has no head")
            head = content
            _check_size(*struct.unpack_from(">II", head))
        if kind == b"IDAT":
            rows.append(content)
        if kind in KEPT_CHUNKS:
            kept.append(whole)
    _check_rows(head, b"".join(rows))
    return b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, content and all bytes of each chunk up to the end of the picture; what follows is nobody's."""
    at = len(PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        whole = data[at : at + 12 + length]
        (told,) = struct.unpack_from(">I", whole, 8 + length)
        if zlib.crc32(whole[4:-4]) != told:
            raise Unfit("is damaged: a checksum is wrong")
        yield kind, whole[8:-4], whole
        if kind == b"IEND":
            return
        at += len(whole)


def _check_rows(head: bytes, packed: bytes) -> None:
    """Raise Unfit unless the packed rows are just as long as the head says."""
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if colours not in SAMPLES or depth not in (1, 2, 4, 8, 16) or interlaced > 1:
        raise Unfit("is damaged: its head makes no sense")
    bits = depth * SAMPLES[colours]
    sizes = _passes(width, height, interlaced)
    wanted = sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes)
    if _unpacked_size(packed, wanted) != wanted:
        raise Unfit("is damaged: its rows are not as long as its head says")


def _passes(width: int, height: int, interlaced: int) -> list[tuple[int, int]]:
    """Columns and rows of each pass in which a PNG is kept."""
    passes = [(-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in ADAM7]
    return [one for one in passes if min(one) > 0] if interlaced else [(width, height)]


def with_eight_bits(data: bytes) -> bytes:
    """A PNG in grey of 16 bits, fit to be printed, with the upper 8 of them; any other picture as it is.

    PNG predicts the upper byte of a pixel from upper bytes alone, so a row of these is predicted as before.
    """
    if not data.startswith(PNG) or data[24:26] != b"\x10\0":
        return data
    chunks = [(kind, content) for kind, content, _ in _chunks(data) if kind != b"tRNS"]
    width, height, _, *rest = struct.unpack(">IIBBBBB", chunks[0][1])
    packed = b"".join(content for kind, content in chunks if kind == b"IDAT")
    lines = io.BytesIO(zlib.decompress(packed))
    taken = (lines.read(1 + 2 * columns) for columns, rows in _passes(width, height, rest[-1]) for _ in range(rows))
    halved = zlib.compress(b"".join(line[:1] + line[1::2] for line in taken))
    others = [(kind, content) for kind, content in chunks[1:] if kind not in (b"IDAT", b"IEND")]
    made = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, *rest)), *others, (b"IDAT", halved), (b"IEND", b"")]
    return PNG + b"".join(chunk(kind, content) for kind, content in made)


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its length and its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _unpacked_size(packed: bytes, limit: int) -> int:
    """How many bytes are in it; counting stops just over the limit, and nothing is kept."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while size <= limit and not unpacker.eof:
            part = unpacker.decompress(packed, 1 << 20)
            size += len(part)
            packed = unpacker.unconsumed_tail
            if not part and not packed:
                break
    except zlib.error as error:
        raise Unfit("is damaged: its rows cannot be unpacked") from error
    return size


# --- JPEG -------------------------------------------------------------------------------------


def _jpeg(data: bytes) -> bytes:
    kept = [data[:2]]
    sized = False
    turned = 1
    for marker, whole in _segments(data):
        if marker in FRAMES:
            bits, height, width = struct.unpack_from(">BHH", whole, 4)
            _check_size(width, height)
            if marker not in SHOWN_FRAMES or bits != SHOWN_BITS:
                raise Unfit("is a JPEG of a kind that browsers do not show: of 12 bits, arithmetic or without loss")
            sized = True
        if marker == APP1 and whole[4:10] == b"Exif\0\0":
            turned = _orientation(whole[10:])
        if marker == START_OF_SCAN and not sized:
            raise Unfit("is damaged: it has no size")
        if not _is_aside(marker, whole):
            kept.append(whole)
    if turned != 1:
        kept.insert(2 if len(kept) > 1 and kept[1][1] == APP0 else 1, _exif(turned))
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker: a scan with the rows that follow it, and the end of the picture as the last."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise Unfit("is damaged: a segment does not start where it must")
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == END:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + (0 if marker in BARE else struct.unpack_from(">H", data, at + 2)[0])
        if marker == START_OF_SCAN:
            end = _end_of_scan(data, end)
        if end > len(data) or end < at + 2:
            raise Unfit("is damaged: it ends too early")
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 >= len(data):
            break
        if data[at + 1] != 0 and data[at + 1] not in BARE and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    raise Unfit("is damaged: it ends too early")


def _is_aside(marker: int, whole: bytes) -> bool:
    """Whether a segment says something about the picture rather than is part of it."""
    if marker == APP2:
        return not whole[4:].startswith(b"ICC_PROFILE\0")
    return marker == COMMENT or (APP0 < marker <= 0xEF and marker != ADOBE)


def _orientation(tiff: bytes) -> int:
    """Which way up the camera was held: the one thing in its notes that is part of the picture."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for index in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * index)
            if tag == ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _exif(turned: int) -> bytes:
    """A segment that says which way up, and nothing else."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, 3, 1, turned, 0, 0)
    content = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, APP1, len(content) + 2) + content
