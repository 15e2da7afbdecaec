r"""A value in, the same with what LaTeX sets outside formulas out, where both are given.

Physicists' databases write each letter with an accent twice: `Vu\ifmmode \check{c}\else \v{c}\fi{}kovi`.
"""

from __future__ import annotations

from briefkit.patterns import regex

_CHOICE = regex(
    r"\\ifmmode(?![A-Za-z])(?:(?!\\(?:else|fi)(?![A-Za-z])).){0,60}?\\else(?![A-Za-z])\s*"
    r"(?P<text>(?:(?!\\fi(?![A-Za-z])).){0,60}?)\\fi(?![A-Za-z])(?:\{\}|\s)?"
)


def choose_text(value: str) -> str:
    r"""The value with the part behind each `\else` in place of the whole choice."""
    return _CHOICE.sub(lambda found: found["text"], value) if "\\ifmmode" in value else value
