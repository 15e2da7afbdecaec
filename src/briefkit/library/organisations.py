"""A name in, whether it is that of an organisation, and what BibTeX takes its words for.

The words are those that hardly any person is called, in English, French, German and Spanish. What is a surname as well
(Melissa Bank, Jean-Christophe Bureau) counts only beside a word that people do not have in their names.
"""

from __future__ import annotations

import re

from briefkit.library.names import Name
from briefkit.patterns import regex
from briefkit.text import shorten

_TURNED = regex(r"[A-Z\u00c0-\u00de].*")
_RUN = regex(r"\w+")
_SHOWN = 80
_MOST = 100
"""How many words of a name are looked at."""

# fmt: off
_SURE = frozenset((
    "administration", "agency", "alliance", "assembly", "association", "authority", "center", "centre", "coalition",
    "collaboration", "commission", "committee", "company", "confederation", "congress", "consortium", "corporation",
    "department", "directorate", "division", "federation", "forum", "foundation", "gmbh", "government", "group", "inc",
    "hospital", "initiative", "inspectorate", "institute", "institution", "laboratories", "laboratory", "llc", "ltd",
    "ministry", "museum", "nations", "network", "observatory", "office", "ombudsman", "organisation", "organization",
    "parliament", "partnership", "programme", "secretariat", "society", "taskforce", "treasury", "unicef", "university",
    "agence", "assemblée", "autorité", "banque", "comité", "commissariat", "direction", "fédération", "fondation",
    "gouvernement", "institut", "ministère", "observatoire", "parlement", "préfecture", "secrétariat", "société",
    "syndicat", "université",
    "behörde", "bundesamt", "bundesanstalt", "bundesbank", "bundesministerium", "bundesregierung", "bundestag",
    "bundesverband", "gesellschaft", "kommission", "landesamt", "landesregierung", "ministerium", "statistisches",
    "stiftung", "umweltbundesamt", "universität", "verband", "verein", "zentrum",
    "agencia", "asociación", "comisión", "departamento", "federación", "fundación", "gobierno", "instituto",
    "ministerio", "naciones", "oficina", "organización", "secretaría", "universidad",
))
_UNSURE = frozenset((
    "banco", "bank", "board", "bureau", "chamber", "college", "commonwealth", "conseil", "consejo", "council",
    "court", "cour", "fund", "kingdom", "municipality", "province", "rat", "republic", "república", "république",
    "service", "services", "trust", "union",
))
_BESIDE = frozenset((
    "african", "asian", "audit", "british", "central", "city", "county", "cultural", "development", "economic",
    "european", "federal", "for", "foreign", "general", "global", "grid", "high", "international", "investment",
    "islamic", "land", "mondiale", "monetary", "mundial", "national", "nordic", "of", "on", "public", "regional",
    "research", "reserve", "royal", "security", "state", "supreme", "the", "trade", "water", "world",
    "constitutionnel", "de", "del", "des", "du", "für", "nacional", "économique", "superior", "supérieur",
))
# fmt: on
"""Words only organisations have; words that are surnames too; words beside which those are none."""


def may_hold_organisation(value: str) -> bool:
    """Whether a list of names has one of the words by which an organisation is known; that is soon told."""
    words = set(_RUN.findall(value.replace("{", "").replace("}", "").lower()))
    return not words.isdisjoint(_SURE) or not words.isdisjoint(_UNSURE)


def is_organisation(name: Name) -> bool:
    """Whether a name without braces of its own is that of an organisation, taken apart as if it were a person's."""
    words = _plain_words(name)
    if sum(map(len, name.parts)) < 2:
        return False
    known = [word for word in words if word in _SURE]
    return bool(known) or (any(word in _UNSURE for word in words) and any(word in _BESIDE for word in words))


def whole_name(name: Name) -> str:
    """The name as the organisation has it: a program turns it as it does people, `Institute, International`."""
    if len(name.parts) == 2 and len(name.parts[0]) == 1 and name.parts[1]:
        word = re.sub(r"[{}]", "", name.parts[0][0]).lower()
        if word in _SURE and _TURNED.fullmatch(name.parts[1][0]):
            return " ".join((*name.parts[1], *name.parts[0]))
    return name.text


def _plain_words(name: Name) -> list[str]:
    """The words before any parenthesis, which may hold an affiliation; without braces, stops and capitals."""
    words: list[str] = []
    for word in (word for part in name.parts for word in part):
        if word.startswith("(") or len(words) == _MOST:
            break
        if not re.search(r"[\s~]", word[:200]):
            words.append(re.sub(r"[{}]", "", word[:200]).strip(".'’\"").lower())
    return words


def read_as_person(name: Name) -> str:
    """What BibTeX takes the words for: `given name 'World', family name 'Bank'`."""
    if len(name.parts) == 1:
        words = name.parts[0]
        small = (n for n, word in enumerate(words[:-1]) if word[0].islower())
        start = next(small, len(words) - 1)
        given, family = " ".join(words[:start]), " ".join(words[start:])
    else:
        given, family = " ".join(name.parts[-1]), " ".join(name.parts[0])
    named = [f"given name '{shorten(given, _SHOWN)}'"] * bool(given) + [f"family name '{shorten(family, _SHOWN)}'"]
    return ", ".join(named)
