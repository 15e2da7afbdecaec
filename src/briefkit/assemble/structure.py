"""What the sections and boxes of a brief become: the box on the first page, numbered recommendations, options and
boxes with their labels. Blocks go in, blocks come out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from briefkit.assemble import tree
from briefkit.assemble.clean import single_spaced
from briefkit.assemble.labels import ISO_DATE, Words, before_date, long_date
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

WORD = regex(r"\w+")
BOXES = ("key-message", "case-study", "definition", "counter-argument", "confidence")
FIRST_PAGE = ("bottom-line", "key-messages")
"""Roles of sections that are set as a box at the head of the brief."""
IN_PLACE = ("summary",)
"""Roles of sections that are set as a box where they stand."""
LONG, KEPT_LETTERS, LEAST_LETTERS = "long", 1400, 40
"""The class of a box that may be divided between pages: one with more letters than the second number, which is a third
of a page. A paragraph, item or cell of few letters counts as the third.
"""


def with_roles(blocks: Sequence[Node], roles: Mapping[str, str]) -> list[Node]:
    """The blocks with each heading's role (by identifier) among its classes."""
    made: list[Node] = []
    for node in blocks:
        identifier, classes, pairs = tree.attr(node)
        role = roles.get(identifier, "") if node["t"] == "Header" else ""
        new = tree.attributes(identifier, (*classes, role), pairs)
        made.append(tree.with_attr(node, new) if role and role not in classes else node)
    return made


