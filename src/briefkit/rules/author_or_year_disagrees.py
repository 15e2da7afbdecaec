"""The text beside a citation names another author or year than its source has.

## What it does
Compares `Smith (2019)` with the sources that the same sentence cites: it tells of another year, and of a name that is
none of the authors, editors or organisations of the only source there. As a remark it tells of `As Smith argues
[@key]`, `Smith finds [@key]`, `Smith et al.` and `Smith @key` where the source is by other people, and of a name that
is one letter off that of an author. Names are compared without accents; a name that stands in the title or in any
other field of the entry is left alone. This is a heuristic.

## Why it matters
One of the two is wrong: the reader looks for a work that the list of references does not have, or finds another one.

## Example
    Smith (2019) found that prices rose [@smith2021].

## Instead
    The Statistics Office (2021) found that prices rose [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefkit.evidence.named import Near, families, find_group_names, find_near, written
from briefkit.evidence.stated import place_in
from briefkit.evidence.typed import (
    NAMES,
    NAMES_BEGIN,
    SAYS,
    VERBS,
    Trust,
    Work,
    find_typed,
    is_no_name,
    is_person,
    split_typed,
)
from briefkit.library.authorship import authors, dated, is_by, tells_of
from briefkit.library.names import split_names
from briefkit.library.organisations import is_organisation
from briefkit.library.words import LONGEST, fold, plain
from briefkit.model import Citation, Place, Related, Sentence, Severity, Source
from briefkit.parse.groups import find_groups
from briefkit.patterns import compiled, regex
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines, shorten

CODE = "CIT208"
SEVERITY = Severity.WARNING

REACH = 120
"""How many characters before a citation are looked at."""

MOST = 8
"""In a sentence with more sources than this nobody can tell which name is whose."""

TELLING = regex(r"(?<!\w)(?:[Aa]s|[Ww]ie|[Cc]omme|[Cc]omo|[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún) ")
LEADING = regex(rf"{TELLING.pattern}(?={NAMES_BEGIN})")
"""What does not stand there need not be looked for by the patterns that begin with it."""

LED = regex(
    r"(?<!\w)(?:(?P<by>[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún)|[Aa]s|[Ww]ie|[Cc]omme|[Cc]omo) "
    rf"(?P<names>{NAMES})(?(by)| {VERBS}(?: in (?P<year>(?:1[6-9]|20)\d\d))?),? ?$"
)
"""What stands before brackets: `As Smith argued in 2019 [@key]`, `As Smith argues [@key]`, `According to Smith`."""

ENDING = regex(
    rf"(?<!\w)(?P<names>{NAMES})(?: ?|(?P<found> (?:also |have |has |ha |han |hat |haben ){{0,2}}"
    r"(?:finds?|found|show(?:s|ed|n)?|estimate[sd]?|conclude[sd]?|demonstrate[sd]?|calculate[sd]?"
    r"|zeig(?:t|en|te|ten)|schätz(?:t|en|te|ten)|montr(?:e|ent|é)|estim(?:e|ent|é)|muestran?|estiman?|concluyen?)"
    r",? ?))$"
)
"""And without a word before the name: `Smith finds [@key]` only where somebody tells of a result (what people say,
others report), and names alone, before `[@key] argues` and before a citation in the running text.
"""

ADVERB = regex(r"\w+(?:ly|ment|mente)")

Told = tuple[Source, str, int]
"""A source that contradicts the text, in which words, and how much less that is than a warning."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each name or year in the text that the sources cited beside it contradict."""
    lines = case.lines
    text = case.prose
    sources = {source.key: source for source in case.sources}
    lang = case.brief.front.language
    people = {key: families(source) for key, source in sources.items()}
    everybody = frozenset(name for own in people.values() for name in own)
    for sentence in case.brief.sentences:
        near = dict(_find_near(sentence, lines, sources, people, everybody))
        yield from (_misspelt(sentence, one, sources[key], lines) for one, key in near.items())
        own = dict.fromkeys(c.key for c in sentence.citations if not c.in_note and c.key in sources)
        apart = {one.typed for one in near}
        seen: set[tuple[Place, str]] = set()
        for place, typed, beside in _find(sentence, text, lines, lang, people) if 0 < len(own) <= MOST else ():
            keys = dict.fromkeys(c.key for c in beside) if beside else own
            cited = [sources[key] for key in keys if key in sources]
            told = _contradict_year(typed, cited) if typed.year else _contradict_name(typed, cited)
            if told and apart.isdisjoint(typed.names) and (place, typed.names[0]) not in seen:
                seen.add((place, typed.names[0]))
                source, message, step = told
                step -= bool(beside and typed.year)  # who wrote it then may have it printed later
                hint = "correct what the text says, or cite the work that is meant"
                related = (Related(source.place, f"the entry '{source.key}'"),)
                yield Hit(place, message, hint, related, subject=sentence.plain, step=step)


