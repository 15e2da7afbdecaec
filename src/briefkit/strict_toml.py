"""TOML as authors type it: text in, its table out, and in which line of the text a key stands.

`tomllib` raises for what is no TOML; what it takes and nobody can use, numbers without an end, tables within tables
without one, keys of very many parts and control characters, is refused here in the same way. Of a pyproject.toml only
our own table is judged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from briefkit.merges import MERGE_CURE, find_merges
from briefkit.patterns import CONTROL, compiled, regex

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = rf"[ \t]*(?P<{{}}>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*"
TOML_KEY = rf"\[\[?{_KEY.format('table')}\]|{_KEY.format('key')}="
TOML_WORD = r"[\w-]+"
MOST_PARTS = 20
LONG_KEY = rf"(?:^|[\[{{,])[ \t]*+{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}"
"""A key of more parts, `a.b.c...`: `tomllib` keeps each of its beginnings, gigabytes for one of 20,000 parts."""
TOOL = ("tool", "briefkit")
"""The table of pyproject.toml that holds our settings."""


LETTERS = {0x08: "b", 0x0C: "f"}
"""The control characters that TOML has a letter for."""

LARGEST = 2**63
"""TOML promises whole numbers below this. Python cannot even print one of more than 4,300 digits."""
LARGE = r"""(?<![\w"'.])[+-]?(?:0x[\da-fA-F_]{16,}|0o[0-7_]{22,}|0b[01_]{64,}|\d[\d_]{18,})"""


_AT = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CURLED = "“”„‘’‚«»"
_NOT_CLOSED = "a quote that opens here is not closed in its line"
_SAID = {
    r"Illegal character '\\n'": _NOT_CLOSED,
    'Expected "\'"': _NOT_CLOSED,
    "Illegal character": "a character stands here that cannot be seen: delete it",
    "Unterminated string": "a quote is opened and never closed",
    "Expected '=' after a key": "after the name of a setting, = must stand",
    "Cannot overwrite a value": "this is set twice: keep one of them",
    r"Cannot declare \((.*?),?\) twice": "the table [{}] stands twice: put all of it below one of them",
    "Invalid statement": "this is no setting, written name = value, and no comment, which begins with #",
    "Invalid value": 'this is no value: text stands in quotes, name = "text"; true and false are written small',
    "Expected newline or end of document": "something follows the value: a text is one pair of quotes",
    "Unclosed array": "the list is not closed with ], or a comma between its items is missing",
    "Unclosed inline table": "the braces are not closed in their line, or a comma between the items is missing",
    r"Expected '\]'": "the name of a table is closed with ]",
    r"Unescaped '\\'": "a backslash is written twice, or the text stands in single quotes",
}
"""What `tomllib` says, in the words of somebody who sets something; the first pattern that fits."""


def _worded(error: tomllib.TOMLDecodeError, text: str) -> ValueError:
    """The error in an author's words, with its line."""
    said = str(error)
    at = _AT.search(said)
    line = int(at[1]) if at and at[1] else text.rstrip().count("\n") + 1
    typed = text.split("\n")[line - 1]
    where = f" (at line {line}{f', column {at[2]}' if at and at[2] else ''})"
    if "Invalid value" in said and any(sign in typed for sign in _CURLED):
        return ValueError(f'these are quotes as a text has them: write straight ones, "{where}')
    for pattern, words in _SAID.items():
        if found := re.match(pattern, said):
            name = ".".join(re.findall(r"'([^']*)'", found[1])) if found.groups() else ""
            return ValueError(f"{words.format(name) if name else words}{where}")
    return ValueError(f"{said[: at.start()] if at else said}{where}")


def parse_toml(text: str) -> dict[str, Any]:
    """The table that a TOML text is; ValueError with what is wrong and its line, where that is known, if it is none."""
    if found := re.search(LONG_KEY, text, re.MULTILINE):
        line = text.count("\n", 0, found.start()) + 1
        raise ValueError(f"line {line}: a key has more than {MOST_PARTS} parts")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if merges := find_merges(text):
            line = text.count("\n", 0, merges[0][0]) + 1
            raise ValueError(f"a merge was not settled: {MERGE_CURE} (at line {line})") from error
        raise _worded(error, text) from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise _too_large(text) from error
    parts: list[Any] = [_ours(table)]
    for part in parts:
        match part:
            case dict():
                parts.extend((*part, *part.values()))
            case list():
                parts.extend(part)
            case int() if not -LARGEST <= part < LARGEST:
                raise _too_large(text)
            case str() if odd := CONTROL.search(part):
                raise _control(text, ord(odd[0]))
    return table


def _ours(table: Mapping[str, Any]) -> Any:
    """The part of a file that is ours to judge: of a pyproject.toml what stands at our own name."""
    tools = table.get(TOOL[0])
    return tools.get(TOOL[1]) if isinstance(tools, dict) else table


def _too_large(text: str) -> ValueError:
    found = re.search(LARGE, text)
    where = f"line {text.count(chr(10), 0, found.start()) + 1}: " if found else ""
    return ValueError(f"{where}a number is too large")


def _control(text: str, code: int) -> ValueError:
    """The error for a control character, which is written by its number, or by its letter."""
    typed = rf"\\(?:[uU]0*{code:x}(?![\da-f])|{LETTERS.get(code, 'u$')})|{re.escape(chr(code))}"
    found = re.search(typed, text, re.IGNORECASE)
    where = f"line {text.count(chr(10), 0, found.start()) + 1}: " if found else ""
    return ValueError(f"{where}the control character U+{code:04X} is written here; delete it")


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
