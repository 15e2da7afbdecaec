"""Conditions in, bytes out: what `briefkit doctor` found, as text for a terminal or as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from briefkit.escapes import encode, encode_json, printable
from briefkit.model import EMPTY
from briefkit.text import plural
from briefkit.values import Value

VERSION = 1
"""Of the JSON form; it changes only when a reader of it must change."""

OK, WARNING, PROBLEM = STATES = ("ok", "warning", "problem")
COLOURS = {OK: "32", WARNING: "35;1", PROBLEM: "31;1"}
SYSTEMS: Mapping[str, str] = MappingProxyType(
    {"any": "", "debian": "Debian, Ubuntu", "fedora": "Fedora", "macos": "macOS"}
)
"""What a command is for, by its key in `commands`."""

INDENT = " " * 11
CODE = 3


class Condition(Value):
    """One thing that was looked at: its part and name, its state, what was found, and how to mend it.

    `advice` says what to do in words; `commands` holds what to type by system, or under `any`.
    """

    part: str
    name: str
    state: str
    found: str
    version: str = ""
    advice: str = ""
    commands: Mapping[str, str] = EMPTY


def exit_code(conditions: Sequence[Condition]) -> int:
    """3 when something that a check or a build needs is missing, else 0."""
    return CODE if any(c.state == PROBLEM for c in conditions) else 0


def write_json(conditions: Sequence[Condition]) -> bytes:
    """The conditions in the form of docs/doctor-json.md."""
    states = [c.state for c in conditions]
    document = {
        "version": VERSION,
        "tool": "briefkit",
        "counts": {state: states.count(state) for state in STATES},
        "conditions": [
            {
                "part": c.part,
                "name": c.name,
                "state": c.state,
                "found": c.found,
                "version": c.version,
                "advice": c.advice,
                "commands": dict(c.commands),
            }
            for c in conditions
        ],
    }
    return encode_json(document, 2)


def write_text(conditions: Sequence[Condition], system: str, width: int, colours: bool) -> bytes:
    """The conditions part by part, each with its cure, and a last line that sums up; commands are those of `system`."""
    lines: list[str] = []
    for part, members in groupby(conditions, key=lambda c: c.part):
        group = tuple(members)
        names = max(len(c.name) for c in group) + 2
        lines += [part]
        for condition, following in zip(group, (*group[1:], None), strict=True):
            lines += _told(condition, names, width, colours)
            if following is None or _cure(condition) != _cure(following):
                lines += _cured(condition, system, width)
        lines += [""]
    return encode("\n".join([*lines, *_folded(_summary(conditions), width, "", "")]) + "\n")


def _told(condition: Condition, names: int, width: int, colours: bool) -> list[str]:
    """State, name and what was found, folded under itself."""
    state = f"{condition.state:<9}"
    painted = f"\033[{COLOURS[condition.state]}m{condition.state}\033[0m" if colours else condition.state
    indent = " " * (len(INDENT) + names)
    if len(indent) > width // 2:
        indent = INDENT
    found = ", ".join(part for part in (condition.version, condition.found) if part)
    text = f"  {state}{condition.name:<{names}}{printable(found)}"
    first, *rest = _folded(text, width, "", indent)
    return [first.replace(condition.state, painted, 1), *rest]


def _cure(condition: Condition) -> tuple[str, Mapping[str, str]]:
    return condition.advice, condition.commands


def _cured(condition: Condition, system: str, width: int) -> list[str]:
    """The advice folded, each command on a line of its own, which is never folded: it is there to be copied."""
    lines = _folded(f"fix: {printable(condition.advice)}", width, INDENT, f"{INDENT}     ") if condition.advice else []
    own = {name: text for name, text in condition.commands.items() if name in ("any", system)}
    for name, command in (own or condition.commands).items():
        lines += [f"{INDENT}{SYSTEMS[name]}:"] if name not in own else []
        lines += [f"{INDENT}  {printable(line)}" for line in command.split("\n")]
    return lines


def _folded(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        drop_whitespace=True,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(conditions: Sequence[Condition]) -> str:
    """All is well, or how much is not."""
    counts = {state: sum(c.state == state for c in conditions) for state in (PROBLEM, WARNING)}
    told = ", ".join(plural(number, state) for state, number in counts.items() if number)
    if counts[PROBLEM]:
        return f"{told}. A check or a build needs what is missing; mend it and run this again."
    return f"{told}; nothing that a check or a build needs is missing." if told else "All is well."
