"""Conditions as text and as JSON."""

from __future__ import annotations

import json

import pytest

from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition, exit_code, write_json, write_text

FINE = Condition("Machine", "Python", OK, "/usr/bin/python3", "3.11.2")
ODD = Condition("Machine", "terminal", WARNING, "not UTF-8", "", "set the locale", {"any": "export LC_ALL=C.UTF-8"})
PANGO = {"debian": "sudo apt install pango", "fedora": "sudo dnf install pango", "macos": "brew install pango"}
BAD = Condition("PDF", "Pango", PROBLEM, "cannot be loaded", "", "install it", PANGO)


def text(*conditions: Condition, system: str = "debian", width: int = 80, colours: bool = False) -> str:
    return write_text(conditions, system, width, colours).decode()


def test_each_condition_has_a_line_with_its_state_its_version_and_what_was_found() -> None:
    assert "  ok       Python  3.11.2, /usr/bin/python3\n" in text(FINE)


def test_conditions_stand_under_their_part() -> None:
    assert text(FINE, ODD, BAD).split("\n\n")[1].startswith("PDF\n  problem  Pango")


def test_all_is_well_when_it_is() -> None:
    assert text(FINE).endswith("\n\nAll is well.\n")


def test_the_last_line_counts_what_is_not() -> None:
    last = " ".join(text(FINE, ODD, BAD).split("\n\n")[-1].split())
    assert last == "1 problem, 1 warning. A check or a build needs what is missing; mend it and run this again."


def test_a_warning_alone_says_that_nothing_is_missing() -> None:
    assert text(ODD).endswith("1 warning; nothing that a check or a build needs is missing.\n")


@pytest.mark.parametrize(("system", "command"), PANGO.items())
def test_the_command_is_that_of_the_system(system: str, command: str) -> None:
    lines = text(BAD, system=system).splitlines()
    assert [line.strip() for line in lines if "install pango" in line] == [command]


def test_on_a_system_that_is_not_known_all_commands_are_named_with_theirs() -> None:
    told = text(BAD, system="")
    assert all(
        f"{name}:\n             {PANGO[key]}" in told
        for key, name in (("debian", "Debian, Ubuntu"), ("macos", "macOS"))
    )


def test_a_command_for_any_system_is_told_on_all() -> None:
    assert "\n             export LC_ALL=C.UTF-8\n" in text(ODD, system="fedora")


def test_a_cure_that_mends_two_things_is_told_once_after_them() -> None:
    twin = Condition("PDF", "HarfBuzz", PROBLEM, "cannot be loaded", "", "install it", PANGO)
    told = text(BAD, twin)
    assert told.count("apt install") == 1
    assert told.index("HarfBuzz") < told.index("apt install")


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_lines_keep_to_the_width_but_for_commands_and_long_words(width: int) -> None:
    words = "a rather long account of what was found there " * 5
    told = text(Condition("PDF", "a name", PROBLEM, words, "1.2", words, {"any": "x" * 200}), width=width)
    assert [line for line in told.splitlines() if len(line) > width] == [" " * 13 + "x" * 200]


def test_a_command_is_never_folded() -> None:
    command = "sudo apt install " + " ".join(f"library-number-{number}" for number in range(20))
    assert f"\n             {command}\n" in text(Condition("PDF", "x", PROBLEM, "y", "", "z", {"any": command}))


def test_control_characters_are_written_as_their_escape() -> None:
    told = text(Condition("Project", "brief", PROBLEM, "\x1b[2J", "", "\x07", {"any": "\u202e"}))
    assert [c for c in told if not c.isprintable() and c != "\n"] == []


def test_colours_are_there_only_when_they_are_wanted() -> None:
    assert "\033[31;1mproblem\033[0m" in text(BAD, colours=True)
    assert "\033" not in text(BAD)


def test_a_name_that_python_could_not_read_is_told_all_the_same() -> None:
    assert "caf" in text(Condition("Project", "output", OK, "caf\udce9"))
    assert json.loads(write_json([Condition("Project", "output", OK, "caf\udce9")]))


def test_the_json_hides_what_a_terminal_would_obey() -> None:
    made = write_json([Condition("Project", "output", OK, "caf\x9b31m\u202e")])
    assert made.isascii()
    assert json.loads(made)["conditions"][0]["found"] == "caf\x9b31m\u202e"


def test_only_a_problem_fails() -> None:
    assert [exit_code(c) for c in ([], [FINE], [FINE, ODD], [FINE, ODD, BAD])] == [0, 0, 0, 3]


def test_the_json_has_all_that_the_text_has() -> None:
    told = json.loads(write_json((FINE, ODD, BAD)))
    assert (told["version"], told["tool"], told["counts"]) == (1, "briefkit", {"ok": 1, "warning": 1, "problem": 1})
    assert told["conditions"][2] == {
        "part": "PDF",
        "name": "Pango",
        "state": "problem",
        "found": "cannot be loaded",
        "version": "",
        "advice": "install it",
        "commands": PANGO,
    }
