"""What an author typed becomes what may be printed."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.assemble import tree
from briefkit.assemble.clean import asset_name, clean
from briefkit.errors import RenderError
from briefkit.model import Asset
from briefkit.pandoc import Worker
from briefkit.parse.prepare import READER

PNG = Asset("charts/a b.png", b"\x89PNG", "image/png")


def cleaned(text: str, pandoc: Worker, **assets: Asset) -> list[Any]:
    return clean(list(pandoc.read(text, READER).ast["blocks"]), {asset.name: asset for asset in assets.values()})


def kinds(blocks: list[Any]) -> list[str]:
    return [node["t"] for node in blocks]


def targets(blocks: list[Any]) -> list[str]:
    return [node["c"][2][0] for node in tree.walk(blocks) if node["t"] == "Link"]


def test_our_comments_are_not_printed(pandoc: Worker) -> None:
    text = "<!-- briefkit: allow unsupported-claim: known -->\n\nOne <!-- briefkit: allow unsupported-claim: b --> two."
    (block,) = cleaned(text, pandoc)
    assert tree.plain(block) == "One two."


def test_a_figure_in_a_formula_has_no_blank_within_it(pandoc: Worker) -> None:
    (block,) = cleaned("With $n = 1{,}204$ and $x_{1,2}$.", pandoc)
    assert [node["c"][1] for node in tree.walk(block) if node["t"] == "Math"] == ["n = \\text{1,204}", "x_{1,2}"]


def test_raw_markup_is_not_printed(pandoc: Worker) -> None:
    blocks = cleaned("<script>alert(1)</script>\n\nA <b onclick=x>bold</b> word.", pandoc)
    assert [tree.plain(block) for block in blocks] == ["A bold word."]
    assert not any(node["t"].startswith("Raw") for node in tree.walk(blocks))


def test_a_list_split_by_our_comment_goes_on_counting(pandoc: Worker) -> None:
    text = "1. one\n2. two\n\n<!-- briefkit: allow unsupported-claim: known -->\n\n3. three\n"
    (block,) = cleaned(text, pandoc)
    assert [tree.plain(item).strip() for item in block["c"][1]] == ["one", "two", "three"]


def test_a_list_split_by_our_comment_without_a_colon_goes_on_counting(pandoc: Worker) -> None:
    assert kinds(cleaned("1. one\n\n<!-- briefkit allow a: b -->\n\n1. two\n", pandoc)) == ["OrderedList"]


def test_lists_of_different_kinds_stay_apart(pandoc: Worker) -> None:
    text = "1. one\n\n<!-- briefkit: allow unsupported-claim: known -->\n\n- two\n"
    assert kinds(cleaned(text, pandoc)) == ["OrderedList", "BulletList"]


def test_a_foreign_comment_between_lists_keeps_them_apart(pandoc: Worker) -> None:
    assert kinds(cleaned("- one\n\n<!-- end of list -->\n\n- two\n", pandoc)) == ["BulletList", "BulletList"]


def test_lists_joined_inside_a_box(pandoc: Worker) -> None:
    text = "::: {.case-study}\n- one\n\n<!-- briefkit: allow unsupported-claim: a -->\n\n- two\n:::\n"
    (box,) = cleaned(text, pandoc)
    assert kinds(box["c"][1]) == ["BulletList"]


@pytest.mark.parametrize("target", ["https://example.org/x", "http://example.org", "mailto:a@example.org", "#place"])
def test_links_of_known_schemes_are_kept(target: str, pandoc: Worker) -> None:
    assert targets(cleaned(f"[a]({target})", pandoc)) == [target]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "//evil.example"]
)
def test_links_of_other_schemes_become_their_words(target: str, pandoc: Worker) -> None:
    blocks = cleaned(f"[words]({target})", pandoc)
    assert targets(blocks) == []
    assert tree.plain(blocks) == "words"


@pytest.mark.parametrize("target", ["page.html", "/etc/passwd", "../x", "?a", "", "www.example.org", "."])
def test_links_to_files_become_their_words(target: str, pandoc: Worker) -> None:
    blocks = cleaned(f"[words]({target})", pandoc)
    assert targets(blocks) == []
    assert tree.plain(blocks) == "words"


def test_a_scheme_hidden_by_a_control_character_is_found() -> None:
    node = tree.link("java\tscript:alert(1)", tree.words("words"))
    assert targets(clean([tree.para([node])], {})) == []


def test_a_doi_becomes_an_address(pandoc: Worker) -> None:
    assert targets(cleaned("[a](doi:10.1000/x)", pandoc)) == ["https://doi.org/10.1000/x"]


def test_live_attributes_are_dropped(pandoc: Worker) -> None:
    box = '{.case-study #box onclick="x()" style="color:red" src=x custom-style=Y title="T"}'
    text = f"::: {box}\n[a]{{onload=x .opinion}}\n:::\n"
    (made,) = cleaned(text, pandoc)
    assert tree.attr(made) == ("box", ("case-study",), {"title": "T"})
    assert tree.attr(made["c"][1][0]["c"][0]) == ("", ("opinion",), {})


def test_a_language_and_a_direction_are_kept_if_an_engine_can_read_them(pandoc: Worker) -> None:
    text = '[a]{lang=pt-BR dir=rtl} [b]{lang="x\\"y" dir=up} [c]{lang="en GB"} `d`{lang=python}\n'
    kept = [tree.attr(node)[2] for node in tree.walk(cleaned(text, pandoc)) if node["t"] in ("Span", "Code")]
    assert kept == [{"lang": "pt-BR", "dir": "rtl"}, {}, {}, {}]


def test_a_picture_comes_from_the_asset_table(pandoc: Worker) -> None:
    blocks = cleaned("![Alt](charts/a%20b.png)\\\n", pandoc, png=PNG)
    (image,) = [node for node in tree.walk(blocks) if node["t"] == "Image"]
    assert image["c"][2][0].startswith("asset:")
    assert asset_name(image["c"][2][0]) == PNG.name


def test_a_picture_that_is_not_there_is_named(pandoc: Worker) -> None:
    with pytest.raises(RenderError, match="missing"):
        cleaned("![Alt](missing.png)", pandoc)


def test_a_remote_picture_is_refused(pandoc: Worker) -> None:
    with pytest.raises(RenderError, match="https"):
        cleaned("![Alt](https://example.org/a.png)", pandoc)


def test_notes_keep_paragraphs_only(pandoc: Worker) -> None:
    blocks = cleaned("Text.[^1]\n\n[^1]: First.\n\n    - a list\n\n    Last.\n", pandoc)
    (note,) = [node for node in tree.walk(blocks) if node["t"] == "Note"]
    assert kinds(note["c"]) == ["Para", "Para"]


def test_nothing_is_changed_in_place(pandoc: Worker) -> None:
    blocks = list(pandoc.read("<b>x</b> [a](javascript:x)", READER).ast["blocks"])
    before = repr(blocks)
    clean(blocks, {})
    assert repr(blocks) == before


def test_a_character_that_no_xml_may_hold_is_not_printed(pandoc: Worker) -> None:
    (block,) = cleaned("a&#1;b `c\x0cd` [e]{title='f&#2;'} $g\x0bh$", pandoc)
    texts = tree.plain(block), *(value for node in tree.walk(block) for value in tree.attr(node)[2].values())
    assert not any(char in "\x01\x02\x0b\x0c" for text in texts for char in text)
