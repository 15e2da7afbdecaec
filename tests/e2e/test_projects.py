"""Briefs unlike each other go through the same commands: a French one with notes for sources, one without a head."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.e2e.command import Ran, briefkit

PROJECTS = Path(__file__).parent.parent / "projects"
TEMPLATES = PROJECTS.parent.parent / "templates"
"""The project's own: one of the briefs is laid out by the house's."""

HARD, NARROW = "\u00a0", "\u202f"
ENGLISH = ("References", "Table 1", "Source:", "Cite as", "Bottom line", "Published", "Skip to content", "On this page")
FRENCH = ("Références", "Tableau 1", "Figure 1", f"Source{HARD}:", f"Pour citer{HARD}:", "En bref", "Publié le")


def copied(name: str, folder: Path) -> Path:
    shutil.copytree(TEMPLATES, folder / name / "templates", ignore=shutil.ignore_patterns("*.md"))
    return Path(shutil.copytree(PROJECTS / name, folder / name, dirs_exist_ok=True))


def checked(folder: Path, *names: str) -> dict[str, Any]:
    ran = briefkit("check", *names, "--format", "json", cwd=folder)
    assert ran.err == ""
    return dict(json.loads(ran.out))


def told(folder: Path, name: str) -> list[dict[str, Any]]:
    """What `claims` says of each sentence."""
    ran = briefkit("claims", name, "--format", "jsonl", cwd=folder)
    return [json.loads(line) for line in ran.out.splitlines()]


def places(report: dict[str, Any]) -> list[tuple[str, str, int, int]]:
    (brief,) = report["briefs"]
    return [(f["code"], f["severity"], f["line"], f["column"]) for f in brief["findings"]]


# --- in French, with its sources in notes ----------------------------------------------------

NOTE = re.compile(r"^\[\^(\w+)\]: (.*(?:\n    .*)*)", re.MULTILINE)


@pytest.fixture
def water(tmp_path: Path) -> Path:
    return copied("water-fr", tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """The French brief built once: what the run said, and the folder of its outputs."""
    folder = copied("water-fr", tmp_path_factory.mktemp("built"))
    return briefkit("build", "tarifs.md", cwd=folder), folder / "dist" / "tarifs"


def html(built: tuple[Ran, Path]) -> str:
    return (built[1] / "tarifs.html").read_text(encoding="utf-8")


def words(markup: str) -> str:
    """The text of HTML or XML, without its tags and head."""
    body = re.sub(r"<(head|style|script)\b.*?</\1>", "", markup, flags=re.DOTALL)
    return " ".join(
        re.split(r"[ \t\n]+", unescape(re.sub(r"</(?:p|li|h\d|div|w:p)>", " ", body)).replace("\u00ad", ""))
    )


def plain(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", words(markup))


def word_parts(built: tuple[Ran, Path]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO((built[1] / "tarifs.docx").read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def structure(item: Any) -> Iterator[Any]:
    """The elements of a tagged PDF, outer before inner."""
    if isinstance(item, pikepdf.Array):
        for inner in list(item):
            yield from structure(inner)
    elif isinstance(item, pikepdf.Dictionary):
        yield item
        if "/K" in item:
            yield from structure(item.K)


def test_a_french_brief_whose_sources_stand_in_notes_is_clean(water: Path) -> None:
    ran = briefkit("check", "tarifs.md", cwd=water)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "1 brief checked: 53 sentences, 34 claims, 34 sourced (100%), 0 unsupported;\n  no findings\n"


def test_each_note_covers_the_sentence_that_calls_it(water: Path) -> None:
    text = (water / "tarifs.md").read_text(encoding="utf-8")
    notes = {label: set(re.findall(r"@(\w+)", note)) for label, note in NOTE.findall(text)}
    rows = told(water, "tarifs.md")
    called = {label: row for row in rows for label in re.findall(r"\[\^(\w+)\](?!:)", row["text"])}
    assert len(notes) == 24
    assert called.keys() == notes.keys()
    for label, keys in notes.items():
        assert called[label]["status"] == "sourced"
        assert keys <= {citation["key"] for citation in called[label]["citations"]}, label


def test_without_its_note_a_claim_is_told_at_its_place(water: Path) -> None:
    brief = water / "tarifs.md"
    text = brief.read_text(encoding="utf-8")
    assert "contre 6\u00a0jours en ville[^panne]." in text.replace("\n", " ")
    brief.write_text(text.replace("[^panne].", "."), encoding="utf-8")
    report = checked(water, "tarifs.md")
    line, before = next(
        (number, line.index("La durée"))
        for number, line in enumerate(text.split("\n"), 1)
        if "La durée moyenne d’une panne" in line
    )
    uncalled = text[: text.index("[^panne]: ")].count("\n") + 1
    assert places(report) == [("CLM102", "warning", line, before + 1), ("DOC815", "warning", uncalled, 1)]


def test_locators_are_read_as_french_has_them(water: Path) -> None:
    locators = {c["locator"] for row in told(water, "tarifs.md") for c in row["citations"]}
    assert {"p. 12", "pp. 24-26", "art. 12, al. 2", "chap. 5", "tableau 4", "annexe 2", "note 7"} <= locators
    assert "" not in locators


def test_a_french_brief_is_built_in_all_formats(built: tuple[Ran, Path]) -> None:
    ran, folder = built
    assert (ran.code, ran.err) == (0, "")
    assert sorted(p.name for p in folder.iterdir()) == ["manifest.json", "tarifs.docx", "tarifs.html", "tarifs.pdf"]


def test_the_web_page_is_french(built: tuple[Ran, Path]) -> None:
    page, shown = html(built), plain(html(built))
    assert '<html lang="fr">' in page
    assert [
        label for label in (*FRENCH, "Sommaire", "Aller au contenu", "1er octobre 2026") if label not in shown
    ] == []
    labels = re.findall(r'aria-label="([^"]*)"', page)
    assert [label for label in ENGLISH if label in " ".join([shown, *labels])] == []
    assert "?)" not in shown


def test_the_word_file_is_french(built: tuple[Ran, Path]) -> None:
    parts = word_parts(built)
    shown = plain(parts["word/document.xml"].decode())
    assert [label for label in (*FRENCH, "1er octobre 2026") if label not in shown] == []
    assert [label for label in ENGLISH if label in shown] == []
    assert b'<w:lang w:bidi="ar-SA" w:eastAsia="en-US" w:val="fr" />' in parts["word/styles.xml"]
    assert b"<dc:language>fr</dc:language>" in parts["docProps/core.xml"]
    notes = plain(parts["word/footnotes.xml"].decode())
    assert f"Agence régionale de l’eau du Haut-Plateau 2025,{HARD}12" in notes
    assert "?)" not in shown + notes


def test_the_pdf_is_french_and_its_notes_are_numbered(built: tuple[Ran, Path]) -> None:
    with pikepdf.open(built[1] / "tarifs.pdf") as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo["/Title"]) == f"Eau rurale{HARD}: payer l’entretien sans exclure personne"
        elements = list(structure(pdf.Root.StructTreeRoot.K))
        kinds = [str(e.S) for e in elements if "/S" in e]
    assert kinds.count("/Note") == 25
    assert kinds.count("/Table") == 1


def test_the_figure_is_in_every_format_with_its_words(built: tuple[Ran, Path]) -> None:
    alternative = f"Graphique à barres{HARD}: la part couverte passe de 74{NARROW}%"
    picture = (PROJECTS / "water-fr" / "pictures" / "couverture.png").read_bytes()
    assert html(built).count('src="data:image/png;base64,') == 1
    assert f'alt="{alternative}' in html(built)
    parts = word_parts(built)
    assert [hashlib.sha256(data).digest() for name, data in parts.items() if name.startswith("word/media/")] == [
        hashlib.sha256(picture).digest()
    ]
    assert f'descr="{alternative}' in parts["word/document.xml"].decode()
    with pikepdf.open(built[1] / "tarifs.pdf") as pdf:
        figures = [e for e in structure(pdf.Root.StructTreeRoot.K) if e.get("/S") == "/Figure"]
        assert [str(e.Alt).startswith(alternative) for e in figures] == [True]
        assert len({image.objgen for page in pdf.pages for image in page.get_images().values()}) == 1


def test_columns_of_decimals_stand_to_the_right(built: tuple[Ran, Path]) -> None:
    rows = re.findall(r"<tr\b.*?</tr>", html(built), re.DOTALL)
    cells = re.findall(r'<td style="text-align: right;">([^<]*)</td>', rows[1])
    assert cells == [f"41,5{NARROW}%", "1,25", "0,60"]


def test_french_that_was_typed_with_plain_blanks_is_printed_with_its_own(water: Path) -> None:
    brief = water / "tarifs.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace(HARD, " ").replace(NARROW, " "), encoding="utf-8")
    assert briefkit("build", "tarifs.md", "--to", "html", cwd=water).code == 0
    shown = plain((water / "dist" / "tarifs" / "tarifs.html").read_text(encoding="utf-8"))
    assert f"«{HARD}facilité ruineuse{HARD}»" in shown
    assert f"Le Haut-Plateau compte 1{NARROW}248 points" in shown
    assert f"Eau rurale{HARD}: payer" in shown
    assert re.findall(r"« | »| [;!?%](?!\w)", shown) == []


NOTE_STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="fr-FR">
  <info><title>Notes</title><id>notes</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="." delimiter=" ; "><group delimiter=", "><names variable="author"/>
    <text variable="title" font-style="italic"/><group delimiter=" "><label variable="locator" form="short"/>
    <text variable="locator"/></group></group></layout></citation>
  <bibliography><layout suffix="."><names variable="author" suffix=", "/><text variable="title"/></layout>
  </bibliography>
</style>
"""


