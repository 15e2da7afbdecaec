"""A reviewed brief in, the values of its part of the report out: the page a manager reads, draft, findings, sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from briefkit.assemble.direction import apart
from briefkit.assemble.labels import Words, embargo_words, long_date, status_words
from briefkit.model import CLAIMING, OPEN, Account, Finding, FrontMatter, Place, Severity, Source
from briefkit.patterns import regex
from briefkit.report.counts import Counts, count
from briefkit.report.printed import readable
from briefkit.report.review import Reviewed
from briefkit.report.review_page.indexed import Indexer, is_open, way_of
from briefkit.report.review_page.numbered import Finder, standing_on
from briefkit.report.review_page.quoting import Quoting
from briefkit.report.review_page.traced import traces
from briefkit.report.review_page.whereabouts import whereabouts
from briefkit.report.review_page.words import (
    KIND_WORDS,
    LONGEST_WORDS,
    STATUS_WORDS,
    beginning,
    clean,
    severities,
    verdict,
)
from briefkit.text import shorten

FIRST = 3
"""How many claims the first page names."""

YEAR = regex(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
LANGUAGE = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
APOSTROPHE = regex(r"(?<=[^\W\d_])'(?=[^\W\d_])")
BRACES = regex(r"[{}]")
ENDED = regex("([.!?\u2026])\\. ")
"""A full stop behind what ends with one: `Drezner, Daniel W.`."""
UNREASONED = {
    "opinion": "the authors\u2019 own view",
    "own-analysis": "the authors\u2019 own work",
    "common-knowledge": "common knowledge",
    "claim": "the authors want it to be treated as a claim",
}
"""What a mark says by itself."""

BAR = 1000
"""The width of a chart, in its own units."""


def brief_values(
    reviewed: Reviewed, prefix: str, naming: Sequence[Finding] = (), counted: Sequence[Finding] = ()
) -> dict[str, Any]:
    """All that the report says of one brief.

    What was found in a library and is `naming` this brief stands at the sentence that it names, too. What is `counted`
    with the brief is told in its figures.
    """
    checked = reviewed.checked
    brief, accounts = checked.brief, checked.accounts
    find = Finder(brief.path, accounts)
    quoting = Quoting(brief, accounts)
    findings = [
        _finding(finding, number := find(finding.place), prefix) | quoting(finding.place, number)
        for finding in checked.findings
    ]
    told = list(zip(checked.findings, findings, strict=True))
    in_library = {finding: _finding(finding, _named_in(finding, find), prefix) for finding in naming}
    by_sentence: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for finding in (*findings, *in_library.values()):
        by_sentence[finding["sentence"]].append(finding)
    counts = count(accounts, [*checked.findings, *counted])
    loose = [(f.place, values) for f, values in told if not values["sentence"] and f.place.path == brief.path]
    sections = Indexer(reviewed, prefix, find, by_sentence, loose).sections()
    opened = [n for n, account in enumerate(accounts, 1) if is_open(account, by_sentence.get(n, ()))]
    lang = brief.front.language
    lang = lang if LANGUAGE.fullmatch(lang) else "und"
    return {
        "prefix": prefix,
        "title": APOSTROPHE.sub("\u2019", clean(brief.front.title)) or _first_heading(reviewed) or clean(brief.path),
        "path": clean(brief.path),
        "date": clean(long_date(brief.front.date, "en")),
        "state": " · ".join(_state(brief.front)),
        "mark": _page_mark(brief.front),
        "embargoed": bool(_embargo(brief.front)),
        "authors": clean(_authors(brief.front)),
        "lang": lang,
        "direction": way_of(lang),
        "apart": partial(apart, lang=lang),
        "verdict": verdict(counts),
        "severities": severities(counts),
        "share": counts.share,
        "share_number": 100 * counts.sourced // counts.claims if counts.claims else -1,
        "claims": counts.claims,
        "sourced": counts.sourced,
        "by_scope": counts.by_scope,
        "sentences": counts.sentences,
        "open": len(opened),
        "open_claims": counts.open,
        "open_findings": counts.errors + counts.warnings,
        "errors": counts.errors,
        "findings_number": len(findings),
        "oldest": min((year for s in reviewed.sources.values() if (year := year_of(s))), default=0),
        "statuses": _bars(counts),
        "restated": counts.of("restated"),
        "kinds": _kinds(accounts, by_sentence),
        "where": whereabouts(brief, [accounts[n - 1].sentence.place for n in opened], prefix),
        "first": _first(accounts, by_sentence, findings, prefix),
        "in_library": in_library,
        "sections": sections,
        "traces": traces(reviewed, find, prefix),
        "findings": findings,
        "sources": _sources(reviewed, prefix),
        "exemptions": list(_exemptions(reviewed, find, prefix)),
    }


def _first_heading(reviewed: Reviewed) -> str:
    return clean(next((section.title for section in reviewed.checked.brief.sections), ""))


def _authors(front: FrontMatter) -> str:
    return ", ".join(author.name for author in front.authors)


def _embargo(front: FrontMatter) -> str:
    """`Embargoed until 1 December 2026, 06:00 (UTC+1)`, as a build prints it; without a day as much as is known."""
    until = embargo_words(front, "en")
    if until:
        return clean(f"{Words('en')['embargo']} {until}")
    return status_words(front.status, "en") if front.status == "embargoed" else ""


def _state(front: FrontMatter) -> list[str]:
    """The status, and until when the brief is not public."""
    status = front.status if front.status != "embargoed" else ""
    return [part for part in (clean(status), _embargo(front)) if part]


def _page_mark(front: FrontMatter) -> str:
    """What stands on each printed page of a report."""
    return _embargo(front) or (status_words(front.status, "en") if front.status == "draft" else "")


def year_of(source: Source) -> int:
    """The year of a source, 0 where it gives none."""
    found = YEAR.search(source.text("date", "year", "eventdate")[:40])
    return int(found[1]) if found else 0


def finding_values(finding: Finding) -> dict[str, Any]:
    """A finding as it is printed anywhere."""
    return {
        "severity": finding.severity.label,
        "code": finding.code,
        "name": finding.name,
        "standing": finding.standing,
        "message": clean(finding.message),
        "hint": clean(finding.hint),
        "where": f"{clean(finding.place.path)}:{finding.place.line}:{finding.place.column}",
        "related": [
            {"where": f"{clean(r.place.path)}:{r.place.line}", "message": clean(r.message)} for r in finding.related
        ],
        "sentence": 0,
        "id": "",
        "section": "",
        "words": "",
        "typed": "",
    }


def _finding(finding: Finding, number: int, prefix: str) -> dict[str, Any]:
    return finding_values(finding) | {"sentence": number, "id": f"{prefix}s-{number}" if number else ""}


def _named_in(finding: Finding, find: Finder) -> int:
    """The number of the first sentence that a finding in the library names, 0 where it names none."""
    return next((number for related in finding.related if (number := find(related.place))), 0)


# --- the first page ---------------------------------------------------------------------------


FILLS = {
    "unsupported": "accent",
    "unresolved": "accent",
    "sourced": "link",
    "restated": "link",
    "waived": "quiet",
    "own-analysis": "quiet",
    "opinion": "quiet",
    "not-a-claim": "rule",
}
"""The colours of the printed chart."""


def _bars(counts: Counts) -> list[dict[str, Any]]:
    """The sentences by status, each with where its part of the bar begins and how wide it is."""
    made: list[dict[str, Any]] = []
    at = 0
    for status, (sign, word, _) in STATUS_WORDS.items():
        number = counts.of(status)
        end = BAR * (sum(bar["number"] for bar in made) + number) // max(counts.sentences, 1)
        made.append({"status": status, "sign": sign, "word": word, "number": number, "at": at, "width": end - at})
        made[-1]["fill"] = FILLS[status]
        at = end
    return made


def _kinds(accounts: Sequence[Account], by_sentence: Mapping[int, Sequence[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The claims by kind: those that are settled, and those that are open."""
    claims = [(number, account) for number, account in enumerate(accounts, 1) if account.status in CLAIMING]
    open_ones = Counter(account.kind for number, account in claims if is_open(account, by_sentence.get(number, ())))
    total = Counter(account.kind for _, account in claims)
    most = max(total.values(), default=1)
    return [
        {
            "kind": kind,
            "number": total[kind],
            "open": open_ones[kind],
            "settled_width": BAR * (total[kind] - open_ones[kind]) // most,
            "width": BAR * total[kind] // most,
        }
        for kind in KIND_WORDS
        if total[kind]
    ]


