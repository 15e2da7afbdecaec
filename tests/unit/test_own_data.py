"""Where a sentence stands in a document with data of its own."""

from __future__ import annotations

import pytest

from briefkit.claims.own_data import gives_account, own_data

METHODS = [("The rates were weighted by district.", "Methods"), ("Each village was counted once.", "Methods")]


def told(*placed: tuple[str, str], lang: str = "en") -> list[str]:
    return own_data([text for text, _ in placed], [section for _, section in placed], lang)


def test_results_of_a_document_that_says_how_they_were_come_by_are_its_own() -> None:
    assert told(*METHODS, ("Use fell by 12%.", "Results"))[-1] == "results"


@pytest.mark.parametrize(
    ("sentences", "what"),
    [
        (("We searched Scopus for reviews.", "We screened the titles twice.", "We left out opinion pieces."), ""),
        (("We searched Scopus for reviews.", "We surveyed 40 villages.", "We counted the wells."), "results"),
    ],
)
def test_a_search_for_the_works_of_others_promises_no_figures(sentences: tuple[str, ...], what: str) -> None:
    search = [(text, "Methods: how we searched") for text in sentences]
    assert told(*search, ("Use fell by 12%.", "Results"))[-1] == what


def test_in_a_document_without_methods_of_its_own_nothing_is_told() -> None:
    assert told(("Use fell by 12%.", "Results"), ("Prices rose.", "Background")) == ["", ""]


@pytest.mark.parametrize(
    ("called", "results"),
    [
        ("Pumps for all: completion and learning review\nIndependent Evaluation Office", True),
        ("State of the climate\nMet Service", True),
        ("State of the ecosystem: the north\nNorland", True),
        ("State of the union\nNorland", False),
        ("Economic bulletin\nCentral Bank", True),
        ("Who pays for water?\nWater Forum", False),
        ("", False),
    ],
)
def test_a_document_may_be_called_what_gives_figures_of_its_own(called: str, results: bool) -> None:
    texts, sections = ["Use fell by 12%."] * 12, ["Results"] * 12
    assert own_data(texts, sections, "en", called) == ["results" if results else ""] * 12


def test_what_a_note_of_a_few_sentences_is_called_says_nothing() -> None:
    assert own_data(["Use fell by 12%."], ["Results"], "en", "Water survey") == [""]


@pytest.mark.parametrize(
    ("lang", "called", "account"),
    [
        ("en", "Water\nStatistics Norland", True),
        ("en", "Water\nNorland Fisheries Science Center", True),
        ("en", "Water\nOffice of the Auditor General", True),
        ("en", "Water\nElectoral Commission", True),
        ("en", "Annual report 2024\nWater Now", True),
        ("en", "Shelter cluster factsheet, July 2018\nCluster Norland", True),
        ("en", "Situation report 4\nWater Now", True),
        ("en", "The situation of wells\nWater Now", False),
        ("en", "Adopted budget 2025\nCity of Havn", True),
        ("en", "Water\nBank of America", False),
        ("en", "Statistics of water\nForum for Monitoring", False),
        ("en", "What the budget leaves out\nWater Now", False),
        ("en", "Annual report on the state of wells\nWater Now", False),
        ("de", "Jahresbericht 2024\nBrunnenhilfe", True),
        ("fr", "Rapport annuel sur l'eau\nEau Claire", False),
        ("en", "Water\nCity of Havn", False),
        ("de", "Wasser\nStatistisches Landesamt", True),
        ("fr", "Eau\nInstitut de la statistique", True),
        ("en", "Water\nWater Lobby Observatory", False),
        ("en", "Water\nSociety for Statistical Method", False),
        ("es", "Agua\nInstituto de Estadística", True),
        ("it", "Acqua\nBanca centrale", False),
    ],
)
def test_who_counts_or_gives_account_of_itself_has_data_of_its_own_in_a_short_note_too(
    lang: str, called: str, account: bool
) -> None:
    assert gives_account(called, lang) is account
    assert bool(own_data(["Use fell by 12%."], ["Resum"], lang, called)[0]) is account


@pytest.mark.parametrize(
    "text",
    [
        "This report presents new data on the wells of Arden.",
        "This paper links two models to tell what wells cost in Arden.",
        "To that end, this policy brief simulates five tariffs.",
        "It is based on interviews with 40 committees, and a survey of 900 farms.",
        "Our new study suggests that committees matter.",
        "We find that:",
    ],
)
def test_a_text_that_announces_findings_gives_data_of_its_own(text: str) -> None:
    assert told((text, "Arden"), ("Use fell by 12%.", "Key findings"))[-1] == "summary"


