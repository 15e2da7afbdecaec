"""The text of a table cell in; whether it says something, that is, has a verb, out.

A cell that only names or counts is part of its table, and the table's `source=` speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefkit.patterns import regex
from briefkit.text import primary

VERBS: Mapping[str, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|must|shall|should|will|would"
        r"|fell|rose|grew|cut|led|made|said|found|shows?|leaves?|gives?|costs?|needs?|keeps?|lets?|risks?|remains?"
        r"|depends?|requires?|allows?|reduces?|raises?|makes?|takes?|(?<![\w-])\w{3,}(?:ed|ises|izes|ifies))\b",
        re.IGNORECASE,
    ),
    "de": regex(r"\b(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|kann|können|muss|soll\w*)\b", re.I),
    "fr": regex(
        r"\b(?:est|sont|était|étaient|a|ont|sera|seront|peut|peuvent|doit|doivent|fait|font|faut|passe(?:nt)?|reste(?:nt)?"
        r"|montre(?:nt)?|coûte(?:nt)?|paie(?:nt)?|vaut|valent|permet(?:tent)?)\b",
        re.I,
    ),
    "es": regex(r"\b(?:es|son|era|eran|fue|fueron|ha|han|será|serán|puede|pueden|debe|deben)\b", re.I),
    "pt": regex(
        r"\b(?:é|são|era|eram|foi|foram|será|serão|está|estão|tem|têm|há|pode|podem|deve|devem|fica|ficam|custa|custam"
        r"|permite|permitem|reduz|reduzem|aumenta|aumentam|exige|exigem)\b",
        re.I,
    ),
    "ar": regex(
        r"(?<!\w)[وف]?(?:يجب|ينبغي|يمكن|كان|كانت|يكون|تكون|سيكون|ستكون|ليس|ليست|بلغ|بلغت|يبلغ|تبلغ|ارتفع|ارتفعت|يرتفع|ترتفع"
        r"|انخفض|انخفضت|ينخفض|تنخفض|تراجع|تراجعت|زاد|زادت|يزيد|تزيد|يقلل|تقلل|يخفض|تخفض|يوفر|توفر|يتيح|تتيح|يتطلب|تتطلب"
        r"|يحتاج|تحتاج|يكلف|تكلف|أدى|أدت|يؤدي|تؤدي)(?!\w)"
    ),
}

FEWEST_WORDS = 4


def says_something(text: str, lang: str) -> bool:
    """Whether a cell reads as a sentence: some words, and a verb among them."""
    return len(text.split()) >= FEWEST_WORDS and has_verb(text, lang)


def has_verb(text: str, lang: str) -> bool:
    """Whether there is a verb that we know among these words, or in English what ends like one."""
    return VERBS.get(primary(lang), VERBS["en"]).search(text) is not None
