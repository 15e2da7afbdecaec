"""The YAML head of a brief becomes a typed FrontMatter; what is wrong with it becomes problems with places."""

from __future__ import annotations

import pytest

from briefkit.model import Author, FrontMatter, Funding, Place, Problem, Series
from briefkit.parse import licences
from briefkit.parse.front_matter import Head, read_head
from briefkit.parse.head_values import check_character


def head(*lines: str, title: bool = True) -> Head:
    """A head of these lines, under a title unless it is left out."""
    return read_head("\n".join(("---", *(["title: T"] if title else []), *lines, "---", "", "Body.\n")), "a.md")


def front(*lines: str) -> FrontMatter:
    made = head(*lines)
    assert made.problems == ()
    return made.front


def problem(*lines: str, title: bool = True) -> Problem:
    (only,) = head(*lines, title=title).problems
    return only


def test_the_body_starts_after_the_second_fence() -> None:
    text = "---\ntitle: T\n---\nBody.\n"
    assert text[read_head(text, "a.md").body_start :] == "Body.\n"


def test_dots_may_close_a_head() -> None:
    text = "---\ntitle: T\n...\nBody.\n"
    assert text[read_head(text, "a.md").body_start :] == "Body.\n"


def test_a_head_may_end_the_file() -> None:
    assert read_head("---\ntitle: T\n---", "a.md").front.title == "T"


def test_a_rule_inside_a_text_does_not_close_the_head() -> None:
    text = "---\ntitle: a --- b\n---\nBody.\n"
    assert read_head(text, "a.md").front.title == "a --- b"


def test_an_empty_head_lacks_a_title() -> None:
    (only,) = read_head("---\n---\n", "a.md").problems
    assert only.message == "The front matter has no title"


def test_a_text_without_a_head_is_told_at_its_start() -> None:
    made = read_head("# Pumps\n", "a.md")
    assert made.problems[0].place == Place("a.md", 1, 1, 1, 1)


def test_a_text_without_a_head_is_all_body() -> None:
    assert read_head("# Pumps\n", "a.md").body_start == 0


def test_a_missing_head_is_not_grave() -> None:
    assert not read_head("# Pumps\n", "a.md").problems[0].step


def test_a_head_that_never_ends_is_grave() -> None:
    (only,) = read_head("---\ntitle: T\n\nBody.\n", "a.md").problems
    assert (only.step, only.message) == (1, "The front matter does not end")


def test_a_rule_at_the_start_is_no_head() -> None:
    (only,) = read_head("---\n\nSome words.\n", "a.md").problems
    assert only.message == "The brief has no front matter"


def test_a_head_that_is_no_yaml_is_grave_and_told_in_its_line() -> None:
    only = problem("subtitle: a: b")
    assert (only.step, only.place.line) == (True, 3)


def test_the_body_of_an_unreadable_head_is_read() -> None:
    text = "---\ntitle: a: b\n---\nBody.\n"
    assert text[read_head(text, "a.md").body_start :] == "Body.\n"


def test_a_head_that_is_a_list_is_refused() -> None:
    assert problem("- a", title=False).message == "The front matter must be keys and values"


def test_every_key_has_its_place() -> None:
    assert front("lang: en").places["lang"] == Place("a.md", 3, 7, 3, 9)


def test_texts_are_trimmed() -> None:
    assert front("subtitle: '  Deep wells  '").subtitle == "Deep wells"


def test_a_title_that_is_a_list_is_refused() -> None:
    messages = [p.message for p in head("title: [a]", title=False).problems]
    assert messages == ["'title' must be text"]


@pytest.mark.parametrize("value", ['""', "", "'  '"])
def test_an_empty_title_is_told_where_it_stands(value: str) -> None:
    only = problem(f"title: {value}", title=False)
    assert (only.message, only.place.line) == ("The title is empty", 2)


def test_a_title_block_of_pandoc_is_told_with_the_lines_to_write() -> None:
    (only,) = read_head('% Pumps: a "brief"\n% Water Office; Health Office\n% 2026-11-26\n\n# Costs\n', "a.md").problems
    assert (only.step, only.place) == (1, Place("a.md", 1, 1, 3, 13))
    lines = (
        "---",
        r'title: "Pumps: a \"brief\""',
        'authors: ["Water Office", "Health Office"]',
        "date: 2026-11-26",
        "---",
    )
    assert only.hint.endswith(" | ".join(lines))


