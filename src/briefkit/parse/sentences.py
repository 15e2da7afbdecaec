"""A run of text in, its sentences out, each with its place, its words as printed and as typed, citations and marks.

Bracketed citations (with the blank before them), note calls and comments are cut out of the text; a citation in the
running text becomes one capitalised word, and a formula, which is no words, one sign; sentencex splits what is left;
what it splits wrongly at abbreviations is joined again; and each citation goes to the sentence that holds the
character before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefkit.model import AUTHOR, FORMULA, Citation, Mark, Place, Sentence
from briefkit.parse.locators import split_locator
from briefkit.parse.places import Spanned
from briefkit.parse.runs import RawMark, Run
from briefkit.parse.splitting import split
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value, replace


class Anchor(Value):
    """Something cut out of the text: where it stood in the text, and which atom it was."""

    position: int
    atom: int


class Flat(Value):
    """A run as text with citations, notes and comments cut out, and where the text of each atom begins in it."""

    text: str
    starts: Mapping[int, int]
    anchors: tuple[Anchor, ...]


def flatten_text(run: Run) -> Flat:
    """The text of a run as it is split."""
    pieces: list[str] = []
    length = 0
    starts: dict[int, int] = {}
    anchors: list[Anchor] = []
    for number, atom in enumerate(run.atoms):
        piece = ""
        match atom.kind:
            case "text":
                starts[number] = length
                piece = atom.text
            case "math":
                starts[number] = length
                piece = FORMULA
            case "space":
                piece = "" if not pieces or pieces[-1].endswith(" ") else " "
            case "cite" if atom.citations and atom.citations[0].in_text:
                anchors.append(Anchor(length + 1, number))
                piece = AUTHOR
            case "cite" | "note" | "comment":
                if atom.kind != "note":
                    length -= _drop_blanks(pieces)
                anchors.append(Anchor(length, number))
        if piece:
            pieces.append(piece)
            length += len(piece)
    return Flat("".join(pieces), starts, tuple(anchors))


def _drop_blanks(pieces: list[str]) -> int:
    """Take the blanks off the end of a text in pieces; returns how many they were."""
    dropped = 0
    while pieces and pieces[-1].endswith(" "):
        last = pieces.pop()
        kept = last.rstrip(" ")
        dropped += len(last) - len(kept)
        if kept:
            pieces.append(kept)
    return dropped


class Material(Value):
    """All that is needed to make the sentences of a run: the run, its words, the file and the language."""

    run: Run
    words: Sequence[Spanned]
    lines: Lines
    lang: str
    used: Sequence[tuple[int, int]]

    def cites(self, kind: str = "cite") -> Iterator[tuple[int, tuple[Citation, ...]]]:
        """The citations of each citing atom of a kind, with their places."""
        citing = (n for n, a in enumerate(self.run.atoms) if a.kind == kind and a.citations)
        spans: dict[int, dict[int, tuple[int, int]]] = {n: {} for n in citing}
        found = [(token, span) for token, span in self.words if span] if spans else []
        for token, span in found:
            if token.atom in spans:
                spans[token.atom][token.start] = span
        for number, own in spans.items():
            before = bisect_right(found, number, key=lambda one: one[0].atom)
            near = found[before - 1][1] if found else (0, 0)
            yield number, tuple(self._citations(number, own, near))

    def _citations(
        self, number: int, spans: Mapping[int, tuple[int, int]], near: tuple[int, int]
    ) -> Iterator[Citation]:
        """The citations of an atom whose words stand at `spans`; without words, one stands at the word `near` it."""
        typed, raw = self.run.atoms[number].text, self.run.atoms[number].citations
        starts = sorted(spans)
        search = 0
        for citation in raw:
            at = typed.find(citation.key, typed.find("@", search) + 1)
            inside = starts[bisect_left(starts, at) : bisect_left(starts, at + len(citation.key))]
            search = max(at, search) + len(citation.key)
            place = self._key_place([spans[start] for start in inside]) if inside else self.lines.place(*near)
            locator, suffix = split_locator(citation.suffix)
            yield Citation(citation.key, locator, citation.prefix, suffix, place)

    def _key_place(self, spans: Sequence[tuple[int, int]]) -> Place:
        start, end = spans[0][0], spans[-1][1]
        while start and self.lines.text[start - 1] in "@{_":
            start -= 1
        return self.lines.place(start, end)


def make_sentences(material: Material, block: int) -> tuple[Sentence, ...]:
    """The sentences of a run; a run without words has none."""
    flat = flatten_text(material.run)
    spans = split(flat.text, material.lang) if flat.text.strip(ALONE) else []
    if not spans:
        spans = [(0, 0)] if any(a.kind == "cite" for a in material.run.atoms) else []
    if not spans:
        return ()
    owned, cited = _owned(material, flat, spans), _cited(material, flat, spans)
    near = next((span[0] for _, span in material.words if span), 0)
    doubled = {a.position for a in flat.anchors if flat.text[max(a.position - 1, 0) : a.position + 1] == ".."}
    is_marked = any(atom.marks for atom in material.run.atoms)
    sentences = []
    for (start, end), words, citations in zip(spans, owned, cited, strict=True):
        place = _place(material, words, near)
        marks = tuple(_marks(material, words)) if is_marked else ()
        source = material.lines.slice(place)
        left = LEFT_OVER.match(flat.text, start, end)
        begin = left.end() if left else start
        plain = flat.text[begin : end - (end - 1 in doubled)]
        sentences.append(Sentence(plain, source, place, block, tuple(_from(begin, citations)), marks))
    return tuple(sentences)


def _cited(material: Material, flat: Flat, spans: Sequence[tuple[int, int]]) -> list[list[Citation]]:
    """For each sentence its citations, each with where it was cut out of the text."""
    cites = dict(material.cites())
    cited: list[list[Citation]] = [[] for _ in spans]
    for anchor in flat.anchors:
        if own := cites.get(anchor.atom):
            at = -1 if material.run.atoms[anchor.atom].citations[0].in_text else anchor.position
            cited[_holder(anchor.position, spans)] += (replace(citation, at=at) for citation in own)
    return cited


def _from(begin: int, citations: Sequence[Citation]) -> Iterator[Citation]:
    """The citations of a sentence whose words begin there, each with where it stood in them."""
    for citation in citations:
        yield citation if citation.at < 0 else replace(citation, at=max(citation.at - begin, 0))


ALONE = f"{FORMULA} .,;:\n"
"""What a text of nothing but formulas is made of."""

LEFT_OVER = regex(r"[.,;:]\s+(?=\w)")
"""What a citation at the head of a text leaves when it is cut out: `[@smith2021]. See also ...`."""


def note_holders(material: Material) -> list[tuple[int, int]]:
    """For each note call of a run: (atom, number of the sentence that holds the call)."""
    flat = flatten_text(material.run)
    spans = split(flat.text, material.lang) or [(0, 0)]
    atoms = material.run.atoms
    return [(a.atom, _holder(a.position, spans)) for a in flat.anchors if atoms[a.atom].kind == "note"]


def _holder(position: int, spans: Sequence[tuple[int, int]]) -> int:
    """The sentence that holds the character before `position`; the first one if nothing stands before."""
    return max(bisect_left(spans, (position, 0)) - 1, 0)


def _owned(material: Material, flat: Flat, spans: Sequence[tuple[int, int]]) -> list[list[Spanned]]:
    """For each sentence its words; those of notes, comments and asides belong to none."""
    anchors = {a.atom: _holder(a.position, spans) for a in flat.anchors if material.run.atoms[a.atom].kind == "cite"}
    firsts = [start for start, _ in spans]
    owned: list[list[Spanned]] = [[] for _ in spans]
    for word in material.words:
        token = word[0]
        if token.atom in flat.starts:
            inside = 0 if material.run.atoms[token.atom].kind == "math" else token.start
            owner = bisect_right(firsts, flat.starts[token.atom] + inside) - 1
            owned[max(owner, 0)].append(word)
        elif token.atom in anchors:
            owned[anchors[token.atom]].append(word)
    return owned


def _place(material: Material, words: Sequence[Spanned], near: int) -> Place:
    """From the first word to the last, with the markup and punctuation that touch them; without words, at `near`."""
    spans = [span for _, span in words if span]
    if not spans:
        return material.lines.place(near, near)
    text, cell = material.lines.text, material.run.kind in ("cell", "header-cell")
    start, end = min(spans)[0], max(spans)[1]
    if cell and (line_end := text.find("\n", start, end)) >= 0:  # over several lines: other columns stand between
        end = max(b for _, b in spans if b <= line_end)
    return material.lines.place(*_widen(text, (start, end), material.used, "|" if cell else ""))


def _widen(text: str, span: tuple[int, int], used: Sequence[tuple[int, int]], stop: str) -> tuple[int, int]:
    """The span with what touches its ends, belongs to no other word and is not in `stop`."""
    start, end = span
    at = bisect_left(used, (start, 0))
    low = used[at - 1][1] if at else 0
    while start > low and not text[start - 1].isspace() and text[start - 1] not in stop:
        start -= 1
    while start < span[0] and (text[start] in NOT_OPENING or text.startswith(("^[", "!["), start)):
        start += 1
    if text[start - 1 : start + 1] in ("^[", "!["):
        start += 1
    if GUILLEMET.fullmatch(text, max(start - 2, low), start):
        start -= 2
    at = bisect_left(used, (end, 0))
    high = used[at][0] if at < len(used) else len(text)
    if SIGN.match(text, end, high):
        end += 2
    end = _tail(text, (start, end), high, stop)
    if GUILLEMET.match(text, end, high):
        end = _tail(text, (start, end + 2), high, stop)
    return start, end


GUILLEMET = regex("\u00ab[ \u00a0\u202f]|[ \u00a0\u202f]\u00bb")
"""French quotation marks stand apart from their words."""

SIGN = regex("[ \u00a0\u202f](?:[%\u2030\u20ac;:?\u2026](?!\\w)|!(?!\\w|\\[(?!\\^)))")
"""And so do signs: `12 %.`, `Pourquoi ?`."""


NOT_OPENING = ")]}>.,;:!?\u2026\u201d\u00bb"

TAIL = regex(
    r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*\)"
    r"|\]\[[^\]]{1,200}\]|\{[^{}]*\}|\[\^[^\]\s]+\]|\S"
)
"""What may follow the last word without a blank: the target of a link, attributes, a note label, one character."""


def _tail(text: str, span: tuple[int, int], high: int, stop: str) -> int:
    start, end = span
    is_open = -1  # how many brackets are, once it matters
    while match := TAIL.match(text, end):
        piece = match[0]
        if (match.end() > high and len(piece) == 1) or piece in stop or text.startswith(("^[", "<"), end):
            break
        if piece[0] == "]" and is_open < 0:
            is_open = text.count("[", start, end) - text.count("]", start, end)
        if piece[0] == "]" and is_open <= 0:
            break
        is_open += (piece.count("[") - piece.count("]")) if is_open >= 0 else 0
        end = match.end()
    return end


def _marks(material: Material, words: Sequence[Spanned]) -> Iterator[Mark]:
    """The marks that hold more than half of the sentence's words."""
    own = [(material.run.atoms[t.atom].marks, span) for t, span in words if material.run.atoms[t.atom].kind == "text"]
    seen: dict[RawMark, list[tuple[int, int]]] = {}
    counts = Counter[RawMark]()
    for marks, span in own:
        for mark in marks:
            seen.setdefault(mark, []).extend([span] if span else [])
        counts.update(marks)
    for mark, spans in seen.items():
        if 2 * counts[mark] > len(own) and spans:
            yield Mark(mark.name, mark.reason, material.lines.place(min(spans)[0], max(spans)[1]), mark.serial)


def with_note_citations(sentence: Sentence, citations: Sequence[Citation]) -> Sentence:
    """The sentence with the citations of a note it calls."""
    added = tuple(replace(c, in_note=True, at=-1) for c in citations)
    return replace(sentence, citations=(*sentence.citations, *added))
