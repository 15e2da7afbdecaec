"""A name in an English title stands without braces, and many styles print it small.

## What it does
Looks in the titles of entries for names of countries, peoples and places (`Nepal`, `European`) outside braces. The
first word, what follows a colon, words with more than one capital (`OECD`, `GDPs`, `U.S.`) and titles in other
languages, by `langid`, `language` or their small words, keep their capitals and are left alone. This is a heuristic.

## Why it matters
Pandoc reads an English title like a sentence, and styles in sentence case (APA, Vancouver) print "Water in nepal". One
with headline capitals (Chicago) hides it.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {The Price of Water in Nepal},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {The Price of Water in {Nepal}},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.capitals import find_unprotected
from briefkit.library.title_language import language_of
from briefkit.library.titles import is_all_capitals, is_english
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import plural, shorten

CODE = "BIB335"
SEVERITY = Severity.INFO

WHERE = " in styles that write titles in sentence case"

TITLES = ("title", "subtitle", "booktitle", "booksubtitle", "maintitle", "series")


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry with names that lose their capital, at the first title that has one."""
    seen: set[tuple[str, int, int]] = set()
    for source in case.sources:
        titles = [(name, source.fields[name]) for name in TITLES if name in source.fields]
        new = [(name, field) for name, field in titles if field.at not in seen]
        seen.update(field.at for _, field in new)
        found = [(word, name, field) for name, field in new for word in _find(field.value)]
        if found and source.type != "periodical" and is_english(language_of(source)):
            word, name, field = found[0]
            others = len(dict.fromkeys(word for word, _, _ in found)) - 1
            rest = f", and so do {plural(others, 'other')}" if others else ""
            rest = rest.replace("so do 1", "so does 1")
            message = f"'{shorten(word)}' in '{name}' of '{source.key}' loses its capital{rest}{WHERE}"
            yield Hit(field.place, message, f"put it in braces: '{{{shorten(word)}}}'", subject=source.key)


def _find(title: str) -> tuple[str, ...]:
    return () if is_all_capitals(title) else find_unprotected(title)
