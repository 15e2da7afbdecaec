"""What makes us think that a sentence states something checkable: an utterance in, the words that gave it away out.

Each sign has a name and a reason in a reader's words. How much it weighs, and whether it speaks for a claim or against
one, is the model's to say (`model.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefkit.claims.advice import instruction
from briefkit.claims.lexicon import find_all_words
from briefkit.model import Utterance
from briefkit.quantities.words import MONTHS

Find = Callable[[Utterance, str], str]
"""(utterance, language) -> the words found, or an empty string."""


@dataclass(frozen=True, slots=True)
class SignRule:
    """A sign before it is looked for: `find` gives the words, `reason` says why they matter.

    `find` is a function, or the name of a pattern of the language (`lexicon.py`).
    """

    name: str
    reason: str
    find: Find | str


DIGIT = re.compile(r"\d")
YEAR = r"(?:1[5-9]|20)\d\d"
NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?:[.,]\d{1,9})?|\d(?:[\d.,]{0,23}\d)?)"
"""A number as English (1,248.5), German (1.248,5) and French (1 248,5) have it, not longer than a number is: else each
digit of a long one would be where a search begins."""

PERCENT = re.compile(
    rf"(?:{NUMBER}\s?[-\u2013]\s?)?{NUMBER}"
    + r"\s?(?:%|per ?cent\b|percentage points?\b|Prozent\b|pour cent\b|points de pourcentage\b|por ciento\b)",
    re.IGNORECASE,
)
MONEY = re.compile(
    rf"[$€£¥₹]\s?{NUMBER}(?:\s?[-\u2013]\s?{NUMBER})?(?:\s?(?:[mb]illion|trillion|thousand|bn|m|k)\b)?|\b{NUMBER}\s?(?:(?:[kM]|Md|Mrd)?\s?[€£$]"
    r"|(?:(?:[mb]illions?|trillions?|milliards?|millones|Mi(?:llione|lliarde)n|Mio\.?|Mrd\.?|m|bn)\s)?(?:d['\u2019]|de\s)?"
    r"(?:dollars?|euros?|pounds?|rupees?|yen|crowns?|francs?|USD|EUR|GBP|PKR|CHF)\b)",
    re.I,
)


def _one_of(words: str) -> str:
    """The pattern of some alternatives, their first letters asked for before each is tried in small and capitals."""
    letters = {word[0].lower() for word in words.split("|")}
    return f"(?=[{''.join(sorted(letters))}])(?:{words})"


MONTH = _one_of("|".join(MONTHS.values()))
BEFORE_A_YEAR = _one_of(
    "in|since|by|from|until|during|after|before|between|of|im|seit|en|depuis|dès|avant|après|entre|fin|début|desde"
)
DATE = re.compile(
    rf"\b\d{{1,2}}(?:\.|er|º)?\s(?:de\s)?{MONTH}\b(?:\s(?:del?\s)?{YEAR})?"
    rf"|\b{MONTH}(?: \d{{1,2}},)?\s(?:del?\s)?{YEAR}\b|\b{BEFORE_A_YEAR}\s(?:early |late |mid-)?{YEAR}\b"
    rf"|\b{YEAR}\s?[-\u2013/]\s?\d{{2,4}}\b|\b(?:the )?(?:19|20)\d0s\b|\bannées\s(?:(?:19|20)?\d0)\b",
    re.I,
)
BARE_YEAR = re.compile(rf"\b{YEAR}\b(?![\d.,]{0, 40}\d)")
FIGURE = re.compile(rf"(?<![\w.]){NUMBER}(?:\s?(?:km|kg|m|t|GW|MW|kWh|°C|ha|k|bn|mn))?\b")
WITH_A_NUMBER = _one_of(
    r"option|table|figure|chart|box|section|chapter|annex|appendix|step|phase|part|page|note|recommendation|no\."
    r"|number|version|article|resolution|e\.o\.|order|type|level|tier|stage|category|act of|law"
    r"|tableau|graphique|encadré|carte|chapitre|annexe|étape|partie|recommandation|alinéa|art\.|n[°º]"
    r"|Tabelle|Abbildung|Kapitel|Abschnitt|Anhang|Artikel|Seite|tabla|gráfico|capítulo|anexo|artículo|página"
)
NUMBERED = re.compile(
    rf"\b{WITH_A_NUMBER}[\s-]*\d[\d.,]*\w*"
    r"|\b(?-i:[A-Z])[a-z]+-\d+\b"  # Agni-5, Covid-19: names that hold a number
    r"|\b(?:pp?|S)\.\s?\d+(?:\s?[-\u2013]\s?\d+)?|\[\d+\]|\b(?:1[5-9]|20)\d\d: ?\d+",  # pages and references by hand
    re.I,
)
CLOSING = '\u201d\u00bb\u201c"'
QUOTED = re.compile(rf"[\u201c\u00ab\u201e\"]\s?[^{CLOSING}]{{12,}}+[{CLOSING}]")
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NAME = re.compile(
    rf"(?={CAPITAL})(?:(?:(?<=[a-zß-ÿ,;:)\u2019'] )|(?<=\b[dlDL]['\u2019]))"
    rf"{CAPITAL}[\w'\u2019-]+(?: (?:of|the|and|for|de|du|des|von) )?(?:\s?{CAPITAL}[\w'\u2019-]*)*"
    r"|\b[A-Z]{2,}[\w-]*\b|^(?:[A-Z][\w-]+ ){1,3}(?=[A-Z]))"
)
BEGINNERS = frozenset(
    "A After All Although An And As At Before But By Despite During Each Even For From Here How However If In Its Many"
    " Most No On One Only Other Our Since So Some Such That The Their Then There These They This Those Though Three Two"
    " Under Until When Where While With Yet".split()
)
MONTH_NAME = re.compile("|".join(MONTHS.values()))
PAST = re.compile(r"\b(?<!\bto be )(?<!\bbe )[a-z]{3,}ed\b")
ADJECTIVES = frozenset(
    "based need needed limited united so-called speed indeed proceed succeed exceed feed seed weed breed agreed"
    " aged advanced related mixed broad-based detailed targeted armed unarmed intended supposed unsupported interested"
    " sacred naked wicked hundred red bed led shared fixed".split()
)


def _numeric(pattern: re.Pattern[str]) -> Find:
    """A sign that is one pattern in every language."""

    def find(utterance: Utterance, lang: str) -> str:
        return _find_first(pattern, utterance.plain)

    return find


def _find_first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text) if _may_have(pattern, text) else None
    return match[0] if match else ""


# --- what a costly pattern cannot do without -----------------------------------------------------

CURRENCIES = "dollar euro pound rupee yen crown franc usd eur gbp pkr chf".split()
YEAR_BEGINS = re.compile(r"(?:1[5-9]|20)\d")
DAY = re.compile(rf"\d(?:\.|er|º)?\s(?:de\s)?{MONTH}", re.I)


def _may_have(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text has what every match of a pattern holds, which is sooner seen than that there is no match."""
    needs = NEEDS.get(pattern)
    return needs is None or needs(text)


