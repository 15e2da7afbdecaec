"""A Document goes in, one HTML file comes out: fonts, pictures and styles inside, no script, nothing to be fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.chart_figures import DATA
from briefkit.assemble.clean import ASSET, asset_name
from briefkit.assemble.spacing import with_ranges_in_spans
from briefkit.assemble.tables import in_hundredths
from briefkit.assemble.tree import Node
from briefkit.model import Asset, Document, Runner
from briefkit.patterns import regex
from briefkit.render.cards import with_cards
from briefkit.render.facts import words_of
from briefkit.render.fonts import web_cuts
from briefkit.render.notes import notes_as_list
from briefkit.render.page_fonts import inside
from briefkit.render.pages import fill
from briefkit.render.policy import STYLES, with_policy
from briefkit.render.values import capitals, data_uri, page_values

PIECES = regex(r"(?<=/)(?=[^/])|(?<=[^/])(?=[?&#])")
WORD_BREAK: Node = {"t": "RawInline", "c": ["html", "<wbr>"]}
"""Where an address is parted, and by what."""

WRITER = ("--section-divs", "--shift-heading-level-by=1", "--wrap=none", "--syntax-highlighting=none")


def render(document: Document, runner: Runner) -> bytes:
    """The web page of a document."""
    blocks = with_ranges_in_spans(notes_as_list(list(document.ast["blocks"]), words_of(document)))
    table = words_of(document)["table"]
    blocks = with_scroll_regions(with_data_folded(with_pictures(blocks, document.assets)), table)
    blocks, cards = with_cards(with_addresses_parted(blocks))
    body = fragment(document, blocks, runner, (*WRITER, "--mathml"))
    text = body + repr(page_values(document, inside(()))) + capitals(document)
    fonts = inside(web_cuts(document.brand, text))
    values = {**page_values(document, fonts), "cards": cards, "styles": STYLES}
    return with_policy(fill(document.template.pages, "page.html.j2", values, body)).encode()


def fragment(document: Document, blocks: Sequence[Node], runner: Runner, options: Sequence[str] = WRITER) -> str:
    """The body as pandoc writes it in HTML."""
    meta = {"lang": {"t": "MetaString", "c": document.lang}}
    sized = tree.rewrite(list(blocks), lambda node: (in_hundredths(node) if node["t"] == "Table" else node,))
    return runner.write({**document.ast, "meta": meta, "blocks": sized}, "html5", options).decode()


def with_addresses_parted(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with places in printed addresses where a line may end: behind a slash, before a query; else a browser
    ends it anywhere.
    """

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Link" or not tree.plain(node["c"][1]).startswith("http"):
            return (node,)
        return ({**node, "c": [node["c"][0], [part for n in node["c"][1] for part in _parted(n)], node["c"][2]]},)

    return list(tree.rewrite(list(blocks), change))


def _parted(node: Node) -> list[Node]:
    """The pieces of an address, with what lets a line end between them."""
    pieces = PIECES.split(node["c"]) if node["t"] == "Str" else []
    parted = [part for piece in pieces for part in (WORD_BREAK, {"t": "Str", "c": piece})]
    return parted[1:] or [node]


def with_pictures(blocks: Sequence[Node], assets: Mapping[str, Asset]) -> list[Node]:
    """The blocks with each picture's address holding the picture itself."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Image" or not node["c"][2][0].startswith(ASSET):
            return (node,)
        name = asset_name(node["c"][2][0])
        if (screens := screens_of(name, assets)) is not None:
            return (drawing(screens, tree.plain(node["c"][1])),)
        asset = assets[name]
        return ({**node, "c": [node["c"][0], node["c"][1], [data_uri(asset), ""]]},)

    return list(tree.rewrite(list(blocks), change))


def screens_of(name: str, assets: Mapping[str, Asset]) -> tuple[Asset, Asset] | None:
    """The forms of a drawing for wide and for narrow screens, if there are any."""
    stem = name.rsplit(".", 1)[0]
    wide, narrow = assets.get(f"{stem}.screen.svg"), assets.get(f"{stem}.phone.svg")
    return (wide, narrow) if wide and narrow else None


def drawing(screens: tuple[Asset, Asset], words: str) -> Node:
    """A drawing as a part of the page, so that it has its colours and fonts; one of the two forms is shown."""
    said = f'role="img" aria-label="{escape(words)}"'
    forms = zip(("on-wide", "on-narrow"), screens, strict=True)
    made = (asset.data.decode().replace("<svg ", f'<svg class="{name}" {said} ', 1) for name, asset in forms)
    return {"t": "RawInline", "c": ["html", "".join(made)]}


def with_data_folded(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with the data of each chart below it, where it opens at a click."""

    def change(node: Node) -> Sequence[Node]:
        if not tree.has_class(node, DATA) or node["t"] != "Div":
            return (node,)
        title, *table = node["c"][1]
        opening = f"<details><summary>{escape(tree.plain(title))}</summary>"
        raw = [{"t": "RawBlock", "c": ["html", text]} for text in (opening, "</details>")]
        return ({**node, "c": [node["c"][0], [raw[0], *table, raw[1]]]},)

    return list(tree.rewrite(list(blocks), change))


def with_scroll_regions(blocks: Sequence[Node], table: str) -> list[Node]:
    """Each table in a region that scrolls sideways and is reached by keyboard; `table` names one without caption.

    No two regions have one name.
    """
    met = Counter[str]()

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Table":
            return (node,)
        label: Any = tree.plain(node["c"][1]).strip() or table
        met[label] += 1
        label += f" ({met[label]})" if met[label] > 1 else ""
        return (tree.div(("scroll",), [node], {"role": "region", "tabindex": "0", "aria-label": label}),)

    return list(tree.rewrite(list(blocks), change))
