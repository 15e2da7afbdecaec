"""One journal is written in several ways.

## What it does
Compares the names of the journals in the entries that are looked at: whole and abbreviated (`J. Polit. Econ.`), with
other capitals or signs, with `&` or `and`, with or without `The`. Each way of writing but the most frequent is told
once, at the first entry that has it. This is a heuristic.

## Why it matters
The list of references prints both, and a reader takes them for two journals.

## Example
    @article{smith2020,
      title = {Pumps},
      journaltitle = {J. Polit. Econ.}
    }
    @article{smith2021,
      title = {Wells},
      journaltitle = {Journal of Political Economy}
    }

## Instead
    @article{smith2020,
      title = {Pumps},
      journaltitle = {Journal of Political Economy}
    }
    @article{smith2021,
      title = {Wells},
      journaltitle = {Journal of Political Economy}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.journals import bare_name, find_variants
from briefkit.model import Field, Related, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import plural, shorten

CODE = "BIB340"
SEVERITY = Severity.INFO
NAMES = ("journaltitle", "journal")


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each way of writing a journal that is not the most frequent one."""
    holders: dict[str, list[tuple[Source, Field]]] = {}
    for source in case.sources:
        field = next((source.fields[name] for name in NAMES if name in source.fields), None)
        if field and field.value:
            holders.setdefault(field.value, []).append((source, field))
    texts: dict[str, list[tuple[Source, Field]]] = {}
    for value, found in holders.items():
        texts.setdefault(bare_name(value), []).extend(found)
    for group in find_variants(holders):
        usual, *others = sorted(group, key=lambda text: (-len(texts[text]), -len(text), text))
        first, where = texts[usual][0]
        related = (Related(where.place, f"the journal of '{first.key}'"),)
        for text in others:
            source, field = texts[text][0]
            counts = f"{plural(len(texts[usual]), 'entry', 'entries')} to {len(texts[text]):,}"
            name, other = shorten(field.value, 80), shorten(where.value, 80)
            message = f"The journal '{name}' of '{source.key}' is written '{other}' elsewhere ({counts})"
            yield Hit(field.place, message, "write it in one way", related, subject=source.key)
