"""What the report draws of a recommendation: what it rests on, and where that leads."""

from __future__ import annotations

from typing import Any

from briefkit.evidence.trace import trace_recommendations
from briefkit.model import Checked, Field, Place, Source
from briefkit.pandoc import Worker
from briefkit.report.review import Reviewed
from briefkit.report.review_page.numbered import Finder
from briefkit.report.review_page.traced import MOST_CLAIMS, traces, verdict_on
from tests.building import make_accounts, make_brief

CLAIM = "In 2020, 12% of pumps stood still"
FACTS = f"# Facts {{#facts}}\n\n{CLAIM} [@smith2021]. In 2021, 13% did.\n\n"
BOX = '::: {{.recommendation supports="{names}" actor="Ministry" by=2027-01-31}}\nRepair the pumps.\n:::\n\n'


def draw(text: str, pandoc: Worker) -> list[dict[str, Any]]:
    brief, accounts = make_brief(text, pandoc), make_accounts(text, pandoc)
    source = Source("smith2021", "book", {"title": Field("T", 1)}, Place("r.bib", 1, 1, 2, 1))
    reviewed = Reviewed(Checked(brief, accounts, ()), {"smith2021": source}, {"smith2021": "Smith 2021."}, {})
    return traces(reviewed, Finder(brief.path, accounts), "b2-")


def verdicts(text: str, pandoc: Worker) -> list[str]:
    found = trace_recommendations(make_brief(text, pandoc), make_accounts(text, pandoc))
    return [verdict_on(trace) for trace in found]


def test_a_claim_leads_to_its_sentence_and_its_source(pandoc: Worker) -> None:
    ((support,),) = [one["supports"] for one in draw(FACTS + BOX.format(names="facts"), pandoc)]
    first, second = support["claims"]
    assert (first["id"], first["word"], second["word"]) == ("b2-s-1", "sourced", "unsupported")
    assert first["sources"] == [{"id": "b2-source-1", "reference": "Smith 2021.", "key": "smith2021"}]
    assert second["sources"] == []


def test_a_section_leads_to_its_place_in_the_draft(pandoc: Worker) -> None:
    ((support,),) = [one["supports"] for one in draw(FACTS + BOX.format(names="facts"), pandoc)]
    assert (support["title"], support["id"]) == ("Facts", "b2-part-1")


def test_who_acts_and_when_is_written_out(pandoc: Worker) -> None:
    (one,) = draw(FACTS + BOX.format(names="facts"), pandoc)
    assert (one["told"], one["sentence"]["id"]) == ("Ministry, 31 January 2027", "b2-s-3")


def test_what_is_drawn_already_is_led_to(pandoc: Worker) -> None:
    _, two = draw(FACTS + BOX.format(names="facts") * 2, pandoc)
    (support,) = two["supports"]
    assert (support["claims"], support["first"], support["first_id"]) == ([], 1, "b2-trace-1")
    assert [claim["number"] for claim in support["more"]] == [1, 2]


def test_of_many_claims_the_open_ones_are_drawn(pandoc: Worker) -> None:
    sourced = " ".join(f"In {year}, 12% of pumps stood still [@smith2021]." for year in range(2001, 2001 + MOST_CLAIMS))
    text = f"# Facts {{#facts}}\n\n{sourced} In 2021, 13% did.\n\n{BOX.format(names='facts')}"
    ((support,),) = [one["supports"] for one in draw(text, pandoc)]
    assert len(support["claims"]) == MOST_CLAIMS
    assert support["claims"][-1]["word"] == "unsupported"
    assert [claim["number"] for claim in support["more"]] == [MOST_CLAIMS]


def test_the_verdict_counts_claims_and_open_ones(pandoc: Worker) -> None:
    one = f"[{CLAIM} [@smith2021].]{{#one}}\n\n[In 2021, 13% did.]{{#two}}\n\n"
    boxes = "".join(BOX.format(names=names) for names in ("one", "two", "one two", "nowhere"))
    assert verdicts(one + boxes, pandoc) == [
        "One claim, not open.",
        "One claim, and it is open.",
        "2 claims, 1 of them open.",
        "No claim stands behind it.",
    ]


def test_the_verdict_says_that_nothing_is_named(pandoc: Worker) -> None:
    text = "# Recommendations\n\n- Repair the pumps.\n"
    assert verdicts(text, pandoc) == ["Nothing is named or cited that it rests on."]


def test_a_brief_without_recommendations_has_no_traces(pandoc: Worker) -> None:
    assert draw(FACTS, pandoc) == []