def from_level_one(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with the highest heading at level 1, the others following."""
    levels = [node["c"][0] for node in blocks if node["t"] == "Header"]
    by = min(levels, default=1) - 1
    return [{**n, "c": [n["c"][0] - by, *n["c"][1:]]} if n["t"] == "Header" else n for n in blocks]


def sections(blocks: Sequence[Node]) -> list[list[Node]]:
    """The blocks cut before each heading of level 1; what stands before the first is a section too."""
    cut: list[list[Node]] = [[]]
    for node in blocks:
        if node["t"] == "Header" and node["c"][0] == 1:
            cut.append([])
        cut[-1].append(node)
    return [section for section in cut if section]


def boxed_sections(blocks: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The boxes for the head of the brief, and the rest of it with its summary boxed."""
    front: list[Node] = []
    rest: list[Node] = []
    for section in sections(blocks):
        role = _role(section[0], FIRST_PAGE + IN_PLACE)
        if role in FIRST_PAGE:
            front.append(_boxed(role, section))
        elif role in IN_PLACE:
            rest.append(_boxed(role, section))
        elif _role(section[0], ("recommendations",)):
            rest += [_as_recommendations(node) for node in section]
        else:
            rest += section
    return front, rest


def printed_order(blocks: Sequence[Node], roles: Mapping[str, str]) -> list[int]:
    """The numbers of the blocks in the order in which they are printed: those of FIRST_PAGE come first."""
    cut = sections(with_roles(from_level_one(blocks), roles))
    numbers = iter(range(len(blocks)))
    numbered = [(bool(_role(section[0], FIRST_PAGE)), [next(numbers) for _ in section]) for section in cut]
    return [number for first in (True, False) for boxed, found in numbered if boxed is first for number in found]


def _boxed(role: str, section: Sequence[Node]) -> Node:
    """The section as a box of its role; the role moves from the heading to the box."""
    identifier, classes, pairs = tree.attr(section[0])
    heading = tree.with_attr(section[0], tree.attributes(identifier, [c for c in classes if c != role], pairs))
    return tree.div((role, *_length(section)), [heading, *section[1:]])


def _role(node: Node, names: Sequence[str]) -> str:
    if node["t"] != "Header":
        return ""
    return next((name for name in names if tree.has_class(node, name)), "")


def _as_recommendations(node: Node) -> Node:
    """A numbered list in a section of recommendations is one of them each."""
    return tree.div(("recommendation-list",), [node]) if node["t"] == "OrderedList" else node


# --- numbers of sections ----------------------------------------------------------------------

NUMBER = "section-number"
NUMBERED = 2
"""The lowest level of headings that have numbers."""


def with_numbers(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with a number before each heading that stands in no box, down to level NUMBERED."""
    counts = [0] * NUMBERED
    made: list[Node] = []
    for node in blocks:
        level = node["c"][0] if node["t"] == "Header" else 0
        if not 1 <= level <= NUMBERED or tree.has_class(node, "unnumbered", "references-heading"):
            made.append(node)
            continue
        counts[level - 1] += 1
        counts[level:] = [0] * (NUMBERED - level)
        number = ".".join(str(count) for count in counts[:level])
        inlines = [tree.span((NUMBER,), tree.words(number)), {"t": "Space"}, *node["c"][2]]
        made.append({**node, "c": [node["c"][0], node["c"][1], inlines]})
    return made


def parted_number(inlines: Sequence[Node]) -> tuple[str, list[Node]]:
    """The number of a heading, if it has one, and its words."""
    if inlines and tree.has_class(inlines[0], NUMBER):
        return tree.plain(inlines[0]), list(inlines[2:])
    return "", list(inlines)


# --- boxes ------------------------------------------------------------------------------------


def with_box_titles(blocks: Sequence[Node], words: Words) -> list[Node]:
    """The blocks with a label at the head of each box, option and case."""

    def change(node: Node) -> Sequence[Node]:
        return (_titled(_sized(node), words),) if node["t"] == "Div" else (node,)

    return list(tree.rewrite(list(blocks), change))


def _sized(node: Node) -> Node:
    """The box as one that may be divided, if it is long."""
    identifier, classes, pairs = tree.attr(node)
    if not {*BOXES, "option"} & set(classes):
        return node
    return tree.with_attr(node, tree.attributes(identifier, (*classes, *_length(node["c"][1])), pairs))


def _length(blocks: Sequence[Node]) -> tuple[str, ...]:
    """The class of a box that holds these blocks."""
    texts = (node for node in tree.walk(list(blocks)) if node["t"] in ("Para", "Plain"))
    return (LONG,) if sum(max(len(tree.plain(text)), LEAST_LETTERS) for text in texts) > KEPT_LETTERS else ()


def _titled(node: Node, words: Words) -> Node:
    title = _box_title(node, words)
    content = node["c"][1]
    if not title or (content and content[0]["t"] == "Header"):
        return node
    own = _bold_lead(content)
    name = tree.attr(node)[2].get("name", "")
    if own and (_same(own, tree.plain(title)) or (_is_within(own, name) and not _same(own, name))):
        content = _without_lead(content)
    elif own and "option" in tree.attr(node)[1] and (not name or _is_within(name, own)):
        return {**node, "c": [node["c"][0], _behind_lead(content, _chips(tree.attr(node)[2], words))]}
    return {**node, "c": [node["c"][0], [tree.div(("box-title",), [tree.para(title)]), *content]]}


def _bold_lead(blocks: Sequence[Node]) -> str:
    """The bold words a box begins with: its author's own title."""
    first: Node = blocks[0] if blocks else {"t": ""}
    inlines = first["c"] if first["t"] in ("Para", "Plain") else []
    return tree.plain(inlines[0]) if inlines and inlines[0]["t"] == "Strong" else ""


def _same(one: str, other: str) -> bool:
    """Whether two titles are the same but for case and punctuation."""
    return _letters(one) == _letters(other)


def _is_within(one: str, other: str) -> bool:
    """Whether the words of one title stand in another: `Widen the road.` in `A. Widen the road`."""
    words = f" {' '.join(WORD.findall(one.casefold()))} "
    return bool(words.strip()) and words in f" {' '.join(WORD.findall(other.casefold()))} "


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _without_lead(blocks: Sequence[Node]) -> list[Node]:
    rest = single_spaced(blocks[0]["c"][1:])
    return [*([{**blocks[0], "c": rest}] if rest else []), *blocks[1:]]


def _behind_lead(blocks: Sequence[Node], shown: Sequence[Node]) -> list[Node]:
    """What a box holds with something shown behind the bold words that it begins with."""
    lead, *rest = blocks[0]["c"]
    return [{**blocks[0], "c": [lead, *shown, *rest]}, *blocks[1:]]


def _box_title(node: Node, words: Words) -> list[Node]:
    """The label of a box: its kind, then the name the author gave it."""
    _, classes, pairs = tree.attr(node)
    if "option" in classes:
        return _option_title(pairs, words)
    kind = next((name for name in BOXES if name in classes), "")
    if not kind:
        return []
    name = pairs.get("title") or pairs.get("name") or ""
    return _label_and_name(words[kind], name)


def _label_and_name(label: str, name: str) -> list[Node]:
    """What kind of box it is, and its name unless that says the same."""
    name = "" if name.strip(" .:?!").casefold() == label.strip(" .:?!").casefold() else name
    inlines = [tree.span(("box-kind",), tree.words(label))]
    return [*inlines, {"t": "Space"}, tree.span(("box-name",), tree.words(name))] if name else inlines


def _option_title(pairs: Mapping[str, str], words: Words) -> list[Node]:
    name = pairs.get("name") or pairs.get("title") or ""
    return [*_label_and_name(words["option"], name), *_chips(pairs, words)]


def _chips(pairs: Mapping[str, str], words: Words) -> list[Node]:
    """How sure an option is and what is thought of it, each behind a blank."""
    inlines: list[Node] = []
    for key in ("certainty", "verdict"):
        if pairs.get(key):
            shown = f"{words.before('certainty')} {pairs[key]}" if key == "certainty" else pairs[key]
            inlines += [{"t": "Space"}, tree.span(("chip",), tree.words(shown))]
    return inlines


# --- recommendations --------------------------------------------------------------------------


def numbered_recommendations(blocks: Sequence[Node], words: Words) -> list[Node]:
    """Neighbouring `.recommendation` boxes as one numbered list, with who acts, and by when; numbering goes on."""
    made: list[Node] = []
    number = 1
    for together, group in groupby(blocks, lambda node: tree.has_class(node, "recommendation")):
        nodes = list(group)
        if together:
            made.append(_recommendation_list(nodes, number, words))
            number += len(nodes)
        else:
            made += nodes
    return made


def _recommendation_list(nodes: Sequence[Node], start: int, words: Words) -> Node:
    style = [start, {"t": "Decimal"}, {"t": "Period"}]
    items = [[_with_actor(node, words)] for node in nodes]
    return tree.div(("recommendation-list",), [{"t": "OrderedList", "c": [style, items]}])


def _with_actor(node: Node, words: Words) -> Node:
    """The recommendation with a line that says who is to act, by when, and how one will know that it was done."""
    _, _, pairs = tree.attr(node)
    parts = [pairs.get("actor", ""), _deadline(pairs.get("by", ""), words.lang)]
    if pairs.get("measure"):
        parts.append(f"{words.before('measure')} {pairs['measure']}")
    line = " · ".join(part for part in parts if part)
    if not line:
        return node
    return {**node, "c": [node["c"][0], [*node["c"][1], tree.div(("actor",), [tree.para(tree.words(line))])]]}


def _deadline(by: str, lang: str) -> str:
    """The date of a recommendation in words: `by 31 January 2027`."""
    if not by:
        return ""
    return f"{before_date(by, lang)} {long_date(by, lang)}" if ISO_DATE.fullmatch(by) else by
