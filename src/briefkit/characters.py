"""Characters that do not print as they should: a text in, out come those that are hidden, those that are garbled, and
those that the built-in fonts have no sign for. All of them as offsets into the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from briefkit.coverage import ARABIC, CODE, COVERED
from briefkit.patterns import regex
from briefkit.values import Value

MOST = 20
"""How many characters of one kind are told one by one in one text; a damaged file has thousands."""


class Odd(Value):
    """A character, or a few, at an offset: `what` says what it is; `more` how many alike were left untold after it."""

    start: int
    end: int
    what: str
    more: int = 0

    @property
    def rest(self) -> str:
        """What to say of those that were left untold."""
        return f"; {self.more} more like it follow" if self.more else ""


# --- hidden ----------------------------------------------------------------------------------

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SOFT_HYPHEN = "\u00ad"

_HIDDEN = regex(
    "["
    "\x01-\x08\x0b-\x1f\x7f-\x9f"  # controls but for the tab and the end of a line
    f"{SOFT_HYPHEN}{BIDI}\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\u034f\u115f\u1160\u3164\uffa0\u2800"  # letters and signs that are blank
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"  # tags, and variations nobody can see
    "]+"
)
_TURNING = regex("[\u202a-\u202e\u2066-\u2069]+")
_JOINERS = "\u200c\u200d"
_DIRECTION = "\u061c\u200e\u200f"
_JOINING = regex("[\u0600-\u0dff\u0e00-\u109f\u1780-\u18af\u1b00-\u1bff\ufb50-\ufdff\ufe70-\ufefc]")
"""Scripts whose letters need a joiner, or none, between them."""
_PICTURE = regex("[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]")
_TO_THE_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def may_hide(text: str) -> bool:
    """Whether a text has any character that is not seen, needed or not."""
    return _HIDDEN.search("".join(set(text))) is not None


def find_hidden(text: str) -> Iterator[Odd]:
    """Runs of characters that are not seen and change what is read, but for those that a script or a picture needs."""
    if not may_hide(text):
        return iter(())
    found = ((m, next((at for at in range(*m.span()) if not _is_needed(text, at)), -1)) for m in _HIDDEN.finditer(text))
    return _capped((at, m.end(), name_of(text[at])) for m, at in found if at >= 0)


def find_turning(text: str) -> Iterator[Odd]:
    """Runs of the controls of direction that make the rest of a line read otherwise than it is written."""
    return _capped((m.start(), m.end(), name_of(m[0][0])) for m in _TURNING.finditer(text))


def _is_needed(text: str, at: int) -> bool:
    sign, before, after = text[at], text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if sign in _JOINERS:
        return bool(_JOINING.match(before) or (_PICTURE.match(before) and _PICTURE.match(after)))
    if sign in _DIRECTION:
        return bool(_TO_THE_LEFT.search(text, max(at - 40, 0), at + 40))
    if "\U000e0020" <= sign <= "\U000e007f":  # the flags of countries within countries
        return "\U0001f3f4" in text[max(at - 8, 0) : at]
    return False


_UNNAMED = {"Co": "a character of private use", "Cn": "a character without a meaning", "Cs": "half a character"}


def name_of(character: str) -> str:
    """`U+200B (zero width space)`."""
    name = unicodedata.name(character, _UNNAMED.get(unicodedata.category(character), "a control character")).lower()
    return f"U+{ord(character):04X} ({name})"


_LATIN = str.maketrans("аеорсухіјѕАВЕКМНОРСТХІЈЅοανΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsABEKMHOPCTXIJSoavABEZHIKMNOPTYX")


def as_latin(word: str) -> str:
    """A word with Latin letters for Cyrillic and Greek ones that look so."""
    return word if word.isascii() else word.translate(_LATIN)


# --- garbled ---------------------------------------------------------------------------------

REPLACEMENT = "\ufffd"

_WINDOWS = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d"
_WINDOWS += "\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_TAIL = f"[\u0080-\u00bf{_WINDOWS}]"
_LEADING = frozenset(f"{REPLACEMENT}\u00c2\u00c3\u00c4\u00c5\u00e2\u00ef")
"""With one of these begins all that is garbled."""

_GARBLED = regex(f"{REPLACEMENT}+|[\u00c2-\u00c5]{_TAIL}|\u00e2{_TAIL}{{2}}|\u00ef\u00bb\u00bf")
_CLOSING = "\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u00ab\u00bb\u2026"
"""What may follow a capital at the end of a word: between letters only is it the half of another one."""


def find_garbled(text: str) -> Iterator[Odd]:
    """Characters that were lost or read in the wrong encoding, with what they were: `'Ã©' was 'é'`."""
    if text.isascii() or not _LEADING.intersection(text):
        return iter(())
    return _capped((m.start(), m.end(), what) for m in _GARBLED.finditer(text) if (what := _meant(text, m)))


def _meant(text: str, match: re.Match[str]) -> str:
    found = match[0]
    if found.startswith(REPLACEMENT):
        return "a character was lost here"
    inside = text[max(match.start() - 1, 0) : match.start()].islower()
    if len(found) == 2 and not inside and not _is_half(found, text[match.end() : match.end() + 1]):
        return ""
    try:
        meant = b"".join(_byte(c) for c in found).decode()
    except UnicodeError:
        return ""
    shown = meant if meant.isprintable() and meant != "\u00a0" else name_of(meant)
    return f"'{found}' was '{shown}'"


def _is_half(pair: str, after: str) -> bool:
    """Whether the second of a pair is no quotation mark or dash behind a capital: `AÇÃ”`, `Ä–Ö`."""
    if pair[1] in "\u2013\u2014":
        return pair[0] == "\u00c3" and after.islower()
    return pair[1] not in _CLOSING or after.isalpha()


def _byte(character: str) -> bytes:
    """The byte behind a character, whether it was read as Windows-1252 or as Latin-1."""
    return character.encode("latin-1") if character <= "\u00ff" else character.encode("cp1252")


def _capped(found: Iterator[tuple[int, int, str]]) -> Iterator[Odd]:
    """The first ones; the last of them says how many follow."""
    told = [Odd(*one) for _, one in zip(range(MOST), found, strict=False)]
    more = sum(1 for _ in found) if len(told) == MOST else 0
    yield from told[:-1]
    if told:
        last = told[-1]
        yield Odd(last.start, last.end, last.what, more)


# --- without a glyph -------------------------------------------------------------------------


_TEXT = COVERED + ARABIC


@cache
def _edges(table: str) -> tuple[int, ...]:
    """The first covered character, the first after it that is not, and so on."""
    spans = (span.partition("-") for span in table.split())
    return tuple(sorted(edge for low, _, high in spans for edge in (int(low, 16), int(high or low, 16) + 1)))


def has_glyph(character: str) -> bool:
    """Whether all built-in fonts can print a character; blanks and controls need no sign."""
    number = ord(character)
    if bisect_right(_edges(_TEXT), number) % 2 or character.isspace():
        return True
    return unicodedata.category(character) in ("Cc", "Cf", "Mn") and not character.isprintable()


def has_glyph_in_code(character: str) -> bool:
    """Whether the font for code can print a character that the others lack."""
    return bisect_right(_edges(CODE), ord(character)) % 2 == 1


def find_unprintable(text: str) -> dict[str, int]:
    """The characters of a text that the built-in fonts have no sign for, each with its first offset."""
    if text.isascii():
        return {}
    places = dict(zip(reversed(text), range(len(text) - 1, -1, -1), strict=True))  # the first of each comes last
    first = {c: at for c, start in places.items() if not has_glyph(c) and (at := _first(text, c, start)) >= 0}
    return dict(sorted(first.items(), key=lambda item: item[1]))


def _first(text: str, character: str, at: int) -> int:
    """Where a character first stands for itself, from `at` on: an accent that is part of a letter does not."""
    while at > 0 and unicodedata.combining(character) and _is_composed(text[at - 1 : at + 1]):
        at = text.find(character, at + 1)
    return -1 if character in "\ufe0e\ufe0f" else at


def _is_composed(pair: str) -> bool:
    whole = unicodedata.normalize("NFC", pair)
    return len(whole) == 1 and has_glyph(whole)
