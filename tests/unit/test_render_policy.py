"""The policy of a page names the styles in it, and no others."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from briefkit.render.policy import PLACE, SCRIPT_PLACE, with_policy


def source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_style_sheet_is_named_by_its_hash() -> None:
    assert with_policy(f"<meta content='{PLACE}'><style>p &amp; q</style>") == (
        f"<meta content='style-src {source('p &amp; q')}'><style>p &amp; q</style>"
    )


def test_style_attributes_are_named_as_a_browser_reads_them_each_once() -> None:
    made = with_policy(f'{PLACE}<style>p</style><p style="a: &quot;b&quot;"><p style="a: &quot;b&quot;">')
    loose = source('a: "b"')
    assert made.startswith(f"style-src {source('p')} 'unsafe-hashes' {loose}<style>")


def test_ends_of_lines_are_read_as_one_character() -> None:
    assert source("a\nb\nc") in with_policy(f"{PLACE}<style>a\r\nb\rc</style>")


def test_a_page_without_styles_may_have_none() -> None:
    assert with_policy(PLACE) == "style-src 'none'"


def test_a_template_with_a_policy_of_its_own_keeps_it() -> None:
    page = "<meta content=\"style-src 'unsafe-inline'\"><style>p</style>"
    assert with_policy(page) == page


def test_a_script_is_named_by_its_hash_where_the_policy_asks_for_scripts() -> None:
    made = with_policy(f"<meta content='{SCRIPT_PLACE}; {PLACE}'><script>1 && 2</script><style>p</style>")
    assert made.startswith(f"<meta content='script-src {source('1 && 2')}; style-src {source('p')}'>")


def test_where_there_is_no_script_none_may_run() -> None:
    assert with_policy(f"<meta content='{SCRIPT_PLACE}'>") == "<meta content='script-src 'none''>"


def test_a_page_without_a_policy_stays_as_it_is() -> None:
    assert with_policy("<script>1</script><style>p</style>") == "<script>1</script><style>p</style>"
