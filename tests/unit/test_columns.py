"""Text in columns, and what stands across them."""

from __future__ import annotations

from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.brand import default_brand
from briefkit.model import Asset
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.columns import ACROSS, RUN, in_columns, narrow_charts
from tests.rendering import built_in_template, make_document

TEXT = tree.para(tree.words("Text."))
HEADING = tree.header(2, tree.words("Costs"))
WIDE = tree.div(("exhibit", "table-exhibit", "wide"), [])
MESSAGES = tree.div(("key-messages",), [])
REFERENCES = tree.header(1, tree.words("References"), classes=("references-heading",))


def shapes(blocks: list[Node]) -> list[Any]:
    """The class of each block, with how many it holds; the kind of one without class."""
    return [(tree.attr(n)[1][0], len(n["c"][1])) if n["t"] == "Div" else n["t"] for n in in_columns(blocks)]


def test_text_of_several_sections_is_one_run() -> None:
    assert shapes([HEADING, TEXT, HEADING, TEXT]) == [(RUN, 4)]


def test_a_wide_exhibit_stands_across_between_two_runs() -> None:
    assert shapes([TEXT, WIDE, TEXT]) == [(RUN, 1), ("exhibit", 0), (RUN, 1)]


def test_the_headings_before_a_wide_exhibit_stand_across_with_it() -> None:
    assert shapes([TEXT, HEADING, HEADING, WIDE]) == [(RUN, 1), (ACROSS, 3)]


def test_boxes_of_the_first_page_and_what_ends_a_brief_are_no_columns() -> None:
    assert shapes([MESSAGES, TEXT, REFERENCES, TEXT]) == [("key-messages", 0), (RUN, 1), "Header", "Para"]


def test_a_chart_is_drawn_for_its_column_in_the_colours_of_the_brand() -> None:
    wide = Asset("chart-1.svg", b"<svg wide/>", "image/svg+xml")
    phone = Asset("chart-1.phone.svg", b'<svg viewBox="0 0 2 1"><rect fill="var(--ink)"/></svg>', "image/svg+xml")
    brand = default_brand(())
    made = narrow_charts({wide.name: wide, phone.name: phone}, brand)["chart-1.svg"].data.decode()
    assert f'fill="{brand.colours["ink"]}"' in made
    assert f'font-family="{brand.families["headings"]}"' in made


TABLE = """| Name of the body | Length of dykes | Built | Height | Owner | Last inspection |
|:--|--:|--:|--:|:--|:--|
| Nordfriesland | 1,920 | 1931 | 7.4 m | Wasserverband | 2025-04-11 |

: The dykes
"""


@pytest.mark.slow
def test_a_wide_table_of_a_subsection_takes_the_whole_width() -> None:
    text = f"# A\n\n{'Words of a column. ' * 30}\n\n## B\n\n{'Words. ' * 30}\n\n{TABLE}\n{'Words behind it. ' * 60}\n"
    made = make_document(text, template=built_in_template("one-pager"))
    page = pypdfium2.PdfDocument(FORMATS["pdf"](made, Pandoc()))[0]
    words = page.get_textpage()
    first, last = (words.get_charbox(words.search(found).get_next()[0]) for found in ("Nordfriesland", "2025-04-11"))
    assert first[0] < 0.2 * page.get_width()
    assert last[0] > 0.7 * page.get_width()
    beside = words.get_text_bounded(bottom=first[1] - 1, top=first[3] + 1)
    assert beside.split() == ["Nordfriesland", "1,920", "1931", "7.4", "m", "Wasserverband", "2025-04-11"]


def test_a_narrow_table_has_its_width_in_a_column_too() -> None:
    aligned = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": 0.2}], [{"t": "AlignRight"}, {"t": "ColWidth", "c": 0.1}]]
    empty = ["", [], []]
    table = {"t": "Table", "c": [empty, [None, []], aligned, [empty, []], [], [empty, []]]}
    (run,) = in_columns([table])
    assert [width["c"] for _, width in run["c"][1][0]["c"][2]] == [0.32, 0.16]
