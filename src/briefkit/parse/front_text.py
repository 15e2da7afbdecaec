"""How the texts of the front matter go through pandoc: in divs before the body, out of which nothing can reach."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefkit.patterns import regex

FRONT = "briefkit-front"
"""The class of the divs that carry them."""

BLANKS = regex(r"[ \t\n]+")
"""Blanks at which a line may end; those at which none may are kept."""

_FENCE = regex(r":{3}|`{3}|~{3}")
_OPENING = regex(r"\\.|(?P<opening><(?:(?!(?i:br|img|wbr)\b)[A-Za-z][\w-]*(?![\w.+-]*[:@])|!--|\?))", re.DOTALL)
"""What opens a tag, a comment or a processing instruction; what a backslash stands before is taken along."""


def front_div(key: str, texts: Iterable[str]) -> str:
    """The div that carries the texts of a key."""
    body = "\n\n".join(_contained(BLANKS.sub(" ", text).strip()) for text in texts)
    return f'::::::: {{.{FRONT} key="{key}"}}\n\n{body}\n\n:::::::\n\n'


def _contained(text: str) -> str:
    """The text with a backslash before what would open a box, code, a comment or a tag and never closes it."""
    lost = Counter(match["opening"].lower() for match in _OPENING.finditer(text) if match["opening"])
    lost.subtract({opening: text.lower().count(_closing(opening)) for opening in lost})

    def change(match: re.Match[str]) -> str:
        return f"\\{match[0]}" if match["opening"] and lost[match[0].lower()] > 0 else match[0]

    contained = _OPENING.sub(change, text)
    return f"\\{contained}" if _FENCE.match(contained) else contained


def _closing(opening: str) -> str:
    return {"<!--": "-->", "<?": "?>"}.get(opening, f"</{opening[1:]}")
