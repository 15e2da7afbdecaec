"""The PDF: tagged, complete, the same every time, and nothing from outside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest
from PIL import Image

from briefkit.assemble import tree
from briefkit.errors import RenderError
from briefkit.model import Asset, Attachment
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.notes import addresses_begun, blanks_apart, notes_as_spans, quotes_beside, without_widows
from briefkit.render.pdf import lay_out
from briefkit.render.tags import mark_notes
from briefkit.values import replace
from tests.pdf_checks import has_links_in_the_tree
from tests.rendering import built_in_template, example, example_draft, make_document

PICTURE = (Path(__file__).parent.parent / "projects" / "water-fr" / "pictures" / "couverture.png").read_bytes()
WORDS = "Some words that fill a line of the column until it is full. "


@cache
def pdf() -> bytes:
    return FORMATS["pdf"](example(), Pandoc())


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def elements(document: Any, kind: str) -> Iterator[Any]:
    """The elements of a kind in the structure of a PDF."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem" and kind == item.S:
            yield item


# --- the tree for the printed page ------------------------------------------------------------


def test_notes_become_spans_in_their_place() -> None:
    note = {
        "t": "Note",
        "c": [{"t": "Para", "c": [{"t": "Str", "c": "a"}]}, {"t": "Para", "c": [{"t": "Str", "c": "b"}]}],
    }
    (block,) = notes_as_spans([{"t": "Para", "c": [note]}])
    joiner, call, span = block["c"]
    assert joiner == {"t": "Str", "c": "\u2060"}
    assert call["c"][0][0] == "note-call-1"
    assert span["c"][0] == ["note-text-1", ["footnote"], []]
    assert [node["t"] for node in span["c"][1]] == ["Str", "LineBreak", "Str"]


def test_a_pull_quote_stands_beside_the_paragraph_it_follows() -> None:
    quote: Any = {"t": "Div", "c": [["", ["pull-quote"], []], []]}
    text: Any = {"t": "Para", "c": []}
    assert quotes_beside([text, quote]) == [quote, text]


def test_a_pull_quote_does_not_part_a_heading_from_its_paragraph() -> None:
    quote: Any = {"t": "Div", "c": [["", ["pull-quote"], []], []]}
    text: Any = {"t": "Para", "c": []}
    headings: Any = [{"t": "Header", "c": [level, ["", [], []], []]} for level in (1, 2)]
    assert quotes_beside([text, *headings, text, quote]) == [text, quote, *headings, text]


def test_the_last_word_of_a_heading_does_not_stand_alone() -> None:
    blank: Any = {"t": "Space"}
    inlines = [
        {"t": "Str", "c": "a"},
        blank,
        {"t": "Str", "c": "b"},
        blank,
        {"t": "Str", "c": "c"},
        blank,
        {"t": "Str", "c": "d"},
    ]
    (made,) = without_widows([{"t": "Header", "c": [1, ["", [], []], inlines]}])
    assert made["c"][2][5] == {"t": "Str", "c": "\u00a0"}
    assert made["c"][2][3] == blank


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It matters more than their size.", "It matters more than their~size."),
        ("We found no later designation of consequences.", "We found no later designation of consequences."),
        ("It is one.", "It is one."),
    ],
)
def test_a_short_word_does_not_end_a_paragraph_alone(text: str, shown: str) -> None:
    (made,) = without_widows([tree.para(tree.words(text))])
    assert tree.plain(made).replace("\u00a0", "~") == shown


@pytest.mark.parametrize(
    ("address", "begun"),
    [
        ("https://doi.org/10.5555/a.1", "https://doi.org"),
        ("https://port-register.example/a", "https://port"),
        ("https://port.example", "https://port.example"),
    ],
)
def test_no_line_ends_behind_the_scheme_of_an_address(address: str, begun: str) -> None:
    link = {"t": "Link", "c": [tree.attributes(), [{"t": "Str", "c": address}], [address, ""]]}
    ((made,),) = [node["c"] for node in addresses_begun([tree.para([link])])]
    assert tree.plain([made]) == address
    assert tree.plain(made["c"][1][:1]) == begun


