"""The Word report: each finding a comment on its own words, the text that of the build, and Word's rules kept."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest

from briefkit.assemble import tree
from briefkit.config import Config
from briefkit.model import Finding, Place, Related, Severity
from briefkit.pandoc import Pandoc
from briefkit.pipeline.branding import checked, named_brand
from briefkit.pipeline.project import Project
from briefkit.pipeline.reviewing import review_project
from briefkit.render import FORMATS
from briefkit.render.docx import unpacked
from briefkit.report.review import Review
from briefkit.report.review_page.brief_page import brief_values
from briefkit.report.word_comments import safe
from briefkit.report.word_pages import FEW, others_page
from briefkit.report.word_review import write
from briefkit.values import replace
from tests.e2e.command import briefkit, copy_project
from tests.e2e.test_docx_acceptance import words_of
from tests.unit.test_note_styles import STYLE as NOTES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
NAMES = {
    "flagship": "briefs/us-sanctions-pakistan.md",
    "op-ed": "tests/projects/unsourced/op-ed.md",
    "pumps": "tests/projects/pumps/pumps.md",
    "french": "tests/projects/water-fr/tarifs.md",
    "arabic": "tests/projects/water-ar/miyah.md",
    "without a head": "tests/projects/no-head/meals.md",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHOLE = ("Str", "Space", "SoftBreak", "LineBreak", "Note", "Code", "Math", "Image")
SOFFICE = shutil.which("soffice")
ODD = """---
title: Odd places
date: 2026-11-20
bibliography: references.bib
---

# Prices rose by 30% in 2024

Exports fell by 12% in 2023.^[They had risen by 40% in 2021, said the minister.] *Imports rose by 8%* in 2022.

