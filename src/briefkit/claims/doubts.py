"""Reasons why a claim fails no run, however high its score: an utterance and its signs in, the name of a doubt out.

A doubted claim is told as a possible one: a reviewer sees it, a run does not break on it. A doubt does not hold for a
sentence that gives the word of somebody else or states a law: these are not the authors' own, whatever stands around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefkit.claims.cases import OF_OURS, WORK_SAYS
from briefkit.claims.lexicon import find_all_words, find_words
from briefkit.claims.numbers import read_numbers
from briefkit.model import Utterance
from briefkit.patterns import compiled, regex
from briefkit.text import primary
from briefkit.values import Value


class Doubt(Value):
    """Why a claim is not told surely: `holds` decides, `reason` says it in a reader's words.

    It does not hold for a sentence with one of the signs `opened_by`, nor for a score from `sure` on.
    """

    name: str
    reason: str
    holds: Callable[[Utterance, str], bool]
    opened_by: tuple[str, ...]
    sure: float = 1.0


SAID = ("quotation", "attribution", "vague-source", "law")
"""Signs that something is not the authors' own: what others said, and what the law is."""

TOLD = ("quotation", "attribution", "vague-source", "past", "was")
"""Signs that a sentence tells of something that was said or done, whatever it would do."""

NAMED = (*SAID, "name")
"""Signs that a sentence is of somebody or something out there: own data name nobody."""

OWN_DATA = frozenset({"summary", "methods", "results", "options", "figures", "reports"})
"""Where a document with data of its own gives them."""

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]{1,40}"
_AND = rf",? (?:and|&|und|et|y|e) (?:others|colleagues|{_NAME}(?: {_NAME}){{0,2}})"
_YEAR = r"(?:1[6-9]|20)\d\d[a-z]?"
_WORK = rf"{_NAME}(?: {_NAME}){{0,4}}(?:(?:{_AND}|,? et al\.?),?|,) {_YEAR}"
TYPED = regex(
    rf"\((?:[a-zà-ÿ., ]{{2,20}} )?{_WORK}[^()]{{0,200}}\)"  # (Smith and Jones 2020; Roe, 2021)
    rf"|\b{_NAME}(?: et al\.?| and others|,? (?:and|&|und|et|y|e) {_NAME}) \({_YEAR}"  # Smith and Jones (2020)
    rf"|\b{_NAME} \({_YEAR}\) (?:finds?|shows?|argues?|estimates?|reports?|zeigt|montre|muestra)\b"
    r"|\([^()]{2,60},? (?:paras?|cols?|vol|pp?|table|S|Rn|art)\.? ?\d[^()]{0,60}\)"  # (CP 835, para 2.11)
    r"|\[\d{1,3}(?:(?:, ?|[\u2013-])\d{1,3}){0,9}\]"  # [7], [3, 12]
)
"""A source as it is typed by hand: names and a year in brackets, a place in a document, the number of a reference."""

_SHOWN = (
    r"(?:fig(?:ures?|s?\.)|tables?|charts?|maps?|exhibits?|panels?|graphs?|boxes|box|annex|appendix|abb(?:ildung(?:en)?|\.)|tab(?:elle\w?|\.)"
    r"|grafik|tableaux?|graphiques?|cartes?|cuadros?|gráficos?|tablas?|figuras?|tabelas?|quadros?)\s(?:[a-z]?\d[\w.]*|[a-z]\b)"
)
POINTS = regex(
    rf"(?i)\((?:(?:see|cf\.?|siehe|vgl\.|voir|véase|ver)\s)?(?:(?:also|die|l[ea]s?|el|los|[ao]s?)\s)?{_SHOWN}[^()]{{0,40}}\)"
)
POINTS_ALOUD = regex(
    rf"(?i)\b(?:as (?:shown|seen|set out|given|plotted) in|according to|wie in|selon l[ea]|según (?:el|la)) {_SHOWN}"
)
"""Where a sentence points to what the document shows, in brackets and without: its source stands there, or is asked for
there.
"""

