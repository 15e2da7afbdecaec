"""A type, a language and its words in, the text of a new brief out; and the files of a new project.

The files of words have a table `words`, and one for each section with its `heading` and its `text`. In these, %one% and
%two% are citations of the two entries that a new library has, %source% is the source of a table, %by% a day. A brief
that joins a project cites nothing yet: its library is not ours to add to.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.brief_types import BriefType
from briefkit.values import Value

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "one-pager": ("key-messages", "recommendations"),
    "issue": ("key-messages", "problem", "evidence", "implications", "recommendations"),
    "advocacy": ("summary", "problem", "evidence", "options", "counter-argument", "recommendations"),
    "options": ("key-messages", "problem", "criteria", "options", "comparison", "recommendations", "risks"),
    "evidence": (
        *("key-messages", "summary", "problem", "evidence", "options", "recommendations"),
        *("methods", "limits", "conflicts"),
    ),
    "research-summary": ("summary", "study", "findings", "implications", "methods", "limits"),
    "note": ("note",),
}
"""The sections of each built-in type of brief, in their order."""

NAMES = {"background": "note"}
"""What the section of a role is called here, where it is not just its name."""

CLASSES = {"study": ".study .background", "note": ".background"}
"""The classes of the heading of a section, where they are not just its name."""

PLACES: Mapping[str, str] = {
    "briefkit.toml": "briefkit.toml",
    "_brand.yml": "_brand.yml",
    "references.bib": "references.bib",
    "templates.md": "templates/README.md",
    "Makefile": "Makefile",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "briefs.yml": ".github/workflows/briefs.yml",
    "gitignore": ".gitignore",
}
"""The files of a project: how they are called here, and where they go."""

VERSION = "1"
"""The version of the front matter that is written."""

KEYS = {"one": "first-source", "two": "second-source"}
"""The entries of a new library."""


class Wish(Value):
    """What is wanted: a type by its name, a language tag, a template or none, the day, and whether the brief may cite
    our entries.

    `schema` is the path of the front matter's schema as the brief sees it, for editors; empty where there is none.
    `branded` says that the brand names the organisation, so that the brief need not.
    """

    type: str
    lang: str
    date: str
    template: str = ""
    cites: bool = True
    schema: str = ""
    branded: bool = False


def make_brief(wish: Wish, words: str, own: BriefType | None = None) -> str:
    """The text of a new brief, in the words of its language; `own` is its type, where that is none of ours."""
    table = tomllib.loads(words)
    names = SECTIONS[wish.type] if own is None else _sections_of(own, tuple(table["sections"]))
    sections = (_section(name, table["sections"][name]) for name in names)
    text = "\n\n".join((_head(wish, table["words"]), f"<!-- {table['words']['guide']} -->", *sections))
    return _fill(text + "\n", _marks(wish))


def _sections_of(kind: BriefType, known: Sequence[str]) -> tuple[str, ...]:
    """The sections of a new brief of a type that is not ours: what it needs, counts, orders; in its order, else ours.

    The bottom line stands in the front matter.
    """
    counted = (part for part, bounds in kind.counts.items() if bounds.least)
    wanted: list[str] = []
    for roles in (*(need.roles for need in kind.needs), *((part,) for part in counted)):
        names = [NAMES.get(role, role) for role in roles]
        if "bottom-line" not in roles and not set(wanted) & set(names):
            wanted += [name for name in names if name in known][:1]
    ranks = {NAMES.get(role, role): n for n, group in enumerate(kind.order.groups) for role in group}
    wanted += [name for name in ranks if name in known and name not in wanted]
    wanted.sort(key=known.index)
    ordered = iter(sorted((name for name in wanted if name in ranks), key=lambda name: ranks[name]))
    return tuple(next(ordered) if name in ranks else name for name in wanted) or ("note",)


def make_project(wish: Wish, words: str, project: Mapping[str, str], version: str) -> dict[str, str]:
    """The files of a new project besides its brief, by their paths."""
    values = {**tomllib.loads(words)["words"], "year": wish.date[:4], "version": version}
    return {place: _fill(project[name], values) for name, place in PLACES.items()}


def _head(wish: Wish, words: Mapping[str, str]) -> str:
    said: dict[str, Any] = {
        "briefkit": VERSION,
        "title": words["title"],
        "type": wish.type,
        "bottom-line": words["bottom-line"],
        "authors": [words["author"]],
        "date": wish.date,
        "audience": [words["audience"]],
        "decision": words["decision"],
        "status": "draft",
        "lang": wish.lang,
    }
    if not wish.branded:
        said["organisation"] = words["organisation"]
    if wish.template:
        said["template"] = wish.template
    plain = ("briefkit", "type", "date", "status", "lang", "template")
    lines = [
        f"{key}: {value if key in plain else json.dumps(value, ensure_ascii=False)}" for key, value in said.items()
    ]
    hint = [f"# yaml-language-server: $schema={wish.schema}"] if wish.schema else []
    return "\n".join(("---", *hint, *lines, "---"))


def _section(name: str, said: Mapping[str, str]) -> str:
    return f"# {said['heading']} {{{CLASSES.get(name, f'.{name}')}}}\n\n{said['text'].strip()}"


def _marks(wish: Wish) -> Mapping[str, str]:
    citations = {name: f" [@{key}]" if wish.cites else "" for name, key in KEYS.items()}
    source = f' source="@{KEYS["one"]}"' if wish.cites else ""
    return {**citations, "source": source, "by": f"{int(wish.date[:4]) + 1}-12-31"}


def _fill(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"%{name}%", value)
    return text
