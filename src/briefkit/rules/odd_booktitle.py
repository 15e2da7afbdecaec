"""The title of a book or of proceedings breaks off or holds what belongs elsewhere, or a journal is turned about.

## What it does
Looks at `booktitle` for an end that cannot be one ("Proceedings of the Conference on"), for pages (`pp. 3--9`), for the
"In" that styles print themselves (it is not printed), and for the year of the entry in brackets or after a comma at its
end. The name of a journal is looked at for the way in which indexes of archives turn it about (`Neural Networks, IEEE
Transactions on`); in print it is turned back.

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

from briefkit.library.journals import unturn
from briefkit.library.titles import find_odd_end
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB339"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each booktitle that is odd, told once where several entries inherit it, and for each way in which
    the name of a journal is turned about.
    """
    yield from _find_turned(case)
    seen: set[tuple[str, int, int]] = set()
    for source in case.sources:
        field = source.fields.get("booktitle")
        if field and field.at not in seen:
            seen.add(field.at)
            if what := find_odd_end(field.value, source.text("date", "year").strip()[:4]):
                message = f"'booktitle' of '{source.key}' {what}: {quote(field.value)}"
                yield Hit(field.place, message, "write the title of the book, and no more", subject=source.key)


def _find_turned(case: Case) -> Iterator[Hit]:
    seen = set[str]()
    for source in case.sources:
        for name in ("journaltitle", "journal"):
            field = source.fields.get(name)
            if field and field.value not in seen and (journal := unturn(field.value)):
                seen.add(field.value)
                message = f"'{name}' of '{source.key}' is turned about: {quote(field.value)}"
                yield Hit(field.place, message, f"write '{journal}'", subject=source.key)
