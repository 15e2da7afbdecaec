"""A chart is no prose: its caption is told at its place in the fence, its data is not told at all."""

from __future__ import annotations

from briefkit.model import Brief
from briefkit.pandoc import Worker
from briefkit.rules.base import cited
from tests.building import check_text, make_brief

CHART = """Pumps out of order cost 40 euros [@smith2021].

``` {.chart #fig-pumps type=bar caption="Pumps out of order" source="@smith2021, table 4"}
year,share
2022,31
```

Pumps out of order are the rule [@smith2021].
"""


def places(brief: Brief) -> list[tuple[str, str, int, int]]:
    """Kind, words, line and column of each sentence."""
    return [(b.kind, s.plain, s.place.line, s.place.column) for b in brief.blocks for s in b.sentences]


def test_the_caption_stands_in_the_fence_and_the_text_around_it_where_it_did(pandoc: Worker) -> None:
    assert places(make_brief(CHART, pandoc)) == [
        ("paragraph", "Pumps out of order cost 40 euros.", 1, 1),
        ("caption", "Pumps out of order", 3, 42),
        ("paragraph", "Pumps out of order are the rule.", 8, 1),
    ]


def test_the_source_of_a_chart_is_cited_at_its_place(pandoc: Worker) -> None:
    found = [(c.key, c.place.line, c.place.column) for c in cited(make_brief(CHART, pandoc))]
    assert ("smith2021", 3, 70) in found


def test_a_source_that_is_not_in_the_library_is_told_at_its_place(pandoc: Worker) -> None:
    found = check_text(CHART.replace("@smith2021, table 4", "@gone2021"), pandoc)
    assert [(f.code, f.place.line, f.place.column) for f in found if f.code == "CIT201"] == [("CIT201", 3, 70)]


def test_a_chart_between_two_sums_in_dollars_is_no_formula(pandoc: Worker) -> None:
    brief = make_brief(f"A pump costs $40.\n\n{CHART}\nA well costs $90.\n", pandoc)
    assert [b.place.line for b in brief.blocks if b.kind == "chart"] == [5]


def test_a_claim_in_the_caption_needs_no_other_source(pandoc: Worker) -> None:
    text = CHART.replace('"Pumps out of order"', '"38% of pumps were out of order in 2024"')
    assert [f.code for f in check_text(text, pandoc) if f.code.startswith("CLM")] == []
    unsourced = text.replace(' source="@smith2021, table 4"', "")
    assert [(f.code, f.place.line) for f in check_text(unsourced, pandoc) if f.code.startswith("CLM")] == [
        ("CLM102", 3)
    ]


def test_charts_of_the_same_data_stand_each_at_its_own_place(pandoc: Worker) -> None:
    brief = make_brief(f"{CHART}\n> {CHART.split(chr(10), 2)[2].replace(chr(10), chr(10) + '> ')}", pandoc)
    assert [b.place.line for b in brief.blocks if b.kind == "chart"] == [3, 10]


def test_a_chart_in_a_note_is_code_like_any_other(pandoc: Worker) -> None:
    text = "Prices rose.[^1]\n\n[^1]: A note.\n\n    ``` {.chart type=bar}\n    a,b\n    c,1\n    ```\n"
    assert not any(b.kind == "chart" for b in make_brief(text, pandoc).blocks)
    assert "DOC814" in {f.code for f in check_text(text, pandoc)}
