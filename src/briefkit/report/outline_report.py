"""Checked briefs and their types in, text or JSON out: sections with their words and claims, against the limits.

docs/trace.md describes both forms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefkit.brief_types import PARTS, Bounds, BriefType, Words
from briefkit.escapes import encode, encode_json, printable
from briefkit.evidence.trace import Trace, trace_recommendations
from briefkit.model import CLAIMING, OPEN, SOURCED, Checked
from briefkit.parse.lengths import grade, lix, openings, read_lengths, words_by_section, words_in_sections
from briefkit.parse.points import SECTION_OF, find_points
from briefkit.report.review_page.words import beginning
from briefkit.report.text_report import wrap
from briefkit.report.trace_report import head_of, trace_row
from briefkit.rules.missing_section import find_missing
from briefkit.rules.too_long import section_limits
from briefkit.text import plural
from briefkit.values import Value

SHOWN, LEAST_TITLE = 120, 20
"""How much of a recommendation is shown, and the least that a line of a title holds."""
LIMIT = "aim/most"
"""What the limits of sections are: the words to aim for, and the words at most."""


class Outlined(Value):
    """A brief that was checked, and what its type asks for."""

    checked: Checked
    type: BriefType


def write_outline_json(outlined: Iterable[Outlined], width: int = 0) -> bytes:
    """All briefs as one object."""
    return encode_json({"briefs": [_row(one, _traces(one)) for one in outlined]}, 2)


def _traces(outlined: Outlined) -> Sequence[Trace]:
    return trace_recommendations(outlined.checked.brief, outlined.checked.accounts)


def _row(outlined: Outlined, traces: Sequence[Trace]) -> dict[str, Any]:
    brief, kind = outlined.checked.brief, outlined.type
    limit = kind.words
    sections, figure = list(_sections(outlined.checked, kind)), lix(read_lengths(brief))
    return {
        "path": brief.path,
        "title": brief.front.title,
        "type": kind.name,
        "words": sum(section["words"] for section in sections),
        "words_aim": limit.aim if limit else None,
        "words_most": limit.most if limit else None,
        "lix": None if figure is None else round(figure, 1),
        "sections": sections,
        "missing": [{"roles": list(need.roles), "guidance": need.guidance} for need in find_missing(brief, kind)],
        "counts": {part: _count(outlined, part) for part in PARTS},
        "recommendations": [trace_row(trace, {}) for trace in traces],
    }


def _sections(checked: Checked, kind: BriefType) -> Iterator[dict[str, Any]]:
    """What stands under each heading itself; before the first one, where there is something, with an empty title.

    A limit is for the words of a section with those below it.
    """
    brief, words, limits = checked.brief, words_by_section(checked.brief), section_limits(kind)
    totals, opening = words_in_sections(brief, words), openings(brief)
    statuses: dict[int, Counter[str]] = {}
    for account in checked.accounts:
        statuses.setdefault(brief.blocks[account.sentence.block].section, Counter())[account.status] += 1
    if words[0] or -1 in statuses:
        told = {"title": "", "level": 0, "role": "", "line": 1, "words": words[0]}
        yield {**told, **_against(words[0], None), **_claims(statuses.get(-1))}
    for number, section in enumerate(brief.sections):
        told = {"title": section.title, "level": section.level, "role": section.role, "line": section.place.line}
        counted = {
            "words": words[number + 1],
            **_against(totals[number], limits.get(section.role) if number in opening else None),
        }
        yield {**told, **counted, **_claims(statuses.get(number))}


def _against(total: int, limit: Words | None) -> dict[str, Any]:
    return {
        "words_in_all": total,
        "words_aim": limit.aim if limit else None,
        "words_most": limit.most if limit else None,
    }


def _claims(statuses: Mapping[str, int] | None) -> dict[str, Any]:
    counts = {name: number for name, number in (statuses or {}).items() if name != "not-a-claim"}
    claims, sourced, open_ = (sum(counts.get(name, 0) for name in names) for names in (CLAIMING, SOURCED, OPEN))
    return {"claims": claims, "sourced": sourced, "open": open_, "statuses": dict(sorted(counts.items()))}


def _count(outlined: Outlined, part: str) -> dict[str, Any]:
    bounds = outlined.type.counts.get(part, Bounds())
    kind = next(kind for kind, role in SECTION_OF.items() if role == part)
    found = len(find_points(outlined.checked.brief, kind))
    return {"found": found, "least": bounds.least, "most": bounds.most or None}


def write_outline_text(outlined: Iterable[Outlined], width: int = 80) -> bytes:
    """A table of the sections of each brief, what is missing and counted, and its recommendations."""
    parts = ("".join(f"{line}\n" for line in _lines(one, width)) for one in outlined)
    return encode("\n".join(parts))


def _lines(outlined: Outlined, width: int) -> Iterator[str]:
    traces = _traces(outlined)
    row, limit = _row(outlined, traces), outlined.type.words
    against = f"; {limit.aim:,} to aim for, at most {limit.most:,}" if limit else ""
    head = f"{row['path']}: {row['type']}, {plural(row['words'], 'word')}{against}"
    yield from wrap(printable(head), width, "")
    if row["lix"] is not None:
        yield f"LIX {row['lix']:.0f}: {grade(row['lix'])} to read"
    yield ""
    limits = {n: _limit(section) for n, section in enumerate(row["sections"]) if section["words_aim"] is not None}
    room = max((max(len(told), len(LIMIT)) + 2 for told in limits.values()), default=0)
    yield f"  words{f'  {LIMIT}' if room else '':<{room}}  claims  open  section"
    for number, section in enumerate(row["sections"]):
        yield from _section_lines(section, f"{'  ' if room else ''}{limits.get(number, ''):<{max(room - 2, 0)}}", width)
    yield ""
    for need in row["missing"]:
        yield from wrap(printable(f"missing: {' or '.join(need['roles'])} ({need['guidance']})"), width, "  ")
    for part, count in row["counts"].items():
        yield f"  {part.replace('-', ' ')}: {count['found']}{_bounds(count)}"
    for number, trace in enumerate(traces, 1):
        text = beginning(trace.point.text, SHOWN)
        yield from wrap(f"{head_of(trace.point, number)}: {printable(text)}", width, "    ")
        yield from wrap(printable(_rests(trace)), width, "      ")


def _limit(section: Mapping[str, Any]) -> str:
    """`350/500`; where something stands below the heading, with the words that count: `420 of 350/500`."""
    limit = f"{section['words_aim']:,}/{section['words_most']:,}"
    return limit if section["words"] == section["words_in_all"] else f"{section['words_in_all']:,} of {limit}"


def _section_lines(section: Mapping[str, Any], limit: str, width: int) -> list[str]:
    """The numbers of a section, and its title, which goes on below itself."""
    numbers = f"{section['words']:>7,}{limit} {section['claims']:>7,} {section['open']:>5,}  "
    before = numbers + "  " * max(section["level"] - 1, 0)
    role = f" [{section['role']}]" if section["role"] else ""
    title = section["title"] or ("(before the first heading)" if section["words"] else "(front matter)")
    text = printable(" ".join(title.split()) + role)
    first, *rest = wrap(text, max(width, len(before) + LEAST_TITLE), " " * len(before))
    return [before + first[len(before) :], *rest]


def _bounds(count: Mapping[str, Any]) -> str:
    least, most = count["least"], count["most"]
    if least and most:
        return f" ({least} to {most})"
    return f" (at least {least})" if least else f" (at most {most})" if most else ""


def _rests(trace: Trace) -> str:
    if not trace.supports:
        return "rests on nothing that is named or cited"
    lost = [support.name for support in trace.supports if not support.found]
    open_ = sum(account.status in OPEN for account in trace.claims)
    told = f"rests on {plural(len(trace.claims), 'claim')}, {open_} open, and {plural(len(trace.keys), 'source')}"
    return told + (f"; not in the brief: {', '.join(lost)}" if lost else "")


OUTLINE_FORMS = {"text": write_outline_text, "json": write_outline_json}
