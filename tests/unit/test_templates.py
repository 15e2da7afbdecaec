"""A `template.toml` in, a TemplateFile out; a chain of templates in, the Template of a document out."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit import packaged
from briefkit.brand import default_brand
from briefkit.brand.colours import contrast
from briefkit.brand.tokens import LEAST
from briefkit.errors import TemplateError
from briefkit.pipeline.templating import blame, coloured
from briefkit.templates.making import Link, Said, make_template, view_template
from briefkit.templates.options import KINDS, Option, Unfit, shown
from briefkit.templates.reading import FILE, TemplateFile, read_template
from briefkit.values import replace
from tests.rendering import built_in_template

BASE = """
title = "Base"
[options.cover]
kind = "switch"
about = "A cover."
[options.size]
kind = "number"
default = 10
least = 8
most = 12
[options.head]
kind = "choice"
choices = ["band", "plain"]
[options.line]
kind = "text"
[labels.en]
note = "Note"
"""


def read(text: str, name: str = "house") -> TemplateFile:
    return read_template(name, text, f"templates/{name}/{FILE}")


def link(text: str, name: str, **pages: str) -> Link:
    named = {f"{page}.j2": content for page, content in pages.items()}
    return Link(read(text, name), named, f"templates/{name}/{FILE}")


def refusal(text: str) -> str:
    with pytest.raises(TemplateError) as caught:
        read(text)
    return caught.value.message


# --- reading ----------------------------------------------------------------------------------


def test_an_option_without_a_default_has_the_first_of_its_kind() -> None:
    options = read(BASE).options
    assert {name: option.default for name, option in options.items()} == {
        "cover": False,
        "size": 10.0,
        "head": "band",
        "line": "",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('titel = "x"', "line 1: a template.toml has no 'titel'; did you mean 'title'?"),
        ("title = 3", "line 1: 'title' must be text"),
        ('title = "x"\nformats = ["pdf", "odt"]', "line 2: there is no format 'odt'; there are pdf, docx, html"),
        ('extends = "../x"', "line 1: '../x' is no name of a template: small letters, digits and hyphens"),
        ('[options.a]\nkind = "colour"', "line 1: the option a must have a kind: switch, number, choice, text"),
        ('[options.a]\nkind = "choice"', "line 1: the option a needs its choices"),
        ('[options.a]\nkind = "switch"\ndefault = 3', "line 1: the default of the option a must be true or false"),
        ('[options.a]\nkind = "number"\nleast = "x"', "line 3: 'least' of the option a must be a number"),
        ("[options]\na = 1", "line 2: the option a must be a table with kind, default, about, choices, least, most"),
        ('[labels.english]\na = "b"', "line 1: 'english' is no language such as en or fr"),
        ("[labels.en]\na = 1", "line 1: the labels of en must be texts by their names"),
        ("[tokens]\naccent = 1", "line 2: 'accent' must be text"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, told: str) -> None:
    assert refusal(text) == f"templates/house/template.toml, {told}"


def test_what_is_no_toml_is_told_with_its_line() -> None:
    assert "templates/house/template.toml is no TOML" in refusal("title = 'x'\n[[[")
    assert "line 2" in refusal("title = 'x'\n[[[")


def test_nested_too_deep_is_no_toml_either() -> None:
    assert "is no TOML" in refusal(f"title = {'[' * 10_000}")


@given(st.text(max_size=200))
def test_whatever_the_text_only_our_own_error_comes_out(text: str) -> None:
    with suppress(TemplateError):
        assert read(text).name == "house"


@pytest.mark.parametrize("name", packaged.built_in_templates())
def test_a_built_in_template_says_what_it_is(name: str) -> None:
    file = read(packaged.built_in_templates()[name][FILE], name)
    assert file.title
    assert file.about.endswith(".")
    assert all(option.about.endswith(".") for option in file.options.values())


# --- options ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("switch", "yes", True),
        ("switch", "Off", False),
        ("switch", True, True),
        ("number", "9.5", 9.5),
        ("number", 9, 9.0),
        ("text", "a line", "a line"),
    ],
)
def test_a_value_may_be_typed_or_of_its_own_type(kind: str, typed: object, value: object) -> None:
    assert Option("a", kind, KINDS[kind]).fit(typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("switch", "maybe"),
        ("switch", 1),
        ("number", True),
        ("number", "ten"),
        ("number", "nan"),
        ("number", "1e400"),
        ("number", -1),
        ("text", "two\nlines"),
        ("text", "x" * 501),
        ("text", 3),
    ],
)
def test_what_an_option_does_not_hold_is_refused(kind: str, typed: object) -> None:
    with pytest.raises(Unfit, match="must be"):
        Option("a", kind, KINDS[kind]).fit(typed)


@given(st.sampled_from(("switch", "number", "text")), st.one_of(st.booleans(), st.floats(0, 1000), st.text(max_size=9)))
def test_what_is_shown_of_a_value_is_a_way_to_type_it(kind: str, value: bool | float | str) -> None:
    option = Option("a", kind, KINDS[kind])
    try:
        held = option.fit(value)
    except Unfit:
        return
    again = option.fit(shown(held))
    assert again == held if kind != "number" else again == pytest.approx(held, rel=1e-5)


# --- chains -----------------------------------------------------------------------------------


def test_a_page_is_that_of_the_nearest_template_and_each_can_be_named() -> None:
    chain = (link("", "house", page="mine"), link("", "base", page="theirs", head="their head"))
    pages = make_template(chain, {}, (), "en").pages
    assert pages["page.j2"] == "mine"
    assert pages["head.j2"] == "their head"
    assert pages["base/page.j2"] == "theirs"
    assert pages["house/page.j2"] == "mine"
    assert pages["house/head.j2"] == "their head"


def test_a_template_may_extend_the_one_of_its_own_name() -> None:
    chain = (link("", "report", page="mine"), link("", "report", page="built in"))
    pages = make_template(chain, {}, (), "en").pages
    assert (pages["page.j2"], pages["report/page.j2"]) == ("mine", "built in")


def test_pages_for_all_templates_take_the_place_of_any() -> None:
    chain = (link("", "house", page="mine"),)
    assert make_template(chain, {"page.j2": "for all"}, (), "en").pages["page.j2"] == "for all"


def test_of_what_is_said_of_an_option_the_last_wins() -> None:
    chain = (link("[defaults]\ncover = true\nsize = 9", "house"), link(BASE, "base"))
    said = (Said("settings", {"size": 11}), Said("template-options", {"size": "12"}))
    assert make_template(chain, {}, said, "en").options == {"cover": True, "size": 12.0, "head": "band", "line": ""}


@pytest.mark.parametrize(
    ("values", "told", "hint"),
    [
        ({"covr": "true"}, "settings: the template has no option 'covr'", "did you mean 'cover'?"),
        ({"cover": "maybe"}, "settings: the option cover must be true or false", "cover is for this: A cover."),
        ({"head": "bend"}, "settings: the option head must be one of band, plain; did you mean 'band'?", ""),
        ({"size": 99}, "settings: the option size must be a number from 8 to 12", ""),
    ],
)
def test_an_option_that_is_none_is_told_with_who_set_it(values: dict[str, object], told: str, hint: str) -> None:
    with pytest.raises(TemplateError) as caught:
        make_template((link(BASE, "base"),), {}, (Said("settings", values),), "en")
    assert (caught.value.message, caught.value.hint) == (told, hint)


def test_words_are_those_of_the_language_and_of_the_nearest_template() -> None:
    chain = (link('[labels.en]\nnote = "Remark"\n[labels.fr]\nnote = "Remarque"', "house"), link(BASE, "base"))
    assert make_template(chain, {}, (), "en").labels == {"note": "Remark"}
    assert make_template(chain, {}, (), "fr").labels == {"note": "Remarque"}
    assert make_template(chain, {}, (), "de").labels == {}


def test_a_template_makes_the_formats_of_the_one_it_extends_unless_it_names_its_own() -> None:
    base = link('formats = ["pdf", "html"]', "base")
    assert make_template((link("", "house"), base), {}, (), "en").formats == ("pdf", "html")
    assert make_template((link('formats = ["pdf"]', "house"), base), {}, (), "en").formats == ("pdf",)


def test_a_view_says_who_set_each_option_and_whose_each_page_is() -> None:
    chain = (link("[defaults]\ncover = true", "house", page="mine"), link(BASE, "base", page="x", head="y"))
    view = view_template(chain, {"own.j2": ""}, (Said("settings", {"size": 9}),), "templates/house", "front matter")
    assert view.set_by == {"cover": "house", "size": "settings", "head": "base", "line": "base"}
    assert view.pages == {"head.j2": "base", "own.j2": "all templates of the project", "page.j2": "house"}
    assert view.chain == ("house", "base")


def test_the_templates_of_a_project_are_blamed_where_it_has_some() -> None:
    ours = built_in_template("report")
    theirs = replace(ours, pages={**ours.pages, "extra.css.j2": "p { color: red }"})
    assert ["in the text" in blame(template) for template in (ours, theirs)] == [True, False]


def test_a_colour_of_the_night_that_nobody_chose_is_moved_until_it_can_be_read() -> None:
    brand = default_brand(())
    brand = replace(brand, colours={**brand.colours, "night-link": "#7a5cff", "night-tint": "#3a3550"})
    template = replace(built_in_template(), tokens={"accent": "link"})
    colours = coloured(brand, template).colours
    assert contrast(brand.colours["night-link"], brand.colours["night-tint"]) < LEAST
    assert contrast(colours["night-accent"], colours["night-tint"]) >= LEAST
