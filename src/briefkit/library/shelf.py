"""All files of a library in, one `Library` out: each file read, keys compared across them, links followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from briefkit.library.blocks import Block, Broken, Entry
from briefkit.library.damage import describe_broken
from briefkit.library.entries import Reading, describe_repeated, read_entry, read_strings
from briefkit.library.links import find_link_problems
from briefkit.library.oddities import find_oddities
from briefkit.library.pages import Page, open_page
from briefkit.library.reader import read_blocks
from briefkit.library.strays import find_strays
from briefkit.model import Library, Place, Problem, Related, Source


@dataclass(frozen=True, slots=True)
class _Volume:
    """One file as read: its entries, its own problems, and how many entries its text holds."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    counted: int


def read_library(texts: Sequence[tuple[str, str]]) -> Library:
    """Read `(path, text)` pairs as one library; never raises: what cannot be read is in its problems."""
    pages = [open_page(path, text) for path, text in texts]
    strings = read_strings(pages)
    volumes = [_read_volume(page, strings.values) for page in pages]
    first = _gather(volumes)
    sources = {key: source for key, (source, _) in first.items()}
    places = {(key, name): place for key, (_, links) in first.items() for name, place in links.items()}
    problems = [*strings.problems, *(problem for volume in volumes for problem in volume.problems)]
    problems += [*_find_twins(volumes, sources), *_find_lookalikes(sources), *find_link_problems(sources, places)]
    paths = tuple(path for path, _ in texts)
    return Library(paths, sources, _sort(problems, paths), sum(volume.counted for volume in volumes))


def _read_volume(page: Page, strings: Mapping[str, str]) -> _Volume:
    blocks: list[Block] = []
    readings: list[Reading] = []
    for block, items in read_blocks(page):
        blocks.append(block)
        readings += [read_entry(page, block, items, strings)] if isinstance(block, Entry) else []
    counted, strays = find_strays(page, tuple(blocks))
    broken = (describe_broken(page, block) for block in blocks if isinstance(block, Broken))
    problems = (
        *(problem for reading in readings for problem in reading.problems),
        *broken,
        *strays,
        *find_oddities(page, blocks),
    )
    return _Volume(tuple(readings), problems, counted)


def _gather(volumes: Iterable[_Volume]) -> dict[str, tuple[Source, Mapping[str, Place]]]:
    """The first source of each key, with the places of its links."""
    first: dict[str, tuple[Source, Mapping[str, Place]]] = {}
    for reading in (reading for volume in volumes for reading in volume.readings):
        if reading.source:
            first.setdefault(reading.source.key, (reading.source, reading.links))
    return first


def _find_twins(volumes: Iterable[_Volume], sources: Mapping[str, Source]) -> Iterator[Problem]:
    for source in (reading.source for volume in volumes for reading in volume.readings):
        if source and sources[source.key] is not source:
            what = f"The key '{source.key}' is used"
            yield describe_repeated(what, source.place, sources[source.key].place, "BIB303")


def _find_lookalikes(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Keys that differ in capitals only, or are made of other characters that look the same; both entries are kept."""
    shapes: dict[str, Source] = {}
    for key, source in sources.items():
        twin = shapes.setdefault((key if key.isascii() else normalize("NFC", key)).casefold(), source)
        if twin is not source:
            yield _describe_lookalike(source, twin)


def _describe_lookalike(source: Source, twin: Source) -> Problem:
    """Two keys that nobody can tell apart are grave: which of them is cited, is not to be seen."""
    same = normalize("NFC", source.key) == normalize("NFC", twin.key)
    how = "looks the same and is made of other characters" if same else "differs in capitals only"
    message = f"The key '{source.key}' is like '{twin.key}' in line {twin.place.line}: it {how}"
    related = (Related(twin.place, f"the entry '{twin.key}'"),)
    return Problem("BIB304", source.place, message, "give one of them another key", related, grave=same)


def _sort(problems: Iterable[Problem], paths: tuple[str, ...]) -> tuple[Problem, ...]:
    rank = {path: number for number, path in reversed(list(enumerate(paths)))}
    return tuple(sorted(problems, key=lambda one: (rank[one.place.path], one.place, one.code, one.message)))
