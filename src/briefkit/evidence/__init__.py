"""Claims and a library in, one account for every sentence that counts out.

The status is the first that applies: unresolved, then the author's mark (opinion, own analysis, waived), sourced,
restated, unsupported, not a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefkit.claims import CLAIM_NAMES
from briefkit.lookup import Holding
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
    waiving = Waiving(brief.allowances)
    accounts = [_account(brief, sentence, verdict, library, waiving) for sentence, verdict in claims]
    body = [a for a in accounts if a.status in ("sourced", "own-analysis") and not _sums_up(brief, a.sentence)]
    sums_up = [a.status == "unsupported" and _sums_up(brief, a.sentence) for a in accounts]
    said = Said(b.sentence.plain for b in body) if any(sums_up) else Said(())
    return tuple(_restated(a, body, said) if sums else a for a, sums in zip(accounts, sums_up, strict=True))


def _account(brief: Brief, sentence: Sentence, verdict: Verdict, library: Library, waiving: Waiving) -> Account:
    keys = (*(c.key for c in sentence.citations), *_table_keys(brief, sentence))
    status = _status(sentence, verdict, library, keys, waiving)
    covered = tuple(dict.fromkeys(keys)) if status in ("sourced", "own-analysis", "unresolved") else ()
    return Account(sentence, status, verdict.kind, verdict.score, verdict.level, verdict.signs, verdict.gate, covered)


def _status(sentence: Sentence, verdict: Verdict, library: Library, keys: Sequence[str], waiving: Waiving) -> str:
    if not all(library.can_cite(key) for key in keys):
        return "unresolved"
    reasoned = (m for m in sentence.marks if m.name != "waived" or m.reason)
    marks = [MARK_STATUS[m.name] for m in reasoned if m.name in MARK_STATUS]
    if marks:
        return marks[-1]
    claimed = verdict.level != "none" or any(m.name == "claim" for m in sentence.marks)
    if claimed and not keys and any(waiving(sentence, verdict.kind)):
        return "waived"
    if keys:
        return "sourced"
    return "unsupported" if claimed else "not-a-claim"


class Waiving:
    """The allowances of a brief that give a reason, asked which of them cover a claim."""

    def __init__(self, allowances: Iterable[Allowance]) -> None:
        self.allowances = [a for a in allowances if a.reason]
        self.holding = Holding(a.scope for a in self.allowances)

    def __call__(self, sentence: Sentence, kind: str) -> Iterator[Allowance]:
        """Those that cover a claim of this kind in this sentence."""
        names = {"unsupported-claim", CLAIM_NAMES.get(kind, "unsupported-claim")}
        held = (self.allowances[n] for n in self.holding(sentence.place)) if self.allowances else ()
        return (a for a in held if not names.isdisjoint(a.names))


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


def _restated(account: Account, body: Sequence[Account], said: Said) -> Account:
    """The account of a sentence that sums up, as `restated` when it says again a sourced sentence of the body."""
    twin = said.first_like(account.sentence.plain)
    if twin is None:
        return account
    where = body[twin].sentence.place
    kept = (account.sentence, "restated", account.kind, account.score, account.level, account.signs, account.gate)
    return Account(*kept, (f"{where.path}:{where.line}:{where.column}",))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a sentence can be known by: its figures, its names, and its other words."""

    figures: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


class Said:
    """Sentences, asked for the first that holds all figures and names of another and half of its other words."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.facts = [_facts(sentence) for sentence in sentences]
        self.by_fact: dict[str, list[int]] = {}
        for number, facts in enumerate(self.facts):
            for fact in facts.figures | facts.names:
                self.by_fact.setdefault(fact, []).append(number)

    def first_like(self, short: str) -> int | None:
        """The index of the first sentence that says again what a short one does."""
        own = _facts(short)
        names = own.names - {short.split()[0]}
        if not (own.figures or len(names) > 1):
            return None
        rarest = min((self.by_fact.get(fact, []) for fact in own.figures | names), key=len)
        return next((n for n in rarest if _says_again(own, names, self.facts[n])), None)


def _facts(text: str) -> _Facts:
    figures = frozenset(f.rstrip(".,") for f in FIGURES.findall(text))
    return _Facts(figures, frozenset(NAMES.findall(text)), frozenset(_content(text)))


def _says_again(short: _Facts, names: frozenset[str], long: _Facts) -> bool:
    if not (short.figures <= long.figures and names <= long.names):
        return False
    return len(short.words & long.words) >= LEAST_SHARED * len(short.words)


def _content(text: str) -> set[str]:
    return {w.casefold() for w in WORD.findall(text)} - COMMON
