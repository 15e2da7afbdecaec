"""A Document goes in, the plain values that templates print come out: strings, lists and mappings, no objects."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.labels import labels, long_date, status_words
from briefkit.brand import HEX
from briefkit.errors import TemplateError
from briefkit.model import Asset, Author, Brand, Document, Logo
from briefkit.render.fonts import Cut

FAMILY = re.compile(r"[\w -]+")
DESCRIPTION = 300
SHORT_LINE = 4


def page_values(document: Document, cuts: Sequence[Cut], sources: Sequence[str], kind: str) -> dict[str, Any]:
    """Everything a template may print; `sources` are the addresses of the cuts, `kind` their CSS format."""
    meta, brand = document.meta, document.brand
    return {
        "lang": document.lang,
        "title": meta.title,
        "headline": ending_together(meta.title),
        "standfirst": ending_together(meta.subtitle),
        "organisation": organisation(document),
        "series": series(document),
        "authors": [_author(author) for author in meta.authors],
        "facts": facts(document),
        "keywords": list(meta.keywords),
        "date": document.date,
        "marks": list(document.marks),
        "grouped": document.meta.references == "grouped",
        "labels": dict(labels(document.lang)),
        "contents": contents(document),
        "colours": checked_colours(brand),
        "families": checked_families(brand),
        "fonts": [_font(cut, source, kind) for cut, source in zip(cuts, sources, strict=True)],
        "logo": _logo(brand.band_logo),
        "link": brand.link,
        "foot": foot(document),
        "page_size": brand.page.size,
        "margins": {side: f"{getattr(brand.page, side):g}mm" for side in ("top", "right", "bottom", "left")},
        "furniture": brand.page.furniture,
        "cover": brand.page.cover,
        "description": description(document),
        "meta_tags": meta_tags(document),
        "open_graph": open_graph(document),
        "json_ld": json_ld(document),
    }


def ending_together(text: str) -> str:
    """A line of display type whose last word does not stand alone on a line."""
    words = tree.split_at_blanks(text)
    return " ".join([*words[:-2], "\u00a0".join(words[-2:])]) if len(words) > SHORT_LINE else text


def organisation(document: Document) -> str:
    """Who publishes the brief."""
    return document.meta.organisation or document.brand.name


def foot(document: Document) -> list[str]:
    """What stands at the foot of each page: the series, who publishes it, and their address on the web."""
    address = re.sub(r"^https?://(?:www\.)?", "", document.brand.link).rstrip("/")
    return [part for part in (series(document), organisation(document), address) if part]


def series(document: Document) -> str:
    """The series line: `Policy Brief 07/2026`."""
    return " ".join(part for part in (document.meta.series.name, document.meta.series.number) if part)


def is_published(document: Document) -> bool:
    """Whether the date of a brief is the day of its publication: no status and no draft says otherwise."""
    return document.meta.status in ("", "published") and not document.marks


def facts(document: Document) -> list[dict[str, Any]]:
    """What stands in the margin of the first page: label and lines."""
    meta, words = document.meta, labels(document.lang)
    rows = (
        ("published" if is_published(document) else "dated", [long_date(meta.date, document.lang)]),
        ("for", list(meta.audience)),
        ("decision", [meta.decision]),
        ("status", [status_words(meta.status, document.lang)] if meta.status not in ("", "published") else []),
        ("embargo", [long_date(meta.embargo, document.lang)]),
    )
    return [{"label": words[name], "lines": [line for line in lines if line]} for name, lines in rows if any(lines)]


def contents(document: Document) -> list[dict[str, str]]:
    """The headings of level 1 with their identifiers."""
    headings = (node for node in tree.walk(list(document.ast["blocks"])) if node["t"] == "Header")
    return [{"id": h["c"][1][0], "title": tree.plain(h["c"][2])} for h in headings if h["c"][0] == 1 and h["c"][1][0]]


def checked_colours(brand: Brand) -> dict[str, str]:
    """The colours, each of them `#rrggbb` and nothing else; raises TemplateError."""
    wrong = [name for name, colour in brand.colours.items() if not HEX.fullmatch(colour)]
    if wrong:
        raise TemplateError(f"the colour {wrong[0]!r} of the brand is not written #rrggbb")
    return {name.replace("-", "_"): colour for name, colour in brand.colours.items()}


def checked_families(brand: Brand) -> dict[str, str]:
    """The font families, letters, digits, blanks and hyphens only; raises TemplateError."""
    wrong = [family for family in brand.families.values() if family and not FAMILY.fullmatch(family)]
    if wrong:
        raise TemplateError(f"the font family {wrong[0]!r} of the brand has characters that no family has")
    return {name.replace("-", "_"): family for name, family in brand.families.items()}


def data_uri(asset: Asset) -> str:
    """A picture as an address that holds it whole."""
    return f"data:{asset.media_type};base64,{b64encode(asset.data).decode('ascii')}"


def _logo(logo: Logo | None) -> dict[str, Any]:
    return {"source": data_uri(logo.picture), "alt": logo.alt, "plate": logo.plate} if logo else {}


def _font(cut: Cut, source: str, kind: str) -> dict[str, str]:
    return {"family": cut.family, "weight": cut.weight, "style": cut.style, "source": source, "format": kind}


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, "affiliation": author.affiliation, "orcid": author.orcid, "email": author.email}


def description(document: Document) -> str:
    """One or two sentences on the brief, for search engines and previews."""
    meta = document.meta
    found = (text for text in (meta.bottom_line, meta.subtitle, meta.summary, *meta.key_messages) if text.strip())
    text = re.sub(r"\s*\[[^\]]*@[^\]]*\]|[*_`]", "", next(found, meta.title))
    return " ".join(text.split())[:DESCRIPTION]


# --- for machines -----------------------------------------------------------------------------


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
            ("citation_language", document.lang.partition("-")[0]),
            ("citation_keywords", "; ".join(meta.keywords)),
        ),
    )


def _author_tags(author: Author) -> tuple[tuple[str, str], ...]:
    """An author as reference managers read one: what follows a name belongs to it."""
    return (
        ("citation_author", author.name),
        ("citation_author_institution", author.affiliation),
        ("citation_author_orcid", _orcid(author)),
    )


def open_graph(document: Document) -> list[dict[str, str]]:
    """`meta` elements by property, for previews."""
    return _pairs(
        "property",
        (
            ("og:type", "article"),
            ("og:title", document.meta.title),
            ("og:description", description(document)),
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
        "publisher": _publisher(document) if organisation(document) else "",
        "audience": [{"@type": "Audience", "audienceType": audience} for audience in meta.audience],
        "keywords": list(meta.keywords),
        "creativeWorkStatus": meta.status,
    }
    return {key: value for key, value in made.items() if value}


def _publisher(document: Document) -> dict[str, str]:
    made = {"@type": "Organization", "name": organisation(document), "url": document.brand.link}
    return {key: value for key, value in made.items() if value}


def _person(author: Author) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Person", "name": author.name}
    if author.affiliation:
        made["affiliation"] = {"@type": "Organization", "name": author.affiliation}
    if author.orcid:
        made["identifier"] = _orcid(author)
    return made


def _orcid(author: Author) -> str:
    return f"https://orcid.org/{author.orcid.rsplit('/', 1)[-1]}" if author.orcid else ""
