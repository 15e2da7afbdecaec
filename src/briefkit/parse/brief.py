"""What pandoc returned and the text of a brief in, a Brief out: places, sentences, sections, allowances."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.lookup import Latest
from briefkit.model import Allowance, Block, Brief, Citation, Parsed, Place, Problem, Reader, Section, Sentence
from briefkit.parse.allowances import read_allowance
from briefkit.parse.cells import says_something
from briefkit.parse.chart_places import place_charts
from briefkit.parse.front_matter import COUNTED, Head
from briefkit.parse.places import Spanned, flatten, place_words
from briefkit.parse.prepare import READER, Prepared, prepare
from briefkit.parse.quotations import part_attributions, quotations_of
from briefkit.parse.runs import Run, Walked
from briefkit.parse.sentences import Material, make_sentences, note_holders, with_note_citations
from briefkit.parse.unprinted import Placed, find_unprinted
from briefkit.parse.walk import walk
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value, replace

SILENT = ("heading", "term", "header-cell", "aside", "comment", "chart")
"""Kinds of text that are never accounted for."""


def parse_brief(text: str, path: str, reader: Reader) -> Brief:
    """Read a brief with `reader`; problems become part of it, what the reader raises passes."""
    prepared = prepare(text, path)
    return finish(prepared, reader.read(prepared.for_pandoc, READER))


def finish(prepared: Prepared, parsed: Parsed) -> Brief:
    """The brief that pandoc's tree and the text make together."""
    head, lang = prepared.head, prepared.head.front.language
    in_front, body = parsed.ast["blocks"][: len(head.texts)], parsed.ast["blocks"][len(head.texts) :]
    walked = walk(parsed.ast["blocks"], lang, len(in_front))
    runs, index, calls = flatten(walked.runs)
    lines = Lines(prepared.path, prepared.text)
    silent = _silent(head, lines)
    placed = place_words(runs, calls, prepared.text, silent)
    place_charts(runs, placed, prepared.text)
    made = _Made(runs, calls, placed, lines, lang, silent)
    blocks = made.blocks()
    sections = tuple(
        Section(h.title, h.level, h.role, blocks[index[h.run]].place, h.identifier) for h in walked.headings
    )
    unprinted = find_unprinted(Placed(runs, placed, lines), walked.note_blocks)
    problems = (*head.problems, *_markup_problems(parsed.warnings, prepared), *unprinted)
    allowances = _allowances(made, blocks, walked, index)
    kept = _in_order(b for b in blocks if b.kind not in ("comment", "aside"))
    if any(block.quotation for block in kept):
        kept = _in_order(part_attributions(kept))
    ast, asides = {**parsed.ast, "blocks": body}, tuple(made.asides())
    printed = tuple(block for div in in_front for block in div["c"][1])
    return Brief(prepared.path, prepared.text, head.front, sections, kept, allowances, problems, ast, asides, printed)


def _silent(head: Head, lines: Lines) -> list[tuple[int, int]]:
    """The stretches of the front matter between its counted texts."""
    silent, start = [], 0
    for _, node in head.texts:
        place = node.place
        silent.append((start, lines.offset(*place.start)))
        start = lines.offset(*place.end)
    return [*silent, (start, head.body_start)]


