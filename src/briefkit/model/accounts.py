"""What the detector says of a sentence, what became of it, and the report that holds it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.model.briefs import Allowance, Brief, Sentence, Unreadable
from briefkit.model.findings import Finding, Place
from briefkit.values import EMPTY, Value


class Utterance(Value):
    """What the detector sees of a sentence: its words and where they stand.

    `context` holds what the document says of itself: the organisation's and the authors' names, the language.
    """

    plain: str
    section: str = ""
    role: str = ""
    before: str = ""
    kind: str = "paragraph"
    context: Mapping[str, str] = EMPTY


class Sign(Value):
    """Why a sentence looks like a claim: a name, its weight in the score, and the words that gave it away."""

    name: str
    weight: float
    words: str = ""


class Verdict(Value):
    """What the detector says of an utterance: a score in 0..1, a level, a kind, the signs and the gate if one shut.

    `level` is `strict` (fails a run), `advisory` (for the reviewer) or `none`.
    """

    score: float
    level: str
    kind: str
    signs: tuple[Sign, ...] = ()
    gate: str = ""


STATUSES = tuple("unresolved opinion own-analysis waived sourced restated unsupported not-a-claim".split())
SOURCED = ("sourced", "restated")
OPEN = ("unsupported", "unresolved")
CLAIMING = (*SOURCED, *OPEN, "waived")
"""The statuses of claims: behind which a source stands, behind which none does, and all."""


class Account(Value):
    """What became of one sentence: exactly one status, and why.

    `covered_by` names the keys or sentences behind it, `covered_at` says where each of them stands: a citation, the
    caption of a table or figure with `source=`, the sentence that is said again. `scope` is the `citation-scope` under
    which a citation of another sentence covers this one, and empty where it needs none.
    """

    sentence: Sentence
    status: str
    kind: str
    score: float
    level: str
    signs: tuple[Sign, ...] = ()
    gate: str = ""
    covered_by: tuple[str, ...] = ()
    covered_at: tuple[Place, ...] = ()
    scope: str = ""

    @property
    def covering(self) -> tuple[str, ...]:
        """The keys that cover it; none where it says another sentence again, which `covered_by` names then."""
        return () if self.status == "restated" else self.covered_by

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sources that it cites, and of those that cover it, each once."""
        return tuple(dict.fromkeys((*(citation.key for citation in self.sentence.citations), *self.covering)))


class Allowed(Value):
    """A finding that an allowance, or a waiver by mark, covers."""

    finding: Finding
    by: Allowance


class Checked(Value):
    """One brief with its accounts and findings, findings sorted by place and code.

    `allowed` are the findings that there would be were they not allowed.
    """

    brief: Brief
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...] = ()


class Report(Value):
    """The result of a check: each brief, the library's own findings, and what could not be read.

    Of a library that was checked on its own `paths` are the files and `entries` is the number of its entries.
    """

    checked: tuple[Checked, ...]
    library: tuple[Finding, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    paths: tuple[str, ...] = ()
    entries: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings: the library's, then each brief's."""
        yield from self.library
        for checked in self.checked:
            yield from checked.findings
