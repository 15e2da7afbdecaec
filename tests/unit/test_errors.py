"""Errors: what the system refuses is told with its cure, everything else stays a fault."""

from __future__ import annotations

import ast
import errno
from pathlib import Path

import pytest

import briefkit
from briefkit import errors
from briefkit.errors import REFUSALS, InputError, refused

HINT_AT = {name: 1 for name, kind in vars(errors).items() if isinstance(kind, type)} | {"YamlError": 2}
"""The classes of our errors, with which of their arguments says what to do."""


@pytest.mark.parametrize("number", REFUSALS)
def test_what_the_system_refuses_is_no_fault_of_ours_and_has_a_cure(number: int) -> None:
    error = refused(OSError(number, "words"))
    assert error is not None
    assert (error.exit_code, error.message) == (3, "the system refused to go on: words")
    assert error.hint


def test_a_memory_that_is_full_is_a_refusal_too() -> None:
    error = refused(MemoryError())
    assert error is not None
    assert error.hint == REFUSALS[errno.ENOMEM]


def test_what_python_says_without_the_memory_to_say_it_is_a_refusal_too() -> None:
    error = refused(SystemError("error return without exception set"))
    assert error is not None
    assert error.hint == REFUSALS[errno.ENOMEM]
    assert refused(SystemError("bad argument to internal function")) is None


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "x"), OSError("x"), ValueError("x"), IndexError("x")])
def test_anything_else_is_a_fault(error: Exception) -> None:
    assert refused(error) is None


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("the data x.csv does not exist", "The data x.csv does not exist"),
        ("there is no template 'x'", "There is no template 'x'"),
        ("data.csv is not UTF-8, line 2", "data.csv is not UTF-8, line 2"),
        ("theatres.csv is larger than 1 MB", "theatres.csv is larger than 1 MB"),
    ],
)
def test_a_finding_tells_an_error_with_a_capital_unless_it_begins_with_the_name_of_a_file(
    message: str, told: str
) -> None:
    assert InputError(message).sentence == told


def test_every_error_says_what_to_do() -> None:
    silent = []
    for path in sorted(Path(briefkit.__file__).parent.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in HINT_AT:
                said = len(call.args) > HINT_AT[call.func.id] or "hint" in [keyword.arg for keyword in call.keywords]
                silent += [] if said else [f"{path.name}:{call.lineno}"]
    assert silent == []


def test_a_file_of_the_package_that_cannot_be_read_is_no_fault_of_ours() -> None:
    path = str(Path(briefkit.__file__).parent / "starters" / "en.toml")
    error = refused(PermissionError(errno.EACCES, "Permission denied", path))
    assert error is not None
    assert (error.exit_code, error.message) == (
        3,
        "the file starters/en.toml of briefkit itself cannot be read: Permission denied",
    )
    assert refused(PermissionError(errno.EACCES, "Permission denied", "/elsewhere/en.toml")) is None
