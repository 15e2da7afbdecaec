"""A finished page goes in, and comes out with a policy that names its styles: a browser applies these and no others.

A policy stands in the page that it is about, so it can be written only when all else is: templates print `STYLES` where
the policy says which styles may be. What is not found here is not applied; nothing is let in by a page that is odd.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape

STYLES = "briefkit-styles"
PLACE = f"style-src {STYLES}"
ATTRIBUTE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""")


def with_policy(page: str) -> str:
    """The page with the hashes of its styles in the place of `STYLES`, if its template has one."""
    head, place, rest = page.partition(PLACE)
    if not place:
        return page
    sheets = dict.fromkeys(map(_source, _sheets(page)))
    loose = dict.fromkeys(_source(unescape(one or other)) for one, other in ATTRIBUTE.findall(page))
    named = [*(sheets or ("'none'",)), *(("'unsafe-hashes'", *loose) if loose else ())]
    return f"{head}style-src {' '.join(named)}{rest}"


def _sheets(page: str) -> Iterator[str]:
    """What the `style` elements hold."""
    for part in page.split("<style")[1:]:
        yield part.partition(">")[2].partition("</style")[0]


def _source(text: str) -> str:
    """The hash of a style as a policy writes it; browsers read each end of line as one character."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(plain.encode()).digest()).decode('ascii')}'"
