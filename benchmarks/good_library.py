"""A seed in, a library of good entries and a brief that cites some of them out: what nobody should find fault with.

Journals, reports, books and pages on the web as four reference managers and two kinds of people write them, in both
dialects. The same seed gives the same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from good_entries import Entry, real_kind, write
from good_words import (
    ASPECTS,
    FOREIGN,
    GIVEN,
    JOURNALS,
    MEETINGS,
    METHODS,
    MONTHS,
    NAMES,
    OFFICES,
    OTHERS,
    PAGES,
    PATTERNS,
    PLACES,
    PUBLISHERS,
    SCHOOLS,
    STEMS,
    SUBJECTS,
    THINGS,
    TOWNS,
)

KINDS = (
    *("article",) * 9,
    *("book",) * 3,
    *("report",) * 4,
    *("online",) * 3,
    *("inproceedings", "inproceedings", "incollection", "incollection", "thesis", "thesis", "chapter", "edited"),
    *("dataset", "preprint", "misc", "law", "unpublished", "manual", "newspaper", "software", "forthcoming"),
)


class Maker:
    """What one seed makes."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 (no secret)
        self.titles: set[str] = set()
        self.keys: set[str] = set()
        self.serial = 100
        self.issns = {name: self.issn() for name in JOURNALS}
        families = [a + b.lower() for a in STEMS for b in STEMS if a != b] + list(FOREIGN) * 4
        self.people = list(dict.fromkeys(self.person(self.dice.choice(families)) for _ in range(500)))

    def library(self, count: int) -> list[Entry]:
        """Parents first and then as many entries as are left, each of a kind and a hand."""
        parents = [self.parent(number) for number in range(min(24, count // 5))]
        return [*parents, *(self.entry(number, parents) for number in range(count - len(parents)))]

    def parent(self, number: int) -> Entry:
        """An entry that lends its fields: what a house publishes, proceedings, a book of chapters."""
        kind = ("xdata", "proceedings", "collection")[number % 3]
        publisher, town = self.house()
        if kind == "xdata":
            return write("xdata", f"house:{number}", {"publisher": publisher, "location": town}, "jabref")
        year = self.dice.randint(1990, 2023)
        meeting = f"{self.dice.choice(MEETINGS)} in {self.dice.choice(NAMES)}"
        title = f"Proceedings of the {number}th Conference on {meeting}" if kind == "proceedings" else self.title()
        fields = {"editor": self.names(), "title": title, "date": str(year), "publisher": publisher, "location": town}
        return write(kind, f"whole{number}-{year}", {**fields, "isbn": self.isbn()}, "jabref")

    def entry(self, number: int, parents: Sequence[Entry]) -> Entry:
        """One entry."""
        kind, writer = self.dice.choice(KINDS), self.dice.choice(("zotero", "zotero", "jabref", "hand", "old"))
        year = self.dice.randint(1960 if kind in ("book", "article") else 1995, 2024)
        language = self.dice.choice(("", "english", "british", "german", "french", "spanish", "", "english"))
        office = kind in ("report", "online", "dataset", "manual") and self.chance(0.6)
        author = f"{{{self.dice.choice(OFFICES)}}}" if office else self.names()
        fields = {"editor" if kind == "edited" else "author": author, "title": self.title(language)} | self.dated(
            year, writer
        )
        fields |= self.about(kind, year, writer, parents)
        if language and writer in ("zotero", "jabref"):
            fields["langid"] = language
        elif language in OTHERS:
            fields["language"] = language
        fields |= self.extras(kind, number, writer)
        fields = {name: value for name, value in fields.items() if value}
        return write(real_kind(kind, writer), self.key(author, year), fields, writer)

    def dated(self, year: int, writer: str) -> dict[str, str]:
        """When it appeared, in the words of the dialect."""
        month, day = self.dice.randint(1, 12), self.dice.randint(1, 28)
        if writer in ("hand", "old"):
            month_name = "\0" + MONTHS[month - 1] if self.chance(0.4) else ""
            return {"year": "\0" + str(year) if self.chance(0.3) else str(year), "month": month_name}
        forms = (f"{year}", f"{year}", f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")
        return {"date": self.dice.choice((*forms, f"{year}/{year + 1}", f"{year}-2{month % 4 + 1}"))}

    def about(self, kind: str, year: int, writer: str, parents: Sequence[Entry]) -> dict[str, str]:
        """What an entry of a kind says beside its author, title and date."""
        modern, dice = writer in ("zotero", "jabref"), self.dice
        publisher, town = self.house()
        place = {"location" if modern else "address": town}
        house = {"publisher": publisher, **place}
        school = dice.choice(SCHOOLS)
        seat = {"institution" if modern else "school": school}
        number = str(dice.randint(1, 4000))
        address = self.address(year)
        read = {"url": address, "urldate": f"{dice.choice((2024, 2025))}-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}"}
        wholes = [p for p in parents if p.kind == {"inproceedings": "proceedings"}.get(kind, "collection")]
        if kind in ("inproceedings", "incollection") and modern and wholes and self.chance(0.5):
            return {"crossref": dice.choice(wholes).key, "pages": self.pages()}
        match kind:
            case "article" | "newspaper" | "forthcoming":
                return self.article(kind, year, modern)
            case "book" if modern and parents and self.chance(0.2):
                houses = [p.key for p in parents if p.kind == "xdata"]
                return {"xdata": dice.choice(houses), "isbn": self.isbn(), "doi": self.doi(year)}
            case "book" | "edited":
                edition = dice.choice(("2", "3") if modern else ("Second", "third")) if self.chance(0.15) else ""
                return {**house, "isbn": self.isbn(), "edition": edition, "pagetotal": number[:3] if modern else ""}
            case "report":
                office = {"institution": f"{{{dice.choice(OFFICES)}}}"}
                return {**office, "type": "Working Paper" * self.chance(0.5), "number": number, **place}
            case "inproceedings":
                name = f"Proceedings of the {dice.randint(2, 40)}th Conference on {dice.choice(MEETINGS)}"
                return {"booktitle": name, "pages": self.pages(), "doi": self.doi(year), **house}
            case "incollection" | "chapter":
                part = {"chapter": str(dice.randint(1, 19))} if kind == "chapter" else {"editor": self.names()}
                return {"booktitle": self.title(), **part, "pages": self.pages(), **house}
            case "thesis":
                return {**seat, "type": dice.choice(("phdthesis", "mathesis")) if modern else ""}
            case "preprint":
                number = f"{year % 100:02}{dice.randint(1, 12):02}.{dice.randint(10000, 19999)}"
                number = number if year >= 2015 else f"math/{year % 100:02}05{dice.randint(100, 999)}"
                return {"eprint": number, "eprinttype" if modern else "archiveprefix": "arXiv"}
            case "online" | "dataset" | "law" | "software":
                more = {"version": f"{dice.randint(1, 9)}.{dice.randint(0, 9)}"} if kind == "software" else {}
                return (
                    {**read, **more} if modern else {"howpublished": f"\\url{{{address}}}", "note": "Accessed in May"}
                )
            case "unpublished":
                return {"note": dice.choice(("Manuscript", "Paper read at the annual meeting"))}
        return {"organization": dice.choice(OFFICES), **place} if kind == "manual" else {"howpublished": "Mimeo"}

    def article(self, kind: str, year: int, modern: bool) -> dict[str, str]:
        """What a paper in a journal, in press or not, or a piece in a newspaper says."""
        name = self.dice.choice(JOURNALS)
        paper = {"journaltitle" if modern else "journal": name if modern or name != JOURNALS[0] else "\0wd"}
        if kind == "newspaper":
            return {**paper, "entrysubtype": "newspaper" if modern else "", "pages": f"A{self.dice.randint(1, 30)}"}
        if kind == "forthcoming":
            return {**paper, "pubstate" if modern else "note": "forthcoming", "doi": self.doi(year)}
        issue = self.dice.choice((str(self.dice.randint(1, 12)), "3--4", "S1", ""))
        there = {"volume": str(self.dice.randint(1, 140)), "number": issue, "pages": self.pages()}
        more = {"doi": self.doi(year), "issn": self.issns[name] if self.chance(0.4) else ""}
        return {**paper, **there, **{n: v for n, v in more.items() if self.chance(0.75)}}

    def extras(self, kind: str, number: int, writer: str) -> dict[str, str]:
        """What reference managers add."""
        subject = self.dice.choice(SUBJECTS)
        more = {"keywords": f"{subject}, policy, {self.dice.choice(ASPECTS)}"} if self.chance(0.3) else {}
        if writer == "zotero" and self.chance(0.3):
            percent = self.dice.randint(2, 97)
            words = f"We study {subject} in {number + 2} places and find that {self.dice.choice(ASPECTS)} fell by"
            rest = f"Those who gained most had the least to begin with; {self.dice.choice(ASPECTS)} did not change."
            more["abstract"] = f"{words} {percent}\\%. \\emph{{Ceteris paribus}}, half of it is due to rain. {rest}"
        if writer == "jabref":
            more |= {"owner": "desk", "timestamp": "2021-03-04", "groups": "Read later"}
        return more

    def title(self, language: str = "") -> str:
        """A title that no other entry has."""
        while True:
            title = self.foreign(language) if language in OTHERS else self.english()
            if title not in self.titles:
                self.titles.add(title)
                return title

    def english(self) -> str:
        """A title with its names in braces."""
        subject, aspect = self.dice.choice(SUBJECTS), self.dice.choice(ASPECTS)
        parts = {"S": capital(subject), "s": subject, "A": capital(aspect), "a": aspect}
        parts |= {"M": self.dice.choice(METHODS), "N": self.dice.choice(NAMES)}
        pattern = self.dice.choice(PATTERNS)
        return re.sub(r"\{([SsAaMN])\}", lambda found: parts[found[1]], pattern)

    def foreign(self, language: str) -> str:
        """A title in another language."""
        x, y = self.dice.choice(THINGS[language]), self.dice.choice(PLACES[language])
        plain = self.dice.choice(OTHERS[language]).replace("{x}", x).replace("{y}", y)
        return f"{plain} ({self.dice.choice(('I', 'II', 'III'))}, {self.dice.randint(1951, 2020)})"

    def names(self) -> str:
        """One to five names, each always written as its bearer is."""
        names = self.dice.sample(self.people, self.dice.choice((1, 1, 2, 2, 3, 4, 5)))
        return " and ".join([*names, *["others"] * self.chance(0.04)])

    def person(self, family: str) -> str:
        """A name in one of the forms that names have."""
        given = self.dice.choice(GIVEN)
        if self.chance(0.03):
            return f"{family}, Jr., {given}"
        return f"{given} {family}" if self.chance(0.15) and "-" not in family else f"{family}, {given}"

    def house(self) -> tuple[str, str]:
        """A publisher, and a town."""
        return self.dice.choice(PUBLISHERS), self.dice.choice(TOWNS)

    def pages(self) -> str:
        """Where it stands."""
        first = self.dice.randint(1, 1200)
        last = first + self.dice.randint(4, 40)
        return self.dice.choice(PAGES).format(a=first, b=last, c=last + 7)

    def doi(self, year: int) -> str:
        """A DOI in the manner of one of three houses."""
        self.serial += self.dice.randint(1, 40)
        number = self.serial
        forms = (
            f"10.2166/wp.{year}.{number}",
            f"10.1093/fict/{number}x",
            f"10.1002/(SICI){year}(199{number % 9}){number}",
        )
        return self.dice.choice((*forms, f"10.1016/j.fict.{year}.{number}"))

    def address(self, year: int) -> str:
        """An address on the web; the pages are made up."""
        self.serial += self.dice.randint(1, 40)
        number, site = self.serial, self.dice.choice(("www.oecd.org", "documents.worldbank.org", "ec.europa.eu"))
        path = self.dice.choice(
            (f"reports/{year}_{number}.pdf", f"en/{number}/index.html#top", f"show?id={number}&l=en")
        )
        return f"https://{site}/{path}"

    def isbn(self) -> str:
        """An ISBN whose last digit is right, of ten digits or thirteen, with hyphens or without."""
        digits = "".join(str(self.dice.randint(0, 9)) for _ in range(9))
        if self.chance(0.3):
            rest = -sum(int(d) * (10 - n) for n, d in enumerate(digits)) % 11
            return digits + ("X" if rest == 10 else str(rest))
        long = "978" + digits
        last = -sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(long)) % 10
        return f"978-{digits[0]}-{digits[1:5]}-{digits[5:]}-{last}" if self.chance(0.7) else f"{long}{last}"

    def issn(self) -> str:
        """An ISSN whose last digit is right."""
        digits = "".join(str(self.dice.randint(0, 9)) for _ in range(7))
        rest = -sum(int(d) * (8 - n) for n, d in enumerate(digits)) % 11
        return f"{digits[:4]}-{digits[4:]}{'X' if rest == 10 else rest}"

    def key(self, author: str, year: int) -> str:
        """A key that nothing else has, from the first author and the year."""
        first = re.sub(r"[^a-z]", "", author.split(" and ")[0].split(",")[0].lower())[:12]
        key = next(key for tail in tails() if (key := f"{first}{year}{tail}") not in self.keys)
        self.keys.add(key)
        return key

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.dice.random() < share


def tails() -> list[str]:
    """What tells two works of a year apart."""
    return ["", *(first + second for first in ("", *"abcdefghij") for second in "bcdefghijklmnopqrstuvwxyz")]


def capital(words: str) -> str:
    """The words as a title has them."""
    return " ".join(word if word in ("and", "of") else word[0].upper() + word[1:] for word in words.split())


def make_entries(seed: int, count: int) -> list[Entry]:
    """The entries of a seed."""
    return Maker(seed).library(count)
