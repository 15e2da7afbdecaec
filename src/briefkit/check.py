"""Runs the rules on a brief: brief, library and accounts in; findings out, with allowances and severities applied.

Severity is settled here and nowhere else: a rule's default, moved one step by what the rule says of the hit and by
where the claim stands, then what the user set for the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.config import SEVERITIES, Config, refuse_unknown_rules
from briefkit.evidence import waiving
from briefkit.model import Account, Allowance, Brief, Finding, Library, Place, Severity
from briefkit.parse.targets import read_markup
from briefkit.rules import (
    META,
    RULES,
    all_rules,
    allowance_without_reason,
    blanket_allowance,
    rule_name,
    unknown_rule_name,
    unused_allowance,
)
from briefkit.rules.base import Case, Hit, Rule
from briefkit.text import did_you_mean

RAISED_IN = ("summary", "key-messages", "bottom-line", "key-message", "recommendations", "recommendation")
RAISED = ("CLM101",)
"""The rules that are one step graver where many read and nothing else."""

GROUP = ("unsupported-claim", "unsupported-statistic", "unsupported-quotation")
"""What the allowance `unsupported-claim` covers."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that an allowance covers."""

    finding: Finding
    by: Allowance


def check_settings(config: Config) -> None:
    """Raise ConfigError when the settings name a rule that does not exist."""
    refuse_unknown_rules(config, {name: str(rule.CODE) for name, rule in all_rules().items()})


def check_brief(case: Case, config: Config) -> tuple[Finding, ...]:
    """All findings on one brief and its library, sorted by place and code."""
    found = [_stamp(rule, hit, case) for rule in RULES for hit in rule.check(case)]
    allowed = [Allowed(f, a) for f in found for a in case.brief.allowances if _covers(a, f)]
    kept = [f for f in found if all(f is not a.finding for a in allowed)]
    kept += _about_allowances(case, {id(a.by) for a in allowed})
    settled = [s for f in kept if (s := _configured(f, config)) is not None]
    return tuple(sorted(settled, key=lambda f: (f.place, f.code)))


def _stamp(rule: Rule, hit: Hit, case: Case) -> Finding:
    severity = _moved(rule.SEVERITY, hit.step + _raised(rule.CODE, hit, case))
    name = rule_name(rule)
    return Finding(hit.place, rule.CODE, name, severity, hit.message, hit.hint, hit.related, hit.subject)


def _moved(severity: Severity, steps: int) -> Severity:
    return Severity(min(max(severity + steps, Severity.INFO), Severity.ERROR))


def _raised(code: str, hit: Hit, case: Case) -> int:
    """One step up for a sure claim in a summary, a key message or a recommendation."""
    if code not in RAISED or hit.step < 0:
        return 0
    roles = (b.role for b in case.brief.blocks if b.place.holds(hit.place))
    return int(any(role in RAISED_IN for role in roles))


def _configured(finding: Finding, config: Config) -> Finding | None:
    """The finding as the user wants it, or None when it is switched off or not asked for."""
    chosen = config.severity.get(finding.code) or config.severity.get(finding.name)
    names = (finding.code, finding.name)
    if chosen == "off" or _listed(names, config.ignore) or (config.select and not _listed(names, config.select)):
        return None
    severity = SEVERITIES[chosen] if chosen else finding.severity
    return Finding(finding.place, *names, severity, finding.message, finding.hint, finding.related, finding.subject)


def _listed(names: tuple[str, str], patterns: Sequence[str]) -> bool:
    """Whether a code or its family (`CLM`), or a name, is in a list."""
    return any(names[0].startswith(p) or names[1] == p for p in patterns)


# --- allowances ------------------------------------------------------------------------------


def _names(allowance: Allowance) -> set[str]:
    """The names of the rules that an allowance covers; codes count as names."""
    by_code = {str(rule.CODE): name for name, rule in all_rules().items()}
    names = {by_code.get(name, name) for name in allowance.names}
    return names | set(GROUP) if "unsupported-claim" in names else names


def _covers(allowance: Allowance, finding: Finding) -> bool:
    return bool(allowance.reason) and finding.name in _names(allowance) and allowance.scope.holds(finding.place)


def _about_allowances(case: Case, used: set[int]) -> Iterator[Finding]:
    """What is wrong with the allowances themselves: CFG901 to CFG904."""
    names = all_rules()
    codes = {str(rule.CODE) for rule in names.values()}
    for allowance in case.brief.allowances:
        told = False
        if not allowance.names or "all" in allowance.names:
            hint = "write: briefkit: allow unsupported-claim: the reason"
            yield _about(
                blanket_allowance,
                allowance.place,
                "This comment allows nothing, because it names no rule to allow",
                hint,
            )
            continue
        if not allowance.reason:
            hint = f"write: allow {', '.join(allowance.names)}: the reason"
            yield _about(allowance_without_reason, allowance.place, "This allowance gives no reason", hint)
            told = True
        for name in allowance.names:
            if name not in names and name not in codes:
                hint = did_you_mean(name, names) or "briefkit rule lists the names"
                yield _about(unknown_rule_name, allowance.place, f"There is no rule '{name}'", hint)
                told = True
        if not told and id(allowance) not in used and not _waives(allowance, case.accounts):
            message = f"This allowance allows nothing: {', '.join(allowance.names)}"
            yield _about(unused_allowance, allowance.place, message, "delete it")
    yield from _about_marks(case.accounts)


def _about_marks(accounts: Sequence[Account]) -> Iterator[Finding]:
    """The same for `[...]{.waived reason="..."}`."""
    for account in accounts:
        for mark in account.sentence.marks:
            if mark.name == "waived" and not mark.reason:
                hint = 'write {.waived reason="..."}'
                yield _about(allowance_without_reason, mark.place, "This waiver gives no reason", hint)
            elif mark.name == "waived" and account.level == "none":
                yield _about(unused_allowance, mark.place, "This waiver waives nothing", "delete it")


def _waives(allowance: Allowance, accounts: Sequence[Account]) -> bool:
    """Whether a sentence is waived by this allowance."""
    return any(allowance in waiving([allowance], a.sentence, a.kind) for a in accounts if a.status == "waived")


def _about(rule: object, place: Place, message: str, hint: str) -> Finding:
    module = next(m for m in META if m is rule)
    return Finding(place, module.CODE, rule_name(module), module.SEVERITY, message, hint)


# --- one library for many briefs -------------------------------------------------------------


def split_findings(findings: Sequence[Finding], library: Library) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings on the brief, and apart those that stand in the library, which other briefs may share."""
    return (
        tuple(f for f in findings if f.place.path not in library.paths),
        tuple(f for f in findings if f.place.path in library.paths),
    )


def make_case(brief: Brief, library: Library, accounts: Sequence[Account]) -> Case:
    """What the rules may look at."""
    return Case(brief, library, tuple(accounts), brief.front.date, read_markup(brief))
