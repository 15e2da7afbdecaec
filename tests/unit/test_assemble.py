"""A brief, its library and its face become one document."""

from __future__ import annotations

import pytest

from briefkit.assemble import tree
from briefkit.errors import RenderError
from briefkit.model import Asset, Document
from tests.rendering import BRIEF, LIBRARY, bare_document, example, make_document


def headings(document: Document) -> list[str]:
    return [tree.plain(n["c"][2]) for n in tree.walk(list(document.ast["blocks"])) if n["t"] == "Header"]


def text_of(document: Document) -> str:
    return tree.plain(list(document.ast["blocks"]))


def test_the_first_page_comes_first() -> None:
    blocks = example().ast["blocks"]
    assert [tree.attr(node)[1] for node in blocks[:2]] == [("bottom-line",), ("key-messages",)]


def test_citations_are_rendered_once_for_all_formats() -> None:
    assert "(Żeleński 2023)" in text_of(example()).replace("\u00a0", " ")


def test_front_matter_may_cite() -> None:
    assert "Losses doubled (Ministry of Health 2026, 12)." in text_of(example()).replace("\u00a0", " ")


def test_no_line_ends_before_the_figure_of_a_locator() -> None:
    document = make_document("---\ntitle: T\n---\n\nText [@zel2023, para. 3].\n")
    assert "Żeleński\u00a02023, para.\u00a03" in text_of(document)


@pytest.mark.parametrize(
    ("fields", "cited", "listed"),
    [
        ("title = {Care Act 2019}, date = {2019}", "(Care Act 2019)", "Care Act 2019."),
        ("title = {Care Act}, date = {2019-05-02}", "(Care Act 2019)", "Care Act (2019)."),
        ("title = {Care Act 2019}, howpublished = {Gazette}", "(Care Act 2019, n.d.)", "Care Act 2019, Gazette."),
        (
            "title = {Care Act}, number = {109-401}, date = {2006}",
            "(Care Act 2006)",
            "Pub. L. No. 109\u2011401 (2006).",
        ),
        (
            "title = {Care Act}, number = {Pub. L. 9-4}, date = {2006}",
            "(Care Act 2006)",
            ", Pub. L. No. 9\u20114 (2006).",
        ),
        (
            "title = {Care Order}, number = {SI 2020/154}, date = {2020}",
            "(Care Order 2020)",
            "Care Order, SI 2020/154 (2020).",
        ),
        (
            "title = {Ley 7/2022 de salud}, number = {7/2022}, publisher = {BOE}, date = {2022}, langid = {spanish}",
            "(Ley 7/2022 de salud 2022)",
            "Ley 7/2022 de salud, BOE (2022).",
        ),
        (
            "title = {Care Order}, number = {85}, publisher = {Official Gazette}, date = {2022}",
            "(Care Order 2022)",
            "Care Order, Official Gazette, 85 (2022).",
        ),
    ],
)
def test_a_law_is_printed_with_its_gazette_its_number_and_its_year_once(fields: str, cited: str, listed: str) -> None:
    document = make_document("Text [@act].\n", f"@legislation{{act, {fields}}}")
    text = text_of(document).replace("\u00a0", " ")
    assert cited in text
    assert text.rstrip().endswith(listed)


def test_no_line_begins_with_a_short_locator() -> None:
    assert "of Health 2026,\u00a012)" in text_of(example())


def test_references_stand_at_the_end_under_their_heading() -> None:
    assert headings(example())[-1] == "References"
    assert [tree.attr(n)[0] for n in example().ast["blocks"][-2:]] == ["references", "refs"]


def test_the_heading_of_the_references_is_in_the_language_of_the_brief() -> None:
    assert headings(make_document(BRIEF.replace("lang: en-GB", "lang: de")))[-1] == "Quellen"


def test_a_heading_for_references_that_the_author_typed_is_used() -> None:
    document = make_document("---\ntitle: T\n---\n\nText [@zel2023].\n\n# Sources\n")
    assert headings(document) == ["Sources"]


def test_without_citations_there_are_no_references() -> None:
    assert headings(make_document("---\ntitle: T\n---\n\nText.\n")) == []


def test_an_unknown_key_is_shown_as_such() -> None:
    assert "(lost?)" in text_of(make_document("---\ntitle: T\n---\n\nText [@lost; @zel2023].\n"))


def test_a_style_given_as_text_is_used() -> None:
    style = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""
    assert "[1]" in text_of(bare_document("---\ntitle: T\n---\n\nText [@zel2023].\n", LIBRARY, style))


def test_titles_get_proper_quotes() -> None:
    assert example().meta.title == "Keep the “cold chain” alive"


def test_the_brief_says_how_to_cite_it() -> None:
    assert "Cite as: Health Unit, Keep the “cold chain” alive, Policy Brief 7, Meridian Institute, 2026." in text_of(
        example()
    )


def test_the_disclaimer_is_printed() -> None:
    assert "Fiction: all of it is invented." in text_of(example())


