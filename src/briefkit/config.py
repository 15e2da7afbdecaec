"""What a project may set: the table of `briefkit.toml` or `[tool.briefkit]` in, a Config or a ConfigError out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefkit.errors import ConfigError
from briefkit.model import EMPTY, Severity
from briefkit.near_misses import did_you_mean
from briefkit.strict_toml import TomlLines
from briefkit.values import Value, fields

BRIEF_TYPES = ("one-pager", "issue", "advocacy", "options", "evidence", "research-summary", "note")
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
FAIL_ON = (*SEVERITIES, "never")
CITATION_SCOPES = ("sentence", "following", "paragraph")
REFERENCES = ("listed", "grouped")


class Config(Value):
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
    template_options: Mapping[str, bool | float | str] = EMPTY
    severity: Mapping[str, str] = EMPTY
    severity_in: Mapping[str, Mapping[str, str]] = EMPTY
    limits: Mapping[str, float] = EMPTY


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


class _Misfit(Exception):
    """A value does not fit its setting: what is wrong, and the keys within the setting that lead to it."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message)
        self.message, self.keys = message, keys


def make_config(table: Mapping[str, Any], path: str, text: str = "") -> Config:
    """A Config from the table of a file; every fault is told in one ConfigError, with its line in the `text` of it."""
    faults: list[tuple[tuple[str, ...], str]] = []
    values: dict[str, Any] = {}
    known = {f.name.replace("_", "-"): f.name for f in fields(Config)}
    for key, value in table.items():
        if key not in known:
            near = did_you_mean(key, known) if key != "tool" else "here they stand without [tool.briefkit]"
            faults.append(((key,), f"no setting '{key}'" + (f"; {near}" if near else "")))
            continue
        try:
            values[known[key]] = _setting(known[key], value)
        except _Misfit as misfit:
            keys = (key, *misfit.keys)
            faults.append((keys, f"'{'.'.join(keys)}' {misfit.message}"))
    if faults:
        lines = TomlLines(text)
        told = "; ".join(message + lines.told(*keys) for keys, message in faults)
        raise ConfigError(f"{path}: {told}", "the settings are listed in docs/configuration.md")
    return Config(**values)


def refuse_unknown_rules(config: Config, names: Mapping[str, str], path: str, text: str) -> None:
    """Raise ConfigError when a setting or option names a rule, code or family that does not exist.

    `names` maps the names of the rules to their codes. A misspelt name would switch the check off without a word.
    `path` and `text` are those of the settings: what does not stand there was said on the command line.
    """
    codes = tuple(names.values())
    by_path = [("severity-in", pattern, name) for pattern, table in config.severity_in.items() for name in table]
    listed = [(key, name) for key, found in (("select", config.select), ("ignore", config.ignore)) for name in found]
    for *keys, wanted in (*listed, *(("severity", name) for name in config.severity), *by_path):
        if wanted not in names and not any(code.startswith(wanted) for code in codes):
            hint = did_you_mean(wanted, (*names, *codes)) or "briefkit rule lists them"
            message = f"there is no rule '{wanted}'"
            if keys[0] in ("select", "ignore") and f'"{wanted}"' not in text and f"'{wanted}'" not in text:
                raise ConfigError(message, hint)
            raise ConfigError(f"{path}: {message}{TomlLines(text).told(*keys, wanted)}", hint)


def _setting(name: str, value: Any) -> Any:
    """The value as Config holds it; raises _Misfit."""
    kind = KINDS.get(name, str)
    if kind is tuple:
        items = (value,) if isinstance(value, str) else value
        if not (isinstance(items, list | tuple) and all(isinstance(i, str) and NUL not in i for i in items)):
            raise _Misfit("must be text or a list of texts")
        return tuple(items)
    if kind is float:
        return _share(value)
    if kind is bool:
        if not isinstance(value, bool):
            raise _Misfit("must be true or false")
        return value
    if kind is dict:
        return TABLES[name](value)
    if not isinstance(value, str) or NUL in value:
        raise _Misfit("must be text")
    if name in CHOICES and value not in CHOICES[name]:
        raise _Misfit(f"must be one of {', '.join(CHOICES[name])}")
    return value


def _severities(value: Any) -> dict[str, str]:
    """The same for a table of severities by codes."""
    choices = (*SEVERITIES, "off")
    if not isinstance(value, dict):
        raise _Misfit(f"must map codes to {', '.join(choices)}")
    for code, severity in value.items():
        if severity not in choices:
            raise _Misfit(f"must be one of {', '.join(choices)}", code)
    return dict(value)


def _severities_by_path(value: Any) -> dict[str, dict[str, str]]:
    """The same for the tables of severities by path."""
    if not isinstance(value, dict):
        raise _Misfit("must be a table of tables")
    made: dict[str, dict[str, str]] = {}
    for pattern, table in value.items():
        try:
            made[pattern] = _severities(table)
        except _Misfit as misfit:
            raise _Misfit(misfit.message, pattern, *misfit.keys) from misfit
    return made


def _share(value: Any) -> float:
    """The same for a share."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _Misfit("must be a number from 0 to 1")
    return float(value)


def _options(value: Any) -> dict[str, Any]:
    """The same for the options of the template, which says later what each of them holds."""
    if not isinstance(value, dict):
        raise _Misfit("must be a table of texts, numbers, true and false")
    for name, said in value.items():
        if not isinstance(said, bool | int | float | str):
            raise _Misfit("must be text, a number, true or false", name)
    return dict(value)


def _limits(value: Any) -> dict[str, float]:
    """The same for the table of limits."""
    if not isinstance(value, dict):
        raise _Misfit("must be a table")
    for name, number in value.items():
        if name not in LIMITS:
            near = did_you_mean(name, LIMITS)
            raise _Misfit("is no limit" + (f"; {near}" if near else f"; there are {', '.join(LIMITS)}"), name)
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number <= LONGEST:
            raise _Misfit(f"must be a number of seconds up to {LONGEST:,}", name)
    return {name: float(number) for name, number in value.items()}


TABLES: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "severity": _severities,
    "severity_in": _severities_by_path,
    "limits": _limits,
    "template_options": _options,
}
"""What makes the value of each setting that is a table."""
