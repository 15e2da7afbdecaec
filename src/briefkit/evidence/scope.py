"""The accounts of a brief in, what the citations of other sentences do for its claims out.

The setting `citation-scope` says how far a citation reaches within its paragraph. A citation whose key the library
lacks covers nothing, and only claims are covered: a question needs no source and gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefkit.model import Account, Citation, Place
from briefkit.values import replace

MOST_NAMED = 20
"""How many citations of another sentence an account names: a sentence may have thousands of them."""


def paragraphs(accounts: Iterable[Account]) -> Iterator[tuple[Account, ...]]:
    """The accounts of each paragraph, item, cell or other block that counts, in order."""
    return (tuple(group) for _, group in groupby(accounts, key=lambda a: a.sentence.block))


FEWEST = 2
"""How many claims before the only citation of a paragraph make one wonder."""


def cited_at_end(accounts: Iterable[Account]) -> Iterator[tuple[Sequence[Account], Account]]:
    """The claims of each paragraph that nothing but its last sentence has a citation for, and that sentence."""
    for *before, last in paragraphs(accounts):
        claims = [account for account in before if account.status == "unsupported"]
        if len(claims) >= FEWEST and cites(last) and not any(account.sentence.citations for account in before):
            yield claims, last


def widen(accounts: Iterable[Account], scope: str) -> Iterator[Account]:
    """The accounts, the unsupported claims that a citation of another sentence covers under this scope as sourced."""
    return (account for paragraph in paragraphs(accounts) for account in _covered(paragraph, scope))


def _covered(paragraph: Sequence[Account], scope: str) -> Iterator[Account]:
    """The citing sentence before a claim covers it; under `paragraph`, the first after it where none stands before."""
    citing = next((a for a in paragraph if cites(a)), None) if scope == "paragraph" else None
    for account in paragraph:
        if cites(account):
            citing = account
        elif account.sentence.citations and scope == "following":
            citing = None
        yield _covered_by(citing, account, scope) if citing and account.status == "unsupported" else account


def _covered_by(citing: Account, account: Account, scope: str) -> Account:
    places: dict[str, Place] = {}
    for citation in citing.sentence.citations[:MOST_NAMED]:
        places.setdefault(citation.key, citation.place)
    return replace(account, status="sourced", covered_by=tuple(places), covered_at=tuple(places.values()), scope=scope)


def cites(account: Account) -> bool:
    """Whether a sentence cites, and only what the library has."""
    return bool(account.sentence.citations) and account.status != "unresolved"


def beside(accounts: Sequence[Account], number: int) -> tuple[str, Citation] | None:
    """The citation of the sentence directly `before` or `after` another in its paragraph, the one before first."""
    block = accounts[number].sentence.block
    for where, other in (("before", number - 1), ("after", number + 1)):
        if 0 <= other < len(accounts) and accounts[other].sentence.block == block and cites(accounts[other]):
            sentence = accounts[other].sentence
            first, last = sentence.place.line, sentence.place.end_line
            own = tuple(c for c in sentence.citations if first <= c.place.line <= last)
            citations = own or sentence.citations  # those in a note are the reader's second choice
            return where, citations[-1] if where == "before" else citations[0]
    return None
