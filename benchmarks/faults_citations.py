"""The table of faults in how a brief cites, CIT. What a fault gives is a paragraph, or with `---` a whole brief."""

from __future__ import annotations

import re
from collections.abc import Callable

from damage import Damaged, Dice, Fault, Planned, slip
from good_entries import Entry

FRONT = "---\ntitle: Water in the districts\nauthors: [Water Desk]\ndate: 2025-06-01\nlang: en\n---\n\n"


def text(pattern: str, line: int = 1, only: Callable[[Entry], object] = lambda e: True) -> Fault:
    """A paragraph about an entry: K is its key, S a slip of it, F its first author, Y its year, P and Q its pages."""

    def damage(entry: Entry, dice: Dice) -> Damaged | None:
        if not only(entry) or ("{F}" in pattern and not entry.family) or ("{Y}" in pattern and not entry.year):
            return None
        found = re.fullmatch(r"(\d+)--(\d+)", entry.fields.get("pages", ""))
        if not found and re.search(r"\{[PQ]\}|\{Q\+\}", pattern):
            return None
        first, last = (int(found[1]), int(found[2])) if found else (0, 0)
        values = {"K": entry.key, "S": slip(entry.key, dice), "F": entry.family, "Y": entry.year, "P": str(first + 1)}
        values |= {"Q": str(last - 1), "Q+": str(last + 40), "P-": str(first - 3), "U": entry.key.upper()}
        values |= {"B": str(int(entry.year or "0") - 7), "C": entry.key.capitalize()}
        return Damaged(re.sub(r"\{([KSFYPQUBC][+-]?)\}", lambda m: values[m[1]], pattern), line)

    return damage


def paged(entry: Entry) -> bool:
    """Whether it is an article with a first page and a last."""
    pages = re.fullmatch(r"(\d+)--(\d+)", entry.fields.get("pages", ""))
    return bool(pages) and entry.kind == "article" and int(pages[1]) > 9 if pages else False


def long(entry: Entry) -> bool:
    """Whether it is a book."""
    return entry.kind == "book" and entry.writer in ("zotero", "jabref")


def personal(entry: Entry) -> bool:
    """Whether one person alone wrote it."""
    author = entry.fields.get("author", "")
    return bool(author) and " and " not in author and not author.startswith("{") and "," in author


def apart(entry: Entry) -> bool:
    """Whether the key has capitals other than its own when it is written with one."""
    return entry.key[0].islower()