ALOUD = ("own in ", "een in ", "out in ", "ven in ", "ted in ", "ccording to ", "ie in ", "elon l", "egún ")
"""One of these is in every sentence that does so without brackets."""

_MONTHS = regex(r"\((?:in |since )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Januar|März|Mai|Okt|Dez)")
"""A month and a year in brackets are a date."""


def _typed(utterance: Utterance, lang: str) -> bool:
    text = utterance.plain
    if "(" not in text and "[" not in text:
        return False
    return TYPED.search(_MONTHS.sub(" ", text)) is not None


def points_to_shown(text: str) -> bool:
    """Whether a sentence points to a figure or table of its text: (Fig. 3), as shown in Table 2."""
    if "(" in text and POINTS.search(text):
        return True
    return any(map(text.__contains__, ALOUD)) and POINTS_ALOUD.search(text) is not None


def _points(utterance: Utterance, lang: str) -> bool:
    return points_to_shown(utterance.plain)


_TERM = (
    r"(?!(?:this|that|it|there|here|what|which|these|those|all|one|none|each|every|the|any|no)\b)"
    r"[\w'\u2019\u201c\u201d\"-]+(?: (?!is\b|are\b)[\w'\u2019\u201d\"-]+){0,3}"
)
DEFINES: Mapping[str, str] = {
    "en": rf"{_TERM} means that\b|by [\u201c\"][^\u201d\"]{{2,60}}[\u201d\"] we mean\b"
    rf"|{_TERM} (?:is|are) (?:the|an?) [\w-]+(?: [\w'\u2019-]+){{0,6}} (?:that|which|who|where)\b"
    rf"|{_TERM} (?:is|are) the (?:process|practice|ability|act|term|name|way|difference|ratio|art)"
    r" (?:of|by|to|for|in|between)\b",
    "de": r"(?!d(?:as|ies|ie|er)\b)[\w-]+(?: [\w-]+){0,2} bedeutet, dass\b|(?:mit|unter|als) [\w\u201e\u201c-]+"
    r"(?: [\w-]+){0,2} (?:ist|sind|verstehen wir|versteht man|gilt|gelten)\b",
    "fr": r"(?!cel?a\b|ce\b)[\w\u2019'-]+(?: [\w\u2019'-]+){0,4} (?:désigne|signifie) (?:l|que|un|d)",
    "es": r"(?!es[ot]o?\b)[\w-]+(?: [\w-]+){0,4} (?:designa|significa) (?:el|la|que|un)",
}
"""How a sentence opens that says what a term stands for."""

DEFINED_OTHERWISE = ("attribution", "vague-source", "superlative", "comparison", "date", "money", "percent")
"""Signs that a sentence which opens so tells something of its own."""


def _defines(utterance: Utterance, lang: str) -> bool:
    base, text = primary(lang), utterance.plain
    if base == "en" and not any(map(text.__contains__, DEFINING)):
        return False
    words = DEFINES.get(base)
    return words is not None and compiled(words, re.IGNORECASE).match(text) is not None


DEFINING = (" means ", " we mean", " is the ", " are the ", " is a", " are a")
"""One of these is in every English sentence that does."""


AGAIN: Mapping[str, str] = {
    "en": r"in other words|in (?:the )?(?:simplest|simple|plain) (?:terms|words)|that is,"
    r"|(?:to )?put (?:it )?(?:differently|another way|simply|plainly)"
    r"|as (?:(?:we|i) )?(?:mentioned|noted|discussed|described|stated|said|shown|seen|explained)"
    r" (?:above|earlier|before|previously)\b"
    r"|for (?:example|instance),? (?:if|when|suppose|where)\b",
    "de": r"mit anderen worten|anders gesagt|anders ausgedrückt|das heißt:|zum beispiel,? wenn\b",
    "fr": r"(?:en d['\u2019]autres|autrement) (?:termes|dit)|par exemple,? (?:si|quand)\b",
    "es": r"(?:en otras palabras|dicho de otr[oa] (?:modo|manera|forma))|por ejemplo,? (?:si|cuando)\b",
    "pt": r"(?:(?:por|em) outras palavras|dito de outr[oa] (?:modo|maneira|forma))|por exemplo,? (?:se|quando)\b",
}
"""How a sentence opens that says again what the one before says, or puts a case of it."""


