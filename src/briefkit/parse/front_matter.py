"""The YAML head of a brief: text in; a typed FrontMatter, problems with places, and the body out.

A head stands at the very start, between a line `---` and a line `---` or `...`. The table KEYS says what each key
holds; keys that start with `x-` are free. A head that cannot be read is a grave problem and the brief is read without.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefkit import config
from briefkit.model import Author, FrontMatter, Place, Problem, Series
from briefkit.strict_yaml import Node, YamlError, load
from briefkit.text import did_you_mean

HEAD = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
CODE = "DOC801"
AUTHOR = ("name", "affiliation", "orcid", "email")
SERIES = ("name", "number")
"""What is said of an author and of a series."""


class Unfit(Exception):
    """A value is not what its key holds; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Head:
    """A brief split in two: `front`, what is wrong with it, and where the body starts."""

    front: FrontMatter
    problems: tuple[Problem, ...]
    body_start: int
    texts: tuple[tuple[str, Node], ...]


def _text(node: Node) -> str:
    if node.kind != "text":
        raise Unfit("must be text")
    return node.text.strip()


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(_text(item) for item in node.items) if node.kind == "list" else (_text(node),)


def _date(node: Node) -> str:
    text = _text(node)
    try:
        datetime.date.fromisoformat(text if DATE.fullmatch(text) else "no date")
    except ValueError:
        raise Unfit("must be a date such as 2026-11-23") from None
    return text


def _language(node: Node) -> str:
    if not LANGUAGE.fullmatch(node.text):
        raise Unfit("must be a language tag such as en-GB (BCP 47)")
    return node.text


@dataclass(frozen=True, slots=True)
class OneOf:
    """Reads one of some texts."""

    values: tuple[str, ...]

    def __call__(self, node: Node) -> str:
        """The text; Unfit for another one."""
        if _text(node) not in self.values:
            near = did_you_mean(_text(node), self.values)
            raise Unfit(f"must be one of {', '.join(self.values)}" + (f"; {near}" if near else ""))
        return node.text


def _one_of(*values: str) -> OneOf:
    return OneOf(values)


def _author(node: Node) -> Author:
    if node.kind == "text":
        return Author(_text(node))
    values = _mapping(node, AUTHOR)
    if not values.get("name"):
        raise Unfit("needs a name")
    return Author(**values)


def _authors(node: Node) -> tuple[Author, ...]:
    return tuple(_author(item) for item in node.items) if node.kind == "list" else (_author(node),)


def _series(node: Node) -> Series:
    return Series(_text(node)) if node.kind == "text" else Series(**_mapping(node, SERIES))


def _mapping(node: Node, known: tuple[str, ...]) -> dict[str, str]:
    if node.kind != "mapping":
        raise Unfit(f"must hold {', '.join(known)}")
    values = {key.text: _text(value) for key, value in node.pairs}
    for name in values:
        if name not in known:
            near = did_you_mean(name, known)
            raise Unfit(f"does not know '{name}'" + (f"; {near}" if near else ""))
    return values


def _values(node: Node) -> dict[str, str]:
    """Texts by names, whatever these are: a template says which ones it knows."""
    if node.kind != "mapping":
        raise Unfit("must hold the options of the template")
    return {key.text: _text(value) for key, value in node.pairs}


KEYS: Mapping[str, Callable[[Node], Any]] = {
    "title": _text,
    "subtitle": _text,
    "type": _one_of(*config.BRIEF_TYPES),
    "bottom-line": _text,
    "summary": _text,
    "key-messages": _texts,
    "authors": _authors,
    "date": _date,
    "audience": _texts,
    "decision": _text,
    "status": _one_of("draft", "in-review", "approved", "embargoed", "published", "superseded", "withdrawn"),
    "embargo": _date,
    "lang": _language,
    "bibliography": _texts,
    "csl": _text,
    "link-citations": _one_of("true", "false"),
    "references": _one_of(*config.REFERENCES),
    "series": _series,
    "organisation": _text,
    "keywords": _texts,
    "disclaimer": _text,
    "brand": _text,
    "template": _text,
    "template-options": _values,
}

READS: Mapping[object, str] = {
    _text: "text",
    _texts: "texts",
    _date: "day",
    _language: "language",
    _authors: "authors",
    _series: "series",
    _values: "options",
}
"""What each reader takes, by a name; a OneOf says it itself."""

COUNTED = ("bottom-line", "summary", "key-messages")
"""The keys whose text counts as the text of the brief."""

PRINTED = (*COUNTED, "disclaimer")
"""The keys whose text is printed as Markdown, citations and all."""


def read_head(text: str, path: str, types: Sequence[str] = config.BRIEF_TYPES) -> Head:
    """Split a brief into its typed head and the offset of its body; `types` are those that a brief may be of."""
    head = HEAD.match(text)
    if head is None:
        return Head(FrontMatter(), _no_head(text, path), 0, ())
    try:
        node = load(head["yaml"], path, first_line=2)
    except YamlError as error:
        message = f"The front matter cannot be read: {error.message}"
        problem = Problem(CODE, error.place, message, error.hint, step=1)
        return Head(FrontMatter(), (problem,), head.end(), ())
    return _typed(node, path, head.end(), types)


def _no_head(text: str, path: str) -> tuple[Problem, ...]:
    start = Place(path, 1, 1, 1, 1)
    if re.match(r"---[ \t]*\n[ \t]*[\w-]+[ \t]*:", text):
        hint = "close it with a line ---"
        return (Problem(CODE, start, "The front matter does not end", hint, step=1),)
    hint = "start the brief with ---, title: ..., and --- again"
    return (Problem(CODE, start, "The brief has no front matter", hint),)


def _typed(node: Node | None, path: str, body_start: int, types: Sequence[str]) -> Head:
    if node is not None and node.kind != "mapping":
        problem = Problem(CODE, node.place, "The front matter must be keys and values", "write title: ...", step=1)
        return Head(FrontMatter(), (problem,), body_start, ())
    values: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    pairs = node.pairs if node else ()
    for key, value in pairs:
        places[key.text] = value.place
        if key.text.startswith("x-"):
            custom[key.text] = value.plain()
        elif key.text not in KEYS:
            hint = did_you_mean(key.text, KEYS) or "a key of your own starts with x-"
            problems.append(Problem(CODE, key.place, f"The front matter has no key '{key.text}'", hint))
        elif not (value.kind == "text" and value.text == ""):
            try:
                read = _one_of(*types) if key.text == "type" else KEYS[key.text]
                values[key.text.replace("-", "_")] = read(value)
            except Unfit as unfit:
                problems.append(
                    Problem(CODE, value.place, f"'{key.text}' {unfit}", "", step=int(key.text == "embargo"))
                )
    front = replace(FrontMatter(custom=custom, places=places), **values)
    if not front.title:
        start = Place(path, 1, 1, 1, 4)
        problems.append(Problem(CODE, start, "The front matter has no title", "add a line title: ..."))
    texts = tuple((k.text, v) for k, v in pairs if k.text in PRINTED and k.text.replace("-", "_") in values)
    return Head(front, tuple(problems), body_start, texts)
