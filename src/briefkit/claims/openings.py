"""A pattern of the lexicon in, the letters a match can start with out: it need not be tried at most of the words.

Patterns are those that start at a word. Only what the tables use is read: alternatives, groups, sets, look-arounds and
quantifiers; what is not understood becomes an opening that ends early, at worst an empty one: tried everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection

SIZE = 4
"""How many letters are compared."""

ANY = "\0"
"""Ends an opening that anything may follow."""

QUANTIFIER = re.compile(r"(?:[?*+]|\{[^}]*\})\??")


def pattern_openings(pattern: str) -> frozenset[str]:
    """What a match of a pattern that starts at a word can begin with, in small letters."""
    found = {o.rstrip(ANY).lower() for o in _Reader(pattern).alternatives()}
    return frozenset(o if o[:1].isalnum() else "" for o in found)


class _Reader:
    """Reads a pattern from left to right; every method returns the openings of what it read."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> set[str]:
        """All up to the end of the group."""
        found: set[str] = set()
        current = {""}
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                found |= current
                current = {""}
            else:
                current = _extended(current, self.quantified())
        return found | current

    def quantified(self) -> Collection[str]:
        """One item and what says how often it comes."""
        item = self.item()
        match = QUANTIFIER.match(self.pattern, self.at)
        if not match:
            return item
        self.at = match.end()
        if match[0][0] == "+":
            return {option + ANY for option in item}
        return {*item, ""} if match[0][0] == "?" else {ANY}

    def item(self) -> Collection[str]:
        """A character, a set or a group."""
        character = self.pattern[self.at]
        self.at += 1
        if character == "\\":
            self.at += 1
            escaped = self.pattern[self.at - 1]
            return {""} if escaped in "bB" else {ANY} if escaped.isalnum() else {escaped}
        if character == "(":
            return self.group()
        if character == "[":
            start, self.at = self.at, self.pattern.index("]", self.at) + 1
            letters = self.pattern[start : self.at - 1]
            return set(letters) if letters.isalnum() else {ANY}
        return {""} if character in "^$" else {ANY} if character == "." else {character}

    def group(self) -> Collection[str]:
        """What a group holds; a look-around holds nothing that the match begins with."""
        kind = re.compile(r"\?(?::|<?[=!])|").match(self.pattern, self.at)
        self.at = kind.end() if kind else self.at
        inside = self.alternatives()
        self.at += 1
        return inside if kind and kind[0] in ("", "?:") else {""}


def _extended(openings: Collection[str], options: Collection[str]) -> set[str]:
    """Each opening that is too short and not ended, with each option after it."""
    done = {o for o in openings if len(o) >= SIZE or o.endswith(ANY)}
    return done | {(o + option)[:SIZE] for o in openings if o not in done for option in options}
