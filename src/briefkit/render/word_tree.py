"""The tree of a document goes in, a tree for pandoc's Word writer comes out: each box, list, cell and label under the name
of the style that sets it, behind the head of the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.chart_figures import without_data
from briefkit.assemble.clean import ASSET, asset_name
from briefkit.assemble.column_widths import LINE
from briefkit.assemble.decimals import LACKS
from briefkit.assemble.direction import MARKS, RTL, direction
from briefkit.assemble.drawings import twin_of
from briefkit.assemble.grouping import GROUP
from briefkit.assemble.pictures import density_of, size_of
from briefkit.assemble.tables import widened
from briefkit.assemble.tree import Node
from briefkit.errors import RenderError
from briefkit.model import Asset, Document
from briefkit.render.notes import last_two_together, without_widows
from briefkit.render.values import data_uri
from briefkit.render.word_head import contents_block, title_block
from briefkit.render.word_nodes import gap, raw, styled, styled_span
from briefkit.render.word_styles import text_width

BOXES = {
    "key-message": "Callout",
    "case-study": "Case Study",
    "definition": "Definition Box",
    "counter-argument": "Counter-argument",
    "confidence": "Confidence",
}
SPANS = {
    "exhibit-label": "Exhibit Label",
    "unit-line": "Unit Line",
    "box-kind": "Box Kind",
    "box-name": "Box Name",
    "chip": "Chip",
    "missing-source": "Missing Source",
    "cite-label": "Strong Label",
    "section-number": "Section Number",
}
PLAIN_DIVS = {
    "pull-quote": "Pull Quote",
    "actor": "Recommendation Actor",
    "actor-kept": "Recommendation Actor Kept",
    "source-line": "Source Line",
}
HIGHEST = 20.0
"""How high a picture is at most, in centimetres: its caption has room on the page as well."""


TWIPS_TO_CM = 2.54 / 1440
LISTS = ("BulletList", "OrderedList")
SHORT = 5
KEPT = "Compact Kept"
"""A list of so many lines at most is not divided, as in the style sheet for print, and the style that keeps a line."""
LOWERED = "Compact Lowered"
FIGURE_BLANK, POINT_BLANK = "\u2007", "\u2008"
"""Blanks as wide as a figure, and as a point."""


def word_blocks(document: Document) -> list[Node]:
    """The whole document for pandoc's Word writer."""
    room = text_width(document.brand.page) * TWIPS_TO_CM
    printed = without_widows(without_data(document.ast["blocks"]))
    blocks = tree.rewrite(printed, lambda node: _inline(node, document.assets, room))
    if direction(document.lang) == RTL:  # LibreOffice would set a narrow table at the left
        blocks = tree.rewrite(blocks, lambda node: (widened(node, LINE) if node["t"] == "Table" else node,))
    return [*title_block(document), *contents_block(document), *_styled_all(blocks)]


# --- inlines ----------------------------------------------------------------------------------


def _inline(node: Node, assets: Mapping[str, Asset], room: float) -> Sequence[Node]:
    """Labels under their styles, pictures with their content; `room` is the width of the text in centimetres.

    What runs the other way stands between marks of its way: Word has no isolates, and would move a stop at its end.
    """
    if node["t"] == "Span":
        node = _between_marks(node)
        style = next((SPANS[name] for name in tree.attr(node)[1] if name in SPANS), "")
        after = [{"t": "Str", "c": "\u2002"}] if style in ("Exhibit Label", "Section Number") else []
        return (styled_span(style, [*node["c"][1], *after]),) if style else (node,)
    if node["t"] == "Image" and node["c"][2][0].startswith(ASSET):
        asset = _for_word(asset_name(node["c"][2][0]), assets)
        identifier, classes, pairs = tree.attr(node)
        sized = {} if {"width", "height"} & pairs.keys() else _size(asset, room)
        triple = tree.attributes(identifier, classes, {**pairs, **sized})
        return ({**node, "c": [triple, node["c"][1], [data_uri(asset), ""]]},)
    return (node,)


def _between_marks(node: Node) -> Node:
    """A span of foreign words with a mark of its way at an end where no letter says it."""
    mark, text = MARKS.get(tree.attr(node)[2].get("dir", "")), tree.plain(node)
    if not mark or not text:
        return node
    before, after = ([] if end.isalpha() else [{"t": "Str", "c": mark}] for end in (text[0], text[-1]))
    return {**node, "c": [node["c"][0], [*before, *node["c"][1], *after]]}


def _size(asset: Asset, room: float) -> dict[str, str]:
    """How large a picture is shown: as it says itself, at most as wide as the text and not higher than a page holds."""
    pixels, density = size_of(asset.data), density_of(asset.data)
    if not all(pixels):
        return {"width": f"{room:.2f}cm"}
    width, height = (one / density * 2.54 for one in pixels)
    scale = min(1.0, room / width, HIGHEST / height)
    return {"width": f"{width * scale:.2f}cm", "height": f"{height * scale:.2f}cm"}


