"""What CIT201 says of a key whose entry is in the library after all."""

from __future__ import annotations

import pytest

from briefkit.library import resolve
from briefkit.library.biblatex import as_biblatex
from briefkit.model import Finding
from briefkit.pandoc import Worker
from tests.building import check_text, make_library

FINE = "@misc{fine, title = {X}, author = {A}, date = {2020}}\n"


def told(bib: str, pandoc: Worker) -> Finding:
    findings = check_text("---\ntitle: T\n---\n\nPrices rose [@torn].\n", pandoc, FINE + bib)
    (only,) = [finding for finding in findings if finding.code == "CIT201"]
    return only


@pytest.mark.parametrize(
    ("bib", "line"),
    [
        ("@misc{torn, title = {X}\n", 2),
        ("\n@misc{torn title = {X}}\n", 3),
        ("% @misc{torn, title = {X}}\n", 2),
        ("@misc{other, note = {x\n@misc{torn} y}}\n", 3),
        ("misc{torn, title = {X}}\n", 2),
        ("@in-book{torn, title = {X}}\n", 2),
    ],
)
def test_an_entry_that_cannot_be_read_is_named_with_its_line(bib: str, line: int, pandoc: Worker) -> None:
    finding = told(bib, pandoc)
    assert finding.message == "The library has no entry 'torn' that can be read"
    assert finding.hint == f"see references.bib, line {line}"
    assert [related.place.line for related in finding.related] == [line]


def test_an_xdata_entry_only_lends_its_fields(pandoc: Worker) -> None:
    finding = told("@xdata{torn, title = {X}}\n", pandoc)
    assert finding.message == "'torn' is an @xdata entry, which only lends its fields to others"
    assert [related.place.line for related in finding.related] == [2]


def test_a_citation_inside_a_field_is_left_as_its_key() -> None:
    library = make_library("@misc{a, note = {see \\parencite[3]{jones2020} and \\cite{smith2021}}}")
    assert "= {see {jones2020} and {smith2021}}" in as_biblatex(resolve(library, ["a"]))


def test_a_key_that_an_unseen_character_or_an_accent_ends_is_not_written_anew(pandoc: Worker) -> None:
    text = "---\ntitle: T\n---\n\nPrices rose [@fi\u200bne] and fell [@fin\u0301e].\n"
    cut = [finding for finding in check_text(text, pandoc, FINE) if finding.code == "CIT201"]
    assert [finding.fix for finding in cut] == [None, None]
    assert [finding.message.partition(": ")[2].partition(" (")[0] for finding in cut] == [
        "U+200B",
        "the accent behind it, U+0301",
    ]
