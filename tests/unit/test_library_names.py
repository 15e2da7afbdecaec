"""Lists of names: where they part, and what keeps a name from being one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.library import name_faults
from briefkit.library.name_faults import find_name_faults
from briefkit.library.names import split_first_names, split_names
from briefkit.library.organisations import is_organisation, may_hold_organisation
from tests.moments import moments


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("", []),
        ("Smith, Jane", ["Smith, Jane"]),
        ("A and B", ["A", "B"]),
        ("A AND\n B", ["A", "B"]),
        ("{A and B} and C", ["{A and B}", "C"]),
        ("Anders and}", ["Anders and}"]),
        ("{A and B", ["{A and B"]),
        ("\\{A and B", ["\\{A", "B"]),
        ("and A", ["", "A"]),
        ("A~and~B", ["A", "B"]),
        ("A, , B", ["A, , B"]),
    ],
)
def test_names_are_parted_by_and_outside_braces(value: str, names: list[str]) -> None:
    assert [name.text for name in split_names(value)] == names


@pytest.mark.parametrize(
    ("value", "what", "cure"),
    [
        ("Smith, Jane et al.", "'Smith, Jane et al.' says 'et al.'", "write 'Smith, Jane and others'"),
        ("et al.", "'et al.' says 'et al.'", "write 'and others'"),
        ("A, B, C, D", "'A, B, C, D' has 3 commas, and a name has 2 at most", ""),
        ("Smith,", "'Smith' ends with a comma", "write 'Family, Given'"),
        ("Smith,, J.", "'Smith, , J.' has nothing between commas", "write 'Family, Given'"),
        ("A and", "the names end with 'and'", ""),
        ("1984", "'1984' is a number", "write the name"),
    ],
)
def test_a_fault_is_named_with_its_cure(value: str, what: str, cure: str) -> None:
    fault = next(find_name_faults(value))
    assert fault.what == what
    assert cure in fault.cure


def test_a_long_list_is_read_in_one_go() -> None:
    assert len(split_names("{" * 100_000 + " and " * 100_000)) == 1
    assert len(split_names("A, B and " * 100_000)) == 100_001
    assert len(list(find_name_faults("," * 300_000))) == 1
    assert len(list(find_name_faults("&" * 300_000))) == 0


def test_of_a_very_long_value_the_first_names_are_read_and_none_is_cut() -> None:
    names = split_first_names(" and ".join(["Smith, Jane"] * 100_000))
    assert 1_000 < len(names) < 10_000
    assert {name.text for name in names} == {"Smith, Jane"}


@pytest.mark.parametrize(
    ("unit", "told"),
    [("Smith, Jane and ", 0), (",", 1), ("a ", 0), ("{", 1), ("\\", 0), ("and ", 3), ("a;", 0), (" and ", 3)],
)
def test_names_of_ten_million_characters_take_a_moment(unit: str, told: int) -> None:
    value = unit * (10_000_000 // len(unit))
    with moments(40):
        assert len(list(find_name_faults(value))) == told


@given(st.text(st.sampled_from("aAnNdD ,;.\n\t-'é"), max_size=40))
def test_names_without_braces_are_the_same_however_they_are_read(value: str) -> None:
    assert split_names(value) == split_names(value + "~")


@given(
    st.lists(st.sampled_from(["Bank", "{World}", "of", "Jane", "Ministry", "and", ",", "Inc.", "{C}ouncil", "'the'"]))
)
def test_a_list_without_telling_words_holds_no_organisation(words: list[str]) -> None:
    value = " ".join(words)
    assert may_hold_organisation(value) or not any(is_organisation(name) for name in split_names(value))


PIECES = ("Smith", "Jane", ",", " and ", "and", "et al.", "others", "2", "{X}", " ", "; ", "J.", "-", "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_the_short_way_for_usual_names_finds_no_fault_where_the_long_way_finds_one(words: list[str]) -> None:
    value = "".join(words)
    with pytest.MonkeyPatch.context() as patch:
        short = list(find_name_faults(value))
        patch.setattr(name_faults, "_are_usual", lambda value: False)
        assert short == list(find_name_faults(value))
