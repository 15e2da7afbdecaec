"""Code is set in a font of its own, which is there only where there is code."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest

from briefkit import packaged
from briefkit.assemble import tree
from briefkit.brand import default_brand
from briefkit.brand.scripts import CODE, has_code_font, names_code_font, with_code
from briefkit.brand.typography import Stack
from briefkit.model import Document, Place
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.docx import unpacked
from briefkit.values import replace
from tests.rendering import make_document
from tests.unit.test_render_html import page

BRAND = default_brand(packaged.load_faces())
TEXT = """---
title: Data
---

# The `unit` step

The field is `unit_id`.^[As in `codes.csv`.]

    kWh

| Field |
|-------|
| `kg`  |
"""


@cache
def coded() -> Document:
    document = make_document(TEXT)
    return replace(document, brand=with_code(document.brand, packaged.load_code_faces()))


def stack(*families: str) -> Stack:
    return Stack(families, Place("_brand.yml", 1, 1, 1, 1))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It is `a`.", True),
        ("- It is so:\n\n      kWh\n", True),
        ("Words.^[A note: `a`.]", True),
        ("| a |\n|---|\n| 1 |\n\n: Cost {#tbl-a source='see `a`'}\n", True),
        ("```{.chart kind=bar}\na,1\n```\n", False),
        ("It is `<b>`{=html} and \\`so\\`.", False),
    ],
)
def test_code_is_what_prints_as_code(text: str, code: bool) -> None:
    assert tree.has_code(Pandoc().read(text, "markdown").ast["blocks"]) is code


def test_code_in_an_entry_is_code() -> None:
    assert tree.has_code([], "title = {Use of \\texttt{make}}")
    assert not tree.has_code([], "title = {Use of make}")


def test_the_font_that_a_brand_names_for_code_is_its_own() -> None:
    assert not has_code_font(BRAND, None)
    assert has_code_font(BRAND, stack("inter"))
    assert not has_code_font(BRAND, stack("Fira Code"))
    assert has_code_font(with_code(BRAND, packaged.load_code_faces()), None)


def test_a_brand_may_name_our_font_for_code() -> None:
    assert names_code_font([stack("Fira Code", "source code pro")])
    assert not names_code_font([stack("Inter")])


def test_a_web_page_with_code_has_its_font_and_one_without_says_nothing_of_it() -> None:
    made = FORMATS["html"](coded(), Pandoc()).decode()
    assert f'--mono: "{CODE}", ui-monospace, monospace;' in made
    assert re.search(rf'@font-face \{{\s*font-family: "{CODE}";\s*font-weight: 400;', made)
    assert "pre code { font-size: inherit }" in made
    assert CODE not in page()
    assert "pre code" not in page()


def test_code_in_word_is_in_its_font_and_a_little_smaller_than_what_stands_around_it() -> None:
    parts = {name: data.decode("latin-1") for name, data in unpacked(FORMATS["docx"](coded(), Pandoc())).items()}
    styles = dict(
        re.findall(
            r'<w:style w:styleId="(VerbatimChar\w*|SourceCode)".*?(<w:rPr>.*?)</w:style>', parts["word/styles.xml"]
        )
    )
    assert all(f'w:ascii="{CODE}"' in style and f'w:hAnsi="{CODE}"' in style for style in styles.values())
    sizes = {name: re.findall(r'<w:sz w:val="(\d+)"', style) for name, style in styles.items()}
    assert sizes == {"VerbatimChar": ["18"], "SourceCode": ["18"], "VerbatimCharSmall": ["15"], "VerbatimCharLarge": []}
    runs = re.compile(r'<w:rStyle w:val="(Verbatim\w*)" />(?:(?!<w:t ).)*<w:t [^>]*>([^<]*)')
    assert {
        words: style for style, words in runs.findall(parts["word/document.xml"] + parts["word/footnotes.xml"])
    } == {
        "unit": "VerbatimCharLarge",
        "unit_id": "VerbatimChar",
        "kWh": "VerbatimChar",
        "kg": "VerbatimCharSmall",
        "codes.csv": "VerbatimCharSmall",
    }
    assert f'w:name="{CODE}"' in parts["word/fontTable.xml"]


@pytest.mark.slow
def test_the_pdf_embeds_the_font_for_code_and_has_no_fault() -> None:
    pikepdf = pytest.importorskip("pikepdf")
    from tests.pdf_checks import find_faults

    with pikepdf.open(io.BytesIO(FORMATS["pdf"](coded(), Pandoc()))) as pdf:
        assert find_faults(pdf) == {}
        names = {str(item.get("/BaseFont", "")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary)}
    assert any("Source-Code-Pro" in name for name in names)
