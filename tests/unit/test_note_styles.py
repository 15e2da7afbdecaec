"""Styles of notes: every citation is a note or in one, all notes count together, and each names the others rightly."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.assemble import tree
from briefkit.assemble.labels import Words
from briefkit.model import Asset, Document
from briefkit.render.notes import notes_as_list, notes_as_spans, quotes_beside
from tests.rendering import LIBRARY, bare_document

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00+00:00</updated></info>"""
CITATION = """<citation><layout suffix="." delimiter="; "><choose>
<if position="ibid"><text value="as before"/></if>
<else-if position="subsequent"><text variable="title" form="short"/><text value=" see note "/>
<number variable="first-reference-note-number"/></else-if>
<else><text variable="title"/><text variable="URL" prefix=", "/></else></choose></layout></citation>"""
BIBLIOGRAPHY = '<bibliography><layout><text variable="title" suffix="."/></layout></bibliography>'
STYLE = f"{HEAD}{CITATION}{BIBLIOGRAPHY}</style>"
ALONE = f"{HEAD}{CITATION}</style>"


def document_of(text: str, style: str = STYLE, front: str = "lang: en-GB") -> Document:
    assets = {"pump.png": Asset("pump.png", b"", "image/png")}
    return bare_document(f"---\ntitle: T\n{front}\n---\n\n{text}\n", LIBRARY, style, assets)


def notes_of(document: Document) -> list[str]:
    """The words of all notes in their order."""
    return [
        tree.plain(node["c"]).replace("\u00a0", " ").strip()
        for node in tree.walk(blocks_of(document))
        if node["t"] == "Note"
    ]


def blocks_of(document: Document) -> list[Any]:
    return list(document.ast["blocks"])


def links_of(document: Document) -> list[str]:
    return [node["c"][2][0] for node in tree.walk(blocks_of(document)) if node["t"] == "Link"]


def test_a_citation_is_a_note_after_the_stop() -> None:
    document = document_of("Losses doubled [@zel2023].")
    assert notes_of(document) == ["Last-mile logistics."]
    assert tree.plain(blocks_of(document)[0]) == "Losses doubled."


def test_in_french_the_call_stands_before_the_stop() -> None:
    (para, *_) = blocks_of(document_of("Les pertes doublent [@zel2023].", front="lang: fr"))
    assert [node["t"] for node in para["c"]][-2:] == ["Cite", "Str"]


def test_notes_of_the_author_and_of_the_style_count_together() -> None:
    document = document_of("One.^[Mine.] Two [@zel2023]. Three.^[Mine too.] Four [@moh2026]. Five [@zel2023].")
    assert [note.partition(",")[0] for note in notes_of(document)] == [
        "Mine.",
        "Last-mile logistics.",
        "Mine too.",
        "Cold-chain review",
        "Last-mile logistics see note 2.",
    ]


def test_the_texts_of_the_front_matter_count_first() -> None:
    front = 'lang: en-GB\nbottom-line: "Buy [@moh2026]."\nkey-messages: ["Losses [@zel2023]."]'
    document = document_of("Again [@moh2026].", front=front)
    assert notes_of(document)[-1] == "Cold-chain review see note 1."


def test_a_source_cited_again_in_the_next_note_is_as_before() -> None:
    document = document_of("One [@zel2023]. Two [@zel2023]. Three.^[See [@zel2023].]")
    assert notes_of(document) == ["Last-mile logistics.", "As before.", "See (as before)."]


def test_a_citation_in_a_note_of_the_author_stays_in_it() -> None:
    assert notes_of(document_of("One.^[Mine [@zel2023] too.]")) == ["Mine (Last-mile logistics) too."]


def test_no_note_is_called_from_the_words_for_a_picture() -> None:
    document = document_of("![A pump [@zel2023]](pump.png) here. Then [@zel2023].")
    assert notes_of(document) == ["Last-mile logistics."]
    (words,) = (tree.plain(n["c"][1]) for n in tree.walk(blocks_of(document)) if n["t"] == "Image")
    assert words == "A pump"


def test_the_address_in_a_note_is_a_link_of_its_own() -> None:
    document = document_of("One [@moh2026].")
    links = (node for node in tree.walk(blocks_of(document)) if node["t"] == "Link")
    assert [inner for node in links for inner in tree.walk(node["c"][1]) if inner["t"] == "Link"] == []
    assert links_of(document)[:2] == ["#ref-moh2026", "https://health.example/review"]


def test_without_a_list_of_references_no_citation_leads_there_and_no_heading_stands_over_nothing() -> None:
    document = document_of("One [@zel2023].", ALONE)
    assert links_of(document) == []
    assert "References" not in tree.plain(blocks_of(document))


@pytest.mark.parametrize(("said", "links"), [("true", ["#ref-zel2023"]), ("false", [])])
def test_the_brief_says_whether_citations_lead_to_their_references(said: str, links: list[str]) -> None:
    document = document_of("One [@zel2023].", "", f"lang: en-GB\nlink-citations: {said}")
    assert links_of(document) == links


def test_a_web_page_lists_all_notes_in_order() -> None:
    document = document_of("One.^[Mine.] Two [@zel2023].")
    (listed,) = (n for n in notes_as_list(blocks_of(document), Words("en")) if tree.has_class(n, "notes"))
    assert [tree.plain(item).rstrip("↑\u00a0") for item in listed["c"][1][0]["c"][1]] == [
        "Mine.",
        "Last-mile logistics.",
    ]


def test_a_pull_quote_with_a_note_keeps_its_place_after_notes() -> None:
    text = "One [@zel2023].\n\n::: {.pull-quote}\nQuoted [@moh2026].\n:::\n"
    kinds = [node["t"] for node in quotes_beside(blocks_of(document_of(text)))]
    assert kinds[:2] == ["Para", "Div"]
    assert [n["t"] for n in quotes_beside(blocks_of(document_of(text, "")))][:2] == ["Div", "Para"]


def test_two_notes_in_one_place_are_called_apart() -> None:
    (para, *_) = blocks_of(document_of("One [@zel2023].^[Mine.] Two.^[A.] Three [@moh2026]."))
    assert tree.plain(para) == "One., Two. Three."
    assert [node["t"] for node in tree.walk(para) if node["t"] in ("Note", "Superscript")] == [
        "Note",
        "Superscript",
        "Note",
        "Note",
        "Note",
    ]


def test_in_print_no_line_ends_before_the_call_of_a_note() -> None:
    made = notes_as_spans(blocks_of(document_of("One [@zel2023].")))
    inlines = next(node for node in tree.walk(made) if node["t"] == "Cite")["c"][1]
    assert inlines[0] == {"t": "Str", "c": "\u2060"}
    assert tree.attr(inlines[1])[0] == "note-call-1"
