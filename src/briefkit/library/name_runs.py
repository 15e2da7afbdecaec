"""A list of names with other signs than `and` between them in, the same list with `and` out.

`A. Doe, B. Roe`, `Doe A, Roe B`, `Doe, A., Roe, B.`, `Jane Doe, John Roe, Max Poe`, `Doe, Jane; Roe, John` and
`Doe, Jane, John Roe, Max Poe` are told by their shape. What stands in braces is one word, and where one of the names
has no such shape nothing is written.

`tidy_names` takes away what hinders names from being printed: what is told as a fault (BIB331) is printed as it is
surely meant. A name with more commas than a name has is printed as it stands, since of its parts some would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.library.braces import find_outside, is_braced
from briefkit.library.given_names import is_pair
from briefkit.library.latex import decode
from briefkit.library.name_faults import (
    AND_ABROAD,
    PARTED,
    NameFault,
    find_name_faults,
    find_run,
    is_turned,
    is_turned_et_al,
    mend_name,
    put_and,
    put_comma,
)
from briefkit.library.names import LONGEST, Name, split_names
from briefkit.patterns import regex

LONGEST_LIST = 4_000
"""Characters of a value: a longer one is left as it is."""

_SIGN = regex(r"\\.|[{}]|(?P<gap>(?:[,;]\s*|\s+)and\s+|[,;]\s*)", re.IGNORECASE | re.DOTALL)
_INITIALS = regex(r"(?:[^\W\d_]\.[ -]?)+|[A-Z]{1,3}|(?:[A-Z] )+[A-Z]")
_WORDS = regex(r"[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*)*")
_FAMILY_FIRST = regex(r"(?P<family>.*\w{2,}) (?P<given>(?!II|IV|MD)[A-Z]{1,3}(?: [A-Z])*)")
_SUFFIX = regex(r"[JS]r\.?|I{1,3}|I?V|[a-z].*")
_PARTICLE = regex(r"(?:al|ben|bin|d[aeiou]|de[lnr]|dos|el|l[ae]|ter|v[ao]n)\b", re.IGNORECASE)
_MOST_PARTS = 3
_INNER_INITIAL = regex(r"(?:\A| )[^\W\d_]\. ?\w|\A[^\W\d_]\.")


def mend_names(value: str, fault: NameFault) -> str:
    """The names without the fault; an empty text where nothing is to be done, or it is not sure what."""
    if not fault.cure.startswith(PARTED):
        return turn_names(value)
    joined = join_names(value)
    return part_names(joined or value) or joined


def join_names(value: str) -> str:
    """The names with 'and' for its like in other languages, and for a comma between two of several whole names."""
    if len(value) > LONGEST_LIST:
        return ""
    names = split_names(value)
    run = find_run(names)
    new = " and ".join(_join(name, run) for name in names)
    return new if len(split_names(new)) != len(names) else ""


def _join(name: Name, run: Name | None) -> str:
    if name is run or is_pair(name.parts):
        return " and ".join(_bare(" ".join(words)) for words in name.parts if words)
    listed = AND_ABROAD.sub(" and ", name.text) if len(name.parts) >= _MOST_PARTS else name.text
    return put_and(name) or (part_names(listed) if listed != name.text else "") or name.text


def _bare(text: str) -> str:
    return text[1:-1] if is_braced(text) else text


def part_names(value: str) -> str:
    """The names with `and` between them; an empty text where nothing is to be done, or it is not sure what."""
    if len(value) > LONGEST_LIST or "&" in value or "\\;" in value:
        return ""
    pieces, gaps = _split(value.rstrip(",; \t\n"))
    if any(gap[0] == ";" for gap in gaps):
        new = pieces[0] + "".join(
            (_and(gap[1:]) if gap[0] == ";" else gap) + piece for gap, piece in zip(gaps, pieces[1:], strict=True)
        )
    else:
        new = _join_groups(pieces, gaps)
    return new if new != value else ""


def turn_names(value: str) -> str:
    """The names with a comma before the initials that stand behind, `Doe, J.`, and as `mend_name` writes them; an empty
    text where there is nothing to do.
    """
    if len(value) > LONGEST_LIST or "\\" in value:
        return ""
    names = split_names(value)
    new = [put_comma(name.text) if is_turned(name, names) else mend_name(name) for name in names]
    return " and ".join(new) if new != [name.text for name in names] else ""


def _and(blank: str) -> str:
    return f" and{blank}" if blank else " and "


def _split(value: str) -> tuple[list[str], list[str]]:
    """What stands between the commas, semicolons and `and` of a list outside braces, and these with their blanks."""
    pieces, gaps, done = list[str](), list[str](), 0
    for sign in find_outside(_SIGN.finditer(value)):
        if sign["gap"]:
            pieces.append(value[done : sign.start()])
            gaps.append(sign["gap"])
            done = sign.end()
    return [*pieces, value[done:]], gaps


def _join_groups(pieces: Sequence[str], gaps: Sequence[str]) -> str:
    """The list with the commas between names as `and`; an empty text where those of one name are not told apart."""
    ends = [*(number for number, gap in enumerate(gaps) if "and" in gap.lower()), len(gaps)]
    parts, start = list[str](), 0
    for end in ends:
        group = _part_group(pieces[start : end + 1], gaps[start:end])
        if not group:
            return ""
        parts += [group, *(gap.lstrip(",") for gap in gaps[end : end + 1])]
        start = end + 1
    return "".join(parts)


def _part_group(pieces: Sequence[str], gaps: Sequence[str]) -> str:
    """One name as it is, or several with `and` between them."""
    plain = [" ".join(decode(piece).split()) for piece in pieces]
    if len(pieces) == 1 or not all(plain):
        return pieces[0] if len(pieces) == 1 else ""
    blanks = [gap[1:] for gap in gaps]
    turned = [_FAMILY_FIRST.fullmatch(text) for text in plain]
    if all(turned):
        return _with_and(
            [_turn(piece, found["given"]) for piece, found in zip(pieces, turned, strict=True) if found], blanks
        )
    if _are_whole(plain):
        return _with_and(pieces, blanks)
    if len(pieces) > 3 and len(pieces) % 2 == 0 and _are_pairs(plain):
        parts = zip(pieces[::2], gaps[::2], pieces[1::2], strict=True)
        return _with_and(["".join(part) for part in parts], blanks[1::2])
    if len(pieces) > 3 and _is_first_turned(plain):
        return _with_and(["".join((pieces[0], gaps[0], pieces[1])), *pieces[2:]], blanks[1:])
    return "" if len(pieces) > 2 else "".join((pieces[0], gaps[0], pieces[1]))


def _turn(piece: str, given: str) -> str:
    """`Doe JA` as `Doe, JA`."""
    return f"{piece.rstrip().removesuffix(given).rstrip()}, {given}"


def _with_and(names: Sequence[str], blanks: Sequence[str]) -> str:
    return names[0] + "".join(_and(blank) + name for blank, name in zip(blanks, names[1:], strict=True))


def _are_whole(names: Sequence[str]) -> bool:
    """Whether each is a given and a family name; of two, one must have an initial: `van Berg, Jan Willem` is one."""
    if not all(" " in name and _WORDS.fullmatch(name) and not _INITIALS.fullmatch(name) for name in names):
        return False
    return len(names) > 2 or (not _PARTICLE.match(names[0]) and any(map(_INNER_INITIAL.search, names)))


def _is_first_turned(names: Sequence[str]) -> bool:
    """Whether only the first of several people stands with the family name before a comma, as references have it."""
    family, given, *others = names
    is_person = " " not in family and _WORDS.fullmatch(family) and _WORDS.fullmatch(given)
    return bool(is_person) and not _SUFFIX.fullmatch(given) and _are_whole(others)


def _are_pairs(names: Sequence[str]) -> bool:
    """Whether family names and given ones take turns."""
    families, given = names[::2], names[1::2]
    if any(not _WORDS.fullmatch(name) or _INITIALS.fullmatch(name) for name in families):
        return False
    return all(map(_INITIALS.fullmatch, given)) or all(" " not in name and _WORDS.fullmatch(name) for name in names)


def tidy_names(value: str) -> str:
    """The names as they are printed; a value in which nothing is wrong stays as it is."""
    faults = tuple(find_name_faults(value)) if len(value) <= LONGEST else ()
    if not faults:
        return value
    if any(fault.cure.startswith(PARTED) for fault in faults):
        value = join_names(value) or value
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
    elif words[-2:] == ["et", "al"] or is_turned_et_al(name):
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
