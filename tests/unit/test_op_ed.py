"""The detector against a reviewer: of an op-ed without sources, which sentences need one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from briefkit import files
from briefkit.claims import find_claims
from briefkit.evidence import link_evidence
from briefkit.model import Account
from briefkit.pandoc import Worker
from tests.building import make_brief, make_library

UNSOURCED = Path(__file__).parent.parent / "projects" / "unsourced"
GOOD_ENOUGH = 0.85


def expected() -> dict[str, bool]:
    """Each sentence of the op-ed and whether the reviewer asks for a source."""
    with (UNSOURCED / "expected.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["sentence"]: row["needs_source"] == "yes" for row in rows}


@pytest.fixture(scope="module")
def accounts(pandoc: Worker) -> dict[str, Account]:
    """Each sentence of the op-ed with its account."""
    brief = make_brief(files.read_text(UNSOURCED / "op-ed.md"), pandoc, "op-ed.md")
    return {a.sentence.plain: a for a in link_evidence(brief, find_claims(brief), make_library(""))}


def test_every_sentence_of_the_reviewer_is_a_sentence_of_ours(accounts: dict[str, Account]) -> None:
    assert [sentence for sentence in expected() if sentence not in accounts] == []


def test_we_have_no_sentence_that_the_reviewer_has_not(accounts: dict[str, Account]) -> None:
    assert [sentence for sentence in accounts if sentence not in expected()] == []


def test_most_of_what_we_flag_needs_a_source(accounts: dict[str, Account]) -> None:
    flagged = [s for s, needs in expected().items() if accounts[s].status == "unsupported"]
    wrong = [s for s in flagged if not expected()[s]]
    assert 1 - len(wrong) / len(flagged) >= GOOD_ENOUGH, wrong


def test_we_flag_most_of_what_needs_a_source(accounts: dict[str, Account]) -> None:
    needed = [s for s, needs in expected().items() if needs]
    missed = [s for s in needed if accounts[s].status != "unsupported"]
    assert 1 - len(missed) / len(needed) >= GOOD_ENOUGH, missed
