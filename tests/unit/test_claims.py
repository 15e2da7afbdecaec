"""What makes a sentence look like a claim, what lets it off, and the level and the kind that follow."""

from __future__ import annotations

import pytest

from briefkit.claims import GATE_REASONS, REASONS, find_claims, judge, utterances
from briefkit.claims.lexicon import find_words
from briefkit.model import Utterance, Verdict
from briefkit.pandoc import Worker
from tests.building import make_brief


def signs(text: str, lang: str = "en", role: str = "") -> dict[str, str]:
    """The signs of a sentence, each with the words that gave it away."""
    return {sign.name: sign.words for sign in judge(Utterance(text, role=role), lang).signs}


def gate(text: str, kind: str = "paragraph", role: str = "", lang: str = "en", organisation: str = "") -> str:
    """The gate that shuts for a sentence, or an empty string."""
    return judge(Utterance(text, "", role, "", kind, {"organisation": organisation}), lang).gate


def level(text: str, lang: str = "en") -> str:
    return judge(Utterance(text), lang).level


# --- signs -----------------------------------------------------------------------------------

EXAMPLES = [
    ("percent", "Emissions fell 12.5% last year.", "12.5%"),
    ("percent", "Emissions fell 12 per cent last year.", "12 per cent"),
    ("percent", "It fell by 3 percentage points.", "3 percentage points"),
    ("money", "The well cost $1,200.", "$1,200."),
    ("money", "The well cost 40 euros to mend.", "40 euros"),
    ("money", "It cost 3.5 million dollars.", "3.5 million dollars"),
    ("figure", "The missile flies 2,750 km.", "2,750 km"),
    ("figure", "He accepted five cases out of 115 here.", "115"),
    ("date", "It was signed on 3 May 2024.", "3 May 2024"),
    ("date", "It was signed in May 2024.", "May 2024"),
    ("date", "It was signed in 2020.", "in 2020"),
    ("date", "It began in the 1990s.", "the 1990s"),
    ("number-word", "The ministry closed nine clinics.", "nine"),
    ("proportion", "Half of the wells are dry.", "Half of"),
    ("proportion", "One in three wells is dry.", "One in three"),
    ("quotation", "He called it “a turning point for all”.", "“a turning point for all”"),
    ("attribution", "According to the ministry, nothing is wrong.", "According to"),
    ("vague-source", "Experts disagree about it.", "Experts"),
    ("law", "The Clean Water Act applies here.", "Water Act"),
    ("law", "It follows from article 5 alone.", "article 5"),
    ("comparison", "Wells are cheaper than pipes.", "cheaper than"),
    ("comparison", "It is more useful than that.", "more useful than"),
    ("superlative", "It is the largest well of all.", "the largest"),
    ("trend", "Prices rose again.", "rose"),
    ("cause", "The rust led to a leak.", "led to"),
    ("cause", "It broke because of rust.", "because"),
    ("event", "The agency launched a programme.", "launched"),
    ("past", "The minister visited the town.", "visited"),
    ("perfect", "The town has mended its pump.", "has mended"),
    ("was", "The pump was old.", "was"),
    ("ongoing", "The town is mending its pump.", "is mending"),
    ("frequency", "Pumps often break.", "often"),
    ("universal", "All pumps break.", "All"),
    ("name", "The pump in Nairobi broke.", "Nairobi"),
    ("name", "The pump that UNICEF gave broke.", "UNICEF"),
    ("several-names", "The pump in Nairobi, from Kenya, broke.", "Nairobi, Kenya"),
    ("hedge", "It could break.", "could"),
    ("normative", "The town should mend it.", "should"),
    ("evaluation", "That was wise.", "wise"),
    ("opinion", "I think that it broke.", "I think"),
    ("opinion", "In our view it broke.", "In our view"),
    ("imperative", "Publish the list of wells.", "Publish"),
    ("signpost", "This brief looks at wells.", "This brief"),
    ("conditional", "If it breaks, mend it.", "If"),
    ("future", "The town will mend it.", "will"),
    ("rhetoric", "To be fair, a well is not a pipe.", "To be fair"),
]


