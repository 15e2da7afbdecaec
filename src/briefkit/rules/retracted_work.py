"""A work was retracted, by what its own entry says or by the list of the project.

## What it does
Looks in cited entries, with what they inherit, for a `relatedtype` that is a retraction, for "RETRACTED:" before or
"[retracted]" after a title, and for "retracted" in `pubstate`, as one of the `keywords`, or in a note that says so of
the work. With the setting `retractions`, a CSV file in the project, DOIs are compared with that list as well:
expressions of concern are told one severity lower, corrections two. Nothing is looked up in the net. The notice of a
retraction and works about retractions may be cited.

## Why it matters
What the work claims no longer has its authors or its journal behind it.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {{RETRACTED}: Pumps and Health},
      journaltitle = {Water Journal},
      date = {2021}
    }

## Instead
    @article{jones2022,
      author = {Jones, Ann},
      title = {Wells and Health},
      journaltitle = {Water Journal},
      date = {2022}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.retractions import CORRECTED, OF_CONCERN, RETRACTED, Retraction, find_retraction, is_notice
from briefkit.library.twins import doi_of
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB361"
SEVERITY = Severity.ERROR
HINT = "cite another source; where the retraction is the point, cite its notice"
TOLD = {
    RETRACTED: ("was retracted", 0, HINT),
    OF_CONCERN: ("has an expression of concern", -1, "read the notice, and cite a second source"),
    CORRECTED: ("was corrected", -2, "read the correction: does it touch what is cited?"),
}
"""How each kind of notice is told, how much less grave it is than a retraction, and what to do."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each cited entry that was retracted, by what it says itself or by the project's list."""
    first = {citation.key: citation.place for citation in reversed(case.cited)}
    for source in case.sources:
        place = first.get(source.key)
        related = (Related(place, f"@{source.key} is cited here"),) if place else ()
        if name := find_retraction(source):
            message = f"'{source.key}' was retracted, as its '{name}' says: {shorten(source.text(name), 80)}"
            yield Hit(source.fields[name].place, message, HINT, related, subject=source.key)
        elif listed := _find_listed(case, source):
            yield _tell_listed(source, listed, related)


def _find_listed(case: Case, source: Source) -> Retraction | None:
    """What the list says of a work; the notice of a retraction may have the DOI of the work."""
    doi = doi_of(source)[0] if case.retractions else ""
    return case.retractions.get(doi) if doi and not is_notice(source) else None


def _tell_listed(source: Source, listed: Retraction, related: tuple[Related, ...]) -> Hit:
    doi, name = doi_of(source)
    what, step, hint = TOLD[listed.nature]
    when = f" on {listed.date}" if listed.date else ""
    reason = f": {listed.reason}" if listed.reason else ""
    notice = f"; the notice is https://doi.org/{listed.notice}" if listed.notice not in ("", doi) else ""
    message = f"'{source.key}' {what}{when}, as the list of retractions says{reason}"
    return Hit(source.fields[name].place, message, f"{hint}{notice}", related, subject=source.key, step=step)
