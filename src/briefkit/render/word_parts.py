"""The parts of a Word file that pandoc does not write: styles, theme, lists, headers, footers, properties, fonts.

Pandoc's own reference.docx and a document go in, our reference.docx comes out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from briefkit.model import Brand, Document
from briefkit.render.fonts import Cut
from briefkit.render.values import checked_colours, checked_families, description, organisation, series
from briefkit.render.word_sheet import KEY_MESSAGES, RECOMMENDATIONS
from briefkit.render.word_styles import SLOTS, THEME, WORD, styles_xml

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADERS = {"header1.xml": "default", "header2.xml": "first", "footer1.xml": "default", "footer2.xml": "first"}
ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def office_families(brand: Brand) -> tuple[str, str]:
    """The fonts of text and of headings in Word: the brand's own unless it names others for Word."""
    families = checked_families(brand)
    return families.get("docx_base") or families["base"], families.get("docx_headings") or families["headings"]


def reference_parts(default: Mapping[str, bytes], document: Document) -> dict[str, bytes]:
    """The parts of our reference.docx, made from pandoc's."""
    checked_colours(document.brand)
    made = {
        **default,
        "word/styles.xml": styles_xml(document.brand, document.lang).encode(),
        "word/theme/theme1.xml": theme_xml(default["word/theme/theme1.xml"].decode(), document.brand).encode(),
        "word/document.xml": _document_xml().encode(),
        "word/_rels/document.xml.rels": _document_relations(default["word/_rels/document.xml.rels"].decode()).encode(),
        "[Content_Types].xml": _content_types(default["[Content_Types].xml"].decode()).encode(),
    }
    made.update({f"word/{name}": text.encode() for name, text in _headers(document).items()})
    return made


def theme_xml(theme: str, brand: Brand) -> str:
    """The theme with the brand's colours and fonts."""
    base, headings = office_families(brand)
    for token, slot in THEME.items():
        name = SLOTS.get(slot, slot)
        colour = f'<a:{name}><a:srgbClr val="{brand.colours[token].lstrip("#").upper()}"/></a:{name}>'
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>", colour, theme, count=1, flags=re.DOTALL)
    link = brand.colours["link"].lstrip("#").upper()
    for name in ("hlink", "folHlink"):
        theme = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{link}"/></a:{name}>', theme, flags=re.DOTALL
        )
    for part, family in (("majorFont", headings), ("minorFont", base)):
        theme = re.sub(rf"(<a:{part}>\s*)<a:latin[^>]*/>", rf"\g<1><a:latin typeface={quoteattr(family)}/>", theme)
    return theme


def _document_xml() -> str:
    """A document of one empty paragraph that carries the page: A4, margins, headers and footers."""
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{kind}" r:id="rIdBk{index}"/>'
        for index, (name, kind) in enumerate(HEADERS.items())
    )
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1191" w:left="1247" w:header="567" w:footer="510" w:gutter="0"/>'
    return (
        f'{XML}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body><w:p/>'
        f"<w:sectPr>{references}{page}<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _document_relations(text: str) -> str:
    """The relations with our headers and footers, and without the sample link."""
    text = re.sub(r'<Relationship [^>]*TargetMode="External"[^>]*/>', "", text)
    ours = "".join(
        f'<Relationship Type="{RELATIONS}/{name[:6]}" Id="rIdBk{index}" Target="{name}"/>'
        for index, name in enumerate(HEADERS)
    )
    return text.replace("</Relationships>", ours + "</Relationships>")


def _content_types(text: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    ours = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}.{name[:6]}+xml"/>' for name in HEADERS)
    return text.replace("</Types>", ours + "</Types>")


def _headers(document: Document) -> dict[str, str]:
    """Headers and footers: nothing above the first page but the mark of a draft."""
    mark = " · ".join(document.marks)
    foot = "  |  ".join(part for part in (series(document), organisation(document)) if part)
    running = [_run(organisation(document), bold=True), _mark(mark), _tab(), _run(document.meta.title)]
    page = [_run(foot), _tab(), _field("PAGE"), _run(" / "), _field("NUMPAGES")]
    return {
        "header1.xml": _part("hdr", "header", running),
        "header2.xml": _part("hdr", "header", [_mark(mark)]),
        "footer1.xml": _part("ftr", "footer", page),
        "footer2.xml": _part("ftr", "footer", page),
    }


def _part(tag: str, style: str, runs: Sequence[str]) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'
    return f'{XML}<w:{tag} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{paragraph}</w:{tag}>'


def _run(text: str, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _mark(text: str) -> str:
    style = '<w:rPr><w:rStyle w:val="DraftMark"/></w:rPr>'
    return f'<w:r>{style}<w:t xml:space="preserve">   {escape(text)}   </w:t></w:r>' if text else ""


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


# --- after pandoc -----------------------------------------------------------------------------


def numbering_xml(text: str, brand: Brand) -> str:
    """Pandoc's lists with our indents, and our two lists: key messages and recommendations."""
    text = re.sub(r'<w:ind w:left="(\d+)" w:hanging="\d+" ?/>', _our_indent, text)
    colour = {name: brand.colours[name].lstrip("#").upper() for name in ("accent", "ink")}
    ours = _abstract(9001, "bullet", "▪", 284, f'<w:color w:val="{colour["accent"]}"/>') + _abstract(
        9002, "decimal", "%1", 454, f'<w:b/><w:color w:val="{colour["accent"]}"/><w:sz w:val="24"/>'
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for number, kind in ((KEY_MESSAGES, 9001), (RECOMMENDATIONS, 9002))
    )
    at = text.find("<w:num ")
    head, tail = (text[:at], text[at:]) if at >= 0 else text.split("</w:numbering>")[0:1] + ["</w:numbering>"]
    return head + ours + numbers + tail


def _our_indent(matched: re.Match[str]) -> str:
    level = max(1, round(int(matched[1]) / 720))
    return f'<w:ind w:left="{340 * level}" w:hanging="340"/>'


def _abstract(number: int, kind: str, text: str, indent: int, run: str) -> str:
    fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr><w:rPr>{fonts}{run}</w:rPr></w:lvl></w:abstractNum>'
    )


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
        ("dc:language", document.lang),
        ("cp:keywords", ", ".join(meta.keywords)),
        ("cp:category", series(document)),
        ("cp:contentStatus", meta.status),
        ("cp:lastModifiedBy", authors),
    )
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in rows if text)
    dates = "".join(f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{n}>' for n in ("created", "modified"))
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{body}{dates}</cp:coreProperties>'
    )


