"""A title in, the words of it that lose their capital when a style writes it like a sentence out.

pandoc makes the words of an English title small when it reads one, unless they stand in braces, begin the title or what
follows a colon, or have more than one capital: `OECD`, `GDPs` and `McDonald` stay, `Nepal` does not, and `U.S.` is
given braces on the way (`casing.py`). So names of countries, continents and peoples are looked for.
"""

from __future__ import annotations

import re

from briefkit.patterns import regex

LONGEST = 1_000
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
_FIRST = regex(r"[\s(\[\"'`]*$")
_AGAIN = regex(r"[:?!.]\s[\s(\[\"'`]*$")


def find_unprotected(title: str) -> tuple[str, ...]:
    """The names in a title that stand outside braces and not at its start, each once."""
    if NAMES.isdisjoint(_SMALL.findall(title[:LONGEST].lower())):
        return ()
    found: dict[str, None] = {}
    text = _blank_braces(_SKIPPED.sub(" ", title[:LONGEST]))
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
    depth, signs = 0, list[str]()
    for sign in text:
        depth = max(0, depth + {"{": 1, "}": -1}.get(sign, 0))
        signs.append("0" if depth or sign == "}" else sign)
    return "".join(signs)