def _again(utterance: Utterance, lang: str) -> bool:
    words = AGAIN.get(primary(lang)) if utterance.before else None
    return words is not None and compiled(words, re.IGNORECASE).match(utterance.plain) is not None


def _would(utterance: Utterance, lang: str) -> bool:
    return bool(find_words("would", utterance.plain, lang))


def _future(utterance: Utterance, lang: str) -> bool:
    return bool(find_words("future", utterance.plain, lang))


def _goes_on(utterance: Utterance, lang: str) -> bool:
    before = find_all_words(utterance.before, lang) if utterance.before else {}
    return "own-result" in before or ("study-talk" in before and not SHOWN.match(before.get("bookkeeping", "")))


SHOWN = regex(r"(?:is|are) (?:shown|given|listed|plotted)")
"""What only says where something is shown."""


NOTES: Mapping[str, str] = {
    "en": r"notes?:",
    "de": r"(?:anmerkung(?:en)?|hinweise?|lesehilfe):",
    "fr": r"(?:notes?|lecture|champ)[ \u00a0\u202f]?:",
    "es": r"notas?:",
    "pt": r"notas?:",
}
"""How a note below a figure or table opens, where it is typed as text."""


def _note(utterance: Utterance, lang: str) -> bool:
    words = NOTES.get(primary(lang)) if ":" in utterance.plain[:LONGEST_NOTE] else None
    return words is not None and compiled(words, re.IGNORECASE).match(utterance.plain) is not None


LONGEST_NOTE = 16
"""Within how many letters the colon of such an opening is."""


def _own_data(utterance: Utterance, lang: str) -> bool:
    return utterance.context.get("data", "") in OWN_DATA


def _own_places(utterance: Utterance, lang: str) -> bool:
    """In a document that says in every fifth sentence what its authors did, or that its data are new, names are mostly
    where they measured.
    """
    context = utterance.context
    return (context.get("own", "") == "much own" or bool(context.get("new", ""))) and _own_data(utterance, lang)


def _own_measures(utterance: Utterance, lang: str) -> bool:
    """Where a document gives its own data, a measure is one of them, whatever place or index has its name there."""
    return _own_data(utterance, lang) and utterance.context.get("data", "") != "summary" and _measured(utterance, lang)


def _measured(utterance: Utterance, lang: str) -> bool:
    found = find_all_words(utterance.plain, lang)
    if not found.keys().isdisjoint(("trend", "superlative", "proportion")):
        return True
    numbers = read_numbers(utterance.plain)
    return bool(numbers.percent or numbers.money or numbers.figure)


ASKED = regex(
    r"(?i)(?:\d%|\b(?:per ?cent|majority|minority|half|thirds?|quarters?|most|many|few|fewer|share|respondents"
    r"|participants|interviewees|in (?:two|three|four|five|ten)|those (?:surveyed|asked|interviewed))\b)[^.;:]{0,60}?"
    r"\b(?:sa(?:ys?|id)|think|thought|believed?|(?:dis)?agreed?|feel|felt|want(?:ed)?|expect(?:ed)?|prefer(?:red)?)\b"
)
"""How it is told in English what people answered who were asked: how many of them say it."""


def _asked(utterance: Utterance, lang: str) -> bool:
    """What so many of those asked say is what the authors' own survey found, where the document has data of its own."""
    return primary(lang) == "en" and _own_data(utterance, lang) and ASKED.search(utterance.plain) is not None


OTHERS_PLACES = ("background", "advice")
"""Where also those who count and measure speak of what others found."""

RECKONED = regex(r"(?i)\b(?:estimat|project|forecast|expect)\w*")
"""What is said so in figures of one's own is no word of somebody else."""


HEARD = regex(r"(?:(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]{1,2}(?: and (?:Mr|Mrs|Ms|Miss) [A-Z]{1,2})?|He|She|They) ")
"""Who is told of in a case without a name: what they say was heard by those who give account of it."""


