"""What follows from signs and gates: scores, levels, kinds. The cases of each sign and gate stand in tests/signs."""

from __future__ import annotations

import pytest

from briefkit.claims import REASONS, find_claims, judge, utterances
from briefkit.claims.explain import GATE_REASONS
from briefkit.claims.lexicon import find_words
from briefkit.model import Utterance, Verdict
from briefkit.pandoc import Worker
from tests.building import make_brief


def signs(text: str, lang: str = "en") -> dict[str, str]:
    """The signs of a sentence, each with the words that gave it away."""
    return {sign.name: sign.words for sign in judge(Utterance(text), lang).signs}


def level(text: str, lang: str = "en") -> str:
    """The level of a sentence in a brief that reports no work of its authors."""
    return judge(Utterance(text, context={"near": "no own work"}), lang).level


# --- signs -----------------------------------------------------------------------------------


def test_eighteen_words_are_a_long_statement() -> None:
    assert signs("one " * 18)["long"] == "18 words"


@pytest.mark.parametrize(
    "text",
    [
        "Augmenter les tarifs entraîne des impayés.",
        "Le ministère a été supprimé.",
        "Selon l’Agence, les pannes durent.",
        "Une pompe sur quatre était à l’arrêt.",
    ],
)
def test_a_plain_french_claim_is_found(text: str) -> None:
    assert level(text, "fr") in ("strict", "advisory")


@pytest.mark.parametrize("text", ["L’argent manque.", "Les limites sont connues.", "« Est-ce vrai\u202f?\u00a0»"])
def test_french_that_states_nothing_has_no_level(text: str) -> None:
    assert level(text, "fr") == "none"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Der Rat nannte die Straße „eine Falle“.", "de"),
        ("Die Ministerin sprach von ‚einer Schande‘.", "de"),
        ("Le conseil a qualifié la route de «\u00a0piège\u00a0».", "fr"),
        ("La route est un «\u00a0scandale\u00a0», dénonce le maire.", "fr"),
        ("El consejo calificó la carretera de «trampa».", "es"),
        ("La carretera es una «vergüenza», denuncia el alcalde.", "es"),
    ],
)
def test_few_words_are_a_quotation_where_somebody_says_them(text: str, lang: str) -> None:
    assert "quotation" in signs(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Das Gesetz heißt „Gute Kita“.", "de"),
        ("L’étude « Eau » estime que la ville perd.", "fr"),
        ("El plan «Agua» termina.", "es"),
    ],
)
def test_a_title_is_no_quotation(text: str, lang: str) -> None:
    assert "quotation" not in signs(text, lang)


def test_a_language_without_signs_has_those_that_need_no_words() -> None:
    assert set(signs("Ceny wzrosły o 12% w 2020.", "pl")) >= {"percent"}


def test_a_past_in_ed_is_english_only() -> None:
    assert "past" not in signs("Das Wort visited ist fremd.", "de")


def test_a_language_without_signs_has_no_patterns() -> None:
    assert find_words("trend", "Prices rose.", "pl") == ""


def test_the_words_of_a_sign_are_shown_as_typed() -> None:
    assert find_words("trend", "İstanbul: PRICES Rose.", "en") == "Rose"


# --- gates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Poor children are twice as likely to be absent.",
        "Adults who ate school meals are more likely to finish school.",
        "In May 2026 the council closed two kitchens.",
    ],
)
def test_likely_in_a_comparison_and_the_month_of_may_leave_a_claim_a_claim(text: str) -> None:
    assert level(text) != "none"


def test_every_sign_and_gate_has_a_reason() -> None:
    assert all((*REASONS.values(), *GATE_REASONS.values()))


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
        "The World Bank estimated that emissions in India and China fell by 12% in 2020.",
        "The government spent $1,200 million on wells in May 2024, according to the Audit Office.",
        "The minister told Parliament in May 2019 that the plan was “a turning point for the whole region”.",
    ],
)
def test_a_plain_claim_is_strict(text: str) -> None:
    assert level(text) == "strict"


@pytest.mark.parametrize(
    "text", ["Emissions fell 12% in 2020.", "The fund was closed in June.", "Few could pay for it."]
)
def test_a_short_one_is_found(text: str) -> None:
    assert level(text) in ("strict", "advisory")


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
        ("es", "Las emisiones de la UE han caído un 12 % desde 2020."),
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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("**Fees rose.** A permit cost 40 euros in 2024.", "heading"),
        ("**Fees rose 12%.** A permit cost 12% more in 2024.", "heading"),
        ("**Fees rose 12%.** A permit cost 40 euros in 2024.", "paragraph"),
        ("**Fees rose 12%.**", "paragraph"),
        ("**Fees rose**", "heading"),
        ("**Fees rose.**", "paragraph"),
        ("**Fees rose by 12%**", "paragraph"),
        ("- **Fees rose**", "item"),
        ("**Fees** rose. A permit cost 40 euros in 2024.", "paragraph"),
    ],
)
def test_bold_words_at_the_head_of_a_paragraph_are_a_heading_unless_they_alone_give_a_figure(
    pandoc: Worker, text: str, kind: str
) -> None:
    (_, first), *others = utterances(make_brief(f"{text}\n", pandoc))
    assert (first.kind, *(other.kind for _, other in others)) == (kind, *["paragraph"] * len(others))


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("```{python}\n#| fig-cap: Fees rose 12%\n\nfees = read()\n```", 2),
        ("```{r}\nFees rose 12% in 2020.\n\nThey fell 12% in 2021.\n```", 2),
        ("```{note}\nFees rose 12% in 2020.\n\nThey fell 12% in 2021.\n```", 4),
        ("```{r}", 2),
    ],
)
def test_the_cell_of_another_program_is_no_text_of_the_brief(pandoc: Worker, cell: str, counts: int) -> None:
    assert len(find_claims(make_brief(f"Prices fell.\n\n{cell}\n\nFees rose.\n", pandoc))) == counts
