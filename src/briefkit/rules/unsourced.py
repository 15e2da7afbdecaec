"""A claim without a source, as a rule tells of it: what kind it is, what gave it away, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.claims import CLAIM_NAMES, REASONS
from briefkit.claims.about_text import NAMES_A_SOURCE
from briefkit.claims.kinds import find_kind
from briefkit.evidence import Lead
from briefkit.evidence.scope import beside
from briefkit.evidence.stated import ADVISING, known_by
from briefkit.evidence.typed import find_typed
from briefkit.evidence.typed_entries import locator_in
from briefkit.library.identifiers import LONGEST
from briefkit.model import Account, Citation, Related, Sentence, Sign
from briefkit.patterns import regex
from briefkit.quantities import find_quantities
from briefkit.rules.base import Case, Check, Hit
from briefkit.text import WORD, shorten
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


READS = "it reads like a fact that could be checked"
"""The same of a sentence in which no words alone give that away, but all together."""


TO_RECOMMEND = "cite a source as [@key, p. 3], or state it with its source in the text and say here what is to be done"


LINKS = regex(r"\[[^\[\]]{1,200}\]\(<?https?://(?:www\.)?(?P<host>[\w.:-]{1,80})")
CALLS = regex(r"\[\^[^\]\s]{1,80}\]")
MARK = regex(
    r"\]\{[^{}]{0,200}?\.(?P<name>opinion|own-analysis|common-knowledge|waived(?=[^{}]{1,200}reason=))\b[^{}]{0,200}\}"
)
"""What a sentence has as it is typed that points elsewhere (a link, the call of a note), and a mark of some words."""

SAYS_A_SOURCE = "This note names a source in words, which no list of references shows"
TO_CITE_IN_NOTE = "add the source to the library, and write the note as [@key, p. 3]"


def unsupported(name: str, cure: str) -> Check:
    """The check of the rule `name`, which tells of unsupported claims of a kind."""
    return lambda case: _find_unsupported(case, name, cure)


def _find_unsupported(case: Case, name: str, cure: str) -> Iterator[Hit]:
    """Hits for the unsupported claims of which the rule `name` speaks: their kind, and what gave them away.

    A claim beside a sentence that cites is one step less grave, unless the project has said how far citations reach. A
    block quotation is told of once, at its first claim.
    """
    quotations: set[int] = set()
    speakers = {b.quotation: _speaker(b.plain) for b in case.brief.blocks if b.kind == "attribution" and b.quotation}
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
            block = case.brief.blocks[sentence.block]
            pointed, led = _pointed(sentence, cure) if block.kind != "note" else ("", cure)
            lang = case.brief.front.lang or "en"
            reason = f"it quotes {quoted}" if quotation and (quoted := speakers.get(quotation)) else why(account, lang)
            told = f"{reason}{pointed}{_told(near)}{typed}"
            message = f"This {what} has no source: {told}"
            step = -(not sure) - (near is not None)
            hint = TO_RECOMMEND if block.role in ADVISING else led
            related: tuple[Related, ...] = ()
            if lead := case.leads.get(sentence.place):
                related, hint = _led(lead)
            if block.kind == "note" and NAMES_A_SOURCE.search(sentence.plain[:LONGEST]):
                if typed:
                    continue  # CIT209 tells it of these words
                message, hint, step = SAYS_A_SOURCE, _to_cite(case, sentence), step - 1
            yield Hit(sentence.place, message, hint, related, sentence.plain, step=step, sure=sure)


def _to_cite(case: Case, sentence: Sentence) -> str:
    """How to cite what a note names in words: by its key, where the library seems to have it."""
    source = case.named_in_notes.get(sentence.plain)
    if source is None:
        return TO_CITE_IN_NOTE
    where = locator_in(sentence.plain)
    cited = f"[@{source.key}, {where}]" if where else f"[@{source.key}]"
    return f"the library seems to have it: write the note as {cited}"


def _speaker(line: str) -> str:
    """Whose words a quotation is, by the line that says it."""
    return shorten(line.strip(" \u2014\u2013-\u00a0"), 80)


def _led(lead: Lead) -> tuple[tuple[Related], str]:
    """Where the text helps a sentence of a summary, and how."""
    line, cited = lead.place.line, lead.citation
    if cited is None:
        hint = f"cite a source in line {line}, and this sentence needs none of its own"
        return (Related(lead.place, "the text says so too, without a source"),), hint
    hint = f"cite it here too, [@{cited.key}], or say here what line {line} says, in its words"
    return (Related(lead.place, f"the text has this figure from @{cited.key}"),), hint


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


def _pointed(sentence: Sentence, cure: str) -> tuple[str, str]:
    """What a sentence has that a reader may take for its source, a link or a note without a citation, and the cure."""
    if link := LINKS.search(sentence.source):
        hint = "add what it links to to the library, and cite that: [@key]"
        return f"; it links to {link['host']}, which no list of references shows", hint
    if mark := MARK.search(sentence.source):
        what = f"; its mark .{mark['name']} holds no more than half of its words"
        return what, "let the mark hold all that is yours, or cite a source for the rest as [@key, p. 3]"
    if call := CALLS.search(sentence.source):
        _, either, own = cure.partition(", or ")
        return "; its note cites nothing", f"cite in the note, as {call[0]}: [@key, p. 3]{either}{own}"
    return "", cure


TELLS_LITTLE = frozenset({"name", "several-names", "long", "recommending", "concluding"})
"""Signs that are named only when there is no other."""

STANDS = ("recommending", "concluding")
"""Signs of where a sentence stands, which show no words of it."""

LONGEST_FIGURE = 80
"""How far a figure is read, with what it counts."""

QUOTES = '"\u201c\u201d\u00ab\u00bb\u201e '


MARKERS = frozenset("TODO TBD TBC TBA FIXME XXX TK".split())
NAMING = ("name", "several-names")
SAYS_LESS = {"figure": 1, "spelt-figure": 2}
"""A share or an amount of money says more than a bare number, and figures more than words."""


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
    makers.sort(key=lambda s: SAYS_LESS.get(s.name, 0))
    others = [s for s in strongest if s.weight > 0 and s not in makers[:1]]
    signs = _with_other_words([_with_what_it_counts(s, account.sentence.plain, lang) for s in makers[:1]] + others)
    kind = KINDS[account.kind]
    told = "; ".join(_words_and_reason(s, kind) for n, s in enumerate(signs[:2]) if not n or s.name not in TELLS_LITTLE)
    if told:
        return f"{kind} ({told})"
    if account.level == "none":
        return "the author marked it as a claim"
    return READS if account.kind == "general" else kind


def _with_what_it_counts(sign: Sign, plain: str, lang: str) -> Sign:
    """A figure with its magnitude and its unit, or the word that it counts: `481 million children`."""
    if sign.name != "figure":
        return sign
    at = _find_number(sign.words, plain)
    whole = plain[at : at + LONGEST_FIGURE]
    found = next((q for q in find_quantities(whole, lang) if q.start == 0), None)
    if found is None:
        return sign
    counted = WORD.match(whole, found.end + 1) if found.noun and whole[found.end : found.end + 1].isspace() else None
    if counted and counted[0].casefold() in OF_UNITS and whole[counted.end() : counted.end() + 1].isspace():
        counted = WORD.match(whole, counted.end() + 1) or counted
    if counted and lang.startswith("en") and (thing := THINGS_BEHIND.match(whole, counted.end())):
        counted = thing if not counted[0].endswith("s") else counted
    is_named = counted is not None and counted[0] != "out" and known_by(counted[0].strip(), lang)
    return replace(sign, words=whole[: counted.end() if counted and is_named else found.end])


def _find_number(number: str, plain: str) -> int:
    """Where a number stands that is no part of a longer one: 20 in "in 2022 it was 20 degrees"."""
    at = plain.find(number)
    while at > 0 and (plain[at - 1].isdigit() or plain[at + len(number) : at + len(number) + 1].isdigit()):
        at = plain.find(number, at + 1)
    return max(at, 0)


THINGS_BEHIND = regex(
    r" (?!(?:across|always|besides|less|perhaps|plus|this|thus|towards|unless|versus|whereas)\b)[a-z]{3,}s\b"
)
"""What is counted, behind a word that says more of it: 200 banking hubs, 9,900 extra cases."""

OF_UNITS = frozenset(("metric", "short", "long", "square", "cubic", "nautical"))
"""Words that only say which unit is meant, the tonne or the mile behind them."""


def _with_other_words(signs: Sequence[Sign]) -> list[Sign]:
    """The signs without those of which the words are part of the first one's."""
    said = signs[0].words.casefold() if signs else ""
    return [s for n, s in enumerate(signs) if not n or s.words.strip(QUOTES).casefold() not in said]


def _words_and_reason(sign: Sign, kind: str) -> str:
    """`\u201c12%\u201d, a percentage`; without a reason that the kind gives already."""
    reason = REASONS.get(sign.name, "")
    if sign.name in STANDS:
        return reason
    return f"\u201c{sign.words.strip(QUOTES)}\u201d" + (f", {reason}" if reason and reason not in kind else "")
