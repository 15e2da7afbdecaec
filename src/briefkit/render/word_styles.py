"""A brand goes in, Word's style sheet comes out, written whole: what the sheet does not say is not in the file.

Sizes are in half points, distances in twentieths of a point, borders in eighths, as Word has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from textwrap import wrap

from briefkit.assemble.direction import RTL, direction
from briefkit.model import Brand, Document, Page
from briefkit.render.facts import facts
from briefkit.render.fonts import breadth
from briefkit.render.titles import Setting, line_letters, title_share
from briefkit.render.values import code_family
from briefkit.render.word_rtl import leftward_sheet, leftward_style
from briefkit.render.word_sheet import (
    BAND_EDGE,
    COVER_ABOVE,
    LEAST_ABOVE,
    STYLES,
    Border,
    Style,
    on_cover,
    on_plain_paper,
)
from briefkit.render.word_xml import part, w, w_if
from briefkit.values import replace

THEME = {
    "paper": "background1",
    "text": "text1",
    "ink": "text2",
    "wash": "background2",
    "accent": "accent1",
    "link": "accent2",
    "quiet": "accent3",
    "tint": "accent4",
    "calm": "accent5",
    "rule": "accent6",
}
"""Our colours in the slots of Word's theme, so that a document stays re-themable."""
SLOTS = {"background1": "lt1", "text1": "dk1", "text2": "dk2", "background2": "lt2"}
"""What the theme itself calls the slots that styles name otherwise."""
SIDES = ("top", "left", "bottom", "right", "insideH")
USUAL = 9.8
"""The size of text in the PDF where no option sets it, in points."""

COVER_HEIGHT = 12_200
"""What lines of text, and the room above them, may take of a cover: the rest is between them."""

COVER_SUBTITLE, AUTHOR_LINE, FACT_LINE = 52, 90, 92
"""How many letters stand on a line of a cover's subtitle, of an author, and of all facts beside each other."""

OF_CODE = ("Source Code", "Verbatim Char")
"""The styles that are set in the family of code."""
CODE_SIZE, SMALL, LARGE = 0.88, 17, 22
"""What code is of the size of text, and to and from which size of a paragraph it has a style of its own there."""
CODE_BESIDE = (Style("Verbatim Char Small", kind="character", size=15), Style("Verbatim Char Large", kind="character"))
"""Code in small text, such as that of tables and notes, and in headings, whose size it has."""

DIVIDED = frozenset(("footnote text", *(style.name for style in STYLES if style.name.endswith(" Dense"))))
"""Of the styles without serifs those whose words may be divided, as in all text with serifs: notes and tables of many
columns; and the title where a line does not hold its longest word.
"""
LONGEST_OF_TITLE = 22
"""The letters of a word that a line of the title surely holds."""

LARGER = 1
"""What Word's text is larger than that of the PDF, in half points."""

Colours = Mapping[str, str]


