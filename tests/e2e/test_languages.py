"""Briefs in Portuguese and Arabic go through the commands and come out in their language, and the right way round."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest

from tests.e2e.command import briefkit
from tests.pdf_checks import find_faults, uses_our_fonts

pytestmark = pytest.mark.slow

PROJECTS = Path(__file__).parent.parent / "projects"
BRIEFS = {"ar": ("water-ar", "miyah"), "pt": ("water-pt", "saneamento")}
LABELS = {
    "ar": (
        *("تاريخ النشر", "20 نوفمبر 2026", "موجه إلى", "القرار المطلوب", "الخلاصة", "الرسائل الرئيسية", "المراجع"),
        *("الجدول 1", "المصدر: ", "الخيار", "درجة اليقين: عالية", "الحجة المضادة", "في موعد أقصاه 31 يناير 2027"),
        *("ما مدى يقيننا؟", "للاستشهاد: "),
    ),
    "pt": (
        *("Data", "1º de novembro de 2026", "Para", "Decisão solicitada", "Situação", "Em revisão", "Em síntese"),
        *("Mensagens principais", "Tabela 1", "Fonte: ", "até 1º de março de 2027", "Como citar: ", "Referências"),
    ),
}
ENGLISH = ("References", "Table 1", "Source:", "Cite as", "Bottom line", "Published", "Skip to content", "On this page")
ARABIC = "[\u0600-\u06ff]"


@cache
def built(lang: str) -> dict[str, bytes]:
    """The outputs of the brief in a language by their endings, made once in a folder of their own."""
    project, name = BRIEFS[lang]
    with TemporaryDirectory() as folder:
        home = shutil.copytree(PROJECTS / project, Path(folder) / project)
        ran = briefkit("build", f"{name}.md", cwd=home)
        assert ran.code == 0, ran.out + ran.err
        return {path.suffix[1:]: path.read_bytes() for path in (home / "dist" / name).iterdir()}


def words(markup: str) -> str:
    """The text of HTML or XML without its tags and head."""
    body = re.sub(r"<(head|style|script)\b.*?</\1>", "", markup, flags=re.DOTALL)
    body = re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li|h\d|div|w:p)>", " ", body))
    return re.sub(r"\s+", " ", unescape(body).replace("\u200f", ""))


def word_parts(lang: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(built(lang)["docx"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(lang: str, name: str) -> str:
    return word_parts(lang)[f"word/{name}.xml"].decode()


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["html", "docx"])
@pytest.mark.parametrize("lang", list(LABELS))
def test_all_labels_and_dates_are_in_the_language_of_the_brief(lang: str, kind: str) -> None:
    shown = words(built(lang)["html"].decode() if kind == "html" else part(lang, "document"))
    assert [label for label in LABELS[lang] if label not in shown] == []
    assert [label for label in ENGLISH if label in shown] == []


def test_quotes_are_those_of_the_language() -> None:
    assert "“um direito humano essencial”" in words(built("pt")["html"].decode())


@pytest.mark.parametrize("lang", list(BRIEFS))
def test_the_check_says_that_claims_are_told_without_words(lang: str, tmp_path: Path) -> None:
    project, name = BRIEFS[lang]
    ran = briefkit("check", f"{name}.md", "--format", "json", cwd=shutil.copytree(PROJECTS / project, tmp_path / "p"))
    (brief,) = json.loads(ran.out)["briefs"]
    codes = [finding["code"] for finding in brief["findings"]]
    assert (ran.code, codes[0], "DOC818" in codes) == (0, "DOC817", False)


# --- the web page -----------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "tag"), [("ar", '<html lang="ar" dir="rtl">'), ("pt", '<html lang="pt-BR">')])
def test_the_page_says_its_language_and_direction(lang: str, tag: str) -> None:
    page = built(lang)["html"].decode()
    assert tag in page
    assert ("What is mirrored on screens" in page) == (lang == "ar")


def test_latin_words_and_references_are_isolated_in_arabic() -> None:
    page = built("ar")["html"].decode()
    assert '<span dir="ltr">World Bank</span>' in page
    assert re.search(r'<span dir="ltr">\(<a [^>]*>World Bank\s2018</a>\)</span>', page)
    assert re.search(r'<span dir="ltr"><a\s[^>]*href="https://openknowledge', page)
    entries = dict(re.findall(r'<div id="ref-(\w+)" ([^>]*)', page))
    assert {key: 'dir="ltr"' in said for key, said in entries.items()} == {
        "wb2016": True,
        "wb2018": True,
        "un2015": False,
    }


def test_the_card_of_a_latin_reference_runs_from_left_to_right() -> None:
    cards = re.findall(r'<div class="card"[^>]*>(.*?)</div>', built("ar")["html"].decode(), re.DOTALL)
    assert cards
    assert {'<span dir="ltr">World Bank' in card for card in cards if "World Bank. 201" in card} == {True}


# --- Word -------------------------------------------------------------------------------------


def test_the_tables_the_section_and_all_paragraphs_of_the_word_file_are_mirrored() -> None:
    document = part("ar", "document")
    tables = re.findall(r"<w:tblPr>.*?</w:tblPr>", document, re.DOTALL)
    assert ["<w:bidiVisual/>" in table for table in tables] == [True, True]
    assert "<w:bidi/>" in document[document.index("<w:sectPr") :]
    paragraphs = [p for p in re.findall(r"<w:p>.*?</w:p>", document, re.DOTALL) if re.search(ARABIC, p)]
    assert [p for p in paragraphs if "<w:bidi />" not in p] == []


def test_runs_of_arabic_letters_say_so_in_word_and_others_do_not() -> None:
    runs = re.findall(r"<w:r>((?:(?!</w:r>).)*?)<w:t\b[^>]*>([^<]*)</w:t>", part("ar", "document"), re.DOTALL)
    assert [text for look, text in runs if re.search(ARABIC, text) and "<w:rtl />" not in look] == []
    assert [text for look, text in runs if re.search("[A-Za-z]", text) and "<w:rtl />" in look] == []


def test_the_styles_and_the_header_of_the_word_file_are_mirrored() -> None:
    sheet, header = part("ar", "styles"), part("ar", "header1")
    (bars,) = re.findall(r'w:styleId="CalloutText".*?<w:pBdr>(.*?)</w:pBdr>', sheet, re.DOTALL)
    assert re.search(r'<w:right [^>]*w:sz="36"', bars)
    assert re.search(r'<w:lang [^>]*w:bidi="ar"', sheet)
    assert sheet.count("<w:b/>") + sheet.count("<w:b />") == sheet.count("<w:bCs/>") + sheet.count("<w:bCs />") > 10
    assert "<w:bidi/>" in header
    assert "<w:rtl/>" in header


def test_a_latin_reference_in_word_runs_from_left_to_right() -> None:
    paragraphs = re.findall(r"<w:p>.*?</w:p>", part("ar", "document"), re.DOTALL)
    assert ["<w:bidi />" in p for p in paragraphs if '"Bibliography"' in p] == [False, False, True]


def test_the_word_file_of_another_language_is_not_mirrored() -> None:
    text = "".join(part("pt", name) for name in ("document", "styles", "header1", "footer1"))
    assert re.findall(r"<w:(?:bidi|rtl|bidiVisual) ?/>", text) == []


# --- fonts ------------------------------------------------------------------------------------


def test_the_arabic_fonts_are_in_outputs_with_arabic_letters_only() -> None:
    for lang, there in (("ar", True), ("pt", False)):
        assert (b"Noto Naskh Arabic" in built(lang)["html"]) == there
        assert ("Noto Naskh Arabic" in part(lang, "fontTable")) == there
        assert ('<a:cs typeface="Noto Naskh Arabic"/>' in part(lang, "theme/theme1")) == there
        assert sum(name.endswith(".odttf") for name in word_parts(lang)) == 8 + 2 * there
        named = {name for name in json.loads(built(lang)["json"])["inputs"] if "Naskh" in name}
        assert named == ({f"font:Noto Naskh Arabic {weight}" for weight in (400, 700)} if there else set())


ENGLISH_BRIEF = """---
title: A word of Arabic
date: 2026-11-20
lang: en
---

