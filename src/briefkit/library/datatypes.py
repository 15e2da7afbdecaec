"""The value of a field that holds a number or a keyword in, what is wrong with it out.

The datatypes are those of biblatex (manual 2.2 and 2.3): `volumes` and `sortyear` are integers, `gender`,
`pagination` and `pubstate` are keywords.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefkit.library.braces import drop_braces
from briefkit.patterns import regex

LONGEST = 80
"""Of a longer value only so much is looked at."""

_ROMAN = regex(r"[ivxlcdm]{1,15}", re.IGNORECASE)
_INTEGER = regex(r"-?\d{1,9}")
_COUNT = regex(r"\D{0,12}?(\d{1,5})\s*(?:(?:vols?|volumes?|bde?|bände|tomes?|t|v)\b\.?)\s*", re.IGNORECASE)
_PAGES = regex(
    r"(?:pp?\.?\s*)?([ivxlcdm\d][ivxlcdm\d\s,+]{0,30}?)\s*(?:pages?|pp?|seiten|s|págs?)\b\.?\s*", re.IGNORECASE
)

GENDERS = ("sf", "sm", "sn", "pf", "pm", "pn", "pp")
PAGINATIONS = ("page", "column", "line", "verse", "section", "paragraph", "none")
STATES = ("inpreparation", "submitted", "forthcoming", "inpress", "prepublished")
_MEANT = {
    "accepted": "forthcoming",
    "inpreparation": "inpreparation",
    "inprep": "inpreparation",
    "inprint": "inpress",
    "inpress": "inpress",
    "preprint": "prepublished",
    "toappear": "forthcoming",
    "underreview": "submitted",
    "pages": "page",
    "columns": "column",
    "lines": "line",
    "sections": "section",
    "paragraphs": "paragraph",
    "female": "sf",
    "male": "sm",
    "f": "sf",
    "m": "sm",
}
"""What words that are no keywords are meant as."""


def judge_datatype(name: str, value: str) -> tuple[str, str]:
    """What is wrong with the value of a field, and what to write; two empty strings where nothing is."""
    text = " ".join(drop_braces(value[: LONGEST + 1]).split())
    return JUDGES[name](text) if text else ("", "")


def _judge_volumes(text: str) -> tuple[str, str]:
    if _INTEGER.fullmatch(text) or _ROMAN.fullmatch(text):
        return "", ""
    match = _COUNT.fullmatch(text)
    return "is not a number alone", match[1] if match else ""


def _judge_pagetotal(text: str) -> tuple[str, str]:
    """The style prints the word for pages; anything else may be printed as it stands."""
    match = _PAGES.fullmatch(text)
    return ("says the word for pages, which the style prints", match[1].rstrip(" ,+")) if match else ("", "")


def _judge_sortyear(text: str) -> tuple[str, str]:
    return ("", "") if _INTEGER.fullmatch(text) else ("is no year", "")


def _judge_state(text: str) -> tuple[str, str]:
    """Words of one's own are printed as they stand, and right; other ways to write a keyword are not translated."""
    key = text.replace(" ", "").replace("-", "").casefold()
    meant = key if key in STATES else _MEANT.get(key, "")
    return ("is printed as it stands, in no other language", meant) if meant in STATES and text != meant else ("", "")


def _judge_gender(text: str) -> tuple[str, str]:
    return ("", "") if text in GENDERS else (f"is none of {', '.join(GENDERS)}", _MEANT.get(text.casefold(), ""))


def _judge_pagination(text: str) -> tuple[str, str]:
    """A project may have words of its own here; only other forms of the known ones are told."""
    meant = _MEANT.get(text.casefold(), text.casefold())
    return ("is no keyword", meant) if meant in PAGINATIONS and meant != text else ("", "")


JUDGES: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "volumes": _judge_volumes,
    "pagetotal": _judge_pagetotal,
    "sortyear": _judge_sortyear,
    "pubstate": _judge_state,
    "gender": _judge_gender,
    "pagination": _judge_pagination,
    "bookpagination": _judge_pagination,
}
"""For each field what tells whether its value is right."""
