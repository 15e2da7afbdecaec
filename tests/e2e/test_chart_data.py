"""Charts that take their figures from files: a check reads them like those that stand in the brief."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.command import Ran, briefkit, copy_project

BRIEF = """---
title: Pumps
lang: en
date: 2026-11-23
---

In 2022, a share of {share}% of pumps were out of order [@census2024].

``` {{.chart type=line data="../pumps.csv" unit="% of pumps" caption="Pumps out of order" source="@census2024"}}
```
"""
DATA = "year,share\n2022,31\n2023,28\n"


def check(folder: Path, share: int, data: str = DATA) -> Ran:
    """The check of a brief that tells this share, which its chart has as 31%."""
    project = copy_project(folder)
    (project / "pumps.csv").write_text(data, encoding="utf-8")
    (project / "briefs" / "charts.md").write_text(BRIEF.format(share=share))
    return briefkit("check", "briefs/charts.md", cwd=project)


def test_a_figure_that_the_file_of_a_chart_gives_differently_is_told_at_both_places(tmp_path: Path) -> None:
    ran = check(tmp_path, 13)
    assert "briefs/charts.md:7:21" in ran.out
    assert "CLM113" in ran.out
    assert "briefs/charts.md:9" in ran.out


def test_a_figure_that_the_file_of_a_chart_has_is_not_told(tmp_path: Path) -> None:
    assert "CLM113" not in check(tmp_path, 31).out


def test_a_character_that_cannot_be_seen_in_the_file_of_a_chart_is_told_with_its_line(tmp_path: Path) -> None:
    ran = check(tmp_path, 31, DATA.replace("2023", "\u202e2023"))
    assert "briefs/charts.md:9:1: warning DOC813" in ran.out
    assert "in ../pumps.csv, line 3: U+202E" in ran.out