def test_a_style_of_notes_prints_each_source_in_its_note(water: Path) -> None:
    (water / "notes.csl").write_text(NOTE_STYLE, encoding="utf-8")
    brief = water / "tarifs.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("lang: fr\n", "lang: fr\ncsl: notes.csl\n"))
    assert briefkit("build", "tarifs.md", "--to", "html", cwd=water).code == 0
    page = (water / "dist" / "tarifs" / "tarifs.html").read_text(encoding="utf-8")
    notes = [plain(note).strip(" ↑" + HARD) for note in re.findall(r'<div id="fn\d+".*?</div>', page, re.DOTALL)]
    assert len(notes) == 25 + 4, "the citations of the bottom line, the figure and the table are notes now"
    assert notes[0] == (
        f"Cour des comptes régionale, Les syndicats d’eau{HARD}: des services en déséquilibre, p.{HARD}31."
    )
    assert notes[2] == (
        f"Agence régionale de l’eau du Haut-Plateau, Relevé des points d’eau 2025, p.{HARD}9{NARROW}; "
        f"Office régional de la statistique, L’eau dans le budget des ménages ruraux, p.{HARD}3."
    )


def test_a_draft_says_so_in_french(water: Path) -> None:
    assert briefkit("build", "tarifs.md", "--to", "html", "--draft", cwd=water).code == 0
    page = (water / "dist" / "tarifs" / "tarifs.html").read_text(encoding="utf-8")
    assert '<aside class="mark" aria-label="Statut">PROJET</aside>' in page


