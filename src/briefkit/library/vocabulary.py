"""The types and fields that biblatex, BibTeX and the usual exports know, and what an unknown name is like.

The names are those of the biblatex manual (3.19, 2.1 and 2.2) and of BibTeXing, and what Zotero, Mendeley, JabRef,
BibDesk, the ACM, the ADS, DBLP, Scopus and REVTeX add.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefkit.library.fields import COMMON
from briefkit.library.names import NAME_FIELDS
from briefkit.library.titles import TITLE_FIELDS
from briefkit.patterns import regex

KNOWN_TYPES = frozenset(
    "article artwork audio bachelorsthesis bibnote bill blog blogpost book bookinbook booklet case classic collection"
    " commentary conference control custom customa customb customc customd custome customf data dataset document"
    " electronic figure footnote generic hearing ieeetranbstctl image inbook incollection inproceedings inreference"
    " interview journal jthesis jurisdiction law legadminmaterial legal legislation legmaterial letter"
    " magazine manual"
    " manuscript map mastersthesis mediawiki misc monograph movie music mvbook mvcollection mvproceedings"
    " mvreference newsarticle newspaper newspaperarticle online other patent performance periodical phdthesis podcast"
    " poster preprint presentation proceedings reference report review section set slides software softwaremodule"
    " softwareversion codefragment song standard statute suppbook suppcollection suppperiodical talk"
    " techreport thesis"
    " treaty tweet undefined unpublished unspecified url video videogame web webpage website workingpaper www"
    " xdata".split()
)
"""The types of entries."""

KNOWN_FIELDS = frozenset(
    "abstract accessed addendum address adsnote adsurl affiliation afterword annotation annotator annote archive"
    " archiveprefix arxivid articleno assignee author authora authorb authorc authortype bibsource biburl bookauthor"
    " bookpagination booksubtitle booktitle booktitleaddon chapter city citeulike coden collaborator collection"
    " commentator comment comments contributor copyright country court created crossref cited date day dayfiled doi"
    " edition editor editora editoratype editorb editorbtype editorc editorctype editortype eid eissn endyear"
    " entryset entrysubtype eprint eprintclass eprinttype event eventdate eventplace eventtitle"
    " eventtitleaddon execute"
    " file foreword gender groups holder howpublished hyphenation ids indexsorttitle indextitle institution"
    " isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journal journaltitle"
    " journaltitleaddon journalsubtitle jurisdiction key keyword keywords label langid langidopts language"
    " lastchecked"
    " lccn library link lista listb listc listd liste listf local localfile location mainsubtitle maintitle"
    " maintitleaddon mendeleytags month monthfiled mrnumber mrreviewer namea nameaddon nameatype nameb namebtype"
    " namec namectype nationality note number numpages options organization origdate origlanguage origlocation"
    " origpublisher origtitle owner pagetotal pages pagination part pdf place pmcid pmid postscript ppn"
    " prefix preface presort price primaryclass printed pubdate publisher pubmedid pubstate rating reader readstatus"
    " refid related relatedoptions relatedstring relatedtype reprinttitle reviewedauthor reviewedtitle revision"
    " school section series setup shortauthor shorteditor shorthand shorthandintro shortjournal shortseries"
    " shorttitle"
    " slaccitation sorting sortkey sortname sortshorthand sorttitle sortyear source status subject subtitle summary"
    " tags timestamp title titleaddon translation translator type typea uniqueid updated urldate url urlaccessed"
    " usera userb userc userd usere userf venue verba verbb verbc version volume volumes volumetitle website"
    " webpage xdata xref year yearfiled zblnumber advisor supervisor department university degree medium media"
    " introduction mrclass repository references reprint creator duration format scale size sponsor".split()
)
"""The fields of entries."""

PRINTED_FIELDS = COMMON | NAME_FIELDS | TITLE_FIELDS
"""The fields that matter to a reader."""

SHORTENED: Mapping[str, str] = {
    "no": "number",
    "notes": "note",
    "num": "number",
    "pgs": "pages",
    "pp": "pages",
    "publ": "publisher",
    "vol": "volume",
    "vols": "volumes",
    "yr": "year",
}
"""What is written for the names of fields and is none."""

_PRIVATE_FIELDS = frozenset(
    "abstractnote accessdate accessiondate added-at adsnote annotationdate bibsource bibtexkey biburl callnumber"
    " citation-subset citationkey citationkeydefault cited-references creationdate databaseprovider date-added"
    " date-modified document_type entrytype file groups groupsearch interhash intrahash itemtype librarycatalog local"
    " local-url localfile modificationdate owner pdf posted-at printed priority qualityassured ranking rating read"
    " readstatus refid relevance researchnotes sentelink source specialfields timestamp uniqueid username".split()
)
_PRIVATE = regex(r"__|(?:bdsk|citeulike|comment|jabref|mendeley|papers\d?|web_data|x|zotero)[-_]|custom\d")


@lru_cache(10_000)
def is_private(name: str) -> bool:
    """Whether a field is a reference manager's own, for what it keeps in mind: no reader ever sees it."""
    return name in _PRIVATE_FIELDS or bool(_PRIVATE.match(name))


_SHORTEST, _LONGEST = 4, 30


def find_near(name: str, known: frozenset[str]) -> str:
    """The known name that becomes the same as this one when at most one letter is left out of each; else nothing.

    So a letter is missing, one too many, another one, or in another place. Names of a few letters are like too many:
    of those only two letters in the place of each other, and the key beside the right one, are taken for a slip.
    """
    if not _SHORTEST <= len(name) <= _LONGEST or name in known:
        return ""
    slips = (*_swap(name), *_slip(name)) if len(name) == _SHORTEST else ()
    if meant := next((other for other in slips if other in known), ""):
        return meant
    return next((near for shape in _shapes(name) if (near := _index(known).get(shape))), "")


@lru_cache(4)
def _index(known: frozenset[str]) -> Mapping[str, str]:
    """Each known name by itself and by itself without one of its letters."""
    return {shape: name for name in sorted(known, reverse=True) if len(name) > _SHORTEST for shape in _shapes(name)}


def _swap(name: str) -> Iterator[str]:
    """The name with two neighbours in the place of each other."""
    yield from (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))


_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _slip(name: str) -> Iterator[str]:
    """The name with the key beside one of its letters for it: `book` for `bool`."""
    for at, letter in enumerate(name):
        row = next((row for row in _KEYS if letter in row), "")
        column = row.find(letter)
        beside = row[max(column - 1, 0) : column] + row[column + 1 : column + 2]
        yield from (name[:at] + other + name[at + 1 :] for other in beside)


def _shapes(name: str) -> Iterator[str]:
    yield name
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
