"""pandoc's tree in, runs of text out: every piece of text of a brief, in order, with what its words are.

A *run* is one block of running text (a paragraph, heading, cell, caption, note paragraph) as *atoms*: words, blanks,
citations, note calls, comments. Nothing is dropped: text that is not printed as text (alt texts, raw markup) comes as
an `aside`, so that the alignment with the file sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from briefkit.parse.chart_blocks import CHART, is_chart
from briefkit.parse.inlines import Inlines, Tree, attributes_of, comment_of, is_comment, stringify
from briefkit.parse.item_marks import DASH, item_marks
from briefkit.parse.roles import find_box, find_role
from briefkit.parse.runs import Atom, Heading, NoteBlock, RawMark, Run, Waiver, Walked
from briefkit.values import Value, field, replace


class Context(Value):
    """Where the walk is: the kind a paragraph has here, box, inherited attributes and marks, table or figure."""

    kind: str = "paragraph"
    box: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[RawMark, ...] = ()
    floats: bool = False
    opens_note: bool = False  # at the top of a note
    exhibit: int = 0
    cell: tuple[int, int] = (0, 0)
    quotation: int = 0

    def within(self, kind: str) -> Context:
        """The context inside a block of this kind; what stands in a cell or note stays part of it."""
        return self if self.kind in ("cell", "header-cell", "note", "caption", "front") else replace(self, kind=kind)


def walk(blocks: Sequence[Tree], lang: str, front: int = 0) -> Walked:
    """Every run of the tree in order; the first `front` blocks are divs that carry texts of the front matter."""
    walker = _Walker(lang)
    for node in blocks[:front]:
        walker.front(node["c"])
    walker.blocks(blocks[front:], Context())
    return Walked(tuple(walker.runs), tuple(walker.headings), tuple(walker.waivers), tuple(walker.note_blocks))


class _Walker:
    """Collects runs; `section` is the index of the open heading."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.runs: list[Run] = []
        self.headings: list[Heading] = []
        self.open_headings: list[Heading] = []
        self.waivers: list[Waiver] = []
        self.note_blocks: list[NoteBlock] = []
        self.inlines = Inlines()
        self.exhibits = 0
        self.quotations = 0

    # --- blocks ---

    def blocks(self, nodes: Sequence[Tree], context: Context) -> None:
        waiting: list[int] = []
        for index, node in enumerate(nodes):
            if comment := comment_of(node):
                waiting.append(self.emit(Context("comment"), (Atom("comment", comment),)))
                continue
            first = len(self.runs)
            first_item = self.block(node, replace(context, opens_note=False) if context.opens_note else context)
            if context.opens_note:
                self.note_block(node, first)
            last = first_item if waiting and _joins(nodes, index) else len(self.runs)
            self.waivers += [Waiver(at, first, last) for at in waiting]
            waiting = []
        self.waivers += [Waiver(at, at, at) for at in waiting]

    def block(self, node: Tree, context: Context) -> int:
        """Walk a block; of a list, say where the runs of its first item end."""
        content = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                self.text(content, context)
            case "LineBlock":
                for line in content:
                    self.text(line, context)
            case "Header" if context.kind == "note":
                self.text(content[2], context)  # it opens no section
            case "Header":
                self.heading(content, context)
            case "BlockQuote":
                self.blocks(content, self.quoted(context))
            case "BulletList":
                return self.items(content, repeat(DASH), context)
            case "OrderedList":
                return self.items(content[1], item_marks(content[0]), context)
            case "DefinitionList":
                for term, definitions in content:
                    self.text(term, context.within("term"))
                    for definition in definitions:
                        self.blocks(definition, context.within("definition"))
            case "Div":
                self.blocks(content[1], self.inside(content[0], context))
            case "Figure":
                self.figure(content, context)
            case "Table":
                self.table(content, context)
            case "CodeBlock" if is_chart(node) and context.kind != "note":
                self.chart(content, context)
            case "CodeBlock" | "RawBlock":
                kind = "raw" if node["t"] == "RawBlock" else "aside"
                self.emit(replace(context, kind="aside"), (Atom(kind, content[1]),))
            case _:
                pass  # HorizontalRule
        return len(self.runs)

    def front(self, content: Tree) -> None:
        """The text of the front matter in a div of ours."""
        attributes = attributes_of(content[0])
        self.blocks(content[1], Context(kind="front", box=attributes["key"], attributes=attributes))

    def text(self, inlines: Sequence[Tree], context: Context) -> int:
        """One run, and after it the runs of its notes."""
        return self.emit(context, tuple(self.inlines.atoms(inlines, self.marks(context), self.note)))

    def marks(self, context: Context) -> tuple[RawMark, ...]:
        """The marks in force here: those on the headings above, then those of the divs; none in a note."""
        apart = context.kind in ("note", "heading") or not self.open_headings
        return context.marks if apart else (*self.open_headings[-1].marks, *context.marks)

    def note(self, blocks: Sequence[Tree]) -> tuple[Run, ...]:
        """The runs of a footnote, kept with the atom that calls it."""
        held, self.runs, waivers = self.runs, [], self.waivers
        self.waivers = []  # they count the runs of the note, which stand apart
        self.blocks(blocks, Context("note", floats=True, opens_note=True))
        runs, self.runs, self.waivers = self.runs, held, waivers
        return tuple(runs)

    def note_block(self, node: Tree, first: int) -> None:
        """Keep the kind of a block in a note that is no paragraph, with its first run."""
        if node["t"] not in ("Para", "Plain", "RawBlock") and first < len(self.runs):
            self.note_blocks.append(NoteBlock(node["t"], self.runs[first]))

    def emit(self, context: Context, atoms: tuple[Atom, ...], *, in_fence: bool = False) -> int:
        section = len(self.headings) - 1
        role = context.box or (self.headings[section].role if self.headings else "")
        place = (context.floats, context.exhibit, in_fence, context.cell, context.quotation)
        run = Run(context.kind, role, section, atoms, context.attributes, *place)
        self.runs.append(run)
        return len(self.runs) - 1

    def quoted(self, context: Context) -> Context:
        """The context inside a block quotation; one in another is part of it."""
        inner = context.within("quote")
        if inner.quotation or inner.kind != "quote":
            return inner
        self.quotations += 1
        return replace(inner, quotation=self.quotations)

    def heading(self, content: Tree, context: Context) -> None:
        level, attr, inlines = content
        title = stringify(inlines)
        role = find_role(attr[1], title, self.lang)
        while self.open_headings and self.open_headings[-1].level >= level:
            self.open_headings.pop()
        above = self.open_headings[-1] if self.open_headings else None
        role = role or (above.role if above else "")
        marks = self.inlines.marked(attr, above.marks if above else ())
        self.headings.append(Heading(title, level, role, attr[0], len(self.runs), marks))
        self.open_headings.append(self.headings[-1])
        self.text(inlines, replace(context, kind="heading", box=""))

    def items(self, items: Sequence[Sequence[Tree]], marks: Iterable[str], context: Context) -> int:
        """Walk the items, each with its mark; returns where the runs of the first one end."""
        waiting: list[int] = []
        ends: list[int] = []
        for number, (item, mark) in enumerate(zip(items, marks, strict=False), 1):
            first, known = len(self.runs), len(self.waivers)
            self.blocks(item, context.within("item"))
            if first < len(self.runs) and self.runs[first].kind == "item":
                self.runs[first] = replace(self.runs[first], mark=mark)
            ends.append(len(self.runs))
            closing = self.closing_comments(first, known) if number < len(items) else []
            self.waivers += [Waiver(at, first, ends[-1]) for at in waiting]
            waiting = closing
        return ends[0] if ends else len(self.runs)

    def closing_comments(self, first: int, known: int) -> list[int]:
        """The runs that hold a comment on a line of its own at the end of an item: it is about the next one.

        The item's runs start at `first`, its waivers at `known`.
        """
        own = self.waivers[known:]
        dangling = [w for w in own if w.first == w.last == w.at]
        self.waivers[known:] = [w for w in own if not w.first == w.last == w.at]
        last = self.runs[-1].atoms[-2:] if len(self.runs) > first else ()
        alone = [a.kind for a in last] == ["space", "comment"] and last[0].text == "\n"
        return [w.at for w in dangling] + [len(self.runs) - 1] * alone

    def inside(self, attr: Tree, context: Context) -> Context:
        """The context inside a div: its box, attributes and mark."""
        attributes = attributes_of(attr)
        box = find_box(attr[1]) or next((c for c in attr[1] if find_role((c,), "", "en")), "") or context.box
        marks = self.inlines.marked(attr, context.marks)
        return replace(context, box=box, attributes={**context.attributes, **attributes}, marks=marks)

    def figure(self, content: Tree, context: Context) -> None:
        """The caption; an alternative text stands in the attributes, where no words are looked for."""
        attr, (_, caption), blocks = content
        attributes, marks = attributes_of(attr), self.inlines.marked(attr, context.marks)
        for image in _images(blocks):
            attributes, marks = {**attributes_of(image[0]), **attributes}, self.inlines.marked(image[0], marks)
        self.exhibits += 1
        inner = replace(context, kind="caption", attributes=attributes, marks=marks, exhibit=self.exhibits)
        for block in caption:
            if block["t"] in ("Para", "Plain"):
                self.text(block["c"], inner)

    def chart(self, content: Tree, context: Context) -> None:
        """The data, which is no text, and the caption."""
        attributes, marks = attributes_of(content[0]), self.inlines.marked(content[0], context.marks)
        self.exhibits += 1
        inner = replace(context, kind=CHART, attributes=attributes, marks=marks, exhibit=self.exhibits)
        self.emit(inner, (Atom("aside", content[1]),))
        if caption := attributes.get("caption", "").strip():
            atoms = (Atom("text", " ".join(caption.split()), self.marks(inner)),)
            self.emit(replace(inner, kind="caption"), atoms, in_fence=True)

    def table(self, content: Tree, context: Context) -> None:
        attr, (_, caption), _columns, head, bodies, foot = content
        attributes, marks = {**context.attributes, **attributes_of(attr)}, self.inlines.marked(attr, context.marks)
        self.exhibits += 1
        inner = replace(context, kind="cell", attributes=attributes, marks=marks, exhibit=self.exhibits)
        parts = [(head[1], "header-cell")]
        for body in bodies:
            parts += ((body[2], "header-cell"), (body[3], "cell"))
        number = 0
        for rows, kind in (*parts, (foot[1], "cell")):
            self.rows(rows, replace(inner, kind=kind), number)
            number += len(rows)
        self.blocks(caption, replace(inner, kind="caption", floats=True))

    def rows(self, rows: Sequence[Tree], context: Context, above: int) -> None:
        """The cells of some rows; a cell over several columns stands in the first, and pushes the others on."""
        for number, (_attr, cells) in enumerate(rows, above + 1):
            column = 1
            for _, _, _, span, blocks in cells:
                self.blocks(blocks, replace(context, cell=(number, column)))
                column += span


def _joins(nodes: Sequence[Tree], index: int) -> bool:
    """Whether the list at `index` goes on a list before it, with only comments between."""
    before = next((nodes[n] for n in range(index - 1, -1, -1) if not is_comment(nodes[n])), None)
    return before is not None and same_list(before, nodes[index])


def same_list(one: Tree, other: Tree) -> bool:
    """Whether two blocks are lists of equal kind, so that they were one list before a comment split them."""
    if one["t"] == other["t"] == "BulletList":
        return True
    return bool(one["t"] == other["t"] == "OrderedList" and one["c"][0][1:] == other["c"][0][1:])


def _images(blocks: Sequence[Tree]) -> Iterator[Tree]:
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            for inline in block["c"]:
                if inline["t"] == "Image":
                    yield inline["c"]
