"""Places of a brief come back on their own printed words, wherever assembling puts these."""

from __future__ import annotations

import pytest

from briefkit.assemble import tree
from briefkit.assemble.document import Parts, assemble
from briefkit.assemble.marking import Anchor, find_printed
from briefkit.assemble.tokens import tokens, with_beside
from briefkit.model import Document, Place
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import parse_brief
from briefkit.text import Lines
from briefkit.values import replace
from tests.rendering import LIBRARY, make_document
from tests.unit.test_note_styles import STYLE as NOTES

HEAD = "---\ntitle: T\nkey-messages: [Losses doubled]\n---\n\n"


def printed(text: str, *wanted: str, csl: str = "") -> list[str]:
    """The printed words for each of these pieces of a text."""
    lines = Lines("brief.md", text)
    places = [lines.place(text.index(piece), text.index(piece) + len(piece)) for piece in wanted]
    document, anchors = anchored(text, places, csl)
    told = tokens(document.ast["blocks"])
    return ["-" if a is None else " ".join(_said(t.node) for t in told[a[0] : a[1] + 1]) for a in anchors]


def anchored(text: str, places: list[Place], csl: str = "") -> tuple[Document, list[Anchor | None]]:
    document = make_document(text, LIBRARY, csl=csl)
    brief = parse_brief(text, "brief.md", Pandoc())

    def again(blocks: list[tree.Node]) -> list[tree.Node]:
        other = replace(brief, ast={**brief.ast, "blocks": blocks})
        parts = Parts(other, LIBRARY, csl, document.brand, document.template)
        return list(assemble(parts, Pandoc()).ast["blocks"])

    return document, find_printed(brief, brief.ast["blocks"], places, document.ast["blocks"], again)


def _said(node: tree.Node) -> str:
    return "NOTE" if node["t"] == "Note" else tree.plain(node)


def test_words_of_a_paragraph() -> None:
    assert printed(HEAD + "Prices rose by half in May.\n", "rose by half", "Prices") == ["rose by half", "Prices"]


def test_a_place_in_the_middle_of_a_word_is_that_word() -> None:
    assert printed(HEAD + "Prices rose.\n", "ice") == ["Prices"]


def test_words_in_emphasis_and_links_and_across_their_edges() -> None:
    text = HEAD + "Prices *rose by half* in [the other town](https://town.example/map), they say.\n"
    assert printed(text, "by", "half* in [the", "other") == ["by", "half in the", "other"]


def test_words_in_lists_quotes_headings_and_cells() -> None:
    text = HEAD + "# A head\n\n1. First item\n2. Second item\n\n> Quoted words\n\n| a | b |\n|---|---|\n| c1 | d1 |\n"
    wanted = ("A head", "First item", "Second", "Quoted words", "d1")
    assert printed(text, *wanted) == list(wanted)


def test_words_of_captions() -> None:
    text = HEAD + '| a | b |\n|---|---|\n| c1 | d1 |\n\n: Costs compared {#tbl-one source="[@moh2026]"}\n'
    assert printed(text, "Costs compared", "c1") == ["Costs compared", "c1"]


def test_a_citation_is_marked_as_a_whole_as_it_is_printed() -> None:
    text = HEAD + "Prices rose [@moh2026, p. 3]. So says @zel2023.\n"
    assert printed(text, "@moh2026", "@zel2023") == ["(Ministry of Health\u00a02026,\u00a03)", "Żeleński (2023)"]


def test_an_unknown_key_beside_a_known_one_is_marked_with_it() -> None:
    assert printed(HEAD + "Prices rose [@moh2026; @nobody].\n", "@nobody")[0].endswith("(nobody?)")


def test_in_a_style_of_notes_a_citation_is_marked_at_its_call() -> None:
    text = HEAD + "Prices rose [@moh2026]. They rose again [@moh2026, p. 4]. And fell [@zel2023].\n"
    assert printed(text, "Prices rose [@moh2026]", "@zel2023", csl=NOTES) == ["Prices rose ", ""]


def test_words_of_a_note_are_marked_at_its_call() -> None:
    text = HEAD + "Prices rose.[^1] Wages fell.^[So they say.]\n\n[^1]: In the north, and in the south.\n"
    assert printed(text, "in the south", "So they say") == ["NOTE", "NOTE"]


def test_a_sentence_with_a_note_in_it_is_marked_from_end_to_end() -> None:
    text = HEAD + "Prices^[So they say.] rose a lot.\n"
    assert printed(text, "Prices^[So they say.] rose a lot") == ["Prices NOTE rose a lot"]


