"""What keeps a citation style from being used: above all a parent, which pandoc would fetch."""

from __future__ import annotations

import pytest

from briefkit.assemble.styles import fault_of_style, has_references, is_numeric, is_of_notes, printed_of_entries

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title>{0}</info>'
STYLE = HEAD + '{1}<citation><layout><text macro="a"/></layout></citation></style>'
MACRO = '<macro name="a"><text variable="title"/></macro>'


def test_a_good_style_has_no_fault() -> None:
    assert fault_of_style('<?xml version="1.0"?>' + STYLE.format("", MACRO)) == ""


@pytest.mark.parametrize("target", ["file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:9/x.csl"])
@pytest.mark.parametrize("name", ["link", "x:link"])
@pytest.mark.parametrize("relation", ['rel="independent-parent"', 'x:rel="independent-&#112;arent"'])
def test_a_style_that_leads_to_another_is_refused(target: str, name: str, relation: str) -> None:
    link = f'<{name} xmlns:x="urn:x" href="{target}" {relation}/>'
    assert fault_of_style(STYLE.format(link, MACRO)) == "only names its parent"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "cannot be read"),
        ("words", "cannot be read"),
        ("<html/>", "is no CSL style"),
        ("<style/>", "is no CSL style"),
        ('<!DOCTYPE x SYSTEM "x">' + STYLE.format("", MACRO), "declares entities"),
        ('<!doctype x [<!ENTITY a SYSTEM "x">]>' + STYLE.format("", MACRO), "declares entities"),
        (HEAD.format("") + "<citation/></style>", "has no layout for citations"),
        (STYLE.format("", ""), "has no macro 'a'"),
        (STYLE.format("", '<macro name="a"><text macro="a"/></macro>'), "has a macro that calls itself: 'a'"),
        (
            STYLE.format("", '<macro name="b"><text macro="a"/></macro><macro name="a"><text macro="b"/></macro>'),
            "has a macro that calls itself: 'a'",
        ),
    ],
)
def test_a_style_that_pandoc_would_stop_at_says_why(text: str, fault: str) -> None:
    assert fault_of_style(text).startswith(fault)


@pytest.mark.parametrize(
    ("layout", "numeric"),
    [
        ('<text variable="citation-number"/>', True),
        ('<number variable="citation-number"/>', True),
        ('<text variable="title"/>', False),
        ('<key variable="citation-number"/>', False),
    ],
)
def test_a_style_that_prints_the_numbers_of_sources_is_numeric(layout: str, numeric: bool) -> None:
    assert is_numeric(STYLE.format("", f'<macro name="a">{layout}</macro>')) is numeric


def test_the_style_of_pandoc_has_references_and_no_notes() -> None:
    assert (has_references(""), is_of_notes("")) == (True, False)


def test_a_style_of_notes_may_have_no_references() -> None:
    style = STYLE.format("", MACRO).replace("in-text", "note")
    assert (has_references(style), is_of_notes(style)) == (False, True)


def cited_as(layout: str, rest: str = "") -> frozenset[str]:
    """What a style with this layout of citations prints of an entry."""
    citation = f"<citation><layout>{layout}</layout></citation>"
    return printed_of_entries(f'<style xmlns="http://purl.org/net/xbiblio/csl">{rest}{citation}</style>')


def test_what_a_style_prints_of_an_entry_is_in_its_macros_too() -> None:
    names = '<macro name="n"><names variable="author editor"><substitute><text macro="t"/></substitute></names></macro>'
    title = '<macro name="t"><choose><if type="book"><text variable="title"/></if></choose><text macro="n"/></macro>'
    assert cited_as('<text macro="n"/>', names + title) == {"author", "editor", "title"}
    assert cited_as('<date variable="issued"/><number variable="volume"/>') == {"issued", "volume"}


@pytest.mark.parametrize(
    "layout",
    [
        '<text value="n.d."/><text variable="title"/>',
        '<text variable="title"/><group><text term="in"/></group>',
        '<number variable="citation-number"/>',
        '<text variable="locator"/><text variable="title"/>',
    ],
)
def test_a_style_with_words_of_its_own_prints_something_of_any_entry(layout: str) -> None:
    assert cited_as(layout) == frozenset()
    assert printed_of_entries("") == frozenset()
