"""Patterns that are kept compiled do what they would do if compiled now; what cannot be trusted is not used."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefkit import patterns, precompile, precompiled
from tests.e2e.command import PATIENCE
from tests.unit.test_patterns import FEWEST, _modules, _patterns

CORPUS = Path(__file__).parents[1] / "corpus"
TEXT = "\n".join(path.read_text("utf-8-sig") for path in sorted(CORPUS.glob("*.md")))[:4_000]
ODD = "zqx[0-9]+(?P<unit>km|m)(?i:Ende)"
"""A pattern that nobody asks for but these tests."""


@pytest.fixture
def kept_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns are kept meanwhile; none of them is taken that was kept before."""
    path = tmp_path / "kept.patterns"
    monkeypatch.setattr(precompiled, "kept_at", lambda: str(path))
    monkeypatch.setattr(patterns, "_kept", {})
    return path


def test_each_pattern_of_each_module_finds_what_the_compiled_one_finds() -> None:
    found = [pattern for module in _modules() for pattern in _patterns(vars(module).values())]
    keys: set[tuple[Any, int]] = {(pattern.pattern, pattern.flags) for pattern in found}
    assert len(keys) > FEWEST
    for key, flags in keys:
        made = _sre.compile(*marshal.loads(marshal.dumps(precompiled.handed_over(key, flags))))
        wanted = re.compile(key, flags)
        assert (made.pattern, made.flags, made.groups) == (wanted.pattern, wanted.flags, wanted.groups)
        text = TEXT if isinstance(key, str) else TEXT.encode()
        assert (made.groupindex, made.findall(text)) == (wanted.groupindex, wanted.findall(text))


def test_what_was_kept_is_had_again_and_is_not_compiled(kept_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precompiled.save([(ODD, 0), (rb"b+", int(re.IGNORECASE))])
    patterns.take(precompiled.load())
    monkeypatch.setattr(re, "compile", None)
    found = patterns.regex(ODD).search("1 zqx12kmENDE")
    assert found is not None
    assert (found[0], found["unit"]) == ("zqx12kmENDE", "km")
    assert patterns.regex(rb"b+", re.IGNORECASE).search(b"aB") is not None


def test_what_was_not_kept_is_compiled(kept_at: Path) -> None:
    precompiled.save([(ODD, 0)])
    patterns.take(precompiled.load())
    assert patterns.regex(ODD, re.IGNORECASE).search("ZQX1M" + "ende") is not None


def test_the_engine_is_in_its_place_again_when_a_pattern_is_wrong() -> None:
    with pytest.raises(re.error):
        precompiled.handed_over("(", 0)
    assert re.compile(ODD).search("zqx1mende") is not None


def test_a_pattern_that_nobody_has_any_more_is_not_asked_for() -> None:
    mine = patterns.regex(ODD)
    assert (ODD, 0) in patterns.asked()
    assert patterns.compiled(f"{ODD}?") is patterns.compiled(f"{ODD}?")
    assert (f"{ODD}?", 0) in patterns.asked()
    del mine
    assert (ODD, 0) not in patterns.asked()


def test_where_nothing_was_kept_there_is_nothing(kept_at: Path) -> None:
    assert precompiled.load() == {}


@pytest.mark.parametrize("byte", [0, 3, 4, 40, -1])
def test_what_is_damaged_is_not_read(byte: int, kept_at: Path) -> None:
    precompiled.save([(ODD, 0)])
    data = bytearray(kept_at.read_bytes())
    data[byte] ^= 1
    kept_at.write_bytes(data)
    assert precompiled.load() == {}


@pytest.mark.parametrize("length", [0, 3, 4, 20])
def test_what_was_cut_is_not_read(length: int, kept_at: Path) -> None:
    precompiled.save([(ODD, 0)])
    kept_at.write_bytes(kept_at.read_bytes()[:length])
    assert precompiled.load() == {}


def test_another_python_does_not_read_it(kept_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precompiled.save([(ODD, 0)])
    assert len(precompiled.load()) == 1
    monkeypatch.setattr(sys, "version", f"{sys.version} with another engine")
    assert precompiled.load() == {}


def test_an_installation_keeps_what_checks_need(kept_at: Path) -> None:
    alone = f"from briefkit import precompile, precompiled; precompiled.kept_at = lambda: {str(kept_at)!r}"
    done = subprocess.run(
        (sys.executable, "-c", f"{alone}; precompile.main()"), capture_output=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(precompiled.load()) > 1_000


def test_where_nothing_can_be_kept_that_is_told_and_is_no_error(
    kept_at: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept_at.mkdir()
    monkeypatch.setattr(precompile, "_check_some", lambda folder: None)
    monkeypatch.setattr(patterns, "asked", lambda: [(ODD, 0)])
    precompile.main()
    assert capsys.readouterr().err.startswith("The patterns could not be kept compiled, each run will compile them: ")
