"""YAML as authors mean it: text in, nodes with places out; no aliases, tags, duplicate keys or guessing of types.

Every scalar is text (`NO` is not false, `1.10` is not 1.1). Size, depth and number of nodes are limited, so that no
file can blow up. Every error knows its place.
"""

from __future__ import annotations

from typing import Any

import yaml

from briefkit.merges import MERGE, MERGE_CURE, find_merges
from briefkit.model import Place
from briefkit.patterns import CONTROL, regex
from briefkit.values import Value

MAX_CHARACTERS = 64_000
MAX_DEPTH = 20
MAX_NODES = 5_000


NO_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Characters that end a line for YAML and for nobody else: they would shift the places of all that follows."""


COMMENT = "<!--"
"""What opens a comment of Markdown, such as an allowance, in a text; YAML knows only `#`."""


IN_QUOTES = "put text that holds ': ' or starts with a sign such as @ or [ in quotes"
SAME_COLUMN = "let the keys of one list begin in the same column, and write each as key: value"
BLOCK = "write the text in the lines below, each with two blanks before it"
ESCAPES = "write the backslash twice, or put the text in single quotes"

SAID = {
    "mapping values are not allowed in this context": ("a colon and a blank stand in text without quotes", IN_QUOTES),
    "found character that cannot start any token": ("text without quotes may not begin with this sign", IN_QUOTES),
    "did not find expected alphabetic or numeric character": (
        "text without quotes may not begin with this sign",
        IN_QUOTES,
    ),
    "did not find expected <document start>": ("this line begins further to the left than the first one", SAME_COLUMN),
    "did not find expected key": ("this is no key with its value", SAME_COLUMN),
    "could not find expected ':'": (
        "this line has no colon",
        "write key: value, or two blanks before a line that goes on with the text above",
    ),
    "did not find expected '-' indicator": (
        "this line is no item of the list above",
        "begin each item with - in the same column",
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins in the line of its key",
        "begin the list in the next line, or put the text in quotes",
    ),
    "did not find expected comment or line break": ("text follows the sign | or >", BLOCK),
    "found invalid Unicode character escape code": ("this escape stands for no character", ESCAPES),
    "found unknown escape character": ("this escape stands for no character", ESCAPES),
    "did not find expected hexdecimal number": ("this escape stands for no character", ESCAPES),
    "but found another document": ("a second line --- stands here", "take it out: there is one head, or one file"),
}
"""What libyaml says, in an author's words, with the cure."""

OPENED = {
    "found unexpected end of stream": ("the quote that opens here is not closed", "close it at the end of the text"),
    "found unexpected document indicator": (
        "the quote that opens here is not closed",
        "close it at the end of the text",
    ),
    "did not find expected ',' or '}'": (
        "the brace that opens here is not closed",
        "close it, with commas between its parts; or put the text in quotes",
    ),
    "did not find expected ',' or ']'": (
        "the bracket that opens here is not closed",
        "close it, with commas between its parts; or put the text in quotes",
    ),
}
"""The same of what stands open: the place is where it opens."""

_CLOSED = regex(r"""[:-] +(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})""")


