"""The style sheet of our Word files, as data: what each style of paragraph and of character looks like."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.values import Value, replace

KEY_MESSAGES, RECOMMENDATIONS, IN_BOXES = 1, 2, 3
"""Numbers of our own lists in numbering.xml; pandoc's start at 1000."""

RESTARTED = 100
"""The numbers of lists of recommendations that begin anew are this and how many lists there were."""

INDENT, LIST_INDENT, BULLET = 454, 340, 284
"""How far the text of a recommendation stands from the margin, that of a list from where it hangs, and that of a key
message from its bullet.
"""

EDGE, BARE_EDGE, BAND_EDGE = 250, 220, 300
"""How far text stands from the margin in a box with a bar, in one without, and in the band: what its borders and their
distance take, so that they end at the margin.
"""

BAND_TAB, TEXT_EDGE = 9172, 9412
"""Where what stands at the right of a line ends: in the band, and where nothing is around the text."""

COVER_ABOVE, LEAST_ABOVE = 3400, 700
"""The room above the title of a cover, and what is left of it above the longest; what is between paragraphs of the band
is band.
"""

Border = tuple[str, int, str, int]
"""Side, width in eighths of a point, colour, distance in points."""


class Style(Value):
    """A style by its name; what is empty or None is taken from the style it is based on."""

    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    font: str = ""
    size: int = 0
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    caps: bool = False
    tracking: int = 0
    raised: bool = False
    before: int | None = None
    after: int | None = None
    line: int = 0
    left: int | None = None
    hanging: int | None = None
    right: int | None = None
    shade: str = ""
    borders: tuple[Border, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    list: int = 0
    tab: int = 0


def _boxed(name: str, shade: str, bar: str, kind: str = "accent") -> tuple[Style, ...]:
    """The styles of a kind of box: its title, its text and what is listed in it, which Word sets as one block."""
    edge, left = _edges(shade, bar), EDGE if bar else BARE_EDGE
    title = Style(
        f"{name} Title",
        based="Box Title",
        next=f"{name} Text",
        colour=kind,
        shade=shade,
        borders=edge,
        left=left,
        right=180,
    )
    text = Style(f"{name} Text", based="Body Text", shade=shade, borders=edge, left=left, right=180, after=60)
    return title, text, replace(text, name=f"{name} Item", based=text.name)


def _edges(shade: str, bar: str) -> tuple[Border, ...]:
    """Borders in the colour of the ground, which make its padding, and a bar at the left."""
    ground = tuple((side, 24, shade, 6) for side in ("top", "bottom", "right") if shade)
    return (*ground, ("left", 36 if bar else 24, bar or shade, 8))


_BAND = tuple((side, 24, "band", 12) for side in ("top", "left", "bottom", "right"))
_BOX = _edges("wash", "accent")


_ON_BAND = Style(
    "", font="sans", colour="on-band", shade="band", borders=_BAND, left=BAND_EDGE, right=BAND_EDGE, keep_next=True
)


_LABEL = Style("", based="Normal", font="sans", bold=True, colour="accent", keep_next=True)
_STRONG = Style("", based="Normal", font="sans", bold=True, colour="ink")
_MESSAGE = Style(
    "", based="Body Text", before=0, after=80, left=EDGE + BULLET, hanging=BULLET, right=180, shade="wash", borders=_BOX
)
STYLES: Sequence[Style] = (
    Style("Default Paragraph Font", kind="character"),
    Style("Normal"),
    Style("Body Text", based="Normal"),
    Style("First Paragraph", based="Body Text", next="Body Text"),
    Style("Compact", based="Body Text", after=60),
    Style("Lead-in", based="Body Text", keep_next=True),
    Style("After List", based="Body Text", before=120),
    Style("Compact Kept", based="Compact", keep_next=True),
    Style("Compact Lowered", based="Compact"),
    # the band
    replace(_ON_BAND, name="Band Line", size=18, bold=True, after=320, tab=BAND_TAB),
    replace(_ON_BAND, name="Band Line Above", next="Band Line", size=18, bold=True, after=60, tab=BAND_TAB),
    replace(_ON_BAND, name="Title", next="Subtitle", size=52, bold=True, after=80, line=240),
    replace(
        _ON_BAND,
        name="Subtitle",
        next="Author",
        font="serif",
        size=26,
        italic=True,
        colour="on-band-quiet",
        after=160,
        line=252,
    ),
    replace(_ON_BAND, name="Author", size=17, colour="on-band-quiet", after=20),
    replace(_LABEL, name="Fact Label", size=15, before=0, after=0),
    Style("Fact", based="Normal", font="sans", size=16, before=0, after=40, line=252),
    Style("Gap", based="Normal", size=8, before=0, after=120, line=240),
    # headings
    replace(
        _STRONG,
        name="heading 1",
        next="Body Text",
        size=30,
        before=360,
        after=100,
        line=252,
        keep_next=True,
        keep_lines=True,
        outline=0,
    ),
    Style("heading 2", based="heading 1", next="Body Text", size=22, before=240, after=60, outline=1),
    Style("Reference Group", based="heading 2", next="Bibliography", size=17, colour="quiet", before=160, after=60),
    Style("heading 3", based="heading 1", next="Body Text", size=19, colour="text", before=200, after=40, outline=2),
    Style("heading 4", based="heading 3", next="Body Text", outline=3),
    Style("heading 5", based="heading 3", next="Body Text", outline=4),
    Style("heading 6", based="heading 3", next="Body Text", outline=5),
    # the table of contents
    Style("TOC Heading", based="Fact Label", size=16, caps=True, tracking=14, before=240, after=80),
    Style("Memo Kind", based="TOC Heading", before=0),
    Style("toc 1", based="Normal", font="sans", size=19, bold=True, colour="ink", before=60, after=20, tab=TEXT_EDGE),
    Style("toc 2", based="toc 1", bold=False, colour="text", before=0, left=284),
    # boxes
    replace(_LABEL, name="Box Title", size=18, before=200, after=40),
    replace(
        _LABEL,
        name="Box Heading",
        next="Key Message",
        size=16,
        caps=True,
        tracking=14,
        before=240,
        after=80,
        left=EDGE + BULLET,
        hanging=BULLET,
        right=180,
        shade="wash",
        borders=_BOX,
        keep_lines=True,
        outline=0,
    ),
    replace(_MESSAGE, name="Key Message", list=KEY_MESSAGES, keep_lines=True),
    replace(_MESSAGE, name="Key Message Text", left=EDGE, hanging=0),  # another indent would move the edge of the box
    Style("Key Message Item", based="Key Message Text"),
    Style("Key Message Kept", based="Key Message", list=KEY_MESSAGES, keep_next=True),
    replace(_STRONG, name="Bottom Line", size=24, before=60, after=200, line=264, keep_lines=True),
    Style(
        "Bottom Line Title",
        based="Box Title",
        next="Bottom Line",
        size=16,
        colour="accent",
        caps=True,
        tracking=14,
        after=20,
    ),
    *_boxed("Callout", "tint", "accent"),
    *_boxed("Case Study", "wash", ""),
    *_boxed("Definition Box", "", "rule"),
    *_boxed("Counter-argument", "", "quiet", "quiet"),
    *_boxed("Confidence", "calm", "link", "link"),
    Style(
        "Option Title",
        based="Box Title",
        next="Body Text",
        size=20,
        before=240,
        after=60,
        borders=(("top", 6, "ink", 5),),
        tab=BAND_TAB,
    ),
    Style(
        "Pull Quote",
        based="Normal",
        font="sans",
        size=26,
        bold=True,
        colour="accent",
        before=240,
        after=240,
        left=1134,
        right=1134,
        line=288,
        borders=(("top", 18, "accent", 8),),
        keep_lines=True,
    ),
    Style(
        "Recommendation",
        based="Body Text",
        before=160,
        after=20,
        left=INDENT,
        hanging=INDENT,
        list=RECOMMENDATIONS,
        keep_next=True,
        keep_lines=True,
    ),
    Style("Recommendation First", based="Recommendation"),
    Style("Recommendation Text", based="Body Text", after=20, left=INDENT),
    Style("Recommendation Actor", based="Recommendation Text", font="sans", size=16, colour="quiet", after=60),
    Style("Recommendation Actor Kept", based="Recommendation Actor", keep_next=True),
    # tables and figures
    replace(_STRONG, name="Caption", size=18, before=240, after=80, line=252, keep_next=True),
    Style("Table Caption", based="Caption"),
    Style("Image Caption", based="Caption"),
    Style("Table Text", based="Normal", font="sans", size=16, before=0, after=0, line=252),
    Style("Table Heading", based="Table Text", bold=True, colour="ink", keep_next=True),
    Style("Table Row", based="Table Text"),
    Style("Table Text Kept", based="Table Text", keep_next=True),
    Style("Table Row Kept", based="Table Row", keep_next=True),
    Style("Table Text Dense", based="Table Text", size=14),
    Style("Table Heading Dense", based="Table Heading", size=14),
    Style("Table Row Dense", based="Table Row", size=14),
    Style("Table Text Kept Dense", based="Table Text Kept", size=14),
    Style("Table Row Kept Dense", based="Table Row Kept", size=14),
    Style("Source Line", based="Normal", font="sans", size=15, colour="quiet", before=80, after=240),
    Style("Figure", based="Normal", before=0, after=60),
    Style("Captioned Figure", based="Figure", before=40, keep_next=True),
    # the rest
    Style("Block Text", based="Body Text", left=454, right=454, borders=(("left", 18, "rule", 10),)),
    Style("Definition Term", based="Body Text", bold=True, before=120, after=0, keep_next=True),
    Style("Definition", based="Body Text", left=284),
    Style(
        "Source Code",
        based="Normal",
        font="sans",
        size=17,
        before=120,
        shade="wash",
        borders=_edges("wash", ""),
        left=BARE_EDGE,
        right=180,
    ),
    Style("footnote text", based="Normal", font="sans", size=15, after=40, line=252),
    Style("Footnote Block Text", based="footnote text", left=284),
    Style("Bibliography", based="Normal", font="sans", size=15, after=60, line=245, left=284, hanging=284),
    Style("End Matter", based="Normal", font="sans", size=15, colour="quiet", before=60, after=60, line=252),
    Style("End Matter First", based="End Matter", before=280, borders=(("top", 4, "rule", 6),), keep_next=True),
    Style("header", based="Normal", font="sans", size=15, colour="quiet", after=0, tab=TEXT_EDGE),
    Style("footer", based="Normal", font="sans", size=15, colour="quiet", after=0, tab=TEXT_EDGE),
    Style("Draft Mark", kind="character", font="sans", size=18, bold=True, colour="accent", tracking=30),
    Style("Footnote Reference", kind="character", font="sans", bold=True, colour="accent", raised=True),
    Style("Hyperlink", kind="character", colour="link"),
    Style("Verbatim Char", kind="character", font="sans", size=18),
    Style("Exhibit Label", kind="character", colour="accent"),
    Style("Section Number", kind="character", colour="accent"),
    Style("Box Kind", kind="character", size=15, bold=True, caps=True, tracking=14),
    Style("Box Name", kind="character", colour="ink"),
    Style("Citation Link", kind="character"),
    Style("Chip", kind="character", font="sans", size=15, bold=True, colour="ink", shade="wash"),
    Style("Missing Source", kind="character", bold=True, colour="accent"),
    Style("Strong Label", kind="character", bold=True, colour="ink"),
    Style("Band Quiet", kind="character", size=15, bold=False, colour="on-band-quiet", caps=True, tracking=24),
    Style("Band Name", kind="character", bold=True, colour="on-band"),
)
HUNG = {
    "KeyMessageItem": (EDGE, BULLET),
    **{f"{name}Item": (EDGE, 0) for name in ("Callout", "DefinitionBox", "Counterargument", "Confidence")},
    "CaseStudyItem": (BARE_EDGE, 0),
}
"""By the identifiers of styles of what is listed in a box, where its edge is and where the text above the list begins."""

UNIT_LINE = Style("Unit Line", kind="character", bold=False, colour="quiet")
"""What stands below the caption of a chart; documents without one do not have it."""

AUTHOR_LINK = Style("Author Link", kind="character", size=14, bold=False, colour="on-band-quiet")
"""An ORCID after the name of an author; documents without one do not have it."""


def on_plain_paper(style: Style) -> Style:
    """A style of the band for heads that stand on paper: no ground, dark letters."""
    colour = {"on-band": "ink", "on-band-quiet": "quiet"}.get(style.colour, style.colour)
    if style.shade != "band":
        return replace(style, colour=colour)
    edge = style.tab + TEXT_EDGE - BAND_TAB if style.tab else 0
    return replace(style, colour=colour, shade="", borders=(), left=0, right=0, tab=edge)


def on_cover(style: Style, above: int) -> Style:
    """A style of the band for a cover: larger, with room above and below the title."""
    match style.name:
        case "Band Line":
            return replace(style, after=above)
        case "Title":
            return replace(style, size=60, after=160)
        case "Subtitle":
            return replace(style, size=32, after=280)
        case "Fact Label":
            return replace(style, size=17)
        case "Fact":
            return replace(style, size=18)
    return style