@pytest.mark.parametrize(("name", "text", "words"), EXAMPLES)
def test_a_sign_is_found_by_its_words(name: str, text: str, words: str) -> None:
    assert signs(text).get(name) == words


def test_every_sign_has_a_reason() -> None:
    assert {name for name, _, _ in EXAMPLES} <= set(REASONS)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("figure", "See option 3 for it."),
        ("figure", "It began in 2020."),
        ("figure", "Emissions fell 12% there."),
        ("figure", "The well cost 40 euros."),
        ("figure", "1. Mend the well."),
        ("figure", "The COVID-19 years were hard."),
        ("quotation", "By “sanction” we mean this."),
        ("past", "The need for speed is limited."),
        ("name", "Wells are deep."),
        ("several-names", "The pump in Nairobi broke."),
        ("long", "The pump broke."),
        ("law", "The act of mending is hard."),
        ("money", "The pound sign is a sign."),
        ("date", "It has 12,020 parts."),
    ],
)
def test_a_sign_is_not_found_without_its_words(name: str, text: str) -> None:
    assert name not in signs(text)


def test_eighteen_words_are_a_long_statement() -> None:
    assert signs("one " * 18)["long"] == "18 words"


def test_a_sentence_among_recommendations_says_so() -> None:
    assert "recommending" in signs("The pump broke.", role="recommendations")


def test_a_sentence_in_the_conclusion_says_so() -> None:
    assert "concluding" in signs("The pump broke.", role="conclusion")


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        ("de", "trend", "Die Preise stiegen wieder."),
        ("de", "law", "Das Wassergesetz gilt hier."),
        ("de", "attribution", "Laut dem Ministerium ist alles gut."),
        ("de", "percent", "Es fiel um 12 Prozent."),
        ("de", "date", "Am 3. Mai 2024 kam er."),
        ("fr", "trend", "Les prix augmentent encore."),
        ("fr", "attribution", "Selon le ministère, tout va bien."),
        ("fr", "percent", "Le prix baisse de 12 pour cent."),
        ("fr", "date", "Il vint le 3 mai 2024."),
        ("fr", "attribution", "D’après la Cour, les comptes sont faux."),
        ("fr", "proportion", "Une pompe sur quatre était à l’arrêt."),
        ("fr", "proportion", "Les pannes ont reculé de moitié."),
        ("fr", "perfect", "Le seuil n’a jamais été atteint."),
        ("fr", "law", "L’art. 12 le dit."),
        ("fr", "cause", "Le forfait pénalise les petits."),
        ("fr", "money", "Cela coûte 2,31 millions d’euros."),
        ("fr", "money", "Un ménage paie 1,25\u00a0€ par mois."),
        ("fr", "money", "Le budget est de 3\u202fMd€."),
        ("fr", "date", "Il vint au 31\u00a0mars 2025."),
        ("fr", "date", "Il vint le 1er mars."),
        ("fr", "imperative", "Adopter un tarif progressif."),
        ("fr", "imperative", "Ne pas relever le forfait."),
        ("fr", "hedge", "Une hausse comblerait l’écart."),
        ("fr", "future", "Le conseil votera en mars."),
        ("fr", "normative", "Il faut payer l’entretien."),
        ("fr", "opinion", "Nous jugeons cet écart injuste."),
        ("de", "money", "Es kostet 12 Mio. Euro."),
        ("es", "money", "Cuesta 2 millones de euros."),
        ("es", "trend", "Los precios aumentaron otra vez."),
        ("es", "attribution", "Según el ministerio, todo va bien."),
        ("es", "percent", "Bajó 12 por ciento."),
    ],
)
def test_other_languages_have_signs_of_their_own(lang: str, name: str, text: str) -> None:
    assert name in signs(text, lang)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("trend", "Le tarif progressif est simple."),
        ("trend", "Le débat reste ouvert."),
        ("figure", "Le tableau 1 est simple."),
        ("figure", "Selon l’art. 12, rien ne change."),
        ("comparison", "Le maire est contre la loi."),
        ("attribution", "Selon nous, cela suffit."),
        ("imperative", "Hier, le maire est parti."),
        ("imperative", "Entre les deux, rien ne change."),
        ("imperative", "Augmenter les tarifs entraîne des impayés."),
        ("perfect", "Il y a trois options."),
        ("superlative", "C’est un premier pas."),
    ],
)
def test_a_french_sign_is_not_found_without_its_words(name: str, text: str) -> None:
    assert name not in signs(text, "fr")


