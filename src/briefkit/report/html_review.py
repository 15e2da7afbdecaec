"""A Review in, one HTML file out that a reviewer works in: styles, fonts and a small script inside, nothing fetched."""

from __future__ import annotations

from briefkit.model import Brand, Runner
from briefkit.render.fonts import web_cuts
from briefkit.render.page_fonts import inside
from briefkit.render.pages import fill
from briefkit.render.policy import SCRIPTS, STYLES, with_policy
from briefkit.report.review import Review
from briefkit.report.review_page.page import dress, review_values

BODY, PAGE = "review-body.html.j2", "review.html.j2"
DRAWN = "\u2191\u2192\u2193"
"""Characters that the style sheet adds."""


def write(review: Review, brand: Brand, runner: Runner) -> bytes:
    """The report as a web page in the dress of a brand."""
    values = {**review_values(review, brand), "paged": False}
    body = fill(review.pages, BODY, values, "")
    worn = dress(brand, inside(web_cuts(brand, "".join(set(body + body.upper() + DRAWN)))))
    page = fill(review.pages, PAGE, {**worn, "title": values["title"], "styles": STYLES, "scripts": SCRIPTS}, body)
    return with_policy(page).encode()
