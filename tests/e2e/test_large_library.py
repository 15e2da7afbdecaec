"""A library large enough to be indexed: what a check says is the same whatever became of the index."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefkit.pipeline.keeping import SMALL
from tests.e2e.command import briefkit, copy_project, environment

ENTRY = """@book{{work{n},
  author = {{Water Board}},
  title = {{Wells of the year {n}}},
  publisher = {{State Press}},
  date = {{{year}}},
  doi = {{10.5555/wells.{doi}}}
}}

"""
BRIEF = """---
title: Wells
lang: en
---

The state dug 12 wells in 1990 [@work7; @work8].

It paid [@Work9; @wrok10].
"""
BROKEN = "@book{broken, title = {Never closed\n\n"


def entries(count: int) -> str:
    return "".join(ENTRY.format(n=n, year=1900 + n % 120, doi=n if n != 8 else 7) for n in range(count))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, its library grown by some thousand entries, a few of them faulty."""
    folder = copy_project(tmp_path)
    library = folder / "references.bib"
    library.write_text(library.read_text("utf-8") + "\n" + entries(2000) + BROKEN + entries(3), "utf-8")
    (folder / "briefs" / "wells.md").write_text(BRIEF, "utf-8")
    assert library.stat().st_size > SMALL
    return folder


def report(project: Path) -> str:
    ran = briefkit("check", "--format", "json", cwd=project)
    assert ran.err == ""
    return ran.out


def kept(project: Path) -> list[Path]:
    return sorted((project / ".briefkit").glob("*.index"))


def test_a_check_with_an_index_says_what_one_without_says(project: Path) -> None:
    (project / ".briefkit").write_bytes(b"")  # a file: nothing can be kept
    without = report(project)
    (project / ".briefkit").unlink()
    first, second = report(project), report(project)
    assert len(kept(project)) == 1
    assert first == second == without
    for code in ("BIB301", "BIB303", "BIB350", "CIT201", "CIT203"):
        assert f'"{code}"' in without


def test_after_an_edit_the_check_says_what_is_there_now(project: Path) -> None:
    report(project)
    before = kept(project)[0].stat().st_mtime_ns
    library = project / "references.bib"
    text = library.read_text("utf-8")
    library.write_text("% one line more\n" + text.replace("work10,", "wrok10,"), "utf-8")
    edited = report(project)
    assert kept(project)[0].stat().st_mtime_ns != before
    shutil.rmtree(project / ".briefkit")
    assert edited == report(project)
    assert '"CIT201"' not in edited


def test_an_index_that_was_damaged_is_made_anew(project: Path) -> None:
    whole = report(project)
    path = kept(project)[0]
    for at in (3, 60, 5000, 50_000):
        data = bytearray(path.read_bytes())
        data[at] ^= 0xFF
        path.write_bytes(data)
        assert report(project) == whole
        assert path.read_bytes() != data


def test_from_another_folder_the_places_are_called_as_one_sees_them(project: Path) -> None:
    report(project)
    (project / "below").mkdir()
    ran = briefkit("check", "--format", "json", "../briefs", cwd=project / "below")
    assert '"path": "../references.bib"' in ran.out or str(project) in ran.out
    assert '"path": "references.bib"' not in ran.out


def test_runs_at_once_agree(project: Path) -> None:
    command = (sys.executable, "-m", "briefkit", "check", "--format", "json")
    runs = [
        subprocess.Popen(command, cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    told = [run.communicate(timeout=120) for run in runs]
    assert len({out for out, _ in told}) == 1
    assert {err for _, err in told} == {b""}
    assert report(project).encode() == told[0][0]


def test_a_small_library_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    report(folder)
    assert not (folder / ".briefkit").exists()


def test_several_jobs_share_one_index(project: Path) -> None:
    for number in range(6):
        shutil.copy(project / "briefs" / "wells.md", project / "briefs" / f"wells-{number}.md")
    one = briefkit("check", "--format", "json", "--jobs", "1", cwd=project)
    two = briefkit("check", "--format", "json", "--jobs", "2", cwd=project)
    assert one.out == two.out
    assert len(kept(project)) == 1


def test_aliases_and_later_versions_are_found_by_the_index(project: Path) -> None:
    library = project / "references.bib"
    more = (
        "@book{gate1, author = {Water Board}, title = {Sluice gates}, edition = {1}, ids = {oldgate}}\n"
        "@book{gate2, author = {Water Board}, title = {Sluice gates}, edition = {2}}\n"
        "@unpublished{weir1, author = {Water Board}, title = {Weirs of the state}}\n"
        "@book{weir2, author = {Water Board}, title = {Weirs of the state}, publisher = {State Press}}\n"
    )
    library.write_text(more + library.read_text("utf-8"), "utf-8")
    brief = project / "briefs" / "wells.md"
    brief.write_text("---\ntitle: Gates\n---\n\nIt rose [@gate1; @weir1; @oldgate].\n", "utf-8")
    found = briefkit("check", "briefs/wells.md", "--select", "CIT201,BIB360,BIB362", cwd=project).out
    assert kept(project)
    assert "'gate1' is edition 1; the library has edition 2, 'gate2'" in found
    assert "'weir1' is unpublished, and 'weir2' seems to be its published version" in found
    assert "'oldgate' is an alias of 'gate1'" in found


def test_words_are_found_in_what_is_there_now(project: Path) -> None:
    assert briefkit("library", "find", "Wells", "work1234", cwd=project).out.startswith("work1234 ")
    library = project / "references.bib"
    library.write_text(library.read_text("utf-8").replace("Wells of the year 1234}", "Zeppelins}"), "utf-8")
    assert briefkit("library", "find", "zeppelin", cwd=project).out.startswith("work1234 ")
    assert briefkit("library", "find", "wells", "work1234", cwd=project).code == 1
    assert len(kept(project)) == 2
