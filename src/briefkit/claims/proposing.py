"""A sentence of recommendations, options or criteria in, whether it only says what is to be done, or weighs it, out."""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.claims.advice import advises, instruction
from briefkit.claims.lexicon import find_words
from briefkit.model import Utterance
from briefkit.patterns import compiled
from briefkit.text import primary

RECOMMENDING = ("recommendations", "recommendation")


def is_recommended(utterance: Utterance, lang: str) -> bool:
    """A recommendation that opens with the verb of what is to be done."""
    return utterance.role in RECOMMENDING and instructs(utterance, lang)


def instructs(utterance: Utterance, lang: str) -> bool:
    """A sentence that tells its reader what to do."""
    return bool(instruction(utterance.plain, lang))


def is_advised(utterance: Utterance, lang: str) -> bool:
    """A recommendation that does nothing but say what to do, whatever verb it has."""
    return utterance.role in RECOMMENDING and advises(utterance.plain, lang)


BY_WHEN: Mapping[str, str] = {
    "en": r"(?:by|before|until|from)(?: (?:the )?(?:end|start|middle|spring|summer|autumn|winter)(?: of)?)?",
    "de": r"(?:bis|ab|vor)(?: zum)?(?: (?:ende|anfang|mitte))?",
    "fr": r"(?:d['\u2019]ici|avant|dès|à partir de|jusqu['\u2019]en)(?: (?:la )?fin| début| mi)?",
    "es": r"(?:antes de(?:l)?|desde|a partir de|hasta|para)(?: (?:finales|principios|mediados) de)?",
    "pt": r"(?:até|antes de|desde|a partir de)(?: (?:ao )?(?:fim|final|início|meados) de)?",
}
"""What stands before the time by which something is asked for."""


def is_planned(utterance: Utterance, lang: str) -> bool:
    """A recommendation that says by when, as those do that name who acts and what: the council sets up a team."""
    words = BY_WHEN.get(primary(lang)) if utterance.role in RECOMMENDING else None
    return bool(words) and compiled(rf"(?i)\b{words} {TIME}").search(utterance.plain) is not None


TIME = r"(?:\d{1,2}(?:\.|er|º)? (?:de )?)?(?:[^\W\d_]{3,10} (?:del? )?)?20\d\d\b"


def is_proposed(utterance: Utterance, lang: str) -> bool:
    """An option that says what would be or will be done."""
    if utterance.role not in ("options", "option"):
        return False
    return bool(find_words("hedge", utterance.plain, lang) or find_words("future", utterance.plain, lang))


WEIGHS: Mapping[str, str] = {
    "en": r"(?:counts?|weighs?|matters?|is given) (?:the )?(?:most|more|less|least|first|twice"
    r"|double|as much)"
    r"|comes? (?:first|last|next|before)|outweighs?|carr(?:y|ies) (?:the )?(?:most|more|less|least)",
    "de": r"(?:zählt|zählen|wiegt|wiegen|gilt) (?:am|mehr|weniger|zuerst|doppelt|stärker)|(?:kommt|steht) (?:zuerst"
    r"|vor|an erster)",
    "fr": r"(?:compte|comptent|pèse|pèsent|prime|priment|importe) (?:le plus|plus|moins|avant|sur|d['’]abord|double)"
    r"|(?:vient|passe) (?:en premier|d['’]abord|avant)",
    "es": r"(?:cuentan?|pesan?|importan?|priman?) (?:más|menos|sobre|ante|el doble)|(?:va|viene) (?:primero|antes)",
    "pt": r"(?:contam?|pesam?|importam?) (?:mais|menos|o dobro)|(?:vem|está) (?:primeiro|antes|em primeiro)",
}
"""What the authors say of their criteria: how much each of them counts."""


def is_weighed(utterance: Utterance, lang: str) -> bool:
    """A section of criteria says how much one of them counts."""
    words = WEIGHS.get(primary(lang)) if utterance.role == "criteria" else None
    return bool(words) and compiled(rf"(?i)\b(?:{words})\b").search(utterance.plain) is not None