def _for_word(name: str, assets: Mapping[str, Asset]) -> Asset:
    """The picture, or for a drawing in SVG the PNG of the same name, because Word needs one."""
    asset = assets[name]
    if not asset.is_drawing:
        return asset
    twin = twin_of(name)
    if twin not in assets:
        raise RenderError(f"Word cannot show {name!r}", f"put {twin!r} beside it")
    return assets[twin]


# --- blocks -----------------------------------------------------------------------------------


def _styled_all(blocks: Sequence[Node]) -> list[Node]:
    made: list[Node] = []
    for before, node, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if node["t"] == "Para" and after and _is_listing(after):
            made.append(styled("Lead-in", [node]))
        elif node["t"] == "Para" and before and _is_listing(before):
            made.append(styled("After List", [node]))
        else:
            made += _styled(node)
    return made


def _is_listing(node: Node) -> bool:
    return node["t"] in LISTS or tree.has_class(node, "recommendation-list")


def _styled(node: Node) -> Sequence[Node]:
    """What one block becomes."""
    if node["t"] == "Table":
        return (_table(node),)
    if node["t"] in LISTS:
        return (_list(node),)
    if node["t"] == "Header" and tree.has_class(node, GROUP):
        return (styled("Reference Group", [tree.para(node["c"][2])], node["c"][1][0]),)
    if node["t"] != "Div":
        return (node,)
    identifier, classes, _ = tree.attr(node)
    content = node["c"][1]
    for name in classes:
        if name in ("key-messages", "summary"):
            return _anchored(identifier, _first_page_box(content))
        if name in BOXES:
            return _anchored(identifier, _box(content, BOXES[name]))
        if name == "pull-quote":
            content = [{**one, "c": last_two_together(one["c"])} if one["t"] == "Para" else one for one in content]
        if name in PLAIN_DIVS:
            return (styled(PLAIN_DIVS[name], content, identifier),)
    if "csl-bib-body" in classes and identifier != "refs":  # that one has its style from pandoc
        return (styled("Bibliography", content, identifier),)
    if "exhibit" in classes:
        last = () if len(content) > 1 else (gap(),)
        return [*_styled_all(content), *last]
    if "bottom-line" in classes:
        return _anchored(identifier, _bottom_line(content))
    if "option" in classes:
        return _anchored(identifier, _option(content))
    if "recommendation-list" in classes:
        return [made for inner in content for made in _recommendations(inner)]
    if "end-matter" in classes:
        return _end_matter(content)
    return ({**node, "c": [node["c"][0], _styled_all(content)]},)


def _list(node: Node) -> Node:
    """The list with what stands in its items styled; a short list of short items stays on one page."""
    items = _items(node)
    made = [_styled_all(item) for item in items]
    if len(items) <= SHORT and all(block["t"] == "Plain" for item in items for block in item):
        made = [*([styled(KEPT, _flat(item))] for item in made[:-1]), *made[-1:]]
    return _with_items(node, made)


def _anchored(identifier: str, blocks: Sequence[Node]) -> list[Node]:
    """The blocks with the identifier of the box they were, so that links still arrive."""
    return [tree.div((), blocks, None, identifier)] if identifier else list(blocks)


def _items(node: Node) -> list[list[Node]]:
    return list(node["c"][1] if node["t"] == "OrderedList" else node["c"])


def _with_items(node: Node, items: list[list[Node]]) -> Node:
    """The list with other items."""
    return {**node, "c": [node["c"][0], items] if node["t"] == "OrderedList" else items}


