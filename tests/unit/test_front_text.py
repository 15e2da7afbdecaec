"""The texts of the front matter go through pandoc before the body: nothing of them reaches into it, or out of it."""

from __future__ import annotations

import json

import pytest

from briefkit.pandoc import Worker
from tests.building import make_brief

BODY = """
The first.

A second --> </p></div></pre></script></section></table> ?> one.

```
:::
~~~
```
"""

ODD = (
    "The cost <!-- rose",
    "<!-- rose",
    "<!-- a --> <!-- rose",
    ":::::::",
    "::: note",
    "``` x",
    "~~~",
    "<p> It rose.",
    "<P> It rose.",
    "It <div> rose.",
    "<div><div></div> It rose.",
    "<p>It rose.</p> <p>It fell.",
    "\\\\<p> It rose.",
    "<section> It rose.",
    "It <script> rose.",
    "<pre> It rose.",
    "<table> It rose.",
    "<?php It rose.",
    "- ```",
    "> ::: x",
)


def with_summary(summary: str) -> str:
    return f"---\ntitle: Pumps\nsummary: {json.dumps(summary)}\n---\n{BODY}"


@pytest.mark.parametrize("summary", ODD)
def test_no_summary_swallows_the_body(summary: str, pandoc: Worker) -> None:
    assert make_brief(with_summary(summary), pandoc).ast == make_brief(with_summary("Cost."), pandoc).ast


def test_tags_that_are_closed_are_still_told(pandoc: Worker) -> None:
    brief = make_brief(with_summary("It <b>rose</b> <br> by 12%."), pandoc)
    assert [problem.code for problem in brief.problems] == ["DOC810", "DOC810"]


def test_an_address_in_angles_stays_a_link(pandoc: Worker) -> None:
    brief = make_brief(with_summary("See <https://example.org>."), pandoc)
    assert [s.plain for s in brief.blocks[0].sentences] == ["See https://example.org."]


def test_a_box_of_the_author_is_no_front_matter(pandoc: Worker) -> None:
    brief = make_brief("---\ntitle: T\n---\n\n::: {.briefkit-front}\nIt rose.\n:::\n", pandoc)
    assert [(block.kind, len(block.sentences)) for block in brief.blocks] == [("paragraph", 1)]
    assert len(brief.ast["blocks"]) == 1


def test_the_disclaimer_cites_and_makes_no_claims(pandoc: Worker) -> None:
    brief = make_brief('---\ntitle: T\ndisclaimer: "Prices rose by 12% [@smith2021]."\n---\n\nText.\n', pandoc)
    assert [citation.key for citation in brief.citations] == ["smith2021"]
    assert [block.counts for block in brief.blocks] == [False, True]
