"""What a rule is: a module with CODE, SEVERITY, a docstring that explains it, and `check(case)`.

The runner (`check`) stamps code, name and severity, so a rule cannot misstate them. A rule's name is its
module's name with hyphens; it says what is found and reads well after "allow".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

from briefkit.brief_types import NOTE, BriefType
from briefkit.evidence import CITED, Lead, lead_summaries, source_keys
from briefkit.evidence.clashes import Clash, find_clashes
from briefkit.evidence.drawn import read_charts
from briefkit.evidence.stated import Statement, read_statements
from briefkit.evidence.tables import Grid, read_grids
from briefkit.evidence.typed_entries import find_named
from briefkit.library.identifiers import LONGEST, Fault
from briefkit.library.indexed import relatives
from briefkit.library.retractions import Retraction
from briefkit.library.vocabulary import is_private
from briefkit.model import (
    EMPTY,
    Account,
    Brief,
    Citation,
    Edit,
    Field,
    Fix,
    Library,
    Place,
    Related,
    Severity,
    Source,
    start_of,
)
from briefkit.parse.lengths import Length, read_lengths
from briefkit.parse.prose import prose
from briefkit.parse.targets import Markup
from briefkit.patterns import regex
from briefkit.text import Lines, shorten
from briefkit.values import Value, field, replace


class Case(Value, dict=True):
    """All a rule may look at: a brief and its markup, the library, the account of each sentence, the brief's date.

    `sources` are those that are looked at, each once, with what they inherit: the ones that the brief cites, or all of
    a library that is checked on its own; `brief` is then empty, without a path. `scope` is how far citations reach: the
    setting `citation-scope`. `retractions` is the project's list of retracted works by their DOIs, and `key_pattern`
    the setting `key-pattern`; both may be empty. `own_share` is the share of citations that may be of the authors' own
    works. `used` holds the keys that any brief of the project cites; None where not all of them were looked at.
    `type` is what the brief's type asks for.
    """

    brief: Brief
    library: Library
    accounts: tuple[Account, ...]
    sources: tuple[Source, ...] = ()
    today: str = ""
    markup: Markup = field(default_factory=Markup)
    scope: str = "sentence"
    retractions: Mapping[str, Retraction] = EMPTY
    key_pattern: str = ""
    own_share: float = 0.5
    used: frozenset[str] | None = None
    type: BriefType = NOTE

    @cached_property
    def fields(self) -> tuple[tuple[Source, str, Field], ...]:
        """The fields of `sources`, each once, with the first source that has it: made once for all rules.

        What a reference manager keeps in fields of its own is nobody else's concern.
        """
        return tuple(_first_fields(self.sources))

    @cached_property
    def lines(self) -> Lines:
        """The text of the brief by lines."""
        return Lines(self.brief.path, self.brief.text)

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        """Every citation of the brief, those in the `source=` of tables and figures included: made once."""
        return tuple(cited(self.brief))

    @cached_property
    def prose(self) -> str:
        """The text of the brief with all that is no prose blanked, targets and attributes too: made once."""
        return prose(self.markup.unquoted)

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """The sentences of the running text with their lengths: made once for all rules."""
        return read_lengths(self.brief)

    @cached_property
    def leads(self) -> Mapping[Place, Lead]:
        """For unsupported sentences of a summary the sentence of the text that says so too, or has their figures."""
        return lead_summaries(self.brief, self.accounts)

    @cached_property
    def named_in_notes(self) -> Mapping[str, Source]:
        """For sentences of notes that name a source in words, the one of the library that they seem to mean."""
        notes = (s.plain for b in self.brief.blocks if b.kind == "note" for s in b.sentences if not s.citations)
        return find_named(self.library, notes, titled=False)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the brief states, each sentence with its quantities: made once for all rules."""
        return read_statements(self.brief)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of the brief."""
        return read_grids(self.brief)

    @cached_property
    def charts(self) -> tuple[Grid, ...]:
        """The charts of the brief whose data stands in it, as tables."""
        return read_charts(self.brief)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """The figures that have another unit or year elsewhere in the brief: made once for all rules."""
        tables = (*self.grids, *self.charts)
        return find_clashes(self.statements, tables, self.today, self.brief.front.language)

    @cached_property
    def relatives(self) -> Mapping[str, Source]:
        """Of the whole library at least the sources that may be one work with some of `sources`."""
        return relatives(self.library.sources, self.sources)


class Hit(Value):
    """What a rule yields: a place, what is wrong there, what to do about it.

    `step` moves the rule's severity: -1 where less is at stake, +1 where what follows cannot be trusted. `sure` is
    false where the detector is not: such a hit is never raised. `fix` says what to write, where that is sure.
    """

    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    step: int = 0
    sure: bool = True
    fix: Fix | None = None


class Rule(Protocol):
    """A rule is a module; `rules/__init__.py` lists them in the order of their codes."""

    CODE: str
    SEVERITY: Severity
    __doc__: str | None
    __name__: str

    def check(self, case: Case, /) -> Iterator[Hit]:
        """Yield a hit for each place in the case that the rule finds fault with."""


Check = Callable[[Case], Iterator[Hit]]
"""What a rule does; several rules have one in common, which is made for each with its own words."""


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


def _first_fields(sources: Iterable[Source]) -> Iterator[tuple[Source, str, Field]]:
    seen: set[int] = set()
    for source in sources:
        for name, found in source.fields.items():
            if id(found) not in seen and not is_private(name):  # what is inherited is the very field of who has it
                seen.add(id(found))
                yield source, name, found


def type_place(case: Case) -> Place:
    """Where a brief says its type; its start when it says none."""
    return case.brief.front.places.get("type") or start_of(case.brief.path)


def quote(value: str) -> str:
    """The value of a field as a message gives it: in quotes, on one line, not long."""
    return f"'{shorten(value)}'"


def write_value(field: Field, text: str, *, safe: bool = True) -> Fix | None:
    """The fix that gives a field another value; none without a value."""
    return Fix((Edit(field.place, text, "value"),), safe) if text else None


def write_key(lines: Lines, citation: Citation, key: str, *, safe: bool = True) -> Fix | None:
    """The fix that lets a citation name another key; none where it does not stand as it is read."""
    start = lines.offset(*citation.place.start)
    plain = CITED.fullmatch(f"@{key}")
    braced = f"@{{{citation.key}}}"
    if lines.text.startswith(braced, start):  # the place ends with the last word, a key may end in signs
        return Fix((Edit(lines.place(start, start + len(braced)), f"@{{{key}}}"),), safe)
    if lines.slice(citation.place) != f"@{citation.key}":
        return None
    return Fix((Edit(citation.place, f"@{key}" if plain and plain["plain"] == key else f"@{{{key}}}"),), safe)


def misnamed(
    name: str, noun: str, judge: Callable[[str], Fault | None], mend: Callable[[str], str] = lambda _: ""
) -> Check:
    """The check of a rule that tells of the fields of this name in which `judge` finds a fault.

    A slight one is a step less grave. `mend` gives what to write for a value, where that is sure.
    """

    def check(case: Case) -> Iterator[Hit]:
        for source, own, found in case.fields:
            if own == name and found.value.strip() and (fault := judge(found.value)):
                hit = describe_fault(found.place, source.key, noun, found.value, fault)
                hint = _move(found.value, fault.belongs, source) if fault.belongs else hit.hint
                yield replace(hit, hint=hint, fix=write_value(found, mend(found.value)))

    return check


def _move(value: str, name: str, source: Source) -> str:
    """What to do with a value that belongs into another field of its entry."""
    typed, there = (re.sub(r"[^0-9X]", "", text[:LONGEST].upper()) for text in (value, source.text(name)))
    return f"delete it: '{name}' has it" if typed and typed in there else f"move it to '{name}'"


def describe_fault(place: Place, key: str, noun: str, value: str, fault: Fault) -> Hit:
    """The hit for a fault in a value of an entry; a slight one is a step less grave."""
    message = f"The {noun} of '{key}', '{shorten(value, 80)}', {fault.why}"
    hint = f"write {shorten(fault.cure, 200)}" if fault.cure else f"compare the {noun} with the source"
    return Hit(place, message, hint, subject=key, step=-fault.slight)


def _place_after(lines: Lines, place: Place, key: str) -> Place:
    """Where `@key` stands at or after a place; the place itself when it does not."""
    written = regex(rf"@(?:{re.escape(key)}(?!\w)|\{{{re.escape(key)}\}})")
    found = written.search(lines.text, lines.offset(*place.start))
    return lines.place(*found.span()) if found else place


def told(code: str) -> Check:
    """The check of a rule that finds nothing itself: whoever reads briefs, libraries and files tells of it."""
    return lambda case: problems(case, code)


def problems(case: Case, code: str) -> Iterator[Hit]:
    """Hits for what the readers of the brief and the library met under this code."""
    for problem in (*case.brief.problems, *case.library.problems):
        if problem.code == code:
            yield Hit(problem.place, problem.message, problem.hint, problem.related, step=problem.step)
