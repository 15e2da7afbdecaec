"""Fonts cut for a page in, what the page calls them out: they are inside a web page, and files beside a printed one."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence

from briefkit.assemble.clean import ASSET
from briefkit.model import EMPTY
from briefkit.render.boxes import FAMILY
from briefkit.render.fonts import Cut
from briefkit.values import Value

OUR_MARK = "briefkit "
"""Stands before the families of the PDF. Its engine would take a font of the machine that has the very name and comes
nearer to the weight; a browser does not.
"""


class PageFonts(Value):
    """The cuts of a page, the address of each, and the files behind these as (bytes, media type), by their names."""

    cuts: Sequence[Cut]
    addresses: Sequence[str]
    files: Mapping[str, tuple[bytes, str]] = EMPTY
    printed: bool = False

    def families(self, families: Mapping[str, str]) -> dict[str, str]:
        """The families of a brand by their uses, as the page calls them, and that of the empty boxes, if it has any."""
        boxes = FAMILY if any(cut.family == FAMILY for cut in self.cuts) else ""
        mark = OUR_MARK if self.printed else ""
        whole = {"arabic": "", "boxes": boxes, **families}
        return {use: family and mark + family for use, family in whole.items()}

    def faces(self) -> list[dict[str, str]]:
        """What the style sheet says of each font."""
        mark, kind = (OUR_MARK, "truetype") if self.printed else ("", "woff2")
        return [
            {"family": mark + c.family, "weight": c.weight, "style": c.style, "source": address, "format": kind}
            for c, address in zip(self.cuts, self.addresses, strict=True)
        ]


def inside(cuts: Sequence[Cut]) -> PageFonts:
    """The fonts of a web page, each in its own address."""
    return PageFonts(cuts, [f"data:font/woff2;base64,{b64encode(cut.data).decode('ascii')}" for cut in cuts])


def beside(cuts: Sequence[Cut]) -> PageFonts:
    """The fonts of a printed page, which its engine is served."""
    files = {f"font-{index}.ttf": (cut.data, "font/ttf") for index, cut in enumerate(cuts)}
    return PageFonts(cuts, [f"{ASSET}{name}" for name in files], files, printed=True)
