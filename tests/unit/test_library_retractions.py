"""A list of retracted works becomes what it says of each DOI; a bad one is refused with its line."""

from __future__ import annotations

import pytest

from briefkit.errors import InputError
from briefkit.library.retractions import CORRECTED, OF_CONCERN, RETRACTED, Retraction, read_retractions

PUBLISHED = (
    "Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,Reason,Notes,\n"
    '7,"Pumps, Wells",8/9/2016 0:00,10.1000/n.1,10.1000/X.1,Retraction,+Error in Data;+Duplication of Image;,,\n'
)


def natures(*rows: str) -> dict[str, str]:
    """What a list of DOIs, natures and dates says."""
    text = "OriginalPaperDOI,RetractionNature,RetractionDate\n" + "\n".join(rows)
    return {doi: one.nature for doi, one in read_retractions(text, "r.csv").items()}


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_retractions(text, "r.csv")
    return caught.value


def test_a_row_of_the_published_list_is_read_with_its_date_reason_and_notice() -> None:
    what = Retraction(RETRACTED, "2016-08-09", "Error in Data; Duplication of Image", "10.1000/n.1")
    assert read_retractions(PUBLISHED, "r.csv") == {"10.1000/x.1": what}


@pytest.mark.parametrize("head", ["DOI", "doi", "Original Paper DOI", "paper_doi", "Retracted DOI"])
def test_a_list_of_dois_alone_is_one_of_retracted_works(head: str) -> None:
    assert read_retractions(f"{head}\nhttps://doi.org/10.1000/X.1\n", "r.csv") == {"10.1000/x.1": Retraction(RETRACTED)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_may_be_parted_as_spreadsheets_part_them(delimiter: str) -> None:
    text = "Title,DOI,Reason\nX,10.1000/x.1,Y\n".replace(",", delimiter)
    assert list(read_retractions(text, "r.csv")) == ["10.1000/x.1"]


def test_the_gravest_of_several_notices_counts() -> None:
    rows = ("10.1000/x,Correction,", "10.1000/x,Expression of concern,", "10.1000/y,Correction,")
    assert natures(*rows) == {"10.1000/x": OF_CONCERN, "10.1000/y": CORRECTED}


def test_a_work_that_was_reinstated_later_is_not_retracted() -> None:
    assert natures("10.1000/x,Retraction,1/2/2019", "10.1000/x,Reinstatement,1/3/2019") == {}


def test_a_work_that_was_retracted_after_it_was_reinstated_is() -> None:
    rows = ("10.1000/x,Retraction,1/2/2020", "10.1000/x,Reinstatement,1/3/2019")
    assert natures(*rows) == {"10.1000/x": RETRACTED}


def test_what_is_no_doi_is_passed_over() -> None:
    assert natures("unavailable,Retraction,", ",Retraction,", "10.x,Retraction,", "") == {}


def test_a_list_without_a_column_of_dois_is_refused() -> None:
    error = refused("Title,RetractionDOI\nX,10.1000/x\n")
    assert error.message == "r.csv, line 1: no column of this list is called DOI"
    assert "OriginalPaperDOI" in error.hint


def test_an_empty_list_is_refused() -> None:
    assert "line 1" in refused("").message


def test_a_row_with_a_comma_too_many_is_refused_with_its_line() -> None:
    error = refused('Title,DOI\n"a\nb",10.1000/x\nPumps, Wells,10.1000/y\n')
    assert error.message == "r.csv, line 4: this row has 3 cells, and the first line 2"
    assert error.line == 4


def test_a_row_that_ends_before_its_doi_is_refused() -> None:
    assert "line 2" in refused("Title,DOI\nPumps\n").message


@pytest.mark.parametrize("row", ['"a"b,10.1000/x', '"never closed,10.1000/x\n' + "x\n" * 5])
def test_quotation_marks_in_disorder_are_refused_with_their_line(row: str) -> None:
    error = refused(f"Title,DOI\nX,10.1000/a\n{row}\n")
    assert error.message.startswith("r.csv, line 3: this row is no CSV")
