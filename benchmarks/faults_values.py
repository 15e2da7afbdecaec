"""The table of faults in what single values say: BIB319 to BIB341 and those that stand alone after them, and DOC813."""

from __future__ import annotations

import re

from damage import Changing, Damaged, Dice, Planned, add, another_digit, change, drop
from good_entries import Entry


def swap(value: str, _: Dice) -> str | None:
    """A number with two neighbouring digits swapped that are not the same."""
    found = re.search(r"(\d)(?!\1)(\d)", value[4:])
    return value[: 4 + found.start()] + found[2] + found[1] + value[4 + found.end() :] if found else None


def span(joint: str, before: str = "", after: str = "") -> Changing:
    """A range of pages with something else between."""

    def write(value: str, _: Dice) -> str | None:
        return before + value.replace("--", joint) + after if re.fullmatch(r"\d+--\d+", value) else None

    return write


def backwards(value: str, _: Dice) -> str | None:
    """A range of pages from its end to its beginning."""
    first, joint, last = value.partition("--")
    return f"{last}--{first}" if joint and first.isdigit() and last.isdigit() and len(first) == len(last) else None


def bare(value: str, _: Dice) -> str | None:
    """A title without the braces of its names."""
    return value.replace("{", "").replace("}", "") if re.search(r"\{[A-Z][A-Za-z ]+\}", value) else None


def persons(joint: str) -> Changing:
    """Two authors or more with something else than `and` between."""
    return lambda value, _: (
        value.replace(" and ", joint) if " and " in value and "{" not in value[:1] and "others" not in value else None
    )


def first_author(form: str) -> Changing:
    """The authors with something done to the first."""

    def write(value: str, _: Dice) -> str | None:
        first, joint, rest = value.partition(" and ")
        return form.format(first) + joint + rest if "," in first and not first.startswith("{") else None

    return write


