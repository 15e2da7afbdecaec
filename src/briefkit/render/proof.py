"""The bytes of an output go in, and come out if they are whole: nothing that is not gets to its place."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from io import BytesIO

from briefkit.assemble.clean import SCHEME, SCHEMES
from briefkit.errors import RenderError
from briefkit.model import Attachment
from briefkit.patterns import regex

CURE = "look into the project's templates/; if they are not the cause, run again with --debug and report it"
START_OF_TABLE = regex(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
TABLE = regex(rb"xref\b|\d+ \d+ obj\b")
STREAM = regex(rb"<<([^\n]*)>>\nstream\r?\n")
PACKED_OBJECTS, END_OF_XMP = b"/ObjStm", b"</x:xmpmeta>"
ARCHIVE_MARKS = {
    "PDF/A-3a": regex(rb'(?=[^>]*pdfaid:part="3")(?=[^>]*pdfaid:conformance="A")'),
    "PDF/UA-1": regex(rb'pdfuaid:part="1"'),
}
WEB = r"(?i:https?|mailto):"
LINK_OUT = regex(rb"/URI\s*[(<](?!" + WEB.encode() + rb")([^)>]*)")
OUTER_TARGET = regex(rf"""\bTarget\s*=\s*["'](?!{WEB})([^"']*)""")
"""The targets of links that lead neither to the web nor to mail."""
PAGE = regex(rb"/Type\s*/Page\b")
COLOURS = regex(rb"/S\s*/GTS_PDFA1\b")
LISTED = regex(rb"/AF\s*\[([^\]]*)\]")
REFERENCE = regex(rb"(\d+) 0 R")
RELATION_OF_FILE = regex(rb"/AFRelationship\s*/(\w+)")
RELATION = regex(r"<Relationship\b[^>]*>")
HYPERLINK = "/relationships/hyperlink"
LIVE_TAGS = frozenset({"iframe", "frame", "object", "embed", "applet", "base", "portal", "set", "animate"})
"""What runs, fetches, or gives another element a target when it is opened."""

TEXT_TAGS = frozenset({"textarea", "title", "noscript", "noembed", "noframes", "plaintext", "xmp"})
"""Elements that hold text for a browser and tags for our reader."""

KEPT_TAGS = frozenset({"title"})
"""Those of them that a page may have, without a tag inside."""

ODD_MARKUP = regex(r"<!-?-?-?>|--!>|--\s+>|<!\[|</[^A-Za-z]")
"""Comments and ends of elements at which a browser goes on where our reader stops, or stops where it goes on."""

TAG = regex(r"<[A-Za-z/!?]")
DATA_SCRIPT = "application/ld+json"
FETCHED = frozenset("action attributionsrc background data formaction manifest ping poster src srcset".split())
LINKED = frozenset({"href", "xlink:href"})
FOLLOWED_TAGS = frozenset({"a", "area"})
"""What leads somewhere when a reader follows it; what all others name is fetched, in drawings too."""

STYLED = frozenset("clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke style".split())
"""Attributes that hold what a style sheet could."""

SAYING_LINKS = frozenset({"canonical", "license"})
"""What a `link` may be that says something of the page and fetches nothing."""
FETCHING_STYLE = regex(
    r"""(?:\burl|\bsrc)\(\s*["']?(?!["']?(?:data:|#))[^)]*|@import[^;]*|image-set\([^;{}]{0,200}""", re.IGNORECASE
)
"""What may fetch something; pictures to choose from name files, and a page that is one file has no use for them."""

LAST_CHARACTER = 0x10FFFF
STYLE_ESCAPE = regex(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
LIVE_FIELD = regex(r"<w:instrText\b[^>]*>[^<]*\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK)\b")


def prove(name: str, data: bytes) -> bytes:
    """The bytes of a format, if they are whole and fetch nothing; RenderError else."""
    fault = PROOFS[name](data) if name in PROOFS else ""
    if fault:
        raise RenderError(f"the {name.upper()} came out wrong: {fault}", CURE)
    return data


def count_pages(data: bytes) -> int:
    """How many pages a PDF of ours has."""
    return sum(len(PAGE.findall(part)) for part in _objects(data))


def prove_archive(data: bytes, attachments: Sequence[Attachment]) -> bytes:
    """The bytes of a PDF, if they are an archive that holds these attachments whole; RenderError else."""
    if fault := _archive_fault(data, attachments):
        raise RenderError(f"the archive came out wrong: {fault}", CURE)
    return data


def _archive_fault(data: bytes, attachments: Sequence[Attachment]) -> str:
    streams = [(match[1], _unpacked(data, match.end())) for match in STREAM.finditer(data)]
    objects = b"\n".join([data, *(text for kind, text in streams if PACKED_OBJECTS in kind)])
    described = b"".join(text for _, text in streams if END_OF_XMP in text)
    for name, mark in ARCHIVE_MARKS.items():
        if not mark.search(described):
            return f"it does not say that it is {name}"
    if not COLOURS.search(objects):
        return "it does not say what its colours mean"
    whole = {text for _, text in streams}
    for item in attachments:
        if item.data not in whole:
            return f"{item.name} is not in it"
    listed = REFERENCE.findall(b"".join(LISTED.findall(objects)))
    said = sorted(RELATION_OF_FILE.findall(objects))
    if len(set(listed)) != len(listed) or said != sorted(item.relation.encode() for item in attachments):
        return "it does not list its attachments, each once and with what it is to the brief"
    return "" if len(listed) == len(attachments) else "it does not list each of its attachments"


def _objects(data: bytes) -> Iterator[bytes]:
    """Where the objects of a PDF stand: in the file itself and in the packed streams of it."""
    yield data
    yield from (_unpacked(data, match.end()) for match in STREAM.finditer(data) if PACKED_OBJECTS in match[1])


def _unpacked(data: bytes, start: int) -> bytes:
    """The bytes of a stream that begins there; nothing if they are no whole packed stream."""
    try:
        return zlib.decompressobj().decompress(data[start:])
    except zlib.error:
        return b""


def _pdf_fault(data: bytes) -> str:
    if not data.startswith(b"%PDF-"):
        return "it does not start as a PDF"
    found = START_OF_TABLE.search(data[-1024:])
    if not found:
        return "its end is missing"
    if not TABLE.match(data, int(found[1])):
        return "its table of contents is not where it says"
    link = next(filter(None, map(LINK_OUT.search, _objects(data))), None)
    return f"a link in it leads to '{link[1][:200].decode('latin-1')}'" if link else ""


def _html_fault(data: bytes) -> str:
    if not data.rstrip().endswith(b"</html>"):
        return "its end is missing"
    text = data.decode("utf-8", "replace")
    if odd := ODD_MARKUP.search(text):
        return f"browsers read a part of it in ways of their own: {text[odd.start() : odd.start() + 40]}"
    page = _Page()
    page.feed(text)
    page.close()
    return page.fault


class _Page(HTMLParser):
    """Reads a web page and keeps the first thing in it that would run, or reach out of it when it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.fault = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside in TEXT_TAGS:
            self.fault = self.fault or f"its <{self.inside}> holds a <{tag}>"
        self.inside = tag
        found = {name: value or "" for name, value in reversed(attrs)}  # of two, a browser takes the first
        self.fault = self.fault or _live_tag(tag, found)

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in ("style", "script") or self.fault:
            return
        if tag := TAG.search(data):  # within a drawing a browser takes it for one
            self.fault = f"its <{self.inside}> holds a tag: {data[tag.start() : tag.start() + 40]}"
        elif self.inside == "style" and (fetched := _fetched_by_style(data)):
            self.fault = f"its style would fetch something when it is opened: {fetched}"


def _live_tag(tag: str, attributes: Mapping[str, str]) -> str:
    """What in a tag would run or fetch something, or nothing."""
    if tag in LIVE_TAGS or tag in TEXT_TAGS - KEPT_TAGS or (tag == "script" and attributes.get("type") != DATA_SCRIPT):
        return f"it holds a <{tag}>"
    if tag == "meta" and attributes.get("http-equiv", "").strip().lower() == "refresh":
        return "it would lead to another page"
    says = tag == "link" and attributes.get("rel", "").lower() in SAYING_LINKS
    fetches = tag not in FOLLOWED_TAGS and not says
    for name, value in attributes.items():
        target = "".join(char for char in value if char.isprintable() and not char.isspace())
        if name.startswith("on"):
            return f"the attribute {name} would run a script"
        if name in FETCHED or (name in LINKED and fetches):
            if target and not target.startswith(("data:image/", "data:font/", "#")):
                return f"it would fetch something when it is opened: {target[:200]}"
        elif name in LINKED and (scheme := SCHEME.match(target)) and scheme[1].lower() not in SCHEMES:
            return f"a link in it leads to '{scheme[0]}'"
        elif name in STYLED and (fetched := _fetched_by_style(value)):
            return f"its style would fetch something when it is opened: {fetched}"
    return ""


def _fetched_by_style(style: str) -> str:
    """What in a style sheet would be fetched, its escapes read as a browser does, or nothing."""
    read = STYLE_ESCAPE.sub(_unescaped, style) if "\\" in style else style
    match = FETCHING_STYLE.search(style) or FETCHING_STYLE.search(read)
    return match[0][:200] if match else ""


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(number) if 0 < number <= LAST_CHARACTER else "\ufffd")


def _docx_fault(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            damaged = archive.testzip()
            if damaged:
                return f"{damaged} is damaged"
            parts = {i.filename: archive.read(i) for i in archive.infolist() if i.filename.endswith((".rels", ".xml"))}
            names = archive.namelist()
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        return f"it is no package: {error}"
    return _live_part(names, parts)


def _live_part(names: list[str], parts: Mapping[str, bytes]) -> str:
    """What in a Word file would reach out of it when it is opened, or nothing."""
    for name in names:
        if "vbaproject" in name.lower():
            return "it holds a macro"
    for name, data in parts.items():
        text = data.decode("utf-8", "replace")
        for relation in RELATION.findall(text) if name.endswith(".rels") else ():
            if re.search(r"""TargetMode\s*=\s*["']External""", relation):
                if HYPERLINK not in relation:
                    return f"it would fetch something when it is opened: {relation[:200]}"
                if link := OUTER_TARGET.search(relation):
                    return f"a link in it leads to '{link[1][:200]}'"
        if LIVE_FIELD.search(text):
            return f"{name} holds a field that reads a file"
    return ""


PROOFS: Mapping[str, Callable[[bytes], str]] = {"pdf": _pdf_fault, "html": _html_fault, "docx": _docx_fault}
