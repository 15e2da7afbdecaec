"""Briefs in, what their recommendations rest on out, as text or JSON: claims and their sources (docs/trace.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefkit.escapes import encode, encode_json, printable
from briefkit.evidence.trace import Support, Trace, trace_recommendations
from briefkit.model import OPEN, Account, Checked
from briefkit.parse.points import Point
from briefkit.report.naming import Names
from briefkit.report.printed import readable
from briefkit.report.review import Exhibit
from briefkit.report.text_report import wrap
from briefkit.text import plural, shorten
from briefkit.values import Value

SHOWN = 300
"""How much of a sentence or reference the text shows."""

NOTHING = ("where nothing is claimed", "a table or figure")
"""What a support without claims is, without a table or figure and with one."""


class Traced(Value):
    """A brief that was checked, and by the keys of its entries the references as a build prints them."""

    checked: Checked
    references: Mapping[str, str]
    exhibits: tuple[Exhibit, ...] = ()


def write_trace_json(traced: Iterable[Traced], width: int = 0) -> bytes:
    """All briefs as one object."""
    return encode_json({"briefs": [_row(one) for one in traced]}, 2)


def _row(traced: Traced) -> dict[str, Any]:
    brief = traced.checked.brief
    traces = trace_recommendations(brief, traced.checked.accounts)
    return {"path": brief.path, "recommendations": [trace_row(t, traced.references) for t in traces]}


def trace_row(trace: Trace, references: Mapping[str, str]) -> dict[str, Any]:
    """One recommendation with its claims and sources."""
    point = trace.point
    return {
        "id": point.attributes.get("id", ""),
        "line": point.place.line,
        "column": point.place.column,
        "text": point.text,
        "actor": point.attributes.get("actor", ""),
        "by": point.attributes.get("by", ""),
        "measure": point.attributes.get("measure", ""),
        "stands": trace.stands,
        "supports": [_support(support) for support in trace.supports],
        "sources": [{"key": key, "reference": references.get(key, "")} for key in trace.keys],
    }


def _support(support: Support) -> dict[str, Any]:
    claims = [_claim(account) for account in support.claims]
    return {"name": support.name, "found": support.found, "claims": claims, "keys": list(support.keys)}


def _claim(account: Account) -> dict[str, Any]:
    place = account.sentence.place
    return {
        "line": place.line,
        "column": place.column,
        "status": account.status,
        "text": account.sentence.plain,
        "keys": list(account.keys),
    }


def write_trace_text(traced: Iterable[Traced], width: int = 80) -> bytes:
    """A paragraph for each recommendation: who and when, the claims it rests on, the sources of these."""
    return encode("".join(f"{line}\n" for one in traced for line in _lines(one, width)))


def _lines(traced: Traced, width: int) -> Iterator[str]:
    brief = traced.checked.brief
    traces = trace_recommendations(brief, traced.checked.accounts)
    stand, name = sum(trace.stands for trace in traces), Names(brief, traced.exhibits)
    rest = f", {stand} of them on claims with something behind them" if traces else ""
    yield from wrap(f"{printable(brief.path)}: {plural(len(traces), 'recommendation')}{rest}", width, "")
    for number, trace in enumerate(traces, 1):
        yield ""
        yield from wrap(f"{head_of(trace.point, number)}: {printable(shorten(trace.point.text, SHOWN))}", width, "")
        yield from _supports(trace.supports, name, width)
        if trace.keys:
            yield "  sources"
        for key in trace.keys:
            reference = shorten(traced.references.get(key, ""), SHOWN) or "not in the library"
            yield from wrap(printable(f"@{key}: {reference}"), width, "    ")


def head_of(point: Point, number: int) -> str:
    """`rec-1 (12:1; Ministry of Finance, 2027-01-31; measured by the pumps that work)`."""
    told = told_of(point.attributes.get("actor", ""), point.attributes.get("by", ""), point)
    where = f"{point.place.line}:{point.place.column}"
    return printable(f"{point.attributes.get('id') or number} ({where}{'; ' + told if told else ''})")


def told_of(actor: str, by: str, point: Point) -> str:
    """Who acts by when, and what it is measured by: a measure that only follows a comma reads as another actor."""
    measure = point.attributes.get("measure", "")
    who = ", ".join(part for part in (actor, by) if part)
    return "; ".join(part for part in (who, measure and f"measured by {measure}") if part)


def _supports(supports: Sequence[Support], name: Names, width: int) -> Iterator[str]:
    if not supports:
        yield "  rests on nothing that is named or cited"
    for support in supports:
        title = name(support)
        where = f"rests on {f'{title} ({support.name})' if title else support.name}" if support.name else "cites itself"
        if not support.found:
            where += ", which is not in the brief"
        elif not support.claims:
            where += f", {NOTHING[support.shows]}"
        yield from wrap(printable(where), width, "  ")
        for account in support.claims:
            place, sign = account.sentence.place, "!" if account.status in OPEN else "-"
            text = f"{sign} {place.line}:{place.column} {account.status}: {shorten(readable(account.sentence), SHOWN)}"
            yield from wrap(printable(text), width, "    ")


TRACE_FORMS = {"text": write_trace_text, "json": write_trace_json}
