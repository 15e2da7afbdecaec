"""What an author allows, with a reason: which findings it covers, and what is wrong with it (CFG901 to CFG904)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import ModuleType

from briefkit.claims import CLAIM_NAMES
from briefkit.evidence import Waiving
from briefkit.lookup import Holding
from briefkit.model import Account, Allowance, Allowed, Block, Finding, Mark, Place
from briefkit.near_misses import NearMisses
from briefkit.rules import (
    all_rules,
    allowance_without_reason,
    blanket_allowance,
    rule_name,
    unknown_rule_name,
    unused_allowance,
)
from briefkit.rules.base import Case

UNSUPPORTED = ("unsupported-claim", *CLAIM_NAMES.values())
GROUP = (*UNSUPPORTED, "unsourced-figure-or-table")
"""What the allowance `unsupported-claim` covers."""


def find_allowed(found: Iterable[Finding], allowances: Iterable[Allowance]) -> Iterator[Allowed]:
    """The findings that an allowance with a reason covers, each with every such allowance."""
    by_code = {str(rule.CODE): name for name, rule in all_rules().items()}
    reasoned = [a for a in allowances if a.reason]
    names = [_names(a, by_code) for a in reasoned]
    holding = Holding(a.scope for a in reasoned)
    for finding in found:
        yield from (Allowed(finding, reasoned[n]) for n in holding(finding.place) if finding.name in names[n])


def _names(allowance: Allowance, by_code: Mapping[str, str]) -> set[str]:
    """The names of the rules that an allowance covers; codes count as names."""
    names = {by_code.get(name, name) for name in allowance.names}
    return names | set(GROUP) if "unsupported-claim" in names else names


def find_faults(case: Case, used: set[int]) -> Iterator[Finding]:
    """What is wrong with the allowances themselves, CFG901 to CFG904; `used` are those that allow a finding."""
    rules = all_rules()
    known, near = {*rules, *(str(rule.CODE) for rule in rules.values())}, NearMisses(rules)
    waiving = Waiving(case.brief.allowances)
    waived = (a for a in case.accounts if a.status == "waived")
    needed = used | {id(by) for account in waived for by in waiving(account.sentence, account.kind)}
    for allowance in case.brief.allowances:
        faults = tuple(_about_words(allowance, known, near))
        yield from faults
        if not faults and id(allowance) not in needed:
            message = f"This allowance allows nothing: {', '.join(allowance.names)}"
            yield _about(unused_allowance, allowance.place, message, "delete it")
    yield from _about_marks(case.accounts, case.brief.blocks)


def _about_words(allowance: Allowance, known: Set[str], near: NearMisses) -> Iterator[Finding]:
    """What is wrong with how an allowance is written: it names no rule, or none that there is, or gives no reason."""
    if not allowance.names or "all" in allowance.names:
        message = "This comment allows nothing, because it names no rule to allow"
        hint = "write: briefkit: allow unsupported-claim: the reason"
        yield _about(blanket_allowance, allowance.place, message, hint)
        return
    meant = _with_colon(allowance, known)
    if not allowance.reason:
        message = "This allowance has no colon before its reason" if meant else "This allowance gives no reason"
        hint = meant or f"write: allow {', '.join(allowance.names)}: the reason"
        yield _about(allowance_without_reason, allowance.place, message, hint)
    for name in allowance.names:
        if name not in known and not (meant and not allowance.reason):
            hint = meant or near.did_you_mean(name) or "briefkit rule lists the names"
            yield _about(unknown_rule_name, allowance.place, f"There is no rule '{name}'", hint)


def _with_colon(allowance: Allowance, known: Set[str]) -> str:
    """What to write where words stand behind the last name: they are the reason, or names of rules too."""
    *others, last = allowance.names or ("",)
    words = last.split()
    if len(words) < 2 or words[0] not in known or not known >= set(others):
        return ""
    more = known >= set(words)
    names = ", ".join((*others, *(words if more else words[:1])))
    said = "" if more else " ".join(words[1:])
    return f"write: allow {names}: {': '.join(filter(None, (said, allowance.reason))) or 'the reason'}"


def _about_marks(accounts: Sequence[Account], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The same for `[...]{.waived reason="..."}`; over a caption it waives the source of the figure or table.

    A waiver of several sentences is told of once, at the first of them; it waives something where it does so in one.
    """
    waivers: dict[tuple[int, Place | None], tuple[Mark, bool]] = {}
    for account in accounts:
        for mark in (mark for mark in account.sentence.marks if mark.name == "waived"):
            waives = account.level != "none" or bool(blocks[account.sentence.block].exhibit)
            known = mark.serial, None if mark.serial else mark.place
            first, before = waivers.get(known, (mark, False))
            waivers[known] = first, before or waives
    for mark, waives in waivers.values():
        if not mark.reason:
            hint = 'write {.waived reason="..."}'
            yield _about(allowance_without_reason, mark.place, "This waiver gives no reason", hint)
        elif not waives:
            yield _about(unused_allowance, mark.place, "This waiver waives nothing", "delete it")


def _about(rule: ModuleType, place: Place, message: str, hint: str) -> Finding:
    return Finding(place, rule.CODE, rule_name(rule), rule.SEVERITY, message, hint)
