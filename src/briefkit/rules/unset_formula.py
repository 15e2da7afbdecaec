r"""A formula cannot be set in the PDF, has a label that is printed, or is none.

## What it does
Names each formula that the PDF can only print as it was typed, with the first command that keeps it from more: a
matrix, several lines, a brace over some terms, a sign that no font of ours has. What letters, small figures, fractions
with a slash and roots can say is set. A label behind a formula, such as `{#eq-p}`, is named as well, and so are two
signs for dollars between which pandoc sees a formula: `US$/tonne and US$/km`, or `| Cost ($) | Paid ($ million) |`.

## Why it matters
Word and web pages have equations; the PDF has none, so that its readers see the commands of LaTeX. Labels of formulas
are not known to any format: they stand in the text as they were typed. Words between two dollars are set without their
blanks and without the dollars, and two columns of a table become one.

## Example
    The chance is $\binom{n}{k} p^k$, and $$a = b$$ {#eq-a} follows.

    Costs are given in US$/tonne and US$/km.

## Instead
    The chance is $C(n, k) p^k$, and $$a = b$$ follows.

    Costs are given in US\$/tonne and US\$/km.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.parse.formulas import MISSING, find_unset, is_money
from briefkit.parse.front_matter import body_start
from briefkit.parse.prose import find_no_prose
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, quote

CODE = "DOC836"
SEVERITY = Severity.WARNING

LABEL = regex(r"[ \t]*(?P<label>\{#[\w:.-]{1,80}\})")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each formula that is none or is printed as typed, and for each label behind one."""
    if "$" not in case.brief.text:
        return
    for formula in _formulas(case):
        if formula["dollar"] == "$" and is_money(formula["math"]):
            place = case.lines.place(formula.start(), formula.end())
            message = "What stands between these two dollars is set as a formula, without them and without blanks"
            yield Hit(place, message, "write \\$ for a dollar, and words in a formula as \\text{...}", subject="$")
            continue
        what = find_unset(formula["math"])
        if what is not None:
            place = case.lines.place(formula.start(), formula.end())
            yield Hit(place, *_told(what), subject=what)
        if label := LABEL.match(case.brief.text, formula.end()):
            place = case.lines.place(*label.span("label"))
            cure = "delete it, and refer to the formula in words"
            yield Hit(place, f"The label {label['label']} is printed as it is typed", cure, subject=label["label"])


def _told(what: str) -> tuple[str, str]:
    """The message and the cure for a formula by what cannot be set of it."""
    if what.startswith(MISSING):
        sign = what.removeprefix(MISSING)
        return f"This formula lacks a {sign} and is printed as it is typed", f"write the {sign} where it belongs"
    why = f"has no {quote(what)} and" if what else "cannot set so long a formula and"
    cure = "write it with letters, ^, _, \\frac and \\sqrt, or in words"
    return f"The PDF {why} prints this formula as it is typed", cure


def _formulas(case: Case) -> Iterator[re.Match[str]]:
    """The formulas of the body: between dollars, and blanked in the text that keeps prose only."""
    text, unquoted = case.brief.text, case.markup.unquoted
    for match in find_no_prose(text, body_start(text)):
        if match["dollars"] is not None and not unquoted[match.start() : match.end()].strip():
            yield match
