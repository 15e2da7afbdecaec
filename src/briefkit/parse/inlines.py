"""pandoc's inlines in, atoms out: words, blanks, citations, note calls, comments, with the marks they stand under."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from briefkit.model import MARKS
from briefkit.parse.runs import Atom, RawCitation, RawMark, Run
from briefkit.values import replace

Tree = Any
"""A node of pandoc's JSON: `{"t": ..., "c": ...}`."""

TakeNote = Callable[[Sequence[Tree]], tuple[Run, ...]] | None

COMMENT = "<!--"


def stringify(inlines: Iterable[Tree]) -> str:
    """The words of inlines as one string, notes left out."""
    return "".join(" " if a.kind == "space" else a.text for a in Inlines().atoms(inlines, ()))


def is_comment(node: Tree) -> bool:
    """Whether a raw node is an HTML comment."""
    return node["t"] in ("RawBlock", "RawInline") and node["c"][1].lstrip().startswith(COMMENT)


def comment_of(block: Tree) -> str:
    """The comment that a block is, also where pandoc makes a paragraph of it (in list items), else nothing."""
    alone = block["t"] in ("Para", "Plain") and len(block["c"]) == 1
    node = block["c"][0] if alone else block
    return str(node["c"][1]) if is_comment(node) else ""


def attributes_of(attr: Tree) -> dict[str, str]:
    """The attributes of a node with its classes under `class` and its identifier under `id`."""
    identifier, classes, pairs = attr
    found = {str(k): str(v) for k, v in pairs}
    if classes:
        found["class"] = " ".join(classes)
    if identifier:
        found["id"] = identifier
    return found


class Inlines:
    """Turns inlines into atoms; numbers the marks it meets."""

    def __init__(self) -> None:
        self.serial = 0

    def marked(self, attr: Tree, marks: tuple[RawMark, ...]) -> tuple[RawMark, ...]:
        """The marks in force inside a span or div with these attributes."""
        name = next((c for c in attr[1] if c in MARKS), "")
        if not name:
            return marks
        self.serial += 1
        reason = attributes_of(attr).get("reason", "")
        return (*marks, RawMark(name, reason, self.serial))

    def atoms(self, inlines: Iterable[Tree], marks: tuple[RawMark, ...], note: TakeNote = None) -> Iterator[Atom]:
        """The atoms of inlines under these marks; `note` turns the blocks of a note into its runs."""
        for node in _joined(inlines):
            content = node.get("c")
            match node["t"]:
                case "Str":
                    yield Atom("text", content, marks)
                case "Space":
                    yield Atom("space", " ", marks)
                case "SoftBreak" | "LineBreak":
                    yield Atom("space", "\n", marks)
                case "Code":
                    yield Atom("text", content[1], marks)
                case "Math":
                    yield Atom("math", content[1], marks)
                case "RawInline":
                    yield Atom("comment" if is_comment(node) else "raw", content[1])
                case "Cite":
                    typed = stringify(content[1])
                    yield Atom("cite", typed, marks, tuple(_citations(content[0])))
                case "Note":
                    if note is not None:
                        yield Atom("note", note=note(content))
                case "Quoted":
                    opening, closing = "\u2018\u2019" if content[0]["t"] == "SingleQuote" else "\u201c\u201d"
                    yield Atom("text", opening, marks)
                    yield from self.atoms(content[1], marks, note)
                    yield Atom("text", closing, marks)
                case "Image":
                    yield from (a._replace(kind="aside") for a in self.atoms(content[1], marks) if a.text)
                case "Span":
                    yield from self.atoms(content[1], self.marked(content[0], marks), note)
                case "Link":
                    yield from self.atoms(content[1], marks, note)
                case _:
                    yield from self.atoms(content, marks, note)  # Emph, Strong, Strikeout, Sub, Super, SmallCaps


def _joined(inlines: Iterable[Tree]) -> Iterator[Tree]:
    """The inlines, the words of a line as one: a paragraph is a few atoms instead of hundreds."""
    words: list[str] = []
    blank: Tree = None
    for node in inlines:
        if node["t"] == "Str" and (blank or not words):
            words.append(node["c"])
            blank = None
        elif node["t"] == "Space" and words and not blank and not words[-1].endswith(" "):
            blank = node
        else:
            yield from _word_and_blank(words, blank)
            words, blank = ([node["c"]], None) if node["t"] == "Str" else ([], None)
            if not words:
                yield node
    yield from _word_and_blank(words, blank)


def _word_and_blank(words: Sequence[str], blank: Tree) -> Iterator[Tree]:
    if words:
        yield {"t": "Str", "c": " ".join(words)}
    if blank:
        yield blank


def _citations(nodes: Iterable[Tree]) -> Iterator[RawCitation]:
    """The citations of a group, and those inside their own words: `[@smith2021, in a reply to @jones2020]`."""
    for node in nodes:
        in_text = node["citationMode"]["t"] == "AuthorInText"
        prefix, suffix = stringify(node["citationPrefix"]), stringify(node["citationSuffix"])
        yield from _inside(node["citationPrefix"])
        yield RawCitation(node["citationId"], prefix.strip(), suffix.strip(), in_text)
        yield from _inside(node["citationSuffix"])


def _inside(words: Tree) -> Iterator[RawCitation]:
    """The citations in the words of another, also in a note among them; they are no part of the text."""
    if isinstance(words, list):
        for node in words:
            yield from _inside(node)
    elif isinstance(words, dict) and words.get("t") == "Cite":
        yield from (replace(citation, in_text=False) for citation in _citations(words["c"][0]))
    elif isinstance(words, dict):
        yield from _inside(words.get("c", []))
