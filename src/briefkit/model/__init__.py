"""The nouns: immutable values that every step passes on. They know nothing of files, pandoc or formats."""

from __future__ import annotations

from briefkit.model.accounts import (
    CLAIMING,
    OPEN,
    SOURCED,
    STATUSES,
    Account,
    Allowed,
    Checked,
    Report,
    Sign,
    Utterance,
    Verdict,
)
from briefkit.model.briefs import (
    AUTHOR,
    FORMULA,
    MARKS,
    Allowance,
    Author,
    Block,
    Brief,
    Citation,
    FrontMatter,
    Funding,
    Licence,
    Mark,
    Section,
    Sentence,
    Series,
    Unreadable,
)
from briefkit.model.documents import SVG, Asset, Attachment, Brand, Document, Face, Logo, Page, Template
from briefkit.model.findings import Edit, Finding, Fix, Place, Problem, Related, Severity, start_of
from briefkit.model.runners import Ast, Parsed, Reader, Runner
from briefkit.model.sources import Field, Library, Progress, Source, Use, be_quiet
from briefkit.values import EMPTY

# fmt: off
__all__ = [
    "AUTHOR", "CLAIMING", "EMPTY", "FORMULA", "MARKS", "OPEN", "SOURCED", "STATUSES", "SVG", "Account", "Allowance",
    "Allowed", "Asset", "Ast", "Attachment", "Author", "Block", "Brand", "Brief", "Checked", "Citation", "Document",
    "Edit", "Face", "Field", "Finding", "Fix", "FrontMatter", "Funding", "Library", "Licence", "Logo", "Mark",
    "Page", "Parsed", "Place", "Problem", "Progress", "Reader", "Related", "Report", "Runner", "Section",
    "Sentence", "Series", "Severity", "Sign", "Source", "Template", "Unreadable", "Use", "Utterance", "Verdict",
    "be_quiet", "start_of",
]
# fmt: on
