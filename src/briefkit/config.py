"""What a project may set: the table of `briefkit.toml` or `[tool.briefkit]` in, a Config or a ConfigError out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from briefkit.errors import ConfigError
from briefkit.model import EMPTY, Severity
from briefkit.text import did_you_mean

BRIEF_TYPES = ("one-pager", "issue", "advocacy", "options", "evidence", "research-summary", "note")
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
FAIL_ON = (*SEVERITIES, "never")
CITATION_SCOPES = ("sentence", "following", "paragraph")
REFERENCES = ("listed", "grouped")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run: defaults < table < options.

    `bibliography` is used where a brief names none; `severity` maps a code to `error`, `warning`, `info` or `off`,
    `severity_in` the same for files whose path below the project is like a pattern;
    `citation_scope` says what a citation covers besides its sentence: nothing, the sentences that follow it in its
    paragraph up to the next citation, or its paragraph; `brand` names a `_brand.yml` or its folder, `csl` a
    citation style; `template` names a template or its folder, `template_options` sets options of it;
    `link_citations` says whether a citation leads to its reference, `references` whether these are
    grouped by kind; `retractions` names a CSV file of retracted works, `key_pattern` says how keys are made;
    `self_citation_limit` is the share of citations, from 0 to 1, that may be of the authors' own works; `types` names
    a folder of types of briefs; `limits` says how many seconds the engines may take.
    """

    bibliography: tuple[str, ...] = ("references.bib",)
    briefs: str = "briefs"
    output: str = "dist"
    brand: str = ""
    template: str = ""
    csl: str = ""
    link_citations: bool = True
    references: str = "listed"
    fail_on: str = "error"
    citation_scope: str = "sentence"
    retractions: str = ""
    key_pattern: str = ""
    types: str = ""
    self_citation_limit: float = 0.5
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    template_options: Mapping[str, bool | float | str] = field(default_factory=lambda: EMPTY)
    severity: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    severity_in: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: EMPTY)
    limits: Mapping[str, float] = field(default_factory=lambda: EMPTY)


CHOICES = {"fail_on": FAIL_ON, "citation_scope": CITATION_SCOPES, "references": REFERENCES}
KINDS: Mapping[str, type] = {
    "bibliography": tuple,
    "select": tuple,
    "ignore": tuple,
    "self_citation_limit": float,
    "link_citations": bool,
    "severity": dict,
    "severity_in": dict,
    "limits": dict,
    "template_options": dict,
}
LIMITS: Mapping[str, float] = {"pandoc-seconds": 30.0, "check-seconds": 25.0, "pages-seconds": 120.0}
"""The limits that a project may set, in seconds, with their defaults."""

LONGEST = 3_600

NUL = "\0"
"""No name of a file holds it."""


def make_config(table: Mapping[str, Any], path: str) -> Config:
    """A Config from the table of a file; every fault of the table is told in one ConfigError."""
    faults: list[str] = []
    values: dict[str, Any] = {}
    known = {f.name.replace("_", "-"): f.name for f in fields(Config)}
    for key, value in table.items():
        if key not in known:
            near = did_you_mean(key, known)
            faults.append(f"no setting '{key}'" + (f"; {near}" if near else ""))
            continue
        fault, values[known[key]] = _setting(known[key], value)
        if fault:
            faults.append(f"'{key}' {fault}")
    if faults:
        raise ConfigError(f"{path}: " + "; ".join(faults), "the settings are listed in docs/configuration.md")
    return Config(**values)


def refuse_unknown_rules(config: Config, names: Mapping[str, str]) -> None:
    """Raise ConfigError when a setting or option names a rule, code or family that does not exist.

    `names` maps the names of the rules to their codes. A misspelt name would switch the check off without a word.
    """
    codes = tuple(names.values())
    by_path = (name for table in config.severity_in.values() for name in table)
    for wanted in (*config.select, *config.ignore, *config.severity, *by_path):
        if wanted not in names and not any(code.startswith(wanted) for code in codes):
            hint = did_you_mean(wanted, (*names, *codes)) or "briefkit rule lists them"
            raise ConfigError(f"there is no rule '{wanted}'", hint)


def _setting(name: str, value: Any) -> tuple[str, Any]:
    """What is wrong with a value (or nothing), and the value as Config holds it."""
    kind = KINDS.get(name, str)
    if kind is tuple:
        items = (value,) if isinstance(value, str) else value
        if not (isinstance(items, list | tuple) and all(isinstance(i, str) and NUL not in i for i in items)):
            return "must be text or a list of texts", ()
        return "", tuple(items)
    if kind is float:
        return _share(value)
    if kind is bool:
        return ("", value) if isinstance(value, bool) else ("must be true or false", True)
    if name == "limits":
        return _limits(value)
    if name == "template_options":
        return _options(value)
    if name == "severity_in":
        return _severities_by_path(value)
    if kind is dict:
        choices = (*SEVERITIES, "off")
        if not (isinstance(value, dict) and all(v in choices for v in value.values())):
            return f"must map codes to {', '.join(choices)}", {}
        return "", dict(value)
    if not isinstance(value, str) or NUL in value:
        return "must be text", ""
    if name in CHOICES and value not in CHOICES[name]:
        return f"must be one of {', '.join(CHOICES[name])}", ""
    return "", value


def _severities_by_path(value: Any) -> tuple[str, Any]:
    """The same for the tables of severities by path."""
    if not isinstance(value, dict):
        return "must be a table of tables", {}
    for pattern, table in value.items():
        fault, _ = _setting("severity", table)
        if fault:
            return f'of "{pattern}" {fault}', {}
    return "", {pattern: dict(table) for pattern, table in value.items()}


def _share(value: Any) -> tuple[str, Any]:
    """The same for a share."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return "must be a number from 0 to 1", 0.0
    return "", float(value)


def _options(value: Any) -> tuple[str, Any]:
    """The same for the options of the template, which says later what each of them holds."""
    if not (isinstance(value, dict) and all(isinstance(v, bool | int | float | str) for v in value.values())):
        return "must be a table of texts, numbers, true and false", {}
    return "", dict(value)


def _limits(value: Any) -> tuple[str, Any]:
    """The same for the table of limits."""
    if not isinstance(value, dict):
        return "must be a table", {}
    for name, number in value.items():
        if name not in LIMITS:
            near = did_you_mean(name, LIMITS)
            return f"has no limit '{name}'" + (f"; {near}" if near else f"; it has {', '.join(LIMITS)}"), {}
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number <= LONGEST:
            return f"{name} must be a number of seconds up to {LONGEST:,}", {}
    return "", {name: float(number) for name, number in value.items()}