def test_a_title_block_may_be_a_title_alone() -> None:
    (only,) = read_head("% Pumps\n\nText.\n", "a.md").problems
    assert only.hint.endswith('--- | title: "Pumps" | ---')


def test_a_share_at_the_start_is_no_title_block() -> None:
    (only,) = read_head("%5 of the pumps.\n", "a.md").problems
    assert only.message == "The brief has no front matter"


@pytest.mark.parametrize(
    ("before", "what"),
    [("\n", "a blank line"), ("\n\n", "a blank line"), (" ", "a blank"), ("<!-- draft -->\n", "a comment")],
)
def test_what_stands_before_the_head_is_named(before: str, what: str) -> None:
    (only,) = read_head(f"{before}---\ntitle: T\n---\n\nText.\n", "a.md").problems
    assert (only.step, only.message.rpartition(": ")[2]) == (1, f"{what} stands before it")


def test_a_rule_below_a_comment_is_no_head() -> None:
    (only,) = read_head("<!-- draft -->\n---\n\nText.\n", "a.md").problems
    assert only.message == "The brief has no front matter"


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("abstract: a", "write it as summary: ..."),
        ("author: a", "write it as authors: ..."),
        ("toc: true", "write template-options: {contents: true}"),
        ("language: fr", "write it as lang: ..."),
        ("conflict-of-interest: none", "write it as conflicts: ..."),
        ("description: x", "write it as summary: ..."),
        ("revision: 3", "a key of your own starts with x-"),
        ("numbersections: true", "write template-options: {numbered-sections: true}"),
        ("nocite: '@*'", "leave it out: the references are what the text cites"),
    ],
)
def test_a_key_of_pandoc_is_told_with_ours(line: str, cure: str) -> None:
    assert problem(line).hint == cure


def test_a_tab_is_called_a_tab() -> None:
    assert problem("\tsubtitle: b").hint == "use blanks, not a tab"


def test_an_audience_that_is_a_mapping_is_told_what_it_may_be() -> None:
    assert problem("audience: {a: b}").message == "'audience' must be text or a list of texts"


def test_a_decision_before_the_brief_is_told() -> None:
    only = problem("date: 2026-11-23", "decision-by: 2026-11-20")
    assert (only.place.line, only.message.startswith("The decision is sought by 2026-11-20")) == (4, True)


@pytest.mark.parametrize("line", ["embargo-until: 2026-12-01T06:00Z", "embargo: 2026-12-01"])
def test_an_embargo_after_a_published_brief_is_told(line: str) -> None:
    assert problem("date: 2026-11-23", "status: published", line).step == -1


def test_an_embargo_that_ended_before_the_brief_is_right() -> None:
    assert front("date: 2026-12-01", "status: published", "embargo-until: 2026-12-01T06:00Z").status == "published"


def test_an_empty_value_says_nothing() -> None:
    assert front("lang:").lang == ""


@pytest.mark.parametrize("value", ["Jane Smith", "{name: Jane Smith}", "[Jane Smith]", "[{name: Jane Smith}]"])
def test_an_author_may_be_a_text_or_a_mapping_alone_or_in_a_list(value: str) -> None:
    assert front(f"authors: {value}").authors == (Author("Jane Smith"),)


def test_an_author_has_an_affiliation_an_orcid_and_an_address() -> None:
    author = front("authors: {name: A, affiliation: B, orcid: 0000-0002-1825-0097, email: a@b.org}").authors[0]
    assert (author.affiliation, author.orcid, author.email) == ("B", "0000-0002-1825-0097", "a@b.org")


def test_an_author_needs_a_name() -> None:
    assert problem("authors: [{email: a@b.org}]").message == "'authors' needs a name"


def test_an_author_that_is_a_list_is_refused() -> None:
    assert problem("authors: [[a]]").message == "'authors' must hold name, affiliation, orcid, email"


