"""A sentence in, the names in it out that are nearly those of the authors whom it cites, or that stand for a group.

Only a name is looked at that a work is told of by: a verb of saying, `et al.`, a co-author or the citation stands
beside it. Names that differ in how an umlaut is written, or in an `s` at the end, may both be right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from briefkit.evidence.typed import GROUP, NAMES, VERBS, is_no_name, is_person, split_typed
from briefkit.library.authorship import NAMED
from briefkit.library.names import Name, split_names
from briefkit.library.organisations import is_organisation
from briefkit.library.words import LONGEST, family, fold
from briefkit.library.words import plain as words
from briefkit.model import Source
from briefkit.patterns import compiled, regex
from briefkit.text import shorten

CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019-]{3,40}"
AND = r"(?:and|&|und|et|y|e)"
WORKS = r"(?:stud|analys|estimat|model|review|work|paper|book|survey|report|result|figure|data|finding)"
BEHIND = regex(rf"['\u2019]?(?:{GROUP}| ?,? {VERBS}| \((?:1[6-9]|20)\d\d|['\u2019]?s? (?:\w{{1,20}} )?{WORKS})")
BEFORE = regex(rf"(?i)(?:\b(?:according to|laut|selon|según|segundo|by|von|par|por)|\b{VERBS}) $")
WITH = regex(rf" {AND} (?P<other>{CAPITALISED})")
AFTER = regex(rf"(?P<other>{CAPITALISED}),? {AND} $")

SHORTEST = 5
"""Of shorter names too many are near each other."""

MOST_LOOKED = 50
"""How many such names in a sentence are looked at: each is looked for in the file."""

REACH = 60
LOOKED_BACK = 160
"""How many characters around a name are looked at, and before the words that make it a group."""


class Near(NamedTuple):
    """A word of a sentence and where it stands, and the family name that it nearly is, in one word and folded."""

    start: int
    end: int
    typed: str
    meant: str


def families(source: Source) -> frozenset[str]:
    """The family names of the people who made a source, each in one word and folded."""
    return frozenset(own for own, _ in _people(source))


def written(source: Source, meant: str) -> str:
    """The name of the one who has this family name, as the entry has it."""
    return next((shorten(words(name.text)) for own, name in _people(source) if own == meant), meant)


def _people(source: Source) -> Iterator[tuple[str, Name]]:
    for field in (source.fields[name] for name in NAMED if name in source.fields):
        for name in split_names(field.value[:LONGEST]):
            if "{" not in name.text[:1] and not is_organisation(name) and (own := family(name)):
                yield own.replace(" ", ""), name


def find_near(
    plain: str, known: Collection[str], others: Collection[str], is_cited: Callable[[int, int], bool]
) -> Iterator[Near]:
    """The names in a sentence that nearly are `known` ones and none of the `others`.

    `is_cited` says whether a citation stands right behind a stretch of the sentence.
    """
    initials = {name[0] for name in known if len(name) >= SHORTEST}
    left = MOST_LOOKED
    for word in compiled(CAPITALISED).finditer(plain) if initials else ():
        typed = compiled(r"['\u2019]s?$").sub("", word[0])
        one = fold(typed).replace(" ", "")
        if one[:1] not in initials or one in known or one in others or is_no_name(typed):
            continue
        meant = next((own for own in known if _are_near(one, own)), "")
        end = word.start() + len(typed)
        left -= bool(meant)
        if left < 0:
            return
        if meant and (_tells_of_work(plain, word.start(), end, known) or is_cited(*word.span())):
            yield Near(word.start(), end, typed, meant)


def _are_near(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too much, or changed places with the next."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or len(other) < SHORTEST:
        return False
    if one.rstrip("s") == other.rstrip("s") or _one_vowel(one) == _one_vowel(other):
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[at + 1 :] == shorter[at:]
    changed_places = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return changed_places or one[at + 1 :] == other[at + 1 :]


def _one_vowel(name: str) -> str:
    return compiled("([aou])e").sub(r"\1", name)


def _tells_of_work(plain: str, start: int, end: int, known: Collection[str]) -> bool:
    """Whether what stands around a name tells of a work of its bearer."""
    before = plain[max(start - REACH, 0) : start]
    if BEHIND.match(plain, end, end + REACH) or BEFORE.search(before):
        return True
    beside = (WITH.match(plain, end, end + REACH), AFTER.search(before))
    return any(match and fold(match["other"]).replace(" ", "") in known for match in beside)


def find_group_names(plain: str) -> Iterator[tuple[str, ...]]:
    """The names of people that stand for a group of authors, `Smith et al.`, without a year behind them."""
    for group in compiled(rf"{GROUP}(?!['\u2019]?s?,? \(?(?:1[6-9]|20)\d\d)").finditer(plain):
        before = plain[max(group.start() - LOOKED_BACK, 0) : group.start()]
        match = compiled(rf"(?<!\w)(?P<names>{NAMES})$").search(before)
        names = split_typed(match["names"]) if match else ()
        if names and all(is_person(name) and not is_no_name(name) for name in names):
            yield names
