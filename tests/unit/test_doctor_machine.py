"""The probes of `briefkit doctor` that look at the machine."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from briefkit.doctor import guarded, machine
from briefkit.errors import InputError
from briefkit.report.doctor_report import OK, Condition


def only(probe: Callable[[], Iterator[Condition]]) -> Condition:
    """The one condition that a probe finds."""
    (condition,) = probe()
    return condition


@pytest.mark.parametrize(
    ("name", "state"), [("linux", "ok"), ("darwin", "ok"), ("win32", "problem"), ("aix", "warning")]
)
def test_a_platform_is_one_of_ours_or_told(name: str, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", name)
    platform = only(machine.look_at_platform)
    assert (platform.state, bool(platform.advice)) == (state, state != "ok")


def test_windows_is_shown_the_way_to_wsl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert only(machine.look_at_platform).commands == {"any": "wsl --install"}


def test_a_platform_that_does_not_name_its_distribution_is_told_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr("platform.freedesktop_os_release", nothing)
    assert only(machine.look_at_platform).state == "ok"


def test_a_python_that_is_too_old_is_a_problem_with_a_command_for_each_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "OLDEST_PYTHON", (99, 0))
    python = only(machine.look_at_python)
    assert python.state == "problem"
    assert set(python.commands) == {"debian", "fedora", "macos"}


@pytest.mark.parametrize("code", ["utf-8", "UTF-8", "utf8", "UTF_8"])
def test_utf_8_is_known_however_it_is_spelt(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding=code))
    monkeypatch.setattr("locale.getencoding", lambda: code)
    assert only(machine.look_at_terminal).state == "ok"


@pytest.mark.parametrize("code", ["latin-1", "ascii", "", None])
def test_another_encoding_is_a_warning_that_names_it(code: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding=code))
    terminal = only(machine.look_at_terminal)
    assert (terminal.state, f"terminal {code or 'unknown'}" in terminal.found) == ("warning", True)


def test_the_variable_that_decides_the_encoding_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding="utf-8"))
    monkeypatch.setattr("locale.getencoding", lambda: "latin-1")
    for name, value in (("LC_ALL", ""), ("LC_CTYPE", "de_DE.ISO-8859-1"), ("LANG", "C.UTF-8")):
        monkeypatch.setenv(name, value)
    assert only(machine.look_at_terminal).found == "not UTF-8: locale latin-1 (LC_CTYPE=de_DE.ISO-8859-1)"


def test_a_temporary_folder_that_is_nearly_full_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=199 << 20))
    temporary = only(machine.look_at_temporary)
    assert temporary.state == "warning"
    assert "199 MB free" in temporary.found


def test_a_temporary_folder_that_is_not_there_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nonexistent")
    temporary = only(machine.look_at_temporary)
    assert temporary.state == "problem"
    assert "TMPDIR" in temporary.commands["any"]


# --- what breaks a probe off ------------------------------------------------------------------

FINE = Condition("Part", "one", OK, "fine")


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (KeyError("odd"), "could not be looked at: KeyError: 'odd'"),
        (InputError("it is not there", "make it"), "it is not there"),
        (ModuleNotFoundError("x", name="yaml"), "could not be looked at: the package yaml is not installed"),
        (ImportError("y", name="briefkit.x"), "could not be looked at: ImportError: y"),
        (RecursionError("deep"), "could not be looked at: RecursionError: deep"),
    ],
)
def test_what_a_probe_has_found_stays_and_what_it_raises_is_told(error: Exception, found: str) -> None:
    def probe() -> Iterator[Condition]:
        yield FINE
        raise error

    first, second = guarded("Part", "two", probe)
    assert first is FINE
    assert (second.part, second.name, second.state, second.found) == ("Part", "two", "problem", found)
    assert second.advice


def test_an_interrupt_is_no_finding() -> None:
    def probe() -> Iterator[Condition]:
        yield FINE
        raise SystemExit(130)

    with pytest.raises(SystemExit):
        list(guarded("Part", "one", probe))
