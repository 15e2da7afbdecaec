"""`briefkit doctor` on machines on which something is missing or odd: it is named with its cure, and hides nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.e2e.broken_machine import machine, with_font, with_metadata, without_libraries, without_packages
from tests.e2e.command import PLAIN, Ran, briefkit, copy_project
from tests.e2e.loaded import Loaded
from tests.e2e.standing_in import orphans, stand_in

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[2] / "docs"
NAMES = ("platform", "Python", "terminal", "temp folder", "briefkit", "weasyprint", "pandoc", "Pango", "HarfBuzz")
FONTS = ("Inter", "Inter italic", "Source Serif 4", "Source Code Pro")
MORE = ("HarfBuzz-Subset", "fontconfig", "WeasyPrint", *FONTS, "settings", "output")
Told = Mapping[str, Mapping[str, Any]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """A sound machine on which briefkit is loaded already, for what lies in the project."""
    loaded = Loaded({**PLAIN, **machine(tmp_path_factory.mktemp("sound"))})
    yield loaded
    loaded.end()


@pytest.fixture(scope="module")
def well(sound: Loaded, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Told]:
    """What doctor prints on a sound machine, and the same as conditions; it leaves no file and makes no folder."""
    project = copy_project(tmp_path_factory.mktemp("well"))
    before = sorted(p.name for p in project.rglob("*"))
    printed, (_, told) = examined(project, sound), doctor(project, sound)
    assert sorted(p.name for p in project.rglob("*")) == before
    return printed, told


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The conditions of a machine on which one thing of each kind is odd, beside what is only asked for elsewhere."""
    folder = tmp_path_factory.mktemp("odd")
    project = copy_project(folder)
    with_font(folder, "Inter-Italic[opsz,wght].ttf", None)
    env = with_metadata(folder, "jinja2", "Metadata-Version: 2.1\nName: jinja2\nVersion: 3.1.2\n")
    with next((folder / "site").glob("briefkit-*/METADATA")).open("a", encoding="utf-8") as metadata:
        metadata.write("\nRequires-Dist: none-such>=2\nRequires-Dist: nor-this>=2; sys_platform == 'win32'\n")
        metadata.write("Requires-Dist: nor-that; extra == 'dev'\n")
    env = {**both(env, stand_in(folder, 'echo "pandoc 2.9.2.1"')), "PYTHONIOENCODING": "latin-1"}
    code, told = doctor(project, env)
    problems = dict.fromkeys(("jinja2", "none-such", "pandoc", "Inter italic"), "problem")
    assert (code, states(told)) == (3, {**problems, "terminal": "warning"})
    return told


def doctor(cwd: Path, on: Mapping[str, str] | Loaded, hidden: tuple[str, ...] = ()) -> tuple[int, Told]:
    """The exit code, and the conditions by name; whatever is wrong, nothing else may be told and nothing hidden."""
    with orphans() as left:
        ran = examined(cwd, on, "--format", "json")
    assert (ran.err, left) == ("", [])
    told = json.loads(ran.out)["conditions"]
    names = [condition["name"] for condition in told]
    assert [name for name in (*NAMES, *MORE) if name not in (*names, *hidden)] == []
    assert all(c["advice"] or c["commands"] for c in told if c["state"] != "ok")
    return ran.code, {condition["name"]: condition for condition in told}


def examined(cwd: Path, on: Mapping[str, str] | Loaded, *options: str) -> Ran:
    """What doctor says on a machine, which is an environment or has briefkit loaded."""
    if isinstance(on, Loaded):
        return briefkit("doctor", *options, cwd=cwd, by=on)
    return briefkit("doctor", *options, cwd=cwd, env=on)


def states(told: Told) -> dict[str, str]:
    """What is not well, by name."""
    return {name: condition["state"] for name, condition in told.items() if condition["state"] != "ok"}