def app_xml(document: Document) -> str:
    """The extended properties: the company and nothing of the machine."""
    company = f"<Company>{escape(organisation(document))}</Company>" if organisation(document) else ""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML}<Properties xmlns="{space}"><Application>briefkit</Application>{company}</Properties>'


def settings_xml(text: str, lang: str) -> str:
    """The settings with the language, the fonts inside, and without Word's compatibility mode."""
    text = re.sub(r"<w:embedSystemFonts ?/>", "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>", text)
    text = re.sub(r"<w:themeFontLang [^>]*/>", f"<w:themeFontLang w:val={quoteattr(lang)}/>", text)
    mode = "http://schemas.microsoft.com/office/word"
    modern = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{mode}" w:val="15"/></w:compat>'
    return re.sub(r"<w:rsids\b", modern + "<w:rsids", text, count=1)


def font_parts(cuts: Sequence[Cut]) -> dict[str, bytes]:
    """The table of fonts and the fonts, garbled as the format demands so that they are not taken out and installed."""
    names = {
        ("normal", "400"): "embedRegular",
        ("normal", "700"): "embedBold",
        ("italic", "400"): "embedItalic",
        ("italic", "700"): "embedBoldItalic",
    }
    order = list(names.values())
    made: dict[str, bytes] = {}
    relations: list[str] = []
    entries: dict[str, dict[int, str]] = {}
    for index, cut in enumerate(cuts, 1):
        key = hashlib.sha256(cut.data).digest()[:16]
        made[f"word/fonts/font{index}.odttf"] = _garbled(cut.data, key)
        relations.append(f'<Relationship Id="rId{index}" Type="{RELATIONS}/font" Target="fonts/font{index}.odttf"/>')
        tag = names[cut.style, cut.weight]
        entry = f'<w:{tag} r:id="rId{index}" w:fontKey="{_guid(key)}"/>'
        entries.setdefault(cut.family, {})[order.index(tag)] = entry
    fonts = "".join(
        f'<w:font w:name={quoteattr(family)}><w:charset w:val="00"/><w:pitch w:val="variable"/>'
        + "".join(tags[rank] for rank in sorted(tags))
        + "</w:font>"
        for family, tags in entries.items()
    )
    made["word/fontTable.xml"] = f'{XML}<w:fonts xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{fonts}</w:fonts>'.encode()
    made["word/_rels/fontTable.xml.rels"] = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
    )
    return made


def _guid(key: bytes) -> str:
    text = key.hex().upper()
    return "{" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "}"


def _garbled(font: bytes, key: bytes) -> bytes:
    """The first 32 bytes crossed with the key read backwards, twice."""
    mask = key[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:]


def with_font_type(text: str) -> str:
    """The list of content types with that of garbled fonts."""
    kind = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    return text.replace("<Default ", kind + "<Default ", 1)
