"""`briefkit build` as a user runs it: what is written, what is refused, and that it can be told again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.e2e.command import CLEAN, UNSOURCED, briefkit, copy_project

pytestmark = pytest.mark.slow

STYLES = Path(__file__).parents[1] / "rules" / "pictures"

STARTS = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!DOCTYPE html>"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def write(project: Path, name: str, text: str) -> str:
    (project / name).write_text(text, encoding="utf-8")
    return name


def built(project: Path, folder: str = "dist") -> dict[str, bytes]:
    """The files below a folder by their names."""
    root = project / folder
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_a_brief_is_built_in_all_formats(project: Path) -> None:
    ran = briefkit("build", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert list(built(project)) == ["pumps/manifest.json", "pumps/pumps.docx", "pumps/pumps.html", "pumps/pumps.pdf"]


@pytest.mark.parametrize("name", list(STARTS))
def test_one_format_alone_is_built(name: str, project: Path) -> None:
    briefkit("build", "--to", name, cwd=project)
    files = built(project)
    assert list(files) == ["pumps/manifest.json", f"pumps/pumps.{name}"]
    assert files[f"pumps/pumps.{name}"].startswith(STARTS[name])


def test_what_was_written_is_told_on_standard_output(project: Path) -> None:
    ran = briefkit("build", "--to", "html", cwd=project)
    assert ran.out == "dist/pumps/pumps.html\ndist/pumps/manifest.json\n"


def test_outputs_are_named_without_the_marks_of_letters_and_a_name_without_any_hides_no_other_brief(
    project: Path,
) -> None:
    for name in ("Économie.md", "\u0441\u0432\u043e\u0434.md"):
        write(project, name, CLEAN)
    ran = briefkit("build", "Économie.md", "\u0441\u0432\u043e\u0434.md", "--to", "html", "--jobs", "1", cwd=project)
    assert (ran.code, list(built(project))) == (3, ["economie/economie.html", "economie/manifest.json"])
    assert "no output can be named after \u0441\u0432\u043e\u0434.md" in ran.err
    assert "Hint: give the file a name with letters from a to z, or digits" in ran.err


def test_a_build_goes_to_another_folder(project: Path) -> None:
    briefkit("build", "--to", "html", "-o", "out", cwd=project)
    assert "pumps/pumps.html" in built(project, "out")


def test_the_same_brief_is_built_of_the_same_bytes(project: Path) -> None:
    briefkit("build", "-o", "one", cwd=project)
    briefkit("build", "-o", "two", cwd=project)
    assert built(project, "one") == built(project, "two")


def test_the_html_holds_the_text_and_the_references(project: Path) -> None:
    briefkit("build", "--to", "html", cwd=project)
    html = built(project)["pumps/pumps.html"].decode()
    assert "the census found 38% of rural pumps out of order" in " ".join(html.split())
    assert "Water Point Census 2024" in html
    assert "?)" not in html


def test_the_manifest_names_inputs_and_outputs_with_their_hashes(project: Path) -> None:
    briefkit("build", "--to", "html", cwd=project)
    files = built(project)
    manifest = json.loads(files["pumps/manifest.json"])
    assert manifest["outputs"]["pumps.html"]["sha256"] == hashlib.sha256(files["pumps/pumps.html"]).hexdigest()
    assert manifest["inputs"]["references.bib"] == hashlib.sha256((project / "references.bib").read_bytes()).hexdigest()


def test_the_manifest_has_the_digests_of_files_as_they_lie_on_the_disk(project: Path) -> None:
    """Also of a brief with the line ends of Windows and a mark of byte order."""
    brief = project / "briefs" / "pumps.md"
    brief.write_bytes(b"\xef\xbb\xbf" + brief.read_bytes().replace(b"\n", b"\r\n"))
    briefkit("build", "--to", "html", cwd=project)
    manifest = json.loads(built(project)["pumps/manifest.json"])
    assert manifest["inputs"]["briefs/pumps.md"] == hashlib.sha256(brief.read_bytes()).hexdigest()


def test_the_manifest_names_no_place_of_this_machine(project: Path) -> None:
    briefkit("build", "--to", "html", cwd=project)
    assert str(project) not in built(project)["pumps/manifest.json"].decode()


def test_a_brief_with_errors_is_refused_and_exits_with_1(project: Path) -> None:
    ran = briefkit("build", write(project, "bad.md", UNSOURCED), "--to", "html", cwd=project)
    assert (ran.code, ran.out) == (1, "")
    assert "CLM102" in ran.err
    assert "Error: bad.md was not built" in ran.err
    assert not (project / "dist").exists()


def test_a_brief_with_errors_is_built_as_a_draft(project: Path) -> None:
    ran = briefkit("build", write(project, "bad.md", UNSOURCED), "--to", "html", "--draft", cwd=project)
    assert ran.code == 0
    assert "DRAFT" in built(project)["bad/bad.html"].decode()


def test_a_brief_without_errors_is_built_beside_one_that_is_refused(project: Path) -> None:
    write(project, "bad.md", UNSOURCED)
    ran = briefkit("build", "bad.md", "briefs", "--to", "html", cwd=project)
    assert ran.code == 1
    assert list(built(project)) == ["pumps/manifest.json", "pumps/pumps.html"]


def test_a_brief_that_cannot_be_read_exits_with_3_and_the_others_are_built(project: Path) -> None:
    (project / "wrong.md").write_bytes(b"\xff")
    ran = briefkit("build", "wrong.md", "briefs", "--to", "html", cwd=project)
    assert ran.code == 3
    assert "wrong.md is not UTF-8" in ran.err
    assert "pumps/pumps.html" in built(project)


def test_a_brief_without_a_title_exits_with_3(project: Path) -> None:
    name = write(project, "bare.md", "---\nlang: en\n---\n\nPrices rose [@smith2021].\n")
    ran = briefkit("build", name, "--to", "html", cwd=project)
    assert ran.code == 3
    assert "has no title" in ran.err


def test_a_heading_that_has_a_role_is_no_title(project: Path) -> None:
    name = write(project, "bare.md", "---\nlang: en\n---\n\n# Key messages\n\nPrices rose [@smith2021].\n")
    ran = briefkit("build", name, "--to", "html", cwd=project)
    assert (ran.code, "has no title" in ran.err) == (3, True)


UNFIT = {
    "![A well.](none.png)": "the picture none.png does not exist",
    "![A well.](../../secret.png)": "the picture ../../secret.png lies outside the project",
    f"![A well.](data:image/png;base64,{'iVBO' * 9_000})": "the picture stands in the text itself, and not in a file",
}


@pytest.mark.parametrize("picture", list(UNFIT), ids=lambda picture: picture[:30])
def test_an_unfit_picture_is_a_finding_and_stops_a_draft(picture: str, project: Path) -> None:
    name = write(project, "a.md", f"---\ntitle: T\n---\n\nPrices rose [@smith2021].\n\n{picture}\n")
    refused, failed = (briefkit("build", name, "--to", "html", *more, cwd=project) for more in ((), ("--draft",)))
    assert (refused.code, failed.code) == (1, 3)
    assert "a.md:7:12: error DOC819 unfit-picture" in refused.err
    assert f"Error: a.md, line 7: {UNFIT[picture]}" in failed.err
    assert len(refused.err) < 3_000


def test_a_style_that_is_missing_is_a_finding_and_stops_a_draft(project: Path) -> None:
    name = write(project, "a.md", "---\ntitle: T\ncsl: none.csl\n---\n\nPrices rose [@smith2021].\n")
    refused, failed = (briefkit("build", name, "--to", "html", *more, cwd=project) for more in ((), ("--draft",)))
    assert (refused.code, failed.code) == (1, 3)
    assert "a.md:3:6: error DOC801 faulty-front-matter" in refused.err
    assert "Error: a.md, line 3: there is no citation style" in failed.err


def test_a_citation_that_a_style_prints_nothing_of_is_a_finding_and_stops_a_draft(project: Path) -> None:
    (project / "titles.csl").write_text((STYLES / "titles.csl").read_text("utf-8"), "utf-8")
    (project / "references.bib").write_text("@misc{x1, author = {Smith, Ann}, date = {2021}, note = {A leaflet}}\n")
    name = write(project, "a.md", "---\ntitle: T\ncsl: titles.csl\n---\n\nPrices rose [@x1].\n")
    refused, failed = (briefkit("build", name, "--to", "html", *more, cwd=project) for more in ((), ("--draft",)))
    assert (refused.code, failed.code) == (1, 3)
    assert "a.md:6:14: error DOC801 faulty-front-matter" in refused.err
    assert "Error: a.md, line 6: nothing is printed where 'x1' is cited" in failed.err


def test_a_heading_that_becomes_the_title_is_printed_without_what_it_cites(project: Path) -> None:
    name = write(
        project, "a.md", "# Pumps *last* [@smith2021] for years\n\nPrices rose [@smith2021].\n\n# So [@smith2021]\n"
    )
    ran, checked = briefkit("build", name, "--to", "html", cwd=project), briefkit("check", name, cwd=project)
    page = (project / "dist" / "a" / "a.html").read_text("utf-8")
    assert (ran.code, page.count("<title>Pumps last for years</title>"), page.count("[@")) == (0, 1, 0)
    assert "a.md:1:17: warning CIT216" in checked.out
    assert "a.md:5:7: info CIT216" in checked.out


CHART = '``` {.chart type=bar caption="Pumps" alt="x"}\nyear,share\n2024,few\n```'
FAULTY = {
    f"title: T\n---\n\n{CHART}": "line 7: The column 'share'",
    "title: T\ntemplate-options:\n  columns: nine\n---": "line 4: template-options: the option columns",
}


@pytest.mark.parametrize("head", list(FAULTY))
def test_what_stops_a_draft_is_told_with_its_line(head: str, project: Path) -> None:
    name = write(project, "a.md", f"---\n{head}\n\nPrices rose [@smith2021].\n")
    failed = briefkit("build", name, "--to", "html", "--draft", cwd=project)
    assert failed.code == 3
    assert f"Error: a.md, {FAULTY[head]}" in failed.err


def test_an_unknown_format_exits_with_2(project: Path) -> None:
    ran = briefkit("build", "--to", "odt", cwd=project)
    assert ran.code == 2
    assert "there is no format 'odt'" in ran.err


def test_no_briefs_exits_with_2(tmp_path: Path) -> None:
    assert briefkit("build", cwd=tmp_path).code == 2


def test_an_output_that_is_a_file_exits_with_3(project: Path) -> None:
    write(project, "dist", "in the way")
    assert briefkit("build", "--to", "html", cwd=project).code == 3


def test_a_build_changes_nothing_but_its_folder_and_what_is_kept(project: Path) -> None:
    before = built(project, ".")
    briefkit("build", "--to", "html", cwd=project)
    after = {name: data for name, data in built(project, ".").items() if not name.startswith(("dist/", ".briefkit/"))}
    assert after == before


def test_a_second_build_leaves_what_has_not_changed(project: Path) -> None:
    briefkit("build", "--to", "html", cwd=project)
    ran = briefkit("build", "--to", "html", cwd=project)
    assert (ran.code, ran.out, ran.err) == (0, "", "dist/pumps/ (unchanged)\n")


def test_what_was_built_in_parts_is_what_is_built_at_once(project: Path) -> None:
    briefkit("build", cwd=project)
    library = project / "references.bib"
    library.write_text(library.read_text() + "@book{other2020, title = {Wells}, date = {2020}}\n")
    ran = briefkit("build", cwd=project)
    briefkit("build", "--force", "-o", "whole", cwd=project)
    assert ran.out == "dist/pumps/manifest.json\n"
    assert built(project) == built(project, "whole")


def test_a_forced_build_writes_all_anew(project: Path) -> None:
    first, second = (briefkit("build", "--to", "html", *more, cwd=project).out for more in ((), ("--force",)))
    assert first == second == "dist/pumps/pumps.html\ndist/pumps/manifest.json\n"


def test_two_jobs_build_the_same_as_one(project: Path) -> None:
    write(project, "briefs/second.md", CLEAN)
    write(project, "briefs/third.md", CLEAN)
    for jobs in ("1", "2"):
        briefkit("build", "--to", "html", "--jobs", jobs, "-o", jobs, cwd=project)
    assert built(project, "1") == built(project, "2")
    assert briefkit("build", "--to", "html", "--jobs", "2", "-o", "1", cwd=project).out == ""
