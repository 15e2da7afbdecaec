"""Words that citeproc would make small in a headline."""

from __future__ import annotations

import pytest

from briefkit.library.casing import hold_openings, raise_words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("A guide to ``The dry well'' (The second)", "A guide to ``{The} dry well'' ({The} second)"),
        ("Of `An odd well' and ``the other''", "Of `{An} odd well' and ``the other''"),
        ("{``The dry well''}", "{``The dry well''}"),
        ("pumps4: A Package for Wells", "{pumps4}: A Package for Wells"),
        ("pumps: a package", "pumps: a package"),
        ("On water.gov and v1.2 of it", "On {water.gov} and {v1.2} of it"),
        ("See https://water.org/a, i.e. and a.b", "See {https://water.org/a}, i.e. and a.b"),
        ("Test::Unit or z/OS: p53", "{Test::Unit} or {z/OS}: {p53}"),
        ("jane/pumps", "{jane/pumps}"),
        ("input/output and a::", "input/output and a::"),
    ],
)
def test_what_begins_behind_a_mark_keeps_its_capital(typed: str, written: str) -> None:
    assert hold_openings(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("an in-depth look at at-risk wells", "an {In}-depth look at {At}-risk wells"),
        ("an up-to-date well", "an {Up}-to-date well"),
        ("K-12 In-frame wells", "K-12 {In}-frame wells"),
        ("On-Site De-Mining", "On-Site {De}-Mining"),
        ("well-to-do, {in-depth}, $a-b$ and built-in pumps", "well-to-do, {in-depth}, $a-b$ and built-in pumps"),
        ("on ``the dry well'' and the rest", "on ``{The} dry well'' and the rest"),
        ("a `the' of wells", "a `the' of wells"),
    ],
)
def test_a_headline_raises_what_begins_a_compound_or_a_title(typed: str, written: str) -> None:
    assert raise_words(typed) == written
