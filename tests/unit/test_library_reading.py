"""What is read from a sound library: values, places, lines, and how several files go together."""

from __future__ import annotations

import logging

import pytest

from briefkit.library import read_library, statistics
from briefkit.model import Library, Place

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read(text: str, path: str = "references.bib") -> Library:
    return read_library([(path, text)])


def values(text: str, key: str = "a") -> dict[str, str]:
    return {name: field.value for name, field in read(text).sources[key].fields.items()}


def messages(library: Library) -> list[str]:
    return [problem.message for problem in library.problems]


def test_an_entry_stands_from_its_at_to_the_end_of_its_key() -> None:
    source = read("\n\n  @Article{ smith2021 ,\n title = {X}}").sources["smith2021"]
    assert source.place == Place("references.bib", 3, 3, 3, 22)


def test_a_key_on_the_next_line_ends_the_place_there() -> None:
    assert read("@book{\nabc,}").sources["abc"].place == Place("references.bib", 1, 1, 2, 4)


def test_types_and_names_of_fields_are_in_lower_case() -> None:
    source = read("@InBook{a, TITLE = {X}}").sources["a"]
    assert (source.type, list(source.fields)) == ("inbook", ["title"])


def test_a_field_has_the_line_of_its_name() -> None:
    source = read('@string{x = "1"}\n@book{a,\n title\n  = {X\n  Y},\n year = 2020}').sources["a"]
    assert {name: field.line for name, field in source.fields.items()} == {"title": 3, "year": 6}


def test_lines_are_right_after_comments_preambles_and_escaped_line_ends() -> None:
    text = '% one\n@preamble{"two"}\n@comment{three\nfour}\n@book{a, note = {five\\\nsix}}\n@book{b,}'
    library = read(text)
    assert [source.place.line for source in library.sources.values()] == [5, 7]


def test_lines_end_at_line_feeds_only() -> None:
    assert read("@book{a, x = {1\u2028\x0b\x0c\r2}}\n@book{b,}").sources["b"].place.line == 2


def test_a_value_is_kept_as_typed_without_its_delimiters() -> None:
    text = '@book{a, title = {{The} \\"o\n  {X}}, note = "q {"} r", year = 2020}'
    assert values(text) == {"title": '{The} \\"o\n  {X}', "note": 'q {"} r', "year": "2020"}


def test_strings_are_put_in_and_joined() -> None:
    text = '@string{water = "Water"}\n@string{wj = water # { Journal}}\n@book{a, x = wj, y = WJ # " " # 3}'
    assert values(text) == {"x": "Water Journal", "y": "Water Journal 3"}


def test_a_string_that_is_not_defined_stays_as_typed() -> None:
    assert values("@book{a, x = oup # { Press}}") == {"x": "oup Press"}


def test_months_need_no_definition() -> None:
    assert values("@book{a, month = Feb}") == {"month": "feb"}


def test_glued_fields_are_read_apart() -> None:
    text = "@book{a,\n title = {X}\n year = 2020\n month = jan # {x}\n}"
    assert values(text) == {"title": "X", "year": "2020", "month": "janx"}


def test_an_at_inside_a_value_is_kept() -> None:
    assert values("@book{a, x = {1\n@foo{y} 2}}") == {"x": "1\n@foo{y} 2"}


def test_a_comment_between_fields_is_no_part_of_them() -> None:
    assert values("@book{a, x = {1} % old = {0}\n, y = {2}\n% z = {3},\n}") == {"x": "1", "y": "2"}


def test_the_first_of_two_fields_counts() -> None:
    assert values("@book{a, x = {1}, X = {2}}") == {"x": "1"}


def test_the_first_of_two_entries_counts() -> None:
    assert values("@book{a, x = {1}}\n@book{a, x = {2}}") == {"x": "1"}


def test_twins_name_both_lines_and_point_at_the_first() -> None:
    [problem] = read("@book{a,}\n\n@book{a,}").problems
    assert problem.message == "The key 'a' is used twice: in line 1 and here in line 3"
    assert problem.related[0].place == Place("references.bib", 1, 1, 1, 8)


def test_twins_in_two_files_name_the_other_file() -> None:
    library = read_library([("one.bib", "@book{a,}"), ("two.bib", "\n@book{a,}")])
    [problem] = library.problems
    assert problem.place.path == "two.bib"
    assert "one.bib, line 1" in problem.message


def test_strings_of_one_file_are_known_in_the_next() -> None:
    library = read_library([("one.bib", "@string{x = {1}}"), ("two.bib", "@book{a, y = x}")])
    assert library.sources["a"].text("y") == "1"
    assert library.problems == ()


