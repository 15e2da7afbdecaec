"""A Document goes in, one HTML file comes out: fonts, pictures and styles inside, no script, nothing to be fetched."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.clean import ASSET, asset_name
from briefkit.assemble.labels import labels
from briefkit.assemble.tree import Node
from briefkit.model import Asset, Document, Runner
from briefkit.render.cards import with_cards
from briefkit.render.fonts import web_cuts
from briefkit.render.notes import notes_as_list
from briefkit.render.pages import fill
from briefkit.render.policy import STYLES, with_policy
from briefkit.render.values import capitals, data_uri, page_values

WRITER = ("--section-divs", "--shift-heading-level-by=1", "--wrap=none", "--syntax-highlighting=none")


def render(document: Document, runner: Runner) -> bytes:
    """The web page of a document."""
    blocks = notes_as_list(list(document.ast["blocks"]), document.lang)
    table = labels(document.lang)["table"]
    blocks = with_scroll_regions(with_pictures(blocks, document.assets), table)
    blocks, cards = with_cards(blocks)
    body = fragment(document, blocks, runner)
    plain_values = page_values(document, (), (), "woff2")
    cuts = web_cuts(document.brand, body + repr(plain_values) + capitals(document))
    sources = [f"data:font/woff2;base64,{b64encode(cut.data).decode('ascii')}" for cut in cuts]
    values = {**page_values(document, cuts, sources, "woff2"), "cards": cards, "styles": STYLES}
    return with_policy(fill(document.template.pages, "page.html.j2", values, body)).encode()


def fragment(document: Document, blocks: Sequence[Node], runner: Runner) -> str:
    """The body as pandoc writes it in HTML."""
    meta = {"lang": {"t": "MetaString", "c": document.lang}}
    return runner.write({**document.ast, "meta": meta, "blocks": list(blocks)}, "html5", WRITER).decode()


def with_pictures(blocks: Sequence[Node], assets: Mapping[str, Asset]) -> list[Node]:
    """The blocks with each picture's address holding the picture itself."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Image" or not node["c"][2][0].startswith(ASSET):
            return (node,)
        asset = assets[asset_name(node["c"][2][0])]
        return ({**node, "c": [node["c"][0], node["c"][1], [data_uri(asset), ""]]},)

    return list(tree.rewrite(list(blocks), change))


def with_scroll_regions(blocks: Sequence[Node], table: str) -> list[Node]:
    """Each table in a region that scrolls sideways and is reached by keyboard; `table` names one without caption."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Table":
            return (node,)
        label: Any = tree.plain(node["c"][1]).strip() or table
        return (tree.div(("scroll",), [node], {"role": "region", "tabindex": "0", "aria-label": label}),)

    return list(tree.rewrite(list(blocks), change))
