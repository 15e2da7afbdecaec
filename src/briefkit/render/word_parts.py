"""The parts of a Word file that pandoc does not write: styles, theme, lists, headers, footers, properties.

Pandoc's own reference.docx and a document go in, our reference.docx comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from xml.sax.saxutils import escape, quoteattr

from briefkit.assemble.chart_figures import has_charts
from briefkit.assemble.direction import RTL, direction
from briefkit.model import Brand, Document, Page
from briefkit.patterns import regex
from briefkit.render.facts import foot, organisation, series
from briefkit.render.fonts import arabic_families, measurer
from briefkit.render.metadata import description
from briefkit.render.values import (
    checked_colours,
    checked_families,
    cut_after_word,
)
from briefkit.render.word_logo import logo_run, logo_width
from briefkit.render.word_rtl import leftward_header
from briefkit.render.word_sheet import (
    AUTHOR_LINK,
    BULLET,
    EDGE,
    IN_BOXES,
    INDENT,
    KEY_MESSAGES,
    LIST_INDENT,
    RECOMMENDATIONS,
    RESTARTED,
    UNIT_LINE,
    Style,
)
from briefkit.render.word_styles import SIZES, SLOTS, THEME, bare_colours, margins, styles_xml, text_width
from briefkit.render.word_xml import HEAD, PACKAGE, part, relationship, w

WHITE = "FFFFFF"
LEAST_TITLE = 30
"""So many letters of a title tell it from others."""

HEAD_SIZE, MARK_SIZE, HEAD_GAP = 7.5, 9.0, 12.0
"""The type of the line above a page, that of a mark in it, and what is between its parts at least, in points."""

HEAD_AFTER = 100
"""What is between a mark and the band below it, in twentieths of a point."""

LONG_MARK, APART, CLOSE = 40, 1.5, 0.4
"""The letters of a mark that is longer stand closer; how far apart they are, in points."""

STEP = "\u2003\u2002"
"""About as wide as LIST_INDENT."""

TAB = w("r", w("tab"))
HEADERS = {"header1.xml": "default", "header2.xml": "first", "footer1.xml": "default", "footer2.xml": "first"}


def office_families(brand: Brand) -> tuple[str, str]:
    """The fonts of text and of headings in Word: the brand's own unless it names others for Word."""
    families = checked_families(brand)
    return families.get("docx_base") or families["base"], families.get("docx_headings") or families["headings"]


def reference_parts(default: Mapping[str, bytes], document: Document, styles: Sequence[Style]) -> dict[str, bytes]:
    """The parts of our reference.docx, made from pandoc's, with these styles besides ours."""
    checked_colours(document.brand)
    linked = any(author.orcid for author in document.meta.authors)
    own = ((UNIT_LINE, has_charts(document.ast["blocks"])), (AUTHOR_LINK, linked))
    styles = (*(style for style, is_used in own if is_used), *styles)
    made = {
        **default,
        "word/styles.xml": styles_xml(document, styles).encode(),
        "word/theme/theme1.xml": theme_xml(default["word/theme/theme1.xml"].decode(), document.brand).encode(),
        "word/document.xml": _document_xml(document.brand.page).encode(),
        "word/_rels/document.xml.rels": _document_relations(default["word/_rels/document.xml.rels"].decode()).encode(),
        "[Content_Types].xml": _content_types(default["[Content_Types].xml"].decode()).encode(),
    }
    made.update({f"word/{name}": text.encode() for name, text in _headers(document).items()})
    return made


