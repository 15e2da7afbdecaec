"""A Document goes in, what machines read of it comes out: meta elements, Open Graph, schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefkit.model import Author, Document
from briefkit.render.facts import is_published, organisation
from briefkit.text import primary

DESCRIPTION = 300
"""How many characters the description of a brief has at most."""


def description(document: Document) -> str:
    """One or two sentences on the brief, for search engines and previews."""
    meta = document.meta
    found = (text for text in (meta.bottom_line, meta.subtitle, meta.summary, *meta.key_messages) if text.strip())
    text = re.sub(r"\s*\[[^\]]*@[^\]]*\]|[*_`]", "", next(found, meta.title))
    return " ".join(text.split())[:DESCRIPTION]


def meta_tags(document: Document) -> list[dict[str, str]]:
    """`meta` elements by name: Highwire's for reference managers, and the usual ones."""
    meta = document.meta
    return _pairs(
        "name",
        (
            ("description", description(document)),
            ("keywords", ", ".join(meta.keywords)),
            ("citation_title", meta.title),
            *(pair for author in meta.authors for pair in _author_tags(author)),
            ("citation_publication_date", meta.date.replace("-", "/")),
            ("citation_technical_report_institution", organisation(document)),
            ("citation_technical_report_number", meta.series.number),
            ("citation_series_title", meta.series.name),
            ("citation_language", primary(document.lang)),
            ("citation_keywords", "; ".join(meta.keywords)),
            ("citation_public_url", meta.url),
            ("dcterms.license", meta.licence.url or meta.licence.name),
        ),
    )


def _author_tags(author: Author) -> tuple[tuple[str, str], ...]:
    """An author as reference managers read one: what follows a name belongs to it."""
    return (
        ("citation_author", author.name),
        ("citation_author_institution", author.affiliation),
        ("citation_author_orcid", author.orcid_address),
    )


def open_graph(document: Document) -> list[dict[str, str]]:
    """`meta` elements by property, for previews."""
    return _pairs(
        "property",
        (
            ("og:type", "article"),
            ("og:title", document.meta.title),
            ("og:description", description(document)),
            ("og:url", document.meta.url),
            ("og:site_name", organisation(document)),
            ("og:locale", document.lang.replace("-", "_")),
            ("article:published_time", document.meta.date if is_published(document) else ""),
        ),
    )


def _pairs(key: str, rows: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{key: name, "content": content} for name, content in rows if content]


def json_ld(document: Document) -> dict[str, Any]:
    """The brief as schema.org's Report."""
    meta = document.meta
    made: Mapping[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": meta.title,
        "alternativeHeadline": meta.subtitle,
        "description": description(document),
        "inLanguage": document.lang,
        "datePublished" if is_published(document) else "dateModified": meta.date,
        "reportNumber": meta.series.number,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": meta.series.name} if meta.series.name else "",
        "author": [_person(author) for author in meta.authors],
        "url": meta.url,
        "license": meta.licence.url or _licence(meta.licence.name),
        "funder": [{"@type": "Organization", "name": name} for name in meta.funding.funders],
        "mainEntityOfPage": _web_page(document),
        "publisher": _publisher(document) if organisation(document) else "",
        "audience": [{"@type": "Audience", "audienceType": audience} for audience in meta.audience],
        "keywords": list(meta.keywords),
        "creativeWorkStatus": meta.status,
    }
    return {key: value for key, value in made.items() if value}


def _licence(name: str) -> dict[str, str]:
    return {"@type": "CreativeWork", "name": name} if name else {}


def _web_page(document: Document) -> dict[str, Any]:
    """The page that the brief is: schema.org has reviewers for pages only."""
    reviewers = [_person(reviewer) for reviewer in document.meta.reviewers]
    return {"@type": "WebPage", "reviewedBy": reviewers} if reviewers else {}


def _publisher(document: Document) -> dict[str, str]:
    made = {"@type": "Organization", "name": organisation(document), "url": document.brand.link}
    return {key: value for key, value in made.items() if value}


def _person(author: Author) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Person", "name": author.name}
    if author.affiliation:
        made["affiliation"] = {"@type": "Organization", "name": author.affiliation}
    if author.orcid:
        made["identifier"] = author.orcid_address
    return made
