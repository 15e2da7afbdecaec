"""The small words that tell the language of a title: nothing here reads anything."""

from __future__ import annotations

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
    "nicht", "oder", "uber", "und", "vom", "wie", "zum", "zur", "zwischen",
    "het", "een", "naar", "niet", "voor", "tussen",
    "att", "av", "ett", "fra", "hos", "och", "og", "som", "til",
    # Polish, Czech, Romanian, Turkish, Hungarian, Indonesian
    "dla", "oraz", "przez", "jako", "pri", "pentru", "icin", "ile", "ve", "az", "dalam", "dengan", "pada", "untuk",
))
IN_NAMES = frozenset((
    "con", "da", "de", "del", "den", "der", "des", "di", "do", "du", "e", "el", "en", "et", "il", "la", "las", "le",
    "lo", "los", "ou", "par", "per", "se", "un", "van", "von", "w", "y", "z",
))
# fmt: on
"""Words of other languages that English titles have in names."""

SMALL_ELSEWHERE = (TELLS_OTHER | IN_NAMES) - {"do", "se", "un", "w", "z"}
"""Words that are small in the titles of their language, and in a headline too: none of them is an English word."""
