"""Runs with their words placed in, problems out for what pandoc reads and no output prints: raw HTML, blocks in notes.

Only tags that open something are told; what stands between two tags is text and is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefkit.model import Place, Problem
from briefkit.parse.places import Spanned, Token
from briefkit.parse.runs import NoteBlock, Run
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value


class Placed(Value):
    """All runs of a brief, those of notes included, and where their words stand."""

    runs: Sequence[Run]
    words: Sequence[Sequence[Spanned]]
    lines: Lines

    def run(self, number: int) -> Place:
        """Where a run stands, from its first word to its last."""
        spans = [span for _, span in self.words[number] if span] or [(0, 0)]
        return self.lines.place(spans[0][0], spans[-1][1])

    def raw(self, number: int) -> Iterator[tuple[str, Place]]:
        """The raw markup of a run; a piece without words stands where the words before it end."""
        atoms = self.runs[number].atoms
        first: dict[int, tuple[Token, tuple[int, int]]] = {}
        for token, span in self.words[number] if any(atom.kind == "raw" for atom in atoms) else ():
            if span:
                first.setdefault(token.atom, (token, span))
        end = 0
        for at, atom in enumerate(atoms):
            if at in first:
                token, word = first[at]
                end = word[1]
                if atom.kind == "raw":
                    yield atom.text, self._whole(atom.text, token.start, word)
            elif atom.kind == "raw":
                yield atom.text, self.lines.place(end, end)

    def _whole(self, text: str, before: int, span: tuple[int, int]) -> Place:
        """The place of a text whose first word stands at `span`; of that word when the file has it otherwise."""
        start = max(span[0] - before, 0)
        whole = self.lines.text.startswith(text, start)
        return self.lines.place(start, start + len(text)) if whole else self.lines.place(*span)


def find_unprinted(placed: Placed, note_blocks: Sequence[NoteBlock]) -> Iterator[Problem]:
    """What is left out of every output, in the order of the tree."""
    for number in range(len(placed.runs)):
        for text, place in placed.raw(number):
            if told := _describe_tag(text):
                yield Problem("DOC810", place, *told)
    known = {id(run): number for number, run in enumerate(placed.runs)} if note_blocks else {}
    for block in note_blocks:
        if id(block.run) in known:
            place = placed.run(known[id(block.run)])
            message = f"This {NOTE_BLOCKS.get(block.kind, 'block')} stands in a note and is not printed"
            yield Problem("DOC814", place, message, "write it as a sentence, or move it into the text")


NOTE_BLOCKS: Mapping[str, str] = {
    "BlockQuote": "block quote",
    "BulletList": "list",
    "CodeBlock": "code",
    "DefinitionList": "list",
    "Div": "box",
    "Figure": "figure",
    "Header": "heading",
    "LineBlock": "verse",
    "OrderedList": "list",
    "Table": "table",
}
"""What the kinds of blocks are called."""

_TAG = regex(r"\s*<(?P<name>[A-Za-z][\w:-]*)")
_TEXT = regex(r"\s*<(?:script|style|textarea|iframe|object|noscript|svg)\b", re.IGNORECASE)
_CURES: Mapping[str, str] = {
    "a": "write [words](https://...)",
    "b": "write **words**",
    "br": "end the line with a backslash",
    "center": "the template sets how the text stands",
    "code": "write the words between backticks",
    "details": "write a heading, or ::: {.definition}",
    "em": "write *words*",
    "font": "the template sets the type",
    **{f"h{level}": f"write {'#' * level} Words" for level in range(1, 7)},
    "hr": "write --- on a line of its own",
    "i": "write *words*",
    "img": "write ![words](picture.png)",
    "strong": "write **words**",
    "p": "leave a blank line",
    "sub": "write H~2~O",
    "sup": "write m^2^; the number of a note is [^1], with [^1]: ... on a line below",
    "table": "write it as a table of pipes: | a | b |",
    "u": "write [words]{.underline}",
}
_PARTS = frozenset("caption col colgroup li summary tbody td tfoot th thead tr".split())
"""Tags that stand inside others which are told."""


def _describe_tag(text: str) -> tuple[str, str] | None:
    """What to say of a raw piece of HTML and the cure; nothing of tags that close or stand inside others."""
    tag = _TAG.match(text)
    if tag is None:
        is_close = text.lstrip().startswith(("</", "<!--"))
        return None if is_close else ("This markup is not printed", "delete it")
    name = tag["name"].lower()
    if name in _PARTS:
        return None
    what = f"The tag <{name}> and what it holds are" if _TEXT.match(text) else f"The tag <{name}> is"
    return f"{what} not printed", _CURES.get(name, "delete it, or write it in Markdown")
