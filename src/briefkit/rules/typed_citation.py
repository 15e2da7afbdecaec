"""A citation is typed by hand.

## What it does
Flags names and a year that stand in the text as a citation: `(Smith 2020)`, `(Smith et al. 2020, p. 3)`, and `Smith
(2020) finds` where no citation stands in the sentence. When the library has a source by that name and of that year, it
names the key. A single name in brackets of which the library knows nothing is a remark, since it may be something else,
unless a typed list of references has it. A list of references that is typed, two entries or more under such a heading,
is told once, at the heading; where there are two or more, so are numbers for sources: `[1]`, `[2, 3]`, a raised `¹`.
What such a number stands for in the typed list is named by its key, where the library has it.
This is a heuristic: places, months, laws and their like are left alone, units, powers and intervals too.

## Why it matters
What is typed by hand is in no list of references and is checked by nobody: a claim with such a citation counts as one
without a source.

## Example
    Prices rose (Smith and Jones 2020, p. 3).

## Instead
    Prices rose [@smith2021, p. 3].
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from briefkit.evidence.typed import Trust, Typed, Work, find_meant, find_typed
from briefkit.evidence.typed_entries import find_named, read_numbered
from briefkit.model import Block, Brief, Place, Sentence, Severity, Source
from briefkit.parse.typed_numbers import find_numbers, read_range
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import WORD, Lines, shorten

CODE = "CIT209"
SEVERITY = Severity.WARNING

ENTRY = regex(r"(?:\[?\d{1,3}[\].)] ?)?[^\W\d_].{0,200}?[(,. ](?:1[5-9]|20)\d\d[a-z]?[).,:;]")
"""How an entry of a typed list begins: its number or none, words, then a year before a sign."""
NUMBERED_ENTRY = regex(r"(?:^|\s)\[\d{1,3}\] (?=[^\W\d_])")
YEAR = regex(r"\b(?:1[5-9]|20)\d\d(?!\d)")
LONGEST, MOST_SENTENCES = 300, 8
"""How much of a block is looked at for one."""

NUMBERED = "cite the entry of the library as [@key, p. 3]; a note of your own is [^1], with [^1]: ... on a line below"

Text = tuple[str, int, Sentence]
Found = tuple[int, Typed, Sentence]
"""Where the text begins that a typed citation was found in, and the sentence."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation that is typed by hand, brackets once."""
    lines = case.lines
    typed_lists = tuple(_typed_lists(case.brief))
    for section in typed_lists:
        place, subject = _head(case.brief, section)
        twice = ", and the build prints its own below it" if any(case.brief.citations) else ""
        message = f"This list of references is typed by hand: no citation leads to it{twice}"
        hint = "cite the entries of the library as [@key], and delete the list"
        yield Hit(place, message, hint, subject=subject)
    entries = [s for b in case.brief.blocks if b.section in typed_lists for s in b.sentences]
    listed, beginnings = {s.place for s in entries}, frozenset(_beginnings(entries))
    texts = [one for one in _texts(case, lines) if one[2].place not in listed]
    found = list(_find(texts, case.brief.front.language))
    meant = find_meant(case.library, (work for _, typed, _ in found for work in typed.works))
    for start, typed, sentence in found:
        known = [work for work in typed.works if work in meant or not beginnings.isdisjoint(_names(work))]
        trust = max(work.trust for work in typed.works)
        if known or trust:
            step = 0 if known or trust is Trust.MUCH else -1
            yield _hit(lines, start + typed.start, start + typed.end, _hint(typed, meant), sentence, step)
    spans = ((start, start + len(text), one) for text, start, one in texts)
    numbers = {at: (end, one) for start, stop, one in spans for at, end in find_numbers(case.prose, start, stop)}
    if len(numbers) > 1:
        cures = Numbered(case, typed_lists)
        for at, (end, sentence) in numbers.items():
            yield _hit(lines, at, end, cures.hint(case.prose[at:end]), sentence)


