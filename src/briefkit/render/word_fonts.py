"""Fonts cut for Word go in, the parts of a package that carry them come out, so that every reader sees the same face.

The format wants them garbled: crossed with a key that stands beside them, so that nobody installs them by a click.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from briefkit.render.fonts import Cut
from briefkit.render.word_xml import HEAD, PACKAGE, part, relationship, w

SLOTS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
BOLD = 600
TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def font_parts(cuts: Sequence[Cut]) -> dict[str, bytes]:
    """The table of fonts, its relations and the fonts."""
    keys = [hashlib.sha256(cut.data).digest()[:16] for cut in cuts]
    names = [f"fonts/font{number}.odttf" for number in range(1, len(cuts) + 1)]
    files = {f"word/{name}": garbled(cut.data, key) for name, cut, key in zip(names, cuts, keys, strict=True)}
    relations = "".join(relationship(f"rId{number}", "font", name) for number, name in enumerate(names, 1))
    return {
        **files,
        "word/fontTable.xml": part("fonts", *_fonts(cuts, keys)).encode(),
        "word/_rels/fontTable.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'.encode()
        ),
    }


def _fonts(cuts: Sequence[Cut], keys: Sequence[bytes]) -> list[str]:
    """The entries of the table: one a family, its faces in the order of the schema."""
    families: dict[str, dict[str, str]] = {}
    for number, (cut, key) in enumerate(zip(cuts, keys, strict=True), 1):
        slot = SLOTS[2 * (cut.style != "normal") + (int(cut.weight) >= BOLD)]
        entry = f'<w:{slot} r:id="rId{number}" w:fontKey="{guid(key)}"/>'
        families.setdefault(cut.family, {})[slot] = entry
    kind = w("charset", val="00") + w("pitch", val="variable")
    return [w("font", kind, *(f[s] for s in SLOTS if s in f), name=name) for name, f in families.items()]


def guid(key: bytes) -> str:
    """The key as it stands in the table: `{0123ABCD-...}`."""
    text = key.hex().upper()
    return "{" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "}"


def garbled(font: bytes, key: bytes) -> bytes:
    """The font with its first 32 bytes crossed with the key read backwards, twice; doing it again undoes it."""
    mask = key[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:32], mask, strict=True)) + font[32:]


def with_font_type(text: str) -> str:
    """The list of content types with that of garbled fonts."""
    return text.replace("<Default ", f'<Default Extension="odttf" ContentType="{TYPE}"/><Default ', 1)
