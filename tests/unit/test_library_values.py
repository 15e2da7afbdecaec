"""The grammar of values: operands, where they stand, and where a value stops to make sense."""

from __future__ import annotations

import pytest

from briefkit.library.values import read_expression


@pytest.mark.parametrize(
    ("typed", "operands"),
    [
        ("{x}", ["x"]),
        ("{{x} y}", ["{x} y"]),
        ('"x {"} y"', ['x {"} y']),
        ('"a { b"', ["a { b"]),
        ("2020", ["2020"]),
        ('jan # "x"#{y}', ["jan", "x", "y"]),
        ("", []),
        ("# x", []),
        ("{x", []),
        ('"x', []),
    ],
)
def test_a_value_is_read_operand_by_operand(typed: str, operands: list[str]) -> None:
    expression = read_expression(typed, 0, len(typed))
    assert [typed[part.start : part.end] for part in expression.parts] == operands


@pytest.mark.parametrize(
    ("typed", "rest"), [("{x} ", ""), ("{x} y", "y"), ("{x}\n year = 2020", "year = 2020"), ("x #", "#"), ("{x", "{x")]
)
def test_the_rest_of_a_value_begins_at_its_first_sign(typed: str, rest: str) -> None:
    assert typed[read_expression(typed, 0, len(typed)).end :] == rest


def test_only_the_given_part_of_a_text_is_read() -> None:
    expression = read_expression("a {b} # {c} d", 2, 5)
    assert (len(expression.parts), expression.end) == (1, 5)
