"""Generated libraries, sound and damaged: nothing is lost in silence, places are right, pandoc takes what we write."""

from __future__ import annotations

import json
import logging
import re
import subprocess
from datetime import date

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit.check import check_library
from briefkit.config import Config
from briefkit.library import read_library, resolve, statistics
from briefkit.library.biblatex import as_biblatex
from briefkit.library.bibtex import as_bibtex, write_entries
from briefkit.library.dates import fault_of_date
from briefkit.library.numbers import judge_number
from briefkit.library.ranges import Fault, judge_pages, read_ranges
from briefkit.model import Library, Source
from briefkit.report.library_report import write_statistics

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

HEAD = re.compile(r"(?m)^(?=[^\S\n]*@\s*([^\s{(\"@,=]+)\s*[{(]\s*([^,\s}]*))")
NUMBERS = ("edition", "volume", "number")
NO_ENTRY = ("comment", "string", "preamble")

KEYS = st.text("abcXYZ019:-_é", min_size=1, max_size=6)
WORDS = st.text(st.sampled_from("ab é{}\"'@%#\\$&~,=\n()"), max_size=30)
NAMES = st.sampled_from(("title", "author", "year", "note", "journal", "url", "crossref", "xdata", "abstract"))
TYPES = st.sampled_from(("article", "book", "misc", "techreport", "inproceedings", "proceedings", "xdata", "Online"))
SCRAPS = st.sampled_from(
    ("@", "{", "}", "(", ")", '"', ",", "=", "#", "%", "\\", "\n", " ", "@article{", "@misc(k,", "@comment{",
     "@string{", "@ book {", "article{x, title=", "\n@x{y}", "% @book{z,", "title = {X},\n",
     "\0", "\u2028", "\r", "\n}\n")
)  # fmt: skip


def balance(words: str) -> str:
    """Words whose braces are in order, for a sound value; an `@` that opens a line may well open an entry."""
    return re.sub(r"\n[\s@]+", "\n", re.sub(r"[{}\\]", "", words))


FIELDS = st.lists(st.tuples(NAMES, WORDS.map(balance)), max_size=4, unique_by=lambda field: field[0])
ENTRIES = st.lists(st.tuples(TYPES, KEYS, FIELDS), max_size=5, unique_by=lambda entry: entry[1])


