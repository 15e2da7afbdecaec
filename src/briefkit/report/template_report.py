"""Templates in, text for a terminal or JSON out: which there are, and what one of them holds.

docs/templates.md describes the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefkit.escapes import encode, printable
from briefkit.report.text_report import wrap
from briefkit.templates.making import View
from briefkit.templates.options import limits_of, shown
from briefkit.templates.reading import TemplateFile

VERSION = 1


def describe_list(found: Sequence[tuple[TemplateFile, str]]) -> dict[str, Any]:
    """Templates, each with the folder it lies in if it is no built-in one, ready for JSON."""
    rows = [{"name": f.name, "title": f.title, "about": f.about, "extends": f.extends, "path": p} for f, p in found]
    return {"version": VERSION, "templates": rows}


def describe_template(view: View) -> dict[str, Any]:
    """One template ready for JSON."""
    return {
        "version": VERSION,
        "name": view.name,
        "title": view.title,
        "about": view.about,
        "path": view.path,
        "found_by": view.said,
        "extends": list(view.chain[1:]),
        "formats": list(view.template.formats),
        "options": [
            {
                "name": option.name,
                "kind": option.kind,
                "value": view.template.options[option.name],
                "set_by": view.set_by[option.name],
                "choices": list(option.choices),
                "least": option.least if option.kind == "number" else None,
                "most": option.most if option.kind == "number" else None,
                "about": option.about,
            }
            for option in view.options
        ],
        "pages": [{"name": name, "template": owner} for name, owner in view.pages.items()],
        "labels": {language: dict(words) for language, words in view.labels.items()},
    }


def write_list(found: Sequence[tuple[TemplateFile, str]], width: int) -> bytes:
    """The same as text."""
    lines: list[str] = []
    for file, path in found:
        lines.append(printable(f"{file.name}  ({path or 'built in'})"))
        lines += wrap(printable(file.about or file.title), width, "    ")
    return encode("\n".join(lines) + "\n")


def write_template(view: View, width: int) -> bytes:
    """One template as text."""
    parts = (_head(view, width), _options(view, width), _pages(view), _labels(view))
    return encode("\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n")


def _head(view: View, width: int) -> Iterator[str]:
    yield printable(f"{view.name}: {view.title} ({view.path or 'built in'})")
    yield from wrap(printable(view.about), width, "  ") if view.about else ()
    if view.chain[1:]:
        yield printable(f"  extends {', which extends '.join(view.chain[1:])}")
    yield f"  makes {', '.join(view.template.formats)}"


def _options(view: View, width: int) -> Iterator[str]:
    yield "Options"
    for option in view.options:
        value = shown(view.template.options[option.name])
        yield printable(f"  {option.name} = {value}  ({view.set_by[option.name]})")
        yield from wrap(printable(option.about + limits_of(option)), width, "      ")


def _pages(view: View) -> Iterator[str]:
    yield "Pages"
    longest = max((len(name) for name in view.pages), default=0)
    for name, owner in view.pages.items():
        yield printable(f"  {name:<{longest}}  {owner}")


def _labels(view: View) -> Iterator[str]:
    if any(view.labels.values()):
        yield "Words"
    for language, words in view.labels.items():
        for name, word in words.items():
            yield printable(f"  {language}: {name} = {word}")
