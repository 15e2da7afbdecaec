"""A rule in, its explanation out: its own words and, where it measures a brief by its type, a table of what the
built-in types allow with the guidance behind each limit.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from briefkit import packaged
from briefkit.brief_types import BriefType, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.parse.roles import ROLES
from briefkit.rules import count_out_of_bounds, missing_section, section_order, too_long
from briefkit.rules.base import Rule

Row = tuple[str, ...]


def explain_rule(rule: Rule | ModuleType) -> str:
    """The explanation of a rule, as Markdown."""
    text = inspect.cleandoc(rule.__doc__ or "")
    found = TABLES.get(str(rule.CODE))
    if found is None:
        return text
    head, rows_of = found
    types = (make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES) for name in BRIEF_TYPES)
    rows = [head, ("---",) * len(head), *((f"`{kind.name}`", *row) for kind in types for row in rows_of(kind))]
    return "\n".join((text, "", "## Limits", "", *(f"| {' | '.join(row)} |" for row in rows)))


def _lengths(kind: BriefType) -> Iterator[Row]:
    limits = [("the brief", kind.words)] if kind.words else []
    for what, words in (*limits, *((_either(limit.roles), limit.words) for limit in kind.limits)):
        yield what, f"{words.aim:,}", f"{words.most:,}", words.guidance


def _needs(kind: BriefType) -> Iterator[Row]:
    yield from ((_either(need.roles), need.guidance) for need in kind.needs)


def _counts(kind: BriefType) -> Iterator[Row]:
    for part, bounds in kind.counts.items():
        least = f"{bounds.least or ''}{', one the status quo' if bounds.status_quo else ''}"
        yield _plain(part), least, str(bounds.most or ""), bounds.guidance


def _order(kind: BriefType) -> Iterator[Row]:
    if kind.order.groups:
        yield ", then ".join(map(_either, kind.order.groups)), kind.order.guidance


def _either(roles: tuple[str, ...]) -> str:
    *others, last = map(_plain, roles)
    return f"{', '.join(others)} or {last}" if others else last


def _plain(role: str) -> str:
    return role.replace("-", " ")


TABLES: Mapping[str, tuple[Row, Callable[[BriefType], Iterator[Row]]]] = {
    section_order.CODE: (("type", "order", "guidance"), _order),
    too_long.CODE: (("type", "what", "words to aim for", "at most", "guidance"), _lengths),
    missing_section.CODE: (("type", "section", "guidance"), _needs),
    count_out_of_bounds.CODE: (("type", "what", "at least", "at most", "guidance"), _counts),
}
"""The head of the table of each rule that measures a brief by its type, and what makes the rows."""
