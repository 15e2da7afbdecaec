"""An SVG shows shapes; one that does anything else is refused with the reason."""

from __future__ import annotations

import re

import pytest

from briefkit.assemble.drawings import Unfit, fit_drawing, is_drawing, twin_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">'


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def test_shapes_are_kept_with_their_size() -> None:
    made, width, height = fit_drawing(drawing('<path d="M0 0h9" fill="url(#g)"/>'))
    assert (width, height) == (20, 10)
    assert b"<path" in made


def test_what_a_drawing_program_keeps_is_left_out() -> None:
    made, _, _ = fit_drawing(drawing('<metadata>who</metadata><x:view xmlns:x="urn:x" x:a="1"/><rect/>'))
    assert b"who" not in made
    assert b"urn:x" not in made


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<rect onclick='x()'/>", "onclick"),
        ("<image href='file:///etc/hosts'/>", "image"),
        ("<use href='http://x.example/a.svg#b'/>", "refers to"),
        ("<use xlink:href='file:///a#b'/>", "refers to"),
        ("<a href='https://x.example'/>", "<a>"),
        ("<foreignObject/>", "foreignObject"),
        ("<style>@import 'x.css'</style>", "style"),
        ("<rect style='fill:url(http://x.example/a)'/>", "outside"),
        ("<rect fill='url(file:///a)'/>", "outside"),
        ("<g id='a'><use href='#b'/></g><g id='b'><rect/></g><use href='#a'/>", "repeat"),
        ("<animate/>", "animate"),
        ("<clipPath id='a' clip-path='url(#a)'><rect/></clipPath>", "<clipPath> that is drawn with itself"),
        ("<mask id='a'><g mask='url(#b)'/></mask><mask id='b'><rect mask='url(#a)'/></mask>", "drawn with itself"),
        ("<style>.l {marker-end: url(#m)}</style><marker id='m'><path class='l'/></marker>", "drawn with itself"),
    ],
)
def test_what_reaches_out_is_refused(inside: str, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        fit_drawing(drawing(inside))


def test_a_part_may_be_drawn_with_one_that_stands_in_it() -> None:
    assert fit_drawing(drawing("<g clip-path='url(#a)'><clipPath id='a'><rect/></clipPath><rect/></g>"))[1:] == (20, 10)


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        (b"<!DOCTYPE svg SYSTEM 'a'><svg/>", True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE svg>\n<svg/>", True),
        (b"\n<!doctype  html><svg/>", False),
        (b"<HTML><svg/>", False),
        (b"text", False),
    ],
)
def test_a_drawing_is_told_from_a_page_that_holds_one(data: bytes, drawn: bool) -> None:
    assert is_drawing(data) is drawn


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
        b"<svg",
        b"<svg/>",
        b"<html><svg xmlns='http://www.w3.org/2000/svg'/></html>",
        b"<?xml-stylesheet href='a.css'?>" + drawing(""),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_plain_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        fit_drawing(data)


@pytest.mark.parametrize(
    ("name", "twin"), [("a.svg", "a.png"), ("a.b.SVG", "a.b.png"), ("a.png", "a.png.png"), ("a", "a.png")]
)
def test_the_picture_for_word_never_has_the_name_of_the_drawing(name: str, twin: str) -> None:
    assert twin_of(name) == twin


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<rect width='nan'/>", "a <rect> with 'nan' for its width"),
        ("<rect height='1e400'/>", "height"),
        ("<rect style='opacity:none'/>", "'none' for its opacity"),
        ("<style>rect { stroke-opacity: x }</style>", "stroke-opacity"),
        ("<linearGradient><stop stop-opacity='x'/></linearGradient>", "stop-opacity"),
        ("<g transform='rotate()'/>", "transform"),
        ("<g transform='rotate(1 2)'/>", "transform"),
        ("<g transform='scale(1'/>", "transform"),
        ("<path d='M0 0A1 1 0 2 1 5 5'/>", "d"),
        ("<text font-size='0.0001'/>", "font-size"),
        ("<text font-style='x'/>", "font-style"),
        ("<marker viewBox='0 0 1'/>", "viewBox"),
        ("<g>" * 200 + "</g>" * 200, "levels"),
        ("<text>" + "x" * 15_000 + "<tspan>y</tspan>" + "z" * 15_000 + "</text>", "more than 20,000 letters"),
        ("<style>rect{clip-path:url(#c)}</style><clipPath id='c'><rect/></clipPath><rect/>", "drawn with itself"),
    ],
)
def test_what_an_engine_cannot_read_is_refused(inside: str, why: str) -> None:
    with pytest.raises(Unfit, match=re.escape(why)):
        fit_drawing(drawing(inside))


@pytest.mark.parametrize(
    "head",
    [
        "viewBox='0 0 1e9 1'",
        "viewBox='0 0 1 99999'",
        "viewBox='0 0 9 9' width='-5'",
        "viewBox='0 0 9 9' width='0'",
        "viewBox='0 0 9 9' height='0mm'",
    ],
)
def test_a_drawing_that_comes_to_nothing_is_refused(head: str) -> None:
    with pytest.raises(Unfit):
        fit_drawing(f"<svg xmlns='http://www.w3.org/2000/svg' {head}/>".encode())


def test_what_drawing_programs_write_is_let_through() -> None:
    inside = """<g transform="translate(10,20) rotate(-45 3 4),matrix(1 0 0-1 .5.5)scale( 1e-3 )" style="opacity:.5">
    <path d="m0 0a1 1 0 01.5 5 2,2 0 1,0 3,3zM1-2.5.5e1-3"/><polygon points="1,2 3-4 5e-2 .5.5"/><stop offset="50%"/>
    <text x="1 2 3" dy=".71em" font-size="0.5" font-weight="600" style="font-style:oblique 9deg;letter-spacing:normal"
    >a</text><rect width="100%" height="auto" rx="1.5e-05mm" stroke-dasharray="none" stroke-width="inherit"/></g>"""
    fit_drawing(drawing(inside))


def test_what_is_written_outside_of_a_text_is_not_counted() -> None:
    fit_drawing(drawing(f"<title>{'x' * 30_000}</title><text>a {' ' * 30_000}</text>{' ' * 30_000}<rect/>"))


def test_a_long_value_is_looked_at_once() -> None:
    with pytest.raises(Unfit):
        fit_drawing(drawing(f"<polygon points='{'1' * 400_000}x'/><g transform='{' ' * 400_000}x'/>"))
