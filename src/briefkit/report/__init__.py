"""A report in, bytes out: REPORTERS maps the name of a form to the function that writes it.

A form that few ask for is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefkit.model import Report
from briefkit.report.json_report import write_json
from briefkit.report.text_report import write_text

Reporter = Callable[[Report, int, bool], bytes]
"""(report, width in columns, colours) -> bytes."""

REVIEWERS: Mapping[str, str] = {
    "html": "briefkit.report.html_review",
    "docx": "briefkit.report.word_review",
    "pdf": "briefkit.report.pdf_review",
}
"""The reports that are drawn from a Review: the module of each, imported when asked for; its `write` is a Reviewer."""


def _jsonl(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.jsonl_report import write_jsonl

    return write_jsonl(report)


def _sarif(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.sarif_report import write_sarif

    return write_sarif(report)


def _github(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.github_report import write_github

    return write_github(report)


def _gitlab(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.gitlab_report import write_gitlab

    return write_gitlab(report)


def _junit(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.junit_report import write_junit

    return write_junit(report)


def _csv(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.csv_report import write_csv_report

    return write_csv_report(report)


def _markdown(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.markdown_report import write_markdown

    return write_markdown(report)


def _concise(report: Report, width: int, colours: bool) -> bytes:
    from briefkit.report.concise_report import write_concise

    return write_concise(report)


REPORTERS: Mapping[str, Reporter] = {
    "text": write_text,
    "concise": _concise,
    "json": write_json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "csv": _csv,
    "markdown": _markdown,
}
