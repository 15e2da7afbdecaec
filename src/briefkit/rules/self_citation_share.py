"""Most citations of a brief are of its authors' own works.

## What it does
Counts the citations whose source has an author of the brief (family name and first letter of the given name) or its
organisation as author or editor. It remarks when there are eight citations or more and the share of these is above
`self-citation-limit` in the settings, which is a half unless set.

## Why it matters
A reader takes a list of references for the word of others. Where it is mostly one's own, one voice speaks many times.

## Example
    ---
    title: Prices
    organisation: Statistics Office
    ---

    Food [@smith2021], rent [@smith2021], light [@smith2021] and water [@smith2021] rose. Heat [@smith2021], trains
    [@smith2021], books [@smith2021] and shoes [@smith2021] did too.

## Instead
    ---
    title: Prices
    organisation: Statistics Office
    ---

    The prices of food, rent, light, water, heat, trains, books and shoes rose [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.names import Name, split_names
from briefkit.library.words import LONGEST, family, fold
from briefkit.model import FrontMatter, Place, Severity, Source, start_of
from briefkit.rules.base import Case, Hit

CODE = "CIT215"
SEVERITY = Severity.INFO

FEWEST = 8
"""How many citations a share is told of at least."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for a brief that cites its own authors too often."""
    own = _authors_of_brief(case.brief.front)
    sources = {source.key: source for source in case.sources}
    keys = [citation.key for citation in case.cited if citation.key in sources] if own else []
    if len(keys) < FEWEST:
        return
    ours = {key for key in set(keys) if not own.isdisjoint(_authors_of_source(sources[key]))}
    number = sum(key in ours for key in keys)
    if number > case.own_share * len(keys):
        share = f"{number} of {len(keys)} citations ({100 * number // len(keys)}%)"
        message = f"{share} are of the brief's own authors or organisation"
        hint = "cite others who found the same, or found otherwise"
        yield Hit(_place(case), message, hint, subject=case.brief.front.title)


def _place(case: Case) -> Place:
    """Where the brief says by whom it is."""
    places = case.brief.front.places
    return places.get("authors") or places.get("organisation") or start_of(case.brief.path)


def _authors_of_brief(front: FrontMatter) -> frozenset[str]:
    """The authors and the organisation of a brief, as they compare."""
    people = (name for author in front.authors for name in split_names(author.name[:LONGEST]))
    whole = (fold(name) for name in (front.organisation, *(author.name for author in front.authors)))
    return frozenset((*map(_person, people), *whole)) - {""}


def _authors_of_source(source: Source) -> frozenset[str]:
    """The authors of a source, or its editors, or the organisation that stands for them, in the same way."""
    names = split_names(source.text("author", "editor", "organization", "institution")[:LONGEST])
    return frozenset(found for name in names for found in (_person(name), fold(name.text)))


def _person(name: Name) -> str:
    """`smith, j`; nothing for what has no given name."""
    given = name.parts[-1] if len(name.parts) > 1 else name.parts[0][:-1] if name.parts else ()
    first = fold(" ".join(given))[:1]
    return f"{family(name)}, {first}" if first else ""