@pytest.mark.parametrize(
    "text",
    [
        "The report of the ministry presents new data on the wells of Arden.",
        "That paper links two models to tell what wells cost in Arden.",
        "This brief discusses what wells cost in Arden.",
        "The tariff is based on a survey of the ministry.",
        "This report discusses the new law on data.",
        "We find that pumps fail.",
    ],
)
def test_a_text_that_speaks_of_others_announces_nothing(text: str) -> None:
    assert told((text, "Arden"), ("Use fell by 12%.", "Key findings"))[-1] == ""


def test_a_report_that_leads_in_a_list_goes_on_for_long() -> None:
    items = [(f"District {name} lost its pumps.", "Arden") for name in "ABCDEFGHIJKL"]
    assert told(("We find that:", "Arden"), *items)[8:] == ["reports"] * 3 + ["elsewhere"] * 2


def test_who_signs_a_text_reports_by_its_name() -> None:
    texts = ["Water Now mends pumps.", "Water Now has 12 wells.", "Water Now counted them.", "Use fell by 12%."]
    assert own_data(texts, [""] * 3 + ["Results"], "en", "Wells\nWater Now")[-1] == "results"
    assert own_data(texts, [""] * 3 + ["Results"], "en", "Wells\nWater Forum")[-1] == ""


def test_a_few_reports_are_as_good_as_a_section_of_methods() -> None:
    reports = [(f"We surveyed {n} villages.", "Wells") for n in (10, 20, 30)]
    assert told(*reports, ("Use fell by 12%.", "What the wells showed"))[-1] == "results"


def test_what_stands_soon_after_a_report_goes_on_with_it() -> None:
    told_of = told(*METHODS, *[(text, "Wells") for text in ("We found 12 wells.", *["Use fell."] * 10)])
    assert told_of[2:] == ["reports"] * 5 + ["elsewhere"] * 6


@pytest.mark.parametrize(
    ("lang", "section", "what"),
    [
        ("en", "Summary", "summary"),
        ("en", "Why now", "background"),
        ("de", "Ergebnisse der Befragung", "methods"),
        ("de", "Befunde nach Bezirk", "results"),
        ("fr", "Les effets du tarif", "results"),
        ("es", "Resultados por distrito", "results"),
    ],
)
def test_headings_say_what_stands_under_them(lang: str, section: str, what: str) -> None:
    methods = {"de": "Methode", "fr": "Méthode", "es": "Metodología"}.get(lang, "Methods")
    assert told(("Eins.", methods), ("Zwei.", methods), ("Drei 12%.", section), lang=lang)[-1] == what


def test_a_section_full_of_figures_gives_data() -> None:
    figures = [("Use fell by 12%.", "Wells"), ("Repairs took 9 days.", "Wells"), ("Pumps cost 300 euros.", "Wells")]
    assert told(*METHODS, *figures)[-3:] == ["figures"] * 3


def test_a_section_that_tells_what_others_say_gives_none() -> None:
    others = ("Use fell by 12%, critics say.", "The ministry said 9 days.", "It cost 3.")
    assert told(*METHODS, *((text, "Wells") for text in others))[-3:] == ["elsewhere"] * 3


def test_nothing_is_told_in_a_language_without_words() -> None:
    assert told(*METHODS, ("Use fell by 12%.", "Results"), lang="pl") == [""] * 3


def test_a_heading_of_the_authors_is_as_good_as_a_section_of_methods() -> None:
    assert told(("Use fell by 12%.", "Our estimates"), ("Prices rose.", "Background")) == ["results", "background"]


@pytest.mark.parametrize(
    ("first", "heading", "what"),
    [
        ("We compare wells of 14 valleys.", "Abstract", "summary"),
        ("Using the counts of 14 valleys, the authors find that meters pay.", "Abstract", "summary"),
        ("This paper examines the wells of 14 valleys.", "Abstract", "summary"),
        ("In this note, I discuss ways to mend wells.", "Abstract", ""),
        ("This paper examines the wells of 14 valleys.", "Wells", ""),
    ],
)
def test_an_abstract_that_says_what_its_authors_do_gives_data_of_their_own(first: str, heading: str, what: str) -> None:
    texts = [first, "Meters halve the use of water.", "The valleys differ."]
    assert set(own_data(texts, [heading] * len(texts))) == {what}


def test_a_text_that_points_to_its_figures_all_the_time_is_about_what_these_show() -> None:
    shown = [(f"Landings of district {n} fell by {n}% (Fig. {n}).", "Landings") for n in range(1, 5)]
    plain = [(text.partition(" (")[0] + ".", section) for text, section in shown]
    assert told(*shown, ("The price rose by 4%.", "Landings"))[-1] == "figures"
    assert told(*plain, ("The price rose by 4%.", "Landings"))[-1] == ""


def test_how_we_think_of_a_thing_is_no_method() -> None:
    headings = ("How we counted the wells", "How we think about wells")
    methods = [[(text, heading) for text, _ in METHODS] for heading in headings]
    assert [told(*own, ("Use fell by 12%.", "Results"))[-1] for own in methods] == ["results", ""]