class YamlError(Exception):
    """The YAML is refused: why, where, and the cure."""

    def __init__(self, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint


class Node(Value):
    """A YAML value with its place: `value` is text, a tuple of nodes, or a tuple of (key, node) pairs."""

    value: str | tuple[Node, ...] | tuple[tuple[Node, Node], ...]
    kind: str
    place: Place

    @property
    def text(self) -> str:
        """The text of a scalar, else an empty string."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list, else nothing."""
        return self.value if self.kind == "list" else ()  # type: ignore[return-value]

    @property
    def pairs(self) -> tuple[tuple[Node, Node], ...]:
        """The pairs of a mapping, else nothing."""
        return self.value if self.kind == "mapping" else ()  # type: ignore[return-value]


def load(text: str, path: str, first_line: int = 1) -> Node | None:
    """The one document in `text`, whose first line is `first_line` of the file; None when it is empty."""
    reader = _Reader(path, first_line)
    text = text.translate(NO_LINE_ENDS)
    if len(text) > MAX_CHARACTERS:
        place = Place(path, first_line, 1, first_line, 1)
        raise YamlError(f"more than {MAX_CHARACTERS:,} characters", place, "shorten it")
    if merges := find_merges(text):
        line = first_line + text.count("\n", 0, merges[0][0])
        raise YamlError(MERGE, Place(path, line, 1, line, 8), MERGE_CURE)
    try:
        reader.refuse_aliases(text)
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        raise reader.error(error, text) from error
    except (yaml.YAMLError, RecursionError) as error:
        place = Place(path, first_line, 1, first_line, 1)
        raise YamlError(str(error).split("\n")[0], place, "put text that holds odd characters in quotes") from error
    return None if node is None else reader.convert(node, 0)


class _Reader:
    """Converts composed nodes to ours and counts what it has seen."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first = first_line
        self.nodes = 0

    def place(self, start: Any, end: Any) -> Place:
        return Place(self.path, start.line + self.first, start.column + 1, end.line + self.first, end.column + 1)

    def error(self, error: yaml.MarkedYAMLError, text: str) -> YamlError:
        problem = error.problem or "cannot be read"
        starts = (*OPENED, "could not find expected ':'")
        mark = error.context_mark if error.context_mark and problem in starts else error.problem_mark
        if mark is None:
            return YamlError(problem, Place(self.path, self.first, 1, self.first, 1), IN_QUOTES)
        place = self.place(mark, mark)
        before = "".join(text.split("\n")[mark.line : mark.line + 1])[: mark.column + 1]
        if "\t" in before and problem not in OPENED:
            return YamlError("a tab stands where only blanks may", place, "use blanks, not a tab")
        if COMMENT in before:
            message = "the comment in this text holds ': ', and a text that holds it has to stand in quotes"
            return YamlError(message, place, f'put all of the text in quotes: "... {COMMENT} ... -->"')
        if problem.startswith("mapping") and before[:1] == " " and ": " not in before[:-1].strip("- "):
            return YamlError("this line is set in further than the one it belongs beside", place, SAME_COLUMN)
        if problem == "did not find expected key" and _CLOSED.search(before):
            hint = "put all of it in one pair of quotes; one of the same kind within is written twice: 'It''s'"
            return YamlError("text follows a quote or a bracket that is closed", place, hint)
        message, hint = SAID.get(problem) or OPENED.get(problem) or (problem, IN_QUOTES)
        return YamlError(message, place, hint)

    def refuse_aliases(self, text: str) -> None:
        """Aliases, anchors and tags are refused before anything is built of them; so is too deep a nesting."""
        depth = 0
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise YamlError("aliases and anchors are not allowed", self._at(event), "write the value out")
            if getattr(event, "tag", None):
                raise YamlError("tags are not allowed", self._at(event), "leave the tag out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise YamlError(f"nested deeper than {MAX_DEPTH} levels", self._at(event), "use fewer levels")

    def _at(self, event: Any) -> Place:
        return self.place(event.start_mark, event.end_mark)

    def convert(self, node: Any, depth: int) -> Node:
        self.nodes += 1
        place = self.place(node.start_mark, node.end_mark)
        if self.nodes > MAX_NODES:
            raise YamlError(f"more than {MAX_NODES:,} values", place, "leave out what nobody reads")
        if isinstance(node, yaml.ScalarNode):
            if odd := CONTROL.search(node.value):
                raise YamlError(f"the control character U+{ord(odd[0]):04X} is written here", place, "delete it")
            return Node(node.value, "text", place)
        if isinstance(node, yaml.SequenceNode):
            return Node(tuple(self.convert(item, depth + 1) for item in node.value), "list", place)
        pairs = tuple((self.convert(k, depth + 1), self.convert(v, depth + 1)) for k, v in node.value)
        self.refuse_duplicates(pairs)
        return Node(pairs, "mapping", place)

    def refuse_duplicates(self, pairs: tuple[tuple[Node, Node], ...]) -> None:
        seen: dict[str, Place] = {}
        for key, _ in pairs:
            if key.kind != "text":
                raise YamlError("a key must be text", key.place, "write a word before the colon")
            if key.text in seen:
                first = seen[key.text].line
                raise YamlError(f"'{key.text}' stands twice, first in line {first}", key.place, "keep one of them")
            seen[key.text] = key.place
