"""The suffix of a citation in, its locator and the rest out."""

from __future__ import annotations

import re

from briefkit.patterns import regex

LOCATOR = regex(
    r"^,?\s*(?P<locator>(?:(?:pp?|ch|chaps?|chapters?|secs?|sections?|paras?|paragraphs?|arts?|articles?|tables?|figs?"
    r"|figures?|nos?|vols?|annex|app|appendix|fols?|lines?|ll?|notes?|nn?|parts?|s\.?v|title|tit|sched|box|boxes|slide"
    r"|S|Abs|Art|Kap|Nr|Rn|chap|al|alinéas?|annexes?|tableaux?|graphique|encadré|tome|titre|fol|par|pág|art|núm)\b\.?\s*"
    r"|n[°º]\s*|§+\s*|¶+\s*)?(?:[LRD]\.\s*)?[^\s,;]*\d[^;]*|abstract|summary|preamble"
    r"|preface|introduction)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


BRACED = regex(r",?\s*\{(?P<locator>[^{}]*)\}(?P<rest>.*)", re.DOTALL)
"""A locator that its author put in braces: `[@smith2021{ii, A}]`."""


def split_locator(suffix: str) -> tuple[str, str]:
    """A suffix as (locator, the rest): `, p. 12` has the locator `p. 12`."""
    suffix = suffix.replace("\u00a0", " ")
    match = BRACED.match(suffix) or LOCATOR.match(suffix)
    if not match:
        return "", suffix.lstrip(", ")
    return match["locator"].strip(), match["rest"].lstrip(", ")
