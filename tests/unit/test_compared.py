"""Options and tables in, what a comparison leaves out."""

from __future__ import annotations

from briefkit.evidence.compared import Compared, compare_options
from briefkit.evidence.tables import read_grids
from briefkit.pandoc import Worker
from briefkit.parse.points import find_points
from tests.building import make_brief

OPTIONS = "# Options\n\n- Status quo: nothing is done.\n- Repair: pumps are mended.\n- Replace: pumps are bought.\n\n"
HEAD = "| Option | Cost | Speed |\n|---|---|---|\n"
ROWS = "| Status quo | Low | Slow |\n| Repair | Low | Fast |\n"


def compare(text: str, pandoc: Worker) -> tuple[Compared, ...]:
    brief = make_brief(text, pandoc)
    return compare_options(brief, find_points(brief, "option"), read_grids(brief))


def test_a_whole_comparison_lacks_nothing(pandoc: Worker) -> None:
    assert compare(f"{OPTIONS}{HEAD}{ROWS}| Replace | High | Slow |\n", pandoc) == ()


def test_an_option_goes_by_the_words_before_its_colon(pandoc: Worker) -> None:
    (found,) = compare(f"{OPTIONS}{HEAD}{ROWS}", pandoc)
    assert [named.text for named in found.missing] == ["Replace"]


def test_a_word_may_be_bent(pandoc: Worker) -> None:
    assert compare(f"{OPTIONS}{HEAD}{ROWS}| Replacing all | High | Slow |\n", pandoc) == ()


def test_the_row_that_fits_best_takes_the_option(pandoc: Worker) -> None:
    options = "# Options\n\n- Low tariff: cheap.\n- High tariff: dear.\n\n"
    (found,) = compare(f"{options}{HEAD}| Low tariff | Low | Slow |\n", pandoc)
    assert [named.text for named in found.missing] == ["High tariff"]


def test_an_empty_cell_has_its_row_and_column(pandoc: Worker) -> None:
    (found,) = compare(f"{OPTIONS}{HEAD}{ROWS}| Replace | | Slow |\n", pandoc)
    assert [(gap.row, gap.column, gap.place.line) for gap in found.gaps] == [("Replace", "Cost", 11)]


def test_a_row_that_is_too_short_has_empty_cells(pandoc: Worker) -> None:
    (found,) = compare(f"{OPTIONS}{HEAD}{ROWS}| Replace | High |\n", pandoc)
    assert [gap.column for gap in found.gaps] == ["Speed"]


def test_a_table_of_few_of_the_options_is_about_something_else(pandoc: Worker) -> None:
    assert compare(f"{OPTIONS}{HEAD}| Repair | Low | Fast |\n| North | 3 | 4 |\n| South | 1 | |\n", pandoc) == ()


def test_a_table_of_another_section_compares_nothing(pandoc: Worker) -> None:
    assert compare(f"{OPTIONS}# Background\n\n{HEAD}{ROWS}", pandoc) == ()


def test_a_cell_over_two_columns_judges_both(pandoc: Worker) -> None:
    grid = (
        "+------------+------+-------+\n| Option     | Cost | Speed |\n+============+======+=======+\n"
        "| Status quo | Low  | Slow  |\n+------------+------+-------+\n| Repair     | Low  | Fast  |\n"
        "+------------+------+-------+\n| Replace    | High and slow|\n+------------+--------------+\n"
    )
    assert compare(OPTIONS + grid, pandoc) == ()
