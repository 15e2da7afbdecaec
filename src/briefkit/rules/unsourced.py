"""A claim without a source, as a rule tells of it: what kind it is, what gave it away, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.claims import CLAIM_NAMES, REASONS
from briefkit.claims.kinds import find_kind
from briefkit.evidence.scope import beside
from briefkit.evidence.stated import ADVISING
from briefkit.evidence.typed import find_typed
from briefkit.library.identifiers import LONGEST
from briefkit.model import Account, Citation, Sentence, Sign
from briefkit.rules.base import Case, Hit
from briefkit.text import compiled, shorten
from briefkit.values import replace

KINDS: Mapping[str, str] = {
    "statistic": "it gives a figure",
    "quotation": "it quotes somebody",
    "attribution": "it gives the word of a source without a name",
    "legal": "it states a provision of law",
    "comparison": "it makes a comparison",
    "causal": "it states a cause",
    "event": "it tells of an event",
    "general": "it states a fact",
}
"""What a claim of each kind does, in a reader's words."""


TO_RECOMMEND = "cite a source as [@key, p. 3], or state it with its source in the text and say here what is to be done"


NAMES_A_SOURCE = (
    r"[(,] ?(?:[A-ZÀ-Þ][^\W\d_]+ )?(?:1[5-9]|20)\d\d[a-z]?\b[).,;:]|,\s(?:pp?|S|págs?)\.\s?\d|\b(?:[Ii]bid|[Ee]bd)\b"
)
"""What a note in words has where it is a reference: a year between signs, a page."""

SAYS_A_SOURCE = "This note names a source in words, which no list of references shows"
TO_CITE_IN_NOTE = "add the source to the library, and write the note as [^1]: [@key, p. 3]"


def unsupported(case: Case, name: str, cure: str) -> Iterator[Hit]:
    """Hits for the unsupported claims of which the rule `name` speaks: their kind, and what gave them away.

    A claim beside a sentence that cites is one step less grave, unless the project has said how far citations reach. A
    block quotation is told of once, at its first claim.
    """
    quotations: set[int] = set()
    for number, account in enumerate(case.accounts):
        if account.status == "unsupported" and CLAIM_NAMES.get(account.kind, "unsupported-claim") == name:
            quotation = case.brief.blocks[account.sentence.block].quotation
            if quotation in quotations:
                continue
            quotations.update((quotation,) if quotation else ())
            sentence, sure = account.sentence, account.level != "advisory"
            near = beside(case.accounts, number) if case.scope == "sentence" else None
            typed = _typed(sentence, case.brief.front.language)
            what = "block quotation" if quotation else "sentence"
            message = f"This {what} has no source: {why(account, case.brief.front.lang or 'en')}{_told(near)}{typed}"
            step = -(not sure) - (near is not None)
            block = case.brief.blocks[sentence.block]
            hint = TO_RECOMMEND if block.role in ADVISING else cure
            if block.kind == "note" and compiled(NAMES_A_SOURCE).search(sentence.plain[:LONGEST]):
                message, hint, step = SAYS_A_SOURCE, TO_CITE_IN_NOTE, step - 1
            yield Hit(sentence.place, message, hint, subject=sentence.plain, step=step, sure=sure)


def _told(near: tuple[str, Citation] | None) -> str:
    if near is None:
        return ""
    where, citation = near
    return f"; the sentence {where} it cites @{citation.key} (line {citation.place.line})"


def _typed(sentence: Sentence, lang: str) -> str:
    """What stands in a sentence for a citation, to lead the reader to the finding on it (CIT209)."""
    found = find_typed(sentence.plain, lang) if "(" in sentence.plain else ()
    first = next((typed for typed in found if any(work.trust for work in typed.works)), None)
    return f"; '{shorten(sentence.plain[first.start : first.end], 80)}' is typed by hand" if first else ""


TELLS_LITTLE = frozenset({"name", "several-names", "long", "recommending", "concluding"})
"""Signs that are named only when there is no other."""

QUOTES = '"\u201c\u201d\u00ab\u00bb\u201e '


MARKERS = frozenset("TODO TBD TBC TBA FIXME XXX TK".split())
NAMING = ("name", "several-names")


def _telling(signs: Iterable[Sign], lang: str) -> Iterator[Sign]:
    """The signs that show words; names without markers, and none in German, where every noun has a capital."""
    for sign in signs:
        if sign.name not in NAMING:
            yield sign
        elif not lang.startswith("de"):
            names = [name for name in sign.words.split(", ") if name not in MARKERS]
            if len(names) > (sign.name == "several-names"):
                yield replace(sign, words=", ".join(names))


def why(account: Account, lang: str = "en") -> str:
    """The kind of a claim and what gave it away: `it tells of an event ("shut", something that happened)`.

    The sign that makes the kind comes first, then the strongest other that tells a reader something: other words than
    those that were quoted.
    """
    strongest = sorted(
        (s for s in _telling(account.signs, lang) if s.words), key=lambda s: (s.name in TELLS_LITTLE, -s.weight)
    )
    makers = [s for s in strongest if account.kind != "general" and find_kind((s.name,)) == account.kind]
    others = [s for s in strongest if s.weight > 0 and s not in makers[:1]]
    signs = _with_other_words([*makers[:1], *others])[:2]
    kind = KINDS[account.kind]
    told = "; ".join(_words_and_reason(s, kind) for s in signs)
    if told:
        return f"{kind} ({told})"
    return kind if account.level != "none" else "the author marked it as a claim"


def _with_other_words(signs: Sequence[Sign]) -> list[Sign]:
    """The signs without those of which the words are part of the first one's."""
    said = signs[0].words.casefold() if signs else ""
    return [s for n, s in enumerate(signs) if not n or s.words.strip(QUOTES).casefold() not in said]


def _words_and_reason(sign: Sign, kind: str) -> str:
    """`\u201c12%\u201d, a percentage`; without a reason that the kind gives already."""
    reason = REASONS.get(sign.name, "")
    return f"\u201c{sign.words.strip(QUOTES)}\u201d" + (f", {reason}" if reason and reason not in kind else "")