def test_the_same_words_elsewhere_are_not_taken_for_them() -> None:
    text = HEAD + "# Key messages\n\n- Prices rose.\n\n# The problem\n\nPrices rose.\n\nPrices rose.\n"
    starts = [n for n in range(len(text)) if text.startswith("Prices", n)]
    places = [Lines("brief.md", text).place(n, n + 11) for n in starts]
    _, found = anchored(text, places)
    assert len(set(found)) == 3
    told = [anchor for anchor in found if anchor is not None]
    assert sorted(told) == found  # the box of key messages comes first anyway


def test_moved_blocks_take_their_places_along() -> None:
    text = (
        HEAD.replace("key-messages: [Losses doubled]\n", "")
        + "# Why\n\nAlpha beta.\n\n# Key messages\n\n- Gamma delta.\n"
    )
    document, (early, late) = anchored(text, [Place("brief.md", 7, 1, 7, 6), Place("brief.md", 11, 3, 11, 8)])
    assert early is not None
    assert late is not None
    assert late < early
    assert tokens(document.ast["blocks"])[late[0]].words == ["Gamma"]


def test_what_stands_in_the_front_matter_has_its_words_in_the_boxes_of_the_head() -> None:
    assert printed(HEAD + "Losses doubled.\n", "doubled", "Losses doubled") == ["doubled", "Losses doubled"]
    document, (told,) = anchored(HEAD + "Losses doubled.\n", [Place("brief.md", 3, 16, 3, 30)])
    assert told is not None
    assert tokens(document.ast["blocks"][:1])[told[0]].words == ["Losses"]


def test_each_text_of_the_front_matter_has_its_own_words() -> None:
    text = """---
title: Prices rose
summary: |
  Prices rose by 4 cents. Prices rose [@smith2021].
key-messages:
  - "Prices rose by 5 cents in *May*, and by 5 cents in June."
  - Wages fell.
bottom-line: Prices rose by 6 cents.
---

Prices rose.
"""
    wanted = ("4 cents", "Prices rose [@smith2021]", "5 cents in June", "Wages fell", "6 cents", "smith2021")
    assert printed(text, *wanted) == [
        "4 cents",
        "Prices rose",
        "5 cents in June",
        "Wages fell",
        "6 cents",
        "Prices rose",
    ]


def test_a_title_has_no_words_in_the_tree() -> None:
    assert printed(HEAD + "Losses fell.\n", "title: T") == ["-"]


def test_a_place_without_printed_words_is_marked_beside_it() -> None:
    text = (
        HEAD
        + "Prices rose. <!-- briefkit: allow nothing: here -->\n\n<!-- briefkit: allow all: there -->\n\nLast words.\n"
    )
    assert printed(text, "<!-- briefkit: allow nothing", "<!-- briefkit: allow all") == ["rose", "Last"]


def test_a_place_over_many_blocks_is_marked_in_the_first() -> None:
    assert printed(HEAD + "One two.\n\nThree four.\n", "two.\n\nThree") == ["two"]


def test_typed_labels_mislead_nobody() -> None:
    text = HEAD + "[x]{#briefkit-label-1 .x} [y]{#briefkit-label-2 .y} Prices rose [z]{#briefkit-label-3} a lot.\n"
    assert printed(text, "Prices rose") == ["Prices rose"]


@pytest.mark.parametrize("text", ["", "---\ntitle: T\n---\n", "\n\n\n"])
def test_a_brief_without_words_has_no_anchors(text: str) -> None:
    brief = parse_brief(text, "brief.md", Pandoc())
    place = Place("brief.md", 1, 1, 1, 2)
    assert find_printed(brief, brief.ast["blocks"], [place], brief.ast["blocks"], lambda blocks: blocks) == [None]


def test_a_text_stays_in_one_piece_where_nothing_stands_beside_its_words() -> None:
    blocks = [tree.para([{"t": "Str", "c": "well-known"}, {"t": "Space"}, {"t": "Str", "c": "“thing”."}])]
    mark = tree.span(("x",), [])
    made = with_beside(blocks, {2: (mark,)}, {2: (mark,)})
    assert made[0]["c"][0] == {"t": "Str", "c": "well-known"}
    assert [node.get("c") for node in made[0]["c"][2:]] == ["“", mark["c"], "thing", mark["c"], "”."]
    assert with_beside(blocks, {}, {}) == blocks


CITIES = "\u0645\u064f\u062f\u064f\u0646\u064c"
"""A word of Arabic with its vowels."""


def test_a_mark_stays_on_its_letter() -> None:
    text = HEAD + f"The cafe\u0301\u0308 and {CITIES} closed.\n"
    assert printed(text, "caf", "closed") == ["cafe\u0301\u0308", "closed"]
    assert printed(text, CITIES)[0].replace(" ", "") == CITIES