def test_a_misspelt_part_of_an_author_is_offered() -> None:
    assert "did you mean 'affiliation'?" in problem("authors: [{name: A, afiliation: B}]").message


def test_a_part_of_an_author_by_another_name_is_told_before_what_it_holds() -> None:
    message = problem("authors: [{name: A, affiliations: [{name: B}]}]").message
    assert message == "'authors' does not know 'affiliations'; did you mean 'affiliation'?"


def test_a_part_of_an_author_like_no_other_is_refused() -> None:
    assert problem("authors: [{name: A, zzz: B}]").message == "'authors' does not know 'zzz'"


def test_a_series_may_be_a_text() -> None:
    assert front("series: Policy Notes").series == Series("Policy Notes")


def test_a_series_may_have_a_number() -> None:
    assert front("series: {name: Policy Notes, number: 7}").series == Series("Policy Notes", "7")


def test_key_messages_are_a_list() -> None:
    assert front("key-messages:\n  - One.\n  - Two.").key_messages == ("One.", "Two.")


def test_one_key_message_is_a_list_of_one() -> None:
    assert front("key-messages: One.").key_messages == ("One.",)


def test_a_list_in_a_list_is_refused() -> None:
    assert problem("keywords: [a, [b]]").message == "'keywords' must be text"


def test_a_date_that_a_clock_would_give_is_to_be_written() -> None:
    assert problem("date: today").hint == "no clock is looked at: write the day"


def test_entries_that_pandoc_wrote_into_the_head_belong_into_the_library() -> None:
    told = problem("references:\n- id: 12\n  title: Report")
    assert (told.message, "-t biblatex" in told.hint) == (
        "'references' must be listed or grouped, and holds entries",
        True,
    )


@pytest.mark.parametrize("date", ["2026-11-23", "2024-02-29", "0999-01-01"])
def test_a_date_is_kept_as_typed(date: str) -> None:
    assert front(f"date: {date}").date == date


@pytest.mark.parametrize("date", ["23 November 2026", "2026-13-01", "2026-00-10", "2026-1-1", "2026", "2026-02-32"])
def test_what_is_no_date_is_refused(date: str) -> None:
    assert problem(f"date: {date}").message == "'date' must be a date such as 2026-11-23"


@pytest.mark.parametrize("date", ["2026-02-30", "2025-02-29", "2026-04-31"])
def test_a_day_that_its_month_does_not_have_is_refused(date: str) -> None:
    assert problem(f"date: {date}").message == "'date' must be a date such as 2026-11-23"


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("29 November 2026", "write 2026-11-29"),
        ("November 29, 2026", "write 2026-11-29"),
        ("1er mars 2026", "write 2026-03-01"),
        ("3. März 2026", "write 2026-03-03"),
        ("5 de octubre de 2026", "write 2026-10-05"),
        ("Thursday, 12th May 2026", "write 2026-05-12"),
        ("29/11/2026", "write 2026-11-29"),
        ("11/29/2026", "write 2026-11-29"),
        ("29.11.2026", "write 2026-11-29"),
        ("2026/11/29", "write 2026-11-29"),
        ("2026-1-1", "write 2026-01-01"),
        ("05/06/2026", "write the day as 2026-11-23: year, month, day; 05/06 may be either"),
        ("March 2026", "write the day too, such as 2026-03-01"),
        ("2026-02", "write the day too, such as 2026-02-01"),
        ("2026", "write the day too, such as 2026-11-01"),
        ("2026-02-30", "no calendar has that day; write the day as 2026-11-23: year, month, day"),
        ("soon", "write the day as 2026-11-23: year, month, day"),
        ("9 November 99999", "write the day as 2026-11-23: year, month, day"),
    ],
)
def test_a_date_in_another_form_is_told_in_ours(date: str, hint: str) -> None:
    assert problem(f"date: {date}").hint == hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("status: final", "write published"),
        ("type: policy brief", "docs/types.md"),
        ("email: a@b.example", "authors: "),
        ("number: 12", "series: "),
        ("subtitle: [a, b]", "write one text and no list"),
    ],
)
def test_what_other_programs_and_offices_write_is_told_with_its_cure(line: str, hint: str) -> None:
    assert hint in problem(line).hint