def theme_xml(theme: str, brand: Brand) -> str:
    """The theme with the brand's colours and fonts."""
    base, headings = office_families(brand)
    colours = bare_colours(brand)
    slots = {SLOTS.get(slot, slot): colours[token] for token, slot in THEME.items()}
    for name, colour in {**slots, "hlink": colours["link"], "folHlink": colours["link"]}.items():
        made = f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>", made, theme, count=1, flags=re.DOTALL)
    for group, family in (("majorFont", headings), ("minorFont", base)):
        theme = re.sub(rf"(<a:{group}>\s*)<a:latin[^>]*/>", rf"\g<1><a:latin typeface={quoteattr(family)}/>", theme)
    for group, family in zip(("minorFont", "majorFont"), arabic_families(brand) or (), strict=False):
        made = rf"\g<1><a:cs typeface={quoteattr(family)}/>"
        theme = re.sub(rf"(<a:{group}>.*?)<a:cs [^>]*/>", made, theme, count=1, flags=re.DOTALL)
    return theme


def _document_xml(page: Page) -> str:
    """A document of one empty paragraph that carries the page: size, margins, headers and footers."""
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{kind}" r:id="rIdBk{index}"/>'
        for index, (name, kind) in enumerate(HEADERS.items())
    )
    top, right, bottom, left = margins(page)
    edges = w("pgMar", top=top, right=right, bottom=bottom, left=left, header=567, footer=510, gutter=0)
    width, height = SIZES[page.size]
    section = w("sectPr", references, w("pgSz", w=width, h=height), edges, w("titlePg"))
    return part("document", w("body", w("p"), section))


def _document_relations(text: str) -> str:
    """The relations with our headers and footers, and without the sample link."""
    text = re.sub(r'<Relationship [^>]*TargetMode="External"[^>]*/>', "", text)
    ours = "".join(relationship(f"rIdBk{index}", name[:6], name) for index, name in enumerate(HEADERS))
    return text.replace("</Relationships>", ours + "</Relationships>")


def _content_types(text: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    ours = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}.{name[:6]}+xml"/>' for name in HEADERS)
    return text.replace("</Types>", ours + "</Types>")


def _headers(document: Document) -> dict[str, str]:
    """Headers and footers: nothing above the first page but the mark of a draft."""
    mark = " · ".join(document.marks)
    running = _running_head(document, mark)
    page = [_run("  |  ".join(foot(document))), TAB, _field("PAGE"), _run(" / "), _field("NUMPAGES")]
    if not document.template.says("furniture"):
        running, page = _line("header", [_mark(mark)]), []
    made = {
        "header1.xml": part("hdr", running),
        "header2.xml": part("hdr", _first_head(document, mark)),
        "footer1.xml": part("ftr", _line("footer", page)),
        "footer2.xml": part("ftr", _line("footer", page)),
    }
    return {n: leftward_header(x) for n, x in made.items()} if direction(document.lang) == RTL else made


def _running_head(document: Document, mark: str) -> str:
    """Organisation, mark and title, which is cut, on one line; on two where there is no room for its start, the title
    below, and beside it the organisation if the mark leaves it none.
    """
    owner, title, line = organisation(document), document.meta.title, text_width(document.brand.page) / 20
    width, name = _measure(document.brand), _run(organisation(document), w("b"))
    letter = max(width(title, HEAD_SIZE, bold=False) / max(len(title), 1), 1.0)
    named, marked = width(owner, HEAD_SIZE, bold=True) + HEAD_GAP, _mark_width(document.brand, _with_blanks(mark))

    def cut(room: float) -> str:
        return _run(cut_after_word(title, max(int(room / letter), LEAST_TITLE)))

    if line - named - marked >= min(len(title), LEAST_TITLE) * letter:
        return _line("header", [name, _mark(_with_blanks(mark)), TAB, cut(line - named - marked)])
    if named + _mark_width(document.brand, mark) <= line:
        return _line("header", [name, TAB, _mark(mark)]) + _line("header", [cut(line)])
    return _line("header", [TAB, _mark(mark)]) + _line("header", [name, TAB, cut(line - named)])


