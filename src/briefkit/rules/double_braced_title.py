"""A whole title stands in double braces.

## What it does
Reports titles of more than one word that have a second pair of braces round all of them, in the entries a brief cites.
Where most of the titles have one pair, the second is taken as meant: the whole may be the name of a law. Titles
in other languages than English, by `langid`, `language` or their small words, are left alone: no style changes their
capitals.

## Why it matters
Braces keep the capitals of what is in them. Round a whole title they keep a style from printing it like the others.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {{Clean Water in Nepal}},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Clean Water in {Nepal}},
      date = {2021}
    }

## Fix
One pair of braces goes. Where most words have small letters those with capitals are names, and get braces; where
most have capitals only acronyms do, and the fix is unsafe: a style may take the capitals from names. There is no fix
where a small word would get a capital: at the start, after a colon or a stop, that of `U.S.` included.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.capitals import unbrace_title
from briefkit.library.title_language import language_of
from briefkit.library.titles import TITLE_FIELDS, is_braced_whole, is_english
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB336"
SEVERITY = Severity.INFO
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each title that is braced as a whole, where most are."""
    titles = [found for found in case.fields if found[1] in TITLE_FIELDS and found[2].value.strip()]
    braced = [found for found in titles if is_braced_whole(found[2].value)]
    for source, name, field in braced if len(braced) * 2 > len(titles) else ():
        if is_english(language_of(source)):
            message = f"All of '{name}' of '{source.key}' stands in braces of its own: {quote(field.value)}"
            hint = "take away one pair, and put braces round names and acronyms only"
            title, safe = unbrace_title(field.value)
            yield Hit(field.place, message, hint, subject=source.key, fix=write_value(field, title, safe=safe))
