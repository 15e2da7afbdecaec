"""An acronym is not written out, or stands for two things.

## What it does
Flags the first use of an acronym that the text uses twice or more and nowhere writes out, as "Full Name (FN)", "FN
(Full Name)", in a list of abbreviations or by words in capitals that spell it. What readers know, such as EU, GDP or
PDF, units, currencies, substances, Roman figures and names in the front matter need no words. An acronym that is
written out in two different ways is a warning. This is a heuristic for English, French, German, Spanish and Portuguese.

## Why it matters
A reader from another field does not know what is everyday speech in one's own office. Plain-language guidance (the
European Commission's "How to write clearly", the US Federal Plain Language Guidelines) asks to write each one out once.

## Example
    The DRWS has closed nine offices [@smith2021]. The DRWS keeps 31 [@smith2021].

## Instead
    The Department of Rural Water Supply (DRWS) has closed nine offices [@smith2021]. The DRWS keeps 31 [@smith2021].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefkit.claims.acronyms import MOST, Expansion, find_contradictions, find_undefined
from briefkit.model import Place, Related, Sentence, Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC808"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """A hit for each such acronym, at its first use, and for each that stands for two things."""
    for use in find_undefined(case.brief):
        place = _place(case, use.sentence, use.written)
        if not _is_code(case, place):
            message = f"'{use.written}' is used several times and nowhere written out"
            hint = f"write it out once: Full Name ({use.written})"
            yield Hit(place, message, hint, subject=use.written)
    for first, second in islice(find_contradictions(case.brief), MOST):
        message = f"'{second.short}' stands for '{' '.join(second.words)}' here, and for another thing elsewhere"
        there = Related(_of(case, first), f"here it stands for '{' '.join(first.words)}'")
        hint = "write one of them out each time, or find out which name is right"
        yield Hit(_of(case, second), message, hint, (there,), second.short, step=1)


def _is_code(case: Case, place: Place) -> bool:
    """Whether a place of the text, which is not in the front matter, holds no prose."""
    start, end = case.lines.span(place)
    return not case.prose[start:end].strip() and bool(case.prose[:start].strip())


def _of(case: Case, expansion: Expansion) -> Place:
    return _place(
        case, expansion.sentence, expansion.short, expansion.sentence.plain.count(expansion.short, 0, expansion.at)
    )


def _place(case: Case, sentence: Sentence, word: str, earlier: int = 0) -> Place:
    """The place of a word in a sentence, the first of them but for some; else of the whole sentence."""
    start = case.lines.offset(*sentence.place.start)
    there = re.finditer(rf"(?<!\w){re.escape(word)}", case.lines.slice(sentence.place))
    found = next(islice(there, earlier, None), None)
    return case.lines.place(start + found.start(), start + found.end()) if found else sentence.place
