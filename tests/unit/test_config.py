"""A table of settings becomes a Config, or every fault of it is told at once."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from briefkit.config import Config, make_config, refuse_unknown_rules
from briefkit.errors import ConfigError


def refused(table: dict[str, Any]) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        make_config(table, "briefkit.toml")
    return caught.value


def test_an_empty_table_gives_the_defaults() -> None:
    assert make_config({}, "briefkit.toml") == Config()


def test_the_default_is_to_fail_on_errors() -> None:
    assert Config().fail_on == "error"


def test_a_setting_of_one_text_stands_for_a_list_of_one() -> None:
    assert make_config({"bibliography": "refs.bib"}, "x").bibliography == ("refs.bib",)


def test_a_list_becomes_a_tuple() -> None:
    assert make_config({"ignore": ["CLM101", "BIB"]}, "x").ignore == ("CLM101", "BIB")


def test_a_key_with_a_hyphen_sets_its_field() -> None:
    assert make_config({"fail-on": "never"}, "x").fail_on == "never"


def test_severities_are_taken_by_code() -> None:
    assert make_config({"severity": {"CLM101": "off"}}, "x").severity == {"CLM101": "off"}


def test_folders_are_text() -> None:
    config = make_config({"briefs": "notes", "output": "out"}, "x")
    assert (config.briefs, config.output) == ("notes", "out")


def test_an_unknown_key_is_refused_with_a_near_miss() -> None:
    assert refused({"bibliografy": "a"}).message == (
        "briefkit.toml: no setting 'bibliografy'; did you mean 'bibliography'?"
    )


def test_an_unknown_key_like_no_other_is_refused_all_the_same() -> None:
    assert refused({"zzz": "a"}).message == "briefkit.toml: no setting 'zzz'"


def test_a_field_name_with_an_underscore_is_no_key() -> None:
    assert "no setting 'fail_on'" in refused({"fail_on": "error"}).message


def test_all_faults_are_told_together() -> None:
    message = refused({"zzz": 1, "fail-on": "sometimes", "select": 3}).message
    assert [part in message for part in ("'zzz'", "'fail-on'", "'select'")] == [True, True, True]


@pytest.mark.parametrize("value", [3, True, {"a": "b"}, ["a", 3]])
def test_a_list_of_other_things_than_texts_is_refused(value: object) -> None:
    assert "'select' must be text or a list of texts" in refused({"select": value}).message


@pytest.mark.parametrize("value", [3, True, ["notes"], {}])
def test_a_text_must_be_text(value: object) -> None:
    assert "'briefs' must be text" in refused({"briefs": value}).message


def test_a_severity_of_another_name_is_refused_with_the_choices() -> None:
    assert "error, warning, info, off" in refused({"severity": {"CLM101": "fatal"}}).message


def test_severities_must_be_a_table() -> None:
    assert "'severity' must map codes" in refused({"severity": "off"}).message


def test_a_severity_that_is_a_list_is_refused() -> None:
    assert "'severity.CLM101' must be one of" in refused({"severity": {"CLM101": ["off"]}}).message


def at_fault(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        make_config(tomllib.loads(text), "briefkit.toml", text)
    return caught.value.message


def test_a_fault_is_told_with_its_key_and_its_line() -> None:
    text = 'ignore = ["CLM101"]\n\n[severity]\nCLM101 = "fatal"\n'
    assert at_fault(text) == "briefkit.toml: 'severity.CLM101' must be one of error, warning, info, off (line 4)"


def test_a_fault_of_a_table_by_path_is_told_with_its_line() -> None:
    text = '[severity-in."notes/*"]\nCLM101 = "off"\n[severity-in."old/*"]\nCLM101 = "fatal"\n'
    assert "'severity-in.old/*.CLM101' must be one of" in at_fault(text)
    assert at_fault(text).endswith("(line 4)")


def test_a_rule_that_is_not_there_is_told_with_file_and_line() -> None:
    text = '[tool.briefkit.severity]\nCLM101 = "off"\nCLM999 = "off"\n'
    config = make_config({"severity": {"CLM101": "off", "CLM999": "off"}}, "pyproject.toml", text)
    with pytest.raises(ConfigError) as caught:
        refuse_unknown_rules(config, {"unsupported-claim": "CLM101"}, "pyproject.toml", text)
    assert caught.value.message == "pyproject.toml: there is no rule 'CLM999' (line 3)"


def test_a_rule_that_is_not_there_on_the_command_line_is_told_without_file() -> None:
    with pytest.raises(ConfigError) as caught:
        refuse_unknown_rules(Config(select=("CLM999",)), {}, "briefkit.toml", "ignore = []\n")
    assert caught.value.message == "there is no rule 'CLM999'"


def test_fail_on_takes_only_its_choices() -> None:
    assert "must be one of error, warning, info, never" in refused({"fail-on": "sometimes"}).message


@pytest.mark.parametrize("scope", ["sentence", "following", "paragraph"])
def test_the_scope_of_citations_is_one_of_three(scope: str) -> None:
    assert make_config({"citation-scope": scope}, "x").citation_scope == scope


def test_citations_reach_no_farther_than_their_sentence_by_default() -> None:
    assert make_config({}, "x").citation_scope == "sentence"


@pytest.mark.parametrize("scope", ["section", "", 1, ["paragraph"]])
def test_another_scope_is_refused(scope: object) -> None:
    assert "'citation-scope' must be" in refused({"citation-scope": scope}).message


@pytest.mark.parametrize("share", [0, 0.25, 1])
def test_the_limit_of_self_citations_is_a_share(share: float) -> None:
    assert make_config({"self-citation-limit": share}, "x").self_citation_limit == share


@pytest.mark.parametrize("share", [-0.1, 50, True, "0.5", float("nan")])
def test_another_limit_of_self_citations_is_refused(share: object) -> None:
    assert "'self-citation-limit' must be a number from 0 to 1" in refused({"self-citation-limit": share}).message


def test_a_bad_configuration_exits_with_2() -> None:
    assert refused({"zzz": 1}).exit_code == 2


def test_a_bad_configuration_says_where_the_settings_are_listed() -> None:
    assert "docs/configuration.md" in refused({"zzz": 1}).hint


def test_no_setting_holds_a_nul() -> None:
    message = refused({"output": "a\0b", "bibliography": ["a\0.bib"]}).message
    assert "'output' must be text" in message
    assert "'bibliography' must be text or a list of texts" in message


@pytest.mark.parametrize("value", [True, False])
def test_whether_citations_are_links_is_true_or_false(value: bool) -> None:
    assert make_config({"link-citations": value}, "x").link_citations is value


@pytest.mark.parametrize("value", ["true", 1, None])
def test_anything_else_is_refused(value: object) -> None:
    assert refused({"link-citations": value}).message == "briefkit.toml: 'link-citations' must be true or false"
