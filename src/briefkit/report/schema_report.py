"""The name of what we read or write in, its JSON Schema (draft 2020-12) out, made from the tables that validate it.

A front matter is judged here as an editor sees it: where YAML makes a number or a date of a text, both are fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from briefkit import config
from briefkit.escapes import encode_json
from briefkit.model import STATUSES, Severity
from briefkit.parse import front_matter, head_values, licences
from briefkit.report.json_report import VERSION
from briefkit.templates import options, reading
from briefkit.values import fields

Schema = Mapping[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
WHOLE: Schema = {"type": "integer", "minimum": 0}
SWITCH: Schema = {"type": "boolean"}


def write_schema(kind: str, types: Sequence[str] = config.BRIEF_TYPES) -> bytes:
    """One of SCHEMAS, as JSON; `types` are those that a brief may be of."""
    schema = front_matter_schema(types) if kind == "front-matter" else SCHEMAS[kind]()
    return encode_json({"$schema": DRAFT, "$id": f"urn:briefkit:{kind}", **schema}, 2)


def _record(properties: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """A table of these keys and no others."""
    told = {"required": list(required)} if required else {}
    return {"type": "object", "properties": dict(properties), **told, "additionalProperties": False, **more}


def _table(values: Schema, keys: Schema | None = None, **more: Any) -> Schema:
    """A table of keys that are free."""
    return {"type": "object", **({"propertyNames": keys} if keys else {}), "additionalProperties": values, **more}


def _whole(pattern: str, such_as: str = "") -> Schema:
    """A text all of which is like a pattern; editors that know `patternErrorMessage` say what would be."""
    told = {"patternErrorMessage": f"Write it as {such_as}"} if such_as else {}
    return {"type": "string", "pattern": f"^(?:{pattern})$", **told}


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


# --- the front matter of a brief ---------------------------------------------------------------

SCALAR: Schema = {"type": ["string", "number", "boolean"]}
EMPTY: Schema = {"type": "null"}
ORCID = {"orcid": _whole(f"(?:{head_values.ORCID.pattern})?", "0000-0002-1825-0097")}
ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://" + head_values.ADDRESS.pattern.partition("://")[2]
NAMED = {"name": {**SCALAR, "minLength": 1}}
AUTHOR = _any_of(SCALAR, _record(dict.fromkeys(head_values.AUTHOR, SCALAR) | NAMED | ORCID, ("name",)))
READERS: Mapping[str, Schema] = {
    "version": {"enum": [head_values.VERSION, int(head_values.VERSION), None]},
    "text": SCALAR,
    "texts": _any_of(SCALAR, {"type": "array", "items": SCALAR}),
    "day": _whole(head_values.DATE.pattern, "2026-11-23"),
    "moment": _whole(head_values.MOMENT.pattern, "2026-12-01T06:00+01:00, or with Z for UTC"),
    "language": _whole(head_values.LANGUAGE.pattern, "en-GB, as BCP 47 has it"),
    "address": _whole(ADDRESS, "https://example.org/briefs/pumps"),
    "licence": _any_of(
        {"enum": list(licences.SUGGESTED)}, _whole(licences.FORMS, "CC BY 4.0, an SPDX identifier or a LicenseRef-")
    ),
    "authors": _any_of(AUTHOR, {"type": "array", "items": AUTHOR}),
    "series": _any_of(SCALAR, _record(dict.fromkeys(head_values.SERIES, SCALAR))),
    "options": _table(SCALAR),
}
"""What each reader of front matter takes, by its name in READS."""

ABOUT: Mapping[str, str] = {
    "briefkit": "The version of the front matter: 1.",
    "title": "What the brief is called; the one key that each brief needs.",
    "type": "What kind of brief it is.",
    "bottom-line": "The one sentence that a reader should keep; Markdown with citations.",
    "summary": "The brief in short; Markdown with citations.",
    "key-messages": "What a reader should keep; Markdown with citations.",
    "authors": "Names, or tables with name, affiliation, orcid and email.",
    "reviewers": "Who reviewed the brief: names, or tables with name, affiliation, orcid and email.",
    "date": "A day such as 2026-11-23.",
    "decision": "What is to be decided.",
    "decision-by": "The day by which it is to be decided, such as 2027-01-31.",
    "status": "How far the brief has come.",
    "embargo": "The day before which the brief is not public.",
    "embargo-until": "The moment before which the brief is not public, with its time zone: 2026-12-01T06:00+01:00.",
    "lang": "A language tag such as en-GB.",
    "bibliography": "The library, or several.",
    "csl": "A citation style by its name or file.",
    "url": "The address at which the brief stands on the web.",
    "funding": "Who paid for the brief: a statement in Markdown, or the names of those who did.",
    "conflicts": "What the authors have to declare; Markdown.",
    "licence": "The SPDX identifier of a licence, one such as CC BY 4.0, or a LicenseRef-.",
    "brand": "A _brand.yml or its folder.",
    "template": "A template by its name.",
    "template-options": "Options of the template.",
}


def front_matter_schema(types: Sequence[str] = config.BRIEF_TYPES) -> Schema:
    """What the front matter of a brief may hold; keys that start with `x-` are free."""
    keys = {key: _key(key, reader) for key, reader in front_matter.KEYS.items()}
    keys["type"] = {**keys["type"], "enum": [*types, None]}
    return {"title": "Front matter of a brief", **_record(keys, ("title",), patternProperties={"^x-": True})}


def _key(key: str, reader: object) -> Schema:
    about = {"description": ABOUT[key]} if key in ABOUT else {}
    if isinstance(reader, head_values.OneOf):
        switches = [value == "true" for value in reader.values if value in ("true", "false")]
        return {**about, "enum": [*reader.values, *switches, None]}
    return {**about, **_any_of(READERS[front_matter.READS[reader]], EMPTY)}


# --- the settings of a project -----------------------------------------------------------------

SEVERITIES = _table({"enum": [*config.SEVERITIES, "off"]})
SECONDS: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": config.LONGEST}
SETTINGS: Mapping[str, Schema] = {
    "limits": _record({name: {**SECONDS, "default": value} for name, value in config.LIMITS.items()}),
    "severity": SEVERITIES,
    "severity_in": _table(SEVERITIES),
    "template_options": _table(SCALAR),
}
"""The settings that are tables."""

KINDS: Mapping[type, Schema] = {
    tuple: _any_of(TEXT, TEXTS),
    float: {"type": "number", "minimum": 0, "maximum": 1},
    bool: SWITCH,
    str: TEXT,
    dict: {"type": "object"},
}


def config_schema() -> Schema:
    """What `briefkit.toml` may hold."""
    defaults = config.Config()
    names = [field.name for field in fields(config.Config)]
    keys = {name.replace("_", "-"): _setting(name, getattr(defaults, name)) for name in names}
    return {"title": "Settings of a project", **_record(keys)}


def _setting(name: str, default: Any) -> Schema:
    if name in SETTINGS:
        return SETTINGS[name]
    told = {"default": list(default) if isinstance(default, tuple) else default}
    if name in config.CHOICES:
        return {"enum": list(config.CHOICES[name]), **told}
    return {**KINDS[config.KINDS.get(name, str)], **told}


# --- a template --------------------------------------------------------------------------------

OPTION: Mapping[str, Schema] = {
    "kind": {"enum": list(options.KINDS)},
    "default": SCALAR,
    "about": TEXT,
    "choices": TEXTS,
    "least": {"type": "number"},
    "most": {"type": "number"},
}
DEFAULTS: Mapping[str, Schema] = {
    "switch": SCALAR,
    "number": {"type": ["number", "string"]},
    "text": TEXT,
    "choice": TEXT,
}
"""What the default of an option of each kind may be."""

TEMPLATE: Mapping[str, Schema] = {
    "title": TEXT,
    "about": TEXT,
    "extends": _whole(f"(?:{reading.NAME.pattern})?"),
    "formats": {"type": "array", "items": {"enum": list(reading.FORMATS)}},
    "defaults": {"type": "object"},
    "tokens": _table(TEXT),
    "labels": _table(_table(TEXT), _whole(reading.LANGUAGE.pattern)),
}


def template_schema() -> Schema:
    """What a `template.toml` may hold."""
    option = _record({key: OPTION.get(key, {}) for key in reading.OPTION_KEYS}, ("kind",), allOf=list(_by_kind()))
    more = {"options": _table(option, _whole(reading.NAME.pattern), maxProperties=reading.MOST_OPTIONS)}
    return {"title": "A template", **_record({key: {**TEMPLATE, **more}.get(key, {}) for key in reading.KEYS})}


def _by_kind() -> Iterable[Schema]:
    """What depends on the kind of an option."""
    for kind, default in DEFAULTS.items():
        then: dict[str, Any] = {"properties": {"default": default}}
        if kind == "choice":
            then = {"properties": {"default": default, "choices": {"minItems": 1}}, "required": ["choices"]}
        yield {"if": {"properties": {"kind": {"const": kind}}}, "then": then}


# --- the report of a check ---------------------------------------------------------------------

SPOT = dict.fromkeys(("line", "column", "end_line", "end_column"), WHOLE)
PLACE = {"path": TEXT, **SPOT}


def report_schema() -> Schema:
    """What `briefkit check --format json` and `briefkit library check --format json` write."""
    keys: dict[str, Schema] = {
        "version": {"const": VERSION},
        "tool": {"const": "briefkit"},
        "counts": _counts(),
        "briefs": _list(_brief()),
        "library": _list(_finding()),
        "unreadable": _list(_all({**PLACE, "message": TEXT, "hint": TEXT})),
    }
    checked = {"checked": _all({"paths": TEXTS, "entries": WHOLE})}
    return {"title": "Report of a check", **_record({**keys, **checked}, keys)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _all(keys: Mapping[str, Schema]) -> Schema:
    """A table of these keys, all of which are there."""
    return _record(keys, keys)


def _counts() -> Schema:
    numbers = ("sentences", "claims", "sourced", "by_scope", "errors", "warnings", "infos")
    return _all({**dict.fromkeys(numbers, WHOLE), "statuses": _record(dict.fromkeys(STATUSES, WHOLE))})


def _brief() -> Schema:
    told = {"path": TEXT, "title": TEXT, "counts": _counts()}
    return _all({**told, "findings": _list(_finding()), "covered": _list(_covered())})


def _covered() -> Schema:
    by = _list(_all({"key": TEXT, "line": WHOLE, "column": WHOLE}))
    return _all({**SPOT, "status": {"enum": list(STATUSES)}, "scope": TEXT, "covered_by": by})


def _finding() -> Schema:
    edit = _all({**PLACE, "what": {"enum": ["text", "value", "field", "braces"]}, "text": TEXT})
    keys = {
        **PLACE,
        "code": _whole("[A-Z]{3}[0-9]{3}"),
        "name": TEXT,
        "severity": {"enum": [severity.label for severity in Severity]},
        "message": TEXT,
        "hint": TEXT,
        "related": _list(_all({**PLACE, "message": TEXT})),
        "fix": _any_of({"type": "null"}, _all({"safe": SWITCH, "edits": _list(edit)})),
        "fingerprint": TEXT,
    }
    return _record({**keys, "standing": {"enum": ["known", "new"]}}, keys)


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "front-matter": front_matter_schema,
    "config": config_schema,
    "report": report_schema,
    "template": template_schema,
}
"""What there are schemas of."""
