"""How the shipped model of the claim detector is adapted to new rows: little, and only where they ask for it."""

from __future__ import annotations

import adapt_claims as adapt
import numpy as np
from claims_data import Row

from briefkit.claims.model import find_layer

OWN = "The reform would cost {n} million euros in Arden."
OTHER = "Rents in Corwen rose by {n} per cent."


def rows(documents: int = 12) -> list[Row]:
    """Documents in which money is the authors' own result, and percentages are not."""
    texts = [(text, n) for n in range(8) for text in (OWN, OTHER)]
    return [
        Row(f"pub{d}:doc", f"doc{d}-{n}-{text == OWN}", text.format(n=20 + 7 * d + n), int(text == OTHER), "Results")
        for d in range(documents)
        for text, n in texts
    ]


def judged() -> adapt.Judged:
    return adapt.judge(find_layer("en"), {"en": rows()}, "en")


def test_what_the_rows_say_otherwise_is_learnt() -> None:
    seen = judged()
    learnt = adapt.fit(seen, np.arange(len(seen.labels)), 5.0)
    moved = dict(zip(seen.names, learnt.differences, strict=True))
    assert moved["sign:hedge"] < 0 < moved["sign:trend"]


def test_a_stronger_penalty_moves_less() -> None:
    seen, everything = judged(), np.arange(len(judged().labels))
    little, much = (np.abs(adapt.fit(seen, everything, s).differences).sum() for s in (100.0, 1.0))
    assert little < much


def test_only_words_that_several_publishers_use_are_moved() -> None:
    names = [name for name in judged().names if name.startswith(("word:", "words:"))]
    assert "word:reform" in names
    assert not [
        name
        for name in adapt.judge(find_layer("en"), {"en": rows(7)}, "en").names
        if name.startswith(("word:", "words:"))
    ]


def test_a_word_moves_less_than_a_sign() -> None:
    seen = judged()
    moved = dict(zip(seen.names, adapt.fit(seen, np.arange(len(seen.labels)), 5.0).differences, strict=True))
    assert 0 < moved["word:rents"] < moved["sign:trend"]


def test_other_languages_are_judged_without_what_english_has_alone() -> None:
    seen = adapt.judge(find_layer("de"), {"en": rows(), "de": rows(2)}, "other")
    assert not any(name.startswith(("length:", "document:")) for name in seen.names)
    assert len(seen.labels) == len(rows()) + len(rows(2))


def test_the_thresholds_are_in_order_and_no_kind_fails_from_a_low_score() -> None:
    seen = judged()
    found = adapt.thresholds(seen, adapt.adapt(seen), {"cases": {}, "best-f1": 0.5, "strict": 0.8, "advisory": 0.4}, ())
    assert found["advisory"] <= found["strict"]
    assert all(adapt.LOWEST_ASKED <= least < found["strict"] for least in found["cases"].values())
