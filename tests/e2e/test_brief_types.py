"""Types of briefs as a user meets them: a project's own, one of its own in the place of ours, a faulty one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.command import briefkit

BRIEF = "---\ntitle: Pumps\ntype: {type}\n---\n\n# The problem\n\nPumps stand still.\n"


def make_project(folder: Path, kind: str, **types: str) -> Path:
    (folder / "briefkit.toml").write_text("")
    (folder / "brief.md").write_text(BRIEF.format(type=kind))
    (folder / "briefkit-types").mkdir()
    for name, text in types.items():
        (folder / "briefkit-types" / f"{name}.toml").write_text(text)
    return folder


def test_a_project_adds_a_type_of_its_own(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memo", memo='[[needs]]\nroles = ["risks"]\nguidance = "House rules"\n')
    ran = briefkit("check", "brief.md", "--select", "DOC", "--format", "concise", cwd=project)
    assert ran.out.splitlines()[0].startswith(
        "brief.md:3:7: warning DOC830 This brief has no section 'risks', which the type 'memo'"
    )
    assert "(House rules)" in ran.out
    assert "DOC801" not in ran.out


def test_a_type_that_nobody_made_is_told_with_the_nearest(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memos", memo="")
    ran = briefkit("check", "brief.md", "--select", "DOC", cwd=project)
    assert "did you mean 'memo'?" in " ".join(ran.out.split())


def test_a_file_of_the_project_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    project = make_project(tmp_path, "note", note="[words]\naim = 1\nmost = 2\n")
    ran = briefkit("check", "brief.md", "--select", "DOC", "--format", "concise", cwd=project)
    told = "This brief has 3 words; the type 'note' allows at most 2 (a figure of the type itself)"
    assert f"warning DOC807 {told}" in ran.out


def test_a_faulty_type_is_bad_configuration(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memo", memo="[words]\naim = 3\n")
    ran = briefkit("check", "brief.md", cwd=project)
    assert ran.code == 2
    assert "briefkit-types/memo.toml: 'words' needs aim and most" in ran.err


def test_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memo", memo='about = "A memo."\n\n[[needs]]\nroles = ["risk"]\n')
    ran = briefkit("check", "brief.md", cwd=project)
    said = "briefkit-types/memo.toml: there is no role 'risk'; did you mean 'risks'? (line 4)"
    assert (ran.code, said in " ".join(ran.err.split())) == (2, True)


def test_a_type_that_is_no_toml_is_told_with_its_line_and_the_page_about_types(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memo", memo="[words]\naim: 3\n")
    said = " ".join(briefkit("check", "brief.md", cwd=project).err.split())
    assert ("briefkit-types/memo.toml: " in said, "(at line 2" in said, "docs/types.md" in said) == (True, True, True)


MEMO = """
[[needs]]
roles = ["bottom-line"]

[[needs]]
roles = ["risks", "limits"]

[[needs]]
roles = ["references", "conclusion"]

[[needs]]
roles = ["background"]

[counts.options]
least = 2
status-quo = true

[order]
roles = ["risks", "options"]
"""


def keep_types(folder: Path, **types: str) -> Path:
    """A project whose settings name a folder beside it, in which an organisation keeps its types."""
    (folder / "house").mkdir()
    for name, text in types.items():
        (folder / "house" / f"{name}.toml").write_text(text)
    (folder / "project").mkdir()
    (folder / "project" / "briefkit.toml").write_text('types = "../house"\n')
    return folder / "project"


def headings(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if line.startswith("# ") and line.endswith("}")]


def test_a_brief_begins_with_the_sections_of_an_own_type_in_its_order(tmp_path: Path) -> None:
    project = keep_types(tmp_path, memo=MEMO)
    assert briefkit("new", "pumps", "--type", "memo", "--lang", "de", cwd=project).code == 0
    brief = project / "briefs" / "pumps.md"
    roles = ["risks", "options", "conclusion", "background"]
    assert [line.split("{")[1] for line in headings(brief)] == [f".{role}}}" for role in roles]
    found = briefkit("check", "--select", "DOC8", "--format", "concise", cwd=project).out
    assert [line for line in found.splitlines() if "DOC" in line] == []


def test_an_own_type_that_asks_for_nothing_begins_with_one_section(tmp_path: Path) -> None:
    project = keep_types(tmp_path, memo="")
    briefkit("new", "pumps", "--type", "memo", cwd=project)
    assert headings(project / "briefs" / "pumps.md") == ["# Background {.background}"]


def test_editors_are_told_of_own_types(tmp_path: Path) -> None:
    project = keep_types(tmp_path, memo="")
    types = json.loads(briefkit("schema", "front-matter", cwd=project).out)["properties"]["type"]["enum"]
    assert (types[0], types[-2:]) == ("one-pager", ["memo", None])


def test_an_outline_knows_own_types(tmp_path: Path) -> None:
    project = keep_types(tmp_path, memo="[words]\naim = 1\nmost = 2\n")
    briefkit("new", "pumps", "--type", "memo", cwd=project)
    assert "memo, 12 words; 1 to aim for, at most 2" in briefkit("outline", cwd=project).out


def test_a_type_of_the_project_stands_in_the_place_of_one_that_the_settings_name(tmp_path: Path) -> None:
    project = keep_types(tmp_path, memo=MEMO)
    (project / "briefkit-types").mkdir()
    (project / "briefkit-types" / "memo.toml").write_text("")
    briefkit("new", "pumps", "--type", "memo", cwd=project)
    assert headings(project / "briefs" / "pumps.md") == ["# Background {.background}"]


@pytest.mark.parametrize("command", [("check",), ("outline",), ("new", "pumps"), ("schema", "front-matter")])
def test_a_folder_of_types_that_is_not_there_is_bad_configuration(tmp_path: Path, command: tuple[str, ...]) -> None:
    project = keep_types(tmp_path)
    (project / "briefkit.toml").write_text('types = "elsewhere"\n')
    ran = briefkit(*command, cwd=project)
    assert (ran.code, "briefkit.toml: 'types' names no folder: elsewhere" in ran.err) == (2, True)


def test_a_type_that_leads_out_of_the_folder_of_the_settings_is_refused(tmp_path: Path) -> None:
    project = keep_types(tmp_path)
    (tmp_path / "memo.toml").write_text("")
    (tmp_path / "house" / "memo.toml").symlink_to(tmp_path / "memo.toml")
    ran = briefkit("new", "pumps", "--type", "memo", cwd=project)
    assert (ran.code, "house/memo.toml lies outside its folder" in ran.err) == (2, True)
