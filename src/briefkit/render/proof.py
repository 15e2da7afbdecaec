"""The bytes of an output go in, and come out if they are whole: nothing that is not gets to its place."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from briefkit.errors import RenderError

START_OF_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
TABLE = re.compile(rb"xref\b|\d+ \d+ obj\b")
RELATION = re.compile(r"<Relationship\b[^>]*>")
HYPERLINK = "/relationships/hyperlink"
LIVE_FIELD = re.compile(r"<w:instrText\b[^>]*>[^<]*\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK)\b")


def prove(name: str, data: bytes) -> bytes:
    """The bytes of a format, if they are whole and fetch nothing; RenderError else."""
    fault = PROOFS[name](data) if name in PROOFS else ""
    if fault:
        raise RenderError(f"the {name.upper()} came out wrong: {fault}", "run again with --debug and report it")
    return data


def _pdf_fault(data: bytes) -> str:
    if not data.startswith(b"%PDF-"):
        return "it does not start as a PDF"
    found = START_OF_TABLE.search(data[-1024:])
    if not found:
        return "its end is missing"
    return "" if TABLE.match(data, int(found[1])) else "its table of contents is not where it says"


def _html_fault(data: bytes) -> str:
    return "" if data.rstrip().endswith(b"</html>") else "its end is missing"


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
            if re.search(r"""TargetMode\s*=\s*["']External""", relation) and HYPERLINK not in relation:
                return f"it would fetch something when it is opened: {relation[:200]}"
        if LIVE_FIELD.search(text):
            return f"{name} holds a field that reads a file"
    return ""


PROOFS: Mapping[str, Callable[[bytes], str]] = {"pdf": _pdf_fault, "html": _html_fault, "docx": _docx_fault}
