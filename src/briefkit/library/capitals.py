"""A title in, the same title out without the braces round all of it, or without its capitals.

What a style may turn into small letters is then everything but the words that stand in braces: acronyms, and names
where they can be told from other words.
"""

from __future__ import annotations

import re

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
