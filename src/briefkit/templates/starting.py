"""The files that a new template begins with: options to be set, styles to be added to."""

from __future__ import annotations

import json
from collections.abc import Mapping

from briefkit.templates.options import Option, OptionValue, limits_of, shown
from briefkit.templates.reading import FILE

STYLES = ("print.css.j2", "screen.css.j2")
"""The styles of the PDF and of the web page."""


def starter(
    name: str, extends: str, options: Mapping[str, Option], values: Mapping[str, OptionValue]
) -> dict[str, str]:
    """The files of a template of this name that extends another one, whose options have these values."""
    return {FILE: _toml(name, extends, options, values), **{style: _style(extends, style) for style in STYLES}}


def _toml(name: str, extends: str, options: Mapping[str, Option], values: Mapping[str, OptionValue]) -> str:
    lines = [f"title = {json.dumps(name.replace('-', ' ').capitalize())}", 'about = ""', f'extends = "{extends}"', ""]
    lines += ["[defaults]", "# Take the # away from what is to be otherwise.", ""]
    for option in options.values():
        lines += [f"# {option.about}{limits_of(option)}", f"# {option.name} = {_value(values[option.name])}", ""]
    lines += ["[tokens]", "# Colours, #rrggbb or the name of another token; docs/brand.md lists them.", ""]
    lines += ['# accent = "link"', ""]
    lines += ["[labels.en]", "# Words that are printed, in place of ours; a table for each language.", ""]
    lines += ['# key-messages = "Key findings"', ""]
    return "\n".join(lines)


def _value(value: OptionValue) -> str:
    """A value as TOML."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else shown(value)


def _style(extends: str, style: str) -> str:
    return (
        f'{{% extends "{extends}/{style}" %}}\n{{% block more %}}\n{{{{ super() }}}}\n'
        "/* Your own rules. The colours and fonts of the brand are --ink, --accent, --serif, --sans... */\n"
        "{% endblock %}\n"
    )
