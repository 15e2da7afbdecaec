"""What a type of brief asks for: the table of a file in `types/` in, a BriefType or a ConfigError out.

A type is data: sections by their roles and their order, limits for the words of the running text, bounds for the
numbers of key messages, options and recommendations. Each names the guidance that it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefkit.errors import ConfigError
from briefkit.model import EMPTY
from briefkit.near_misses import did_you_mean
from briefkit.strict_toml import TomlLines
from briefkit.values import Value

OWN = "a figure of the type itself"
"""The guidance behind a number for which a file gives none."""

OWN_RULE = "a rule of the type itself"
"""The same for a section, or an order of sections."""

PARTS = ("key-messages", "options", "recommendations")
"""What a type may count."""

MOST = 1_000_000


class Need(Value):
    """A section that must be there: one of these roles, and who says so."""

    roles: tuple[str, ...]
    guidance: str = OWN_RULE


class Words(Value):
    """How many words the running text should have at most (`aim`), and how many it must not exceed (`most`)."""

    aim: int
    most: int
    guidance: str = OWN


class Limit(Value):
    """How many words each section of one of these roles may have, what stands below its heading included."""

    roles: tuple[str, ...]
    words: Words


class Order(Value):
    """Which sections stand before which others: the roles of a group have no order among themselves."""

    groups: tuple[tuple[str, ...], ...] = ()
    guidance: str = OWN_RULE


class Bounds(Value):
    """How many there are to be; `most` is 0 where there is no end. One of the options may have to be the status quo."""

    least: int = 0
    most: int = 0
    status_quo: bool = False
    guidance: str = OWN


class BriefType(Value):
    """What a brief of this type must have. `accountable` asks each recommendation for who acts, and when."""

    name: str
    about: str = ""
    needs: tuple[Need, ...] = ()
    words: Words | None = None
    counts: Mapping[str, Bounds] = EMPTY
    accountable: bool = False
    limits: tuple[Limit, ...] = ()
    order: Order = Order()


NOTE = BriefType("note")
"""What a brief without a type is: nothing is asked of it."""


def make_type(name: str, table: Mapping[str, Any], path: str, roles: Sequence[str], text: str = "") -> BriefType:
    """A type from the table of its file; every fault of the table is told in one ConfigError, with its line in `text`.

    `roles` are those that a section can have.
    """
    faults = list(_faults(table, roles))
    if faults:
        lines = TomlLines(text)
        told = "; ".join(message + lines.told(*names.split("/")) for names, message in faults)
        raise ConfigError(f"{path}: {told}", "types are described in docs/types.md")
    words, order = table.get("words"), table.get("order", {})
    return BriefType(
        name,
        table.get("about", ""),
        tuple(Need(tuple(n["roles"]), n.get("guidance", OWN_RULE)) for n in table.get("needs", ())),
        Words(**words) if words else None,
        {part: Bounds(**{k.replace("-", "_"): v for k, v in b.items()}) for part, b in table.get("counts", {}).items()},
        table.get("accountable", False),
        tuple(Limit(tuple(limit["roles"]), _words(limit)) for limit in table.get("limits", ())),
        Order(tuple(map(_group, order.get("roles", ()))), order.get("guidance", OWN_RULE)),
    )


def _words(limit: Mapping[str, Any]) -> Words:
    return Words(limit["aim"], limit["most"], limit.get("guidance", OWN))


def _group(item: Any) -> tuple[Any, ...]:
    """An item of an order: a role, or a list of roles that have no order among themselves."""
    return tuple(item) if isinstance(item, list) else (item,)


TOP: Mapping[str, type] = {
    "about": str,
    "needs": list,
    "words": dict,
    "counts": dict,
    "accountable": bool,
    "limits": list,
    "order": dict,
}
IN_NEED: Mapping[str, type] = {"roles": list, "guidance": str}
IN_WORDS: Mapping[str, type] = {"aim": int, "most": int, "guidance": str}
IN_LIMIT: Mapping[str, type] = {"roles": list, **IN_WORDS}
IN_BOUNDS: Mapping[str, type] = {"least": int, "most": int, "status-quo": bool, "guidance": str}
CALLED: Mapping[type, str] = {str: "text", list: "a list", dict: "a table", bool: "true or false", int: "a number"}

Fault = tuple[str, str]
"""A word of the file that is at fault, or a key with the names of its tables before it, and what is wrong."""


def _faults(table: Mapping[str, Any], roles: Sequence[str]) -> Iterator[Fault]:
    yield from _misfits(table, TOP, "")
    needs, limits, counts, words, order = (table.get(name) for name in ("needs", "limits", "counts", "words", "order"))
    for need in needs if isinstance(needs, list) else ():
        yield from _faults_of_section(need, "needs", IN_NEED, roles)
    for limit in limits if isinstance(limits, list) else ():
        yield from _faults_of_section(limit, "limits", IN_LIMIT, roles)
        if isinstance(limit, dict):
            yield from _faults_of_words(limit, "limits", IN_LIMIT)
    if isinstance(words, dict):
        yield from _misfits(words, IN_WORDS, "words.")
        yield from _faults_of_words(words, "words", IN_WORDS)
    if isinstance(order, dict):
        yield from _faults_of_order(order, roles)
    for part, bounds in counts.items() if isinstance(counts, dict) else ():
        if part not in PARTS:
            yield part, f"'counts' has no '{part}'; it has {', '.join(PARTS)}"
        yield from _faults_of_bounds(bounds, part)


def _faults_of_section(table: Any, where: str, known: Mapping[str, type], roles: Sequence[str]) -> Iterator[Fault]:
    misfits = tuple(_misfits(table, known, f"{where}."))
    yield from misfits
    if misfits:
        return
    if not table.get("roles"):
        yield "", f"one of '{where}' has no roles"
    yield from _unknown_roles(table.get("roles", ()), roles)


def _faults_of_words(words: Mapping[str, Any], where: str, known: Mapping[str, type]) -> Iterator[Fault]:
    if not {"aim", "most"} <= set(words):
        yield "", f"'{where}' needs aim and most"
    elif not any(_misfits(words, known, "")) and words["aim"] > words["most"]:
        yield "", f"'{where}' has an aim above its most"


def _faults_of_bounds(bounds: Any, part: str) -> Iterator[Fault]:
    misfits = tuple(_misfits(bounds, IN_BOUNDS, f"counts.{part}."))
    yield from misfits
    if misfits:
        return
    least, most = bounds.get("least", 0), bounds.get("most", 0)
    if 0 < most < least:
        yield f"counts/{part}/most", f"'counts.{part}' has a least of {least} above its most of {most}"
    if bounds.get("status-quo") and part != "options":
        yield (
            f"counts/{part}/status-quo",
            f"'counts.{part}.status-quo' is for options: one of them may be the status quo",
        )


def _faults_of_order(order: Mapping[str, Any], roles: Sequence[str]) -> Iterator[Fault]:
    misfits = tuple(_misfits(order, {"roles": list, "guidance": str}, "order."))
    yield from misfits
    if misfits:
        return
    named = [role for item in order.get("roles", ()) for role in _group(item)]
    yield from _unknown_roles(named, roles)
    yield from (("", f"'order' has '{role}' twice") for role, n in Counter(map(str, named)).items() if n > 1)


def _unknown_roles(named: Iterable[Any], roles: Sequence[str]) -> Iterator[Fault]:
    for role in named:
        if role not in roles:
            near = did_you_mean(str(role), roles)
            yield str(role), f"there is no role '{role}'" + (f"; {near}" if near else "")


def _names(where: str, name: str) -> str:
    """A key behind the names of its tables, `counts/options/most`."""
    return f"{where.replace('.', '/')}{name}"


def _misfits(table: Any, known: Mapping[str, type], where: str) -> Iterator[Fault]:
    """What a table holds that it should not."""
    if not isinstance(table, dict):
        yield "", f"'{where.rstrip('.')}' must be a table"
        return
    for name, value in table.items():
        if name not in known:
            near = did_you_mean(name, known)
            yield _names(where, name), f"no '{where}{name}'" + (f"; {near}" if near else "")
        elif not isinstance(value, known[name]) or (known[name] is int and isinstance(value, bool)):
            yield _names(where, name), f"'{where}{name}' must be {CALLED[known[name]]}"
        elif isinstance(value, int) and not 0 <= value <= MOST:
            yield _names(where, name), f"'{where}{name}' must be a number from 0 to {MOST:,}"