def test_the_blank_before_emphasis_stands_apart() -> None:
    made = blanks_apart(
        [{"t": "Str", "c": "a"}, {"t": "Space"}, {"t": "Emph", "c": []}, {"t": "Space"}, {"t": "Str", "c": "b"}]
    )
    assert [node["t"] for node in made] == ["Str", "Span", "Emph", "Space", "Str"]


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_pdf_is_tagged_named_and_dated() -> None:
    document = opened(pdf())
    root = document.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo["/Title"]) == "Keep the “cold chain” alive"
    assert str(document.docinfo["/Author"]) == "Health Unit"
    assert str(document.docinfo["/CreationDate"]).startswith("D:20261120")
    assert b"pdfuaid:part" in root.Metadata.read_bytes()


@pytest.mark.slow
def test_headings_are_bookmarks() -> None:
    document = opened(pdf())
    with document.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == ["What to do", "References"]


@pytest.mark.slow
def test_all_fonts_are_embedded_and_ours() -> None:
    document = opened(pdf())
    fonts = [font for page in document.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font
        assert "briefkit-" in str(font.BaseFont)


@pytest.mark.slow
def test_headings_of_tables_say_what_they_head() -> None:
    document = opened(pdf())
    scopes = [str(element.A.Scope) for element in elements(document, "/TH")]
    assert sorted(set(scopes)) == ["/Column", "/Row"]
    assert len(scopes) == 5


@pytest.mark.slow
def test_footnotes_are_notes_with_an_identifier() -> None:
    document = opened(pdf())
    assert [str(element.ID) for element in elements(document, "/Note")] == ["note-1"]


def test_an_article_of_a_page_is_no_note() -> None:
    """The report for reviewers is one for each brief: it was read out as notes."""
    root = ElementTree.fromstring("<main><article><p>Up.<span class='footnote'>In May.</span></p></article></main>")
    mark_notes(root)
    assert [element.tag for element in root.iter()] == ["main", "section", "p", "article"]


@pytest.mark.slow
def test_a_link_is_one_element_with_what_is_set_off_in_it() -> None:
    text = (
        "---\ntitle: Wells\nlang: en\n---\n\nSee [*the* long **page**](https://example.org/a), [n^o^ 12](https://example.org/b)"
        " and [![A well](a.png)](https://example.org/c).^[And [*that*](https://example.org/d).]\n\n"
        "# [*The* cost](https://example.org/e)\n"
    )
    picture = Asset("a.png", PICTURE, "image/png")
    document = opened(FORMATS["pdf"](make_document(text, assets={"a.png": picture}), Pandoc()))
    assert list(has_links_in_the_tree(document)) == []
    assert sum("/A" in link for page in document.pages for link in page.Annots if link.Subtype == "/Link") >= 5


def test_the_same_document_makes_the_same_bytes() -> None:
    assert FORMATS["pdf"](example(), Pandoc()) == pdf()


@pytest.mark.slow
def test_a_draft_is_marked_on_each_page() -> None:
    text = f"---\ntitle: T\n---\n\n{(WORDS * 40 + chr(10) * 2) * 4}"
    document = opened(FORMATS["pdf"](make_document(text, marks=("DRAFT",)), Pandoc()))
    plain = opened(FORMATS["pdf"](make_document(text), Pandoc()))
    assert len(document.pages) == len(plain.pages) > 1
    for marked, unmarked in zip(document.pages, plain.pages, strict=True):
        assert len(pikepdf.parse_content_stream(marked)) > len(pikepdf.parse_content_stream(unmarked))


@pytest.mark.slow
def test_the_mark_of_a_draft_stands_within_its_cover() -> None:
    made = make_document("---\ntitle: T\n---\n\nText.\n", marks=("DRAFT",), template=built_in_template("report"))
    page = pypdfium2.PdfDocument(FORMATS["pdf"](made, Pandoc()))[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    assert text.get_text_range().count("DRAFT") == 2  # with the one across the page
    assert all(left > 0 and bottom > 0 for left, bottom, _, _ in boxes)


@pytest.mark.slow
def test_lists_begin_with_the_number_that_they_say() -> None:
    box = "::: {.recommendation}\nDo.\n:::\n"
    text = f"# Recommendations\n\n{box}\nLater.\n\n{box}\n## For others\n\n{box}\n# Steps\n\nd. Go.\n\n7. Stop.\n"
    page = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text), Pandoc()))[0]
    words = page.get_textpage().get_text_range().split()
    assert [word for word in words if word[0].isdigit() or word == "d."][:5] == ["1", "2", "3", "d.", "7."]


