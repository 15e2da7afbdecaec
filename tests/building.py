"""Builders for tests: a text becomes a brief, a library, findings, with names that read well in a test."""

from __future__ import annotations

from pathlib import Path

from briefkit.check import check_brief as run_rules
from briefkit.check import check_without_claims, make_case
from briefkit.claims import find_claims
from briefkit.config import Config
from briefkit.evidence import link_evidence
from briefkit.library import read_library
from briefkit.library.retractions import read_retractions
from briefkit.model import EMPTY, Account, Brief, Finding, Library, Reader
from briefkit.parse.brief import parse_brief
from briefkit.pipeline.brief_types import find_type
from briefkit.pipeline.faults import find_faults
from briefkit.pipeline.project import Project
from briefkit.rules.base import cited
from briefkit.values import replace

PICTURES = Path(__file__).parent / "rules" / "pictures"

EXAMPLE_LIBRARY = """
@article{smith2021,
  author = {{Statistics Office}},
  title = {Yearbook},
  journaltitle = {Official Statistics},
  date = {2021},
  pages = {1--60}
}
"""


def make_file(name: str, data: bytes | str = "x") -> Path:
    """A file of that name, below the folder that the test stands in."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def make_brief(text: str, runner: Reader, path: str = "brief.md") -> Brief:
    """The brief that a text makes."""
    return parse_brief(text, path, runner)


def make_library(bib: str = EXAMPLE_LIBRARY, path: str = "references.bib") -> Library:
    """The library that a BibTeX text makes."""
    return read_library([(path, bib)])


def make_accounts(
    text: str, runner: Reader, bib: str = EXAMPLE_LIBRARY, scope: str = "sentence"
) -> tuple[Account, ...]:
    """The account of each sentence of a text."""
    brief = make_brief(text, runner)
    return link_evidence(brief, find_claims(brief), make_library(bib), scope)


def check_text(
    text: str,
    runner: Reader,
    bib: str = EXAMPLE_LIBRARY,
    config: Config | None = None,
    *,
    sure: bool = False,
    retractions: str = "",
    alone: bool = False,
) -> tuple[Finding, ...]:
    """All findings on a text and its library; its pictures lie in tests/rules/pictures.

    `sure` takes whatever the detector takes for a possible claim as a sure one, for tests of what becomes of claims.
    `alone` says that the project has no other brief.
    """
    brief, library = make_brief(text, runner), make_library(bib)
    faults = find_faults(Project(PICTURES, Config()), PICTURES, brief, library)
    brief = replace(brief, problems=(*brief.problems, *faults))
    config = config or Config()
    claims = find_claims(brief)
    if sure:
        claims = tuple((s, replace(v, level="strict") if v.level == "advisory" else v) for s, v in claims)
    accounts = link_evidence(brief, claims, library, config.citation_scope)
    listed = read_retractions(retractions, "retractions.csv") if retractions else EMPTY
    kind = find_type(Project(PICTURES, Config()), brief.front.type)
    case = make_case(brief, library, accounts, listed, kind)
    if alone:
        case = replace(case, used=frozenset(citation.key for citation in cited(brief)))
    return run_rules(case, config, check_without_claims(case, config))[0]  # as a check does, in two halves
