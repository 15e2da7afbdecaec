"""A finished page goes in, and comes out with a policy that names its styles and scripts: a browser uses no others.

A policy stands in the page that it is about, so it can be written only when all else is: templates print `STYLES` and
`SCRIPTS` where the policy says which of them may be. What is not found here is not applied; nothing is let in by a page
that is odd.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape

from briefkit.patterns import regex

STYLES = "briefkit-styles"
SCRIPTS = "briefkit-scripts"
PLACE = f"style-src {STYLES}"
SCRIPT_PLACE = f"script-src {SCRIPTS}"
NONE = "'none'"
ATTRIBUTE = regex(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""")


def with_policy(page: str) -> str:
    """The page with the hashes of its styles in the place of `STYLES`, if its template has one, and so its scripts."""
    sheets = dict.fromkeys(map(_source, _contents(page, "style")))
    loose = dict.fromkeys(_source(unescape(one or other)) for one, other in ATTRIBUTE.findall(page))
    named = [*(sheets or (NONE,)), *(("'unsafe-hashes'", *loose) if loose else ())]
    scripts = dict.fromkeys(map(_source, _contents(page, "script")))
    page = page.replace(SCRIPT_PLACE, f"script-src {' '.join(scripts or (NONE,))}", 1)
    return page.replace(PLACE, f"style-src {' '.join(named)}", 1)


def _contents(page: str, element: str) -> Iterator[str]:
    """What the elements of this name hold."""
    for part in page.split(f"<{element}")[1:]:
        yield part.partition(">")[2].partition(f"</{element}")[0]


def _source(text: str) -> str:
    """The hash of a style as a policy writes it; browsers read each end of line as one character."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(plain.encode()).digest()).decode('ascii')}'"