def test_a_date_that_is_a_list_is_refused() -> None:
    assert problem("date: [2026-11-23]").message == "'date' must be text"


def test_a_wrong_embargo_is_grave() -> None:
    assert problem("embargo: tomorrow").step == 1


def test_other_wrong_values_are_not_grave() -> None:
    assert problem("date: tomorrow").step == 0


def test_a_wrong_value_is_told_at_its_place() -> None:
    assert problem("date: tomorrow").place == Place("a.md", 3, 7, 3, 15)


@pytest.mark.parametrize("lang", ["en", "en-GB", "de-1996", "zh-Hant-TW", "haw", "es-419", "ca-ES-valencia"])
def test_a_language_tag_is_taken(lang: str) -> None:
    assert front(f"lang: {lang}").lang == lang


@pytest.mark.parametrize("lang", ["english", "e", "en_GB", "en-", "en-UK", "en-GB-Latn", "de-a"])
def test_what_is_no_language_tag_is_refused(lang: str) -> None:
    assert "BCP 47" in problem(f"lang: {lang}").message


LANGUAGES_MEANT = [("en_GB", "en-GB"), ("en-UK", "en-GB"), ("English", "en"), ("français", "fr"), ("pt_BR", "pt-BR")]


@pytest.mark.parametrize(("lang", "meant"), LANGUAGES_MEANT)
def test_the_language_that_is_meant_is_offered(lang: str, meant: str) -> None:
    assert problem(f"lang: {lang}").hint == f"did you mean '{meant}'?"


def test_a_type_is_one_of_the_known() -> None:
    assert front("type: advocacy").type == "advocacy"


def test_a_misspelt_type_is_offered() -> None:
    assert "did you mean 'advocacy'?" in problem("type: advocasy").message


def test_the_type_of_a_brief_is_a_note_unless_it_says_otherwise() -> None:
    assert front().type == "note"


def test_a_status_like_no_other_is_refused_with_the_choices() -> None:
    assert problem("status: zzz").message.endswith("superseded, withdrawn")


def test_a_misspelt_key_is_offered() -> None:
    only = problem("bibliografy: a.bib")
    assert (only.message, only.hint) == ("The front matter has no key 'bibliografy'", "did you mean 'bibliography'?")


def test_an_unknown_key_like_no_other_says_how_to_make_ones_own() -> None:
    assert problem("zzz: a").hint == "a key of your own starts with x-"


@pytest.mark.parametrize(
    ("key", "meant"),
    [("license", "licence"), ("conflict", "conflicts"), ("embargo_until", "embargo-until"), ("reviewer", "reviewers")],
)
def test_a_key_in_another_spelling_is_offered(key: str, meant: str) -> None:
    assert problem(f"{key}: a").hint == f"did you mean '{meant}'?"


def test_a_misspelt_key_is_told_at_the_key() -> None:
    assert problem("bibliografy: a.bib").place == Place("a.md", 3, 1, 3, 12)


def test_a_key_of_ones_own_holds_anything() -> None:
    assert head("x-office: {floor: [1, 2]}").problems == ()


def test_several_problems_are_all_told() -> None:
    assert len(head("date: x", "lang: y_z", "zzz: a").problems) == 3


def test_the_other_keys_of_a_faulty_head_are_read() -> None:
    assert head("date: x", "lang: de").front.lang == "de"


def test_problems_of_the_head_are_doc801() -> None:
    assert {p.code for p in head("date: x", "zzz: a").problems} == {"DOC801"}


def test_the_texts_that_count_are_handed_on() -> None:
    made = head("bottom-line: One.", "summary: Two.", "key-messages: [Three.]", "subtitle: Four.")
    assert [key for key, _ in made.texts] == ["bottom-line", "summary", "key-messages"]


def test_an_empty_summary_is_not_handed_on() -> None:
    assert head("summary:").texts == ()


def test_several_libraries_may_be_named() -> None:
    assert front("bibliography: [a.bib, b.bib]").bibliography == ("a.bib", "b.bib")


# --- the version, people, funding ---------------------------------------------------------------


