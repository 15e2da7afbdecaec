"""A report in, bytes out: REPORTERS maps the name of a form to the function that writes it."""

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

REPORTERS: Mapping[str, Reporter] = {"text": write_text, "json": write_json}
