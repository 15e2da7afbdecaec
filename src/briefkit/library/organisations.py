"""A name in, whether it is that of an organisation, and what BibTeX takes its words for.

The words are those that hardly any person is called, in English, French, German, Spanish,
Portuguese, Italian, Dutch and Polish. What is a surname as well
(Melissa Bank, Jean-Christophe Bureau) counts only beside a word that people do not have in their names. What is told so
is printed whole: `World Bank` is never `Bank, World`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.library.braces import drop_braces
from briefkit.library.names import Name, split_names
from briefkit.patterns import regex
from briefkit.text import shorten

_TURNED = regex(r"[A-Z\u00c0-\u00de].*")
_RUN = regex(r"\w+")
_SHOWN = 80
_MOST = 100
"""How many words of a name are looked at."""

# fmt: off
_SURE = frozenset((
    "administration", "agency", "alliance", "assembly", "association", "australia", "authority", "authors", "center",
    "centre", "coalition", "clinic", "community", "collaboration", "commission", "committee", "company",
    "confederation", "congress", "consortium", "consultants", "consulting", "contributors", "corporation",
    "department", "developers", "devices", "directorate", "division", "docs", "editors", "federation", "forum",
    "foundation", "gmbh", "government", "group", "inc", "hospital", "initiative", "inspectorate", "institute",
    "institution", "international", "laboratories", "laboratory", "llc", "ltd", "ministry", "museum", "nations",
    "network", "observatory", "office", "ombudsman", "organisation", "organization", "parliament", "partnership",
    "programme", "secretariat", "society", "staff", "taskforce", "team", "technologies", "treasury", "unicef",
    "university", "worldwide", "zealand",
    "agence", "assemblée", "communauté", "autorité", "banque", "comité", "commissariat", "direction", "fédération",
    "fondation", "gouvernement", "institut", "ministère", "observatoire", "parlement", "préfecture", "secrétariat",
    "société", "syndicat", "université",
    "behörde", "bundesamt", "bundesanstalt", "bundesbank", "bundesministerium", "bundesregierung", "bundestag",
    "bundesverband", "gesellschaft", "kommission", "landesamt", "landesregierung", "ministerium", "statistisches",
    "stiftung", "umweltbundesamt", "universität", "verband", "verein", "zentrum",
    "agencia", "asociación", "ayuntamiento", "cámara", "comisión", "congreso", "departamento", "federación",
    "fundación", "gobierno", "instituto", "ministerio", "naciones", "oficina", "organización", "secretaría", "senado",
    "tribunal", "universidad",
    "agência", "associação", "câmara", "congresso", "fundação", "governo", "ministério", "prefeitura", "universidade",
    "associazione", "fondazione", "istituto", "ministero", "università",
    "ministerie", "ministerstwo", "news", "newspaper", "stichting", "universiteit", "uniwersytet", "vereniging",
))
_UNSURE = frozenset((
    "banco", "bank", "board", "bureau", "chamber", "college", "commonwealth", "conseil", "consejo", "council",
    "court", "cour", "fund", "kingdom", "municipality", "province", "rat", "republic", "república", "république",
    "service", "services", "trust", "union",
))
_BESIDE = frozenset((
    "african", "asian", "audit", "british", "central", "city", "county", "cultural", "development", "economic",
    "european", "federal", "for", "foreign", "general", "global", "grid", "high", "investment", "islamic", "land",
    "mondiale", "monetary", "mundial", "national", "nordic", "of", "on", "public", "regional", "research", "reserve",
    "royal", "security", "state", "supreme", "the", "trade", "water", "world",
    "constitutionnel", "de", "del", "des", "du", "für", "nacional", "économique", "superior", "supérieur",
))
_CALLED = frozenset((
    "ASEAN", "Amazon", "CERN", "CSIS", "Dropbox", "ECOWAS", "ESCAP", "ETSI", "EUROSTAT", "Facebook", "GitHub",
    "Google", "Huawei", "IAEA", "IEEE", "IETF", "IFPRI", "IIED", "IISS", "IPCC", "IRENA", "Microsoft", "Mozilla",
    "NASA", "NATO", "NIST", "NOAA", "NVIDIA", "OCDE", "OECD", "OPEC", "OSCE", "OpenAI", "SIPRI", "Samsung", "UNCTAD",
    "UNDP", "UNEP", "UNESCO", "UNFPA", "UNHCR", "UNICEF", "UNIDO", "UNODC", "USAID", "USGS",
))
# fmt: on
"""Words only organisations have; words that are surnames too; words beside which those are none; what some are called,
by their letters or by a made-up name.
"""

_OF = regex(r" (?:of|for|für|de|des|du|del|para) ")
_REST = regex(r"[A-Z][\w-]*[a-z](?: \([A-Z]{2,9}\))?")
"""`Development`, `Technology (NIST)`: no name by itself behind `Organisation for Economic Co-operation`."""

_SHORT = regex(r"\((?P<letters>[A-Z]{3,9})\)")


def may_hold_organisation(value: str) -> bool:
    """Whether a list of names has one of the words by which an organisation is known; that is soon told."""
    words = _RUN.findall(drop_braces(value))
    small = {word.lower() for word in words}
    is_known = not (small.isdisjoint(_SURE) and small.isdisjoint(_UNSURE) and _CALLED.isdisjoint(words))
    return is_known or ("(" in value and _SHORT.search(value) is not None)


def is_organisation(name: Name) -> bool:
    """Whether a name without braces of its own is that of an organisation, taken apart as if it were a person's."""
    if sum(map(len, name.parts)) < 2:
        return False
    typed = _plain_words(name)
    words = [word.lower() for word in typed]
    if any(word in _SURE for word in words):
        return sum(len(word) > 1 for word in words) > 1
    if any(word in _UNSURE for word in words) and any(word in _BESIDE for word in words):
        return True
    return any(word in _CALLED for word in typed) or _is_shortened(name, typed)


