"""The probes of `briefkit doctor` that look at engines and fonts."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefkit import packaged
from briefkit.doctor import cures, engines
from briefkit.doctor.children import in_child
from briefkit.errors import RenderError
from briefkit.model import Face
from briefkit.pandoc import find_pandoc
from briefkit.report.doctor_report import Condition

pytestmark = pytest.mark.slow

PATIENT = 120.0
"""Seconds in which a program answers however much else the machine has to do."""

ODD = {
    "old": ('echo "pandoc 2.9.2.1"', "too old, 3.1.6 or newer is needed"),
    "hangs": ("exec sleep 600", "did not finish within 0.5 seconds"),
    "is something else": ("echo pancake", "does not say which version it is"),
    "says it is new and is not": (
        'case "$1" in --version) echo "pandoc 3.9";; *) cat >/dev/null; '
        'echo \'{"pandoc-api-version":[1,20],"meta":{},"blocks":[]}\';; esac',
        "older than 3.1.6",
    ),
    "says it is pandoc and reads nothing": (
        'case "$1" in --version) echo "pandoc 3.9";; *) cat >/dev/null; '
        'echo \'{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[]}\';; esac',
        "does not read Markdown as pandoc does",
    ),
    "fails": ("exit 83", "exit code 83"),
    "dies": ("kill -SEGV $$", "pandoc failed"),
    "prints without end": ("exec yes", "printed more than"),
}


def only(probe: Callable[[], Iterator[Condition]]) -> Condition:
    """The one condition that a probe finds."""
    (condition,) = probe()
    return condition


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is taken for the bundled pandoc."""
    path = tmp_path / "pandoc"
    monkeypatch.setattr("briefkit.pandoc.process.bundled_pandoc", lambda: str(path))
    return path


@pytest.mark.parametrize("case", list(ODD))
def test_an_odd_pandoc_is_named_with_its_cure(case: str, script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body, words = ODD[case]
    script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(engines, "SECONDS", 0.5 if case == "hangs" else PATIENT)
    pandoc = only(engines.look_at_pandoc)
    assert pandoc.state == "problem"
    assert words in pandoc.found
    assert pandoc.commands["any"].endswith("pip install --force-reinstall --no-deps pypandoc_binary")


def test_a_pandoc_that_is_not_executable_is_named(script: Path) -> None:
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    pandoc = only(engines.look_at_pandoc)
    assert (pandoc.state, pandoc.found) == ("problem", f"it is not executable; from pypandoc_binary: {script}")


def test_a_pandoc_of_the_system_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pandoc").symlink_to(find_pandoc())
    monkeypatch.setattr("briefkit.pandoc.process.bundled_pandoc", lambda: "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(engines, "SECONDS", PATIENT)
    pandoc = only(engines.look_at_pandoc)
    assert (pandoc.state, pandoc.found) == ("ok", f"from the PATH: {tmp_path / 'pandoc'}")


# --- native libraries -------------------------------------------------------------------------


def test_a_library_that_is_not_there_is_told_with_its_file() -> None:
    version, fault = engines.load(engines.Native("Pango", ("libnone-such.so.0",)))
    assert version == ""
    assert fault.startswith("libnone-such.so.0 cannot be loaded: ")


def test_a_pango_that_is_too_old_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "OLDEST_PANGO", (99, 1))
    pango = next(engines.look_at_natives())
    assert (pango.state, pango.found) == ("problem", "is too old, 99.1 or newer is needed")
    assert pango.commands == cures.LAYOUT


# --- fonts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0" + b"\xff" * 1000], ids=["empty", "text", "garbage"])
def test_a_font_that_is_damaged_is_named_and_the_others_are_looked_at(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packaged.load_face

    def load(family: str, style: str, package: str, name: str, weight: str) -> Face:
        face = real(family, style, package, name, weight)
        return Face(family, weight, style, data) if (family, style) == ("Inter", "normal") else face

    monkeypatch.setattr(packaged, "load_face", load)
    states = {c.name: c.state for c in engines.look_at_fonts()}
    others = ("Inter italic", "Source Serif 4", "Source Serif 4 italic", "Source Code Pro", "Noto Naskh Arabic")
    assert states == {"Inter": "problem", **dict.fromkeys(others, "ok")}


# --- children ---------------------------------------------------------------------------------


def test_what_ends_the_process_is_an_error_and_we_live_on() -> None:
    with pytest.raises(RenderError, match="SIGTERM"):
        in_child("the trial", lambda: os.kill(os.getpid(), signal.SIGTERM))


def test_without_a_temporary_folder_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.folders.run_folder", lambda: "/nonexistent")
    assert in_child("the trial", os.getpid) == os.getpid()


# --- cures ------------------------------------------------------------------------------------

RELEASES = {
    "debian": {"ID": "debian"},
    "ubuntu": {"ID": "ubuntu", "ID_LIKE": "debian"},
    "mint": {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"},
    "fedora": {"ID": "fedora"},
    "rocky": {"ID": "rocky", "ID_LIKE": "rhel centos fedora"},
    "arch": {"ID": "arch"},
}
FAMILY = {"debian": "debian", "ubuntu": "debian", "mint": "debian", "fedora": "fedora", "rocky": "fedora", "arch": ""}


@pytest.mark.parametrize("name", list(RELEASES))
def test_the_system_is_known_by_what_it_says_of_itself(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: RELEASES[name])
    assert cures.system() == FAMILY[name]


def test_a_system_that_says_nothing_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.freedesktop_os_release", nothing)
    assert cures.system() == ""


def test_macos_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert cures.system() == "macos"


def test_the_set_up_names_the_same_libraries() -> None:
    script = (Path(__file__).parents[2] / ".ci" / "setup.sh").read_text("utf-8")
    packages = cures.LAYOUT["debian"].removeprefix("sudo apt install ")
    assert f"debian_libraries='{packages}'" in script
    assert cures.LAYOUT["fedora"] in script


def test_what_a_child_gives_is_what_json_can_say() -> None:
    assert in_child("the trial", lambda: json.loads('{"a": [1, ""]}')) == {"a": [1, ""]}
