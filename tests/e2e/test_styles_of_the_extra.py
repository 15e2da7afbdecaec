"""The real package of styles, where it is installed: well-known styles are in it, and print."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit import packaged
from briefkit.assemble import tree
from briefkit.assemble.styles import is_numeric, is_of_notes
from briefkit.config import Config
from briefkit.pipeline.project import Project
from briefkit.pipeline.styles import read_style
from tests.unit.test_note_styles import document_of, notes_of

HOME = packaged.find_styles()[0]
pytestmark = pytest.mark.skipif(not HOME, reason="the extra briefkit[csl] is not installed")


def text_of(name: str) -> str:
    """The text of a style of the package."""
    return read_style(Project(Path("."), Config()), Path("."), name).text


@pytest.mark.parametrize(
    ("name", "notes", "numeric"),
    [
        ("apa", False, False),
        ("ieee", False, True),
        ("nature", False, True),
        ("oscola", True, False),
        ("chicago-notes", True, False),
        ("chicago-notes-bibliography", True, False),
        ("modern-language-association", False, False),
        ("harvard-cite-them-right", False, False),
    ],
)
def test_a_style_that_many_use_is_there_and_of_its_kind(name: str, notes: bool, numeric: bool) -> None:
    assert (is_of_notes(text_of(name)), is_numeric(text_of(name))) == (notes, numeric)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["apa", "ieee", "nlm-citation-sequence", "modern-language-association"])
def test_a_style_prints_citations_and_references(name: str) -> None:
    document = document_of("One [@zel2023, p. 3].", text_of(name))
    assert "Last-" in tree.plain(list(document.ast["blocks"])[-1:])


@pytest.mark.slow
def test_oscola_says_ibid_and_counts_the_notes_of_the_author() -> None:
    text = "One [@zel2023]. Two [@zel2023, p. 4]. Three.^[Mine.] Four [@moh2026]. Five [@zel2023]."
    assert notes_of(document_of(text, text_of("oscola"))) == [
        "Łukasz Żeleński, Last-Mile Logistics (Lighthouse 2023).",
        "Ibid 4.",
        "Mine.",
        "Ministry of Health, ‘Cold-Chain Review’ (Ministry 2026) <https://health.example/review>.",
        "Żeleński (n 1).",
    ]


@pytest.mark.slow
def test_chicago_notes_shorten_what_was_cited_before() -> None:
    notes = notes_of(document_of("One [@zel2023]. Two.^[Mine.] Three [@zel2023, p. 4].", text_of("chicago-notes")))
    assert notes[0].startswith("Łukasz Żeleński, ")
    assert notes[2].startswith("Żeleński, ")
    assert notes[2].endswith(" 4.")
