"""A pattern is tried only where a word begins in a way it can match: nothing that it finds is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims.lexicon import CASED, TABLES, find_words
from briefkit.claims.openings import SIZE, pattern_openings

PATTERNS = [(lang, name) for lang, table in TABLES.items() for name in table]
WORDS = sorted({w for table in TABLES.values() for p in table.values() for w in re.findall(r"[^\W\d_]{2,}", p)})


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        (r"\b(?:was|were|had)\b", {"was\1", "were\1", "had\1"}),
        (r"\bin contrast\b", {"in con"}),
        (r"\b(?:no \w+ has|nobody)\b", {"no ", "nobody"}),
        (r"\b(?:colou?rs?|grey)", {"colour", "color", "colors", "grey"}),
        (r"\b(?:aged?|age-old)\b", {"age\1", "aged\1", "age-ol"}),
        (r"\b(?:shr[ai]nk)\b", {"shrank", "shrink"}),
        (r"^(?:this (?:brief|note)|so[,:] we)\b", {"this b", "this n", "so, we", "so: we"}),
        (r"\b(?!not )(?:it (?:is|was)|(?<!\bin )may)\b", {"it is\1", "it was", "may\1"}),
        (r"\b(?:e\.o\.|Act)", {"e.o.", "act"}),
        (r"\b(?:(?:very )?old|x+|y{2}z)", {"very o", "old", "x", "y"}),
        (r"\b(?:[A-Z]\w+ )?Act\b", {"", "act\1"}),
        (r"\b§+ ?\d", {""}),
    ],
)
def test_the_openings_of_a_pattern(pattern: str, openings: set[str]) -> None:
    assert SIZE == 6
    assert pattern_openings(pattern) == openings


@pytest.mark.parametrize(("lang", "name"), PATTERNS)
def test_every_pattern_of_the_tables_starts_at_a_word(lang: str, name: str) -> None:
    starts = re.compile(r"(?:\(\?:)?(?:\^|\\b)")
    alternatives = TABLES[lang][name].split(r"\b|\b") if name == "conditional" else [TABLES[lang][name]]
    assert all(starts.match(a) or a.startswith("(?:if") for a in alternatives)


def plain_search(name: str, text: str, lang: str) -> str:
    pattern = TABLES[lang][name]
    match = re.search(pattern, text) if name in CASED else re.search(pattern.lower(), text.lower())
    return text[match.start() : match.end()] if match else ""


@given(
    st.lists(
        st.sampled_from([*WORDS, "1", "12%", "(", "\u201cthe", "-", ",", "a", "is", "no", "of", "\u00a7 5", "E.O."])
    ),
    st.sampled_from([" ", "-", "  "]),
    st.sampled_from(sorted(TABLES)),
)
def test_what_a_plain_search_finds_is_found(words: list[str], blank: str, lang: str) -> None:
    text = blank.join(words)
    for name in TABLES[lang]:
        assert find_words(name, text, lang) == plain_search(name, text, lang)
