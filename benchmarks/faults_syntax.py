"""The table of faults in how a library is written: BIB301 to BIB318, BIB346 and BIB347."""

from __future__ import annotations

import unicodedata

from damage import Planned, add, again, beside, change, drop, other_key, rewrite
from good_entries import Entry

BROKEN = ("BIB301", "BIB346", "BIB347")
"""What a damage to braces, commas and heads may be told as: where it stands matters more than the name."""


def decomposed(value: str, _: object) -> str:
    """The value as some programs save it: letters and accents apart."""
    return unicodedata.normalize("NFD", value)


def mojibake(value: str, _: object) -> str | None:
    """The value saved as UTF-8 and read as Windows-1252."""
    try:
        return value.encode().decode("cp1252")
    except UnicodeDecodeError:
        return None


def lookalike(entry: Entry, _: object) -> str:
    """Another work under the key in capitals."""
    return (
        f"@misc{{{entry.key.capitalize()},\n  author = {{Nordstein, Ada}},\n  title = {{A Note}},\n  year = 1999\n}}\n"
    )


def work(key: str, more: str = "") -> str:
    """A small book."""
    head = f"@book{{{key},\n  author = {{Nordstein, Ada}},\n  title = {{Notes on the Valley of {key}}},\n"
    return f"{head}  date = {{1999}},\n  publisher = {{Routledge}},\n{more}}}\n"


