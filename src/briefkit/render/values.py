"""A Document goes in, the plain values that templates print come out: strings, lists and mappings, no objects."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefkit.assemble import structure, tree
from briefkit.assemble.chart_figures import has_charts
from briefkit.assemble.direction import direction, steady
from briefkit.assemble.labels import Words, before_date, embargo_words, long_date, status_words
from briefkit.assemble.spacing import spaced_text, with_whole_ranges
from briefkit.brand import HEX
from briefkit.errors import TemplateError
from briefkit.model import Asset, Author, Brand, Document, Logo
from briefkit.patterns import regex
from briefkit.render.boxes import FAMILY as FAMILY_OF_BOXES
from briefkit.render.fonts import Cut, measurer
from briefkit.text import primary

FAMILY = regex(r"[\w -]+")
DESCRIPTION = 300
SHORT_LINE = 4
COVER_LINE, TITLE_LINE, STANDFIRST_LINE = 24, 36, 44
"""How many letters a line of the title holds on a cover and on a first page, and one of the subtitle."""
OUR_MARK = "briefkit "
"""Stands before the families of the PDF. Its engine would take a font of the machine that has the very name and comes
nearer to the weight; a browser does not.
"""

MARGIN_COLUMN = "44mm"
"""The margin column with its gap."""

PAGE_HEIGHTS = {"A4": 297, "letter": 279.4}
PAGE_WIDTHS = {"A4": 210, "letter": 215.9}
"""In millimetres."""
HEAD_LETTER = {"ltr": 1.36, "rtl": 1.05}
"""The mean width of a letter in running heads, in millimetres; letters that join are narrower."""
HEAD_SIZE, HEAD_SPACE = 7.6 * 25.4 / 72, 8.5
"""The type at the heads of pages and the room between its two parts, in millimetres."""
HEAD_GAP, LEAST_HEAD, MOST_HEAD = 6, 24, 90
"""What parts the two ends of a running head, and what a title has at least and at most, in letters."""

LOWEST_IN_CONTENTS = 2
LONGEST_WATERMARK = 12


def page_values(document: Document, cuts: Sequence[Cut], sources: Sequence[str], kind: str) -> dict[str, Any]:
    """Everything a template may print; `sources` are the addresses of the cuts, `kind` their CSS format."""
    meta, brand = document.meta, document.brand
    mark = OUR_MARK if kind == "truetype" else ""
    families = {"arabic": "", "boxes": boxes_among(cuts), **_families(brand, printed=bool(mark))}
    return {
        "lang": document.lang,
        "direction": direction(document.lang),
        "title": meta.title,
        "headline": steady(with_whole_ranges(ending_together(meta.title, title_line(document))), document.lang),
        "running_title": steady(running_title(document), document.lang),
        "standfirst": steady(with_whole_ranges(ending_together(meta.subtitle, STANDFIRST_LINE)), document.lang),
        "organisation": organisation(document),
        "series": series(document),
        "authors": [_author(author, document.lang) for author in meta.authors],
        "facts": [_steady(fact, document.lang) for fact in facts(document)],
        "keywords": list(meta.keywords),
        "url": meta.url,
        "licence": {"name": meta.licence.name, "url": meta.licence.url},
        "date": document.date,
        "marks": list(document.marks),
        "grouped": document.meta.references == "grouped",
        "labels": words_of(document).all(),
        "contents": [entry for entry in outline(document) if entry["level"] == 1],
        "outline": outline(document),
        "memo_lines": [_steady(line, document.lang) for line in memo_lines(document)],
        "watermark": watermark(document),
        "colours": checked_colours(brand),
        "families": {use: family and mark + family for use, family in families.items()},
        "fonts": [_font(cut, mark, source, kind) for cut, source in zip(cuts, sources, strict=True)],
        "logo": _logo(brand.band_logo if _has_band(document) else brand.logo),
        "night_logo": {} if mark or _has_band(document) else _logo(brand.band_logo),
        "paper_logo": {} if mark or not _has_band(document) or _is_one_logo(brand) else _logo(brand.logo),
        "link": brand.link,
        "foot": [steady(part, document.lang) for part in foot(document)],
        "page_size": brand.page.size,
        "page_height": PAGE_HEIGHTS[brand.page.size],
        "margins": {side: f"{length:g}mm" for side, length in margins(document).items()},
        "indent": MARGIN_COLUMN if document.template.says("margin-column") else "0mm",
        "options": {
            name.replace("-", "_"): _option(value, document.lang) for name, value in document.template.options.items()
        },
        "charts": has_charts(document.ast["blocks"]),
        "description": description(document),
        "meta_tags": meta_tags(document),
        "open_graph": open_graph(document),
        "json_ld": json_ld(document),
    }


def title_line(document: Document) -> int:
    """How many letters of the title a line holds."""
    return COVER_LINE if document.template.options.get("cover") else TITLE_LINE


def ending_together(text: str, line: int) -> str:
    """Display type whose last word does not stand alone on a line that holds so many letters.

    Where the last two words fill more than half of a line they are left apart: the line above would be the short one.
    """
    words = tree.split_at_blanks(text)
    end = "\u00a0".join(words[-2:])
    return " ".join([*words[:-2], end]) if len(words) > SHORT_LINE and len(end) <= line / 2 else text


def running_title(document: Document) -> str:
    """The title as it stands at the head of each page: on one line, cut after a word where it is longer."""
    sides = margins(document)
    width = PAGE_WIDTHS[document.brand.page.size] - sides["left"] - sides["right"]
    room = width / HEAD_LETTER[direction(document.lang)]
    mark = len(" · ".join(document.marks))
    room = room / 2 - mark if mark else min(room - len(organisation(document)), _measured_room(document, width))
    return cut_after_word(document.meta.title, min(max(LEAST_HEAD, int(room - HEAD_GAP / 2)), MOST_HEAD))


def _measured_room(document: Document, width: float) -> float:
    """How many letters of the title have room beside who publishes: a font of the brand may be wider than ours."""
    title = document.meta.title[:MOST_HEAD]
    if direction(document.lang) == "rtl" or not title or not document.brand.faces:
        return MOST_HEAD + HEAD_GAP
    measure = measurer(document.brand, HEAD_SIZE)
    letter = max(measure(title, False) / len(title), HEAD_SIZE / 10)
    return (width - HEAD_SPACE - measure(organisation(document), True)) / letter + HEAD_GAP / 2


def cut_after_word(text: str, most: int) -> str:
    """The text, or its first words, with an ellipsis; a word that is longer is cut itself."""
    if len(text) <= most:
        return text
    start = text[:most]
    return (start.rpartition(" ")[0] or start[:-1]).rstrip(" ,;:.–—-") + "…"


def words_of(document: Document) -> Words:
    """The words that are printed in the language of a document, by its template."""
    return Words(document.lang, document.template.labels)


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
    meta, words = document.meta, words_of(document)
    rows = (
        ("published" if is_published(document) else "dated", [long_date(meta.date, document.lang)]),
        ("for", list(meta.audience)),
        ("decision", [meta.decision, _decided_by(document)]),
        ("status", [status_words(meta.status, document.lang)] if meta.status not in ("", "published") else []),
        ("embargo", [embargo_words(meta, document.lang)]),
    )
    return [{"label": words[name], "lines": [line for line in lines if line]} for name, lines in rows if any(lines)]


def _decided_by(document: Document) -> str:
    """By when it is to be decided: `By 31 January 2027`."""
    day, lang = document.meta.decision_by, document.lang
    words = f"{before_date(day, lang)} {long_date(day, lang)}" if day else ""
    return words[:1].upper() + words[1:]


def _option(value: Any, lang: str) -> Any:
    """The value of an option; a text with the blanks of the language."""
    return spaced_text(value, lang) if isinstance(value, str) else value


def _steady(fact: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """A fact whose lines are not taken for ones that run the other way."""
    return {**fact, "lines": [steady(line, lang) for line in fact["lines"]]}


def memo_lines(document: Document) -> list[dict[str, Any]]:
    """What stands at the head of a memo: to whom, from whom, and the facts."""
    words, found = words_of(document), facts(document)
    senders = [
        f"{words['comma']} ".join(part for part in (a.name, a.affiliation) if part) for a in document.meta.authors
    ]
    addressed = [{**fact, "label": words["to"]} for fact in found if fact["label"] == words["for"]]
    sent = [{"label": words["from"], "lines": senders}] if senders else []
    return [*addressed, *sent, *(fact for fact in found if fact["label"] != words["for"])]


def margins(document: Document) -> dict[str, float]:
    """The margins of a printed page in millimetres: the brand's, and at the sides what the template adds."""
    page, more = document.brand.page, float(document.template.options.get("side-space", 0.0))
    return {"top": page.top, "right": page.right + more, "bottom": page.bottom, "left": page.left + more}


