"""A Review in, a tagged PDF out: the report for reviewers in print, with numbers in the margin and a list of points."""

from __future__ import annotations

from briefkit.assemble.clean import ASSET
from briefkit.model import Brand, Runner
from briefkit.render.fonts import print_cuts
from briefkit.render.pages import fill
from briefkit.render.pdf import lay_out
from briefkit.report.html_review import BODY
from briefkit.report.review import Review
from briefkit.report.review_page.page import dress, review_values

PAGE = "review-print.html.j2"


def write(review: Review, brand: Brand, runner: Runner) -> bytes:
    """The report as a PDF in the dress of a brand."""
    values = {**review_values(review, brand), "paged": True}
    body = fill(review.pages, BODY, values, "")
    cuts = print_cuts(brand, "".join(set(body + body.upper())))
    sources = [f"{ASSET}font-{index}.ttf" for index in range(len(cuts))]
    fonts = {f"font-{index}.ttf": (cut.data, "font/ttf") for index, cut in enumerate(cuts)}
    worn = dress(brand, cuts, sources, "truetype")
    dates = [one.checked.brief.front.date for one in review.briefs]
    names = {"title": values["title"], "organisation": values["organisation"], "date": max(dates, default="")}
    return lay_out(fill(review.pages, PAGE, {**worn, **names}, body), fonts)
