"""What was learnt and how it becomes a score: sums, thresholds, layers, and the resource itself."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from briefkit.claims import trained
from briefkit.claims.features import find_features, look, name_all_but_words
from briefkit.claims.gates import GATES
from briefkit.claims.kinds import KINDS, find_kind
from briefkit.claims.model import Layer, find_layer, logistic
from briefkit.claims.signs import SIGNS
from briefkit.model import Utterance

LAYER = Layer(
    bias=-1.0,
    weights={"sign:percent": 2.0, "gate:question": -3.0, "word:fell": 0.5},
    senses={"fell": 0.4, "pumps": -0.2},
    slope=2.0,
    offset=0.5,
    strict=0.8,
    cases={"near:no own work, statistic": 0.6},
    advisory=0.3,
)

# --- sums ------------------------------------------------------------------------------------


def test_weights_add_up_and_are_calibrated() -> None:
    assert LAYER.logit(["sign:percent", "word:fell"], ()) == pytest.approx(2 * (-1.0 + 2.0 + 0.5) + 0.5)


@pytest.mark.parametrize(("sign", "level"), [("vague-source", "advisory"), ("quotation", "advisory"), ("name", "none")])
def test_a_sentence_that_gives_the_words_of_others_is_at_least_a_possible_claim(sign: str, level: str) -> None:
    assert LAYER.level(0.1, [f"sign:{sign}"]) == level


def test_a_feature_counts_once() -> None:
    assert LAYER.logit(["word:fell", "word:fell"], ()) == LAYER.logit(["word:fell"], ())


def test_a_feature_without_a_weight_changes_nothing() -> None:
    assert LAYER.logit(["word:unheard"], ()) == LAYER.logit([], ())


def test_what_words_mean_counts_by_the_root_of_their_number() -> None:
    assert LAYER.sense(["fell", "pumps", "fell", "x"]) == pytest.approx(2 * (0.4 - 0.2 + 0.4) / 2)


def test_a_sentence_without_words_has_no_sense() -> None:
    assert LAYER.sense([]) == 0


def test_a_score_lies_between_0_and_1_and_has_three_places() -> None:
    assert (logistic(0.0), logistic(50.0), logistic(-50.0)) == (0.5, 1.0, 0.0)
    assert logistic(1.0) == round(1 / (1 + math.exp(-1.0)), 3)


# --- thresholds ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "level"), [(0.0, "none"), (0.299, "none"), (0.3, "advisory"), (0.799, "advisory"), (0.8, "strict")]
)
def test_a_threshold_belongs_to_the_level_above(score: float, level: str) -> None:
    assert LAYER.level(score, ()) == level


def test_a_case_may_have_a_strict_threshold_of_its_own() -> None:
    names = ("sign:percent", "near:no own work, statistic")
    assert (LAYER.level(0.6, names), LAYER.level(0.6, names[:1])) == ("strict", "advisory")


def test_what_sums_up_fails_a_run_sooner() -> None:
    text = "Many pumps of the valley stand idle in the dry months."
    placed = {role: look(Utterance(text, "", role), "en") for role in ("summary", "background")}
    strict = {role: find_layer("en").strict_for(name_all_but_words(seen)) for role, seen in placed.items()}
    assert strict["summary"] < strict["background"]
    assert not any(name.startswith("role:") for name in find_features(Utterance(text, "", "summary")))


# --- layers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us"])
def test_english_has_a_layer_with_words(tag: str) -> None:
    assert any(name.startswith("word:") for name in find_layer(tag).weights)


@pytest.mark.parametrize("tag", ["de", "fr-CA", "es", "pl", ""])
def test_other_languages_share_a_layer_without_words(tag: str) -> None:
    layer = find_layer(tag)
    assert layer is find_layer("de")
    assert not layer.senses
    assert not [name for name in layer.weights if name.startswith(("word", "document:"))]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_thresholds_are_in_order(lang: str) -> None:
    layer = find_layer(lang)
    assert all(0 < layer.advisory < strict < 1 for strict in (layer.strict, *layer.cases.values()))


# --- the resource ----------------------------------------------------------------------------


def test_every_sign_and_gate_that_weighs_exists() -> None:
    known = {f"sign:{sign.name}" for sign in SIGNS} | {f"gate:{gate.name}" for gate in GATES}
    for lang in ("en", "de"):
        weighed = {name for name in find_layer(lang).weights if name.startswith(("sign:", "gate:"))}
        assert weighed <= known


def test_most_signs_were_learnt() -> None:
    weights = find_layer("en").weights
    unlearnt = ("recommending", "spelt-figure")  # which tells of what kind a claim is, and not that it is one
    assert [s.name for s in SIGNS if f"sign:{s.name}" not in weights and s.name not in unlearnt] == []


def test_the_resource_is_small_and_says_what_it_was_learnt_from() -> None:
    assert Path(trained.__file__).stat().st_size <= 300_000
    learnt = trained.TRAINED
    assert len(learnt["sha256"]) == 64
    assert learnt["rows"] > learnt["claims"] > 0
    assert {"average precision", "strict: precision", "advisory: recall"} <= set(learnt["figures"])


# --- kinds -----------------------------------------------------------------------------------


def test_kinds_are_in_the_order_of_their_table() -> None:
    assert [find_kind([min(makers)]) for _, makers in KINDS] == [kind for kind, _ in KINDS]


def test_signs_of_no_kind_make_a_general_claim() -> None:
    assert find_kind(["name", "long"]) == "general"
