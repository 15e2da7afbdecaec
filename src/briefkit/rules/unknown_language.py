"""The language of an entry is none that is known.

## What it does
Looks at `langid` and `hyphenation`, which take a name that LaTeX knows (`english`, `ngerman`) or a tag (`en`, `pt-BR`).
In `language`, which is printed, other names of languages and lists of them are right too, and a word that is not known
is only a remark.

## Why it matters
The language decides how a title is printed: capitals, quotation marks and where words are broken. With one that is not
known, that of the brief is taken.

## Example
    @book{smith2021,
      title = {Pumpen},
      langid = {germann}
    }

## Instead
    @book{smith2021,
      title = {Pumpen},
      langid = {german}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.braces import drop_braces
from briefkit.library.languages import LONGEST, cure_of, find_unknown, is_identifier, names
from briefkit.model import Severity
from briefkit.near_misses import NearMisses
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB341"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each language of an entry that is not known."""
    near = NearMisses(names())
    known: dict[tuple[bool, str], str] = {}
    for source in case.sources:
        for name in ("langid", "hyphenation", "language"):
            if name in source.fields:
                field, is_free = source.fields[name], name == "language"
                value = field.value[:LONGEST]
                if (is_free, value) not in known:
                    known[is_free, value] = find_unknown(value) if is_free else _judge(value)
                if odd := known[is_free, value]:
                    cure = cure_of(odd)
                    hint = f"write '{cure}'" if cure else near.did_you_mean(odd) or "write a tag, like 'en' or 'pt-BR'"
                    message = f"The {name} {quote(odd)} of '{source.key}' is no language that is known"
                    yield Hit(field.place, message, hint, subject=source.key, step=-is_free)


def _judge(value: str) -> str:
    """A `langid` that is none; else an empty string."""
    bare = drop_braces(value).strip()
    return "" if not bare or is_identifier(bare) else bare
