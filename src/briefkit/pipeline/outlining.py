"""Briefs in; their check, and beside it what their types ask for, or the references of what they cite, out."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.model import Report
from briefkit.pipeline.checking import check_project
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Shelf
from briefkit.report.outline_report import Outlined
from briefkit.report.trace_report import Traced


def outline_project(project: Project, names: Sequence[str], stdin: bytes) -> tuple[Report, tuple[Outlined, ...]]:
    """The report on some briefs, and each of them with its type."""
    report, shelf = check_project(project, names, stdin), Shelf(project)
    return report, tuple(Outlined(one, shelf.brief_type(one.brief.front.type)) for one in report.checked)


def trace_project(project: Project, names: Sequence[str], stdin: bytes) -> tuple[Report, tuple[Traced, ...]]:
    """The report on some briefs, and each of them with the references of what it cites."""
    from briefkit.pipeline.reviewing import review_project  # an outline needs none of it

    review = review_project(project, names, stdin)
    return review.report, tuple(Traced(one.checked, one.references, one.exhibits) for one in review.briefs)
