"""Every sentence that counts gets exactly one status, the first that applies, and says what stands behind it."""

from __future__ import annotations

import pytest

from briefkit.claims import CLAIM_CODES
from briefkit.evidence import source_keys
from briefkit.model import STATUSES, Account
from briefkit.pandoc import Worker
from briefkit.rules import all_rules
from tests.building import make_accounts

FIGURE = "Emissions fell 12% in 2020."

CLAIM = "Emissions fell 12% in 2020"
OTHER = "The agency closed 9 offices in 2019"
CITED = f"{CLAIM} [@smith2021]."
HEAD = "---\ntitle: T\n{}\n---\n\n"


def accounts(text: str, pandoc: Worker) -> tuple[Account, ...]:
    return make_accounts(text + "\n", pandoc)


def status(text: str, pandoc: Worker) -> str:
    """The status of the first sentence of a text."""
    return accounts(text, pandoc)[0].status


def statuses(text: str, pandoc: Worker) -> list[str]:
    return [a.status for a in accounts(text, pandoc)]


# --- each status -----------------------------------------------------------------------------


def test_a_claim_with_a_source_is_sourced(pandoc: Worker) -> None:
    assert status(CITED, pandoc) == "sourced"


def test_a_claim_without_a_source_is_unsupported(pandoc: Worker) -> None:
    assert status(f"{CLAIM}.", pandoc) == "unsupported"


def test_a_sentence_that_states_nothing_is_not_a_claim(pandoc: Worker) -> None:
    assert status("What should be done?", pandoc) == "not-a-claim"


def test_a_sentence_that_states_nothing_but_cites_is_sourced(pandoc: Worker) -> None:
    assert status("Pumps matter [@smith2021].", pandoc) == "sourced"


def test_a_key_that_the_library_lacks_is_unresolved(pandoc: Worker) -> None:
    assert status(f"{CLAIM} [@nobody].", pandoc) == "unresolved"


def test_one_missing_key_of_several_is_unresolved(pandoc: Worker) -> None:
    assert status(f"{CLAIM} [@smith2021; @nobody].", pandoc) == "unresolved"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (".opinion", "opinion"),
        (".own-analysis", "own-analysis"),
        (".common-knowledge", "waived"),
        ('.waived reason="we know"', "waived"),
    ],
)
def test_a_mark_decides(mark: str, expected: str, pandoc: Worker) -> None:
    assert status(f"[{CLAIM}.]{{{mark}}}", pandoc) == expected


def test_a_waiver_without_a_reason_waives_nothing(pandoc: Worker) -> None:
    assert status(f"[{CLAIM}.]{{.waived}}", pandoc) == "unsupported"


def test_a_sentence_marked_as_a_claim_needs_a_source(pandoc: Worker) -> None:
    assert status("[Pumps matter.]{.claim}", pandoc) == "unsupported"


def test_a_sentence_marked_as_a_claim_may_have_a_source(pandoc: Worker) -> None:
    assert status("[Pumps matter [@smith2021].]{.claim}", pandoc) == "sourced"


def test_the_inner_of_two_marks_decides(pandoc: Worker) -> None:
    assert status(f"[[{CLAIM}.]{{.opinion}}]{{.own-analysis}}", pandoc) == "opinion"