def _has_share(text: str) -> bool:
    small = text.lower()
    return "%" in text or "cent" in small or "zent" in small or "ciento" in small


def _has_currency(text: str) -> bool:
    if "$" in text or "€" in text or "£" in text or "¥" in text or "₹" in text:
        return True
    small = text.lower()
    return any(word in small for word in CURRENCIES)


def _has_year_or_day(text: str) -> bool:
    return bool(YEAR_BEGINS.search(text) or DAY.search(text)) or "années" in text.lower()


NEEDS: Mapping[re.Pattern[str], Callable[[str], bool]] = {
    PERCENT: _has_share,
    MONEY: _has_currency,
    DATE: _has_year_or_day,
    BARE_YEAR: lambda text: YEAR_BEGINS.search(text) is not None,
}


def _quotation(utterance: Utterance, lang: str) -> str:
    match = _find_quoted(utterance.plain)
    return match[0] if match else ""


def _find_quoted(text: str) -> re.Match[str] | None:
    """Quoted words; no quotation begins after the last sign that could end one."""
    return QUOTED.search(text, 0, max(text.rfind(sign) for sign in CLOSING) + 1)


LIST_LABEL = re.compile(r"^\s*\(?\d+[.)]\s")


def _figure(utterance: Utterance, lang: str) -> str:
    """A number that is no year, no percentage, no money, no number of a section or type, and no list label."""
    text = utterance.plain
    for pattern in (PERCENT, MONEY, DATE, NUMBERED, BARE_YEAR):
        if _may_have(pattern, text):
            text = pattern.sub(" ", text)
            if not DIGIT.search(text):
                return ""
    text = LIST_LABEL.sub(" ", text)
    match = FIGURE.search(text)
    return match[0] if match else ""


