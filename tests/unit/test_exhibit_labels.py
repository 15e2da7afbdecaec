"""Tables, figures and charts are called in reports what a build prints before their captions."""

from __future__ import annotations

from briefkit.assemble.exhibits import exhibit_labels, find_exhibits
from briefkit.assemble.labels import Words
from briefkit.pandoc import Worker
from tests.building import make_brief

CHART = '```{.chart type=bar caption="Deaths"}\nYear,Deaths\n2024,2\n2025,3\n```\n\n'
TABLE = ": Costs\n\n| Year | Euros |\n|---|---|\n| 2020 | 40 |\n\n"


def labels(text: str, pandoc: Worker) -> tuple[str, ...]:
    brief = make_brief(text, pandoc)
    roles = {section.identifier: section.role for section in brief.sections}
    return exhibit_labels(brief.ast["blocks"], roles, Words("en"))


def test_a_chart_is_a_figure_and_no_table(pandoc: Worker) -> None:
    assert labels(f"{CHART}{TABLE}![Pumps](p.png)\n", pandoc) == ("Figure 1", "Table 1", "Figure 2")


def test_what_has_no_caption_is_not_counted(pandoc: Worker) -> None:
    bare = TABLE.replace(": Costs\n\n", "")
    assert labels(bare + "Text.\n\n" + TABLE, pandoc) == ("", "Table 1")


def test_what_is_printed_on_the_first_page_is_counted_first(pandoc: Worker) -> None:
    text = f"# Costs\n\n{TABLE}# Key messages\n\n{TABLE}"
    assert labels(text, pandoc) == ("Table 2", "Table 1")


def test_the_blocks_of_a_brief_number_what_is_found_in_its_tree(pandoc: Worker) -> None:
    note = "Text.^[Note.\n]\n\n::: {.definition}\n" + CHART + ":::\n\n- item\n\n    " + TABLE.replace("\n", "\n    ")
    brief = make_brief(note + "\n\n" + TABLE, pandoc)
    found = list(find_exhibits(brief.ast["blocks"]))
    assert len(found) == max(block.exhibit for block in brief.blocks) == 3
