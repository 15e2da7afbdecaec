"""What becomes of the cited entries that pandoc reads: no picture comes in with them, and what fails is named."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.assemble import tree
from briefkit.assemble.citing import _with_hard_blanks, cite, read_references, with_own_heading, with_place
from briefkit.assemble.labels import Words
from briefkit.assemble.reference_dates import with_days_first
from briefkit.assemble.structure import with_numbers
from briefkit.errors import RenderError, ToolLimitError
from briefkit.library import read_library
from briefkit.library.biblatex import as_biblatex
from briefkit.model import Parsed
from briefkit.pandoc import Pandoc


class Failing:
    """A pandoc that comes to no end."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, text: str, format: str) -> Parsed:
        """Never gives a tree."""
        raise self.error

    def write(self, *_: Any) -> bytes:
        """Is not asked."""
        raise self.error

    def default_file(self, name: str) -> bytes:
        """Is not asked either."""
        raise self.error


def library(title: str) -> str:
    titles = {"a2020": "Wells", "b2020": title, "c2020": "Pumps"}
    entries = "".join(f"@book{{{key}, title = {{{words}}}}}\n" for key, words in titles.items())
    return as_biblatex(read_library([("a.bib", entries)]).sources.values())


@pytest.mark.parametrize("title", ["{" * 2_000 + "x" + "}" * 2_000, "\\frac " * 2_000])
@pytest.mark.parametrize("kind", [ToolLimitError, RenderError])
def test_the_entry_that_takes_too_much_is_named(kind: type[ToolLimitError | RenderError], title: str) -> None:
    with pytest.raises(kind, match="of the entries that are cited: pandoc did not finish") as caught:
        read_references(library(title), Failing(kind("pandoc did not finish", "look for brackets")))
    assert caught.value.hint.startswith("look at 'b2020' first")


def test_without_such_an_entry_none_is_blamed() -> None:
    with pytest.raises(ToolLimitError) as caught:
        read_references(library("Rain"), Failing(ToolLimitError("pandoc did not finish", "look for brackets")))
    assert caught.value.hint == "look for brackets"


ODD_STYLE = RenderError("pandoc failed with exit code 4: CiteprocParseError: unknown\nelement", "install pandoc anew")


@pytest.mark.parametrize(
    ("error", "says", "cure"),
    [
        (ODD_STYLE, "the citation style cannot be used: unknown element", "mend the style"),
        (ToolLimitError("pandoc did not finish", ""), "the citation style takes too much: pandoc did", "name another"),
    ],
)
def test_a_style_that_pandoc_stops_at_is_blamed(error: RenderError | ToolLimitError, says: str, cure: str) -> None:
    items = [{"t": "MetaMap", "c": {"id": {"t": "MetaString", "c": "a"}}}]
    with pytest.raises(type(error), match=says) as caught:
        cite({"pandoc-api-version": [1, 23], "blocks": []}, items, "<style/>", "en", Failing(error))
    assert caught.value.hint.startswith(cure)


def test_a_picture_in_a_title_leaves_its_words() -> None:
    references = read_references(library("\\includegraphics{http://127.0.0.1:9/x.png} of wells"), Pandoc())
    assert not [node for node in tree.walk(references) if node["t"] == "Image"]
    assert "of wells" in tree.plain(references[1]["c"]["title"]["c"])


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Brown 2022, 31", "Brown~2022,~31"),
        ("Bank for the Northern Districts 2020, 12\u201319", "Bank for the Northern Districts 2020,~12\u201319"),
        ("Ministry of Health 2022, 31", "Ministry of Health 2022,~31"),
        ("Climate Laboratory 2022", "Climate Laboratory 2022"),
        ("Brown et al. 2022, 31", "Brown et al. 2022,~31"),
        ("Brown u. a. 2022", "Brown u. a.~2022"),
        ("Northern Districts 2020", "Northern Districts~2020"),
        ("Northern Districts 2020, para. 4", "Northern Districts~2020, para.~4"),
        ("Northern Districts 2020, annex B", "Northern Districts~2020, annex~B"),
    ],
)
def test_a_long_name_is_let_go_from_a_year_that_holds_its_page(printed: str, kept: str) -> None:
    """Else lines before it are short by a quarter."""
    made = tree.plain(_with_hard_blanks(tree.words(printed)))
    assert made.replace("\u00a0", "~") == kept


def listed(text: str, entries: str, lang: str) -> list[str]:
    """The references of a text that cites, as they are printed, without their authors and titles."""
    pandoc = Pandoc()
    ast = pandoc.read(text, "markdown").ast
    place = tree.div(("references",), [], identifier="refs")
    library = as_biblatex(read_library([("a.bib", entries)]).sources.values())
    blocks = cite({**ast, "blocks": [*ast["blocks"], place]}, read_references(library, pandoc), "", lang, pandoc)
    return [tree.plain([node]).partition("W")[2] for node in blocks[-1]["c"][1]]


DATED = """@article{a, author = {Lee}, title = {W}, journaltitle = {Zeit}, date = {2025-09-12/2025-09-14}}
@article{b, author = {Mo}, title = {W}, journaltitle = {Zeit}, date = {2025-09-30/2025-10-02}}
@online{c, author = {Ng}, title = {W}, date = {2025-03-01}, url = {https://a.example/c}}
"""


@pytest.mark.parametrize(
    ("lang", "days"),
    [
        ("de", ("12.–14. September.", "30. September–2. Oktober.", "1. März.")),
        ("fr", ("12–14 septembre.", "30 septembre–2 octobre.", "1er mars.")),
        ("es", ("12–14 de septiembre.", "30 de septiembre–2 de octubre.", "1 de marzo.")),
        ("pt-BR", ("12–14 de setembro.", "30 de setembro–2 de outubro.", "1º de março.")),
        ("en-GB", ("September 12–14.", "September 30–October 2.", "March 1.")),
    ],
)
def test_the_day_of_a_reference_stands_where_the_language_has_it(lang: str, days: tuple[str, ...]) -> None:
    found = listed("[@a; @b; @c]", DATED, lang)
    assert all(day in reference for day, reference in zip(days, found, strict=True)), found


def test_a_day_in_a_title_stays_as_it_is() -> None:
    entry = "@book{a, author = {Lee}, title = {W. {September} 11, and after}, date = {2011}}"
    assert "September 11, and" in listed("[@a]", entry, "de")[0]


def test_what_ends_in_the_midst_of_a_date_stays_as_it_is() -> None:
    words = tree.words("In septembre 30–octobre ")
    entry = {"t": "Div", "c": [["", ["csl-entry"], []], [tree.para([*words, {"t": "Space"}])]]}
    assert with_days_first([entry], "fr") == [entry]


def test_the_heading_of_the_author_over_the_references_has_no_number(pandoc: Pandoc) -> None:
    for heading in ("# Quellen {.references}", "# References"):
        blocks = with_numbers(with_own_heading(pandoc.read(f"# One\n\nText.\n\n{heading}\n", "markdown").ast["blocks"]))
        assert [tree.plain(node["c"][2])[:1] for node in blocks if node["t"] == "Header"] == ["1", heading[2]]
        placed = with_place([*blocks[:1], tree.para([{"t": "Cite", "c": [[], []]}]), blocks[-1]], [], Words("de"))
        assert [node["t"] for node in placed] == ["Header", "Para", "Header", "Div"]
