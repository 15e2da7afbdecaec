"""What an author writes as the licence of a brief in; the Licence with its name and address out.

SPDX's identifiers are taken in any case, and those of Creative Commons as people write them: `CC BY 4.0`, `CC0`,
`CC BY-NC-SA 3.0 IGO`. A licence of one's own is a `LicenseRef-*`, as in SPDX.
"""

from __future__ import annotations

import re

from briefkit.model import Licence
from briefkit.near_misses import near_miss
from briefkit.patterns import regex

LONGEST = 200
COMMONS = regex(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(2\.0|2\.5|3\.0|4\.0)(?:-([A-Z]{2,3}))?")
UNVERSIONED = regex(r"(?:CC-)?(BY(?:-NC)?(?:-ND|-SA)?)(?:-4(?:\.0)?)?")
FORMS = (
    r"[Cc][Cc][ _-]+[Bb][Yy]([ _-]+[Nn][Cc])?([ _-]+([Nn][Dd]|[Ss][Aa]))?"
    r"[ _-]+(4\.0|(2\.0|2\.5|3\.0)([ _-]+[A-Za-z]{2,3})?)"
    r"|[Cc][Cc]0([ _-]+1\.0)?|[Ll][Ii][Cc][Ee][Nn][Ss][Ee][Rr][Ee][Ff]-[A-Za-z0-9.-]+"
)
"""What an editor may take besides: how the licences of Creative Commons are written, and those of one's own."""
AT_COMMONS = regex(
    r"https?://creativecommons\.org/(?:licenses/(by[a-z-]{0,6})/([0-9.]{3})(?:/([a-z]{2,3}))?|publicdomain/(zero))\b"
)
OWN = regex(r"LicenseRef-([A-Za-z0-9.-]+)", re.IGNORECASE)
GAPS = regex(r"[\s_-]+")
ADDRESS = "https://creativecommons.org/"
SPDX = "https://spdx.org/licenses/"

NAMES = {
    "AGPL-3.0-only": "GNU AGPL 3.0",
    "AGPL-3.0-or-later": "GNU AGPL 3.0 or later",
    "Apache-2.0": "Apache 2.0",
    "BSD-2-Clause": "BSD 2-Clause",
    "BSD-3-Clause": "BSD 3-Clause",
    "CDLA-Permissive-2.0": "CDLA Permissive 2.0",
    "CDLA-Sharing-1.0": "CDLA Sharing 1.0",
    "DL-DE-BY-2.0": "Datenlizenz Deutschland Namensnennung 2.0",
    "DL-DE-ZERO-2.0": "Datenlizenz Deutschland Zero 2.0",
    "EUPL-1.2": "EUPL 1.2",
    "GFDL-1.3-only": "GNU FDL 1.3",
    "GFDL-1.3-or-later": "GNU FDL 1.3 or later",
    "GPL-2.0-only": "GNU GPL 2.0",
    "GPL-2.0-or-later": "GNU GPL 2.0 or later",
    "GPL-3.0-only": "GNU GPL 3.0",
    "GPL-3.0-or-later": "GNU GPL 3.0 or later",
    "ISC": "ISC",
    "LGPL-3.0-only": "GNU LGPL 3.0",
    "LGPL-3.0-or-later": "GNU LGPL 3.0 or later",
    "MIT": "MIT",
    "MPL-2.0": "Mozilla Public License 2.0",
    "ODbL-1.0": "ODbL 1.0",
    "ODC-By-1.0": "ODC-By 1.0",
    "OGL-Canada-2.0": "Open Government Licence Canada 2.0",
    "OGL-UK-3.0": "Open Government Licence 3.0",
    "PDDL-1.0": "PDDL 1.0",
    "Unlicense": "Unlicense",
    "etalab-2.0": "Licence Ouverte 2.0",
}
"""The identifiers of SPDX that a brief may well have, with the names that are printed."""

FOLDED = {identifier.lower(): identifier for identifier in NAMES}
SHORT = tuple(f"CC {terms} 4.0" for terms in ("BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"))
"""The licences of Creative Commons that are written today."""

OWN_HINT = "a licence of your own is a LicenseRef-, such as LicenseRef-All-rights-reserved"
SUGGESTED = ("CC0-1.0", *SHORT, *NAMES)
"""What an editor offers, and a near miss may have meant."""


def find_licence(text: str) -> Licence | None:
    """The licence that is meant, or None where it is none that we know."""
    if len(text) > LONGEST:
        return None
    own = OWN.fullmatch(text)
    if own:
        return Licence(f"LicenseRef-{own[1]}", own[1].replace("-", " "))
    joined = GAPS.sub("-", text.strip())
    if joined.upper() in ("CC0", "CC0-1.0"):
        return Licence("CC0-1.0", "CC0 1.0", f"{ADDRESS}publicdomain/zero/1.0/")
    commons = COMMONS.fullmatch(joined.upper())
    if commons:
        return _commons(commons[1], commons[2], commons[3] or "")
    known = FOLDED.get(joined.lower())
    return Licence(known, NAMES[known], f"{SPDX}{known}.html") if known else None


def _commons(terms: str, version: str, port: str) -> Licence | None:
    """A licence of Creative Commons; those of version 4.0 are the same everywhere."""
    if port and version == "4.0":
        return None
    name = " ".join(part for part in ("CC", terms, version, port) if part)
    path = "/".join(part for part in ("licenses", terms.lower(), version, port.lower()) if part)
    return Licence(name.replace(" ", "-"), name, f"{ADDRESS}{path}/")


def licence_hint(text: str) -> str:
    """What the author of a licence that we do not know may have meant, and what is always taken."""
    text = text[:LONGEST]
    there = AT_COMMONS.match(text.lower())
    if there:
        return f"write {'CC0' if there[4] else ' '.join(p for p in ('CC', *there.groups()[:3]) if p).upper()}"
    bare = UNVERSIONED.fullmatch(GAPS.sub("-", text.strip().upper()))
    if bare:
        return f"write CC {bare[1]} 4.0, its version included"
    near = near_miss(text.lower(), [name.lower() for name in SUGGESTED]) or _of_family(text.lower())
    meant = next((name for name in SUGGESTED if name.lower() == near), "")
    return f"did you mean '{meant}'?" if meant else OWN_HINT


def _of_family(text: str) -> str:
    """The licence whose letters and first figure are these: `gpl3` is `gpl-3.0-only`."""
    parts = re.match(r"([a-z]+)[ v_-]*([0-9])", text)
    start = "-".join(parts.groups()) + "." if parts else ""
    return next((name for name in FOLDED if start and name.startswith(start)), "")