NEW = "zotero|jabref"
ENGLISH = r"^(?!.*langid = \{(german|french|spanish)).*"
TABLE = (
    Planned("BIB319", "a thirteenth month", change("date", lambda v, d: f"{v[:4]}-13-05")),
    Planned("BIB319", "the date of a German letter", change("date", lambda v, d: f"12.05.{v[:4]}")),
    Planned("BIB319", "the date of an American form", change("date", lambda v, d: f"05/23/{v[:4]}")),
    Planned("BIB319", "the month in words", change("date", lambda v, d: f"May {v[:4]}")),
    Planned("BIB319", "a day that never was", change("date", lambda v, d: f"{v[:4]}-02-30")),
    Planned("BIB319", "a letter for a digit", change("date", lambda v, d: f"{v[:3]}l")),
    Planned("BIB319", "no zeros", change("date", lambda v, d: f"{v[:4]}-5-3")),
    Planned("BIB319", "the end before the beginning", change("date", lambda v, d: f"{v[:4]}/{int(v[:4]) - 3}")),
    Planned("BIB319", "a day of access that never was", change("urldate", "2024-06-31"), ("BIB328",)),
    Planned("BIB320", "a digit lost", change("year", lambda v, d: v[:3])),
    Planned("BIB320", "a digit twice", change("year", lambda v, d: v + v[-1])),
    Planned("BIB320", "the future", change("year", "2204")),
    Planned("BIB320", "a date in the future", change("date", "2091-03"), ("BIB364",)),
    Planned("BIB320", "no digits", change("year", "n.d."), ("BIB364",)),
    Planned("BIB321", "a typed slip", change("month", "Febuary")),
    Planned("BIB321", "a thirteenth month", change("month", "13")),
    Planned("BIB321", "an unknown month", change("month", "??")),
    Planned("BIB321", "nought", change("month", "0")),
    Planned("BIB322", "as an address", change("doi", lambda v, d: f"https://doi.org/{v}")),
    Planned("BIB322", "as an old address", change("doi", lambda v, d: f"http://dx.doi.org/{v}")),
    Planned("BIB322", "with its name", change("doi", lambda v, d: f"DOI: {v}")),
    Planned("BIB322", "a comma for the stop", change("doi", lambda v, d: v.replace("10.", "10,", 1))),
    Planned("BIB322", "the first digit not copied", change("doi", lambda v, d: v[1:])),
    Planned("BIB322", "the stop of the sentence copied", change("doi", lambda v, d: v + ".")),
    Planned("BIB322", "a blank in it", change("doi", lambda v, d: v.replace("/", "/ ", 1))),
    Planned("BIB322", "the address of the publisher", change("doi", "https://www.tandfonline.com/toc/rgaf20/current")),
    Planned("BIB323", "a digit mistyped", change("isbn", another_digit)),
    Planned("BIB323", "two digits swapped", change("isbn", swap)),
    Planned("BIB323", "a digit lost", change("isbn", lambda v, d: re.sub(r"\d(\D*\d)$", r"\1", v))),
    Planned(
        "BIB323", "O for 0", change("isbn", lambda v, d: v[:5] + v[5:].replace("0", "O", 1) if "0" in v[5:] else None)
    ),
    Planned("BIB324", "a digit mistyped", change("issn", another_digit)),
    Planned("BIB324", "a digit too many", change("issn", lambda v, d: v + "4")),
    Planned("BIB324", "the ISBN", change("issn", "978-3-16-148410-0")),
    Planned("BIB325", "a month that is none", change("eprint", lambda v, d: f"2213.{d.randint(10000, 20000)}")),
    Planned("BIB325", "a digit too many", change("eprint", lambda v, d: "2103.1234567")),
    Planned("BIB325", "a stop lost", change("eprint", lambda v, d: "210312345")),
    Planned("BIB325", "PubMed's number with letters", add("pmid", "23l93287", "article")),
    Planned("BIB325", "PubMed Central's without a number", add("pmcid", "PMC", "article")),
    Planned("BIB326", "no scheme", change("url", lambda v, d: v.removeprefix("https://"))),
    Planned("BIB326", "a letter lost", change("url", lambda v, d: v.replace("https", "htps", 1))),
    Planned("BIB326", "a slash lost", change("url", lambda v, d: v.replace("//", "/", 1))),
    Planned(
        "BIB326",
        "a blank in it",
        change("url", lambda v, d: v.replace("reports/", "annual reports/", 1) if "reports/" in v else None),
    ),
    Planned("BIB326", "pasted twice", change("url", lambda v, d: "https://" + v)),
    Planned("BIB326", "two addresses", change("url", lambda v, d: f"{v}; https://www.who.int/data")),
    Planned("BIB326", "the colon lost", change("url", lambda v, d: v.replace("://", "//", 1))),
    Planned("BIB326", "what was said for it", change("url", "see the library desk")),
    Planned("BIB327", "a page and no day", drop("urldate", r"online (zotero|jabref)", r"^\s*url\s*=")),
    Planned(
        "BIB328",
        "a day and no address",
        drop("url", r"(online|dataset|software|legislation) (zotero|jabref)", r"^\s*urldate\s*="),
    ),
    Planned("BIB328", "a day for a book", add("urldate", "2021-04-05", r"book (zotero|jabref)", "url|doi")),
    Planned("BIB328", "read before it was written", change("urldate", lambda v, d: "1991-01-02")),
    Planned("BIB329", "an address behind the title", change("title", lambda v, d: f"{v}. https://www.oecd.org/dac")),
    Planned("BIB329", "an address for the journal", change("journaltitle|journal", "www.econjournal.org/current")),
    Planned("BIB329", "an address for a booktitle", change("booktitle", "Online at http://www.proceedings.net/4")),
    Planned("BIB330", "an address and nothing else", lambda e, d: page(e)),
    Planned(
        "BIB330", "a title of nothing", drop("title", r"(online|dataset|software) (zotero|jabref)", r"^\s*url\s*=")
    ),
    Planned("BIB331", "and twice", change("author", persons(" and and "))),
    Planned("BIB331", "and at the end", change("author", lambda v, d: v + " and")),
    Planned("BIB331", "and at the beginning", change("author", lambda v, d: "and " + v, NEW)),
    Planned("BIB331", "et al.", change("author", first_author("{} et al."))),
    Planned("BIB331", "et al. as a name", change("author", lambda v, d: v + " and et al.", NEW)),
    Planned("BIB331", "semicolons", change("author", persons("; "))),
    Planned("BIB331", "ampersands", change("author", persons(" \\& "))),
    Planned("BIB331", "commas only", change("author", "Ada Nordstein, Bo Wald, Cem Feld, Eva Moor")),
    Planned("BIB331", "two commas in a row", change("author", first_author("{},,"))),
    Planned("BIB331", "the number of a footnote", change("author", first_author("{}1"))),
    Planned("BIB332", "a bank", change("author", "World Bank", "report|online|dataset")),
    Planned("BIB332", "an organisation with and", change("author", "Food and Agriculture Organization")),
    Planned("BIB332", "a department", change("author", "Department of Health, United Kingdom")),
    Planned("BIB332", "a ministry", change("author", "Ministry of Finance")),
    Planned("BIB332", "an institute abroad", change("author", "Statistisches Bundesamt")),
    Planned("BIB332", "an office beside a person", change("author", first_author("{} and National Audit Office"))),
    Planned(
        "BIB334",
        "from a bibliography in capitals",
        change("title", lambda v, d: v.upper() if "\\" not in v and "$" not in v else None),
    ),
    Planned("BIB335", "braces lost", change("title", bare, NEW)),
    Planned(
        "BIB335",
        "a country typed as it is",
        change("title", "How Farmers in Kenya Insure their Crops", "zotero (english|british|$)"),
    ),
    Planned(
        "BIB335",
        "a country and a city",
        change("title", "Counting Wells from London to Brazil", "zotero (english|british|$)"),
    ),
    Planned(
        "BIB336",
        "an export that protects everything",
        change("title", lambda v, d: "{" + v.replace("{", "").replace("}", "") + "}", NEW),
    ),
    Planned("BIB337", "pp.", change("pages", span("--", "pp. "))),
    Planned("BIB337", "a hyphen", change("pages", span("-"))),
    Planned("BIB337", "a dash of the word processor", change("pages", span("—"))),
    Planned("BIB337", "backwards", change("pages", backwards)),
    Planned("BIB337", "to", change("pages", span(" to "))),
    Planned("BIB337", "words after it", change("pages", span("--", "", " pages"))),
    Planned("BIB338", "an edition by its name", change("edition", "2nd ed.")),
    Planned("BIB338", "an edition in words with its name", change("edition", "Third Edition")),
    Planned("BIB338", "Vol.", change("volume", lambda v, d: f"Vol. {v}")),
    Planned("BIB338", "No.", change("number", lambda v, d: f"No. {v}", "article")),
    Planned("BIB338", "volume and issue in one", change("volume", lambda v, d: f"{v}(3)")),
    Planned("BIB338", "pages as well", change("volume", lambda v, d: f"{v}: 12--34")),
    Planned("BIB339", "cut off by the database", change("booktitle", "Proceedings of the International Conference on")),
    Planned("BIB339", "the pages", change("booktitle", lambda v, d: f"{v}, pp. 12--34")),
    Planned("BIB339", "the town and the year", lambda e, d: meeting(e, d)),
    Planned("BIB341", "a letter lost", add("langid", "englsh", "article", "langid|language")),
    Planned("BIB341", "two swapped", change("langid", "gemran")),
    Planned("BIB341", "a language and its country in words", change("langid", "english (UK)")),
    Planned("BIB361", "the publisher's word in the title", change("title", lambda v, d: f"RETRACTED: {v}", "article")),
    Planned("BIB361", "the same at the end", change("title", lambda v, d: f"{v} (Retracted Article)", "article")),
    Planned("BIB361", "a note of the reader", add("note", "Retracted by the journal in 2021", "article", "note")),
    Planned("BIB361", "in the list of the project", change("doi", "10.2166/withdrawn.2019.17", "article"), ("BIB350",)),
    Planned("BIB364", "a title to come", change("title", "TODO")),
    Planned("BIB364", "a name of a template", change("author", "Lastname, Firstname")),
    Planned("BIB364", "a year to come", change("year|date", "????"), ("BIB319", "BIB320")),
    Planned("BIB364", "a title of nothing", change("title", "Untitled")),
    Planned("BIB364", "an address of an example", change("url", "https://www.example.com/report")),
    Planned(
        "BIB364",
        "an address from a chat",
        change("url", lambda v, d: v.split("?")[0].split("#")[0] + "?utm_source=chatgpt.com"),
    ),
    Planned("BIB364", "a DOI made up", change("doi", "10.1234/abcd.5678")),
    Planned("BIB364", "pages to come", change("pages", "xx--xx"), ("BIB337",)),
    Planned("BIB364", "the publisher unknown", change("publisher", "Unknown")),
    Planned("BIB370", "a key from an import", lambda e, d: rename(e, "ref_12")),
    Planned("BIB370", "a key of a database", lambda e, d: rename(e, "WOS:000259")),
    Planned("BIB371", "a number of volumes in words", add("volumes", "several", "book")),
    Planned("BIB371", "pages in all from a catalogue", change("pagetotal", "345 p.")),
    Planned("BIB371", "keywords with semicolons", change("keywords", lambda v, d: v.replace(",", ";"))),
    Planned("BIB380", "a file on a disk", change("url", "file:///C:/Users/desk/Downloads/report.pdf"), ("BIB326",)),
    Planned(
        "BIB380", "a password in an address", change("url", "https://desk:summer2019@intranet.oecd.org/report.pdf")
    ),
    Planned(
        "BIB380",
        "a remark of the house",
        add("note", "Confidential: do not circulate outside the office", "report", "note"),
    ),
    Planned(
        "BIB380", "a path in a note", add("note", "Copy in C:\\Users\\desk\\Documents\\scan.pdf", "book|report", "note")
    ),
    Planned(
        "BIB380",
        "a key to a service",
        change("url", "https://api.worldbank.org/v2/report?api_key=9f8c7d6e5b4a39281706f5e4d3c2b1a0"),
    ),
    Planned("DOC813", "a blank without width", change("title", lambda v, d: v.replace(" ", " \u200b", 1))),
    Planned("DOC813", "a soft hyphen from a PDF", change("title", lambda v, d: v[:5] + "\u00ad" + v[5:], ENGLISH)),
    Planned("DOC813", "a sign that turns the line", change("author", lambda v, d: v + "\u202e", NEW)),
)


def page(entry: Entry) -> Damaged:
    """What a bookmark makes of a page."""
    return Damaged(
        f"@misc{{{entry.key},\n  url = {{https://www.oecd.org/dac/{entry.key}}},\n  urldate = {{2024-02-03}}\n}}\n", 2
    )


def rename(entry: Entry, key: str) -> Damaged:
    """The entry under a key that a program made."""
    return Damaged(entry.text.replace(entry.key, key, 1))


def meeting(entry: Entry, dice: Dice) -> Damaged | None:
    """The title of proceedings with the town and the days of the meeting."""
    return change("booktitle", lambda v, d: f"{v}, Lisbon, Portugal, 12--14 May {entry.year}" if entry.year else None)(
        entry, dice
    )