In [2024 the fund paid 40 million euros](https://fund.example/report) to 12 towns [@nobody; @nobody2].

| Town | Change |
|---|---|
| Aston | It lost 14% of its jobs in 2023. |

: Jobs fell by 10% in 2023

![](nowhere.png)

> Wages fell by 5% in 2019.

- Rents doubled in 2024, said the mayor.[^1]

[^1]: Many people left the town in 2024, and 3,000 came back.
"""


@cache
def project() -> Project:
    return Project(ROOT, Config(bibliography=("references.bib",)))


@cache
def review_of(name: str) -> Review:
    return review_project(project(), [str(ROOT / NAMES[name])], form="docx")


@cache
def report_of(name: str) -> bytes:
    return written(review_of(name))


def written(review: Review) -> bytes:
    return write(review, checked(named_brand(project())).brand, Pandoc())


@pytest.fixture
def odd(tmp_path: Path) -> Review:
    (tmp_path / "odd.md").write_text(ODD, "utf-8")
    (tmp_path / "references.bib").write_text("@book{one, title = {T}, author = {{O}}, date = {2020}}\n")
    return review_project(Project(tmp_path, Config()), [str(tmp_path / "odd.md")], form="docx")


def read_again(package: bytes, changes: str) -> Any:
    """The tree that pandoc reads from a Word file, with comments (`all`) or without (`accept`)."""
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json", f"--track-changes={changes}"]
    return json.loads(subprocess.run(command, input=package, capture_output=True, check=True).stdout)["blocks"]


def comments(package: bytes) -> Iterator[tuple[str, str]]:
    """Each comment of a Word file as pandoc reads it, with the words that it is about."""
    told: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    for node in flat(read_again(package, "all")):
        if node["t"] == "Span" and tree.has_class(node, "comment-start"):
            number = tree.attr(node)[2]["id"]
            assert tree.attr(node)[2]["author"] == "briefkit"
            told[number], open_[number] = tree.plain(node), []
        elif node["t"] == "Span" and tree.has_class(node, "comment-end"):
            number = tree.attr(node)[2]["id"]
            yield told[number], "".join(open_.pop(number)).strip()
        else:
            for words in open_.values():
                words.append("[NOTE]" if node["t"] == "Note" else tree.plain(node))
    assert not open_


def flat(value: Any) -> Iterator[tree.Node]:
    """The smallest nodes of a tree, notes and marks of comments whole."""
    if isinstance(value, list):
        for item in value:
            yield from flat(item)
    elif isinstance(value, dict):
        marks = value.get("t") == "Span" and tree.has_class(value, "comment-start", "comment-end")
        if marks or value.get("t") in WHOLE:
            yield value
        if value.get("t") not in WHOLE and not starts(value):
            yield from flat(list(value.values()))  # pandoc puts an end that touches another one inside it


def starts(node: tree.Node) -> bool:
    """Whether a node is where a comment starts, with what it says."""
    return node.get("t") == "Span" and tree.has_class(node, "comment-start")


def xml(package: bytes, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(unpacked(package)[f"word/{part}.xml"])


def numbers(root: ElementTree.Element, tag: str) -> list[int]:
    return [int(str(found.get(f"{W}id"))) for found in root.iter(f"{W}{tag}")]


def assert_kept(package: bytes) -> int:
    """Word's rules for comments: each has its number, a start, an end and one mark, none in a note. How many?"""
    for name, data in unpacked(package).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)
        if name not in ("word/document.xml", "word/comments.xml"):
            assert b"comment" not in data.replace(b"comments", b"").replace(b"Comment", b"")
    ids = numbers(xml(package, "comments"), "comment")
    assert ids == list(range(len(ids)))
    body = xml(package, "document")
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(numbers(body, tag)) == ids
    order = [(e.tag.removeprefix(W), e.get(f"{W}id")) for e in body.iter() if e.tag.startswith(f"{W}comment")]
    for number in map(str, ids):
        places = [order.index((tag, number)) for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")]
        assert places == sorted(places)
    return len(ids)


def code_of(comment: str) -> str:
    """`CLM102` of `Error \u00b7 CLM102 unsupported-statistic ...`."""
    return comment.split(" ")[2]


def places_told(review: Review) -> list[Finding]:
    """The findings that are comments."""
    one = review.briefs[0]
    assert one.printed is not None
    return [f for f, a in zip(one.checked.findings, one.printed.anchors, strict=True) if a is not None]


@pytest.mark.parametrize("name", NAMES)
def test_the_text_without_comments_is_that_of_the_build(name: str) -> None:
    printed = review_of(name).briefs[0].printed
    assert printed is not None
    built = words_of(read_again(FORMATS["docx"](printed.document, Pandoc()), "accept"))
    read = words_of(read_again(report_of(name), "accept"))
    start = next(n for n in range(len(read)) if read[n : n + len(built)] == built)
    assert read[0] == "Review"
    assert read[start + len(built)] == "Claims"


@pytest.mark.parametrize("name", NAMES)
def test_each_finding_of_the_body_is_a_comment(name: str) -> None:
    told = places_told(review_of(name))
    read = list(comments(report_of(name)))
    assert sorted(code_of(text) for text, _ in read) == sorted(finding.code for finding in told)
    assert assert_kept(report_of(name)) == len(told)
    for finding in told:
        assert any(f"{finding.code} {finding.name}" in text and safe(finding.message) in text for text, _ in read)


def test_a_comment_is_on_the_very_words() -> None:
    brief = review_of("op-ed").briefs[0].checked.brief
    sentences = {re.sub(r"\W+", "", sentence.plain) for sentence in brief.sentences}
    read = list(comments(report_of("op-ed")))
    assert len(read) > 30
    assert all(re.sub(r"\W+", "", words) in sentences for text, words in read if code_of(text).startswith("CLM10"))


def test_the_first_page_says_in_which_sections_sentences_are_open() -> None:
    (one,) = review_of("pumps").briefs
    rows = brief_values(one, "", counted=review_of("pumps").report.library)["where"]["rows"]
    assert rows
    page = tree.plain(read_again(report_of("pumps"), "accept")[:20])
    _, _, table = page.partition("Open sentences by section")
    assert table.startswith("SectionOpen" + "".join(f"{row['title']}{row['number']}" for row in rows))


def test_the_other_findings_are_in_the_table_of_the_first_page() -> None:
    first = " ".join(words_of(read_again(report_of("op-ed"), "accept"))[:260])
    assert "Error \u00b7 CIT214 missing-sources" in first
    assert "The brief has no front matter" in first


def test_what_was_retracted_is_a_comment_on_its_citation(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: T\nbibliography: r.bib\n---\n\nPumps broke down in 2020 [@doe2018].\n", "utf-8"
    )
    entry = "@book{doe2018, title = {RETRACTED: Pumps}, author = {Doe, Jane}, date = {2018}, url = {www.x.org}}\n"
    (tmp_path / "r.bib").write_text(entry, "utf-8")
    made = written(review_project(Project(tmp_path, Config()), [str(tmp_path / "a.md")], form="docx"))
    told = {code_of(text): words for text, words in comments(made)}
    assert told["BIB361"].replace("\xa0", " ") == "(Doe 2018)"
    first = " ".join(words_of(read_again(made, "accept"))[:160])
    assert "BIB326" in first
    assert "<w:trackRevisions/><w:doNotTrackMoves" in unpacked(made)["word/settings.xml"].decode()
    assert "BIB361" not in first


def test_odd_places(odd: Review) -> None:
    made = written(odd)
    read = list(comments(made))
    assert assert_kept(made) == len(read) == len(places_told(odd))
    on = {words for _, words in read}
    assert "Imports rose by 8% in 2022" in on
    assert "Wages fell by 5% in 2019" in on
    assert "[NOTE]" in on
    assert sum(words.endswith("(nobody?, nobody2?)") for words in on) >= 1


def test_several_findings_on_the_same_words(odd: Review) -> None:
    one = odd.briefs[0]
    assert one.printed is not None
    finding, anchor = next(zip(one.checked.findings, one.printed.anchors, strict=True))
    many = [replace(finding, code=f"CLM{n}") for n in range(5)]
    printed = replace(one.printed, anchors=(anchor,) * 5)
    same = replace(one, checked=replace(one.checked, findings=tuple(many)), printed=printed)
    made = written(replace(odd, briefs=(same,)))
    assert assert_kept(made) == 5
    assert len({words for _, words in comments(made)}) == 1


def test_overlapping_findings(odd: Review) -> None:
    one = odd.briefs[0]
    assert one.printed is not None
    finding = one.checked.findings[0]
    anchors = ((3, 8), (5, 12), (5, 5), (8, 8), (3, 12))
    printed = replace(one.printed, anchors=anchors)
    same = replace(one, checked=replace(one.checked, findings=(finding,) * 5), printed=printed)
    assert assert_kept(written(replace(odd, briefs=(same,)))) == 5


def test_a_picture_that_is_not_there_is_a_grey_field(odd: Review) -> None:
    parts = unpacked(written(odd))
    assert any(name.startswith("word/media/") and data.startswith(b"\x89PNG") for name, data in parts.items())


HOSTILE = (
    "<script>alert(1)</script> & \x1b[31m \u202egnp.exe \x00 \ud800 =cmd()|' /C calc'!A0 \n\r ]]> {{ 7*7 }} ::error::"
)


def test_hostile_texts_are_inert(odd: Review) -> None:
    one = odd.briefs[0]
    assert one.printed is not None
    related = (Related(Place(HOSTILE, 1, 1, 1, 1), HOSTILE),)
    finding = Finding(Place(HOSTILE, 1, 1, 1, 1), "CLM101", HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, related)
    count = 3_000
    printed = replace(one.printed, anchors=(*((n % 20, n % 20) for n in range(count)), None, None))
    checked_ = replace(one.checked, findings=(finding,) * (count + 2))
    hostile = replace(one, checked=checked_, printed=printed, references=dict.fromkeys(one.references, HOSTILE))
    report = replace(odd.report, library=(finding,))
    made = written(replace(odd, briefs=(hostile,), report=report, tools={HOSTILE: HOSTILE}))
    assert assert_kept(made) == count
    for name in ("comments", "document"):
        text = unpacked(made)[f"word/{name}.xml"].decode()
        assert not {"\u202e", "\x1b", "\x00", "<script"} & set(re.findall(r"[\u202e\x1b\x00]|<script", text))
        assert "\\u202e" in text


@pytest.mark.parametrize("name", ["op-ed", "arabic"])
def test_the_same_bytes_twice(name: str) -> None:
    again = review_project(project(), [str(ROOT / NAMES[name])], form="docx")
    assert written(again) == report_of(name)


def test_comments_are_dated_by_the_brief() -> None:
    dates = {c.get(f"{W}date") for c in xml(report_of("arabic"), "comments")}
    assert dates == {"2026-11-20T00:00:00Z"}


def test_comments_on_a_brief_without_a_date_are_dated_by_the_environment(tmp_path: Path) -> None:
    out = tmp_path / "review.docx"
    env = {"SOURCE_DATE_EPOCH": "1790000000"}
    assert briefkit("check", NAMES["op-ed"], "--format", "docx", "-o", str(out), cwd=ROOT, env=env).code == 1
    assert {c.get(f"{W}date") for c in xml(out.read_bytes(), "comments")} == {"2026-09-21T00:00:00Z"}
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 9, 21)}


