"""Builders for tests of what is printed: a small brief with one of everything becomes a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefkit import packaged
from briefkit.assemble.document import Parts, assemble
from briefkit.brand import default_brand
from briefkit.config import Config
from briefkit.model import EMPTY, Asset, Document, FrontMatter, Page, Template
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import parse_brief
from briefkit.pipeline.project import Project
from briefkit.pipeline.templating import choose_template, fit_template

LIBRARY = """
@report{moh2026, author = {{Ministry of Health}}, title = {Cold-Chain Review}, institution = {Ministry}, date = {2026},
  url = {https://health.example/review}}
@book{zel2023, author = {Żeleński, Łukasz}, title = {Last-Mile Logistics}, publisher = {Lighthouse}, date = {2023}}
"""

BRIEF = """---
title: Keep the "cold chain" alive
subtitle: How to lose fewer doses
bottom-line: "Buy solar refrigerators now [@moh2026]."
key-messages:
  - "Losses doubled [@moh2026, p. 12]."
  - Solar pays.
authors: [{name: Health Unit, affiliation: Health Programme}]
date: 2026-11-20
audience: [Minister of Health]
decision: Approve option B
status: in-review
lang: en-GB
series: {name: Policy Brief, number: "7"}
organisation: Meridian Institute
disclaimer: "**Fiction:** all of it is invented."
---

# The problem

Losses doubled.^[A note with a source [@zel2023, p. 3].] Łukasz Żeleński says so [@zel2023].

<!-- briefkit: allow unsupported-claim: known -->

| Option | Cost | Verdict |
|---|---|---|
| Diesel | 8.8 | Fallback |
| Solar | 14.1 | Buy |

: Options compared {#tbl-options source="[@moh2026]"}

::: {.pull-quote}
A thermometer needs no training.
:::

::: {.option #opt-a name="Solar" certainty=high}
Solar units need no fuel.
:::

# What to do {.recommendations}

::: {.recommendation #rec-1 actor="Ministry" by=2027-01-31}
**Buy** solar units.
:::

::: {.recommendation #rec-2 actor="Treasury"}
**Pay** for them.
:::

::: {.confidence}
We are fairly sure.
:::
"""


def make_document(
    text: str = BRIEF,
    bib: str = LIBRARY,
    assets: Mapping[str, Asset] = EMPTY,
    marks: tuple[str, ...] = (),
    template: Template | None = None,
    csl: str = "",
) -> Document:
    """The document that a text makes with the built-in face and templates."""
    runner = Pandoc()
    brief = parse_brief(text, "brief.md", runner)
    used = template or built_in_template()
    return assemble(Parts(brief, bib, csl, default_brand(packaged.load_faces()), used, assets, marks), runner)


def bare_document(text: str, bib: str, csl: str, assets: Mapping[str, Asset] = EMPTY) -> Document:
    """The document that a text makes without fonts and without a template."""
    runner = Pandoc()
    brief = parse_brief(text, "brief.md", runner)
    return assemble(Parts(brief, bib, csl, default_brand(()), Template("none", {}), assets), runner)


@cache
def example() -> Document:
    """The document of the example brief, made once."""
    return make_document()


@cache
def example_draft() -> Document:
    """The same, marked as a draft."""
    return make_document(marks=("DRAFT",))


@cache
def built_in_template(name: str = "policy-brief", language: str = "en") -> Template:
    """A template that comes with the program, with its options as they are when nobody says anything."""
    project = Project(Path("no-such-folder"), Config())
    return fit_template(project, choose_template(project, name), FrontMatter(lang=language), Page())