def test_a_french_number_is_shown_whole() -> None:
    assert signs("Le pays compte 1\u202f248 points d’eau.", "fr")["figure"] == "1\u202f248"


@pytest.mark.parametrize(
    "text",
    [
        "Augmenter les tarifs entraîne des impayés.",
        "Le ministère a été supprimé.",
        "Selon l’Agence, les pannes durent.",
        "Une pompe sur quatre était à l’arrêt.",
    ],
)
def test_a_plain_french_claim_is_strict(text: str) -> None:
    assert level(text, "fr") == "strict"


@pytest.mark.parametrize("text", ["L’argent manque.", "Les limites sont connues.", "« Est-ce vrai\u202f?\u00a0»"])
def test_french_that_states_nothing_has_no_level(text: str) -> None:
    assert level(text, "fr") == "none"


def test_a_language_without_signs_has_those_that_need_no_words() -> None:
    assert set(signs("Ceny wzrosły o 12% w 2020.", "pl")) >= {"percent"}


def test_a_past_in_ed_is_english_only() -> None:
    assert "past" not in signs("Das Wort visited ist fremd.", "de")


def test_a_language_without_signs_has_no_patterns() -> None:
    assert find_words("trend", "Prices rose.", "pl") == ""


def test_the_words_of_a_sign_are_shown_as_typed() -> None:
    assert find_words("trend", "İstanbul: PRICES Rose.", "en") == "Rose"


# --- gates -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["heading", "term", "header-cell"])
def test_a_heading_is_let_off(kind: str) -> None:
    assert gate("Emissions fell 12% in 2020", kind) == "heading"


def test_a_fragment_is_let_off() -> None:
    assert gate("Not 12%.") == "fragment"


@pytest.mark.parametrize("kind", ["caption", "cell"])
def test_a_label_is_let_off(kind: str) -> None:
    assert gate("Emissions by year, 2010-2020", kind) == "label"


def test_a_caption_that_says_something_is_not_let_off() -> None:
    assert gate("Emissions were cut by 12% in 2020", "caption") == ""


def test_the_same_words_in_a_paragraph_are_no_label() -> None:
    assert gate("Emissions by year, 2010-2020") == ""


@pytest.mark.parametrize("text", ["Did it fall by 12%?", "“Did it fall by 12%?”", "Est-ce que 12 % suffisent ?"])
def test_a_question_is_let_off(text: str) -> None:
    assert gate(text) == "question"


@pytest.mark.parametrize(
    "text", ["We find that prices fell 12%.", "Our model gives 12% for it.", "Table 3 shows 12% for it."]
)
def test_an_own_result_is_let_off(text: str) -> None:
    assert gate(text) == "own-result"


@pytest.mark.parametrize("text", ["Water Now served 12 towns in 2020.", "The Water Now office served 12 towns."])
def test_the_organisation_speaks_of_itself(text: str) -> None:
    assert gate(text, organisation="Water Now") == "own-name"


def test_another_organisation_is_not_the_one_that_signs() -> None:
    assert gate("Water First served 12 towns in 2020.", organisation="Water Now") == ""


def test_a_name_that_only_begins_alike_is_another() -> None:
    assert gate("Water Nowadays served 12 towns.", organisation="Water Now") == ""


def test_a_name_may_end_in_a_sign() -> None:
    assert gate("Wells (Kenya) served 12 towns.", organisation="Wells (Kenya)") == "own-name"


