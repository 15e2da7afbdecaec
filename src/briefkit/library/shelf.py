"""All files of a library in, one `Library` out: each read page by page, keys compared across them, links followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import normalize

from briefkit.library.blocks import Block, Broken, Entry
from briefkit.library.damage import describe_broken
from briefkit.library.entries import Reading, describe_repeated, read_entry, read_strings
from briefkit.library.links import find_link_problems
from briefkit.library.oddities import Oddity, find_oddities, tell_oddities
from briefkit.library.pages import Page, open_pages
from briefkit.library.reader import has_macros, read_blocks
from briefkit.library.strays import find_strays, list_unsettled_lines
from briefkit.model import Library, Place, Problem, Progress, Related, Source, be_quiet
from briefkit.values import Value, replace


class Contents(Value):
    """What stands on a page: entries with their blocks, problems, oddities, and how many entries its text holds."""

    readings: tuple[tuple[Entry, Reading], ...]
    problems: tuple[Problem, ...]
    oddities: tuple[Oddity, ...]
    counted: int


def read_library(texts: Sequence[tuple[str, str]], progress: Progress = be_quiet) -> Library:
    """Read `(path, text)` pairs as one library; never raises: what cannot be read is in its problems."""
    files = [tuple(open_pages(path, text)) for path, text in texts]
    strings = read_strings(page for pages in files for page in pages if has_macros(page))
    contents = [list(_read_pages(pages, strings.values, progress)) for pages in files]
    readings = [reading for found in contents for content in found for _, reading in content.readings]
    first = _gather(readings)
    sources = {key: source for key, (source, _) in first.items()}
    places = {(key, name): place for key, (_, links) in first.items() for name, place in links.items()}
    problems = [*strings.problems, *(problem for found in contents for problem in tell_contents(found))]
    problems += [*find_twins(readings, sources), *find_lookalikes(sources), *find_link_problems(sources, places)]
    paths = tuple(path for path, _ in texts)
    return Library(paths, sources, sort_problems(problems, paths), sum(c.counted for found in contents for c in found))


def read_page(page: Page, strings: Mapping[str, str]) -> Contents:
    """Read all that stands on a page; `strings` are the `@string`s of the whole library."""
    blocks: list[Block] = []
    readings: list[tuple[Entry, Reading]] = []
    for block, items in read_blocks(page):
        blocks.append(block)
        readings += [(block, read_entry(page, block, items, strings))] if isinstance(block, Entry) else []
    counted, strays = find_strays(page, tuple(blocks))
    broken = (describe_broken(page, block) for block in blocks if isinstance(block, Broken))
    unsettled = list_unsettled_lines(page)
    inside = (
        problem
        for entry, reading in readings
        for problem in reading.problems
        if problem.place.line not in unsettled or problem.place.line == page.line(entry.start)
    )
    problems = (*inside, *broken, *strays)
    return Contents(tuple(readings), problems, tuple(find_oddities(page, blocks)), counted)


def _read_pages(pages: Sequence[Page], strings: Mapping[str, str], progress: Progress) -> Iterator[Contents]:
    todo, done = sum(len(page.text) for page in pages), 0
    for page in pages:
        yield read_page(page, strings)
        done += len(page.text)
        progress("Reading", done, todo)


def tell_contents(pages: Iterable[Contents]) -> Iterator[Problem]:
    """The problems of the pages of one file."""
    oddities: list[Oddity] = []
    for contents in pages:
        yield from contents.problems
        oddities += contents.oddities
    yield from tell_oddities(oddities)


def _gather(readings: Iterable[Reading]) -> dict[str, tuple[Source, Mapping[str, Place]]]:
    """The first source of each key, with the places of its links."""
    first: dict[str, tuple[Source, Mapping[str, Place]]] = {}
    for reading in readings:
        if reading.source:
            first.setdefault(reading.source.key, (reading.source, reading.links))
    return first


def find_twins(readings: Iterable[Reading], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Keys that are used again; `sources` has the first of each."""
    for source in (reading.source for reading in readings):
        if source and sources[source.key] is not source:
            what = f"The key '{source.key}' is used"
            told = describe_repeated(what, source.place, sources[source.key].place, "BIB303")
            yield replace(told, key=source.key)


def shape(key: str) -> str:
    """What a key looks like: the same for two that differ in capitals or in how their letters are composed."""
    return (key if key.isascii() else normalize("NFC", key)).casefold()


def find_lookalikes(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Keys that differ in capitals only, or are made of other characters that look the same; both entries are kept."""
    shapes: dict[str, Source] = {}
    for key, source in sources.items():
        twin = shapes.setdefault(shape(key), source)
        if twin is not source:
            yield _describe_lookalike(source, twin)


def _describe_lookalike(source: Source, twin: Source) -> Problem:
    """Two keys that nobody can tell apart are grave: which of them is cited, is not to be seen."""
    same = normalize("NFC", source.key) == normalize("NFC", twin.key)
    how = "looks the same and is made of other characters" if same else "differs in capitals only"
    message = f"The key '{source.key}' is like '{twin.key}' in line {twin.place.line}: it {how}"
    related = (Related(twin.place, f"the entry '{twin.key}'"),)
    return Problem("BIB304", source.place, message, "give one of them another key", related, step=int(same))


def sort_problems(problems: Iterable[Problem], paths: tuple[str, ...]) -> tuple[Problem, ...]:
    """The problems in the order of the files and of their places."""
    rank = {path: number for number, path in reversed(list(enumerate(paths)))}
    return tuple(sorted(problems, key=lambda one: (rank[one.place.path], one.place, one.code, one.message)))