def watermark(document: Document) -> str:
    """What is printed across each page: a mark that is short enough, such as that of a draft."""
    return next((mark for mark in document.marks if len(mark) <= LONGEST_WATERMARK), "")


def outline(document: Document) -> list[dict[str, Any]]:
    """The headings of sections, down to level 2, with their identifiers and numbers."""
    made: list[dict[str, Any]] = []
    for node in tree.walk(list(document.ast["blocks"])):
        if node["t"] == "Header" and node["c"][0] <= LOWEST_IN_CONTENTS and node["c"][1][0]:
            number, title = structure.parted_number(node["c"][2])
            made.append({"id": node["c"][1][0], "number": number, "title": tree.plain(title), "level": node["c"][0]})
    return made


def capitals(document: Document) -> str:
    """What style sheets may set in capitals, in capitals: labels, the series line and headings; `í` needs an `Í`."""
    titles = [entry["title"] for entry in outline(document)]
    return "".join((*words_of(document).all().values(), series(document), *titles)).upper()


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


def _families(brand: Brand, *, printed: bool) -> dict[str, str]:
    """The families of a page. That of code is empty where it is one of text, and a browser has a better one.

    `code` is the family of code where it is none of text, `behind_code` what it lacks is printed in.
    """
    families, own = checked_families(brand), code_family(brand)
    made = {**families, "code": own, "behind_code": families["headings"] if own and printed else ""}
    return made if own or printed else {**made, "monospace": ""}