@pytest.mark.slow
def test_a_draft_of_one_page_is_marked() -> None:
    assert FORMATS["pdf"](example_draft(), Pandoc()) != pdf()


@pytest.mark.slow
def test_the_lines_of_a_long_standfirst_are_about_even() -> None:
    standfirst = "Name the line, publish the way off the list, and treat crisis risk as a task of its own"
    data = FORMATS["pdf"](make_document(f"---\ntitle: T\nsubtitle: {standfirst}\n---\n\nA.\n"), Pandoc())
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    lines = text[text.index("Name") :].split("\r\n")[:2]
    assert " ".join(" ".join(lines).split()) == standfirst
    assert min(map(len, lines)) > 0.7 * max(map(len, lines))


# --- nothing from outside ---------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="asset:lost.png" alt="x">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<style>@import "http://127.0.0.1:9/x.css"</style>',
        "<style>body{background:url(file:///etc/hostname)}</style>",
        '<style>@font-face{font-family:x;src:url(file:///etc/hostname)}</style><p style="font-family:x">a</p>',
        '<svg width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
        '<object data="file:///etc/hostname"></object>',
    ],
)
def test_what_lies_outside_ends_the_build(markup: str) -> None:
    with pytest.raises(RenderError, match="outside resource"):
        lay_out(f'<html lang="en"><title>t</title><body>{markup}<p>text</p></body></html>', {})


@pytest.mark.slow
def test_a_page_has_no_address_that_a_link_could_be_seen_from() -> None:
    body = "<a href='notes.html'>a</a> <a href='../b'>b</a> <a href='?c'>c</a> <a href='/d'>d</a>"
    made = lay_out(f'<html lang="en"><title>t</title><body><p>{body}</p></body></html>', {})
    document = opened(made)
    assert [str(note.A.URI) for note in document.pages[0].Annots] == ["notes.html", "../b", "?c", "/d"]


@pytest.mark.slow
def test_a_picture_that_cannot_be_read_ends_the_build() -> None:
    page = '<html lang="en"><title>t</title><body><img src="asset:a.png" alt="x"></body></html>'
    with pytest.raises(RenderError, match="lack something"):
        lay_out(page, {"a.png": (b"\x89PNG broken", "image/png")})


