"""A source in, the language of its titles out: what it says itself, else what their letters and small words tell.

What matters is whether a style may change their capitals: it may in English, and nowhere else. Small words are counted
because they are in every title of some length; those that English has too (`in`, `die`, `as`), or that stand in names
of places and people (`de`, `la`, `von`), count half or nothing.
"""

from __future__ import annotations

from unicodedata import combining, normalize

from briefkit.library.languages import IDENTIFIERS, find_unknown, is_tag
from briefkit.library.latex import decode
from briefkit.library.titles import is_english
from briefkit.model import Source
from briefkit.patterns import regex

# fmt: off
TELLS_ENGLISH = frozenset((
    "about", "after", "against", "among", "and", "before", "between", "beyond", "by", "during", "evidence", "from",
    "how", "into", "its", "of", "our", "policy", "review", "the", "their", "through", "toward", "towards", "using",
    "what", "when", "where", "which", "why", "with", "within", "without",
))
TELLS_OTHER = frozenset((
    # French, Italian, Spanish, Portuguese, Catalan
    "aux", "avec", "chez", "dans", "est", "leur", "leurs", "les", "pour", "qui", "sont", "sous", "sur", "une", "vers",
    "dei", "degli", "della", "delle", "dello", "gli", "nel", "nella", "nelle", "sulla", "tra",
    "como", "desde", "entre", "hacia", "para", "por", "sobre", "una",
    "dos", "nas", "nos", "pelo", "pela", "uma", "amb", "dels", "els",
    # German, Dutch, the languages of the north
    "aber", "als", "auf", "aus", "bei", "das", "dem", "durch", "eine", "einer", "eines", "fur", "gegen", "im", "nach",
    "ist", "konnen", "mussen", "nicht", "oder", "sind", "uber", "und", "vom", "werden", "wie", "wird", "zum", "zur",
    "zwischen",
    "het", "een", "naar", "niet", "voor", "tussen",
    "att", "av", "ett", "fra", "hos", "och", "og", "som", "til",
    "ces", "cette", "que", "nei", "mit", "ohne", "beim", "einem", "einen", "keine", "sowie", "unter", "dass",
    "eller", "ikke", "efter", "inom", "mellan", "mellem", "mellom", "till", "genom", "terhadap", "menggunakan",
    "che", "czy", "ich", "jest", "nous", "quel", "quelle", "questo", "sono", "vous", "warum", "wat", "welche", "wir",
    "zijn",
    # Polish, Czech, Romanian, Turkish, Hungarian, Indonesian
    "dla", "oraz", "przez", "jako", "pri", "pentru", "icin", "ile", "ve", "az", "dalam", "dengan", "pada", "untuk",
    "olarak",
    # Months
    "januar", "februar", "marz", "oktober", "dezember", "januari", "februari", "maart", "augustus", "maj",
    "janvier", "fevrier", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    "enero", "febrero", "marzo", "mayo", "junio", "julio", "septiembre", "octubre", "noviembre", "diciembre",
    "janeiro", "fevereiro", "marco", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
))
IN_NAMES = frozenset((
    "con", "da", "de", "del", "den", "der", "des", "di", "do", "du", "e", "el", "en", "et", "il", "la", "las", "le",
    "lo", "los", "ou", "par", "per", "se", "un", "van", "von", "w", "y", "z",
))
# fmt: on
"""Words of other languages that English titles have in names."""

TYPED_SMALL = frozenset("aan af ao aos au bij cu em iz ja met na nad od om pa pod sa uit za zu".split())
"""Words of other languages that count where they are typed small: with a capital they are names and symbols (`Au`)."""

_LONE = regex(r"(?<=[\w,:;]\s)[io](?=\s\w)")
"""A word of one letter that no English title has small by itself: `Nauka i praktyka`, `que mudou o mundo`."""

SMALL_ELSEWHERE = (TELLS_OTHER | IN_NAMES) - {"do", "se", "un", "w", "z"}
"""Words that are small in the titles of their language, and in a headline too: none of them is an English word."""


ENGLISH = "english"
OTHER = "und"
"""The tag of a language that is not determined: it is not English."""

