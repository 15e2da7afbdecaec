"""Sources in, the words that the list of references prints for each of them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefkit.assemble import citing, tree
from briefkit.assemble.clean import clean_references
from briefkit.assemble.spacing import spaced
from briefkit.assemble.tree import Node
from briefkit.errors import RenderError
from briefkit.model import Runner

ENTRY = "ref-"
"""How the identifiers of references begin."""


def format_reference(key: str, references_bib: str, csl: str, lang: str, runner: Runner) -> str:
    """The reference as plain text; empty when the style prints nothing for the entry.

    A style without a list of references gives what its note would say.
    """
    return format_references((key,), references_bib, csl, lang, runner).get(key, "")


def format_references(
    keys: Sequence[str], references_bib: str, csl: str, lang: str, runner: Runner
) -> Mapping[str, str]:
    """The reference of each key as `format_reference` gives it, by one call of citeproc."""
    if not keys:
        return {}
    api = runner.read("", "markdown").ast["pandoc-api-version"]
    references = citing.read_references(references_bib, runner)
    place = tree.div(("references",), [], identifier="refs")
    ast = {
        "pandoc-api-version": api,
        "meta": {},
        "blocks": [*({"t": "Para", "c": [_citation(key)]} for key in keys), place],
    }
    try:
        *notes, found = spaced(clean_references(citing.cite(ast, references, csl, lang, runner)), lang)
    except (RenderError, ValueError):
        return dict.fromkeys(keys, "") if len(keys) == 1 else _one_by_one(keys, references_bib, csl, lang, runner)
    listed = dict(_entries([found]))
    noted = dict(zip(keys, notes, strict=False))
    return {key: listed.get(key) or (_words(_noted(noted[key])) if key in noted else "") for key in keys}


def _one_by_one(keys: Sequence[str], references_bib: str, csl: str, lang: str, runner: Runner) -> Mapping[str, str]:
    """The same, a call each: an entry that a style fails at must not take the others with it."""
    return {key: format_references((key,), references_bib, csl, lang, runner)[key] for key in keys}


def _entries(blocks: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The entries of a list of references, by their keys."""
    for node in tree.walk(list(blocks)):
        identifier = tree.attr(node)[0] if node["t"] == "Div" else ""
        if identifier.startswith(ENTRY) and tree.has_class(node, "csl-entry"):
            yield identifier.removeprefix(ENTRY), _words([node])


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
