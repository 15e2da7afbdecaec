"""A preprint or working paper has been published.

## What it does
Looks at the entries that are preprints (of arXiv, SSRN and the like, working papers, what is unpublished), and reports
those whose `note`, `addendum` or `relatedtype` says that they were published. That the library holds a published work
with the same title and first author is told as information. Nothing is looked up. This is a heuristic.

## Why it matters
The published version has been reviewed, and its figures may differ.

## Example
    @online{smith2020,
      author = {Smith, Jane},
      title = {Pumps and Health},
      date = {2020},
      eprint = {2001.01234},
      eprinttype = {arxiv},
      note = {Published in Water Journal 12 (2021)}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps and Health},
      journaltitle = {Water Journal},
      date = {2021},
      volume = {12},
      eprint = {2001.01234},
      eprinttype = {arxiv}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.links import targets
from briefkit.library.twins import are_linked
from briefkit.library.versions import find_later, is_preprint, is_published, says_published
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB360"
SEVERITY = Severity.WARNING
HINT = "cite the published version, unless the preprint is meant"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each preprint that says it was published, or whose published version the library has."""
    preprints = [source for source in case.sources if is_preprint(source)]
    told: set[str] = set()
    for source in preprints:
        if name := says_published(source):
            told.add(source.key)
            field = source.fields[name]
            message = f"{_what(source)}, and its {name} says that it was published: {quote(field.value)}"
            yield Hit(field.place, message, _hint(case, source), subject=source.key)
    rest = [source for source in preprints if source.key not in told]
    others = case.relatives.values() if rest else ()
    for source, other in find_later(rest, others, lambda _, other: is_published(other)):
        if source.key not in told and not are_linked(source, other):
            told.add(source.key)
            message = f"{_what(source)}, and '{other.key}' seems to be its published version"
            related = (Related(other.place, f"the entry '{other.key}'"),)
            yield Hit(source.place, message, HINT, related, subject=source.key, step=-1)


def _what(source: Source) -> str:
    return f"'{source.key}' is {'unpublished' if source.type in ('unpublished', 'manuscript') else 'a preprint'}"


def _hint(case: Case, source: Source) -> str:
    known = [key for key in targets(source, "related") if key in case.library.sources]
    return f"cite '{known[0]}', unless the preprint is meant" if known else HINT
