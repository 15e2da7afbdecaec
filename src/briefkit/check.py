"""Runs the rules on a brief: brief, library and accounts in; findings out, with allowances and severities applied.

Severity is settled here and nowhere else: a rule's default, moved one step by what the rule says of the hit and by
where the claim stands, then what the user set for the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from fnmatch import fnmatchcase
from functools import cache

from briefkit.brief_types import NOTE, BriefType
from briefkit.claims import CLAIM_NAMES
from briefkit.config import SEVERITIES, Config, refuse_unknown_rules
from briefkit.errors import ConfigError
from briefkit.evidence import Waiving
from briefkit.evidence.stated import ADVISING, SUMMING_UP
from briefkit.library import resolve
from briefkit.library.key_pattern import fault_of_pattern
from briefkit.library.links import LINKS
from briefkit.library.retraction_list import Retraction
from briefkit.lookup import Holding
from briefkit.model import (
    EMPTY,
    Account,
    Allowance,
    Allowed,
    Block,
    Brief,
    Finding,
    FrontMatter,
    Library,
    Mark,
    Place,
    Progress,
    Severity,
    Source,
    be_quiet,
)
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
from briefkit.rules.base import Case, Hit, Rule, cited
from briefkit.text import NearMisses, TomlLines
from briefkit.values import replace

RAISED_IN = (*SUMMING_UP, *ADVISING)
RAISED = ("CLM101", "CLM104", "CLM105", "CLM106")
"""The rules that are one step graver where many read and nothing else."""

UNSUPPORTED = ("unsupported-claim", *CLAIM_NAMES.values())
GROUP = (*UNSUPPORTED, "unsourced-figure-or-table")
"""What the allowance `unsupported-claim` covers."""


LIBRARY_CODES = ("BIB", "CIT202", "CIT214", "DOC813")
"""The rules that look at a library on its own, by code or family."""

LONGEST_SUBJECT = 1_000
"""Characters of its subject that a finding keeps: one sentence without an end may have thousands of findings."""

NO_BRIEF = Brief("", "", FrontMatter(), (), (), (), (), EMPTY)
"""Stands where a library is looked at on its own."""


def check_settings(config: Config, path: str = "briefkit.toml", text: str = "") -> None:
    """Raise ConfigError when the settings name a rule that does not exist, or a pattern for keys that is none.

    `path` is the file that the settings stand in, and `text` what it holds.
    """
    refuse_unknown_rules(config, {name: str(rule.CODE) for name, rule in all_rules().items()}, path, text)
    fault = fault_of_pattern(config.key_pattern) if config.key_pattern else ""
    if fault:
        line = TomlLines(text).told("key-pattern")
        hint = 'write it like "[auth][year]"; see docs/configuration.md'
        raise ConfigError(f"{path}: 'key-pattern' {fault}{line}", hint)


def check_brief(case: Case, config: Config) -> tuple[Finding, ...]:
    """All findings on one brief and its library, sorted by place and code."""
    return judge_brief(case, config)[0]


def judge_brief(case: Case, config: Config) -> tuple[tuple[Finding, ...], tuple[Allowed, ...]]:
    """The same, and apart those that there would be were they not allowed."""
    case = replace(
        case,
        scope=config.citation_scope,
        key_pattern=config.key_pattern,
        own_share=config.self_citation_limit,
    )
    raised = Holding(b.place for b in case.brief.blocks if b.role in RAISED_IN)
    found = [_stamp(rule, hit, raised) for rule in RULES for hit in rule.check(case)]
    allowed = list(_allowed(found, case.brief.allowances))
    dropped = {id(a.finding) for a in allowed}
    kept = [f for f in found if id(f) not in dropped]
    kept += _about_allowances(case, {id(a.by) for a in allowed})
    first = {id(a.finding): a for a in (*_waived(case, raised), *reversed(allowed))}
    return _settled(kept, config), _configured_all(first.values(), config)


def _waived(case: Case, raised: Holding) -> Iterator[Allowed]:
    """What would be found of the waived claims, each with the allowance or mark that waives it."""
    waived = {a.sentence.place: a for a in case.accounts if a.status == "waived" and a.level != "none"}
    if not waived:
        return
    bare = replace(case, accounts=tuple(replace(a, status="unsupported") for a in waived.values()))
    waiving = Waiving(case.brief.allowances)
    for rule in (rule for rule in RULES if rule_name(rule) in UNSUPPORTED):
        for hit in rule.check(bare):
            account = waived[hit.place]
            marks = (m for m in account.sentence.marks if m.name in ("waived", "common-knowledge"))
            given = (Allowance((rule_name(rule),), m.reason or m.name, m.place, hit.place) for m in marks)
            by = next(iter((*waiving(account.sentence, account.kind), *given)), None)
            if by is not None:
                yield Allowed(_stamp(rule, hit, raised), by)


def _configured_all(allowed: Iterable[Allowed], config: Config) -> tuple[Allowed, ...]:
    """What the user would hear of, sorted."""
    told = (replace(a, finding=f) for a in allowed if (f := _configured(a.finding, config)) is not None)
    return tuple(sorted(told, key=lambda a: (a.finding.place, a.finding.code)))


def check_library(
    library: Library,
    config: Config,
    used: frozenset[str] | None = None,
    today: str = "",
    retractions: Mapping[str, Retraction] = EMPTY,
    progress: Progress = be_quiet,
) -> tuple[Finding, ...]:
    """All findings on a library and each of its entries, sorted by place and code.

    `used` are the keys that the project's briefs cite, None where that is not known; without `today` no year lies in
    the future.
    """
    sources = _whole(library)
    case = Case(
        NO_BRIEF,
        library,
        (),
        sources,
        today,
        retractions=retractions,
        key_pattern=config.key_pattern,
        used=used,
    )
    own = (rule for rule in RULES if rule.CODE.startswith(LIBRARY_CODES))
    rules = [rule for rule in own if _is_wanted((rule.CODE, rule_name(rule)), config)]
    nowhere = Holding(())
    found: list[Finding] = []
    for number, rule in enumerate(rules, 1):
        found += (_stamp(rule, hit, nowhere) for hit in _once(rule.check(case)))
        progress("Checking", number, len(rules))
    return _settled(found, config)


def _whole(library: Library) -> tuple[Source, ...]:
    """All sources with what they inherit, after those that inherit nothing: a fault is told of where it stands."""
    keys = sorted(library.sources, key=lambda key: any(name in library.sources[key].fields for name in LINKS))
    return resolve(library, keys)


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits of a rule, those that several entries inherit told of the first of them."""
    first: dict[Place, str] = {}
    return (hit for hit in hits if first.setdefault(hit.place, hit.subject) == hit.subject)


