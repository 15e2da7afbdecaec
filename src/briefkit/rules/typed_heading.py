"""A heading is typed as a paragraph.

## What it does
Flags a short paragraph that is all bold and that other text follows, where its words name a section (`**Summary**`,
`**Recommendations**`) or a number stands before them (`**2.1 Costs**`); others are a remark where there are two or more
of them. Flags a plain paragraph too that names a section and no more (`SUMMARY`, `Background:`), and `1. Introduction`,
which is a list of one item where a paragraph follows. Bold words at the beginning of a paragraph, and those that end as
a sentence does, are left alone; so are captions, boxes, and the first words of a brief. Files that come from Word often
have such headings.

## Why it matters
What only looks like a heading is none for readers who listen, for contents and bookmarks, and for this check: the
section is said to be missing, and what stands in it is taken for that of the one before.

## Example
    **Recommendations**

    - The ministry should repair pumps by 2027.

## Instead
    # Recommendations

    - The ministry should repair pumps by 2027.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.parse.typed_headings import TypedHeading, find_typed_headings
from briefkit.rules.base import Case, Hit

CODE = "DOC804"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each heading that is typed in bold."""
    found = find_typed_headings(case.brief)
    others = sum(not (heading.roles or heading.numbered) for heading in found)
    for heading in found:
        sure = bool(heading.roles or heading.numbered)
        if sure or others > 1:
            message = f"'{heading.words}' looks like a heading and is {heading.what}"
            hint = f"write it as a heading: {_marks(case, heading)} {heading.words}"
            yield Hit(heading.place, message, hint, subject=heading.words, step=0 if sure else -1)


def _marks(case: Case, heading: TypedHeading) -> str:
    """The marks of a heading: by the parts of its number, else a level below the section that it stands in."""
    if heading.numbered:
        number = heading.words.split()[0]
        return "#" * (number.rstrip(".):").count(".") + 1)
    below = heading.section >= 0 and not heading.roles
    return "#" * (min(case.brief.sections[heading.section].level + 1, 6) if below else 1)
