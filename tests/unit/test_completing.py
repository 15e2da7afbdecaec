"""What a shell completes: files, and the words that briefkit knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from briefkit.cli import group


def complete(*words: str) -> list[str]:
    *before, begun = words
    found = ShellComplete(group, {}, "briefkit", "_BRIEFKIT_COMPLETE").get_completions(before, begun)
    return [item.value if item.type == "plain" else item.type for item in found]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "check b",
        "build b",
        "claims b",
        "outline b",
        "trace b",
        "library check r",
        "library stats r",
        "brand check _",
        "check -o b",
        "check --baseline k",
        "check --brand _",
        "claims --explain b",
    ],
)
def test_the_shell_finds_files(line: str) -> None:
    assert complete(*line.split()) == ["file"]


def test_the_shell_finds_folders_to_build_in() -> None:
    assert complete("build", "-o", "d") == ["dir"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("rule CLM10", {"CLM101", "CLM102"}),
        ("rule unsupported-s", {"unsupported-statistic"}),
        ("check --select DOC83", {"DOC830", "DOC831"}),
        ("check --ignore CLM101,DOC83", {"CLM101,DOC830"}),
        ("new --type o", {"one-pager", "options"}),
        ("new --lang f", {"fr"}),
        ("new --template m", {"memo"}),
        ("check --template pol", {"policy-brief"}),
        ("templates copy re", {"report"}),
        ("build --to p", {"pdf"}),
        ("build --to pdf,d", {"pdf,docx"}),
    ],
)
def test_words_are_completed(line: str, words: set[str]) -> None:
    assert words <= set(complete(*line.split()))


def test_a_type_of_the_project_is_completed(tmp_path: Path) -> None:
    (tmp_path / "briefkit.toml").write_text("", encoding="utf-8")
    (tmp_path / "briefkit-types").mkdir()
    (tmp_path / "briefkit-types/minister.toml").write_text("", encoding="utf-8")
    assert complete("new", "--type", "m") == ["minister"]


def test_faulty_settings_complete_nothing_and_do_not_fail(tmp_path: Path) -> None:
    (tmp_path / "briefkit.toml").write_text("nonsense = [", encoding="utf-8")
    assert complete("new", "--type", "m") == []
