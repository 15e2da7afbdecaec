"""The logo of a brand in Word: a document goes in, the picture in the header of the first page and its parts come out."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from briefkit.model import Document, Logo
from briefkit.render.facts import organisation
from briefkit.render.word_xml import HEAD, PACKAGE, relationship, w

POINT, HEIGHT, HIGHEST, WIDEST = 12_700, 26, 31, 220
"""A point in the units of drawings, the height of a wide logo, what has room above the text, and the greatest width, in
points.
"""

MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}
RELATION = "rIdLogo"


def logo_run(document: Document) -> str:
    """The logo as a run of the header; nothing for a brand without one that Word can show."""
    logo = document.brand.office_logo
    return w("r", w("drawing", _inline(logo, logo.alt or organisation(document)))) if logo else ""


def logo_width(document: Document) -> float:
    """What the logo takes of its line, in points."""
    logo = document.brand.office_logo
    return _size(logo)[0] / POINT if logo else 0.0


def _size(logo: Logo) -> tuple[int, int]:
    """Width and height in the units of drawings."""
    height = round(min(HEIGHT * logo.scale, HIGHEST) * POINT)
    width = round(height * logo.width / logo.height)
    if width > WIDEST * POINT:
        return WIDEST * POINT, max(1, round(WIDEST * POINT * logo.height / logo.width))
    return width, height


def _inline(logo: Logo, words: str) -> str:
    width, height = _size(logo)
    size = f'cx="{width}" cy="{height}"'
    shape = (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    picture = (
        f'<pic:pic xmlns:pic="{MAIN}/picture"><pic:nvPicPr><pic:cNvPr id="9001" name="logo"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</pic:blipFill>{shape}</pic:pic>"
    )
    return (
        f'<wp:inline xmlns:wp="{MAIN}/wordprocessingDrawing" xmlns:a="{MAIN}/main" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="9001" name="logo" descr={quoteattr(words)}/>'
        f'<a:graphic><a:graphicData uri="{MAIN}/picture">{picture}</a:graphicData></a:graphic></wp:inline>'
    )


def logo_parts(document: Document) -> dict[str, bytes]:
    """The picture itself and the relation of the header to it."""
    logo = document.brand.office_logo
    if logo is None:
        return {}
    name = f"media/brand-logo.{SUFFIXES[logo.picture.media_type]}"
    relation = relationship(RELATION, "image", name)
    return {
        f"word/{name}": logo.picture.data,
        "word/_rels/header2.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'.encode()
        ),
    }


def with_logo_type(text: str, document: Document) -> str:
    """The list of content types with that of the logo."""
    logo = document.brand.office_logo
    if logo is None or f'Extension="{SUFFIXES[logo.picture.media_type]}"' in text:
        return text
    kind = f'<Default Extension="{SUFFIXES[logo.picture.media_type]}" ContentType="{logo.picture.media_type}"/>'
    return text.replace("<Default ", f"{kind}<Default ", 1)
