"""YAML as authors mean it: every scalar is text, every node has its place, whatever could blow up is refused."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.model import Place
from briefkit.strict_yaml import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES, Node, YamlError, load


def read(text: str, first_line: int = 1) -> Node:
    node = load(text, "a.md", first_line)
    assert node is not None
    return node


def plain(node: Node) -> Any:
    """A value as plain strings, lists and dicts."""
    if node.kind == "list":
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.pairs} if node.kind == "mapping" else node.value


def refused(text: str) -> YamlError:
    with pytest.raises(YamlError) as caught:
        load(text, "a.md")
    return caught.value


@pytest.mark.parametrize("scalar", ["NO", "yes", "1.10", "2026-11-23", "null", "~", "0x1F", "1e3", "12:30:45", ".inf"])
def test_every_scalar_stays_the_text_that_was_typed(scalar: str) -> None:
    assert plain(read(f"key: {scalar}")) == {"key": scalar}


def test_quotes_are_taken_off() -> None:
    assert plain(read("key: \"a: b\"\nother: 'it''s'")) == {"key": "a: b", "other": "it's"}


def test_a_folded_text_is_one_line() -> None:
    assert plain(read("key: >\n  one\n  two\n")) == {"key": "one two\n"}


def test_lists_and_mappings_nest() -> None:
    assert plain(read("a:\n  - b\n  - c: d\n")) == {"a": ["b", {"c": "d"}]}


def test_an_empty_text_has_no_node() -> None:
    assert load("", "a.md") is None


def test_a_comment_alone_has_no_node() -> None:
    assert load("# nothing here\n", "a.md") is None


def test_a_key_without_a_value_is_an_empty_text() -> None:
    assert plain(read("title:\n")) == {"title": ""}


def test_a_value_knows_its_place() -> None:
    _, value = read("title: Pumps").pairs[0]
    assert value.place == Place("a.md", 1, 8, 1, 13)


def test_places_count_from_the_first_line_of_the_file() -> None:
    _, value = read("a: b\ntitle: Pumps", first_line=2).pairs[1]
    assert (value.place.line, value.place.column) == (3, 8)


def test_a_place_behind_a_character_outside_the_basic_plane_counts_it_once() -> None:
    _, value = read('"😀": b').pairs[0]
    assert value.place.column == 6


def test_a_scalar_has_no_items_and_no_pairs() -> None:
    node = read("word")
    assert (node.items, node.pairs, node.text) == ((), (), "word")


def test_a_list_has_no_text() -> None:
    assert read("- a").text == ""


def test_a_key_that_stands_twice_is_refused_at_the_second() -> None:
    error = refused("title: a\nlang: en\ntitle: b\n")
    assert (error.place.line, error.message) == (3, "'title' stands twice, first in line 1")


def test_a_key_may_stand_again_in_another_mapping() -> None:
    assert plain(read("- name: a\n- name: b\n")) == [{"name": "a"}, {"name": "b"}]


def test_a_key_must_be_text() -> None:
    assert refused("[a, b]: c").message == "a key must be text"


@pytest.mark.parametrize("text", ["a: &x b", "a: &x [1]\nb: *x", "b: *x"])
def test_anchors_and_aliases_are_refused(text: str) -> None:
    assert refused(text).message == "aliases and anchors are not allowed"


@pytest.mark.parametrize("text", ["a: !!python/object:os.system x", "a: !x y", "a: !!int 3", "!!map {a: b}"])
def test_tags_are_refused(text: str) -> None:
    assert refused(text).message == "tags are not allowed"


def test_an_alias_is_refused_before_it_is_followed() -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"{n}: &{n} [*{o},*{o}]\n" for o, n in zip("abcdefgh", "bcdefghi", strict=True))
    assert refused(bomb).place.line == 1


def test_too_deep_a_nesting_is_refused() -> None:
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).message == f"nested deeper than {MAX_DEPTH} levels"


def test_a_nesting_up_to_the_limit_is_read() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).kind == "list"


def test_a_nesting_that_would_exhaust_the_stack_is_refused() -> None:
    assert "nested deeper" in refused("[" * 30_000).message


def test_a_text_that_is_too_long_is_refused() -> None:
    assert "64,000 characters" in refused("a: " + "x" * MAX_CHARACTERS).message


def test_too_many_values_are_refused() -> None:
    assert "5,000 values" in refused("[" + "a," * MAX_NODES + "]").message


def test_a_colon_in_a_plain_text_is_told_with_its_line_and_a_cure() -> None:
    error = refused("title: a\nsubtitle: b: c\n")
    assert (error.place.line, "quotes" in error.hint) == (2, True)


def test_an_at_sign_at_the_start_is_told_with_a_cure() -> None:
    assert "such as @" in refused("author: @smith").hint


def test_an_unclosed_list_is_refused() -> None:
    assert refused("a: [b\n").place.path == "a.md"


def test_a_tab_as_indentation_is_refused_in_its_line() -> None:
    assert refused("a:\n\tb: c\n").place.line == 2


def test_a_control_character_is_refused() -> None:
    assert refused("a: \x07b").place.line == 1


def test_two_documents_are_refused() -> None:
    assert refused("a: b\n---\nc: d\n").place.path == "a.md"


def test_an_error_prints_as_its_message() -> None:
    assert str(refused("a: &x b")) == "aliases and anchors are not allowed"


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_only_a_line_feed_ends_a_line(sign: str) -> None:
    node = load(f"a: x{sign}y\nb: z\n", "a.md")
    assert node is not None
    assert [(key.place.line, value.place.end_column) for key, value in node.pairs] == [(1, 7), (2, 5)]


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\x01", "\\x9b", "\\uffff", "\\x7f"])
def test_a_control_character_is_refused_as_an_escape_too(escape: str) -> None:
    error = refused(f'a: b\nc: "d{escape}"')
    assert "control character" in error.message
    assert error.place.line == 2


def test_the_escapes_of_blanks_are_read() -> None:
    assert plain(read('a: "b\\tc\\nd\\_e"')) == {"a": "b\tc\nd\xa0e"}


FAULTY = {
    'a: "Wages\nb: c': (1, 4, "the quote that opens here is not closed"),
    "a: [b\nc: d": (1, 4, "the bracket that opens here is not closed"),
    "a: 'It's wages'": (1, 8, "text follows a quote or a bracket that is closed"),
    "a: [b c] d": (1, 10, "text follows a quote or a bracket that is closed"),
    "a: B\n  b: c": (2, 4, "this line is set in further than the one it belongs beside"),
    "  a: B\n b: c": (2, 2, "this line begins further to the left than the first one"),
    "a: b\nwords\nc: d": (2, 1, "this line has no colon"),
    'a: "\\ud800"': (1, 7, "this escape stands for no character"),
    "a: Wages: a view": (1, 9, "a colon and a blank stand in text without quotes"),
    "a: b\n---\nc: d": (2, 1, "a second line --- stands here"),
}


@pytest.mark.parametrize("text", FAULTY)
def test_what_cannot_be_read_is_told_in_words_of_authors_where_it_begins(text: str) -> None:
    with pytest.raises(YamlError) as raised:
        load(text, "a.md")
    error = raised.value
    assert (error.place.line, error.place.column, error.message) == FAULTY[text]
