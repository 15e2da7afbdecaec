"""What the model sees of a sentence: each feature by its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims.features import (
    find_features,
    find_tokens,
    look,
    name_all_but_words,
    name_features,
    names_own,
)
from briefkit.claims.model import find_layer
from briefkit.claims.own_work import own_near, own_share
from briefkit.claims.signing import own_names
from briefkit.model import EMPTY, Utterance


def features(text: str, section: str = "", before: str = "", lang: str = "en", **context: str) -> set[str]:
    return set(find_features(Utterance(text, section, "", before, "paragraph", context or EMPTY), lang))


def test_words_and_pairs_are_in_small_letters() -> None:
    assert {"word:prices", "word:fell", "words:^ prices", "words:prices fell"} <= features("Prices fell.")


def test_names_and_numbers_are_no_words() -> None:
    found = features("In 2020 Kenya cut 12%.")
    assert {"words:# Name", "words:Name cut", "words:cut #", "words:# percent"} <= found
    assert not {"word:kenya", "word:2020", "word:12"} & found


def test_the_first_word_is_one_also_when_it_begins_with_a_capital() -> None:
    assert find_tokens("Prices in Kenya fell.")[:3] == ["prices", "in", "Name"]


def test_i_is_a_word() -> None:
    assert find_tokens("So I think.") == ["so", "i", "think"]


def test_signs_and_gates_are_features() -> None:
    assert {"sign:percent", "gate:question"} <= features("Did it fall by 12% there?")


def test_what_the_sentence_before_does_is_a_feature() -> None:
    found = features("They fell by half.", before="We surveyed prices in five towns.")
    assert "before:own" in found


def test_a_sentence_with_none_before_it_has_no_such_feature() -> None:
    assert not [name for name in features("They fell.") if name.startswith("before:")]


@pytest.mark.parametrize(("words", "name"), [(3, "to 6"), (6, "to 6"), (7, "to 12"), (32, "to 32"), (33, "over 32")])
def test_the_length_is_a_feature(words: int, name: str) -> None:
    assert f"length:{name} words" in features(" ".join(["word"] * words))


# --- the document ----------------------------------------------------------------------------


def test_a_document_that_often_speaks_of_its_own_work_does_so_much() -> None:
    assert own_share(["We find it.", "Our model says so.", "Prices fell."] * 4) == "much own"


def test_a_document_that_never_does_has_no_own() -> None:
    assert own_share(["Prices fell."] * 30) == "no own"


def test_a_few_sentences_say_nothing_of_a_document() -> None:
    assert own_share(["We find it."] * 11) == ""


def test_between_the_two_nothing_is_said() -> None:
    assert own_share(["Prices fell."] * 11 + ["This report says why."]) == ""


def test_nothing_is_said_of_documents_in_other_languages() -> None:
    assert own_share(["Wir sehen das."] * 12, "de-AT") == ""


def test_a_sentence_is_told_what_those_around_it_report() -> None:
    texts = ["Prices fell.", *["We found two wells.", "It rained."] * 5, *["It rained."] * 20]
    near = own_near(texts)
    assert (near[0], near[5], near[-1]) == ("much own work", "own work", "some own work")
    assert own_near([*texts, *["It rained."] * 40])[-1] == "no own work"


def test_a_sentence_does_not_count_among_those_around_it() -> None:
    assert own_near(["We found two wells.", "Prices fell."]) == ["no own work", "much own work"]


def test_a_sentence_that_stands_alone_is_told_nothing() -> None:
    assert own_near(["We found two wells."]) == [""]


def test_in_a_language_without_words_nothing_is_known_of_those_around() -> None:
    assert own_near(["Znaleźliśmy.", "Ceny spadły."], "pl") == ["", ""]


def test_what_stands_around_is_a_feature_also_by_kind() -> None:
    assert {"near:own work", "near:own work, statistic"} <= features("Prices fell 12%.", near="own work")


def test_how_much_a_document_speaks_of_its_own_work_is_a_feature_also_with_the_kind() -> None:
    found = features("Emissions fell 12%.", own="much own")
    assert {"document:much own", "document:much own, statistic"} <= found


@pytest.mark.parametrize(
    ("organisation", "names"),
    [
        ("National Water Fund", ("National Water Fund", "NWF")),
        ("Centre for Wells and Pumps (CWP)", ("Centre for Wells and Pumps (CWP)", "Centre for Wells and Pumps", "CWP")),
        ("Observatory of Wells (OWELL)", ("Observatory of Wells (OWELL)", "Observatory of Wells", "OWELL")),
        ("Water Now", ("Water Now",)),
        ("", ()),
    ],
)
def test_an_organisation_may_be_called_by_its_name_or_initials(organisation: str, names: tuple[str, ...]) -> None:
    assert own_names(organisation) == names


def test_a_sentence_that_names_the_organisation_of_its_brief_says_so() -> None:
    assert "document:its organisation" in features("In 2020 NWF closed two.", organisation="National Water Fund")
    assert "document:its organisation" not in features("In 2020 WHO closed two.", organisation="National Water Fund")


PIECES = st.lists(
    st.sampled_from("In 2020 May 12% of € million fell reduced our United Nations “ ” ; 1).".split()), max_size=9
)


@given(PIECES)
def test_the_score_is_that_of_all_features_by_name(pieces: list[str]) -> None:
    seen, layer = look(Utterance(" ".join(pieces)), "en"), find_layer("en")
    names = name_all_but_words(seen)
    found = layer.logit_of_words(seen.tokens, seen.words) + layer.logit_of_names(names)
    assert found == pytest.approx(layer.logit(name_features(seen), seen.words))


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("The Rural Water Council pays.", True),
        ("In May the RWC paid.", True),
        ("So the Council pays.", True),
        ("A Council pays.", False),
        ("The Councils pay.", False),
        ("The Council of Europe pays.", False),
        ("The board pays.", False),
    ],
)
def test_an_organisation_names_itself_by_its_name_its_initials_or_its_kind(text: str, is_own: bool) -> None:
    assert names_own(Utterance(text, context={"organisation": "Rural Water Council"})) is is_own
    assert not names_own(Utterance(text))
