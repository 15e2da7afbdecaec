"""In which line of a TOML file a key stands."""

from __future__ import annotations

import pytest

from briefkit.text import TomlLines

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
