"""`briefkit rule`: a code or a name in, the rule's explanation out."""

from __future__ import annotations

from collections.abc import Mapping

import click

from briefkit.cli.completing import a_rule
from briefkit.cli.shared import put, width_option
from briefkit.errors import ConfigError
from briefkit.model import Severity
from briefkit.near_misses import did_you_mean
from briefkit.pipeline.explaining import explain_rule
from briefkit.report.rule_report import Listed, write_explanation, write_rules
from briefkit.rules import all_rules
from briefkit.rules.base import Rule

SHORTEST, MOST_NAMED = 3, 4
"""How long a word is that is looked for in the names of rules, and how many of those are offered."""


@click.command("rule", short_help="Explain a rule, or list them all.")
@click.argument("code", required=False, shell_complete=a_rule)
@width_option
def command(code: str | None, width: int) -> None:
    """Explain a rule: what it finds, why, an example, the cure. Without CODE, list all rules."""
    rules = all_rules()
    if code is None:
        put(write_rules((_listed(name, rule) for name, rule in rules.items()), width), "-")
        return
    found = [(n, r) for n, r in rules.items() if code.casefold() in (n, str(r.CODE).casefold())]
    if not found:
        raise ConfigError(f"there is no rule '{code}'", _near(code, rules) or "briefkit rule lists them")
    name, rule = found[0]
    head = f"# {rule.CODE} {name} ({Severity(rule.SEVERITY).label})"
    put(write_explanation(f"{head}\n\n{explain_rule(rule)}", width), "-")


def _near(code: str, rules: Mapping[str, Rule]) -> str:
    """The rule that may be meant: the one that is written most like this, else those whose names hold the word."""
    near = did_you_mean(code, [*rules, *(str(r.CODE) for r in rules.values())])
    holding = [name for name in rules if code.casefold() in name] if len(code) >= SHORTEST else []
    return near or (f"did you mean {' or '.join(map(repr, holding[:MOST_NAMED]))}?" if holding else "")


def _listed(name: str, rule: Rule) -> Listed:
    return Listed(str(rule.CODE), Severity(rule.SEVERITY).label, name, (rule.__doc__ or "").split("\n")[0])
