"""`briefkit build` makes PDFs that pass all our checks, and with `--archive` such as can be kept."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest

from tests.e2e.command import UNSOURCED, briefkit, copy_project
from tests.pdf_checks import ARCHIVE_CHECKS, CHECKS, find_faults

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
FLAGSHIP = "us-sanctions-pakistan"
BRIEFS = {
    FLAGSHIP: ((ROOT / "briefs", ROOT / "references.bib"), f"briefs/{FLAGSHIP}.md"),
    "tarifs": ((*(ROOT / "tests" / "projects" / "water-fr").iterdir(), ROOT / "templates"), "tarifs.md"),
    "miyah": (tuple((ROOT / "tests" / "projects" / "water-ar").iterdir()), "miyah.md"),
    "pumps": (tuple((ROOT / "tests" / "projects" / "pumps").iterdir()), "pumps.md"),
}
"""What each brief needs, and its name in the project. The last has errors and no date."""

DAY = 1_790_000_000
"""A day for a brief without one, in seconds: 2026-09-21."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@cache
def built(name: str, *options: str, zone: str = "UTC") -> dict[str, bytes]:
    """The outputs of a brief, by their names, made in a folder of its own."""
    parts, brief = BRIEFS[name]
    with TemporaryDirectory() as folder:
        for part in parts:
            copy: Callable[..., Any] = shutil.copytree if part.is_dir() else shutil.copy
            copy(part, Path(folder) / part.name)
        env = {"SOURCE_DATE_EPOCH": str(DAY), "TZ": zone}
        ran = briefkit("build", brief, "--to", "pdf", "--draft", *options, cwd=Path(folder), env=env)
        assert ran.code == 0, ran.err
        return {path.name: path.read_bytes() for path in (Path(folder) / "dist" / name).iterdir()}


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def attached(data: bytes) -> dict[str, bytes]:
    with opened(data) as pdf:
        return {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}


# --- the checks -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "archive"),
    [(FLAGSHIP, True), ("tarifs", False), ("miyah", False), ("pumps", True)],
    ids=lambda value: value if isinstance(value, str) else "archive" if value else "plain",
)
def test_a_pdf_passes_all_checks(name: str, archive: bool) -> None:
    data = built(name, *(["--archive"] if archive else []))[f"{name}.pdf"]
    with opened(data) as pdf:
        assert find_faults(pdf, archive=archive) == {}


def test_there_are_as_many_checks_as_we_say() -> None:
    assert (len(CHECKS), len(ARCHIVE_CHECKS)) == (32, 10)


