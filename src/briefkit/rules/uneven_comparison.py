"""The options are not all judged by the same criteria.

## What it does
Looks at the table in the section of the options or of their comparison, in a brief of a type that asks for options,
and flags an option that no such table has, a row (or column) that is none of the options, a cell without a judgement, a
criterion that the section of criteria does not name, and one of its list that no table has. Options are matched by
`name=`, identifier, heading, letter or first words, criteria by their words. Where half of them are not found, the
table is about something else and left alone; so are rows of totals, weights and sources. Where a name is left over both
in the table and in the text they may be one in other words, and this is information only.

The guidance behind it is that of SURE/EVIPNet, by which the impacts, costs, equity and uncertainty of each option are
given.

## Why it matters
An option that is not judged is not on offer, and a criterion that nobody named was chosen for its outcome.

## Example
    ---
    title: Pumps
    type: options
    ---

    # Criteria

    - Cost: what does it take?
    - Speed: how soon does water flow?

    # Options

    - Status quo: pumps are mended when there is money.
    - Repair: mechanics in each village mend them.
    - Replace: old pumps are replaced.

    | Option | Cost | Speed |
    |:-------|:-----|:------|
    | Status quo | Low | Slow |
    | Repair | Low | |

## Instead
    ---
    title: Pumps
    type: options
    ---

    # Criteria

    - Cost: what does it take?
    - Speed: how soon does water flow?

    # Options

    - Status quo: pumps are mended when there is money.
    - Repair: mechanics in each village mend them.
    - Replace: old pumps are replaced.

    | Option | Cost | Speed |
    |:-------|:-----|:------|
    | Status quo | Low | Slow |
    | Repair | Low | Fast |
    | Replace | High | Slow |
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.compared import Compared, compare_options
from briefkit.model import Related, Severity
from briefkit.parse.points import find_points
from briefkit.rules.base import Case, Hit, quote

CODE = "DOC834"
SEVERITY = Severity.WARNING
FEWEST = 2
"""A type that asks for fewer options asks for no comparison."""

SAME = "call it the same in both places, or mend the one that is wrong"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each option, criterion and row of judgements that is left out."""
    bounds = case.type.counts.get("options")
    if bounds is None or bounds.least < FEWEST or not case.grids:
        return
    for compared in compare_options(case.brief, find_points(case.brief, "option"), case.grids):
        yield from _options(compared)
        yield from _criteria(compared)
        yield from _gaps(compared)


def _options(compared: Compared) -> Iterator[Hit]:
    """Hits for what is an option in one place only."""
    step = -bool(compared.missing and compared.strange)
    table = (Related(compared.place, "the comparison"),)
    for option in compared.missing:
        message = f"The comparison does not have the option {quote(option.text)}"
        hint = SAME if step else "judge it by the same criteria as the others"
        yield Hit(option.place, message, hint, table, option.text, step)
    for label in compared.strange:
        message = f"The comparison has {quote(label.text)}, which is none of the options of the brief"
        yield Hit(label.place, message, SAME if step else "describe it among them", subject=label.text, step=step)


def _criteria(compared: Compared) -> Iterator[Hit]:
    """Hits for what is a criterion in one place only."""
    step = -bool(compared.unnamed and compared.unused)
    table = (Related(compared.place, "the comparison"),)
    for label in compared.unnamed:
        message = f"The options are judged by {quote(label.text)}, which the section of criteria does not name"
        yield Hit(label.place, message, SAME if step else "name it there", subject=label.text, step=step)
    for criterion in compared.unused:
        message = f"No option is judged by the criterion {quote(criterion.text)}"
        hint = SAME if step else "judge every option by it, in the comparison"
        yield Hit(criterion.place, message, hint, table, criterion.text, step)


def _gaps(compared: Compared) -> Iterator[Hit]:
    """A hit for the empty cells of a table."""
    if compared.gaps:
        first, *others = compared.gaps
        more = f", and {len(others)} more cells are empty" if len(others) > 1 else ""
        more = ", and one more cell is empty" if len(others) == 1 else more
        message = f"The comparison does not judge {quote(first.row)} by {quote(first.column)}{more}"
        related = tuple(Related(gap.place, f"nor {quote(gap.row)} by {quote(gap.column)}") for gap in others[:5])
        yield Hit(first.place, message, "say how it does, or that this is not known", related, first.row)
