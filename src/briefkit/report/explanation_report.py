"""Why the verdict on a sentence is what it is, as text: `briefkit claims --explain PATH:LINE`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.claims import Explanation
from briefkit.claims.explain import LEVELS
from briefkit.escapes import printable
from briefkit.model import Account
from briefkit.report.text_report import wrap
from briefkit.text import plural
from briefkit.values import Value

MOST_PARTS = 14
"""Reasons shown one by one; the lighter ones are summed up."""


class Explained(Value):
    """A sentence of a brief with its account and its explanation."""

    account: Account
    explanation: Explanation


def write_explanations(explained: Sequence[Explained], width: int) -> bytes:
    """What made the verdict of each sentence, the heaviest reason first, and what would change it."""
    return ("\n\n".join("\n".join(_lines(one, width)) for one in explained) + "\n").encode()


def _lines(one: Explained, width: int) -> Iterator[str]:
    account, said = one.account, one.explanation
    place = account.sentence.place
    behind = f" by {', '.join(account.covered_by)}" if account.covered_by else ""
    yield printable(f"{place.path}:{place.line}:{place.column}: {account.status}{behind}")
    yield from wrap(printable(" ".join(account.sentence.plain.split())), width, "  ")
    yield ""
    yield from wrap(_verdict(said), width, "  ")
    yield ""
    shown = said.parts[:MOST_PARTS]
    lighter = said.parts[MOST_PARTS:]
    for part in shown:
        words = f" (“{printable(part.words)}”)" if part.words else ""
        yield _row(f"{printable(part.reason)}{words}", part.weight, width)
    rest = said.rest + sum(part.weight for part in lighter)
    if abs(rest) >= 0.005:
        told = f"{plural(len(lighter), 'lighter reason')} and " if lighter else ""
        yield _row(f"{told}what weighs next to nothing", rest, width)
    yield _row("where every sentence starts", said.start, width)
    total = said.start + said.rest + sum(part.weight for part in said.parts)
    yield _row(f"together, which is a score of {said.open_score:.2f}", total, width)
    yield ""
    for change in said.changes:
        yield from wrap(printable(change[:1].upper() + change[1:]) + ".", width, "  ")


def _verdict(said: Explanation) -> str:
    if said.gate:
        return f"Score {said.score:.2f}: no claim, because a gate shuts: {said.gate_reason}."
    sooner = f", as {said.case_reason}" if said.case_reason else ""
    bars = f"advisory from {said.advisory:.2f}, strict from {said.strict:.2f}{sooner}"
    kind = f", {said.kind}" if said.level != "none" else ""
    doubt = f", and in doubt, because {said.doubt_reason}" if said.doubt_reason else ""
    return f"Score {said.score:.2f}: {LEVELS[said.level]}{kind}; {bars}{doubt}."


def _row(reason: str, weight: float, width: int) -> str:
    room = max(width - 12, 20)
    shown = reason if len(reason) <= room else reason[: room - 1] + "…"
    return f"  {weight:+6.2f}  {shown}"