def _misspelt(sentence: Sentence, near: Near, source: Source, lines: Lines) -> Hit:
    """The hit for a name that is one letter off that of an author of a source."""
    meant = written(source, near.meant)
    message = f"The text names {near.typed}, and '{source.key}' is by {meant}: a letter differs"
    hint = "correct the one that is wrong, or cite the work that is meant"
    related = (Related(source.place, f"the entry '{source.key}'"),)
    place = place_in(lines, sentence, near.start, near.end)
    return Hit(place, message, hint, related, subject=sentence.plain, step=-1)


Found = tuple[Place, Work, Sequence[Citation]]
"""Where a work is named, as what, and the citations beside it; none where all of the sentence are."""


def _find(
    sentence: Sentence, text: str, lines: Lines, lang: str, people: Mapping[str, frozenset[str]]
) -> Iterator[Found]:
    """The works that a sentence names."""
    yield from _find_years(sentence, text, lines)
    yield from _find_names(sentence, text, lines, lang)
    yield from _find_groups(sentence, people)


def _find_years(sentence: Sentence, text: str, lines: Lines) -> Iterator[Found]:
    """The names with a year in a sentence: `Smith (2019)`."""
    start, end = lines.span(sentence.place)
    for typed in find_typed(text[start:end]) if "(" in sentence.source else ():
        if typed.in_text:
            yield lines.place(start + typed.start, start + typed.end), typed.works[0], ()


def _find_names(sentence: Sentence, text: str, lines: Lines, lang: str) -> Iterator[Found]:
    """The names without a year right beside a citation."""
    grouped: set[Citation] = set()
    for group in find_groups(sentence, lines):
        grouped.update(group.citations)
        before, after = _around(text, group.start, group.end)
        is_told = TELLING.search(before) is not None
        led, ending = LED.search(before) if is_told and LEADING.search(before) else None, ENDING.search(before)
        is_found = ending is not None and ending["found"] is not None
        told = led or (None if is_found or ending is None or not compiled(SAYS).match(after) else ending)
        if told and (names := _people(told["names"])):
            year = told.groupdict().get("year") or ""
            yield group.citations[0].place, Work(names, year, Trust.SOME), group.citations
        if ending and is_found and not is_told and (names := _people(ending["names"])):
            yield group.citations[0].place, Work(names, "", Trust.SOME), group.citations
    for citation in sentence.citations if not lang.startswith("de") else ():
        if citation not in grouped and not citation.in_note:
            at = lines.offset(*citation.place.start)
            match = ENDING.search(_around(text, at, at)[0])
            if match and not match["found"] and (names := _people(match["names"])) and not ADVERB.fullmatch(names[0]):
                yield citation.place, Work(names, "", Trust.SOME), (citation,)


