"""A Document goes in, what is said of it at its head and its foot comes out: who, when, for whom, in which series."""

from __future__ import annotations

import re
from typing import Any

from briefkit.assemble.labels import Words, before_date, embargo_words, long_date, status_words
from briefkit.model import Document


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


def memo_lines(document: Document) -> list[dict[str, Any]]:
    """What stands at the head of a memo: to whom, from whom, and the facts."""
    words, found = words_of(document), facts(document)
    senders = [
        f"{words['comma']} ".join(part for part in (a.name, a.affiliation) if part) for a in document.meta.authors
    ]
    addressed = [{**fact, "label": words["to"]} for fact in found if fact["label"] == words["for"]]
    sent = [{"label": words["from"], "lines": senders}] if senders else []
    return [*addressed, *sent, *(fact for fact in found if fact["label"] != words["for"])]
