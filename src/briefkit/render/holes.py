"""A layout whose pages end early before whole figures and tables in, one in which text that stood behind these fills
the pages out: the exhibit comes on after the paragraphs that have room before it, as floats do.

Nothing passes a heading, a box or another exhibit, and an exhibit with notes stays, because notes are numbered in their
order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from briefkit.values import Value

LEAST = 0.12
"""The part of a page that must be empty before an exhibit is moved."""
MOST = 6
"""How often a document is laid out anew for it."""
TEXT, LISTS, HEADINGS = ("p", "blockquote"), ("ul", "ol"), ("h1", "h2", "h3", "h4", "h5")


class Hole(Value):
    """A page that ends early: its number, how much of it is empty in pixels, and the exhibit that was moved on."""

    page: int
    height: float
    exhibit: Any


def filled(layout: Any, tree: Any, lay: Callable[[], Any], strayed: Callable[[Any], int]) -> Any:
    """The layout, or one of the `tree` with exhibits after text that followed them; `strayed` counts the notes on wrong
    pages, which must not become more.
    """
    parents = {child: parent for parent in tree.iter() for child in parent}
    tried: list[Any] = []
    for _ in range(MOST):
        hole = next((one for one in _holes(layout) if not any(one.exhibit is old for old in tried)), None)
        if hole is None:
            break
        tried.append(hole.exhibit)
        parent = parents[hole.exhibit]
        was = list(parent).index(hole.exhibit)
        now = _place(parent, was, hole, _heights(layout))
        if now == was:
            continue
        parent.remove(hole.exhibit)
        parent.insert(now, hole.exhibit)
        other = lay()
        better = _empty(other) < _empty(layout) and strayed(other) <= strayed(layout)
        if better and len(other.pages) <= len(layout.pages):
            layout = other
        else:
            parent.remove(hole.exhibit)
            parent.insert(was, hole.exhibit)
    return layout


def _place(parent: Any, at: int, hole: Hole, heights: dict[Any, float]) -> int:
    """Where the exhibit goes among the children of its parent: after as much text as the hole holds."""
    after, left = list(parent)[at + 1 :], hole.height
    if any("footnote" in _classes(one) for one in hole.exhibit.iter()):
        return at
    for number, one in enumerate(after):
        follows = after[number + 1].tag if number + 1 < len(after) else ""
        if left <= 0 or one.tag not in (*TEXT, *LISTS):
            return at + number
        left -= heights.get(one, 0.0)
        if follows in LISTS:  # which stay with what introduces them
            left = max(left, 1.0)
    return at + len(after)


def _empty(layout: Any) -> float:
    """How much is empty at the ends of all pages but the last, in pixels."""
    return sum(_bottom(page) - _foot(page) for page in layout.pages[:-1])


def _holes(layout: Any) -> Iterator[Hole]:
    """The pages that end early because the next begins with an exhibit, headings before it aside."""
    for number, (page, following) in enumerate(zip(layout.pages, layout.pages[1:], strict=False), 1):
        height = _bottom(page) - _foot(page)
        if height < LEAST * page.height:
            continue
        begun = [box.element for box in _boxes(page) if _is_exhibit(box)]
        first = next((box for box in _boxes(following) if _is_exhibit(box)), None)
        if first is not None and not any(first.element is one for one in begun) and _is_first(first, following):
            yield Hole(number, height, first.element)


def _is_first(exhibit: Any, page: Any) -> bool:
    """Whether nothing but headings stands above it."""
    inside = {id(box) for box in _inner(exhibit)}
    headings = {id(line) for box in _boxes(page) if box.element_tag in HEADINGS for line in _inner(box)}
    above = (box for box in _boxes(page) if _is_seen(box) and box.position_y < exhibit.position_y)
    return all(id(box) in headings for box in above if id(box) not in inside)


def _heights(layout: Any) -> dict[Any, float]:
    """How high the blocks of text are, with what is below them, in pixels."""
    made: dict[Any, float] = {}
    for page in layout.pages:
        for box in _boxes(page):
            if box.element_tag in (*TEXT, *LISTS) and hasattr(box, "children") and type(box).__name__ == "BlockBox":
                made[box.element] = made.get(box.element, 0.0) + box.margin_height()
    return made


def _bottom(page: Any) -> float:
    """Where the room for text ends: the foot of the page, or its notes."""
    box = page._page_box
    notes = [one.position_y for one in box.children if type(one).__name__ == "FootnoteAreaBox" and one.children]
    return float(min([box.content_box_y() + box.height, *notes]))


def _foot(page: Any) -> float:
    """How far down its text and pictures reach; what floats beside them aside."""
    return max((box.position_y + (box.height or 0) for box in _boxes(page) if _is_seen(box)), default=0.0)


def _is_seen(box: Any) -> bool:
    return type(box).__name__ == "LineBox" or hasattr(box, "replacement")


def _is_exhibit(box: Any) -> bool:
    return box.element is not None and box.element_tag == "div" and "exhibit" in _classes(box.element)


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split() if hasattr(element, "get") else []


def _boxes(page: Any) -> Iterator[Any]:
    """The boxes of the text of a page, from above."""
    return _inner(page._page_box.children[0])


def _inner(box: Any) -> Iterator[Any]:
    """A box and those in it that do not float, down to its lines."""
    yield box
    if type(box).__name__ == "LineBox":
        return
    for child in getattr(box, "children", ()):
        if not (child.is_floated() or child.is_absolutely_positioned()):
            yield from _inner(child)
