"""The blocks of one file in, its sources out, with whatever is wrong inside an entry as problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from briefkit.library.blocks import Entry, Item
from briefkit.library.fields import KEY
from briefkit.library.items import MONTHS, Typed, read_item
from briefkit.library.links import TOLD
from briefkit.library.pages import Page
from briefkit.library.reader import read_macros
from briefkit.model import EMPTY, Field, Place, Problem, Related, Source
from briefkit.values import Value, replace


class Reading(Value):
    """What became of an entry: a source unless it cannot be cited, the places of its links and of its other keys."""

    source: Source | None
    problems: tuple[Problem, ...]
    links: Mapping[str, Place]


class Strings(Value):
    """The strings of some files: what each is called, what it stands for, and what is wrong with them."""

    values: Mapping[str, str]
    problems: tuple[Problem, ...]


def read_strings(pages: Iterable[Page]) -> Strings:
    """Gather the `@string`s of all files; the first of two counts, and two that agree are no fault."""
    values, places = dict(MONTHS), dict[str, Place]()
    problems: list[Problem] = []
    for page, item in _list_macros(pages):
        name, place = item.name.lower(), _place(page, item)
        typed = list(read_item(page, item, f"the string '{name}'", values))
        problems += [found for found in typed if isinstance(found, Problem)]
        value = next((found.value for found in typed if isinstance(found, Typed)), "")
        if name in places and value != values[name]:
            problems.append(describe_repeated(f"The string '{name}' is defined", place, places[name], "BIB303"))
        if name not in places:
            values[name], places[name] = value, place
    return Strings(values, tuple(problems))


def _list_macros(pages: Iterable[Page]) -> Iterator[tuple[Page, Item]]:
    for page in pages:
        yield from ((page, item) for _, item in read_macros(page))


def read_entry(page: Page, entry: Entry, items: Iterable[Item], strings: Mapping[str, str]) -> Reading:
    """Read the fields of an entry; the first of two fields of one name counts."""
    place = page.place(entry.start, entry.key_end)
    faults = tuple(_judge_head(entry, place))
    fields, links, problems = _read_fields(page, f"'{entry.key}'", items, strings)
    source = None if faults else Source(entry.key, entry.type, fields, place)
    return Reading(source, (*faults, *problems), links)


def _read_fields(
    page: Page, owner: str, items: Iterable[Item], strings: Mapping[str, str]
) -> tuple[Mapping[str, Field], Mapping[str, Place], list[Problem]]:
    problems: list[Problem] = []
    typed: dict[str, Typed] = {}
    for found in (found for item in items for found in read_item(page, item, owner, strings)):
        if isinstance(found, Problem):
            problems.append(found)
        elif found.item.name and (first := typed.setdefault(_lower(found.item.name), found)) is not found:
            what = f"'{found.item.name}' in {owner} stands"
            repeated = describe_repeated(what, _place(page, found.item), _place(page, first.item), "BIB312")
            is_slight = found.value == first.value or _lower(found.item.name) in _UNPRINTED
            problems.append(replace(repeated, step=-is_slight))
    fields = {name: _make_field(page, one) for name, one in typed.items()}
    linked = [typed[name].item for name in TOLD if name in typed]
    links = {item.name.lower(): page.place(item.value_at, item.value_end) for item in linked}
    return fields, links or EMPTY, problems


def _make_field(page: Page, typed: Typed) -> Field:
    line, column = page.position(typed.item.name_at)
    return Field(typed.value, line, column, len(typed.item.name), page.path)


_UNPRINTED = frozenset("abstract annote file keyword keywords localfile owner pdf timestamp".split())
"""Fields of which a second one changes nothing that a reader sees; Citavi writes one `file` for each."""


@lru_cache(1000)
def _lower(name: str) -> str:
    """One text for each name, however many entries use it."""
    return name.lower()


def _place(page: Page, item: Item) -> Place:
    return page.place(item.name_at, item.name_at + len(item.name))


def _judge_head(entry: Entry, place: Place) -> Iterator[Problem]:
    if not entry.type:
        yield Problem(
            "BIB301", place, f"The entry '{entry.key}' has no type", "write its type after the @", key=entry.key
        )
    if not entry.key:
        yield Problem("BIB302", place, f"This {entry.type} has no key", f"write one: '@{entry.type}{{key,'")
    elif not KEY.fullmatch(entry.key):
        sign = next((sign for sign in entry.key if not KEY.fullmatch(sign * 2)), entry.key)
        what = "a blank" if sign.isspace() else f"'{sign}'"
        hint = "use letters, digits and any of - _ : . / + in keys"
        message = f"The key '{' '.join(entry.key.split())}' holds {what}: nothing can cite it"
        yield Problem("BIB302", place, message, hint, key=entry.key)


def describe_repeated(what: str, place: Place, first: Place, code: str) -> Problem:
    """Say of two things that should be one where they stand; the first counts."""
    where = f"in line {first.line}" if place.path == first.path else f"in {first.path}, line {first.line}"
    message = f"{what} twice: {where} and here in line {place.line}"
    return Problem(code, place, message, "keep one of them; the first counts", (Related(first, "the first"),))
