"""The value of a field of names in, people and organisations with the parts of their names out; and what is wrong.

The grammar is that of `names`, with biblatex's `given=Hans, family=Beck, prefix=von` beside it. A `von` is what begins
with a small letter. Parts are plain text. Prefixes are of two kinds, as citeproc has them: a style may leave out the
one in `dropping` where it gives the family name alone, that in `non_dropping` it may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from briefkit.library.braces import find_outside, is_braced
from briefkit.library.latex import decode
from briefkit.library.names import Name, split_names
from briefkit.library.organisations import hold_organisations
from briefkit.patterns import regex
from briefkit.values import Value, replace

_INITIALS = regex(r"(?<![^\W\d_][^\W\d_])(?<![^\W_])([^\W\d_])\.(?=([^\W\d_])(?![^\W_.]))")
_ASSIGNED = regex(r"\s*(given|family|prefix|suffix|useprefix|id|given-i|family-i|prefix-i|suffix-i)\s*=\s*(.*)", re.S)
_JOINED = regex(r"([^\W\d_]{1,20}['\u2019.\u2013-])(?=[^\W\d_]+$|[^\W\d_][^\W\d_.]|[^\W\d_]['\u2019-])")
_AND = regex(r"\\.|[{}]|(?<=\s)(?P<and>and)(?=\s)", re.DOTALL)


class Person(Value):
    """One name: its parts, or the whole of it as `literal` where it is that of an organisation."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""


class People(Value):
    """The names of a field, and whether `and others` ends them."""

    persons: tuple[Person, ...] = ()
    has_others: bool = False


def read_people(value: str, use_prefix: bool = False) -> People:
    """Read a field of names; `use_prefix` says that its prefixes are part of their family names."""
    names = split_names(hold_organisations(value.replace("\\ ", "~")))
    has_others = bool(names) and names[-1].text == "others"
    persons = (read_person(name, use_prefix) for name in (names[:-1] if has_others else names))
    whole = tuple(person for person in persons if person != Person())
    return People(whole, has_others)


def read_person(name: Name, use_prefix: bool) -> Person:
    """The parts of one name."""
    name = place_family(name)
    first, *others = name.parts
    if not others and len(first) == 1 and is_braced(first[0]):
        return Person(literal=decode(first[0]))
    if first and _ASSIGNED.match(" ".join(first)):
        return _find_particles(_read_assigned(name))
    parts = [tuple(_space_initials(words)) for words in name.parts]
    given, family, suffix = _deal(parts)
    von = tuple(takewhile(_is_small, family))
    von = von[:-1] if len(von) == len(family) else von
    prefix = _join(von)
    person = Person(
        family=_join(family[len(von) :]),
        given=_join(given),
        dropping="" if use_prefix else prefix,
        non_dropping=prefix if use_prefix else "",
        suffix=_join(suffix),
    )
    return _find_particles(person)


