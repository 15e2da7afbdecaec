"""Small facts about text: words, offsets as places, near misses, and what may be printed on a terminal."""

from __future__ import annotations

import bisect
import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from briefkit.model import Place
from briefkit.patterns import compiled, regex

WORD = regex(r"[^\W_]+")
"""A word for alignment and counting by runs: letters and digits only, so that no markup is part of one."""

NEAR = 70.0
"""How alike two words must be, in percent, to be offered as a near miss."""

SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
"""What may be typed for yes and no, in small letters."""

MOST_COMPARED = 20_000_000
LETTERS_AT_ONCE = 64
"""How many comparisons a search for near misses may take in all, and how many letters of a word make one of them."""


def primary(lang: str) -> str:
    """The primary subtag of a language tag, in small letters: `pt` of `pt-BR` (BCP 47)."""
    return lang.partition("-")[0].lower()


def normalise_newlines(text: str) -> str:
    """The text with every CRLF and CR as LF; lines are split at LF and nowhere else."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines:
    """Offsets of one text as places: line and column 1-based, columns in code points."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        return Place(self.path, *self.position(start), *self.position(max(start, end)))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self.starts[line - 1] + column - 1

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place of this file, the end exclusive."""
        return self.offset(*place.start), self.offset(*place.end)

    def slice(self, place: Place) -> str:
        """The text at a place of this file."""
        start, end = self.span(place)
        return self.text[start:end]


_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = rf"[ \t]*(?P<{{}}>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*"
TOML_KEY = rf"\[\[?{_KEY.format('table')}\]|{_KEY.format('key')}="
TOML_WORD = r"[\w-]+"
TOOL = ("tool", "briefkit")
"""The table of pyproject.toml that holds our settings."""


LARGEST = 2**63
"""TOML promises whole numbers below this. Python cannot even print one of more than 4,300 digits."""
LARGE = r"""(?<![\w"'.])[+-]?(?:0x[\da-fA-F_]{16,}|0o[0-7_]{22,}|0b[01_]{64,}|\d[\d_]{18,})"""


def parse_toml(text: str) -> dict[str, Any]:
    """The table that a TOML text is; ValueError with what is wrong and its line, where that is known, if it is none."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise _too_large(text) from error
    parts: list[Any] = [table]
    for part in parts:
        match part:
            case dict():
                parts.extend(part.values())
            case list():
                parts.extend(part)
            case int() if not -LARGEST <= part < LARGEST:
                raise _too_large(text)
    return table


def _too_large(text: str) -> ValueError:
    found = re.search(LARGE, text)
    where = f"line {text.count(chr(10), 0, found.start()) + 1}: " if found else ""
    return ValueError(f"{where}a number is too large")


class TomlLines:
    """Says in which line of a TOML file a key stands, by the names of the tables and the key that lead to it.

    A key within braces, or a word of a list, is found where it stands in one line only.
    """

    def __init__(self, text: str) -> None:
        self.keys: dict[tuple[str, ...], int] = {}
        self.words: dict[str, int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), 1):
            for word in compiled(TOML_WORD).findall(line):
                self.words[word] = number if self.words.get(word, number) == number else 0
            if found := compiled(TOML_KEY).match(line.lstrip()):
                parts = tuple(part.strip("\"'") for part in compiled(_PART).findall(found["table"] or found["key"]))
                table, key = (parts, parts) if found["table"] else (table, (*table, *parts))
                key = key[len(TOOL) :] if key[: len(TOOL)] == TOOL else key
                self.keys[key] = number if key not in self.keys else 0

    def __call__(self, *names: str) -> int:
        """The line of a key, or of the word that its last name is; 0 where it is not clear."""
        return self.keys.get(names, 0) or (self.words.get(names[-1], 0) if names else 0)

    def told(self, *names: str) -> str:
        """` (line 3)`, or an empty string."""
        line = self(*names)
        return f" (line {line})" if line else ""


class NearMisses:
    """Candidates, asked again and again for the one most like a word.

    A text full of mistakes would have each of them compared with every candidate: after MOST_COMPARED comparisons no
    near miss is offered any more.
    """

    def __init__(self, candidates: Iterable[str]) -> None:
        self.candidates = candidates
        self.words: tuple[str, ...] | None = None
        self.folded: tuple[str, ...] = ()
        self.known: dict[str, str] = {}
        self.left = MOST_COMPARED

    def find(self, word: str) -> str:
        """The candidate most like `word`, or an empty string when none is near."""
        if word not in self.known:
            self.known[word] = self._find(word)
        return self.known[word]

    def _find(self, word: str) -> str:
        from rapidfuzz import fuzz, process  # 20 ms, and only a mistake needs it

        if self.words is None:
            self.words = tuple(self.candidates)
            self.folded = tuple(c.casefold() for c in self.words)
        self.left -= len(self.words) * (1 + len(word) // LETTERS_AT_ONCE)
        if self.left < 0:
            return ""
        found = process.extractOne(word.casefold(), self.folded, scorer=fuzz.ratio, score_cutoff=NEAR)
        return self.words[found[2]] if found else ""

    def did_you_mean(self, word: str) -> str:
        """`did you mean 'x'?`, or an empty string."""
        near = self.find(word)
        return f"did you mean '{near}'?" if near else ""


def near_miss(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`, or an empty string when none is near."""
    return NearMisses(candidates).find(word)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`did you mean 'x'?`, or an empty string."""
    return NearMisses(candidates).did_you_mean(word)


def printable(text: str, joiners: str = "") -> str:
    """The text with every control, format and private character but the `joiners` written as its escape."""
    if text.isprintable():  # no control, format, private or unknown character, and no blank but the plain one
        return text
    return "".join(c if c.isprintable() or c in NO_BREAK + joiners else f"\\u{ord(c):04x}" for c in text)


def encode(text: str) -> bytes:
    """The text as UTF-8; a byte of a file's name that is none becomes its escape, which JSON reads too."""
    return text.encode("utf-8", "backslashreplace")


_UNSEEN = regex(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def encode_json(value: Any, indent: int | None = None) -> bytes:
    """A value as JSON with a line's end. Controls and characters that are not seen are written as their escapes, so
    that neither a terminal nor an editor obeys them; a reader gets them as they were.
    """
    return encode(escape_json(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n")


def escape_json(written: str) -> str:
    """Such a JSON of a text of JSON."""
    if not written.isascii() or "\x7f" in written:
        written = _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], written)
        written = written.replace("\x7f", "\\u007f")  # json leaves it as it is
    return written


NO_BREAK = "\u00a0\u202f"
JOINERS = "\u200c\u200d"
"""Without them some words of Persian and of Indian languages are spelled wrongly."""
"""The blanks that no line ends at: French has them before `:` and `%`. A terminal shows them as blanks."""


def count_words(text: str) -> int:
    """The number of words as an author counts them: runs between blanks that hold a letter or digit."""
    return sum(1 for part in text.split() if WORD.search(part))


def plural(number: int, noun: str, nouns: str = "") -> str:
    """`1 sentence`, `2 sentences`."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


SHOWN = 40
"""How many characters of a value a message shows unless told otherwise."""


def shorten(value: str, most: int = SHOWN) -> str:
    """A value as it may stand in a message: on one line, cut where it is long; a very long one is not read whole."""
    line = " ".join(value[: 5 * most].split())
    return line if len(line) <= most and len(value) <= 5 * most else line[: most - 1].rstrip() + "…"
