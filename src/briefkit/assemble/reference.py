"""One source in, the words that the list of references prints for it out."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.assemble import citing, tree
from briefkit.assemble.clean import clean_references
from briefkit.assemble.spacing import spaced
from briefkit.assemble.tree import Node
from briefkit.errors import RenderError
from briefkit.model import Runner


def format_reference(key: str, references_bib: str, csl: str, lang: str, runner: Runner) -> str:
    """The reference as plain text; empty when the style prints nothing for the entry.

    A style without a list of references gives what its note would say.
    """
    api = runner.read("", "markdown").ast["pandoc-api-version"]
    references = citing.read_references(references_bib, runner)
    place = tree.div(("references",), [], identifier="refs")
    ast = {"pandoc-api-version": api, "meta": {}, "blocks": [{"t": "Para", "c": [_citation(key)]}, place]}
    try:
        note, found = spaced(clean_references(citing.cite(ast, references, csl, lang, runner)), lang)
    except (RenderError, ValueError):
        return ""
    return _words([found]) or _words(_noted(note))


def _citation(key: str) -> Node:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def _words(blocks: Sequence[Node]) -> str:
    return " ".join(tree.plain(list(blocks)).split(" ")).strip()


def _noted(block: Node) -> list[Node]:
    """What stands in the note of a citation."""
    return [inside for node in tree.walk([block]) if node["t"] == "Note" for inside in node["c"]]