OWN = FRONT.replace("Water Desk", "Ada Nordstein") + "".join(
    f"Prices rose in place {n} [@own{n}].\n\n" for n in range(5) for _ in "ab"
)
TABLE = (
    Planned("CIT201", "two letters swapped", text("Tariffs rose by 4% in 2019 [@{S}].")),
    Planned("CIT201", "in a group", text("Tariffs rose by 4% in 2019 [@{K}; @{S}, p. 4].")),
    Planned("CIT201", "in the text", text("As @{S} shows, tariffs rose by 4%.")),
    Planned("CIT201", "in a note", text("Tariffs rose by 4% in 2019.[^n]\n\n[^n]: See @{S}.", 3)),
    Planned("CIT201", "a letter more", text("Tariffs rose by 4% in 2019 [see @{K}x].")),
    Planned(
        "CIT201",
        "in a table's source",
        text('| Year | Price |\n|---|---|\n| 2019 | 4.20 |\n\n: Prices rose by 4%. {#tbl-a source="@{S}"}', 5),
    ),
    Planned("CIT203", "a capital", text("Tariffs rose by 4% in 2019 [@{C}].", only=apart)),
    Planned("CIT203", "all capitals", text("As @{U} shows, tariffs rose by 4%.", only=apart)),
    Planned("CIT204", "twice", text("Tariffs rose by 4% in 2019 [@{K}; @{K}].")),
    Planned("CIT204", "twice with words", text("Tariffs rose by 4% in 2019 [see @{K}; but also @{K}].")),
    Planned("CIT205", "a bracket not closed", text("Tariffs rose by 4% in 2019 [@{K}.")),
    Planned("CIT205", "no key after the at", text("Tariffs rose by 4% in 2019 [see @{K}; @].")),
    Planned("CIT205", "LaTeX", text("Tariffs rose by 4% in 2019 \\cite{{K}}.")),
    Planned("CIT205", "a comma between keys", text("Tariffs rose by 4% in 2019 [@{K}, @own1].")),
    Planned("CIT205", "no at", text("Tariffs rose by 4% in 2019 [{K}].")),
    Planned("CIT205", "a blank after the at", text("Tariffs rose by 4% in 2019 [@ {K}].")),
    Planned("CIT206", "an address", text("Tariffs rose by 4% in 2019 (https://www.oecd.org/water/tariffs.pdf).")),
    Planned("CIT206", "a DOI", text("Tariffs rose by 4% in 2019 (doi:10.2166/wp.2019.117).")),
    Planned("CIT206", "an address in a note", text("Tariffs rose by 4%.[^n]\n\n[^n]: <https://www.oecd.org/water>", 3)),
    Planned("CIT206", "without a scheme", text("Tariffs rose by 4% in 2019, see www.oecd.org/water/tariffs.")),
    Planned("CIT207", "after the stop", text("Tariffs rose by 4% in 2019. [@{K}]")),
    Planned("CIT207", "after the stop, more follows", text("Tariffs rose by 4% in 2019. [@{K}] Wages fell [@own1].")),
    Planned("CIT208", "another author", text("As Ostlund argues [@{K}], tariffs rose by 4%.", only=personal)),
    Planned("CIT208", "another year", text("As {F} wrote in {B} [@{K}], tariffs rose by 4%.", only=personal)),
    Planned(
        "CIT208",
        "another author, according to",
        text("According to Bachmoor [-@{K}], tariffs rose by 4%.", only=personal),
    ),
    Planned(
        "CIT208",
        "another year in parentheses",
        text("{F} ({B}) shows that tariffs rose by 4% [@{K}].", only=personal),
        ("CIT209",),
    ),
    Planned("CIT209", "in parentheses", text("Tariffs rose by 4% in 2019 ({F} {Y}).", only=personal)),
    Planned("CIT209", "with a comma and pages", text("Tariffs rose by 4% in 2019 ({F}, {Y}, p. 12).", only=personal)),
    Planned("CIT209", "the year in parentheses", text("{F} ({Y}) shows that tariffs rose by 4%.", only=personal)),
    Planned("CIT209", "et al.", text("Tariffs rose by 4% in 2019 (see {F} et al., {Y}).")),
    Planned("CIT209", "two works", text("Tariffs rose by 4% in 2019 ({F} {Y}; Ostlund & Feld 2011).")),
    Planned("CIT210", "words of a book", text('The law was "a promise that nobody meant to keep" [@{K}].', only=long)),
    Planned(
        "CIT210",
        "a figure of a book",
        text("Wages fell slowly [@{K}, p. 12]. Tariffs rose by 4.2% in 2019 [@{K}].", only=long),
    ),
    Planned("CIT211", "beyond the end", text("Tariffs rose by 4% in 2019 [@{K}, p. {Q+}].", only=paged)),
    Planned("CIT211", "before the beginning", text("Tariffs rose by 4% in 2019 [@{K}, p. {P-}].", only=paged)),
    Planned("CIT211", "a range that runs out", text("Tariffs rose by 4% in 2019 [@{K}, pp. {Q}--{Q+}].", only=paged)),
    Planned("CIT211", "in the text", text("As @{K} [p. {Q+}] shows, tariffs rose by 4%.", only=paged)),
    Planned("CIT212", "the number before the word", text("Tariffs rose by 4% in 2019 [@{K}, {P} p.].", only=paged)),
    Planned("CIT212", "a German page", text("Tariffs rose by 4% in 2019 [@{K}, S. {P}].", only=paged)),
    Planned("CIT212", "pg.", text("Tariffs rose by 4% in 2019 [@{K}, pg. {P}].", only=paged)),
    Planned("CIT212", "a colon", text("Tariffs rose by 4% in 2019 [@{K}: {P}].", only=paged)),
    Planned("CIT212", "a word typed wrong", text("Tariffs rose by 4% in 2019 [@{K}, pgae {P}].", only=paged)),
    Planned("CIT213", "cited in", text("Tariffs rose by 4% in 2019 (Audit Office 2001, cited in @{K}).")),
    Planned("CIT213", "quoted in", text("Tariffs rose by 4% in 2019 [quoted in @{K}].")),
    Planned("CIT213", "as cited by", text("Tariffs rose by 4%, as the auditors found [as cited in @{K}, 12].")),
    Planned(
        "CIT214",
        "a brief that cites nothing",
        lambda e, d: Damaged(FRONT + "# Findings\n\nTariffs rose by 4% in 2019.\n", 1),
    ),
    Planned("CIT215", "nothing but one's own", lambda e, d: Damaged(OWN, 3)),
    Planned("CIT216", "in a heading", text("## Tariffs rose by 4% [@{K}]\n\nSo it went.")),
    Planned("CIT216", "in a heading, by its key", text("### What @{K} found\n\nSo it went.")),
)
