"""What the tables of faults are made of: small functions that damage a good entry as people and programs do.

Each gives a Fault: an entry and the dice in, the damaged text and the line of it where a finding is due out, or None
where the entry has nothing that the fault could befall.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from good_entries import Entry

Dice = random.Random


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged entry, with what was pasted beside it, and the line (from 1) where a finding is due."""

    text: str
    line: int = 1


Fault = Callable[[Entry, Dice], Damaged | None]
Changing = Callable[[str, Dice], str | None]
Change = str | Changing
Respelling = Callable[[str], str | None]
Second = Callable[[Entry, Dice], str | None]
"""What gives another value, the same without dice, and what stands beside an entry."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A fault of a table: the code that is due, what happened, how; `also` are codes that say the same as truly."""

    code: str
    what: str
    fault: Fault
    also: tuple[str, ...] = ()


def find_field(entry: Entry, names: str) -> re.Match[str] | None:
    """The line of the first of some fields (`year|date`) that the entry has."""
    for name in names.split("|"):
        if found := re.search(rf"(?im)^(\s*{name}\s*=\s*)(.*?)(,?)$", entry.text):
            return found
    return None


def line_of(text: str, at: int) -> int:
    """The line of a place in a text."""
    return text.count("\n", 0, at) + 1


def describe(entry: Entry) -> str:
    """Type, writer and language of an entry: what a fault may look for."""
    return f"{entry.kind} {entry.writer} {entry.fields.get('langid', '')}".rstrip()


def change(names: str, new: Change, only: str = "") -> Fault:
    """Another value for a field that the entry has; `only` is what kinds of entries it befalls."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        found = find_field(entry, names)
        if not found or not re.search(only, describe(entry)):
            return None
        old = found[2][1:-1] if found[2][:1] in '{"' else found[2]
        value = new if isinstance(new, str) else new(old, dice)
        if value is None or value == old:
            return None
        start = found.start(1) + len(found[1]) - len(found[1].lstrip("\n"))
        text = entry.text[: found.start(2)] + "{" + value + "}" + entry.text[found.end(2) :]
        return Damaged(text, line_of(entry.text, start))

    return damage


def add(name: str, value: str | Callable[[Entry, Dice], str | None], only: str = "", without: str = "") -> Fault:
    """A field more, right after the key; `without` are the fields that the entry must not have."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        if not re.search(only, describe(entry)) or (without and find_field(entry, without)):
            return None
        given = value if isinstance(value, str) else value(entry, dice)
        if given is None:
            return None
        head, _, rest = entry.text.partition("\n")
        return Damaged(f"{head}\n  {name} = {{{given}}},\n{rest}", 2)

    return damage


def drop(names: str, only: str, due: str = r"\A") -> Fault:
    """All of these fields gone from an entry that had one of them: due at its head, or where a pattern finds it."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        if not re.search(only, describe(entry)) or not find_field(entry, names):
            return None
        if any(name in entry.fields for name in ("crossref", "xdata")):
            return None
        text = re.sub(rf"(?im)^\s*(?:{names})\s*=.*\n", "", entry.text)
        found = re.search(due, text, re.MULTILINE | re.IGNORECASE)
        return Damaged(text, line_of(text, found.start())) if found else None

    return damage


def rewrite(
    pattern: str, new: str | Callable[[re.Match[str]], str], only: str = "", line: int = 0, down: int = 0
) -> Fault:
    """The first that a pattern finds in the text written anew: due at its line, so many below, or at the given one.

    What keeps an entry from being read is told of at its head; a field that ran into the next one at the next one.
    """

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        found = re.search(pattern, entry.text, re.MULTILINE)
        if not found or not re.search(only, describe(entry)):
            return None
        fresh = found.expand(new) if isinstance(new, str) else new(found)
        text = entry.text[: found.start()] + fresh + entry.text[found.end() :]
        return Damaged(
            text, line or down + line_of(entry.text, found.start() + len(found[0]) - len(found[0].lstrip("\n")))
        )

    return damage


def again(names: str, value: str = "") -> Fault:
    """A field once more, below itself, with another value or the same: due at the second."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        found = find_field(entry, names)
        if not found or not found[3]:
            return None
        second = f"\n{found[1].lstrip(chr(10))}{{{value}}}," if value else "\n" + found[0].lstrip("\n")
        text = entry.text[: found.end()] + second + entry.text[found.end() :]
        return Damaged(text, line_of(entry.text, found.end()) + 1)

    return damage


def beside(second: Second, due: str = r"\A@") -> Fault:
    """A second entry pasted after the first: due where a pattern finds its place in the second."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        other = second(entry, dice)
        found = re.search(due, other, re.MULTILINE) if other else None
        if other is None or found is None:
            return None
        before = entry.text + "\n"
        at = found.start() + len(found[0]) - len(found[0].lstrip("\n"))
        return Damaged(before + other, before.count("\n") + line_of(other, at))

    return damage


def other_key(entry: Entry, tail: str = "x2") -> str:
    """The entry under another key."""
    return entry.text.replace(entry.key, entry.key + tail, 1)


def with_value(text: str, names: str, new: Callable[[str], str]) -> str:
    """The text of an entry with another value in a field; as it was when it has none."""
    return re.sub(
        rf'(?im)^(\s*(?:{names})\s*=\s*[{{"]?)(.*?)([}}"]?,?)$', lambda m: m[1] + new(m[2]) + m[3], text, count=1
    )


def slip(word: str, dice: Dice) -> str:
    """A word with two letters in the middle swapped."""
    places = [n for n in range(1, len(word) - 2) if word[n] != word[n + 1]]
    if not places:
        return word + "e"
    at = dice.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def another_digit(value: str, dice: Dice) -> str | None:
    """A number with one of its digits mistyped."""
    places = [n for n, sign in enumerate(value[:-1]) if sign.isdigit()]
    if not places:
        return None
    at = dice.choice(places)
    return value[:at] + str((int(value[at]) + dice.randint(1, 9)) % 10) + value[at + 1 :]
