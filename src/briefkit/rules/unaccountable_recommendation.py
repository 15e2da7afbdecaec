"""A recommendation does not say who acts, or by when.

## What it does
Looks at the recommendations of a brief that says its `type`, boxes or items of a list, and flags one that names nobody
who is to act, or neither a date nor a measure by which one would know that it was done. `actor=` and `by=` (or
`measure=`) of a box say so, or its words: a subject with *should*, *must*, *could* or *will*, somebody who is asked
(*We recommend that the ministry ...*), a lead such as `Ministry of Finance:`, `(Ministry of Finance, 2027)`; a year, a
number, *every year*, *within two years*. What leads up to a list and has no full stop (*The ministry should*) says it
for all of its items. It also flags one that has a noun where its verb should be: *creation of a fund*, *more training*.
Words are known in English, German, French, Spanish and Portuguese (such nouns not in German); this is a guess, and the
finding information only. The types `evidence` and `note` do not ask for it.

A `by=` of a recommendation that lies before the date of the brief is a warning, in a brief of any type.

The guidance behind it is that of IDRC, by which recommendations rest on evidence, and FAO, by which they stand on
page 1; that each has an actor and a date is our own rule.

## Why it matters
What nobody has to do by no date is not done. A day that has passed is one by which nobody can act.

## Example
    ---
    title: Pumps
    type: issue
    ---

    # Recommendations

    - Set up a fund for repairs.

## Instead
    ---
    title: Pumps
    type: issue
    ---

    # Recommendations

    - The Ministry of Finance should set up a fund for repairs by January 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.claims.advice import promises
from briefkit.model import Severity
from briefkit.parse.actors import LANGUAGES, LEAD, has_subject, says_when, says_who
from briefkit.parse.cells import says_something
from briefkit.parse.head_values import is_day
from briefkit.parse.points import Point, find_leads, find_points
from briefkit.patterns import compiled
from briefkit.rules.base import Case, Hit
from briefkit.text import primary

CODE = "DOC832"
SEVERITY = Severity.INFO
RECOMMENDATION = "recommendation"
LONGEST = 2_000
"""How much of a recommendation is looked at."""

NOUN = {
    "en": r"(?:(?:the|an?) (?:[\w-]+ )?)?\w{2,40}(?:tion|sion|ment) of\b"
    r"|(?:more(?! than)|greater|stronger|improved|increased|fewer) \w",
    "fr": r"(?:la |le |l['’]|une? )?\w{3,40}(?:tion|sion|ment) (?:de|du|des)\b|(?:la |l['’]|une )?\w{3,40}tion d['’]",
    "es": r"(?:la |el |una? )?\w{3,40}(?:ción|sión|miento) del?\b",
    "pt": r"(?:a |o |uma? )?\w{3,40}(?:ção|são|mento) d[aeo]s?\b",
}
"""Beginnings that name an act and do not tell anybody to act."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each recommendation that nobody could be asked about, and for each that was due before the brief."""
    yield from _overdue(case)
    lang = primary(case.brief.front.language)
    if not case.type.accountable or lang not in LANGUAGES:
        return
    points = find_points(case.brief, RECOMMENDATION)
    for point, lead in zip(points, find_leads(case.brief, points), strict=True):
        lacks = [] if point.form == "text" else list(_lacks(point, lead[-LONGEST:], lang))
        if lacks:
            message = f"This recommendation does not say {'; '.join([*lacks[:-2], '; or '.join(lacks[-2:])])}"
            hint = 'say it, or write ::: {.recommendation actor="..." by=2027-01-31}'
            yield Hit(point.place, message, hint, subject=point.text)


def _overdue(case: Case) -> Iterator[Hit]:
    """A hit for each box whose day has passed."""
    today = case.brief.front.date
    pairs = ((one, name, value) for one in case.markup.marked for name, value in one.pairs)
    for (one, name, value), (_, place) in zip(pairs, case.markup.attributes, strict=True) if today else ():
        if name == "by" and RECOMMENDATION in one.classes and _is_past(value, today):
            message = f"This recommendation is to be done by {value}, and the brief is dated {today}"
            yield Hit(place, message, "correct the day, or the date of the brief", subject=value, step=1)


def _is_past(value: str, today: str) -> bool:
    """Whether a day, or the year that words end in, lies before the day of a brief."""
    if is_day(value):
        return value < today
    year = re.search(r"(?<![\d-])(?:19|20)\d\d$", value.strip())
    return bool(year) and value.strip()[-4:] < today[:4]


def _lacks(point: Point, lead: str, lang: str) -> Iterator[str]:
    """What a recommendation does not say, nor what leads up to its list."""
    text = f"{point.title}. {point.text[:LONGEST]}" if point.title else point.text[:LONGEST]
    told = point.attributes
    led = f"{lead} {text}" if lead else text
    if not (told.get("actor") or says_who(text, lang) or promises(text, lang) or says_who(led, lang)):
        yield "who acts"
    if _only_names(point.text[:LONGEST], lang):
        yield "what is to be done, in a verb"
    if not (told.get("by") or told.get("measure") or says_when(led, lang)):
        yield "by when, or how one would know that it is done"


def _only_names(text: str, lang: str) -> bool:
    """Whether a recommendation begins with the name of an act, and no verb follows that we know."""
    lead = compiled(LEAD).match(text)
    if lang not in NOUN or not compiled(f"(?i){NOUN[lang]}").match(text, lead.end() if lead else 0):
        return False
    return not has_subject(text, lang) and not says_something(text, lang)
