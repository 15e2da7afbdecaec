"""A date that cannot be: another day of the week, a day that never was, an end before its beginning.

## What it does
Flags a date whose day of the week was another one, be it before it or after it (`Monday, 4 March 2025`, `4 March 2025
(Monday)`); a day that its month does not have (`31 June 2024`); and a span that ends before it begins (`2024-2021`,
`From 2021 to 2019, sales rose`, `The law ran from 2021 to 2019`). Days and months are known in English, French, German,
Spanish and Portuguese. Dates before 1800 are left alone, for they may be of the old calendar, and so is `moved from
2030 to 2028`, which is no span.

## Why it matters
A deadline or an event with such a date has one that is wrong, and a reader cannot tell which half of it to believe.

## Example
    The call closes on Monday, 4 March 2025.

## Instead
    The call closes on Tuesday, 4 March 2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.days import find_untimely
from briefkit.evidence.stated import place_in, quantity_place, words_of
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit

CODE = "CLM117"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each such date, with what it is held against."""
    lang = case.brief.front.language
    for statement in case.statements:
        for found in find_untimely(statement, lang, case.today) if statement.quantities else ():
            sentence = statement.sentence
            other = place_in(case.lines, sentence, found.start, found.end) if found.end else None
            related = (Related(other, sentence.plain[found.start : found.end]),) if other else ()
            said = f"{sentence.plain[found.start : found.end]} for " if found.weekday else ""
            message = f"This says {said}{words_of(statement, found.quantity)}, but {found.should}"
            hint = "look the date up, and correct what is wrong"
            place = quantity_place(case.lines, statement, found.quantity)
            yield Hit(place, message, hint, related, sentence.plain)
