"""A field of names as typed in, the same without what hinders its names from being printed out: nothing else changes.

What is told as a fault (BIB331) is printed as it is surely meant: a comma behind a name, an `and` too many, `et al.`,
other signs than `and` between names, a comma that is missing before initials. A name with more commas than a name has
is printed as it stands, since of its parts some would be lost.
"""

from __future__ import annotations

from briefkit.library.name_runs import part_names, turn_names
from briefkit.library.names import LONGEST, PARTED, Name, find_name_faults, split_names

_MOST_PARTS = 3


def tidy_names(value: str) -> str:
    """The names as they are printed; a value in which nothing is wrong stays as it is."""
    faults = tuple(find_name_faults(value)) if len(value) <= LONGEST else ()
    if not faults:
        return value
    if any(fault.cure.startswith(PARTED) for fault in faults):
        value = part_names(value) or value
    value = turn_names(value) or value
    names = split_names(value)
    tidied = [text for name in names for text in _tidy(name)]
    if not tidied or tidied == [name.text for name in names]:
        return value
    has_others = "others" in tidied[1:]
    tidied = [text for text in tidied if text != "others"] if has_others else tidied
    return " and ".join((*tidied, "others") if has_others else tidied)


def _tidy(name: Name) -> tuple[str, ...]:
    parts = list(name.parts)
    while parts and not parts[-1]:
        parts.pop()
    words = [word.strip("{}., ").lower() for part in parts for word in part]
    if words[-1:] in (["et al"], ["et. al"], ["et~al"]):
        rest = _without(parts, 1)
    elif words[-2:] == ["et", "al"]:
        rest = _without(parts, 2)
    elif len(parts) > _MOST_PARTS and "{" not in name.text and "=" not in name.text:
        return (f"{{{Name(tuple(filter(None, parts))).text}}}",)
    else:
        return (Name(tuple(parts)).text,) if words else ()
    return (*((Name(tuple(rest)).text,) if any(rest) else ()), "others")


def _without(parts: list[tuple[str, ...]], count: int) -> list[tuple[str, ...]]:
    """The parts of a name without some words at its end."""
    parts = list(parts)
    while count and parts:
        last = parts.pop()
        taken = min(count, len(last))
        count -= taken
        if last[: len(last) - taken]:
            parts.append(last[: len(last) - taken])
    return parts
