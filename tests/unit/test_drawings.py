"""An SVG shows shapes; one that does anything else is refused with the reason."""

from __future__ import annotations

import pytest

from briefkit.assemble.drawings import Unfit, fit_drawing, twin_of

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
