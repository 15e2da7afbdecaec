"""A brief in, a verdict on each of its sentences out: whether it states something a reader could check, and why.

A verdict is made of signs (`signs.py`), gates (`gates.py`) and one layer over them (`model.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.claims.gates import GATES, find_gate
from briefkit.claims.model import SHUT, find_kind, find_level, score_signs
from briefkit.claims.signs import REASONS, find_signs
from briefkit.model import Brief, Sentence, Utterance, Verdict

__all__ = ["CLAIM_NAMES", "GATE_REASONS", "REASONS", "find_claims", "judge", "utterances"]

GATE_REASONS = {gate.name: gate.reason for gate in GATES}

CLAIM_NAMES = {
    "statistic": "unsupported-statistic",
    "quotation": "unsupported-quotation",
    "causal": "unsupported-causal",
    "comparison": "unsupported-comparison",
    "attribution": "unsupported-attribution",
}
"""The rule that speaks of an unsupported claim of this kind; `unsupported-claim` of all others."""


def judge(utterance: Utterance, lang: str = "en") -> Verdict:
    """The verdict on one utterance."""
    signs = tuple(find_signs(utterance, lang))
    names = [sign.name for sign in signs]
    gate = find_gate(utterance, lang, names)
    score = score_signs(signs)
    if gate is not None:
        return Verdict(round(score * SHUT, 3), "none", find_kind(names), signs, gate.name)
    return Verdict(score, find_level(score), find_kind(names), signs)


def utterances(brief: Brief) -> Iterator[tuple[Sentence, Utterance]]:
    """Each sentence that counts, as the detector sees it."""
    context = {"organisation": brief.front.organisation, "lang": brief.front.lang or "en"}
    for block in brief.blocks:
        if not block.counts:
            continue
        section = brief.sections[block.section].title if 0 <= block.section < len(brief.sections) else ""
        before = ""
        for sentence in block.sentences:
            yield sentence, Utterance(sentence.plain, section, block.role, before, block.kind, context)
            before = sentence.plain


def find_claims(brief: Brief) -> tuple[tuple[Sentence, Verdict], ...]:
    """The verdict on each sentence that counts, in the order of the brief."""
    lang = brief.front.lang or "en"
    return tuple((sentence, judge(utterance, lang)) for sentence, utterance in utterances(brief))