def _first(
    accounts: Sequence[Account],
    by_sentence: Mapping[int, Sequence[Mapping[str, Any]]],
    findings: Sequence[Mapping[str, Any]],
    prefix: str,
) -> list[dict[str, Any]]:
    """What to do first: the gravest open sentences, one for each rule before a second one, else other findings."""
    ranked = sorted(
        (-_gravity(account, by_sentence.get(number, ())), number)
        for number, account in enumerate(accounts, 1)
        if is_open(account, by_sentence.get(number, ()))
    )
    told: Counter[tuple[int, str]] = Counter()
    turns: list[tuple[int, int, int]] = []  # how grave, the how manieth of its rule, the sentence
    for _, number in ranked:
        gravest = _gravest(by_sentence.get(number, ()))
        grave, code = (_severity(gravest), gravest["code"]) if gravest else (0, "")
        turns.append((-grave, told[grave, code], number))
        told[grave, code] += 1
    chosen = sorted(turns, key=lambda turn: turn[:2])[:FIRST]
    made = [_named(accounts[number - 1], number, by_sentence.get(number, ()), prefix) for *_, number in chosen]
    loose = sorted(
        (f for f in findings if not f["sentence"] and _severity(f) > Severity.INFO), key=_severity, reverse=True
    )
    return made + [
        {"number": 0, "id": f"{prefix}findings", "sign": "!", "status": "unsupported", "word": f["severity"]}
        | {"text": "", "finding": f["message"], "hint": f["hint"]}
        for f in loose[: FIRST - len(made)]
    ]


