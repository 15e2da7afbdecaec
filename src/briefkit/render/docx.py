"""A Document goes in, a Word file comes out: pandoc writes it in our styles, then the package is written anew, once,
with fixed dates and order and without anything of the machine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from briefkit.assemble.direction import RTL, direction
from briefkit.assemble.tree import Node
from briefkit.errors import RenderError
from briefkit.model import EMPTY, Document, Runner
from briefkit.patterns import regex
from briefkit.render.fonts import office_cuts
from briefkit.render.values import code_family
from briefkit.render.word_fonts import font_parts, with_font_type
from briefkit.render.word_logo import logo_parts, with_logo_type
from briefkit.render.word_parts import (
    app_xml,
    core_xml,
    numbering_xml,
    on_paper,
    reference_parts,
    settings_xml,
    tracked_settings,
)
from briefkit.render.word_rtl import leftward_body
from briefkit.render.word_sheet import HUNG, IN_BOXES, INDENT, KEY_MESSAGES, LIST_INDENT, RESTARTED, Style
from briefkit.render.word_styles import code_styles
from briefkit.render.word_tree import word_blocks
from briefkit.render.word_xml import w
from briefkit.values import Value

WRITER = ("--reference-doc=reference.docx", "--syntax-highlighting=none", "--figure-caption-position=above")
FIRST_YEAR, LAST_YEAR = 1980, 2107
"""What the stamp of a part can hold; the properties of the document have its true date."""
FIRST = "[Content_Types].xml"
DAMAGED = "run briefkit doctor: it tells how pandoc is installed anew"
EXTERNAL = regex(r'<Relationship\b[^>]*TargetMode="External"[^>]*>')
LOCAL_LINK = regex(r"<w:hyperlink w:anchor=.*?</w:hyperlink>", re.DOTALL)
LOWERED = regex(
    r'(<w:pStyle w:val="(CompactLowered|\w+Item)" ?/>(?:(?!</w:pPr>).)*?<w:ilvl w:val="(\d)" ?/>.*?)(?=</w:pPr>)'
)
BULLETS = regex(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="991" ?/>')
"""The number of a list that pandoc writes with bullets."""
LIST_NUMBER, NUMBERING = regex(r'<w:numId w:val="(\d+)"'), regex(r"<w:numPr>.*?</w:numPr>")
NUMBERED = regex(r'<w:pStyle w:val="Recommendation(First)?" ?/>')
LISTED = regex(r'<w:pStyle w:val="KeyMessage(?:Kept)?" ?/>')
PARAGRAPH_END, CODE_RUN = "</w:p>", '<w:rStyle w:val="VerbatimChar" />'
PARAGRAPH_STYLE = regex(r'<w:pStyle w:val="(\w+)" ?/>')
HYPERLINK = "/relationships/hyperlink"
DROPPED = ("docProps/custom.xml",)


class Around(Value):
    """What a Word file has besides its document: blocks before its head and behind its end, which name their styles
    themselves, styles of their own, and parts in the place of pandoc's. Where it is `tracked`, Word marks as changes
    what is typed into it.
    """

    before: Sequence[Node] = ()
    after: Sequence[Node] = ()
    styles: Sequence[Style] = ()
    parts: Mapping[str, bytes] = EMPTY
    tracked: bool = False


NOTHING = Around()
SETTINGS = "word/settings.xml"
WHOLE_ROW = "<w:cantSplit/>"
"""What says of a row that no page ends within it."""


def render(document: Document, runner: Runner, around: Around = NOTHING) -> bytes:
    """The Word file of a document."""
    default = unpacked(runner.default_file("reference.docx"))
    reference = packed(reference_parts(default, document, around.styles), document.date)
    meta = {"lang": {"t": "MetaString", "c": document.lang}}
    if direction(document.lang) == RTL:
        meta["dir"] = {"t": "MetaString", "c": RTL}
    ast = {**document.ast, "meta": meta, "blocks": [*around.before, *word_blocks(document), *around.after]}
    made = unpacked(runner.write(ast, "docx", WRITER, {"reference.docx": reference}))
    parts = {**finished(made, document), **around.parts}
    if around.tracked:
        parts[SETTINGS] = tracked_settings(parts[SETTINGS].decode()).encode()
    refuse_outside(parts)
    return packed(parts, document.date)


def finished(parts: Mapping[str, bytes], document: Document) -> dict[str, bytes]:
    """The parts as they leave the house: our lists, properties and fonts, no paths, footnotes counted through."""
    made = {name: data for name, data in parts.items() if name not in DROPPED}
    text = {name: made[f"word/{name}.xml"].decode() for name in ("document", "footnotes", "numbering", "settings")}
    made |= font_parts(office_cuts(document.brand))
    made |= logo_parts(document)
    if code_family(document.brand):
        text |= {name: _with_fitting_code(text[name]) for name in ("document", "footnotes")}
    body, lists = _numbered(_listed(_document_xml(text["document"], bullets=BULLETS.findall(text["numbering"]))))
    body = leftward_body(body) if direction(document.lang) == RTL else body
    made["word/document.xml"] = on_paper(body, document.brand).encode()
    made["word/footnotes.xml"] = LOCAL_LINK.sub(_quiet_link, text["footnotes"]).encode()
    made["word/numbering.xml"] = numbering_xml(text["numbering"], document.brand, lists).encode()
    made[SETTINGS] = settings_xml(text["settings"], document.lang, document.brand).encode()
    made["docProps/core.xml"] = core_xml(document).encode()
    made["docProps/app.xml"] = app_xml(document).encode()
    made["_rels/.rels"] = _without_custom(made["_rels/.rels"].decode()).encode()
    made[FIRST] = with_logo_type(with_font_type(_without_custom(made[FIRST].decode())), document).encode()
    return made


def _document_xml(text: str, bullets: Sequence[str] = ()) -> str:
    """The document without addresses of pictures in their descriptions or room beside them, with footnotes counted
    through, and lists inside of items below their text.
    """
    text = re.sub(r'(<pic:cNvPr\b[^>]*?) descr="[^"]*"', r"\1", text)
    text = re.sub(r"<w:footnotePr>\s*<w:numRestart [^>]*/>\s*</w:footnotePr>", "", text)
    text = text.replace("<wp:inline>", '<wp:inline distT="0" distB="0" distL="0" distR="0">')
    text = text.replace("<w:tr><w:trPr>", "<w:tr><w:trPr>" + WHOLE_ROW).replace(
        "<w:tr><w:tc>", f"<w:tr><w:trPr>{WHOLE_ROW}</w:trPr><w:tc>"
    )
    return LOWERED.sub(lambda line: _lowered(line, bullets), LOCAL_LINK.sub(_quiet_link, text))


def _lowered(matched: re.Match[str], bullets: Sequence[str]) -> str:
    """A line of a list that stands in an item, moved to the right of the item's text; in a box it hangs from the edge
    of the box, which another indent would move, and one of `bullets`, the numbers of lists, is one of ours.
    """
    edge, above = HUNG.get(matched[2], (0, 0))
    inner = above + LIST_INDENT * (int(matched[3]) + 1)
    level, number = int(matched[3]) + bool(above), LIST_NUMBER.search(matched[1])
    if edge and level and number and number[1] in bullets:
        ours = w("numPr", w("ilvl", val=level), w("numId", val=IN_BOXES))
        return NUMBERING.sub(ours, matched[1]) + w("ind", left=edge + inner, hanging=inner)
    return matched[1] + w("ind", left=(edge or INDENT) + inner, hanging=inner if edge else LIST_INDENT)


def _with_fitting_code(text: str) -> str:
    """The paragraphs with code in the style that goes with the size of each."""
    return PARAGRAPH_END.join(map(_code_fitted, text.split(PARAGRAPH_END)))


def _code_fitted(paragraph: str) -> str:
    """One of them."""
    found = PARAGRAPH_STYLE.search(paragraph) if CODE_RUN in paragraph else None
    style = code_styles().get(found[1]) if found else None
    return paragraph.replace(CODE_RUN, f'<w:rStyle w:val="{style}" />') if style else paragraph


def _numbered(text: str) -> tuple[str, int]:
    """The document in which each list of recommendations that begins with 1 does so in Word, and how many do."""
    lists = 0

    def change(matched: re.Match[str]) -> str:
        nonlocal lists
        lists += bool(matched[1])
        again = w("numPr", w("ilvl", val=0), w("numId", val=RESTARTED + lists)) if lists > 1 else ""
        return w("pStyle", val="Recommendation") + again

    return NUMBERED.sub(change, text), lists


def _listed(text: str) -> str:
    """The document in which each key message says that it is an item: LibreOffice does not see it by the style."""
    number = w("numPr", w("ilvl", val=0), w("numId", val=KEY_MESSAGES))
    return LISTED.sub(lambda style: style[0] + number, text)


def _quiet_link(matched: re.Match[str]) -> str:
    """A link inside the document, such as that of a citation, in the colour of its text."""
    return matched[0].replace('<w:rStyle w:val="Hyperlink" />', '<w:rStyle w:val="CitationLink" />')


def _without_custom(text: str) -> str:
    return re.sub(r"<(?:Relationship|Override)\b[^>]*docProps/custom\.xml[^>]*/>", "", text)


def refuse_outside(parts: Mapping[str, bytes]) -> None:
    """Raise RenderError if the file would fetch something when it is opened: only links may point outside."""
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        for relation in EXTERNAL.findall(data.decode()):
            if HYPERLINK not in relation:
                what = f"the Word file would fetch something when opened: {relation} in {name}"
                raise RenderError(what, DAMAGED)


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except zipfile.BadZipFile as error:
        raise RenderError("pandoc wrote something that is no Word file", DAMAGED) from error


def packed(parts: Mapping[str, bytes], date: str) -> bytes:
    """The package of these parts: the list of types first, the rest by name, all stamped with the date."""
    year, month, day = (int(part) for part in date.split("-"))
    stamp = (min(max(year, FIRST_YEAR), LAST_YEAR), month, day, 0, 0, 0)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return made.getvalue()
