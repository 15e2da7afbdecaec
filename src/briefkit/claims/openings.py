"""A pattern of the lexicon in, the letters a match can start with out: it need not be tried at most of the words.

Patterns are those that start at a word. Only what the tables use is read: alternatives, groups, sets, look-arounds and
quantifiers; what is not understood becomes an opening that ends early, at worst an empty one: tried everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefkit.patterns import regex

SIZE = 6
"""How many letters are compared."""

ANY = "\0"
"""Ends an opening that anything may follow."""

END = "\1"
"""Ends an opening that is a whole word: no letter may follow."""

PLAIN_SET = regex(r"-?[\w ,:;.'\u2019\u00a0]+-?")
"""The inside of a set that names its characters one by one."""

PLAIN_RUN = regex(r"[\w ]+(?![?*+{])")
"""Characters that stand for themselves, none of which is quantified."""

PLAIN_WORDS = regex(r"(?:[\w ]+\|)+")
"""Whole alternatives of such characters."""

GROUP = regex(r"\?(?::|<?[=!])|")
"""What says of which kind a group is; nothing for one that is read out."""

QUANTIFIER = regex(r"(?:[?*+]|\{[^}]*\})\??")


def pattern_openings(pattern: str) -> frozenset[str]:
    """What a match of a pattern that starts at a word can begin with, in small letters."""
    found = {o.rstrip(ANY).lower() for o in _Reader(pattern).alternatives()}
    return frozenset(o if o[:1].isalnum() else "" for o in found)


def beginnings(word: str) -> Iterator[str]:
    """The openings that fit a word, of which the first letters are given and what follows them."""
    for length in range(1, min(len(word), SIZE) + 1):
        yield word[:length]
        if length == len(word) or not (word[length].isalnum() or word[length] == "_"):
            yield word[:length] + END


def is_anchored(pattern: str) -> bool:
    """Whether a pattern matches at the beginning of a text only: it starts with `^`, and has no alternative to that."""
    if not pattern.startswith("^"):
        return False
    depth = 0
    for at, character in enumerate(pattern):
        escaped = at and pattern[at - 1] == "\\"
        depth += 0 if escaped else (character == "(") - (character == ")")
        if character == "|" and not depth and not escaped:
            return False
    return True


class _Reader:
    """Reads a pattern from left to right; every method returns the openings of what it read."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> set[str]:
        """All up to the end of the group."""
        found = self.plain_words()
        current = {""}
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                found |= current
                found |= self.plain_words()
                current = {""}
            else:
                current = _extended(current, self.quantified())
        return found | current

    def plain_words(self) -> set[str]:
        """Alternatives that stand for themselves, as most do, all at once; the last before the end is left."""
        words = PLAIN_WORDS.match(self.pattern, self.at)
        if not words:
            return set()
        self.at = words.end()
        return {word[:SIZE] for word in words[0].split("|")[:-1]}

    def quantified(self) -> Collection[str]:
        """One item and what says how often it comes."""
        item = self.item()
        match = QUANTIFIER.match(self.pattern, self.at)
        if not match:
            return item
        self.at = match.end()
        if match[0][0] == "?":
            return {*item, ""}
        once = {option + ANY for option in item}
        return {*once, ""} if match[0][0] == "*" or match[0].startswith(("{0,", "{0}")) else once

    def item(self) -> Collection[str]:
        """A run of characters, a set or a group."""
        if run := PLAIN_RUN.match(self.pattern, self.at):
            self.at = run.end()
            return (run[0][:SIZE],)
        character = self.pattern[self.at]
        self.at += 1
        if character == "\\":
            self.at += 1
            escaped = self.pattern[self.at - 1]
            return {END} if escaped == "b" else {ANY} if escaped.isalnum() else {escaped}
        if character == "(":
            return self.group()
        if character == "[":
            start, self.at = self.at, self.pattern.index("]", self.at) + 1
            letters = self.pattern[start : self.at - 1]
            return set(letters) if PLAIN_SET.fullmatch(letters) else {ANY}
        return {""} if character in "^$" else {ANY} if character == "." else {character}

    def group(self) -> Collection[str]:
        """What a group holds; a look-around holds nothing that the match begins with."""
        kind = GROUP.match(self.pattern, self.at)
        self.at = kind.end() if kind else self.at
        inside = self.alternatives()
        self.at += 1
        return inside if kind and kind[0] in ("", "?:") else {""}


def _extended(openings: Collection[str], options: Collection[str]) -> set[str]:
    """Each opening that is too short and not ended, with each option after it."""
    done = {o for o in openings if len(o) >= SIZE or o.endswith((ANY, END))}
    return done | {_followed(o, option) for o in openings if o not in done for option in options}


def _followed(opening: str, option: str) -> str:
    """An opening with what follows; the end of a word is none before the first letter, and unsure after a sign."""
    if not option.startswith(END):
        return (opening + option)[:SIZE]
    return opening + END if opening[-1:].isalnum() else opening + ANY if opening else option.removeprefix(END)
