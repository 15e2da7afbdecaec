from __future__ import annotations

import pytest

from briefkit.library import read_library
from briefkit.library.index import look_up
from briefkit.library.indexed import File
from briefkit.library.indexing import make_index
from briefkit.library.searching import find_keys, make_search, open_search
from briefkit.model import Library, be_quiet

TEXT = r"""
@report{who2021,
  author = {{World Health Organization}},
  title = {Safe {W}ater in Villages},
  keywords = {wells, pumps},
  abstract = {How pumps were repaired.},
  date = {2021-05}
}
@book{mueller1999,
  author = {M{\"u}ller, Eva},
  title = {Villages without Water},
  annote = {Of every city or district: compare with the Organization's figures.},
  year = 1999
}
"""


def find(*words: str) -> tuple[str, ...]:
    search, _ = make_search(read_library([("a.bib", TEXT)]).sources, None)
    return find_keys(search, words)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("repaired",), ("who2021",)),
        (("muller",), ("mueller1999",)),
        (("müller",), ("mueller1999",)),
        (("WATER", "1999"), ("mueller1999",)),
        (("vill",), ("mueller1999", "who2021")),
        (("health organization",), ("who2021",)),
        (("mueller1999",), ("mueller1999",)),
        (("nothing-like-it",), ()),
        ((), ()),
        (('"', "*", "(", "NEAR"), ()),
        (("title:water", "-"), ()),
        (("O.E.C.D",), ()),
        (("2021-05",), ("who2021",)),
        (("2021-0",), ("who2021",)),
        (("05-2021",), ()),
        (("organization's figures",), ("mueller1999",)),
    ],
)
def test_words_find_the_sources_that_hold_them_all(words: tuple[str, ...], keys: tuple[str, ...]) -> None:
    assert set(find(*words)) == set(keys)


def test_a_hit_in_a_name_comes_before_one_in_a_note() -> None:
    assert find("organization") == ("who2021", "mueller1999")


def indexed(text: str, known: bytes | None = None) -> Library:
    library = look_up(
        make_index([File("a.bib", text.encode(), text)], None, be_quiet),
        [File("a.bib", text.encode(), text)],
    )
    assert library
    return library


def test_after_an_edit_only_what_is_there_is_found() -> None:
    search, is_new = make_search(indexed(TEXT).sources, None)
    assert is_new
    again, is_new = make_search(indexed(TEXT).sources, open_search(search.serialize()))
    assert not is_new
    assert find_keys(again, ["pumps"]) == ("who2021",)
    edited, is_new = make_search(indexed(TEXT.replace("pumps", "drains")).sources, again)
    assert is_new
    assert find_keys(edited, ["pumps"]) == ()
    assert find_keys(edited, ["drains"]) == ("who2021",)


def test_another_meaning_of_a_string_is_found() -> None:
    text = "@string{who = {World Bank}}\n@book{a, title = who, author = {X}}\n"
    search, _ = make_search(indexed(text).sources, None)
    other, _ = make_search(indexed(text.replace("World", "State")).sources, search)
    assert find_keys(other, ["state"]) == ("a",)
    assert find_keys(other, ["world"]) == ()


def test_bytes_that_are_no_index_are_refused() -> None:
    assert open_search(b"") is None
    assert open_search(b"x" * 5000) is None
