"""The check of a library on its own: every entry is looked at, be it cited or not."""

from __future__ import annotations

import pytest

from briefkit.check import check_library
from briefkit.config import Config
from briefkit.model import Finding, Severity
from tests.building import make_library

PROCEEDINGS = """
@inproceedings{first, author = {Ann Smith}, title = {One}, crossref = {whole}}
@inproceedings{second, author = {Bob Jones}, title = {Two}, crossref = {whole}}
@proceedings{whole, title = {Papers on Water}, date = {2021-13}}
"""


def found(bib: str, config: Config | None = None, today: str = "") -> tuple[Finding, ...]:
    return check_library(make_library(bib), config or Config(), today=today)


def codes(bib: str, config: Config | None = None, today: str = "") -> list[str]:
    return [finding.code for finding in found(bib, config, today)]


def test_an_entry_that_nobody_cites_is_looked_at() -> None:
    assert codes("@book{a, author = {Smith, Ann}, title = {Wells}, date = {2021}, isbn = {123}}") == ["BIB323"]


def test_what_several_entries_inherit_is_told_of_the_one_that_has_it() -> None:
    (finding,) = found(PROCEEDINGS)
    assert (finding.place.line, finding.subject) == (4, "whole")


def test_entries_that_are_one_work_are_told_though_no_brief_cites_them() -> None:
    entry = "@book{%s, author = {Smith, Ann}, title = {Deep Wells of the Coast}, date = {2021}}\n"
    (finding,) = found(entry % "a" + entry % "b")
    assert (finding.code, finding.severity, finding.place.line) == ("BIB351", Severity.WARNING, 2)


def test_a_retracted_work_is_told_without_a_citation() -> None:
    bib = "@article{a, author = {Smith, Ann}, title = {RETRACTED: Wells}, journaltitle = {Water}, date = {2021}}"
    (finding,) = found(bib)
    assert (finding.code, finding.related) == ("BIB361", ())


def test_a_stand_in_is_told_without_a_citation() -> None:
    bib = "@online{a, author = {{Water Office}}, title = {Wells}, date = {2021}, urldate = {2022-01-02},"
    bib += " url = {https://example.com/x}}"
    assert codes(bib) == ["BIB364"]


def test_hidden_characters_of_a_library_are_told() -> None:
    bib = "@book{a, author = {Smith, Ann}, title = {We\u200blls}, date = {2021}}"
    assert codes(bib) == ["DOC813"]


def test_a_library_without_entries_is_an_error_at_its_start() -> None:
    (finding,) = found("nothing here\n")
    assert (finding.code, finding.severity, finding.place.path) == ("CIT214", Severity.ERROR, "references.bib")


def test_a_library_that_cites_nothing_is_no_brief() -> None:
    assert codes("@book{a, author = {Smith, Ann}, title = {Wells}, date = {2021}}") == []


@pytest.mark.parametrize(("today", "expected"), [("", []), ("2026-01-01", []), ("2020-01-01", ["BIB320"])])
def test_a_year_lies_in_the_future_only_of_a_day_that_is_told(today: str, expected: list[str]) -> None:
    assert codes("@book{a, author = {Smith, Ann}, title = {Wells}, year = {2024}}", today=today) == expected


def test_the_year_of_a_check_is_not_called_that_of_a_brief() -> None:
    (finding,) = found("@book{a, author = {Smith, Ann}, title = {Wells}, year = {2024}}", today="2020-01-01")
    assert finding.message.endswith("lies after 2020, the year of the check")


def test_what_is_ignored_is_not_told() -> None:
    assert codes(PROCEEDINGS, Config(ignore=("BIB3",))) == []


def test_a_severity_of_the_settings_holds() -> None:
    (finding,) = found(PROCEEDINGS, Config(severity={"BIB": "info"}))
    assert finding.severity is Severity.INFO


def test_findings_are_sorted_by_place() -> None:
    bib = "@book{b, title = {}}\n@book{a, title = {}}\n@book{a, title = {}}\n"
    places = [finding.place for finding in found(bib)]
    assert places == sorted(places)
