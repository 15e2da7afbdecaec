"""An utterance in, all that made its verdict out: each feature with its weight, and what would change the verdict."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefkit.claims.cases import BY_NAME as CASES
from briefkit.claims.cases import find_cases
from briefkit.claims.doubts import DOUBTS, Doubt, find_doubt, weighed_doubts
from briefkit.claims.features import look, name_features
from briefkit.claims.gates import GATES, Gate, find_gate
from briefkit.claims.kinds import find_kind
from briefkit.claims.leaning import leaning
from briefkit.claims.model import SHUT, Layer, find_layer, logistic
from briefkit.claims.signs import REASONS
from briefkit.claims.telling import tell
from briefkit.model import Utterance
from briefkit.values import Value

MOST_WORDS = 3
LEAST = 0.05
"""Weights below this are summed up: nobody learns from them."""


class Part(Value):
    """One reason: what was seen, the words that gave it away if any did, how much it moves the score (logits)."""

    name: str
    reason: str
    words: str
    weight: float


class Explanation(Value):
    """A verdict with its reasons, the heaviest first: `start` and the weights of all parts and of the `rest` add up.

    `open_score` is the score before the gate, `score` the one that counts; `case_reason` is why a claim is strict
    sooner than others, `doubt_reason` why one that would be strict is not, and `changes` says what would change it.
    """

    kind: str
    start: float
    parts: tuple[Part, ...]
    rest: float
    open_score: float
    score: float
    level: str
    strict: float
    advisory: float
    gate: str
    gate_reason: str
    case_reason: str
    doubt_reason: str
    changes: tuple[str, ...]


def explain(utterance: Utterance, lang: str = "en") -> Explanation:
    """Why the verdict on an utterance is what it is."""
    layer, seen = find_layer(lang), look(utterance, lang)
    signs, words = seen.signs, seen.words
    told = tell(signs, utterance.plain, lang)
    names = list(dict.fromkeys([*name_features(seen), *weighed_doubts(utterance, lang, signs)]))
    gate = find_gate(seen.gates, signs)
    weighed = [Part(name, *_told(name, signs, told), weight) for name, weight in _weights(names, layer).items()]
    weighed += [Part("sense", "what its words mean", _weighty(words, layer), layer.sense(words))]
    before = leaning(seen, layer, layer.logit_of_words(seen.tokens, words))
    weighed += [Part("before", f"the sentence before reads as {'a' if before > 0 else 'no'} claim", "", before)]
    parts = sorted((p for p in weighed if abs(p.weight) >= LEAST), key=lambda p: -abs(p.weight))
    start = layer.slope * layer.bias + layer.offset
    logit = layer.logit(names, words) + before
    cases = sorted(find_cases(seen), key=lambda case: layer.cases.get(case, 1.0))
    levelled = [*names, *cases]
    score, strict = logistic(logit), layer.strict_for(levelled)
    doubt = find_doubt(utterance, lang, signs, score) if not gate and score >= strict else None
    return Explanation(
        kind=find_kind(told),
        start=start,
        parts=tuple(parts),
        rest=logit - start - sum(p.weight for p in parts),
        open_score=score,
        score=round(score * SHUT, 3) if gate else score,
        level="none" if gate else "advisory" if doubt else layer.level(score, levelled),
        strict=strict,
        advisory=layer.advisory_for(names),
        gate=gate.name if gate else "",
        gate_reason=gate.reason if gate else "",
        case_reason=CASES[cases[0]].reason if cases and strict < layer.strict_for(names) else "",
        doubt_reason=doubt.reason if doubt else "",
        changes=tuple(
            _changes(strict, lambda logit: layer.level(logistic(logit), levelled), logit, parts, gate or doubt)
        ),
    )


def _weights(names: Iterable[str], layer: Layer) -> Mapping[str, float]:
    """The weight of each feature; what a document tells has one for all claims and one for the kind: their sum."""
    found: dict[str, float] = {}
    for name in names:
        reason = name.partition(", ")[0] if name.startswith(("document:", "near:", "data:")) else name
        found[reason] = found.get(reason, 0.0) + layer.weight(name)
    return found


# --- in a reader's words -----------------------------------------------------------------------

GATE_REASONS = {gate.name: gate.reason for gate in GATES}

DOCUMENT = {
    "much own": "speaks much of its authors’ own work",
    "no own": "does not speak of its authors’ own work",
    "its organisation": "the sentence names the organisation that signs it",
}

DATA = {
    "advice": "its advice",
    "elsewhere": "none of them",
    "figures": "a section full of figures",
    "reports": "a section that reports how they were come by",
}
"""What holds data in a document, where its name alone would not say it."""

DOUBTED = {doubt.name: doubt.reason for doubt in DOUBTS}

READINGS: Mapping[str, Callable[[str], str]] = {
    "signs": lambda _: "no sign was found in it",
    "before": lambda _: "the sentence before speaks of the authors’ own work",
    "document": lambda what: f"the document: {DOCUMENT[what]}",
    "doubt": lambda what: DOUBTED[what],
    "kind": lambda what: f"what it would be a claim of: {what}",
    "near": lambda what: f"the sentences around it report {what}",
    "data": lambda what: f"the document has data of its own, and it stands in {DATA.get(what, f'its {what}')}",
    "length": lambda what: f"it has {'up ' * what.startswith('to ')}{what}",
    "place": lambda what: f"it stands {what if what.startswith('in a ') else f'in: {what}'}",
    "role": lambda what: f"it stands where a brief is {what}",
    "word": lambda what: f"the word “{what}”",
    "words": lambda what: f"the words “{what.replace('^ ', '… ')}”",
}


def _told(name: str, signs: Mapping[str, str], told: Mapping[str, str]) -> tuple[str, str]:
    """The reason of a feature, and its words; a sign that is weighed and does not hold here is what it often is."""
    family, _, what = name.partition(":")
    if family == "sign":
        return (REASONS[what], told[what]) if what in told else (f"what is often {REASONS[what]}", signs[what])
    return (GATE_REASONS[what] if family == "gate" else READINGS[family](what)), ""


def _weighty(words: Sequence[str], layer: Layer) -> str:
    """The words that make most of the sense."""
    heaviest = sorted(dict.fromkeys(words), key=lambda word: -abs(layer.senses.get(word, 0.0)))
    return ", ".join(word for word in heaviest[:MOST_WORDS] if word in layer.senses)


# --- what would change it ----------------------------------------------------------------------


def _changes(
    strict: float, find_level: Callable[[float], str], logit: float, parts: Sequence[Part], shut: Gate | Doubt | None
) -> Iterator[str]:
    """What would make it another verdict: the fewest heavy reasons gone, how much more, no gate or doubt."""
    level = find_level(logit)
    if shut:
        still = "still " * (level == "none")
        what = f"the {type(shut).__name__.lower()} ({shut.reason})"
        yield f"were it not for {what}, it would {still}be {LEVELS[level]}, at {logistic(logit):.2f}"
        return
    if level == "advisory":
        yield f"{math.log(strict / (1 - strict)) - logit:.2f} more would make it {LEVELS['strict']}"
    against = level == "none"
    heaviest = [p for p in parts if (p.weight < 0) == against]
    gone: list[str] = []
    for part in heaviest:
        logit -= part.weight
        gone.append(part.reason + (f" (“{part.words}”)" if part.words else ""))
        new = find_level(logit)
        if new != level:
            yield f"were it not for {'; '.join(gone)}: it would be {LEVELS[new]}, at {logistic(logit):.2f}"
            return
    yield "many small reasons make it: no few of them gone would change the verdict"


LEVELS = {"strict": "a claim (strict)", "advisory": "a possible claim (advisory)", "none": "no claim"}
