"""A brief ready to be written, and what it wears: brand, template, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any

from briefkit.model.briefs import FrontMatter
from briefkit.model.runners import Ast
from briefkit.values import EMPTY, Value

SVG = "image/svg+xml"
"""The media type of a drawing."""


class Asset(Value):
    """A picture, font or other resource by name: its bytes and its media type."""

    name: str
    data: bytes
    media_type: str

    @property
    def is_drawing(self) -> bool:
        """Whether it is an SVG, which Word does not show and which may hold text."""
        return self.media_type == SVG


class Attachment(Value):
    """A file inside a PDF; `relation` is what it is to it, in the words of PDF/A-3: `Source`, `Data`, `Supplement`."""

    name: str
    data: bytes
    media_type: str
    relation: str
    description: str


class Face(Value):
    """One font file: whole, unmodified, with the span of weights it covers (`400` or `100 900`)."""

    family: str
    weight: str
    style: str
    data: bytes


class Page(Value):
    """A printed page: its size, `A4` or `letter`, and its margins in millimetres.

    Whether there is a cover, and furniture on the other pages, is the template's matter where it is None.
    """

    size: str = "A4"
    top: float = 22
    right: float = 18
    bottom: float = 21
    left: float = 18
    cover: bool | None = None
    furniture: bool | None = None


WIDE_LOGO, TALLEST_LOGO = 2.0, 1.8
"""How many times as wide as high a logo is that is shown at the usual height, and how much higher the tallest is."""


class Logo(Value):
    """A logo with its words and its size, in pixels or, of a drawing, in units of its own; `plate` says that it needs a
    ground of paper, since it is for no other.
    """

    picture: Asset
    alt: str = ""
    width: int = 0
    height: int = 0
    plate: bool = False

    @property
    def scale(self) -> float:
        """How much higher than a wide one it is shown: a square or tall one of the same height would be tiny."""
        shape = self.width / self.height if self.width and self.height else WIDE_LOGO
        return round(min(TALLEST_LOGO, max(1.0, sqrt(WIDE_LOGO / shape))), 2)


class Brand(Value):
    """What an organisation's output looks like: names, colours as `#rrggbb`, fonts, logos, page and disclaimer.

    `logo` stands on paper, `band_logo` on the dark band, `office_logo` in Word, which shows no SVG.
    """

    name: str
    link: str
    colours: Mapping[str, str]
    faces: tuple[Face, ...]
    families: Mapping[str, str]
    logo: Logo | None = None
    band_logo: Logo | None = None
    office_logo: Logo | None = None
    page: Page = Page()
    disclaimer: str = ""


class Template(Value):
    """How a document is laid out: pages and styles by name, options by name, and words of its own for labels.

    `formats` are those that it makes; `tokens` are colours that it sets, `#rrggbb` or the name of another one.
    """

    name: str
    pages: Mapping[str, str]
    options: Mapping[str, bool | float | str] = EMPTY
    labels: Mapping[str, str] = EMPTY
    formats: tuple[str, ...] = ()
    tokens: Mapping[str, str] = EMPTY

    def says(self, option: str) -> bool:
        """Whether an option is switched on."""
        return self.options.get(option) is True


class Document(Value):
    """A brief ready to be written: one tree with its citations rendered, its pictures and its face.

    `references` are CSL items as pandoc's meta holds them; `marks` are words each page carries (`DRAFT`);
    `date` is the ISO date that stamps every output. A PDF with `attachments` is an archive.
    """

    meta: FrontMatter
    ast: Ast
    references: tuple[Any, ...]
    brand: Brand
    template: Template
    assets: Mapping[str, Asset]
    marks: tuple[str, ...]
    lang: str
    date: str
    attachments: tuple[Attachment, ...] = ()
