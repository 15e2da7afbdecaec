"""What is built again and what stands: each kind of input, the outputs themselves, and what a build was killed over.

The engines are replaced by one that counts, so that a page that is made again differs from the one before.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import pytest

from briefkit import caches, outputs
from briefkit.pipeline import branding, building, drawing, inputs, keeping, load_project, program, reading, standing
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.building import Build, build_project
from briefkit.pipeline.standing import DRAFT, Wanted
from tests.e2e.command import CLEAN, UNSOURCED, copy_project
from tests.e2e.test_projects import NOTE_STYLE
from tests.unit.test_pictures import png

pytestmark = pytest.mark.slow

PICTURES = Path(__file__).parents[1] / "rules" / "pictures"
OUTPUT = Path("dist/pumps")
CHART = '``` {.chart type=bar data="pumps.csv" caption="Out of order" source="@fund2023"}\n```'
MANIFEST = "dist/pumps/manifest.json"
UNCITED = "\n@book{other2020,\n  author = {Smith, Jane},\n  title = {Wells},\n  date = {2020}\n}\n"


@dataclass
class Builder:
    """Builds the project in the current folder, and knows for which briefs pages were made."""

    made: list[str] = field(default_factory=list)
    count: int = 0

    def render(self, project: Any, document: Any, runner: Any, formats: Sequence[str]) -> Mapping[str, bytes]:
        """Pages that nobody has seen before."""
        self.made.append(document.meta.title)
        self.count += 1
        return {name: f"<!DOCTYPE html>{self.count}</html>".encode() for name in formats}

    def build(self, *names: str, formats: str = "html", draft: bool = False, force: bool = False) -> Build:
        """A build of one process, as a fresh one would do it."""
        program.digest_program.cache_clear()
        branding.BRANDS.forget()
        self.made.clear()
        wanted = Wanted(tuple(formats.split(",")), DRAFT if draft else (), force)
        return build_project(load_project({}, jobs=1), names, wanted, lambda number, of, name: None)


def sketch(pen: Any, chart: object, form: str) -> bytes:
    """A picture that is another where the chart is."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    return f"{svg}<text>{escape(repr(chart))}</text></svg>".encode()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, bytes]]:
    """A project that was built, with everything in it that goes into a document, a copy of it beside it, and what the
    build has kept: it is sealed, and a copy of it is worth nothing.
    """
    project = copy_project(tmp_path_factory.mktemp("built"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        write_inputs()
        first = engines_that_count(patch).build()
    assert (first.refused, first.failed, len(first.written)) == ((), (), 2)
    shutil.copytree(project, project.with_name("copy"), ignore=shutil.ignore_patterns(caches.FOLDER))
    kept = {name: caches.load(project, name) for name in os.listdir(project / caches.FOLDER) if name != ".gitignore"}
    return project, {name: bytes(data) for name, data in kept.items() if data}


@pytest.fixture
def builder(built: tuple[Path, Mapping[str, bytes]], monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The project as it was when it had been built, in the same place: one that lies elsewhere is another."""
    project, kept = built
    shutil.rmtree(project)
    shutil.copytree(project.with_name("copy"), project)
    for name, data in kept.items():
        caches.keep(project, name, data)
    monkeypatch.chdir(project)
    return engines_that_count(monkeypatch, before=1)


def engines_that_count(patch: pytest.MonkeyPatch, before: int = 0) -> Builder:
    """A builder, in the place of the engines; it has made some pages before."""
    builder = Builder(count=before)
    patch.setattr(building, "_render", builder.render)
    patch.setattr(building, "prove", lambda name, data: data)
    patch.setattr(drawing._Pen, "draw", sketch)
    return builder


def write_inputs() -> None:
    """Every kind of input that a document has, into the project in the current folder."""
    Path("references.bib").write_text(Path("references.bib").read_text() + UNCITED)
    Path("notes.csl").write_text(NOTE_STYLE)
    Path("templates").mkdir()
    Path("templates/print.css.j2").write_text("body { color: black }\n")
    Path("templates/house").mkdir()
    Path("templates/house/template.toml").write_text('extends = "base"\n[defaults]\ntext-size = 10\n')
    Path("templates/house/head.html.j2").write_text("<h1>{{ title }}</h1>\n")
    Path("templates/base").mkdir()
    Path("templates/base/template.toml").write_text('about = "Ours."\n[tokens]\naccent = "link"\n')
    Path("briefs/pumps.csv").write_text("year,share\n2023,31\n2024,38\n")
    shutil.copy(PICTURES / "pumps.png", "briefs/picture.png")
    change("briefs/pumps.md", "lang: en-GB", "lang: en-GB\ncsl: notes.csl\ntemplate: house")
    shown = f"![A pump [@fund2023].](picture.png)\n\n{CHART}\n\n# Recommendations"
    change("briefs/pumps.md", "# Recommendations", shown)


def change(name: str, old: str, new: str) -> None:
    """Put other words into a file."""
    text = Path(name).read_text()
    assert old in text
    Path(name).write_text(text.replace(old, new, 1))


def test_what_has_not_changed_stands(builder: Builder) -> None:
    built = builder.build()
    assert (builder.made, built.written, built.unchanged) == ([], (), ("dist/pumps/",))


def test_what_stands_is_not_even_checked(builder: Builder) -> None:
    assert builder.build().report.checked == ()


def test_a_file_that_was_only_touched_rebuilds_nothing(builder: Builder) -> None:
    for path in [p for p in Path().rglob("*") if p.is_file() and ".briefkit" not in p.parts]:
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    assert builder.build().written == ()
    assert builder.made == []


def test_another_brand_rebuilds_each_brief_that_wears_it(builder: Builder) -> None:
    shutil.copy("briefs/pumps.md", "briefs/wells.md")
    Path("_brand.yml").write_text("meta: {name: Works}\n")
    assert len(builder.build().written) == 4
    Path("_brand.yml").write_text("meta: {name: Office of Works}\n")
    assert len(builder.build().written) == 4


def test_from_another_folder_it_stands_too(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("briefs")
    assert builder.build("pumps.md").written == ()


def test_force_builds_what_stands(builder: Builder) -> None:
    assert builder.build(force=True).written == ("dist/pumps/pumps.html", MANIFEST)
    assert len(builder.made) == 1


@pytest.mark.parametrize("size", [0, 400_000], ids=["read whole", "indexed"])
def test_the_manifest_has_the_digest_of_the_library_that_was_read(
    size: int, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is saved meanwhile is another, and the next build reads it."""
    library = Path("references.bib")
    library.write_text(library.read_text() + "% " + "x" * size)
    read: list[str] = []

    def read_and_change(project: Any, path: Path, *within: Path) -> keeping.Volume:
        volume = keeping.read_volume(project, path, *within)
        read.append(volume.digest)
        library.write_text(library.read_text() + UNCITED.replace("other2020", f"later{len(read)}"))
        return volume

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_volume", read_and_change)
        builder.build(force=True)
    assert json.loads(Path(MANIFEST).read_bytes())["inputs"]["references.bib"] == read[-1]
    builder.build()
    now = sha256(library.read_bytes()).hexdigest()
    assert json.loads(Path(MANIFEST).read_bytes())["inputs"]["references.bib"] == now


def test_an_entry_that_nobody_cites_leaves_the_pages_and_changes_the_manifest(builder: Builder) -> None:
    change("references.bib", "{Wells}", "{Wells and Pumps}")
    built = builder.build()
    assert (builder.made, built.written, built.unchanged) == ([], (MANIFEST,), ("dist/pumps/pumps.html",))
    assert builder.build().unchanged == ("dist/pumps/",)


CHANGES = {
    "brief": ("briefs/pumps.md", "What would it take", "What does it take"),
    "cited entry": ("references.bib", "What Repairs Cost", "What Repairs Bring"),
    "style": ("notes.csl", 'default-locale="fr-FR"', 'default-locale="en-GB"'),
    "CSS of the project": ("templates/print.css.j2", "black", "navy"),
    "option of a template": ("templates/house/template.toml", "10", "11"),
    "page of a template": ("templates/house/head.html.j2", "h1>{{", "h1>T {{"),
    "colour of a template that is extended": ("templates/base/template.toml", '"link"', '"ink"'),
    "data of a chart": ("briefs/pumps.csv", "38", "39"),
}


@pytest.mark.parametrize("change_of", list(CHANGES))
def test_an_input_that_changes_is_built_again(change_of: str, builder: Builder) -> None:
    change(*CHANGES[change_of])
    assert builder.build().written == ("dist/pumps/pumps.html", MANIFEST)
    assert builder.build().written == ()


def test_a_picture_that_changes_is_built_again(builder: Builder) -> None:
    Path("briefs/picture.png").write_bytes(png(width=8))
    assert "dist/pumps/pumps.html" in builder.build().written


def test_a_png_that_comes_beside_a_drawing_is_built_again(builder: Builder) -> None:
    Path("briefs/map.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>")
    change("briefs/pumps.md", "(picture.png)", "(map.svg)")
    assert "dist/pumps/pumps.html" in builder.build().written
    shutil.copy(PICTURES / "pumps.png", "briefs/map.png")
    assert "dist/pumps/pumps.html" in builder.build().written
    assert "picture:map.png" in Path(MANIFEST).read_text()


def test_a_template_that_comes_and_goes_is_built_again(builder: Builder) -> None:
    Path("templates/band.html.j2").write_text("<p>Band</p>\n")
    assert "dist/pumps/pumps.html" in builder.build().written
    Path("templates/band.html.j2").unlink()
    assert "dist/pumps/pumps.html" in builder.build().written


def test_a_style_that_comes_before_the_one_that_was_used_is_built_again(builder: Builder) -> None:
    Path("briefs/notes.csl").write_text(NOTE_STYLE.replace("fr-FR", "en-GB"))
    assert "dist/pumps/pumps.html" in builder.build().written


def test_a_draft_and_a_final_build_are_not_confused(builder: Builder) -> None:
    assert "dist/pumps/pumps.html" in builder.build(draft=True).written
    assert builder.build(draft=True).written == ()
    assert "dist/pumps/pumps.html" in builder.build().written


def test_other_formats_are_built(builder: Builder) -> None:
    assert "dist/pumps/pumps.docx" in builder.build(formats="html,docx").written
    assert builder.build(formats="docx,html").written == ()


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "FONTCONFIG_FILE"])
def test_what_the_environment_says_is_built_again(name: str, builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1700000000")
    assert "dist/pumps/pumps.html" in builder.build().written


def test_another_program_builds_again(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "digest_program", lambda: "another")
    assert "dist/pumps/pumps.html" in builder.build().written


def test_other_settings_are_checked_again_and_change_no_page(builder: Builder) -> None:
    Path("briefkit.toml").write_text('bibliography = "references.bib"\ncitation-scope = "paragraph"\n')
    built = builder.build()
    assert (builder.made, len(built.report.checked)) == ([], 1)


def test_settings_that_make_an_error_of_a_finding_refuse_what_stood(builder: Builder) -> None:
    Path("briefs/second.md").write_text(UNSOURCED)
    Path("briefkit.toml").write_text('severity = { CLM102 = "warning" }\n')
    assert builder.build("briefs/second.md").refused == ()
    Path("briefkit.toml").write_text("")
    assert builder.build("briefs/second.md").refused == ("briefs/second.md",)


@pytest.mark.parametrize("limits", ["[limits]\npages-seconds = 90\n", 'output = "dist"\n'])
def test_settings_that_are_in_no_page_rebuild_nothing(limits: str, builder: Builder) -> None:
    Path("briefkit.toml").write_text(Path("briefkit.toml").read_text() + limits)
    assert builder.build().unchanged == ("dist/pumps/",)


# --- the outputs ----------------------------------------------------------------------------------


def test_an_output_that_was_deleted_is_built_again(builder: Builder) -> None:
    (OUTPUT / "pumps.html").unlink()
    assert "dist/pumps/pumps.html" in builder.build().written


def test_an_output_that_was_altered_is_built_again(builder: Builder) -> None:
    (OUTPUT / "pumps.html").write_bytes(b"mine")
    assert "dist/pumps/pumps.html" in builder.build().written


def test_an_output_that_was_altered_together_with_its_manifest_is_built_again(builder: Builder) -> None:
    manifest = json.loads(Path(MANIFEST).read_bytes())
    (OUTPUT / "pumps.html").write_bytes(b"mine")
    manifest["outputs"]["pumps.html"] = {"sha256": sha256(b"mine").hexdigest(), "bytes": 4}
    Path(MANIFEST).write_text(json.dumps(manifest))
    assert builder.build().written == ("dist/pumps/pumps.html", MANIFEST)


def test_an_output_that_became_a_link_is_no_output(builder: Builder) -> None:
    (OUTPUT / "pumps.html").rename("elsewhere.html")
    (OUTPUT / "pumps.html").symlink_to("../../elsewhere.html")
    assert "is a link" in str(builder.build().failed[0][1])


def test_a_manifest_that_is_damaged_is_written_again(builder: Builder) -> None:
    whole = Path(MANIFEST).read_bytes()
    Path(MANIFEST).write_bytes(whole[:100])
    assert builder.build().written == (MANIFEST,)
    assert Path(MANIFEST).read_bytes() == whole


@pytest.mark.parametrize("left", [f"{outputs.PART}pumps.html", f"{outputs.OLD}pumps.html", outputs.LOCK])
def test_what_a_killed_build_has_left_goes(left: str, builder: Builder) -> None:
    (OUTPUT / left).write_bytes(b"")
    builder.build()
    assert sorted(os.listdir(OUTPUT)) == ["manifest.json", "pumps.html"]


def test_files_of_others_beside_the_outputs_are_no_matter(builder: Builder) -> None:
    (OUTPUT / "notes.txt").write_bytes(b"mine")
    assert builder.build().written == ()


def test_another_brief_of_the_same_name_is_another_brief(builder: Builder) -> None:
    Path("drafts").mkdir()
    Path("drafts/pumps.md").write_text(CLEAN)
    assert builder.build("drafts/pumps.md").written == ("dist/pumps/pumps.html", MANIFEST)


# --- what is kept ---------------------------------------------------------------------------------


def traces() -> list[Path]:
    return sorted(Path(".briefkit").glob("*.trace"))


def test_a_trace_that_was_damaged_is_as_good_as_none(builder: Builder) -> None:
    (trace,) = traces()
    trace.write_bytes(trace.read_bytes()[:-1] + b" ")
    assert "dist/pumps/pumps.html" in builder.build().written


def test_a_project_that_was_copied_is_built_again(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(Path.cwd(), Path.cwd().with_name("elsewhere"))
    monkeypatch.chdir(copy)
    assert "dist/pumps/pumps.html" in builder.build().written


def test_a_project_where_nothing_can_be_kept_is_built_each_time(builder: Builder) -> None:
    shutil.rmtree(".briefkit")
    Path(".briefkit").write_bytes(b"")
    assert len(builder.build().written) == len(builder.build().written) == 2


# --- several briefs -------------------------------------------------------------------------------


def test_of_several_only_the_one_that_changed_is_built(builder: Builder) -> None:
    Path("briefs/second.md").write_text(CLEAN)
    built = builder.build()
    assert built.written == ("dist/second/second.html", "dist/second/manifest.json")
    assert built.unchanged == ("dist/pumps/",)


def test_a_library_that_several_share_is_an_input_of_each(builder: Builder) -> None:
    Path("briefs/second.md").write_text(CLEAN)
    Path("briefs/third.md").write_text(CLEAN.replace("title: T", "title: U"))
    builder.build()
    change("references.bib", "Pumps That Last", "Pumps That Lasted")
    builder.build()
    assert sorted(builder.made) == ["Rural pumps: pay for repairs first", "T", "U"]


def test_the_report_is_whole_when_one_is_refused(builder: Builder) -> None:
    Path("briefs/second.md").write_text(UNSOURCED)
    built = builder.build()
    assert [one.brief.path for one in built.report.checked] == ["briefs/pumps.md", "briefs/second.md"]
    assert (built.refused, built.unchanged) == (("briefs/second.md",), ("dist/pumps/",))


def test_a_retracted_work_refuses_what_stood(builder: Builder) -> None:
    change("references.bib", "@article{fund2023,", "@article{fund2023,\n  doi = {10.1000/x.1},")
    Path("briefkit.toml").write_text('bibliography = "references.bib"\nretractions = "retractions.csv"\n')
    Path("retractions.csv").write_text("DOI\n10.1000/x.2\n")
    builder.build()
    assert builder.build().unchanged == ("dist/pumps/",)
    Path("retractions.csv").write_text("DOI\n10.1000/x.1\n")
    assert builder.build().refused == ("briefs/pumps.md",)


# --- settings that are in the pages ---------------------------------------------------------------


@pytest.mark.parametrize("setting", ["link-citations = false", 'references = "grouped"'])
def test_a_setting_that_is_in_the_pages_is_built_again(setting: str, builder: Builder) -> None:
    Path("briefkit.toml").write_text(f"{Path('briefkit.toml').read_text()}{setting}\n")
    assert builder.build().written == ("dist/pumps/pumps.html", MANIFEST)
    assert builder.build().written == ()


def test_what_a_build_puts_together_has_its_time(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    def assemble(*parts: object) -> None:
        while True:
            pass

    monkeypatch.setattr(inputs, "assemble", assemble)
    monkeypatch.setattr(inputs, "Bounds", lambda seconds, *what: Bounds(0.5, *what))
    ((name, error),) = builder.build(force=True).failed
    assert name == "briefs/pumps.md"
    assert error.message.startswith("its layout did not finish within")
