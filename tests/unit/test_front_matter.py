"""The YAML head of a brief becomes a typed FrontMatter; what is wrong with it becomes problems with places."""

from __future__ import annotations

import pytest

from briefkit.model import Author, FrontMatter, Place, Problem, Series
from briefkit.parse.front_matter import Head, read_head


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
    assert messages == ["'title' must be text", "The front matter has no title"]


def test_an_empty_value_says_nothing() -> None:
    assert front("lang:").lang == ""


@pytest.mark.parametrize("value", ["Jane Smith", "{name: Jane Smith}", "[Jane Smith]", "[{name: Jane Smith}]"])
def test_an_author_may_be_a_text_or_a_mapping_alone_or_in_a_list(value: str) -> None:
    assert front(f"authors: {value}").authors == (Author("Jane Smith"),)


def test_an_author_has_an_affiliation_an_orcid_and_an_address() -> None:
    author = front("authors: {name: A, affiliation: B, orcid: 0000-0001, email: a@b.org}").authors[0]
    assert (author.affiliation, author.orcid, author.email) == ("B", "0000-0001", "a@b.org")


def test_an_author_needs_a_name() -> None:
    assert problem("authors: [{email: a@b.org}]").message == "'authors' needs a name"


def test_an_author_that_is_a_list_is_refused() -> None:
    assert problem("authors: [[a]]").message == "'authors' must hold name, affiliation, orcid, email"


def test_a_misspelt_part_of_an_author_is_offered() -> None:
    assert "did you mean 'affiliation'?" in problem("authors: [{name: A, afiliation: B}]").message


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


@pytest.mark.parametrize("date", ["2026-11-23", "2024-02-29", "0999-01-01"])
def test_a_date_is_kept_as_typed(date: str) -> None:
    assert front(f"date: {date}").date == date


@pytest.mark.parametrize("date", ["23 November 2026", "2026-13-01", "2026-00-10", "2026-1-1", "2026", "2026-02-32"])
def test_what_is_no_date_is_refused(date: str) -> None:
    assert problem(f"date: {date}").message == "'date' must be a date such as 2026-11-23"


@pytest.mark.parametrize("date", ["2026-02-30", "2025-02-29", "2026-04-31"])
def test_a_day_that_its_month_does_not_have_is_refused(date: str) -> None:
    assert problem(f"date: {date}").message == "'date' must be a date such as 2026-11-23"


def test_a_date_that_is_a_list_is_refused() -> None:
    assert problem("date: [2026-11-23]").message == "'date' must be text"


def test_a_wrong_embargo_is_grave() -> None:
    assert problem("embargo: tomorrow").step == 1


def test_other_wrong_values_are_not_grave() -> None:
    assert problem("date: tomorrow").step == 0


def test_a_wrong_value_is_told_at_its_place() -> None:
    assert problem("date: tomorrow").place == Place("a.md", 3, 7, 3, 15)


@pytest.mark.parametrize("lang", ["en", "en-GB", "de-1996", "zh-Hant-TW", "haw"])
def test_a_language_tag_is_taken(lang: str) -> None:
    assert front(f"lang: {lang}").lang == lang


@pytest.mark.parametrize("lang", ["english", "e", "en_GB", "en-"])
def test_what_is_no_language_tag_is_refused(lang: str) -> None:
    assert "BCP 47" in problem(f"lang: {lang}").message


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


def test_a_misspelt_key_is_told_at_the_key() -> None:
    assert problem("bibliografy: a.bib").place == Place("a.md", 3, 1, 3, 12)


def test_a_key_of_ones_own_holds_anything() -> None:
    assert front("x-office: {floor: [1, 2]}").custom == {"x-office": {"floor": ["1", "2"]}}


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
