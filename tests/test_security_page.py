"""SECURITY.md promises what tests hold: each promise names them, they exist, and the limits are those of the code."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from briefkit import files, outputs, strict_yaml
from briefkit.assemble.pictures import MAX_PIXELS
from briefkit.config import LIMITS
from briefkit.pandoc import Limits
from briefkit.pandoc.process import LARGEST
from briefkit.processes import PATIENCE, ChildLimits

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "SECURITY.md").read_text("utf-8")


def table(heading: str) -> list[tuple[str, str]]:
    """The rows of the first table below a heading."""
    section = PAGE[PAGE.index(f"## {heading}\n") :].split("\n## ")[0]
    rows = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)
    return [row for row in rows if row not in {("promise", "held by"), ("what", "limit")}]


PROMISES = table("What is promised")
NAMED = sorted({name for _, held_by in PROMISES for name in re.findall(r"`([^`]+)`", held_by)})


def test_there_are_promises() -> None:
    assert len(PROMISES) >= 10


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[0][:40])
def test_each_promise_names_tests_that_hold_it(promise: tuple[str, str]) -> None:
    names = re.findall(r"`([^`]+)`", promise[1])
    assert names
    assert promise[1] == ", ".join(f"`{name}`" for name in names)


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_holds_a_promise_is_there_and_tests_something(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    functions = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    run = Path(name).name.startswith("test_") or name.startswith(("tests/hostile/", "tests/faults/"))
    assert run
    assert any(f.startswith("test_") for f in functions) or not Path(name).name.startswith("test_")


def on_the_clock(seconds: float) -> str:
    """Seconds of the processor as the page names them."""
    return f"{seconds:g} seconds of the processor, {seconds * PATIENCE:g} on the clock"


VALUES = {
    "size of a brief, a template or a style": f"{files.MAX_BRIEF // 1_000_000} MB",
    "size of a library": f"{files.MAX_LIBRARY // 1_000_000} MB",
    "size of a picture": f"{files.MAX_IMAGE // 1_000_000} MB",
    "pixels of a picture": f"{MAX_PIXELS // 1_000_000} million",
    "front matter": (
        f"{strict_yaml.MAX_CHARACTERS:,} characters, {strict_yaml.MAX_DEPTH} levels, {strict_yaml.MAX_NODES:,} values"
    ),
    "one call of pandoc (`pandoc-seconds`)": on_the_clock(LIMITS["pandoc-seconds"]),
    "heap of pandoc": f"{Limits().heap} MB",
    "address space of pandoc": f"{Limits().address_space:,} MB",
    "what pandoc may print": f"{LARGEST >> 20} MB",
    "our own part of a check, and again of a build (`check-seconds`)": on_the_clock(LIMITS["check-seconds"]),
    "the pages of a brief (`pages-seconds`)": on_the_clock(LIMITS["pages-seconds"]),
    "address space of the page engines": f"{ChildLimits().address_space:,} MB",
    "waiting for another build in the same folder": f"{outputs.PATIENCE:g} seconds",
}


def test_the_limits_are_those_of_the_code() -> None:
    assert dict(table("Limits")) == VALUES


def test_every_limit_that_can_be_set_is_named() -> None:
    assert [name for name in LIMITS if f"`{name}`" not in PAGE] == []
    assert (Limits().seconds, ChildLimits().seconds) == (LIMITS["pandoc-seconds"], LIMITS["pages-seconds"])


def test_links_of_the_page_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", PAGE)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_no_address_is_invented() -> None:
    assert re.findall(r"\S+@\S+\.\w+|https?://\S+", PAGE) == []


def test_the_version_of_the_page_is_that_of_the_package() -> None:
    version = re.search(r'^version = "(\d+\.\d+)', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert f"but {version[1]}, whose promises" in PAGE


def test_no_test_that_holds_a_promise_is_left_out_of_the_repository() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    tracked = subprocess.run(("git", "ls-files", *NAMED), cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("git is not there")
    assert sorted(tracked.stdout.split()) == NAMED
