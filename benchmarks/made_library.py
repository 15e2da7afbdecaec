"""A number in, a BibTeX library of so many made-up entries out, a kilobyte each; the same number, the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SUBJECTS = """water supply pumps policy finance repair rural district evidence cost benefit impact reform public service
energy transition carbon trade sanctions missile programme export control review survey estimate growth labour market
health education housing transport regional national global village season transfer budget audit record""".split()
FAMILIES = "Nord Süd West Ost Berg Feld Holm Lund Strand Wald Bach Stein Moor Heide Ufer Hafen".split()
GIVEN = "Ada Bo Cem Dag Eva Flo Gil Hal Ida Jo Kim Lea Mia Nis Ola Pia".split()
TYPES = ("article", "article", "article", "report", "book", "inproceedings", "online", "thesis")

HEAD = "@{type}{{key{number},\n  author = {{{authors}}},\n  title = {{{title}}},\n  date = {{{year}}},\n"
FIELDS = {
    "article": "  journaltitle = {{Journal of {word} and {other}}},\n  volume = {{{volume}}},\n"
    "  number = {{{issue}}},\n  pages = {{{page}--{last}}},\n  doi = {{10.5555/x.{year}.{number}}},\n",
    "report": "  institution = {{{{Office of {word} and {other}}}}},\n  number = {{{issue}-{number}}},\n",
    "book": "  publisher = {{{word} Press}},\n  location = {{Port {other}}},\n  edition = {{{issue}}},\n",
    "inproceedings": "  booktitle = {{Proceedings of the Meeting on {word} and {other}}},\n"
    "  pages = {{{page}--{last}}},\n",
    "online": "  organization = {{{{{word} Watch}}}},\n",
    "thesis": "  type = {{phdthesis}},\n  institution = {{University of {word}}},\n",
}
TAIL = "  url = {{https://{type}s.test/{year}/{number}}},\n  urldate = {{2026-01-{day:02}}},\n"
REST = "  keywords = {{{word}, {other}}},\n  langid = {{english}},\n  abstract = {{{abstract}}}\n}}\n\n"


def make_library(count: int) -> Iterator[str]:
    """The entries of a library, one text each."""
    choose = Random(count)  # noqa: S311 - the same every time
    return (make_entry(choose, number) for number in range(count))


def make_entry(choose: Random, number: int) -> str:
    """One entry, as a reference manager exports it."""
    kind = choose.choice(TYPES)
    words = [choose.choice(SUBJECTS) for _ in range(10)]
    page = choose.randrange(1, 900)
    values = {
        **{"type": kind, "number": number, "year": choose.randrange(1980, 2026), "day": choose.randrange(1, 29)},
        **{"volume": choose.randrange(1, 90), "issue": choose.randrange(2, 12), "page": page, "last": page + 14},
        **{"title": f"{' '.join(words).capitalize()} {number}", "word": words[0].title(), "other": words[1].title()},
        "authors": " and ".join(make_name(choose) for _ in range(choose.randint(1, 4))),
        "abstract": " ".join(choose.choice(SUBJECTS) for _ in range(70)) + ".",
    }
    return (HEAD + FIELDS[kind] + TAIL + REST).format_map(values)


def make_name(choose: Random) -> str:
    """`Family, Given`."""
    return f"{choose.choice(FAMILIES)}{choose.choice(FAMILIES).lower()}, {choose.choice(GIVEN)}"
