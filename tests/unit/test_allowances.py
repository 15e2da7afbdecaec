"""Comments become allowances: their names, their reasons, and what they cover."""

from __future__ import annotations

import pytest

from briefkit.model import Allowance, Place
from briefkit.pandoc import Worker
from briefkit.parse.allowances import is_ours, read_allowance
from briefkit.text import Lines
from tests.building import make_brief

HERE = Place("a.md", 1, 1, 1, 9)


def read(comment: str) -> Allowance:
    allowance = read_allowance(comment, HERE, HERE)
    assert allowance is not None
    return allowance


def scopes(text: str, pandoc: Worker) -> list[str]:
    """What the allowances of a text cover, as typed."""
    brief = make_brief(text, pandoc)
    return [Lines("brief.md", brief.text).slice(a.scope) for a in brief.allowances]


def places(text: str, pandoc: Worker) -> list[str]:
    """Where the allowances of a text stand, as typed."""
    brief = make_brief(text, pandoc)
    return [Lines("brief.md", brief.text).slice(a.place) for a in brief.allowances]


# --- the grammar -----------------------------------------------------------------------------


def test_an_allowance_has_a_name_and_a_reason() -> None:
    assert read("<!-- briefkit: allow unsupported-claim: own record -->") == Allowance(
        ("unsupported-claim",), "own record", HERE, HERE
    )


def test_several_names_are_parted_by_commas() -> None:
    assert read("<!-- briefkit: allow a-b, c-d,e: r -->").names == ("a-b", "c-d", "e")


def test_a_reason_may_hold_colons() -> None:
    assert read("<!-- briefkit: allow a: see 1:2: there -->").reason == "see 1:2: there"


def test_a_reason_may_run_over_lines() -> None:
    assert read("<!-- briefkit: allow a: one\ntwo -->").reason == "one\ntwo"


@pytest.mark.parametrize("comment", ["<!--briefkit:allow a:r-->", "<!--  BriefKit : ALLOW a : r  -->"])
def test_blanks_and_capitals_do_not_matter(comment: str) -> None:
    assert (read(comment).names, read(comment).reason) == (("a",), "r")


@pytest.mark.parametrize("comment", ["<!-- briefkit: allow a -->", "<!-- briefkit: allow a: -->"])
def test_an_allowance_may_lack_a_reason(comment: str) -> None:
    assert (read(comment).names, read(comment).reason) == (("a",), "")


def test_an_allowance_may_lack_a_name() -> None:
    assert read("<!-- briefkit: allow: because -->").names == ()


def test_a_word_of_ours_that_is_no_allowance_is_one_without_names() -> None:
    assert read("<!-- briefkit: ignore everything -->").names == ()


def test_a_comment_of_somebody_else_is_no_allowance() -> None:
    assert read_allowance("<!-- markdownlint: allow a: b -->", HERE, HERE) is None


def test_a_comment_that_only_mentions_us_is_not_ours() -> None:
    assert not is_ours("<!-- see briefkit: allow -->")


def test_a_comment_that_speaks_to_us_is_ours() -> None:
    assert is_ours("\n<!-- briefkit: allow a: b -->")


# --- what they cover -------------------------------------------------------------------------

ALLOW = "<!-- briefkit: allow unsupported-claim: r -->"


def test_an_allowance_before_a_paragraph_covers_it(pandoc: Worker) -> None:
    assert scopes(f"{ALLOW}\n\nOne. Two.\n\nThree.\n", pandoc) == ["One. Two."]


def test_an_allowance_before_a_list_covers_all_of_it(pandoc: Worker) -> None:
    assert scopes(f"{ALLOW}\n\n- One.\n- Two.\n", pandoc) == ["One.\n- Two."]


def test_an_allowance_in_a_line_covers_the_sentence_before_it(pandoc: Worker) -> None:
    assert scopes(f"One. Two. {ALLOW} Three.\n", pandoc) == ["Two."]


def test_an_allowance_inside_a_sentence_covers_that_sentence(pandoc: Worker) -> None:
    assert scopes(f"One. Two {ALLOW} three. Four.\n", pandoc) == [f"Two {ALLOW} three."]


def test_an_allowance_at_the_start_of_a_paragraph_covers_it(pandoc: Worker) -> None:
    assert scopes(f"{ALLOW} One. Two.\n\nThree.\n", pandoc) == ["One. Two."]


def test_an_allowance_directly_above_a_paragraph_covers_it(pandoc: Worker) -> None:
    assert scopes(f"{ALLOW}\nOne. Two.\n", pandoc) == ["One. Two."]


def test_an_allowance_at_the_end_of_an_item_covers_the_next_item(pandoc: Worker) -> None:
    assert scopes(f"- One.\n  {ALLOW}\n- Two.\n- Three.\n", pandoc) == ["Two."]


def test_an_allowance_as_a_paragraph_of_an_item_covers_the_next_item(pandoc: Worker) -> None:
    assert scopes(f"- One.\n\n    {ALLOW}\n\n- Two.\n\n- Three.\n", pandoc) == ["Two."]


def test_an_allowance_at_the_end_of_the_last_item_covers_that_item(pandoc: Worker) -> None:
    assert scopes(f"- One.\n- Two.\n  {ALLOW}\n", pandoc) == ["Two."]


def test_an_allowance_behind_the_words_of_an_item_covers_that_item(pandoc: Worker) -> None:
    assert scopes(f"- One. {ALLOW}\n- Two.\n", pandoc) == ["One."]


def test_an_allowance_before_a_table_covers_its_caption_too(pandoc: Worker) -> None:
    text = f"{ALLOW}\n\n| A |\n|---|\n| It is so. |\n\n: The caption.\n"
    (scope,) = scopes(text, pandoc)
    assert scope.endswith("The caption.")


def test_an_allowance_before_a_paragraph_does_not_cover_its_note(pandoc: Worker) -> None:
    text = f"{ALLOW}\n\nOne.[^1]\n\nTwo.\n\n[^1]: Three.\n"
    (scope,) = scopes(text, pandoc)
    assert "Two" not in scope


def test_an_allowance_at_the_end_covers_itself_only(pandoc: Worker) -> None:
    assert scopes(f"One.\n\n{ALLOW}\n", pandoc) == [ALLOW]


def test_an_allowance_stands_where_its_comment_stands(pandoc: Worker) -> None:
    assert places(f"One. {ALLOW} Two.\n\n{ALLOW}\n\nThree.\n", pandoc) == [ALLOW, ALLOW]


def test_the_second_of_two_equal_allowances_has_its_own_place(pandoc: Worker) -> None:
    brief = make_brief(f"{ALLOW}\n\nOne.\n\n{ALLOW}\n\nTwo.\n", pandoc)
    assert [a.place.line for a in brief.allowances] == [1, 5]


def test_a_comment_of_ours_in_code_is_none(pandoc: Worker) -> None:
    assert scopes(f"```\n{ALLOW}\n```\n\nOne `{ALLOW}` two.\n", pandoc) == []


def test_a_comment_of_somebody_else_covers_nothing(pandoc: Worker) -> None:
    assert scopes("<!-- a note -->\n\nOne.\n", pandoc) == []


@pytest.mark.parametrize("last", ["***", "*", "![](pump.png)"])
def test_a_comment_before_what_has_no_words_covers_nothing(last: str, pandoc: Worker) -> None:
    text = f"Text.\n\n<!-- briefkit: allow unsupported-claim: known -->\n\n{last}\n"
    assert scopes(text, pandoc) == ["<!-- briefkit: allow unsupported-claim: known -->"]
