"""Who signs a text in, whether a sentence tells of them, of their data or in their words out.

An organisation is called by its name, by its initials, by the kind of body that it is, and by less of it than that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit.claims.quoted import find_quoted
from briefkit.model import Utterance
from briefkit.patterns import compiled, regex


def opens_with_signer(utterance: Utterance, lang: str) -> bool:
    """The organisation that signs the brief reports on its own work."""
    return opens_with_own(utterance.plain, utterance.context.get("organisation", ""))


def opens_with_own(text: str, organisation: str) -> bool:
    """Whether a text opens with the organisation that signs it, whatever it is called there."""
    if not organisation:
        return False
    for called in _called(organisation):
        if called in text and compiled(_opening(called)).match(text):
            return True
    if text[:1] in OPENS and _by_noun(organisation, text):
        return True
    return "he Government " in text and own_body(organisation) in GOVERNING and GOVERNMENT.match(text) is not None


GOVERNING = frozenset({"Department", "Ministry", "Treasury", "Government"})
GOVERNMENT = regex(r"(?:[^,;:\u201c\"]{2,120}, )?[Tt]he Government (?!of\b)")
"""What a ministry calls the whole that it speaks for: Since then, the Government has repaired every well."""


@lru_cache(maxsize=64)
def _called(organisation: str) -> tuple[str, ...]:
    """Its name however short, and what else it may be called."""
    return (organisation, *own_names(organisation))


@lru_cache(maxsize=64)
def own_names(organisation: str) -> tuple[str, ...]:
    """What an organisation may be called in its own text: its name, without brackets too, what stands in these, its
    initials, also without the place that the name begins with (DEP for the Maine Department of Environmental
    Protection), and the part before `for` or `of` if it has two words (the Howard League).
    """
    name, _, short = organisation.partition("(")
    name, short = name.strip(), short.partition(")")[0].strip()
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    first = FIRST_PART.match(name)
    found = (organisation, name, short, initials, initials[1:], first[1] if first else "")
    return tuple(dict.fromkeys(name for name in found if len(name) >= FEWEST_LETTERS))


FIRST_PART = regex(r"((?:[A-ZÀ-ÖØ-Þ][\w'\u2019-]+ ){1,4}[A-ZÀ-ÖØ-Þ][\w'\u2019-]+) (?:of|for) ")

FEWEST_LETTERS = 3
"""Shorter initials could be anything."""


@lru_cache(maxsize=256)
def _opening(name: str) -> str:
    return rf"(?:{ARTICLE} |L['\u2019])?{re.escape(name)}(?!\w| (?:of|for) )"


def names_own_data(utterance: Utterance, lang: str) -> bool:
    """What is told is told after the data of the organisation that signs the brief, by name, or is what it says."""
    name, text = utterance.context.get("organisation", ""), utterance.plain
    if name:
        for called in own_names(name):
            if called in text and compiled(_data_of(called)).search(text):
                return True
    return False


@lru_cache(maxsize=256)
def _data_of(name: str) -> str:
    own = rf"(?<!\w){re.escape(name)}"
    return (
        rf"{own}(?:['\u2019]s?)?(?: [\w-]+){{0,2}} (?:{OWN_DATA})\b"
        rf"|\b(?:{OWN_WORK}) (?:by|from) (?:the )?{own}(?!\w)|, {own} (?:{OWN_SAYS})\b"
    )


OWN_WORK = "data|analys[ie]s|investigation|estimates|figures|survey|research|report|study|polling|modelling"
OWN_SAYS = "said|says|found|finds|estimates|estimated|calculates|calculated|documented|reports|warned|warns"
"""What of an organisation tells what it found, and how it tells it behind that: a third stand idle, Water Now found."""


def is_own_voice(utterance: Utterance, lang: str) -> bool:
    """Somebody of the organisation that signs the brief is quoted: said Ana Okoro, director of Water Now."""
    text = utterance.plain
    if "\u201c" not in text and '"' not in text:
        return False
    name = utterance.context.get("organisation", "")
    named = [called for called in own_names(name) if called in text] if name else []
    if not named or not (place := find_quoted(text)):
        return False
    told = f"{text[: place[0]]}\u201c\u201d{text[place[1] :]}"
    return any(compiled(_voice_of(called)).search(told) for called in named)


@lru_cache(maxsize=256)
def _voice_of(name: str) -> str:
    spoken = "said|says|added|adds|commented|explained|explains|warned|warns|concluded"
    return (
        rf"(?i:\b(?:{spoken})) [A-Z][^.;:\u201c]{{0,90}} (?:of|at|for|with|from) (?:the )?{re.escape(name)}(?!\w)"
        rf"|(?:of|at|for|with|from) (?:the )?{re.escape(name)},? (?i:(?:{spoken}))\b"
    )


OWN_DATA = (
    "data|measurements?|analys[ie]s|estimates?|figures|survey|model|calculations?|research|forecasts?|projections?"
    "|study|studies|polls?|polling|investigation"
)
"""What of an organisation tells what it found itself."""


ARTICLE = "(?:The|L[ae]s?|D(?:ie|er|as)|El|Los|[OA]s?)"
BODIES = frozenset(
    "institute foundation charity library trust association alliance network secretariat observatory council bank"
    " agency office ministry authority society federation centre center laboratory"
    " city county commission committee department administration board treasury university college inspectorate"
    " government parliament"
    " stiftung institut verein verband bibliothek fondation bibliothèque observatoire fundación instituto"
    " asociación biblioteca observatorio fundação associação".split()
)
"""What an organisation calls itself for short: the institute, die Stiftung."""


OPENS = "TLDEOA"
"""What an article begins with."""

WHOSE = "(?:(?:national|central|regional|federal|state|city|district) )?"
BY_NOUN = regex(rf"(?:{ARTICLE} |L['\u2019]){WHOSE}(\w+)(?! (?:of|for|on|de|des|du|del|für|der)\b)")


def _by_noun(name: str, plain: str) -> bool:
    """Whether a sentence opens with the organisation called by the kind of body that it is."""
    match = BY_NOUN.match(plain)
    return match is not None and match[1].lower() == own_body(name).lower()


@lru_cache(maxsize=64)
def own_body(organisation: str) -> str:
    """The kind of body that an organisation is, with its capital: Council; empty when its name does not say. It is the
    last word before `of`, `for` or a bracket, or the first: the Local Government Committee is a committee, and a Trust
    Encyclopedia is no trust.
    """
    words: list[str] = re.findall(r"[^\W\d_]+", OF_WHAT.split(organisation, maxsplit=1)[0])
    return next((w for w in (*words[-1:], *words[:1]) if w[0].isupper() and w.lower() in BODIES), "")


OF_WHAT = regex(r" (?:(?:of|for|on|de|des|du|del|da|do|für|der) |\()|[,;:/]")
