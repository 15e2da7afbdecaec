"""A report in, bytes out: REPORTERS maps the name of a form to the function that writes it.

All but the one for a terminal are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from briefkit.model import Report
from briefkit.report.text_report import write_text

Reporter = Callable[[Report, int, bool], bytes]
"""(report, width in columns, colours) -> bytes."""

REVIEWERS: Mapping[str, str] = {
    "html": "briefkit.report.html_review",
    "docx": "briefkit.report.word_review",
    "pdf": "briefkit.report.pdf_review",
}
"""The reports that are drawn from a Review: the module of each, imported when asked for; its `write` is a Reviewer."""


def _without_terminal(name: str) -> Reporter:
    """The reporter of a form that is the same everywhere: `write_NAME` in the module `NAME_report`."""

    def write(report: Report, width: int, colours: bool) -> bytes:
        made: bytes = getattr(import_module(f"briefkit.report.{name}_report"), f"write_{name}")(report)
        return made

    return write


FORMS = ("concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "markdown")
"""The forms that ask neither for a width nor for colours."""

REPORTERS: Mapping[str, Reporter] = {"text": write_text, **{name: _without_terminal(name) for name in FORMS}}
