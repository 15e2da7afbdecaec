"""A title in, the same out without the braces round all of it, or without its capitals; or the names that lose theirs.

What a style may turn into small letters is then everything but the words that stand in braces: acronyms, and names
where they can be told from other words.

pandoc makes the words of an English title small when it reads one, unless they stand in braces, begin the title or what
follows a colon, or have more than one capital: `OECD`, `GDPs` and `McDonald` stay, `Nepal` does not, and `U.S.` is
given braces on the way (`casing.py`). So names of countries, continents and peoples are looked for.
"""

from __future__ import annotations

import re

from briefkit.library.braces import find_outside
from briefkit.library.casing import to_sentence_case
from briefkit.library.latex import read_pieces
from briefkit.patterns import regex

# fmt: off
_ACRONYMS = frozenset((
    "AIDS", "API", "ASEAN", "AU", "BMI", "CEO", "CO", "COP", "COVID", "DNA", "EEA", "EEC", "EIB", "EU", "FAO", "GATT",
    "GIS", "GIZ", "IAEA", "IEA", "ILO", "IMF", "INGO", "IOM", "IPCC", "IT", "ITU", "IUCN", "LGBTI", "NATO", "NGO",
    "NGOS", "OCHA", "OECD", "OPEC", "OSCE", "PISA", "RNA", "SDG", "SDGS", "SME", "SMES", "UAE", "UK", "UN", "UNAIDS",
    "UNCTAD", "UNDP", "UNEP", "UNESCO", "UNFPA", "UNHCR", "UNICEF", "UNRWA", "US", "USA", "USAID", "WASH", "WHO",
    "WIPO", "WTO",
))
# fmt: on
"""Acronyms with a vowel: those without one are told by that."""

LONGEST = 2_000
"""Titles are not longer: a longer one is left as it is."""

_COMMAND = regex(r"\\[^&%#_$ -]|\$")
_TOKEN = regex(r"(?P<group>\{[^{}]*\})|(?P<word>(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019-][^\W_]+)*)|[{}]")
_OPENS = regex(r"(?:\A|[:.?!\u2013\u2014]\s+)[\"'\u2018\u201c(`]*\Z")
_QUOTED_END = regex(r"[.?!:]\s+[^\s'\u2019\u201d\"]*+['\u2018\u2019\u201c\u201d\"`]\S*\Z")
"""A last word in quotes after a stop, to which pandoc alone gives a capital."""

_SHORT = 100
_VOWEL = regex(r"[AEIOUYÀ-ÖØ-Ý\u0400\u0401\u0404\u0406\u0407\u040dАЕИОУЫЭЮЯ]")
_OTHER = regex(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f]")
"""A letter neither Latin nor Cyrillic: of Greek words only small letters have accents, of others we know no vowels."""

_APOSTROPHE = regex(r"['\u2019]")
_GENITIVE = regex(r"(?<=['\u2019])S\Z")
_CONTRACTED = ("IT", "WHO")
_ROMAN = regex(r"[IVX]{2,}")
_LONG = 4


def unbrace_title(title: str) -> tuple[str, bool]:
    """The title without the braces round it, and whether all names in it keep theirs; an empty text where unsure.

    In a title of small letters what has capitals is a name; unsure is then what is read otherwise without the braces:
    pandoc gives a capital to what begins the title and what follows a stop or a colon. Where most words have capitals,
    only acronyms are sure.
    """
    inner = title.strip()[1:-1].strip()
    tokens = _read_tokens(inner)
    if tokens is None:
        return "", False
    words = [token["word"] for token in tokens if token["word"] and not _opens(inner, token)]
    long = [word for word in words if len(word) >= _LONG and word[1:].islower()]
    capital = sum(word[0].isupper() for word in long)
    tells = capital * 2 < len(long) or not any(word != word.lower() for word in words)
    kept = [token.span() for token in tokens if token["word"] and _is_kept(inner, token, tells)]
    bare = _brace(inner, _joined(inner, kept))
    is_read = not _QUOTED_END.search(inner[-_SHORT:]) and _read(bare) == _read(title)
    return (bare if is_read or not tells else ""), tells


