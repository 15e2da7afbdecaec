"""The JSON Schemas have the keys of the tables that validate, take what these take, and refuse what they refuse."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from briefkit import config, packaged
from briefkit.errors import ConfigError, TemplateError
from briefkit.parse.front_matter import KEYS, READS, read_head
from briefkit.parse.head_values import OneOf
from briefkit.parse.licences import SUGGESTED
from briefkit.pipeline.starting import SCHEMAS as FOR_EDITORS
from briefkit.report.schema_report import ABOUT, OPTION, SCHEMAS, SETTINGS, TEMPLATE, write_schema
from briefkit.starters.making import Wish, make_brief
from briefkit.templates import reading
from briefkit.templates.options import KINDS
from briefkit.values import fields

FITTING_HEADS = (
    "title: T",
    "title: 2024",
    "title: T\nsubtitle:",
    "title: T\nauthors: [{name: Office, affiliation: House}, Team]\nseries: {name: Brief, number: 14}",
    "title: T\nauthors: {name: Office}\nseries: Brief\nkeywords: one",
    "title: T\nlink-citations: false\nreferences: grouped\ntype: issue\nstatus: in-review",
    "title: T\nlang: pt-BR\nx-own: [1, {a: b}]\ntemplate-options: {cover: true, size: 10}",
    'title: T\ndate: "2026-11-23"',
    "briefkit: 1\ntitle: T",
    'briefkit: "1"\ntitle: T\nfunding: [Fund, City]\nconflicts: None.',
    "title: T\nfunding: None.\nreviewers: [Panel, {name: Unit, orcid: 0000-0002-1694-233X}]",
    "title: T\nauthors: {name: Office, orcid: https://orcid.org/0000-0002-1825-0097}",
    *(f"title: T\nlicence: {licence}" for licence in SUGGESTED),
    "title: T\nlicence: cc by-nc-sa 3.0 igo",
    "title: T\nlicence: LicenseRef-House",
    'title: T\ndecision-by: "2027-01-31"\nurl: https://example.org/briefs/1',
    'title: T\nstatus: embargoed\nembargo-until: "2026-12-01T06:00+01:00"',
    'title: T\nembargo-until: "2026-12-01T06:00Z"',
    "title: T\nlang: zh-Hant-TW",
)
UNFIT_HEADS = (
    "title: [T]",
    "title: T\ntitel: U",
    "title: T\ntype: letter",
    "title: T\nauthors: [{affiliation: House}]",
    "title: T\nauthors: {name: Office, mail: x}",
    "title: T\nlang: en_GB",
    'title: T\ndate: "23 November"',
    "title: T\nlink-citations: maybe",
    "title: T\nkey-messages: {a: b}",
    "subtitle: S",
    "briefkit: 2\ntitle: T",
    "title: T\nfunding: {by: Fund}",
    "title: T\nconflicts: [None]",
    "title: T\nlicence: CC BY",
    "title: T\nlicence: CC BY 4.0 DE",
    "title: T\nlicence: proprietary",
    "title: T\nauthors: {name: Office, orcid: 0000-0002}",
    "title: T\nreviewers: [{orcid: 0000-0002-1825-0097}]",
    'title: T\ndecision-by: "soon"',
    'title: T\nembargo-until: "2026-12-01T06:00"',
    'title: T\nembargo-until: "2026-12-01"',
    "title: T\nurl: example.org",
    "title: T\nurl: javascript:alert(1)",
    "title: T\nurl: https://example.org/#a",
    "title: T\nlang: English",
    "title: T\nlang: en-UK",
)
FITTING_SETTINGS = (
    "",
    'bibliography = "a.bib"\nfail-on = "never"\nself-citation-limit = 1',
    'select = ["CLM"]\n[severity]\nBIB = "off"\n[severity-in."drafts/*"]\nCLM = "info"',
    "link-citations = false\n[limits]\npandoc-seconds = 60\n[template-options]\ncover = true",
)
UNFIT_SETTINGS = (
    "nothing = 1",
    "briefs = 1",
    "bibliography = [1]",
    'fail-on = "often"',
    "self-citation-limit = 2",
    "self-citation-limit = true",
    'link-citations = "yes"',
    '[severity]\nBIB = "low"',
    "[limits]\npandoc-seconds = 0",
    "[limits]\npandoc-minutes = 1",
    "[template-options]\ncover = []",
)
FITTING_TEMPLATES = (
    "",
    'title = "House"\nextends = "policy-brief"\nformats = ["pdf"]\n[defaults]\ncover = true\n[tokens]\naccent = "link"',
    '[options.size]\nkind = "number"\nleast = 8\nmost = 12\ndefault = 10\n[labels.en]\nsummary = "In short"',
    '[options.side]\nkind = "choice"\nchoices = ["left", "right"]',
)
UNFIT_TEMPLATES = (
    "name = 1",
    "title = 1",
    'extends = "Policy Brief"',
    'formats = ["odt"]',
    "[options.size]\nleast = 8",
    '[options.size]\nkind = "colour"',
    '[options.Size]\nkind = "text"',
    '[options.side]\nkind = "choice"',
    '[options.side]\nkind = "switch"\nwords = "x"',
    '[options.side]\nkind = "text"\ndefault = true',
    "[labels.en]\nsummary = 1",
    '[labels.english]\nsummary = "x"',
)


def validator(kind: str) -> Any:
    return jsonschema.Draft202012Validator(json.loads(write_schema(kind)))


def is_fit(kind: str, value: object) -> bool:
    return bool(validator(kind).is_valid(value))


@pytest.mark.parametrize("kind", list(SCHEMAS))
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(write_schema(kind)))


def test_the_front_matter_has_the_keys_that_are_read() -> None:
    assert list(json.loads(write_schema("front-matter"))["properties"]) == list(KEYS)
    assert set(ABOUT) <= set(KEYS)


def test_what_each_reader_takes_is_known() -> None:
    assert all(isinstance(reader, OneOf) or reader in READS for reader in KEYS.values())


def test_the_settings_are_those_of_config() -> None:
    names = [field.name for field in fields(config.Config)]
    assert list(json.loads(write_schema("config"))["properties"]) == [name.replace("_", "-") for name in names]
    assert set(SETTINGS) == {name for name, kind in config.KINDS.items() if kind is dict}


def test_a_template_has_the_keys_that_are_read() -> None:
    table = json.loads(write_schema("template"))
    assert list(table["properties"]) == list(reading.KEYS)
    assert {*TEMPLATE, "options"} == set(reading.KEYS)
    assert set(OPTION) == set(reading.OPTION_KEYS)
    assert table["properties"]["options"]["additionalProperties"]["properties"]["kind"]["enum"] == list(KINDS)


@pytest.mark.parametrize("head", FITTING_HEADS)
def test_a_head_that_is_read_fits(head: str) -> None:
    assert not read_head(f"---\n{head}\n---\n", "a.md").problems
    assert is_fit("front-matter", yaml.safe_load(head))


@pytest.mark.parametrize("head", UNFIT_HEADS)
def test_a_head_that_is_refused_does_not_fit(head: str) -> None:
    assert read_head(f"---\n{head}\n---\n", "a.md").problems
    assert not is_fit("front-matter", yaml.safe_load(head))


@pytest.mark.parametrize("text", FITTING_SETTINGS)
def test_settings_that_are_read_fit(text: str) -> None:
    config.make_config(tomllib.loads(text), "briefkit.toml")
    assert is_fit("config", tomllib.loads(text))


@pytest.mark.parametrize("text", UNFIT_SETTINGS)
def test_settings_that_are_refused_do_not_fit(text: str) -> None:
    with pytest.raises(ConfigError):
        config.make_config(tomllib.loads(text), "briefkit.toml")
    assert not is_fit("config", tomllib.loads(text))


@pytest.mark.parametrize(
    "text", [*FITTING_TEMPLATES, *(t["template.toml"] for t in packaged.built_in_templates().values())]
)
def test_a_template_that_is_read_fits(text: str) -> None:
    reading.read_template("house", text, "template.toml")
    assert is_fit("template", tomllib.loads(text))


@pytest.mark.parametrize("text", UNFIT_TEMPLATES)
def test_a_template_that_is_refused_does_not_fit(text: str) -> None:
    with pytest.raises(TemplateError):
        reading.read_template("house", text, "template.toml")
    assert not is_fit("template", tomllib.loads(text))


@pytest.mark.parametrize("name", list(packaged.starters()))
def test_the_head_of_a_new_brief_fits(name: str) -> None:
    text = make_brief(Wish("issue", name[:2], "2026-11-29", "memo"), packaged.starters()[name])
    head = {**yaml.safe_load(text.split("---\n")[1]), "date": "2026-11-29"}  # this reader makes a day of it
    validator("front-matter").validate(head)


def test_what_a_new_project_has_for_editors_there_is() -> None:
    assert set(FOR_EDITORS) <= set(SCHEMAS)
