"""Citations and references: a tree and a library in, the tree with rendered citations and its list of references out.

Citeproc runs once, so that every format prints the same words. Styles take the hyphen in the number of a report for
that of a range and print `Nos. M87-64`, a blank in that of an issue for the same (`nos. Pt 3`), and a year of two
digits, which stands for one of a century that nobody says, for one of antiquity, `86 AD`: such numbers are kept as they
are typed.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.labels import LABELS, Words, language
from briefkit.assemble.laws import as_printed
from briefkit.assemble.note_numbers import (
    with_calls_apart,
    with_note_numbers,
    without_cited_pictures,
    without_links_in_links,
)
from briefkit.assemble.reference_dates import with_days_first
from briefkit.assemble.styles import has_references, is_of_notes
from briefkit.assemble.tree import Node, meta_text
from briefkit.errors import RenderError, ToolLimitError
from briefkit.model import Ast, Runner
from briefkit.patterns import regex

REFERENCE_TITLES = frozenset(
    {words["references"].casefold() for words in LABELS.values()}
    | {"bibliography", "works cited", "sources", "literatur", "literaturverzeichnis", "bibliographie", "bibliografía"}
    | {"bibliografia", "referências bibliográficas", "fontes"}
    | {"المصادر", "قائمة المراجع", "المصادر والمراجع", "المراجع والمصادر"}
)

HEADING = "references-heading"
"""The class of the heading that the references stand under, which has no number."""

SHORT_LOCATOR = 8
"""Up to this length the end of a citation stands on the line of what is before it: `2021, 13–14`."""

ENTRY = regex(r"^@[^{}\n]*\{([^,\n]*),\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
"""An entry as we write it for pandoc."""

USUAL_MARKS = 1_000
"""No entry of somebody who means well has more braces and commands."""

LETTER = regex(r"[A-Z][).;,]*")
"""What `annex` has behind it: `annex B`."""

YEAR = regex(r"\d{4}")

LONGEST_END = 14
"""Longer words with all that stays with them leave a hole at the end of the line before: they are let go."""

OTHERS = ("al.", "a.")
"""What ends a list of authors, `et al.`, and stays with the word before it."""

STYLE = "the citation style"
"""How errors begin that are a style's."""

CALLS_BEFORE_STOPS = ("fr",)
"""Languages that set the call of a note before the stop, not after it."""


def read_references(text: str, runner: Runner) -> list[Any]:
    """The entries of a library as the items that pandoc keeps in a document's meta."""
    if not text.strip():
        return []
    try:
        found = runner.read(text, "biblatex").ast["meta"].get("references", {"c": []})
    except (ToolLimitError, RenderError) as error:
        raise type(error)(f"of the entries that are cited: {error.message}", _heaviest(text) or error.hint) from error
    return [with_plain_numbers(as_printed(item)) for item in tree.rewrite(found["c"], _without_picture)]


def _heaviest(text: str) -> str:
    """The entry to look at first where reading takes too much: what takes long is commands, and braces in braces."""
    entries = {key: body.count("\\") + body.count("{") for key, body in ENTRY.findall(text)}
    key, marks = max(entries.items(), key=itemgetter(1), default=("", 0))
    return f"look at '{key}' first: it has {marks:,} braces and commands" if marks > USUAL_MARKS else ""


def _without_picture(node: Node) -> Sequence[Node]:
    """The words of a picture in the place of one that a title asks for: a library brings none in."""
    return node["c"][1] if node["t"] == "Image" else (node,)


def reference_ids(references: Sequence[Any]) -> set[str]:
    """The keys of the items."""
    return {meta_text(item["c"].get("id")) for item in references}


def cite(
    ast: Ast, references: Sequence[Any], csl: str, lang: str, runner: Runner, *, linked: bool = True
) -> list[Node]:
    """The blocks with citations rendered, and with the references where `with_place` put them.

    In a style of notes a citation becomes a note, or a part of the one it stands in.
    """
    blocks = _without_unknown_keys(list(ast["blocks"]), reference_ids(references))
    if not references:
        return blocks
    noted = is_of_notes(csl)
    meta = _meta(references, csl, lang, linked=linked and has_references(csl))
    if noted:
        blocks = with_note_numbers(without_cited_pictures(blocks))
        meta["notes-after-punctuation"] = {"t": "MetaBool", "c": language(lang) not in CALLS_BEFORE_STOPS}
    whole = {**ast, "meta": meta, "blocks": blocks}
    try:
        done = json.loads(runner.write(whole, "json", ["--citeproc"]))["blocks"]
    except RenderError as error:
        raise _explained(error) from error
    except ToolLimitError as error:
        if csl:
            why = "its macros may grow with each other, or it may tell too many names apart"
            hint = f"name another style: {why}; or {error.hint}".removesuffix("; or ")
            raise ToolLimitError(f"{STYLE} takes too much: {error.message}", hint) from error
        raise
    if not csl:
        done = with_days_first(done, lang)
    made = list(tree.rewrite(tree.rewrite(done, let_go), _unbroken))
    return without_empty_references(with_calls_apart(without_links_in_links(made)) if noted else made)


