"""`briefkit rule` as a user runs it: one rule explained, or all of them listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit.rules import all_rules
from tests.e2e.command import briefkit


def test_all_rules_are_listed(tmp_path: Path) -> None:
    ran = briefkit("rule", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert len([line for line in ran.out.splitlines() if not line.startswith(" ")]) == len(all_rules())


def test_rules_are_listed_in_the_order_of_their_codes(tmp_path: Path) -> None:
    codes = [line.split()[0] for line in briefkit("rule", cwd=tmp_path).out.splitlines() if not line.startswith(" ")]
    assert codes == sorted(codes)


@pytest.mark.parametrize("asked", ["CLM102", "clm102", "unsupported-statistic", "Unsupported-Statistic"])
def test_a_rule_is_explained_by_its_code_or_name(asked: str, tmp_path: Path) -> None:
    ran = briefkit("rule", asked, cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("# CLM102 unsupported-statistic (error)\n\n")
    assert "## Instead" in ran.out


@pytest.mark.parametrize("asked", ["CFG901", "unused-allowance"])
def test_a_rule_about_allowances_is_explained_too(asked: str, tmp_path: Path) -> None:
    assert "allows nothing" in briefkit("rule", asked, cwd=tmp_path).out


def test_a_misspelt_rule_exits_with_2_and_is_offered(tmp_path: Path) -> None:
    ran = briefkit("rule", "unsuported-claim", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'unsupported-claim'?" in ran.err


def test_a_word_of_a_name_is_near_to_it(tmp_path: Path) -> None:
    assert "did you mean 'undefined-acronym'?" in briefkit("rule", "acronym", cwd=tmp_path).err


def test_the_list_of_rules_keeps_to_the_width(tmp_path: Path) -> None:
    lines = briefkit("rule", "--width", "60", cwd=tmp_path).out.splitlines()
    assert max(map(len, lines)) <= 60


def test_a_rule_like_no_other_exits_with_2(tmp_path: Path) -> None:
    ran = briefkit("rule", "zzzzzz", cwd=tmp_path)
    assert ran.code == 2
    assert "briefkit rule lists them" in ran.err
