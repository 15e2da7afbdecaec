"""The table of faults between entries: inheritance, names in several spellings, works that are there twice; CIT202."""

from __future__ import annotations

import re
from collections.abc import Callable

from damage import Damaged, Dice, Fault, Planned, Respelling, Second, add, beside, change, other_key, with_value
from good_entries import Entry


def book(key: str, more: str, author: str = "Nordstein, Ada", title: str = "") -> str:
    """A small book whose fields but one are sound."""
    title = title or f"Notes on the Valley of {key}"
    head = f"@book{{{key},\n  author = {{{author}}},\n  title = {{{title}}},\n  date = {{1999}},\n"
    return f"{head}  publisher = {{Routledge}},\n{more}}}\n"


def respelt(old: str, fresh: str) -> Second:
    """Another work of the same person, who is spelt otherwise there."""

    def write(entry: Entry, _: Dice) -> str | None:
        first = entry.fields.get("author", "").split(" and ")[0]
        comma, given = first.partition(", ")[1:]
        if entry.writer not in ("zotero", "jabref") or not comma or "Jr" in given or not re.search(old, first):
            return None
        return book(f"{entry.key}n", "", re.sub(old, fresh, first, count=1), f"Why {entry.key} is Long")

    return write


def journal(change_name: Callable[[str], str]) -> Second:
    """Another paper in the same journal, which is written otherwise there."""

    def write(entry: Entry, _: Dice) -> str | None:
        name = entry.fields.get("journaltitle", "")
        fresh = change_name(name)
        if not name or fresh == name:
            return None
        head = f"@article{{{entry.key}n,\n  author = {{Nordstein, Ada}},\n  title = {{On Long Valleys}},\n"
        return f"{head}  date = {{1999}},\n  volume = {{3}},\n  pages = {{1--9}},\n  journaltitle = {{{fresh}}},\n}}\n"

    return write


def twin(name: str, new: Respelling | None = None) -> Second:
    """Another book with the same value in a field, perhaps written otherwise."""

    def write(entry: Entry, _: Dice) -> str | None:
        value = entry.fields.get(name)
        fresh = new(value) if new and value else value
        if not fresh or (name == "isbn" and entry.kind != "book"):
            return None
        return book(f"{entry.key}n", f"  {name} = {{{fresh}}},\n").replace("{1999}", f"{{{entry.year}}}", 1)

    return write


def copy(names: str, new: Callable[[str], str]) -> Second:
    """The entry once more from another database: another key, and a value that differs."""

    def write(entry: Entry, _: Dice) -> str | None:
        if entry.kind in ("xdata", "proceedings", "collection") or not entry.fields.get("author"):
            return None
        bare = re.sub(r"(?im)^\s*(doi|isbn|url|urldate|abstract)\s*=.*\n", "", other_key(entry))
        fresh = with_value(bare, names, new)
        return fresh if fresh != bare else None

    return write


def preprint(entry: Entry, _: Dice) -> Damaged | None:
    """The preprint of a paper that was published since stands before it: due at the preprint."""
    if entry.kind != "article" or "volume" not in entry.fields or entry.writer not in ("zotero", "jabref"):
        return None
    lines = f"  author = {{{entry.fields['author']}}},\n  title = {{{entry.fields['title']}}},\n"
    lines += f"  date = {{{int(entry.year) - 1}}},\n  eprint = {{2003.04567}},\n  eprinttype = {{arxiv}},\n"
    return Damaged(f"@online{{{entry.key}pre,\n{lines}}}\n\n{entry.text}")


def working_paper(entry: Entry, dice: Dice) -> Damaged | None:
    """The working paper of a paper that was published since: due at the working paper."""
    found = preprint(entry, dice)
    if not found:
        return None
    text = re.sub(
        r"(?m)^  eprint = .*\n  eprinttype = .*\n", "  institution = {{Water Board}},\n  number = {17},\n", found.text
    )
    return Damaged(text.replace("@online", "@report", 1).replace("  number", "  type = {Working Paper},\n  number", 1))


def editions(entry: Entry, _: Dice) -> Damaged | None:
    """The second edition of a book, and its third: due at the second."""
    lines = book(entry.key, "  edition = {2},\n", title=f"A Primer of {entry.key}")
    third = book(f"{entry.key}n", "  edition = {3},\n", title=f"A Primer of {entry.key}").replace("{1999}", "{2007}")
    return Damaged(lines + "\n" + third, 6)


def replaced(entry: Entry, _: Dice) -> Damaged | None:
    """A report that says itself that another took its place."""
    first = book(entry.key, "  note = {Superseded by the report of 2015},\n")
    return Damaged(first + "\n" + book(f"{entry.key}n", ""), 6)


def child(key: str, more: str) -> str:
    """A chapter."""
    head = f"@incollection{{{key},\n  author = {{Nordstein, Ada}},\n  title = {{Of Mills}},\n  pages = {{4--19}},\n"
    return f"{head}  date = {{1999}},\n  booktitle = {{Old Mills}},\n  publisher = {{Brill}},\n{more}}}\n"


def children(more: str, due: str) -> Fault:
    """A chapter beside the entry; `KEY` is its key, `OTHER` that of the entry."""
    return beside(lambda e, d: child(f"{e.key}n", more.replace("KEY", f"{e.key}n").replace("OTHER", e.key)), due)


def circle(entry: Entry, _: Dice) -> Damaged:
    """Two chapters that inherit from each other: due at the first, where the circle is entered."""
    first = child(entry.key, f"  crossref = {{{entry.key}n}},\n")
    return Damaged(first + "\n" + child(f"{entry.key}n", f"  crossref = {{{entry.key}}},\n"), 8)


