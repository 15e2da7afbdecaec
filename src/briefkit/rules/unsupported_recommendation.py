"""A recommendation rests on nothing, or only on claims without a source.

## What it does
Follows each recommendation to what it rests on: what its `supports=` names, and what it cites itself. Where it names
only claims that have no source or cite one that is missing, or a place where nothing is claimed, this is a warning
which shows these claims. A table or figure counts as something to rest on; whether it has a source is told by
`unsourced-figure-or-table`.

A recommendation that neither names nor cites anything is information. A brief in which none has `supports=` hears of
it once, and only when its `type` asks who is to act (`evidence` and `note` do not).

## Why it matters
Readers follow advice no further than the evidence behind it, and opponents begin where there is none.

## Example
    # Costs {#costs}

    In 2020, a repair cost 40 euros on average.

    ::: {.recommendation supports="costs"}
    Set up a fund for repairs.
    :::

## Instead
    # Costs {#costs}

    In 2020, a repair cost 40 euros on average [@smith2021].

    ::: {.recommendation supports="costs"}
    Set up a fund for repairs.
    :::
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefkit.evidence.trace import SUPPORTS, Trace, trace_recommendations
from briefkit.model import SOURCED, Related, Severity
from briefkit.rules.base import Case, Hit, quote
from briefkit.text import shorten

CODE = "CLM112"
SEVERITY = Severity.WARNING
MOST_SHOWN = 5
"""How many open claims are shown as second places."""

ALONE = "This recommendation rests on nothing that is named or cited"
OWN = ("key-messages", "summary", "recommendations", "conclusion")
"""Sections that say again what stands in others."""

LONGEST = 80
"""Characters of an identifier that a hint repeats."""

MEND = "give these claims a source, or rest it on others"
STATES = {"unsupported": "has no source", "unresolved": "cites a source that is missing"}


def check(case: Case) -> Iterator[Hit]:
    """A hit for each recommendation behind which nothing stands; one for all where none names what it rests on."""
    traces = trace_recommendations(case.brief, case.accounts)
    yield from _bare(case, [t for t in traces if not t.supports and t.point.form != "text"], traces)
    for trace in traces:
        named = [support for support in trace.supports if support.name]
        if any(s.found for s in named) and not trace.stands and not any(s.shows for s in named):
            yield _open(trace)


def _bare(case: Case, bare: Sequence[Trace], traces: Sequence[Trace]) -> Iterator[Hit]:
    """Hits for what rests on nothing."""
    if not bare:
        return
    hint = _hint(case)
    if any(SUPPORTS in trace.point.attributes for trace in traces):
        for trace in bare:
            yield Hit(trace.point.place, ALONE, hint, subject=trace.point.text, step=-1)
    elif case.type.accountable:
        of = f"None of the {len(traces)} recommendations rests"
        if len(bare) < len(traces):
            of = f"{len(bare)} of the {len(traces)} recommendations {'does' if len(bare) == 1 else 'do'} not rest"
        message = f"{of} on anything that is named or cited" if len(traces) > 1 else ALONE
        yield Hit(bare[0].point.place, message, hint, subject=bare[0].point.text, step=-1)


def _hint(case: Case) -> str:
    """How to say what it rests on, with the section that has the most claims with a source."""
    blocks, sections = case.brief.blocks, case.brief.sections
    held = Counter(blocks[a.sentence.block].section for a in case.accounts if a.status in SOURCED)
    names = (sections[n].identifier for n, _ in held.most_common() if n >= 0 and sections[n].role not in OWN)
    name = next((name for name in names if 0 < len(name) <= LONGEST), "IDENTIFIER")
    return f'name the sections it rests on, as in ::: {{.recommendation supports="{name}"}}, or cite a source in it'


def _open(trace: Trace) -> Hit:
    """The hit for what rests on open claims, or where nothing is claimed."""
    names = " and ".join(quote(s.name) for s in trace.supports if s.name and s.found)
    first = (a for support in trace.supports for a in support.claims[: MOST_SHOWN + 1])
    claims = {a.sentence.place: a for a in first}
    related = tuple(Related(p, f"this claim {STATES[a.status]}") for p, a in [*claims.items()][:MOST_SHOWN])
    if claims:
        what = "a claim without a source" if len(claims) == 1 else "claims without a source"
        message = f"This recommendation rests only on {what} ({shorten(names, 200)})"
        return Hit(trace.point.place, message, MEND, related, trace.point.text)
    message = f"This recommendation rests on {shorten(names, 200)}, where nothing is claimed"
    return Hit(trace.point.place, message, "name the claims that speak for it", subject=trace.point.text)