def _flat(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with plain divs opened and tight text as paragraphs."""
    made: list[Node] = []
    for node in blocks:
        if node["t"] == "Div" and not any(tree.has_class(node, name) for name in ("actor", "actor-kept")):
            made += _flat(node["c"][1])
        else:
            made.append({**node, "t": "Para"} if node["t"] == "Plain" else node)
    return made


def _first_page_box(blocks: Sequence[Node]) -> list[Node]:
    """The box of key messages or the summary; its list stays a list, by the numbering of its style."""
    made: list[Node] = []
    for node in _flat(blocks):
        if node["t"] == "Header":
            made.append(styled("Box Heading", [tree.para(node["c"][2])], node["c"][1][0]))
        elif node["t"] in LISTS:
            style = "Key Message Kept" if len(_items(node)) <= SHORT else "Key Message"
            made += _listed(node, style, "Key Message Text", below="Key Message Item")
        elif node["t"] == "Para":
            made.append(styled("Key Message Text", [node]))
        else:
            made += _styled(node)
    return [*made, gap()]


def _listed(node: Node, first: str, later: str, opening: str = "", below: str = LOWERED) -> list[Node]:
    """The items of a list: the first paragraph of each in the numbered style, what follows in the other; that of the
    first item is in the `opening` style if there is one, and lists inside of items in that for what stands `below`.
    """
    made: list[Node] = []
    for item in _items(node):
        first, opening = (opening, first) if opening and not made else (opening or first, "")
        for index, block in enumerate(_flat(item)):
            if block["t"] in LISTS:
                made.append(_lowered(block, below))
            else:
                made += [styled(later if index else first, [block])] if block["t"] == "Para" else _styled(block)
    return made


def _lowered(node: Node, style: str) -> Node:
    """A list, and those inside it, in the style of what stands below the text of an item, or in a box."""
    items = [
        [_lowered(block, style) if block["t"] in LISTS else styled(style, [block]) for block in _flat(item)]
        for item in _items(node)
    ]
    return _with_items(node, items)


def _box(blocks: Sequence[Node], name: str) -> list[Node]:
    made: list[Node] = []
    for node in blocks:
        if tree.has_class(node, "box-title"):
            made.append(styled(f"{name} Title", _with_kind_apart(node["c"][1])))
        elif node["t"] == "Header":
            made.append(styled(f"{name} Title", [tree.para(node["c"][2])], node["c"][1][0]))
        elif node["t"] in ("Para", "Plain"):
            made.append(styled(f"{name} Text", [{**node, "t": "Para"}]))
        elif node["t"] in LISTS:
            made.append(_lowered(node, f"{name} Item"))
        else:
            made += _styled(node)
    return [*made, gap()]


def _with_kind_apart(blocks: Sequence[Node]) -> list[Node]:
    """The title of a box with a broader blank behind its kind, which the PDF sets apart by a margin."""
    kind, *rest = blocks[0]["c"]
    if rest and rest[0]["t"] == "Space":
        rest[0] = {"t": "Str", "c": "\u2002"}
    return [{**blocks[0], "c": [kind, *rest]}, *blocks[1:]]


def _bottom_line(blocks: Sequence[Node]) -> list[Node]:
    made: list[Node] = []
    for node in blocks:
        title = tree.has_class(node, "box-title")
        text = [tree.para(node["c"][2])] if node["t"] == "Header" else node["c"][1] if title else [node]
        made.append(styled("Bottom Line Title" if title or node["t"] == "Header" else "Bottom Line", text))
    return made


def _option(blocks: Sequence[Node]) -> list[Node]:
    made: list[Node] = []
    for node in blocks:
        made += (
            [styled("Option Title", _with_kind_apart(node["c"][1]))]
            if tree.has_class(node, "box-title")
            else _styled(node)
        )
    return made


def _recommendations(node: Node) -> list[Node]:
    if node["t"] not in LISTS:
        return list(_styled(node))
    items = _items(node)
    beside_another = (0, len(items) - 2)
    kept = [_kept(item) if index in beside_another else item for index, item in enumerate(items)]
    opening = "Recommendation First" if node["t"] == "OrderedList" and node["c"][0][0] == 1 else ""
    return _listed(_with_items(node, kept), "Recommendation", "Recommendation Text", opening)


def _kept(item: Sequence[Node]) -> list[Node]:
    """The item with its actor on the page of what follows: neither the first nor the last stands alone."""
    return [tree.div(("actor-kept",), n["c"][1]) if tree.has_class(n, "actor") else n for n in _flat(item)]


def _end_matter(blocks: Sequence[Node]) -> list[Node]:
    flat = _flat(blocks)
    return [styled("End Matter" if index else "End Matter First", [node]) for index, node in enumerate(flat)]


def _table(node: Node) -> Node:
    """The table with the text of its cells in the styles for tables."""
    attr, caption, specs, head, bodies, foot = node["c"]
    size, is_long = " Dense" if tree.has_class(node, "dense") else "", tree.has_class(node, "long")
    head = [head[0], [_row(row, len(row[1]), size) for row in head[1]]]
    bodies = [
        [b[0], b[1], [_row(r, len(r[1]), size) for r in b[2]], _body_rows(b[3], b[1], size, is_long)] for b in bodies
    ]
    foot = [foot[0], [_row(row, 0, size) for row in foot[1]]]
    return {**node, "c": [attr, caption, specs, head, bodies, foot]}


def _body_rows(rows: Sequence[Any], named: int, size: str, is_long: bool) -> list[Any]:
    """The rows with their styles: a short table stays on one page, of a long one no row stands alone at an edge."""
    ends = (0, len(rows) - 2, len(rows) - 1)
    kept = [" Kept" if not is_long or index in ends else "" for index in range(len(rows))]
    return [_row(row, named, so + size, "Table Row") for row, so in zip(rows, kept, strict=True)]


def _row(row: Any, headings: int, size: str, heading: str = "Table Heading") -> list[Any]:
    """The row with its first `headings` cells as headings; an empty cell has a line of its style, for else its row is
    as high as one of running text.
    """
    cells = []
    for index, cell in enumerate(row[1]):
        style = (heading if index < headings else "Table Text") + size
        blocks = _flat(cell[4]) or [tree.para([raw("")])]
        cells.append([*cell[:4], [styled(style, _filled(blocks, dict(cell[0][2]).get(LACKS, "")))]])
    return [row[0], cells]


def _filled(blocks: Sequence[Node], lacks: str) -> list[Node]:
    """The blocks of a cell with blanks as wide as what its figure lacks."""
    last = blocks[-1]
    if not lacks or last["t"] != "Para":
        return list(blocks)
    blanks = "".join(FIGURE_BLANK if letter.isdigit() else POINT_BLANK for letter in lacks)
    return [*blocks[:-1], {**last, "c": [*last["c"], {"t": "Str", "c": blanks}]}]
