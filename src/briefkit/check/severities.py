"""What the user has set for a rule: whether it is asked for, and how grave its findings are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache

from briefkit.config import SEVERITIES, Config
from briefkit.model import Finding
from briefkit.values import replace


def configured(finding: Finding, config: Config) -> Finding | None:
    """The finding as the user wants it, or None when it is switched off or not asked for."""
    names = (finding.code, finding.name)
    if not is_wanted(names, config):
        return None
    chosen = _chosen(names, config.severity)
    severity = SEVERITIES[chosen] if chosen else finding.severity
    return replace(finding, severity=severity)


def is_wanted(names: tuple[str, str], config: Config) -> bool:
    """Whether a rule is not switched off, and asked for where only some are."""
    if _chosen(names, config.severity) == "off" or _listed(names, config.ignore):
        return False
    return not config.select or _listed(names, config.select)


def _chosen(names: tuple[str, str], table: Mapping[str, str]) -> str:
    """The severity that the user set for a code or a name, else for the family it is of, the longest first."""
    families = sorted((f for f in table if names[0].startswith(f)), key=len, reverse=True)
    return next((table[name] for name in (*names, *families) if name in table), "")


def settle_by_path(
    findings: Iterable[Finding], tables: Mapping[str, Mapping[str, str]], below: Callable[[str], str]
) -> tuple[Finding, ...]:
    """The findings with the severities of `severity-in`; of several patterns the last one that names the rule counts.

    `below` gives the path of a file below the project, which the patterns are held against.
    """
    last_first = tuple(reversed(tuple(tables.items())))

    @cache
    def fitting(path: str) -> tuple[Mapping[str, str], ...]:
        return tuple(table for pattern, table in last_first if fnmatchcase(below(path), pattern))

    return tuple(settled for finding in findings for settled in _in_tables(finding, fitting(finding.place.path)))


def _in_tables(finding: Finding, tables: Sequence[Mapping[str, str]]) -> Iterator[Finding]:
    names = (finding.code, finding.name)
    chosen = next((severity for table in tables if (severity := _chosen(names, table))), "")
    if chosen != "off":
        yield replace(finding, severity=SEVERITIES[chosen]) if chosen else finding


def _listed(names: tuple[str, str], patterns: Sequence[str]) -> bool:
    """Whether a code or its family (`CLM`), or a name, is in a list."""
    return any(names[0].startswith(p) or names[1] == p for p in patterns)
