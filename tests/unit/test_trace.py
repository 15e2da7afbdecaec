"""Briefs in, what their recommendations rest on out."""

from __future__ import annotations

from briefkit.evidence.trace import Trace, trace_recommendations
from briefkit.pandoc import Worker
from briefkit.report.trace_report import head_of
from tests.building import make_accounts, make_brief

CLAIM = "In 2020, 12% of pumps stood still"
BOX = '\n\n::: {{.recommendation #rec supports="{names}"}}\nRepair the pumps.\n:::\n'


def trace(text: str, pandoc: Worker) -> Trace:
    (found,) = trace_recommendations(make_brief(text, pandoc), make_accounts(text, pandoc))
    return found


def test_a_span_is_the_sentence_it_stands_in(pandoc: Worker) -> None:
    found = trace(f"Text. [{CLAIM} [@smith2021].]{{#c-one}} More.{BOX.format(names='c-one')}", pandoc)
    assert [a.sentence.plain for a in found.claims] == [f"{CLAIM}."]
    assert (found.keys, found.stands) == (("smith2021",), True)


def test_a_section_gives_all_its_claims_and_those_below_it(pandoc: Worker) -> None:
    text = f"# Facts {{#facts}}\n\n{CLAIM} [@smith2021].\n\n## More\n\nIn 2021, 13% did.\n\n# Then\n\nIn 2022, 14% did."
    found = trace(text + BOX.format(names="facts"), pandoc)
    assert [a.status for a in found.claims] == ["sourced", "unsupported"]


def test_a_box_gives_its_claims(pandoc: Worker) -> None:
    text = f"::: {{.key-message #box}}\n{CLAIM}.\n:::"
    found = trace(text + BOX.format(names="box"), pandoc)
    assert ([a.status for a in found.claims], found.stands) == (["unsupported"], False)


def test_what_a_recommendation_cites_is_behind_it(pandoc: Worker) -> None:
    found = trace("# Recommendations\n\n- Repair the pumps, for 12% stand still [@smith2021].\n", pandoc)
    assert [(s.name, s.found) for s in found.supports] == [("", True)]
    assert found.keys == ("smith2021",)


def test_a_name_that_leads_nowhere_is_told(pandoc: Worker) -> None:
    found = trace(f"{CLAIM} [@smith2021].{BOX.format(names='nowhere')}", pandoc)
    assert [(s.name, s.found) for s in found.supports] == [("nowhere", False)]
    assert not found.stands


def test_a_recommendation_may_rest_on_nothing(pandoc: Worker) -> None:
    found = trace("# Recommendations\n\n- Repair the pumps.\n", pandoc)
    assert (found.supports, found.keys, found.stands) == ((), (), False)


def test_a_table_with_a_source_is_something_to_rest_on(pandoc: Worker) -> None:
    table = '| Year | Euros |\n|---|---|\n| 2020 | 40 |\n\n: {{#tbl source="@smith2021"}}'
    found = trace(table.format() + BOX.format(names="tbl"), pandoc)
    assert (found.claims, found.keys, found.stands) == ((), ("smith2021",), True)


def test_what_the_cells_of_a_table_cite_is_behind_it(pandoc: Worker) -> None:
    table = "# Costs {#costs}\n\n| Year | Euros |\n|---|---|\n| 2020 | 40 [@smith2021] |"
    found = trace(table + BOX.format(names="costs"), pandoc)
    assert ([s.shows for s in found.supports], found.keys, found.stands) == ([True], ("smith2021",), True)


def test_a_recommendation_does_not_rest_on_itself(pandoc: Worker) -> None:
    found = trace(f"# Facts {{#facts}}\n\n{CLAIM} [@smith2021].{BOX.format(names='facts')}", pandoc)
    assert [a.sentence.plain for a in found.claims] == [f"{CLAIM}."]


def test_a_measure_is_told_as_one(pandoc: Worker) -> None:
    box = '::: {.recommendation #rec actor="Ministry" by=2027-01-31 measure="pumps that work"}'
    text = f"{box}\nRepair the pumps.\n:::\n"
    assert head_of(trace(text, pandoc).point, 1) == "rec (2:1; Ministry, 2027-01-31; measured by pumps that work)"