def _explained(error: RenderError) -> RenderError:
    """What citeproc means by a citation or an entry that prints nothing, and by a style, in an author's words."""
    if found := re.search(r"no printed form: (\S+?);?(?:\s|$)", error.message):
        hint = "give its entry an author, a title and a date"
        return RenderError(f"nothing is printed where '{found[1]}' is cited", hint)
    if found := re.search(r"Citeproc\w*Error: (.*)", error.message, re.DOTALL):
        why = " ".join(found[1].split())
        return RenderError(f"{STYLE} cannot be used: {why}", "mend the style, or name another one: csl: ...")
    return error


def _unbroken(node: Node) -> Sequence[Node]:
    """A citation in which no line ends before a number: `para. 3` and `Snow 2005` stay together."""
    if node["t"] != "Cite":
        return (node,)
    inlines = list(tree.rewrite(_with_hard_blanks(node["c"][1]), _inside))
    return ({**node, "c": [node["c"][0], inlines]},)


def _inside(node: Node) -> Sequence[Node]:
    return (
        ({**node, "c": [node["c"][0], _with_hard_blanks(node["c"][1]), node["c"][2]]},)
        if node["t"] == "Link"
        else (node,)
    )


def _with_hard_blanks(inlines: Sequence[Node]) -> list[Node]:
    """The inlines with a no-break space between a word and the figure or letter that follows it, or a short end."""
    made: list[Node] = []
    for index, node in enumerate(inlines):
        before, after = tree.plain(made[-1:]), tree.plain(list(inlines[index + 1 : index + 2]))
        hard = node["t"] == "Space" and after[:1].isdigit()
        if hard and before.endswith((",", ";")):
            hard = _is_short_end(inlines, index)
        elif hard and _is_short_end(inlines, index + 2):
            hard = before not in OTHERS and len(before + after + tree.plain(list(inlines[index + 2 :]))) < LONGEST_END
        elif hard and YEAR.match(after):
            hard = len(before + after.rstrip(",;")) < LONGEST_END
        hard = hard or (node["t"] == "Space" and before[-1:].isalpha() and LETTER.fullmatch(after) is not None)
        made.append({"t": "Str", "c": "\u00a0"} if hard else node)
    return made


def _is_short_end(inlines: Sequence[Node], index: int) -> bool:
    """Whether a blank stands at the index, and behind it a short figure that ends the citation."""
    rest = inlines[index : index + 3]
    figure = tree.plain(list(rest[1:]))
    return len(rest) == 2 and rest[0]["t"] == "Space" and figure[:1].isdigit() and len(figure) <= SHORT_LOCATOR


def _meta(references: Sequence[Any], csl: str, lang: str, *, linked: bool) -> dict[str, Any]:
    """What citeproc reads from the head of a document."""
    meta: dict[str, Any] = {
        "references": {"t": "MetaList", "c": list(references)},
        "link-citations": {"t": "MetaBool", "c": linked},
        "lang": {"t": "MetaString", "c": lang},
    }
    if csl:
        style = "data:application/xml;base64," + b64encode(csl.encode()).decode("ascii")
        meta["csl"] = {"t": "MetaString", "c": style}
    return meta


def with_place(blocks: Sequence[Node], ending: Sequence[Node], words: Words) -> list[Node]:
    """The blocks, then `ending`, then a heading and the place for the references, unless the author gave one.

    The references come last because they may be long: a last page then never holds two lines of small print.
    """
    if not any(node["t"] == "Cite" for node in tree.walk(list(blocks))) or _has_place(blocks):
        return [*blocks, *ending]
    own = tree.has_class(blocks[-1], HEADING)
    body, heading = (blocks[:-1], blocks[-1]) if own else (blocks, _heading(words))
    return [*body, *ending, heading, tree.div(("references",), [], identifier="refs")]


