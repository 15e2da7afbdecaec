"""The front matter is missing, or something in it is wrong.

## What it does
Flags a brief without front matter or without a title, unknown keys (with a near miss, or what to write for a key of
pandoc), values of the wrong form, and days that do not go together: `decision-by` before `date`, another day than
`decision-by` in a summary or key message that asks for a decision, an embargo that ends after the date of a published
brief. Front matter that cannot be read at all is an error, pandoc's title block and
front matter that something stands before too, and so is an embargo that is no day (`embargo`) or no moment with
its time zone (`embargo-until`). The last character of an ORCID is checked, licences and languages are looked up, a
brief whose status is `embargoed` has to say until when, and each message names the cure. So is a citation told of which
the citation style of the brief prints nothing.

## Why it matters
A mistyped key is silently ignored by other tools: the embargo, the library or the language would not be what you set.

## Example
    ---
    titel: Fix rural water pumps
    ---

## Instead
    ---
    title: Fix rural water pumps
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.deadlines import find_deadlines
from briefkit.evidence.stated import quantity_place, words_of
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC801"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each thing the reader of the front matter could not take in."""
    yield from problems(case, CODE)
    wanted = case.brief.front.decision_by
    for statement, quantity, day in find_deadlines(case.statements, case.brief.front.language) if wanted else ():
        if day != wanted:
            message = f"This asks for a decision by {words_of(statement, quantity)}, and 'decision-by' is {wanted}"
            related = (Related(case.brief.front.places["decision-by"], "the front matter has this day"),)
            place = quantity_place(case.lines, statement, quantity)
            yield Hit(place, message, "see which of the two is right, and correct the other", related)
