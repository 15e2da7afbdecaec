"""`briefkit rule`: a code or a name in, the rule's explanation out."""

from __future__ import annotations

import inspect

import click

from briefkit.errors import ConfigError
from briefkit.model import Severity
from briefkit.rules import all_rules
from briefkit.text import did_you_mean


@click.command("rule", short_help="Explain a rule, or list them all.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a rule: what it finds, why, an example, the cure. Without CODE, list all rules."""
    rules = all_rules()
    if code is None:
        for name, rule in rules.items():
            first = (rule.__doc__ or "").split("\n")[0]
            click.echo(f"{rule.CODE}  {Severity(rule.SEVERITY).label:<8} {name:<24} {first}")
        return
    found = [(n, r) for n, r in rules.items() if code.casefold() in (n, str(r.CODE).casefold())]
    if not found:
        near = did_you_mean(code, [*rules, *(str(r.CODE) for r in rules.values())])
        raise ConfigError(f"there is no rule '{code}'", near or "briefkit rule lists them")
    name, rule = found[0]
    click.echo(f"# {rule.CODE} {name} ({Severity(rule.SEVERITY).label})\n\n{inspect.cleandoc(rule.__doc__ or '')}")
