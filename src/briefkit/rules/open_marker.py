"""A mark of something unfinished is left in the text.

## What it does
Flags what writers put where something is still to come: TODO, TBD, FIXME, TK, "XX%", 20XX, XXX, "???", "lorem ipsum",
(source?) and words in brackets such as [citation needed], [source?] or [insert figure], in English, French, German,
Spanish and Portuguese. What Word and Zotero leave in the place of what they did not find, "Error! Reference source not
found", "Click or tap here to enter text" or {Citation}, is told too, a mark in an attribute, `actor=`, `by=`, and a
merge of two versions that was not settled (`<<<<<<<`).

Where the brackets go on, `[to be written: ...]`, as in a brief that `briefkit new` has begun, it is a warning. Code,
comments and addresses are not looked at, nor are a mark in quotation marks, a word of a cited title, a century in Roman
figures and an abbreviation that the brief gives in full.

## Why it matters
Such a mark tells the reader that the brief was not finished, and often stands where the figure or the source should be.

## Example
    Repairs took XX days [citation needed], and the budget is TBD.

## Instead
    Repairs took 12 days, and the budget is 400,000 euros [@smith2021].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefkit.merges import MERGE, MERGE_CURE, find_merges
from briefkit.model import Severity
from briefkit.parse.front_matter import body_start
from briefkit.patterns import compiled, regex
from briefkit.rules.base import Case, Hit
from briefkit.text import primary, shorten

CODE = "CLM116"
SEVERITY = Severity.ERROR

STEMS = (
    *("XX", "TODO", "TBD", "TBC", "TK", "FIXME", "???", "lorem ", "Lorem ", "LOREM "),
    *("insert ", "Insert ", "insérer ", "Insérer ", "einfügen", "insertar ", "Insertar ", "inserir ", "Inserir "),
)
"""What a mark outside of brackets holds: the patterns are tried only where one of these is found."""

UNITS = (
    "%|‰|€|[$£]|per[ ]?cent|pour[ ]?cent|prozent|por[ ]?ciento|por[ ]?cento|millions?|billions?|trillions?|milliards?"
    "|mio|mrd|millionen|milliarden?|mill(?:ón|ones)|milh(?:ão|ões)|euros?|dollars?|dólar(?:es)?|days?|weeks?|months?|years?"
    "|people|jours?|mois|ans|tagen?|jahren?|días|meses|años|dias|anos"
)
ANYWHERE = rf"""
      \b (?: FIXME | TBD | TKTK ) \b
    | \b X{{2,5}} (?: [.,] X{{1,3}} )? [ \u00a0\u202f-]? (?i: {UNITS} ) (?! \w )
    | [€$£] [ \u00a0]? X{{2,5}} (?! \w )
    | \b 20XX \b
    | (?<! [\w.@#/-] ) X{{4,40}}+ (?! [\w-] )
    | (?<! [\w!?)"\u201d\u2019] ) \?{{3,40}}+
    | (?i: \b lorem [ ] ipsum \b )
"""
"""Marks that are none of any language; XX alone is a number in Roman figures more often."""

LEFT_BEHIND = (
    *("Error! Reference source not found", "Error! Bookmark not defined", "Error! Hyperlink reference not valid"),
    *("Erreur ! Source du renvoi introuvable", "Erreur ! Signet non défini"),
    *("Fehler! Verweisquelle konnte nicht gefunden werden", "Fehler! Textmarke nicht definiert"),
    *("Error! No se encuentra el origen de la referencia", "Error! Marcador no definido"),
    *("Erro! A origem da referência não foi encontrada", "Erro! Fonte de referência não encontrada"),
    *("Erro! Marcador não definido", "Erro! Indicador não definido", "{Citation}"),
    *("Click or tap here to enter text", "Click here to enter text", "Click or tap to enter a date"),
    *("Cliquez ou appuyez ici pour entrer du texte", "Cliquez ici pour entrer du texte"),
    *("Klicken oder tippen Sie hier, um Text einzugeben", "Klicken Sie hier, um Text einzugeben"),
    *("Haga clic o pulse aquí para escribir texto", "Haga clic aquí para escribir texto"),
    *("Clique ou toque aqui para introduzir texto", "Clique ou toque aqui para inserir o texto"),
)
"""What Word and Zotero print where a reference, a field or a citation came to nothing."""

WORDS_LEFT = (
    "Error!",
    "Erreur",
    "Fehler!",
    "Erro!",
    "{Citation}",
    "here to",
    "tap to",
    "ici pour",
    "hier, um",
    "aquí",
    "aqui",
)
"""One of these stands in each of them."""

TODO = r"(?<! \# ) \b TODO \b"
BARE: Mapping[str, str] = {
    "en": TODO + r" | \b (?: TBC | TK ) \b | (?i: \b insert (?: [ ] [\w-]+ ){1,5} [ ] here \b )",
    "fr": TODO + r" | (?i: \b insérer (?: [ ] [\w'\u2019-]+ ){1,5} [ ] ici \b )",
    "de": TODO + r" | (?i: \b hier (?: [ ] [\w-]+ ){0,4} [ ] einfügen \b )",
    "es": r"\b TODO : | (?i: \b insertar (?: [ ] [\w-]+ ){1,5} [ ] aquí \b )",
    "pt": r"\b TODO : | (?i: \b inserir (?: [ ] [\w-]+ ){1,5} [ ] aqui \b )",
}
"""Marks of a language outside of brackets; "todo" is a word of Spanish and Portuguese."""


class Held(NamedTuple):
    """What stands in brackets where something is to come, by language, in small letters.

    Questions end in `?`, orders may go on; the rest is all that there is.
    """

    questions: str
    orders: str
    rest: str


BRACKETED: Mapping[str, Held] = {
    "en": Held(
        "source/citation/reference/ref/cite/figure/date/year/number/page/name/who/when/which/by whom/according to whom",
        "insert/add a/add the/add source/add reference/add citation/add figure/find source/find a source/find reference"
        "/check source/check figure/check number/check date/needs a source/needs source/needs a citation/needs citation"
        "/needs checking",
        "todo/tbd/tbc/tk/placeholder/citation needed/citation required/citation missing/source needed/source required"
        "/source missing/reference needed/reference required/reference missing/clarification needed/to be completed"
        "/to be confirmed/to be added/to be written/to be determined/to be decided/to be updated/to be checked",
    ),
    "fr": Held(
        "source/référence/réf/réf./chiffre/date/année/page/nom/qui/quand/selon qui",
        "insérer/ajouter source/ajouter la source/ajouter une source/ajouter référence/ajouter la référence"
        "/ajouter une référence/vérifier la source/vérifier le chiffre",
        "à compléter/à vérifier/à confirmer/à préciser/à ajouter/à remplir/à faire/source à compléter/source à ajouter"
        "/source à vérifier/source à préciser/chiffre à vérifier/chiffre à confirmer/chiffre à compléter"
        "/référence à compléter/référence à ajouter/référence nécessaire/référence souhaitée/référence manquante"
        "/réf. nécessaire/source nécessaire/source manquante/citation nécessaire",
    ),
    "de": Held(
        "quelle/beleg/zahl/datum/jahr/seite/name/wer/wann/welche/welcher/welches",
        "",
        "noch zu ergänzen/noch zu prüfen/noch zu klären/zu ergänzen/zu prüfen/zu klären/bitte ergänzen/bitte prüfen"
        "/hier ergänzen/hier einfügen/beleg fehlt/beleg nötig/beleg ergänzen/beleg einfügen/quelle fehlt/quelle nötig"
        "/quelle ergänzen/quelle einfügen/quelle prüfen/quellenangabe fehlt/zahl fehlt/zahl prüfen/zahl ergänzen"
        "/zahl einfügen/platzhalter/folgt noch",
    ),
    "es": Held(
        "fuente/cita/referencia/cifra/fecha/año/página/nombre/quién/cuándo/según quién",
        "insertar/añadir fuente/añadir la fuente/añadir una fuente/agregar fuente/agregar la fuente/añadir cita"
        "/añadir referencia/verificar la fuente/verificar la cifra",
        "por completar/por confirmar/por verificar/por definir/a completar/a confirmar/a verificar/pendiente"
        "/cita requerida/fuente requerida/referencia requerida/falta fuente/falta la fuente/falta cita/falta la cita"
        "/falta referencia/falta la referencia/falta la cifra",
    ),
    "pt": Held(
        "fonte/citação/referência/número/data/ano/página/nome/quem/quando/segundo quem",
        "inserir/adicionar fonte/acrescentar fonte/adicionar a fonte/acrescentar a fonte/adicionar referência"
        "/verificar a fonte/verificar o número",
        "a completar/a confirmar/a verificar/a definir/a preencher/por completar/por confirmar/por verificar"
        "/por definir/por preencher/carece de fontes/carece de fonte/falta fonte/falta a fonte/fonte em falta"
        "/falta a citação/falta a referência/citação necessária/fonte necessária/referência necessária",
    ),
}
ROUND = regex(r"\(([^()\[\]@\n]{3,40}+)\)")
SOURCES = regex(
    r"(?:source|citation|reference|ref|cite|référence|réf|quelle|quellenangabe|beleg|fuente|cita|referencia|fonte|citação"
    r"|referência)s?\b"
)
"""Words for a source: in round brackets only what asks for one is a mark, since much else is said there."""

THIRTY = regex(r"(?<![\w.@#/-])XXX(?![\w-])")
BEFORE = regex(r"(?:\A|[\n.:;!?(]|(?P<word>[^\W\d_]{1,30}))[ \u00a0]?\Z")
AFTER = regex(r"[ ]?(?:[^\W\d_A-ZÀ-Þ]|[.,;:!?)]|\n|\Z)")
NUMBERED = frozenset(
    "article chapter section title part annex table volume book century act canto psalm no page pope art chap vol"
    " siècle tome livre chapitre titre partie annexe tableau jahrhundert band kapitel artikel teil siglo libro tomo"
    " capítulo título parte artículo anexo século livro artigo".split()
)
"""Words after which XXX is thirty."""

INVITING = regex(r"\[([^\[\]@\n:]{2,40}+):[^\[\]\n]{1,500}+\](?!\()")
"""Brackets that go on with what is to be written there, as in a new brief: `[to be written: why it matters]`."""
BRACKETS = regex(r"\[([^\[\]@\n]{2,60}+)\](?![(\[])")

TOLD = (
    "title",
    "subtitle",
    "bottom-line",
    "summary",
    "key-messages",
    "authors",
    "audience",
    "decision",
    "organisation",
)
"""The texts of the front matter that a reader sees."""

PRINTED = ("actor", "by", "measure", "name", "caption", "unit")
"""The attributes that a reader sees."""

LONGEST = 4
QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each mark in the text and in the front matter."""
    lang = primary(case.brief.front.language)
    yield from _in_attributes(case, lang)
    yield from _unsettled(case)
    meanings: dict[str, bool] = {}
    for text, start in _texts(case):
        for match in (*_bare(text, lang), *_left_behind(text), *_bracketed(text, lang), *_inviting(text, lang)):
            if not start and _is_quoted(match):
                continue
            mark = match[0]
            if mark not in meanings:
                meanings[mark] = _has_meaning(case, mark)
            if not meanings[mark]:
                yield _hit(case, start + match.start(), match)


def _unsettled(case: Case) -> Iterator[Hit]:
    """A hit for each merge that was not settled; in code it is an example, and the front matter tells of its own."""
    body = body_start(case.brief.text)
    for start, end in find_merges(case.brief.text):
        if start >= body and case.prose[start] == "<":
            yield Hit(case.lines.place(start, end), MERGE, MERGE_CURE, subject="<<<<<<<")


def _in_attributes(case: Case, lang: str) -> Iterator[Hit]:
    """A hit for each attribute that holds a place: `actor="[to be written: who acts]"`."""
    pairs = (pair for one in case.markup.marked for pair in one.pairs)
    for (name, value), (_, place) in zip(pairs, case.markup.attributes, strict=True):
        if name in PRINTED and "[" in value:
            for match in (*_bracketed(value, lang), *_inviting(value, lang)):
                start = case.brief.text.find(match[0], case.lines.offset(*place.start))
                yield _hit(case, start, match) if start >= 0 else Hit(place, _marks(match[0]), CURE, subject=match[0])


def _hit(case: Case, start: int, match: re.Match[str]) -> Hit:
    """A hit at a mark that starts there. One that goes on with what is to be written is told by its first words: a new
    brief has many, of which the same is to be said.
    """
    goes_on = match.re.pattern == INVITING.pattern
    end = start + (match.end(1) - match.start() + 1 if goes_on else len(match[0]))
    message = _marks(f"[{match[1]}: ...]" if goes_on else match[0])
    return Hit(case.lines.place(start, end), message, CURE, subject=match[0], step=-goes_on)


def _marks(mark: str) -> str:
    return f"'{shorten(mark)}' marks something that is still to come"


CURE = "write what belongs here, or leave it out"


def _texts(case: Case) -> Iterator[tuple[str, int]]:
    """The text of the brief, and what its front matter says to readers, each with its offset."""
    yield case.prose, 0
    for place in (case.brief.front.places.get(name) for name in TOLD):
        if place:
            yield case.lines.slice(place), case.lines.offset(*place.start)


def _bare(text: str, lang: str) -> Iterator[re.Match[str]]:
    """The marks that stand by themselves; those within brackets are found as such."""
    if any(stem in text for stem in STEMS):
        pattern = compiled(rf"{ANYWHERE} | {BARE.get(lang, BARE['pt'])}", re.VERBOSE)
        yield from (m for m in pattern.finditer(text) if text[m.start() - 1 : m.start()] != "[" or not _closes(m))
        yield from (m for m in THIRTY.finditer(text) if _stands_alone(m)) if "XXX" in text else ()


def _left_behind(text: str) -> Iterator[re.Match[str]]:
    """What programs of an office print in the place of what they did not find, over the ends of lines too."""
    if any(words in text for words in WORDS_LEFT):
        phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in LEFT_BEHIND)
        yield from compiled(phrases).finditer(text)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether XXX is no number of a king, a chapter or the games: small letters or stops stand around it."""
    text = match.string
    before, after = BEFORE.search(text, max(match.start() - 40, 0), match.start()), AFTER.match(text, match.end())
    word = (before["word"] or "") if before else "X"
    return word == word.lower() and word not in NUMBERED and after is not None


def _closes(match: re.Match[str]) -> bool:
    return match.string[match.end() : match.end() + 1] == "]"


def _bracketed(text: str, lang: str) -> Iterator[re.Match[str]]:
    """The marks in brackets, in the language of the text or in English, which writers use everywhere."""
    held = [BRACKETED[name] for name in dict.fromkeys((lang, "en")) if name in BRACKETED]
    for match in BRACKETS.finditer(text):
        said = match[1].strip(" \\.!").casefold()
        asked = said.rstrip("? \u00a0\u202f").lstrip("¿") if said.endswith("?") else ""
        if any(_stands_in(said, asked, words) for words in held):
            yield match
    for match in ROUND.finditer(text):
        said = match[1].strip(" .!").casefold()
        asked = said.rstrip("? \u00a0\u202f").lstrip("¿") if said.endswith("?") else ""
        if SOURCES.search(said) and any(_stands_in(said, asked, words._replace(orders="")) for words in held):
            yield match


def _inviting(text: str, lang: str) -> Iterator[re.Match[str]]:
    """The marks in brackets that say what is to be written there."""
    held = [BRACKETED[name] for name in dict.fromkeys((lang, "en")) if name in BRACKETED]
    for match in INVITING.finditer(text):
        if any(match[1].strip().casefold() in words.rest.split("/") for words in held):
            yield match


def _stands_in(said: str, asked: str, words: Held) -> bool:
    if asked in words.questions.split("/") or said in words.rest.split("/"):
        return True
    return any(f"{said} ".startswith(f"{order} ") for order in words.orders.split("/") if order)


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether a mark stands alone between quotation marks: then it is spoken of."""
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return all(sign and sign in QUOTES for sign in around)


def _has_meaning(case: Case, mark: str) -> bool:
    """Whether the brief gives an abbreviation in full, or a cited title has the word."""
    if not mark.isalpha() or not mark.isupper() or len(mark) > LONGEST:
        return False
    full = regex(r"\b" + r"\w{0,30}[\s-]".join(mark) + rf"\w{{0,30}} \({mark}\)", re.IGNORECASE)
    own = regex(rf"\b{mark}\b")
    titled = any(own.search(source.text("title", "shorttitle")) for source in case.sources)
    return titled or full.search(case.brief.text) is not None