class _Made(Value):
    """The runs of a brief with their words placed."""

    runs: tuple[Run, ...]
    calls: Mapping[tuple[int, int], tuple[int, ...]]
    placed: Sequence[Sequence[Spanned]]
    lines: Lines
    lang: str
    silent: Sequence[tuple[int, int]]

    def material(self, run: int, used: Sequence[tuple[int, int]]) -> Material:
        return Material(self.runs[run], self.placed[run], self.lines, self.lang, used)

    def blocks(self) -> list[Block]:
        """A block for each run, the citations of notes given to the sentences that call them."""
        used = sorted({*self.silent, *(span for words in self.placed for _, span in words if span)})
        materials = [self.material(n, used) for n in range(len(self.runs))]
        blocks = [self._block(n, material) for n, material in enumerate(materials)]
        for number, material in enumerate(materials):
            blocks[number] = self._with_notes(number, material, blocks)
        for number in range(1, len(blocks)):
            if _only_cites(blocks[number]):
                blocks[number - 1 : number + 1] = _given_back(blocks[number - 1], blocks[number])
        return blocks

    def _block(self, number: int, material: Material) -> Block:
        run = self.runs[number]
        silent = run.kind in SILENT or (run.role == "references" and run.kind != "note")
        silent = silent or (run.kind == "front" and run.role not in COUNTED)
        sentences = () if run.kind in ("aside", "comment", "chart") else make_sentences(material, number)
        words = " ".join(s.plain for s in sentences)
        silent = silent or (run.kind == "note" and ATTRIBUTION.fullmatch(words) is not None)
        counts = not silent and (run.kind != "cell" or says_something(words, self.lang))
        place = _cover([s.place for s in sentences] or [_place_of(material)])
        within = (run.exhibit, run.cell, run.quotation, run.mark)
        return Block(run.kind, run.role, place, sentences, run.attributes, run.section, counts, *within)

    def _with_notes(self, number: int, material: Material, blocks: Sequence[Block]) -> Block:
        block, sentences = blocks[number], list(blocks[number].sentences)
        if not self._calls(number):
            return block
        held: dict[int, list[Citation]] = {}
        for atom, holder in note_holders(material):
            inside = [s for n in self.calls.get((number, atom), ()) for s in blocks[n].sentences]
            held.setdefault(holder, []).extend(c for s in inside for c in s.citations)
        for holder, citations in held.items():
            if holder < len(sentences):
                sentences[holder] = with_note_citations(sentences[holder], citations)
        return replace(block, sentences=tuple(sentences))

    def _calls(self, number: int) -> bool:
        return any(atom.kind == "note" for atom in self.runs[number].atoms)

    def asides(self) -> Iterator[Citation]:
        """The citations in what is no running text."""
        for number, run in enumerate(self.runs):
            if any(atom.kind == "aside" and atom.citations for atom in run.atoms):
                yield from (c for _, found in self.material(number, ()).cites("aside") for c in found)

    def comments(self, number: int) -> list[tuple[int, str, Place]]:
        """The comments of a run: atom, text and place."""
        spans: dict[int, list[tuple[int, int]]] = {
            at: [] for at, atom in enumerate(self.runs[number].atoms) if atom.kind == "comment"
        }
        for token, span in self.placed[number] if spans else ():
            if span and token.atom in spans:
                spans[token.atom].append(span)
        return [(at, self.runs[number].atoms[at].text, self._comment_place(s)) for at, s in spans.items()]

    def _comment_place(self, spans: Sequence[tuple[int, int]]) -> Place:
        if not spans:
            return self.lines.place(0, 0)
        start = self.lines.text.rfind("<!--", 0, spans[0][0] + 1)
        end = self.lines.text.find("-->", spans[-1][1])
        return self.lines.place(max(start, 0), end + 3 if end >= 0 else spans[-1][1])


ATTRIBUTION = regex(r"\W*(?:Author\W*(?:p+\.?\s?[\d\u2013-]+\W*)?)?")


def _only_cites(block: Block) -> bool:
    """Whether a paragraph says nothing and cites: the source of what stands before it, such as a block quote."""
    cites = block.kind != "note" and any(s.citations for s in block.sentences)
    return cites and ATTRIBUTION.fullmatch(block.plain) is not None


def _given_back(before: Block, source: Block) -> list[Block]:
    """The two blocks, the citations of the second given to the last sentence of the first."""
    citations = tuple(c for s in source.sentences for c in s.citations)
    last = len(before.sentences) - 1
    if last < 0:
        return [before, source]
    citing = before.sentences[last]
    sentences = (*before.sentences[:last], replace(citing, citations=(*citing.citations, *citations)))
    return [replace(before, sentences=sentences), replace(source, sentences=())]


def _place_of(material: Material) -> Place:
    spans = [span for _, span in material.words if span]
    return material.lines.place(min(spans)[0], max(spans)[1]) if spans else material.lines.place(0, 0)


def _cover(places: Sequence[Place]) -> Place:
    """The place from the first to the last of some places."""
    if len(places) == 1:
        return places[0]
    first = min(places, key=lambda p: p.start)
    last = max(places, key=lambda p: p.end)
    return Place(first.path, *first.start, *last.end)


