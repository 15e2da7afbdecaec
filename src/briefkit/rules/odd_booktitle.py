"""The title of a book or of proceedings breaks off, or holds what belongs into another field.

## What it does
Looks at `booktitle` for an end that cannot be one ("Proceedings of the Conference on"), for pages (`pp. 3--9`), for the
"In" that styles print themselves, and for the year of the entry in brackets or after a comma at its end.

## Why it matters
The words are printed as they stand: cut off, or with a thing said twice and once in the wrong place.

## Example
    @inproceedings{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      booktitle = {Proceedings of the 3rd Conference on},
      date = {2021}
    }

## Instead
    @inproceedings{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      booktitle = {Proceedings of the 3rd Conference on Water},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.titles import find_odd_end
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB339"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each booktitle that is odd; one that several entries inherit is told of once."""
    seen: set[tuple[str, int, int]] = set()
    for source in case.sources:
        field = source.fields.get("booktitle")
        if field and field.at not in seen:
            seen.add(field.at)
            if what := find_odd_end(field.value, source.text("date", "year").strip()[:4]):
                message = f"'booktitle' of '{source.key}' {what}: {quote(field.value)}"
                yield Hit(field.place, message, "write the title of the book, and no more", subject=source.key)
