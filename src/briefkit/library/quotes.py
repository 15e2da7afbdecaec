r"""A title as typed in, the same with marks of quotation that open and close as LaTeX has them out.

Keyboards have one mark for both: pandoc takes each `'` for an apostrophe, and a `"` for itself.
"""

from __future__ import annotations

import re

from briefkit.patterns import regex

_NAMED = regex(r"\{\\dq\}|\\dq(?:\{\}|\s|(?![A-Za-z]))")
r"""The mark as babel's `\dq`, which Citavi writes."""

_GROUP = r"\{(?:\\.|[^{}\"\\$]){0,200}\}"
_DOUBLE = regex(rf'(?<![\\\w"])"(?=[^\s"])((?:\\.|[^"{{}}\\$]|{_GROUP}|\{{{_GROUP}\}}){{1,200}})(?<!\s)"(?![\w"])')
"""Words between straight marks, which no style turns."""

_LOW = regex(r"(?<!,),,(?=[^\s,])((?:\\.|[^\\`'\"\u201e\u201c\u201d]){1,200}?)(?:``|''|\"|\u201c)")
"""Words in quotes as German has them, in LaTeX's letters."""

_OPENING = regex(
    r"(?<![^\s(\[{/\u2013\u2014-])'(?!')(?=[\w{\\])"
    r"(?!\d\ds?(?!\w)|[dkmnrst](?![\w'])|n'|(?:cause|em|tis|til|twas)(?!\w))",
    re.IGNORECASE,
)
"""A mark before a word: not that of `'90s`, `'t Hart`, `rock 'n' roll`."""

_CLOSING = regex(r"(?<![\s'\\])'(?![\w'])")
_LONGEST = 200
"""Characters between two marks."""


_TICKS = regex(r"(?<![\\`?!\w])`(?![`\s])([^`'\\{}]{1,60})(?<!\s)`(?!`)")
"""A name as programmers quote it, with the same mark on both sides."""


def write_quotes(value: str) -> str:
    """The title with marks that open where they open; those of a word left out, and one without a second, stay."""
    if "\\dq" in value:
        value = _NAMED.sub('"', value)
    if '"' in value:
        value = _DOUBLE.sub(r"``\1''", value.replace('{"}', '"'))
    if ",," in value:
        value = _LOW.sub("\u201e\\1\u201c", value)
    if value.count("`") > 1:
        value = _TICKS.sub(r"`\1'", value)
    return _open(value) if "'" in value else value


def _open(value: str) -> str:
    parts, done = list[str](), 0
    while match := _OPENING.search(value, done):
        closing = _CLOSING.search(value, match.end(), match.end() + _LONGEST + 1)
        end = closing.end() if closing else match.end()
        parts += [value[done : match.start()], "`" if closing else "'", value[match.end() : end]]
        done = end
    return "".join((*parts, value[done:]))
