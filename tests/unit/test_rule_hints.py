"""What findings tell an author to do, where one rule has several cures."""

from __future__ import annotations

import pytest

from briefkit.model import Reader
from tests.building import check_text

BOOK = "@book{a, author = {Smith, Jane}, title = {X}, date = {2021}}"


def hints(code: str, text: str, pandoc: Reader, bib: str = BOOK) -> list[str]:
    return [found.hint for found in check_text(text, pandoc, bib) if found.code == code]


@pytest.mark.parametrize(
    ("cited", "hint"),
    [
        ("@fig:pumps", "[Figure 1](#fig-pumps), and give it that identifier: {#fig-pumps}"),
        ("@fig-pumps", "[Figure 1](#fig-pumps), and give it that identifier: {#fig-pumps}"),
        ("[@tbl:costs]", "[Table 1](#tbl-costs), and give it that identifier: {#tbl-costs}"),
        ("@sec:costs", "[the section](#sec-costs), and give it that identifier: {#sec-costs}"),
    ],
)
def test_a_reference_of_another_tool_is_told_as_a_link(cited: str, hint: str, pandoc: Reader) -> None:
    assert hints("CIT201", f"See {cited} and [@a].", pandoc) == [f"to refer to it in the text, link to it: {hint}"]


def test_a_reference_to_what_is_there_is_told_with_its_name(pandoc: Reader) -> None:
    text = "See @fig:pumps and [@a].\n\n![Pumps](well.png){#fig:pumps}"
    assert hints("CIT201", text, pandoc) == ["to refer to it in the text, link to it: [Figure 1](#fig:pumps)"]


@pytest.mark.parametrize("behind", [", p. 3", " p. 3", ", S. 3"])
def test_a_page_outside_of_brackets_is_told_to_go_in(behind: str, pandoc: Reader) -> None:
    text = f'The minister called the plan "a turning point for the whole region" (@a{behind}).'
    assert hints("CIT210", text, pandoc) == [f"put it in square brackets: [@a, {behind.strip(' ,')}]"]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("\\newpage", "leave it out: the template sets this"),
        ("\\footnote{An estimate.}", "write ^[the words of the note]"),
        ("\\ref{tab:cost}", "write [Table 1](#tbl-...), with that identifier on the table or figure"),
        ("\\begin{table}x\\end{table}", "write it as a table of pipes: | a | b |"),
        ("\\foo{x}", "write it in Markdown, or leave it out"),
    ],
)
def test_each_command_of_latex_has_its_cure(typed: str, cure: str, pandoc: Reader) -> None:
    assert hints("DOC810", f"It rose {typed} [@a].", pandoc) == [cure]


def test_a_citation_of_latex_is_told_as_ours(pandoc: Reader) -> None:
    assert hints("CIT205", r"It rose \citep[3]{a, b}.", pandoc) == ["write [@a; @b]"]


def test_the_pages_of_a_source_are_told_as_they_are_printed(pandoc: Reader) -> None:
    article = "@article{a, author = {Smith, Jane}, title = {X}, journaltitle = {Y}, date = {2021}, pages = {30--39}}"
    (finding,) = [f for f in check_text("Pumps broke down in 2020 [@a, p. 40].", pandoc, article) if f.code == "CIT211"]
    assert finding.message == "'a' has no page 40: its pages are 30\u201339"


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[Office 2025, 3](#ref-office2025)", "cite it: [@office2025, p. 3]"),
        ("[Office 2025a, 33–35, 38](#ref-office2025)", "cite it: [@office2025, pp. 33-35, 38]"),
        ("[2025](#ref-office2025)", "cite it: [@office2025]"),
        ("[the list](#refs-2)", "give what it is to lead to the identifier: {#refs-2}"),
    ],
)
def test_a_printed_citation_is_to_be_one_again(link: str, hint: str, pandoc: Reader) -> None:
    assert hints("DOC816", f"It rose ({link}) [@a].", pandoc) == [hint]


def test_a_file_that_is_to_be_included_is_an_error(pandoc: Reader) -> None:
    found = [f for f in check_text("{{< include a.md >}} and {{< pagebreak >}}", pandoc, BOOK) if f.code == "DOC810"]
    assert [f.severity.name for f in found] == ["ERROR", "WARNING"]


LIST = (
    "# References\n\n\\[1\\] Smith J, Lee A. X. J Prices 2021;9:1-3.\n\n\\[2\\] Court of Audit. Bus contracts. 2024.\n"
)


def test_the_number_of_a_typed_list_is_told_by_the_key_of_its_entry_or_by_what_the_library_lacks(
    pandoc: Reader,
) -> None:
    text = f"Prices rose [1]. Fares fell \\[2\\]. Both did [1, 2]. So it is [3].\n\n{LIST}"
    assert hints("CIT209", text, pandoc)[:4] == [
        "the library has it: write [@a]",
        "add 'Court of Audit. Bus contracts. 2024.' to the library, and cite it as [@key]",
        "add 'Court of Audit. Bus contracts. 2024.' to the library, and write [@a; @key]",
        "cite the entry of the library as [@key, p. 3]; a note of your own is [^1], with [^1]: ... on a line below",
    ]


@pytest.mark.parametrize(
    ("note", "cure"),
    [
        ("Smith 2021, table 2.", "the library seems to have it: write the note as [@a, table 2]"),
        ("Smith, J., Prices, 2021, p. 4.", "the library seems to have it: write the note as [@a, p. 4]"),
        ("Smith 2019, table 2.", "add the source to the library, and write the note as [@key, p. 3]"),
    ],
)
def test_a_note_that_names_a_source_is_told_with_the_key_of_what_it_seems_to_name(
    note: str, cure: str, pandoc: Reader
) -> None:
    text = f"Prices rose by 12% in 2020.[^1] So it is [@a].\n\n[^1]: {note}\n"
    told = [hint for code in ("CLM101", "CLM102") for hint in hints(code, text, pandoc)]
    assert cure in told
