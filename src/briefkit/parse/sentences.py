"""A run of text in, its sentences out, each with its place, its words as printed and as typed, citations and marks.

Bracketed citations (with the blank before them), note calls and comments are cut out of the text; a citation in the
running text becomes one capitalised word; sentencex splits what is left; what it splits wrongly at abbreviations is
joined again; and each citation goes to the sentence that holds the character before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sentencex import get_sentence_boundaries

from briefkit.model import Citation, Mark, Place, Sentence
from briefkit.parse.places import Spanned
from briefkit.parse.walk import RawCitation, RawMark, Run
from briefkit.text import WORD, Lines

AUTHOR = "Author"
"""What stands in the text for a citation that is part of it: `@smith2021 argues`."""

ABBREVIATIONS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:\b(?:Pub|Stat|Fed|Reg|Res|Doc|Approx|approx|ca|Sec|Secs|Art|Arts|Ch|Para|Paras|Nos?|Vol|Fig|Figs|Eq|App"
        r"|cf|et al|et seq|Gov|Sen|Rep|Gen|Col|Lt|Amb|Hon|Rev|Inc|Ltd|Co|Corp|v|vs|viz|est|ed|eds|pp?)\.|\bL\.)\s*$"
    ),
    "de": re.compile(r"\b(?:z\. ?B|d\. ?h|u\. ?a|bzw|ca|Abs|Art|Nr|Bd|Hrsg|vgl|S|Mio|Mrd|Tsd|inkl|ggf|sog)\.\s*$"),
    "fr": re.compile(r"\b(?:art|al|p|cf|éd|env|n°|chap|M|MM|Mme|Mmes|Dr|St|Ste|vol|av|apr)\.\s*$"),
    "es": re.compile(r"\b(?:art|arts|pág|págs|núm|Sr|Sra|Dr|Dra|EE|UU|ej|vol|cap|aprox)\.\s*$"),
}
"""Where a sentence does not end although sentencex says so."""

FALSE_END: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:\b(?:et seq|etc|Inc|Ltd|Co|Corp|et al|est|ed|eds|app|App|v)\.)\s*$"),
}
"""Abbreviations that end a sentence when a capital follows."""

INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.\s*$")

NO_SURNAME = re.compile(
    r"(?:The|This|That|These|Those|It|Its|He|She|They|We|In|On|At|For|To|As|By|If|When|But|And|There|An?)\b"
)
"""What starts a sentence after `plan A.` and is no surname after an initial."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something cut out of the text: where it stood in the text, and which atom it was."""

    position: int
    atom: int


@dataclass(frozen=True, slots=True)
class Flat:
    """A run as text with citations, notes and comments cut out, and where each of its words came from."""

    text: str
    starts: Mapping[tuple[int, int], int]
    anchors: tuple[Anchor, ...]


def flatten_text(run: Run) -> Flat:
    """The text of a run as it is split: `starts` maps (atom, offset in the atom) to an offset in the text."""
    text = ""
    starts: dict[tuple[int, int], int] = {}
    anchors: list[Anchor] = []
    for number, atom in enumerate(run.atoms):
        match atom.kind:
            case "text":
                for word in WORD.finditer(atom.text):
                    starts[number, word.start()] = len(text) + word.start()
                text += atom.text
            case "space":
                text += "" if not text or text.endswith(" ") else " "
            case "cite" if atom.citations and atom.citations[0].in_text:
                anchors.append(Anchor(len(text) + 1, number))
                text += AUTHOR
            case "cite" | "note" | "comment":
                if atom.kind != "note":
                    text = text.rstrip(" ")
                anchors.append(Anchor(len(text), number))
    return Flat(text, starts, tuple(anchors))


