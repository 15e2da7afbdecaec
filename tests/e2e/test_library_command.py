"""`briefkit library` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.command import briefkit, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_the_entries_of_a_library_are_counted(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("references.bib: 3 entries\n")


def test_the_types_of_a_library_are_counted(project: Path) -> None:
    out = briefkit("library", "stats", "references.bib", cwd=project).out
    rows = out.split("\n\n")[1].splitlines()[1:]
    assert [row.split()[1] for row in rows] == sorted(["report", "article", "book"])


def test_a_problem_is_told_with_its_line(project: Path) -> None:
    (project / "bad.bib").write_text(
        "@book{a, title = {A}}\n\n@book{b, title = {B}\n\n@book{c, title = {C}}\n", "utf-8"
    )
    out = briefkit("library", "stats", "bad.bib", cwd=project).out
    assert "bad.bib:3: BIB301 " in out


def test_statistics_are_json(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", "--format", "json", cwd=project)
    statistics = json.loads(ran.out)
    assert (len(statistics["entries"]), statistics["problems"]) == (3, [])


def test_statistics_go_to_a_file(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", "-o", "stats.txt", cwd=project)
    assert ran.out == ""
    assert (project / "stats.txt").read_text(encoding="utf-8").startswith("references.bib: 3 entries")


def test_a_library_that_is_missing_exits_with_3(project: Path) -> None:
    ran = briefkit("library", "stats", "none.bib", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "Error: none.bib does not exist" in ran.err


def test_a_library_that_is_not_utf_8_exits_with_3(project: Path) -> None:
    (project / "latin.bib").write_bytes("@book{a,\n title = {Café}}\n".encode("latin-1"))
    ran = briefkit("library", "stats", "latin.bib", cwd=project)
    assert ran.code == 3
    assert "latin.bib is not UTF-8, line 2" in ran.err


@pytest.mark.parametrize("arguments", [("library",), ("library", "show"), ("library", "nonsense", "references.bib")])
def test_a_command_that_is_not_whole_exits_with_2(arguments: tuple[str, ...], project: Path) -> None:
    assert briefkit(*arguments, cwd=project).code == 2


def test_the_project_s_library_is_counted_without_a_name(project: Path) -> None:
    assert briefkit("library", "stats", cwd=project).out.startswith("references.bib: 3 entries\n")


def test_problems_are_no_failure_and_are_judged_elsewhere(project: Path) -> None:
    (project / "bad.bib").write_text("@book{a, title = {A}\n\n@book{c, title = {C}}\n", "utf-8")
    ran = briefkit("library", "stats", "bad.bib", cwd=project)
    assert ran.code == 0
    assert ran.out.startswith("bad.bib: 1 entry, 1 problem\n  see: briefkit library check bad.bib\n")


def test_what_briefs_cite_is_counted(project: Path) -> None:
    statistics = json.loads(briefkit("library", "stats", "--format", "json", cwd=project).out)
    assert statistics["uses"]["cited"] == len({use["key"] for use in statistics["uses"]["most_cited"]})
    assert statistics["uses"]["unused"] == []


def test_another_library_is_not_said_to_be_cited_nowhere(project: Path) -> None:
    (project / "other.bib").write_text("@book{a, title = {A}}\n", "utf-8")
    assert json.loads(briefkit("library", "stats", "other.bib", "--format", "json", cwd=project).out)["uses"] is None


def test_statistics_fit_80_columns(project: Path) -> None:
    entry = "@incollection{k%d, author = {Smith, Ann}, title = {T %d}, booktitle = {B}, date = {%d}}\n"
    text = "".join(entry % (n, n, 1950 + n % 70) for n in range(1500)) + "@book{broken, title = {X}\n"
    (project / "many.bib").write_text(text, "utf-8")
    out = briefkit("library", "stats", "many.bib", cwd=project).out
    assert max(map(len, out.splitlines())) <= 80


# --- unused ----------------------------------------------------------------------------------


def test_an_entry_that_no_brief_cites_is_listed(project: Path) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{lost2020,\n  title = {Lost {Wells}},\n}\n")
    line = (project / "references.bib").read_text("utf-8").splitlines().index("@book{lost2020,") + 1
    ran = briefkit("library", "unused", cwd=project)
    assert (ran.code, ran.out) == (0, f"lost2020  references.bib:{line}  Lost Wells\n")


def test_unused_entries_are_json(project: Path) -> None:
    (project / "other.bib").write_text("@book{lost2020, title = {Lost}}\n", "utf-8")
    answer = json.loads(briefkit("library", "unused", "other.bib", "--format", "json", cwd=project).out)
    assert [entry["key"] for entry in answer["entries"]] == ["lost2020"]


def test_long_keys_do_not_break_the_columns(project: Path) -> None:
    keys = ("k" * 85, "k" * 55)
    entries = (f"@book{{{key}, title = {{Wells and Pumps}}}}\n" for key in keys)
    (project / "long.bib").write_text("".join(entries), "utf-8")
    for arguments in (("unused", "long.bib"), ("find", "wells", "-l", "long.bib")):
        lines = briefkit("library", *arguments, "--width", "80", cwd=project).out.splitlines()
        assert all(len(line) <= 80 or line == keys[0] for line in lines)
        assert set(keys) <= set(lines)  # whole: a key is what one copies


def test_nothing_is_called_unused_while_a_brief_cannot_be_read(project: Path) -> None:
    (project / "briefs" / "latin.md").write_bytes("Café\n".encode("latin-1"))
    ran = briefkit("library", "unused", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "latin.md is not UTF-8" in ran.err


def test_nothing_is_called_unused_where_there_are_no_briefs(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("@book{a, title = {A}}\n", "utf-8")
    assert briefkit("library", "unused", cwd=tmp_path).code == 2


# --- show ------------------------------------------------------------------------------------

LINKED = """@collection{whole, editor = {Smith, Ann}, title = {Papers on Water}, date = {2021}}
@incollection{part, author = {Jones, Bob}, title = {Wells}, crossref = {whole}}
"""


def test_an_entry_is_shown_with_its_reference_its_fields_and_its_uses(project: Path) -> None:
    out = briefkit("library", "show", "smith2021", cwd=project).out
    assert out.startswith("smith2021, book, references.bib:19\n\n  Smith, Jane. 2021. Pumps That Last.")
    assert "Cited 1 time\n  briefs/pumps.md:" in out


def test_a_reference_is_that_of_a_build(project: Path) -> None:
    (project / "linked.bib").write_text(LINKED, "utf-8")
    shown = json.loads(briefkit("library", "show", "part", "linked.bib", "--format", "json", cwd=project).out)
    assert shown["reference"].startswith("Jones, Bob. 2021. ‘Wells’. In Papers on Water, edited by Ann Smith.")


def test_an_inherited_field_says_where_it_is_from(project: Path) -> None:
    (project / "linked.bib").write_text(LINKED, "utf-8")
    shown = json.loads(briefkit("library", "show", "part", "linked.bib", "--format", "json", cwd=project).out)
    origins = {field["name"]: field["inherited_from"] for field in shown["fields"]}
    assert (origins["title"], origins["booktitle"]) == ("", "whole")
    out = briefkit("library", "show", "part", "linked.bib", cwd=project).out
    assert "  booktitle  Papers on Water (from whole, line 1)\n" in out


def test_an_unknown_key_exits_with_2_and_the_nearest(project: Path) -> None:
    ran = briefkit("library", "show", "smith2012", cwd=project)
    assert ran.code == 2
    assert "did you mean 'smith2021'?" in ran.err


def test_an_entry_that_cannot_be_read_is_no_unknown_key(project: Path) -> None:
    (project / "bad.bib").write_text("@book{a, title = {A}\n\n@book{c, title = {C}}\n", "utf-8")
    ran = briefkit("library", "show", "a", "bad.bib", cwd=project)
    assert ran.code == 2
    assert "Error: bad.bib:1: 'a' is not closed before line 3" in ran.err


def test_an_entry_that_prints_nothing_is_shown(project: Path) -> None:
    (project / "bare.bib").write_text("@xdata{a, keywords = {water}}\n", "utf-8")
    ran = briefkit("library", "show", "a", "bare.bib", cwd=project)
    assert ran.code == 0
    assert "The style prints nothing for this entry." in ran.out


def test_words_find_the_entries_that_hold_them_all(project: Path) -> None:
    ran = briefkit("library", "find", "last", "PUMP", "--width", "80", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    (line,) = ran.out.splitlines()
    assert line.startswith("smith2021  references.bib:19  Pumps That Last")


def test_what_is_found_is_json(project: Path) -> None:
    ran = briefkit("library", "find", "smi", "--format", "json", "--most", "1", cwd=project)
    (entry,) = json.loads(ran.out)["entries"]
    assert entry["key"] == "smith2021"


def test_nothing_found_is_told_by_the_exit_code(project: Path) -> None:
    ran = briefkit("library", "find", "zeppelin", cwd=project)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: no entry holds 'zeppelin'\nHint: ")