LOST = {
    "a declaration": "<style>p{colr:red}</style>",
    "a value": "<style>p{color:rod}</style>",
    "a rule": "<style>p:frob{color:red}</style>",
    "a rule of the page": "<style>@page{@nowhere{content:'a'}}</style>",
    "an at-rule": "<style>@frob x{p{color:red}}</style>",
    "a number of a page": "<style>p::after{content:target-counter('#gone',page)}</style>",
    "a style of an element": "<p style='frob:1'>a</p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("what", list(LOST))
def test_what_would_be_lost_ends_the_build(what: str) -> None:
    with pytest.raises(RenderError, match="the PDF would lack something") as caught:
        lay_out(f'<html lang="en"><title>t</title><body>{LOST[what]}<p>text</p></body></html>', {})
    assert "templates/" in caught.value.hint


@pytest.mark.slow
def test_a_drawing_that_the_engine_cannot_draw_is_named() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" mask="url(#a)"/>'
    svg += b'<mask id="a" mask="url(#a)"><rect width="9" mask="url(#a)"/></mask></svg>'
    page = '<html lang="en"><title>t</title><body><img alt="a" src="asset:a.svg"></body></html>'
    with pytest.raises(RenderError, match=r"(?<!asset:)\ba\.svg") as caught:
        lay_out(page, {"a.svg": (svg, "image/svg+xml")})
    assert "save the picture anew" in caught.value.hint


@pytest.mark.slow
def test_arabic_words_in_a_drawing_are_in_their_order() -> None:
    word = '<text x="9" y="15" font-size="10">\u0642\u0645\u062d</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{word}</svg>'
    made = lay_out(f'<html lang="ar"><title>t</title><body>{svg}</body></html>', {})
    letters = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded()
    assert "\u0642\u0645\u062d" in letters  # they were laid out one by one, from left to right: read backwards


@pytest.mark.slow
def test_what_the_check_tells_of_does_not_end_the_build() -> None:
    body = "<a href='#gone'>a</a><p id=b>b</p><p id=b>b</p><img src='asset:a.png'><p>\U00012000</p>"
    page = f'<html lang="en"><title>t</title><style>p{{-weasy-hyphens:auto}}</style><body>{body}</body></html>'
    assert lay_out(page, {"a.png": (PICTURE, "image/png")}).startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the engine leaves its profile open
@pytest.mark.parametrize("body", ["<img src='asset:a.png'>", "<p>\U00012000</p>"])
def test_an_archive_is_not_made_of_what_it_may_not_hold(body: str) -> None:
    page = f'<html lang="en"><title>t</title><body>{body}</body></html>'
    attached = Attachment("a.md", b"a", "text/markdown", "Source", "a")
    with pytest.raises(RenderError, match="the PDF would lack something"):
        lay_out(page, {"a.png": (PICTURE, "image/png")}, (attached,), "2026-11-20")


@pytest.mark.slow
def test_a_picture_of_the_asset_table_is_shown() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    document = make_document(
        "---\ntitle: T\n---\n\n![A chart](a.svg)\n", assets={"a.svg": Asset("a.svg", svg, "image/svg+xml")}
    )
    made = opened(FORMATS["pdf"](document, Pandoc()))
    assert [str(figure.Alt) for figure in elements(made, "/Figure")] == ["A chart"]


@pytest.mark.slow
def test_a_picture_in_grey_of_sixteen_bits_is_shown() -> None:
    grey = io.BytesIO()
    Image.new("I;16", (9, 9), 32_768).save(grey, "PNG")
    page = '<html lang="en"><title>T</title><body><img src="asset:a.png" alt="Grey"></body></html>'
    made = opened(lay_out(page, {"a.png": (grey.getvalue(), "image/png")}))
    assert [str(figure.Alt) for figure in elements(made, "/Figure")] == ["Grey"]


@pytest.mark.slow
def test_a_template_of_a_project_cannot_fetch() -> None:
    used = built_in_template()
    pages = {**used.pages, "facts.html.j2": '<img src="http://127.0.0.1:9/pixel.png" alt="">'}
    with pytest.raises(RenderError, match="outside resource"):
        FORMATS["pdf"](replace(example(), template=replace(used, pages=pages)), Pandoc())


# --- two traps of the layout engine -----------------------------------------------------------


@pytest.mark.slow
def test_a_note_stands_on_the_page_of_its_call() -> None:
    text = "---\ntitle: T\n---\n\n" + "".join(f"{WORDS * 9}^[Note number {n}.]\n\n" for n in range(1, 16))
    document = opened(FORMATS["pdf"](make_document(text), Pandoc()))
    notes = [element.Pg.objgen for element in elements(document, "/Note")]
    calls = [element.Pg.objgen for element in elements(document, "/NonStruct") if element.P.get("/S") == "/P"]
    assert len(notes) == 15
    assert notes == calls[:15]  # what follows is the title in "Cite as"


@pytest.mark.slow
def test_styles_that_end_the_layout_are_told_with_a_cure() -> None:
    page = "<html lang=en><title>x</title><style>@page{size:1e9px 1e9px}</style>" + "<div>" * 700 + "x"
    with pytest.raises(RenderError, match="cannot be laid out") as caught:
        lay_out(page, {})
    assert "templates" in caught.value.hint


def test_lists_one_after_another_do_not_leave_a_page_half_empty() -> None:
    lists = "\n\n".join("\n".join(f"{mark} {WORDS}" for _ in range(5)) for mark in ("-", "1.", "-", "1."))
    text = f"---\ntitle: T\n---\n\n{(WORDS * 5 + chr(10) * 2) * 5}{lists}\n"
    first = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text), Pandoc()))[0]
    assert first.get_textpage().get_text_bounded().count("•") >= 5


def test_a_list_of_long_items_is_divided_where_a_page_would_end_early() -> None:
    items = "\n".join(f"- {WORDS * 3}" for _ in range(3))
    text = f"---\ntitle: T\n---\n\n# One\n\n{(WORDS * 3 + chr(10) * 2) * 10}Three things follow.\n\n{items}\n"
    first, second = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text), Pandoc()))
    assert first.get_textpage().get_text_bounded().count("•") == 2
    assert second.get_textpage().get_text_bounded().count("•") == 1


