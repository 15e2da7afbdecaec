"""Generated libraries and changes to them: what an index tells is what reading the whole text tells."""

from __future__ import annotations

import logging
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.library import index as indexes
from briefkit.library import outline, pages, read_library
from briefkit.library.blocks import Entry
from briefkit.library.index import look_up, open_index
from briefkit.library.indexed import File, IndexedSources
from briefkit.library.indexing import make_index
from briefkit.library.pages import open_page
from briefkit.library.parsing import parse
from briefkit.library.reader import read_blocks
from briefkit.library.twins import marks
from briefkit.model import Library, be_quiet
from briefkit.values import replace
from tests.fuzz import libraries
from tests.fuzz.words import ODD, damage

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

SEEDS = st.integers(0, 2**32)
OPEN = (
    "@book{o, note = {\n",
    '@book{o, note = "{x"} y\n',
    "}\n}\n",
    '}", x = {1}}\n',
    "@book{o, ids = {k1, p3}, xdata = {p4}}\n",
)
"""A value that is left open, the end of one (together they hold all that stands between them), and other keys."""


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of a few lines, so that a small library has many."""
    monkeypatch.setattr(outline, "PIECE", 30)
    monkeypatch.setattr(pages, "PIECE", 60)


def make_text(choose: Random) -> str:
    """A library of some pages: sound runs, odd pieces, links."""
    parts = [choose.choice((libraries.library, libraries.linked, plain))(choose) for _ in range(choose.randint(1, 6))]
    return choose.choice(("\n", "", "\n\n")).join(parts)


def small_text(choose: Random) -> str:
    """Hardly anything, or a library of some pages."""
    return choose.choice(("", "% ", "\n", "@", make_text(choose), make_text(choose)))


def plain(choose: Random) -> str:
    return "".join(
        f"@{choose.choice(('book', 'Article'))}{{{choose.choice(('p', 'q', 'É', 'é'))}{choose.randint(0, 30)},\n"
        f"  title = {{Wells é {choose.randint(0, 3)}}},\n  author = {{Smith, Jane}},\n"
        f"  doi = {{10.5555/{choose.randint(0, 9)}}}\n}}\n\n"
        for _ in range(choose.randint(1, 8))
    )


def edit(choose: Random, text: str) -> str:
    """The text after a change in one place or two."""
    for _ in range(choose.randint(1, 2)):
        at, width = choose.randint(0, len(text)), choose.choice((0, 0, 1, 5, 40, 200))
        new = choose.choice(
            ("", "% ", "x", "\n", "{", "}", plain(choose), "@comment{", "@string{who = {WHO}}\n", "% @a{b,\n", *OPEN)
        )
        text = text[:at] + new + text[at + width :]
    return damage(choose, text, libraries.SCRAPS + ODD) if choose.randint(0, 3) == 0 else text


def as_files(texts: list[str]) -> list[File]:
    return [File(f"{n}.bib", text.encode(), str(hash(text))) for n, text in enumerate(texts)]


def told(files: list[File], known: bytes | None) -> tuple[Library, bytes]:
    index = make_index(files, open_index(known) if known else None, be_quiet)
    library = look_up(index, files)
    assert library
    return library, index.serialize()


def check_equal(library: Library, texts: list[str]) -> None:
    whole = read_library([(f"{n}.bib", text) for n, text in enumerate(texts)])
    assert list(library.sources) == list(whole.sources)
    assert dict(library.sources) == dict(whole.sources)
    assert len(library.sources) == len(whole.sources)
    assert library.problems == whole.problems
    assert replace(library, sources={}, problems=()) == replace(whole, sources={}, problems=())


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_after_any_change_the_index_is_that_of_the_whole(seed: int) -> None:
    choose = Random(seed)
    texts, known = [small_text(choose) for _ in range(choose.randint(1, 2))], None
    for _ in range(3):
        library, known = told(as_files(texts), known)
        check_equal(library, texts)
        at = choose.randrange(len(texts))
        texts[at] = edit(choose, texts[at])


def test_a_comment_at_the_end_of_the_file_may_go_on() -> None:
    known = None
    for text in ("", "% ", "% @book{a, title = {X}}\n"):
        library, known = told(as_files([text]), known)
        check_equal(library, [text])


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_where_a_text_is_cut_changes_nothing(seed: int) -> None:
    text = make_text(Random(seed))
    small = read_library([("a.bib", text)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outline, "PIECE", 10**9)
        patch.setattr(pages, "PIECE", 10**9)
        assert read_library([("a.bib", text)]) == small


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_the_pattern_reads_a_sound_entry_as_the_parser_does(seed: int) -> None:
    page = open_page("a.bib", make_text(Random(seed)))
    ours = [(replace(b, is_sound=False) if isinstance(b, Entry) else b, items) for b, items in read_blocks(page)]
    cuts = (0, *page.outline.cuts, len(page.text))
    assert ours == [found for start, end in pairwise(cuts) for found in parse(page, start, end)]


@given(SEEDS)
@settings(max_examples=50, deadline=None)
def test_sources_with_a_common_mark_are_found(seed: int) -> None:
    text = plain(Random(seed))
    library, _ = told(as_files([text]), None)
    assert isinstance(library.sources, IndexedSources)
    for source in library.sources.values():
        own = set(marks(source))
        alike = [other.key for other in library.sources.values() if own & set(marks(other))]
        assert list(library.sources.marked(own)) == alike


@given(SEEDS)
@settings(max_examples=50, deadline=None)
def test_bytes_that_are_no_index_are_refused(seed: int) -> None:
    choose = Random(seed)
    _, known = told(as_files([plain(choose)]), None)
    assert open_index(choose.randbytes(choose.randint(0, 5000))) is None
    assert open_index(known[: choose.randint(0, 4000)]) is None


def test_an_index_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _, known = told(as_files(["@book{a, title = {X}}\n"]), None)
    monkeypatch.setattr(indexes, "FORMAT", "0")
    assert open_index(known) is None