def split(text: str, lang: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end) offsets without outer blanks; together they hold every word."""
    language = lang.split("-")[0].lower() or "en"
    spans: list[tuple[int, int]] = []
    pieces = (_cut_again(text, b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, text))
    for start, end in chain.from_iterable(pieces):
        if not text[start:end].strip():
            continue
        if spans and _goes_on(text[spans[-1][0] : spans[-1][1]], text[start:end], language):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    trimmed = ((a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in spans)
    return [(a, b) for a, b in trimmed if a < b]


MISSED_END = re.compile(
    r"(?:\s*\([^()]*[.!?\u2026][\"'\u201d\u2019\u00bb]*\)|.*?\w\u2026[\"'\u201d\u2019\u00bb)]*)\s+(?=\W*\w)", re.DOTALL
)
"""Brackets that hold whole sentences, and an ellipsis: sentencex never ends a sentence there."""


def _cut_again(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece, cut where sentencex missed an end; `_goes_on` joins what goes on in a small letter."""
    while match := MISSED_END.match(text, start, end):
        yield start, match.end()
        start = match.end()
    yield start, end


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the boundary between two pieces is none: an abbreviation, an initial, or no word in one of them."""
    if not WORD.search(after) or not WORD.search(before):
        return True
    if after[:1].islower() and before.rstrip()[-1:] != "\n":
        return True
    capital = WORD.match(after.lstrip("\"'\u201c\u2018(["))
    if capital and not capital[0][0].isdigit() and language in FALSE_END and FALSE_END[language].search(before):
        return False
    pattern = ABBREVIATIONS.get(language)
    initial = INITIAL.search(before) and not NO_SURNAME.match(after)
    return bool(initial or (pattern and pattern.search(before)))


@dataclass(frozen=True, slots=True)
class Material:
    """All that is needed to make the sentences of a run: the run, its words, the file and the language."""

    run: Run
    words: Sequence[Spanned]
    lines: Lines
    lang: str
    used: Sequence[tuple[int, int]]

    def cites(self) -> Iterator[tuple[int, tuple[Citation, ...]]]:
        """The citations of each citing atom, with their places."""
        for number, atom in enumerate(self.run.atoms):
            if atom.kind == "cite":
                yield number, tuple(self._citations(number, atom.text, atom.citations))

    def _citations(self, number: int, typed: str, raw: Sequence[RawCitation]) -> Iterator[Citation]:
        spans = {t.start: span for t, span in self.words if t.atom == number and span}
        search = 0
        for citation in raw:
            at = typed.find(citation.key, typed.find("@", search) + 1)
            inside = [span for start, span in sorted(spans.items()) if at <= start < at + len(citation.key)]
            search = max(at, search) + len(citation.key)
            place = self._key_place(inside) if inside else self._fallback(number)
            locator, suffix = split_locator(citation.suffix)
            yield Citation(citation.key, locator, citation.prefix, suffix, place)

    def _key_place(self, spans: Sequence[tuple[int, int]]) -> Place:
        start, end = spans[0][0], spans[-1][1]
        while start and self.lines.text[start - 1] in "@{_":
            start -= 1
        return self.lines.place(start, end)

    def _fallback(self, number: int) -> Place:
        near = [span for t, span in self.words if span and t.atom <= number] or [s for _, s in self.words if s]
        return self.lines.place(*near[-1]) if near else self.lines.place(0, 0)


LOCATOR = re.compile(
    r"^,?\s*(?P<locator>(?:(?:pp?|ch|chaps?|chapters?|secs?|sections?|paras?|paragraphs?|arts?|articles?|tables?|figs?"
    r"|figures?|nos?|vols?|annex|app|appendix|fols?|lines?|ll?|notes?|nn?|parts?|s\.?v|title|tit|sched|box|boxes|slide"
    r"|S|Abs|Art|Kap|Nr|Rn|chap|al|pág|art|núm)\b\.?\s*|§+\s*|¶+\s*)?[^\s,;]*\d[^;]*|abstract|summary|preamble"
    r"|preface|introduction)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


BRACED = re.compile(r",?\s*\{(?P<locator>[^{}]*)\}(?P<rest>.*)", re.DOTALL)
"""A locator that its author put in braces: `[@smith2021{ii, A}]`."""


def split_locator(suffix: str) -> tuple[str, str]:
    """A suffix as (locator, the rest): `, p. 12` has the locator `p. 12`."""
    suffix = suffix.replace("\u00a0", " ")
    match = BRACED.match(suffix) or LOCATOR.match(suffix)
    if not match:
        return "", suffix.lstrip(", ")
    return match["locator"].strip(), match["rest"].lstrip(", ")


def make_sentences(material: Material, block: int) -> tuple[Sentence, ...]:
    """The sentences of a run; a run without words has none."""
    flat = flatten_text(material.run)
    spans = split(flat.text, material.lang)
    if not spans:
        spans = [(0, 0)] if any(a.kind == "cite" for a in material.run.atoms) else []
    owner = _owners(material, flat, spans)
    cites = dict(material.cites())
    sentences = []
    for number, (start, end) in enumerate(spans):
        words = [(t, span) for (t, span), own in zip(material.words, owner, strict=True) if own == number]
        place = _place(material, words)
        citations = tuple(
            c for a in flat.anchors if a.atom in cites and _holder(a.position, spans) == number for c in cites[a.atom]
        )
        marks = tuple(_marks(material, words))
        source = material.lines.slice(place)
        sentences.append(Sentence(flat.text[start:end], source, place, block, citations, marks))
    return tuple(sentences)


def note_holders(material: Material) -> list[tuple[int, int]]:
    """For each note call of a run: (atom, number of the sentence that holds the call)."""
    flat = flatten_text(material.run)
    spans = split(flat.text, material.lang) or [(0, 0)]
    atoms = material.run.atoms
    return [(a.atom, _holder(a.position, spans)) for a in flat.anchors if atoms[a.atom].kind == "note"]


def _holder(position: int, spans: Sequence[tuple[int, int]]) -> int:
    """The sentence that holds the character before `position`; the first one if nothing stands before."""
    before = [n for n, (start, _) in enumerate(spans) if start < position]
    return before[-1] if before else 0


def _owners(material: Material, flat: Flat, spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each word of the run the sentence it belongs to, -1 for words of notes, comments and asides."""
    anchors = {a.atom: _holder(a.position, spans) for a in flat.anchors}
    owners = []
    for token, _ in material.words:
        kind = material.run.atoms[token.atom].kind
        if kind == "text":
            owners.append(_holder(flat.starts[token.atom, token.start] + 1, spans))
        else:
            owners.append(anchors[token.atom] if kind == "cite" else -1)
    return owners