def code_family(brand: Brand) -> str:
    """The family of code, if that is none of text."""
    family = checked_families(brand)["monospace"]
    return "" if family in (brand.families["base"], brand.families["headings"]) else family


def data_uri(asset: Asset) -> str:
    """A picture as an address that holds it whole."""
    return f"data:{asset.media_type};base64,{b64encode(asset.data).decode('ascii')}"


def _has_band(document: Document) -> bool:
    """Whether the title stands on the dark band; the other heads are paper by day and dark by night."""
    return document.template.options.get("head", "band") == "band"


def _is_one_logo(brand: Brand) -> bool:
    """Whether the logo for the band is also that for paper."""
    return not brand.logo or not brand.band_logo or brand.logo.picture == brand.band_logo.picture


def _logo(logo: Logo | None) -> dict[str, Any]:
    return {"source": data_uri(logo.picture), "alt": logo.alt, "plate": logo.plate} if logo else {}


def _font(cut: Cut, mark: str, source: str, kind: str) -> dict[str, str]:
    return {"family": mark + cut.family, "weight": cut.weight, "style": cut.style, "source": source, "format": kind}


def boxes_among(cuts: Sequence[Cut]) -> str:
    """The family of the empty boxes, if there is one among the fonts."""
    return FAMILY_OF_BOXES if any(cut.family == FAMILY_OF_BOXES for cut in cuts) else ""


def _author(author: Author, lang: str) -> dict[str, str]:
    affiliation = steady(author.affiliation, lang)
    said = {"orcid": author.orcid, "orcid_address": author.orcid_address, "email": author.email}
    return {"name": steady(author.name, lang), "affiliation": affiliation, **said}


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
