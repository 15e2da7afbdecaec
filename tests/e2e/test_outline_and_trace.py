"""`briefkit outline` and `briefkit trace` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command import briefkit
from tests.report_pages import Page

BIB = "@book{smith2021,\n author = {Smith, Jane},\n title = {Pumps},\n date = {2021}\n}\n"
BRIEF = """---
title: Pumps
type: advocacy
key-messages: [Repair first.]
---

# The problem

[In 2020, 12% of pumps stood still [@smith2021].]{#c-still} In 2021, 13% of pumps stood still.

# Recommendations

::: {.recommendation #rec-1 actor="Ministry of Finance" by=2027-01-31 supports="c-still"}
Set up a fund.
:::

::: {.recommendation #rec-2 actor="Districts" by=2027-01-31 supports="the-problem nowhere"}
Train mechanics.
:::
"""


NAMED = """---
title: Heat
organisation: Centre for Local Policy
brand: none
---

```{.chart #fig-d type=bar caption="Heat deaths" source="@smith2021"}
Year,Deaths
2024,1402
2025,1860
```

: Costs. {#tbl source="@smith2021"}

| Option | Cost |
|--------|-----:|
| Trees  | 12   |

::: {.option #opt-room name="Cooling rooms"}
[In 2020, 12% of pumps stood still [@smith2021].]{#c-still}
:::

::: {.recommendation supports="fig-d tbl opt-room c-still"}
Open rooms.
:::
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "briefkit.toml").write_text("")
    (tmp_path / "references.bib").write_text(BIB)
    (tmp_path / "brief.md").write_text(BRIEF)
    return tmp_path


def told(command: str, project: Path) -> dict[str, Any]:
    (brief,) = json.loads(briefkit(command, "brief.md", "--format", "json", cwd=project).out)["briefs"]
    assert isinstance(brief, dict)
    return brief


def test_an_outline_counts_the_claims_that_a_check_counts(project: Path) -> None:
    waived = '[In 2021, 13% of pumps stood still.]{.waived reason="our own file"}'
    (project / "brief.md").write_text(BRIEF.replace("In 2021, 13% of pumps stood still.", waived))
    sections = told("outline", project)["sections"]
    assert sum(section["claims"] for section in sections) == told("check", project)["counts"]["claims"]
    assert [(section["claims"], section["sourced"], section["open"]) for section in sections[1:2]] == [(2, 1, 0)]


def test_an_outline_counts_words_and_claims_by_section(project: Path) -> None:
    rows = {
        s["title"]: (s["words"], s["claims"], s["sourced"], s["open"]) for s in told("outline", project)["sections"]
    }
    assert rows["The problem"] == (14, 2, 1, 1)
    assert rows["Recommendations"][0] == 6


def test_an_outline_shows_the_limit_of_a_section_beside_its_words(project: Path) -> None:
    (project / "brief.md").write_text(f"{BRIEF}\n# Summary\n\nRepair first.\n\n## In short\n\nThat is all.\n")
    row = next(s for s in told("outline", project)["sections"] if s["role"] == "summary")
    assert (row["words"], row["words_in_all"], row["words_aim"], row["words_most"]) == (2, 5, 350, 500)
    assert (
        "      2  5 of 350/500       0     0  Summary [summary]\n" in briefkit("outline", "brief.md", cwd=project).out
    )


def test_an_outline_stands_against_the_type(project: Path) -> None:
    brief = told("outline", project)
    assert (brief["words"], brief["words_aim"], brief["words_most"]) == (20, 1500, 2200)
    assert [need["roles"] for need in brief["missing"]] == [["counter-argument"]]
    assert brief["counts"]["options"] == {"found": 0, "least": 1, "most": None}
    assert brief["counts"]["key-messages"]["found"] == 1


def test_an_outline_says_how_hard_a_brief_is_to_read(project: Path) -> None:
    assert told("outline", project)["lix"] is None
    (project / "brief.md").write_text(f"# Pumps\n\n{'The office keeps a register of pumps. ' * 20}\n")
    assert told("outline", project)["lix"] == 21.3
    assert "LIX 21: very easy to read\n" in briefkit("outline", "brief.md", cwd=project).out


def test_an_outline_in_text_keeps_to_its_columns(project: Path) -> None:
    ran = briefkit("outline", "brief.md", "--width", "60", cwd=project)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 60
    assert "     14       2     1  The problem [problem]" in ran.out
    assert "missing: counter-argument" in ran.out


def test_a_trace_goes_down_to_the_sources(project: Path) -> None:
    first, second = told("trace", project)["recommendations"]
    assert [c["keys"] for s in first["supports"] for c in s["claims"]] == [["smith2021"]]
    assert first["sources"][0]["key"] == "smith2021"
    assert "Pumps" in first["sources"][0]["reference"]
    assert [(s["name"], s["found"], len(s["claims"])) for s in second["supports"]] == [
        ("the-problem", True, 2),
        ("nowhere", False, 0),
    ]


def test_a_trace_in_text_marks_what_is_open_and_what_is_not_there(project: Path) -> None:
    ran = briefkit("trace", "brief.md", "--width", "80", cwd=project)
    assert ran.code == 0
    assert "rec-1 (14:1; Ministry of Finance, 2027-01-31): Set up a fund." in ran.out.replace("\n", " ")
    assert "    - 9:1 sourced: In 2020" in ran.out
    assert "unsupported: In 2021" in ran.out
    assert "rests on nowhere, which is not in the brief" in ran.out


@pytest.mark.parametrize("command", ["outline", "trace"])
def test_a_brief_that_cannot_be_read_does_not_hide_the_others(command: str, project: Path) -> None:
    (project / "bad.md").write_bytes(b"\xff")
    ran = briefkit(command, "brief.md", "bad.md", cwd=project)
    assert ran.code == 3
    assert "brief.md" in ran.out
    assert "bad.md is not UTF-8" in ran.err


def test_what_a_recommendation_rests_on_is_called_as_a_reader_knows_it(project: Path) -> None:
    (project / "brief.md").write_text(NAMED)
    rests = [line.strip() for line in briefkit("trace", "brief.md", cwd=project).out.split("\n") if "rests on" in line]
    assert rests == [
        "rests on Figure 1 (fig-d)",
        "rests on Table 1 (tbl)",
        "rests on Cooling rooms (opt-room)",
        "rests on a sentence (c-still)",
    ]


def test_the_report_of_a_brief_shows_its_charts_and_its_own_organisation(project: Path) -> None:
    (project / "brief.md").write_text(NAMED)
    (project / "_brand.yml").write_text("meta:\n  name: Your organisation\ncolor:\n  primary: '#224466'\n")
    ran = briefkit("check", "brief.md", "--format", "html", "-o", "r.html", cwd=project)
    page = Page((project / "r.html").read_text(encoding="utf-8"))
    assert "data of Figure 1\nYear\nDeaths\n2024\n1,402\n2025\n1,860\nSource: @smith2021\n" in page.text
    assert ("Centre for Local Policy" in page.text, "Your organisation" in page.text, ran.err) == (True, False, "")