def _is_shortened(name: Name, words: list[str]) -> bool:
    """Whether a name ends in its own initials, as no person's does: `Plattform Wasser Nord (PWN)`."""
    last = _SHORT.fullmatch(name.parts[0][-1]) if len(name.parts) == 1 and name.parts[0] else None
    return last is not None and last["letters"] == "".join(word[0] for word in words if _TURNED.match(word))


def mark_organisations(names: Sequence[Name]) -> tuple[tuple[str, bool], ...]:
    """The names, those of organisations marked and whole, with what an 'and' within such a name has torn off."""
    marked: list[tuple[str, bool]] = []
    for name in names:
        is_one = is_organisation(name)
        is_rest = len(name.parts) == 1 and not is_one and _REST.fullmatch(name.text) is not None
        if marked and marked[-1][1] and is_rest and _OF.search(marked[-1][0]):
            marked[-1] = (f"{marked[-1][0]} and {name.text}", True)
        else:
            marked.append((whole_name(name) if is_one else name.text, is_one))
    return tuple(marked)


def hold_organisations(value: str) -> str:
    """A field of names as typed, but with the names of organisations in braces; as it is where it has none."""
    if not may_hold_organisation(value):
        return value
    marked = mark_organisations(split_names(value))
    if not any(is_one for _, is_one in marked):
        return value
    return " and ".join(f"{{{text}}}" if is_one else text for text, is_one in marked)


def whole_name(name: Name) -> str:
    """The name as the organisation has it: a program turns it as it does people, `Institute, International`."""
    if len(name.parts) == 2 and len(name.parts[0]) == 1 and name.parts[1]:
        word = drop_braces(name.parts[0][0]).lower()
        if word in _SURE | _UNSURE and _TURNED.fullmatch(name.parts[1][0]):
            return " ".join((*name.parts[1], *name.parts[0]))
    return name.text


def _plain_words(name: Name) -> list[str]:
    """The words before any parenthesis, which may hold an affiliation; without braces and stops."""
    words: list[str] = []
    for word in (word for part in name.parts for word in part):
        if word.startswith("(") or len(words) == _MOST:
            break
        if not re.search(r"[\s~]", word[:200]):
            words.append(drop_braces(word[:200]).strip(".'’\""))
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
