"""The Word file as a whole: read again it says what was written, its parts are what they look like, and it asks for
nothing and tells of no machine.

Looked at are the project's own brief, the French one, and the texts of the corpus.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest

from briefkit.assemble import tree
from briefkit.errors import BriefkitError
from briefkit.model import Asset, Document
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import parse_brief
from briefkit.pipeline.pictures import picture_targets
from briefkit.render import FORMATS
from briefkit.render.docx import unpacked
from briefkit.render.facts import facts, organisation, series
from briefkit.render.word_tree import BOXES
from tests.rendering import BRIEF, LIBRARY, make_document
from tests.unit.test_note_styles import STYLE as NOTES
from tests.unit.test_pictures import png

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
WATER = ROOT / "tests" / "projects" / "water-fr"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOXED = ("key-messages", "summary", "bottom-line", *BOXES)
"""Boxes, whose headings are no headings of the text."""

TEXTS = {
    "flagship": (ROOT / "briefs" / "us-sanctions-pakistan.md", ROOT / "references.bib"),
    "water-fr": (WATER / "tarifs.md", WATER / "sources.bib"),
    **{path.stem: (path, None) for path in sorted((ROOT / "tests" / "corpus").glob("*.md"))},
}
NAMES = ["example", "example in notes", *TEXTS]
SOFFICE = shutil.which("soffice")


@cache
def document_of(name: str) -> Document:
    """The document of one of the texts, its pictures replaced by plain ones."""
    if name in ("example", "example in notes"):
        return make_document(BRIEF, LIBRARY, csl=NOTES if name == "example in notes" else "")
    path, library = TEXTS[name]
    text, bib = path.read_text("utf-8-sig"), library.read_text("utf-8") if library else LIBRARY
    brief = parse_brief(text, path.name, Pandoc())
    targets = set(picture_targets([*brief.front_blocks, *brief.ast["blocks"]]))
    assets = {target: Asset(target, png(width=60, height=30), "image/png") for target in targets}
    try:
        return make_document(text, bib, assets)
    except BriefkitError as error:
        pytest.skip(f"it is not built: {error.message}")


@cache
def package_of(name: str) -> bytes:
    return FORMATS["docx"](document_of(name), Pandoc())


@cache
def parts_of(name: str) -> dict[str, bytes]:
    return unpacked(package_of(name))


def xml(name: str, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts_of(name)[f"word/{part}.xml"])


@cache
def read_again(name: str) -> Any:
    """The tree that pandoc reads from the Word file."""
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json"]
    done = subprocess.run(command, input=package_of(name), capture_output=True, check=True)
    return json.loads(done.stdout)


# --- the text ---------------------------------------------------------------------------------

SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u2060": ""})


def words_of(blocks: Any) -> list[str]:
    """The words of a tree in their order, those of notes where they are called; quotes and blanks as one kind each,
    without the marks of a direction, which are no letters.
    """
    return re.sub(r"\s+", " ", re.sub("[\u200e\u200f]", "", "".join(_pieces(blocks))).translate(SAME)).split()


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _pieces(item)
    elif isinstance(value, dict):
        match value.get("t"):
            case "Image":
                yield " "
            case "Str":
                yield value["c"]
            case "Code" | "CodeBlock":
                yield value["c"][1]
            case "Math":
                yield re.sub(r"[{}]", "", value["c"][1])
            case "Quoted":
                yield '"' if value["c"][0]["t"] == "DoubleQuote" else "'"
                yield from _pieces(value["c"][1])
                yield '"' if value["c"][0]["t"] == "DoubleQuote" else "'"
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Cite":
                yield from _pieces(value["c"][1])
            case "LineBlock":
                yield from (piece for line in value["c"] for piece in (" ", *_pieces(line), " "))
            case "Note" | "Para" | "Plain" | "Header" | "Div" | "Table" | "Figure":
                yield " "
                yield from _pieces(value["c"])
                yield " "
            case _:
                yield from _pieces(value.get("c", []))


def head_of(document: Document) -> list[str]:
    """The words of the head: the line above the title, title and authors, and the facts."""
    meta = document.meta
    found = [organisation(document), series(document), meta.title, meta.subtitle]
    found += [f"{a.name}, {a.affiliation}" if a.affiliation else a.name for a in meta.authors]
    for row in facts(document):
        found += [row["label"], *row["lines"]]
    return " ".join(found).translate(SAME).split()


@pytest.mark.parametrize("name", NAMES)
def test_read_again_it_says_what_was_written(name: str) -> None:
    written, read = words_of(document_of(name).ast["blocks"]), words_of(read_again(name)["blocks"])
    cut = len(read) - len(written)
    assert read[cut:] == written
    head = [word for key in ("title", "subtitle", "author") for word in words_of(read_again(name)["meta"].get(key))]
    assert sorted([*head, *read[:cut]]) == sorted(head_of(document_of(name)))


# --- what is outside --------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_only_links_lead_outside(name: str) -> None:
    for part, data in parts_of(name).items():
        if part.endswith(".rels"):
            outside = [r for r in ElementTree.fromstring(data) if r.get("TargetMode") == "External"]
            assert {r.get("Type", "").rpartition("/")[2] for r in outside} <= {"hyperlink"}
            inside = [r for r in ElementTree.fromstring(data) if r.get("TargetMode") != "External"]
            folder = Path(part).parent.parent
            assert [r.get("Target") for r in inside if _target(folder, r.get("Target", "")) not in parts_of(name)] == []


def _target(folder: Path, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else (folder / target).as_posix()


@pytest.mark.parametrize("name", NAMES)
def test_no_path_of_this_machine_is_in_it(name: str) -> None:
    marks = [mark.encode() for mark in (f"{ROOT}", f"{Path.home()}/", "/tmp/", "/home/", "/var/", "file:", "C:\\\\")]
    found = [(part, mark) for part, data in parts_of(name).items() for mark in marks if mark in data]
    assert [one for one in found if not one[0].startswith(("word/fonts/", "word/media/"))] == []


# --- what its parts are -----------------------------------------------------------------------


def texts_of(blocks: Any, kind: str, *levels: int) -> list[str]:
    """The words of all nodes of a kind, of headings those of these levels."""
    nodes = (node for node in tree.walk(blocks) if node["t"] == kind)
    return [" ".join(words_of([node])) for node in nodes if not levels or node["c"][0] in levels]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_headings(name: str, level: int) -> None:
    boxed = [node for node in tree.walk(document_of(name).ast["blocks"]) if tree.has_class(node, *BOXED)]
    inside = {text for box in boxed for text in texts_of(box["c"], "Header")}
    written = [text for text in texts_of(document_of(name).ast["blocks"], "Header", level) if text not in inside]
    read = [text for text in texts_of(read_again(name)["blocks"], "Header", level) if text not in inside]
    assert read == written


@pytest.mark.parametrize("name", NAMES)
def test_lists_are_lists(name: str) -> None:
    """Each item of a list is a paragraph that Word numbers, by itself or by its style."""
    styles = xml(name, "styles").iter(f"{W}style")
    numbered = {s.get(f"{W}styleId") for s in styles if s.find(f".//{W}numId") is not None}
    paragraphs = [p for p in xml(name, "document").iter(f"{W}p") if _is_item(p, numbered)]
    items = [item for node in tree.walk(document_of(name).ast["blocks"]) for item in _items(node)]
    assert len(paragraphs) >= len(items)


def test_what_leads_to_a_list_and_short_lists_stay_on_one_page() -> None:
    styles = {s.get(f"{W}styleId"): s for s in xml("flagship", "styles").iter(f"{W}style")}
    kept = {name for name, style in styles.items() if style.find(f"{W}pPr/{W}keepNext") is not None}
    paragraphs = [
        ("".join(p.itertext()), p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))  # type: ignore[union-attr]
        for p in xml("flagship", "document").iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
    ]
    start = next(n for n, (text, _) in enumerate(paragraphs) if text.startswith("Five tests"))
    assert [style in kept for _, style in paragraphs[start : start + 6]] == [*[True] * 5, False]
    start = next(n for n, (text, _) in enumerate(paragraphs) if text.startswith("Define the line, then"))
    heading_to_last = [style in kept for _, style in paragraphs[start : start + 10]]
    assert heading_to_last == [True, True, *(True, True), *(True, False), *(True, True), *(True, False)]


def _is_item(paragraph: ElementTree.Element, numbered: set[str | None]) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    own = paragraph.find(f"{W}pPr/{W}numPr")
    return own is not None or (style is not None and style.get(f"{W}val") in numbered)


def _items(node: Any) -> Sequence[Any]:
    if node["t"] == "BulletList":
        return list(node["c"])
    return list(node["c"][1]) if node["t"] == "OrderedList" else []


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_tables_with_headings_that_repeat(name: str) -> None:
    written = [node for node in tree.walk(document_of(name).ast["blocks"]) if node["t"] == "Table"]
    ours = f"{W}tblPr/{W}tblStyle[@{W}val='Table']"
    tables = [t for t in xml(name, "document").iter(f"{W}tbl") if t.find(ours) is not None]
    assert len(tables) == len(written)
    with_heads = [node for node in written if node["c"][3][1]]
    assert sum(1 for t in tables if t.find(f".//{W}tblHeader") is not None) == len(with_heads)


@pytest.mark.parametrize("name", NAMES)
def test_captions_have_the_styles_of_captions(name: str) -> None:
    styles = [s.get(f"{W}val", "") for s in xml(name, "document").iter(f"{W}pStyle")]
    nodes = [n for n in tree.walk(document_of(name).ast["blocks"]) if n["t"] in ("Table", "Figure")]
    said = [node["t"] for node in nodes if words_of(node["c"][1])]
    assert styles.count("TableCaption") == said.count("Table")
    assert styles.count("ImageCaption") == said.count("Figure")


@pytest.mark.parametrize("name", NAMES)
def test_footnotes_are_called_once_each_and_count_through(name: str) -> None:
    called = [r.get(f"{W}id") for r in xml(name, "document").iter(f"{W}footnoteReference")]
    kept = [f.get(f"{W}id") for f in xml(name, "footnotes").iter(f"{W}footnote") if f.get(f"{W}type") is None]
    assert called == kept
    written = [node for node in tree.walk(document_of(name).ast["blocks"]) if node["t"] == "Note"]
    assert len(set(called)) == len(called) == len(written)
    assert b"numRestart" not in parts_of(name)["word/document.xml"]


@pytest.mark.parametrize("name", NAMES)
def test_what_has_an_identifier_has_one_of_its_own(name: str) -> None:
    document = xml(name, "document")
    bookmarks = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart")]
    assert len(set(bookmarks)) == len(bookmarks)
    assert set(bookmarks) == {b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd")}
    names = [b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    drawings = [p.get("id") for p in document.iter() if p.tag.endswith("}docPr")]
    assert len(set(drawings)) == len(drawings)


@pytest.mark.parametrize("name", NAMES)
def test_links_inside_lead_to_a_place_that_is_there(name: str) -> None:
    bookmarks = {b.get(f"{W}name") for b in xml(name, "document").iter(f"{W}bookmarkStart")}
    links = [h for part in ("document", "footnotes") for h in xml(name, part).iter(f"{W}hyperlink")]
    nodes = list(tree.walk(document_of(name).ast["blocks"]))
    dead = {n["c"][2][0][1:] for n in nodes if n["t"] == "Link"} - {tree.attr(n)[0] for n in nodes}
    assert {link.get(f"{W}anchor") for link in links} - {None} - bookmarks <= dead


@pytest.mark.parametrize("name", NAMES)
def test_every_style_in_use_is_there(name: str) -> None:
    known = {s.get(f"{W}styleId") for s in xml(name, "styles").iter(f"{W}style")}
    for part in ("document", "footnotes", "header1", "header2", "footer1", "footer2"):
        used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for e in xml(name, part).iter(f"{W}{tag}")}
        assert used - known == set()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("name", ["example", "flagship", "water-fr"])
def test_libreoffice_opens_it_and_prints_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(package_of(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "brief.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=True)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
