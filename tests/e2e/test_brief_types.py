"""Types of briefs as a user meets them: a project's own, one of its own in the place of ours, a faulty one."""

from __future__ import annotations

from pathlib import Path

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
        "brief.md:3:7: warning DOC830 This brief has no section 'risks', which memo"
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
    assert "warning DOC807 This brief has 3 words; note at most 2 (our own figure)" in ran.out


def test_a_faulty_type_is_bad_configuration(tmp_path: Path) -> None:
    project = make_project(tmp_path, "memo", memo="[words]\naim = 3\n")
    ran = briefkit("check", "brief.md", cwd=project)
    assert ran.code == 2
    assert "briefkit-types/memo.toml: 'words' needs aim and most" in ran.err
