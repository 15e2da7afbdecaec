"""What a `_brand.yml` says is read as its authors mean it, and what cannot be is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefkit.brand.colours import contrast, read_colour
from briefkit.brand.reader import BrandFile, read_brand
from briefkit.brand.settings import Settings
from briefkit.brand.tokens import COLOURS, READABLE, Tint, derive_tokens, until_readable
from briefkit.model import Severity

CORPUS = sorted((Path(__file__).parents[1] / "corpus" / "brands").glob("*.yml"))
FAULTY = {"04-cycle": "BRD104", "15-anchors": "BRD101", "16-scss-colours": "BRD105"}
COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
THEME = st.dictionaries(
    st.sampled_from(("foreground", "background", "primary", "secondary", "tertiary", "link")),
    COLOUR.map(lambda colour: Tint(colour, "here")),
)


def codes(file: BrandFile) -> list[tuple[int, str]]:
    return [(finding.place.line, finding.code) for finding in file.findings]


def tokens(file: BrandFile) -> dict[str, str]:
    return {token.name: token.value for token in file.tokens}


def test_a_text_that_is_no_brand_is_not_told_word_by_word() -> None:
    (told,) = read_brand("TOKEN=opensesame\n", "_brand.yml").findings
    assert (told.code, told.message) == ("BRD103", "'brand' must be keys and values; it is left out")


@pytest.mark.parametrize(
    ("typed", "name"), [("{full: Water Board, short: WB}", "Water Board"), ("{short: WB}", "WB"), ("WB", "WB")]
)
def test_the_whole_name_of_an_organisation_comes_before_a_short_one(typed: str, name: str) -> None:
    assert read_brand(f"meta: {{name: {typed}}}\n", "_brand.yml").name == name


EMPTY_KEYS = """meta:
  name: {0}
  link: {{home: {0}}}
logo:
  medium:
    path: a.svg
    alt: {0}
color:
  palette: {0}
  primary: {0}
typography:
  fonts: [{{family: Inter, files: [{{path: a.ttf, weight: {0}, style: {0}}}]}}]
  base: {0}
  headings: {{family: {0}}}
defaults:
  briefkit: {{page-size: {0}, margins: {0}, cover: {0}, disclaimer: {0}, docx-fonts: {{base: {0}}}, tokens: {0}}}
