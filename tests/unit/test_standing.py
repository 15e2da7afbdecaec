"""Digests of programs and of values: the same for the same, another for each that differs."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit import packaged
from briefkit.cli.telling import brief_by_brief
from briefkit.model import Asset
from briefkit.pipeline import program
from briefkit.pipeline.digests import digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda values: st.lists(values).map(tuple) | st.dictionaries(st.text(), values),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_values_that_differ_have_different_digests(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


def test_our_values_are_told_apart_by_what_they_hold() -> None:
    one, other = (MappingProxyType({"a": Asset("a.png", data, "image/png")}) for data in (b"1", b"2"))
    assert digest(one) == digest(MappingProxyType(dict(one)))
    assert digest(one) != digest(other)


def test_what_is_no_value_of_ours_is_a_fault() -> None:
    with pytest.raises(TypeError, match="no digest of a PosixPath"):
        digest(Path("a"))


def digest_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The digest of the program, were its source in a folder."""
    monkeypatch.setattr(program, "SOURCE", folder)
    program.digest_program.cache_clear()
    try:
        return program.digest_program()
    finally:
        program.digest_program.cache_clear()


def test_a_changed_program_is_another_without_another_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("1")
    before = digest_of(tmp_path, monkeypatch)
    os.utime(tmp_path / "a.py", (1, 1))
    assert digest_of(tmp_path, monkeypatch) == before
    (tmp_path / "a.py").write_text("2")
    assert digest_of(tmp_path, monkeypatch) != before


@pytest.mark.parametrize("name", ["weasyprint-99.0.dist-info", "jinja2.egg-info"])
def test_another_package_is_another_program(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of(tmp_path, monkeypatch)
    (tmp_path / name).mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert digest_of(tmp_path / "none", monkeypatch) != before


@pytest.mark.parametrize(("table", "name"), [("NATIVE_FOLDERS", "libpango-1.0.so.0.1.2"), ("FONT_FOLDERS", "a.ttf")])
def test_another_library_or_font_of_the_system_is_another_program(
    table: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, table, (str(tmp_path),))
    os.utime(tmp_path, (1, 1))
    before = digest_of(tmp_path / "none", monkeypatch)
    (tmp_path / name).write_bytes(b"")
    assert digest_of(tmp_path / "none", monkeypatch) != before


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def test_every_font_of_ours_is_part_of_the_program() -> None:
    files = [f"/files/{name} " for _, _, _, name, _ in (*packaged.FONTS, *packaged.CODE_FONTS)]
    seen = list(program._engines())
    assert [file for file in files if not any(file in line for line in seen)] == []


def test_on_a_terminal_a_line_says_which_brief_is_built_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with brief_by_brief() as show:
        show(2, 20, "briefs/a\x1b.md")
    assert terminal.getvalue().split("\r\x1b[K") == ["", "Building 2 of 20: briefs/a\\u001b.md", ""]


def test_elsewhere_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr("sys.stderr", said)
    with brief_by_brief() as show:
        show(2, 20, "briefs/a.md")
    assert said.getvalue() == ""
