"""A brand goes in, Word's style sheet comes out, written whole: what is not said here is not in the file.

Sizes are in half points, distances in twentieths of a point, borders in eighths, as Word has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from briefkit.model import Brand
from briefkit.render.word_sheet import STYLES, Style

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
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
SIDES = ("top", "left", "bottom", "right", "between")


def style_id(name: str) -> str:
    """The identifier of the style of this name."""
    return "".join(character for character in name if character.isalnum())


def styles_xml(brand: Brand, lang: str) -> str:
    """The whole word/styles.xml."""
    colours = {name: colour.lstrip("#").upper() for name, colour in brand.colours.items()}
    body = "".join(_style(style, colours) for style in STYLES)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{WORD}">{_defaults(colours, lang)}{body}{_tables(colours)}</w:styles>'
    )


def _defaults(colours: Mapping[str, str], lang: str) -> str:
    run = f'{_fonts("serif")}{_colour("text", colours)}{_size(21)}<w:lang w:val={quoteattr(lang)} w:eastAsia="en-US" w:bidi="ar-SA"/>'
    paragraph = '<w:widowControl/><w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(style: Style, colours: Mapping[str, str]) -> str:
    default = ' w:default="1"' if style.name in ("Normal", "Default Paragraph Font") else ""
    head = f'<w:style w:type="{style.kind}"{default} w:styleId="{style_id(style.name)}"><w:name w:val="{escape(style.name)}"/>'
    links = "".join(
        f'<w:{tag} w:val="{style_id(name)}"/>' for tag, name in (("basedOn", style.based), ("next", style.next)) if name
    )
    shown = "" if style.name == "Default Paragraph Font" else "<w:qFormat/>"
    paragraph = _wrapped("pPr", _paragraph(style, colours)) if style.kind == "paragraph" else ""
    return f"{head}{links}{shown}{paragraph}{_wrapped('rPr', _run(style, colours))}</w:style>"


def _wrapped(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def _paragraph(style: Style, colours: Mapping[str, str]) -> str:
    """The paragraph properties in the order of the schema."""
    parts = (
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.keep_lines else "",
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{style.list}"/></w:numPr>' if style.list else "",
        _wrapped("pBdr", _borders(style.borders, colours)),
        _shade(style.shade, colours),
        f'<w:tabs><w:tab w:val="right" w:pos="{style.tab}"/></w:tabs>' if style.tab else "",
        _attributes("spacing", before=style.before, after=style.after, line=style.line or None),
        _attributes("ind", left=style.left, right=style.right, hanging=style.hanging),
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    )
    return "".join(parts)


def _run(style: Style, colours: Mapping[str, str]) -> str:
    """The character properties in the order of the schema."""
    parts = (
        _fonts(style.font),
        _switch("b", style.bold),
        _switch("i", style.italic),
        "<w:caps/>" if style.caps else "",
        _colour(style.colour, colours),
        f'<w:spacing w:val="{style.tracking}"/>' if style.tracking else "",
        _size(style.size),
        _shade(style.shade, colours) if style.kind == "character" else "",
        '<w:vertAlign w:val="superscript"/>' if style.raised else "",
    )
    return "".join(parts)


def _attributes(tag: str, **values: int | None) -> str:
    given = "".join(f' w:{name}="{value}"' for name, value in values.items() if value is not None)
    rule = ' w:lineRule="auto"' if "w:line=" in given else ""
    return f"<w:{tag}{given}{rule}/>" if given else ""


def _switch(tag: str, value: bool | None) -> str:
    return "" if value is None else f"<w:{tag}/>" if value else f'<w:{tag} w:val="0"/>'


def _fonts(font: str) -> str:
    if not font:
        return ""
    slot = "minor" if font == "serif" else "major"
    return (
        f'<w:rFonts w:asciiTheme="{slot}HAnsi" w:eastAsiaTheme="{slot}EastAsia" '
        f'w:hAnsiTheme="{slot}HAnsi" w:cstheme="{slot}Bidi"/>'
    )


def _size(size: int) -> str:
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""


def _colour(name: str, colours: Mapping[str, str]) -> str:
    if not name:
        return ""
    slot = f' w:themeColor="{THEME[name]}"' if name in THEME else ""
    return f'<w:color w:val="{colours[name]}"{slot}/>'


def _shade(name: str, colours: Mapping[str, str]) -> str:
    if not name:
        return ""
    slot = f' w:themeFill="{THEME[name]}"' if name in THEME else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colours[name]}"{slot}/>'


def _borders(borders: Iterable[tuple[str, int, str, int]], colours: Mapping[str, str]) -> str:
    by_side = {border[0]: border for border in borders}
    return "".join(_border(*by_side[side], colours) for side in SIDES if side in by_side)


def _border(side: str, eighths: int, colour: str, distance: int, colours: Mapping[str, str]) -> str:
    slot = f' w:themeColor="{THEME[colour]}"' if colour in THEME else ""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{distance}" w:color="{colours[colour]}"{slot}/>'


def _tables(colours: Mapping[str, str]) -> str:
    """The styles of tables: exhibits between rules with a shaded head, and the facts below the title."""
    cell = '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    rules = (
        _border("top", 12, "ink", 0, colours)
        + _border("bottom", 8, "ink", 0, colours)
        + _border("insideH", 4, "rule", 0, colours)
    )
    head = f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{_border("bottom", 8, "ink", 0, colours)}</w:tcBorders>{_shade("wash", colours)}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    facts = _border("top", 4, "rule", 0, colours)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{cell}</w:tblPr>{head}</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{facts}</w:tblBorders>{cell}</w:tblPr></w:style>"
    )
