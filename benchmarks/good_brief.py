"""Good entries in, a good brief out that cites some of them in every form that citations have."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from good_entries import Entry

FRONT = "---\ntitle: Water in the districts\nauthors: [Water Desk]\ndate: 2025-06-01\nlang: en\n---\n\n"
FORMS = (
    *("Tariffs rose faster than wages [@{K}].", "As @{K} shows, tariffs rose.", "Repairs took weeks [see @{K}; @{L}]."),
    *("In its last report the office counts 40 wells [@{K}, sec. 3].", "Wells fail early [@{K}; @{L}; @{M}]."),
    *("{F} [-@{K}] argues that pumps matter more than wells.", "As @{K} and @{L} both found, meters help."),
    *("Prices fell in the north.[^{K}]\n\n[^{K}]: See @{K}, but compare @{L}.", "*Meters* pay [e.g. @{K}, chap. 2]."),
    *("> Nobody repairs what nobody owns [@{K}, p. {P}].", "- Pumps fail [@{K}]\n- Wells silt up [@{L}]"),
    *("Losses were a third of the supply [@{K}, pp. {P}--{Q}].", "The law [@{K}, {P}] sets the tariff."),
    *('| Year | Wells |\n|---|---|\n| 2019 | 40 |\n\n: Wells in use {#tbl-{K} source="@{K}"}',),
    *("@{K} [p. {P}] counts 12 districts without a pump.", "Write to desk@waterboard.org for the data [@{{K}}]."),
)


def good_brief(entries: Sequence[Entry], seed: int, paragraphs: int = 60) -> str:
    """A brief of so many paragraphs in four sections."""
    dice = random.Random(seed)  # noqa: S311 - the same every time
    cited = [entry for entry in entries if entry.kind != "xdata"]
    parts = [f"# Part {n // 15 + 1}\n\n" * (n % 15 == 0) + paragraph(cited, dice, n) for n in range(paragraphs)]
    return FRONT + "\n\n".join(parts) + "\n"


def paragraph(cited: Sequence[Entry], dice: random.Random, number: int) -> str:
    """A paragraph in one of the forms, about entries that fit it."""
    form = FORMS[number % len(FORMS)]
    entry = dice.choice([e for e in cited if fits(e, form)])
    pages = re.fullmatch(r"(\d+)--(\d+)", entry.fields.get("pages", ""))
    first, last = (int(pages[1]), int(pages[2])) if pages else (0, 0)
    values = {"K": entry.key, "F": entry.family, "P": str(first + 1), "Q": str(last - 1)}
    values |= {"L": dice.choice(cited).key, "M": dice.choice(cited).key}
    return re.sub(r"\{([KLMFPQ])\}", lambda found: values[found[1]], form)


def fits(entry: Entry, form: str) -> bool:
    """Whether an entry has what a form speaks of."""
    pages = re.fullmatch(r"\d+--\d+", entry.fields.get("pages", ""))
    alone = entry.family and " and " not in entry.fields["author"] and "," in entry.fields["author"]
    return bool(("{P}" not in form or pages) and ("{F}" not in form or alone))