NOBODY = frozenset(
    "it which that this these they trend trends result results indicator indicators figures data".split()
)
"""What says something where no one else does: which shows that, it was noted that."""

BETWEEN = frozenset("was is were are has been have also clearly".split())


def _nobody_says(said: str, text: str) -> bool:
    """Whether what is said so is a finding with nobody to find it."""
    before = text.partition(said)[0].lower().split()[-3:]
    while before and before[-1] in BETWEEN:
        before.pop()
    return bool(before) and before[-1] in NOBODY


def _signed(utterance: Utterance, lang: str) -> bool:
    """The text is an account of who signs it: what it tells is their own, names and places too."""
    if not utterance.context.get("signed", "") or utterance.context.get("data", "") in OTHERS_PLACES:
        return False
    text = utterance.plain
    if primary(lang) == "en" and WORK_SAYS.match(text) and not OF_OURS.search(text):
        return False
    said = find_words("attribution", text, lang)
    if not said or RECKONED.match(said) is not None or HEARD.match(text) is not None or _nobody_says(said, text):
        return True
    return primary(lang) == "en" and ASKED.search(utterance.plain) is not None


SURE = 0.93
"""From which score on a claim is told surely also among the authors' own."""

DOUBTS: tuple[Doubt, ...] = (
    Doubt("typed-source", "a source is typed in it", _typed, opened_by=()),
    Doubt("points", "it points to what the document shows", _points, opened_by=("quotation", "vague-source", "law")),
    Doubt("defines", "it reads as a definition", _defines, opened_by=DEFINED_OTHERWISE),
    Doubt("again", "it says again, or puts a case of, what the sentence before says", _again, opened_by=SAID),
    Doubt("note", "it is a note on what is shown", _note, opened_by=SAID),
    Doubt("would", "it tells what would be, not what is", _would, opened_by=TOLD),
    Doubt("future", "it tells what is to come", _future, opened_by=SAID),
    Doubt("goes-on", "the sentence before reports the authors’ own work", _goes_on, opened_by=SAID, sure=SURE),
    Doubt("own-data", "it stands where the document gives its own data", _own_data, opened_by=NAMED, sure=SURE),
    Doubt("own-places", "it stands where the document gives its own data", _own_places, opened_by=SAID, sure=SURE),
    Doubt(
        "own-measures",
        "it gives a measure where the document gives its own data",
        _own_measures,
        opened_by=SAID,
        sure=SURE,
    ),
    Doubt("asked", "it tells what the authors were answered", _asked, opened_by=("quotation", "vague-source", "law")),
    Doubt("signed", "the text is an account of who signs it", _signed, opened_by=("quotation", "vague-source", "law")),
)


WEIGHED = tuple(
    [doubt for doubt in DOUBTS if doubt.name in ("would", "own-data", "own-places", "own-measures", "signed")]
)
"""The doubts that also lower the score: the others hold for what is a claim as often as not. The first is the only one
that holds in a text which gives no data of its own.
"""

WEIGHTS = tuple([f"doubt:{doubt.name}" for doubt in WEIGHED])
"""Their names, as features."""


def weighed_doubts(utterance: Utterance, lang: str, signs: Mapping[str, str]) -> list[str]:
    """The names of those that weigh and hold, whatever the score: `doubt:signed`."""
    context = utterance.context
    among_own = context.get("data", "") or context.get("signed", "")
    return [
        f"doubt:{doubt.name}"
        for doubt in (WEIGHED if among_own else WEIGHED[:1])
        if signs.keys().isdisjoint(doubt.opened_by) and doubt.holds(utterance, lang)
    ]


def find_doubt(utterance: Utterance, lang: str, signs: Mapping[str, str], score: float) -> Doubt | None:
    """The first doubt that holds for an utterance with these signs and this score."""
    for doubt in DOUBTS:
        if score < doubt.sure and signs.keys().isdisjoint(doubt.opened_by) and doubt.holds(utterance, lang):
            return doubt
    return None