def test_the_version_of_the_front_matter_is_1() -> None:
    assert front("briefkit: 1").briefkit == "1"


@pytest.mark.parametrize("version", ["2", "1.0", "latest", "0"])
def test_another_version_is_told(version: str) -> None:
    only = problem(f"briefkit: {version}")
    assert only.message == "'briefkit' must be 1, the version of the front matter that is read here"
    assert "update briefkit" in only.hint


def test_reviewers_are_like_authors() -> None:
    assert front("reviewers: [Audit Unit, {name: Panel, affiliation: Institute}]").reviewers == (
        Author("Audit Unit"),
        Author("Panel", "Institute"),
    )


ORCIDS = [
    ("0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("http://orcid.org/0000-0002-1825-0097/", "0000-0002-1825-0097"),
    ("0000-0002-1694-233X", "0000-0002-1694-233X"),
    ("0000-0002-1694-233x", "0000-0002-1694-233X"),
]


@pytest.mark.parametrize(("typed", "kept"), ORCIDS)
def test_an_orcid_is_a_number_or_its_address(typed: str, kept: str) -> None:
    assert front(f"authors: {{name: A, orcid: '{typed}'}}").authors[0].orcid == kept


ODD_ORCIDS = [
    ("0000-0002-1825-0079", "cannot be an ORCID", "copy it from the page"),
    ("0000-0002-1694-2330", "cannot be an ORCID", "copy it from the page"),
    ("0000000218250097", "is no ORCID", "did you mean '0000-0002-1825-0097'?"),
    ("0000 0002 1825 0097", "is no ORCID", "did you mean '0000-0002-1825-0097'?"),
    ("orcid.org/0000-0002-1825-0097", "is no ORCID", "did you mean '0000-0002-1825-0097'?"),
    ("0000-0002-1825", "is no ORCID", "write it as"),
    ("https://example.org/0000-0002-1825-0097", "is no ORCID", "did you mean '0000-0002-1825-0097'?"),
    ("javascript:alert(1)", "is no ORCID", "write it as"),
]


@pytest.mark.parametrize("key", ["authors", "reviewers"])
@pytest.mark.parametrize(("typed", "why", "cure"), ODD_ORCIDS)
def test_what_cannot_be_an_orcid_is_told(key: str, typed: str, why: str, cure: str) -> None:
    only = problem(f"{key}: [B, {{name: A, orcid: '{typed}'}}]")
    assert only.message.startswith(f"'orcid' {why}")
    assert only.hint.startswith(cure)


def test_an_author_is_kept_without_an_orcid_that_cannot_be_one() -> None:
    assert head("authors: {name: A, orcid: 0000-0002-1825-0079}").front.authors == (Author("A"),)


def test_an_odd_orcid_is_told_at_its_place() -> None:
    assert problem("authors:\n  - name: A\n    orcid: x").place == Place("a.md", 5, 12, 5, 13)


def test_funding_is_a_statement_or_a_list_of_those_who_paid() -> None:
    assert front("funding: None.").funding == Funding("None.")
    assert front("funding: [Water Fund, City]").funding == Funding(funders=("Water Fund", "City"))


def test_statements_are_printed_as_markdown_and_names_are_not() -> None:
    made = head("funding: None.", "conflicts: None.")
    assert [key for key, _ in made.texts] == ["funding", "conflicts"]
    assert head("funding: [Fund]").texts == ()


# --- licences -----------------------------------------------------------------------------------

COMMONS = "https://creativecommons.org/"
LICENCES = [
    ("CC BY 4.0", "CC-BY-4.0", f"{COMMONS}licenses/by/4.0/"),
    ("cc-by-4.0", "CC-BY-4.0", f"{COMMONS}licenses/by/4.0/"),
    ("CC BY-NC-SA 3.0 IGO", "CC-BY-NC-SA-3.0-IGO", f"{COMMONS}licenses/by-nc-sa/3.0/igo/"),
    ("CC-BY-SA-2.0-DE", "CC-BY-SA-2.0-DE", f"{COMMONS}licenses/by-sa/2.0/de/"),
    ("CC0", "CC0-1.0", f"{COMMONS}publicdomain/zero/1.0/"),
    ("cc0 1.0", "CC0-1.0", f"{COMMONS}publicdomain/zero/1.0/"),
    ("mit", "MIT", "https://spdx.org/licenses/MIT.html"),
    ("Apache 2.0", "Apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"),
    ("OGL-UK-3.0", "OGL-UK-3.0", "https://spdx.org/licenses/OGL-UK-3.0.html"),
    ("LicenseRef-All-rights-reserved", "LicenseRef-All-rights-reserved", ""),
]


@pytest.mark.parametrize(("typed", "identifier", "url"), LICENCES)
def test_a_licence_is_known(typed: str, identifier: str, url: str) -> None:
    found = front(f"licence: {typed}").licence
    assert (found.identifier, found.url) == (identifier, url)


ODD_LICENCES = [
    ("CC BY", "write CC BY 4.0, its version included"),
    ("BY-SA", "write CC BY-SA 4.0, its version included"),
    ("CC-BY-4", "write CC BY 4.0, its version included"),
    ("https://creativecommons.org/licenses/by-nc/4.0/deed.en", "write CC BY-NC 4.0"),
    ("https://creativecommons.org/licenses/by/3.0/igo/", "write CC BY 3.0 IGO"),
    ("https://creativecommons.org/publicdomain/zero/1.0/", "write CC0"),
    ("CC BY 4.0 DE", "did you mean 'CC BY 4.0'?"),
    ("Apache-20", "did you mean 'Apache-2.0'?"),
    ("GPL3", "did you mean 'GPL-3.0-only'?"),
    ("LGPL v3", "did you mean 'LGPL-3.0-only'?"),
    ("proprietary", "a licence of your own is a LicenseRef-, such as LicenseRef-All-rights-reserved"),
    ("zzz" * 500, "a licence of your own is a LicenseRef-, such as LicenseRef-All-rights-reserved"),
]


@pytest.mark.parametrize(("typed", "cure"), ODD_LICENCES)
def test_a_licence_that_is_not_known_is_told_with_what_may_be_meant(typed: str, cure: str) -> None:
    only = problem(f"licence: {typed}")
    assert only.message == "'licence' must be the SPDX identifier of a licence, or one such as CC BY 4.0"
    assert only.hint == cure


@pytest.mark.parametrize("typed", licences.SUGGESTED)
def test_every_licence_that_is_offered_is_taken(typed: str) -> None:
    assert front(f"licence: {typed}").licence.url


# --- days, moments, addresses -------------------------------------------------------------------

MOMENTS = [
    ("2026-12-01T06:00+01:00", "2026-12-01T06:00+01:00"),
    ("2026-12-01T06:00Z", "2026-12-01T06:00Z"),
    ("2026-12-01 06:00-05:30", "2026-12-01T06:00-05:30"),
    ("2026-12-01t06:00:30z", "2026-12-01T06:00:30Z"),
]


@pytest.mark.parametrize(("typed", "kept"), MOMENTS)
def test_an_embargo_ends_at_a_moment(typed: str, kept: str) -> None:
    assert front(f"embargo-until: {typed}").embargo_until == kept


ODD_MOMENTS = [
    ("2026-12-01T06:00", "has no time zone", "add the zone: 2026-12-01T06:00Z for UTC"),
    ("2026-12-01 06:00:00", "has no time zone", "add the zone: 2026-12-01 06:00:00Z for UTC"),
    ("2026-12-01", "must be a day with its time", "write 2026-12-01T06:00Z; embargo takes the day alone"),
    ("2026-13-01T06:00Z", "must be a day with its time", "write it as"),
    ("2026-02-30T06:00Z", "must be a day with its time", "write it as"),
    ("2026-12-01T25:00Z", "must be a day with its time", "write it as"),
    ("2026-12-01T06:00 CET", "must be a day with its time", "write it as"),
    ("2026-12-01T06:00+23:00", "must be a day with its time", "write it as"),
    ("tomorrow", "must be a day with its time", "write it as"),
]


@pytest.mark.parametrize(("typed", "why", "cure"), ODD_MOMENTS)
def test_what_is_no_moment_is_grave_and_told_with_its_cure(typed: str, why: str, cure: str) -> None:
    only = problem(f"embargo-until: {typed}")
    assert (only.step, only.place.line) == (1, 3)
    assert only.message.startswith(f"'embargo-until' {why}")
    assert only.hint.startswith(cure)


def test_two_embargoes_are_told() -> None:
    only = problem("embargo: 2026-12-01", "embargo-until: 2026-12-01T06:00Z")
    assert (only.message, only.place.line) == (
        "The front matter has both 'embargo' and 'embargo-until'; the moment is what counts",
        3,
    )


def test_an_embargo_without_an_end_is_told() -> None:
    only = problem("status: embargoed")
    assert (only.message, only.step) == ("The brief is embargoed, and nothing says until when", 0)


@pytest.mark.parametrize("until", ["embargo: 2026-12-01", "embargo-until: 2026-12-01T06:00Z"])
def test_an_embargo_may_end_with_a_day_or_a_moment(until: str) -> None:
    assert front("status: embargoed", until).status == "embargoed"


def test_a_decision_has_its_day() -> None:
    assert front("decision-by: 2027-01-31").decision_by == "2027-01-31"
    assert problem("decision-by: soon").message == "'decision-by' must be a date such as 2026-11-23"


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org/briefs/1?a=b", "HTTPS://example.org:8080/x"]
)
def test_the_address_of_a_brief_is_one_on_the_web(url: str) -> None:
    assert front(f"url: {url}").url == url


