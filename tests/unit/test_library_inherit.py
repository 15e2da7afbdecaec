"""What sources inherit, and which fields they then lack."""

from __future__ import annotations

import pytest

from briefkit.library import missing_fields, read_library, resolve
from briefkit.model import Source


def resolved(text: str, key: str = "a") -> Source:
    [source] = resolve(read_library([("references.bib", text)]), [key])
    return source


def values(text: str, key: str = "a") -> dict[str, str]:
    return {name: field.value for name, field in resolved(text, key).fields.items()}


def missing(text: str) -> tuple[str, ...]:
    return missing_fields(resolved(text))


def test_sources_come_in_the_order_of_the_keys_each_once() -> None:
    library = read_library([("references.bib", "@book{a,}\n@book{b,}\n@book{c,}")])
    assert [source.key for source in resolve(library, ["c", "nobody", "a", "c"])] == ["c", "a"]


def test_a_source_without_links_is_the_same_value() -> None:
    library = read_library([("references.bib", "@book{a, title = {X}}")])
    assert resolve(library, ["a"])[0] is library.sources["a"]


def test_a_paper_takes_the_title_of_its_proceedings_as_booktitle() -> None:
    text = "@inproceedings{a, title = {T}, crossref = {p}}\n@proceedings{p, title = {P}, subtitle = {S}, date = {2020}}"
    assert values(text) == {"title": "T", "booktitle": "P", "booksubtitle": "S", "date": "2020"}


def test_the_old_name_of_a_type_inherits_as_well() -> None:
    assert values("@conference{a, crossref = {p}}\n@proceedings{p, title = {P}}") == {"booktitle": "P"}


def test_an_explicit_booktitle_of_the_parent_comes_first() -> None:
    text = "@inproceedings{a, crossref = {p}}\n@proceedings{p, title = {Long}, booktitle = {Short}}"
    assert values(text) == {"booktitle": "Short"}


def test_a_chapter_takes_the_author_of_its_book_as_bookauthor_too() -> None:
    assert values("@inbook{a, crossref = {b}}\n@book{b, author = {A}}") == {"author": "A", "bookauthor": "A"}


def test_an_article_takes_the_title_of_its_periodical() -> None:
    assert values("@article{a, crossref = {p}}\n@periodical{p, title = {P}}") == {"journaltitle": "P"}


def test_a_volume_takes_the_title_of_its_work_as_maintitle() -> None:
    assert values("@book{a, title = {V}, crossref = {w}}\n@mvbook{w, title = {W}}") == {"title": "V", "maintitle": "W"}


def test_a_link_may_name_another_key_of_the_entry() -> None:
    text = "@book{a, title = {V}, crossref = {w2}}\n@mvbook{w, ids = {w1, w2}, title = {W}}"
    assert values(text) == {"title": "V", "maintitle": "W"}
    assert read_library([("references.bib", text)]).problems == ()


def test_a_link_to_a_key_means_the_entry_of_that_key_and_no_alias() -> None:
    assert values("@book{a, xdata = {b}}\n@xdata{c, ids = {b}, note = {C}}\n@xdata{b, note = {B}}") == {"note": "B"}


def test_titles_go_down_a_chain() -> None:
    text = (
        "@inproceedings{a, title = {T}, crossref = {p}}\n"
        "@proceedings{p, title = {P}, crossref = {s}}\n@mvproceedings{s, title = {S}, date = {2020}}"
    )
    assert values(text) == {"title": "T", "booktitle": "P", "maintitle": "S", "date": "2020"}


def test_own_fields_are_never_replaced() -> None:
    assert values("@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, note = {N}}") == {
        "title": "A",
        "note": "N",
    }


def test_an_empty_field_is_filled() -> None:
    assert values("@book{a, note = {}, crossref = {b}}\n@book{b, note = {N}}") == {"note": "N"}


@pytest.mark.parametrize(
    ("own", "other"),
    [("year", "date"), ("journal", "journaltitle"), ("address", "location"), ("school", "institution")],
)
def test_a_field_counts_under_its_other_name(own: str, other: str) -> None:
    assert values(f"@book{{a, {own} = {{1}}, crossref = {{b}}}}\n@book{{b, {other} = {{2}}}}") == {own: "1"}
    assert values(f"@book{{a, {other} = {{1}}, crossref = {{b}}}}\n@book{{b, {own} = {{2}}}}") == {other: "1"}


@pytest.mark.parametrize("name", ["ids", "label", "sortkey", "xref", "entryset", "options", "shorthand"])
def test_what_belongs_to_one_entry_is_not_inherited(name: str) -> None:
    assert values(f"@book{{a, crossref = {{b}}}}\n@book{{b, {name} = {{x}}}}") == {}