def test_several_briefs_are_refused(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    (folder / "briefs" / "second.md").write_text("---\ntitle: T\n---\n\nText.\n")
    ran = briefkit("check", "--format", "docx", "-o", "review.docx", cwd=folder)
    assert ran.code == 2
    assert "is of one brief, and these are 2" in ran.err
    assert not (folder / "review.docx").exists()


def test_a_brief_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "broken.md").write_bytes(b"---\ntitle: T\n---\n\nCaf\xe9\n")
    (tmp_path / "briefkit.toml").write_text("")
    ran = briefkit("check", "broken.md", "--format", "docx", "-o", "review.docx", cwd=tmp_path)
    assert ran.code == 3
    words = " ".join(words_of(read_again((tmp_path / "review.docx").read_bytes(), "all")))
    assert words.startswith("Review Not checked: broken.md ")


def test_the_claims_are_listed_with_their_sources() -> None:
    text = " ".join(words_of(read_again(report_of("pumps"), "accept")))
    claims = text[text.index("Claims The number") :]
    assert "1 In 2024, 38% of rural pumps were out of order. sourced Statistics Office. 2024." in claims
    assert "fnud2023 (not in the library)" in claims


def test_recommendations_are_listed_with_the_numbers_of_their_claims() -> None:
    text = " ".join(words_of(read_again(report_of("flagship"), "accept")))
    traces = text[text.index("What the recommendations rest on") :]
    assert "US Department of State, 2027-03-31 Washington has named a danger but not a line: 7, 8, 9" in traces


