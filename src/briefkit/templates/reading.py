"""A `template.toml` in, a TemplateFile out; TemplateError with the line and the cure for one that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.errors import TemplateError
from briefkit.model import EMPTY
from briefkit.near_misses import did_you_mean
from briefkit.patterns import regex
from briefkit.strict_toml import parse_toml
from briefkit.templates.options import KINDS, Option, OptionValue, Unfit
from briefkit.values import Value

FILE = "template.toml"
FORMATS = ("pdf", "docx", "html")
NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = regex(r"[a-z]{2,3}")
KEYS = ("title", "about", "extends", "formats", "defaults", "options", "labels", "tokens")
OPTION_KEYS = ("kind", "default", "about", "choices", "least", "most")
MOST_OPTIONS = 100
HINT = "docs/templates.md says what a template.toml may hold"


class TemplateFile(Value):
    """What a `template.toml` says: what the template is called and extends, the options that it adds, its values for
    those of the template that it extends, the colours that it sets, and its words by language.
    """

    name: str
    title: str = ""
    about: str = ""
    extends: str = ""
    formats: tuple[str, ...] = ()
    options: Mapping[str, Option] = EMPTY
    defaults: Mapping[str, object] = EMPTY
    tokens: Mapping[str, str] = EMPTY
    labels: Mapping[str, Mapping[str, str]] = EMPTY


class _Fault(Exception):
    """What is wrong, and the key where it is."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def read_template(name: str, text: str, path: str) -> TemplateFile:
    """The template that a folder of this name holds; `path` is how its file is named in messages."""
    try:
        table = parse_toml(text)
    except ValueError as error:
        raise TemplateError(f"{path} is no TOML: {error}", HINT) from error
    try:
        return _read(name, table)
    except _Fault as fault:
        line = _line_of(text, fault.key)
        raise TemplateError(f"{path}, line {line}: {fault}", HINT, line) from fault


def _read(name: str, table: Mapping[str, Any]) -> TemplateFile:
    _refuse_others(table, KEYS, "a template.toml")
    formats = _texts(table, "formats")
    for wanted in formats:
        if wanted not in FORMATS:
            raise _Fault("formats", f"there is no format '{wanted}'; there are {', '.join(FORMATS)}")
    extends = _text(table, "extends")
    if extends and not NAME.fullmatch(extends):
        raise _Fault("extends", f"'{extends}' is no name of a template: small letters, digits and hyphens")
    return TemplateFile(
        name=name,
        title=_text(table, "title") or name,
        about=_text(table, "about"),
        extends=extends,
        formats=formats,
        options=dict(_options(_table(table, "options"))),
        defaults=_table(table, "defaults"),
        tokens={name: _text(_table(table, "tokens"), name) for name in _table(table, "tokens")},
        labels=dict(_labels(_table(table, "labels"))),
    )


def _options(table: Mapping[str, Any]) -> Iterator[tuple[str, Option]]:
    if len(table) > MOST_OPTIONS:
        raise _Fault("options", f"there are more than {MOST_OPTIONS} options")
    for name, said in table.items():
        if not NAME.fullmatch(name):
            raise _Fault(name, f"'{name}' is no name of an option: small letters, digits and hyphens")
        if not isinstance(said, dict):
            raise _Fault(name, f"the option {name} must be a table with {', '.join(OPTION_KEYS)}")
        _refuse_others(said, OPTION_KEYS, f"the option {name}")
        yield name, _option(name, said)


def _option(name: str, said: Mapping[str, Any]) -> Option:
    kind = _text(said, "kind")
    if kind not in KINDS:
        raise _Fault(name, f"the option {name} must have a kind: {', '.join(KINDS)}")
    choices = _texts(said, "choices")
    if kind == "choice" and not choices:
        raise _Fault(name, f"the option {name} needs its choices")
    bounds = {key: said[key] for key in ("least", "most") if key in said}
    for key, bound in bounds.items():
        if isinstance(bound, bool) or not isinstance(bound, int | float):
            raise _Fault(key, f"'{key}' of the option {name} must be a number")
    option = Option(name, kind, KINDS[kind], _text(said, "about"), choices, **bounds)
    value = said.get("default", choices[0] if choices else max(option.least, 0.0) if kind == "number" else KINDS[kind])
    return Option(name, kind, _fitting(option, value), option.about, choices, option.least, option.most)


def _fitting(option: Option, value: object) -> OptionValue:
    try:
        return option.fit(value)
    except Unfit as fault:
        raise _Fault(option.name, f"the default of the option {option.name} {fault}") from fault


def _labels(table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for language, words in table.items():
        if not LANGUAGE.fullmatch(language):
            raise _Fault(language, f"'{language}' is no language such as en or fr")
        if not (isinstance(words, dict) and all(isinstance(word, str) for word in words.values())):
            raise _Fault(language, f"the labels of {language} must be texts by their names")
        yield language, words


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _Fault(key, f"'{key}' must be text")
    return value.strip()


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        raise _Fault(key, f"'{key}' must be a list of texts")
    return tuple(value)


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise _Fault(key, f"'{key}' must be a table")
    return value


def _refuse_others(table: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for key in table:
        if key not in known:
            near = did_you_mean(key, known)
            raise _Fault(key, f"{what} has no '{key}'" + (f"; {near}" if near else f"; it has {', '.join(known)}"))


def _line_of(text: str, key: str) -> int:
    """The line where a key of the file stands, as a key or as a table; the first if it stands nowhere by itself."""
    pattern = regex(rf"""^\s*(?:\[[^\]]*\b)?["']?{re.escape(key)}["']?\s*(?:=|\])""")
    return next((number for number, line in enumerate(text.split("\n"), 1) if pattern.match(line)), 1)
