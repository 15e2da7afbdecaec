"""`briefkit check --fix` and `briefkit library rename` as a user runs them, on a copy of a project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from briefkit.errors import InputError
from briefkit.model import Report
from briefkit.pipeline import renaming
from briefkit.pipeline.checking import check_project
from briefkit.pipeline.fixing import fix_all
from briefkit.pipeline.project import Project, load_project
from briefkit.pipeline.reading import read_brief
from tests.e2e.command import briefkit

BIB = """\
% the library
@article{smith2021,
  author = {{Statistics Office}},
  title = {Water &amp; Health}, note = {},
  journaltitle = {Official Statistics},
  date = {2021},
  pages = {1-60}
}

@misc{report,
  author = {Doe, J.},
  title = {THE STATE OF WATER AND SANITATION IN EUROPE},
  date = {2020},
  howpublished = {Report},
}
"""

BRIEF = """\
---
title: Water
summary: "Prices rose [@Smith2021]."
---

Prices rose [@smith2021; @report; @smith2021]. Wages fell. [@report, p. 3]

It was @smith201 who said so.
"""

FIXED_BRIEF = """\
---
title: Water
summary: "Prices rose [@smith2021]."
---

Prices rose [@smith2021; @report]. Wages fell [@report, p. 3].

It was @smith201 who said so.
"""

FIXED_BIB = BIB.replace("&amp;", "\\&").replace(", note = {},", ",").replace("1-60", "1--60")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "briefkit.toml").write_text("")
    (tmp_path / "references.bib").write_text(BIB)
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "water.md").write_text(BRIEF)
    return tmp_path


def held(project: Path) -> tuple[str, str]:
    return (project / "briefs" / "water.md").read_text(), (project / "references.bib").read_text()


def test_a_check_says_what_can_be_fixed(project: Path) -> None:
    ran = briefkit("check", cwd=project)
    assert "references.bib:7:3: info BIB337 malformed-pages [fix]\n" in ran.out
    assert "references.bib:12:3: info BIB334 all-capitals-title [unsafe fix]\n" in ran.out
    assert ran.out.endswith("\n6 can be fixed with --fix, 2 more with --unsafe-fixes\n")


def test_safe_fixes_are_written_and_the_rest_is_reported(project: Path) -> None:
    ran = briefkit("check", "--fix", cwd=project)
    assert held(project) == (FIXED_BRIEF, FIXED_BIB)
    assert ran.err == "6 findings in 2 files fixed\n"
    assert "error CIT201 unresolved-key [unsafe fix]" in ran.out
    assert "CIT203" not in ran.out
    assert ran.code == 1


def test_unsafe_fixes_imply_the_safe_ones(project: Path) -> None:
    ran = briefkit("check", "--unsafe-fixes", cwd=project)
    brief, bib = held(project)
    assert brief == FIXED_BRIEF.replace("@smith201 ", "@smith2021 ")
    assert "title = {The state of water and sanitation in europe}," in bib
    assert (ran.code, ran.err) == (0, "8 findings in 2 files fixed\n")


def test_to_fix_a_second_time_changes_nothing(project: Path) -> None:
    briefkit("check", "--fix", cwd=project)
    before = held(project)
    ran = briefkit("check", "--fix", cwd=project)
    assert (held(project), ran.err) == (before, "0 findings fixed\n")


def test_a_diff_shows_what_fixing_would_change_and_writes_nothing(project: Path) -> None:
    ran = briefkit("check", "--diff", cwd=project)
    assert (held(project), ran.code) == ((BRIEF, BIB), 1)
    assert ran.err == "6 findings in 2 files can be fixed\n"
    assert ran.out.startswith("--- briefs/water.md\n+++ briefs/water.md\n@@ -1,8 +1,8 @@\n ---\n")
    assert "-  pages = {1-60}\n+  pages = {1--60}\n" in ran.out


@pytest.mark.skipif(not shutil.which("patch"), reason="there is no patch")
def test_patch_takes_the_diff(project: Path) -> None:
    diff = briefkit("check", "--diff", cwd=project).out
    subprocess.run(["patch", "-s", "-p0"], cwd=project, input=diff.encode(), check=True)
    assert held(project) == (FIXED_BRIEF, FIXED_BIB)


def test_a_diff_of_nothing_exits_with_0(project: Path) -> None:
    briefkit("check", "--fix", cwd=project)
    ran = briefkit("check", "--fix", "--diff", cwd=project)
    assert (ran.code, ran.out, ran.err) == (0, "", "0 findings can be fixed\n")


def test_what_is_not_reported_is_not_fixed(project: Path) -> None:
    (project / "briefkit.toml").write_text('[severity]\nBIB337 = "off"\n')
    briefkit("check", "--fix", "--ignore", "CIT,BIB308", cwd=project)
    assert held(project) == (BRIEF, BIB.replace(", note = {},", ","))


def test_what_is_allowed_is_not_fixed(project: Path) -> None:
    allowed = BRIEF.replace("3]\n", "3] <!-- briefkit: allow citation-after-stop: house style -->\n")
    (project / "briefs" / "water.md").write_text(allowed)
    briefkit("check", "--fix", "--select", "CIT207", cwd=project)
    assert held(project)[0] == allowed


def test_standard_input_comes_out_fixed_and_the_report_on_standard_error(project: Path) -> None:
    ran = briefkit("check", "--fix", "--select", "CIT", "-", cwd=project, stdin=BRIEF.encode())
    assert ran.out == FIXED_BRIEF
    assert "<stdin>:8:8: error CIT201" in ran.err
    assert held(project) == (BRIEF, BIB)


def test_the_bytes_around_a_fix_stay(project: Path) -> None:
    data = b"\xef\xbb\xbf" + BRIEF.replace("\n", "\r\n").encode().rstrip()
    (project / "briefs" / "water.md").write_bytes(data)
    briefkit("check", "--fix", cwd=project)
    fixed = b"\xef\xbb\xbf" + FIXED_BRIEF.replace("\n", "\r\n").encode().rstrip()
    assert (project / "briefs" / "water.md").read_bytes() == fixed


def test_nothing_is_written_when_one_file_is_a_link(project: Path) -> None:
    (project / "shared.bib").write_text(BIB)
    (project / "references.bib").unlink()
    (project / "references.bib").symlink_to("shared.bib")
    ran = briefkit("check", "--fix", cwd=project)
    assert ran.code == 3
    assert "references.bib is a link" in ran.err
    assert held(project) == (BRIEF, BIB)


def test_a_diff_of_a_link_says_that_it_is_not_written(project: Path) -> None:
    (project / "references.bib").rename(project / "real.bib")
    (project / "references.bib").symlink_to("real.bib")
    for arguments in (("check", "--fix", "--diff"), ("library", "rename", "report", "doe2020", "--diff")):
        ran = briefkit(*arguments, cwd=project)
        assert "--- references.bib" in ran.out
        assert "references.bib is a link; it would not be written through" in ran.err


def test_a_key_that_would_look_like_another_is_refused_with_that_reason(project: Path) -> None:
    ran = briefkit("library", "rename", "report", "SMITH2021", cwd=project)
    assert ran.code == 3
    assert "The key 'SMITH2021' is like 'smith2021' in line 2: it differs in capitals only" in ran.err
    assert held(project) == (BRIEF, BIB)


def test_the_json_report_holds_the_edits(project: Path) -> None:
    report = json.loads(briefkit("check", "--format", "json", "--select", "BIB337", cwd=project).out)
    edit = {"path": "references.bib", "line": 7, "column": 3, "end_line": 7, "end_column": 8}
    assert report["library"][0]["fix"] == {"safe": True, "edits": [{**edit, "what": "value", "text": "1--60"}]}


def test_a_brief_that_cannot_be_read_does_not_keep_the_others_from_being_fixed(project: Path) -> None:
    (project / "briefs" / "bad.md").write_bytes(b"\xff")
    assert briefkit("check", "--fix", cwd=project).code == 3
    assert held(project) == (FIXED_BRIEF, FIXED_BIB)


def test_a_library_that_is_looked_up_in_an_index_is_fixed_too(project: Path) -> None:
    entries = (f"@misc{{k{n}, author = {{Doe, J.}}, title = {{The long title of work {n}}}}}\n" for n in range(5000))
    more = "".join(entries)
    (project / "references.bib").write_text(more + BIB)
    ran = briefkit("check", "--fix", cwd=project)
    assert held(project) == (FIXED_BRIEF, more + FIXED_BIB)
    assert "CIT203" not in ran.out


# --- rename ----------------------------------------------------------------------------------

LINKED = """\
@book{whole,
  author = {Doe, J.},
  title = {Water},
  date = {2020},
}