def test_a_line_stands_behind_the_last_table() -> None:
    """LibreOffice takes a table at the very end of a file with tracked changes for one of them."""
    document = unpacked(report_of("flagship"))["word/document.xml"].decode()
    assert document.rindex('w:val="Gap"') > document.rindex("</w:tbl>")


def test_recommendations_that_rest_on_nothing_are_not_listed() -> None:
    text = " ".join(words_of(read_again(report_of("french"), "accept")))
    assert "What the recommendations rest on" not in text


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["op-ed", "arabic"])
def test_libreoffice_reads_all_comments(name: str, tmp_path: Path) -> None:
    (tmp_path / "review.docx").write_bytes(report_of(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), "review.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=True)
    with zipfile.ZipFile(tmp_path / "review.odt") as archive:
        content = archive.read("content.xml").decode()
    wanted = len(places_told(review_of(name)))
    assert content.count("<office:annotation ") == content.count("<office:annotation-end ") == wanted


def test_in_a_style_of_notes_comments_stay_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "notes.csl").write_text(NOTES, "utf-8")
    (tmp_path / "references.bib").write_text("@book{one, title = {T}, author = {{O}}, date = {2020}}\n")
    text = "---\ntitle: T\nlang: en\ncsl: notes.csl\nbibliography: references.bib\ndate: 2026-11-20\n---\n\n"
    said = 'It said that "wages fell a great deal in every town" that year [@one]'
    text += f"{said}.^[{said}.]\n"
    (tmp_path / "brief.md").write_text(text, "utf-8")
    review = review_project(Project(tmp_path, Config()), [str(tmp_path / "brief.md")], form="docx")
    made = written(review)
    assert assert_kept(made) == len(places_told(review)) >= 2
    assert all(words.endswith("[NOTE]") for _, words in comments(made))


def test_a_library_full_of_findings_is_cut_and_counted() -> None:
    review = review_of("pumps")
    graver = Finding(Place("references.bib", 1, 1, 1, 2), "BIB301", "broken-entry", Severity.ERROR, "Broken")
    many = (*(replace(graver, severity=Severity.INFO, message="Odd") for _ in range(9_999)), graver)
    words = words_of(read_again(written(replace(review, report=replace(review.report, library=many))), "accept"))
    assert words.count("Odd") == 499
    assert words.count("Broken") == 1
    assert "9500 more are not listed here" in " ".join(words)


def test_many_findings_in_no_words_stand_behind_the_brief() -> None:
    places = [Place("references.bib", line, 1, line, 2) for line in range(1, 30)]
    found = [Finding(place, "BIB301", "broken-entry", Severity.ERROR, "Broken") for place in places]
    assert others_page(found[:FEW]) == []
    assert "line 29" in tree.plain(others_page(found))
