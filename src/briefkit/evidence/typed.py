"""A text in, the citations that its author typed by hand out: `(Smith and Jones 2020, p. 3)`, `Smith (2020) finds`.

    brackets = "(" work (";" work) ... ")"
    work     = [lead] names [","] year ["," pages]        lead: "see", "cf.", "vgl.", "voir", "véase" ...
    text     = names "(" year ["," pages] ")"
    names    = name ("," name) ... ["and" name] ["et al."]

What stands before a year in brackets may as well be a place, a law or a month. So each work says how much speaks for it
being one, and a library can be asked whether it has such a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from briefkit.library import resolve
from briefkit.library.authorship import authors, dated, spellings
from briefkit.library.links import LINKS
from briefkit.model import Library, Source
from briefkit.patterns import compiled, regex
from briefkit.quantities.words import MONTHS
from briefkit.values import Value


class Trust(IntEnum):
    """How much speaks for words before a year being a citation."""

    NONE = 0
    SOME = 1
    MUCH = 2


class Work(Value):
    """A work as typed: the names, the year, and how much speaks for it being one."""

    names: tuple[str, ...]
    year: str
    trust: Trust


class Typed(Value):
    """Where a typed citation stands in its text, the works it names, and whether its names stand before brackets."""

    start: int
    end: int
    works: tuple[Work, ...]
    in_text: bool


_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = r"(?:van|von|vom|zu|zur|den?|der|del|della|di|da|dos?|du|des|la|le|el|al|ten|ter|bin|ibn)"
_WORD = rf"{_CAPITAL}[\w'\u2019-]{{0,40}}"
NAMES_BEGIN = rf"(?:{_CAPITAL}|{_PARTICLE} )"
"""What NAMES begins with; a search for it alone costs little."""

_NAME = rf"(?:{_CAPITAL}\. ?){{0,3}}(?:{_PARTICLE} ){{0,2}}{_WORD}(?: (?:(?:of|for|{_PARTICLE}) ){{0,2}}{_WORD}){{0,4}}"
GROUP = (
    r"(?:,? et al\b\.?+|,? et coll\b\.?+| and (?:her |his |their )?colleagues\b| und (?:ihre |seine )?Kolleg\w{1,6}"
    r"| et (?:ses |leurs )?collègues\b| y (?:sus )?colegas\b| e (?:seus )?colegas\b)"
)
"""What stands behind the name of an author for all others."""
_OTHERS = rf"(?:{GROUP}|,? u\. ?a\.| and others| und andere| et autres| y otros)"
"""The same before a year; alone, `Kenya and others` are no authors."""
NAMES = rf"{_NAME}(?:, {_NAME}){{0,5}}(?:,? (?:and|&|und|et|y|e) (?!Kolleg){_NAME})?{_OTHERS}?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)[a-z]?"
_PAGES = (
    r"(?:pp?\.?|S\.|Seiten?|págs?\.|pages?|ch(?:ap)?\.|Kap\.|cap\.|paras?\.?|Rn\.|Abs\.|§+|n\.|table|Tabelle|tableau)?"
    r" ?\d[\d \u2013,-]{0,30}(?:ff?\.?)?"
)
_LEAD = (
    r"(?:(?:see(?: also|,? for example,?|,? e\.g\.,?)?|also|cf\.?|e\.g\.,?|compare|following|vgl\.(?: auch)?"
    r"|siehe(?: auch)?|s\. auch|so auch|z\. ?B\.|nach|laut|voir(?: aussi)?|p\. ex\.|par exemple|selon|d['\u2019]après"
    r"|véase(?: también)?|ver|según|por ejemplo),? )?"
)
_BRACKETS = regex(r"\(([^()\[\]@]{4,300})\)")
_HAS_YEAR = regex(r"(?:1[6-9]|20)\d\d")
_WORK = regex(
    rf"{_LEAD}(?P<names>{NAMES}),? {_YEAR}(?:,? [12]\d\d\d[a-z]?(?!\w)){{0,5}}(?P<pages>(?:, ?|: ?){_PAGES})?"
)
_BEFORE = regex(rf"(?<!\w)(?P<names>{NAMES})(?:['\u2019]s?)? ?$")
_IN_BRACKETS = regex(rf"\({_YEAR}(?P<pages>(?:, ?|: ?){_PAGES})?\)")
_OF = regex(r"['\u2019]s?$")
_WHERE = regex(r"(?:In|At|Across|For|Since|Im|Für|Seit|En|Dans|Au|Pour|Depuis|Para|Desde|Em) [^,]{1,60}, (?=\S)")
"""Where or since when, before the names: `In Kenya, Miller (2020)`."""

_FEW = regex(r",? (?:and|&|und|et|y|e) |, ")
_AND = regex(r" (?:and|&|und|et|y|e) ")
_OTHERS_AT_END = regex(_OTHERS + "$")
_NO_NAME = regex(r"[()\[\]{};:!?\"\u201c\u201d]")
"""Signs that no name holds, at which looking back for one ends."""

_REACH = 160
"""How many characters before a year in brackets are looked at."""

VERBS = (
    r"(?:also |even |rightly |later |first |have |has |a |ont |ha |han |hat |haben ){0,2}"
    r"(?:finds?|found|argue[sd]?|show(?:s|ed|n)?|estimate[sd]?|report(?:s|ed)?|note[sd]?|conclude[sd]?|suggest(?:s|ed)?"
    r"|claim(?:s|ed)?|observe[sd]?|points? out|pointed out|describe[sd]?|demonstrate[sd]?|writes?|wrote|analy[sz]e[sd]?"
    r"|document(?:s|ed)?|examine[sd]?|say|says|said|state[sd]?|contend(?:s|ed)?|warn(?:s|ed)?|calculate[sd]?"
    r"|zeig(?:t|en|te|ten)|find(?:et|en)|fand(?:en)?|argumentier(?:t|en)|schätz(?:t|en|te|ten)|berichte(?:t|n|te|ten)"
    r"|schreib(?:t|en)|beleg(?:t|en)|untersuch(?:t|en|te|ten)|beton(?:t|en|te|ten)|folger(?:t|n|te|ten)|warn(?:t|en)"
    r"|stell(?:t|en|te|ten) fest|gezeigt|zufolge"
    r"|montr(?:e|ent|é|ait)|trouv(?:e|ent|é)|soutien(?:t|nent)|estim(?:e|ent|é)|conclu(?:t|ent)?|not(?:e|ent|é)|écri(?:t|vent)"
    r"|affirm(?:e|ent|é)|constat(?:e|ent|é)|suggèr(?:e|ent)|soulign(?:e|ent|é)|démontr(?:e|ent|é)|rapport(?:e|ent|é)"
    r"|muestran?|mostró|mostraron|encuentran?|encontró|encontraron|sostienen?|argumentan?|estiman?|concluyen?"
    r"|señalan?|señaló|afirman?|sugieren?|escriben?|demuestran?|calculan?|advierten?)(?!\w)"
)
"""Words that say what a work says, behind its author."""

SAYS = rf" ?,? {VERBS}"
_SAID_BY = regex(
    r"(?:according to|(?:shown|found|argued|suggested|reported|estimated|noted|described|documented|demonstrated) by"
    r"|laut|selon|d['\u2019]après|según|de acuerdo con) $",
    re.IGNORECASE,
)

# fmt: off
_OPENERS = frozenset((
    "a after all although an and as at because before but by despite during even finally first following for from "
    "here how however in indeed like more moreover on one only our recently second see similarly since so still than "
    "that the their then there these this those though thus to unlike until when where while with work works yet auch "
    "bei dass denn der die das doch für gegen hier im ist jedoch laut nach nur ob seit siehe und vgl von während weil "
    "wenn wie zu zuletzt ainsi après avant avec car ce ces cette chez comme dans depuis des donc du en et la le les "
    "mais or ou par pour que quand selon si sur un une voir ahora al aunque como con cuando de del desde el ella "
    "entre esta este las los para pero por porque según sin sobre tras una y"
).split())
"""Words with which a sentence begins; before a name they are no part of it."""

_NO_NAMES = frozenset((
    "accord accords act action acts agenda agreement agreements amendment amendments annex appendix article articles "
    "assessment autumn average baseline bill box brexit budget bulletin case census chapter charter chart code "
    "conference congress constitution convention council court covid crisis data decision declaration decree "
    "directive dollars draft early economy edition election elections end estimate estimates euro euros exhibit fall "
    "fiscal figure figures forecast framework frontier guidelines horizon index initiative issue judgment judgement "
    "late law laws mid model note number olympics order pandemic panel paper part phase plan policy programme program "
    "project projection protocol quarter reform regulation regulations report reports resolution round schedule "
    "section series session source sources spring stage standard statistics statute step strategy study sum summer "
    "summit survey table target total treaty version vision volume war wave week white winter year years abbildung "
    "abkommen abschnitt anfang anhang artikel ausgabe band beschluss bericht bild bundestagswahl ende entscheidung "
    "erhebung europawahl fassung frühjahr frühling gesetz gipfel grafik haushalt herbst jahr jahre kapitel kasten "
    "konferenz krieg krise mitte prognose programm quartal quelle richtlinie sommer stand studie stufe tabelle teil "
    "übereinkommen umfrage urteil verordnung vertrag wahl wahlen welle wirtschaft zahlen ziel annexe année arrêté "
    "automne carte chapitre conférence crise début décision décret données édition élection élections encadré enquête "
    "été fin graphique guerre hiver loi lois objectif ordonnance partie printemps projet protocole rapport "
    "recensement règlement réforme résolution sommet tableau traité trimestre acuerdo anexo año artículo capítulo "
    "censo convenio cuadro cumbre datos decisión decreto directiva edición elecciones encuesta figura fuente gráfico "
    "guerra informe inicio invierno ley leyes meta objetivo orden otoño parte presupuesto primavera promedio "
    "protocolo proyecto recuadro reforma reglamento resolución tabla tratado verano versión jan feb mar apr jun jul "
    "aug sep sept oct nov dec janv févr avr juil déc ene abr ago dic mrz okt dez press verlag springer wesley wiley "
    "elsevier routledge abuja accra addis afghanistan africa afrika afrique alemania algeria amman amsterdam ankara "
    "argentina armenia asia asien athen athens auckland australia austria azerbaijan baghdad baku bali bangkok "
    "bangladesh barcelona basel beijing beirut belarus belém belgium belgrade bengaluru berlin bern berne bogotá "
    "bolivia bonn bosnia boston brasil brasilia brazil brésil bruselas brussels brüssel bruxelles bucharest budapest "
    "bulgaria busan cairo cambodia cameroon canada cancún chicago chile china chine cologne colombia colombie congo "
    "copenhagen copenhague croatia cuba cyprus dakar damascus davos delhi denmark deutschland dhaka doha dubai dublin "
    "dubrovnik ecuador egypt england españa espagne estonia ethiopia europa europe european finland florida france "
    "frankreich geneva genf genève georgia germany ghana ginebra glasgow gothenburg greece guatemala haiti hamburg "
    "hanoi havana helsinki hiroshima honduras hungary iceland inde india indien indonesia iran iraq ireland islamabad "
    "israel istanbul italia italie italien italy jakarta japan japon japón jerusalem johannesburg jordan kabul "
    "karachi kenya kiev kigali kopenhagen korea kosovo kunming kuwait kyiv kyoto lagos latvia lebanon libya lima "
    "lisboa lisbon lisbonne lissabon lithuania london londres luxembourg luxemburg lyon maastricht madrid malaysia "
    "mali manila marrakech marseille melbourne mexico méxico mexiko milan minamata minsk montreal montréal moscow "
    "moskau mumbai munich myanmar nagoya nairobi namibia nepal netherlands nice nicaragua niger nigeria nizza norway "
    "oslo ottawa pakistan palestine panama paraguay paris pekin peking peru philadelphia poland polen portugal prag "
    "prague qatar quito rabat ramsar reykjavik rio riyadh rom roma romania rome rotterdam russia russland russie "
    "rwanda santiago schweiz scotland sendai senegal seoul serbia shanghai singapore slovakia slovenia somalia spain "
    "spanien stockholm sudan suisse sweden sydney syria taipei taiwan tanzania tbilisi teheran tehran thailand tokio "
    "tokyo toronto tripoli tunis tunisia turin turkey uganda ukraine uruguay valletta vancouver venezuela venice "
    "versailles vienna vienne vietnam viena wales warsaw warschau varsovie washington wellington wien yemen york "
    "zambia zimbabwe zurich zürich"
).split()) | {month.casefold() for months in MONTHS.values() for month in months.split("|")}
_OFFICES = frozenset((
    "agency authority bank bureau commission committee community court department government house institute ministry "
    "office parliament professor president secretary senate state states supreme treasury union amt bundesrat "
    "bundesregierung bundestag kommission minister ministerium regierung assemblée banque comité cour gouvernement "
    "ministère parlement sénat banco comisión congreso gobierno ministerio parlamento senado"
).split())
# fmt: on
"""Words with a capital that stand before a year and are no author; those that alone are no person."""


def find_typed(text: str, lang: str = "en") -> Iterator[Typed]:
    """The citations in a text that look typed by hand, in its order; what spans lines is read as one."""
    line = text.replace("\n", " ")
    for match in _BRACKETS.finditer(line):
        if in_text := _IN_BRACKETS.fullmatch(match[0]):
            yield from _read_text(line, in_text, match.start(), match.end())
        elif _HAS_YEAR.search(match[1]) and (works := _read_works(match[1], lang)):
            yield Typed(match.start(), match.end(), works, in_text=False)


def _read_works(inside: str, lang: str) -> tuple[Work, ...]:
    """The works between brackets; nothing when a part is something else."""
    matches = [_WORK.fullmatch(" ".join(part.split())) for part in inside.split(";")]
    works: list[Work] = []
    for match in matches:
        names = split_typed(match["names"]) if match else ()
        if not match or not names:
            return ()
        works.append(Work(names, match["year"], _trust(match, names, lang, len(matches))))
    return tuple(works)


def _trust(match: re.Match[str], names: tuple[str, ...], lang: str, works: int) -> Trust:
    """How much speaks for names between brackets: German nouns have capitals too, and places may be several."""
    if any(is_no_name(name) for name in names):
        return Trust.NONE
    if not all(is_person(name) for name in names):  # an office, if a page of it is named
        return Trust.MUCH if any(sign.isalpha() for sign in match["pages"] or "") else Trust.NONE
    if match["pages"] or _OTHERS_AT_END.search(match["names"]):
        return Trust.MUCH
    if lang.startswith("de"):
        return Trust.NONE
    return Trust.MUCH if works > 1 or _AND.search(match["names"]) else Trust.SOME


def _read_text(line: str, year: re.Match[str], start: int, end: int) -> Iterator[Typed]:
    """The work whose year in brackets this is, if names stand before it."""
    before = _NO_NAME.split(line[max(start - _REACH, 0) : start])[-1]
    match = _BEFORE.search(before)
    names = split_typed(match["names"]) if match else ()
    if not match or not names:
        return
    at = start - len(before) + before.find(names[0], match.start())
    trust = Trust.NONE
    if not any(is_no_name(name) for name in names):
        told = compiled(SAYS).match(line, end, end + 60) or _SAID_BY.search(line, max(at - 40, 0), at)
        others = _OTHERS_AT_END.search(match["names"])
        several = _AND.search(match["names"]) and all(is_person(name) for name in names)
        trust = Trust.MUCH if others or told else Trust.SOME if several else Trust.NONE
    yield Typed(at, end, (Work(names, year["year"], trust),), in_text=True)


def split_typed(names: str) -> tuple[str, ...]:
    """The single names, without what a sentence begins with."""
    parts = _FEW.split(_WHERE.sub("", _OTHERS_AT_END.sub("", names)))
    words = _OF.sub("", parts[0]).split()
    while words and words[0].casefold() in _OPENERS and words[0] != words[0].lower():
        words.pop(0)
    return (" ".join(words), *(_OF.sub("", part) for part in parts[1:])) if words else ()


def is_person(name: str) -> bool:
    """Whether a typed name has the form of a family name, perhaps with initials: no acronym, not several words."""
    words = [w for w in name.split() if not w.endswith(".")]
    capitals = [w for w in words if w != w.lower()]
    is_one = len(capitals) == 1 and capitals[0] != capitals[0].upper() and not any(c.isdigit() for c in name)
    return is_one and capitals[0].casefold() not in _OFFICES


def is_no_name(name: str) -> bool:
    """Whether a number is in a name, or its last word is one of those that are no author."""
    last = name.split()[-1].casefold()
    return any(c.isdigit() for c in name) or any(word in _NO_NAMES for word in (last, *last.split("-")))


def find_meant(library: Library, works: Iterable[Work]) -> Mapping[Work, Source]:
    """For each work that the library seems to hold, the first such source; its sources are walked once."""
    return {work: sources[0] for work, sources in find_all_meant(library, works).items()}


def find_all_meant(library: Library, works: Iterable[Work]) -> Mapping[Work, tuple[Source, ...]]:
    """For each work that the library seems to hold, all such sources in their order; they are walked once."""
    wanted: dict[tuple[int, str], list[Work]] = {}
    for work in dict.fromkeys(works):
        for spelling in spellings(work.names[0]):
            wanted.setdefault((int(work.year), spelling), []).append(work)
    years = {year for year, _ in wanted}
    meant: dict[Work, dict[str, Source]] = {}
    for source in library.sources.values() if wanted else ():
        if not (own := dated(source)) and any(link in source.fields for link in LINKS):
            source = resolve(library, [source.key])[0]
            own = dated(source)
        for year in years.intersection(own) if library.can_cite(source.key) else ():
            for work in (w for name in authors(source) for w in wanted.get((year, name), ())):
                meant.setdefault(work, {}).setdefault(source.key, source)
    return {work: tuple(sources.values()) for work, sources in meant.items()}