NEW = "zotero|jabref"
ARTICLE = r"\barticle"
TABLE = (
    Planned("BIB301", "the brace at the end was deleted", rewrite(r"\n\}\n\Z", "\n", line=1), BROKEN),
    Planned("BIB301", "the comma after the key was deleted", rewrite(r"\A(.*),\n", r"\1\n", line=1), BROKEN),
    Planned("BIB301", "an equals sign was lost", rewrite(r"^(\s*title)\s*= ?", r"\1 ", NEW, line=1), BROKEN),
    Planned("BIB301", "a quote was not closed", rewrite(r'^(\s*TITLE = ".*)",$', r"\1,", line=1), BROKEN),
    Planned("BIB301", "a value was cut off", rewrite(r"^(\s*title\s*=).*$", r"\1 ,", NEW), BROKEN),
    Planned("BIB301", "a brace too many in the title", rewrite(r"^(\s*title\s*= \{.*)\},$", r"\1}},", down=1), BROKEN),
    Planned(
        "BIB301",
        "a brace of a name in the title was lost",
        rewrite(r"^(\s*title\s*= \{.*?)\{", r"\1", NEW, down=1),
        BROKEN,
    ),
    Planned("BIB302", "no key", rewrite(r"\A(@\w+\{)[^,]*", r"\1")),
    Planned("BIB302", "a blank in the key", rewrite(r"\A(@\w+\{[a-z]+)(\d+)", r"\1 \2")),
    Planned("BIB302", "an accent as a command in the key", rewrite(r"\A(@\w+\{)(\w)", r"\1{\\'e}\2"), BROKEN),
    Planned("BIB302", "a sign of percent in the key", rewrite(r"\A(@\w+\{\w+)(\w,)", r"\1%\2"), BROKEN),
    Planned("BIB303", "pasted twice", beside(lambda e, d: e.text), ("BIB351",)),
    Planned("BIB303", "copied for another work, and the key forgotten", beside(lambda e, d: work(e.key))),
    Planned("BIB304", "the same key in capitals", beside(lookalike)),
    Planned("BIB304", "a hyphen more", beside(lambda e, d: work(e.key[:-4] + "-" + e.key[-4:]))),
    Planned(
        "BIB304", "a Cyrillic letter", beside(lambda e, d: work(e.key.replace("a", "а", 1)) if "a" in e.key else None)
    ),
    Planned("BIB304", "O for 0", beside(lambda e, d: work(e.key.replace("0", "O", 1)) if "0" in e.key else None)),
    Planned("BIB305", "an entry of the eighties", rewrite(r"\A(@\w+)\{([\s\S]*)\}\n\Z", r"\1(\2)\n")),
    Planned("BIB306", "read as Windows-1252", change("author", mojibake, NEW)),
    Planned("BIB306", "a title read as Windows-1252", change("title", mojibake, NEW)),
    Planned(
        "BIB306", "a letter that could not be read", change("title|author", lambda v, d: v.replace("e", "\ufffd", 1))
    ),
    Planned("BIB307", "an author from a file name of macOS", change("author", decomposed, NEW)),
    Planned("BIB307", "a title from a PDF", change("title", decomposed, NEW)),
    Planned("BIB308", "an ampersand from a web page", change("title", lambda v, d: v.replace(" and ", " &amp; ", 1))),
    Planned("BIB308", "quotes from a web page", change("title", lambda v, d: f"&quot;{v}&quot;")),
    Planned("BIB308", "a letter by its number", change("author", lambda v, d: v.replace("e", "&#233;", 1), NEW)),
    Planned(
        "BIB308", "a blank of HTML", change("journaltitle|journal|publisher", lambda v, d: v.replace(" ", "&nbsp;", 1))
    ),
    Planned("BIB308", "less than", change("title", lambda v, d: f"{v}: &lt;5 Years")),
    Planned("BIB309", "a bare ampersand in a publisher", change("publisher", "Wiley & Sons")),
    Planned("BIB309", "a bare percent", add("note", "Covers 50% of the districts", without="note")),
    Planned("BIB309", "a bare hash", add("note", "Report #5", without="note")),
    Planned("BIB309", "a bare low line", change("title", lambda v, d: f"{v}: The data_set")),
    Planned("BIB309", "dollars", change("title", lambda v, d: f"{v} for US$ 5 Million"), ("BIB310",)),
    Planned("BIB310", "emphasis mistyped", change("title", lambda v, d: "\\emhp{" + v + "}")),
    Planned("BIB310", "a command of one's own", change("title", lambda v, d: v + " \\ourprogramme")),
    Planned(
        "BIB310", "superscript mistyped", change("title", lambda v, d: v + " in the 20\\textsupscript{th} Century")
    ),
    Planned("BIB310", "a command in a name", change("publisher", "Presses \\univ{} de Lyon")),
    Planned("BIB311", "a month in French", rewrite(r"(?i)^(\s*month = )\w+", r"\1juin"), ("BIB321",)),
    Planned("BIB311", "sept", rewrite(r"(?i)^(\s*month = )\w+", r"\1sept"), ("BIB321",)),
    Planned(
        "BIB311", "a journal by an abbreviation of elsewhere", rewrite(r"(?i)^(\s*journal = )[{\"].*[}\"]", r"\1jpube")
    ),
    Planned("BIB311", "a publisher without braces", rewrite(r"(?i)^(\s*publisher\s*= )[{\"].*[}\"]", r"\1Springer")),
    Planned("BIB312", "the author once more", again("author", "Nordstein, Ada")),
    Planned("BIB312", "keywords from two imports", again("keywords")),
    Planned("BIB312", "an address twice", again("url", "https://www.who.int/")),
    Planned("BIB313", "no volume", change("volume", "")),
    Planned("BIB313", "an empty form field", add("series", "")),
    Planned("BIB313", "a blank", change("doi", " ")),
    Planned("BIB314", "a typed slip", rewrite(r"(?i)\A@article", "@artical")),
    Planned("BIB314", "the plural forgotten", rewrite(r"(?i)\A@inproceedings", "@inproceeding")),
    Planned("BIB314", "a letter lost", rewrite(r"(?i)\A@(tech)?report", "@reprot")),
    Planned("BIB314", "a word of one's own", rewrite(r"(?i)\A@online", "@webarticle")),
    Planned("BIB315", "author", rewrite(r"(?i)^(\s*)author", r"\1auhtor")),
    Planned("BIB315", "publisher", rewrite(r"(?i)^(\s*)publisher", r"\1pubisher")),
    Planned("BIB315", "journaltitle", rewrite(r"^(\s*)journaltitle", r"\1journaltilte")),
    Planned("BIB315", "volume", rewrite(r"(?i)^(\s*)volume", r"\1voulme")),
    Planned("BIB315", "pages", rewrite(r"(?i)^(\s*)pages", r"\1pags")),
    Planned("BIB315", "booktitle", rewrite(r"(?i)^(\s*)booktitle", r"\1book-title")),
    Planned("BIB315", "keywords", rewrite(r"^(\s*)keywords", r"\1keywrods")),
    Planned("BIB316", "both names of the journal", add("journal", "Water Quarterly", "article (zotero|jabref)")),
    Planned(
        "BIB316",
        "both names of the town",
        add("address", "New York", r"(book|incollection|report) (zotero|jabref)", "crossref|xdata"),
    ),
    Planned("BIB316", "both names of the school", add("school", "University of the South", "thesis (zotero|jabref)")),
    Planned("BIB316", "an old type", rewrite(r"\A@online", "@www")),
    Planned("BIB317", "a paper without its journal", drop("journaltitle|journal", ARTICLE)),
    Planned("BIB317", "no date", drop("date|year|month", "article|book|report")),
    Planned("BIB317", "no author", drop("author", "article|thesis")),
    Planned("BIB317", "no title", drop("title", "book|report|article"), ("BIB330",)),
    Planned("BIB317", "a chapter of nothing", drop("booktitle", "incollection")),
    Planned("BIB317", "a thesis of no school", drop("institution|school", "thesis")),
    Planned(
        "BIB318", "another year", add("year", lambda e, d: str(int(e.year) - 1), NEW, "year|crossref"), ("BIB316",)
    ),
    Planned(
        "BIB318", "another month", change("date", lambda v, d: v[:4] + "-05}, month = {11", "article (zotero|jabref)")
    ),
    Planned("BIB346", "no comma between two fields", rewrite(r"^(\s*title\s*= .*),\n", r"\1\n", NEW, down=1), BROKEN),
    Planned("BIB346", "no comma in the middle", rewrite(r"^(\s*volume\s*= .*),\n", r"\1\n", NEW, down=1), BROKEN),
    Planned("BIB346", "a value not closed", rewrite(r"^(\s*title\s*= \{.*)\},\n", r"\1,\n", NEW, line=1), BROKEN),
    Planned("BIB346", "keywords not closed", rewrite(r"^(\s*keywords\s*= \{.*)\},\n", r"\1,\n", NEW, line=1), BROKEN),
    Planned("BIB347", "the at lost", rewrite(r"\A@", "")),
    Planned("BIB347", "a per cent before the at, as LaTeX comments", rewrite(r"\A@", "% @")),
    Planned(
        "BIB347",
        "inside the note of another",
        beside(
            lambda e, d: f"@misc{{{e.key}n,\n  title = {{Notes}},\n  note = {{see\n{other_key(e)}}}\n}}\n",
            r"(?<=see\n)@",
        ),
        BROKEN,
    ),
)
