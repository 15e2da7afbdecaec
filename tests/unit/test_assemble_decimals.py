"""Figures of a column stand with their units below each other."""

from __future__ import annotations

import pytest

from briefkit.assemble import tree
from briefkit.assemble.decimals import LACKS, with_figures_aligned
from briefkit.assemble.tables import tidy_table
from briefkit.pandoc import Worker
from briefkit.parse.prepare import READER


def lacking(cells: list[str], pandoc: Worker, lang: str = "en", side: str = "--:") -> list[str]:
    text = f"| Who | Cost |\n|---|{side}|\n" + "".join(f"| Ministry | {cell} |\n" for cell in cells)
    (table,) = pandoc.read(text, READER).ast["blocks"]
    made = with_figures_aligned(tidy_table(table), lang)
    return [dict(row[1][1][0][2]).get(LACKS, "") for row in made["c"][4][0][3]]


CASES = [
    (["4.5", "11", "26.50"], "en", ["0", ".00", ""]),
    (["1,204", "310.50"], "en", [".00", ""]),
    (["1.204", "310,50", "7,1"], "de", [",00", "", "0"]),
    (["3.5%", "12%"], "en", ["", ".0"]),
    (["140–190", "26.5", "–", "n/a"], "en", [".0", "", "", ""]),
    (["12", "1,340"], "en", ["", ""]),
    (["4.5 m", "11 years"], "en", ["", ""]),
    (["0.123456", "1"], "en", ["", ""]),
    (["", "2.5", "**3**"], "en", ["", "", ".0"]),
    (["4.5", "11"], "ar", ["", ""]),
]


@pytest.mark.parametrize(("cells", "lang", "lacks"), CASES)
def test_a_figure_with_fewer_decimals_says_what_it_lacks(
    cells: list[str], lang: str, lacks: list[str], pandoc: Worker
) -> None:
    assert lacking(cells, pandoc, lang) == lacks


def test_figures_at_the_left_lack_nothing(pandoc: Worker) -> None:
    assert lacking(["4.5", "11"], pandoc, side=":--") == ["", ""]


def test_the_words_of_a_cell_stay_as_they_are(pandoc: Worker) -> None:
    (table,) = pandoc.read("| A | B |\n|---|--:|\n| x | 1 |\n| y | 2.5 |\n", READER).ast["blocks"]
    assert tree.plain(with_figures_aligned(table, "en")) == tree.plain(table)