def test_an_allowance_waives(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-statistic: we know -->\n\n{CLAIM}."
    assert status(text, pandoc) == "waived"


@pytest.mark.parametrize("name", ["CLM101", "CLM102"])
def test_an_allowance_waives_by_code_as_well(name: str, pandoc: Worker) -> None:
    assert status(f"Emissions fell by 12% in 2020. <!-- briefkit: allow {name}: own record -->", pandoc) == "waived"


def test_the_codes_of_claims_are_those_of_their_rules() -> None:
    assert {str(all_rules()[name].CODE) for name in CLAIM_CODES} == set(CLAIM_CODES.values())


def test_the_allowance_of_the_group_waives_every_kind(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-claim: we know -->\n\n{CLAIM}. He called it “a turning point for all”."
    assert statuses(text, pandoc) == ["waived", "waived"]


def test_an_allowance_of_another_kind_does_not_waive(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-quotation: we know -->\n\n{CLAIM}."
    assert status(text, pandoc) == "unsupported"


def test_an_allowance_without_a_reason_does_not_waive(pandoc: Worker) -> None:
    assert status(f"<!-- briefkit: allow unsupported-claim -->\n\n{CLAIM}.", pandoc) == "unsupported"


def test_an_allowance_waives_only_what_it_covers(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-claim: we know -->\n\n{CLAIM}.\n\n{OTHER}."
    assert statuses(text, pandoc) == ["waived", "unsupported"]


def test_an_allowance_does_not_waive_what_is_no_claim(pandoc: Worker) -> None:
    text = "<!-- briefkit: allow unsupported-claim: we know -->\n\nWhat should be done?"
    assert status(text, pandoc) == "not-a-claim"


# --- which comes first -----------------------------------------------------------------------


def test_unresolved_comes_before_a_mark(pandoc: Worker) -> None:
    assert status(f"[{CLAIM} [@nobody].]{{.opinion}}", pandoc) == "unresolved"


def test_unresolved_comes_before_a_waiver(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-claim: we know -->\n\n{CLAIM} [@nobody]."
    assert status(text, pandoc) == "unresolved"


def test_a_mark_comes_before_a_source(pandoc: Worker) -> None:
    assert status(f"[{CITED}]{{.own-analysis}}", pandoc) == "own-analysis"


def test_a_waiver_by_mark_comes_before_a_source(pandoc: Worker) -> None:
    assert status(f'[{CITED}]{{.waived reason="x"}}', pandoc) == "waived"


def test_a_source_comes_before_an_allowance_that_it_does_not_need(pandoc: Worker) -> None:
    text = f"<!-- briefkit: allow unsupported-claim: we know -->\n\n{CITED}"
    assert status(text, pandoc) == "sourced"


def test_a_source_comes_before_restated(pandoc: Worker) -> None:
    text = HEAD.format(f"summary: {CLAIM} [@smith2021].") + CITED
    assert statuses(text, pandoc) == ["sourced", "sourced"]


def test_every_status_is_one_of_the_table(pandoc: Worker) -> None:
    text = f"{CLAIM}. {CITED} [{CLAIM}.]{{.opinion}} Why? {CLAIM} [@nobody]."
    assert set(statuses(text, pandoc)) <= set(STATUSES)


def test_every_sentence_that_counts_has_exactly_one_account(pandoc: Worker) -> None:
    found = accounts(f"# Heading\n\n{CLAIM}. Why?\n\n- {CITED}\n", pandoc)
    assert [a.sentence.plain for a in found] == [f"{CLAIM}.", "Why?", f"{CLAIM}."]


# --- what stands behind ----------------------------------------------------------------------


def test_a_sourced_sentence_names_its_keys_once_each(pandoc: Worker) -> None:
    (account,) = accounts(f"{CLAIM} [@smith2021, p. 1; @smith2021, p. 2].", pandoc)
    assert account.covered_by == ("smith2021",)


def test_an_unsupported_sentence_names_nothing(pandoc: Worker) -> None:
    assert accounts(f"{CLAIM}.", pandoc)[0].covered_by == ()


def test_own_analysis_names_what_it_computes_from(pandoc: Worker) -> None:
    assert accounts(f"[{CITED}]{{.own-analysis}}", pandoc)[0].covered_by == ("smith2021",)


def test_an_opinion_names_nothing(pandoc: Worker) -> None:
    assert accounts(f"[{CITED}]{{.opinion}}", pandoc)[0].covered_by == ()


def test_an_account_keeps_what_the_detector_said(pandoc: Worker) -> None:
    (account,) = accounts(CITED, pandoc)
    assert (account.kind, account.level, account.gate) == ("statistic", "strict", "")


def test_french_words_between_are_not_shared_words(pandoc: Worker) -> None:
    head = HEAD.format("lang: fr\nsummary: Le coût de la vie est de 12 % dans le pays.")
    said = "La part de la dette est de 12 % dans le budget [@smith2021]."
    assert status(head + said, pandoc) == "unsupported"


def test_a_name_with_an_accent_must_stand_in_both(pandoc: Worker) -> None:
    head = HEAD.format("lang: fr\nsummary: Le prix a baissé de 12 % selon Éole.")
    said = "Le prix a baissé de 12 % selon Zéphyr [@smith2021]."
    assert status(head + said, pandoc) == "unsupported"


# --- notes -----------------------------------------------------------------------------------


def test_a_citation_in_a_note_covers_the_sentence_that_calls_it(pandoc: Worker) -> None:
    assert status(f"{CLAIM}.[^1]\n\n[^1]: See [@smith2021].", pandoc) == "sourced"


def test_a_citation_in_a_note_does_not_cover_the_next_sentence(pandoc: Worker) -> None:
    assert statuses(f"{CLAIM}.[^1] {OTHER}.\n\n[^1]: See [@smith2021].", pandoc)[:2] == ["sourced", "unsupported"]


def test_a_note_that_only_cites_is_no_sentence_of_its_own(pandoc: Worker) -> None:
    assert statuses(f"{CLAIM}.[^1]\n\n[^1]: [see @smith2021, p. 4; @smith2021].", pandoc) == ["sourced"]


def test_a_note_that_says_something_is_a_sentence_of_its_own(pandoc: Worker) -> None:
    assert statuses(f"{CLAIM}.[^1]\n\n[^1]: Revised: [@smith2021].", pandoc) == ["sourced", "sourced"]


def test_a_missing_key_in_a_note_is_unresolved(pandoc: Worker) -> None:
    assert status(f"{CLAIM}.[^1]\n\n[^1]: See [@nobody].", pandoc) == "unresolved"


def test_a_claim_in_a_note_needs_its_own_source(pandoc: Worker) -> None:
    assert statuses(f"Pumps matter.[^1]\n\n[^1]: {CLAIM}.", pandoc) == ["not-a-claim", "unsupported"]


def test_a_citation_does_not_cover_the_paragraph_after_it(pandoc: Worker) -> None:
    assert statuses(f"{CITED}\n\n{OTHER}.", pandoc) == ["sourced", "unsupported"]


# --- source= ---------------------------------------------------------------------------------

TABLE = "| A |\n|---|\n| The well was shut in 2019 by 9 men. |\n\n: Wells were cut by 12 per cent in 2020 {%s}\n"


def test_the_source_of_a_table_covers_its_cells_and_its_caption(pandoc: Worker) -> None:
    assert statuses(TABLE % 'source="@smith2021"', pandoc) == ["sourced", "sourced"]


def test_a_table_without_a_source_covers_nothing(pandoc: Worker) -> None:
    assert statuses(TABLE % ".wide", pandoc) == ["unsupported", "unsupported"]


def test_a_missing_key_in_the_source_of_a_table_is_unresolved(pandoc: Worker) -> None:
    assert statuses(TABLE % 'source="@nobody"', pandoc) == ["unresolved", "unresolved"]


def test_a_source_without_a_key_covers_nothing(pandoc: Worker) -> None:
    assert statuses(TABLE % 'source="own count"', pandoc) == ["unsupported", "unsupported"]


def test_the_source_of_a_figure_covers_its_caption(pandoc: Worker) -> None:
    assert status(f'![{CLAIM}.](a.png){{source="@smith2021"}}', pandoc) == "sourced"


def test_the_source_of_a_box_does_not_cover_its_paragraphs(pandoc: Worker) -> None:
    assert status(f'::: {{.case-study source="@smith2021"}}\n{CLAIM}.\n:::', pandoc) == "unsupported"


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("@a2020", ("a2020",)),
        ("@a2020, table 3", ("a2020",)),
        ("[@a2020; @b2021, p. 3]", ("a2020", "b2021")),
        ("own count from @a2020.", ("a2020",)),
        ("@{https://example.org/a}", ("https://example.org/a",)),
        ("-@a2020", ("a2020",)),
        ("office@example.org", ()),
        ("", ()),
    ],
)
def test_the_keys_of_a_source_are_read_as_citations(source: str, keys: tuple[str, ...]) -> None:
    assert source_keys(source) == keys


# --- how far a citation reaches --------------------------------------------------------------

THIRD = "Two courts rejected 4 appeals in 2021."


def scoped(scope: str, text: str, pandoc: Worker) -> list[str]:
    return [a.status for a in make_accounts(text + "\n", pandoc, scope=scope)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("sentence", ["unsupported", "sourced", "unsupported"]),
        ("following", ["unsupported", "sourced", "sourced"]),
        ("paragraph", ["sourced", "sourced", "sourced"]),
    ],
)
def test_the_scope_says_how_far_a_citation_reaches(scope: str, expected: list[str], pandoc: Worker) -> None:
    assert scoped(scope, f"{OTHER}. {CITED} {THIRD}", pandoc) == expected


@pytest.mark.parametrize("scope", ["following", "paragraph"])
def test_no_scope_reaches_into_another_paragraph(scope: str, pandoc: Worker) -> None:
    text = f"{OTHER}.\n\n{CITED}\n\n{OTHER}.\n\n- {CITED}\n- {OTHER}.\n"
    assert scoped(scope, text, pandoc) == ["unsupported", "sourced", "unsupported", "sourced", "unsupported"]


def test_a_covered_sentence_names_the_citation_and_its_place(pandoc: Worker) -> None:
    covered = make_accounts(f"{CITED} {OTHER}.\n", pandoc, scope="following")[1]
    assert (covered.covered_by, covered.scope) == (("smith2021",), "following")
    assert [(p.line, p.column) for p in covered.covered_at] == [(1, 29)]


def test_a_sentence_that_cites_names_the_places_of_its_citations(pandoc: Worker) -> None:
    (account,) = accounts(f"{CLAIM} [see @smith2021, p. 2; @smith2021, p. 9].", pandoc)
    assert (account.scope, [(p.line, p.column) for p in account.covered_at]) == ("", [(1, 33)])


def test_a_cell_names_the_caption_that_gives_its_source(pandoc: Worker) -> None:
    assert [p.line for a in accounts(TABLE % 'source="@smith2021"', pandoc) for p in a.covered_at] == [5, 5]


def test_the_next_citation_takes_over(pandoc: Worker) -> None:
    bib = "@misc{a2020, title = {A}}\n@misc{b2020, title = {B}}\n"
    text = f"{CLAIM} [@a2020]. {OTHER}. {CLAIM} [@b2020]. {THIRD}\n"
    found = make_accounts(text, pandoc, bib, "following")
    assert [a.covered_by for a in found] == [("a2020",), ("a2020",), ("b2020",), ("b2020",)]


def test_a_citation_that_the_library_lacks_covers_nothing_and_ends_what_another_covers(pandoc: Worker) -> None:
    text = f"{CITED} {OTHER}. {CLAIM} [@nobody]. {THIRD}"
    assert scoped("following", text, pandoc) == ["sourced", "sourced", "unresolved", "unsupported"]


def test_in_a_paragraph_the_citation_before_covers_and_else_the_first_after(pandoc: Worker) -> None:
    bib = "@misc{a2020, title = {A}}\n@misc{b2020, title = {B}}\n"
    text = f"{THIRD} {CLAIM} [@a2020]. {CLAIM} [@b2020]. {OTHER}.\n"
    found = make_accounts(text, pandoc, bib, "paragraph")
    assert [a.covered_by for a in found] == [("a2020",), ("a2020",), ("b2020",), ("b2020",)]


@pytest.mark.parametrize("scope", ["following", "paragraph"])
def test_what_is_no_claim_is_not_covered(scope: str, pandoc: Worker) -> None:
    assert scoped(scope, f"{CITED} What should be done?", pandoc) == ["sourced", "not-a-claim"]


@pytest.mark.parametrize("scope", ["following", "paragraph"])
def test_a_mark_and_an_allowance_come_before_the_citation_of_another_sentence(scope: str, pandoc: Worker) -> None:
    text = f"{CITED} [{OTHER}.]{{.opinion}} {THIRD} <!-- briefkit: allow unsupported-claim: we know -->"
    assert scoped(scope, text, pandoc) == ["sourced", "opinion", "waived"]


@pytest.mark.parametrize("mark", [".opinion", ".own-analysis"])
def test_a_citation_in_marked_words_covers_what_follows(mark: str, pandoc: Worker) -> None:
    assert scoped("following", f"[{CITED}]{{{mark}}} {OTHER}.", pandoc)[1] == "sourced"


def test_a_note_covers_what_follows_its_call(pandoc: Worker) -> None:
    text = f"{CLAIM}.[^1] {OTHER}.\n\n[^1]: [@smith2021]."
    assert scoped("following", text, pandoc) == ["sourced", "sourced"]


# --- restated --------------------------------------------------------------------------------


def restated(summary: str, body: str, pandoc: Worker) -> bool:
    return status(HEAD.format(f"summary: {summary}") + body, pandoc) == "restated"


def test_a_summary_that_says_a_sourced_sentence_again_is_restated(pandoc: Worker) -> None:
    assert restated("Emissions fell by 12%.", "Emissions of the town fell by 12% in 2020 [@smith2021].", pandoc)


def test_a_restated_sentence_says_where_it_was_said(pandoc: Worker) -> None:
    first = accounts(HEAD.format("summary: Emissions fell by 12%.") + "Emissions fell by 12% [@smith2021].", pandoc)[0]
    assert first.covered_by == ("brief.md:6:1",)


def test_a_summary_restates_own_analysis_too(pandoc: Worker) -> None:
    assert restated("Emissions fell by 12%.", "[Emissions fell by 12% in 2020.]{.own-analysis}", pandoc)


@pytest.mark.parametrize(
    ("summary", "body", "again"),
    [
        ("Two thirds of homes lack a cool room.", "Of 300 homes, 201 lack a cool room [@smith2021].", True),
        (
            "Two thirds of homes lack a cool room.",
            "In 2025, 201 of 300 homes had a lack of cool rooms [@smith2021].",
            True,
        ),
        ("Two thirds of homes lack a cool room.", "Of all homes, 67% lack a cool room [@smith2021].", True),
        ("Two thirds of homes lack a cool room.", "Of 300 homes, 101 lack a cool room [@smith2021].", False),
        ("Two thirds of homes lack a cool room.", "Of 300 schools, 201 have no playground [@smith2021].", False),
    ],
)
def test_a_share_in_words_is_that_of_two_counts(summary: str, body: str, again: bool, pandoc: Worker) -> None:
    assert restated(summary, body, pandoc) is again


def test_a_summary_with_another_figure_is_not_restated(pandoc: Worker) -> None:
    assert not restated("Emissions fell by 13%.", "Emissions fell by 12% in 2020 [@smith2021].", pandoc)


def test_a_summary_with_another_name_is_not_restated(pandoc: Worker) -> None:
    body = "Emissions in Kenya fell by 12% in 2020 [@smith2021]."
    assert not restated("Emissions in Uganda fell by 12%.", body, pandoc)


def test_a_summary_of_other_words_is_not_restated(pandoc: Worker) -> None:
    body = "Wages of nurses grew by 12% there [@smith2021]."
    assert not restated("Emissions from coal plants fell by 12% everywhere.", body, pandoc)


def test_a_summary_of_an_unsupported_sentence_is_not_restated(pandoc: Worker) -> None:
    assert not restated("Emissions fell by 12%.", "Emissions fell by 12% in 2020.", pandoc)


def test_a_summary_without_figures_and_names_is_not_restated(pandoc: Worker) -> None:
    body = "The agency closed its offices after the vote [@smith2021]."
    assert not restated("The agency closed its offices after the vote.", body, pandoc)


def test_a_figure_that_is_part_of_another_is_not_the_same(pandoc: Worker) -> None:
    assert not restated("Emissions fell by 2%.", "Emissions fell by 12% in all [@smith2021].", pandoc)


def test_a_sentence_of_the_body_is_never_restated(pandoc: Worker) -> None:
    text = "Emissions fell by 12% [@smith2021].\n\nEmissions fell by 12%."
    assert statuses(text, pandoc) == ["sourced", "unsupported"]


def test_a_summary_does_not_restate_another_summary(pandoc: Worker) -> None:
    head = HEAD.format("summary: Emissions fell by 12% [@smith2021].\nbottom-line: Emissions fell by 12%.")
    assert statuses(head + "Pumps matter.", pandoc)[:2] == ["sourced", "unsupported"]


def test_a_section_of_key_messages_sums_up(pandoc: Worker) -> None:
    text = "# Key messages\n\n- Emissions fell by 12%.\n\n# Evidence\n\nEmissions fell by 12% [@smith2021]."
    assert statuses(text, pandoc) == ["restated", "sourced"]


def test_a_box_sums_up(pandoc: Worker) -> None:
    text = "::: {.key-message}\nEmissions fell by 12%.\n:::\n\nEmissions fell by 12% [@smith2021]."
    assert statuses(text, pandoc) == ["restated", "sourced"]


@pytest.mark.parametrize(
    ("lang", "summary", "body"),
    [
        ("en", "Emissions rose 12% in 2020.", "Emissions fell 12% in 2020"),
        ("en", "Emissions did not fall by 12% in 2020.", "Emissions fell by 12% in 2020"),
        ("en", "Emissions fell by 12% in 2020.", "Emissions did not fall by 12% in 2020"),
        ("en", "Costs rose by 12 million euros.", "Costs rose by 12% in euros"),
        ("en", "The ministry paid 1.4 million for meals.", "The ministry paid 1.4 billion for meals in 2024"),
        ("fr", "Les prix ont baissé de 12 %.", "Les prix ont augmenté de 12 %"),
        ("fr", "Les prix n’ont pas baissé de 12 %.", "Les prix ont baissé de 12 %"),
        ("de", "Die Kosten sanken um 12 Prozent.", "Die Kosten stiegen 2020 um 12 %"),
        ("de", "Die Kosten stiegen nicht um 12 Prozent.", "Die Kosten stiegen 2020 um 12 %"),
        ("es", "Los precios subieron un 12 % en 2020.", "Los precios bajaron un 12 % en 2020"),
    ],
)
def test_what_says_something_else_of_the_same_figures_is_not_restated(
    lang: str, summary: str, body: str, pandoc: Worker
) -> None:
    head = HEAD.format(f'lang: {lang}\nsummary: "{summary}"')
    assert status(f"{head}{body} [@smith2021].", pandoc) == "unsupported"


@pytest.mark.parametrize(
    ("lang", "summary", "body"),
    [
        ("en", "Costs rose by 12 per cent.", "Last year costs rose by 12% in the district"),
        ("en", "Repairs cost 40 euros on average.", "A repair costs 40 euros, as an average of all districts shows"),
        ("en", "Karsby, in 2024, closed four offices.", "The four offices of the region were closed in 2024"),
        ("en", "Karsby’s stock stayed at 170 pumps.", "The region of Karsby kept a stock of 170 pumps"),
        ("en", "Fees cover 61% of costs, not 80%.", "Fees cover 61% of costs, and not the 80% that the law asks for"),
        ("en", "Only 38% of pumps work.", "In 2024 only 38% of pumps still work, and none was replaced"),
        ("de", "Die Kosten stiegen um 12 Prozent.", "Die Kosten der Gemeinden stiegen 2020 um 12 %"),
        (
            "fr",
            "En 2024, les prix n’ont couvert que 61 % des frais.",
            "Les prix ne couvrent en 2024 que 61 % des frais",
        ),
        ("es", "Los precios subieron un 12 % en 2020.", "En 2020 los precios de la vivienda subieron un 12 %"),
    ],
)
def test_other_forms_of_the_same_words_say_it_again(lang: str, summary: str, body: str, pandoc: Worker) -> None:
    head = HEAD.format(f'lang: {lang}\nsummary: "{summary}"')
    assert status(f"{head}{body} [@smith2021].", pandoc) == "restated"


def test_a_mark_on_a_heading_covers_its_section(pandoc: Worker) -> None:
    text = f"""# Before

{FIGURE}

# Estimates {{.own-analysis}}

{FIGURE} [{FIGURE}]{{.opinion}}

## Costs

- {FIGURE}[^1]

[^1]: {FIGURE}

# After

{FIGURE}
"""
    found = [account.status for account in make_accounts(text, pandoc)]
    assert found == ["unsupported", "own-analysis", "opinion", "own-analysis", "unsupported", "unsupported"]


def test_a_waiver_on_a_heading_needs_its_reason(pandoc: Worker) -> None:
    assert [a.status for a in make_accounts(f"# E {{.waived}}\n\n{FIGURE}", pandoc)] == ["unsupported"]
    assert [a.status for a in make_accounts(f'# E {{.waived reason="x"}}\n\n{FIGURE}', pandoc)] == ["waived"]
