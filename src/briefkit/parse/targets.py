"""A brief in, its links and images out, each with its target and the place of that target in the file.

What a link leads to is pandoc's word; where it stands is found by reading every target of the file in the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import unquote

from briefkit.model import Brief, Place
from briefkit.parse.front_matter import body_start
from briefkit.parse.inlines import Tree, attributes_of, stringify
from briefkit.parse.prose import nodes, unquoted
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

TARGET = regex(
    r"""
      \]\( \s*+ (?: < (?P<angle> [^<>\n]*+ ) > | (?P<plain> (?:
              [^()\s]++ | \( [^()\n]*+ \)
            | [^\S\n]++ (?! \s*+ (?: (?: "[^"]{0,300}+" | '[^']{0,300}+' ) \s*+ )?+ \) ) )*+ ) )
          (?: \s++ (?: "[^"]{0,300}+" | '[^']{0,300}+' ) )? \s*+ \)                     # [words](target "title")
    | ^ [ \t>]* \[ (?!\^) [^\]\n]+ \]: \s* (?: < (?P<held> [^<>\n]* ) > | (?P<defined> \S+ ) )  # [label]: target
    | < (?P<auto> [^<>\s]+ ) >
    | \b (?: href | src ) = ["']? (?P<raw> [^"'\s>]+ )
    """,
    re.VERBOSE | re.MULTILINE,
)


class Target(Value):
    """A link or an image: `kind` is `link` or `image`, `described` says that an image has words that stand for it.

    `words` are those in its brackets; `place` is that of the target.
    """

    kind: str
    target: str
    described: bool
    place: Place
    words: str = ""


class Marked(Value):
    """A node that its author said something of: its kind, as pandoc calls it, identifier, classes and attributes."""

    kind: str
    identifier: str
    classes: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


class Markup(Value):
    """What rules on markup look at: the text with all that is no prose blanked, links and images, and their like.

    `marked` are the nodes with an identifier, a class or an attribute; `attributes` are the names of all these
    attributes, in the same order, with their places; `identifiers` are those of all that can be linked to.
    """

    unquoted: str = ""
    targets: tuple[Target, ...] = ()
    attributes: tuple[tuple[str, Place], ...] = ()
    identifiers: frozenset[str] = frozenset()
    marked: tuple[Marked, ...] = ()


def read_markup(brief: Brief) -> Markup:
    """The markup of a brief, its tree walked once."""
    found = list(nodes([*brief.front_blocks, *brief.ast["blocks"]]))
    text, lines = unquoted(brief, found), Lines(brief.path, brief.text)
    start = body_start(brief.text) if brief.front_blocks else 0
    with_head = brief.text[:start] + text[start:]
    marked = tuple(_marked(found))
    targets, attributes = _targets(found, with_head, lines), _attributes(marked, text, lines)
    return Markup(text, tuple(targets), tuple(attributes), frozenset(_identifiers(found, marked, brief)), marked)


def _marked(found: Sequence[Tree]) -> Iterator[Marked]:
    """The nodes of which something is said, in the order of the tree."""
    for node in found:
        identifier, classes, pairs = attr_of(node)
        if identifier or classes or pairs:
            yield Marked(node["t"], identifier, tuple(classes), tuple((name, value) for name, value in pairs))


def _targets(found: Sequence[Tree], text: str, lines: Lines) -> Iterator[Target]:
    """Every link and image in the order of the tree; the place is that of the target."""
    spots, met = _spots(text), Counter[str]()
    captioned = {id(n) for figure in found if _has_caption(figure) for n in nodes(figure["c"])}
    for node in found:
        if node["t"] in ("Link", "Image"):
            attr, words, (target, _) = node["c"]
            same = spots.get(_plain(target), [(0, 0)])
            start, end = same[min(met[target], len(same) - 1)]
            met[target] += 1
            plain = stringify(words)
            described = bool(plain.strip()) or _has_words(node) or "alt" in attributes_of(attr)
            described = described or id(node) in captioned
            yield Target(node["t"].lower(), target, described, lines.place(start, end), plain)


def _attributes(marked: Sequence[Marked], text: str, lines: Lines) -> Iterator[tuple[str, Place]]:
    """The name of every attribute that is no class or identifier, and its place."""
    met = Counter[str]()
    names = [name for one in marked for name, _ in one.pairs]
    spots = _assigned(frozenset(names), text)
    for name in names:
        same = spots.get(name, [(0, 0)])
        yield name, lines.place(*same[min(met[name], len(same) - 1)])
        met[name] += 1


ASSIGNED = regex(r"(?<!\s)\s*+=")
GLUED = regex(r"[\w-]")
LONGEST_NAME = 200


def _assigned(names: frozenset[str], text: str) -> dict[str, list[tuple[int, int]]]:
    """Where each of these names stands before an equals sign, as a word of its own."""
    spots: dict[str, list[tuple[int, int]]] = {}
    letters = frozenset("".join(names))
    for sign in ASSIGNED.finditer(text) if names else ():
        end = start = sign.start()
        while start and text[start - 1] in letters and end - start < LONGEST_NAME:
            start -= 1
            if (not start or not GLUED.match(text, start - 1)) and text[start:end] in names:
                spots.setdefault(text[start:end], []).append((start, end))
    return spots


def _identifiers(found: Sequence[Tree], marked: Sequence[Marked], brief: Brief) -> set[str]:
    """The identifiers of all that can be linked to."""
    own = {one.identifier for one in marked} | {s.identifier for s in brief.sections}
    raw = [n["c"][1] for n in found if n["t"] in ("RawInline", "RawBlock")]
    return (own | {m[1] for html in raw for m in re.finditer(r"\b(?:id|name)=[\"']?([^\"'\s>]+)", html)}) - {""}


def attr_of(node: Tree) -> Tree:
    """The identifier, classes and pairs of a node, empty where its kind has none."""
    content = node.get("c")
    match node["t"]:
        case "Header":
            return content[1]
        case "Div" | "Span" | "Link" | "Image" | "Code" | "CodeBlock" | "Figure" | "Table":
            return content[0]
        case _:
            return ["", [], []]


def _has_caption(node: Tree) -> bool:
    return node["t"] == "Figure" and bool(node["c"][1][1])


def _has_words(node: Tree) -> bool:
    return any(n["t"] in ("Code", "Math") for n in nodes(node["c"][1]))


def _spots(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where each target stands, by its plain form."""
    spots: dict[str, list[tuple[int, int]]] = {}
    for match in TARGET.finditer(text):
        name = next((n for n, found in match.groupdict().items() if found is not None), "plain")
        target = _plain(match[name])
        for form in (target, f"mailto:{target}") if name == "auto" else (target,):
            spots.setdefault(form, []).append(match.span(name))
    return spots


def _plain(target: str) -> str:
    """A target without entities, escapes and codes."""
    return re.sub(r"\s+", " ", unquote(re.sub(r"\\(?=[^\w\s])", "", unescape(target)))).strip()