def _first_head(document: Document, mark: str) -> str:
    """The logo and the mark, on a line each where one does not hold both."""
    logo = logo_run(document)
    if not mark:
        return _line("header", [logo])
    if logo_width(document) + HEAD_GAP + _mark_width(document.brand, mark) <= text_width(document.brand.page) / 20:
        return _line("header", [logo, TAB, _mark(mark)])
    return _line("header", [logo]) + _line("header", [TAB, _mark(mark)], after=HEAD_AFTER)


def _mark_width(brand: Brand, mark: str) -> float:
    """What a mark takes of the line, in points."""
    apart = CLOSE if len(mark) > LONG_MARK else APART
    return _measure(brand)(mark, MARK_SIZE, bold=True) + apart * len(mark)


def _measure(brand: Brand) -> Callable[..., float]:
    """What tells how wide a text is in the headings face, in points."""
    letter = measurer(brand, 1.0) if brand.faces else lambda text, bold: 0.56 * len(text)
    return lambda text, size, *, bold: size * letter(text, bold)


def _line(style: str, runs: Sequence[str], after: int = 0) -> str:
    apart = [w("spacing", after=after)] if after else []
    return w("p", w("pPr", w("pStyle", val=style), *apart), *runs)


def _run(text: str, *properties: str) -> str:
    look = w("rPr", *properties) if properties else ""
    return w("r", look, f'<w:t xml:space="preserve">{escape(text)}</w:t>') if text else ""


def _mark(text: str) -> str:
    closer = (w("spacing", val=8),) if len(text) > LONG_MARK else ()
    return _run(text, w("rStyle", val="DraftMark"), *closer)


def _with_blanks(mark: str) -> str:
    """The mark with room on both sides."""
    return f"   {mark}   " if mark else ""


def _field(name: str) -> str:
    return w("fldSimple", _run("1", w("b")), instr=f" {name} ")


# --- after pandoc -----------------------------------------------------------------------------


def numbering_xml(text: str, brand: Brand, lists: int) -> str:
    """Pandoc's lists with our indents, and ours: key messages and so many lists of recommendations."""
    text = re.sub(r'<w:ind w:left="(\d+)" w:hanging="\d+" ?/>', _our_indent, text)
    accent = w("color", val=bare_colours(brand)["accent"])
    text = LEVEL.sub(partial(_our_mark, accent), text)
    kinds = _kind(9001, "bullet", "▪", BULLET, accent, edge=EDGE) + _kind(
        9002, "decimal", "%1", INDENT, w("b"), accent, w("sz", val=24)
    )
    kinds += _kind_in_boxes(9003)
    numbers = "".join(
        w("num", w("abstractNumId", val=kind), numId=number)
        for number, kind in ((KEY_MESSAGES, 9001), (RECOMMENDATIONS, 9002), (IN_BOXES, 9003))
    )
    begun = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    numbers += "".join(
        w("num", w("abstractNumId", val=9002), begun, numId=RESTARTED + number) for number in range(2, lists + 1)
    )
    at = text.find("<w:num ") if "<w:num " in text else text.index("</w:numbering>")
    return text[:at] + kinds + numbers + text[at:]


LEVEL = regex(r"(<w:lvl [^>]*>)(.*?)(</w:lvl>)", re.DOTALL)
BULLET_TEXT = regex(r'(<w:numFmt w:val="bullet" ?/>)<w:lvlText w:val="\S+" ?/>')


def _our_mark(accent: str, matched: re.Match[str]) -> str:
    """A level of a list of pandoc's: bullets are dots, numbers bold without serifs, both in the accent colour."""
    begin, body, end = matched.groups()
    body, bullets = BULLET_TEXT.subn(lambda found: found[1] + w("lvlText", val="\u2022"), body)
    if 'w:numFmt w:val="bullet"' in body and not bullets:  # a list without marks
        return matched[0]
    body = re.sub(r"<w:rPr>.*?</w:rPr>", "", body, flags=re.DOTALL)
    fonts = w("rFonts", asciiTheme="majorHAnsi", hAnsiTheme="majorHAnsi")
    return begin + body + w("rPr", fonts, "" if bullets else w("b"), accent) + end