def with_own_heading(blocks: Sequence[Node]) -> list[Node]:
    """The blocks, their last one marked if it is the author's heading of the references, by its class or its words.

    It is told before sections are numbered, because references have no number.
    """
    if not blocks or blocks[-1]["t"] != "Header":
        return list(blocks)
    *body, last = blocks
    own = tree.has_class(last, "references") or tree.plain(last["c"][2]).casefold() in REFERENCE_TITLES
    return [*body, _marked(last) if own else last]


def _has_place(blocks: Sequence[Node]) -> bool:
    return any(node["t"] == "Div" and tree.attr(node)[0] == "refs" for node in tree.walk(list(blocks)))


def _heading(words: Words) -> Node:
    return tree.header(1, tree.words(words["references"]), "references", (HEADING,))


def without_empty_references(blocks: Sequence[Node]) -> list[Node]:
    """The blocks without a place for references that stayed empty, and without the heading over it.

    A style of notes may say all in its notes.
    """
    made: list[Node] = []
    for node in blocks:
        if node["t"] == "Div" and tree.attr(node)[0] == "refs" and not node["c"][1]:
            if made and tree.has_class(made[-1], HEADING):
                made.pop()
        else:
            made.append(node)
    return made


def _marked(heading: Node) -> Node:
    """The author's own heading, of the class that our style sheets know."""
    identifier, classes, pairs = tree.attr(heading)
    return tree.with_attr(heading, tree.attributes(identifier, (*classes, HEADING), pairs))


def _without_unknown_keys(blocks: list[Node], known: set[str]) -> list[Node]:
    """The blocks with citations of unknown keys set as `(key?)`: only a draft is built with such."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Cite":
            return (node,)
        citations, inlines = node["c"]
        lost = [citation["citationId"] for citation in citations if citation["citationId"] not in known]
        if not lost:
            return (node,)
        kept = [citation for citation in citations if citation["citationId"] in known]
        shown = tree.span(("missing-source",), tree.words("(" + ", ".join(f"{key}?" for key in lost) + ")"))
        return ({"t": "Cite", "c": [kept, inlines]}, {"t": "Space"}, shown) if kept else (shown,)

    return list(tree.rewrite(blocks, change))


HELD = "\ufdd0"
HELD_BLANK = "\ufdd1"
"""What stands for a hyphen and a blank while the style is at work: no text has these signs."""

_HELD_IN = ("number", "issue", "volume", "version")

_RANGE = regex(r"[A-Za-z]?\d+\s?-\s?[A-Za-z]?\d+")
"""Several issues or volumes in one, `1-2`; the number of a report is that of one."""

_FIGURES = regex(r"\d+")

_FIRST_YEAR = 100


def with_plain_numbers(item: Any) -> Any:
    """The item with each hyphen held that parts no range, each blank of one number (`Pt 3`, which is `nos. Pt 3` to a
    style), and with a year of two digits as words.
    """
    said = dict(item["c"])
    for name in _HELD_IN:
        number = " ".join(meta_text(said.get(name)).split())
        if "-" in number and (name == "number" or not _RANGE.fullmatch(number)):
            said[name] = tree.rewrite([said[name]], _hold)[0]
        if " " in number and len(_FIGURES.findall(number)) < 2:
            said[name] = tree.rewrite([said[name]], _hold_blank)[0]
    year = meta_text(said.get("issued"))
    if year.isdecimal() and int(year) < _FIRST_YEAR:
        said["issued"] = {"t": "MetaMap", "c": {"literal": {"t": "MetaString", "c": year[-2:]}}}
    return {**item, "c": said}


def _hold(node: Node) -> Sequence[Node]:
    return ({**node, "c": node["c"].replace("-", HELD)},) if node["t"] in ("Str", "MetaString") else (node,)


def _hold_blank(node: Node) -> Sequence[Node]:
    if node["t"] in ("Str", "MetaString"):
        return ({**node, "c": node["c"].replace("\u00a0", HELD_BLANK).replace(" ", HELD_BLANK)},)
    return ({"t": "Str", "c": HELD_BLANK},) if node["t"] in ("Space", "SoftBreak") else (node,)


def let_go(node: Node) -> Sequence[Node]:
    """A word that citeproc has made, with the hyphens and blanks that were held."""
    if node["t"] != "Str" or not (HELD in node["c"] or HELD_BLANK in node["c"]):
        return (node,)
    first, *others = node["c"].replace(HELD, "-").split(HELD_BLANK)
    words: list[Node] = [{**node, "c": first}]
    for word in others:
        words += [{"t": "Space"}, {**node, "c": word}]
    return [word for word in words if word["t"] == "Space" or word["c"]]
