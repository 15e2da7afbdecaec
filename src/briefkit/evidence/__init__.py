"""Claims and a library in, one account for every sentence that counts out.

The status is the first that applies: unresolved, then the author's mark (opinion, own analysis, waived), sourced,
restated, unsupported, not a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefkit.claims import CLAIM_CODES, CLAIM_NAMES
from briefkit.evidence.quotations import as_quoted, cover_quotations, find_quotations
from briefkit.evidence.restated import Said
from briefkit.evidence.scope import widen
from briefkit.evidence.stated import SAYS_AGAIN
from briefkit.lookup import Holding
from briefkit.model import Account, Allowance, Block, Brief, Citation, Library, Place, Sentence, Verdict
from briefkit.patterns import regex
from briefkit.values import replace

MARK_STATUS = {
    "opinion": "opinion",
    "own-analysis": "own-analysis",
    "common-knowledge": "waived",
    "waived": "waived",
}

CITED = regex(r"(?<![^\W_])-?@(?:\{(?P<braced>[^\s{}]+)\}|(?P<plain>[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*))")
"""A key as pandoc reads it."""


def link_evidence(
    brief: Brief, claims: Sequence[tuple[Sentence, Verdict]], library: Library, scope: str = "sentence"
) -> tuple[Account, ...]:
    """The account of every sentence: what stands behind it, or that nothing does.

    `scope` is how far a citation reaches beyond its own sentence: one of CITATION_SCOPES.
    """
    linking = _Linking(brief, library)
    quotations = find_quotations(brief)
    accounts = [linking.account(sentence, verdict) for sentence, verdict in as_quoted(brief, quotations, claims)]
    accounts = cover_quotations(brief, quotations, library, accounts)
    if scope != "sentence":
        accounts = list(widen(accounts, scope))
    body = [a for a in accounts if a.status in ("sourced", "own-analysis") and not _sums_up(brief, a.sentence)]
    sums_up = [a.status == "unsupported" and _sums_up(brief, a.sentence) for a in accounts]
    said = Said((b.sentence.plain for b in body), brief.front.language) if any(sums_up) else Said(())
    return tuple(_restated(a, body, said) if sums else a for a, sums in zip(accounts, sums_up, strict=True))


class Lead(NamedTuple):
    """A sentence of the text that helps one of a summary: it says so too, or has its figures with a source."""

    place: Place
    citation: Citation | None = None


def lead_summaries(brief: Brief, accounts: Sequence[Account]) -> dict[Place, Lead]:
    """For each unsupported sentence that sums up the one that says so too without a source, or cites its figures."""
    summing = [a.sentence for a in accounts if a.status == "unsupported" and _sums_up(brief, a.sentence)]
    if not summing:
        return {}
    body = [a for a in accounts if a.status in ("unsupported", "sourced") and not _sums_up(brief, a.sentence)]
    bare = [a.sentence for a in body if a.status == "unsupported"]
    citing = [a.sentence for a in body if a.status == "sourced" and a.sentence.citations]
    lang, leads = brief.front.language, {}
    same, near = (Said((s.plain for s in sentences), lang) for sentences in (bare, citing))
    for sentence in summing:
        if (twin := same.first_like(sentence.plain)) is not None:
            leads[sentence.place] = Lead(bare[twin].place)
        elif (other := near.first_with_figures(sentence.plain)) is not None:
            leads[sentence.place] = Lead(citing[other].place, citing[other].citations[0])
    return leads


class _Linking:
    """What the account of a sentence is made from, besides the sentence."""

    def __init__(self, brief: Brief, library: Library) -> None:
        self.brief = brief
        self.library = library
        self.waiving = Waiving(brief.allowances)
        self.captions = {b.exhibit: b.place for b in reversed(brief.blocks) if b.kind == "caption"}

    def account(self, sentence: Sentence, verdict: Verdict) -> Account:
        """The account of a sentence by itself."""
        behind: dict[str, Place] = {}
        for citation in sentence.citations:
            behind.setdefault(citation.key, citation.place)
        block = self.brief.blocks[sentence.block]
        for key in _table_keys(block):
            behind.setdefault(key, self.captions.get(block.exhibit, block.place))
        status = self._status(sentence, verdict, tuple(behind))
        kept = behind if status in ("sourced", "own-analysis", "unresolved") else {}
        seen = (verdict.kind, verdict.score, verdict.level, verdict.signs, verdict.gate)
        return Account(sentence, status, *seen, tuple(kept), tuple(kept.values()))

    def _status(self, sentence: Sentence, verdict: Verdict, keys: Sequence[str]) -> str:
        if not all(self.library.can_cite(key) for key in keys):
            return "unresolved"
        reasoned = (m for m in sentence.marks if m.name != "waived" or m.reason)
        marks = [MARK_STATUS[m.name] for m in reasoned if m.name in MARK_STATUS]
        if marks:
            return marks[-1]
        claimed = verdict.level != "none" or any(m.name == "claim" for m in sentence.marks)
        if claimed and not keys and any(self.waiving(sentence, verdict.kind)):
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
        rules = ("unsupported-claim", CLAIM_NAMES.get(kind, "unsupported-claim"))
        names = {*rules, *(CLAIM_CODES[rule] for rule in rules)}
        held = (self.allowances[n] for n in self.holding(sentence.place)) if self.allowances else ()
        return (a for a in held if not names.isdisjoint(a.names))


def _table_keys(block: Block) -> tuple[str, ...]:
    """The keys in the `source=` of the figure or table that a caption or cell belongs to."""
    if block.kind not in ("caption", "cell"):
        return ()
    return source_keys(block.attributes.get("source", ""))


def source_keys(source: str) -> tuple[str, ...]:
    """The keys that a `source=` attribute cites."""
    return tuple(match["braced"] or match["plain"] for match in CITED.finditer(source))


def _sums_up(brief: Brief, sentence: Sentence) -> bool:
    return brief.blocks[sentence.block].role in SAYS_AGAIN


def _restated(account: Account, body: Sequence[Account], said: Said) -> Account:
    """The account of a sentence that sums up, as `restated` when it says again a sourced sentence of the body."""
    twin = said.first_like(account.sentence.plain)
    if twin is None:
        return account
    place = body[twin].sentence.place
    where = f"{place.path}:{place.line}:{place.column}"
    return replace(account, status="restated", covered_by=(where,), covered_at=(place,))