def test_the_report_shows_french_as_it_is_typed_in_80_columns(water: Path) -> None:
    brief = water / "tarifs.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("[^arret].", "."), encoding="utf-8")
    ran = briefkit("check", "tarifs.md", cwd=water, env={"COLUMNS": "80"})
    assert f"(“24,6{NARROW}%”," in ran.out
    assert "\\u" not in ran.out
    assert max(map(len, ran.out.splitlines()[:-1])) <= 80


# --- without a head --------------------------------------------------------------------------


@pytest.fixture
def meals(tmp_path: Path) -> Path:
    return copied("no-head", tmp_path)


def test_a_brief_without_a_head_is_checked_with_a_warning(meals: Path) -> None:
    report = checked(meals, "meals.md")
    after_stops = [("CIT207", "info", 4, 15), ("CIT207", "info", 4, 82)]
    assert places(report) == [
        ("DOC801", "warning", 1, 1),
        ("CLM102", "warning", 3, 1),
        *after_stops,
        ("CLM102", "error", 23, 1),
    ]
    assert briefkit("check", "meals.md", cwd=meals).code == 1


def test_a_citation_after_the_full_stop_and_a_rule_in_the_text_are_what_they_are(meals: Path) -> None:
    rows = {row["line"]: row for row in told(meals, "meals.md")}
    assert [rows[line]["status"] for line in (4, 8)] == ["sourced", "sourced"]
    cited = [[c["key"] for c in row["citations"]] for row in told(meals, "meals.md")[:4]]
    assert cited == [[], ["accounts2024"], ["survey2023"], ["survey2023"]]