def both(env: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Two environments as one: what each puts first, then the rest."""
    (one, rest), (other, _) = (e["PYTHONPATH"].split(os.pathsep, 1) for e in (env, more))
    return {"PYTHONPATH": os.pathsep.join((one, other, rest))}


# --- all is well ------------------------------------------------------------------------------


def test_on_a_sound_machine_all_is_well(well: tuple[Ran, Told]) -> None:
    ran, told = well
    assert (ran.code, ran.err, states(told)) == (0, "", {})
    assert ran.out.endswith("\nAll is well.\n")


def test_what_is_loaded_finds_what_a_program_finds_that_is_started(project: Path, well: tuple[Ran, Told]) -> None:
    loaded, (_, started) = well[1], doctor(project, machine(project.parent))
    assert states(started) == {}
    assert [(c["name"], c["version"]) for c in loaded.values()] == [(c["name"], c["version"]) for c in started.values()]


def test_each_requirement_is_named_with_its_version(well: tuple[Ran, Told]) -> None:
    _, told = well
    assert told["jinja2"]["version"].startswith("3.1.")
    assert told["pypandoc_binary"]["state"] == told["PyYAML"]["state"] == "ok"


def test_pandoc_and_the_libraries_are_named_with_their_versions(well: tuple[Ran, Told]) -> None:
    _, told = well
    assert all(re.match(r"\d+\.\d+", told[name]["version"]) for name in ("pandoc", "Pango", "HarfBuzz", "fontconfig"))
    assert "from pypandoc_binary" in told["pandoc"]["found"]


def test_the_output_keeps_to_80_columns_but_for_commands_and_paths(well: tuple[Ran, Told]) -> None:
    assert [line for line in well[0].out.splitlines() if len(line) > 80 and "/" not in line] == []


def test_the_report_goes_to_a_file(project: Path, sound: Loaded) -> None:
    ran = examined(project, sound, "-o", "told.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (project / "told.txt").read_text("utf-8").endswith("All is well.\n")


def test_the_json_is_that_of_the_docs(project: Path, sound: Loaded) -> None:
    page = (DOCS / "doctor-json.md").read_text("utf-8")
    example = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])
    told = json.loads(examined(project, sound, "--format", "json").out)
    assert (list(told), told["version"]) == (list(example), example["version"])
    assert list(told["counts"]) == list(example["counts"])
    assert {tuple(c) for c in told["conditions"]} == {tuple(c) for c in example["conditions"]}
    parts = {condition["part"] for condition in told["conditions"]}
    assert [part for part in parts if f"`{part}`" not in page] == []


# --- pandoc -----------------------------------------------------------------------------------


def test_a_pandoc_that_is_too_old_is_named_with_its_cure(odd: Told) -> None:
    assert odd["pandoc"]["version"] == "2.9.2.1"
    assert "too old, 3.1.6 or newer is needed" in odd["pandoc"]["found"]
    assert "pip install --force-reinstall --no-deps pypandoc_binary" in odd["pandoc"]["commands"]["any"]


def test_a_pandoc_that_hangs_is_named_and_hides_nothing(project: Path) -> None:
    code, told = doctor(project, both(machine(project.parent), stand_in(project.parent, "exec sleep 600")))
    assert (code, states(told)) == (3, {"pandoc": "problem"})
    assert "did not finish within 10 seconds" in told["pandoc"]["found"]


def no_pandoc(folder: Path) -> dict[str, str]:
    """A machine without any pandoc: pypandoc carries none, and the PATH has none."""
    env = both(machine(folder), stand_in(folder, ""))
    (folder / "stand-in/pypandoc/files/pandoc").unlink()
    (folder / "bin").mkdir()
    return {**env, "PATH": str(folder / "bin")}


def test_no_pandoc_is_named_with_its_cure(project: Path) -> None:
    code, told = doctor(project, no_pandoc(project.parent))
    assert (code, told["pandoc"]["found"]) == (3, "it was not found")
    assert "pip install" in told["pandoc"]["commands"]["any"]


def test_a_pandoc_of_the_system_is_named_as_such(project: Path) -> None:
    env = no_pandoc(project.parent)
    real = re.search(r"REAL='(.*)'", _script(project))
    assert real is not None
    (project.parent / "bin/pandoc").symlink_to(real[1])
    _, told = doctor(project, env)
    assert told["pandoc"]["state"] == "ok"
    assert told["pandoc"]["found"].startswith("from the PATH: ")


def _script(project: Path) -> str:
    shutil.rmtree(project.parent / "again", ignore_errors=True)
    stand_in(project.parent / "again", "")
    return (project.parent / "again/stand-in/pypandoc/files/pandoc").read_text("utf-8")


@pytest.mark.parametrize("command", ["check", "build"])
def test_without_pandoc_a_check_and_a_build_end_with_3_and_the_cure(command: str, project: Path) -> None:
    ran = briefkit(command, cwd=project, env=no_pandoc(project.parent))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        "Error: pandoc was not found",
        "Hint: run: pip install --force-reinstall pypandoc_binary; briefkit doctor tells more",
    ]


def test_a_pandoc_that_hangs_only_when_it_is_asked_for_its_version_does_not_hold_a_build(project: Path) -> None:
    (project / "briefkit.toml").write_text('bibliography = "references.bib"\n[limits]\npandoc-seconds = 2\n')
    env = stand_in(project.parent, '[ "$1" = --version ] && exec sleep 600\nexec "$REAL" "$@"')
    with orphans() as left:
        ran = briefkit("build", "--to", "html", cwd=project, env=env)
    assert (ran.code, left) == (3, [])
    assert "did not finish within 8 seconds on the clock" in ran.err


# --- the PDF ----------------------------------------------------------------------------------


def test_without_pango_it_and_weasyprint_are_named_with_the_cure(project: Path) -> None:
    code, told = doctor(project, without_libraries(project.parent, "pango"))
    assert (code, states(told)) == (3, {"Pango": "problem", "WeasyPrint": "problem"})
    assert told["Pango"]["commands"]["debian"].startswith("sudo apt install libpango-1.0-0 libpangoft2-1.0-0")
    assert set(told["Pango"]["commands"]) == {"debian", "fedora", "macos"}
    assert "cannot load library 'libpango-1.0-0'" in told["WeasyPrint"]["found"]


def test_without_the_subsetter_there_is_a_warning_only(project: Path) -> None:
    code, told = doctor(project, without_libraries(project.parent, "harfbuzz-subset"))
    assert (code, states(told)) == (0, {"HarfBuzz-Subset": "warning"})


def without_pango(project: Path, *arguments: str) -> Ran:
    return briefkit("build", *arguments, cwd=project, env=without_libraries(project.parent, "pango"))


@pytest.mark.parametrize("arguments", [(), ("--to", "pdf"), ("briefs", "more.md", "--jobs", "2")])
def test_without_pango_a_build_ends_with_3_and_the_cure(arguments: tuple[str, ...], project: Path) -> None:
    brief = next((project / "briefs").glob("*.md"))
    shutil.copyfile(brief, project / "more.md")
    ran = without_pango(project, *arguments)
    assert (ran.code, ran.out) == (3, "")
    error, hint = ran.err.splitlines()
    assert error == "Error: WeasyPrint could not be loaded, which makes the PDF: cannot load library 'libpango-1.0-0'"
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in hint
    assert "briefkit doctor" in hint
    assert not (project / "dist").exists()


def test_without_pango_the_other_formats_are_built(project: Path) -> None:
    assert without_pango(project, "--to", "html,docx").code == 0


def test_without_pango_a_check_is_made(project: Path) -> None:
    assert briefkit("check", cwd=project, env=without_libraries(project.parent, "pango")).code == 0


# --- packages ---------------------------------------------------------------------------------

GONE = {
    "yaml": ("PyYAML", "check"),
    "rapidfuzz": ("rapidfuzz", "check"),
    "sentencex": ("sentencex", "check"),
    "jinja2": ("jinja2", "build"),
    "uharfbuzz": ("uharfbuzz", "build"),
    "weasyprint": ("WeasyPrint", "build"),
}


TOGETHER = ("rapidfuzz", "sentencex", "jinja2", "uharfbuzz")
"""Packages that one run finds missing at once."""


@cache
def without(*modules: str) -> tuple[int, Told]:
    """What doctor says where packages cannot be imported."""
    with TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        return doctor(project, without_packages(project.parent, *modules))


@pytest.mark.parametrize("module", list(GONE))
def test_a_package_that_cannot_be_imported_is_named_and_hides_nothing(module: str, project: Path) -> None:
    name, command = GONE[module]
    code, told = without(*(TOGETHER if module in TOGETHER else (module,)))
    assert (code, told[name]["state"]) == (3, "problem")
    ran = briefkit(command, cwd=project, env=without_packages(project.parent, module))
    assert ran.code == 3
    assert ran.err.splitlines() == [
        f"Error: the package {module} is not installed",
        "Hint: briefkit doctor names the command that mends it",
    ]


def test_without_packaging_the_other_probes_are_told(project: Path) -> None:
    code, told = doctor(project, without_packages(project.parent, "packaging"), hidden=("weasyprint",))
    assert (code, states(told)) == (3, {"packaging": "problem"})
    assert told["packaging"]["commands"]["any"].endswith("pip install --force-reinstall --no-deps packaging")


def test_without_click_nothing_can_be_told_but_that(project: Path) -> None:
    ran = briefkit("doctor", cwd=project, env=without_packages(project.parent, "click"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[0] == "Error: the package click is not installed"
    assert ran.err.splitlines()[1].endswith("-m pip install click")


@pytest.mark.parametrize(("module", "package"), [("weasyprint", "weasyprint"), ("PIL", "pillow"), ("yaml", "pyyaml")])
def test_whatever_lacks_a_package_is_mended_by_that_package(module: str, package: str) -> None:
    _, told = without(module)
    lacking = [one for one in told.values() if f"the package {module} is" in one["found"]]
    commands = {one["commands"]["any"] for one in lacking if one["part"] in ("PDF", "Fonts")}
    assert {command.rpartition(" ")[2] for command in commands} == {package}
    assert not any("it the" in one["found"] for one in lacking)


def test_a_package_whose_native_part_is_damaged_is_named(project: Path) -> None:
    damaged = project.parent / "site" / "msgspec"
    env = machine(project.parent)
    damaged.mkdir()
    (damaged / "__init__.py").write_text("raise ImportError('_core.so: file too short', name='msgspec._core')\n")
    ran = briefkit("doctor", cwd=project, env=env)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[0] == "Error: the package msgspec cannot be loaded: _core.so: file too short"
    assert ran.err.splitlines()[1].endswith("-m pip install --force-reinstall --no-deps msgspec")


def test_a_package_that_is_too_old_is_named_with_what_is_needed(odd: Told) -> None:
    assert odd["jinja2"]["version"] == "3.1.2"
    assert ">=3.1.6" in odd["jinja2"]["found"]
    assert odd["jinja2"]["commands"]["any"].endswith("-m pip install 'jinja2>=3.1.6'")


def test_a_requirement_that_is_not_there_at_all_is_named(odd: Told) -> None:
    assert odd["none-such"]["found"] == "it is not installed"
    assert odd["none-such"]["commands"]["any"].endswith("-m pip install 'none-such>=2'")


def test_a_requirement_of_another_system_is_not_asked_for(odd: Told) -> None:
    assert not {"nor-this", "nor-that"} & set(odd)


# --- fonts ------------------------------------------------------------------------------------


def test_a_font_that_is_missing_is_named_with_its_cure_and_the_others_are_looked_at(odd: Told) -> None:
    assert odd["Inter italic"]["commands"]["any"].endswith("--force-reinstall --no-deps fontpkg-inter")
    assert odd["Inter"]["state"] == "ok"


def test_a_font_package_that_is_missing_is_named_for_each_face(project: Path) -> None:
    env = without_packages(project.parent, "fontpkg_source_serif_4")
    code, told = doctor(project, env)
    assert code == 3
    assert {"Source Serif 4", "Source Serif 4 italic"} <= set(states(told))
    ran = briefkit("build", "--to", "html", cwd=project, env=env)
    assert ran.code == 3
    assert "Error: the font Source Serif 4 is not installed" in ran.err
    assert "pip install --force-reinstall fontpkg-source-serif-4" in ran.err


# --- the machine ------------------------------------------------------------------------------


def test_a_terminal_that_is_not_utf_8_is_a_warning(odd: Told) -> None:
    assert "terminal iso8859-1" in odd["terminal"]["found"] or "latin-1" in odd["terminal"]["found"]


def test_no_temporary_folder_is_a_problem_and_hides_nothing(project: Path) -> None:
    start = "import tempfile\ntempfile.tempdir = '/nonexistent'\n"
    code, told = doctor(project, machine(project.parent, start))
    assert (code, states(told)) == (3, {"temp folder": "problem", "pandoc": "problem"})
    assert "TMPDIR" in told["temp folder"]["commands"]["any"]


@pytest.mark.parametrize("command", ["check", "build"])
def test_without_a_temporary_folder_a_check_and_a_build_end_with_3(command: str, project: Path) -> None:
    start = "import tempfile\ntempfile.tempdir = '/nonexistent'\n"
    ran = briefkit(command, cwd=project, env=machine(project.parent, start))
    assert ran.code == 3
    assert ran.err.startswith("Error: no temporary folder can be made")
    assert "TMPDIR" in ran.err


def test_windows_itself_is_refused_with_a_way_out(project: Path) -> None:
    ran = briefkit("doctor", cwd=project, env=machine(project.parent, "import sys\nsys.platform = 'win32'\n"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "Error: briefkit does not run on Windows itself\nHint: install WSL (wsl --install), and briefkit in it\n"
    )


def test_a_probe_that_fails_in_a_way_nobody_thought_of_hides_nothing(project: Path) -> None:
    start = "import shutil\ndef disk_usage(path): raise KeyError('odd')\nshutil.disk_usage = disk_usage\n"
    code, told = doctor(project, machine(project.parent, start))
    assert (code, states(told)) == (3, {"temp folder": "problem"})
    assert "KeyError: 'odd'" in told["temp folder"]["found"]


# --- the project ------------------------------------------------------------------------------


def test_a_broken_briefkit_toml_is_named_and_hides_nothing(project: Path, sound: Loaded) -> None:
    (project / "briefkit.toml").write_text("= = =", encoding="utf-8")
    code, told = doctor(project, sound)
    assert (code, states(told)) == (3, {"settings": "problem"})
    assert told["settings"]["found"].startswith("briefkit.toml: ")
    assert (told["briefs"]["state"], told["library"]["found"]) == ("ok", "references.bib, 3 entries")


def test_a_folder_that_is_no_project_is_a_warning(tmp_path: Path, sound: Loaded) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    code, told = doctor(empty, sound)
    assert (code, states(told)) == (0, {"briefs": "warning", "library": "warning"})
    assert "the defaults hold" in told["settings"]["found"]
    assert "which a build will make" in told["output"]["found"]


def test_an_output_folder_that_cannot_be_written_is_a_problem(project: Path, sound: Loaded) -> None:
    dist = project / "dist"
    dist.mkdir(mode=0o555)
    if os.access(dist, os.W_OK) and not _made_immutable(dist):
        pytest.skip("this user may write anywhere")
    try:
        code, told = doctor(project, sound)
    finally:
        subprocess.run(("chattr", "-i", str(dist)), check=False, capture_output=True)
        dist.chmod(0o755)
    assert (code, states(told)) == (3, {"output": "problem"})
    assert "dist cannot be written" in told["output"]["found"]
    assert "--output" in told["output"]["advice"]


def _made_immutable(folder: Path) -> bool:
    """Whether even root may not write there now."""
    if sys.platform != "linux" or shutil.which("chattr") is None:
        return False
    return subprocess.run(("chattr", "+i", str(folder)), check=False, capture_output=True).returncode == 0