def test_several_xdata_are_taken_in_their_order_and_before_the_crossref() -> None:
    text = (
        "@book{a, crossref = {c}, xdata = {x, y}}\n@xdata{x, publisher = {X}}\n"
        "@xdata{y, publisher = {Y}, location = {L}}\n@book{c, publisher = {C}, location = {C}, note = {C}}"
    )
    assert values(text) == {"publisher": "X", "location": "L", "note": "C"}


def test_xdata_keep_the_names_of_their_fields() -> None:
    assert values("@inproceedings{a, xdata = {x}}\n@xdata{x, title = {T}}") == {"title": "T"}


def test_a_missing_parent_is_passed_over() -> None:
    assert values("@book{a, xdata = {z, x}}\n@xdata{x, note = {N}}") == {"note": "N"}


def test_nothing_is_inherited_round_a_cycle() -> None:
    text = "@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, note={B}, xdata={x}}\n@xdata{x, isbn={1}}"
    assert values(text, "a") == {"title": "A"}
    assert values(text, "b") == {"note": "B", "isbn": "1"}


def test_an_entry_outside_a_cycle_inherits_from_its_members() -> None:
    text = "@book{a, crossref = {b}}\n@book{b, crossref = {c}, note = {B}}\n@book{c, crossref = {b}, isbn = {1}}"
    assert values(text) == {"note": "B"}


def test_what_lies_behind_five_links_is_left_out() -> None:
    links = "".join(f"@book{{k{n}, f{n} = {{x}}, crossref = {{k{n + 1}}}}}\n" for n in range(7)) + "@book{k7, f7 = {x}}"
    assert list(values(links, "k0")) == ["f0", "f1", "f2", "f3", "f4", "f5"]
    assert list(values(links, "k2")) == ["f2", "f3", "f4", "f5", "f6", "f7"]


def test_a_wide_web_of_links_is_resolved_at_once() -> None:
    names = ", ".join(f"x{n}" for n in range(40))
    text = "".join(
        f"@xdata{{x{n}, f{n} = {{1}}, xdata = {{y{n}}}}}\n@xdata{{y{n}, xdata = {{z}}}}\n" for n in range(40)
    )
    assert len(values(f"@book{{a, xdata = {{{names}}}}}\n{text}@xdata{{z, last = {{1}}}}")) == 41


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@article{a, author={A}, title={T}, journal={J}, year={2020}}", ()),
        ("@article{a, author={A}, title={T}, journaltitle={J}, date={2020}}", ()),
        ("@article{a, title={T}, year={2020}}", ("author or editor", "journaltitle")),
        ("@article{a, author={A}, title={ }, journal={J}, pubstate={forthcoming}}", ("title",)),
        ("@book{a, editor={E}, title={T}, year=2020}", ()),
        ("@book{a,}", ("author or editor", "title", "date")),
        ("@techreport{a, author={A}, title={T}, institution={I}, year={2020}}", ()),
        ("@report{a, institution={I}, title={T}, date={2020}}", ()),
        ("@phdthesis{a, author={A}, title={T}, year={2020}}", ("institution",)),
        ("@conference{a, author={A}, title={T}, year={2020}}", ("booktitle",)),
        ("@www{a, organization={O}, title={T}, urldate={2020-01-01}}", ("url",)),
        ("@electronic{a, organization={O}, title={T}, year={2020}, url={u}}", ()),
        ("@online{a, title={T}, url={u}}", ("author or editor", "date")),
        ("@inbook{a, author={A}, title={T}, chapter={3}, year={2020}}", ()),
        ("@misc{a, howpublished={h}, title={T}, year={2020}}", ()),
        ("@legislation{a,}", ("title",)),
        ("@legislation{a, number={12}}", ()),
        ("@xdata{a,}", ()),
    ],
)
def test_a_type_needs_its_fields_under_either_name(text: str, names: tuple[str, ...]) -> None:
    assert missing(text) == names


def test_what_is_inherited_is_not_missing() -> None:
    text = "@inproceedings{a, author={A}, title={T}, crossref={p}}\n@proceedings{p, title={P}, date={2020}}"
    assert missing(text) == ()


def test_a_single_field_is_taken_from_an_xdata_that_may_be_inherited_from_besides() -> None:
    text = (
        "@book{a, title={T}, author={xdata=x-author-2}, xdata={y}}"
        "@xdata{x, author={One, A and Two, B}, publisher={P}}"
        "@xdata{y, publisher={xdata=x-publisher}}"
    )
    assert values(text) == {"title": "T", "author": "Two, B", "publisher": "P"}
