"""An utterance in, whether it only names something out: captions, criteria, options and words that are explained.

What has no verb of its own states nothing, unless it puts a figure to it: `Cost: 3 million a year`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefkit.model import Utterance
from briefkit.parse.cells import has_verb
from briefkit.patterns import compiled, regex
from briefkit.text import primary


def is_measure(plain: str) -> bool:
    """Whether a caption is a measure with what is counted: Share of drinks containers collected."""
    named = MEASURE.match(plain)
    return named is not None and not compiled(r"(?i)" + FINITE_AT_ALL).search(plain, named.end())


MEASURE = regex(
    r"(?i)(?:(?:estimated|total|average|mean|median|annual|monthly|relative) )?(?:shares?|numbers?|percentages?"
    r"|proportions?|amounts?|volumes?|rates?|costs?|quantit(?:y|ies)|distribution|frequency|length|types?|level) of "
)
FINITE_AT_ALL = (
    r"\b(?:is|are|was|were|has|have|had|does|did|can|could|may|might|will|would|should|must|fell|rose|grew|more than"
    r"|doubled|tripled|halved|(?:in|de)creased|increases|decreases|falls|rises|grows|remains?|varies|varied|dropped"
    r"|declined|declines|peaked|shows?)\b"
)
"""What makes a statement of a caption that opens with a measure; a participle such as `collected` does not."""


def is_gloss(utterance: Utterance, lang: str) -> bool:
    """What a list of definitions says of a word without a verb, but in a clause: a fee that all drivers pay."""
    return utterance.kind == "definition" and not has_verb(CLAUSE.split(utterance.plain, maxsplit=1)[0], lang)


CLAUSE = regex(
    r"(?i)(?:, | )(?:that|which|who|whose|where|when|die|der|das|qui|que|dont|où|quien(?:es)?|cuy[oa]s?|donde"
    r"|quem|onde) "
)
"""Where a clause begins that says of a word which one is meant."""


def is_criterion(utterance: Utterance, lang: str) -> bool:
    """An item among criteria that says what is asked by it: Fairness: who pays, and who gains."""
    return utterance.role == "criteria" and utterance.kind == "item" and ASKED.match(utterance.plain) is not None


ASKED = regex(
    r"(?i)(?:[^:.!?]{2,60}?(?::| [\u2013\u2014-]) )?(?:(?:how|whether|what|which|who|for|to what|is|are|does|do|can"
    r"|will|the (?:share|number|cost|extent|degree|effect|risk|time|change|chance)"
    r"|wie|ob|was|wer|welche[rsnm]?|für|wem|wen|comment|si|combien|ce que|ce qui|quels?|quelles?|pour|qui"
    r"|cómo|cuánt[oa]s?|qué|quién(?:es)?|para|cuáles|quant[oa]s?|se|quem|qual|quais|o que)\b)"
)
"""How such an item goes on behind its name, or begins."""


def is_sketch(utterance: Utterance, lang: str) -> bool:
    """What an option is, said without a verb: a flat charge of $6 at peak; cheap to run.

    Verbs that we do not know are many, so what ends in a full stop has to begin or to be like one.
    """
    text = utterance.plain
    if utterance.role not in ("options", "option") or has_verb(text, lang):
        return False
    if SET_AT.fullmatch(text):
        return True
    return not DIGIT.search(YEARS.sub("", text)) and (not text.endswith(".") or LIKE.match(text) is not None)


DIGIT, YEARS = regex(r"\d"), regex(r"\b20\d\d\b")
LIKE = regex(
    r"(?i)(?:as (?:above|before|now|in|with|for|under)|like|the same|wie|comme|como|igual|same as|more of the same)\b"
)
SET_AT = regex(
    r"(?i)(?:[^\W\d_]+[ -]){0,4}(?:charge|levy|tax|toll|fee|fare|fine|cap|limit|deposit|price|grant|subsidy|voucher"
    r"|discount|duty|rate|rebate|gebühr|abgabe|steuer|pfand|zuschuss|taxe|redevance|tarif|prime|plafond|impuesto|tasa"
    r"|tarifa|tope|taxa|imposto) (?:of|at|von|de|do|da) (?:up to |about )?[^\w\s]?\d[\d.,]*(?: [^\W\d_]+){0,5}\.?"
)
"""What an option would set, at how much, and little more."""


def is_declared(utterance: Utterance, lang: str) -> bool:
    """What authors declare of their interests, and that there is none."""
    return DECLARED.match(utterance.plain) is not None


DECLARED = regex(
    r"(?i)(?:(?:declaration of |statement of )?(?:conflicts? of interests?|(?:competing|conflicting) interests?)"
    r"|interessenkonflikte?|conflits? d['\u2019]intérêts?|conflictos? de intere?s(?:es)?|conflitos? de interesses?)"
    r"\W{1,3}(?:none|nil|no\b|nothing|not applicable|the authors? (?:have|has|declares?)|keine?|aucun|nenhum|ning[uú]n"
    r"|(?:les auteurs?|los autores|os autores|die autor\w*) (?:déclare|declara|erklär))"
)


def is_lost_reference(plain: str) -> bool:
    """What a word processor leaves of a reference whose target is gone, or of the sentence that is split there."""
    return LOST.fullmatch(plain.strip()) is not None


LOST = regex(
    r"(?i)(?:(?:see|siehe|voir|véase|ver|cf\.) )?(?:(?:error|fehler|erreur|¡?error|erro) ?!)?\s?(?:reference source"
    r" not found|bookmark not defined|verweisquelle konnte nicht gefunden werden|textmarke nicht definiert"
    r"|source du renvoi introuvable|signet non défini|no se encuentra el origen de la referencia"
    r"|marcador no definido|origem da referência não encontrada)?\.?"
)


def is_byline(utterance: Utterance) -> bool:
    """Who wrote the text and when, as it is typed before the first heading: By Ana Okoro and Tom Lind, 3 November 2026;
    Brussels, 3 November 2026.
    """
    text = utterance.plain
    if utterance.section or utterance.before or len(text) > LONGEST_BYLINE or text.endswith((".", "!", "?", ":")):
        return False
    return (text.startswith(BY) and BYLINE.fullmatch(text) is not None) or DATELINE.fullmatch(text) is not None


BY = ("By ", "Von ", "Par ", "Por ")
LONGEST_BYLINE = 160
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*"
_PERSON = rf"{_CAPITAL}(?: (?:d[aeiou]s?|del|la|van|von|der|den|el|al|bin|y) )?(?: {_CAPITAL}){{1,4}}"
_DAY = r"(?:\d{1,2}(?:\.|er|º|st|nd|rd|th)? )?(?:de )?[^\W\d_]{3,10}\.?(?: \d{1,2},)?(?: de)? (?:19|20)\d\d"
BYLINE = regex(
    rf"(?:By|Von|Par|Por) (?:(?:Dr|Prof|Sir|Dame)\.? )?{_PERSON}(?:(?:, | and | & | und | et | y | e ){_PERSON}){{0,6}}"
    rf"(?:,? \(?[^\d,.;:()]{{2,60}}\)?){{0,3}}(?:[,|\u2013\u2014\u00b7 ]+{_DAY})?"
)
DATELINE = regex(rf"(?:[A-ZÀ-ÖØ-Þ][\w'\u2019 -]{{2,40}}, )?{_DAY}")
"""How a byline and a dateline read: names, what they do, a day."""


MAKERS: Mapping[str, str] = {
    "en": r"(?:about (?:the |this |our )?)?(?:authors?|contributors?)|about (?:us|this (?:series|publication))"
    r"|about the (?:institute|foundation|organi[sz]ation|series|publisher|team)|acknowledge?ments?(?: and .{1,40})?"
    r"|imprint|disclaimer|(?:press )?contacts?|further information|suggested citation|how to cite.{0,40}|copyright"
    r"|(?:document|publication) details",
    "de": r"(?:über )?(?:(?:die|den|der) )?autor(?:innen|en|in|[*:]innen)?(?: und autoren)?|über uns"
    r"|danksagung(?:en)?|dank|impressum|zitiervorschlag|kontakt",
    "fr": r"(?:à propos (?:de |des? |de l['\u2019])?)?(?:les? |l['\u2019])?auteur(?:e|rice)?s?|à propos de nous"
    r"|remerciements|mentions légales|contacts?|pour citer.{0,40}",
    "es": r"(?:sobre |acerca de )?(?:el |la |los |las )?autor(?:es|as|a)?|sobre nosotros|agradecimientos"
    r"|aviso legal|contacto|cómo citar.{0,40}",
    "pt": r"(?:sobre )?(?:o |a |os |as )?autor(?:es|as|a)?|sobre nós|agradecimentos|ficha técnica|contact?o"
    r"|como citar.{0,40}",
}
"""Headings of what is said of who made the text."""


def tells_of_makers(utterance: Utterance, lang: str) -> bool:
    """What is said of who made the text: under a heading such as About the authors, or as a byline."""
    if utterance.section:
        return _of_makers(utterance.section, primary(lang))
    return is_byline(utterance)


@lru_cache(maxsize=256)
def _of_makers(heading: str, base: str) -> bool:
    words = MAKERS.get(base)
    return words is not None and compiled(words).fullmatch(heading.strip(" .:").casefold()) is not None
