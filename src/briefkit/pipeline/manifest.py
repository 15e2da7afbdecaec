"""What went into a document and what came out of it in, the manifest out: no clock, no machine, no absolute path.

A PDF that is to be kept holds it beside its pages, with the brief and the entries that this cites.
"""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Mapping, Sequence
from datetime import date

from briefkit.assemble import EPOCH
from briefkit.errors import InputError
from briefkit.escapes import encode, encode_json
from briefkit.library.bibtex import write_entries
from briefkit.library.vocabulary import is_private
from briefkit.model import Attachment, Brief, Document, Source
from briefkit.pipeline.days import today
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.inputs import Inputs
from briefkit.values import replace

VERSION = 1


def make_manifest(inputs: Inputs, made: Mapping[str, bytes], pandoc: str, *, came: str = "outputs") -> bytes:
    """What went in, what came out, and by which tools.

    The one inside a PDF cannot hold the digest of that PDF: in the place of `outputs` it lists what is `attached`.
    """
    told = inputs.result.told
    severities = [f.severity.label for f in (*told.checked.findings, *told.in_library)]
    document = {
        "version": VERSION,
        "brief": inputs.name(told.checked.brief.path),
        "inputs": dict(sorted(inputs.hashes.items())),
        came: {name: {"sha256": sha256(data), "bytes": len(data)} for name, data in sorted(made.items())},
        "findings": {label: severities.count(label) for label in ("error", "warning", "info")},
        "tools": {
            "briefkit": importlib.metadata.version("briefkit"),
            "pandoc": pandoc,
            "python": platform.python_version(),
            "weasyprint": importlib.metadata.version("weasyprint"),
            **inputs.tools,
        },
    }
    return encode_json(document, 2)


KEPT_BACK = frozenset(("abstract", "annotation", "annote", "contents", "keywords", "library", "review"))
"""Fields that are not attached, besides those a reference manager keeps for itself: others' texts, and our remarks."""


def attach_sources(slug: str, brief: Brief, cited: Sequence[Source]) -> tuple[Attachment, ...]:
    """The brief as it was typed and the entries that it cites."""
    text = Attachment(f"{slug}.md", encode(brief.text), "text/markdown", "Source", "The brief in Markdown")
    entries = encode(write_entries(_public(source) for source in cited))
    bib = Attachment(f"{slug}.bib", entries, "text/x-bibtex", "Data", "The entries that the brief cites, as biblatex")
    return text, bib


def attach_manifest(data: bytes) -> Attachment:
    """The manifest that goes into the PDF."""
    what = "What the brief was made from, and by which tools"
    return Attachment("manifest.json", data, "application/json", "Supplement", what)


def archive_date(document: Document, path: str) -> str:
    """The day of an archive: that of the brief, else that of SOURCE_DATE_EPOCH; InputError when there is none."""
    day = today() if document.date == EPOCH else document.date
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        hint = "add date: 2026-11-23 to its front matter, or set SOURCE_DATE_EPOCH"
        raise InputError(f"{path} has no date, and an archive needs one", hint) from error


def _public(source: Source) -> Source:
    """An entry without the fields that are for nobody but its owner."""
    fields = {n: f for n, f in source.fields.items() if n not in KEPT_BACK and not is_private(n)}
    return replace(source, fields=fields)
