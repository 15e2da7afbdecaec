"""Sources in, people whose name is spelled in several ways out, where it is very probably one person.

The names of one family name are compared: two spellings are one person's when their given names agree word by word, an
initial with the word that it begins, and there is more to go by than one initial: a second given name, or a second
author that both have. Where a spelling agrees with two that do not agree with each other, nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefkit.library.braces import drop_braces
from briefkit.library.latex import decode
from briefkit.library.names import Name, split_names
from briefkit.library.words import fold
from briefkit.model import Field, Source
from briefkit.patterns import regex
from briefkit.values import Value

LONGEST = 4_000
"""How many characters of a list of names are read."""

FIELDS = ("author", "editor")
MOST = 40
"""How many spellings of one family name and first letter are compared: more are many people."""

FEW = 8
"""With how many others a spelling may agree."""

_ACCENT = regex(r"[^\x00-\x7f]")
_SURE = 2
_INITIALS = 3


@dataclass(slots=True)
class _Spelling:
    """One way to write a name: as typed, its given names, where it stands first, how often, and beside whom."""

    text: str
    given: tuple[str, ...]
    source: Source
    name: str
    count: int = 0
    others: set[str] = field(default_factory=set)


_Spellings = dict[tuple[str, tuple[str, ...], str], _Spelling]


class Variant(Value):
    """A spelling that stands for the same person as a fuller or more usual one."""

    text: str
    source: Source
    field: Field
    name: str
    usual: str
    usual_source: Source
    usual_field: Field


def find_variants(sources: Iterable[Source]) -> Iterator[Variant]:
    """Each spelling that is another's, once, at its first place; in the order of family names as they come."""
    for spellings in _gather(sources).values():
        if 1 < len(spellings) <= MOST:
            yield from _compare(list(spellings.values()))


def _gather(sources: Iterable[Source]) -> dict[tuple[str, str], _Spellings]:
    """For each family name and first letter the spellings; `Smith, J.` and `J Smith`, printed alike, are one."""
    families: dict[tuple[str, str], _Spellings] = {}
    for source in sources:
        for name in FIELDS:
            if name in source.fields:
                _add_names(families, source, name)
    return families


def _add_names(families: dict[tuple[str, str], _Spellings], source: Source, name: str) -> None:
    people = [one for one in map(_read_person, split_names(source.fields[name].value[:LONGEST])) if one]
    everyone = {family for family, _, _ in people}
    for family, given, text in people:
        spellings = families.setdefault((family.removeprefix("the "), given[0][0] if given else ""), {})
        what = (family, given, "".join(sorted(_ACCENT.findall(text))))
        if what not in spellings:
            spellings[what] = _Spelling(text, given, source, name)
        spellings[what].count += 1
        spellings[what].others |= everyone - {family}


def _read_person(name: Name) -> tuple[str, tuple[str, ...], str] | None:
    """The family name (folded), the given names (folded, initials apart), and the name as one line without braces.

    An organisation has no given names: its family name is all of its name.
    """
    if not name.parts or not name.parts[0]:
        return None
    text = " ".join(_read_letters(name.text).split())
    if len(name.parts) == 1:
        words = name.parts[0]
        start = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
        family, given = words[start:], words[:start]
    else:
        family, given = name.parts[0], name.parts[-1]
    folded = fold(" ".join(family))
    return (folded, _list_given(given), text) if folded else None


def _read_letters(text: str) -> str:
    """A name with its letters as they are printed, however they are typed."""
    if "\\" in text:
        return decode(text).replace("\u2019", "'")
    return drop_braces(text).replace("~", " ")


def _list_given(words: Iterable[str]) -> tuple[str, ...]:
    given: list[str] = []
    for word in words:
        if word.startswith("("):
            break
        bare = word.strip(".{}")
        given += bare.lower() if bare.isalpha() and bare.isupper() and len(bare) <= _INITIALS else fold(word).split()
    return tuple(given)


def _compare(spellings: list[_Spelling]) -> Iterator[Variant]:
    for spelling in spellings:
        alike = [other for other in spellings if other is not spelling and _agree(spelling.given, other.given)]
        if not 0 < len(alike) <= FEW or not all(_agree(a.given, b.given) for a in alike for b in alike):
            continue
        usual = max(alike, key=_rank)
        if _rank(usual) > _rank(spelling) and _is_sure(spelling, usual):
            one, other = spelling.source.fields[spelling.name], usual.source.fields[usual.name]
            yield Variant(spelling.text, spelling.source, one, spelling.name, usual.text, usual.source, other)


def _rank(spelling: _Spelling) -> tuple[int, bool, int, str]:
    """The fuller name before the shorter one, then the one with accents, then the one that stands more often."""
    is_accented = bool(_ACCENT.search(spelling.text))
    return sum(map(len, spelling.given)), is_accented, spelling.count, spelling.text


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: word by word equal or an initial, and none where the other has none."""
    if not one or not other:
        return not one and not other
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def _is_sure(one: _Spelling, other: _Spelling) -> bool:
    """Whether two spellings that agree are one person's: by two given names, by the first in full, by a co-author."""
    pairs = list(zip(one.given, other.given, strict=False))
    if one.given == other.given or len(pairs) >= _SURE:
        return True
    first, second = pairs[0]
    return (first == second and len(first) > 1) or bool(one.others & other.others)
