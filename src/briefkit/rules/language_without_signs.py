"""The words of the brief's language are not known to us.

## What it does
Flags the `lang` of a brief for whose language there is no table of words: any but English, German, French and Spanish.
In such a brief only figures, dates and quotations tell a claim.

## Why it matters
Sentences without a figure, a date or a quotation are not judged at all, so a clean check says less than it seems to.

## Example
    ---
    title: Vatten
    lang: sv
    ---

## Instead
    ---
    title: Water
    lang: en
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.claims.lexicon import TABLES, has_words
from briefkit.model import Severity, start_of
from briefkit.rules.base import Case, Hit

CODE = "DOC817"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """One hit at the language in the front matter."""
    lang = case.brief.front.lang
    if lang and not has_words(lang):
        place = case.brief.front.places.get("lang", start_of(case.brief.path))
        signs = "only figures, dates and quotations tell a claim"
        message = f"For the language '{lang}' {signs}; sentences without them are not judged"
        hint = f"mark a claim without these as [...]{{.claim}}; words are known for {', '.join(sorted(TABLES))}"
        yield Hit(place, message, hint, subject=lang)
