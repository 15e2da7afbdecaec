"""`briefkit templates`, and builds by templates of the project: what is found, what is made, what is refused."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.e2e.command import Ran, briefkit
from tests.pdf_checks import find_faults

BRIEF = """---
title: Mend pumps first
subtitle: A fund for repairs
date: 2026-11-20
lang: en-GB
organisation: Water Programme
authors: [{name: Pump Unit, affiliation: Water Programme}]
audience: [Ministry of Finance]
decision: Whether to set up a fund
key-messages: ["Four in ten stood still [@census2024]."]
---

# What is wrong

Four in ten stood still in 2024 [@census2024].^[The census is yearly [@census2024].]

## Why

Parts fail [@census2024].

# What to do {.recommendations}

::: {.recommendation actor="Ministry" by=2027-01-31}
**Set up** a fund.
:::
"""
LIBRARY = "@report{census2024, author={{Office}}, title={Census}, institution={Office}, date={2024}}\n"
BUILT_IN = ("policy-brief", "report", "one-pager", "memo", "plain")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefkit.toml").write_text("")
    (tmp_path / "briefs" / "a.md").write_text(BRIEF)
    (tmp_path / "references.bib").write_text(LIBRARY)
    return tmp_path


def write_template(project: Path, name: str, text: str = "", **pages: str) -> None:
    folder = project / "templates" / name
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(text)
    for page, content in pages.items():
        (folder / f"{page.replace('_', '.')}.j2").write_text(content)


def named(project: Path, name: str, more: str = "") -> None:
    """Let the brief name a template."""
    (project / "briefs" / "a.md").write_text(BRIEF.replace("lang:", f"template: {name}\n{more}lang:"))


def built(project: Path, *options: str) -> tuple[Ran, dict[str, bytes]]:
    ran = briefkit("build", *options, cwd=project)
    folder = project / "dist" / "a"
    return ran, {path.suffix[1:]: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def words_of(page: bytes) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(page)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in document]


def word_part(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode()


# --- the built-in ones ------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_template_makes_all_formats_and_a_sound_pdf(project: Path, name: str) -> None:
    ran, made = built(project, "--template", name)
    assert (ran.code, ran.err) == (0, "")
    assert made.keys() == {"pdf", "docx", "html", "json"}
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        assert find_faults(pdf) == {}


@pytest.mark.slow
def test_a_report_has_a_cover_contents_with_pages_and_numbered_sections(project: Path) -> None:
    _, made = built(project, "--template", "report")
    cover, second, third = words_of(made["pdf"])
    assert "Mend pumps first" in cover
    assert "Whether to set up a fund" in cover
    assert "What is wrong" not in cover
    assert "CONTENTS Key messages 2 1 What is wrong 3 1.1 Why 3 2 What to do 3 References 3" in second
    assert "1 What is wrong Four in ten" in third


@pytest.mark.slow
def test_a_report_in_word_has_a_field_for_its_contents_and_the_same_numbers(project: Path) -> None:
    _, made = built(project, "--template", "report", "--to", "docx,html")
    text = word_part(made["docx"], "word/document.xml")
    assert text.count('w:fldCharType="begin"') == text.count('w:fldCharType="end"') == 1
    assert text.index('w:type="page"') < text.index("instrText") < text.index(">Four")
    for number in ("1.1", "2"):
        assert f">{number}\u2002</w:t>" in text or f">{number}</w:t>" in text
        assert f'<span class="section-number">{number}</span>' in made["html"].decode()


@pytest.mark.slow
def test_a_memo_says_to_whom_and_from_whom(project: Path) -> None:
    _, made = built(project, "--template", "memo")
    head = "To Ministry of Finance From Pump Unit, Water Programme"
    assert f"Mend pumps first A fund for repairs {head}" in words_of(made["pdf"])[0]
    assert "MEMORANDUM" in words_of(made["pdf"])[0].replace(" ", "")
    assert "<dt>From</dt>" in made["html"].decode()
    assert "Pump Unit, Water Programme</w:t>" in word_part(made["docx"], "word/document.xml")


def test_a_page_without_a_band_shows_the_logo_for_paper(project: Path) -> None:
    _, made = built(project, "--template", "plain", "--to", "html")
    page = made["html"].decode()
    assert 'class="titles plain-head"' in page
    assert 'class="band"' not in page


# --- those of a project -----------------------------------------------------------------------


def test_a_brief_names_a_template_of_its_project(project: Path) -> None:
    write_template(project, "house", 'extends = "memo"\n[options.line]\nkind = "text"\n[labels.en]\nline = "Line"\n')
    page = (
        '{% extends "memo/page.html.j2" %}{% block closing %}<p>{{ labels.line }}: {{ options.line }}</p>{% endblock %}'
    )
    (project / "templates" / "house" / "page.html.j2").write_text(page)
    named(project, "house", 'template-options: {line: "so be it"}\n')
    _, made = built(project, "--to", "html")
    assert "<p>Line: so be it</p>" in made["html"].decode()
    assert "memo-head" in made["html"].decode()


def test_the_command_line_wins_over_the_brief_and_the_brief_over_the_settings(project: Path) -> None:
    (project / "briefkit.toml").write_text('template = "plain"\n')
    assert b"plain-head" in built(project, "--to", "html")[1]["html"]
    named(project, "memo")
    assert b"memo-head" in built(project, "--to", "html")[1]["html"]
    assert b"band-head" in built(project, "--to", "html", "--template", "policy-brief")[1]["html"]


def test_a_template_may_lie_elsewhere_with_those_beside_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shelf = tmp_path_factory.mktemp("shelf")
    write_template(shelf, "house", 'extends = "base"\n')
    write_template(shelf, "base", '[defaults]\nhead = "plain"\n')
    folder = str(shelf / "templates" / "house")
    assert b"plain-head" in built(project, "--to", "html", "--template", folder)[1]["html"]
    (project / "briefkit.toml").write_text(f"template = '{folder}'\n")
    assert b"plain-head" in built(project, "--to", "html")[1]["html"]
    manifest = json.loads((project / "dist" / "a" / "manifest.json").read_text())
    assert "template:base/template.toml" in manifest["inputs"]
    assert str(shelf) not in (project / "dist" / "a" / "manifest.json").read_text()


@pytest.mark.slow
def test_the_colours_of_a_template_are_those_of_all_formats(project: Path) -> None:
    write_template(project, "house", '[tokens]\naccent = "#0b6623"\n')
    _, made = built(project, "--template", "house")
    assert "--accent: #0b6623" in made["html"].decode()
    assert '<a:accent1><a:srgbClr val="0B6623"/>' in word_part(made["docx"], "word/theme/theme1.xml")


def test_a_format_that_a_template_does_not_make_is_told(project: Path) -> None:
    write_template(project, "screen", 'formats = ["html"]\n')
    ran, made = built(project, "--template", "screen")
    assert (ran.code, sorted(made)) == (0, ["html", "json"])
    assert "No pdf is made, since the template screen has none" in ran.err
    ran, _ = built(project, "--template", "screen", "--to", "docx", "--force")
    assert ran.code == 3
    assert "the template screen makes html only" in ran.err


@pytest.mark.slow
def test_a_one_pager_with_a_second_page_is_told(project: Path) -> None:
    path = project / "briefs" / "a.md"
    path.write_text(path.read_text() + "\nPumps are mended before new ones are bought.\n" * 80)
    ran, _ = built(project, "--template", "one-pager", "--to", "pdf")
    assert "The PDF has 2 pages, and the template one-pager is for 1" in " ".join(ran.err.split())
    ran, _ = built(project, "--template", "plain", "--to", "pdf")
    assert "is for" not in ran.err


def test_a_mark_of_an_embargo_stands_on_every_page(project: Path) -> None:
    brief = BRIEF.replace("lang:", "status: embargoed\nembargo: 2026-12-01\nlang:")
    (project / "briefs" / "a.md").write_text(brief)
    _, made = built(project)
    mark = "NOT FOR RELEASE BEFORE 1 DECEMBER 2026"
    assert all(mark.replace(" ", "") in page.replace(" ", "") for page in words_of(made["pdf"]))
    assert mark in made["html"].decode()
    assert all(mark in word_part(made["docx"], f"word/header{number}.xml") for number in (1, 2))
    (project / "briefs" / "a.md").write_text(brief.replace("embargoed", "published", 1))
    assert mark not in built(project, "--to", "html")[1]["html"].decode()


@pytest.mark.slow
def test_a_mark_of_a_moment_stands_on_every_page_and_builds_the_same_bytes_twice(project: Path) -> None:
    brief = BRIEF.replace(
        "lang:", "status: embargoed\nembargo-until: 2026-12-01T06:00+01:00\nlicence: CC BY 4.0\nlang:"
    )
    (project / "briefs" / "a.md").write_text(brief)
    _, made = built(project)
    mark = "NOT FOR RELEASE BEFORE 1 DECEMBER 2026, 06:00 (UTC+1)"
    assert all(mark.replace(" ", "") in page.replace(" ", "") for page in words_of(made["pdf"]))
    assert mark in made["html"].decode()
    assert all(mark in word_part(made["docx"], f"word/header{number}.xml") for number in (1, 2))
    assert built(project)[1] == made


@pytest.mark.slow
def test_the_words_of_a_template_stand_in_all_formats(project: Path) -> None:
    words = 'key-messages = "Key findings"\nreferences = "Works cited"\n'
    write_template(project, "house", f"[labels.en]\n{words}[labels.fr]\nkey-messages = 'À retenir'\n")
    _, made = built(project, "--template", "house")
    texts = (made["html"].decode(), word_part(made["docx"], "word/document.xml"), " ".join(words_of(made["pdf"])))
    for text in texts:
        assert "key findings" in text.lower()
        assert "Works cited" in text
        assert "Key messages" not in text


def test_what_a_brief_says_of_its_own_template_does_not_hinder_another(project: Path) -> None:
    write_template(project, "house", '[options.line]\nkind = "text"\n')
    named(project, "house", "template-options: {line: x, text-size: 11}\n")
    assert built(project, "--to", "html", "--template", "memo")[0].code == 0
    assert built(project, "--to", "html")[0].code == 0


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "line", "told", "hint"),
    [
        ("template: memmo\n", 5, "There is no template 'memmo'", "did you mean 'memo'?"),
        ("template: ../x\n", 5, "There is no template '../x'", "briefkit templates list"),
        ("template-options: {covr: true}\n", 5, "the template has no option 'covr'", "did you mean 'cover'?"),
        ("template: loop\n", 5, "extend each other without an end: loop -> pool -> loop", "mend the template.tomls"),
        ("template: broken\n", 5, "broken/template.toml, line 1: a template.toml has no 'tile'", "docs/templates.md"),
        ("template: orphan\n", 5, "there is no template 'nobody', which it extends", "briefkit templates list"),
        ("template: faint\n", 5, "accent #ffeeee cannot be read on paper #ffffff", "a contrast of 4.5 or more"),
        ("template: odd\n", 5, "sets no token 'acent'", "did you mean 'accent'?"),
    ],
)
def test_a_check_tells_of_a_template_that_a_build_cannot_use(
    project: Path, more: str, line: int, told: str, hint: str
) -> None:
    write_template(project, "loop", 'extends = "pool"\n')
    write_template(project, "pool", 'extends = "loop"\n')
    write_template(project, "broken", 'tile = "x"\n')
    write_template(project, "orphan", 'extends = "nobody"\n')
    write_template(project, "faint", '[tokens]\naccent = "#ffeeee"\n')
    write_template(project, "odd", '[tokens]\nacent = "#000000"\n')
    (project / "briefs" / "a.md").write_text(BRIEF.replace("lang:", f"{more}lang:"))
    ran = briefkit("check", "--format", "json", cwd=project)
    (found,) = [f for f in json.loads(ran.out)["briefs"][0]["findings"] if f["severity"] == "error"]
    assert (found["code"], found["line"]) == ("DOC801", line)
    assert told in found["message"]
    assert hint in found["hint"]
    assert built(project)[0].code == 1


def test_a_template_on_the_command_line_that_is_none_is_a_fault_of_the_command(project: Path) -> None:
    ran = briefkit("build", "--template", "memmo", cwd=project)
    assert (ran.code, ran.err) == (2, "Error: --template: there is no template 'memmo'\nHint: did you mean 'memo'?\n")
    ran = briefkit("build", "--template", "./nowhere", cwd=project)
    assert ran.code == 2
    assert "nowhere has no template.toml" in ran.err


def test_a_folder_of_a_template_without_its_file_is_told_as_that(project: Path) -> None:
    (project / "templates" / "house").mkdir(parents=True)
    ran = briefkit("check", "--template", "house", cwd=project)
    assert (ran.code, ran.err) == (
        2,
        "Error: --template: the template 'house' has no template.toml\n"
        "Hint: make templates/house/template.toml: it may be empty\n",
    )


def test_a_template_to_show_that_is_none_is_told_without_an_option(project: Path) -> None:
    ran = briefkit("templates", "show", "memmo", cwd=project)
    assert (ran.code, ran.err) == (2, "Error: there is no template 'memmo'\nHint: did you mean 'memo'?\n")


def test_a_page_that_leads_out_of_its_folder_is_refused(project: Path) -> None:
    write_template(project, "house")
    (project / "secret.j2").write_text("secret")
    (project / "templates" / "house" / "page.html.j2").symlink_to(project / "secret.j2")
    named(project, "house")
    ran, made = built(project, "--to", "html")
    assert (ran.code, made) == (1, {})
    assert "templates/house/page.html.j2 leads out of the" in " ".join(ran.err.split())


def test_a_fault_in_a_page_is_told_with_its_template_and_line(project: Path) -> None:
    write_template(project, "house", page_html="<html>\n{{ nobody }}</html>")
    named(project, "house")
    ran, made = built(project, "--to", "html")
    assert (ran.code, made) == (3, {})
    assert "the template page.html.j2, line 2 was refused: 'nobody' is undefined" in ran.err


def test_a_check_warns_of_a_page_that_a_build_stops_at(project: Path) -> None:
    write_template(project, "house", page_html="<html>\n{{ title|safe }}</html>")
    named(project, "house")
    ran = briefkit("check", "--format", "json", cwd=project)
    (found,) = [f for f in json.loads(ran.out)["briefs"][0]["findings"] if f["code"] == "DOC801"]
    said = "A build stops at this: the template house/page.html.j2, line 2 was refused: No filter named 'safe'"
    assert (ran.code, found["severity"], found["message"]) == (0, "warning", said)
    assert built(project, "--to", "html")[0].code == 3


# --- the commands -----------------------------------------------------------------------------


def test_all_templates_are_listed_with_where_they_lie(project: Path) -> None:
    write_template(project, "house", 'about = "Our own."\n')
    ran = briefkit("templates", "list", cwd=project)
    assert "house  (templates/house)\n    Our own.\n" in ran.out
    told = json.loads(briefkit("templates", "list", "--format", "json", cwd=project).out)
    assert [row["name"] for row in told["templates"]] == sorted((*BUILT_IN, "house"))


def test_a_template_is_shown_with_its_options_as_the_settings_have_them(project: Path) -> None:
    (project / "briefkit.toml").write_text("[template-options]\ntext-size = 11\n")
    ran = briefkit("templates", "show", "report", cwd=project)
    assert "  extends policy-brief\n" in ran.out
    assert "  cover = true  (report)\n" in ran.out
    assert "  text-size = 11  (settings)\n" in ran.out
    told = json.loads(briefkit("templates", "show", "report", "--format", "json", cwd=project).out)
    assert told["extends"] == ["policy-brief"]
    assert {"name": "page.html.j2", "template": "policy-brief"} in told["pages"]


def test_a_copy_extends_what_it_is_a_copy_of_and_can_be_used_at_once(project: Path) -> None:
    ran = briefkit("templates", "copy", "report", "our-report", "--page", "head.html.j2", cwd=project)
    files = [
        f"templates/our-report/{name}" for name in ("template.toml", "print.css.j2", "screen.css.j2", "head.html.j2")
    ]
    assert (ran.code, ran.out.splitlines()) == (0, files)
    toml = project / "templates" / "our-report" / "template.toml"
    toml.write_text(toml.read_text().replace("# numbered-sections = true", "numbered-sections = false"))
    ran, made = built(project, "--template", "our-report", "--to", "html")
    assert ran.code == 0
    assert b'class="section-number"' not in made["html"]


def test_a_copy_goes_through_no_link_and_over_no_file(project: Path) -> None:
    (project / "templates" / "begun").mkdir(parents=True)
    (project / "templates" / "begun" / "print.css.j2").write_text("mine")
    ran = briefkit("templates", "copy", "report", "begun", cwd=project)
    assert (ran.code, "Error: templates/begun/print.css.j2 is there already" in ran.err) == (2, True)
    outside = project.parent / "outside"
    outside.mkdir()
    (project / "templates" / "out").symlink_to(outside)
    ran = briefkit("templates", "copy", "report", "out", cwd=project)
    assert (ran.code, "leads out of the project" in ran.err, list(outside.iterdir())) == (2, True, [])
    assert [path.name for path in (project / "templates" / "begun").iterdir()] == ["print.css.j2"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "house"), "there is a template 'house' already"),
        (("report", "memo"), "there is a template 'memo' already"),
        (("report", "../x"), "'../x' is no name of a template"),
        (("reprt", "x"), "there is no template 'reprt'"),
        (("report", "x", "--page", "had.html.j2"), "the template report has no page 'had.html.j2'"),
    ],
)
def test_a_copy_that_cannot_be_made_leaves_nothing(project: Path, arguments: tuple[str, ...], told: str) -> None:
    write_template(project, "house")
    ran = briefkit("templates", "copy", *arguments, cwd=project)
    assert ran.code == 2
    assert told in ran.err
    assert [path.name for path in (project / "templates").iterdir()] == ["house"]


def test_a_page_is_added_to_a_template_that_there_is(project: Path) -> None:
    briefkit("templates", "copy", "report", "coast", cwd=project)
    toml = project / "templates" / "coast" / "template.toml"
    toml.write_text(toml.read_text() + "# mine\n")
    ran = briefkit("templates", "copy", "--page", "head.html.j2", "report", "coast", cwd=project)
    assert (ran.code, ran.out.splitlines()) == (0, ["templates/coast/head.html.j2"])
    assert toml.read_text().endswith("# mine\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "coast"), "there is a template 'coast' already"),
        (("report", "coast", "--page", "head.html.j2", "--page", "facts.html.j2"), "has a page 'head.html.j2' already"),
        (("memo", "coast", "--page", "facts.html.j2"), "the template coast does not extend memo"),
        (("policy-brief", "report", "--page", "facts.html.j2"), "there is a template 'report' already"),
    ],
)
def test_nothing_is_added_where_something_is_or_does_not_fit(
    project: Path, arguments: tuple[str, ...], told: str
) -> None:
    briefkit("templates", "copy", "report", "coast", "--page", "head.html.j2", cwd=project)
    head = project / "templates" / "coast" / "head.html.j2"
    head.write_text("mine")
    ran = briefkit("templates", "copy", *arguments, cwd=project)
    assert ran.code == 2
    assert told in ran.err
    assert head.read_text() == "mine"
    assert not (project / "templates" / "coast" / "facts.html.j2").exists()