def test_a_brief_without_a_head_is_built_under_its_first_heading(meals: Path) -> None:
    brief = meals / "meals.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("Absence fell by 9%", "Absence fell [@survey2023]"))
    ran = briefkit("build", "meals.md", cwd=meals)
    assert ran.code == 0
    page = (meals / "dist" / "meals" / "meals.html").read_text(encoding="utf-8")
    shown = plain(page)
    assert re.findall(r"<h1>.*?</h1>", page) == ["<h1>Serve school meals every day of the week</h1>"]
    assert shown.count("Serve school meals") == 2, "the title, and how to cite it"
    assert page.count("<hr") == 1
    assert shown.count("References") == 1
    assert "?)" not in shown


# --- many at once ----------------------------------------------------------------------------


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of projects, with a brief that cannot be read."""
    for name in ("water-fr", "no-head", "small"):
        copied(name, tmp_path)
    shutil.copytree(TEMPLATES, tmp_path / "templates", ignore=shutil.ignore_patterns("*.md"))
    (tmp_path / "bad.md").write_bytes("prix élevé".encode("latin-1"))
    return tmp_path


NAMES = ["no-head/meals.md", "small/briefs/pumps.md", "water-fr/tarifs.md"]


def test_the_briefs_of_all_projects_are_checked_each_with_its_library(shelf: Path) -> None:
    report = checked(shelf, ".")
    assert [brief["path"] for brief in report["briefs"]] == NAMES
    assert [one["path"] for one in report["unreadable"]] == ["bad.md"]
    assert briefkit("check", ".", cwd=shelf).code == 3


def test_a_file_a_glob_and_a_folder_that_overlap_name_each_brief_once(shelf: Path) -> None:
    names = ("water-fr/tarifs.md", "*/*.md", "no-head", "./small/../small/briefs", "**/*.md")
    report = checked(shelf, *names)
    assert sorted(brief["path"] for brief in report["briefs"]) == NAMES
    assert report["counts"]["sentences"] == 53 + 8 + 8


def test_what_is_said_of_a_brief_does_not_depend_on_the_others(shelf: Path) -> None:
    alone = [checked(shelf, name)["briefs"][0] for name in NAMES]
    assert checked(shelf, ".", "--jobs", "2")["briefs"] == alone


def test_a_bad_brief_keeps_no_good_one_from_being_built(shelf: Path) -> None:
    ran = briefkit("build", ".", "*/*.md", "--to", "html", cwd=shelf)
    assert ran.code == 3
    assert "bad.md is not UTF-8, line 1" in ran.err
    assert "no-head/meals.md was not built" in ran.err
    pages = sorted(p.relative_to(shelf).as_posix() for p in shelf.rglob("*.html"))
    assert pages == ["dist/pumps/pumps.html", "dist/tarifs/tarifs.html"]