def test_a_recommendation_that_instructs_is_let_off() -> None:
    assert gate("Publish the full list of wells.", role="recommendations") == "recommended"


def test_an_instruction_elsewhere_is_let_off() -> None:
    assert gate("Publish the full list of wells.") == "instruction"


def test_an_instruction_that_gives_a_figure_is_not_let_off() -> None:
    assert gate("Note that 40% of the wells are dry.") == ""


@pytest.mark.parametrize("text", ["Fund 115 wells by 2028.", "Set aside 96 million euros for the scheme."])
def test_the_figures_of_a_recommendation_are_what_it_asks_for(text: str) -> None:
    assert gate(text, role="recommendations") == "recommended"


def test_a_recommendation_that_tells_what_happened_is_not_let_off() -> None:
    assert gate("Extend the scheme, which restored 40 wells in 2020.", role="recommendations") == ""


@pytest.mark.parametrize("text", ["The ministry should pay 96 million euros.", "Our goal is to reach 80% by 2030."])
def test_what_ought_to_be_is_let_off(text: str) -> None:
    assert gate(text) == "normative"


def test_what_ought_to_be_because_of_what_was_is_not_let_off() -> None:
    assert gate("The ministry should pay, because the fund failed when prices doubled.") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Poor children are twice as likely to be absent.",
        "Adults who ate school meals are more likely to finish school.",
        "In May 2026 the council closed two kitchens.",
    ],
)
def test_likely_in_a_comparison_and_the_month_of_may_are_no_hedges(text: str) -> None:
    verdict = judge(Utterance(text))
    assert verdict.level != "none"
    assert "hedge" not in [s.name for s in verdict.signs]


@pytest.mark.parametrize("text", ["See Jones et al. (2019: 44) for the rest.", "So it is, see p. 4.", "So it is [1]."])
def test_pages_and_references_by_hand_are_no_figures(text: str) -> None:
    assert "figure" not in [s.name for s in judge(Utterance(text)).signs]


def test_an_opinion_is_let_off() -> None:
    assert gate("I think that this was a mistake.") == "opinion"


def test_an_opinion_that_quotes_is_not_let_off() -> None:
    assert gate("I think he said “never in a hundred years”.") == ""


def test_a_definition_is_let_off() -> None:
    assert gate("A borehole means a narrow well.") == "definition"


def test_a_definition_with_a_date_is_not_let_off() -> None:
    assert gate("A borehole is defined as a well since 2004.") == ""


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("de", "Wir glauben nicht an diesen Plan.", "opinion"),
        ("de", "Unsere Ergebnisse sind um 12% besser.", "own-result"),
        ("fr", "Nous pensons que ce plan est mauvais.", "opinion"),
        ("fr", "Nos résultats baissent de 12%.", "own-result"),
        ("fr", "Le tableau 1 le montre : les petits paient cinq fois plus.", "own-result"),
        ("fr", "Trois options existent.", "signpost"),
        ("fr", "Adopter le tarif du tableau 1.", "instruction"),
        ("es", "Creemos que el plan es malo.", "opinion"),
        ("es", "Nuestros resultados bajan 12%.", "own-result"),
    ],
)
def test_gates_speak_other_languages(lang: str, text: str, name: str) -> None:
    assert gate(text, lang=lang) == name


def test_every_gate_has_a_reason() -> None:
    assert all(GATE_REASONS[name] for name in ("heading", "fragment", "label", "question", "own-result", "own-name"))


def test_a_gate_keeps_a_tenth_of_the_score() -> None:
    open_, shut = (judge(Utterance("Emissions fell 12% in 2020.", kind=k)) for k in ("paragraph", "heading"))
    assert shut.score == pytest.approx(open_.score / 10, abs=0.001)


def test_a_sentence_that_is_let_off_has_no_level() -> None:
    assert judge(Utterance("Did emissions fall 12% in 2020?")).level == "none"


def test_a_sentence_that_is_let_off_keeps_its_signs() -> None:
    assert "percent" in [s.name for s in judge(Utterance("Did emissions fall 12% in 2020?")).signs]


