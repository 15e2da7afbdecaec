"""What a type of brief asks for: the table of a file in `types/` in, a BriefType or a ConfigError out.

A type is data: sections by their roles, limits for the words of the running text, bounds for the numbers of key
messages, options and recommendations. Each names the guidance that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefkit.errors import ConfigError
from briefkit.model import EMPTY
from briefkit.text import did_you_mean

OWN = "our own figure"
"""The guidance behind what a file gives none for."""

PARTS = ("key-messages", "options", "recommendations")
"""What a type may count."""

MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Need:
    """A section that must be there: one of these roles, and who says so."""

    roles: tuple[str, ...]
    guidance: str = OWN


@dataclass(frozen=True, slots=True)
class Words:
    """How many words the running text should have at most (`aim`), and how many it must not exceed (`most`)."""

    aim: int
    most: int
    guidance: str = OWN


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many there are to be; `most` is 0 where there is no end. One of the options may have to be the status quo."""

    least: int = 0
    most: int = 0
    status_quo: bool = False
    guidance: str = OWN


@dataclass(frozen=True, slots=True)
class BriefType:
    """What a brief of this type must have. `accountable` asks each recommendation for who acts, and when."""

    name: str
    about: str = ""
    needs: tuple[Need, ...] = ()
    words: Words | None = None
    counts: Mapping[str, Bounds] = field(default_factory=lambda: EMPTY)
    accountable: bool = False


NOTE = BriefType("note")
"""What a brief without a type is: nothing is asked of it."""


def make_type(name: str, table: Mapping[str, Any], path: str, roles: Sequence[str]) -> BriefType:
    """A type from the table of its file; every fault of the table is told in one ConfigError.

    `roles` are those that a section can have.
    """
    faults = list(_faults(table, roles))
    if faults:
        raise ConfigError(f"{path}: " + "; ".join(faults), "types are described in docs/types.md")
    words = table.get("words")
    return BriefType(
        name,
        table.get("about", ""),
        tuple(Need(tuple(n["roles"]), n.get("guidance", OWN)) for n in table.get("needs", ())),
        Words(**words) if words else None,
        {part: Bounds(**{k.replace("-", "_"): v for k, v in b.items()}) for part, b in table.get("counts", {}).items()},
        table.get("accountable", False),
    )


TOP: Mapping[str, type] = {"about": str, "needs": list, "words": dict, "counts": dict, "accountable": bool}
IN_NEED: Mapping[str, type] = {"roles": list, "guidance": str}
IN_WORDS: Mapping[str, type] = {"aim": int, "most": int, "guidance": str}
IN_BOUNDS: Mapping[str, type] = {"least": int, "most": int, "status-quo": bool, "guidance": str}
CALLED: Mapping[type, str] = {str: "text", list: "a list", dict: "a table", bool: "true or false", int: "a number"}


def _faults(table: Mapping[str, Any], roles: Sequence[str]) -> Iterator[str]:
    yield from _misfits(table, TOP, "")
    needs, counts, words = (table.get(name) for name in ("needs", "counts", "words"))
    for need in needs if isinstance(needs, list) else ():
        yield from _faults_of_need(need, roles)
    if isinstance(words, dict):
        yield from _misfits(words, IN_WORDS, "words.")
        if not {"aim", "most"} <= set(words):
            yield "'words' needs aim and most"
        elif not any(_misfits(words, IN_WORDS, "")) and words["aim"] > words["most"]:
            yield "'words' has an aim above its most"
    for part, bounds in counts.items() if isinstance(counts, dict) else ():
        if part not in PARTS:
            yield f"'counts' has no '{part}'; it has {', '.join(PARTS)}"
        yield from _misfits(bounds, IN_BOUNDS, f"counts.{part}.")


def _faults_of_need(need: Any, roles: Sequence[str]) -> Iterator[str]:
    misfits = tuple(_misfits(need, IN_NEED, "needs."))
    yield from misfits
    if misfits:
        return
    if not need.get("roles"):
        yield "one of 'needs' has no roles"
    for role in need.get("roles", ()):
        if role not in roles:
            near = did_you_mean(str(role), roles)
            yield f"there is no role '{role}'" + (f"; {near}" if near else "")


def _misfits(table: Any, known: Mapping[str, type], where: str) -> Iterator[str]:
    """What a table holds that it should not."""
    if not isinstance(table, dict):
        yield f"'{where.rstrip('.')}' must be a table"
        return
    for name, value in table.items():
        if name not in known:
            near = did_you_mean(name, known)
            yield f"no '{where}{name}'" + (f"; {near}" if near else "")
        elif not isinstance(value, known[name]) or (known[name] is int and isinstance(value, bool)):
            yield f"'{where}{name}' must be {CALLED[known[name]]}"
        elif isinstance(value, int) and not 0 <= value <= MOST:
            yield f"'{where}{name}' must be a number from 0 to {MOST:,}"
