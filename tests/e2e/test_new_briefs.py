"""Each type of brief in each language, with a project or in one that is there: it checks and builds at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from briefkit import packaged
from briefkit.config import BRIEF_TYPES
from briefkit.model import Checked, Severity
from briefkit.pipeline import load_project
from briefkit.pipeline.building import build_project
from briefkit.pipeline.checking import check_project
from briefkit.pipeline.standing import Wanted
from briefkit.pipeline.starting import start
from briefkit.starters.making import Wish

LANGUAGES = [name.removesuffix(".toml") for name in packaged.starters()]
ALL = list(product(LANGUAGES, BRIEF_TYPES))
SOME = [(LANGUAGES[(n + further) % len(LANGUAGES)], kind) for n, kind in enumerate(BRIEF_TYPES) for further in (0, 2)]
"""Each type in two languages, and each language in two types or more."""

TO_WRITE = {"open-marker"}
"""What every new brief is told until its words are those of its author; of its library the entries are told."""
INVITES = TO_WRITE | {"missing-sources", "unsupported-recommendation"}
"""What a brief that joins a project is told until it cites something; a project of its own has a library."""

OF_A_TYPE = {"options": {"uneven-comparison"}}
"""What is told besides of a type whose table of judgements is full of dots."""

OF_THE_LANGUAGE = ("language-without-signs",)
"""What is said of a language, whatever is written in it."""


def begin(lang: str, kind: str, *, joins: bool) -> None:
    """Write a brief into the current folder, with a project around it or into one that is there."""
    if joins:
        Path("briefkit.toml").write_text("")
    start("pumps", Wish(kind, lang, ""))


def checked() -> Checked:
    (brief,) = check_project(load_project({}, jobs=1), ()).checked
    return brief


def built(formats: Sequence[str]) -> tuple[str, ...]:
    """What a build of the current folder writes."""
    build = build_project(load_project({}, jobs=1), (), Wanted(tuple(formats)), lambda number, of, name: None)
    assert (build.refused, build.failed, build.notes) == ((), (), ())
    return build.written


@pytest.mark.parametrize(("lang", "kind"), ALL)
def test_a_new_project_is_told_what_is_to_be_written_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(lang, kind, joins=False)
    found = [f for f in checked().findings if f.name not in OF_THE_LANGUAGE]
    assert {f.name for f in found} == TO_WRITE | OF_A_TYPE.get(kind, set())
    assert all(f.severity is Severity.WARNING for f in found)


@pytest.mark.parametrize(("lang", "kind"), ALL)
def test_a_brief_that_joins_a_project_asks_for_its_sources_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(lang, kind, joins=True)
    found = [f for f in checked().findings if f.name not in OF_THE_LANGUAGE]
    assert {f.name for f in found} <= INVITES | OF_A_TYPE.get(kind, set())
    assert all(f.severity < Severity.ERROR for f in found)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "kind"), SOME)
def test_a_new_brief_builds_to_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, kind: str) -> None:
    monkeypatch.chdir(tmp_path)
    begin(lang, kind, joins=(LANGUAGES.index(lang) + BRIEF_TYPES.index(kind)) % 2 > 0)
    assert "dist/pumps/pumps.html" in built(["html"])


@pytest.mark.slow
def test_a_new_brief_builds_to_a_document_in_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begin("es", "evidence", joins=False)
    assert "dist/pumps/pumps.pdf" in built(["pdf"])
