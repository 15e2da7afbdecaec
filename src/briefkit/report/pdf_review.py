"""A Review in, a tagged PDF out: the report for reviewers in print, with numbers in the margin and a list of points."""

from __future__ import annotations

from datetime import date

from briefkit.assemble import EPOCH
from briefkit.model import Brand, Runner
from briefkit.render.fonts import print_cuts
from briefkit.render.page_fonts import beside
from briefkit.render.pages import fill
from briefkit.render.pdf import lay_out
from briefkit.report.html_review import BODY
from briefkit.report.review import Review
from briefkit.report.review_page.page import dress, review_values

PAGE = "review-print.html.j2"
ISO_LENGTH = len("2026-11-29")


def write(review: Review, brand: Brand, runner: Runner) -> bytes:
    """The report as a PDF in the dress of a brand."""
    values = {**review_values(review, brand), "paged": True}
    body = fill(review.pages, BODY, values, "")
    fonts = beside(print_cuts(brand, "".join(set(body + body.upper()))))
    worn = dress(brand, fonts)
    names = {"title": values["title"], "organisation": values["organisation"], "date": _date(review)}
    return lay_out(fill(review.pages, PAGE, {**worn, **names}, body), fonts.files)


def _date(review: Review) -> str:
    """The latest date of the briefs, which stamps the file: the report is made of nothing later."""
    return max(
        (one.checked.brief.front.date for one in review.briefs if _is_day(one.checked.brief.front.date)), default=EPOCH
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == ISO_LENGTH