_LONGEST = 600
_WORD = regex(r"[^\W\d_]+")
_LATIN = regex(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = regex(r"[^\W\d_]")
_GREEK = regex(r"(?<![\u0370-\u03ff\u1f00-\u1fff])[\u0370-\u03ff]{1,2}(?![\u0370-\u03ff\u1f00-\u1fff])")
"""A sign of a formula; longer words are Greek."""

_SPANISH = regex("[\u00bf\u00a1]")
"""The signs that open a question or a call in Spanish, and in no other language."""

_GENITIVE = regex(r"(?<!van)(?<!von)(?<!Van)(?<!Von)\s(?:der|des)\s(?=\w)")
"""What joins nouns in German and French, and stands in English titles in names alone: `van der Waals`."""

_OF_NAMES = regex(r"\b[Vv][ao]n\sde[nr]\b")
"""Two words of a name, which tell as much as one."""

_NAMED = 100


def language_of(source: Source) -> str:
    """The name or tag of the language that the titles are in: `english` or `und` by their words; empty when unsure."""
    said = source.text("langid", "hyphenation").strip()
    guessed = _guess_from(source, "title", "subtitle")
    if not said and guessed == OTHER and is_foreign(source.text("title")[:_LONGEST]):
        return OTHER  # whatever `language` says of the rest
    return (
        said
        or _said_elsewhere(source.text("language")[:_NAMED].strip(" {}."))
        or guessed
        or _guess_from(source, "booktitle", "maintitle")
    )


def may_be_small(source: Source, title: str) -> bool:
    """Whether the words of a title may be written small: those of an English one, and those in letters of languages
    that have no nouns with capitals, as German has.
    """
    return is_english(language_of(source)) or not _LATIN.search(decode(title))


def _guess_from(source: Source, *names: str) -> str:
    return guess_language(" ".join(source.text(name)[:_LONGEST] for name in names))


def _said_elsewhere(value: str) -> str:
    """The one language that `language` names, by a name that pandoc knows or as one that is not English."""
    if not value or is_english(value):
        return ENGLISH if value else ""
    name = value.lower()
    if name in IDENTIFIERS or (is_tag(name) and len(name) != _THREE):
        return name
    is_one = not any(sign in value for sign in ",;/&+|") and " and " not in value
    return OTHER if is_one and not find_unknown(value) else ""


_THREE = len("fre")
"""How long the tags are that catalogues give, some of which nobody else knows."""


def guess_language(title: str) -> str:
    """`english`, `und` for any other language, or nothing where the title does not tell."""
    plain = decode(title) if "\\" in title else title
    is_loud = plain.isupper()
    words = [word for word in _WORD.findall(plain) if is_loud or len(word) == 1 or not word.isupper()]
    english = sum(word.lower() in TELLS_ENGLISH for word in words)
    other = sum(_weigh(word, is_first=not at) for at, word in enumerate(words)) + len(_LONE.findall(plain))
    other -= len(_OF_NAMES.findall(plain))
    letters, latin = len(_LETTER.findall(plain)), len(_LATIN.findall(plain))
    foreign = letters - latin - sum(map(len, _GREEK.findall(plain)))
    if foreign > latin or (not english and foreign * 4 > latin):
        return OTHER
    if (other > 1 and other > 2 * english) or (not english and _SPANISH.search(plain)):
        return OTHER
    is_joined = any(_weigh(word, is_first=False) for word in words[1:])
    if not english and (_GENITIVE.search(plain) or (is_joined and any(map(_is_accented, words)))):
        return OTHER
    return ENGLISH if english > other / 2 else ""


def _is_accented(word: str) -> bool:
    return not word.isascii() and _LATIN.match(word) is not None


def is_foreign(title: str) -> bool:
    """Whether most letters of a title are not Latin ones, so that it is in no language of ours."""
    plain = decode(title)
    return len(_LATIN.findall(plain)) * 2 < len(_LETTER.findall(plain))


def _weigh(word: str, is_first: bool) -> int:
    """How much a word tells of another language: 2, 1 or nothing; the first one has its capital anyway."""
    small = word.lower()
    if small.isascii():
        return 2 if small in TELLS_OTHER else int(small in IN_NAMES or word in TYPED_SMALL)
    bare = "".join(sign for sign in normalize("NFKD", small) if not combining(sign))
    return 2 if bare in TELLS_OTHER else int((word == small or is_first) and _LATIN.match(word) is not None)
