"""A claim says "recently" or "a number of" where it could say when or how many.

## What it does
Flags words that stand in for a date or a number ("recently", "in recent years", "a growing number of", "countless") in
a sentence that states something checkable and holds no date or figure. One finding a sentence, with a source or
without. This is a heuristic with short lists of words for English, French, German and Spanish.

## Why it matters
"Recently" grows old with the brief, and "a number of" is two or two thousand: neither can be checked, nor be wrong.

## Example
    The ministry has closed a number of regional offices [@smith2021].

## Instead
    The ministry has closed nine regional offices since 2019 [@smith2021].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from briefkit.claims.openings import pattern_openings
from briefkit.evidence.stated import place_in
from briefkit.model import OPEN, SOURCED, Account, Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import primary

CODE = "CLM110"
SEVERITY = Severity.INFO

WORDS: Mapping[str, str] = {
    "en": """
        recently
        lately
        of late
        (?:in|over|during) (?:the )?(?:recent|past|last few|past few) (?:years|decades|months|weeks|times)
        (?:some|many|several|a few) (?:years|months|decades) ago
        for (?:many|several) (?:years|decades)
        countless
        innumerable
        numerous
        a number of
        an? (?:large|great|huge|vast|growing|rising|increasing|significant|considerable|small) (?:number|share) of
        an? (?:large|great|huge|vast|growing|rising|increasing|significant|considerable|small) (?:amount|proportion) of
        (?:large|huge|vast|growing|rising|increasing|significant|considerable) (?:numbers|amounts|shares) of
        a (?:handful|host|plethora|lot|great deal) of
        (?:lots|plenty|scores|dozens|hundreds|thousands) of
        the vast majority of
    """,
    "fr": """
        récemment
        dernièrement
        (?:ces|au cours des|dans les|depuis les) dernières (?:années|décennies)
        ces derniers (?:mois|temps)
        (?:il y a|depuis) (?:quelques|plusieurs) (?:années|mois|décennies)
        depuis (?:longtemps|peu)
        de (?:très )?nombreu(?:x|ses)
        d['\u2019]innombrables
        un (?:certain|grand|petit) nombre d
        bon nombre d
        une (?:grande|large|petite|bonne) (?:partie|part|quantité) d
        une poignée d
        (?:beaucoup|énormément) d
    """,
    "de": """
        kürzlich
        neulich
        unlängst
        neuerdings
        in (?:letzter|jüngster) zeit
        in den (?:letzten|vergangenen|jüngsten) (?:jahren|monaten|jahrzehnten)
        (?:vor|seit) (?:einigen|mehreren|vielen|wenigen) (?:jahren|monaten|jahrzehnten)
        seit (?:langem|kurzem)
        (?:zahlreiche|unzählige)[nrs]?
        eine (?:reihe|vielzahl|handvoll|unmenge) (?:von|an|der)
        ein (?:großer|erheblicher|beträchtlicher|wachsender) (?:teil|anteil)
        eine (?:große|wachsende|steigende) (?:zahl|anzahl)
    """,
    "es": """
        recientemente
        últimamente
        hace poco
        en los últimos (?:años|meses|tiempos|decenios)
        en las últimas (?:décadas|semanas)
        hace (?:algunos|varios|muchos|unos) (?:años|meses)
        desde hace (?:años|tiempo|décadas|mucho)
        numeros[oa]s
        innumerables
        un (?:gran |cierto )?número de
        una? (?:gran|buena|pequeña) (?:parte|cantidad) de
        un puñado de
        (?:multitud|infinidad) de
    """,
}
"""Words that stand in for a date or a number, by language, a pattern a line, in small letters."""


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """The words of a language as one pattern, which is tried only where one of them can begin."""
    words = "|".join(line.strip() for line in WORDS.get(lang, "").split("\n") if line.strip())
    letters = "".join(sorted({opening[:1] for opening in pattern_openings(words)}))
    return regex(rf"\b(?=[{letters}])(?:{words})\b") if words else None


EXACT = frozenset(("date", "percent", "money", "figure", "proportion"))
"""Signs of a date or figure in words; one in digits is seen by its digits."""

DIGIT = regex(r"\d")


def check(case: Case) -> Iterator[Hit]:
    """A hit for the first such words of each claim."""
    pattern = _pattern(primary(case.brief.front.language))
    for account in case.accounts if pattern else ():
        sentence = account.sentence
        found = pattern.search(sentence.plain.lower()) if pattern and _may_be_vague(account) else None
        if found:
            words = sentence.plain[found.start() : found.end()]
            message = f"\u201c{words}\u201d does not say when or how many, and the sentence gives no date and no figure"
            hint = "give the date or the number, or leave the words out"
            place = place_in(case.lines, sentence, found.start(), found.end())
            yield Hit(place, message, hint, subject=sentence.plain)


def _may_be_vague(account: Account) -> bool:
    """Whether a sentence is a claim without a figure or date."""
    claims = account.level != "none" and account.status in (*SOURCED, *OPEN)
    return claims and not DIGIT.search(account.sentence.plain) and EXACT.isdisjoint(s.name for s in account.signs)