def _read(title: str) -> str:
    """What pandoc reads in a title in English: the words that go to a style."""
    return "".join(piece.text for piece in to_sentence_case(read_pieces(title)))


def write_small(title: str) -> str:
    """A title of capitals in small ones, with a capital where it begins and acronyms in braces; empty where unsure."""
    tokens = None if _OTHER.search(title) else _read_tokens(title)
    if tokens is None:
        return ""
    pieces, done = [], 0
    for token in tokens:
        pieces += [title[done : token.start()], _small(title, token) if token["word"] else token[0]]
        done = token.end()
    return "".join((*pieces, title[done:]))


def _read_tokens(title: str) -> list[re.Match[str]] | None:
    """The words and the groups in braces of a title; nothing when it has commands or braces in braces."""
    if len(title) > LONGEST or _COMMAND.search(title):
        return None
    tokens = list(_TOKEN.finditer(title))
    return None if any(token[0] in "{}" for token in tokens) else tokens


def _small(title: str, token: re.Match[str]) -> str:
    parts = [_GENITIVE.sub("s", part) if _is_acronym(part) else part.lower() for part in token["word"].split("-")]
    word = "-".join(parts)
    if any(not part.islower() and not part.isdecimal() for part in parts):
        return f"{{{word}}}"
    return word[0].upper() + word[1:] if _opens(title, token) else word


def _opens(title: str, token: re.Match[str]) -> bool:
    """Whether a word begins a title or a subtitle, so that its capital says nothing."""
    return bool(_OPENS.search(title[max(token.start() - 8, 0) : token.start()])) if token.start() else True


