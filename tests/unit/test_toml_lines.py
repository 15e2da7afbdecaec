"""What a TOML file holds, and in which line of it a key stands."""

from __future__ import annotations

import pytest

from briefkit.strict_toml import TomlLines, parse_toml

TEXT = """csl = "apa"  # severity
ignore = ["CLM101"]
limits = { pandoc-seconds = 5 }

[severity]
CLM101 = "off"
[severity-in."notes/*.md"]
CLM101 = "info"
[tool.briefkit.template-options]
'a.b' = 1
deep.er = 2
"""


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("csl",), 1),
        (("severity",), 5),
        (("severity", "CLM101"), 6),
        (("severity-in", "notes/*.md", "CLM101"), 8),
        (("template-options", "a.b"), 10),
        (("template-options", "deep", "er"), 11),
        (("limits", "pandoc-seconds"), 3),
        (("select", "CLM101"), 0),
        (("nowhere",), 0),
        ((), 0),
    ],
)
def test_a_key_is_found_by_its_tables(names: tuple[str, ...], line: int) -> None:
    assert TomlLines(TEXT)(*names) == line


def test_a_table_that_stands_twice_has_no_line() -> None:
    assert TomlLines("[[needs]]\nroles = 1\n[[needs]]\nroles = 2\n")("needs", "roles") == 0


def test_a_long_line_is_read_once() -> None:
    assert TomlLines("a." * 100_000 + "\nb = 1\n")("b") == 2


BIG = "9" * 5_000


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"a = 1\nb = {BIG}\n", "line 2.*too large"),
        (f"a = [\n1,\n-{BIG}]\n", "line 3.*too large"),
        (f"a = 0x{'f' * 5_000}\n", "line 1.*too large"),
        (f"a.b = 1\n[[c]]\nd = {{ e = 1_000_{'000_' * 20}000 }}\n", "line 3.*too large"),
        (f"a = {'[' * 5_000}\n", "nested too deeply"),
        (f"x = 1\n{'a.' * 200_000}b = 1\n", "line 2: a key has more than 20 parts"),
        (f"[[ {'a . ' * 20}b ]]\n", "line 1: a key has more than 20 parts"),
        (f"x = {{ {'a.' * 20}b = 1 }}\n", "line 1: a key has more than 20 parts"),
        ("a = \nb = 1", "line 1"),
        ('a = 1\nb = "x\\u001b[31m"\n', "line 2: the control character U\\+001B"),
        ('a = 1\n[b]\nc = ["\\U00000007"]\n', "line 3: the control character U\\+0007"),
        ('a = 1\n"x\\f" = 2\n', "line 2: the control character U\\+000C"),
        ('a = "\x9b31m"\n', "line 1: the control character U\\+009B"),
        ('[tool.briefkit]\nimprint = "\\u0000"\n', "line 2: the control character U\\+0000"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_toml(text)


def test_numbers_of_sixty_four_bits_are_read() -> None:
    assert parse_toml("a = -9223372036854775808\nb = [9223372036854775807]\nc = true") == {
        "a": -(2**63),
        "b": [2**63 - 1],
        "c": True,
    }


def test_what_other_tools_write_into_their_tables_is_theirs() -> None:
    table = parse_toml('[tool.other]\nred = "\\u001b[31m"\n[tool.briefkit]\noutput = "a\\tb"\n')
    assert table["tool"] == {"other": {"red": "\x1b[31m"}, "briefkit": {"output": "a\tb"}}


FAULTY = {
    'a = "b\n': "a quote that opens here is not closed in its line (at line 1, column 7)",
    "x = 1\na = papers\n": 'this is no value: text stands in quotes, name = "text"; true and false are written small'
    " (at line 2, column 5)",
    "briefs: papers": "after the name of a setting, = must stand (at line 1, column 7)",
    "a = 1\na = 2\nb = 3": "this is set twice: keep one of them (at line 2, column 6)",
    "[a.b]\n[a.b]\n": "the table [a.b] stands twice: put all of it below one of them (at line 2, column 5)",
    "a = 1\nb = “c”": 'these are quotes as a text has them: write straight ones, " (at line 2, column 5)',
    "a = [1, 2\n\n": "the list is not closed with ], or a comma between its items is missing (at line 1)",
}


@pytest.mark.parametrize("text", FAULTY)
def test_what_is_no_toml_is_told_in_the_words_of_who_sets_it(text: str) -> None:
    with pytest.raises(ValueError, match="line") as raised:
        parse_toml(text)
    assert str(raised.value) == FAULTY[text]
