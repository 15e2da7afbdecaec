"""A sentence in, what its dates and years get wrong out: the day of the week, a day that never was, an end before its
beginning.

Only sentences with a date, or with two years, are looked at; what may be meant otherwise is left alone.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefkit.evidence.stated import Statement
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity
from briefkit.quantities.dates import weekdays
from briefkit.quantities.words import DASHES, FROM, MONTHS, TO, WEEKDAYS
from briefkit.text import primary

FIRST_YEAR = 1800
"""Before it, dates may be of the old calendar."""

REACH = 32
"""In how many characters before a date its day of the week stands."""

LEAP = 2000
BEHIND = regex(r" ?\((?P<in>[^\W\d_]+(?:-feira)?)\)|, (?:an?|un|ein|uma?) (?P<a>[^\W\d_]+)\b")
"""A day of the week after its date: 3 March 2025 (Monday), 3 March 2025, a Monday."""

ON: Mapping[str, frozenset[str]] = {
    "en": frozenset("on by until till before after since of from to and".split()),
    "fr": frozenset(("le", "du", "au")),
    "de": frozenset("am zum vom bis den dem seit ab".split()),
    "es": frozenset(("el", "del", "al", "día")),
    "pt": frozenset(("em", "a", "dia", "até", "de")),
}
"""What stands before a day without its year; else `the 31 June births` may be so many."""

CAPITALISED = ("en", "de")

LASTS: Mapping[str, str] = {
    "en": r"\b(?:ran|runs?|running|last(?:s|ed)?|serve[sd]?|held office|reigned|governed"
    r"|in (?:force|effect|office|power)|valid|appl(?:y|ies|ied)|took place|takes place|covers?|covered|operated"
    r"|continue[sd]?|open) from (?:the )?$",
    "fr": r"\b(?:dura|durée?|dure|en (?:vigueur|fonction|poste)|valables?|couru|court|couvre|couvrait|appliquée?"
    r"|au pouvoir|eu lieu) (?:de|du|depuis)(?: le)? $",
    "de": r"\b(?:lief|liefen|läuft|dauerte|dauert|galt|galten|gilt|regierte|in kraft|gültig|währte"
    r"|im amt) (?:von|vom) $",
    "es": r"\b(?:duró|dura|rigió|rige|vigentes?|en (?:vigor|el poder)|válid[oa]s?|cubre|cubrió|gobernó)"
    r" (?:del?|desde)(?: el)? $",
    "pt": r"\b(?:durou|dura|vigorou|vigora|em vigor|válid[oa]s?|cobre|cobriu|no poder|governou)"
    r" (?:de|do|desde)(?: o)? $",
}
"""What lasts from one time to another; what moves from one to another may go back."""

TILL: Mapping[str, frozenset[str]] = {
    "en": frozenset(("until", "till", "through")),
    "fr": frozenset(("au", "jusqu'à", "jusqu’à", "jusqu'au", "jusqu’au")),
    "de": frozenset(("bis zum",)),
    "es": frozenset(("al", "hasta", "hasta el")),
    "pt": frozenset(("ao", "até", "até ao")),
}
"""What stands between the ends of a span, besides `to`."""


class Untimely(NamedTuple):
    """A date or year that cannot be: what is wrong, and where in the sentence the words stand that say otherwise.

    They are those of a `weekday`, or the beginning of a span.
    """

    quantity: Quantity
    should: str
    start: int = 0
    end: int = 0
    weekday: bool = False


def find_untimely(statement: Statement, lang: str, today: str) -> Iterator[Untimely]:
    """The dates and years of a sentence that the calendar does not allow; `today` tells what is still to come."""
    found, own = [q for q in statement.quantities if q.kind in ("date", "year")], primary(lang)
    if not found or own not in ON:
        return
    text = statement.sentence.plain
    for number, quantity in enumerate(found):
        dated = _in_year(text, quantity, found[number + 1], own) if number + 1 < len(found) else quantity
        if quantity.kind == "date" and (wrong := _day(text, dated, own, today)):
            yield wrong._replace(quantity=quantity)
    for one, two in pairwise(found):
        if one.kind == two.kind and not (one.is_range or two.is_range) and _ends_early(text, one, two, own):
            yield Untimely(two, "it begins later than that", one.start, one.end)


def _in_year(text: str, one: Quantity, two: Quantity, lang: str) -> Quantity:
    """A day with the year of the end of its span: Monday 4 March to Friday 29 March 2024."""
    without = one.kind == two.kind == "date" and 0 < one.low < FIRST_YEAR and _is_whole(two)
    if not without or int(one.low) > int(two.low) % 10_000:
        return one
    gap = compiled(_pattern(lang)).sub("", text[one.end : two.start]).strip(" ,").lower()
    year = int(two.low) // 10_000 * 10_000
    spans = gap in TO[lang] | TILL[lang] or gap in DASHES
    return one._replace(low=one.low + year, high=one.high + year) if spans else one


def _day(text: str, quantity: Quantity, lang: str, today: str) -> Untimely | None:
    """A day that the calendar does not have, or that is another day of the week."""
    number = int(quantity.low)
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    if not day or (year and year < FIRST_YEAR):
        return None
    last = monthrange(year or LEAP, month)[1]
    if day > last:
        if not year and not _is_day(text, quantity, lang):
            return None
        named = f"{MONTHS[lang].split('|')[month - 1]} {year or ''}".rstrip()
        return Untimely(quantity, f"{named} has {last} days")
    said = _weekday(text, quantity, lang) if year else None
    if not said or said[0] == (real := date(year, month, day)).weekday():
        return None
    name, own = (WEEKDAYS[one].split()[real.weekday()] for one in ("en", lang))
    told = "" if lang == "en" else f" ({own.capitalize() if lang in CAPITALISED else own})"
    return Untimely(quantity, f"that day {_was(real, today)} a {name.capitalize()}{told}", *said[1:], weekday=True)


def _was(day: date, today: str) -> str:
    return "is" if today and day.isoformat() >= today else "was"


def _is_day(text: str, quantity: Quantity, lang: str) -> bool:
    """Whether a number and a month without a year are a day: on 31 June, and not 31 June births."""
    if not text[quantity.start].isdigit():
        return False
    months = MONTHS[lang].lower().split("|")
    named = text[quantity.start : quantity.end].lower().rstrip(".").split()[-1] in months
    return named and text[: quantity.start].rpartition("\n")[2].lower().split()[-1:] in [[word] for word in ON[lang]]


@lru_cache(maxsize=8)
def _pattern(lang: str) -> str:
    return rf"(?i)\b(?:{'|'.join(weekdays(lang))})\b"


def _weekday(text: str, quantity: Quantity, lang: str) -> tuple[int, int, int] | None:
    """The day of the week that is said of a date, from 0 for Monday, and where it stands."""
    known = weekdays(lang)
    if quantity.weekday >= 0:
        at = max(quantity.start - REACH, 0)
        named = list(compiled(_pattern(lang)).finditer(text, at, quantity.start))
        return (quantity.weekday, named[-1].start(), named[-1].end()) if named else None
    match = BEHIND.match(text, quantity.end)
    name = "in" if match and match["in"] else "a"
    word = match[name].lower().removesuffix("-feira") if match else ""
    return (known[word], match.start(name), match.end(name)) if match and word in known else None


def _ends_early(text: str, one: Quantity, two: Quantity, lang: str) -> bool:
    """Whether two dates are the ends of a span whose end comes first: 2021-2019; From 2021 to 2019, sales rose.

    `The deadline moved from 2030 to 2028` is none: what stands before `from` may say so, so nothing may stand there, or
    a verb of lasting.
    """
    if not _is_later(one, two):
        return False
    between = text[one.end : two.start]
    if between.strip() in DASHES:
        glued = text[one.start - 1 : one.start] + text[two.end : two.end + 1]
        return not any(sign.isalnum() or sign in "-\u2013/." for sign in glued.rstrip("."))
    gap, before = between.strip().lower(), text[: one.start].lower()
    if gap in TO[lang] | TILL[lang] and compiled(LASTS[lang]).search(before[-REACH:]):
        return True
    if gap not in TO[lang]:
        return False
    opening = next((before[: -len(word)] for word in FROM[lang] if before.endswith(word)), None)
    return opening is not None and (not opening.strip() or opening.rstrip()[-1] in "(:;")


def _is_later(one: Quantity, two: Quantity) -> bool:
    """Whether the first of two times is later; of a day without its year, where the other is of the same month."""
    if one.kind == "year" or _is_whole(one) or not (0 < one.low < FIRST_YEAR):
        return two.low < one.low and (one.kind == "year" or (_is_whole(one) and _is_whole(two)))
    (month, day), (other, end) = (divmod(int(q.low) % 10_000, 100) for q in (one, two))
    return month == other and 0 < end < day


def _is_whole(quantity: Quantity) -> bool:
    """Whether a date has its year and its day."""
    return quantity.low >= FIRST_YEAR * 10_000 and int(quantity.low) % 100 > 0
