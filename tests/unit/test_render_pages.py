"""Templates can print what they are given and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefkit.errors import TemplateError
from briefkit.render.pages import fill


def filled(template: str, body: str = "", **values: object) -> str:
    return fill({"t.j2": template}, "t.j2", values, body)


def test_values_are_escaped() -> None:
    assert filled("<p>{{ title }}</p>", title="<script>&") == "<p>&lt;script&gt;&amp;</p>"


def test_the_body_is_not() -> None:
    assert filled("{{ body }}", body="<p>a</p>") == "<p>a</p>"


def test_values_in_a_script_are_escaped() -> None:
    assert "</script>" not in filled("{{ data|tojson }}", data={"a": "</script>"})


def test_an_unknown_name_is_an_error_that_names_it() -> None:
    with pytest.raises(TemplateError, match="titel"):
        filled("{{ titel }}", title="T")


@pytest.mark.parametrize(
    "off",
    [
        "{% autoescape false %}{{ title }}{% endautoescape %}",
        "{% autoescape title %}{{ title }}{% endautoescape %}",
        "{% macro m() %}{% autoescape 0 %}{{ title }}{% endautoescape %}{% endmacro %}{{ m() }}",
    ],
)
def test_escaping_cannot_be_switched_off(off: str) -> None:
    with pytest.raises(TemplateError, match=r"line 1 was refused: escaping cannot be switched off"):
        filled(off, title="<b>")


@pytest.mark.parametrize(
    "template",
    [
        "{% filter striptags %}{{ title }}{% endfilter %}",
        "{% filter default(title, true) %}{% endfilter %}",
        "{% filter upper|default(title) %}{{ title }}{% endfilter %}",
        "{% set words|striptags %}{{ title }}{% endset %}{{ words }}",
        "{% for t in [title] %}{% set words|default(t, true) %}{% endset %}{{ words }}{% endfor %}",
        "{% set words %}%s{% endset %}{{ words|format(title) }}",
        "{{ body|replace('a', title) }}",
        "{{ body.join([title, title]) }}",
    ],
)
def test_words_that_go_through_a_filter_stay_words(template: str) -> None:
    assert "<b>" not in filled(template, title="<b>", body="<p>a</p>").lower()


def test_markup_that_goes_through_a_filter_stays_markup() -> None:
    assert filled("{% filter trim %} {{ body }} {% endfilter %}", body="<p>a</p>") == "<p>a</p>"
    assert filled("{% set it|trim %} {{ body }} {% endset %}{{ it }}", body="<p>a</p>") == "<p>a</p>"


def test_no_words_are_put_into_markup() -> None:
    with pytest.raises(TemplateError, match="translate"):
        filled("{{ body.translate({97: title}) }}", title="<b>", body="<p>a</p>")


def test_escaping_may_be_asked_for() -> None:
    assert filled("{% autoescape true %}{{ title }}{% endautoescape %}", title="<b>") == "&lt;b&gt;"


def test_nothing_can_be_marked_safe() -> None:
    with pytest.raises(TemplateError, match="safe"):
        filled("{{ title|safe }}", title="<b>")


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ body.__init__.__globals__ }}",
        "{{ values.append(1) }}",
        "{{ range(100000000)|list }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../pages.py' %}",
        "{{ 1 / 0 }}",
        "{% if %}",
    ],
)
def test_a_template_that_reaches_out_is_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        filled(template, values=[1])


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{{ '\\ud800' }}", r"t\.j2 failed: it prints half a character, '\\ud800'"),
        ("{{ 1e999|int }}", r"t\.j2, line 1 failed: NameError"),
        ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, r"t\.j2 failed: too many statically nested blocks"),
        ("{{ '{a}'.format() }}", r"t\.j2, line 1 failed: KeyError: 'a'"),
        ("{{ title.encode('x') }}", r"t\.j2, line 1 failed: LookupError: unknown encoding"),
        ("{% include 't.j2' %}", r"t\.j2, line 1 failed: it is nested too deeply, or takes itself in"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", r"t\.j2 failed: it is nested too deeply"),
    ],
)
def test_whatever_fails_in_a_template_is_told_as_its_own(template: str, why: str) -> None:
    with pytest.raises(TemplateError, match=why):
        filled(template, title="T")


def test_a_text_that_fills_the_memory_is_told_with_its_line_and_what_to_do() -> None:
    with pytest.raises(TemplateError, match=r"t\.j2, line 2 needs more memory than") as raised:
        filled("\n{{ 'a'.center(999999999999999) }}")
    assert raised.value.hint.startswith("make less of it there")


def test_a_short_range_is_allowed() -> None:
    assert filled("{% for n in range(3) %}{{ n }}{% endfor %}") == "012"


def test_importing_the_formats_imports_no_engine() -> None:
    code = "import sys, briefkit.render; print(sorted({'jinja2', 'weasyprint', 'uharfbuzz'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
