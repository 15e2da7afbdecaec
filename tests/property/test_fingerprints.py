"""A fingerprint stays when lines are inserted above a finding and when paragraphs change places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.model import Finding, Place, Severity
from briefkit.report.fingerprints import fingerprints

SENTENCES = st.sampled_from(["Rents rose 4%.", "Wages fell in 2019.", "Élite schools cost 3m.", "水泵 12%.", ""])
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), max_size=8)


def findings(paragraphs: list[list[str]], gaps: list[int]) -> list[Finding]:
    """A finding for each sentence, a paragraph a line, with so many more lines above each of them."""
    found, line = [], 1
    for paragraph, gap in zip(paragraphs, gaps, strict=True):
        line, column = line + gap + 1, 1
        for words in paragraph:
            place = Place("a.md", line, column, line, column + len(words))
            found.append(Finding(place, "CLM102", "x", Severity.ERROR, f"see line {line}", subject=words))
            column += len(words) + 1
    return found


@given(PARAGRAPHS, st.data())
@settings(deadline=None)
def test_neither_inserted_lines_nor_a_move_change_the_fingerprints(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    gaps = data.draw(st.lists(st.integers(0, 50), min_size=len(paragraphs), max_size=len(paragraphs)))
    moved = data.draw(st.permutations(paragraphs))
    before = fingerprints(findings(paragraphs, [0] * len(paragraphs)))
    assert fingerprints(findings(paragraphs, gaps)) == before
    assert sorted(fingerprints(findings(moved, gaps))) == sorted(before)
    assert len(set(before)) == len(before)
