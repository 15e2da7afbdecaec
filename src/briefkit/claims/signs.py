"""What makes us think that a sentence states something checkable: an utterance in, the words that gave it away out.

Each sign has a name and a reason in a reader's words. How much it weighs, and whether it speaks for a claim or against
one, is the model's to say (`model.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from briefkit.claims.advice import instruction
from briefkit.claims.lexicon import find_all_words
from briefkit.claims.numbers import DIGIT, read_numbers
from briefkit.claims.quoted import find_quoted
from briefkit.model import Utterance
from briefkit.patterns import regex
from briefkit.quantities.words import MONTHS
from briefkit.values import Value

Find = Callable[[Utterance, str], str]
"""(utterance, language) -> the words found, or an empty string."""


class SignRule(Value):
    """A sign before it is looked for: `find` gives the words, `reason` says why they matter.

    `find` is a function, or the name of a pattern of the language (`lexicon.py`).
    """

    name: str
    reason: str
    find: Find | str


CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NAME = regex(
    rf"(?={CAPITAL})(?:(?:(?<=[a-zß-ÿ,;:)\u2019'] )|(?<=\b[dlDL]['\u2019]))"
    rf"{CAPITAL}[\w'\u2019-]+(?: (?:of|the|and|for|de|du|des|von) )?(?:\s?{CAPITAL}[\w'\u2019-]*)*"
    r"|\b[A-Z]{2,}[\w-]*\b|^(?:[A-Z][\w-]+ ){1,3}(?=[A-Z]))"
)
GERMAN_NAME = regex(
    r"\b[A-ZÄÖÜ]{2,}(?![\w-])|(?<!^)(?<![.:] )\b[A-ZÄÖÜ][a-zäöüß]{2,}(?:sche[nrs]?|(?<=[lnr])er) [A-ZÄÖÜ][\w-]{2,}"
    r"(?= |[.,;]|$)"
    r"|\b(?:Deutschland|Österreich|Schweiz|Liechtenstein|Luxemburg|Frankreich|Italien|Spanien|Portugal|Polen|Tschechien"
    r"|Ungarn|Dänemark|Schweden|Norwegen|Finnland|Niederlande|Belgien|Großbritannien|England|Irland|Griechenland|Türkei"
    r"|Russland|Ukraine|China|Indien|Japan|USA|Europa|Afrika|Asien|Amerika|Bayern|Sachsen|Hessen|Thüringen|Brandenburg"
    r"|Niedersachsen|Saarland|Berlin|Hamburg|Bremen|München|Köln|Frankfurt|Stuttgart|Leipzig|Dresden|Wien|Zürich|Bern|Basel"
    r"|Genf|Brüssel|Bundestag|Bundesrat|Bundesregierung|Bundesamt|Bundesbank|Nationalrat|Ständerat)s?\b"
)
"""German nouns have capitals all of them: names are initials, what is called after a kind of body (Statistische
Bundesamt), and places and bodies that everybody knows."""

BEGINNERS = frozenset(
    "A After All Although An And As At Before But By Despite During Each Even For From Here How However If In Its Many"
    " Most No On One Only Other Our Since So Some Such That The Their Then There These They This Those Though Three Two"
    " Under Until When Where While With Yet".split()
)
MONTH_NAME = regex("|".join(MONTHS.values()))
PAST = regex(r"\b(?<!\bto be )(?<!\bbe )[a-z]{3,}ed\b")
ADJECTIVES = frozenset(
    "based need needed limited united so-called speed indeed proceed succeed exceed feed seed weed breed agreed"
    " aged advanced related mixed broad-based detailed targeted armed unarmed intended supposed unsupported interested"
    " sacred naked wicked hundred red bed led shared fixed unclaimed unused unpaid unmet untreated unfunded".split()
)


def _quotation(utterance: Utterance, lang: str) -> str:
    place = find_quoted(utterance.plain)
    return utterance.plain[slice(*place)] if place else ""


def _percent(utterance: Utterance, lang: str) -> str:
    return read_numbers(utterance.plain).percent


def _money(utterance: Utterance, lang: str) -> str:
    return read_numbers(utterance.plain).money


def _figure(utterance: Utterance, lang: str) -> str:
    return read_numbers(utterance.plain).figure


def _date(utterance: Utterance, lang: str) -> str:
    return read_numbers(utterance.plain).date


def _names(utterance: Utterance, lang: str) -> str:
    return _list_names(utterance.plain, lang)


def _several_names(utterance: Utterance, lang: str) -> str:
    found = _list_names(utterance.plain, lang)
    return found if "," in found else ""


@lru_cache(maxsize=8)
def _list_names(text: str, lang: str) -> str:
    if text[1:].islower() or not text:
        return ""
    pattern = GERMAN_NAME if lang.startswith("de") else NAME
    found = [_name(match[0].strip()) for match in pattern.finditer(text)]
    return ", ".join(dict.fromkeys(filter(None, found))) if found else ""


def _name(found: str) -> str:
    """What was found without a capital that only begins the sentence; nothing when it is a month."""
    first, _, others = found.partition(" ")
    name = others if first in BEGINNERS else found
    return "" if MONTH_NAME.fullmatch(name) else name


def _past(utterance: Utterance, lang: str) -> str:
    """A verb in the simple past that is not on the list of adjectives."""
    if "ed" not in utterance.plain or not lang.startswith("en"):
        return ""
    return next((m[0] for m in PAST.finditer(utterance.plain) if m[0] not in ADJECTIVES), "")


def _instruction(utterance: Utterance, lang: str) -> str:
    """An imperative that gives no figure: "Consider Sweden, where 98% ..." states one all the same."""
    found = instruction(utterance.plain, lang)
    if not found:
        return ""
    numbers = read_numbers(utterance.plain)
    return "" if numbers.percent or numbers.money else found


def _long(utterance: Utterance, lang: str) -> str:
    words = len(utterance.plain.split())
    return f"{words} words" if words >= MANY_WORDS else ""


MANY_WORDS = 18


def _recommending(utterance: Utterance, lang: str) -> str:
    return utterance.role if utterance.role in ("recommendations", "recommendation") else ""


def _conclusion(utterance: Utterance, lang: str) -> str:
    return utterance.role if utterance.role == "conclusion" else ""


WITH_DIGITS: tuple[SignRule, ...] = (
    SignRule("percent", "a percentage", _percent),
    SignRule("money", "an amount of money", _money),
    SignRule("figure", "a figure", _figure),
    SignRule("date", "a date", _date),
)
"""Signs that are looked for only where there is a digit."""

WITHOUT_DIGITS: tuple[SignRule, ...] = (
    SignRule("number-word", "a number in words", "number-word"),
    SignRule("proportion", "a proportion", "proportion"),
    SignRule("spelt-figure", "a figure in words", "spelt-figure"),
    SignRule("quotation", "quoted words", _quotation),
    SignRule("attribution", "what somebody said or found", "attribution"),
    SignRule("vague-source", "a source without a name", "vague-source"),
    SignRule("evidence-word", "it speaks of evidence", "evidence-word"),
    SignRule("study-talk", "it speaks as the report on a study does", "study-talk"),
    SignRule("law", "a law, treaty or provision", "law"),
    SignRule("duty", "a duty with a measure or a term", "duty"),
    SignRule("provision", "what a rule requires, allows or provides", "provision"),
    SignRule("programme", "what an organisation or a programme does", "programme"),
    SignRule("comparison", "a comparison", "comparison"),
    SignRule("superlative", "a superlative or a first", "superlative"),
    SignRule("trend", "a trend", "trend"),
    SignRule("cause", "a cause", "cause"),
    SignRule("effect", "an effect", "effect"),
    SignRule("size", "something large or small, much or little", "size"),
    SignRule("existence", "something that there is", "existence"),
    SignRule("absence", "something that is missing or not done", "absence"),
    SignRule("ability", "something that can be", "ability"),
    SignRule("recent", "a time without a date", "recent"),
    SignRule("promise", "something planned or promised", "promise"),
    SignRule("example", "an example", "example"),
    SignRule("event", "something that happened", "event"),
    SignRule("past", "a verb in the past", _past),
    SignRule("perfect", "something that has happened", "perfect"),
    SignRule("was", "a state in the past", "was"),
    SignRule("ongoing", "something that is done or goes on", "ongoing"),
    SignRule("frequency", "a generalisation", "frequency"),
    SignRule("universal", "a statement about all or none", "universal"),
    SignRule("name", "a name", _names),
    SignRule("several-names", "several names", _several_names),
    SignRule("long", "a long statement", _long),
    SignRule("importance", "it says how important or clear something is", "importance"),
    SignRule("purpose", "a purpose", "purpose"),
    SignRule("reader", "it speaks to the reader", "reader"),
    SignRule("thought", "the author speaks", "thought"),
    SignRule("first-person", "the authors speak of themselves", "first-person"),
    SignRule("bookkeeping", "it says how the work was done or where it is told", "bookkeeping"),
    SignRule("hedge", "a possibility, not a fact", "hedge"),
    SignRule("normative", "what ought to be", "normative"),
    SignRule("obligation", "what has to be", "obligation"),
    SignRule("evaluation", "a judgement of value", "evaluation"),
    SignRule("opinion", "an opinion marked as one", "opinion"),
    SignRule("imperative", "an instruction", _instruction),
    SignRule("signpost", "a sentence about the text itself", "signpost"),
    SignRule("conditional", "a condition", "conditional"),
    SignRule("future", "a look ahead", "future"),
    SignRule("rhetoric", "a turn of phrase", "metaphor"),
    SignRule("recommending", "it stands among recommendations", _recommending),
    SignRule("concluding", "it stands in the conclusion", _conclusion),
)

SIGNS = (*WITH_DIGITS, *WITHOUT_DIGITS)
NAMES = tuple([rule.name for rule in SIGNS])
REASONS = {rule.name: rule.reason for rule in SIGNS}


def find_signs(utterance: Utterance, lang: str) -> dict[str, str]:
    """Every sign of an utterance by its name, with the words that gave it away."""
    lexical = _outside_quotes(utterance.plain, lang, find_all_words(utterance.plain, lang))
    found = [(PLACES[name], words) for name, words in lexical.items() if name in PLACES]
    for place, find in BY_FUNCTION if DIGIT.search(utterance.plain) else BY_FUNCTION[len(WITH_DIGITS) :]:
        if words := find(utterance, lang):
            found.append((place, words))
    found.sort()
    return {NAMES[place]: words.strip() for place, words in found}


PLACES = {rule.find: place for place, rule in enumerate(SIGNS) if isinstance(rule.find, str)}
"""Where in the order of signs the one is that looks for a pattern."""

BY_FUNCTION = tuple((place, rule.find) for place, rule in enumerate(SIGNS) if not isinstance(rule.find, str))
"""The signs that are looked for otherwise, with their places; those that need a digit are the first."""


SUBJECTIVE = frozenset(
    {"thought", "hedge", "normative", "evaluation", "opinion", "importance", "obligation", "first-person"}
)
"""Patterns that speak of the author: in quoted words they speak of somebody else."""


def _outside_quotes(text: str, lang: str, found: Mapping[str, str]) -> Mapping[str, str]:
    """What was found, without what the quoted words say of their speaker."""
    if SUBJECTIVE.isdisjoint(found) or not (quoted := find_quoted(text)):
        return found
    outside = find_all_words(f"{text[: quoted[0]]} “” {text[quoted[1] :]}", lang)
    return {name: words for name, words in found.items() if name not in SUBJECTIVE or name in outside}
