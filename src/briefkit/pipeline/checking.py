"""Briefs in, a report out: each brief with its library, its accounts and its findings.

What the check needs is imported in the functions here, so that it loads while pandoc reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.config import Config
from briefkit.errors import InputError
from briefkit.model import Brief, Checked, Finding, Library, Report, Unreadable, Utterance, Verdict
from briefkit.parse.roles import find_role
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Loaded, Shelf, load_briefs, read_briefs, unreadable


@dataclass(frozen=True, slots=True)
class Result:
    """One checked brief: where it lay, its library, its accounts and findings, and the findings in the library."""

    loaded: Loaded
    library: Library
    checked: Checked
    in_library: tuple[Finding, ...]


def check_project(project: Project, names: Sequence[str], stdin: bytes = b"") -> Report:
    """Check the named briefs (or the project's own); what cannot be read is in the report, never dropped."""
    return make_report(check_briefs(project, names, stdin))


def check_briefs(project: Project, names: Sequence[str], stdin: bytes = b"") -> Iterator[Result | Unreadable]:
    """Each brief's result, in the order of the names."""
    from briefkit.check import check_settings

    shelf = Shelf(project)
    check_settings(project.config)
    for read in read_briefs(project, load_briefs(project, names, stdin)):
        if isinstance(read, Unreadable):
            yield read
            continue
        loaded, brief = read
        try:
            library = shelf.library(loaded.folder, brief)
        except InputError as error:
            yield unreadable(brief.path, error, brief.front.places.get("bibliography"))
        else:
            yield _check(loaded, brief, library, project.config)


def _check(loaded: Loaded, brief: Brief, library: Library, config: Config) -> Result:
    from briefkit.check import check_brief, make_case, split_findings
    from briefkit.claims import find_claims
    from briefkit.evidence import link_evidence

    accounts = link_evidence(brief, find_claims(brief), library)
    own, in_library = split_findings(check_brief(make_case(brief, library, accounts), config), library)
    return Result(loaded, library, Checked(brief, accounts, own), in_library)


def make_report(results: Iterable[Result | Unreadable]) -> Report:
    """The report on some results; a finding in a library that several briefs share is told once."""
    checked: list[Checked] = []
    failed: list[Unreadable] = []
    in_library: dict[Finding, None] = {}
    for result in results:
        if isinstance(result, Unreadable):
            failed.append(result)
        else:
            checked.append(result.checked)
            in_library.update(dict.fromkeys(result.in_library))
    return Report(tuple(checked), tuple(sorted(in_library, key=lambda f: (f.place, f.code))), tuple(failed))


def library_statistics(name: str) -> Mapping[str, Any]:
    """The entries and problems of one BibTeX file; InputError when it cannot be read."""
    from briefkit.library import read_library, statistics

    path = Path(name)
    return statistics(read_library([(files.show(path), files.read_text(path, files.MAX_LIBRARY))]))


def judge_rows(rows: Iterable[Mapping[str, Any]], lang: str) -> Iterator[tuple[Any, Verdict]]:
    """The verdict on each row of `claims --sentences`, in order, with the row's `id` as it came."""
    from briefkit.claims import judge

    for row in rows:
        text, section, before = (str(row.get(name) or "") for name in ("text", "section", "before"))
        yield row["id"], judge(Utterance(text, section, find_role((), section, lang), before), lang)