def _is_kept(title: str, token: re.Match[str], tells: bool) -> bool:
    word = token["word"]
    if any(sign.isupper() for sign in word[1:]):
        return True
    return tells and word[0].isupper() and not _opens(title, token)


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is none in small letters; `NGO'S` is one, `O'BRIEN'S` and `IT'S` are not."""
    word, *ending = _APOSTROPHE.split(word, maxsplit=1)
    if ending and (len(word) == 1 or word in _CONTRACTED):
        return False
    if "." in word or word in _ACRONYMS or _ROMAN.fullmatch(word):
        return True
    letters = [sign for sign in word if sign.isalpha()]
    return len(word) > 1 and bool(letters) and (len(letters) < len(word) or not _VOWEL.search(word))


def _joined(title: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words with nothing but a blank between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and title[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _brace(title: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        title = f"{title[:start]}{{{title[start:end]}}}{title[end:]}"
    return title


LOOKED_AT = 1_000
"""How many characters of a title are read."""

# fmt: off
NAMES = frozenset((
    # continents, regions, seas
    "africa african africans america american americans amazon antarctica arab arabia arabian arctic asia asian asians"
    " atlantic balkan balkans baltic caribbean caucasus danube europe european europeans latin mediterranean"
    " mekong oceania pacific saharan sahara sahel scandinavia scandinavian"
    # countries and peoples
    " afghan afghanistan albania albanian algeria algerian andorra angola angolan argentina argentine armenia armenian"
    " australia australian australians austria austrian azerbaijan bahamas bahrain bangladesh bangladeshi barbados"
    " belarus belarusian belgian belgium belize benin bhutan bolivia bolivian bosnia bosnian botswana brazil brazilian"
    " britain british brunei bulgaria bulgarian burundi cambodia cambodian cameroon canada canadian canadians chilean"
    " china chinese colombia colombian comoros congo congolese croatia croatian cuba cuban cyprus czech czechia"
    " danish denmark djibouti dominica dutch ecuador egypt egyptian england english eritrea estonia estonian eswatini"
    " ethiopia ethiopian fiji finland finnish france french gabon gambia german germans germany ghana ghanaian"
    " greece greek greenland grenada guatemala guinea guyana haiti haitian honduras hungarian hungary iceland icelandic"
    " india indian indians indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italian italy"
    " jamaica jamaican japan japanese jordan jordanian kazakhstan kenya kenyan kiribati korea korean kosovo kuwait"
    " kyrgyzstan laos latvia latvian lebanese lebanon lesotho liberia libya libyan liechtenstein lithuania lithuanian"
    " luxembourg macedonia madagascar malawi malaysia malaysian maldives malta maltese mauritania mauritius mexican"
    " mexico moldova monaco mongolia montenegro moroccan morocco mozambique myanmar namibia nauru nepal nepalese nepali"
    " netherlands nicaragua niger nigeria nigerian norway norwegian oman pakistan pakistani palau palestine palestinian"
    " panama paraguay peru peruvian philippine philippines poland portugal portuguese qatar romania romanian russia"
    " russian rwanda rwandan samoa saudi scotland scottish senegal senegalese serbia serbian seychelles singapore"
    " slovak slovakia slovenia slovenian somali somalia spain spanish sudan sudanese suriname swede swedes sweden"
    " swedish"
    " swiss switzerland syria syrian taiwan taiwanese tajikistan tanzania tanzanian thai thailand timor togo tonga"
    " tunisia tunisian turkmenistan turkish tuvalu uganda ugandan ukraine ukrainian uruguay uzbekistan vanuatu"
    " venezuela"
    " venezuelan vietnam vietnamese wales welsh yemen yemeni zambia zambian zimbabwe"
    # cities and places often in titles
    " amsterdam athens bangkok barcelona beijing berlin bonn brussels budapest cairo california chicago copenhagen"
    " delhi"
    " dhaka dublin edinburgh frankfurt geneva glasgow hamburg helsinki istanbul jakarta kathmandu kyiv lagos lisbon"
    " london madrid manila melbourne milan montreal moscow mumbai munich nairobi oslo ottawa paris prague rome"
    " rotterdam seoul shanghai stockholm strasbourg sydney tehran texas tokyo toronto vienna vancouver warsaw"
    " washington"
    " zurich brexit islam islamic muslim muslims christian christians jewish catholic protestant hindu buddhist"
    " keynesian marxist bayesian"
).split())
# fmt: on
"""Names that mean nothing else when they are small; `turkey`, `chad`, `march` and their like are left out."""

_NEAR = 20
_SMALL = regex(r"[a-z]+")
_SKIPPED = regex(r"\$[^$]{0,200}\$|\\[A-Za-z]+\s?|\\.")
_WORD = regex(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+")
_RUN = regex(r"[{}]|[^{}]+")
_FIRST = regex(r"[\s(\[\"'`]*$")
_AGAIN = regex(r"[:?!.]\s[\s(\[\"'`]*$")


def find_unprotected(title: str) -> tuple[str, ...]:
    """The names in a title that stand outside braces and not at its start, each once."""
    if NAMES.isdisjoint(_SMALL.findall(title[:LOOKED_AT].lower())):
        return ()
    found: dict[str, None] = {}
    text = _blank_braces(_SKIPPED.sub(" ", title[:LOOKED_AT]))
    for word in _WORD.finditer(text):
        name = word[0]
        if name[0].isupper() and _loses(name) and not _is_start(text, word):
            found[name] = None
    return tuple(found)


def _is_start(text: str, word: re.Match[str]) -> bool:
    """Whether a word begins the title, or what follows a colon or stop; a last word is small there as well."""
    if word.start() < _NEAR and _FIRST.match(text[: word.start()]):
        return True
    is_last = not any(sign.isalpha() for sign in text[word.end() :])
    return not is_last and bool(_AGAIN.search(text[max(0, word.start() - _NEAR) : word.start()]))


def _loses(word: str) -> bool:
    return word[1:].islower() and word.lower() in NAMES


def _blank_braces(text: str) -> str:
    """The text with all that stands in braces as zeros: they are no letters, and no start."""
    if "{" not in text:
        return text
    parts, done = list[str](), 0
    for run in find_outside(_RUN.finditer(text)):
        parts += ["0" * (run.start() - done), run[0]]
        done = run.end()
    return "".join((*parts, "0" * (len(text) - done)))