class Numbered:
    """The entries of typed lists by their numbers, and the sources of the library that they name."""

    def __init__(self, case: Case, sections: Collection[int]) -> None:
        self.entries = dict(read_numbered(b for b in case.brief.blocks if b.section in sections))
        self.named = find_named(case.library, self.entries.values(), titled=True)

    def hint(self, typed: str) -> str:
        """What to write for a number, or several: the keys, or the entry that the library lacks."""
        entries = [self.entries[number] for number in read_range(typed) if number in self.entries]
        keys = [f"@{self.named[entry].key}" for entry in entries if entry in self.named]
        if entries and len(keys) == len(entries):
            return f"the library has it: write [{'; '.join(dict.fromkeys(keys))}]"
        missing = next((entry for entry in entries if entry not in self.named), "")
        if not missing:
            return NUMBERED
        others = f", and write [{'; '.join(dict.fromkeys(keys))}; @key]" if keys else ", and cite it as [@key]"
        return f"add '{shorten(missing, 50)}' to the library{others}"


def _hit(lines: Lines, at: int, end: int, hint: str, sentence: Sentence, step: int = 0) -> Hit:
    message = f"'{shorten(lines.text[at:end], 80)}' is a citation typed by hand, which no list of references shows"
    return Hit(lines.place(at, end), message, hint, subject=sentence.plain, step=step)


def _typed_lists(brief: Brief) -> Iterator[int]:
    """The sections of references, by number, that hold two entries or more which nobody cites, and little else."""
    groups: dict[int, list[int]] = {}
    for block in brief.blocks:
        if block.role == "references" and block.kind in ("paragraph", "item"):
            groups.setdefault(block.section, []).append(_entries(block))
    yield from (section for section, entries in groups.items() if sum(entries) >= max(2, len(entries) / 2))


def _head(brief: Brief, section: int) -> tuple[Place, str]:
    """Where a typed list is told: at its heading, or at its first entry where it is a box below another one or none."""
    if section >= 0 and brief.sections[section].role == "references":
        return brief.sections[section].place, brief.sections[section].title
    first = next(b for b in brief.blocks if b.section == section and b.role == "references" and b.sentences)
    return first.place, first.sentences[0].plain


def _beginnings(entries: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    """The first word and the initials of each entry of a typed list, both with its year."""
    for sentence in entries:
        if year := YEAR.search(sentence.plain[:LONGEST]):
            words = [word for word in WORD.findall(sentence.plain[: year.start()]) if not word.isdigit()]
            initials = "".join(word[0] for word in words if word[0].isupper())
            yield from ((name, year[0]) for name in (*words[:1], initials))


def _names(work: Work) -> Iterator[tuple[str, str]]:
    """The first word of each name of a work, with its year."""
    return ((name.split()[0], work.year) for name in work.names if name.strip())


def _entries(block: Block) -> int:
    """How many entries a block holds: those that are numbered may be lines of one paragraph."""
    if any(s.citations for s in block.sentences):
        return 0
    text = " ".join(s.plain for s in block.sentences[:MOST_SENTENCES])
    return max(ENTRY.match(text[:LONGEST]) is not None, len(NUMBERED_ENTRY.findall(text)))


def _texts(case: Case, lines: Lines) -> Iterator[Text]:
    """The prose of each sentence, where it begins, and the sentence."""
    prose = case.prose
    for sentence in case.brief.sentences:
        start, end = lines.span(sentence.place)
        yield prose[start:end], start, sentence


def _find(texts: Iterable[Text], lang: str) -> Iterator[Found]:
    """What is typed in each sentence; a sentence in a note stands in the one that calls it too, and is read once."""
    seen: set[int] = set()
    for text, start, sentence in texts:
        for typed in find_typed(text, lang) if "(" in text else ():
            if start + typed.start not in seen and not (typed.in_text and sentence.citations):
                seen.add(start + typed.start)
                yield start, typed, sentence


def _hint(typed: Typed, meant: Mapping[Work, Source]) -> str:
    keys = [f"@{meant[work].key}" for work in typed.works if work in meant]
    if not keys:
        return "add the source to the library, and cite it as [@key]"
    cure = keys[0] if typed.in_text else f"[{'; '.join(dict.fromkeys(keys))}]"
    others = "; add the others to the library" if len(keys) < len(typed.works) else ""
    return f"the library has it: write {cure}{others}"
