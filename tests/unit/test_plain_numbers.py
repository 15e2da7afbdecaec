"""The numbers of a reference are printed as they are typed, and only that of several as that of several."""

from __future__ import annotations

import pytest

from briefkit.assemble.reference import format_reference
from briefkit.library import read_library
from briefkit.library.biblatex import as_biblatex
from briefkit.pandoc import Pandoc


@pytest.mark.parametrize(
    ("kind", "fields", "printed"),
    [
        (
            "techreport",
            "type = {Working Paper}, number = {06-03}, year = 2001",
            "Doe. 2001. T. Working Paper 06-03. I.",
        ),
        ("article", "number = {just-accepted}, year = 2001", "Doe. 2001. “T.” J, no. just-accepted."),
        ("article", "volume = 3, number = {2 Suppl-1}, year = 2001", "Doe. 2001. “T.” J 3 (2 Suppl-1)."),
        ("article", "number = {1-2}, year = 2001", "Doe. 2001. “T.” J, nos. 1–2."),
        ("article", "number = {Pt 3}, year = 2001", "Doe. 2001. “T.” J, no. Pt 3."),
        ("article", "number = {Suppl.~1}, year = 2001", "Doe. 2001. “T.” J, no. Suppl. 1."),
        ("article", "number = {3 and 4}, year = 2001", "Doe. 2001. “T.” J, nos. 3 and 4."),
        ("jurisdiction", "number = {24-62}, year = 2001", "T, 24-62 (2001)."),
        ("techreport", "year = 86", "Doe. 86. T. Technical report. I."),
        ("article", "volume = 3, year = 1086", "Doe. 1086. “T.” J 3."),
    ],
)
def test_a_number_is_printed_as_it_is_typed(kind: str, fields: str, printed: str) -> None:
    house = "" if kind == "jurisdiction" else "journal = {J}," if kind == "article" else "institution = {I},"
    author = "" if kind == "jurisdiction" else "author = {Doe},"
    entry = f"@{kind}{{a, {author} title = {{T}}, {house} {fields}}}"
    written = as_biblatex(read_library([("a.bib", entry)]).sources.values())
    assert format_reference("a", written, "", "en", Pandoc()).replace("\u00a0", " ") == printed
