"""Fixing a library that is a text in memory: all rules on all its entries, their fixes made until none is left."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library import read_library, resolve
from briefkit.model import EMPTY, Brief, Finding, FrontMatter, Library, Severity
from briefkit.pipeline.fixing import ROUNDS, Texts, make_edits
from briefkit.rules import RULES
from briefkit.rules.base import Case
from briefkit.text import normalise_newlines

BIB = "references.bib"
NO_BRIEF = Brief("brief.md", "", FrontMatter(), (), (), (), (), EMPTY)


def library_of(data: bytes) -> Library:
    """The library that the bytes of a file make."""
    return read_library([(BIB, normalise_newlines(data.decode("utf-8-sig")))])


def findings_on(data: bytes) -> tuple[Finding, ...]:
    """What the rules say of every entry of a library."""
    return tuple(_find(library_of(data)))


def _find(library: Library) -> Iterator[Finding]:
    sources = resolve(library, list(library.sources))
    case = Case(NO_BRIEF, library, (), sources)
    for rule in RULES:
        for hit in rule.check(case) if rule.CODE.startswith("BIB") else ():
            severity = Severity(min(max(rule.SEVERITY + hit.step, Severity.INFO), Severity.ERROR))
            yield Finding(hit.place, rule.CODE, "", severity, hit.message, hit.hint, hit.related, hit.subject, hit.fix)


def fix_bytes(data: bytes, *, unsafe: bool = False, rounds: int = ROUNDS) -> bytes:
    """The file after all fixes."""
    texts = Texts({BIB: data})
    for _ in range(rounds):
        fixable = [f for f in findings_on(texts.read(BIB)) if f.fix and (f.fix.safe or unsafe)]
        if not make_edits(texts, fixable):
            break
    return texts.read(BIB)


def fix_text(text: str, *, unsafe: bool = False) -> str:
    """The text of a library after all fixes."""
    return fix_bytes(text.encode(), unsafe=unsafe).decode()
