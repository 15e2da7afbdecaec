"""Each form of a report: valid and inert whatever a report holds, and what its readers ask of it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest

from briefkit.model import (
    EMPTY,
    Allowance,
    Allowed,
    Brief,
    Checked,
    Edit,
    Finding,
    Fix,
    FrontMatter,
    Place,
    Related,
    Report,
    Severity,
    Unreadable,
)
from briefkit.report import REPORTERS
from briefkit.report.claims_report import UNSAFE
from briefkit.report.fingerprints import fingerprints
from tests.hostile_report import hostile_report
from tests.moments import moments
from tests.sarif import read_sarif

NOTHING = Report(())
REPORTS: dict[str, Callable[[], Report]] = {
    "hostile": hostile_report,
    "many": lambda: hostile_report(100),
    "none": lambda: NOTHING,
}
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)


def written(form: str, report: Report) -> bytes:
    return REPORTERS[form](report, 80, False)


def one(finding: Finding, text: str = "It rose by 4%. It fell.", **more: Any) -> Report:
    brief = Brief(finding.place.path, text, FrontMatter(title="T"), (), (), (), (), EMPTY)
    return Report((Checked(brief, (), (finding,), **more),))


def made(path: str = "a.md", **more: Any) -> Finding:
    given: dict[str, Any] = {
        "severity": Severity.ERROR,
        "message": "It is wrong",
        "hint": "cite",
        "subject": "It rose by 4%.",
    } | more
    return Finding(Place(path, 1, 1, 1, 15), "CLM102", "unsupported-statistic", **given)


# --- valid and inert -------------------------------------------------------------------------


def check_text(data: bytes, report: Report) -> None:
    assert data.endswith(b"\n")


def check_concise(data: bytes, report: Report) -> None:
    lines = data.decode().split("\n")[:-1]
    assert len(lines) == len(list(report.findings)) + len(report.unreadable)
    assert all(re.search(r":\d+:\d+: (error|warning|info) ", line) for line in lines)


def check_json(data: bytes, report: Report) -> None:
    assert json.loads(data)["version"] == 1


def check_jsonl(data: bytes, report: Report) -> None:
    rows = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    assert [row["type"] for row in rows].count("finding") == len(list(report.findings))
    assert rows[-1]["type"] == "summary"


def check_sarif(data: bytes, report: Report) -> None:
    run = read_sarif(data)
    allowed = sum(len(checked.allowed) for checked in report.checked)
    assert len(run["results"]) == len(list(report.findings)) + allowed
    for result in run["results"]:
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])  # no link that a text brought


def check_github(data: bytes, report: Report) -> None:
    lines = data.decode().split("\n")[:-1]
    assert len(lines) == len(list(report.findings)) + len(report.unreadable) + 1
    command = re.compile(
        r"::(error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:]*::[^\r\n]*"
    )
    assert all(command.fullmatch(line) for line in lines[:-1])
    assert not lines[-1].startswith(("::", "##"))


def check_gitlab(data: bytes, report: Report) -> None:
    issues = json.loads(data)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


def check_junit(data: bytes, report: Report) -> None:
    root = ElementTree.fromstring(data)
    suites = root.findall("testsuite")
    assert int(root.attrib["tests"]) == len(root.findall("testsuite/testcase"))
    assert int(root.attrib["failures"]) == len(root.findall("testsuite/testcase/failure"))
    assert int(root.attrib["errors"]) == len(root.findall("testsuite/testcase/error")) == len(report.unreadable)
    assert all(int(suite.attrib["tests"]) == len(suite.findall("testcase")) for suite in suites)
    assert {node.tag for node in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out")
    }


def check_csv(data: bytes, report: Report) -> None:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(list(report.findings)) + len(report.unreadable)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(UNSAFE)]


def check_markdown(data: bytes, report: Report) -> None:
    assert len(data.decode()) <= 65_536
    pandoc = (pypandoc.get_pandoc_path(), "-f", "gfm", "-t", "json")
    tree = json.loads(subprocess.run(pandoc, input=data, check=True, capture_output=True).stdout)
    nodes = list(walk(tree["blocks"]))
    assert {n["t"] for n in nodes} & {"Link", "Image", "CodeBlock", "RawBlock", "Code", "Note", "Math"} == set()
    assert {n["c"][1] for n in nodes if n["t"] == "RawInline"} <= {"<br>", "<sub>", "</sub>"}
    assert [n["c"][0] for n in nodes if n["t"] == "Header"] == [3]
    assert sum(n["t"] == "Table" for n in nodes) == bool(list(report.findings))
    assert not re.search(r"@(?=\w)|www\.(?=\w)|https?:(?=//)", data.decode())


def walk(node: Any) -> Any:
    if isinstance(node, dict):
        if "t" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from walk(part)


CHECKS = {name.removeprefix("check_"): check for name, check in dict(globals()).items() if name.startswith("check_")}


def test_every_form_has_a_check() -> None:
    assert set(CHECKS) == set(REPORTERS)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", REPORTERS)
def test_a_form_stays_valid_and_inert_whatever_a_report_holds(form: str, name: str) -> None:
    report = REPORTS[name]()
    with moments(60):
        data = written(form, report)
    text = data.decode().removeprefix("\ufeff")
    found = FORBIDDEN.search(text.replace("\r\n", "\n"))
    assert found is None, text[max(found.start() - 80, 0) : found.end() + 20]
    CHECKS[form](data, report)


@pytest.mark.parametrize("form", REPORTERS)
def test_a_form_gives_the_same_bytes_each_time(form: str) -> None:
    assert written(form, hostile_report()) == written(form, hostile_report())


# --- fingerprints ----------------------------------------------------------------------------


def test_findings_alike_are_told_apart_by_their_order() -> None:
    first, second = fingerprints([made(), made()])
    assert first.partition(":")[0] == second.partition(":")[0]
    assert (first[-2:], second[-2:]) == (":1", ":2")


def test_the_same_words_in_two_files_have_the_same_fingerprint() -> None:
    assert len(set(fingerprints([made(), made("b.md")]))) == 1


def test_blanks_and_capitals_and_messages_are_no_part_of_a_fingerprint() -> None:
    (first,) = fingerprints([made()])
    (second,) = fingerprints([made(subject="it  ROSE\nby 4%.", message="x", severity=Severity.INFO)])
    assert first == second


def test_the_number_of_a_line_in_a_message_is_no_part_of_a_fingerprint() -> None:
    prints = [fingerprints([made(subject="", message=f"as in line {n}, a.bib:{n}:1")])[0] for n in (3, 14)]
    assert prints[0] == prints[1]


def test_json_and_json_lines_and_sarif_and_csv_give_the_same_fingerprint() -> None:
    report = one(made())
    (print_,) = fingerprints(report.findings)
    assert json.loads(written("json", report))["briefs"][0]["findings"][0]["fingerprint"] == print_
    assert json.loads(written("jsonl", report).split(b"\n")[0])["fingerprint"] == print_
    assert read_sarif(written("sarif", report))["results"][0]["partialFingerprints"]["briefkit/v1"] == print_
    assert print_ in written("csv", report).decode()


# --- SARIF -----------------------------------------------------------------------------------


def result_of(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = read_sarif(written("sarif", report))["results"][0]
    return found


def test_sarif_points_at_the_very_words() -> None:
    place = result_of(one(made()))["locations"][0]["physicalLocation"]
    assert place["region"] == {
        **{"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 15},
        "snippet": {"text": "It rose by 4%."},
    }


def test_sarif_names_the_version_that_made_it() -> None:
    assert read_sarif(written("sarif", one(made())))["tool"]["driver"]["version"] == version("briefkit")


def test_sarif_explains_its_rules() -> None:
    (rule,) = read_sarif(written("sarif", one(made())))["tool"]["driver"]["rules"]
    assert rule["id"] == "CLM102"
    assert "## Why it matters" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_sarif_leads_to_the_entry() -> None:
    related = (Related(Place("lib/my refs.bib", 7, 1, 7, 2), "the entry"),)
    (found,) = result_of(one(made(related=related)))["relatedLocations"]
    assert found["physicalLocation"]["artifactLocation"]["uri"] == "lib/my%20refs.bib"


def test_sarif_says_what_is_allowed_and_why() -> None:
    place = Place("a.md", 1, 1, 1, 15)
    allowed = (Allowed(made(), Allowance(("CLM102",), "it is known", place, place)),)
    run = read_sarif(written("sarif", one(made(), allowed=allowed)))
    assert [[s["justification"] for s in r["suppressions"]] for r in run["results"]] == [[], ["it is known"]]


def test_sarif_says_what_a_baseline_knows() -> None:
    assert result_of(one(made(standing="known")))["baselineState"] == "unchanged"


def test_sarif_without_a_baseline_says_nothing_of_it() -> None:
    assert "baselineState" not in result_of(one(made()))


def test_sarif_names_a_file_elsewhere_by_its_whole_address() -> None:
    where = result_of(one(made("/tmp/a b.md")))["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (where["uri"], "uriBaseId" in where) == ("file:///tmp/a%20b.md", False)


def test_sarif_offers_a_fix_of_text() -> None:
    fix = Fix((Edit(Place("a.md", 1, 4, 1, 8), "fell"),))
    (found,) = result_of(one(made(fix=fix)))["fixes"]
    assert found["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "fell"}


def test_sarif_leaves_out_a_fix_of_a_field() -> None:
    fix = Fix((Edit(Place("a.md", 1, 4, 1, 8), "fell", "value"),))
    assert "fixes" not in result_of(one(made(fix=fix)))


def test_sarif_tells_of_a_brief_that_was_not_checked() -> None:
    report = Report((), (), (Unreadable("a.md", Place("a.md", 3, 1, 3, 1), "it is not UTF-8", "save it"),))
    (invocation,) = read_sarif(written("sarif", report))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "it is not UTF-8" in invocation["toolExecutionNotifications"][0]["message"]["text"]


# --- the others ------------------------------------------------------------------------------


def test_a_workflow_command_escapes_what_would_end_it() -> None:
    line = written("github", one(made("a,b:c.md", message="50%\n::x"))).decode().split("\n")[0]
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=15,title=")
    assert line.endswith("::50%25\\u000a::x%0Ahelp: cite")


def test_columns_of_a_place_on_two_lines_are_left_out_of_a_workflow_command() -> None:
    place = Place("a.md", 1, 1, 2, 5)
    line = written("github", one(Finding(place, "X", "x", Severity.INFO, "m"))).decode()
    assert line.startswith("::notice file=a.md,line=1,endLine=2,title=X x::m\n")


def test_a_known_finding_is_a_notice() -> None:
    line = written("github", one(made(standing="known"))).decode()
    assert line.startswith("::notice ")
    assert "(known)" in line


def test_a_line_of_the_concise_form() -> None:
    expected = b"a.md:1:1: error CLM102 It is wrong\n"
    assert written("concise", one(made())) == expected


def test_a_known_finding_is_skipped_by_junit() -> None:
    root = ElementTree.fromstring(written("junit", one(made(standing="known"))))
    assert (root.attrib["failures"], len(root.findall("testsuite/testcase/skipped"))) == ("0", 1)


def test_a_brief_without_findings_is_a_case_that_passes() -> None:
    brief = Brief("a.md", "", FrontMatter(), (), (), (), (), EMPTY)
    root = ElementTree.fromstring(written("junit", Report((Checked(brief, (), ()),))))
    assert [case.attrib["name"] for case in root.iter("testcase")] == ["no findings"]


def test_a_comment_says_how_many_findings_it_has_no_room_for() -> None:
    text = written("markdown", hostile_report(100)).decode()
    assert re.search(r"\nand \d+ more findings\n$", text)


def test_a_comment_says_that_nothing_was_found() -> None:
    assert written("markdown", NOTHING) == b"### briefkit: no findings\n"


def test_json_gives_a_hidden_character_as_it_was() -> None:
    data = written("json", one(made(message="a\u202eb\x7f")))
    assert b"a\\u202eb\\u007f" in data
    assert json.loads(data)["briefs"][0]["findings"][0]["message"] == "a\u202eb\x7f"
