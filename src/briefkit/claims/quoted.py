"""A sentence in, the words in it that are somebody else's out: where they begin and end.

Words in double quotes that are long enough to be a statement are a quotation wherever they stand. Fewer words, and
words in single quotes, are one where a verb of speech gives them: else they are terms (`the ‘moving penalty’`), titles,
or an apostrophe. The verbs are English; fewer words between the quotes of German, French and Spanish have theirs.
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
SHORT = r"[\u201c\"](?! )[^\u201c\u201d\"]{2,300}[\u201d\"]"
SINGLE = r"[\u2018'](?=[^\W\d_]|\u2026)[^\u2018\"\u201c]{2,300}?(?<![ (])[\u2019'](?!\w)"
SPOKEN = regex(
    rf"\b{GIVES}[^.;?!\"\u201c\u201d\u2018]{{0,80}}?(?<![\w.])(?P<words>{SHORT}|{SINGLE})"
    rf"|(?<![\w.])(?P<first>{SINGLE}(?<=[,?!].))(?= (?:[\w\u2019'-]+ ){{0,4}}?(?:{SAYS})\b)",
    re.IGNORECASE,
)
"""Quoted words, however few, with the verb that gives them before or behind."""

GIVES_ABROAD = (
    r"(?:nann(?:te|ten)|nennt|bezeichnet(?:e|en)?|spr(?:icht|ach|achen|echen) von|schrieb(?:en)?|sag(?:te|ten|t)"
    r"|warn(?:te|ten|t)|kritisier(?:te|ten|t)|beklag(?:te|ten|t)"
    r"|qualifi(?:e|ent|ait|é)|parl(?:e|ent|ait|é) d|évoqu(?:e|ent|ait|é)|dénonc(?:e|ent|ait|é)|juge(?:nt)?"
    r"|estime(?:nt)?|écri(?:t|vait|vent)|déclar(?:e|ent|ait|é)|affirm(?:e|ent|ait|é)|(?:a|ont|avait) dit"
    r"|calific(?:a|an|ó|aron)|denunci(?:a|an|ó|aron)|habl(?:a|an|ó|aron) de|escrib(?:e|en|ió)|describ(?:e|en|ió)"
    r"|dij(?:o|eron)|dicen?|afirm(?:a|an|ó)|declar(?:a|an|ó)|advirti(?:ó|eron)|lamenta(?:n|ron)?|tachó)\b"
)
_LOW = r"\u201e[^\u201c\u201d\"]{2,300}[\u201c\u201d\"]|\u201a[^\u2018\u2019]{2,300}[\u2018\u2019]"
SHORT_ABROAD = rf"(?:{_LOW}|\u00ab\s?[^\u00ab\u00bb]{{2,300}}?\s?\u00bb)"
SPOKEN_ABROAD = regex(
    rf"\b{GIVES_ABROAD}[^.;?!\u201e\u00ab\u201a]{{0,80}}?(?P<words>{SHORT_ABROAD})"
    rf"|(?P<first>{SHORT_ABROAD})(?=, (?:[\w\u2019'-]+ )?{GIVES_ABROAD})",
    re.IGNORECASE,
)
"""The same between quotes that open low or as guillemets, with the verbs of German, French and Spanish."""

GIVEN = regex(rf"\b{GIVES}", re.IGNORECASE)
LONG_WORD = regex(r"[^\W\d_]{4,}")


def find_quoted(text: str) -> tuple[int, int] | None:
    """Where the first quotation of a text begins and ends; nothing where it has none."""
    if '"' not in text and " '" not in text and text.isascii():
        return None
    # no quotation begins after the last sign that could end one
    last = max(text.rfind(sign) for sign in CLOSING) + 1
    if (match := QUOTED.search(text, 0, last)) and not (_short_title(match[0]) and not GIVEN.search(text)):
        return match.span()
    if "\u201e" in text or "\u00ab" in text or "\u201a" in text:
        return next((m.span("words" if m["words"] else "first") for m in SPOKEN_ABROAD.finditer(text)), None)
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


def _short_title(words: str) -> bool:
    """Whether a few quoted words are a name or a title: "Gulf of Maine"."""
    return len(words) <= LONGEST_TITLE and _title(words)


LONGEST_TITLE = 40


def _title(words: str) -> bool:
    """Whether quoted words are written as titles are: all of some size with capitals, and more than one."""
    long = LONG_WORD.findall(words)
    return len(long) > 1 and all(word[0].isupper() for word in long)
