r"""The names of journals in, those that are one journal spelled in several ways out.

Spellings are one where their words are (capitals, signs, `&` and `and`, a leading `The` make no difference), or where
each word of one is an abbreviation of the word of the other in its place: `J. Polit. Econ.` and `Journal of Political
Economy`. Words such as `of` do not count. An abbreviation that fits two journals is of neither.

Astronomers write them with macros, `\apj`: the NASA Astrophysics Data System hands out entries with them, and the
classes of the journals define them; nobody else knows them, so that a reference would lack its journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefkit.library.latex import decode
from briefkit.library.words import fold
from briefkit.patterns import regex
from briefkit.values import Value

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


_TURNED = regex(
    r"(?P<topic>[^,]+(?:, [^,]+){0,4}?), (?P<head>(?:[A-Z][\w/&-]{0,20} ){0,4}"
    r"(?:Annals|Bulletin|Journal|Letters|Magazine|Proceedings|Transactions)(?: [A-Z]\w{0,20}){0,3} (?:in|of|on))"
)
"""`Quantum Electronics, IEEE Journal of`, as archives file it."""

LONGEST = 300
"""No name of a journal is longer."""


def unturn(name: str) -> str:
    """The name of a journal that an index has turned about, as the journal has it; empty for any other."""
    if not name.endswith((" of", " on", " in")) or len(name) > LONGEST or not (found := _TURNED.fullmatch(name)):
        return ""
    return f"{found['head']} {found['topic']}"


MOST = 1_000_000
"""How many comparisons the names of the same initials may take: of more, hardly one fits a single journal."""

_ARTICLE = regex(r"^(?:the|les?|la|el|der|die|das) (?=.)")
_SMALL = frozenset(
    "a an and at by da das de del della der des di die do du e ed en et fur for im in la las le les los of on"
    " og och para s sur the to und v van von y zu zur".split()
)
"""Words that abbreviations leave out."""


class Spelling(Value):
    """A name: without its markup, all its words, those that count, and which of these end in a full stop."""

    text: str
    whole: str
    words: tuple[str, ...]
    stopped: tuple[bool, ...]


def bare_name(value: str) -> str:
    """The name of a journal without its markup, the same however its accents are typed."""
    return " ".join(decode(spell_journal(value[:LONGEST])).split())


def read_spelling(value: str) -> Spelling:
    """What is compared of the name of a journal."""
    text = bare_name(value)
    words: list[str] = []
    stopped: list[bool] = []
    for typed in text.replace("-", " ").replace(".", ". ").split():
        for word in fold(typed).split():
            if word not in _SMALL or typed.endswith("."):
                words.append(word)
                stopped.append(typed.rstrip(",:;)").endswith("."))
    return Spelling(text, _ARTICLE.sub("", fold(text)), tuple(words), tuple(stopped))


def find_variants(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Groups of names, each given once, that are one journal."""
    spellings = [spelling for spelling in map(read_spelling, names) if spelling.words]
    same: dict[str, dict[str, Spelling]] = {}
    for spelling in spellings:
        same.setdefault(spelling.whole, {}).setdefault(spelling.text, spelling)
    owners = _find_owners([next(iter(variants.values())) for variants in same.values()])
    groups: dict[str, list[str]] = {}
    for whole, variants in same.items():
        groups.setdefault(owners.get(whole, whole), []).extend(variants)
    yield from (tuple(texts) for texts in groups.values() if len(texts) > 1)


def _find_owners(spellings: Iterable[Spelling]) -> Mapping[str, str]:
    """For an abbreviation the one whole name that it stands for."""
    blocks: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        if len(spelling.words) > 1:
            blocks.setdefault("".join(word[0] for word in spelling.words), []).append(spelling)
    owners: dict[str, str] = {}
    for block in blocks.values():
        whole = [spelling for spelling in block if not any(spelling.stopped)]
        for short in block if 1 < len(block) * len(whole) <= MOST else ():
            fitting = [long.whole for long in whole if long is not short and _abbreviates(short, long)]
            if len(fitting) == 1:
                owners[short.whole] = fitting[0]
    return {short: owners.get(long, long) for short, long in owners.items()}


def _abbreviates(short: Spelling, long: Spelling) -> bool:
    """Whether every word of one is that of the other or short for it; the `A` of `Physics A` is short for nothing."""
    has_stops = any(short.stopped)
    last = len(short.words) - 1
    for at, (word, whole) in enumerate(zip(short.words, long.words, strict=True)):
        may_be_short = short.stopped[at] if has_stops else at < last or len(word) > 2
        if word != whole and not (may_be_short and _is_short_for(word, whole)):
            return False
    return has_stops or len(short.words[0]) <= _SHORT_FIRST


_SHORT_FIRST = 4
"""Without full stops only names that begin with a short word, such as `J`, `Proc` or `Ann`, are abbreviations."""


def _is_short_for(word: str, whole: str) -> bool:
    """Whether a word is the beginning of another, or its first letter with some of the others: `natl`, `dept`."""
    if len(word) >= len(whole) or word[0] != whole[0]:
        return False
    rest = iter(whole)
    return whole.startswith(word) or (len(word) > 2 and all(letter in rest for letter in word))