ODD_ADDRESSES = [
    "example.org/x",
    "javascript:alert(1)",
    "https://",
    "https://a@example.org/",
    "https://x/#y",
    "ftp://x/",
]


@pytest.mark.parametrize("url", ODD_ADDRESSES)
def test_what_is_no_whole_address_is_refused(url: str) -> None:
    assert problem(f"url: '{url}'").message.startswith("'url' must be a whole address")


def test_an_address_without_its_beginning_is_offered_whole() -> None:
    assert problem("url: example.org/x").hint == "did you mean 'https://example.org/x'?"


@pytest.mark.parametrize("digits", ["000000021825009", "000000021694233", "000000015109370"])
def test_no_slip_of_one_digit_gives_an_orcid(digits: str) -> None:
    right = check_character(digits)
    slips = (
        digits[:at] + other + digits[at + 1 :] for at in range(15) for other in "0123456789" if other != digits[at]
    )
    assert all(check_character(slip) != right for slip in slips)


@pytest.mark.parametrize(
    "text",
    [
        "  - Buses are late.\n  - Buses are slow,\n    and full.",
        "  1. Buses are late.\n  2. Buses are slow,\n     and full.",
        "  Buses are late.\n\n  Buses are slow,\n  and full.",
    ],
)
def test_a_text_that_is_a_list_holds_several_key_messages(text: str) -> None:
    messages = front("key-messages: |", *text.split("\n")).key_messages
    assert [" ".join(message.split()) for message in messages] == ["Buses are late.", "Buses are slow, and full."]


@pytest.mark.parametrize("text", ["Buses - all of them - are late.", "- Buses are late.", "1.5 million wait."])
def test_a_text_may_hold_one_key_message(text: str) -> None:
    assert front(f"key-messages: '{text}'").key_messages == (text.removeprefix("- "),)


def test_an_allowance_in_a_text_without_quotes_is_named() -> None:
    found = problem("key-messages:", "  - Buses are late. <!-- briefkit: allow CLM102: known -->", title=False)
    assert "the comment in this text holds ': '" in found.message


def test_an_item_with_a_colon_is_told_to_take_quotes_for_it() -> None:
    assert problem("summary: {a: b}").hint == "put it in quotes where these brackets belong to it"
    assert problem("key-messages:", "  - Buses: late.").hint == "put it in quotes where this colon belongs to it"


def test_a_type_is_read_without_the_blanks_around_it() -> None:
    assert front('type: "note "').type == "note"


def test_a_character_nobody_sees_is_told_when_it_is_an_escape() -> None:
    found = problem('subtitle: "a\\u200bb"')
    assert (found.code, found.place.line) == ("DOC813", 3)
