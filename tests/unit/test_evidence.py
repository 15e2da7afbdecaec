"""Every sentence that counts gets exactly one status, the first that applies, and says what stands behind it."""

from __future__ import annotations

import pytest

from briefkit.evidence import source_keys
from briefkit.model import STATUSES, Account
from briefkit.pandoc import Worker
from tests.building import make_accounts

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
