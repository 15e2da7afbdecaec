"""Only the last sentence of a paragraph cites, and several claims stand before it.

## What it does
Flags a paragraph in which nothing but the last sentence cites and at least two sentences before it state something
checkable, at the first of them. Each of these has its own finding too. This is a heuristic: perhaps the source speaks
for the whole paragraph; then `citation-scope = "paragraph"` in the settings of the project says so.

## Why it matters
A reader cannot tell whether the source at the end speaks for the last sentence or for all of them, and whoever looks
one of them up may search in vain.

## Example
    The agency closed nine offices in 2019. The ministry cut its grant by 12% after that. Two courts rejected the appeal
    in 2020 [@smith2021].

## Instead
    The agency closed nine offices in 2019 [@smith2021, p. 3]. The ministry cut its grant by 12% after that [@smith2021,
    p. 4]. Two courts rejected the appeal in 2020 [@smith2021, p. 9].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.scope import cited_at_end
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit

CODE = "CLM107"
SEVERITY = Severity.INFO

MOST_SHOWN = 8


def check(case: Case) -> Iterator[Hit]:
    """A hit for each such paragraph, at its first claim."""
    for claims, last in cited_at_end(case.accounts):
        citation, first = last.sentence.citations[0], claims[0].sentence
        message = (
            f"Only the last sentence of this paragraph cites: a reader cannot tell whether @{citation.key} (line"
            f" {citation.place.line}) covers the {len(claims)} claims before it"
        )
        hint = 'repeat the citation where it applies, or set citation-scope = "paragraph" for the project'
        others = (Related(a.sentence.place, "this claim stands before it too") for a in claims[1:MOST_SHOWN])
        related = (Related(citation.place, f"@{citation.key} is cited here"), *others)
        yield Hit(first.place, message, hint, related, subject=first.plain)