def _settled(found: Iterable[Finding], config: Config) -> tuple[Finding, ...]:
    """What the user wants to hear of, sorted."""
    settled = (s for f in found if (s := _configured(f, config)) is not None)
    return tuple(sorted(settled, key=lambda f: (f.place, f.code)))


def _stamp(rule: Rule, hit: Hit, raised: Holding) -> Finding:
    severity = _moved(rule.SEVERITY, hit.step + _raised(rule.CODE, hit, raised))
    name = rule_name(rule)
    subject = hit.subject[:LONGEST_SUBJECT]
    return Finding(hit.place, rule.CODE, name, severity, hit.message, hit.hint, hit.related, subject, hit.fix)


def _moved(severity: Severity, steps: int) -> Severity:
    return Severity(min(max(severity + steps, Severity.INFO), Severity.ERROR))


def _raised(code: str, hit: Hit, raised: Holding) -> int:
    """One step up for a sure claim in a summary, a key message or a recommendation."""
    return int(code in RAISED and hit.sure and bool(raised(hit.place)))


def _configured(finding: Finding, config: Config) -> Finding | None:
    """The finding as the user wants it, or None when it is switched off or not asked for."""
    names = (finding.code, finding.name)
    if not _is_wanted(names, config):
        return None
    chosen = _chosen(names, config.severity)
    severity = SEVERITIES[chosen] if chosen else finding.severity
    return replace(finding, severity=severity)


