"""Comments of ours in, allowances out: `<!-- briefkit: allow NAME[, NAME]: reason -->`.

    comment   = "<!--" blank* "briefkit" [":"] blank* "allow" blank+ names [":" reason] blank* "-->"
    names     = name ("," name)*

The reason may be any text. What is missing or unknown in an allowance is told by the rules CFG902 to CFG904.
"""

from __future__ import annotations

import re

from briefkit.model import Allowance, Place
from briefkit.patterns import regex

OURS = regex(r"<!--\s*briefkit(?:\s*:|\s)(?P<body>.*?)-->", re.DOTALL | re.IGNORECASE)
BODY = regex(r"allow(?:\s+(?P<names>[^:]*))?(?::(?P<reason>.*))?", re.DOTALL | re.IGNORECASE)


def is_ours(comment: str) -> bool:
    """Whether a comment speaks to briefkit."""
    return OURS.match(comment.strip()) is not None


def read_allowance(comment: str, place: Place, scope: Place) -> Allowance | None:
    """The allowance in a comment, or None when the comment is not ours.

    A comment of ours that is no allowance is one without names, so that it is told and not passed over.
    """
    ours = OURS.match(comment.strip())
    if ours is None:
        return None
    body = BODY.fullmatch(ours["body"].strip())
    if body is None:
        return Allowance((), "", place, scope)
    names = tuple(n.strip() for n in (body["names"] or "").split(",") if n.strip())
    return Allowance(names, (body["reason"] or "").strip(), place, scope)
