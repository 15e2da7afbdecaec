"""A report in, its counts out: sentences, claims, and what stands behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefkit.model import CLAIMING, OPEN, SOURCED, STATUSES, Account, Finding, Severity
from briefkit.values import Value


class Counts(Value):
    """What a report adds up to: sentences by status and findings by severity.

    `claims` are the sentences that state something checkable or cite something; what their author marked as opinion
    or own analysis is none of them. `by_scope` are the sourced ones that only a citation of another sentence covers.
    """

    by_status: tuple[tuple[str, int], ...]
    errors: int
    warnings: int
    infos: int
    by_scope: int = 0

    def of(self, *statuses: str) -> int:
        """The number of sentences with one of these statuses."""
        return sum(n for status, n in self.by_status if status in statuses)

    @property
    def sentences(self) -> int:
        """All sentences that count."""
        return sum(n for _, n in self.by_status)

    @property
    def claims(self) -> int:
        """Sentences that need, or have, something behind them."""
        return self.of(*CLAIMING)

    @property
    def sourced(self) -> int:
        """Claims with a source that resolves, or that restate one that has."""
        return self.of(*SOURCED)

    @property
    def open(self) -> int:
        """Claims that cite nothing, or what the library lacks."""
        return self.of(*OPEN)

    @property
    def share(self) -> str:
        """The share of claims sourced, in whole percent, rounded down so that only all is 100."""
        return f"{100 * self.sourced // self.claims}%" if self.claims else "-"


def count(accounts: Iterable[Account], findings: Iterable[Finding]) -> Counts:
    """The counts of some accounts and findings."""
    accounts = tuple(accounts)
    statuses = Counter(a.status for a in accounts)
    severities = Counter(f.severity for f in findings)
    by_status = tuple((s, statuses[s]) for s in STATUSES)
    errors, warnings, infos = (severities[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    return Counts(by_status, errors, warnings, infos, sum(bool(a.scope) for a in accounts))
