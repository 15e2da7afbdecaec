"""SARIF 2.1.0 as far as briefkit writes it, as a JSON schema of our own: written from the text of the OASIS standard.

Everywhere a property that is not listed is a mistake, so that a misspelt one is found. Section numbers are those of the
standard. `assert_sound` asks besides what a schema cannot: what the standard requires of values together, and what
GitHub asks of files that it is to show.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema  # type: ignore[import-untyped]

Schema = dict[str, Any]


def thing(required: str, **properties: Schema) -> Schema:
    """An object with these properties and no others."""
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


def ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def some(item: Schema, *, unique: bool = False, least: int = 0) -> Schema:
    return {"type": "array", "items": item, "uniqueItems": unique, "minItems": least}


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 1}
INDEX: Schema = {"type": "integer", "minimum": -1}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
BAG: Schema = {"type": "object", "properties": {"tags": some(TEXT, unique=True)}}

DEFINITIONS: dict[str, Schema] = {
    "message": thing("text", text=TEXT, markdown=TEXT),  # 3.11
    "multiformat": thing("text", text=TEXT, markdown=TEXT),  # 3.12
    "artifactLocation": thing(  # 3.4
        "", uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT, index=INDEX, description=ref("message")
    ),
    "region": thing(  # 3.30
        "startLine",
        startLine=NUMBER,
        startColumn=NUMBER,
        endLine=NUMBER,
        endColumn=NUMBER,
        snippet=thing("", text=TEXT),
    ),
    "physicalLocation": thing("artifactLocation", artifactLocation=ref("artifactLocation"), region=ref("region")),
    "location": thing(  # 3.28
        "", id={"type": "integer", "minimum": 0}, physicalLocation=ref("physicalLocation"), message=ref("message")
    ),
    "rule": thing(  # 3.49
        "id",
        id=TEXT,
        name=TEXT,
        shortDescription=ref("multiformat"),
        fullDescription=ref("multiformat"),
        help=ref("multiformat"),
        defaultConfiguration=thing("", level=LEVEL),
        properties=BAG,
    ),
    "suppression": thing(  # 3.35
        "kind", kind={"enum": ["inSource", "external"]}, justification=TEXT, location=ref("location")
    ),
    "replacement": thing("deletedRegion", deletedRegion=ref("region"), insertedContent=thing("", text=TEXT)),
    "change": thing(
        "artifactLocation replacements",
        artifactLocation=ref("artifactLocation"),
        replacements=some(ref("replacement"), least=1),
    ),
    "fix": thing(  # 3.55
        "artifactChanges", description=ref("message"), artifactChanges=some(ref("change"), unique=True, least=1)
    ),
    "result": thing(  # 3.27
        "message",
        ruleId=TEXT,
        ruleIndex=INDEX,
        level=LEVEL,
        message=ref("message"),
        locations=some(ref("location")),
        partialFingerprints={"type": "object", "additionalProperties": TEXT},
        relatedLocations=some(ref("location"), unique=True),
        suppressions=some(ref("suppression"), unique=True),
        baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
        fixes=some(ref("fix"), unique=True),
    ),
    "notification": thing("message", level=LEVEL, message=ref("message"), locations=some(ref("location"), unique=True)),
    "invocation": thing(  # 3.20
        "executionSuccessful",
        executionSuccessful={"type": "boolean"},
        toolExecutionNotifications=some(ref("notification")),
    ),
    "artifact": thing("", location=ref("artifactLocation"), mimeType={"type": "string", "pattern": "^[^/]+/.+$"}),
    "driver": thing("name", name=TEXT, version=TEXT, rules=some(ref("rule"), unique=True)),  # 3.19
    "run": thing(  # 3.14
        "tool",
        tool=thing("driver", driver=ref("driver")),
        columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        originalUriBaseIds={"type": "object", "additionalProperties": ref("artifactLocation")},
        invocations=some(ref("invocation")),
        artifacts=some(ref("artifact"), unique=True),
        results=some(ref("result")),
        defaultEncoding=TEXT,
    ),
}

SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "definitions": DEFINITIONS,
    **thing(
        "version runs",
        **{"$schema": {"type": "string", "format": "uri"}},
        version={"const": "2.1.0"},
        runs=some(ref("run")),
    ),
}


MOST = 200
"""How many results and files are held against the schema, which takes its time; they are all made by the same lines."""


def read_sarif(data: bytes) -> dict[str, Any]:
    """The one run of a file that is sound."""
    log = json.loads(data)
    (run,) = log["runs"]
    assert_sound(run)
    run = {**run, "artifacts": run["artifacts"][:MOST], "results": run["results"][:MOST]}
    jsonschema.Draft7Validator(SCHEMA).validate({**log, "runs": [run]})
    (run,) = log["runs"]
    read: dict[str, Any] = run
    return read


def assert_sound(run: dict[str, Any]) -> None:
    rules, results, artifacts = run["tool"]["driver"]["rules"], run["results"], run["artifacts"]
    assert len({artifact["location"]["uri"] for artifact in artifacts}) == len(artifacts)  # 3.14.15
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in results:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.6
        assert result["locations"], "GitHub shows no result without a place"
        assert result["partialFingerprints"]["primaryLocationLineHash"]  # what GitHub compares
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            assert_place(location["physicalLocation"], artifacts, run["originalUriBaseIds"])
    for key in ("suppressions", "baselineState"):  # 3.27.23: all results or none
        assert len({key in result for result in results}) <= 1


def assert_place(place: dict[str, Any], artifacts: list[dict[str, Any]], bases: dict[str, Any]) -> None:
    where, region = place["artifactLocation"], place["region"]
    address = urlsplit(where["uri"])
    assert address.scheme in ("", "file")
    assert ("uriBaseId" in where) == (not address.scheme)
    assert where.get("uriBaseId", "%SRCROOT%") in bases
    assert where["uri"].isascii()
    assert not set(where["uri"]) & set(' \\"<>^`{|}\n')  # RFC 3986
    unquote(where["uri"])
    assert artifacts[where["index"]]["location"]["uri"] == where["uri"]
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
