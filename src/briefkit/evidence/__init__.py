"""Claims and a library in, one account for every sentence that counts out.

The status is the first that applies: unresolved, then the author's mark (opinion, own analysis, waived), sourced,
restated, unsupported, not a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefkit.claims import CLAIM_NAMES
from briefkit.model import Account, Allowance, Brief, Library, Sentence, Verdict
from briefkit.text import WORD

MARK_STATUS = {
    "opinion": "opinion",
    "own-analysis": "own-analysis",
    "common-knowledge": "waived",
    "waived": "waived",
}

CITED = re.compile(
    r"(?<![^\W_])-?@(?:\{(?P<braced>[^\s{}]+)\}|(?P<plain>[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*))"
)
"""A key as pandoc reads it."""


def link_evidence(brief: Brief, claims: Sequence[tuple[Sentence, Verdict]], library: Library) -> tuple[Account, ...]:
    """The account of every sentence: what stands behind it, or that nothing does."""
    accounts = [_account(brief, sentence, verdict, library) for sentence, verdict in claims]
    body = [a for a in accounts if a.status in ("sourced", "own-analysis") and not _sums_up(brief, a.sentence)]
    return tuple(_restated(brief, a, body) for a in accounts)


def _account(brief: Brief, sentence: Sentence, verdict: Verdict, library: Library) -> Account:
    keys = (*(c.key for c in sentence.citations), *_table_keys(brief, sentence))
    status = _status(brief, sentence, verdict, library, keys)
    covered = tuple(dict.fromkeys(keys)) if status in ("sourced", "own-analysis", "unresolved") else ()
    return Account(sentence, status, verdict.kind, verdict.score, verdict.level, verdict.signs, verdict.gate, covered)


def _status(brief: Brief, sentence: Sentence, verdict: Verdict, library: Library, keys: Sequence[str]) -> str:
    if not all(library.can_cite(key) for key in keys):
        return "unresolved"
    reasoned = (m for m in sentence.marks if m.name != "waived" or m.reason)
    marks = [MARK_STATUS[m.name] for m in reasoned if m.name in MARK_STATUS]
    if marks:
        return marks[-1]
    claimed = verdict.level != "none" or any(m.name == "claim" for m in sentence.marks)
    if claimed and not keys and waiving(brief.allowances, sentence, verdict.kind):
        return "waived"
    if keys:
        return "sourced"
    return "unsupported" if claimed else "not-a-claim"


def waiving(allowances: Iterable[Allowance], sentence: Sentence, kind: str) -> list[Allowance]:
    """The allowances that cover a claim of this kind in this sentence."""
    names = {"unsupported-claim", CLAIM_NAMES.get(kind, "unsupported-claim")}
    return [a for a in allowances if a.reason and names & set(a.names) and a.scope.holds(sentence.place)]


def _table_keys(brief: Brief, sentence: Sentence) -> tuple[str, ...]:
    """The keys in the `source=` of the figure or table that a caption or cell belongs to."""
    block = brief.blocks[sentence.block]
    if block.kind not in ("caption", "cell"):
        return ()
    return source_keys(block.attributes.get("source", ""))


def source_keys(source: str) -> tuple[str, ...]:
    """The keys that a `source=` attribute cites."""
    return tuple(match["braced"] or match["plain"] for match in CITED.finditer(source))


# --- restated --------------------------------------------------------------------------------

SUMMING_UP = ("summary", "key-messages", "bottom-line", "key-message", "pull-quote")
FIGURES = re.compile(r"\d[\d.,]*\d|\d")
NAMES = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w\u2019'-]+\b")
COMMON = frozenset(
    "the a an of in on to and or for by with from that this it its is are was were be as at has have"
    " le la les l un une des de du d en au aux et ou par pour avec dans sur que qu qui ce cette ces il elle est sont"
    " ont été ne n se s der die das den dem des ein eine und oder von mit für auf ist sind war el los las una y o con"
    " por para que del al es son".split()
)
LEAST_SHARED = 0.5


def _sums_up(brief: Brief, sentence: Sentence) -> bool:
    block = brief.blocks[sentence.block]
    return block.role in SUMMING_UP


def _restated(brief: Brief, account: Account, body: Sequence[Account]) -> Account:
    """The account, as `restated` when it sums up a sourced sentence of the body."""
    if account.status != "unsupported" or not _sums_up(brief, account.sentence):
        return account
    twins = [b for b in body if _says_again(account.sentence.plain, b.sentence.plain)]
    if not twins:
        return account
    where = twins[0].sentence.place
    kept = (account.sentence, "restated", account.kind, account.score, account.level, account.signs, account.gate)
    return Account(*kept, (f"{where.path}:{where.line}:{where.column}",))


def _says_again(short: str, long: str) -> bool:
    """Whether all figures and names of one sentence, and half of its other words, occur in the other."""
    figures = {f.rstrip(".,") for f in FIGURES.findall(short)}
    names = set(NAMES.findall(short)) - {short.split()[0]}
    if not (figures or len(names) > 1):
        return False
    if not figures <= {f.rstrip(".,") for f in FIGURES.findall(long)} or not names <= set(NAMES.findall(long)):
        return False
    words, other = _content(short), _content(long)
    return len(words & other) >= LEAST_SHARED * len(words)


def _content(text: str) -> set[str]:
    return {w.casefold() for w in WORD.findall(text)} - COMMON
