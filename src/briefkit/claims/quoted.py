"""A sentence in, the words in it that are somebody else's out: where they begin and end.

Words in double quotes that are long enough to be a statement are a quotation wherever they stand. Fewer words, and
words in single quotes, are one where a verb of speech gives them: else they are terms (`the ‘moving penalty’`), titles,
or an apostrophe. The verbs are English.
"""

from __future__ import annotations

import re

from briefkit.patterns import regex

CLOSING = '\u201d\u00bb\u201c"'
QUOTED = regex(rf"[\u201c\u00ab\u201e\"]\s?[^{CLOSING}]{{12,}}+[{CLOSING}]")

SAYS = (
    r"sa(?:id|ys?|ying)|told|tells|wr(?:ote|ites?|iting|itten)|puts? it|warn(?:s|ed|ing)?|argu(?:es?|ed|ing)|asks|asked"
    r"|adds|added|repl(?:ies|ied)|remarks|remarked|commented|insist(?:s|ed)|declare[sd]|conclude[sd]|state[sd]|stating"
    r"|admit(?:s|ted)|explain(?:s|ed)|answer(?:s|ed)|complain(?:s|ed)|announce[sd]|concede[sd]|recall(?:s|ed)"
)
"""Verbs that give the words of their subject."""

NAMES = (
    r"(?:describ|denounc|prais|criticis|criticiz)(?:es|ed|ing)|(?:dismiss|condemn)(?:es|ed|ing)|hail(?:s|ed)"
    r"|labell?(?:s|ed)|brand(?:s|ed)"
)
"""Verbs that do with `as`."""

OF_TERMS = (
    r"(?<!so-)(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\boften )(?<!\balso )"
    r"(?<!\bcommonly )(?<!\bsometimes )(?<!\bwe )(?<!\bi )"
)
"""What stands before `called` where it gives a term."""

GIVES = (
    rf"(?:(?<!\bwe )(?<!\bi )(?:{SAYS})|(?:{NAMES})(?= (?:[^\"\u201c\u2018']{{1,60}} )?as\b)"
    rf"|{OF_TERMS}call(?:s|ed|ing)?(?! (?:for|on)\b)|in (?:his|her|their|its) (?:own )?words)\b"
)
SHORT = r"[\u201c\"](?! )[^\u201c\u201d\"]{2,}[\u201d\"]"
SINGLE = r"[\u2018'](?=[^\W\d_]|\u2026)[^\u2018\"\u201c]{2,}?(?<![ (])[\u2019'](?!\w)"
SPOKEN = regex(
    rf"\b{GIVES}[^.;?!\"\u201c\u201d\u2018]{{0,80}}?(?<![\w.])(?P<words>{SHORT}|{SINGLE})"
    rf"|(?<![\w.])(?P<first>{SINGLE}(?<=[,?!].))(?= (?:[\w\u2019'-]+ ){{0,4}}?(?:{SAYS})\b)",
    re.IGNORECASE,
)
"""Quoted words, however few, with the verb that gives them before or behind."""

GIVEN = regex(rf"\b{GIVES}", re.IGNORECASE)
LONG_WORD = regex(r"[^\W\d_]{4,}")


def find_quoted(text: str) -> tuple[int, int] | None:
    """Where the first quotation of a text begins and ends; nothing where it has none."""
    if '"' not in text and " '" not in text and text.isascii():
        return None
    # no quotation begins after the last sign that could end one
    if match := QUOTED.search(text, 0, max(text.rfind(sign) for sign in CLOSING) + 1):
        return match.span()
    if '"' not in text and "'" not in text and "\u201c" not in text and "\u2018" not in text:
        return None
    for match in SPOKEN.finditer(text):
        group = "words" if match["words"] else "first"
        if not _title(match[group]):
            return match.span(group)
    return None


def is_given(text: str) -> bool:
    """Whether the first quotation of a text stands behind a verb that gives it."""
    place = find_quoted(text)
    return place is not None and GIVEN.search(text, 0, place[0]) is not None


def _title(words: str) -> bool:
    """Whether quoted words are written as titles are: all of some size with capitals, and more than one."""
    long = LONG_WORD.findall(words)
    return len(long) > 1 and all(word[0].isupper() for word in long)
