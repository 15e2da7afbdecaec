"""A Review and a brand in, the values of the whole report out, and its characters for the fonts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble.spacing import with_whole_ranges
from briefkit.model import Brand, Finding, Logo
from briefkit.render.page_fonts import PageFonts
from briefkit.render.values import checked_colours, checked_families, cut_after_word, data_uri
from briefkit.report.counts import count
from briefkit.report.review import Review
from briefkit.report.review_page.brief_page import brief_values, finding_values, source_words
from briefkit.report.review_page.telling import told_apart
from briefkit.report.review_page.words import KIND_WORDS, SEVERITY_WORDS, STATUS_WORDS, clean, severities
from briefkit.text import plural

LONGEST_HEAD = 90
"""How much of a title stands at the head of a page."""

SOME_EMBARGOED, SOME_DRAFT = "Some of these briefs are embargoed", "Some of these briefs are drafts"


def review_values(review: Review, brand: Brand) -> dict[str, Any]:
    """Everything that the pages of the report print, but for its fonts."""
    several = len(review.briefs) > 1
    found = review.report.library
    naming = _by_path(found)
    briefs = [
        brief_values(one, f"b{n}-" if several else "", naming.get(one.checked.brief.path, ()), () if several else found)
        for n, one in enumerate(review.briefs, 1)
    ]
    placed = {finding: values for brief in reversed(briefs) for finding, values in brief["in_library"].items()}
    library = [placed.get(finding) or finding_values(finding) for finding in found]
    organisation = _organisation(review, brand)
    return {
        "several": several,
        "briefs": briefs,
        "title": _title(briefs),
        "headline": with_whole_ranges(_title(briefs)),
        "head": cut_after_word(_title(briefs), LONGEST_HEAD),
        "organisation": clean(organisation),
        "logo": _logo(brand.band_logo),
        "named": not brand.band_logo or organisation != brand.name,
        "mark": _mark(briefs),
        "library": library,
        "unreadable": [
            {"path": clean(u.path), "line": u.place.line, "why": clean(u.why), "hint": clean(u.hint)}
            for u in review.report.unreadable
        ],
        "unused": [
            {"key": clean(s.key), "words": source_words(s), "where": f"{clean(s.place.path)}:{s.place.line}"}
            for s in review.unused
        ],
        "unused_number": review.unused_number,
        "tools": [{"name": clean(name), "version": clean(version)} for name, version in review.tools.items()],
        "digests": {clean(name): digest for one in review.briefs for name, digest in one.digests.items()},
        "totals": _totals(briefs, len(library)),
        "library_told": _told(found),
        "status_words": [{"status": s, "sign": w[0], "word": w[1], "when": w[2]} for s, w in STATUS_WORDS.items()],
        "kind_words": [{"kind": kind, "when": when} for kind, when in KIND_WORDS.items()],
        "severity_words": [{"severity": severity, "when": when} for severity, when in SEVERITY_WORDS.items()],
        "rules": _rules(briefs, library),
    }


def _organisation(review: Review, brand: Brand) -> str:
    """Who publishes the briefs, if it is one for all of them; else whose brand the report wears."""
    named = {one.checked.brief.front.organisation.strip() or brand.name for one in review.briefs}
    return named.pop() if len(named) == 1 else brand.name


def _mark(briefs: Sequence[dict[str, Any]]) -> str:
    """What stands on each printed page: that the brief is a draft or embargoed; where briefs differ, that some are."""
    marks = {brief["mark"] for brief in briefs if brief["mark"]}
    if len(marks) > 1 or (marks and not all(brief["mark"] for brief in briefs)):
        return SOME_EMBARGOED if any(brief["embargoed"] for brief in briefs) else SOME_DRAFT
    return str(marks.pop()) if marks else ""


def _logo(logo: Logo | None) -> dict[str, Any]:
    """The logo that stands on the band."""
    return {"source": data_uri(logo.picture), "alt": clean(logo.alt), "plate": logo.plate} if logo else {}


def _title(briefs: Sequence[dict[str, Any]]) -> str:
    if len(briefs) == 1:
        return str(briefs[0]["title"])
    return plural(len(briefs), "brief")


def _by_path(found: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """What was found in libraries by the file of which it names a place."""
    named: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        for path in dict.fromkeys(related.place.path for related in finding.related):
            named[path].append(finding)
    return named


def _told(found: Sequence[Finding]) -> str:
    """`1 error, 2 remarks`, or nothing where nothing was found."""
    return severities(count((), found)) if found else ""


def _totals(briefs: Sequence[dict[str, Any]], library: int) -> dict[str, Any]:
    """What all briefs add up to."""
    claims, sourced = (sum(brief[name] for brief in briefs) for name in ("claims", "sourced"))
    return {
        "claims": claims,
        "sourced": sourced,
        "share": f"{100 * sourced // claims}%" if claims else "-",
        "sentences": sum(brief["sentences"] for brief in briefs),
        "open": sum(brief["open"] for brief in briefs),
        "open_claims": sum(brief["open_claims"] for brief in briefs),
        "open_findings": sum(brief["open_findings"] for brief in briefs),
        "findings": sum(brief["findings_number"] for brief in briefs) + library,
    }


def _rules(briefs: Sequence[dict[str, Any]], library: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """The rules that found something, in the order of their codes."""
    found = {f["code"]: f["name"] for brief in briefs for f in brief["findings"]} | {
        f["code"]: f["name"] for f in library
    }
    return [{"code": code, "name": found[code]} for code in sorted(found)]


def dress(brand: Brand, fonts: PageFonts) -> dict[str, Any]:
    """What the style sheets print: colours, families and fonts."""
    return {
        "colours": told_apart(checked_colours(brand)),
        "families": fonts.families(checked_families(brand)),
        "fonts": fonts.faces(),
        "page_size": brand.page.size,
    }
