"""Formulas on one line for the PDF, which has no equations: what is written so, and what cannot be."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Pandoc
from briefkit.parse.formulas import KEPT, LONGEST, SIGNS, find_unset, on_one_line
from briefkit.render.pdf import formulas_on_lines


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("E = mc^2", "E = mc^{2}"),
        (r"\frac12", "1/2"),
        (r"\frac{1}{8} \rho", r"1/8\,\rho"),
        (r"\left( \frac{a_i}{1+b_i} \right)^2", "( a_{i}/(1+b_{i}))^{2}"),
        (r"\frac{a}{b}^2", "(a/b)^{2}"),
        (r"2\frac{1}{2}", r"2\,1/2"),
        (r"\frac{\text{benefits}}{\text{costs}}", r"\text{benefits}/\text{costs}"),
        (r"\sqrt[3]{x+1}", "{}^{3}√(x+1)"),
        (r"20^\circ", "20°"),
        (r"20^{\circ}", "20°"),
        (r"\left. x \right|", "x |"),
        (r"x_{i,t}", r"x_{i\text{,}t}"),
        (r"\widehat{x}", r"\hat{x}"),
        ("", ""),
    ],
)
def test_a_formula_is_written_on_one_line(typed: str, line: str) -> None:
    assert on_one_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        (r"\begin{matrix} a & b \end{matrix}", r"\begin{matrix}"),
        (r"a \in A", r"\in"),
        (r"\binom{n}{k}", r"\binom"),
        (r"\overline{ab}", r"\overline"),
        (r"a \\ b", r"\\"),
        ("{a", "a missing }"),
        ("a}", "}"),
        (r"\frac{a}", "}"),
        ("{" * 50 + "}" * 50, ""),
        (r"\frac" * 300, ""),
        ("^" * 1900, ""),
        (r"\hat" * 400, ""),
        ("x" * (LONGEST + 1), ""),
        (r"\text{\foo}", r"\foo"),
        ("\\", "\\"),
    ],
)
def test_what_keeps_a_formula_from_a_line_is_named(typed: str, what: str) -> None:
    assert on_one_line(typed) is None
    assert find_unset(typed) == what


def test_pandoc_sets_each_command_that_is_kept() -> None:
    blocks = [
        {"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, on_one_line(f"x_1 {command} y_2")]}]}
        for command in sorted((*KEPT, *SIGNS, r"\sum_{i=1}^{n}", r"\hat\beta", r"\sqrt[n]{x}", r"\frac{a}{b}"))
    ]
    made = Pandoc().write({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}, "html5").decode()
    assert [line for line in made.splitlines() if "$x" in line] == []


def test_a_formula_that_has_no_line_is_printed_as_code() -> None:
    (block,) = formulas_on_lines([{"t": "Para", "c": [{"t": "Math", "c": [{"t": "DisplayMath"}, r"a \in A"]}]}])
    (span,) = block["c"]
    assert span["c"][0][1] == ["formula-apart"]
    assert span["c"][1] == [{"t": "Code", "c": [["", [], []], r"a \in A"]}]