def write(entries: list[tuple[str, str, list[tuple[str, str]]]]) -> str:
    """A library as a person would write it."""
    bodies = ("".join(f"  {name} = {{{value}}},\n" for name, value in fields) for _, _, fields in entries)
    return "\n".join(f"@{kind}{{{key},\n{body}}}\n" for (kind, key, _), body in zip(entries, bodies, strict=True))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A library after some slips of the hand."""
    text = draw(ENTRIES.map(write))
    for _ in range(draw(st.integers(1, 6))):
        at, width = draw(st.integers(0, len(text))), draw(st.integers(0, 3))
        text = text[:at] + draw(SCRAPS | st.just("")) + text[at + width :]
    return text


def read(text: str) -> Library:
    return read_library([("references.bib", text)])


def named_lines(library: Library) -> set[int]:
    sources = {source.place.line for source in library.sources.values()}
    return sources | {problem.place.line for problem in library.problems}


def check_nothing_is_lost(text: str) -> None:
    named = named_lines(read(text))
    for head in HEAD.finditer(text):
        line = text.count("\n", 0, text.index("@", head.start())) + 1
        assert head[1].lower() in NO_ENTRY or line in named, head[0]


@given(ENTRIES)
def test_a_sound_library_is_read_as_it_was_written(entries: list[tuple[str, str, list[tuple[str, str]]]]) -> None:
    library = read(write(entries))
    for kind, key, fields in entries:
        source = library.sources[key]
        assert source.type == kind.lower()
        assert {name: field.value for name, field in source.fields.items()} == dict(fields)
    assert {problem.code for problem in library.problems} <= {"BIB342", "BIB343", "BIB346", "BIB347"}


@given(damaged())
@settings(max_examples=300)
def test_every_entry_of_a_damaged_library_is_read_or_named(text: str) -> None:
    check_nothing_is_lost(text)


@given(st.lists(SCRAPS | KEYS, max_size=40).map("".join))
@settings(max_examples=300)
def test_every_entry_of_a_heap_of_scraps_is_read_or_named(text: str) -> None:
    check_nothing_is_lost(text)


@given(ENTRIES)
def test_what_is_exported_is_read_as_it_was_typed(entries: list[tuple[str, str, list[tuple[str, str]]]]) -> None:
    library = read(write(entries))
    again = read(write_entries(library.sources.values()))
    assert {key: _typed(source) for key, source in again.sources.items()} == {
        key: _typed(source) for key, source in library.sources.items()
    }


def _typed(source: Source) -> tuple[str, dict[str, str]]:
    return source.type, {name: field.value for name, field in source.fields.items()}


@given(damaged())
def test_an_export_of_a_damaged_library_loses_no_entry(text: str) -> None:
    sources = resolve(library := read(text), tuple(library.sources))
    for exported in (sources, [as_bibtex(source) for source in sources]):
        assert list(read(write_entries(exported)).sources) == list(library.sources)


@given(st.text() | damaged())
def test_no_text_whatever_makes_reading_fail(text: str) -> None:
    library = read(text)
    as_biblatex(resolve(library, list(library.sources)))
    found = check_library(library, Config(), used=frozenset(library.sources), today="2024-01-01")
    json.dumps(write_statistics(statistics(library, dict.fromkeys(library.sources, 1), found), 80).decode())
    assert library.counted >= len(library.sources)


@given(damaged())
def test_every_place_lies_in_the_text_and_every_entry_at_its_sign(text: str) -> None:
    library, lines = read(text), text.split("\n")
    for place in [problem.place for problem in library.problems]:
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert (place.line, place.column) <= (place.end_line, place.end_column)
    for source in library.sources.values():
        assert lines[source.place.line - 1][source.place.column - 1] == "@"
        for name, field in source.fields.items():
            assert name in lines[field.line - 1].lower()


@given(damaged())
def test_what_is_written_is_read_back(text: str) -> None:
    library = read(text)
    sources = resolve(library, list(library.sources))
    again = read(as_biblatex(sources))
    assert list(again.sources) == [source.key for source in sources]
    found = {
        problem.code for problem in again.problems if "has no partner" not in problem.message
    }  # `\{` alone stays so
    assert not found & {"BIB301", "BIB303", "BIB311"}


@pytest.mark.slow
@given(st.lists(damaged(), min_size=20, max_size=20))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_pandoc_takes_what_we_write_and_gives_our_keys_back(texts: list[str]) -> None:
    """Many libraries at once: pandoc costs more to start than to read."""
    library = read_library([(f"{number}.bib", text) for number, text in enumerate(texts)])
    sources = resolve(library, list(library.sources))
    written = as_biblatex(sources)
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, input=written.encode(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    given_back = {item["id"] for item in json.loads(done.stdout)}
    assert given_back == {source.key for source in sources if source.type != "xdata"}


@given(st.dates(), st.sampled_from(("%Y", "%Y-%m", "%Y-%m-%d")))
def test_every_day_of_the_calendar_is_a_date(day: date, form: str) -> None:
    written = f"{day.year:04}" + day.strftime(form.removeprefix("%Y"))
    assert fault_of_date(written) == ("", "")


@given(st.text("0123456789-/.~?%XTZ:", max_size=30) | st.text(max_size=30))
def test_a_value_is_judged_whatever_it_holds(value: str) -> None:
    fault, cure = fault_of_date(value)
    assert bool(fault) == bool(cure)
    assert judge_pages(value)[0] in Fault
    assert all(start <= end for start, end in read_ranges(value))
    assert all(bool(fault) == bool(cure) for fault, cure in map(judge_number, NUMBERS, (value,) * len(NUMBERS)))