@inbook{part,
  title = {Wells},
  crossref = {whole},
  related = "other, whole",
}

@misc{other,
  author = {Doe, J.}, title = {X}, date = {2020},
  note = {whole}, % whole
}
"""

CITING = """\
---
title: Water
summary: "Prices rose [@whole]."
---

Prices rose [see @whole, p. 3; @other], says @{whole}. The whole fell[^1]. `@whole` is code.

[^1]: It is so [-@whole].

| Year | Price |
|---|---|
| 2020 | 3 |

: Prices {source="@whole; @other; @whole"}
"""


@pytest.fixture
def linked(project: Path) -> Path:
    (project / "references.bib").write_text(LINKED)
    (project / "briefs" / "water.md").write_text(CITING)
    return project


def test_a_key_is_renamed_wherever_it_is_one(linked: Path) -> None:
    ran = briefkit("library", "rename", "whole", "doe2020", cwd=linked)
    brief, bib = held(linked)
    assert bib == LINKED.replace("{whole,", "{doe2020,").replace("crossref = {whole}", "crossref = {doe2020}").replace(
        "other, whole", "other, doe2020"
    )
    assert brief == CITING.replace("@whole", "@doe2020").replace("{whole}", "{doe2020}").replace(
        "`@doe2020`", "`@whole`"
    )
    assert ran.out.startswith("whole is doe2020 now: 1 entry, 2 links, ")
    assert (ran.code, ran.err) == (0, "")


def test_a_key_that_cannot_stand_bare_gets_braces_in_briefs(linked: Path) -> None:
    briefkit("library", "rename", "whole", "doe'20", cwd=linked)
    assert "[see @{doe'20}, p. 3; @other], says @{doe'20}." in held(linked)[0]


def test_keys_may_be_given_as_briefs_have_them(linked: Path) -> None:
    ran = briefkit("library", "rename", "@whole", "@doe2020", cwd=linked)
    assert (ran.code, ran.out.partition(":")[0]) == (0, "whole is doe2020 now")
    assert "@book{doe2020,\n" in held(linked)[1]


def test_a_diff_of_a_rename_writes_nothing(linked: Path) -> None:
    ran = briefkit("library", "rename", "whole", "doe2020", "--diff", cwd=linked)
    assert held(linked) == (CITING, LINKED)
    assert "-@book{whole,\n+@book{doe2020,\n" in ran.out


@pytest.mark.skipif(sys.platform != "linux", reason="has file names that are not UTF-8")
def test_a_diff_names_a_file_whose_name_is_not_utf8(linked: Path) -> None:
    (linked / "briefs" / "water.md").rename(linked / "briefs" / os.fsdecode(b"w\xff.md"))
    ran = briefkit("library", "rename", "whole", "doe2020", "--diff", cwd=linked)
    assert "--- briefs/w\\udcff.md\n" in ran.out


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("whol", "x", 2, "no entry 'whol'\nHint: did you mean 'whole'?"),
        ("whole", "other", 3, "the key 'other' is taken: references.bib, line 13"),
        ("whole", "a b", 2, "'a b' cannot be a key"),
        ("whole", "a,b", 2, "'a,b' cannot be a key"),
        ("whole", "", 2, "'' cannot be a key"),
        ("whole", "whole", 2, "both keys are 'whole'"),
    ],
)
def test_a_rename_that_makes_no_sense_is_refused(linked: Path, old: str, new: str, code: int, says: str) -> None:
    ran = briefkit("library", "rename", old, new, cwd=linked)
    assert (ran.code, held(linked)) == (code, (CITING, LINKED))
    assert says in ran.err


def test_a_brief_that_cannot_be_read_stops_a_rename(linked: Path) -> None:
    (linked / "briefs" / "bad.md").write_bytes(b"\xff")
    ran = briefkit("library", "rename", "whole", "doe2020", cwd=linked)
    assert (ran.code, held(linked)) == (3, (CITING, LINKED))
    assert "briefs/bad.md" in ran.err
    assert "nothing was changed" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stops_a_rename(linked: Path) -> None:
    (linked / "briefs" / "water.md").chmod(0o444)
    assert briefkit("library", "rename", "whole", "doe2020", cwd=linked).code == 3
    assert held(linked) == (CITING, LINKED)


def test_a_library_that_a_brief_names_is_renamed_too(linked: Path) -> None:
    (linked / "own.bib").write_text(
        "@misc{mine, title = {M}, note = {whole}, xdata = {whole}}\n@xdata{whole, date = {2020}}\n"
    )
    (linked / "briefs" / "own.md").write_text("---\ntitle: T\nbibliography: own.bib\n---\n\nIt rose [@mine].\n")
    briefkit("library", "rename", "whole", "doe2020", cwd=linked)
    assert "xdata = {doe2020}}\n@xdata{doe2020," in (linked / "own.bib").read_text()


def test_a_key_with_a_sign_at_its_end_is_renamed_there_and_back(linked: Path) -> None:
    (linked / "briefs" / "water.md").write_text(CITING.replace("summary", "bottom-line"))
    before = held(linked)
    for old, new in (("whole", "a.b."), ("a.b.", "whole")):
        ran = briefkit("library", "rename", old, new, cwd=linked)
        assert (ran.code, ran.err) == (0, "")
    assert held(linked)[1] == before[1]
    assert held(linked)[0].replace("@{whole}", "@whole") == before[0].replace("@{whole}", "@whole")


def test_a_key_in_braces_in_a_source_attribute_is_renamed(linked: Path) -> None:
    cites = '![Fig](x.png){source="@{whole}"}\n\n| A |\n|---|\n| 1 |\n\n: Cap {#tbl-p source="@{whole}, table 4"}\n'
    (linked / "briefs" / "water.md").write_text(cites)
    assert briefkit("library", "rename", "whole", "doe2020", cwd=linked).code == 0
    assert held(linked)[0] == cites.replace("whole", "doe2020")


@pytest.mark.parametrize(
    "link",
    ['crossref = "who" # "le"', "xref = whole", "related = joined # {,other}"],
)
def test_a_link_that_cannot_be_renamed_is_told_with_its_line(linked: Path, link: str) -> None:
    strings = "@string{whole = {other}}\n@string{joined = {whole}}\n"
    bib = f"{strings}{LINKED}@book{{last, title = {{Last}},\n  {link}}}\n"
    (linked / "references.bib").write_text(bib)
    ran = briefkit("library", "rename", "whole", "doe2020", cwd=linked)
    assert (ran.code, held(linked)[1]) == (3, bib)
    name = link.partition(" ")[0]
    assert f"'{name}' of 'last' in references.bib, line {bib[: bib.index(link)].count(chr(10)) + 1}," in ran.err


def test_an_alias_to_rename_is_told_with_whose_it_is(linked: Path) -> None:
    (linked / "references.bib").write_text(LINKED.replace("date = {2020},\n}", "date = {2020}, ids = {w20, x},\n}"))
    for arguments in (("rename", "w20", "zz"), ("show", "w20")):
        ran = briefkit("library", *arguments, cwd=linked)
        assert ran.code == 2
        assert "'w20' is an alias of 'whole' (references.bib, line 1)" in ran.err


def test_without_a_library_nothing_is_renamed(tmp_path: Path) -> None:
    ran = briefkit("library", "rename", "a", "b", cwd=tmp_path)
    assert ran.code == 2
    assert "no library given and none found" in ran.err


# --- somebody saves a file while it is being fixed ------------------------------------------------


def test_a_file_that_was_saved_after_its_check_is_fixed_as_it_is_then(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    saved = {"briefs/water.md": f"{BRIEF}\nOne more line.\n", "references.bib": f"@comment{{new}}\n{BIB}"}
    saved["briefs/water.md"] = saved["briefs/water.md"].replace("Water", "All of the water")

    def check(drafted: Project, now: Mapping[str, bytes]) -> Report:
        report = check_project(drafted, ())
        if not drafted.drafts:
            for name, text in saved.items():
                Path(name).write_text(text, encoding="utf-8")
        return report

    fixed = fix_all(load_project({}), check, {}, unsafe=False)
    assert {name: old.decode() for name, (old, _) in fixed.changes.items()} == saved
    new = {name: new.decode() for name, (_, new) in fixed.changes.items()}
    assert new["briefs/water.md"] == FIXED_BRIEF.replace("Water", "All of the water") + "\nOne more line.\n"
    assert new["references.bib"] == f"@comment{{new}}\n{FIXED_BIB}"


@pytest.mark.parametrize("saved", [b"\xff\xfe", f"{BRIEF}\nOne more line.\n".encode()])
def test_a_brief_that_was_saved_after_it_was_read_stops_a_new_key(
    saved: bytes, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    times = count(1)

    def read_and_save(*arguments: Any) -> Any:
        read = read_brief(*arguments)
        (project / "briefs" / "water.md").write_bytes(saved + b"\n" * next(times))
        return read

    monkeypatch.setattr(renaming, "read_brief", read_and_save)
    with pytest.raises(InputError) as raised:
        renaming.rename_key(load_project({}), "report", "paper")
    assert "briefs/water.md" in raised.value.message
    assert raised.value.hint.startswith("nothing was changed; ")