def _date(utterance: Utterance, lang: str) -> str:
    return _numeric(DATE)(utterance, lang) or _numeric(BARE_YEAR)(utterance, lang)


def _names(utterance: Utterance, lang: str) -> str:
    return _list_names(utterance.plain)


def _several_names(utterance: Utterance, lang: str) -> str:
    found = _list_names(utterance.plain)
    return found if "," in found else ""


@lru_cache(maxsize=8)
def _list_names(text: str) -> str:
    if text[1:].islower() or not text:
        return ""
    return ", ".join(dict.fromkeys(filter(None, (_name(m[0].strip()) for m in NAME.finditer(text)))))


def _name(found: str) -> str:
    """What was found without a capital that only begins the sentence; nothing when it is a month."""
    first, _, others = found.partition(" ")
    name = others if first in BEGINNERS else found
    return "" if MONTH_NAME.fullmatch(name) else name


def _past(utterance: Utterance, lang: str) -> str:
    """A verb in the simple past that is not on the list of adjectives."""
    if not lang.startswith("en"):
        return ""
    text = utterance.plain
    return next((m[0] for m in PAST.finditer(text) if m[0].lower() not in ADJECTIVES), "") if "ed" in text else ""


def _instruction(utterance: Utterance, lang: str) -> str:
    """An imperative that gives no figure: "Consider Sweden, where 98% ..." states one all the same."""
    found = instruction(utterance.plain, lang)
    return found if found and not (PERCENT.search(utterance.plain) or MONEY.search(utterance.plain)) else ""


def _long(utterance: Utterance, lang: str) -> str:
    words = utterance.plain.split()
    return f"{len(words)} words" if len(words) >= 18 else ""


def _recommending(utterance: Utterance, lang: str) -> str:
    return utterance.role if utterance.role in ("recommendations", "recommendation") else ""


def _conclusion(utterance: Utterance, lang: str) -> str:
    return utterance.role if utterance.role == "conclusion" else ""


WITH_DIGITS: tuple[SignRule, ...] = (
    SignRule("percent", "a percentage", _numeric(PERCENT)),
    SignRule("money", "an amount of money", _numeric(MONEY)),
    SignRule("figure", "a figure", _figure),
    SignRule("date", "a date", _date),
)
"""Signs that are looked for only where there is a digit."""

WITHOUT_DIGITS: tuple[SignRule, ...] = (
    SignRule("number-word", "a number in words", "number-word"),
    SignRule("proportion", "a proportion", "proportion"),
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
    SignRule("ongoing", "something that is going on", "ongoing"),
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
REASONS = {rule.name: rule.reason for rule in SIGNS}


def find_signs(utterance: Utterance, lang: str) -> dict[str, str]:
    """Every sign of an utterance by its name, with the words that gave it away."""
    lexical = _outside_quotes(utterance.plain, lang, find_all_words(utterance.plain, lang))
    found = {PLACES[name]: words for name, words in lexical.items() if name in PLACES}
    for place, find in BY_FUNCTION if DIGIT.search(utterance.plain) else BY_FUNCTION[len(WITH_DIGITS) :]:
        if words := find(utterance, lang):
            found[place] = words
    return {SIGNS[place].name: found[place].strip() for place in sorted(found)}


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
    if SUBJECTIVE.isdisjoint(found) or not (quoted := _find_quoted(text)):
        return found
    outside = find_all_words(f"{text[: quoted.start()]} “” {text[quoted.end() :]}", lang)
    return {name: words for name, words in found.items() if name not in SUBJECTIVE or name in outside}
