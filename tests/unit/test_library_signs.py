"""Titles, signs and names of fields: what is told of a value by itself."""

from __future__ import annotations

import pytest

from briefkit.library.signs import find_entity, find_special, find_unnormalised, write_in_latex
from briefkit.library.titles import is_all_capitals, is_braced_whole
from briefkit.library.vocabulary import KNOWN_FIELDS, KNOWN_TYPES, PRINTED_FIELDS, find_near


@pytest.mark.parametrize(("name", "near"), [("journaltitel", "journaltitle"), ("auhtor", "author"), ("myfield", "")])
def test_a_slip_of_the_hand_is_near_what_was_meant(name: str, near: str) -> None:
    assert find_near(name, PRINTED_FIELDS) == near


def test_what_is_known_is_near_nothing() -> None:
    assert not any(find_near(name, KNOWN_TYPES) for name in KNOWN_TYPES)
    assert PRINTED_FIELDS <= KNOWN_FIELDS


@pytest.mark.parametrize(("entity", "written"), [("&amp;", "\\&"), ("&#8217;", "\u2019"), ("&nbsp;", "~")])
def test_an_entity_is_written_as_its_sign(entity: str, written: str) -> None:
    found = find_entity(f"a {entity} b")
    assert found
    assert (found[0], write_in_latex(found[1])) == (entity, written)


@pytest.mark.parametrize("sign", ["&", "%", "#", "\\", "{", "&#", "e\u0301", "A ", "://%", "&#1"])
def test_a_long_value_is_read_in_one_go(sign: str) -> None:
    value = sign * 300_000
    find_entity(value), find_special(value), find_unnormalised(value), is_all_capitals(value)
    assert not is_braced_whole(f"{value}}}")
