"""A likelihood word does not fit the number beside it.

## What it does
Flags `likely`, `very unlikely` and the other words of the calibrated scale when a probability in brackets beside them,
or after `with a probability of`, lies outside what the scale gives the word; behind a clause when the brackets say that
it is one (`it is likely that fares will rise (a 20% chance)`). The scale is table 1 of the guidance note
of the Intergovernmental Panel on Climate Change on uncertainties for its Fifth Assessment Report: virtually certain
99-100%, extremely likely 95-100%, very likely 90-100%, likely 66-100%, more likely than not above 50%, about as likely
as not 33-66%, unlikely 0-33%, very unlikely 0-10%, extremely unlikely 0-5%, exceptionally unlikely 0-1%. Words in
English, French, German, Spanish and Portuguese. In English, words of other scales (`almost certain`, `highly likely`,
`probable`) are held to the least that any scale gives them. A probability may be written `60%`, `0.6`, `p = 0.6`,
`three in five`.

## Why it matters
Readers who know the scale take the word for the number; where they differ, some act on the one and some on the other.

## Example
    Another drought within five years is very likely (60%) [@smith2021].

## Instead
    Another drought within five years is more likely than not (60%) [@smith2021].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from briefkit.evidence.stated import Statement, place_in, quantity_place, words_of
from briefkit.model import Related, Severity
from briefkit.patterns import regex
from briefkit.quantities import Quantity, bounds
from briefkit.rules.base import Case, Hit
from briefkit.text import primary

CODE = "CLM111"
SEVERITY = Severity.WARNING

HUNDRED = Decimal(100)
SCALE = ((99, 100), (95, 100), (90, 100), (66, 100), (50, 100), (33, 66), (0, 33), (0, 10), (0, 5), (0, 1))
"""What the words of a language stand for, in this order."""

TERMS: Mapping[str, str] = {
    "en": "virtually certain|extremely likely|very likely|likely|more likely than not|about as likely as not|unlikely"
    "|very unlikely|extremely unlikely|exceptionally unlikely",
    "fr": "quasiment certaine?s?|extrêmement probables?|très probables?|probables?"
    r"|plus probables? qu['\u2019]improbables?"
    "|à peu près aussi probables? qu['\u2019]improbables?|improbables?|très improbables?|extrêmement improbables?"
    "|exceptionnellement improbables?",
    "de": "praktisch sicher|äußerst wahrscheinlich|sehr wahrscheinlich|wahrscheinlich|eher wahrscheinlich als nicht"
    "|etwa ebenso wahrscheinlich wie nicht|unwahrscheinlich|sehr unwahrscheinlich|äußerst unwahrscheinlich"
    "|außerordentlich unwahrscheinlich",
    "es": "prácticamente segur[oa]s?|sumamente probables?|muy probables?|probables?|más probables? que improbables?"
    "|tan probables? como improbables?|improbables?|muy improbables?|sumamente improbables?"
    "|excepcionalmente improbables?",
    "pt": "praticamente cert[oa]s?|extremamente prováve[il]s?|muito prováve[il]s?|prováve[il]s?"
    "|mais prováve[il]s? do que não|tão prováve[il]s? quanto não|improváve[il]s?|muito improváve[il]s?"
    "|extremamente improváve[il]s?|excepcionalmente improváve[il]s?",
}
"""The words of each language in the order of the scale, divided by bars."""

LIKE: Mapping[str, Mapping[str, int]] = {
    "en": {
        "almost certain": 1,
        "highly likely": 3,
        "highly probable": 3,
        "very probable": 3,
        "probable": 4,
        "highly unlikely": 6,
    }
}
"""Words that this scale does not have, and which of it they mean at least, on any other scale too."""

CHANCE = r"(?:probability|chance|likelihood|prob\.|p|probabilité|wahrscheinlichkeit|probabilidad|probabilidade)"
BETWEEN = regex(
    rf" ?(?:\((?:(?:a|une?|eine|uma?) )?(?:{CHANCE} ?)?(?:of |d['\u2019]|de |von |[=:] ?)?(?:(?:about|around"
    rf"|between|over|more than|less"
    r" than|environ|plus de|etwa|über|rund|cerca de|más de|mais de|[<>~\u2248\u2265\u2264]) ?)?"
    rf"|, with a {CHANCE} of |,? mit einer {CHANCE} von |,? avec une {CHANCE} (?:de |d['\u2019]environ )"
    rf"|,? con una {CHANCE} del? )$"
)
"""What may stand between a word and its number: a bracket and little else."""

CLAUSE = regex(
    rf"(?!.*\b(?:if|when|unless|while|because|but|although|and|or|wenn|weil|aber|und|oder|si|quand|mais|et|ou|porque|pero"
    rf"|y|o|se|quando|mas|e)\b)[^,;:()]{{1,160}} \((?:(?:an?|une?|eine|uma?) )?(?P<chance>{CHANCE} ?"
    rf"(?:of |d['\u2019]|de |von |[=:] ?)?)?$"
)
"""One clause between a word and a bracket, which says before its number or behind it that this is a chance."""

SAYS_CHANCE = regex(rf" {CHANCE}\)")
BEHIND = regex(rf" ?(?:{CHANCE} ?)?(?:\)|[.;,]|$)")
REACH = 200
LESS = regex(r"\b(?:not|less|more|as|how|equally|most|least|moins|aussi|nicht|weniger|menos|não|no|pas|peu)$")


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """All words of a language, the longest first, each in a group of its own."""
    terms = [*_terms(lang), *LIKE.get(lang, {})]
    ordered = sorted(range(len(terms)), key=lambda n: -len(terms[n]))
    return regex("|".join(rf"\b(?P<t{n}>{terms[n]})\b" for n in ordered), re.IGNORECASE) if ordered else None


def _terms(lang: str) -> list[str]:
    """The words of the scale in a language, in its order; none where it has none."""
    return TERMS[lang].split("|") if lang in TERMS else []


def check(case: Case) -> Iterator[Hit]:
    """A hit for each word with such a number."""
    lang = primary(case.brief.front.language)
    pattern = _pattern(lang)
    for statement in case.statements if pattern else ():
        shares = list(_chances(statement.quantities))
        found = list(pattern.finditer(statement.sentence.plain)) if pattern and shares else []
        for match in found:
            yield from _judge(case, statement, match, shares, alone=len(found) == 1)


def _chances(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities that may be chances, as percentages: 30%, two in five, 0.3."""
    for quantity in quantities:
        if quantity.kind == "percent" and (quantity.spoken or not quantity.parts):
            yield quantity
        elif quantity.kind == "count" and quantity.step < 1 and 0 < quantity.low <= quantity.high < 1:
            low, high, step = (value * HUNDRED for value in (quantity.low, quantity.high, quantity.step))
            yield quantity._replace(kind="percent", low=low, high=high, step=step)


