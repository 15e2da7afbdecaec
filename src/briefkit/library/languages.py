"""The value of a field for the language in, what in it is no language out.

Known are the names of babel, polyglossia and biblatex, the English names of languages, what languages call themselves,
and tags of RFC 5646 (BCP 47) as far as their form goes: two letters must be those of ISO 639-1, three may be any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.words import fold
from briefkit.patterns import regex

LONGEST = 200
"""Of a longer value only so much is looked at."""

_TAG = regex(
    r"(?P<primary>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3})){0,4}"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8}){1,4}){0,4}(?:-x(?:-[a-z\d]{1,8}){1,4})?",
    re.IGNORECASE,
)
_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en"
    " eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv"
    " ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne"
    " ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss"
    " st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)

IDENTIFIERS = frozenset(
    "acadian afrikaans albanian american amharic ancientgreek arabic armenian assamese asturian australian austrian"
    " bahasa bahasai bahasam basque belarusian bengali bosnian brazil brazilian breton british bulgarian canadian"
    " canadien catalan chinese classicgreek classiclatin coptic croatian czech danish divehi dutch ecclesiasticlatin"
    " english esperanto estonian ethiop farsi finnish francais french frenchb friulan friulian gaelic galician"
    " georgian german germanb greek gujarati hebrew hindi hungarian icelandic indon indonesian interlingua irish"
    " italian japanese kannada kazakh khmer korean kurdish kurmanji lao latin latvian lithuanian lowersorbian"
    " lsorbian macedonian magyar malay malayalam maltese manx marathi medievallatin mexican mongolian naustrian"
    " newzealand ngerman nko norsk norwegian nswissgerman nynorsk occitan odia oriya persian piedmontese polish"
    " polutonikogreek portuges portuguese pinyin punjabi romanian romansh russian sami samin sanskrit scottish"
    " serbian serbianc slovak slovene slovenian sorbian spanish swedish swissgerman syriac tamil telugu thai tibetan"
    " turkish turkmen ukenglish ukrainian uppersorbian urdu usenglish usorbian uyghur vietnamese welsh yiddish"
    " newdutch nohyphenation latinclassic norwegiannynorsk spanishmx".split()
)
"""Names by which LaTeX's packages and biblatex know languages."""

_ENGLISH = frozenset(
    "akkadian aramaic aymara azerbaijani balochi bambara bashkir berber bihari bislama bokmal burmese cantonese"
    " castilian cebuano chechen chichewa corsican cree creole dari dhivehi dzongkha egyptian ewe faroese fijian"
    " filipino flemish frisian fula fulah ganda greenlandic guarani haitian hausa hawaiian hittite igbo inuktitut"
    " javanese kashmiri kinyarwanda kirundi kiswahili kyrgyz ladino lingala luganda luxembourgish luxemburgish"
    " malagasy mandarin maori moldovan montenegrin nahuatl navajo ndebele nepali oromo pali pashto pidgin provencal"
    " quechua romany samoan sardinian scots serbocroatian sesotho setswana shona sindhi sinhala sinhalese slavonic"
    " somali sotho sumerian sundanese swahili swati tagalog tahitian tajik tatar tetum tigrinya tongan tswana twi"
    " ugaritic uzbek volapuk walloon wolof xhosa yoruba yucatec zulu multilingual multiple various bilingual"
    " undetermined malaysian taiwanese".split()
)
_OWN = frozenset(
    "deutsch espanol castellano catala galego euskara italiano portugues nederlands vlaams dansk svenska norsk"
    " bokmal suomi islenska eesti latviesu lietuviu polski cesky cestina slovencina slovenscina slovensko hrvatski"
    " srpski bosanski romana turkce francaise anglais allemand espagnol italien russe englisch franzosisch spanisch"
    " italienisch russisch lateinisch ingles frances aleman ruso inglese francese tedesco russkii russkij bahasa"
    " melayu cymraeg gaeilge engelsk tysk fransk engels duits frans latino latim latein esperanto kiswahili".split()
)
_QUALIFIERS = frozenset(
    "ancient classical modern old middle early late low high upper lower medieval american british us uk canadian"
    " australian brazilian simplified traditional north northern south southern eastern western"
    " language languages swiss austrian mexican the new sign church world state haitian hong kong united states"
    " kingdom great britain canada australia ireland india germany austria switzerland spain mexico brazil portugal"
    " france belgium china taiwan latin america netherlands".split()
)
"""Words that say which kind of a language it is."""

_KNOWN = IDENTIFIERS | _ENGLISH | _OWN
_DIVIDER = regex(r"\s+(?:and|und|et|y|e|&)\s+|\s*[,;/&+|]\s*", re.IGNORECASE)


def is_tag(value: str) -> bool:
    """Whether a value has the form of a language tag and begins with a language that there may be."""
    match = _TAG.fullmatch(value)
    return match is not None and (len(match["primary"]) > 2 or match["primary"].lower() in _TWO_LETTERS)


def is_identifier(value: str) -> bool:
    """Whether a value is a language as `langid` names one: by its name, or by a tag."""
    name = value.strip()
    return name.lower().removeprefix("lang") in IDENTIFIERS or is_tag(name)


def find_unknown(value: str) -> str:
    """The first language of a list that is none as far as is known; else an empty string.

    Words in other alphabets are taken for the names of languages.
    """
    parts = (part.strip(" .()[]{}") for part in _DIVIDER.split(value[:LONGEST].replace("(", ",")))
    return next((part for part in parts if part and not _is_language(part)), "")


def _is_language(part: str) -> bool:
    words = fold(part).split()
    if not words or not words[0].isascii() or is_identifier(part) or is_tag(part.replace("_", "-")):
        return True
    return all(word.removeprefix("lang") in _KNOWN or word in _QUALIFIERS for word in words)


def cure_of(value: str) -> str:
    """The tag or name that is surely meant; else an empty string."""
    name = value.strip()
    if is_tag(name.replace("_", "-")):
        return name.replace("_", "-")
    folded = fold(name).replace(" ", "")
    return folded if folded in IDENTIFIERS else ""


def names() -> Iterator[str]:
    """The names of languages, for near misses."""
    yield from sorted(IDENTIFIERS | _ENGLISH)
