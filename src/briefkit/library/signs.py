r"""A value in, the signs in it that will not be printed as they stand.

HTML's entities are those of the HTML standard, 13.5; LaTeX's special signs those of "LaTeX: a document preparation
system" (Lamport, 2nd edition, 2.1): `& % #` are printed by `\& \% \#`.
"""

from __future__ import annotations

import html
import re
from unicodedata import is_normalized

from briefkit.patterns import regex

UNPRINTED = frozenset(
    "abstract annotation annote crossref entryset execute file ids indexsorttitle indextitle keyword keywords label"
    " langid langidopts localfile options owner pdf presort related relatedoptions sortkey sortname sortshorthand"
    " sorttitle sortyear tableofcontents timestamp xdata xref".split()
)
"""Fields that no style prints."""

VERBATIM = frozenset("doi eprint isbn issn pmcid pmid url urlraw".split())
"""Fields that are no LaTeX: a sign in them stands for itself."""

_WRAPPED = regex(r"\s*+\{([^{}]*)\}\s*+")


def unwrap(value: str) -> str:
    """A value that is no LaTeX without the braces around it, which the Web of Science gives to each of its values."""
    match = _WRAPPED.fullmatch(value)
    return match[1].strip() if match else value


ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TYPED_ENTITY = regex(rf"(?<!\\)\\?(?P<entity>{ENTITY.pattern})")
_DEEP = 5
"""How often an entity may have been made of an entity: `&amp;amp;`."""

_RISKY = frozenset("\\{}$^~@")
"""Signs that LaTeX or BibTeX would take for something else."""

_LESS = r"(?:<|\{?\\textless(?:\{\}|\s)?\}?|\$<\$)"
_MORE = r"(?:>|\{?\\textgreater(?:\{\})?\}?|\$>\$)"
_TAG = regex(
    rf"{_LESS}(?P<end>/)?(?P<name>i|em|italic|b|bold|strong|sub|sup|inf|sc|scp|u|tt|br|p|span|font|title"
    rf"|(?:mml:)?(?:math|m(?:row|i|n|o|text|sub|sup|subsup|frac|sqrt|over|under|style|fenced)))"
    rf"(?:\s[^<>\\]{{0,300}})?/?{_MORE}",
    re.IGNORECASE,
)
_LONGEST = 20_000
COMMANDS = {
    **dict.fromkeys(("i", "em", "italic"), "\\emph{...}"),
    **dict.fromkeys(("b", "bold", "strong"), "\\textbf{...}"),
    **dict.fromkeys(("sub", "inf"), "\\textsubscript{...}"),
    **dict.fromkeys(("sc", "scp"), "\\textsc{...}"),
    "sup": "\\textsuperscript{...}",
    **dict.fromkeys(("math", "mml:math"), "$...$"),
}
"""What the tags of HTML, and of the programs that write nearly such, are in LaTeX."""

_SPECIAL = regex(r"\\.|[&%#]", re.DOTALL)
_ENDNOTE = regex(r"(?<=\s)%(?P<tag>[ABCDEIJKNPRTUVX])\s+\S")
TAGS = {
    "A": "author",
    "B": "booktitle",
    "C": "address",
    "D": "date",
    "E": "editor",
    "I": "publisher",
    "J": "journal",
    "K": "keywords",
    "N": "number",
    "P": "pages",
    "R": "doi",
    "T": "title",
    "U": "url",
    "V": "volume",
    "X": "abstract",
}
"""What the letters of EndNote's form of references stand for, and the fields that these are."""


def find_tagged(value: str) -> tuple[str, str] | None:
    """The tag of EndNote that stands in a value with what belongs to another field, and that field: `%J`, `journal`."""
    found = _ENDNOTE.search(value) if "%" in value else None
    return (f"%{found['tag']}", TAGS[found["tag"]]) if found else None


_ADDRESS = ("://", "\\url", "\\href", "\\path", "www.")


def find_entity(value: str) -> tuple[str, str] | None:
    """The first HTML entity of a value, and the sign it stands for."""
    for found in ENTITY.finditer(value):
        sign = html.unescape(found[0])
        if sign != found[0]:
            return found[0], sign
    return None


def find_tag(value: str) -> tuple[str, str] | None:
    """The first HTML tag of a value, its brackets as such or as LaTeX's commands, and what it is in LaTeX.

    One tag at least must end another: `<p>` alone may be what a formula has.
    """
    if "<" not in value and "\\textless" not in value:
        return None
    found = list(_TAG.finditer(value[:_LONGEST]))
    if not any(tag["end"] or tag["name"].lower() == "br" for tag in found):
        return None
    return found[0][0], COMMANDS.get(found[0]["name"].lower(), "")


def write_in_latex(sign: str) -> str:
    r"""The sign as it is written in a value: `\&` for `&`, `~` for a blank that does not break."""
    if sign in "&%#$_{}":
        return "\\" + sign
    return "~" if sign == "\xa0" else sign


def mend_entities(value: str, *, in_latex: bool) -> str:
    """A value with its entities as the signs they stand for; an empty text where one could be read as LaTeX."""
    if in_latex and any(sign in value for sign in _ADDRESS):
        return ""  # what stands in an address is no LaTeX
    for _ in range(_DEEP):
        mended = _TYPED_ENTITY.sub(lambda found: _mend_entity(found, in_latex), value)
        if mended == value:
            break
        value = mended
    return "" if find_entity(value) else value


def _mend_entity(found: re.Match[str], in_latex: bool) -> str:
    sign = html.unescape(found["entity"])
    readable = (sign.isprintable() or (in_latex and sign == "\xa0")) and not set(sign) & _RISKY
    if sign == found["entity"] or not readable:
        return found[0]
    return write_in_latex(sign) if in_latex else found[0].removesuffix(found["entity"]) + sign


_BARE_ACCENT = regex(r"(?<=[^\W\d_])\{\"(?P<inner>[aeiouAEIOU])\}|\{\"(?P<first>[AOU])\}(?=[a-z])")
"""An accent that lacks its backslash: `f{"u}r`."""


def find_bare_accent(value: str) -> str:
    """The first accent that lacks its backslash, as typed; empty where none does."""
    found = _BARE_ACCENT.search(value) if '{"' in value else None
    return found[0] if found else ""


def mend_accents(value: str) -> str:
    """The value with a backslash before each accent that lacks it."""
    return _BARE_ACCENT.sub(lambda found: f'{{\\"{found[0][2:]}', value) if '{"' in value else value


def find_special(value: str) -> str:
    r"""The first `&`, `%` or `#` without a backslash, outside addresses and HTML entities; else an empty string."""
    if not ("&" in value or "%" in value or "#" in value):
        return ""
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
