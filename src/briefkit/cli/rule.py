"""`briefkit rule`: a code or a name in, the rule's explanation out."""

from __future__ import annotations

import click

from briefkit.cli.shared import put
from briefkit.errors import ConfigError
from briefkit.model import Severity
from briefkit.pipeline.explaining import explain_rule
from briefkit.rules import all_rules
from briefkit.rules.base import Rule
from briefkit.text import did_you_mean


@click.command("rule", short_help="Explain a rule, or list them all.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a rule: what it finds, why, an example, the cure. Without CODE, list all rules."""
    rules = all_rules()
    if code is None:
        put("".join(_line(name, rule) for name, rule in rules.items()).encode(), "-")
        return
    found = [(n, r) for n, r in rules.items() if code.casefold() in (n, str(r.CODE).casefold())]
    if not found:
        near = did_you_mean(code, [*rules, *(str(r.CODE) for r in rules.values())])
        raise ConfigError(f"there is no rule '{code}'", near or "briefkit rule lists them")
    name, rule = found[0]
    head = f"# {rule.CODE} {name} ({Severity(rule.SEVERITY).label})"
    put(f"{head}\n\n{explain_rule(rule)}\n".encode(), "-")


def _line(name: str, rule: Rule) -> str:
    first = (rule.__doc__ or "").split("\n")[0]
    return f"{rule.CODE}  {Severity(rule.SEVERITY).label:<8} {name:<24} {first}\n"
