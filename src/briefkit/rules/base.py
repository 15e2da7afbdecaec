"""What a rule is: a module with CODE, SEVERITY, a docstring that explains it, and `check(case)`.

The runner (`check.py`) stamps code, name and severity, so a rule cannot misstate them. A rule's name is its
module's name with hyphens; it says what is found and reads well after "allow".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from briefkit.claims import CLAIM_NAMES, REASONS
from briefkit.evidence import source_keys
from briefkit.model import Account, Brief, Citation, Library, Place, Related, Severity
from briefkit.parse.targets import Markup
from briefkit.text import Lines


@dataclass(frozen=True, slots=True)
class Case:
    """All a rule may look at: a brief and its markup, the library, the account of each sentence, the brief's date."""

    brief: Brief
    library: Library
    accounts: tuple[Account, ...]
    today: str = ""
    markup: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a place, what is wrong there, what to do about it.

    `step` moves the rule's severity: -1 where the detector is not sure, +1 where what follows cannot be trusted.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    step: int = 0


class Rule(Protocol):
    """A rule is a module; `rules/__init__.py` lists them in the order of their codes."""

    CODE: str
    SEVERITY: Severity
    __doc__: str | None
    __name__: str

    def check(self, case: Case) -> Iterator[Hit]:
        """Yield a hit for each place in the case that the rule finds fault with."""


def cited(brief: Brief) -> Iterator[Citation]:
    """Every citation of a brief, those in the `source=` of tables and figures included."""
    yield from brief.citations
    captions = [block for block in brief.blocks if block.kind == "caption"]
    lines = Lines(brief.path, brief.text)
    seen: set[str] = set()
    for block in (*captions, *brief.blocks):
        source = block.attributes.get("source", "")
        if source and source not in seen:
            seen.add(source)
            for key in source_keys(source):
                yield Citation(key, "", "", "", _place_after(lines, block.place, key))


def _place_after(lines: Lines, place: Place, key: str) -> Place:
    """Where `@key` stands at or after a place; the place itself when it does not."""
    written = re.compile(rf"@(?:{re.escape(key)}(?!\w)|\{{{re.escape(key)}\}})")
    found = written.search(lines.text, lines.offset(place.line, place.column))
    return lines.place(*found.span()) if found else place


def problems(case: Case, code: str) -> Iterator[Hit]:
    """Hits for what the readers of the brief and the library met under this code."""
    for problem in (*case.brief.problems, *case.library.problems):
        if problem.code == code:
            yield Hit(problem.place, problem.message, problem.hint, problem.related, step=int(problem.grave))


def unsupported(case: Case, name: str, message: str, cure: str) -> Iterator[Hit]:
    """Hits for the unsupported claims of which the rule `name` speaks; the message ends with what gave them away."""
    for account in case.accounts:
        if account.status == "unsupported" and CLAIM_NAMES.get(account.kind, "unsupported-claim") == name:
            step = -1 if account.level == "advisory" else 0
            sentence = account.sentence
            yield Hit(sentence.place, f"{message}: {why(account)}", cure, subject=sentence.plain, step=step)


QUOTES = '"\u201c\u201d\u00ab\u00bb\u201e '


def why(account: Account) -> str:
    """What gave a claim away, the two strongest signs first: `it states a trend ("fell")`."""
    strongest = sorted((s for s in account.signs if s.weight > 0), key=lambda s: -s.weight)[:2]
    told = [f"{REASONS[s.name]} (\u201c{s.words.strip(QUOTES)}\u201d)" for s in strongest]
    return f"it states {' and '.join(told)}" if told else "the author marked it as a claim"
