"""Every verdict can be explained: the reasons add up to the score, and what would change it does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims import explain, judge
from briefkit.claims.features import look, name_features
from briefkit.claims.model import find_layer, logistic
from briefkit.model import Utterance

WORDS = "Prices fell by 12% in 2020 because the ministry said we should not “close two wells” if it may rain ? I think"


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1), st.sampled_from(["en", "fr", "pl"]))
def test_an_explanation_says_what_the_verdict_says(words: list[str], lang: str) -> None:
    utterance = Utterance(" ".join(words))
    said, verdict = explain(utterance, lang), judge(utterance, lang)
    assert (said.score, said.level, said.kind, said.gate) == (verdict.score, verdict.level, verdict.kind, verdict.gate)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1))
def test_start_reasons_and_rest_add_up_to_the_score(words: list[str]) -> None:
    said = explain(Utterance(" ".join(words)))
    total = said.start + said.rest + sum(part.weight for part in said.parts)
    assert logistic(total) == pytest.approx(said.open_score, abs=0.002)


def test_the_heaviest_reason_comes_first() -> None:
    weights = [abs(part.weight) for part in explain(Utterance("Emissions fell 12% in 2020.")).parts]
    assert weights == sorted(weights, reverse=True)


def test_a_sign_is_told_with_its_words() -> None:
    parts = {part.name: part for part in explain(Utterance("Emissions fell 12% in 2020.")).parts}
    assert (parts["sign:percent"].reason, parts["sign:percent"].words) == ("a percentage", "12%")


def test_what_would_change_the_verdict_would() -> None:
    utterance = Utterance("The World Bank estimated that emissions in India fell by 12% in 2020.")
    said, layer, seen = explain(utterance), find_layer("en"), look(utterance, "en")
    (change,) = said.changes
    reasons = change.removeprefix("were it not for ").partition(": it would be ")[0].split("; ")
    gone = [part for part in said.parts if part.reason + (f" (“{part.words}”)" if part.words else "") in reasons]
    assert len(gone) == len(reasons)
    logit = layer.logit(name_features(seen), seen.words)
    left = logistic(logit - sum(part.weight for part in gone))
    assert layer.level(left, tuple(name_features(seen))) != said.level
    assert re.search(r"at (0\.\d\d)$", change)


def test_a_possible_claim_says_what_it_lacks() -> None:
    said = explain(Utterance("The fund was closed in June."))
    lacking = float(said.changes[0].removesuffix(" more would make it a claim (strict)"))
    total = said.start + said.rest + sum(part.weight for part in said.parts)
    assert said.level == "advisory"
    assert logistic(total + lacking) == pytest.approx(said.strict, abs=0.002)


def test_a_gate_is_told_and_what_would_be_without_it() -> None:
    said = explain(Utterance("Did emissions fall by 12% in 2020?"))
    assert (said.gate, said.level) == ("question", "none")
    assert said.score < said.open_score
    assert "were it not for the gate (a question states nothing)" in said.changes[0]


def test_a_sentence_far_below_the_threshold_says_what_speaks_against_it() -> None:
    said = explain(Utterance("Pumps are important for you and me."))
    assert said.level == "none"
    assert said.changes


def test_a_doubt_is_told_and_what_would_be_without_it() -> None:
    text = "The fund paid 12 million euros for pumps in 2020 (Okoro and Lind, 2021)."
    said = explain(Utterance(text, context={"near": "no own work"}))
    assert (said.level, said.doubt_reason) == ("advisory", "a source is typed in it")
    assert said.changes[0].startswith(
        "were it not for the doubt (a source is typed in it), it would be a claim (strict)"
    )


def test_where_a_sentence_stands_among_the_data_of_its_document_is_told() -> None:
    said = explain(Utterance("Use fell by 12% there.", context={"data": "figures", "near": "own work"}))
    assert any(part.reason.endswith("it stands in a section full of figures") for part in said.parts)