"""


@pytest.mark.parametrize("empty", ["null", "~", "''"])
def test_a_key_with_nothing_behind_it_says_nothing(empty: str) -> None:
    file = read_brand(EMPTY_KEYS.format(empty), "_brand.yml")
    (logo,), (font,) = file.logos, file.typography.files
    assert (file.name, file.link, logo.alt, font.weight, font.style) == ("", "", "", "", "")
    assert (file.settings, tokens(file), dict(file.typography.stacks)) == (Settings(), dict(COLOURS), {})
    assert codes(file) == []


def test_there_are_twenty_brands() -> None:
    assert len(CORPUS) == 20


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_public_style_brand_resolves_or_is_told_of(path: Path) -> None:
    file = read_brand(path.read_text(), path.name)
    errors = {finding.code for finding in file.findings if finding.severity is Severity.ERROR}
    assert errors == ({FAULTY[path.stem]} if path.stem in FAULTY else set())
    assert set(tokens(file)) == set(COLOURS)


@given(st.text(alphabet="abc:-{}[]#&*!|>'\" \n\t0159%.,/\\meta\u2028\x85"))
@example("color: {palette: {a: a}, primary: a}")
@example("color: {primary: primary, link: {light: link}}")
@example("? [a]\n: b")
def test_no_text_makes_the_reader_raise(text: str) -> None:
    assert len(read_brand(text, "_brand.yml").tokens) == len(COLOURS)


YAML = st.recursive(
    st.sampled_from(["red", "a", "light", "#12", "", "10mm", "x.png", "400..900", "https://e.example/a"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(
                "meta logo color typography defaults briefkit palette primary light dark images medium path alt fonts "
                "family files weight base headings tokens ink margins page-size docx-fonts name link home a".split()
            ),
            inner,
            max_size=4,
        ).map(lambda pairs: "{" + ", ".join(f"{k}: {v or chr(39) * 2}" for k, v in pairs.items()) + "}"),
    ),
    max_leaves=20,
)


@given(YAML)
def test_no_shape_of_a_brand_makes_the_reader_raise(text: str) -> None:
    assert len(read_brand(text, "_brand.yml").tokens) == len(COLOURS)


def test_a_bomb_of_aliases_is_refused() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert codes(read_brand(text, "_brand.yml")) == [(1, "BRD101")]


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#ABC", "#aabbcc"),
        ("#abcd", "#aabbcc"),
        ("#14284B", "#14284b"),
        ("#14284bff", "#14284b"),
        ("rgb(20, 40, 75)", "#14284b"),
        ("rgb(100% 0% 0%)", "#ff0000"),
        ("hsl(120deg, 100%, 25%)", "#008000"),
        ("hsl(0.5turn 100% 50%)", "#00ffff"),
        ("RebeccaPurple", "#663399"),
    ],
)
def test_colours_of_css_are_read(text: str, colour: str) -> None:
    found = read_colour(text)
    assert found is not None
    assert found[0] == colour


@pytest.mark.parametrize(
    "text", ["#12", "#12345", "rgb(1, 2)", "hsl(1, 2deg, 3%)", "transparent", "var(--x)", "1" * 999]
)
def test_what_is_no_colour_is_none(text: str) -> None:
    assert read_colour(text) is None


def test_aliases_are_followed_to_their_colour() -> None:
    file = read_brand("color:\n  palette: {a: b, b: '#14284b'}\n  primary: a\n", "_brand.yml")
    assert tokens(file)["ink"] == "#14284b"
    assert file.tokens[0].origin == "color.primary, _brand.yml:3"


def test_a_cycle_is_told_with_its_line() -> None:
    file = read_brand("color:\n  palette:\n    a: b\n    b: a\n", "_brand.yml")
    assert codes(file) == [(3, "BRD104")]


def test_a_chain_of_thousands_of_aliases_is_followed_at_once() -> None:
    chain = "".join(f"    c{n}: c{n + 1}\n" for n in range(2_000))
    file = read_brand(f"color:\n  palette:\n{chain}    c2000: red\n  primary: c0\n", "_brand.yml")
    assert file.colours.day["primary"].value == "#ff0000"


def test_an_unknown_key_is_told_with_a_near_miss() -> None:
    (finding,) = read_brand("color:\n  primry: red\n", "_brand.yml").findings
    assert (finding.place.line, finding.severity) == (2, Severity.WARNING)
    assert finding.hint == "did you mean 'primary'?"


def test_the_dark_forms_are_those_of_the_brand() -> None:
    text = "color:\n  background: {light: white, dark: '#101010'}\n  primary: {light: navy, dark: '#aaccff'}\n"
    made = tokens(read_brand(text, "_brand.yml"))
    assert (made["night-paper"], made["night-ink"], made["ink"]) == ("#101010", "#aaccff", "#000080")


def test_a_token_that_the_brand_fixes_stays_as_it_is() -> None:
    text = "color: {primary: navy}\ndefaults: {briefkit: {tokens: {quiet: '#dddddd'}}}\n"
    assert tokens(read_brand(text, "_brand.yml"))["quiet"] == "#dddddd"


def test_what_was_moved_says_what_was_wanted() -> None:
    made = {token.name: token for token in read_brand("color: {primary: '#e08a00'}", "_brand.yml").tokens}
    assert made["ink"].wanted == "#e08a00"
    assert made["ink"].value == made["band"].value != "#e08a00"


def test_a_pale_primary_colour_is_the_grounds_of_the_band_and_headings_have_that_of_text() -> None:
    """Moved until it can be read, yellow is brown."""
    made = tokens(read_brand("color: {primary: '#ffd23f', foreground: '#2b2b2b'}", "_brand.yml"))
    assert (made["band"], made["on-band"], made["ink"]) == ("#ffd23f", "#2b2b2b", "#2b2b2b")
    assert made["night-ink"] == "#ffd23f"


def test_a_brand_that_fixes_ink_has_it_on_the_band_too() -> None:
    text = "color: {primary: '#ffd23f'}\ndefaults: {briefkit: {tokens: {ink: '#102030', on-ink: '#eeeeee'}}}\n"
    made = tokens(read_brand(text, "_brand.yml"))
    assert (made["band"], made["on-band"]) == ("#102030", "#eeeeee")


@given(THEME, THEME)
def test_all_text_can_be_read_whatever_the_theme(day: dict[str, Tint], night: dict[str, Tint]) -> None:
    made = {token.name: token.value for token in derive_tokens(day, night, {})}
    assert all(contrast(made[text], made[ground]) >= 4.5 for text, ground in READABLE)


@given(COLOUR, COLOUR)
def test_a_colour_that_can_be_read_is_not_moved(colour: str, ground: str) -> None:
    moved = until_readable(colour, [ground])
    assert contrast(moved, ground) >= 4.5
    assert moved == colour or contrast(colour, ground) < 4.5


def test_a_stack_names_its_families_without_the_generic_ones() -> None:
    file = read_brand("typography: {base: \"'Open Sans', Inter, sans-serif\"}", "_brand.yml")
    assert file.typography.stacks["base"].families == ("Open Sans", "Inter")


def test_weights_are_read_by_name_number_and_span() -> None:
    files = "[{path: a.ttf, weight: semi-bold}, {path: b.ttf, weight: 300}, {path: c.ttf, weight: 200..900}]"
    file = read_brand(f"typography: {{fonts: [{{family: X, files: {files}}}]}}", "_brand.yml")
    assert [font.weight for font in file.typography.files] == ["600", "300", "200 900"]


def test_a_logo_may_be_a_name_with_two_sides() -> None:
    text = "logo:\n  images: {a: {path: a.png, alt: A}, b: b.png}\n  medium: {light: a, dark: b}\n"
    logos = read_brand(text, "_brand.yml").logos
    assert [(one.side, one.path, one.alt) for one in logos] == [("light", "a.png", "A"), ("dark", "b.png", "")]


def test_margins_are_read_in_several_units() -> None:
    text = "defaults: {briefkit: {margins: {left: 1in, top: 2cm, right: 500mm}}}"
    file = read_brand(text, "_brand.yml")
    assert (file.settings.page.left, file.settings.page.top, file.settings.page.right) == (25.4, 20.0, 18)
    assert [code for _, code in codes(file)] == ["BRD103"]