def test_problems_stand_in_the_order_of_the_files() -> None:
    library = read_library([("z.bib", "\n@book{a"), ("b.bib", "@book{b\n"), ("z2.bib", "@book{a b,}")])
    assert [problem.place.path for problem in library.problems] == ["z.bib", "b.bib", "z2.bib"]


def test_no_files_make_an_empty_library() -> None:
    assert read_library([]) == Library((), {})


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("@book{a,}@book{b,}", 2),
        ("@book{a,}\n@book{a,}", 2),
        ("@book{a,\n@book{b,}", 2),
        ("% @book{a,}\n@comment{\n@book{b,}\n}", 0),
        ("@book{a, x = {\n@foo{y}}}", 1),
        ("@ book{a,}\nbook{b, x = {1}}\n@string{x = {1}}", 2),
        ("@string{x\n@comment{y", 0),
    ],
)
def test_the_count_holds_what_is_meant_as_an_entry(text: str, counted: int) -> None:
    assert read(text).counted == counted


def test_a_broken_entry_is_called_by_its_key_and_the_line_of_the_next() -> None:
    assert messages(read("@book{a,\n x = {1\n\n@book{b,}")) == [
        "'a' is not closed before line 4, where another entry begins"
    ]


def test_a_broken_string_is_called_a_string() -> None:
    assert messages(read("@string{x = {y}")) == ["This @string is never closed"]


def test_a_slip_is_shown_with_the_words_before_it() -> None:
    assert messages(read("@book{a, title {X}}")) == ["'a': expected 'name = {value}' in line 1, not 'title{'"]


def test_strings_that_grow_without_end_are_cut() -> None:
    bomb = "@string{s0 = {0123456789}}\n" + "".join(f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(40))
    library = read(bomb + "@book{a, x = s40}")
    assert len(library.sources["a"].text("x")) == 2000
    assert all("longer than 2,000" in message for message in messages(library))


def test_a_near_key_is_offered_for_a_missing_parent() -> None:
    [problem] = read("@book{a, crossref = {Conf}}\n@book{conf,}").problems
    assert problem.hint == "did you mean 'conf'?"


def test_a_cycle_has_all_its_members_beside_it() -> None:
    text = "".join(f"@book{{k{n}, crossref = {{k{(n + 1) % 7}}}}}\n" for n in range(7))
    [problem] = read(text).problems
    assert [related.place.line for related in problem.related] == [1, 2, 3, 4, 5, 6, 7]
    assert problem.message.endswith("and 2 more inherit from each other")


def test_a_large_file_is_read_in_pieces_with_the_right_lines() -> None:
    text = '@string{x = "1"}\n' + "".join(f"@book{{k{n},\n x = x,\n y = {{{'word ' * 20}}}\n}}\n" for n in range(3000))
    library = read(text + "@string{z = {2}}\n@book{last, x = z}")
    assert [source.place.line for source in library.sources.values()] == [*range(2, 12002, 4), 12003]
    assert library.problems == ()
    assert library.sources["last"].text("x") == "2"


def test_statistics_are_plain_values() -> None:
    library = read("@book{a, x = {1}}\n@misc{b,}\n@book{a,}\n@book{c")
    figures = statistics(library)
    assert figures["version"] == 1
    assert figures["types"] == {"book": 1, "misc": 1}
    assert figures["counted"] == 4
    assert figures["entries"][1] == {"key": "b", "type": "misc", "line": 2, "path": "references.bib"}
    assert [(p["code"], p["line"], p["column"], p["path"]) for p in figures["problems"]] == [
        ("BIB303", 3, 1, "references.bib"),
        ("BIB301", 4, 1, "references.bib"),
    ]
    assert set(figures["problems"][0]) == {"code", "line", "column", "path", "message", "hint"}


@pytest.mark.parametrize("head", ["@ book{a,", "@book\n{a,", "@ Book \n {a,", "  @\tbook {a,"])
def test_blanks_in_the_head_of_an_entry_are_read_over(head: str) -> None:
    library = read_library([("a.bib", f"{head} title = {{X}}}}\n@book{{b, title = {{Y}}}}\n")])
    assert list(library.sources) == ["a", "b"]
    assert library.problems == ()
    assert (library.sources["a"].type, library.sources["a"].place.line) == ("book", 1)
    assert library.sources["a"].place.column == head.index("@") + 1
    assert library.sources["b"].place.line == head.count("\n") + 2


def test_an_at_in_the_text_between_entries_opens_none() -> None:
    library = read_library([("a.bib", "We meet @ book {fair} at ten, or\n@ book club {x}.\n")])
    assert not library.sources
