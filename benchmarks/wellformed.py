"""A seed in, a well-formed library of many entries out: all types, both dialects, and every way to write a value.

Titles, names, dates and pages are put together from parts: the same seed gives the same bytes, another one another
library.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

TYPES = (
    *("article", "book", "booklet", "bookinbook", "collection", "dataset", "inbook", "incollection", "inproceedings"),
    *("inreference", "manual", "mvbook", "mvcollection", "mvproceedings", "mvreference", "online", "patent"),
    *("periodical", "proceedings", "reference", "report", "review", "software", "suppbook", "suppcollection"),
    *("suppperiodical", "thesis", "unpublished", "artwork", "audio", "image", "jurisdiction", "legislation", "legal"),
    *("letter", "movie", "music", "performance", "standard", "video", "misc", "electronic", "www", "phdthesis"),
    *("mastersthesis", "techreport", "conference", "article", "article", "book", "inproceedings", "report"),
)
"""The types of biblatex and BibTeX; the usual ones more than once."""

_WORDS = (
    *("the", "of", "and", "in", "on", "for", "to", "a", "Water", "Policy", "Energy", "Budget", "Trade", "Prices"),
    *("Housing", "Schools", "markets", "Reform", "Evidence", "measuring", "Growth", "{NATO}", "{EU}", "OECD", "GDP"),
    *(
        "{B}russels",
        "{New York}",
        "{\\'E}cole",
        "r\\'eforme",
        'na\\"{\\i}ve',
        '\\"Uber',
        '{\\"O}sterreich',
        "\\v{C}esk\\'a",
    ),
    *("\\emph{Ex Ante}", "{\\em in situ}", "\\textit{De Facto}", "\\textbf{Bold Move}", "CO\\textsubscript{2}"),
    *("21\\textsuperscript{st}", "$x^2$", "$\\alpha$", "R\\&D", "50\\%", "\\#1", "``Open'' Data", "state-of-the-art"),
    *("Cost-Benefit", "U.S.", "COVID-19", "iPhone", "McDonald", "it's", "Nation's", "G20", "pre--1990", "\\ss{}a"),
    *(
        "Stra{\\ss}e",
        "\\o{}re",
        "\\AA{}rhus",
        "{\\L}\\'od\\'z",
        "se\\~nor",
        "gar\\c{c}on",
        "\\H{o}r",
        "\\.Zycie",
        "\\oe uvre",
    ),
    *(
        "World~Bank",
        "I",
        "(Second",
        "Edition)",
        "\\enquote{Just Transition}",
        "\\textsc{Unicef}",
        "Île",
        "Größe",
        "данные",
    ),
)
_ENDS = ("", "", "", "", ":", ":", "?", ".", "!", ",", " --", ";")
_GIVEN = (
    *("Jane", "J.", "J. R.", "J.-P.", "Jos\\'e", 'Zo{\\"e}', "{\\L}ukasz", "M.A.", "Mary Ann", "\\'Emile", "Jean-Luc"),
    *("{\\O}rjan", "Sa\\v{s}a", "J.~R.", "Ngũgĩ", "X."),
)
_FAMILY = (
    *("Smith", "Doe", 'M{\\"u}ller', "Garc{\\'i}a", "O'Neil", "van der Berg", "de la Cruz", "von Beck", "Smith-Jones"),
    *(
        "{\\v S}imi{\\'c}",
        "D'Angelo",
        "d'Angelo",
        "{La Fontaine}",
        "De La Rosa",
        "Nu\\~nez",
        "al-Doe",
        "Ben Doe",
        "ten Doe",
    ),
    *(
        "Ångström",
        "Kowalczyk",
        "{\\AA}s",
        "Dvo\\v{r}\\'ak",
        "'t Hooft",
        "McDoe",
        "Le~Roy",
        "Iv\\'an\\v{c}i\\'c",
        "{van} Doe",
    ),
)
_HOUSES = (
    *("{World Bank}", "{Ministry of Finance}", "{Barnes and Noble}", "{Statistics Office, Data Unit}", "{\\'Ecole X}"),
    *("{{Water Board}}", "{R\\&D Office}"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    *("2020", "1999-05", "2011-07-23", "2019/2020", "2020-01/2020-03", "2020-01-30/2020-02-02", "1850~", "1850?"),
    *("2010-21", "2015-24", "0476", "-0043", "2012/", "1901-12-31", "2018-02-28T10:00:00", "1899", "2021-11"),
)
_ODD_DATES = ("2010/..", "199X", "2012-XX", "19XX", "../2010", "Y12345")
_PAGES = (
    *("1--10", "1-10", "12", "100--110, 115", "xii--xx", "A1--A5", "e1234", "1,000--1,010", "7–9", "S1--S10", "33+"),
)
_LANGUAGES = ("english", "german", "ngerman", "french", "spanish", "british", "american", "italian", "polish", "dutch")
_PUBLISHERS = ("Norton", "{Wiley and Sons}", "North House and South House", "Univ. Press", "Éditions X", "A \\& B")
_PLACES = ("London", "Oxford and New York", 'Z{\\"u}rich', "S\\~ao Paulo", "Washington, DC", 'Malm\\"o')
_JOURNALS = ("Journal of Water", "J. Econ. Lit.", '{Zeitschrift f{\\"u}r Statistik}', "Science \\& Policy", "acm")


class Writer:
    """What one seed makes."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 (no secret)

    def library(self, count: int) -> str:
        """Strings first, then sources that others inherit from, then as many entries as wanted."""
        heads = (
            '@string{acm = "Assoc. of Computing"}\n@string{press = {Univ. Press}}\n@preamble{"\\newcommand{\\x}{}"}\n'
        )
        parents = "\n".join(self.parents())
        return heads + parents + "\n".join(self.entry(number) for number in range(count))

    def parents(self) -> Iterator[str]:
        """The entries that lend their fields."""
        for number in range(8):
            yield self.write("proceedings", f"proc{number}", {"title": self.title(), **self.parent_fields()})
            yield self.write("collection", f"coll{number}", {"title": self.title(), **self.parent_fields()})
            yield self.write("book", f"whole{number}", {"title": self.title(), **self.parent_fields()})
            yield self.write("mvbook", f"mv{number}", {"title": self.title(), "author": self.names()})
            yield self.write("periodical", f"per{number}", {"title": self.title(), "issn": "1234-5679"})
            yield self.write("xdata", f"house{number}", {"publisher": self.pick(_PUBLISHERS), "location": "Paris"})

    def parent_fields(self) -> dict[str, str]:
        """What a whole says of itself."""
        subtitle = {"subtitle": self.title()} if self.chance(0.3) else {}
        return {"editor": self.names(), "date": self.pick(_DATES), "publisher": self.pick(_PUBLISHERS), **subtitle}

    def entry(self, number: int) -> str:
        """One entry of a type and a dialect."""
        kind = self.pick(TYPES)
        fields = {"title": self.title(), **(self.bibtex() if self.chance(0.4) else self.biblatex())}
        if self.chance(0.85):
            fields["author"] = self.names()
        fields |= {name: value for name, value in self.extras().items() if self.chance(0.12)}
        fields |= self.link(kind, number)
        names = list(fields)
        self.dice.shuffle(names)
        return self.write(
            kind, f"{self.pick(('smith', 'doe', 'Office', 'x:y', 'Müller'))}{number}", {n: fields[n] for n in names}
        )

    def bibtex(self) -> dict[str, str]:
        """BibTeX's own fields."""
        month = self.pick((*_MONTHS, "{May}", "5", "{jun}"))
        fields = {"year": self.pick(("2020", "1999", "{1850}")), "address": self.pick(_PLACES), "number": self.number()}
        fields |= {"journal": self.pick(_JOURNALS), "volume": self.number(), "pages": self.pick(_PAGES)}
        fields |= {"school": "University of X", "booktitle": self.title(), "series": self.series()}
        kept = {name: value for name, value in fields.items() if name == "year" or self.chance(0.5)}
        return {**kept, "month": f"\0{month}"} if self.chance(0.4) else kept

    def biblatex(self) -> dict[str, str]:
        """biblatex's own fields."""
        fields = {"date": self.pick(_DATES if self.chance(0.95) else _ODD_DATES), "location": self.pick(_PLACES)}
        fields |= {"journaltitle": self.pick(_JOURNALS), "volume": self.number(), "pages": self.pick(_PAGES)}
        fields |= {"institution": self.pick(_PUBLISHERS), "booktitle": self.title(), "subtitle": self.title()}
        return {name: value for name, value in fields.items() if self.chance(0.55)}

    def extras(self) -> dict[str, str]:
        """All the rest that an entry may say."""
        return {
            "editor": self.names(),
            "translator": self.names(),
            "bookauthor": self.names(),
            "publisher": self.pick(_PUBLISHERS),
            "titleaddon": self.title(),
            "maintitle": self.title(),
            "mainsubtitle": self.title(),
            "booksubtitle": self.title(),
            "shorttitle": self.title(),
            "journalsubtitle": self.title(),
            "shortjournal": "J. W.",
            "issuetitle": self.title(),
            "eventtitle": self.title(),
            "eventdate": self.pick(_DATES),
            "origdate": self.pick(_DATES),
            "urldate": "2021-03-04",
            "venue": self.pick(_PLACES),
            "edition": self.pick(("2", "Second", "3rd")),
            "chapter": self.number(),
            "part": self.number(),
            "volumes": "4",
            "pagetotal": "200",
            "issue": self.pick(("Spring", "2")),
            "version": "1.2",
            "note": self.pick(("See \\url{https://example.org/a_b}", "In French.", "{Working} paper no.~5")),
            "addendum": "With a map",
            "howpublished": self.pick(("\\url{https://example.org}", "Online")),
            "organization": self.pick(_PUBLISHERS),
            "type": self.pick(("phdthesis", "techreport", "Working Paper", "mathesis", "patentus")),
            "entrysubtype": self.pick(("magazine", "newspaper")),
            "langid": self.pick(_LANGUAGES),
            "options": self.pick(("useprefix=true", "url=false", "useprefix")),
            "doi": "10.1234/abc_def(2020)1:2",
            "isbn": "978-3-16-148410-0",
            "issn": "0317-8471",
            "url": "https://example.org/~a/b_c?d=e%20f#g",
            "eprint": "1234.56789",
            "eprinttype": self.pick(("arxiv", "jstor", "pubmed", "hdl")),
            "pmid": "12345678",
            "pmcid": "PMC123",
            "keywords": "water, trade, {EU} policy",
            "abstract": "We measure it. Prices rose by 5\\% --- \\emph{ceteris paribus}.",
            "annotation": "Read it.",
            "pubstate": self.pick(("inpress", "forthcoming", "submitted")),
            "library": "QA 76",
        }

    def link(self, kind: str, number: int) -> dict[str, str]:
        """Now and then what an entry inherits from."""
        parents = {"inproceedings": "proc", "incollection": "coll", "inbook": "whole", "book": "mv", "article": "per"}
        if kind in parents and self.chance(0.15):
            return {"crossref": f"{parents[kind]}{number % 8}"}
        return {"xdata": f"house{number % 8}"} if self.chance(0.05) else {}

    def title(self) -> str:
        """Two to nine words, with the signs between them that titles have."""
        words = [self.pick(_WORDS) for _ in range(self.dice.randint(2, 9))]
        return " ".join(word + self.pick(_ENDS) * self.chance(0.5) for word in words[:-1]) + " " + words[-1]

    def names(self) -> str:
        """One to four names in the forms that names have."""
        names = [self.name() for _ in range(self.dice.randint(1, 4))]
        return " and ".join([*names, "others"] if self.chance(0.1) else names)

    def name(self) -> str:
        """One name."""
        given, family = self.pick(_GIVEN), self.pick(_FAMILY)
        form = self.dice.randint(0, 11)
        if form < 5:
            return f"{family}, {given}"
        if form < 8:
            return f"{given} {family}"
        if form == 8:
            return f"{family}, {self.pick(('Jr.', 'III', 'Sr'))}, {given}"
        if form == 9:
            return f"given={{{given}}}, family={{{family}}}, prefix=von"
        return self.pick(_HOUSES) if form == 10 else f"{family}"

    def number(self) -> str:
        """A volume, an issue."""
        return self.pick(("1", "12", "IV", "3--4", "7/8", "12A", str(self.dice.randint(1, 300))))

    def series(self) -> str:
        """A series by name or number."""
        return self.pick(("Lecture Notes in {CS}", "Water Papers", "2", "13", "newseries"))

    def write(self, kind: str, key: str, fields: dict[str, str]) -> str:
        """The entry as text: braces or quotes, strings by name, values joined by `#`."""
        body = "".join(f"  {name} = {self.value(value)},\n" for name, value in fields.items())
        return f"@{kind}{{{key},\n{body}}}\n"

    def value(self, text: str) -> str:
        """A value with its delimiters."""
        if text.startswith("\0"):
            return text[1:]
        if text == "acm":
            return "acm"
        if text == "Univ. Press":
            return 'press # " {X}"'
        if text.isdecimal() and self.chance(0.3):
            return text
        return f'"{text}"' if '"' not in text and self.chance(0.2) else f"{{{text}}}"

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of several."""
        return self.dice.choice(choices)

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.dice.random() < share


def write_library(seed: int, count: int) -> str:
    """The library of a seed."""
    return Writer(seed).library(count)