def test_a_second_line_in_the_contents_begins_under_the_words_of_the_first() -> None:
    heading = "Tariffs that nobody can read without the annex of the third amending regulation of last year"
    text = f"---\ntitle: T\n---\n\n# {heading}\n\nText.\n\n# Costs\n\nText.\n"
    made = make_document(text, template=built_in_template("report"))
    page = pypdfium2.PdfDocument(FORMATS["pdf"](made, Pandoc()))[1].get_textpage()
    text = page.get_text_bounded()
    first = text.index(heading[:20])
    second = text.index("\n", first) + 1
    assert page.get_charbox(second)[0] == pytest.approx(page.get_charbox(first)[0], abs=1.5)


def test_a_box_longer_than_a_page_begins_below_its_heading() -> None:
    text = f"---\ntitle: T\n---\n\n# A case\n\n::: {{.case-study}}\n{(WORDS * 8 + chr(10) * 2) * 14}:::\n"
    first = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text), Pandoc()))[0]
    assert "Some words" in first.get_textpage().get_text_bounded()


# --- the last page ----------------------------------------------------------------------------


def test_references_are_set_closer_where_a_last_page_would_have_a_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [f"office{number}" for number in range(64)]
    work = "A yearbook of the water tariffs of the district and of its neighbours"
    library = "".join(
        f"@report{{{key}, author={{{{Office}}}}, title={{{work} {key}}}, date={{2024}}}}\n" for key in keys
    )
    text = "---\ntitle: T\n---\n\n" + "\n\n".join(f"Tariffs rose [@{key}]." for key in keys)
    document = make_document(text, library)
    drawn_in = len(pypdfium2.PdfDocument(FORMATS["pdf"](document, Pandoc())))
    monkeypatch.setattr("briefkit.render.pdf.FEW", 0)
    assert len(pypdfium2.PdfDocument(FORMATS["pdf"](document, Pandoc()))) == drawn_in + 1


def test_text_is_set_closer_where_a_last_page_would_have_a_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Water has a price, and whoever draws it knows what it is and why it is so in every district of the land. "
    document = make_document("---\ntitle: T\n---\n\n" + f"{line * 4}\n\n" * 15)
    whole = FORMATS["pdf"](document, Pandoc())
    monkeypatch.setattr("briefkit.render.pdf.FEW", 0)
    assert len(pypdfium2.PdfDocument(FORMATS["pdf"](document, Pandoc()))) == len(pypdfium2.PdfDocument(whole)) + 1


# --- holes before whole exhibits --------------------------------------------------------------

TALL = "| A | B |\n|---|---|\n" + "| one | two |\n" * 11 + "\n: Wells {#tbl-wells}\n\n"


def _first_page(text: str) -> str:
    first = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text), Pandoc()))[0]
    return str(first.get_textpage().get_text_bounded())


def test_text_that_follows_a_table_fills_the_page_that_it_was_moved_from() -> None:
    text = f"---\ntitle: T\n---\n\n{(WORDS * 5 + chr(10) * 2) * 7}{TALL}Behind the table. {WORDS * 6}\n\nOn.\n"
    page = _first_page(text)
    assert "Wells" not in page
    assert "Behind the table" in page


def test_no_text_passes_a_heading_or_a_table_with_notes_for_it() -> None:
    before = f"---\ntitle: T\n---\n\n{(WORDS * 5 + chr(10) * 2) * 7}"
    assert "Behind" not in _first_page(f"{before}{TALL}# Behind\n\n{WORDS * 6}\n")
    noted = TALL.replace("Wells", "Wells[^1]")
    assert "Behind" not in _first_page(f"{before}{noted}Behind it. {WORDS * 6}\n\n[^1]: A note.\n")


def test_a_box_that_would_leave_a_large_hole_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    box = f"# A case\n\n::: {{.case-study}}\n{(WORDS * 2 + chr(10) * 2) * 10}:::\n"
    text = f"---\ntitle: T\n---\n\n{(WORDS * 5 + chr(10) * 2) * 6}{box}"
    assert "A case" in _first_page(text)
    monkeypatch.setattr("briefkit.render.holes.LEAST_BEFORE_BOX", 1)
    assert "A case" not in _first_page(text)
