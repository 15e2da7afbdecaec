"""A text in, its sentences as offsets out: sentencex splits, and what it splits or misses wrongly is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from sentencex import get_sentence_boundaries

from briefkit.patterns import regex
from briefkit.text import WORD, primary

ABBREVIATIONS: Mapping[str, re.Pattern[str]] = {
    "en": regex(
        r"(?:\b(?:Pub|Stat|Fed|Reg|Res|Doc|Approx|approx|ca|cf|et al|et seq|Gov|Sen|Rep|Gen|Col|Lt|Amb|Hon|Rev|Inc|Ltd"
        r"|Co|Corp|v|vs|viz|est|ed|eds)\.|\bL\.)\s*$"
    ),
    "de": regex(r"\b(?:z\. ?B|d\. ?h|u\. ?a|bzw|ca|Abs|Art|Nr|Bd|Hrsg|vgl|S|Mio|Mrd|Tsd|inkl|ggf|sog)\.\s*$"),
    "fr": regex(
        r"\b(?:art|al|p|[Cc]f|éd|env|n°|chap|M|MM|Mme|Mmes|Mgr|Dr|St|Ste|vol|av|apr|ex|c\.-à-d|[Ii]bid|fig|réf|t)\.\s*$"
    ),
    "es": regex(r"\b(?:art|arts|pág|págs|núm|Sr|Sra|Dr|Dra|EE|UU|ej|vol|cap|aprox)\.\s*$"),
    "pt": regex(
        r"\b(?:arts?|p[áa]gs?|pp?|n|Srs?|Sras?|Drs?|Dras?|Exm[oa]|Prof|Profa|ex|vol|cap|aprox|séc|av|[Ee]d|orgs?|cf"
        r"|al|inc|ref|tel)\.\s*$"
    ),
    "ar": regex(r"(?<![\w.])(?<!الخيار )(?<!الفئة )(?<!البند )(?:د|أ\. ?د|ص|هـ|ق\. ?م)\.\s*$"),
}
"""Where a sentence does not end although sentencex says so."""

NUMBERED = regex(
    r"\b(?:Secs?|sec|Arts?|art|Ch|ch|chap|Paras?|para|Nos?|no|Vol|vol|Figs?|fig|Eq|App|pp?|Abs|Nr|Bd|S|n|núm|p[áa]g"
    r"|dép|janv|févr|avr|juill|[Ss]ept|[Oo]ct|nov|déc)\.\s*$"
)
"""Abbreviations that stand before a number; before anything else they may well end a sentence ("No. It is not.")."""

FALSE_END: Mapping[str, re.Pattern[str]] = {
    "en": regex(r"(?:\b(?:et seq|etc|Inc|Ltd|Co|Corp|et al|est|ed|eds|app|App|v)\.)\s*$"),
    "fr": regex(r"(?:\b(?:etc|et al|suiv)|J\.-C)\.\s*$"),
}
"""Abbreviations that end a sentence when a capital follows."""

LONGEST_TAIL = 40
"""More characters than any abbreviation has."""

INITIAL = regex(r"(?:^|[\s('\u2019-])[A-ZÀ-ÖØ-Þ]\.\s*$")

NO_SURNAME = regex(
    r"(?:The|This|That|These|Those|It|Its|He|She|They|We|In|On|At|For|To|As|By|If|When|But|And|There|An?"
    r"|L[ae]s?|Une?|Des|Ils?|Elles?|Nous|Ce(?:tte|s)?|En|Dans|Pour|Mais|Et|Rien)\b"
)
"""What starts a sentence after `plan A.` and is no surname after an initial."""


WIDE = regex(r"[^\S\x00-\x7f]")
BLANKS_BEFORE_STOP = regex(r"(?<!\s)\s++(?=[.!?\u2026\u3002])")
"""A no-break space, or another of more than a byte, before a full stop: sentencex breaks off at `vitamin A .`."""

OPENING = "\u201c\u201e\u2018\u00ab\u00bb\u2039"
MOST_OPENING = 2_000
"""sentencex looks from each quotation mark that opens to the end of the text for the one that closes it, and nothing
can stop it once it looks: in a text with more of them they are a sign like any other."""


def split(text: str, lang: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end) offsets without outer blanks; together they hold every word."""
    language = primary(lang) or "en"
    spans: list[tuple[int, int]] = []
    says = False  # whether the last one holds a word
    plain = BLANKS_BEFORE_STOP.sub(lambda run: WIDE.sub(" ", run[0]), text) if WIDE.search(text) else text
    if len(text) > MOST_OPENING and sum(map(plain.count, OPENING)) > MOST_OPENING:
        plain = plain.translate(dict.fromkeys(map(ord, OPENING), "*"))
    found = get_sentence_boundaries(language, plain)
    pieces = (_cut_again(text, b["start_index"], b["end_index"], language) for b in found)
    for start, end in chain.from_iterable(pieces):
        if spans and (raised := RAISED.match(text, start, end)):
            spans[-1] = (spans[-1][0], start := raised.end())
        piece = text[start:end]
        if not piece.strip():
            continue
        has_word = WORD.search(piece) is not None
        if spans and not (says and has_word and not _goes_on(_tail(text, *spans[-1]), piece, language)):
            spans[-1] = (spans[-1][0], end)
            says = says or has_word
        else:
            spans.append((start, end))
            says = has_word
    trimmed = ((a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in spans)
    return [(a, b) for a, b in trimmed if a < b]


MISSED_END = regex(
    r"(?:\s*+\([^()]*[.!?\u2026][\"'\u201d\u2019\u00bb]*+\)|.*?[\w%€$£]\u2026[\"'\u201d\u2019\u00bb)]*+)\s++(?=\W*+\w)",
    re.DOTALL,
)
"""Brackets that hold whole sentences, and an ellipsis: sentencex never ends a sentence there."""

LISTED_END: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "en": (regex(r"(?:\b(?:art|con|fed|id|ill|may|miss|no|ok)|\d\s?(?:mm|min|[ghlmst]))\Z"), regex(r"[A-Z][a-z]")),
    "fr": (regex(r"\betc\Z"), regex(r"[A-ZÀ-ÖØ-Þ]")),
}
"""What sentencex takes for abbreviations, and what begins a sentence behind it: `The children were fed. Then`."""

