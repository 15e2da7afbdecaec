"""A pattern for keys and a source in, whether its key is of this pattern out.

A pattern is text with marks in it: `[auth]` is the family name of the first author (or editor, or an organisation by
its words or their initials), `[year]` and `[shortyear]` the year in four and two digits, `[title]` the first word of
the title that is no article, `[shorttitle]` its first three, `[type]` the type of the entry, `[any]` anything.
Capitals, accents and what parts the words of a name do not count, and a letter or number may follow that tells two keys
apart. A mark is compared with what the entry says, and not by a regular expression: matching takes no longer than the
key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefkit.library.dates import years_of
from briefkit.library.names import split_names
from briefkit.library.words import family, fold
from briefkit.model import Source
from briefkit.patterns import regex

LONGEST = 200
"""Keys and patterns that are longer are not looked at."""

MARKS = ("auth", "year", "shortyear", "title", "shorttitle", "type", "any")
_PART = regex(r"\[([^\[\]]*)\]|([^\[\]]+)")
_SUFFIX = regex(r"(?:[-_:.]?(?:[a-z]{1,2}|\d{1,2}))?")
_SMALL = frozenset(
    "a an and at der die das des de du el en for how in is la las le les los of on the to un une".split()
)
_NAMES = 500


def fault_of_pattern(pattern: str) -> str:
    """What is wrong with a pattern, as the end of a sentence; an empty string where nothing is."""
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    parts = list(_PART.finditer(pattern))
    if "".join(part[0] for part in parts) != pattern:
        return "has a bracket without its partner"
    wrong = next((part[1] for part in parts if part[2] is None and part[1] not in MARKS), None)
    if wrong is not None:
        return f"has no mark [{wrong}]; the marks are " + ", ".join(f"[{mark}]" for mark in MARKS)
    return "" if any(part[2] is None for part in parts) else "has no mark, such as [auth]"


def parse_pattern(pattern: str) -> tuple[tuple[str, str], ...]:
    """The parts of a sound pattern: `("mark", "auth")` or `("text", "-")`."""
    found = _PART.finditer(pattern)
    return tuple(("mark", part[1]) if part[2] is None else ("text", _bare(part[2])) for part in found)


def follows(source: Source, parts: Sequence[tuple[str, str]]) -> bool:
    """Whether the key of a source follows a pattern; a mark for what the source does not say may be anything."""
    key, ends = _bare(source.key[:LONGEST]), {0}
    for kind, text in parts:
        choices = (text,) if kind == "text" else _choices(source, text)
        if choices:
            ends = {end + len(choice) for end in ends for choice in choices if key.startswith(choice, end)}
        elif ends:
            ends = set(range(min(ends), len(key) + 1))
    return any(_SUFFIX.fullmatch(key, end) for end in ends)


def example(source: Source, parts: Sequence[tuple[str, str]]) -> str:
    """A key that follows the pattern."""
    return "".join(text if kind == "text" else next(iter(_choices(source, text)), "...") for kind, text in parts)


def _choices(source: Source, mark: str) -> tuple[str, ...]:
    """What may stand for a mark, the usual one first; nothing when anything may."""
    match mark:
        case "auth":
            return _authors(source)
        case "year" | "shortyear":
            years = (str(year) for year in years_of(source.text("date", "year")))
            return tuple(dict.fromkeys(year if mark == "year" else year[2:] for year in years))
        case "title":
            return tuple(_title_words(source)[:1])
        case "shorttitle":
            words = _title_words(source)
            return tuple("".join(words[:count]) for count in (3, 2, 1) if len(words) >= count)
        case "type":
            return (source.type,)
    return ()


def _authors(source: Source) -> tuple[str, ...]:
    value = source.text("author", "editor", "organization", "institution")
    names = split_names(value[:_NAMES])
    words = family(names[0]).split() if names else []
    if not words:
        return ()
    initials = "".join(word[0] for word in words if word not in _SMALL)
    choices = ("".join(words), words[-1], words[0], initials if len(words) > 1 else "")
    short = "".join(fold(source.text("shortauthor")[:_NAMES]).split())
    return tuple(dict.fromkeys(choice for choice in (*choices, short) if choice))


def _title_words(source: Source) -> list[str]:
    words = fold(source.text("shorttitle", "title")[:_NAMES]).split()
    return [word for word in words if word not in _SMALL] or words


def _bare(text: str) -> str:
    """Small letters without accents; the signs stay."""
    folded: Mapping[str, str] = {word: fold(word) for word in re.findall(r"[^\W_]+", text)}
    return re.sub(r"[^\W_]+", lambda found: folded[found[0]], text)
