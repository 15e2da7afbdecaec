"""References in words in, such as the entries of a typed list and notes, the sources of the library that they name out.

entry = ["[" number "]"] names ... year ...        in any order behind the first name
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.evidence.typed import Trust, Work, find_all_meant
from briefkit.library.words import fold
from briefkit.model import Block, Library, Source
from briefkit.patterns import regex

YEAR = regex(r"(?<![\d:])(?:1[5-9]|20)\d\d(?!\d)")
HEAD = regex(r"[^.,;:(\[\d]{2,120}")
"""What stands before the first sign of an entry: its first author, initials and "et al." perhaps."""

LOCATOR = regex(
    r"(?<![^\W\d_])(?:(?:pp?|S|págs?|ch(?:ap)?|Kap|cap)\.|tables?|figures?|chapter|annex|Tabelle|tableau|tabla|tabela)"
    r"\s?[\dA-Z][\w\u2013-]{0,12}"
)
NUMBERED = regex(r"(?:^|\s)(?:\[(?P<first>\d{1,3})\]|(?P<other>\d{1,3})[.)]) (?=[^\W\d_])")
"""The number of an entry; several may be lines of one paragraph, in brackets."""

LONGEST, MOST_WORDS, MOST_YEARS = 600, 8, 6
"""How much of an entry is read, of its first name, of its years."""

SHORT = 20
"""How many words a note has at most that need not have the title of what it names."""

HELD = 0.5
"""How much of the title of a source an entry must have."""


def find_named(library: Library, texts: Iterable[str], titled: bool) -> Mapping[str, Source]:
    """For each reference in words the source that has its first author, its year and, of several, most of its title.

    Unless they are to be `titled`, the title may be missing where only one source comes into question.
    """
    works = {text: tuple(_read_works(text[:LONGEST])) for text in dict.fromkeys(texts)}
    meant = find_all_meant(library, (work for read in works.values() for work in read))
    found: dict[str, Source] = {}
    for text, read in works.items():
        sources = {source.key: source for work in read for source in meant.get(work, ())}
        if chosen := _choose(tuple(sources.values()), text[:LONGEST], titled):
            found[text] = chosen
    return found


def read_numbered(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    """The entries of a typed list that have a number, as text."""
    for block in blocks:
        if block.mark.rstrip(".)").isdigit():
            yield int(block.mark.rstrip(".)")), block.plain
            continue
        heads = list(NUMBERED.finditer(block.plain))
        heads = [one for n, one in enumerate(heads) if one["first"] or not n]
        ends = [*(one.start() for one in heads[1:]), len(block.plain)]
        for head, end in zip(heads, ends, strict=False):  # without a number there is an end and no head
            yield int(head["first"] or head["other"]), block.plain[head.end() : end]


def locator_in(text: str) -> str:
    """Where in its source a note says that it is: `p. 4`, `table 2`; empty where it does not."""
    last = [match[0] for match in LOCATOR.finditer(text[:LONGEST])][-1:]
    return last[0].replace("\u00a0", " ") if last else ""


def _read_works(text: str) -> Iterator[Work]:
    """The works that an entry may be: each beginning of its first name with each of its years."""
    bare = NUMBERED.sub("", text, count=1)
    head = HEAD.match(bare.lstrip())
    words = head[0].split()[:MOST_WORDS] if head else []
    years = list(dict.fromkeys(YEAR.findall(bare)))[:MOST_YEARS]
    for end in range(len(words), 0, -1):
        yield from (Work((" ".join(words[:end]),), year, Trust.NONE) for year in years)


def _choose(sources: Sequence[Source], text: str, titled: bool) -> Source | None:
    """The source with the most of its title in the text."""
    words = fold(text).split()
    held = {source.key: _held(source, frozenset(words)) for source in sources}
    best = max(sources, key=lambda source: held[source.key], default=None)
    if best and (held[best.key] >= HELD or (len(sources) == 1 and not titled and len(words) <= SHORT)):
        return best
    return None


def _held(source: Source, words: frozenset[str]) -> float:
    """How much of a source's title is among these words."""
    title = fold(source.fields["title"].value[:LONGEST]).split() if "title" in source.fields else []
    return sum(word in words for word in title) / len(title) if title else 0.0
