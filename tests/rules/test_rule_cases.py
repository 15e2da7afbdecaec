"""Runs the case files beside it: each `## ` is a case with a brief, perhaps a library, and what is expected.

Expected lines are `line:column CODE` for the brief and `references.bib:line:column CODE` for the library, or the one
word `nothing`; findings of other rules are not looked at. A case may have `settings` (TOML) and `retractions` (CSV).
The brief is the only one of its project.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefkit.config import Config, make_config
from briefkit.model import Finding
from briefkit.pandoc import Worker
from briefkit.rules import META, RULES, all_rules
from tests.building import EXAMPLE_LIBRARY, check_text

HERE = Path(__file__).parent
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<name>\w+)\n(?P<body>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class RuleCase:
    """One case of a rule."""

    rule: str
    title: str
    brief: str
    bib: str
    expect: tuple[str, ...]
    settings: str = ""
    retractions: str = ""


def read_cases(path: Path) -> Iterator[RuleCase]:
    """The cases of a file."""
    for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        blocks = {m["name"]: m["body"] for m in FENCE.finditer(part)}
        expect = tuple(line.strip() for line in blocks["expect"].splitlines() if line.strip())
        title = part.split("\n")[0].strip()
        brief, bib = blocks.get("brief", ""), blocks.get("bib", EXAMPLE_LIBRARY)
        more = blocks.get("settings", ""), blocks.get("retractions", "")
        yield RuleCase(path.stem, title, brief, bib, expect, *more)


CASES = [case for path in sorted(HERE.glob("*.md")) for case in read_cases(path)]


def found_by(case: RuleCase, pandoc: Worker) -> list[str]:
    """What the rule of a case finds, as the case file writes it."""
    config = make_config(tomllib.loads(case.settings), "briefkit.toml")
    findings = check_text(case.brief, pandoc, case.bib, config, retractions=case.retractions, alone=True)
    return [written(f) for f in findings if f.name == case.rule]


def written(finding: Finding) -> str:
    place = finding.place
    where = f"{place.line}:{place.column}"
    return f"{where if place.path == 'brief.md' else f'{place.path}:{where}'} {finding.code}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.rule}: {c.title}")
def test_a_case_finds_what_it_expects(case: RuleCase, pandoc: Worker) -> None:
    expected = [] if case.expect == ("nothing",) else sorted(case.expect)
    assert sorted(found_by(case, pandoc)) == expected


@pytest.mark.parametrize("name", list(all_rules()))
def test_every_rule_has_a_case_that_fires_and_one_that_is_silent(name: str) -> None:
    own = [case for case in CASES if case.rule == name]
    assert any(case.expect != ("nothing",) for case in own), "no case fires"
    assert any(case.expect == ("nothing",) for case in own), "no case is silent"


def example(name: str, heading: str) -> str:
    """The indented text under a heading of a rule's docstring."""
    body = find_example(name, heading)
    assert body is not None, f"{name} has no {heading}"
    return outdented(body)


def find_example(name: str, heading: str) -> re.Match[str] | None:
    text = all_rules()[name].__doc__ or ""
    return re.search(rf"^## {heading}\n((?: {{4}}.*\n|\n)+)", text + "\n", re.MULTILINE)


def settings_of(name: str) -> Config:
    """The settings under which the example of a rule fires, where it needs any."""
    body = find_example(name, "Settings")
    return make_config(tomllib.loads(outdented(body)), "briefkit.toml") if body else Config()


def outdented(body: re.Match[str]) -> str:
    return re.sub(r"^ {4}", "", body[1], flags=re.MULTILINE).strip("\n") + "\n"


def run_example(name: str, text: str, pandoc: Worker) -> list[str]:
    """The names of the findings on an example; the examples of BIB rules are libraries that a brief cites."""
    if not str(all_rules()[name].CODE).startswith("BIB"):
        bib = "" if name == "missing-sources" and "@" not in text else EXAMPLE_LIBRARY
        return [f.name for f in check_text(text, pandoc, bib, alone=True)]
    keys = re.findall(r"@\w+\s*[{(]\s*([\w:.-]+)\s*,", text)
    brief = "".join(f"It rose [@{key}].\n\n" for key in dict.fromkeys(keys))
    return [f.name for f in check_text(brief, pandoc, text, settings_of(name), alone=True)]


@pytest.mark.parametrize("name", list(all_rules()))
def test_the_example_of_a_rule_fires_and_the_cure_is_silent(name: str, pandoc: Worker) -> None:
    assert name in run_example(name, example(name, "Example"), pandoc)
    assert name not in run_example(name, example(name, "Instead"), pandoc)


def test_every_module_of_a_rule_is_listed() -> None:
    folder = Path(__import__("briefkit.rules", fromlist=["base"]).__file__ or "").parent
    modules = {p.stem for p in folder.glob("*.py")} - {"__init__", "base", "unsourced"}
    assert {name.replace("-", "_") for name in all_rules()} == modules


def test_codes_are_listed_in_order_and_none_twice() -> None:
    codes = [str(rule.CODE) for rule in (*RULES, *META)]
    assert len(set(codes)) == len(codes)
    assert [c for c in codes if c.startswith("BIB")] == sorted(c for c in codes if c.startswith("BIB"))