ENDING = """reviewers: [{name: Panel, affiliation: Institute, orcid: 0000-0002-1694-233X}, Board]
funding: [Water Fund, City]
conflicts: "None, says [the register](https://example.org/register) [@zel2023]."
licence: CC BY-SA 4.0
url: https://example.org/briefs/7
"""


def ending(lines: str = ENDING, lang: str = "en-GB") -> Document:
    return make_document(f"---\ntitle: T\nlang: {lang}\n{lines}---\n\nText.\n")


def links(document: Document) -> list[str]:
    return [node["c"][2][0] for node in tree.walk(list(document.ast["blocks"])) if node["t"] == "Link"]


def end_lines(document: Document) -> list[str]:
    (end,) = (node for node in tree.walk(list(document.ast["blocks"])) if tree.has_class(node, "end-matter"))
    return [tree.plain(part).replace("\u00a0", " ") for part in end["c"][1]]


def test_the_end_names_reviewers_funding_conflicts_and_licence() -> None:
    assert end_lines(ending()) == [
        "Cite as: T. https://example.org/briefs/7",
        "Reviewed by: Panel, Institute ORCID 0000-0002-1694-233X; Board",
        "Funding: Water Fund; City",
        "Conflicts of interest: None, says the register (Żeleński 2023).",
        "Licence: CC BY-SA 4.0",
    ]


def test_what_the_end_names_can_be_followed() -> None:
    wanted = {
        "https://example.org/briefs/7",
        "https://orcid.org/0000-0002-1694-233X",
        "https://example.org/register",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    }
    assert wanted <= set(links(ending()))


def test_a_statement_on_funding_is_printed_as_markdown() -> None:
    assert end_lines(ending("funding: Paid for by *nobody*.\n"))[1:] == ["Funding: Paid for by nobody."]


def test_a_statement_that_is_a_list_stands_below_its_label() -> None:
    lines = "conflicts: |\n  - One.\n  - Two.\n"
    assert end_lines(ending(lines))[1:] == ["Conflicts of interest:One.Two."]


def test_a_licence_of_ones_own_is_no_link() -> None:
    document = ending("licence: LicenseRef-All-rights-reserved\n")
    assert end_lines(document)[1:] == ["Licence: All rights reserved"]
    assert links(document) == []


LABELLED = [
    ("en-US", "License"),
    ("de", "Lizenz"),
    ("fr", "Licence"),
    ("es", "Licencia"),
    ("pt-BR", "Licença"),
    ("ar", "الترخيص"),
]


@pytest.mark.parametrize(("lang", "label"), LABELLED)
def test_the_labels_of_the_end_are_in_the_language_of_the_brief(lang: str, label: str) -> None:
    assert end_lines(ending("licence: CC0\n", lang))[1].startswith(label)


def test_a_brief_under_embargo_carries_the_moment_as_a_mark() -> None:
    document = ending("embargo-until: 2026-12-01T06:00+01:00\n")
    assert document.marks == ("NOT FOR RELEASE BEFORE 1 DECEMBER 2026, 06:00 (UTC+1)",)


def test_a_date_of_the_united_states_has_the_month_first() -> None:
    document = ending("embargo: 2027-01-01\n", "en-US")
    assert document.marks == ("NOT FOR RELEASE BEFORE JANUARY 1, 2027",)


def test_of_two_embargoes_the_moment_counts() -> None:
    document = ending("embargo: 2027-01-01\nembargo-until: 2026-12-01T06:00Z\n")
    assert document.marks == ("NOT FOR RELEASE BEFORE 1 DECEMBER 2026, 06:00 (UTC)",)


def test_a_published_brief_has_no_mark_of_an_embargo() -> None:
    assert ending("status: published\nembargo-until: 2026-12-01T06:00Z\n").marks == ()


def test_a_document_is_stamped_with_the_date_of_its_brief() -> None:
    assert example().date == "2026-11-20"


def test_a_document_without_a_date_is_stamped_with_a_fixed_one() -> None:
    assert make_document("---\ntitle: T\n---\n\nText.\n").date == "1980-01-01"


def test_an_entry_that_prints_nothing_is_named() -> None:
    with pytest.raises(RenderError, match="nothing is printed where 'a' is cited") as raised:
        make_document("---\ntitle: T\n---\n\nSo [@a].\n", "@jurisdiction{a,}")
    assert raised.value.hint == "give its entry an author, a title and a date"


def test_a_note_in_the_words_for_a_picture_is_left_out() -> None:
    assets = {"pump.png": Asset("pump.png", b"", "image/png")}
    document = make_document("---\ntitle: T\n---\n\nA ![pump^[a note]](pump.png) here.\n", assets=assets)
    assert not [node for node in tree.walk(list(document.ast["blocks"])) if node["t"] == "Note"]


def test_the_entry_that_prints_nothing_is_named_without_what_stands_behind_it() -> None:
    with pytest.raises(RenderError, match="where 'a' is cited"):
        make_document("---\ntitle: T\n---\n\nSo [@a]. And [@b].\n", "@jurisdiction{a,}\n@jurisdiction{b,}")