def _in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks in the order of the file; each sentence knows its block's new index.

    A block without words (a picture, a cell that is empty or `...`) has no place: it stays behind the one before it.
    """
    starts: list[tuple[int, int, Block]] = []
    line = column = 0
    for block in blocks:
        if _is_placed(block.place):
            line, column = block.place.line, block.place.column
        starts.append((line, column, block))
    ordered = sorted(starts, key=lambda start: start[:2])
    return tuple(_numbered(block, number) for number, (_, _, block) in enumerate(ordered))


def _is_placed(place: Place) -> bool:
    """Whether a place holds anything."""
    return place.start != place.end


def _numbered(block: Block, number: int) -> Block:
    if all(s.block == number for s in block.sentences):
        return block
    return replace(block, sentences=tuple(replace(s, block=number) for s in block.sentences))


def _allowances(made: _Made, blocks: Sequence[Block], walked: Walked, index: Sequence[int]) -> tuple[Allowance, ...]:
    """The allowances of all comments: those that cover blocks, and those that cover the sentence they stand in.

    One in a block quotation covers all of it.
    """
    count = len(made.runs)
    ranges = {index[w.at]: (_end(index, w.first, count), _end(index, w.last, count)) for w in walked.waivers}
    scopes = {found: _scope(blocks[slice(*found)]) for found in dict.fromkeys(ranges.values())}
    quoted = {n: _cover([b.place for b in parts]) for n, parts in quotations_of(blocks).items()}
    found: list[Allowance | None] = []
    for number, run in enumerate(made.runs):
        comments = made.comments(number)
        around = Latest([s.place.start for s in blocks[number].sentences] if comments else ())
        for at, text, place in comments:
            if number in ranges and at == len(run.atoms) - 1:
                scope = scopes[ranges[number]] or place
            else:
                scope = quoted.get(run.quotation) or _sentence_at(blocks[number].sentences, around, place)
            found.append(read_allowance(text, place, scope))
    return tuple(a for a in found if a is not None)


def _scope(blocks: Sequence[Block]) -> Place | None:
    """What an allowance before some blocks covers; nothing where they say nothing."""
    covered = [b.place for b in blocks if b.sentences and b.kind != "note"]
    return _cover(covered) if covered else None


def _end(index: Sequence[int], last: int, count: int) -> int:
    """The new index of a run, or of the end, where a rule or an empty list stands that has no runs."""
    return index[last] if last < len(index) else count


def _sentence_at(sentences: Sequence[Sentence], starts: Latest, place: Place) -> Place:
    """The place of the sentence that a comment stands in, or that ends before it; they begin at `starts`."""
    before = starts.before(place.start)
    return sentences[max(before, 0)].place if sentences else place


WHERE = regex(r" at line (?P<line>\d+) column (?P<column>\d+)")


WORDED = (
    (
        r"Duplicate note reference '([^']*)'",
        "The note '{}' is written twice, and one of the two is not printed",
        "give one of them another name, [^name]: ..., and name it so where it is called",
    ),
    (
        r"Div at line (\d+)",
        "The box that begins in line {} with ::: is not closed",
        "write ::: on a line of its own where it ends",
    ),
)


def _markup_problems(warnings: Sequence[str], prepared: Prepared) -> tuple[Problem, ...]:
    """What pandoc warned of when reading, with the line in the file of the author."""
    last = prepared.text.count("\n") + 1
    problems = []
    for warning in warnings:
        where = WHERE.search(warning)
        line = min(max(int(where["line"]) - prepared.shift, 1), last) if where else 1
        column = int(where["column"]) if where else 1
        message = WHERE.sub(lambda m: f" at line {min(max(int(m['line']) - prepared.shift, 1), last)}", warning)
        place = Place(prepared.path, line, column, line, column)
        problems.append(Problem("DOC815", place, *_worded(message.rstrip("."))))
    return tuple(problems)


def _worded(warning: str) -> tuple[str, str]:
    """What pandoc says in an author's words, with the cure."""
    for pattern, message, cure in WORDED:
        if found := re.match(pattern, warning):
            return message.format(*found.groups()), cure
    return warning, "mend the markup, or it will not print as meant"
