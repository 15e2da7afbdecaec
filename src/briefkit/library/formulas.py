r"""A value in, the same with letters and signs for the formulas that are none out: `1.5$^\circ$C`, `Sch$\ddot{o}$n`.

Some know only math to set a degree or a mark on a letter. A mark is that of a letter in a name, or beside another
letter of a word; alone it may be one of a variable.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from briefkit.library.letters import ACCENTS
from briefkit.patterns import regex

_DEGREE = regex(r"\$\s*\^\s*(?:\{\s*\\circ\s*\}|\\circ)\s*\$")
_MARKS = {
    "acute": "'", "grave": "`", "ddot": '"', "tilde": "~", "hat": "^", "check": "v", "breve": "u", "bar": "=",
    "dot": ".",
}  # fmt: skip
_MARKED = regex(
    rf"\{{?\$\s*\\(?P<mark>{'|'.join(_MARKS)})\s*\{{?\s*(?:\\(?:mbox|rm|text|mathrm)\b\s*\{{?)?\s*"
    r"(?P<letter>[A-Za-z]|\\[ij]math)\s*\}{0,2}\s*\$(?P<end>\})?"
)


def spell_formulas(value: str, *, is_name: bool) -> str:
    """The value with a degree sign and marked letters outside math; `is_name` says that all of its words are names."""

    def spell(found: re.Match[str]) -> str:
        before, after = value[max(found.start() - 1, 0) : found.start()], value[found.end() : found.end() + 1]
        if found[0].startswith("{") != bool(found["end"]) or not (is_name or before.isalpha() or after.isalpha()):
            return found[0]
        letter = {"\\imath": "i", "\\jmath": "j"}.get(found["letter"], found["letter"])
        return normalize("NFC", letter + ACCENTS[_MARKS[found["mark"]]])

    return _MARKED.sub(spell, _DEGREE.sub("°", value))