def _place(material: Material, words: Sequence[Spanned]) -> Place:
    """From the first word to the last, with the markup and punctuation that touch them."""
    spans = [span for _, span in words if span]
    if not spans:
        near = [span for _, span in material.words if span]
        return material.lines.place(*(near[0][0], near[0][0])) if near else material.lines.place(0, 0)
    text, cell = material.lines.text, material.run.kind in ("cell", "header-cell")
    start, end = min(spans)[0], max(spans)[1]
    if cell and "\n" in text[start:end]:  # a cell over several lines: other columns stand between them
        end = max(b for _, b in spans if "\n" not in text[start:b])
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
    end = _tail(text, (start, end), high, stop)
    if GUILLEMET.match(text, end, high):
        end = _tail(text, (start, end + 2), high, stop)
    return start, end


GUILLEMET = re.compile("\u00ab[ \u00a0\u202f]|[ \u00a0\u202f]\u00bb")
"""French quotation marks stand apart from their words."""


NOT_OPENING = ")]}>.,;:!?\u2026\u201d\u00bb"

TAIL = re.compile(
    r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*\)"
    r"|\{[^{}]*\}|\[\^[^\]\s]+\]|\S"
)
"""What may follow the last word without a blank: the target of a link, attributes, a note label, one character."""


def _tail(text: str, span: tuple[int, int], high: int, stop: str) -> int:
    start, end = span
    while match := TAIL.match(text, end):
        piece = match[0]
        if (match.end() > high and len(piece) == 1) or piece in stop or text.startswith(("^[", "<"), end):
            break
        if piece[0] == "]" and text.count("[", start, end) <= text.count("]", start, end):
            break
        end = match.end()
    return end


def _marks(material: Material, words: Sequence[Spanned]) -> Iterator[Mark]:
    """The marks that hold more than half of the sentence's words."""
    own = [(material.run.atoms[t.atom].marks, span) for t, span in words if material.run.atoms[t.atom].kind == "text"]
    seen: dict[RawMark, list[tuple[int, int]]] = {}
    for marks, span in own:
        for mark in marks:
            seen.setdefault(mark, []).extend([span] if span else [])
    for mark, spans in seen.items():
        count = sum(mark in marks for marks, _ in own)
        if 2 * count > len(own) and spans:
            yield Mark(mark.name, mark.reason, material.lines.place(min(spans)[0], max(spans)[1]))


def with_note_citations(sentence: Sentence, citations: Sequence[Citation]) -> Sentence:
    """The sentence with the citations of a note it calls."""
    added = tuple(replace(c, in_note=True) for c in citations)
    return replace(sentence, citations=(*sentence.citations, *added))
