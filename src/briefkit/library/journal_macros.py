r"""The name of a journal in, the same without the macros that astronomers write it with: `\apj`.

The NASA Astrophysics Data System hands out entries with them, and the classes of the journals define them; nobody else
knows them, so that a reference would lack its journal.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.patterns import regex

JOURNALS = frozenset(("journal", "journaltitle"))
"""The fields that name a journal."""

_ROYAL = "Royal Astronomical Society"
_SOCIETY = "Publications of the Astronomical Society of"
_REVIEW = "Physical Review"
MACROS: Mapping[str, str] = {
    "aap": "Astronomy and Astrophysics",
    "aapr": "Astronomy and Astrophysics Review",
    "aaps": "Astronomy and Astrophysics Supplement Series",
    "actaa": "Acta Astronomica",
    "aj": "The Astronomical Journal",
    "ao": "Applied Optics",
    "apj": "The Astrophysical Journal",
    "apjl": "The Astrophysical Journal Letters",
    "apjlett": "The Astrophysical Journal Letters",
    "apjs": "The Astrophysical Journal Supplement Series",
    "apjsupp": "The Astrophysical Journal Supplement Series",
    "aplett": "Astrophysical Letters",
    "applopt": "Applied Optics",
    "apss": "Astrophysics and Space Science",
    "araa": "Annual Review of Astronomy and Astrophysics",
    "astap": "Astronomy and Astrophysics",
    "azh": "Astronomicheskii Zhurnal",
    "baas": "Bulletin of the American Astronomical Society",
    "caa": "Chinese Astronomy and Astrophysics",
    "cjaa": "Chinese Journal of Astronomy and Astrophysics",
    "gca": "Geochimica et Cosmochimica Acta",
    "grl": "Geophysical Research Letters",
    "iaucirc": "IAU Circular",
    "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics",
    "jcp": "Journal of Chemical Physics",
    "jgr": "Journal of Geophysical Research",
    "jqsrt": "Journal of Quantitative Spectroscopy and Radiative Transfer",
    "jrasc": f"Journal of the {_ROYAL} of Canada",
    "memras": f"Memoirs of the {_ROYAL}",
    "memsai": "Memorie della Società Astronomica Italiana",
    "mnras": f"Monthly Notices of the {_ROYAL}",
    "na": "New Astronomy",
    "nar": "New Astronomy Reviews",
    "nat": "Nature",
    "nphysa": "Nuclear Physics A",
    "pasa": f"{_SOCIETY} Australia",
    "pasj": f"{_SOCIETY} Japan",
    "pasp": f"{_SOCIETY} the Pacific",
    "physrep": "Physics Reports",
    "physscr": "Physica Scripta",
    "planss": "Planetary and Space Science",
    "pra": f"{_REVIEW} A",
    "prb": f"{_REVIEW} B",
    "prc": f"{_REVIEW} C",
    "prd": f"{_REVIEW} D",
    "pre": f"{_REVIEW} E",
    "prl": f"{_REVIEW} Letters",
    "procspie": "Proceedings of SPIE",
    "psj": "The Planetary Science Journal",
    "qjras": f"Quarterly Journal of the {_ROYAL}",
    "rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
    "skytel": "Sky and Telescope",
    "solphys": "Solar Physics",
    "sovast": "Soviet Astronomy",
    "ssr": "Space Science Reviews",
    "zap": "Zeitschrift für Astrophysik",
}

_MACRO = regex(r"\\([a-z]{2,8})(?:\{\}|(?![A-Za-z]))")


def spell_journal(value: str) -> str:
    """The name with those of its macros spelled that are known."""
    return _MACRO.sub(lambda found: MACROS.get(found[1], found[0]), value) if "\\" in value else value
