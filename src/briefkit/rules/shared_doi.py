"""Two entries have one DOI, however it is written.

## What it does
Compares the DOIs of the entries the brief cites with those of the whole library; capitals, `https://doi.org/` and
`doi:` make no difference, and an address that leads to a DOI counts as one. Chapters with the DOI of their book are
told as information; a DOI that several inherit is one.

## Why it matters
Either one work stands in the library twice, and the list of references may print it twice, or one of the two DOIs is
wrong and leads a reader to another work.

## Example
    @article{smith2021,
      title = {Pumps},
      doi = {10.2166/wp.2021.007}
    }
    @article{smith2021pumps,
      title = {Pumps for Water},
      doi = {https://doi.org/10.2166/WP.2021.007}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      doi = {10.2166/wp.2021.007}
    }
    @article{smith2021pumps,
      title = {Pumps for Water},
      doi = {10.2166/wp.2021.019}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.twins import are_linked, doi_of, is_part, sharing
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB350"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry whose DOI an entry before it has, when the brief cites one that has it."""
    own = case.library.sources
    for doi, (first, *others) in sharing(case.relatives, case.sources, lambda source: (doi_of(source),)):
        related = (Related(first.fields[doi_of(first)[1]].place, f"the entry '{first.key}'"),)
        for source in others:
            if not are_linked(own[first.key], own[source.key]):
                message = f"'{source.key}' has the DOI of '{first.key}': {shorten(doi, 80)}"
                hint = "keep one of the two entries, or correct the DOI of the other"
                place = source.fields[doi_of(source)[1]].place
                step = -int(is_part(first) or is_part(source))
                yield Hit(place, message, hint, related, subject=source.key, step=step)
