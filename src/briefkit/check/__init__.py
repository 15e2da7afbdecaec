"""Runs the rules on a brief: brief, library and accounts in; findings out, with allowances and severities applied.

Severity is settled in this package and nowhere else: a rule's default, moved one step by what the rule says of the hit
and by where the claim stands, then what the user set for the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NoReturn, cast

from briefkit.brief_types import NOTE, BriefType
from briefkit.check.allowances import UNSUPPORTED, find_allowed, find_faults
from briefkit.check.severities import configured, is_wanted
from briefkit.config import Config, refuse_unknown_rules
from briefkit.errors import ConfigError
from briefkit.evidence import Waiving
from briefkit.evidence.stated import ADVISING, SUMMING_UP
from briefkit.library import resolve
from briefkit.library.key_pattern import fault_of_pattern
from briefkit.library.links import LINKS
from briefkit.library.retractions import Retraction
from briefkit.lookup import Holding
from briefkit.model import (
    EMPTY,
    Account,
    Allowance,
    Allowed,
    Brief,
    Finding,
    FrontMatter,
    Library,
    Place,
    Progress,
    Severity,
    Source,
    be_quiet,
)
from briefkit.parse.targets import read_markup
from briefkit.rules import RULES, all_rules, rule_name
from briefkit.rules.base import Case, Hit, Rule, cited
from briefkit.strict_toml import TomlLines
from briefkit.values import replace

RAISED_IN = (*SUMMING_UP, *ADVISING)
RAISED = ("CLM101", "CLM104", "CLM105", "CLM106")
"""The rules that are one step graver where many read and nothing else."""

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


Hits = Mapping[int, Sequence[Hit]]
"""What rules hit, by their numbers among RULES."""

NO_HITS: Hits = {}


class _Unknown:
    """Stands for the accounts of a brief before its claims are known: who asks for one is told so.

    It is no tuple, so that `in`, `+` and all else that tuples do without asking cannot take it for an empty one.
    """

    def __iter__(self) -> NoReturn:
        raise _UnknownError

    def __len__(self) -> NoReturn:
        raise _UnknownError

    def __getitem__(self, index: object) -> NoReturn:
        raise _UnknownError


class _UnknownError(Exception):
    pass


def check_without_claims(case: Case, config: Config) -> Hits:
    """The hits of the rules that ask for no account: nearly all of them, so they need not wait for the claims."""
    unknown = cast("tuple[Account, ...]", _Unknown())
    case, found = _configured_case(replace(case, accounts=unknown), config), {}
    for number, rule in enumerate(RULES):
        with suppress(_UnknownError):
            found[number] = tuple(rule.check(case))
    return found


def check_brief(case: Case, config: Config, known: Hits = NO_HITS) -> tuple[tuple[Finding, ...], tuple[Allowed, ...]]:
    """All findings on one brief and its library, sorted by place and code; apart those that are allowed.

    `known` is what `check_without_claims` has found: these rules do not look again.
    """
    case = _configured_case(case, config)
    raised = Holding(b.place for b in case.brief.blocks if b.role in RAISED_IN)
    hits = (known[n] if n in known else rule.check(case) for n, rule in enumerate(RULES))
    found = [_stamp(rule, hit, raised) for rule, own in zip(RULES, hits, strict=True) for hit in own]
    allowed = list(find_allowed(found, case.brief.allowances))
    dropped = {id(a.finding) for a in allowed}
    kept = [f for f in found if id(f) not in dropped]
    kept += find_faults(case, {id(a.by) for a in allowed})
    first = {id(a.finding): a for a in (*_waived(case, raised), *reversed(allowed))}
    return _settled(kept, config), _configured_all(first.values(), config)


def _configured_case(case: Case, config: Config) -> Case:
    scope, pattern, share = config.citation_scope, config.key_pattern, config.self_citation_limit
    return replace(case, scope=scope, key_pattern=pattern, own_share=share)


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
    told = (replace(a, finding=f) for a in allowed if (f := configured(a.finding, config)) is not None)
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
    rules = [rule for rule in own if is_wanted((rule.CODE, rule_name(rule)), config)]
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
    settled = (s for f in found if (s := configured(f, config)) is not None)
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