def _break(pdf: Any) -> Iterator[tuple[str, Callable[[], None]]]:
    """Ways to break a PDF, each with the check that must see it."""
    root = pdf.Root
    elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]

    def first(kind: str) -> Any:
        return next(item for item in elements if item.get("/S") == kind)

    def link() -> Any:
        return next(item for page in pdf.pages for item in page.get("/Annots", []))

    yield (
        "names_pdf_ua",
        lambda: pdf.Root.Metadata.write(root.Metadata.read_bytes().replace(b'uaid:part="1"', b'uaid:part="2"')),
    )
    yield "has_a_title", lambda: pdf.docinfo.__setitem__("/Title", "Another")
    yield "shows_its_title", lambda: root.__delitem__("/ViewerPreferences")
    yield "is_marked", lambda: root.MarkInfo.__setitem__("/Marked", False)
    yield "has_a_language", lambda: root.__setitem__("/Lang", "English (British)")
    yield "has_equal_dates", lambda: pdf.docinfo.__setitem__("/ModDate", "D:20200101")
    yield "has_a_tree", lambda: root.__delitem__("/StructTreeRoot")
    yield "knows_all_kinds", lambda: first("/P").__setitem__("/S", pikepdf.Name("/Paragraph"))
    yield "points_back", lambda: first("/P").__setitem__("/P", root.StructTreeRoot)
    yield "holds_what_it_may", lambda: first("/LBody").__setitem__("/S", pikepdf.Name("/P"))
    yield "has_steady_headings", lambda: first("/H1").__setitem__("/S", pikepdf.Name("/H3"))
    yield "has_alternatives", lambda: first("/Figure").__delitem__("/Alt")
    yield "has_regular_tables", lambda: first("/TD").A.__setitem__("/ColSpan", 3)
    yield "has_scopes", lambda: first("/TH").A.__delitem__("/Scope")
    yield "names_known_headers", lambda: first("/TD").A.__setitem__("/Headers", pikepdf.Array([pikepdf.String("x")]))
    yield "has_notes_with_identifiers", lambda: first("/Note").__delitem__("/ID")
    yield "has_links_in_the_tree", lambda: link().__setitem__("/StructParent", 9999)
    yield "has_links_that_say_where", lambda: link().__delitem__("/Contents")
    yield "has_tab_order", lambda: pdf.pages[0].__delitem__("/Tabs")
    yield "marks_all_content", lambda: pdf.pages[0].contents_add(b"0 0 9 9 re f")
    yield "maps_all_content", lambda: pdf.pages[0].contents_add(b"/Span <</MCID 9999>> BDC EMC")
    yield "has_bookmarks", lambda: root.__delitem__("/Outlines")
    yield "has_page_labels", lambda: root.__delitem__("/PageLabels")
    yield "leads_to_its_own_places", lambda: root.Names.Dests.__delitem__("/Names")
    yield "runs_nothing", lambda: root.__setitem__("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name("/JavaScript")))
    yield "embeds_its_fonts", lambda: first_font(pdf).FontDescriptor.__delitem__("/FontFile2")
    yield "uses_our_fonts", lambda: first_font(pdf, outer=True).__setitem__("/BaseFont", pikepdf.Name("/ABCDEF+Arial"))
    yield "says_its_letters", lambda: first_font(pdf, outer=True).__delitem__("/ToUnicode")
    yield "shows_no_missing_glyph", lambda: pdf.pages[0].contents_add(b"BT /%s 9 Tf <0000> Tj ET" % font_name(pdf))
    yield "names_pdf_a", lambda: root.Metadata.write(root.Metadata.read_bytes().replace(b'part="3"', b'part="2"'))
    yield "explains_pdf_ua", lambda: root.Metadata.write(root.Metadata.read_bytes().replace(b"pdfua/ns/id/<", b"a<"))
    yield "has_an_output_intent", lambda: root.__delitem__("/OutputIntents")
    yield "lists_its_attachments_once", lambda: root.AF.append(root.AF[0])
    yield "has_whole_attachments", lambda: root.AF[0].__delitem__("/EF")
    yield "prints_its_annotations", lambda: link().__setitem__("/F", 2)
    yield "uses_colours_of_its_profile", lambda: pdf.pages[0].contents_add(b"0 0 0 1 k")
    yield "maps_its_glyphs", lambda: first_font(pdf).__delitem__("/CIDToGIDMap")


def first_font(pdf: Any, *, outer: bool = False) -> Any:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    return font if outer else font.DescendantFonts[0]


def font_name(pdf: Any) -> bytes:
    return str(next(iter(pdf.pages[0].Resources.Font.keys())))[1:].encode()


def test_a_check_sees_what_it_is_for() -> None:
    data = built("tarifs", "--archive")["tarifs.pdf"]
    with opened(data) as pdf:
        names = [name for name, _ in _break(pdf)]
    checks = {**CHECKS, **ARCHIVE_CHECKS}
    for at, name in enumerate(names):
        with opened(data) as pdf:
            list(_break(pdf))[at][1]()
            assert list(checks[name](pdf)) != []


# --- the archive ------------------------------------------------------------------------------


def test_an_archive_holds_the_brief_its_sources_and_a_manifest() -> None:
    files = attached(built("tarifs", "--archive")["tarifs.pdf"])
    brief = (ROOT / "tests" / "projects" / "water-fr" / "tarifs.md").read_bytes()
    assert sorted(files) == ["manifest.json", "tarifs.bib", "tarifs.md"]
    assert files["tarifs.md"] == brief
    assert b"@report{cour2025,\n  author = {{Cour des comptes r" in files["tarifs.bib"]
    manifest = json.loads(files["manifest.json"])
    assert manifest["attached"]["tarifs.md"] == {"sha256": sha256(brief).hexdigest(), "bytes": len(brief)}
    assert manifest["attached"].keys() == {"tarifs.md", "tarifs.bib"}
    assert "outputs" not in manifest


def test_the_manifest_beside_an_archive_holds_its_digest() -> None:
    files = built("tarifs", "--archive")
    manifest = json.loads(files["manifest.json"])
    assert manifest["outputs"]["tarifs.pdf"]["sha256"] == sha256(files["tarifs.pdf"]).hexdigest()


def test_each_attachment_says_what_it_is_to_the_brief() -> None:
    with opened(built("tarifs", "--archive")["tarifs.pdf"]) as pdf:
        said = {str(item.UF): str(item.AFRelationship) for item in pdf.Root.AF}
    assert said == {"tarifs.md": "/Source", "tarifs.bib": "/Data", "manifest.json": "/Supplement"}


def test_an_archive_is_the_same_in_another_folder_and_time_zone() -> None:
    one = built("tarifs", "--archive")["tarifs.pdf"]
    other = built("tarifs", "--archive", zone="Pacific/Kiritimati")["tarifs.pdf"]
    assert one == other


def test_an_archive_of_a_brief_without_a_date_has_the_given_day() -> None:
    with opened(built("pumps", "--archive")["pumps.pdf"]) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260921"


def test_without_any_date_there_is_no_archive(project: Path) -> None:
    (project / "a.md").write_text(UNSOURCED, encoding="utf-8")
    ran = briefkit("build", "a.md", "--to", "pdf", "--draft", "--archive", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "Error: a.md has no date, and an archive needs one\nHint: add date: 2026-11-23" in ran.err


def test_an_archive_without_a_pdf_exits_with_2(project: Path) -> None:
    ran = briefkit("build", "--to", "html", "--archive", cwd=project)
    assert ran.code == 2
    assert "an archive is a PDF" in ran.err


def test_what_an_entry_holds_for_its_owner_alone_is_not_attached(project: Path) -> None:
    library = (project / "references.bib").read_text(encoding="utf-8")
    secret = "file = {/home/someone/a.pdf}, mendeley-tags = {boss}, annotation = {Weak.}, abstract = {Their words.},"
    (project / "references.bib").write_text(library.replace(",\n", f",\n  {secret}\n", 1), encoding="utf-8")
    briefkit("build", "--to", "pdf", "--archive", cwd=project)
    bib = attached((project / "dist" / "pumps" / "pumps.pdf").read_bytes())["pumps.bib"]
    assert b"title = " in bib
    for word in (b"someone", b"boss", b"Weak", b"Their words"):
        assert word not in bib


def test_without_the_option_nothing_is_attached() -> None:
    assert attached(built("tarifs")["tarifs.pdf"]) == {}
