"""The signs of a sentence in, the kind of claim that they make out."""

from __future__ import annotations

from collections.abc import Collection

KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("quotation", frozenset({"quotation"})),
    ("statistic", frozenset({"percent", "money", "figure", "spelt-figure"})),
    ("attribution", frozenset({"vague-source"})),
    ("legal", frozenset({"law"})),
    ("comparison", frozenset({"superlative", "comparison"})),
    ("causal", frozenset({"cause"})),
    ("event", frozenset({"date", "event", "perfect", "past"})),
)
"""Kinds of claim, the most specific first, and the signs that make them."""


PLACES = {sign: place for place, (_, makers) in reversed([*enumerate(KINDS, 1)]) for sign in makers}
NAMES = ("general", *(kind for kind, _ in KINDS))


def find_kind(names: Collection[str]) -> str:
    """The kind of claim that signs make, `general` when none is special."""
    return NAMES[min(filter(None, map(PLACES.get, names)), default=0)]
