"""What is printed stays on its page, in its column and apart from what stands beside it, however long it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest

from briefkit import packaged
from briefkit.brand import default_brand
from briefkit.model import Asset, Face, Logo
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.lettering import in_our_fonts
from briefkit.render.page_fonts import beside
from briefkit.render.values import ending_together, outline, page_values, running_title
from briefkit.values import replace
from tests.branding import make_font
from tests.pdf_checks import find_faults
from tests.rendering import built_in_template, make_document

pytestmark = pytest.mark.slow

LONG_WORD = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"


def printed(text: str, template: str = "policy-brief", marks: tuple[str, ...] = ()) -> Any:
    """The PDF of a text."""
    made = make_document(text, template=built_in_template(template), marks=marks)
    return pypdfium2.PdfDocument(FORMATS["pdf"](made, Pandoc()))


def letters(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each letter of a page with its left, bottom, right and top."""
    text = page.get_textpage()
    for index, letter in enumerate(text.get_text_range()):
        if not letter.isspace() and index < text.count_chars():
            yield letter, *text.get_charbox(index)


def words(page: Any) -> str:
    """The text of a page, its lines joined."""
    return " ".join(page.get_textpage().get_text_range().split())


# --- long words -------------------------------------------------------------------------------


def test_a_word_longer_than_its_line_is_divided_where_the_language_does_it() -> None:
    head = f"---\ntitle: {LONG_WORD} ändern\nlang: de\n---\n\n# Kernaussagen\n\n- Es gilt die {LONG_WORD}.\n\n"
    quote = f"::: {{.pull-quote}}\nNiemand mag die {LONG_WORD}.\n:::\n\n"
    page = printed(f"{head}# {LONG_WORD} X\n\nA.\n\n{quote}B.\n")[0]
    assert max(right for _, _, _, right, _ in letters(page)) < page.get_width() - 20
    assert "genehmi-" in page.get_textpage().get_text_range().replace("\ufffe", "-").replace("\x02", "-")


def test_a_title_that_no_language_divides_stays_on_the_page() -> None:
    page = printed(f"---\ntitle: {'X1' * 60}\n---\n\n# {'Y2' * 60}\n\nText with `{'z3' * 60}`.\n", "report")
    for sheet in page:
        assert max(right for _, _, _, right, _ in letters(sheet)) < sheet.get_width() - 20


# --- covers -----------------------------------------------------------------------------------


def cover(authors: int) -> Any:
    """A report of one page behind a cover with so many authors."""
    where = "Institute of Coasts and Dykes of the " * 3 + "North"
    named = "".join(f"  - {{name: Author {n}, affiliation: {where}}}\n" for n in range(authors))
    title = "Keep the dykes of twelve provinces " * 4
    return printed(f"---\ntitle: {title}\naudience: [Minister]\nauthors:\n{named}---\n\nText.\n", "report")


def baseline(page: Any, wanted: str) -> float:
    """How high a text stands on a page."""
    at = page.get_textpage().search(wanted).get_next()
    assert at, wanted
    return float(page.get_textpage().get_charbox(at[0])[1])


@pytest.mark.parametrize("authors", [1, 5, 12])
def test_the_facts_of_a_cover_stand_below_its_last_author(authors: int) -> None:
    pdf = cover(authors)
    assert len(pdf) == 2
    assert baseline(pdf[0], "Minister") < baseline(pdf[0], f"Author {authors - 1}") - 20


def test_a_cover_that_holds_too_much_goes_on_over_the_next_page() -> None:
    pdf = cover(40)
    assert len(pdf) == 3
    assert "Author 39" in words(pdf[1])
    assert "Minister" in words(pdf[1])


# --- running heads ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "marks", "shown"),
    [
        ("Keep the dykes", (), "Keep the dykes"),
        ("Mend all dykes " * 9, (), "Mend all dykes " * 5 + "Mend all dykes…"),
        (
            "Keep the dykes: all twelve of the provinces " * 4,
            ("DRAFT",),
            "Keep the dykes: all twelve of the provinces Keep the…",
        ),
        (
            "Keep the dykes of the North and of the South coast, all of them",
            ("DRAFT",),
            "Keep the dykes of the North and of the South coast…",
        ),
        ("X" * 300, (), "X" * 87 + "…"),
    ],
)
def test_a_title_stands_on_one_line_at_the_head_of_a_page(title: str, marks: tuple[str, ...], shown: str) -> None:
    assert running_title(make_document(f'---\ntitle: "{title}"\n---\n\nText.\n', marks=marks)) == shown


# --- letters that no font has -----------------------------------------------------------------

FOREIGN = "日本の海岸 שלום 😀"


def test_letters_that_no_font_has_are_boxes_and_no_font_of_the_machine_is_used() -> None:
    text = f"---\ntitle: T {FOREIGN}\n---\n\n# A {FOREIGN}\n\n**{FOREIGN}** and {FOREIGN}.\n"
    data = FORMATS["pdf"](make_document(text), Pandoc())
    assert find_faults(pikepdf.open(io.BytesIO(data))) == {}
    assert "日本の海岸" in words(pypdfium2.PdfDocument(data)[0])


def test_the_texts_of_a_drawing_are_in_our_fonts() -> None:
    style = '<style>text{font-family:"Open Sans",Arial;fill:red}</style>'
    svg = f'<svg viewBox="0 0 9 9">{style}<text font-family="Arial">a</text></svg>'
    made = in_our_fonts(svg.encode(), default_brand(packaged.load_faces())).decode()
    assert "Arial" not in made
    assert "Open Sans" not in made
    assert made.count("briefkit Inter, ") == 3
    assert "fill:red}" in made


