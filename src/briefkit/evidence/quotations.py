"""A brief in, its block quotations out: what is cited for each, and what that makes of the accounts of its sentences.

A block quotation is one quotation, however many sentences it has. What its attribution line cites covers all of it,
and so does what the sentence cites that leads up to it; a citation in it covers what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.evidence.stated import SAYS_AGAIN
from briefkit.model import Account, Block, Brief, Citation, Library, Place, Sentence, Verdict
from briefkit.parse.quotations import quotations_of
from briefkit.values import Value, replace

CLOSING = " \u00a0\u202f\"'\u201d\u2019\u00bb)"
ENDS = (".", "!", "?", "\u2026")


class Quotation(Value):
    """A block quotation: its blocks, what is cited for all of it, and whether a line says whose words it is."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    is_named: bool


def find_quotations(brief: Brief) -> Mapping[int, Quotation]:
    """The block quotations of a brief by their numbers."""
    parts = quotations_of(brief.blocks)
    leads = dict(_leads(brief.blocks)) if parts else {}
    return {number: _quotation(blocks, leads.get(number)) for number, blocks in parts.items()}


def _quotation(blocks: Sequence[Block], lead: Sentence | None) -> Quotation:
    sources = [block for block in blocks if block.kind == "attribution"]
    own = tuple(c for block in sources for s in block.sentences for c in s.citations)
    quoted = tuple(block for block in blocks if block.kind != "attribution")
    return Quotation(quoted, own or (lead.citations if lead else ()), bool(sources))


def _leads(blocks: Iterable[Block]) -> Iterator[tuple[int, Sentence]]:
    """The sentence that leads up to each quotation: the last of the block before it, if that has no full stop."""
    before: Block | None = None
    seen = 0
    for block in blocks:
        if block.kind == "note" or not block.sentences:
            continue
        if block.quotation > seen:
            seen = block.quotation
            if before and before.counts and not before.sentences[-1].plain.rstrip(CLOSING).endswith(ENDS):
                yield seen, before.sentences[-1]
        before = block


def as_quoted(
    brief: Brief, quotations: Mapping[int, Quotation], claims: Iterable[tuple[Sentence, Verdict]]
) -> Iterator[tuple[Sentence, Verdict]]:
    """The verdicts; what stands in a block quotation quotes, and is a claim for sure where the quotation is named."""
    for sentence, verdict in claims:
        block = brief.blocks[sentence.block]
        quotation = quotations.get(block.quotation)
        if quotation and quotation.is_named:
            yield sentence, replace(verdict, kind="quotation", level="strict", gate="")
        elif quotation and verdict.level != "none" and block.role not in SAYS_AGAIN:
            yield sentence, replace(verdict, kind="quotation")
        else:
            yield sentence, verdict


def cover_quotations(
    brief: Brief, quotations: Mapping[int, Quotation], library: Library, accounts: Sequence[Account]
) -> list[Account]:
    """The accounts, the unsupported ones of a quotation with what is cited for them."""
    covered = list(accounts)
    behind: tuple[Citation, ...] = ()
    current = 0
    for number in reversed(range(len(covered) if quotations else 0)):
        account = covered[number]
        quotation = brief.blocks[account.sentence.block].quotation
        if brief.blocks[account.sentence.block].kind == "note":
            continue
        if quotation != current:
            current = quotation
            behind = quotations[quotation].citations if quotation in quotations else ()
        if quotation and account.sentence.citations:
            behind = account.sentence.citations
        elif quotation and behind and account.status == "unsupported":
            covered[number] = _covered_by(behind, library, account)
    return covered


def _covered_by(citations: Sequence[Citation], library: Library, account: Account) -> Account:
    places: dict[str, Place] = {}
    for citation in citations:
        places.setdefault(citation.key, citation.place)
    status = "sourced" if all(library.can_cite(key) for key in places) else "unresolved"
    return replace(account, status=status, covered_by=tuple(places), covered_at=tuple(places.values()))
