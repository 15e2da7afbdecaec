"""Libraries as reference managers write them: what is private to a manager raises no alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit.check import check_library
from briefkit.config import Config
from briefkit.library import read_library
from briefkit.library.vocabulary import is_private
from briefkit.model import Library

EXPORTS = Path(__file__).parent.parent / "corpus" / "exports"
FILES = sorted(path.name for path in EXPORTS.glob("*.bib"))

HABITS = {"endnote.bib": {"BIB337"}, "mendeley.bib": {"BIB336"}}
"""What a manager does to fields that are printed, and what we remark: EndNote's pages, Mendeley's titles."""


def read(name: str, text: str = "") -> Library:
    return read_library([(name, text or (EXPORTS / name).read_text("utf-8"))])


LEAVING = "BIB380"
"""Once for a library: a remark on paths of somebody's disk is not about the form of a private field."""


@pytest.mark.parametrize("name", FILES)
def test_an_export_raises_no_alarm(name: str) -> None:
    found = check_library(read(name), Config(), today="2024-01-01")
    assert [(f.code, f.message) for f in found if f.code not in {LEAVING, *HABITS.get(name, ())}] == []


@pytest.mark.parametrize("name", FILES)
def test_every_entry_of_an_export_is_read(name: str) -> None:
    text = (EXPORTS / name).read_text("utf-8")
    library = read(name)
    heads = [
        line for line in text.splitlines() if line.startswith("@") and line.lower()[:8] not in ("@comment", "@string{")
    ]
    assert len(library.sources) == library.counted == len(heads)


ODD = r"C:\Users\desk\a & b\50% #1 &amp; <i>.pdf"


@pytest.mark.parametrize(
    "field",
    [
        *("file", "owner", "timestamp", "groups", "mendeley-groups", "mendeley-tags", "bdsk-url-1", "bdsk-file-1"),
        *("date-added", "date-modified", "abstractNote", "citeulike-article-id", "citeulike-linkout-0", "posted-at"),
        *("annotationdate", "__markedentry", "ranking", "priority", "qualityassured", "readstatus", "creationdate"),
        *("modificationdate", "x-own", "custom1", "custom2", "comment-desk", "local-url", "itemType", "accessDate"),
    ],
)
def test_a_private_field_may_hold_anything_and_nothing(field: str) -> None:
    assert is_private(field.lower())
    for value in ("", ODD, "RETRACTED", "e\u0301tude"):
        text = (
            f"@book{{a, author = {{Smith, Ann}}, title = {{Deep Wells}}, date = {{2021}},\n {field} = {{{value}}}}}\n"
        )
        assert check_library(read("a.bib", text), Config(ignore=(LEAVING,))) == ()


@pytest.mark.parametrize("field", ["title", "author", "doi", "note", "keywords", "custom", "xref", "review", "year"])
def test_a_field_that_is_printed_is_not_private(field: str) -> None:
    assert not is_private(field)
