"""Texts that once took the square of their size, or worse: a small part of the largest brief takes a moment.

benchmarks/growth.py has many more shapes and compares sizes; here is one of each kind of fault that was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from briefkit.assemble import tree
from briefkit.assemble.spacing import spaced
from briefkit.assemble.styles import fault_of_style
from briefkit.check import check_brief, make_case
from briefkit.claims import find_claims
from briefkit.config import Config
from briefkit.evidence import link_evidence
from briefkit.library import read_library
from briefkit.library.braces import balance
from briefkit.library.printable import as_printable
from briefkit.model import Checked, Report
from briefkit.pandoc import Worker
from briefkit.parse.brief import finish
from briefkit.parse.prepare import READER, prepare
from briefkit.parse.prose import find_no_prose
from briefkit.parse.walk import walk
from briefkit.report import REPORTERS
from tests.building import make_library
from tests.moments import moments

HEAD = "---\ntitle: T\nlang: en\n---\n\nPrices rose [@smith2021].\n\n"
MOST = 40
"""Moments: far more than any of them takes, far less than they took."""

LETTERS = "ABCDEFGHIJKLM"
ALLOW = "<!-- briefkit: allow unsupported-claim: known -->"


TEXTS: Mapping[str, str] = {
    "headings": "".join(f"# A{n}\n\n## B{n}\n\n" for n in range(750)),
    "comments in a paragraph": "a <!-- b --> " * 3_000,
    "allowances in a list": f"- a\n\n{ALLOW}\n\n" * 1_000,
    "blanks in an allowance": f"<!-- briefkit: allow{' ' * 100_000}x -->\n\nIt rose.",
    "attributes": "".join(f'[a]{{x{n}="1"}} ' for n in range(2_500)),
    "a summary of many figures": "# Summary\n\n" + "".join(f"It was {n} in 2020. " for n in range(500)),
    "a summary that says the contrary": "# Summary\n\n"
    + "It rose by 12%. " * 375
    + "\n\n# Text\n\n"
    + "It fell by 12% [@smith2021]. " * 250,
    "figures that a summary and its body share": "# Summary\n\n"
    + "".join(f"Fees cover {n}% of costs. " for n in range(375))
    + "\n\n# Text\n\n"
    + "".join(f"Fees cover {n}% of all costs [@smith2021]. " for n in range(375)),
    "one sentence of figures in the summary": "# Summary\n\nIt sold "
    + ", ".join(f"{n} tonnes" for n in range(13, 1_000, 7))
    + ".\n\n# Text\n\nIt sold "
    + ", ".join(f"{n} tonnes" for n in range(14, 1_000, 7))
    + " [@smith2021, p. 3].",
    "one figure given again and again": "".join(f"The region has {n + 100} public water points. " for n in range(500)),
    "a table with many rows": "| A | B | C |\n|---|---|---|\n"
    + "".join(f"| a{n} b | {n} | {n} |\n" for n in range(750)),
    "a table whose rows are called the same": "In the river town there are 55,120 homes. " * 40
    + "\n\n| Town | Homes |\n|---|---|\n"
    + "".join(f"| River town | {n + 1_000} |\n" for n in range(1_000)),
    "a list of numbers": "It is " + "12 and " * 10_000 + "12.",
    "shares of two counts": "It was " + "29 of 37 (78%), " * 600 + "in 2020. " * 2,
    "changes without end": "It rose from 12 to 14 in 2020, a rise of 2, " * 1_500 + ".",
    "claims beside citations": "It fell by 12% in 2020. It rose [@smith2021]. " * 500,
    "vague words": "The ministry has recently closed offices [@smith2021]. " * 1_000,
    "figures in headings": "".join(f"# The price has risen by {n}% in all\n\n" for n in range(500)),
    "tables of figures": "| A |\n|---|\n| 12 |\n\nWhy?\n\n" * 375,
    "citations in one paragraph": "It rose [@smith2021]. " * 1_500,
    "one group of citations": f"It rose [{'; '.join(['@smith2021'] * 5_000)}].",
    "typed citations in one sentence": "Smith (2020) and (Jones 2019) with Miller et al. (2018) [@smith2021] " * 400,
    "block quotations": "> It rose.\n>\n> --- The chair\n\nBetween:\n\n" * 500,
    "names beside citations": "As Miller argues [@smith2021], in Kenya @smith2021 [p. 3; @smith2021] rose. " * 500,
    "marks in one sentence": "".join(f'[it rose]{{.waived reason="{n}"}} and ' for n in range(2_000)),
    "misspelt classes": "[it rose]{.opinon} and " * 1_000,
    "an identifier given again and again": "[it rose]{#a} and " * 1_000,
    "LaTeX": "\\footnote{a} and " * 2_000,
    "acronyms": "".join(f"The {a}{b}{c} rose. " for a in LETTERS for b in LETTERS for c in LETTERS),
    "unknown keys": "".join(f"It rose [@key{n}]. " for n in range(2_000)),
    "calls without notes": "".join(f"It rose.[^{n}] " for n in range(1_000)),
    "notes with addresses": "".join(f"It rose.[^{n}]\n\n[^{n}]: See https://example.org/{n}\n\n" for n in range(1_000)),
    "notes that are the same": "".join(f"It rose.[^{n}] &auml;\n\n[^{n}]: The same.\n\n" for n in range(750)),
    "blanks in a line": "a\n" + " " * 100_000 + "\n\nb",
    "no-break spaces in a line": "\u00a0" * 50_000,
    "wide blanks that no stop follows": "It rose in 2020 " + "\u3000\t\u2009 " * 12_500 + "by 12%",
    "quotes that are never closed": "\u201eit rose " * 10_000,
    "a number without end": "It is " + "1" * 50_000 + ".",
    "signs without a glyph": "a" * 450_000 + "".join(chr(0x4E00 + n) for n in range(5_000)),
    "a link that is never closed": ("[a](b" + " " * 1_000 + "c\n\n") * 100,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_be_slow_is_checked_at_once(name: str, pandoc: Worker) -> None:
    text = HEAD + TEXTS[name] + "\n"
    prepared = prepare(text, "a.md")
    parsed = pandoc.read(prepared.for_pandoc, READER)
    library = make_library()
    with moments(MOST):
        brief = finish(prepared, parsed)
        accounts = link_evidence(brief, find_claims(brief), library)
        checked = Checked(brief, accounts, check_brief(make_case(brief, library, accounts), Config())[0])
        for write in REPORTERS.values():
            write(Report((checked,)), 80, False)


def test_names_that_are_nearly_right_are_looked_for_in_few_places(pandoc: Worker) -> None:
    prepared = prepare(HEAD + "Smiht finds and Miller et al. say it [@a] " * 1_000 + "\n", "a.md")
    parsed = pandoc.read(prepared.for_pandoc, READER)
    library = make_library("@book{a, author = {Smith, Jane}, title = {X}, date = {2021}}")
    with moments(MOST):
        brief = finish(prepared, parsed)
        check_brief(make_case(brief, library, link_evidence(brief, find_claims(brief), library)), Config())


def test_allowances_before_one_list_are_told_what_they_cover_once(pandoc: Worker) -> None:
    prepared = prepare(HEAD + f"{ALLOW}\n\n" * 2_000 + "- a\n\n" * 2_000, "a.md")
    parsed = pandoc.read(prepared.for_pandoc, READER)
    with moments(MOST / 3):
        assert len(finish(prepared, parsed).allowances) == 2_000


def test_braces_without_partners_are_written_out_at_once() -> None:
    with moments(MOST):
        assert len(balance("{\\}" * 200_000)) == 800_000


def test_a_group_of_citations_is_divided_as_french_has_it_at_once() -> None:
    words: list[Any] = [{"t": "Str", "c": "Smith"}, {"t": "Str", "c": ";"}, {"t": "Space"}] * 20_000
    with moments(MOST):
        made = spaced([{"t": "Para", "c": [{"t": "Cite", "c": [[], words]}]}], "fr")
    assert tree.plain(made[0]["c"][0]["c"][1]).startswith("Smith\u202f; Smith\u202f;")


def test_comments_that_are_never_closed_are_looked_for_once() -> None:
    with moments(MOST):
        assert not list(find_no_prose("a <!--\n\n" * 100_000))


def test_lists_in_lists_are_walked_once() -> None:
    comment = {"t": "RawBlock", "c": ["html", ALLOW]}
    item: list[Any] = [{"t": "Plain", "c": [{"t": "Str", "c": "a"}]}]
    for _ in range(22):
        item = [{"t": "BulletList", "c": [item[:1]]}, comment, {"t": "BulletList", "c": [item]}]
    with moments(MOST):
        assert len(walk(item, "en").waivers) == 22


def test_a_style_of_macros_that_call_one_another_is_looked_through_once() -> None:
    calls = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(5_000))
    layout = '<macro name="m5000"/><citation><layout><text macro="m0"/></layout></citation>'
    with moments(MOST):
        assert fault_of_style(f'<style xmlns="http://purl.org/net/xbiblio/csl">{calls}{layout}</style>') == ""


def test_a_library_of_unclosed_entries_is_read_at_once() -> None:
    with moments(MOST):
        library = read_library([("a.bib", "".join(f"@book{{k{n}, title = {{T\n" for n in range(2_000)))])
    assert library.counted == 2_000


def test_the_first_of_many_addresses_is_found_at_once() -> None:
    (source,) = read_library([("a.bib", f"@misc{{a, url = {{{'a://' * 20_000} x}}}}")]).sources.values()
    with moments(MOST):
        as_printable(source)