# --- level and kind --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Emissions fell 12% in 2020.",
        "The well cost $1,200 in May 2024.",
        "The minister said that the plan was “a turning point for the whole region”.",
    ],
)
def test_a_plain_claim_is_strict(text: str) -> None:
    assert level(text) == "strict"


@pytest.mark.parametrize(
    "text", ["Pumps matter.", "The town should mend it.", "Let us turn to the record.", "I doubt it."]
)
def test_what_states_nothing_has_no_level(text: str) -> None:
    assert level(text) == "none"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Emissionen sanken 2020 um 12%."),
        ("fr", "Les émissions ont baissé de 12 % en 2020."),
        ("es", "Las emisiones cayeron un 12 % en 2020."),
        ("pl", "Emisje spadły o 12% w 2020 roku."),
    ],
)
def test_a_figure_is_strict_in_every_language(lang: str, text: str) -> None:
    assert level(text, lang) == "strict"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He said “never in a hundred years” to 12% of them.", "quotation"),
        ("Emissions fell 12% in 2020.", "statistic"),
        ("The well cost $1,200.", "statistic"),
        ("Experts disagree about it.", "attribution"),
        ("The Clean Water Act applies here.", "legal"),
        ("Wells are cheaper than pipes.", "comparison"),
        ("Rust makes it break because of air.", "causal"),
        ("The agency launched a programme.", "event"),
        ("Wells are deep.", "general"),
    ],
)
def test_the_most_specific_sign_gives_the_kind(text: str, kind: str) -> None:
    assert judge(Utterance(text)).kind == kind


def test_a_verdict_is_a_function_of_the_utterance() -> None:
    utterance = Utterance("Emissions fell 12% in 2020.")
    assert judge(utterance) == judge(utterance)


def test_an_empty_text_is_no_claim() -> None:
    verdict = judge(Utterance(""))
    assert (verdict.level, verdict.gate) == ("none", "fragment")


# --- the sentences of a brief ----------------------------------------------------------------


def seen(text: str, pandoc: Worker) -> list[Utterance]:
    return [utterance for _, utterance in utterances(make_brief(text, pandoc))]


def test_each_sentence_that_counts_is_judged_once(pandoc: Worker) -> None:
    brief = make_brief("# Heading\n\nOne is here. Two is here.\n\n- Three is here.\n", pandoc)
    assert [s.plain for s, _ in find_claims(brief)] == ["One is here.", "Two is here.", "Three is here."]


def test_a_sentence_is_seen_with_its_section_and_role(pandoc: Worker) -> None:
    (only,) = seen("# Next steps\n\nMend it.\n", pandoc)
    assert (only.section, only.role) == ("Next steps", "recommendations")


def test_a_sentence_is_seen_with_the_one_before_it(pandoc: Worker) -> None:
    assert [u.before for u in seen("One. Two.\n\nThree.\n", pandoc)] == ["", "One.", ""]


def test_a_sentence_is_seen_with_the_kind_of_its_block(pandoc: Worker) -> None:
    assert [u.kind for u in seen("One.\n\n> Two.\n\n- Three.\n", pandoc)] == ["paragraph", "quote", "item"]


def test_a_sentence_before_any_heading_has_no_section(pandoc: Worker) -> None:
    assert seen("One.\n\n# Heading\n", pandoc)[0].section == ""


def test_the_organisation_of_the_brief_is_known_to_the_detector(pandoc: Worker) -> None:
    text = "---\ntitle: T\norganisation: Water Now\n---\n\nWater Now served 12 towns in 2020.\n"
    verdicts: list[Verdict] = [v for _, v in find_claims(make_brief(text, pandoc))]
    assert [v.gate for v in verdicts] == ["own-name"]


def test_the_language_of_the_brief_is_that_of_the_detector(pandoc: Worker) -> None:
    text = "---\ntitle: T\nlang: de-AT\n---\n\nWir glauben nicht an diesen Plan.\n"
    assert [v.gate for _, v in find_claims(make_brief(text, pandoc))] == ["opinion"]
