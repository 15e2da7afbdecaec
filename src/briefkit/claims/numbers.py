"""A text in, what its numbers are out: a percentage, money, a date, the number of a thing, or a figure.

Each pattern is searched in small letters, and only where a text has what all its matches hold, which is sooner seen
than that there is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit.claims.lexicon import in_small_letters
from briefkit.patterns import regex
from briefkit.quantities.words import CURRENCIES, MONTHS
from briefkit.values import Value

DIGIT = regex(r"\d")
YEAR = r"(?:1[5-9]|20)\d\d"
REST = r"(?:\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,6}(?:[.,]\d{1,9})?|(?:[\d.,]{0,23}\d)?)"
NUMBER = rf"\d{REST}"
"""A number as English (1,248.5), German (1.248,5) and French (1 248,5) have it, not longer than a number is: else each
digit of a long one would be where a search begins. `REST` is what follows its first digit."""

PERCENT = regex(
    rf"{NUMBER}(?:\s?[-\u2013]\s?{NUMBER})?"
    r"\s?(?:%|per ?cent\b|percentage points?\b|prozent\b|pour cent\b|points de pourcentage\b|por ciento\b)"
)
CODES = tuple([word for word, code in CURRENCIES.items() if word == code.lower()])
RUPEES = ("rs", "rs.")
MONEY = regex(
    rf"(?:[$€£¥₹]|\b(?:{'|'.join(CODES)}|rs\.?))\s?{NUMBER}(?:\s?[-\u2013]\s?{NUMBER})?(?:\s?(?:[mb]illion|trillion|thousand|bn|m|k)\b)?|\b{NUMBER}\s?(?:(?:[km]|md|mrd)?\s?[€£$]"
    r"|(?:(?:[mb]illions?|trillions?|milliards?|millones|mi(?:llione|lliarde)n|mio\.?|mrd\.?|m|bn)\s)?(?:d['\u2019]|de\s)?"
    r"(?:dollars?|euros?|pounds?|rupees?|yen|crowns?|francs?|usd|eur|gbp|pkr|chf)\b)"
)
MONTH = f"(?:{'|'.join(MONTHS.values()).lower()})"
BEFORE_A_YEAR = (
    "(?:in|since|by|from|until|during|after|before|between|of|im|seit|en|depuis|dès|avant|après|entre|fin|début|desde)"
)
DATE = regex(
    rf"\b\d{{1,2}}(?:\.|er|º)?\s(?:de\s)?{MONTH}\b(?:\s(?:del?\s)?{YEAR})?"
    rf"|\b{MONTH}(?: \d{{1,2}},)?\s(?:del?\s)?{YEAR}\b|\b{BEFORE_A_YEAR}\s(?:early |late |mid-)?{YEAR}\b"
    rf"|\b{YEAR}\s?[-\u2013/]\s?\d{{2,4}}\b|\b(?:the )?(?:19|20)\d0s\b|\bannées\s(?:(?:19|20)?\d0)\b"
)
BARE_YEAR = regex(rf"\b{YEAR}\b(?![\d.,]{{0,40}}\d)")
FIGURE = regex(rf"\d(?<![\w.]\d){REST}(?:\s?(?:km|kg|m|t|GW|MW|kWh|°C|ha|k|bn|mn))?\b")
THINGS = (
    r"option|table|figure|chart|box|section|chapter|annex|appendix|step|phase|part|page|note|recommendation|no\."
    r"|number|version|article|resolution|e\.o\.|order|type|level|tier|stage|category|act of|law"
    r"|tableau|graphique|encadré|carte|chapitre|annexe|étape|partie|recommandation|alinéa|art\.|n[°º]"
    r"|tabelle|abbildung|kapitel|abschnitt|anhang|artikel|seite|tabla|gráfico|capítulo|anexo|artículo|página"
)
NUMBERED = regex(
    rf"\b(?:{THINGS})[\s-]*\d[\d.,]*\w*"
    r"|\b(?:pp?|s)\.\s?\d+(?:\s?[-\u2013]\s?\d+)?|\[\d+\]|\b(?:1[5-9]|20)\d\d: ?\d+"  # pages and references by hand
)
NAMED = regex(r"\b[A-Z][A-Za-z]+-\d+\b")
"""Agni-5, Covid-19: a name that holds a number."""

# --- what every match of a pattern holds ---------------------------------------------------------

YEAR_BEGINS = regex(r"(?:1[5-9]|20)\d")
MONTH_BEGINS = "|".join(sorted({month[:3].lower() for months in MONTHS.values() for month in months.split("|")}))
DAY = regex(rf"\d(?:\.|er|º)?\s(?:de\s)?(?:{MONTH_BEGINS})")
RUN = regex(r"\d[\d.,]*")
SIGNS = ".:[°º"
"""Signs before a number that may only name something: p. 3, 2019: 45, [12], n° 4."""

LEAD = 24
"""More letters than stand before the first digit of a date, or of what is numbered."""

LAST_LETTERS = frozenset(thing[-3:] for thing in THINGS.split("|"))


def _has_share(small: str) -> bool:
    return "%" in small or "cent" in small or "zent" in small or "ciento" in small


def _has_currency(small: str) -> bool:
    if not small.isascii() and ("€" in small or "£" in small or "¥" in small or "₹" in small):
        return True
    return (
        "$" in small
        or "dollar" in small
        or "eur" in small
        or "pound" in small
        or "franc" in small
        or "crown" in small
        or "rupee" in small
        or "yen" in small
        or "usd" in small
        or "gbp" in small
        or "pkr" in small
        or "chf" in small
    )


def _has_day(small: str) -> bool:
    return DAY.search(small) is not None or "années" in small


def _find_named(small: str) -> tuple[int, bool]:
    """From where on what stands before a number could be what it is the number of, -1 if nowhere; and whether the code
    of a currency may stand before one.
    """
    at, first, coded = 0, -1, False
    for run in RUN.finditer(small):
        words = small[at : run.start()].rstrip("- \u00a0\u202f\n\t")
        last = words[-3:]
        if first < 0 and words and (words[-1] in SIGNS or last in LAST_LETTERS):
            first = max(0, at + len(words) - LEAD)
        coded = coded or last in CODES or last.endswith(RUPEES)
        at = run.end()
    return first, coded


# --- all in one reading --------------------------------------------------------------------------


class Numbers(Value):
    """The first words of each kind in a text, empty where there are none.

    `figure` is a number that is no percentage, money, date or year, nor the number of something or of a list item.
    """

    percent: str = ""
    money: str = ""
    date: str = ""
    figure: str = ""


NONE = Numbers()
LIST_LABEL = regex(r"\s*\(?\d+[.)]\s")


@lru_cache(maxsize=8)
def read_numbers(text: str) -> Numbers:
    """What the numbers of a text are."""
    digit = DIGIT.search(text)
    if digit is None:
        return NONE
    small, first = in_small_letters(text), digit.start()
    early = max(0, first - LEAD)
    years = YEAR_BEGINS.search(small, first) is not None
    percent = [*PERCENT.finditer(small, first)] if _has_share(small) else []
    from_there, coded = _find_named(small)
    money = [*MONEY.finditer(small, early)] if coded or _has_currency(small) else []
    date = [*DATE.finditer(small, early)] if years or _has_day(small) else []
    year = [*BARE_YEAR.finditer(small, first)] if years else []
    numbered = [*NUMBERED.finditer(small, from_there)] if from_there >= 0 else []
    named = [*NAMED.finditer(text)] if "-" in text else []
    rest = _without([*percent, *money, *date, *year, *numbered, *named], text)
    figure = FIGURE.search(LIST_LABEL.sub(" ", rest, 1) if LIST_LABEL.match(rest) else rest)
    return Numbers(_first(percent, text), _first(money, text), _first(date or year, text), figure[0] if figure else "")


def _first(matches: list[re.Match[str]], text: str) -> str:
    return text[matches[0].start() : matches[0].end()] if matches else ""


def _without(matches: list[re.Match[str]], text: str) -> str:
    """The text with a space for each match; matches may overlap."""
    kept, at = [], 0
    for start, end in sorted([match.span() for match in matches]):
        if start >= at:
            kept.append(text[at:start])
        at = max(at, end)
    return " ".join((*kept, text[at:])) if matches else text
