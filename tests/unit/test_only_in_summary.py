"""How grave it is that a recommendation has a figure of its own, and what is shown beside it."""

from __future__ import annotations

from briefkit.model import Finding, Severity
from briefkit.pandoc import Worker
from tests.building import check_text

BODY = """# The evidence

A room costs 60,000 euros [@smith2021]. Of 212 homes, 85 have rents above the law's limit [@smith2021].

# Recommendations

- """


def told(pandoc: Worker, text: str) -> list[Finding]:
    return [f for f in check_text(BODY + text + "\n", pandoc) if f.code == "CLM114"]


def test_what_a_recommendation_proposes_is_only_information(pandoc: Worker) -> None:
    found = told(pandoc, "Cap rents at 12% of income.")
    assert [f.severity for f in found] == [Severity.INFO]


def test_what_a_recommendation_states_is_a_warning(pandoc: Worker) -> None:
    found = told(pandoc, "A room costs 80,000 euros.")
    assert [f.severity for f in found] == [Severity.WARNING]


BOXED = "\n::: {.recommendation actor=Land}\n"


def test_what_a_box_proposes_is_information_in_words_that_no_gate_knows(pandoc: Worker) -> None:
    text = "---\ntitle: T\nlang: de\n---\n\nEin Zimmer kostet 60.000 Euro [@smith2021].\n"
    asks = f"{BOXED}Das Land übernimmt eine Bürgschaft von höchstens 400.000 Euro.\n:::\n"
    found = [f for f in check_text(text + asks, pandoc) if f.code == "CLM114"]
    message = "400.000 Euro stands in the recommendations and nowhere in the text"
    assert [(f.severity, f.message) for f in found] == [(Severity.INFO, message)]
    assert all(f.related for f in found)  # the sentence that is nearest is shown, though not its figure


def test_what_a_box_states_of_what_the_text_says_is_a_warning(pandoc: Worker) -> None:
    found = [
        f for f in check_text(f"{BODY[:-2]}{BOXED}A room costs 80,000 euros.\n:::\n", pandoc) if f.code == "CLM114"
    ]
    assert [f.severity for f in found] == [Severity.WARNING]


def test_no_share_of_a_count_is_the_nearest_to_a_percentage(pandoc: Worker) -> None:
    found = told(pandoc, "Cap rents at 12% of income.")
    assert not any("the nearest" in f.message for f in found)


def test_of_very_many_figures_those_that_the_body_has_are_not_told(pandoc: Worker) -> None:
    lead = "".join(f"Fees cover {n}% of costs. " for n in range(700))
    body = "".join(f"Fees cover {n}% of all costs [@smith2021]. " for n in range(700))
    found = check_text(f"---\ntitle: T\n---\n\n# Summary\n\n{lead}\n\n# Text\n\n{body}\n", pandoc)
    assert not [f for f in found if f.code == "CLM114"]


def test_no_amount_of_another_order_is_the_nearest(pandoc: Worker) -> None:
    found = told(pandoc, "Spend at least 74 million euros on each room.")
    assert [f.message for f in found] == ["74 million euros stands in the recommendations and nowhere in the text"]


def test_the_nearest_is_the_one_with_two_digits_in_each_others_place(pandoc: Worker) -> None:
    text = (
        "# Summary\n\nResistance was responsible for 1.72 million deaths in 2019.\n\n# Text\n\n"
        "In 2019 some 4.95 million deaths went with resistance, and 1.27 million were due to it [@smith2021].\n"
    )
    found = [f for f in check_text(text, pandoc) if f.code == "CLM114"]
    assert ["is 1.27 million" in f.message for f in found] == [True]
