"""A section is missing that the type of the brief asks for.

## What it does
Flags a brief that says its `type` and lacks a section of it. A section is known by its class or its heading
(`# Risks`, `# Where it may fail {.risks}`; `# Risks and limits` is both), a box or a key of the front matter
(`bottom-line`, `summary`, `key-messages`; for conflicts `conflicts` or `funding`) will do as well, and for a
comparison a table among the options. A brief without a type needs nothing. `briefkit rule DOC830` lists what each
type asks for and whose guidance that is; a project asks for other sections in `briefkit-types/NAME.toml`.

## Why it matters
Who decides looks for the same things in each brief: what is the matter, what could be done, what speaks against it.

## Example
    ---
    title: Pumps
    type: issue
    key-messages: [Repair first.]
    ---

    # The problem

    Pumps stand still.

    # Evidence

    We asked the districts.

## Instead
    ---
    title: Pumps
    type: issue
    key-messages: [Repair first.]
    ---

    # The problem

    Pumps stand still.

    # Evidence

    We asked the districts.

    # Implications

    Repairs come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.brief_types import BriefType, Need
from briefkit.model import Brief, FrontMatter, Severity
from briefkit.parse.points import SECTION_OF
from briefkit.parse.roles import find_meant, find_roles
from briefkit.parse.typed_headings import find_typed_headings
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, type_place

CODE = "DOC830"
SEVERITY = Severity.WARNING
COMPARING = ("comparison", "options", "criteria")
"""Where a table compares the options."""

FRONT_TEXTS = ("bottom-line", "summary", "key-messages")
"""Texts of page 1 that the front matter may hold."""

IN_FRONT: Mapping[str, tuple[str, ...]] = {"conflicts": ("conflicts", "funding")}
"""The keys of the front matter that say what a section would, and are no text of the brief."""

SILENT = FrontMatter()

LONGEST = 60
"""Characters of a heading that a hint repeats."""

ANNEX = regex(r"(?i)(?:annexe?|appendix|anhang|anlage|anexo|apéndice|apêndice)\b")
"""How the heading of a section begins that is none of those a type asks for."""


def check(case: Case) -> Iterator[Hit]:
    """A hit on the type of a brief for each section that it lacks."""
    for need in find_missing(case.brief, case.type):
        wanted = " or ".join(f"'{role}'" for role in need.roles)
        message = f"This brief has no section {wanted}, which the type '{case.type.name}' asks for ({need.guidance})"
        yield Hit(type_place(case), message, _hint(case.brief, need.roles[0]), subject=need.roles[0])


def _hint(brief: Brief, role: str) -> str:
    """What to write; a section that is there under a heading of its own needs its class alone."""
    front = f"write {role}: ... into the front matter; " if role in FRONT_TEXTS else ""
    bare = [s.title for s in brief.sections if not s.role and 0 < len(s.title) <= LONGEST and not ANNEX.match(s.title)]
    meant = {title: find_meant(title, brief.front.language) for title in bare}
    slip = next((f"# {title}" for title in bare if meant[title][1] == role), "")
    if slip:
        return f"'{slip}' is not known: write # {meant[slip[2:]][0].capitalize()}, or {slip} {{.{role}}}"
    bare = [title for title in bare if not meant[title][1]]
    if bare:
        shown = f"# {bare[0]} {{.{role}}}" if len(bare) == 1 else f"{{.{role}}} behind its words"
        return f"{front}if a section is that already, say so in its heading: {shown}; else write one"
    return f"{front or 'write the section; '}its heading is # ... {{.{role}}}"


def find_missing(brief: Brief, kind: BriefType) -> tuple[Need, ...]:
    """What a type asks for and a brief lacks."""
    there = set(_roles(brief)) if kind.needs else set()
    return tuple(need for need in kind.needs if there.isdisjoint(need.roles))


def _roles(brief: Brief) -> Iterator[str]:
    """The roles of the sections, boxes and texts of a brief; a heading of two things names both.

    Those of headings that are typed in bold too: that they are none is told there (DOC804).
    """
    for section in brief.sections:
        yield section.role
        yield from find_roles(section.title, brief.front.language)
    for typed in find_typed_headings(brief):
        yield from typed.roles
    yield from (role for role, keys in IN_FRONT.items() if any(_says(brief.front, key) for key in keys))
    for block in brief.blocks:
        yield SECTION_OF.get(block.role, block.role)
        if block.kind == "cell" and block.role in COMPARING:
            yield "comparison"


def _says(front: FrontMatter, key: str) -> bool:
    return getattr(front, key, None) != getattr(SILENT, key, None)