def test_a_drawing_keeps_the_family_that_the_brand_has() -> None:
    svg = b'<svg viewBox="0 0 9 9"><text style="font-family:&quot;Source Serif 4&quot;, serif;fill:red">a</text></svg>'
    made = in_our_fonts(svg, default_brand(packaged.load_faces())).decode()
    assert 'style="font-family:briefkit Source Serif 4, ' in made
    assert ';fill:red"' in made


def test_a_logo_is_set_in_no_font_of_the_machine() -> None:
    words = (
        b'<svg viewBox="0 0 90 30" width="90" height="30"><text y="20" font-family="Liberation Mono">Lane</text></svg>'
    )
    logo = Logo(Asset("logo.svg", words, "image/svg+xml"), "Lane", 90, 30)
    brand = replace(default_brand(packaged.load_faces()), logo=logo, band_logo=logo)
    data = FORMATS["pdf"](replace(make_document("---\ntitle: T\n---\n\nText.\n"), brand=brand), Pandoc())
    printed = pikepdf.open(io.BytesIO(data))
    fonts = printed.pages[0].Resources.Font.values()
    assert all("briefkit" in str(font.BaseFont) for font in fonts)


@pytest.mark.parametrize(("width", "height", "scale"), [(300, 60, 1), (200, 100, 1), (90, 90, 1.41), (30, 90, 1.8)])
def test_a_logo_that_is_not_wide_is_higher_than_one_that_is(width: int, height: int, scale: float) -> None:
    assert Logo(Asset("logo.png", b"", "image/png"), "Lane", width, height).scale == scale


def test_a_drawing_without_text_is_left_as_it_is() -> None:
    svg = b'<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>'
    assert in_our_fonts(svg, default_brand(())) is svg


def test_the_last_word_of_a_title_stands_alone_where_two_would_fill_a_line() -> None:
    assert ending_together("Feed every pupil in the land", 24) == "Feed every pupil in the\u00a0land"
    assert ending_together("Norland should make school lunches universal", 24).count("\u00a0") == 0
    assert ending_together("Norland should make school lunches universal", 36).endswith("lunches\u00a0universal")


def test_a_title_ends_in_more_than_one_short_word() -> None:
    assert ending_together("Twelve steps to clean rivers", 24) == "Twelve steps to clean\u00a0rivers"
    assert ending_together("Twelve ways to drinking water", 24) == "Twelve ways to drinking\u00a0water"
    assert ending_together("Twelve steps to cleaner rivers in it", 36).endswith("cleaner rivers\u00a0in\u00a0it")


def test_the_facts_of_a_report_without_a_cover_stand_beside_its_contents() -> None:
    text = "---\ntitle: T\naudience: [Minister]\n---\n\n# One\n\nText.\n\n# Two\n\nText.\n"
    template = built_in_template("report")
    template = replace(template, options={**template.options, "cover": False})
    pdf = pypdfium2.PdfDocument(FORMATS["pdf"](make_document(text, template=template), Pandoc()))
    assert baseline(pdf[0], "Minister") > baseline(pdf[0], "Two")


def test_a_title_in_a_wide_font_is_cut_to_the_room_at_the_head_of_a_page() -> None:
    title = "Why the islands should make the lunch of every school universal before the year ends"
    document = make_document(f"---\ntitle: {title}\norganisation: The Harbour Lane Centre\n---\n\nText.\n")
    document = replace(document, brand=replace(document.brand, page=replace(document.brand.page, left=27, right=27)))
    families = dict.fromkeys(("base", "headings", "monospace"), "Wide")
    wide = Face("Wide", "400", "normal", make_font("Wide", 900))
    brand = replace(document.brand, faces=(wide,), families=families)
    assert len(running_title(replace(document, brand=brand))) < len(running_title(document))


def test_letters_that_join_have_more_room_at_the_head_of_a_page() -> None:
    title = "أمن المياه في المنطقة العربية إدارة الطلب قبل زيادة العرض"
    head = f"---\ntitle: {title}\nlang: ar\n---\n\nText.\n"
    assert running_title(make_document(head, marks=("DRAFT",))) == title


def test_a_box_that_begins_with_a_heading_has_no_gap_above_it() -> None:
    text = "---\ntitle: T\n---\n\nBefore.\n\n::: {.case-study}\n### Mend\n\nThen.\n:::\n"
    page = printed(text)[0].get_textpage()
    before, heading = (page.get_charbox(page.search(word).get_next()[0]) for word in ("Before", "Mend"))
    assert before[3] - heading[3] < 37


# --- titles and contents ----------------------------------------------------------------------


def size_of_title(title: str, template: str = "policy-brief") -> float:
    document = make_document(f"---\ntitle: {title}\n---\n\nText.\n", template=built_in_template(template))
    return float(page_values(document, beside(()))["title_size"])


def test_a_long_title_is_set_smaller() -> None:
    assert size_of_title("Mend pumps before buying new ones") == 25
    assert size_of_title("Mend pumps before buying new ones, " * 4) < 25


def test_a_title_whose_longest_word_no_line_holds_is_set_smaller() -> None:
    assert size_of_title("W\u00e4rmeausbauplanung im Kreis", "report") == 34
    assert size_of_title("Fernw\u00e4rmeausbauplanungsverfahren im Kreis", "report") < 34


def test_what_heads_a_box_is_no_heading_of_the_contents() -> None:
    text = "# One\n\n::: {.case-study}\n## A case\n\nText.\n:::\n\n::: {.option}\n## First option\n\nText.\n:::\n"
    document = make_document(f"---\ntitle: T\n---\n\n{text}")
    assert [entry["title"] for entry in outline(document)] == ["One", "First option"]
