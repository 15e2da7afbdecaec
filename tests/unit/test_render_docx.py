"""The Word file: our styles, fixed dates, nothing of the machine, nothing from outside."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from xml.etree import ElementTree

import pytest

from briefkit.assemble import tree
from briefkit.errors import RenderError
from briefkit.model import Asset, Logo
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.docx import packed, refuse_outside, unpacked
from briefkit.render.word_head import title_block
from briefkit.render.word_sheet import COVER_ABOVE, EDGE, HUNG, STYLES
from briefkit.render.word_styles import style_id
from briefkit.values import replace
from tests.rendering import built_in_template, example, example_draft, make_document
from tests.unit.test_render_html import PNG


@cache
def docx() -> bytes:
    return FORMATS["docx"](example(), Pandoc())


@cache
def parts() -> dict[str, str]:
    return {name: data.decode("utf-8", "replace") for name, data in unpacked(docx()).items()}


def styles_used(text: str) -> set[str]:
    return set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text))


def test_each_part_is_well_formed() -> None:
    for name, data in unpacked(docx()).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)


def test_dates_and_order_are_fixed() -> None:
    with zipfile.ZipFile(io.BytesIO(docx())) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 20, 0, 0, 0)}
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_the_same_document_makes_the_same_bytes() -> None:
    assert FORMATS["docx"](example(), Pandoc()) == docx()


def test_properties_come_from_the_brief() -> None:
    core = parts()["docProps/core.xml"]
    assert "<dc:title>Keep the “cold chain” alive</dc:title>" in core
    assert core.count("2026-11-20T00:00:00Z") == 2
    assert "<dc:language>en-GB</dc:language>" in core
    assert "<Company>Meridian Institute</Company>" in parts()["docProps/app.xml"]


def test_only_links_point_outside() -> None:
    refuse_outside(unpacked(docx()))


def test_a_template_that_calls_home_is_refused() -> None:
    relation = b'<Relationship Id="r" Type="x/attachedTemplate" Target="http://evil.example" TargetMode="External"/>'
    with pytest.raises(RenderError, match="evil"):
        refuse_outside({"word/_rels/settings.xml.rels": relation})


def test_each_style_in_use_is_one_of_ours() -> None:
    ours = {style_id(style.name) for style in STYLES} | {"Table", "Facts"}
    used = set.union(*(styles_used(text) for name, text in parts().items() if name.startswith("word/")))
    assert used <= ours


def test_the_sheet_hangs_together() -> None:
    names = [style.name for style in STYLES]
    assert len(set(names)) == len(names)
    assert {style.based for style in STYLES} | {style.next for style in STYLES} <= {*names, ""}


def test_key_messages_are_a_list() -> None:
    styles = parts()["word/styles.xml"]
    key_message = styles[styles.index('w:styleId="KeyMessage"') :]
    assert re.search(r'<w:numId w:val="1" ?/>', key_message[: key_message.index("</w:style>")])
    assert '<w:num w:numId="1"' in parts()["word/numbering.xml"]
    assert parts()["word/document.xml"].count('<w:pStyle w:val="KeyMessageKept"') == 2
    assert re.search(r'"KeyMessageKept" ?/><w:numPr>', parts()["word/document.xml"])


def test_recommendations_are_numbered_by_word() -> None:
    assert parts()["word/document.xml"].count('<w:pStyle w:val="Recommendation"') == 2


def test_footnotes_are_footnotes_and_count_through() -> None:
    assert "<w:footnoteReference" in parts()["word/document.xml"]
    assert "numRestart" not in parts()["word/document.xml"]


def test_headings_of_tables_repeat() -> None:
    assert "<w:tblHeader" in parts()["word/document.xml"]


def test_pages_are_numbered() -> None:
    assert 'w:instr=" PAGE "' in parts()["word/footer1.xml"]
    assert 'w:instr=" NUMPAGES "' in parts()["word/footer2.xml"]


def test_word_does_not_open_it_in_compatibility_mode() -> None:
    assert 'w:name="compatibilityMode"' in parts()["word/settings.xml"]


def test_a_draft_is_marked_on_the_first_and_on_other_pages() -> None:
    draft = unpacked(FORMATS["docx"](example_draft(), Pandoc()))
    assert all(b"DRAFT" in draft[f"word/header{n}.xml"] for n in (1, 2))
    assert "DRAFT" not in parts()["word/header1.xml"] + parts()["word/header2.xml"]


@pytest.mark.parametrize(
    ("title", "front", "lines"),
    [
        ("Cool homes", "status: draft", ["MINISTRY   DRAFT   |COOL HOMES"]),
        ("Cool homes " * 9, "status: draft", ["MINISTRY   DRAFT   |" + "COOL HOMES " * 7 + "COOL HOMES…"]),
        (
            "Cool homes",
            "embargo-until: 2026-12-01T06:00Z",
            ["MINISTRY   NOT FOR RELEASE BEFORE 1 DECEMBER 2026, 06:00 (UTC)   |COOL HOMES"],
        ),
    ],
)
def test_a_running_title_is_cut_to_its_line_or_stands_below_a_long_mark(
    title: str, front: str, lines: list[str]
) -> None:
    text = f"---\ntitle: {title}\norganisation: Ministry\n{front}\n---\n\nText.\n"
    document = make_document(text, marks=("draft",) if "draft" in front else ())
    header = unpacked(FORMATS["docx"](document, Pandoc()))["word/header1.xml"].decode()
    shown = [re.sub("<[^>]+>", "", line.replace("<w:tab/>", "|")) for line in header.split("</w:p>")[:-1]]
    assert [line.upper().strip() for line in shown] == [line.strip() for line in lines]


@pytest.mark.parametrize(("title", "authors", "less"), [("Cool homes", 1, False), ("Cool homes " * 14, 26, True)])
def test_a_cover_that_says_much_has_less_room_above_its_title(title: str, authors: int, less: bool) -> None:
    """The end of the page is on the line below its facts: else a full cover is followed by an empty page."""
    named = ", ".join(f"{{name: Author {n}}}" for n in range(authors))
    text = f"---\ntitle: {title}\norganisation: Ministry\naudience: All\nauthors: [{named}]\n---\n\nText.\n"
    document = make_document(text, template=built_in_template("report"))
    made = unpacked(FORMATS["docx"](document, Pandoc()))
    (after,) = re.findall(r'w:styleId="BandLine".*?w:after="(\d+)"', made["word/styles.xml"].decode(), re.DOTALL)
    assert (int(after) < COVER_ABOVE) == less
    assert re.search(r'"Gap" ?/>(?:(?!</w:p>).)*<w:br w:type="page"', made["word/document.xml"].decode(), re.DOTALL)


def test_an_orcid_is_a_link_in_a_style_of_its_own() -> None:
    document = make_document("---\ntitle: T\nauthors: {name: A, orcid: 0000-0002-1825-0097}\n---\n\nText.\n")
    made = unpacked(FORMATS["docx"](document, Pandoc()))
    assert b"https://orcid.org/0000-0002-1825-0097" in made["word/_rels/document.xml.rels"]
    assert b'w:styleId="AuthorLink"' in made["word/styles.xml"]
    assert "AuthorLink" not in parts()["word/styles.xml"]


def test_keys_of_citations_survive() -> None:
    assert 'w:anchor="ref-zel2023"' in parts()["word/document.xml"]


def test_no_address_of_a_picture_is_left() -> None:
    document = make_document(
        "---\ntitle: T\n---\n\n![Cap](a.png){alt='Alt text'}\n", assets={"a.png": Asset("a.png", PNG, "image/png")}
    )
    text = unpacked(FORMATS["docx"](document, Pandoc()))["word/document.xml"].decode()
    assert "base64" not in text
    assert not re.search(r"<pic:cNvPr[^>]*descr=", text)
    assert 'descr="Alt text"' in text


def test_a_drawing_needs_a_picture_that_word_can_show() -> None:
    document = make_document(
        "---\ntitle: T\n---\n\n![Cap](a.svg)\n", assets={"a.svg": Asset("a.svg", b"<svg/>", "image/svg+xml")}
    )
    with pytest.raises(RenderError, match="Word cannot show"):
        FORMATS["docx"](document, Pandoc())


@pytest.mark.parametrize(("date", "year"), [("1975-05-01", 1980), ("2107-12-31", 2107), ("9999-12-31", 2107)])
def test_a_date_that_no_package_can_have_is_the_nearest(date: str, year: int) -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"a": b""}, date))) as archive:
        assert archive.infolist()[0].date_time[0] == year


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(RenderError, match="no Word file"):
        unpacked(b"not a zip")


def test_a_list_in_a_recommendation_stands_below_its_text() -> None:
    text = "# Recommendations\n\n::: {.recommendation}\nLimit it to homes that\n\n- are large;\n- are hot.\n:::\n"
    body = unpacked(FORMATS["docx"](make_document(text), Pandoc()))["word/document.xml"].decode()
    assert body.count('<w:ind w:left="794" w:hanging="340"/>') == 2


def test_a_list_in_a_box_is_part_of_the_box() -> None:
    text = "::: {.case-study}\nWe saw:\n\n- one;\n    1. two;\n- three.\n:::\n"
    body = unpacked(FORMATS["docx"](make_document(text), Pandoc()))["word/document.xml"].decode()
    assert body.count('<w:pStyle w:val="CaseStudyItem"') == 3
    assert body.count('<w:ind w:left="560" w:hanging="340"/>') == 2
    assert body.count('<w:ind w:left="900" w:hanging="680"/>') == 1


def test_a_list_in_a_list_in_a_box_has_bullets_that_stand_to_the_right() -> None:
    text = "::: {.case-study}\nWe saw:\n\n- one;\n    - two.\n:::\n"
    made = unpacked(FORMATS["docx"](make_document(text), Pandoc()))
    assert '<w:ilvl w:val="1"/><w:numId w:val="3"/>' in made["word/document.xml"].decode()
    assert 'w:lvlText w:val="\u2003\u2002\u2022"' in made["word/numbering.xml"].decode()


def rows_kept(count: int) -> list[bool]:
    """Whether the rows of a table with so many stay on the page of the next."""
    rows = "".join(f"| Row {number} | {number} |\n" for number in range(count))
    made = unpacked(FORMATS["docx"](make_document(f"| Name | Sum |\n|---|---|\n{rows}"), Pandoc()))
    body = made["word/document.xml"].decode().partition("<w:tblHeader")[2]
    return ["RowKept" in row for row in body.split("<w:tr>")[1:]]


def test_a_short_table_stays_on_one_page() -> None:
    assert rows_kept(5) == [True] * 5


def test_of_a_long_table_no_row_stands_alone_at_an_edge() -> None:
    assert rows_kept(30) == [True, *[False] * 27, True, True]


def test_a_table_is_as_wide_as_the_text_where_it_would_stand_at_the_wrong_side() -> None:
    text = "---\ntitle: T\nlang: {}\n---\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    made = [unpacked(FORMATS["docx"](make_document(text.format(lang)), Pandoc())) for lang in ("en", "ar")]
    english, arabic = (re.findall(r'<w:tblW w:type="pct" w:w="(\d+)"', m["word/document.xml"].decode()) for m in made)
    assert int(english[-1]) < 2500
    assert int(arabic[-1]) > 4950


def test_no_row_is_divided_between_pages() -> None:
    body = parts()["word/document.xml"]
    assert body.count("<w:cantSplit/>") == body.count("<w:tr>") > 0


def test_text_after_a_list_stands_apart_from_it() -> None:
    body = unpacked(FORMATS["docx"](make_document("- one\n- two\n\nText.\n"), Pandoc()))["word/document.xml"].decode()
    assert '<w:pStyle w:val="AfterList"' in body


def test_all_that_stands_in_a_box_has_one_edge() -> None:
    sheet = {style.name: style for style in STYLES}
    for box in ("Callout", "Case Study", "Definition Box", "Counter-argument", "Confidence"):
        text, item = sheet[f"{box} Text"], sheet[f"{box} Item"]
        assert (text.left, text.borders) == (item.left, item.borders)
        assert HUNG[style_id(item.name)] == (text.left, 0)
    key = [style for name, style in sheet.items() if name.startswith(("Key Message", "Box Heading")) and style.left]
    assert {(style.left or 0) - (style.hanging or 0) for style in key} == {EDGE}


def test_the_logo_stands_for_the_name_of_the_organisation() -> None:
    document = make_document("---\ntitle: T\norganisation: Institute of Rivers\n---\n\nText.\n")
    logo = Logo(Asset("logo.png", PNG, "image/png"), "", 20, 10)
    branded = replace(document, brand=replace(document.brand, office_logo=logo))
    assert "Institute of Rivers" in tree.plain(title_block(document))
    assert "Institute of Rivers" not in tree.plain(title_block(branded))


def test_the_mark_of_a_draft_stands_at_the_edge_beside_a_logo() -> None:
    document = example_draft()
    logo = Logo(Asset("logo.png", PNG, "image/png"), "", 20, 10)
    made = unpacked(FORMATS["docx"](replace(document, brand=replace(document.brand, office_logo=logo)), Pandoc()))
    assert "</w:drawing></w:r><w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle" in made["word/header2.xml"].decode()


def test_a_stop_at_the_end_of_foreign_words_keeps_its_place_in_word() -> None:
    body = unpacked(FORMATS["docx"](make_document("As [مرحبا!]{dir=rtl} says.\n"), Pandoc()))["word/document.xml"]
    assert re.search("(?<!\u200f)مرحبا!.*\u200f", body.decode(), re.DOTALL)


def test_a_long_series_stands_below_the_organisation() -> None:
    front = f"organisation: Ministry\nseries: {'Briefs on homes ' * 5}"
    body = unpacked(FORMATS["docx"](make_document(f"---\ntitle: T\n{front}\n---\n\nText.\n"), Pandoc()))
    text = body["word/document.xml"].decode()
    assert text.index('"BandLineAbove"') < text.index('"BandLine"')


def test_a_cover_has_its_room_below_both_lines_of_its_band() -> None:
    front = f"title: T\norganisation: {'Ministry of homes ' * 5}\nseries: Briefs on homes"
    document = make_document(f"---\n{front}\n---\n\nText.\n", template=built_in_template("report"))
    styles = unpacked(FORMATS["docx"](document, Pandoc()))["word/styles.xml"].decode()
    found = re.findall(r'w:styleId="BandLine(?:Above)?".*?w:after="(\d+)"', styles, re.DOTALL)
    assert sorted(map(int, found)) == [60, COVER_ABOVE]


def test_no_line_ends_within_an_orcid() -> None:
    document = make_document("---\ntitle: T\nauthors: {name: A, orcid: 0000-0002-1825-0097}\n---\n\nText.\n")
    body = unpacked(FORMATS["docx"](document, Pandoc()))["word/document.xml"].decode()
    assert body.count("<w:noBreakHyphen") == 3
    assert "0000-0002" not in re.sub("<[^>]+>", "", body)


def test_a_list_of_recommendations_that_begins_anew_does_so_in_word() -> None:
    text = "# Recommendations\n\n## Now\n\n1. Do.\n2. Pay.\n\n## Later\n\n1. Look.\n2. Ask.\n"
    made = unpacked(FORMATS["docx"](make_document(text), Pandoc()))
    anew = '<w:pStyle w:val="Recommendation"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="102"/></w:numPr>'
    assert made["word/document.xml"].decode().count(anew) == 2
    assert '<w:startOverride w:val="1"/></w:lvlOverride></w:num>' in made["word/numbering.xml"].decode()
