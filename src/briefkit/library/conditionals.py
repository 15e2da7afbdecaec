r"""A value in, the same with what LaTeX sets outside formulas out, where both are given.

Physicists' databases write each letter with an accent twice: `Vu\ifmmode \check{c}\else \v{c}\fi{}kovi`. Ordinals are
written out here too.
"""

from __future__ import annotations

from briefkit.patterns import regex

_CHOICE = regex(
    r"\\ifmmode(?![A-Za-z])(?:(?!\\(?:else|fi)(?![A-Za-z])).){0,60}?\\else(?![A-Za-z])\s*"
    r"(?P<text>(?:(?!\\fi(?![A-Za-z])).){0,60}?)\\fi(?![A-Za-z])(?:\{\}|\s)?"
)


_NTH = regex(r"\\nth\s*(?:\{\s*(?P<number>\d{1,4})\s*\}|(?P<digit>\d))")
"""The ordinal of a package: `\nth{7}` is 7th."""


def choose_text(value: str) -> str:
    r"""The value with the part behind each `\else` in place of the whole choice, and with ordinals in letters."""
    if "\\nth" in value:
        value = _NTH.sub(lambda found: _ordinal(found["number"] or found["digit"]), value)
    return _CHOICE.sub(lambda found: found["text"], value) if "\\ifmmode" in value else value


def _ordinal(number: str) -> str:
    last = 0 if number[-2:-1] == "1" else int(number[-1])
    return number + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
