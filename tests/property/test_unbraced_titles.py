"""Titles without the braces round them: where the fix is safe, pandoc and we read the same words as before."""

from __future__ import annotations

import re

import pytest
from agreement import run_pandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.library.capitals import unbrace_title
from briefkit.library.casing import to_sentence_case
from briefkit.library.latex import read_pieces

WORDS = st.sampled_from((
    "the", "The", "a", "A", "role", "water", "of", "and", "Kenya", "South", "U.S.", "e.g.", "NATO", "GDPs", "iPhone",
    "H1N1", "dollar", "don't", "O'Brien", "'Big", "Push'", '"Why', 'not"', "``so", "called''", "``What", "(the", "(The",
    "end)", "well-being", "Franco-German", "2020", "3", "vs.", "{UN}", "{the}", "{Bank of}", "so.", "so?", "when:",
    "when:The", "state...", "--", "---", "–", "—", "-", "/", "and/Or", "~", "I", "x", "X", "États", "état", "l'État",
    "“Why”", "‘the’", "¿", "¡Si", "[sic]", "&", "no.", "Mr.", "F.", "@", "1st", "a.b", "!", "?",
))  # fmt: skip
"""Stops, colons, quotes, small first words, names, acronyms."""

TITLES = st.lists(WORDS, min_size=2, max_size=12).map(lambda words: f"{{{' '.join(words)}}}")


def read_words(title: str) -> str:
    return "".join(piece.text for piece in to_sentence_case(read_pieces(title)))


@given(TITLES | st.text("aB.: '{}-?~`\"", max_size=20).map(lambda title: f"{{{title}}}"))
@settings(max_examples=500)
def test_a_safe_fix_changes_no_word_that_is_read(title: str) -> None:
    bare, is_safe = unbrace_title(title)
    assert not (bare and is_safe) or read_words(bare) == read_words(title)


def read_by_pandoc(titles: list[str]) -> list[str]:
    """The titles as pandoc gives them to a style, without the marks of what keeps its capitals."""
    entries = (f"@book{{k{number:05}, title = {{{title}}}}}" for number, title in enumerate(titles))
    found = {item["id"]: str(item.get("title", "")) for item in run_pandoc("\n".join(entries))}
    return [re.sub(r"</?span[^>]*>", "", found[f"k{number:05}"]) for number in range(len(titles))]


@pytest.mark.slow
@given(st.lists(TITLES, min_size=50, max_size=200))
@settings(max_examples=20, deadline=None)
def test_pandoc_reads_the_same_words_after_a_safe_fix(titles: list[str]) -> None:
    fixes = [(title, *unbrace_title(title)) for title in titles]
    safe = [(title, bare) for title, bare, is_safe in fixes if bare and is_safe]
    before, after = (read_by_pandoc(list(side)) for side in zip(*safe, strict=True)) if safe else ([], [])
    assert after == before