# The word

The greeting **سلام** is old.
"""


def test_an_arabic_word_in_an_english_brief_is_set_in_our_font(tmp_path: Path) -> None:
    (tmp_path / "word.md").write_text(ENGLISH_BRIEF, encoding="utf-8")
    ran = briefkit("build", "word.md", "--draft", "--to", "pdf,html", cwd=tmp_path)
    assert ran.code == 0, ran.err
    page = (tmp_path / "dist" / "word" / "word.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert '<span dir="rtl">سلام</span>' in page
    with pikepdf.open(tmp_path / "dist" / "word" / "word.pdf") as pdf:
        assert list(uses_our_fonts(pdf)) == []


def test_a_source_in_arabic_that_nobody_cites_is_set_in_our_font_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "word.md").write_text(ENGLISH_BRIEF.replace("سلام", "salam"), encoding="utf-8")
    (tmp_path / "references.bib").write_text("@book{a, title = {سياسات المياه}, date = {2019}}\n", encoding="utf-8")
    ran = briefkit("check", "word.md", "--format", "pdf", "-o", "report.pdf", "--fail-on", "never", cwd=tmp_path)
    assert ran.code == 0, ran.err
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert list(uses_our_fonts(pdf)) == []
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert any("Naskh" in font for font in fonts)


# --- templates --------------------------------------------------------------------------------


@pytest.mark.parametrize("template", ["report", "one-pager", "memo", "plain"])
def test_every_template_is_mirrored_and_passes_all_checks(template: str, tmp_path: Path) -> None:
    home = shutil.copytree(PROJECTS / "water-ar", tmp_path / "p")
    ran = briefkit("build", "miyah.md", "--template", template, "--to", "pdf,html", cwd=home)
    assert ran.code == 0, ran.err
    assert 'dir="rtl"' in (home / "dist" / "miyah" / "miyah.html").read_text("utf-8")
    with pikepdf.open(home / "dist" / "miyah" / "miyah.pdf") as pdf:
        assert find_faults(pdf) == {}
    pdf = pypdfium2.PdfDocument((home / "dist" / "miyah" / "miyah.pdf").read_bytes())
    assert places(pdf[0], "3/2026")[0][1] < 0.35, "the series stands at the left"
    pdf.close()


# --- the PDF ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "tag"), [("ar", "ar"), ("pt", "pt-BR")])
def test_the_pdf_says_its_language_and_is_set_in_our_fonts(lang: str, tag: str) -> None:
    """It does not say that its pages are turned to the right: viewers that heed it read Latin lines backwards."""
    with pikepdf.open(io.BytesIO(built(lang)["pdf"])) as pdf:
        assert str(pdf.Root.Lang) == tag
        assert "/Direction" not in pdf.Root.ViewerPreferences
        assert list(uses_our_fonts(pdf)) == []


def places(page: Any, needle: str) -> list[tuple[float, float]]:
    """How far from the left edge of the page some words begin and end, in shares of its width, each time."""
    text, found = page.get_textpage(), []
    search = text.search(needle)
    while hit := search.get_next():
        boxes = [text.get_charbox(hit[0] + index) for index in range(hit[1])]
        found.append((min(b[0] for b in boxes) / page.get_width(), max(b[2] for b in boxes) / page.get_width()))
    return found


def test_the_arabic_page_is_mirrored() -> None:
    pdf = pypdfium2.PdfDocument(built("ar")["pdf"])
    facts, series = (places(pdf[0], text)[0] for text in ("2027", "3/2026"))
    assert facts[0] > 0.74, "the facts stand in the right margin"
    assert series[1] < 0.25, "the series stands at the left"
    bullets = [place for number in ("1", "2", "3") for place in places(pdf[1], number) if place[0] > 0.65]
    assert len(bullets) >= 3, "the numbers of recommendations stand at the right"
    pdf.close()


def latin_lines(page: Any) -> list[str]:
    """The Latin letters of each line of a page, from left to right."""
    text, lines = page.get_textpage(), dict[int, list[tuple[float, str]]]()
    for index, letter in enumerate(text.get_text_range(errors="ignore")[: text.count_chars()]):
        if letter.isascii() and letter.isalpha():
            left, bottom, _, _ = text.get_charbox(index, loose=True)
            lines.setdefault(round(bottom / 4), []).append((left, letter))
    return ["".join(letter for _, letter in sorted(line)) for line in lines.values()]


def test_latin_words_in_an_arabic_line_keep_their_order() -> None:
    pdf = pypdfium2.PdfDocument(built("ar")["pdf"])
    lines = " ".join(line for page in pdf for line in latin_lines(page))
    pdf.close()
    for words in ("BeyondScarcity", "smartmeters", "WorldBank", "openknowledgeworldbankorg", "WorldBankHighandDry"):
        assert words in lines