def houses(entry: Entry, _: Dice) -> Damaged:
    """Two sets of lent fields that lend from each other."""
    first = f"@xdata{{{entry.key},\n  publisher = {{Brill}},\n  xdata = {{{entry.key}n}},\n}}\n"
    return Damaged(first + f"\n@xdata{{{entry.key}n,\n  location = {{Leiden}},\n  xdata = {{{entry.key}}},\n}}\n", 3)


def capitals(entry: Entry, _: Dice) -> str | None:
    """An abstract that the entry has too."""
    return twin("abstract")(entry, _)


def isbn_of_ten(value: str) -> str | None:
    """The ISBN of ten digits that is the same as one of thirteen."""
    digits = re.sub(r"\D", "", value)
    if len(digits) != 13:
        return None
    rest = -sum(int(d) * (10 - n) for n, d in enumerate(digits[3:12])) % 11
    return digits[3:12] + ("X" if rest == 10 else str(rest))


def unused(entry: Entry, _: Dice) -> Damaged:
    """A work that nobody cites: due at the first of those that are not cited."""
    return Damaged(entry.text + "\n" + book("nobodycites1999", ""), entry.text.count("\n") + 2)


TABLE = (
    Planned("BIB333", "a given name mistyped", beside(respelt(r", (\w)(\w)(\w+)$", r", \1\2\2\3"), "^  author")),
    Planned("BIB333", "initials for a name", beside(respelt(r", (\w)\w+$", r", \1."), "^  author")),
    Planned("BIB333", "an umlaut lost", beside(respelt(r"ü", r"u"), "^  author")),
    Planned("BIB333", "an umlaut spelt out", beside(respelt(r"ü", r"ue"), "^  author")),
    Planned(
        "BIB340",
        "an article more",
        beside(journal(lambda n: f"The {n}" if n.startswith("J") else n), "^  journaltitle"),
    ),
    Planned(
        "BIB340",
        "abbreviated",
        beside(
            journal(
                lambda n: n.replace("Journal of Development Economics", "J. Dev. Econ.").replace(
                    "American Economic Review", "Am. Econ. Rev."
                )
            ),
            "^  journaltitle",
        ),
    ),
    Planned("BIB340", "and for the ampersand", beside(journal(lambda n: n.replace("\\&", "and")), "^  journaltitle")),
    Planned("BIB340", "in small letters", beside(journal(lambda n: n.capitalize()), "^  journaltitle")),
    Planned("BIB342", "a key mistyped", change("crossref", lambda v, d: v.replace("whole", "hwole"))),
    Planned("BIB342", "a house that was deleted", change("xdata", "house:999")),
    Planned("BIB342", "a relation to nothing", add("related", "lost1987", "book")),
    Planned("BIB342", "a whole that was left behind", children("  crossref = {oldmills1987},\n", "^  crossref")),
    Planned("BIB343", "a chapter that inherits from itself", children("  crossref = {KEY},\n", "^  crossref")),
    Planned("BIB343", "two chapters in a circle", circle),
    Planned("BIB343", "two houses in a circle", houses),
    Planned("BIB344", "fields from a book", children("  xdata = {OTHER},\n", "^  xdata")),
    Planned("BIB344", "a field that is not there", children("  location = {xdata=house:0-venue},\n", "^  location")),
    Planned("BIB345", "an alias that is a key", children("  ids = {OTHER},\n", "^  ids")),
    Planned(
        "BIB345",
        "an alias of two",
        beside(
            lambda e, d: (
                child(f"{e.key}n", f"  ids = {{{e.key}old}},\n")
                + "\n"
                + book(f"{e.key}m", f"  ids = {{{e.key}old}},\n")
            ),
            r"(?<=999},\n  publisher = \{Routledge\},\n)  ids",
        ),
    ),
    Planned("BIB350", "the same DOI", beside(twin("doi"), "^  doi")),
    Planned("BIB350", "the same DOI in capitals", beside(twin("doi", str.upper), "^  doi")),
    Planned("BIB350", "the same DOI as an address", beside(twin("doi", lambda v: f"https://doi.org/{v}"), "^  doi")),
    Planned("BIB351", "small letters in the title", beside(copy("title", lambda v: v.capitalize()), r"(?i)^\s*title")),
    Planned(
        "BIB351",
        "no given names",
        beside(copy("author", lambda v: re.sub(r", (\w)[\w-]*", r", \1.", v)), r"(?i)^\s*title"),
    ),
    Planned("BIB351", "a year later", beside(copy("year|date", lambda v: str(int(v[:4]) + 1)), r"(?i)^\s*title")),
    Planned("BIB351", "a slip in the title", beside(copy("title", lambda v: v.replace("e", "", 1)), r"(?i)^\s*title")),
    Planned(
        "BIB351",
        "without braces",
        beside(copy("title", lambda v: v.replace("{", "").replace("}", "") if "\\" not in v else v), r"(?i)^\s*title"),
    ),
    Planned("BIB352", "the abstract pasted into the wrong entry", beside(capitals, "^  abstract")),
    Planned("BIB353", "the same address", beside(twin("url"), "^  url")),
    Planned(
        "BIB353", "the same address without its s", beside(twin("url", lambda v: v.replace("https", "http")), "^  url")
    ),
    Planned("BIB353", "the same ISBN", beside(twin("isbn"), "^  isbn")),
    Planned("BIB353", "the same ISBN, with ten digits", beside(twin("isbn", isbn_of_ten), "^  isbn")),
    Planned("BIB360", "a preprint beside its paper", preprint),
    Planned("BIB360", "a working paper beside its paper", working_paper),
    Planned("BIB362", "the second edition beside the third", editions),
    Planned("BIB362", "what says so itself", replaced),
    Planned("CIT202", "nobody cites it", unused),
)