STOP = regex(r"\.\s+")
LONGEST_LISTED = 12

LETTERED = regex(
    r"\b(?:options?|plans?|scenarios?|variants?|alternatives?|annex(?:es)?|appendix|groups?|types?|class(?:es)?|zones?"
    r"|categor(?:y|ies)|parts?|sections?|phases?|stages?|models?|sites?|lots?|schedules?|tables?|figures?|box(?:es)?"
    r"|vitamins?|hepatitis|influenza"
    r"|optionen|varianten?|szenari(?:o|en)|anhang|anlagen?|gruppen?|typ|klassen?|teil|modell|fassung|tabelle|zonen?"
    r"|scénarios?|annexes?|groupes?|catégories?|parties?|modèles?|tableau"
    r"|opci(?:ón|ones)|escenarios?|anexos?|grupos?|tipos?|clases?|categorías?|zonas?|partes?|modelos?"
    r"|opç(?:ão|ões)|cenários?|classes?|categorias?)[ \u00a0]"
    r"(?:[A-Z](?:,[ \u00a0][A-Z])?[ \u00a0](?:and|or|to|und|oder|bis|et|ou|à|y|o|e|a)[ \u00a0])?[A-Z]\.\s*$",
    re.IGNORECASE,
)
"""What a letter is the name of, so that it is no initial: `the price of option B.`"""
LONGEST_NAME = 40
"""More characters than what is named by a letter has with it."""

NOTED_END = regex(
    r"[.!?](?:(?<=[^\W\d_]{4}[.!?])|(?<=[%)\"\u201d\u2019\u00bb][.!?]))[\"\u201d\u00bb]?[1-9]\d?\s+"
    r"(?=[\"\u201c\u201e\u00ab(]?[^\W\d_a-zß-öø-ÿ])"
)
"""A full stop with the number of a note behind it, typed as `fell.^1^` or `fell.<sup>1</sup>`: no end to sentencex."""

RAISED = regex(r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?!\S)\s*")
"""Such a number in signs of its own, which sentencex leaves to the sentence behind it."""


def _cut_again(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """A piece, cut where sentencex missed an end; `_goes_on` joins what goes on in a small letter."""
    while match := MISSED_END.match(text, start, end):
        for cut in _ends(text, start, match.end(), language):
            yield start, cut
            start = cut
        yield start, match.end()
        start = match.end()
    for cut in _ends(text, start, end, language):
        yield start, cut
        start = cut
    yield start, end


def _ends(text: str, start: int, end: int, language: str) -> list[int]:
    """Where a sentence begins behind a word that is no abbreviation, or behind the number of a note."""
    noted = [match.end() for match in NOTED_END.finditer(text, start, end)]
    return sorted({*_listed_ends(text, start, end, language), *_lettered_ends(text, start, end), *noted})


def _listed_ends(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Where a sentence begins behind a word that sentencex takes for an abbreviation."""
    if language in LISTED_END:
        listed, opening = LISTED_END[language]
        for stop in STOP.finditer(text, start, end):
            near = max(stop.start() - LONGEST_LISTED, start)
            if stop.end() < end and opening.match(text, stop.end()) and listed.search(text, near, stop.start()):
                yield stop.end()


def _lettered_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence begins behind a letter that is the name of something, which sentencex takes for an initial."""
    for stop in STOP.finditer(text, start, end):
        named = stop.end() < end and text[stop.start() - 1].isupper() and text[stop.end()].isupper()
        if named and LETTERED.search(text[max(stop.start() - LONGEST_NAME, start) : stop.start() + 1]):
            yield stop.end()


def _tail(text: str, start: int, end: int) -> str:
    """The end of a sentence, without blanks: as much of it as an abbreviation can be long."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[max(start, end - LONGEST_TAIL) : end]


LABEL = regex(
    r"(?:Tables?|Figures?|Charts?|Box(?:es)?|Maps?|Exhibit|Tabelle|Abbildung|Grafik|Kasten|Tableau|Graphique|Encadré|Carte"
    r"|Tabla|Cuadro|Gr[áa]fico|Figura|Recuadro|Mapa|Tabela|Quadro|Caixa)[ \u00a0](?:\d{1,2}(?:\.\d{1,2})?|[A-Z])\.\s*"
)
"""What a caption that is typed begins with, and all of a sentence that is none: `Table 1. Wells by district`."""


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the boundary between two pieces with words is none: an abbreviation or an initial, or a small letter."""
    if after[:1].islower() or LABEL.fullmatch(before) or LETTERED.fullmatch(before):
        return True
    capital = WORD.match(after.lstrip("\"'\u201c\u2018\u00ab\u00a0\u202f(["))
    if capital and not capital[0][0].isdigit() and language in FALSE_END and FALSE_END[language].search(before):
        return False
    pattern = ABBREVIATIONS.get(language)
    if after[:1].isdigit() and NUMBERED.search(before):
        return True
    initial = INITIAL.search(before) and not NO_SURNAME.match(after) and not LETTERED.search(before[-LONGEST_NAME:])
    return bool(initial or (pattern and pattern.search(before)))
