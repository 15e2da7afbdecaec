"""Two entries have one address, one ISBN or one number of arXiv.

## What it does
Compares the addresses and ISBNs of the entries the brief cites with those of the whole library. Silent where three or
more entries share one, for a home page, for chapters of a book, for entries of two years or two volumes, and for
entries that name each other or inherit it from one. A number of arXiv belongs to one paper, so that it is told however
many entries have it, unless they are of one title or one DOI: programs have written one number into a whole library.

## Why it matters
Often one work stands in the library twice, or the address was copied with an entry and never changed.

## Example
    @online{smith2021,
      title = {Pumps},
      url = {https://water.example/pumps}
    }
    @online{jones2021,
      title = {Wells},
      url = {http://www.water.example/pumps/}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      url = {https://water.example/pumps}
    }
    @online{jones2021,
      title = {Wells},
      url = {https://water.example/wells}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.twins import address_of, are_linked, doi_of, eprint_of, is_part, isbns_of, sharing
from briefkit.library.words import fold
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB353"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for the second of two entries that share an address or an ISBN; with one DOI they are BIB350's."""
    own = case.library.sources
    yield from _find_archived(case)
    for name, values in (("url", _addresses), ("isbn", _isbns)):
        for value, holders in sharing(case.relatives, case.sources, values):
            first, source = holders[:2]
            is_linked = are_linked(own[first.key], own[source.key])
            if len(holders) == 2 and not is_linked and not _are_apart(first, source, name):
                what = "the ISBN" if name == "isbn" else "the address"
                message = f"'{source.key}' has {what} of '{first.key}': {shorten(value, 80)}"
                hint = f"keep one of the two entries, or correct {what} of the other"
                related = (Related(first.fields[name].place, f"the entry '{first.key}'"),)
                yield Hit(source.fields[name].place, message, hint, related, subject=source.key)


def _find_archived(case: Case) -> Iterator[Hit]:
    """Numbers of arXiv that works of several titles have, each told where it stands for the second title."""
    for value, holders in sharing(case.relatives, case.sources, _eprints):
        first, *others = holders
        known = {fold(first.text("title")), ""}
        for source in others:
            if fold(source.text("title")) in known or (doi_of(first)[0] and doi_of(first)[0] == doi_of(source)[0]):
                continue
            more = f" ({len(holders)} entries have it)" if len(holders) > 2 else ""
            message = f"'{source.key}' has the number of '{first.key}' in arXiv: {value.partition(':')[2]}{more}"
            related = (Related(first.fields["eprint"].place, f"the entry '{first.key}'"),)
            hint = "see which of them it belongs to, and delete it in the others"
            yield Hit(source.fields["eprint"].place, message, hint, related, subject=source.key)
            break


def _eprints(source: Source) -> Iterator[tuple[str, str]]:
    yield eprint_of(source), "eprint"


def _addresses(source: Source) -> Iterator[tuple[str, str]]:
    yield address_of(source), "url"


def _isbns(source: Source) -> Iterator[tuple[str, str]]:
    yield from ((isbn, "isbn") for isbn in isbns_of(source))


def _are_apart(one: Source, other: Source, name: str) -> bool:
    """Whether two entries may well share this, or are told of by their DOI."""
    if name == "isbn" and (is_part(one) or is_part(other)):
        return True
    years = {year for source in (one, other) if (year := source.text("date", "year").strip()[:4])}
    volumes = {volume for source in (one, other) if (volume := source.text("volume", "number").strip())}
    return len(years) > 1 or len(volumes) > 1 or bool(doi_of(one)[0] and doi_of(one)[0] == doi_of(other)[0])