_UNCASED = regex(r"[\u0590-\u10ff\u1100-\u13ff\u1780-\u18af\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
"""A letter of a script that may have no capitals."""

_EASTERN = regex(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff\s]+")
"""A name in Chinese, Japanese or Korean signs: the family name comes first."""


def place_family(name: Name) -> Name:
    """A name in a script without capitals with its family name before a comma, where pandoc takes all but the last word
    for a prefix, and where a Chinese, Japanese or Korean family name is the first one: `岩本 康志`.
    """
    if len(name.parts) > 1 or not _UNCASED.search(text := name.text) or "{" in text or len(name.parts[0]) < _PAIR:
        return name
    words = name.parts[0]
    if any(letter.lower() != letter.upper() for word in words for letter in word):
        return name
    is_eastern = _EASTERN.fullmatch(text) is not None
    return Name((words[:1], words[1:]) if is_eastern else (words[-1:], words[:-1]))


_PAIR = 2
"""How many words make a name with a family name and a given one."""


def write_people(value: str) -> str:
    """A field of names as typed, but for organisations and those whose family name `place_family` finds."""
    value = hold_organisations(value)
    if not _UNCASED.search(value):
        return value
    return " and ".join(place_family(name).text for name in split_names(value))


def split_list(value: str) -> tuple[str, ...]:
    """The items of a list, such as the publishers of a book: they are parted by `and` outside braces."""
    items: list[str] = []
    start = 0
    for sign in find_outside(_AND.finditer(value)):
        if sign["and"]:
            items.append(value[start : sign.start()])
            start = sign.end()
    return tuple(item for item in (*items, value[start:]) if item.strip())


def join_list(value: str) -> str:
    """The items of a list as a reader reads them: `Farrar, Straus and Giroux` is one name or two, and says the same.

    Where one has an `and` in braces, its writer knows that it parts the others.
    """
    items = [item.strip() for item in split_list(value)]
    if len(items) > 1 and any("{" in item and " and " in item for item in items):
        return "; ".join(items)
    if len(items) > _PAIR and not any("," in item for item in items):
        items = [", ".join(items[:-1]), items[-1]]
    return " and ".join(items)


def _deal(parts: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Which words are the given name, which the family name with its prefix, which the suffix."""
    if len(parts) == 1:
        words = parts[0]
        given = tuple(takewhile(lambda word: not _is_small(word), words))
        count = len(given) - 1 if len(given) == len(words) else len(given)
        return words[: max(count, 0)], words[max(count, 0) :], ()
    if len(parts) == 2:
        return parts[1], parts[0], ()
    return tuple(word for part in parts[2:] for word in part), parts[0], parts[1]


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter; what stands in braces never does."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letter = next((sign for sign in decode(word[:80]) if sign.isalpha()), "")
    return letter.islower() and not (word.startswith("{\\") and is_braced(word) and " " in word)


def _space_initials(words: Iterable[str]) -> Iterator[str]:
    """`J.G.` as two words: it is the same name as `J. G.`"""
    for word in words:
        if "." in word and "{" not in word and "\\" not in word:
            yield from _INITIALS.sub(_space, word).split(" ")
        else:
            yield word


def _space(match: re.Match[str]) -> str:
    return match[0] + " " if match[1].isupper() and match[2].isupper() else match[0]


def _join(words: Iterable[str]) -> str:
    return " ".join(text for word in words if (text := decode(word)))


def _read_assigned(name: Name) -> Person:
    """A name of which each part is given by its own name."""
    found: dict[str, str] = {}
    for words in name.parts:
        if match := _ASSIGNED.fullmatch(" ".join(words)):
            found[match[1]] = decode(match[2])
    prefix = found.get("prefix", "")
    is_used = found.get("useprefix", "") == "true"
    return Person(
        family=found.get("family", ""),
        given=found.get("given", ""),
        dropping="" if is_used else prefix,
        non_dropping=prefix if is_used else "",
        suffix=found.get("suffix", ""),
    )


def _find_particles(person: Person) -> Person:
    """A prefix in the family name or after the given name, and a suffix there, go to their own parts."""
    given, comma, suffix = person.given.partition(",")
    if comma and suffix.strip() and not person.suffix:
        person = replace(person, given=given.strip(), suffix=suffix.strip())
    if not person.dropping:
        words = person.given.split(" ")
        count = len(tuple(takewhile(_is_particle, reversed(words))))
        if 0 < count < len(words):
            person = replace(person, given=" ".join(words[:-count]), dropping=" ".join(words[-count:]))
    return person if person.non_dropping else _part_family(person)


def _part_family(person: Person) -> Person:
    words = person.family.split(" ")
    count = len(tuple(takewhile(_is_particle, words)))
    if 0 < count < len(words):
        return replace(person, family=" ".join(words[count:]), non_dropping=" ".join(words[:count]))
    joined = _JOINED.match(person.family)
    if joined and len(words) == 1 and joined[1][:-1].islower() and person.family[joined.end()].isupper():
        return replace(person, family=person.family[joined.end() :], non_dropping=joined[1])
    return person


def _is_particle(word: str) -> bool:
    return bool(word) and all(sign.islower() or sign in "'\u2019.\u2013-" for sign in word)
