"""What the runner does with the hits of the rules: severities, settings, allowances, order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefkit.check import LONGEST_SUBJECT, check_brief, check_without_claims, make_case, split_findings
from briefkit.claims import find_claims
from briefkit.config import Config
from briefkit.evidence import link_evidence
from briefkit.model import Finding, Severity
from briefkit.pandoc import Worker
from briefkit.rules import META, RULES, all_rules, rule_name
from briefkit.values import replace
from tests.building import EXAMPLE_LIBRARY, check_text, make_brief, make_library

HEAD = "---\ntitle: T\n---\n\n"
FIGURE = "Emissions fell 12% in 2020."
EVENT = "In 2019 the agency launched a programme in the capital after the ministry closed its office."
QUOTE = "The minister called the plan “a turning point for the whole region”."
CITED = "Prices rose [@smith2021].\n\n"


def findings(text: str, pandoc: Worker, config: Config | None = None, *, bib: str | None = None) -> list[Finding]:
    """The findings on a body that cites something, so that only what is tested is found; claims are sure ones."""
    whole = HEAD + CITED + text + "\n"
    return list(check_text(whole, pandoc, EXAMPLE_LIBRARY if bib is None else bib, config, sure=True))


def codes(text: str, pandoc: Worker, config: Config | None = None) -> list[str]:
    return [f.code for f in findings(text, pandoc, config)]


def severity(text: str, pandoc: Worker, config: Config | None = None) -> Severity:
    (only,) = findings(text, pandoc, config)
    return only.severity


# --- stamps ----------------------------------------------------------------------------------


def test_a_brief_with_nothing_wrong_has_no_findings(pandoc: Worker) -> None:
    assert findings("Why is that?", pandoc) == []


def test_a_finding_is_stamped_with_the_code_and_name_of_its_rule(pandoc: Worker) -> None:
    (finding,) = findings(FIGURE, pandoc)
    assert (finding.code, finding.name) == ("CLM102", "unsupported-statistic")


def test_a_finding_stands_at_its_sentence(pandoc: Worker) -> None:
    (finding,) = findings(FIGURE, pandoc)
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (7, 1, 28)


def test_a_finding_says_what_it_is_about(pandoc: Worker) -> None:
    (finding,) = findings(FIGURE, pandoc)
    assert finding.subject == FIGURE


def test_a_finding_keeps_the_beginning_of_a_sentence_without_an_end(pandoc: Worker) -> None:
    found = findings(HEAD + "As Smith (2020) says and " * 200 + "so on.\n", pandoc)
    assert len(found) > 100
    assert {len(f.subject) for f in found if f.name == "typed-citation"} == {LONGEST_SUBJECT}


def test_a_sentence_has_one_finding_about_its_claim(pandoc: Worker) -> None:
    assert codes("The minister called 12% of it “a turning point for the whole region” in 2020.", pandoc) == ["CLM103"]


def test_a_finding_names_what_gave_the_claim_away(pandoc: Worker) -> None:
    (finding,) = findings(FIGURE, pandoc)
    assert "12%" in finding.message


def test_a_claim_by_mark_says_so(pandoc: Worker) -> None:
    (finding,) = findings("[Pumps matter.]{.claim}", pandoc)
    assert finding.message.endswith("the author marked it as a claim")


# --- severities ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"), [(FIGURE, Severity.ERROR), (QUOTE, Severity.ERROR), (EVENT, Severity.WARNING)]
)
def test_a_sure_claim_has_the_severity_of_its_rule(text: str, expected: Severity, pandoc: Worker) -> None:
    assert severity(text, pandoc) == expected


@pytest.mark.parametrize("heading", ["Summary", "Key messages", "Recommendations"])
def test_a_sure_claim_is_an_error_where_many_read(heading: str, pandoc: Worker) -> None:
    text = f"# {heading}\n\n{EVENT} It announced that it had launched a treaty."
    graver = [f.severity for f in findings(text, pandoc) if f.subject == EVENT]
    assert graver == [Severity.ERROR]


def test_a_sure_claim_in_a_key_message_is_an_error(pandoc: Worker) -> None:
    assert severity(f"::: {{.key-message}}\n{EVENT}\n:::", pandoc) == Severity.ERROR


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"CLM": "info"}, Severity.INFO),
        ({"CLM": "info", "CLM1": "error"}, Severity.ERROR),
        ({"CLM1": "info", "CLM101": "error"}, Severity.ERROR),
        ({"CLM": "info", "unsupported-claim": "error"}, Severity.ERROR),
        ({"DOC": "info"}, Severity.WARNING),
    ],
)
def test_a_severity_may_be_set_for_a_family(settings: dict[str, str], expected: Severity, pandoc: Worker) -> None:
    assert severity(EVENT, pandoc, Config(severity=settings)) == expected


def test_a_family_may_be_switched_off(pandoc: Worker) -> None:
    assert [f.code for f in findings(EVENT, pandoc, Config(severity={"CLM": "off"})) if f.code.startswith("CLM")] == []


def test_a_sure_claim_in_another_section_is_not_raised(pandoc: Worker) -> None:
    assert severity(f"# Background\n\n{EVENT}", pandoc) == Severity.WARNING


@pytest.mark.parametrize("text", [FIGURE, f"::: {{.key-message}}\n{FIGURE}\n:::"])
def test_an_unsure_claim_is_lowered_and_never_raised(text: str, pandoc: Worker) -> None:
    brief, library = make_brief(HEAD + CITED + text + "\n", pandoc), make_library()
    accounts = [replace(a, level="advisory") for a in link_evidence(brief, find_claims(brief), library)]
    found, _ = check_brief(make_case(brief, library, accounts), Config())
    assert [f.severity for f in found] == [Severity.WARNING]


def test_what_rules_find_without_claims_is_what_they_find_with_them(pandoc: Worker) -> None:
    text = f"{HEAD}{CITED}{FIGURE} {QUOTE}\n\nOf 100 wells, 40 are dry, 30 run and 40 are new [@nobody].\n"
    brief, library, config = make_brief(text, pandoc), make_library(), Config()
    empty = make_case(brief, library, ())
    case = make_case(brief, library, link_evidence(brief, find_claims(brief), library))
    known = check_without_claims(empty, config)
    assert check_brief(case, config, known) == check_brief(case, config)
    hit = {RULES[number].CODE for number, hits in known.items() if hits}
    left = {rule.CODE for number, rule in enumerate(RULES) if number not in known}
    assert {"CIT201", "CLM115"} <= hit
    assert {"CLM101", "CLM102", "CLM103"} <= left


@pytest.mark.parametrize("ask", [len, list, bool, tuple, lambda accounts: 1 in accounts, lambda accounts: accounts[0]])
def test_a_rule_that_asks_for_claims_in_any_way_waits_for_them(
    ask: Callable[[Any], object], pandoc: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RULES[0], "check", lambda case: (ask(case.accounts), [])[1])
    assert 0 not in check_without_claims(make_case(make_brief(HEAD + CITED, pandoc), make_library(), ()), Config())


def test_a_brief_without_a_library_is_an_error_when_it_cites(pandoc: Worker) -> None:
    (finding,) = [f for f in check_text(HEAD + CITED, pandoc, "") if f.code == "CIT214"]
    assert finding.severity == Severity.ERROR


def test_a_brief_that_claims_and_cites_nothing_is_warned_when_it_claims_nothing(pandoc: Worker) -> None:
    (finding,) = check_text(HEAD + "Why is that?\n", pandoc)
    assert (finding.code, finding.severity) == ("CIT214", Severity.WARNING)


def test_a_brief_that_cites_nothing_is_no_error_for_what_may_be_a_claim(pandoc: Worker) -> None:
    found = check_text(HEAD + "We think that fares are unfair. Buses matter to many people.\n", pandoc)
    assert [(f.code, f.severity) for f in found] == [("CIT214", Severity.WARNING), ("CLM101", Severity.INFO)]


def test_a_brief_without_text_makes_no_claims_to_speak_of(pandoc: Worker) -> None:
    (finding,) = check_text(HEAD, pandoc)
    assert (finding.message, finding.severity) == ("There is no text to check", Severity.WARNING)


POINTED = {
    "Fares rose by 12%.[^a]\n\n[^a]: Why?": ("; its note cites nothing", "cite in the note, as [^a]: [@key, p. 3], or"),
    "Fares rose by 12% ([the office](https://www.example.org/x)).": ("; it links to example.org, which", "add what it"),
    "Fares rose by 12%.": ("", "cite a source as [@key, p. 3], or"),
}


@pytest.mark.parametrize("text", list(POINTED))
def test_a_link_or_a_note_without_a_citation_is_named_where_a_source_is_missing(text: str, pandoc: Worker) -> None:
    (finding,) = (f for f in check_text(HEAD + text + "\n", pandoc, sure=True) if f.code == "CLM102")
    said, hint = POINTED[text]
    assert f"a trend){said}" in finding.message
    assert finding.hint.startswith(hint)


def test_a_note_in_words_is_told_as_what_it_is_and_less_grave(pandoc: Worker) -> None:
    text = HEAD + "Why?[^1] Why?[^2]\n\n[^1]: City Council (2023), 4.\n\n[^2]: It fell by 12%, in 2020, and by 14%.\n"
    notes = [f for f in check_text(text, pandoc, sure=True) if f.code == "CLM102"]
    assert [f.message.startswith("This note names a source in words") for f in notes] == [True, False]
    assert notes[0].severity < notes[1].severity


IN_WORDS = ("The Vapes (England) Regulations 2024, SI 2024/1005.", "Census office, Yearbook of 2021, table 4.")


@pytest.mark.parametrize("note", IN_WORDS)
def test_a_law_or_a_table_of_a_source_is_one_in_words(note: str, pandoc: Worker) -> None:
    text = f"{HEAD}{CITED}Why?[^1]\n\n[^1]: {note}\n"
    told = [f.message for f in check_text(text, pandoc, sure=True) if f.code.startswith("CLM")]
    assert told == ["This note names a source in words, which no list of references shows"]


def test_sources_that_notes_name_in_words_are_to_be_cited_there(pandoc: Worker) -> None:
    text = HEAD + "Emissions fell 12% in 2020.[^1]\n\n[^1]: Census office, *Yearbook*, p. 4.\n"
    (finding,) = [f for f in check_text(text, pandoc) if f.code == "CIT214"]
    assert finding.hint == "cite what the notes name in words: [^1]: [@key, p. 3]"


def test_a_grave_problem_is_an_error_whatever_its_rule(pandoc: Worker) -> None:
    found = check_text("---\ntitle: a: b\n---\n\n" + CITED, pandoc)
    assert [(f.code, f.severity) for f in found] == [("DOC801", Severity.ERROR)]


def test_a_problem_that_is_not_grave_is_a_warning(pandoc: Worker) -> None:
    found = check_text("---\ntitle: T\nzzz: b\n---\n\n" + CITED, pandoc)
    assert [(f.code, f.severity) for f in found] == [("DOC801", Severity.WARNING)]


# --- beside a sentence that cites ------------------------------------------------------------

CITES = "Prices rose [@smith2021]."


@pytest.mark.parametrize("text", [f"{CITES} {EVENT}", f"{EVENT} {CITES}"])
def test_a_claim_beside_a_sentence_that_cites_is_lowered(text: str, pandoc: Worker) -> None:
    assert severity(text, pandoc) == Severity.INFO


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{CITES} {FIGURE}", "; the sentence before it cites @smith2021 (line 7)"),
        (f"{FIGURE}\n{CITES}", "; the sentence after it cites @smith2021 (line 8)"),
        (f"{CITES}[^a] {FIGURE}\n\n[^a]: [@smith2021, p. 9].", "; the sentence before it cites @smith2021 (line 7)"),
    ],
)
def test_such_a_finding_names_the_citation(text: str, told: str, pandoc: Worker) -> None:
    (finding,) = findings(text, pandoc)
    assert (finding.severity, finding.message.endswith(told)) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    "text",
    [f"{CITES} Why? {FIGURE}", f"{CITES}\n\n{FIGURE}", f"- {CITES}\n- {FIGURE}"],
)
def test_a_citation_farther_off_lowers_nothing(text: str, pandoc: Worker) -> None:
    assert severity(text, pandoc) == Severity.ERROR


def test_a_summary_is_led_to_the_text_that_says_the_same_without_a_source(pandoc: Worker) -> None:
    summary, body = findings(f"# Summary\n\n{FIGURE}\n\n# Why\n\n{FIGURE[:-1]} in the whole country.", pandoc)
    assert [(r.place.line, r.message) for r in summary.related] == [(13, "the text says so too, without a source")]
    assert summary.hint == "cite a source in line 13, and this sentence needs none of its own"
    assert not body.related


def test_a_summary_is_led_to_the_source_of_its_figure(pandoc: Worker) -> None:
    short = "Towns and villages enjoyed better air, because 12% of drivers left their cars at home."
    body = "A survey of 1,200 drivers counted 12% as idle [@smith2021, p. 3]."
    found = findings(f"# Summary\n\n{short}\n\n# Why\n\n{body}", pandoc)
    (summary,) = [f for f in found if f.code == "CLM102"]
    assert [(r.place.line, r.message) for r in summary.related] == [(13, "the text has this figure from @smith2021")]
    assert summary.hint == "cite it here too, [@smith2021], or say here what line 13 says, in its words"


def test_a_summary_is_led_to_no_other_sentence(pandoc: Worker) -> None:
    found = findings(f"# Summary\n\n{FIGURE}\n\n# Why\n\nEmissions fell 14% in 2021.", pandoc)
    assert [f.related for f in found if f.code == "CLM102"] == [(), ()]


def test_a_summary_is_not_led_by_a_year_alone(pandoc: Worker) -> None:
    short = "The network of shelters in the city has grown fivefold since 2020."
    found = findings(f"# Summary\n\n{short}\n\n# Why\n\nIn 2020 the city opened its shelters [@smith2021].", pandoc)
    assert [f.related for f in found if f.code == "CLM102"] == [()]


def test_a_citation_that_the_library_lacks_lowers_nothing(pandoc: Worker) -> None:
    found = findings(f"Prices rose [@nobody]. {FIGURE}", pandoc)
    assert [(f.code, f.severity) for f in found] == [("CIT201", Severity.ERROR), ("CLM102", Severity.ERROR)]


def test_a_sure_claim_beside_a_citation_is_raised_all_the_same_where_many_read(pandoc: Worker) -> None:
    assert severity(f"# Summary\n\n{CITES} {EVENT}", pandoc) == Severity.WARNING


def test_a_project_that_says_how_far_citations_reach_is_told_the_rest_as_it_is(pandoc: Worker) -> None:
    config = Config(citation_scope="following")
    assert severity(f"{FIGURE} {CITES}", pandoc, config) == Severity.ERROR
    assert findings(f"{CITES} {FIGURE}", pandoc, config) == []


# --- other sources than citations -------------------------------------------------------------


def test_a_claim_with_a_citation_typed_by_hand_leads_to_it(pandoc: Worker) -> None:
    (claim,) = [f for f in findings("Wages fell by 12% (Miller and Jones 2020).", pandoc) if f.code == "CLM102"]
    assert "'(Miller and Jones 2020)' is typed by hand" in claim.message


def test_a_claim_with_a_place_and_a_year_does_not_speak_of_typed_citations(pandoc: Worker) -> None:
    (claim,) = [f for f in findings("Wages fell by 12% (Paris 2015).", pandoc) if f.code == "CLM102"]
    assert "typed by hand" not in claim.message


def test_what_the_library_has_is_named_where_a_citation_is_typed_by_hand(pandoc: Worker) -> None:
    found = findings("Wages fell (Statistics Office, 2021).", pandoc)
    assert [f.hint for f in found if f.code == "CIT209"] == ["the library has it: write [@smith2021]"]


def test_a_single_name_of_which_the_library_knows_nothing_is_a_remark(pandoc: Worker) -> None:
    found = findings("Wages fell (Miller 2020). They rose (Miller et al. 2020).", pandoc)
    assert [f.severity for f in found if f.code == "CIT209"] == [Severity.INFO, Severity.WARNING]


def test_a_figure_without_a_page_is_a_remark_and_a_quotation_a_warning(pandoc: Worker) -> None:
    text = 'Wages fell by 12% [@smith2021]. She said that "nobody will be left behind" [@smith2021].'
    text += "\n\nSo it was [@smith2021, p. 3]."
    book = "@book{smith2021, author = {Smith, Jane}, title = {Prices}, date = {2021}}"
    found = [f for f in findings(text, pandoc, bib=book) if f.code == "CIT210"]
    assert [f.severity for f in found] == [Severity.INFO, Severity.WARNING]


def test_the_share_of_self_citations_is_the_projects_to_set(pandoc: Worker) -> None:
    text = "---\ntitle: X\norganisation: Statistics Office\n---\n\n" + "It rose [@smith2021].\n\n" * 9
    for limit, expected in ((0.5, ["CIT215"]), (1.0, [])):
        found = check_text(text, pandoc, config=Config(self_citation_limit=limit))
        assert [f.code for f in found if f.code == "CIT215"] == expected


def test_unused_entries_are_not_told_where_not_all_briefs_were_looked_at(pandoc: Worker) -> None:
    text = "Prices rose."
    assert "CIT202" not in {f.code for f in check_text(text, pandoc)}
    (found,) = [f for f in check_text(text, pandoc, alone=True) if f.code == "CIT202"]
    assert found.message == "1 of 1 entry is cited by no brief: smith2021"


# --- tables whose source is named in words ----------------------------------------------------

TABLE = "| Line | Trips |\n|---|--:|\n| North | 9,200 |\n\n"


@pytest.mark.parametrize(
    ("table", "severity"),
    [
        (f"{TABLE}: Trips by line. Source: port authority, own calculation.", Severity.INFO),
        (f"{TABLE}: Trips by line\n\nSource: our own count.", Severity.INFO),
        (f"{TABLE}: Trips by source: all lines", Severity.WARNING),
    ],
)
def test_a_table_that_names_its_source_in_words_is_a_remark(table: str, severity: Severity, pandoc: Worker) -> None:
    (finding,) = [f for f in findings(table, pandoc) if f.code == "CLM109"]
    assert (finding.severity, "in words" in finding.message) == (severity, severity == Severity.INFO)


# --- kinds -----------------------------------------------------------------------------------

CAUSE = "Since 2019 the new tariff has led to longer queues at the wells."
COMPARISON = "Since 2019 the region has had the oldest water network in the country."
ATTRIBUTION = "Studies show that trained mechanics mend pumps sooner."
LAW = "Under the Water Act each village may close its own wells."
GOING_ON = "The wood in the northern hills is still growing."


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (FIGURE, "CLM102", "it gives a figure (“12%”, a percentage;"),
        (QUOTE, "CLM103", "it quotes somebody ("),
        (CAUSE, "CLM104", "it states a cause (“led to”"),
        (COMPARISON, "CLM105", "it makes a comparison (“the oldest”, a superlative or a first"),
        (ATTRIBUTION, "CLM106", "it gives the word of a source without a name (“Studies show”"),
        (LAW, "CLM101", "it states a provision of law (“Water Act”"),
        (EVENT, "CLM101", "it tells of an event ("),
        (GOING_ON, "CLM101", "it states a fact (“is still growing”, something that is done or goes on"),
    ],
)
def test_a_finding_says_the_kind_and_why(text: str, code: str, told: str, pandoc: Worker) -> None:
    (finding,) = findings(text, pandoc)
    assert (finding.code, told in finding.message) == (code, True), finding.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2022 school meals reached 481 million children in low-income countries.", "“481 million children”"),
        ("In 2022 the farm shipped 500 metric tonnes of wheat to Egypt.", "“500 metric tonnes”"),
        ("The port closed 14 of its berths, and the city paid for each of them in 2022.", "“14”"),
        ("Since 2006 the water table in the basin has fallen by 12 metres.", "“12 metres”"),
        ("In 2020 the review covered 18 studies and nothing else.", "“18 studies”"),
        ("By mid-2025 more than 200 banking hubs had been announced.", "“200 banking hubs”"),
        ("In 2024 the shelters cost a million, 0.03% of the budget of the city.", "“0.03%”, a percentage"),
        ("Since 2019 a third of the 353 shelters have been closed on Sundays.", "“353 shelters”"),
        ("In 2022 the flood drove 300 people across the river.", "“300 people”"),
        ("The summer of 2022 brought a record of nights above 20 degrees.", "“20 degrees”"),
    ],
)
def test_a_figure_is_quoted_with_what_it_counts(text: str, told: str, pandoc: Worker) -> None:
    (finding,) = findings(text, pandoc)
    assert f"it gives a figure ({told}" in finding.message, finding.message


def test_a_mark_that_holds_too_few_words_is_named(pandoc: Worker) -> None:
    text = "The works cost 1,100 euros a night, or 100,000 a summer of ninety nights ([own estimate]{.own-analysis})."
    (finding,) = findings(text, pandoc)
    assert finding.message.endswith("; its mark .own-analysis holds no more than half of its words")
    assert findings("[The works cost 1,100 euros a night]{.own-analysis} this year.", pandoc) == []


def test_where_a_sentence_stands_is_said_and_not_quoted(pandoc: Worker) -> None:
    (finding,) = findings(f"# Conclusion\n\n{FIGURE}", pandoc)
    assert "conclusion" not in finding.message
    (finding,) = findings("# Conclusion\n\nSchool meals are the best investment of all.", pandoc)
    assert "\u201cconclusion\u201d" not in finding.message


def test_a_finding_quotes_no_words_twice(pandoc: Worker) -> None:
    (finding,) = findings("According to experts, heat is the deadliest hazard.", pandoc)
    assert "(\u201cAccording to experts\u201d" in finding.message
    assert "\u201cAccording to\u201d" not in finding.message


@pytest.mark.parametrize("text", [CAUSE, COMPARISON, ATTRIBUTION])
def test_causes_comparisons_and_nameless_sources_are_errors_where_many_read(text: str, pandoc: Worker) -> None:
    assert severity(f"# Key messages\n\n- {text}", pandoc) == Severity.ERROR


# --- settings --------------------------------------------------------------------------------


@pytest.mark.parametrize("listed", ["CLM102", "CLM", "C", "unsupported-statistic"])
def test_a_rule_is_ignored_by_code_family_or_name(listed: str, pandoc: Worker) -> None:
    assert findings(FIGURE, pandoc, Config(ignore=(listed,))) == []


@pytest.mark.parametrize("listed", ["CLM101", "BIB", "unsupported-claim", "unsupported"])
def test_what_is_not_listed_is_not_ignored(listed: str, pandoc: Worker) -> None:
    assert codes(FIGURE, pandoc, Config(ignore=(listed,))) == ["CLM102"]


def test_only_what_is_selected_is_found(pandoc: Worker) -> None:
    assert codes(f"{FIGURE} {QUOTE}", pandoc, Config(select=("CLM103",))) == ["CLM103"]


def test_ignore_wins_over_select(pandoc: Worker) -> None:
    assert codes(f"{FIGURE} {QUOTE}", pandoc, Config(select=("CLM",), ignore=("CLM103",))) == ["CLM102"]


@pytest.mark.parametrize("key", ["CLM102", "unsupported-statistic"])
def test_a_severity_is_set_by_code_or_name(key: str, pandoc: Worker) -> None:
    assert severity(FIGURE, pandoc, Config(severity={key: "info"})) == Severity.INFO


def test_a_severity_that_is_set_is_not_raised(pandoc: Worker) -> None:
    text = f"::: {{.key-message}}\n{EVENT}\n:::"
    assert severity(text, pandoc, Config(severity={"CLM101": "info"})) == Severity.INFO


def test_a_rule_may_be_switched_off(pandoc: Worker) -> None:
    assert findings(FIGURE, pandoc, Config(severity={"CLM102": "off"})) == []


def test_a_rule_that_is_off_stays_off_when_selected(pandoc: Worker) -> None:
    assert findings(FIGURE, pandoc, Config(severity={"CLM102": "off"}, select=("CLM102",))) == []


# --- allowances ------------------------------------------------------------------------------


def allow(names: str, text: str) -> str:
    return f"<!-- briefkit: allow {names}: we know -->\n\n{text}"


@pytest.mark.parametrize("text", [FIGURE, QUOTE, EVENT, CAUSE, COMPARISON, ATTRIBUTION, "![A map](pumps.png)"])
def test_the_name_of_the_group_allows_every_claim(text: str, pandoc: Worker) -> None:
    assert findings(allow("unsupported-claim", text), pandoc) == []


def test_a_specific_name_allows_itself_only(pandoc: Worker) -> None:
    assert codes(allow("unsupported-statistic", f"{FIGURE} {QUOTE}"), pandoc) == ["CLM103"]


def test_a_code_counts_as_a_name(pandoc: Worker) -> None:
    assert findings(allow("CLM102", FIGURE), pandoc) == []


def test_the_code_of_the_group_allows_the_group(pandoc: Worker) -> None:
    assert findings(allow("CLM101", FIGURE), pandoc) == []


def test_an_allowance_of_another_rule_allows_its_finding(pandoc: Worker) -> None:
    assert findings(allow("unresolved-key", "Why is that [@nobody]?"), pandoc) == []


def test_an_allowance_allows_nothing_outside_its_block(pandoc: Worker) -> None:
    assert codes(allow("unsupported-claim", f"{FIGURE}\n\n{QUOTE}"), pandoc) == ["CLM103"]


def test_an_allowance_that_allows_nothing_is_told(pandoc: Worker) -> None:
    assert codes(allow("unsupported-claim", "Why is that?"), pandoc) == ["CFG901"]


def test_an_allowance_over_a_sourced_claim_allows_nothing(pandoc: Worker) -> None:
    assert codes(allow("unsupported-claim", "Prices rose [@smith2021]."), pandoc) == ["CFG901"]


def test_an_allowance_without_a_reason_is_told_and_allows_nothing(pandoc: Worker) -> None:
    assert sorted(codes(f"<!-- briefkit: allow unsupported-claim -->\n\n{FIGURE}", pandoc)) == ["CFG902", "CLM102"]


def test_an_unknown_name_is_told_with_a_near_miss(pandoc: Worker) -> None:
    found = findings(allow("unsuported-claim", FIGURE), pandoc)
    assert [(f.code, f.hint) for f in found if f.code == "CFG903"] == [("CFG903", "did you mean 'unsupported-claim'?")]


@pytest.mark.parametrize(
    "comment", ["<!-- briefkit: allow all: x -->", "<!-- briefkit: allow: x -->", "<!-- briefkit: off -->"]
)
def test_an_allowance_of_everything_is_told(comment: str, pandoc: Worker) -> None:
    assert "CFG904" in codes(f"{comment}\n\n{FIGURE}", pandoc)


def test_a_waiver_by_mark_without_a_reason_is_told(pandoc: Worker) -> None:
    assert sorted(codes(f"[{FIGURE}]{{.waived}}", pandoc)) == ["CFG902", "CLM102"]


def test_a_waiver_by_mark_that_waives_nothing_is_told(pandoc: Worker) -> None:
    assert codes('[Why is that?]{.waived reason="x"}', pandoc) == ["CFG901"]


def test_a_waiver_over_a_caption_waives_the_source_of_its_figure(pandoc: Worker) -> None:
    assert codes('![[A map]{.waived reason="our own photograph"}](pumps.png)', pandoc) == []


def test_a_waiver_by_mark_that_waives_something_is_silent(pandoc: Worker) -> None:
    assert codes(f'[{FIGURE}]{{.waived reason="x"}}', pandoc) == []


def test_a_finding_about_an_allowance_may_be_ignored(pandoc: Worker) -> None:
    assert codes(allow("unsupported-claim", "Why is that?"), pandoc, Config(ignore=("CFG",))) == []


def test_two_allowances_of_one_claim_are_both_used(pandoc: Worker) -> None:
    text = allow("unsupported-claim", allow("unsupported-statistic", FIGURE))
    assert findings(text, pandoc) == []


# --- order and files -------------------------------------------------------------------------


def test_findings_are_in_the_order_of_the_file(pandoc: Worker) -> None:
    found = findings(f"{FIGURE}\n\n{QUOTE} [@nobody]\n\n{FIGURE}", pandoc)
    assert [f.place for f in found] == sorted(f.place for f in found)


def test_findings_at_one_place_are_in_the_order_of_their_codes(pandoc: Worker) -> None:
    found = check_text("Why is that?\n", pandoc)
    assert [f.code for f in found] == ["CIT214", "DOC801"]


def test_findings_in_the_library_are_told_apart(pandoc: Worker) -> None:
    library = make_library("@article{smith2021, title = {A}\n\n@book{b2020, title = {B}}\n")
    brief = make_brief(HEAD + CITED, pandoc)
    own, shared = split_findings(check_brief(make_case(brief, library, ()), Config())[0], library)
    assert {f.place.path for f in own} <= {"brief.md"}
    assert {f.place.path for f in shared} <= {"references.bib"}


def test_the_same_brief_has_the_same_findings(pandoc: Worker) -> None:
    assert findings(f"{FIGURE} {QUOTE}", pandoc) == findings(f"{FIGURE} {QUOTE}", pandoc)


# --- the table of rules ----------------------------------------------------------------------


def test_rules_run_in_the_order_of_their_table_and_none_twice() -> None:
    names = [rule_name(rule) for rule in (*RULES, *META)]
    assert len(set(names)) == len(names)


def test_the_name_of_a_rule_is_its_module_s_with_hyphens() -> None:
    assert all(name == rule_name(rule) and "_" not in name for name, rule in all_rules().items())


def test_every_rule_has_a_severity() -> None:
    assert all(isinstance(rule.SEVERITY, Severity) for rule in all_rules().values())


# --- what is too many --------------------------------------------------------------------------


def test_hidden_characters_that_are_not_told_one_by_one_are_counted(pandoc: Worker) -> None:
    found = [f for f in findings("Wages ro\u200bse. " * 25, pandoc) if f.code == "DOC813"]
    assert len(found) == 20
    assert [f.message.partition("; ")[2] for f in found[-2:]] == ["", "5 more like it follow"]


def test_no_german_noun_and_no_marker_is_told_as_a_name(pandoc: Worker) -> None:
    text = (
        "---\ntitle: T\nlang: de\n---\n\nDer MDK hat im Heim nach der Prüfung der Räume TODO 12 Betten geschlossen.\n"
    )
    messages = [f.message for f in check_text(text, pandoc) if f.code == "CLM102"]
    assert [("name" in message) for message in messages] == [False]


@pytest.mark.parametrize(
    ("said", "code", "cure"),
    [
        ("CLM102 own records", "CFG902", "write: allow CLM102: own records"),
        ("CLM101, CLM102 own records", "CFG902", "write: allow CLM101, CLM102: own records"),
        ("CLM102 own records: of 2023", "CFG903", "write: allow CLM102: own records: of 2023"),
        ("CLM101 CLM102: own records", "CFG903", "write: allow CLM101, CLM102: own records"),
        ("CLM101 CLM102", "CFG902", "write: allow CLM101, CLM102: the reason"),
    ],
)
def test_a_forgotten_sign_in_an_allowance_is_told_once_with_the_whole_line(
    said: str, code: str, cure: str, pandoc: Worker
) -> None:
    found = check_text(f"<!-- briefkit: allow {said} -->\n\n{FIGURE}", pandoc)
    assert [(f.code, f.hint) for f in found if f.code.startswith("CFG")] == [(code, cure)]


def test_a_waiver_of_several_sentences_is_told_of_once(pandoc: Worker) -> None:
    assert codes(f"::: {{.waived}}\nWhy is that? {FIGURE}\n\n{FIGURE}\n:::", pandoc) == ["CFG902", "CLM102", "CLM102"]
    assert codes('::: {.waived reason="x"}\nWhy is that? How is it?\n:::', pandoc) == ["CFG901"]
    assert codes(f'::: {{.waived reason="x"}}\nWhy is that? {FIGURE}\n:::', pandoc) == []
