"""A review of a brief in, its Word report out: the brief as it is built, each finding a comment on the words it is
about, a summary before it, and behind it tables of its claims and of what its recommendations rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefkit.assemble import EPOCH
from briefkit.assemble.marking import Anchor
from briefkit.assemble.tokens import with_beside
from briefkit.assemble.tree import Node
from briefkit.model import EMPTY, Brand, Document, Finding, FrontMatter, Runner, Template
from briefkit.render.docx import Around, render
from briefkit.render.word_nodes import gap
from briefkit.report.review import Printed, Review, Reviewed
from briefkit.report.word_comments import STYLES, comments_xml, ends, starts
from briefkit.report.word_pages import PAGE_STYLES, claims_page, lone_summary, others_page, summary_page, traces_page
from briefkit.values import replace

COMMENTS = "word/comments.xml"


def write(review: Review, brand: Brand, runner: Runner) -> bytes:
    """The Word report; a review without a brief that could be read is its summary alone."""
    one = next((reviewed for reviewed in review.briefs if reviewed.printed), None)
    if one is None or one.printed is None:
        return _summary_alone(review, brand, runner)
    document, findings, left = _commented(one, one.printed, review.report.library)
    around = Around(
        before=summary_page(review, one, len(findings), left),
        after=[
            *claims_page(one),
            *traces_page(one),
            *others_page(left),
            gap(),
        ],  # a table at the very end would be taken for a change
        styles=(*STYLES, *PAGE_STYLES),
        parts={COMMENTS: comments_xml(findings, document.date)},
        tracked=True,
    )
    return render(document, runner, around)


def _commented(
    one: Reviewed, printed: Printed, library: Sequence[Finding]
) -> tuple[Document, list[Finding], list[Finding]]:
    """The document with where comments begin and end, their findings in its order, and the findings left over.

    A finding in the library stands at the first words of the brief that it names.
    """
    document = printed.document
    named = [next((printed.named[r.place] for r in f.related if r.place in printed.named), None) for f in library]
    told = list(zip([*one.checked.findings, *library], [*printed.anchors, *named], strict=True))
    placed = [(anchor, finding) for finding, anchor in told if anchor is not None]
    placed.sort(key=lambda pair: pair[0])
    blocks = _between(document.ast["blocks"], [anchor for anchor, _ in placed], document.date)
    left = [finding for finding, anchor in told if anchor is None]
    return replace(document, ast={**document.ast, "blocks": blocks}), [finding for _, finding in placed], left


def _between(blocks: Sequence[Node], anchors: Sequence[Anchor], date: str) -> list[Node]:
    before: defaultdict[int, list[int]] = defaultdict(list)
    after: defaultdict[int, list[int]] = defaultdict(list)
    for number, (first, last) in enumerate(anchors):
        before[first].append(number)
        after[last].append(number)
    opening = {token: starts(numbers, date) for token, numbers in before.items()}
    closing = {token: ends(numbers) for token, numbers in after.items()}
    return with_beside(blocks, opening, closing)


def _summary_alone(review: Review, brand: Brand, runner: Runner) -> bytes:
    version = runner.read("", "markdown").ast["pandoc-api-version"]
    ast = {"pandoc-api-version": version, "meta": {}, "blocks": []}
    meta = FrontMatter(title="Review", organisation=brand.name)
    document = Document(meta, ast, (), brand, Template("", EMPTY), EMPTY, (), "en", EPOCH)
    return render(document, runner, Around(before=lone_summary(review), styles=PAGE_STYLES))
