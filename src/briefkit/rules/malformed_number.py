"""The edition, the volume or the number of a cited entry says its own name, or two things at once.

## What it does
Looks at `volume` and `number` of the articles the brief cites, and reports "Vol. 12", "No. 4" and a volume that holds
the number too: `12(4)`. Editions such as "3rd ed." are told one severity lower. Editions in words ("Revised edition")
are right, and reports and laws keep what stands before their numbers ("Working Paper No. 12").

## Why it matters
The style puts these words where it wants them; typed by hand they are printed twice, or where no other entry has them.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021},
      volume = {Vol. 12(4)}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021},
      volume = {12},
      number = {4}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.numbers import judge_number
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB338"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each edition, volume or number of a cited entry that says more than that."""
    for source in case.sources:
        for name in ("edition", "volume", "number") if source.type == "article" else ("edition",):
            field = source.fields.get(name)
            fault, cure = judge_number(name, field.value) if field else ("", "")
            issue = source.text("number", "issue").strip()
            if "number = " in cure and issue and name == "volume" and f"{{{issue}}}" not in cure:
                continue  # the volumes are counted twice: `volume = {12(54)}, number = {2}`
            if field and fault:
                message = f"The {name} {quote(field.value)} of '{source.key}' {fault}"
                step = -(name == "edition")
                yield Hit(field.place, message, f"write '{cure}'", subject=source.key, step=step)
