"""The diff of a file: what it shows of a line that moved, and of stretches that have no line in common."""

from __future__ import annotations

from briefkit.report.diff import write_diff

LINES = [f"line {number}\n" for number in range(3_000)]


def changed(old: list[str], new: list[str]) -> list[str]:
    lines = write_diff("a.bib", "".join(old), "".join(new)).splitlines()[2:]
    return [line for line in lines if line.startswith(("-", "+"))]


def test_a_line_that_moves_is_all_that_changes() -> None:
    first, *others = LINES
    assert changed(LINES, [*others, first]) == ["-line 0", "+line 0"]
    assert changed([*others, first], LINES) == ["+line 0", "-line 0"]


def test_all_changes_where_no_line_is_the_same() -> None:
    assert changed(["a\n", "b\n"], ["c\n"]) == ["-a", "-b", "+c"]


def test_nothing_is_said_where_nothing_changes() -> None:
    assert write_diff("a.bib", "a\nb", "a\nb") == ""
