"""A reviewed brief in, what each recommendation rests on out, as the report draws it: claims with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefkit.assemble.labels import long_date
from briefkit.evidence.trace import Support, Trace, trace_recommendations
from briefkit.model import OPEN, Account
from briefkit.report.naming import Names
from briefkit.report.printed import readable
from briefkit.report.review import Reviewed
from briefkit.report.review_page.numbered import Finder
from briefkit.report.review_page.words import STATUS_WORDS, beginning, clean
from briefkit.report.trace_report import told_of
from briefkit.text import plural

MOST_CLAIMS = 8
"""How many claims under one name are drawn with their words; of more, the open ones first."""

MOST_NUMBERS = 40
"""How many more of them are led to by their numbers."""

MOST_WORDS, MOST_REFERENCE, MOST_ADVICE = 130, 100, 400
"""How much of a claim, a reference and a recommendation is shown."""

MOST_SOURCES = 8


def traces(reviewed: Reviewed, find: Finder, prefix: str) -> list[dict[str, Any]]:
    """The recommendations of a brief, each with what it rests on."""
    checked = reviewed.checked
    drawing = _Drawing(reviewed, find, prefix)
    return [drawing.trace(n, t) for n, t in enumerate(trace_recommendations(checked.brief, checked.accounts), 1)]


class _Drawing:
    """What is needed to lead from a trace to the places of the page."""

    def __init__(self, reviewed: Reviewed, find: Finder, prefix: str) -> None:
        self.reviewed, self.find, self.prefix = reviewed, find, prefix
        self.source_ids = {key: f"{prefix}source-{n}" for n, key in enumerate(reviewed.sources, 1)}
        self.drawn: dict[str, int] = {}
        self.name = Names(reviewed.checked.brief, reviewed.exhibits)
        self.sections = {s.identifier: (n, s.title) for n, s in enumerate(reviewed.checked.brief.sections, 1)}

    def trace(self, number: int, trace: Trace) -> dict[str, Any]:
        """One recommendation."""
        point = trace.point
        by = long_date(point.attributes.get("by", ""), "en")
        return {
            "number": number,
            "id": f"{self.prefix}trace-{number}",
            "text": beginning(point.text, MOST_ADVICE),
            "title": clean(point.title),
            "told": clean(told_of(point.attributes.get("actor", ""), by, point)),
            "sentence": self._sentence(self.find(point.place)),
            "stands": trace.stands,
            "verdict": verdict_on(trace),
            "supports": [self._support(support, number) for support in trace.supports],
        }

    def _sentence(self, number: int) -> dict[str, Any]:
        return {"number": number, "id": f"{self.prefix}s-{number}" if number else ""}

    def _support(self, support: Support, number: int) -> dict[str, Any]:
        """What stands under one name; the words of its claims only where the name comes first."""
        index, title = self.sections.get(support.name, (0, ""))
        first = self.drawn.setdefault(support.name, number) if support.name and support.claims else number
        shown = _to_show(support.claims) if first == number else set()
        drawn = [account for account in support.claims if id(account) in shown] if shown else []
        left = [account for account in support.claims if id(account) not in shown] if shown else support.claims
        told = {key for account in drawn for key in account.keys}
        return {
            "name": clean(support.name),
            "title": clean(self.name(support)),
            "foreign": bool(title),
            "id": f"{self.prefix}part-{index}" if index and title else "",
            "found": support.found,
            "shows": support.shows,
            "empty": not support.claims,
            "first": first if first != number else 0,
            "first_id": f"{self.prefix}trace-{first}",
            "sources": list(
                self._sources([key for key in support.keys if key not in told] if drawn or not left else ())
            ),
            "claims": [self._claim(account) for account in drawn],
            "more": [self._claim(account) for account in left[:MOST_NUMBERS]],
            "uncounted": max(len(left) - MOST_NUMBERS, 0),
        }

    def _claim(self, account: Account) -> dict[str, Any]:
        sign, word, _ = STATUS_WORDS[account.status]
        again = self.find(account.covered_at[0]) if account.status == "restated" and account.covered_at else 0
        return self._sentence(self.find(account.sentence.place)) | {
            "status": account.status,
            "sign": sign,
            "word": word,
            "text": beginning(readable(account.sentence), MOST_WORDS),
            "again": self._sentence(again),
            "sources": list(self._sources(account.keys)),
        }

    def _sources(self, keys: Sequence[str]) -> Iterator[dict[str, str]]:
        """The sources of these keys, each once; one that the library does not have is nowhere on the page."""
        for key in list(dict.fromkeys(keys))[:MOST_SOURCES]:
            reference = beginning(self.reviewed.references.get(key, "") or key, MOST_REFERENCE)
            yield {"id": self.source_ids.get(key, ""), "reference": reference, "key": clean(key)}


def _to_show(claims: Sequence[Account]) -> set[int]:
    """The claims that are drawn with their words."""
    ranked = sorted(claims, key=lambda account: account.status not in OPEN)
    return {id(account) for account in ranked[:MOST_CLAIMS]}


def verdict_on(trace: Trace) -> str:
    """What a reader is to know of a recommendation, in a few words."""
    claims = trace.claims
    loose = sum(account.status in OPEN for account in claims)
    if not trace.supports:
        return "Nothing is named or cited that it rests on."
    if not claims:
        return "It rests on a table or figure." if trace.stands else "No claim stands behind it."
    told = plural(len(claims), "claim")
    if not loose:
        return f"{told}, none of them open." if len(claims) > 1 else "One claim, not open."
    if loose == len(claims):
        return f"{told}, all of them open." if len(claims) > 1 else "One claim, and it is open."
    return f"{told}, {loose} of them open."
