"""What the surroundings of a sentence add to its score: whose data it stands among, and what stands before it."""

from __future__ import annotations

import pytest

from briefkit.claims import judge
from briefkit.claims.doubts import weighed_doubts
from briefkit.claims.features import look
from briefkit.claims.leaning import READINGS, leaning
from briefkit.claims.model import find_layer
from briefkit.model import Utterance

SENTENCE = "The canals are short of water."
CLAIM = "Ana Okoro of the Water Board reported that the wells fell by 12% in 2020."
NO_CLAIM = "I think that we should all be kind."


def test_a_doubt_that_weighs_lowers_the_score() -> None:
    text = "Canals are shorter than wells are deep."
    told = {data: judge(Utterance(text, context={"near": "own work", "data": data})) for data in ("figures", "")}
    assert weighed_doubts(Utterance(text, context={"data": "figures"}), "en", {}) == ["doubt:own-data"]
    assert told["figures"].score < told[""].score


def test_a_sentence_behind_a_claim_is_sooner_one() -> None:
    scores = [judge(Utterance(SENTENCE, before=before)).score for before in (CLAIM, "", NO_CLAIM)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


@pytest.mark.parametrize("lang", ["de", "pl"])
def test_other_languages_look_at_no_sentence_before(lang: str) -> None:
    assert leaning(look(Utterance(SENTENCE, before=CLAIM), lang), find_layer(lang), 0.5) == 0


def test_what_was_judged_before_changes_nothing() -> None:
    utterance = Utterance(SENTENCE, role="recommendations", before=CLAIM)
    READINGS.clear()
    alone = judge(utterance)
    judge(
        Utterance(
            CLAIM,
            "Conclusion",
            "conclusion",
            NO_CLAIM,
            "item",
            {"near": "much own work", "organisation": "Water Board"},
        )
    )
    assert judge(utterance) == alone
