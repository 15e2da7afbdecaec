"""What is wrong with the edition, the volume or the number of a source, and what to write instead.

biblatex's manual (2.2.2): an edition is an integer (`3`) or words that are printed as they stand (`Revised edition`);
the words "edition", "volume" and "number" beside a figure come from the style.
"""

from __future__ import annotations

import re

from briefkit.library.braces import drop_braces
from briefkit.patterns import regex

LONGEST = 80
"""Of a longer value only so much is looked at."""

_FORMS = {
    "edition": regex(
        r"\(?(?P<rest>[^\s,]+)[\s,]*(?P<label>(?:edition|edn?|édition|éd|auflage|aufl|edición)\b\.?)\)?", re.IGNORECASE
    ),
    "volume": regex(
        r"[,;\s]*(?P<label>(?:volumen?s?|vols?|band|bd|tomo?)\b[.:]?)\s*(?P<rest>[\divxlc].*)", re.IGNORECASE
    ),
    "number": regex(
        r"[,;\s]*(?P<label>(?:numbers?|n[uú]m(?:ero)?|numéro|nos?|issues?|iss|heft|nr|n[°º]|№)(?![a-zé])[.:]?)\s*"
        r"(?P<rest>[a-z]?\d.*)",
        re.IGNORECASE,
    ),
}
_BOTH = regex(r"(?P<volume>\d{1,6})\s*\(\s*(?P<number>\d{1,6}(?:[-/\u2013]\d{1,6})?)\s*\)")
_WITH_PAGES = regex(r"(?P<volume>\d{1,6})\s*:\s*(?P<pages>\d{1,7}\s*(?:--?|\u2013)\s*\d{1,7})")
_ORDINAL = regex(r"(\d{1,4})(?:st|nd|rd|th|\.|er?|re|[èe]me|ª)?", re.IGNORECASE)
_SPAN = regex(r"(?P<first>[1-9]\d{0,3})-(?P<last>[1-9]\d{0,3})")
_MOST = 20
"""How many volumes or numbers one paper stands in at most."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def judge_number(name: str, value: str) -> tuple[str, str]:
    """What is wrong with an `edition`, a `volume` or a `number`, and the fields to write; empty where nothing is."""
    text = _plain(value)
    if name == "volume" and (both := _BOTH.fullmatch(text)):
        return "holds the number as well", f"volume = {{{both['volume']}}}, number = {{{both['number']}}}"
    if name == "volume" and (both := _WITH_PAGES.fullmatch(text)):
        return "holds the pages as well", f"volume = {{{both['volume']}}}, pages = {{{both['pages']}}}"
    match = _FORMS[name].fullmatch(text)
    figure = (_as_figure(match["rest"]) if name == "edition" else match["rest"]) if match else ""
    return (f"says '{match['label']}' beside its figure", f"{name} = {{{figure}}}") if match and figure else ("", "")


def as_span(value: str) -> str:
    """Several volumes or numbers as LaTeX writes them, `40--42` for `40-42`; all else, `2019-04`, as it is."""
    found = _SPAN.fullmatch(value)
    is_span = found is not None and 0 < int(found["last"]) - int(found["first"]) < _MOST
    return f"{found['first']}--{found['last']}" if found and is_span else value


def _plain(value: str) -> str:
    text = value[:LONGEST].replace("\\textsuperscript", "").replace("~", " ")
    return " ".join(drop_braces(text).replace("$^", "").replace("$", "").split())


def _as_figure(word: str) -> str:
    """An ordinal as a figure, of other words nothing."""
    match = _ORDINAL.fullmatch(word)
    return match[1] if match else str(ORDINALS.index(word.lower()) + 1) if word.lower() in ORDINALS else ""