def _find_groups(sentence: Sentence, people: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """The names of groups of authors, `Smith et al.`, in a sentence that names none of the authors whom it cites."""
    named = list(dict.fromkeys(find_group_names(sentence.plain)))
    if not named:
        return
    cited = [c for c in sentence.citations if not c.in_note]
    authors_cited = frozenset(name for key in {c.key for c in cited} for name in people.get(key, ()))
    said = " ".join((sentence.plain, *(c.prefix for c in cited)))
    if authors_cited.isdisjoint(fold(sentence.plain).split()) and not _second_hand(said):
        yield from ((cited[0].place, Work(names, "", Trust.MUCH), ()) for names in named)


def _second_hand(said: str) -> bool:
    return (
        compiled(r"(?i)\b(?:cited|quoted|reviewed|discussed|zitiert|zit\.|cité|citad[oa]s?|apud)").search(said)
        is not None
    )


def _find_near(
    sentence: Sentence,
    lines: Lines,
    sources: Mapping[str, Source],
    people: Mapping[str, frozenset[str]],
    everybody: frozenset[str],
) -> Iterator[tuple[Near, str]]:
    """The names in a sentence that are one letter off that of an author whom it cites, each with the key cited.

    A word that the entry holds too, in its title, is none of them.
    """
    keys = list(dict.fromkeys(c.key for c in sentence.citations if c.key in people))
    known = {name: key for key in reversed(keys) for name in people[key]} if len(keys) <= MOST else {}

    def is_cited(start: int, end: int) -> bool:
        place = place_in(lines, sentence, start, end)
        at = lines.offset(*place.end)
        return compiled(r"[ \u00a0]?(?:\[[^\]@\n]{0,40})?-?@").match(lines.text, at) is not None

    for near in find_near(sentence.plain, known, everybody, is_cited) if known else ():
        if not tells_of(sources[known[near.meant]], near.typed):
            yield near, known[near.meant]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before one offset and after another, on one line each."""
    return text[max(start - REACH, 0) : start].replace("\n", " "), text[end : end + REACH].replace("\n", " ")


def _people(typed: str) -> tuple[str, ...]:
    """The names, if they have the form of family names."""
    names = split_typed(typed)
    return names if all(is_person(name) and not is_no_name(name) for name in names) else ()


def _contradict_year(work: Work, cited: Sequence[Source]) -> Told | None:
    """Sources of that name are of other years; or the only source is by other people."""
    by_name = [source for source in cited if any(is_by(source, name) for name in work.names)]
    if any(not dated(source) or int(work.year) in dated(source) for source in by_name):
        return None
    if by_name:
        return by_name[0], f"The text says {work.year}, but '{by_name[0].key}' is of {dated(by_name[0])[0]}", 0
    if len(cited) > 1 or not work.trust or not _is_foreign(cited[0], work):
        return None
    return cited[0], f"The text names {work.names[0]} ({work.year}), but '{cited[0].key}' is {_origin(cited[0])}", -1


def _contradict_name(work: Work, cited: Sequence[Source]) -> Told | None:
    """All sources are by people, and by others."""
    if not cited or not all(_is_foreign(source, work) and _has_people(source) for source in cited):
        return None
    return cited[0], f"The text names {work.names[0]}, but '{cited[0].key}' is {_origin(cited[0])}", -1


def _is_foreign(source: Source, work: Work) -> bool:
    """Whether the source has authors, none of those that are named, and nothing in it tells of them."""
    return bool(authors(source)) and not any(is_by(source, n) or tells_of(source, n) for n in work.names)


def _has_people(source: Source) -> bool:
    """Whether the first author is a person: news and offices report what others say."""
    first = next(iter(split_names(source.text("author", "editor")[:LONGEST])), None)
    return first is not None and "{" not in first.text[:1] and not is_organisation(first)


def _origin(source: Source) -> str:
    """`by Jones, Mary, of 2021`, as far as the entry says."""
    first = next(iter(split_names(source.text("author", "editor", "organization", "institution")[:LONGEST])), None)
    by = f"by {shorten(plain(first.text))}" if first else "by others"
    return by + (f", of {dated(source)[0]}" if dated(source) else "")
