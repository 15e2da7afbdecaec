"""The value of a field in, what is wrong with it as the identifier of a publication out; nothing if it is sound.

A DOI is `10.`, the number of who registered it, `/` and a name (ISO 26324); one of shortdoi.org is `10/` and a name.
Each function is linear in the length of the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

SHOWN = 80
"""How much of a value a message quotes."""

_ESCAPED = re.compile(r"\\([_%&#$~{}])(?:\{\})?")
_WRAPPED = re.compile(r"\\(?:url|href|path|nolinkurl|texttt)\s*\{")
_SIGNS = (
    (r"\textasciitilde", "~"),
    (r"\textunderscore", "_"),
    (r"\textless", "<"),
    (r"\textgreater", ">"),
    (r"$\sim$", "~"),
    (r"$<$", "<"),
    (r"$>$", ">"),
)

_DOI = re.compile(r"10(?:\.\d{3,9}(?:\.\d++)*+)?/\S+")
_DOI_LABEL = re.compile(r"(?:info:|urn:)?doi\b[\s:/=]*(?=10[./])", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"(?:https?:)?/{0,2}(?:[\w-]++\.)++[a-z]++(?:/[\w.-]++){0,4}?/(?=10[./%])", re.IGNORECASE)
_DASH = re.compile("[\u2010-\u2015\u2212]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, as the end of a sentence, and what to write in its place where that is known.

    `slight` says that everybody knows what is meant: only the form is not the usual one.
    """

    why: str
    cure: str = ""
    slight: bool = False


def shorten(value: str) -> str:
    """A value as a message quotes it: in one line, its end left out when it is long."""
    line = " ".join(value[: 4 * SHOWN].split())
    return line if len(line) <= SHOWN and len(value) <= 4 * SHOWN else line[:SHOWN].rstrip() + "..."


def undo_latex(value: str) -> str:
    r"""An identifier or address without the LaTeX around and in it: `\url{a\_b}` is `a_b`."""
    value = value.strip()
    if "\\" in value or "$" in value:
        wrapped = _WRAPPED.match(value)
        if wrapped:
            end = value.find("}", wrapped.end())
            rest = value[end + 1 :].strip()
            value = value[wrapped.end() : end].strip() if end >= 0 and (not rest or rest[0] == "{") else value
        for typed, sign in _SIGNS:
            value = value.replace("{" + typed + "}", sign).replace(typed + "{}", sign).replace(typed, sign)
        value = _ESCAPED.sub(r"\1", value)
    return value.replace("{", "").replace("}", "").strip() if "{" in value else value


def judge_doi(value: str) -> Fault | None:
    """What is wrong with a DOI; an address or a label before it is a slight fault."""
    doi = undo_latex(value)
    if not doi:
        return None
    address = _DOI_ADDRESS.match(doi)
    label = _DOI_LABEL.match(doi)
    bare = unquote(doi[address.end() :]) if address else doi[label.end() :] if label else doi
    fault = _judge_bare_doi(bare)
    if fault is None and (address or label):
        what = "is written as an address" if address else f"begins with '{shorten(doi[: len(doi) - len(bare)])}'"
        return Fault(what, bare, slight=True)
    return fault


def _judge_bare_doi(doi: str) -> Fault | None:
    if not doi.startswith(("10.", "10/")):
        return Fault("does not begin with '10.'")
    if "/" not in doi:
        return Fault("has no '/' after the number it begins with")
    for sign, what in ((_HIDDEN, "an invisible character"), (_DASH, "a dash where a hyphen belongs")):
        if sign.search(doi):
            return Fault(f"has {what}", sign.sub("-" if sign is _DASH else "", doi))
    if _BLANK.search(doi):
        return Fault("has a blank in it")
    if not _DOI.fullmatch(doi):
        return Fault("is not a number after '10.', a '/' and a name")
    if doi[-1] in ".,;":
        return Fault(f"ends in '{doi[-1]}'", doi.rstrip(".,;"))
    return None
