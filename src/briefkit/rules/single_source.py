"""What the brief tells first rests on one source alone.

## What it does
Looks at the claims of the summary, the key messages and the bottom line that have a source, themselves or where the
text says them again. Remarks when there are three or more and all rest on one and the same source. A brief on one
study, of type `research-summary` or with a section on the study (`.study`), is not looked at.

## Why it matters
Whoever decides reads these lines and perhaps no other. If the one source is wrong, all of them are. The
guides of SURE and EVIPNet ask for systematic reviews behind a brief rather than for single studies.

## Example
    # Key messages

    - Repairs took 12 days in 2020 [@smith2021, p. 3].
    - Repairs cost 400 euros each in 2020 [@smith2021, p. 4].
    - Trained mechanics mended 62% of the pumps [@smith2021, p. 9].

## Instead
    # Key messages

    - Repairs took 12 days in 2020 [@smith2021, p. 3].
    - Repairs cost 400 euros each in 2020 [@jones2020, p. 4].
    - Trained mechanics mended 62% of the pumps [@smith2021, p. 9].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.evidence.stated import SUMMING_UP
from briefkit.model import SOURCED, Account, Place, Severity
from briefkit.rules.base import Case, Hit

CODE = "CLM108"
SEVERITY = Severity.INFO

FEWEST = 3


def check(case: Case) -> Iterator[Hit]:
    """A hit for a brief whose lead has one source."""
    blocks = case.brief.blocks
    lead = [a for a in case.accounts if a.status in SOURCED and blocks[a.sentence.block].role in SUMMING_UP]
    if len(lead) < FEWEST or case.brief.front.type == "research-summary" or _is_on_a_study(case):
        return
    by_place = {account.sentence.place: account for account in case.accounts}
    behind = [keys for account in lead if (keys := _keys(account, by_place))]
    keys = frozenset[str]().union(*behind)
    if len(behind) >= FEWEST and len(keys) == 1:
        (key,) = keys
        message = f"All {len(behind)} claims with a source in the summary and key messages rest on '{key}' alone"
        hint = "cite others who found the same, or say that it is one study"
        yield Hit(lead[0].sentence.place, message, hint, subject=key)


def _is_on_a_study(case: Case) -> bool:
    return any(section.role == "study" for section in case.brief.sections)


def _keys(account: Account, by_place: Mapping[Place, Account]) -> frozenset[str]:
    """The sources of a claim, of one that is said again those of the other sentences."""
    cited = frozenset(citation.key for citation in account.sentence.citations)
    if account.status != "restated":
        return cited | frozenset(account.covered_by)
    others = (by_place[place] for place in account.covered_at if place in by_place)
    return cited.union(*(frozenset(c.key for c in a.sentence.citations) or frozenset(a.covered_by) for a in others))
