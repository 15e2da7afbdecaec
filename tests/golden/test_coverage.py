"""The table of what the built-in fonts can print is made from the fonts; `make accept` writes it anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefkit import packaged
from briefkit.brand import default_brand
from briefkit.brand.scripts import CODE, has_arabic, with_arabic, with_code
from briefkit.characters import find_unprintable, has_glyph
from briefkit.render.fonts import covered_characters, missing_characters
from briefkit.values import replace

MODULE = Path(__file__).parents[2] / "src" / "briefkit" / "coverage.py"
BRAND = with_arabic(default_brand(packaged.load_faces()), packaged.load_arabic_faces())
HEAD = '''"""What all faces of the built-in fonts can print, as ranges of code points. Made by `make accept`.

Arabic has fonts of its own, which are taken only for a text with such letters. CODE is what the font for code has more.
"""

'''
USES = ("base", "headings", "monospace")


def ranges(numbers: Iterable[int]) -> list[str]:
    """`20-7e` for each run of numbers, and `a0` for one that stands alone."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ["-".join(f"{number:x}" for number in run) for run in runs]


def module() -> str:
    """The text of the module, ten ranges a line."""
    own = covered_characters(default_brand(packaged.load_faces()))
    arabic = {number for number in covered_characters(BRAND) - own if has_arabic(chr(number))}
    code = covered_characters(replace(BRAND, faces=packaged.load_code_faces(), families=dict.fromkeys(USES, CODE)))
    tables = {"COVERED": own, "ARABIC": arabic, "CODE": code - covered_characters(BRAND)}
    return HEAD + "".join(f'{name} = """\n{_lines(numbers)}\n"""\n' for name, numbers in tables.items())


def _lines(numbers: Iterable[int]) -> str:
    spans = ranges(numbers)
    return "\n".join(" ".join(spans[at : at + 10]) for at in range(0, len(spans), 10))


def test_the_table_is_made_from_the_fonts(accept: bool) -> None:
    if accept:
        MODULE.write_text(module(), encoding="utf-8")
    assert MODULE.read_text("utf-8") == module(), "run: make accept"


def test_the_table_and_the_fonts_agree() -> None:
    text = "aŻé–…→√≤🎉漢ж\u0301سلام؟ـ٪٣ﷺ\u0651שת" + "".join(map(chr, range(0xA1, 0x250)))
    assert set(find_unprintable(text)) == set(missing_characters(BRAND, text))


def test_the_font_for_code_takes_no_character_from_the_table_of_text() -> None:
    assert covered_characters(with_code(BRAND, packaged.load_code_faces())) == covered_characters(BRAND)


def test_blanks_and_controls_need_no_sign() -> None:
    assert all(map(has_glyph, " \t\n\u00a0\u2009\u200b\ufeff\u202e\x07"))
