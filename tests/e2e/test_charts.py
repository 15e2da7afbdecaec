"""A brief with charts in, three formats out: figures like all others; and tables where nothing draws charts."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefkit.assemble.pictures import size_of
from tests.e2e.command import briefkit, copy_project
from tests.pdf_checks import find_faults

pytestmark = pytest.mark.slow

BRIEF = """---
title: Pumps
lang: en
date: 2026-11-23
---

[Figure 1](#fig-pumps) shows the pumps.

``` {.chart #fig-pumps type=bar highlight="2024" unit="% of pumps" caption="Pumps out of order" source="@census2024"}
year,share
2022,31
2024,38
```

``` {.chart type=line data="../water.csv" caption="Access to water" alt="Access grows." source="@census2024"}
```
"""
WATER = "year,share\n2010,40\n2024,61\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a brief that has two charts, built."""
    folder = copy_project(tmp_path_factory.mktemp("charts"))
    (folder / "water.csv").write_text(WATER)
    (folder / "briefs" / "charts.md").write_text(BRIEF)
    ran = briefkit("build", "briefs/charts.md", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return folder


def page(folder: Path) -> str:
    return (folder / "dist/charts/charts.html").read_text()


def test_in_html_a_chart_is_a_figure_with_a_drawing_for_each_width_and_its_data(project: Path) -> None:
    text = page(project)
    assert re.search(r'<figure id="fig-pumps" class="chart"', text)
    assert re.findall(r"Figure\s\d", re.sub(r"<[^>]+>", "", text)) == ["Figure 1", "Figure 1", "Figure 2"]
    words = "Bar chart, % of pumps: 2022 31, 2024 38."
    for form in ("on-wide", "on-narrow"):
        assert f'<svg class="{form}" role="img" aria-label="{words}"' in text
    assert 'aria-label="Access grows."' in text
    assert len(re.findall(r"<details><summary>Data</summary>.*?<table.*?</details>", text, re.DOTALL)) == 2
    assert text.count('class="source-line"') == 2


def test_in_the_pdf_the_words_for_a_chart_are_those_of_its_figure(project: Path) -> None:
    with pikepdf.open(project / "dist/charts/charts.pdf") as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        said = [str(figure.get("/Alt")) for figure in found]
    assert said == ["Bar chart, % of pumps: 2022 31, 2024 38.", "Access grows."]


@pytest.mark.parametrize("archive", [False, True])
def test_a_pdf_with_charts_passes_all_checks(project: Path, tmp_path: Path, archive: bool) -> None:
    options = ("--archive",) if archive else ()
    ran = briefkit("build", "briefs/charts.md", "--to", "pdf", "-o", str(tmp_path), *options, cwd=project)
    assert (ran.code, ran.err) == (0, "")
    with pikepdf.open(tmp_path / "charts/charts.pdf") as pdf:
        assert {name: faults for name, faults in find_faults(pdf, archive=archive).items() if faults} == {}


def test_in_word_a_chart_is_a_picture_with_its_words(project: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((project / "dist/charts/charts.docx").read_bytes())) as parts:
        text = parts.read("word/document.xml").decode()
        pictures = [parts.read(name) for name in parts.namelist() if name.startswith("word/media/")]
        styles = parts.read("word/styles.xml").decode()
    assert re.findall(r'<wp:docPr[^>]*descr="([^"]*)"', text) == [
        "Bar chart, % of pumps: 2022 31, 2024 38.",
        "Access grows.",
    ]
    assert {size_of(data)[0] for data in pictures} == {1882}
    assert "UnitLine" in styles
    assert '<w:t xml:space="preserve">Data</w:t>' not in text


def test_the_manifest_names_the_data_and_what_drew_it(project: Path) -> None:
    manifest = json.loads((project / "dist/charts/manifest.json").read_text())
    assert "data:../water.csv" in manifest["inputs"]
    assert "vl-convert-python" in manifest["tools"]


def test_a_brief_without_charts_has_nothing_of_them(project: Path) -> None:
    assert briefkit("build", "briefs/pumps.md", cwd=project).code == 0
    text = (project / "dist/pumps/pumps.html").read_text()
    assert "unit-line" not in text
    assert "vl-convert" not in (project / "dist/pumps/manifest.json").read_text()


def test_other_data_in_the_file_makes_another_chart_and_the_same_data_none(project: Path) -> None:
    before = page(project)
    assert "(unchanged)" in briefkit("build", "briefs/charts.md", cwd=project).err
    (project / "water.csv").write_text(WATER.replace("61", "62"))
    assert briefkit("build", "briefs/charts.md", cwd=project).code == 0
    assert "62" in page(project)
    (project / "water.csv").write_text(WATER)
    assert briefkit("build", "briefs/charts.md", cwd=project).code == 0
    assert page(project) == before


def test_data_that_is_no_chart_is_refused_with_the_line_of_the_file(project: Path) -> None:
    (project / "water.csv").write_text(WATER.replace("61", "61%"))
    ran = briefkit("check", "briefs/charts.md", cwd=project)
    (project / "water.csv").write_text(WATER)
    assert ran.code == 1
    assert "DOC821" in ran.out
    assert "(../water.csv, line 3)" in " ".join(ran.out.split())


def test_without_the_extra_charts_are_tables_and_a_remark_says_how_to_get_it(project: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'vl_convert' else find(name, *rest)\n"
    )
    env = {"PYTHONPATH": str(tmp_path)}
    ran = briefkit("build", "briefs/charts.md", "-o", str(tmp_path / "out"), cwd=project, env=env)
    assert ran.code == 0
    assert ran.err.count('pip install "briefkit[charts]"') == 1
    text = (tmp_path / "out/charts/charts.html").read_text()
    assert re.search(r'<table id="fig-pumps"', text)
    assert set(re.findall(r"(?:Table|Figure)\s\d", re.sub(r"<[^>]+>", "", text))) == {"Figure 1", "Figure 2"}
    assert "<svg" not in text