def _judge(
    case: Case, statement: Statement, match: re.Match[str], shares: list[Quantity], *, alone: bool
) -> Iterator[Hit]:
    quantity = next((q for q in shares if q.start >= match.end()), None)
    if not quantity or not _is_its_number(statement.sentence.plain, match, quantity, alone=alone):
        return
    told, (low, high) = _meaning(match)
    least, most = bounds(quantity)
    if least <= high and most >= low:
        return
    given = words_of(statement, quantity)
    other = place_in(case.lines, statement.sentence, match.start(), match.end())
    place = quantity_place(case.lines, statement, quantity)
    message = f"{told} stands for {low}-{high}% on the IPCC scale, and this says {given}"
    hint = "take the word that the scale gives this number, or leave one of the two out"
    yield Hit(place, message, hint, (Related(other, f"the word for {low}-{high}%"),), statement.sentence.plain)


def _is_its_number(plain: str, match: re.Match[str], quantity: Quantity, *, alone: bool) -> bool:
    """Whether a number behind a word says how likely that is: in brackets beside it, or behind its one clause."""
    if quantity.start - match.end() > REACH or LESS.search(plain[: match.start()].rstrip()[-12:].lower()):
        return False
    between = plain[match.end() : quantity.start].lower()
    clause = CLAUSE.fullmatch(between) if alone else None
    behind_clause = clause and (clause["chance"] or SAYS_CHANCE.match(plain, quantity.end))
    return bool(behind_clause or BETWEEN.fullmatch(between)) and bool(BEHIND.match(plain, quantity.end))


def _meaning(match: re.Match[str]) -> tuple[str, tuple[int, int]]:
    """What to say of a word, and what the scale gives it; a word of another scale means at least one of ours."""
    number, told = int((match.lastgroup or "t0")[1:]), f"\u201c{match[0]}\u201d"
    if number >= len(SCALE):
        number = tuple(LIKE["en"].values())[number - len(SCALE)]
        told = f"{told} is at least \u201c{_terms('en')[number]}\u201d, which"
    return told, SCALE[number]
