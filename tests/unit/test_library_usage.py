"""Which sources of a library nobody uses."""

from __future__ import annotations

from briefkit.library.usage import unused_sources
from tests.building import make_library


def unused(bib: str, *used: str) -> list[str]:
    return [source.key for source in unused_sources(make_library(bib), used)]


def test_without_a_citation_all_sources_are_unused() -> None:
    assert unused("@book{a, title={X}} @book{b, title={X}}") == ["a", "b"]


def test_keys_that_no_library_holds_and_links_into_nothing_are_passed_over() -> None:
    assert unused("@book{a, title={X}, related={c}} @book{b, title={X}}", "a", "z") == ["b"]


def test_a_citation_of_another_key_uses_the_entry_and_what_it_inherits_from() -> None:
    assert unused("@book{a, ids={x}, crossref={y}} @book{b, ids={y}} @book{c, ids={z}}", "x") == ["c"]


def test_a_star_uses_everything() -> None:
    assert unused("@book{a, title={X}}", "*") == []


def test_entries_that_lead_to_each_other_are_walked_once() -> None:
    assert unused("@book{a, title={X}, related={b}} @book{b, title={X}, related={a}}", "b") == []


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = "".join(f"@book{{k{n}, title={{X}}, related={{k{n + 1}}}}}\n" for n in range(3_000))
    assert unused(chain + "@book{k3000, title={X}}", "k0") == []