def _is_wanted(names: tuple[str, str], config: Config) -> bool:
    """Whether a rule is not switched off, and asked for where only some are."""
    if _chosen(names, config.severity) == "off" or _listed(names, config.ignore):
        return False
    return not config.select or _listed(names, config.select)


def _chosen(names: tuple[str, str], table: Mapping[str, str]) -> str:
    """The severity that the user set for a code or a name, else for the family it is of, the longest first."""
    families = sorted((f for f in table if names[0].startswith(f)), key=len, reverse=True)
    return next((table[name] for name in (*names, *families) if name in table), "")


def settle_by_path(
    findings: Iterable[Finding], tables: Mapping[str, Mapping[str, str]], below: Callable[[str], str]
) -> tuple[Finding, ...]:
    """The findings with the severities of `severity-in`; of several patterns the last one that names the rule counts.

    `below` gives the path of a file below the project, which the patterns are held against.
    """
    last_first = tuple(reversed(tuple(tables.items())))

    @cache
    def fitting(path: str) -> tuple[Mapping[str, str], ...]:
        return tuple(table for pattern, table in last_first if fnmatchcase(below(path), pattern))

    return tuple(settled for finding in findings for settled in _in_tables(finding, fitting(finding.place.path)))


def _in_tables(finding: Finding, tables: Sequence[Mapping[str, str]]) -> Iterator[Finding]:
    names = (finding.code, finding.name)
    chosen = next((severity for table in tables if (severity := _chosen(names, table))), "")
    if chosen != "off":
        yield replace(finding, severity=SEVERITIES[chosen]) if chosen else finding


def _listed(names: tuple[str, str], patterns: Sequence[str]) -> bool:
    """Whether a code or its family (`CLM`), or a name, is in a list."""
    return any(names[0].startswith(p) or names[1] == p for p in patterns)


# --- allowances ------------------------------------------------------------------------------


def _allowed(found: Iterable[Finding], allowances: Iterable[Allowance]) -> Iterator[Allowed]:
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


def _about_allowances(case: Case, used: set[int]) -> Iterator[Finding]:
    """What is wrong with the allowances themselves: CFG901 to CFG904."""
    rules = all_rules()
    known = {*rules, *(str(rule.CODE) for rule in rules.values())}
    near = NearMisses(rules)
    waiving = Waiving(case.brief.allowances)
    waived = (a for a in case.accounts if a.status == "waived")
    waivers = {id(by) for account in waived for by in waiving(account.sentence, account.kind)}
    for allowance in case.brief.allowances:
        told = False
        meant = _with_colon(allowance, known)
        if not allowance.names or "all" in allowance.names:
            message = "This comment allows nothing, because it names no rule to allow"
            hint = "write: briefkit: allow unsupported-claim: the reason"
            yield _about(blanket_allowance, allowance.place, message, hint)
            continue
        if not allowance.reason:
            message = "This allowance has no colon before its reason" if meant else "This allowance gives no reason"
            hint = meant or f"write: allow {', '.join(allowance.names)}: the reason"
            yield _about(allowance_without_reason, allowance.place, message, hint)
            told = True
        for name in allowance.names:
            if name not in known and not (meant and not allowance.reason):
                hint = meant or near.did_you_mean(name) or "briefkit rule lists the names"
                yield _about(unknown_rule_name, allowance.place, f"There is no rule '{name}'", hint)
                told = True
        if not told and id(allowance) not in used and id(allowance) not in waivers:
            message = f"This allowance allows nothing: {', '.join(allowance.names)}"
            yield _about(unused_allowance, allowance.place, message, "delete it")
    yield from _about_marks(case.accounts, case.brief.blocks)


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


def make_case(
    brief: Brief,
    library: Library,
    accounts: Sequence[Account],
    retractions: Mapping[str, Retraction] = EMPTY,
    kind: BriefType = NOTE,
) -> Case:
    """What the rules may look at."""
    sources, markup = resolve(library, [citation.key for citation in cited(brief)]), read_markup(brief)
    return Case(
        brief,
        library,
        tuple(accounts),
        sources,
        brief.front.date,
        markup,
        retractions=retractions,
        type=kind,
    )