def _our_indent(matched: re.Match[str]) -> str:
    level = max(1, round(int(matched[1]) / 720))
    return w("ind", left=LIST_INDENT * level, hanging=LIST_INDENT)


def _kind(number: int, kind: str, text: str, indent: int, *look: str, edge: int = 0) -> str:
    """A kind of list with one level, which hangs from `edge`."""
    fonts = w("rFonts", asciiTheme="majorHAnsi", hAnsiTheme="majorHAnsi")
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=edge + indent, hanging=indent)),
        w("rPr", fonts, *look),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def _kind_in_boxes(number: int) -> str:
    """Bullets of lists in lists in boxes: they hang from the edge of the box, so blanks stand before them."""
    fonts = w("rPr", w("rFonts", asciiTheme="majorHAnsi", hAnsiTheme="majorHAnsi"))
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val="none"),
            w("lvlText", val=STEP * level + "\u2022"),
            w("lvlJc", val="left"),
            fonts,
            ilvl=level,
        )
        for level in range(9)
    )
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)


def core_xml(document: Document) -> str:
    """The properties of the document; its dates are the brief's."""
    meta = document.meta
    stamp = f"{document.date}T00:00:00Z"
    authors = "; ".join(author.name for author in meta.authors)
    rows = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subtitle),
        ("dc:creator", authors),
        ("dc:description", description(document)),
        ("dc:identifier", meta.url),
        ("dc:language", document.lang),
        ("cp:keywords", ", ".join(meta.keywords)),
        ("cp:category", series(document)),
        ("cp:contentStatus", meta.status),
        ("cp:lastModifiedBy", authors),
    )
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in rows if text)
    dates = "".join(f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{n}>' for n in ("created", "modified"))
    spaces = (
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{HEAD}<cp:coreProperties {spaces}>{body}{dates}</cp:coreProperties>"


def app_xml(document: Document) -> str:
    """The extended properties: the company and nothing of the machine."""
    company = f"<Company>{escape(organisation(document))}</Company>" if organisation(document) else ""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{space}"><Application>briefkit</Application>{company}</Properties>'


def on_paper(text: str, brand: Brand) -> str:
    """The document on the brand's paper, where that is not white."""
    paper = bare_colours(brand)["paper"]
    return text if paper == WHITE else re.sub(r"(?=<w:body>)", w("background", color=paper), text, count=1)


HYPHENATION = "".join(
    (w("autoHyphenation"), w("consecutiveHyphenLimit", val=2), w("hyphenationZone", val=425), w("doNotHyphenateCaps"))
)
"""Words are divided as in the PDF: not where little room would be left otherwise, and never in more than two lines."""


def settings_xml(text: str, lang: str, brand: Brand) -> str:
    """The settings with the language, the fonts inside, and without Word's compatibility mode."""
    text = re.sub(r"<w:embedSystemFonts ?/>", "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>", text)
    bidi = lang if direction(lang) == RTL else None
    text = re.sub(r"<w:themeFontLang [^>]*/>", w("themeFontLang", val=lang, bidi=bidi), text)
    mode = "http://schemas.microsoft.com/office/word"
    text = re.sub(r"(?<=/>)(?=<w:drawingGridHorizontalSpacing)", HYPHENATION, text, count=1)
    modern = w("compat", w("compatSetting", name="compatibilityMode", uri=mode, val=15))
    if bare_colours(brand)["paper"] != WHITE:
        text = text.replace("<w:embedTrueTypeFonts", w("displayBackgroundShape") + "<w:embedTrueTypeFonts", 1)
    return re.sub(r"<w:rsids\b", modern + "<w:rsids", text, count=1)


def tracked_settings(text: str) -> str:
    """The settings of a file in which changes are tracked; the schema wants them in their order."""
    return text.replace("<w:doNotTrackMoves", "<w:trackRevisions/><w:doNotTrackMoves", 1)
