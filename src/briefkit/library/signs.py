r"""A value in, the signs in it that will not be printed as they stand.

HTML's entities are those of the HTML standard, 13.5; LaTeX's special signs those of "LaTeX: a document preparation
system" (Lamport, 2nd edition, 2.1): `& % #` are printed by `\& \% \#`.
"""

from __future__ import annotations

import html
import re
from unicodedata import is_normalized

UNPRINTED = frozenset(
    "abstract annotation annote file ids keywords keyword localfile owner pdf timestamp xdata crossref".split()
)
"""Fields that no style prints."""

VERBATIM = frozenset("doi eprint isbn issn pmcid pmid url urlraw".split())
"""Fields that are no LaTeX: a sign in them stands for itself."""

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPECIAL = re.compile(r"\\.|[&%#]", re.DOTALL)
_ADDRESS = ("://", "\\url", "\\href", "\\path", "www.")


def find_entity(value: str) -> tuple[str, str] | None:
    """The first HTML entity of a value, and the sign it stands for."""
    for found in ENTITY.finditer(value):
        sign = html.unescape(found[0])
        if sign != found[0]:
            return found[0], sign
    return None


def write_in_latex(sign: str) -> str:
    r"""The sign as it is written in a value: `\&` for `&`, `~` for a blank that does not break."""
    if sign in "&%#$_{}":
        return "\\" + sign
    return "~" if sign == "\xa0" else sign


def find_special(value: str) -> str:
    r"""The first `&`, `%` or `#` without a backslash, outside addresses and HTML entities; else an empty string."""
    for word in value.split():
        if not any(sign in word for sign in _ADDRESS):
            for found in _SPECIAL.finditer(ENTITY.sub("", word)):
                if len(found[0]) == 1:
                    return found[0]
    return ""


def find_unnormalised(value: str) -> str:
    """The first word of a value that is not in Unicode's normal form C; else an empty string."""
    if value.isascii() or is_normalized("NFC", value):
        return ""
    return next((word for word in value.split() if not is_normalized("NFC", word)), value)