SIZES = {"A4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height of a page."""
WIDTH = 9412
"""The width of the text on our own page: A4 with margins of 22 mm."""
EDGES = (1247, 1247, 1191, 1247)


def margins(page: Page) -> tuple[int, ...]:
    """Top, right, bottom and left, in twentieths of a point: ours unless the brand sets others."""
    sides = (page.top, page.right, page.bottom, page.left)
    usual = (Page().top, Page().right, Page().bottom, Page().left)
    given = zip(sides, usual, EDGES, strict=True)
    return tuple(edge if side == was else round(side * 1440 / 25.4) for side, was, edge in given)


def text_width(page: Page) -> int:
    """How wide the text is, in twentieths of a point."""
    _, right, _, left = margins(page)
    return SIZES[page.size][0] - left - right


def bare_colours(brand: Brand) -> Colours:
    """The colours as Word writes them: `14284B`."""
    return {name: colour.lstrip("#").upper() for name, colour in brand.colours.items()}


def style_id(name: str) -> str:
    """The identifier of the style of this name."""
    return "".join(character for character in name if character.isalnum())


def styles_xml(document: Document, more: Iterable[Style]) -> str:
    """The whole word/styles.xml, with some styles more."""
    brand, options = document.brand, document.template.options
    colours = bare_colours(brand)
    wider = text_width(brand.page) - WIDTH
    styles: Iterable[Style] = (*STYLES, *more)
    if options.get("head", "band") != "band":
        styles = map(on_plain_paper, styles)
    if document.template.says("cover"):
        above = _above_title(document)
        styles = (on_cover(style, above) for style in styles)
    share = title_share(document, title_setting(document))
    styles = (replace(style, size=round(share * style.size)) if style.name == "Title" else style for style in styles)
    size = round(2 * float(options.get("text-size", USUAL))) + LARGER
    if code := code_family(brand):
        styles = _with_code([*styles, *CODE_BESIDE], code, round(CODE_SIZE * size))
    styles = (replace(style, tab=style.tab + wider) if style.tab else style for style in styles)
    if leftward := direction(document.lang) == RTL:
        styles = map(leftward_style, styles)
    defaults = _defaults(colours, document.lang, size)
    long_title = max(map(len, document.meta.title.split()), default=0) > LONGEST_OF_TITLE
    divided = DIVIDED | {"Title"} if long_title else DIVIDED
    made = part("styles", defaults, *(_style(style, colours, divided) for style in styles), _tables(colours))
    return leftward_sheet(made) if leftward else made


def title_setting(document: Document) -> Setting:
    """How the title is set in Word: on a cover or on the first page."""
    width = (text_width(document.brand.page) - 2 * BAND_EDGE) * 25.4 / 1440
    return Setting(30, width, 6, 28) if document.template.says("cover") else Setting(26, width, 4, 36)


def _above_title(document: Document) -> int:
    """The room above the title of a cover: less where what stands on it is long, so that it all stands on one page."""
    meta, rows, setting, wider = document.meta, facts(document), title_setting(document), breadth(document.brand)
    letters = int(FACT_LINE / wider / max(len(rows), 1))
    told = max((sum(_lines(line, letters) for line in row["lines"]) for row in rows), default=0)
    author = int(AUTHOR_LINE / wider)
    heights = (
        (720 * title_share(document, setting), _lines(meta.title, line_letters(document, setting))),
        (410, _lines(meta.subtitle, COVER_SUBTITLE)),
        (250, sum(_lines(f"{one.name}, {one.affiliation}", author) for one in meta.authors)),
        (240, told),
    )
    left = COVER_HEIGHT - sum(height * lines for height, lines in heights)
    return round(max(min(left, COVER_ABOVE), LEAST_ABOVE))


def _lines(text: str, letters: int) -> int:
    """How many lines of so many letters a text fills."""
    return len(wrap(text, max(letters, 1)))


def _with_code(styles: Iterable[Style], family: str, size: int) -> Iterator[Style]:
    """The styles with those of code in their family, and at their size in text."""
    for style in styles:
        if style.name in OF_CODE:
            yield replace(style, font=family, size=size)
        else:
            yield replace(style, font=family) if style in CODE_BESIDE else style


@cache
def code_styles() -> Mapping[str, str]:
    """The style of code in paragraphs that are small or large, by the identifier of that of the paragraph."""
    by_name = {style.name: style for style in STYLES}
    small, large = (style_id(style.name) for style in CODE_BESIDE)
    found = {}
    for style in (one for one in STYLES if one.kind == "paragraph" and one.name not in OF_CODE):
        sized = style
        while not sized.size and sized.based:
            sized = by_name[sized.based]
        if sized.size and not SMALL < sized.size < LARGE:
            found[style_id(style.name)] = small if sized.size <= SMALL else large
    return found


def _defaults(colours: Colours, lang: str, size: int) -> str:
    """What holds where no style says otherwise."""
    language = w("lang", val=lang, eastAsia="en-US", bidi=lang if direction(lang) == RTL else "ar-SA")
    run = w("rPr", _fonts("serif"), _colour("text", colours), _size(size), language)
    paragraph = w("pPr", w("widowControl"), w("spacing", before=0, after=120, line=276, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _style(style: Style, colours: Colours, divided: Collection[str]) -> str:
    plain = style.name == "Default Paragraph Font"
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style_id(style.based)) if style.based else "",
        w("next", val=style_id(style.next)) if style.next else "",
        "" if plain else w("qFormat"),
        w_if("pPr", _paragraph(style, colours, divided)) if style.kind == "paragraph" else "",
        w_if("rPr", _run(style, colours)),
        type=style.kind,
        default=1 if plain or style.name == "Normal" else None,
        styleId=style_id(style.name),
    )


def _paragraph(style: Style, colours: Colours, divided: Collection[str]) -> str:
    """The paragraph properties in the order of the schema."""
    parts = (
        w("keepNext") if style.keep_next else "",
        w("keepLines") if style.keep_lines else "",
        w("numPr", w("ilvl", val=0), w("numId", val=style.list)) if style.list else "",
        w_if("pBdr", _borders(style.borders, colours)),
        _shade(style.shade, colours),
        w("tabs", w("tab", val="right", pos=style.tab)) if style.tab else "",
        w("suppressAutoHyphens") if _is_whole(style, divided) else "",
        _spacing(style),
        _indent(style),
        w("outlineLvl", val=style.outline) if style.outline is not None else "",
    )
    return "".join(parts)


def _is_whole(style: Style, divided: Collection[str]) -> bool:
    """Whether a style is one of display type, whose words are not divided."""
    return (style.font == "sans" or style.name == "Subtitle") and style.name not in divided


def _spacing(style: Style) -> str:
    line, rule = (style.line, "auto") if style.line else (None, None)
    said = (style.before, style.after, line) != (None, None, None)
    return w("spacing", before=style.before, after=style.after, line=line, lineRule=rule) if said else ""


def _indent(style: Style) -> str:
    said = (style.left, style.right, style.hanging) != (None, None, None)
    return w("ind", left=style.left, right=style.right, hanging=style.hanging) if said else ""


def _run(style: Style, colours: Colours) -> str:
    """The character properties in the order of the schema."""
    parts = (
        _fonts(style.font),
        _switch("b", style.bold),
        _switch("i", style.italic),
        w("caps") if style.caps else "",
        _colour(style.colour, colours),
        w("spacing", val=style.tracking) if style.tracking else "",
        _size(style.size),
        _shade(style.shade, colours) if style.kind == "character" else "",
        w("vertAlign", val="superscript") if style.raised else "",
    )
    return "".join(parts)


def _switch(name: str, value: bool | None) -> str:
    return "" if value is None else w(name) if value else w(name, val=0)


def _fonts(font: str) -> str:
    """The fonts of the theme: the minor ones for text, the major ones for everything without serifs; else a family."""
    if font not in ("", "serif", "sans"):
        return w("rFonts", ascii=font, hAnsi=font, cs=font)
    if not font:
        return ""
    slot = "minor" if font == "serif" else "major"
    return w("rFonts", asciiTheme=f"{slot}HAnsi", hAnsiTheme=f"{slot}HAnsi", cstheme=f"{slot}Bidi")


def _size(size: int) -> str:
    return w("sz", val=size) + w("szCs", val=size) if size else ""


def _colour(name: str, colours: Colours) -> str:
    return w("color", val=colours[name], themeColor=_slot(name, colours)) if name else ""


def _shade(name: str, colours: Colours) -> str:
    return w("shd", val="clear", color="auto", fill=colours[name], themeFill=_slot(name, colours)) if name else ""


def _slot(name: str, colours: Colours) -> str | None:
    """The slot of the theme that has a colour: the band is that of headings, but in a brand whose primary one is pale."""
    return THEME.get("ink" if name == "band" and colours["band"] == colours["ink"] else name)


def _borders(borders: Iterable[Border], colours: Colours) -> str:
    by_side = {border[0]: border for border in borders}
    return "".join(_border(by_side[side], colours) for side in SIDES if side in by_side)


def _border(border: Border, colours: Colours) -> str:
    side, eighths, colour, distance = border
    return w(side, val="single", sz=eighths, space=distance, color=colours[colour], themeColor=_slot(colour, colours))


# --- tables -----------------------------------------------------------------------------------


def _tables(colours: Colours) -> str:
    """The styles of tables: exhibits between rules with a shaded head, and the facts below the title."""
    rules = (("top", 12, "ink", 0), ("bottom", 8, "ink", 0), ("insideH", 4, "rule", 0))
    edge = w("tcBorders", _border(("bottom", 8, "ink", 0), colours))
    cell = w("tcPr", edge, _shade("wash", colours), w("vAlign", val="bottom"))
    head = w("tblStylePr", w("tblPr"), cell, type="firstRow")
    normal = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *_margins(left=0, right=0)))
    return (
        w("style", w("name", val="Normal Table"), normal, type="table", default=1, styleId="TableNormal")
        + _table("Table", _borders(rules, colours), head)
        + _table("Facts", _borders([("top", 4, "rule", 0)], colours), "", below=0, left=0)
        + _table("MemoLines", _borders([("top", 4, "rule", 0)], colours), "", left=0)
    )


def _table(name: str, borders: str, head: str, below: int = 57, left: int = 85) -> str:
    """The style of a table with so much room below the text of each cell, and left of it; without grounds there is none."""
    margins = w("tblCellMar", *_margins(top=57, left=left, bottom=below, right=170 - left))
    properties = w("tblPr", w("tblBorders", borders), margins)
    names = w("name", val=name) + w("basedOn", val="TableNormal") + w("qFormat")
    return w("style", names, properties, head, type="table", customStyle=1, styleId=name)


def _margins(**sides: int) -> list[str]:
    return [w(side, w=width, type="dxa") for side, width in sides.items()]
