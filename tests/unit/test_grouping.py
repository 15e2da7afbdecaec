"""A list of references in groups: which source is in which, in what order, under which heading."""

from __future__ import annotations

import pytest

from briefkit.assemble import tree
from briefkit.assemble.grouping import GROUPS, HEADINGS, group_of, heading_of
from briefkit.assemble.labels import LABELS
from briefkit.assemble.styles import is_numeric, naming_each_author
from briefkit.model import Document
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from tests.rendering import bare_document, built_in_template, make_document
from tests.unit.test_note_styles import STYLE as NOTES

LIBRARY = """
@book{zeta, author = {Zeta, Ann}, title = {Pumps}, publisher = {P}, date = {2020}}
@report{alpha, author = {Alpha, Bo}, title = {Wells}, institution = {W}, date = {2019}}
@article{beta, author = {Beta, Cy}, title = {Pipes}, journaltitle = {J}, date = {2018}}
@legislation{act, title = {{Water Act}}, date = {2001}}
@online{page, author = {Beta, Cy}, title = {Site}, url = {https://x.example}, date = {2017}}
@misc{thing, author = {Gamma, Di}, title = {Thing}, date = {2016}}
"""
NUMERIC = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""
TEXT = "One [@zeta; @alpha; @beta; @act; @page; @thing]."


def document_of(style: str = "", lang: str = "en-GB", text: str = TEXT, references: str = "grouped") -> Document:
    head = f"---\ntitle: T\nlang: {lang}\nreferences: {references}\n---\n\n"
    return bare_document(f"{head}{text}\n", LIBRARY, style)


def listed(document: Document) -> dict[str, list[str]]:
    """The keys below each heading of a group."""
    found: dict[str, list[str]] = {}
    for node in tree.walk(list(document.ast["blocks"])):
        if node["t"] == "Header" and tree.has_class(node, "references-group"):
            found[tree.plain(node["c"][2])] = []
        elif tree.has_class(node, "csl-entry") and found:
            found[list(found)[-1]].append(tree.attr(node)[0].removeprefix("ref-"))
    return found


GROUPED = {
    "Laws and official documents": ["act"],
    "Books and reports": ["alpha", "zeta"],
    "Articles": ["beta"],
    "News and web pages": ["page"],
    "Other sources": ["thing"],
}


def test_each_source_stands_in_its_group_in_the_order_of_the_style() -> None:
    assert listed(document_of()) == GROUPED


def test_a_style_of_notes_is_grouped_as_well() -> None:
    assert {name: set(keys) for name, keys in listed(document_of(NOTES)).items()} == {
        name: set(keys) for name, keys in GROUPED.items()
    }


def test_headings_are_in_the_language_of_the_brief() -> None:
    assert list(listed(document_of(lang="de-AT", text="Eins [@act; @beta]."))) == [
        "Gesetze und amtliche Dokumente",
        "Aufsätze",
    ]


def test_without_the_key_there_is_one_list() -> None:
    assert listed(document_of(references="listed")) == {}


def test_a_list_in_the_order_of_numbers_stays_one() -> None:
    assert listed(document_of(NUMERIC)) == {}


def test_a_place_that_the_author_gave_is_kept() -> None:
    document = document_of(text=f"{TEXT}\n\n# Sources\n\n::: {{#refs}}\n:::\n\n# After\n\nEnd.")
    titles = [tree.plain(n["c"][2]) for n in tree.walk(list(document.ast["blocks"])) if n["t"] == "Header"]
    assert titles == ["Sources", *GROUPED, "After"]


@pytest.mark.parametrize("lang", [*LABELS, "pt", "ar"])
def test_each_group_has_a_heading_in_each_language(lang: str) -> None:
    assert lang in HEADINGS
    assert len({heading_of(group, lang) for group in GROUPS}) == len(GROUPS)


def test_another_language_has_the_english_headings() -> None:
    assert heading_of("laws", "fi") == "Laws and official documents"


def test_no_type_is_in_two_groups_and_an_unknown_one_is_in_the_last() -> None:
    types = [kind for kinds in GROUPS.values() for kind in kinds.split()]
    assert len(types) == len(set(types))
    assert group_of("") == group_of("document") == "other"


@pytest.mark.parametrize("use", ["text", "number"])
def test_a_style_that_prints_numbers_is_numeric(use: str) -> None:
    assert is_numeric(NUMERIC.replace("<text variable", f"<{use} variable"))
    assert not is_numeric(NUMERIC.replace('<text variable="citation-number"/>', ""))
    assert not is_numeric(NOTES)
    assert not is_numeric("")


def test_no_dashes_stand_for_an_author_of_another_group() -> None:
    style = NOTES.replace("<bibliography>", '<bibliography subsequent-author-substitute="---" entry-spacing="0">')
    assert naming_each_author(style) == NOTES.replace("<bibliography>", '<bibliography entry-spacing="0">')


BRIEF = "---\ntitle: T\nreferences: grouped\n---\n\nOne [@zel2023; @moh2026].\n"


def test_the_pages_have_a_sheet_for_groups_only_where_there_are_some() -> None:
    page = FORMATS["html"](make_document(BRIEF), Pandoc()).decode()
    assert '<h3 class="references-group">Books and reports</h3>' in page
    assert "h3.references-group {" in page
    plain = FORMATS["html"](make_document(BRIEF.replace("references: grouped\n", "")), Pandoc()).decode()
    assert "references-group" not in plain
    assert "references.css.j2" in built_in_template().pages


def test_the_entries_of_a_group_have_their_style_in_word() -> None:
    from briefkit.render.docx import unpacked

    text = unpacked(FORMATS["docx"](make_document(BRIEF), Pandoc()))["word/document.xml"].decode()
    assert text.count('<w:pStyle w:val="Bibliography"') == 2
