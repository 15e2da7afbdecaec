"""A brief in, a verdict on each of its sentences out: whether it states something a reader could check, and why.

A verdict is made of signs (`signs.py`), gates (`gates.py`), what else tells (`features.py`), one layer over all of them
(`model.py`), cases in which a claim fails a run sooner (`cases.py`), and doubts that keep it from that (`doubts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

from briefkit.claims.cases import find_cases
from briefkit.claims.doubts import find_doubt, weighed_doubts
from briefkit.claims.explain import Explanation, explain
from briefkit.claims.features import look, name_all_but_words
from briefkit.claims.gates import find_gate
from briefkit.claims.kinds import find_kind
from briefkit.claims.leaning import leaning
from briefkit.claims.model import SHUT, find_layer, logistic
from briefkit.claims.own_work import tell_own_work
from briefkit.claims.signs import REASONS
from briefkit.claims.telling import tell
from briefkit.model import Block, Brief, Sentence, Sign, Utterance, Verdict
from briefkit.patterns import regex

__all__ = [
    "CLAIM_CODES",
    "CLAIM_NAMES",
    "REASONS",
    "Explanation",
    "explain",
    "find_claims",
    "find_verdicts",
    "judge",
    "tell_own_work",
    "utterances",
    "with_verdicts",
]

CLAIM_NAMES = {
    "statistic": "unsupported-statistic",
    "quotation": "unsupported-quotation",
    "causal": "unsupported-causal",
    "comparison": "unsupported-comparison",
    "attribution": "unsupported-attribution",
}
"""The rule that speaks of an unsupported claim of this kind; `unsupported-claim` of all others."""

CLAIM_CODES = {name: f"CLM10{n}" for n, name in enumerate(("unsupported-claim", *CLAIM_NAMES.values()), 1)}
"""The codes of these rules, by which an allowance may name them as well."""


def judge(utterance: Utterance, lang: str = "en") -> Verdict:
    """The verdict on one utterance."""
    layer, seen = find_layer(lang), look(utterance, lang)
    told = tell(seen.signs, utterance.plain, lang)
    signs = tuple(map(Sign, told, map(layer.signs.get, told, repeat(0.0)), told.values()))
    kind = seen.kind if told is seen.signs else find_kind(told)
    names = [*name_all_but_words(seen), *weighed_doubts(utterance, lang, seen.signs)]
    of_words = layer.logit_of_words(seen.tokens, seen.words)
    score = logistic(of_words + layer.logit_of_names(names) + leaning(seen, layer, of_words))
    gate = find_gate(seen.gates, seen.signs)
    if gate is not None:
        return Verdict(round(score * SHUT, 3), "none", kind, signs, gate.name)
    level = layer.level(score, names)
    if level == "advisory" and score >= layer.soonest:
        level = layer.level(score, [*names, *find_cases(seen, score, layer.cases)])
    if level == "strict" and find_doubt(utterance, lang, seen.signs, score) is not None:
        level = "advisory"
    return Verdict(score, level, kind, signs)


def utterances(brief: Brief) -> Iterator[tuple[Sentence, Utterance]]:
    """Each sentence that counts, as the detector sees it."""
    counted = [block for block in brief.blocks if block.counts]
    lang = brief.front.language
    sections = [brief.sections[b.section].title if 0 <= b.section < len(brief.sections) else "" for b in counted]
    placed = [(s.plain, section) for b, section in zip(counted, sections, strict=True) for s in b.sentences]
    called = f"{brief.front.title}\n{brief.front.organisation}"
    own = iter(tell_own_work([text for text, _ in placed], [section for _, section in placed], lang, called))
    context = {"organisation": brief.front.organisation, "lang": lang}
    for block, section in zip(counted, sections, strict=True):
        before, kind = "", "heading" if heads(block) else block.kind
        for sentence in block.sentences:
            yield sentence, Utterance(sentence.plain, section, block.role, before, kind, {**context, **next(own)})
            before, kind = sentence.plain, block.kind


def heads(block: Block) -> bool:
    """Whether the first sentence of a block is a heading that is typed in bold: run in before others, with no figure
    that they lack, or a paragraph of its own that has no figure and does not end as a sentence does.
    """
    first, *others = block.sentences or (None,)
    if first is None or RUN_IN.fullmatch(first.source.strip()) is None:
        return False
    if not others and (block.kind != "paragraph" or first.plain.endswith(STOPS)):
        return False
    rest = {number for sentence in others for number in FIGURE.findall(sentence.plain)}
    return rest.issuperset(FIGURE.findall(first.plain))


STOPS = (".", "!", "?", "\u2026", ".\u201d", '."')
RUN_IN = regex(r"(\*\*|__)(?!\s)(?:(?!\1).)+(?<!\s)\1", re.DOTALL)
FIGURE = regex(r"\d(?:[\d.,]*\d)?")


def find_claims(brief: Brief) -> tuple[tuple[Sentence, Verdict], ...]:
    """The verdict on each sentence that counts, in the order of the brief."""
    return with_verdicts(brief, find_verdicts(brief))


def find_verdicts(brief: Brief) -> tuple[Verdict, ...]:
    """The verdicts alone."""
    lang = brief.front.language
    return tuple(judge(utterance, lang) for _, utterance in utterances(brief))


def with_verdicts(brief: Brief, verdicts: Sequence[Verdict]) -> tuple[tuple[Sentence, Verdict], ...]:
    """Each sentence that counts with its verdict."""
    counted = (sentence for block in brief.blocks if block.counts for sentence in block.sentences)
    return tuple(zip(counted, verdicts, strict=True))
