"""A layout whose pages end early before whole figures and tables in, one in which text that stood behind these fills
the pages out: the exhibit comes on after the paragraphs that have room before it, as floats do.

Nothing passes a heading, a box or another exhibit, and an exhibit with notes stays, because notes are numbered in their
order. A box that was kept whole is divided where it left a larger hole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from briefkit.assemble.structure import BOXES
from briefkit.values import Value

LEAST, LEAST_BEFORE_BOX = 0.12, 0.2
"""The part of a page that must be empty before an exhibit is moved, and before a box is divided."""
DIVIDED = "long"
"""The class of boxes that may be, and of lists and items of more lines than are kept together."""
KEPT_ITEM, KEPT_LIST = 110, 420
"""So many letters of an item, and of a list, are a line or two and five."""
MOST = 6
"""How often a document is laid out anew for it."""
EXHIBIT = "exhibit"
TEXT, LISTS, HEADINGS = ("p", "blockquote"), ("ul", "ol"), ("h1", "h2", "h3", "h4", "h5")


class Hole(Value):
    """A page that ends early: how much of it is empty in pixels, and the exhibit or the box that was moved on."""

    height: float
    block: Any


def filled(layout: Any, tree: Any, lay: Callable[[], Any], strayed: Callable[[Any], int]) -> Any:
    """The layout, or one of the `tree` with exhibits after text that followed them; `strayed` counts the notes on wrong
    pages, which must not become more.
    """
    parents = {child: parent for parent in tree.iter() for child in parent}
    tried: list[Any] = []
    for _ in range(MOST):
        hole = next((one for one in _holes(layout) if not any(one.block is old for old in tried)), None)
        if hole is None:
            break
        tried.append(hole.block)
        undo = _moved(hole, parents[hole.block], layout) if EXHIBIT in _classes(hole.block) else _divided(hole.block)
        if undo is None:
            continue
        other = lay()
        better = _empty(other) < _empty(layout) and strayed(other) <= strayed(layout)
        if better and len(other.pages) <= len(layout.pages):
            layout = other
        else:
            undo()
    return layout


def mark_long_lists(root: Any) -> None:
    """Give the lists and items of more lines than are kept together a class: a page that cannot hold all of them would
    end early, and an item of several lines may stand alone at its foot.
    """
    kept = {"li": KEPT_ITEM, **dict.fromkeys(LISTS, KEPT_LIST)}
    for element in root.iter():
        if element.tag in kept and len("".join(element.itertext())) > kept[element.tag]:
            element.set("class", " ".join((*_classes(element), DIVIDED)))


def _moved(hole: Hole, parent: Any, layout: Any) -> Callable[[], None] | None:
    """Move the exhibit after text that follows it, if there is any; what undoes it comes out."""
    was = list(parent).index(hole.block)
    now = _place(parent, was, hole, _heights(layout))

    def put(place: int) -> None:
        parent.remove(hole.block)
        parent.insert(place, hole.block)

    if now == was:
        return None
    put(now)
    return lambda: put(was)


def _divided(box: Any) -> Callable[[], None]:
    """Let a box be divided; what undoes it comes out."""
    classes = box.get("class")
    box.set("class", f"{classes} {DIVIDED}")
    return lambda: box.set("class", classes)


def _place(parent: Any, at: int, hole: Hole, heights: dict[Any, float]) -> int:
    """Where the exhibit goes among the children of its parent: after as much text as the hole holds."""
    after, left = list(parent)[at + 1 :], hole.height
    if any("footnote" in _classes(one) for one in hole.block.iter()):
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
    """The pages that end early because the next begins with an exhibit or a whole box, headings before it aside."""
    for page, following in zip(layout.pages, layout.pages[1:], strict=False):
        height = _bottom(page) - _foot(page)
        if height < LEAST * page.height:
            continue
        begun = [box.element for box in _boxes(page) if _is_whole(box)]
        first = next((box for box in _boxes(following) if _is_whole(box)), None)
        if first is None or any(first.element is one for one in begun) or not _is_first(first, following):
            continue
        if EXHIBIT in _classes(first.element) or height >= LEAST_BEFORE_BOX * page.height:
            yield Hole(height, first.element)


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


def _is_whole(box: Any) -> bool:
    """Whether it is an exhibit, or a box that is not divided."""
    if box.element is None or box.element_tag not in ("div", "section"):
        return False
    classes = _classes(box.element)
    return EXHIBIT in classes or (DIVIDED not in classes and not {*BOXES}.isdisjoint(classes))


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