def _gravity(account: Account, found: Sequence[Mapping[str, Any]]) -> float:
    """How much a sentence asks for work: by its gravest finding, then by how sure a claim it is."""
    gravest = max(map(_severity, found), default=0)
    return gravest + (0.5 if account.status in OPEN else 0.0) + account.score / 4


def _gravest(found: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return max(found, key=_severity, default=None)


def _severity(finding: Mapping[str, Any]) -> Severity:
    return Severity[finding["severity"].upper()]


def _named(account: Account, number: int, found: Sequence[Mapping[str, Any]], prefix: str) -> dict[str, Any]:
    gravest = _gravest(found)
    sign, word, _ = STATUS_WORDS[account.status]
    return {
        "number": number,
        "id": f"{prefix}s-{number}",
        "sign": sign,
        "status": account.status,
        "word": f"{word}, {account.kind}" if account.status in CLAIMING else word,
        "text": beginning(readable(account.sentence)),
        "finding": gravest["message"] if gravest and account.status != "unsupported" else "",
        "hint": gravest["hint"] if gravest else "",
    }


# --- sources and exemptions -------------------------------------------------------------------


def _sources(reviewed: Reviewed, prefix: str) -> list[dict[str, Any]]:
    """The sources that are cited, in the order of their references, each with the sentences that stand on it."""
    standing = standing_on(reviewed.checked.accounts)
    made = []
    for number, (key, source) in enumerate(reviewed.sources.items(), 1):
        on = standing.get(key, [])
        made.append(
            {
                "id": f"{prefix}source-{number}",
                "key": clean(key),
                "reference": clean(reviewed.references.get(key, "")) or source_words(source),
                "where": f"{clean(source.place.path)}:{source.place.line}",
                "alone": [{"number": n, "id": f"{prefix}s-{n}"} for n, alone in on if alone],
                "shared": [{"number": n, "id": f"{prefix}s-{n}"} for n, alone in on if not alone],
                "year": year_of(source),
            }
        )
    return sorted(made, key=lambda source: str(source["reference"]).casefold())


def source_words(source: Source) -> str:
    """Authors, year and title as they are typed, where there is no reference to print."""
    parts = (source.text("author", "editor", "institution"), source.text("date", "year"), source.text("title"))
    words = shorten(ENDED.sub(r"\1 ", ". ".join(part for part in parts if part)), LONGEST_WORDS)
    return clean(BRACES.sub("", words)) or clean(source.key)


def _exemptions(reviewed: Reviewed, find: Finder, prefix: str) -> Iterator[dict[str, Any]]:
    """What the authors took out of the check: their comments, then their marks."""
    checked = reviewed.checked
    covered: dict[Place, Counter[str]] = defaultdict(Counter)
    for allowed in checked.allowed:
        covered[allowed.by.place][allowed.finding.code] += 1
    for allowance in checked.brief.allowances:
        number = find(allowance.scope) or find(allowance.place)
        yield {
            "what": "allows " + clean(", ".join(allowance.names) or "nothing by name"),
            "covers": ", ".join(f"{code} ({times})" for code, times in sorted(covered[allowance.place].items())),
            "reason": clean(allowance.reason),
            "number": number,
            "id": f"{prefix}s-{number}",
            "line": allowance.place.line,
            "text": beginning(readable(checked.accounts[number - 1].sentence)) if number else "",
        }
    for number, account in enumerate(checked.accounts, 1):
        for mark in account.sentence.marks:
            yield {
                "what": f"marked as {mark.name.replace('-', ' ')}",
                "covers": "",
                "reason": clean(mark.reason) or UNREASONED.get(mark.name, ""),
                "number": number,
                "id": f"{prefix}s-{number}",
                "line": mark.place.line,
                "text": beginning(readable(account.sentence)),
            }
