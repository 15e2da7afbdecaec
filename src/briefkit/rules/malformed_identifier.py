"""The number that an archive gives a cited paper is none.

## What it does
Looks at the fields `pmid` and `pmcid`, and at `eprint` where `eprinttype` or `archiveprefix` says `arxiv` or `pubmed`:
arXiv's `2101.12345` or `hep-th/9901001`, perhaps with `v2`; PubMed's digits; PubMed Central's `PMC` and digits. A label
or an address before the number is a remark only. Other archives are not looked at.

## Why it matters
The link is made from the number: from a wrong one it leads nowhere, or to another paper.

## Example
    @online{smith2021,
      title = {Pumps},
      eprint = {2113.12345},
      eprinttype = {arxiv}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      eprint = {2103.12345},
      eprinttype = {arxiv}
    }
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefkit.library.identifiers import Fault, judge_arxiv, judge_pmcid, judge_pmid
from briefkit.library.printable import whole_arxiv
from briefkit.model import Severity, Source
from briefkit.rules.base import Case, Hit, describe_fault

CODE = "BIB325"
SEVERITY = Severity.WARNING

JUDGES: Mapping[str, tuple[str, Callable[[str], Fault | None]]] = {
    "arxiv": ("arXiv number", judge_arxiv),
    "pmc": ("PMCID", judge_pmcid),
    "pmcid": ("PMCID", judge_pmcid),
    "pmid": ("PMID", judge_pmid),
    "pubmed": ("PMID", judge_pmid),
}
"""For each field or kind of `eprint` what its numbers are called, and what is wrong with one."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each number that is none, at its field, or at the entry that inherits it."""
    for source in case.sources:
        own = case.library.sources[source.key].fields
        for name in ("eprint", "pmid", "pmcid"):
            noun, judge = JUDGES.get(kind(source) if name == "eprint" else name, ("", None))
            value = source.text(name)
            if value and judge and (fault := judge(value)):
                if name == "eprint" and (whole := whole_arxiv(source)):
                    fault = Fault("lacks the archive before its number", whole)
                place = source.fields[name].place if name in own else source.place
                yield describe_fault(place, source.key, noun, value, fault)


def kind(source: Source) -> str:
    """The archive that an `eprint` is of, as far as the entry says so."""
    said = source.text("eprinttype", "archiveprefix").strip(" {}").lower()
    return said or ("arxiv" if source.text("eprint").strip(" {}").lower().startswith("arxiv:") else "")
