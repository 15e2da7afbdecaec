"""The YAML head of a brief: text in; a typed FrontMatter, problems with places, and the body out.

A head stands at the very start, between a line `---` and a line `---` or `...`. The table KEYS says what each key
holds; keys that start with `x-` are free. A head that cannot be read is a grave problem and the brief is read without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefkit import config
from briefkit.characters import SOFT_HYPHEN, find_hidden
from briefkit.model import FrontMatter, Place, Problem, start_of
from briefkit.near_misses import did_you_mean
from briefkit.parse.foreign_heads import ENTRIES, FOREIGN, describe_shifted, describe_title_block
from briefkit.parse.head_values import (
    Unfit,
    odd_orcids,
    one_of,
    part_messages,
    read_address,
    read_authors,
    read_date,
    read_funding,
    read_language,
    read_licence,
    read_moment,
    read_options,
    read_series,
    read_text,
    read_texts,
    read_version,
)
from briefkit.patterns import regex
from briefkit.strict_yaml import Node, YamlError, load
from briefkit.text import Lines
from briefkit.values import Value, replace

HEAD = regex(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
CODE = "DOC801"


class Head(Value):
    """A brief split in two: `front`, what is wrong with it, and where the body starts."""

    front: FrontMatter
    problems: tuple[Problem, ...]
    body_start: int
    texts: tuple[tuple[str, Node], ...]


KEYS: Mapping[str, Callable[[Node], Any]] = {
    "briefkit": read_version,
    "title": read_text,
    "subtitle": read_text,
    "type": one_of(*config.BRIEF_TYPES),
    "bottom-line": read_text,
    "summary": read_text,
    "key-messages": read_texts,
    "authors": read_authors,
    "reviewers": read_authors,
    "date": read_date,
    "audience": read_texts,
    "decision": read_text,
    "decision-by": read_date,
    "status": one_of("draft", "in-review", "approved", "embargoed", "published", "superseded", "withdrawn"),
    "embargo": read_date,
    "embargo-until": read_moment,
    "lang": read_language,
    "bibliography": read_texts,
    "csl": read_text,
    "link-citations": one_of("true", "false"),
    "references": one_of(*config.REFERENCES),
    "series": read_series,
    "organisation": read_text,
    "url": read_address,
    "keywords": read_texts,
    "funding": read_funding,
    "conflicts": read_text,
    "licence": read_licence,
    "disclaimer": read_text,
    "brand": read_text,
    "template": read_text,
    "template-options": read_options,
}

READS: Mapping[object, str] = {
    read_version: "version",
    read_text: "text",
    read_texts: "texts",
    read_date: "day",
    read_moment: "moment",
    read_language: "language",
    read_authors: "authors",
    read_series: "series",
    read_address: "address",
    read_funding: "texts",
    read_licence: "licence",
    read_options: "options",
}
"""What each reader takes, by a name; a OneOf says it itself."""

PEOPLE = ("authors", "reviewers")
EMBARGOES = ("embargo", "embargo-until")

COUNTED = ("bottom-line", "summary", "key-messages")
"""The keys whose text counts as the text of the brief."""

PRINTED = (*COUNTED, "funding", "conflicts", "disclaimer")
"""The keys whose text is printed as Markdown, citations and all."""


def body_start(text: str) -> int:
    """The offset behind the front matter of a brief, be it such as can be read or not; 0 where it has none."""
    head = HEAD.match(text)
    return head.end() if head else 0


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
    typed = _typed(node, path, head.end(), types)
    hidden = tuple(_escaped(node, head["yaml"])) if node and "\\" in head["yaml"] else ()
    return replace(typed, problems=(*typed.problems, *hidden)) if hidden else typed


def _escaped(node: Node, typed: str) -> Iterator[Problem]:
    """Characters that cannot be seen and are written as escapes, `\\u200b`: no rule finds them in what is typed."""
    for odd in find_hidden(node.text):
        if node.text[odd.start] not in typed:
            message = f"A character that cannot be seen is written here: {odd.what}{odd.rest}"
            yield Problem("DOC813", node.place, message, "delete it", step=-(node.text[odd.start] == SOFT_HYPHEN))
    for part in (*node.items, *(part for pair in node.pairs for part in pair)):
        yield from _escaped(part, typed)


def _no_head(text: str, path: str) -> tuple[Problem, ...]:
    start = start_of(path)
    if re.match(r"---[ \t]*\n[ \t]*[\w-]+[ \t]*:", text):
        hint = "close it with a line ---"
        return (Problem(CODE, start, "The front matter does not end", hint, step=1),)
    lines = Lines(path, text)
    if block := describe_title_block(text):
        end, message, hint = block
        return (Problem(CODE, lines.place(0, end), message, hint, step=1),)
    if shifted := describe_shifted(text):
        at, message, hint = shifted
        return (Problem(CODE, lines.place(at, at + 3), message, hint, step=1),)
    if re.match(r"\+\+\+[ \t]*\n", text):
        message = "These lines between +++ are TOML, and are printed as text; the brief has no front matter"
        return (Problem(CODE, lines.place(0, 3), message, "write title: ... and the like between --- and ---", step=1),)
    hint = "start the brief with ---, title: ..., and --- again"
    return (Problem(CODE, start, "The brief has no front matter", hint),)


def _typed(node: Node | None, path: str, end: int, types: Sequence[str]) -> Head:
    """The head that a node is, which ends at an offset."""
    if node is not None and node.kind != "mapping":
        problem = Problem(CODE, node.place, "The front matter must be keys and values", "write title: ...", step=1)
        return Head(FrontMatter(), (problem,), end, ())
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    pairs = [(k, part_messages(v) if k.text == "key-messages" else v) for k, v in (node.pairs if node else ())]
    for key, value in pairs:
        if key.text not in KEYS:
            problems += _unknown_key(key)
        elif value.kind != "text" or value.text:
            try:
                read = one_of(*types) if key.text == "type" else KEYS[key.text]
                values[key.text.replace("-", "_")] = read(value)
            except Unfit as unfit:
                problems.append(_unfit_value(key.text, value, unfit))
            if key.text in PEOPLE:
                problems += [Problem(CODE, place, f"'orcid' {why}", hint) for place, why, hint in odd_orcids(value)]
    front = FrontMatter(**values, places={key.text: value.place for key, value in pairs})
    told = any(problem.place == front.places.get("title") for problem in problems)
    problems += (*_title_problems(front, path, told=told), *_embargo_problems(front), *_day_problems(front))
    texts = tuple((k.text, v) for k, v in pairs if k.text.replace("-", "_") in values and _is_printed(k.text, v))
    return Head(front, tuple(problems), end, texts)


def _unknown_key(key: Node) -> Iterator[Problem]:
    """What to say of a key that there is not; those of the author's own are free."""
    if not key.text.startswith("x-"):
        hint = FOREIGN.get(key.text) or did_you_mean(key.text, KEYS) or "a key of your own starts with x-"
        yield Problem(CODE, key.place, f"The front matter has no key '{key.text}'", hint)


def _unfit_value(key: str, value: Node, unfit: Unfit) -> Problem:
    """What to say of a value that its key does not hold; what follows from an embargo cannot be trusted."""
    holds_entries = key == "references" and value.kind == "list"
    why, hint = ENTRIES if holds_entries else (str(unfit), unfit.hint)
    return Problem(CODE, value.place, f"'{key}' {why}", hint, step=int(key in EMBARGOES))


def _is_printed(key: str, node: Node) -> bool:
    """Whether the text of a key is Markdown: where those who paid are listed, these are names."""
    return key in PRINTED and not (key == "funding" and node.kind == "list")


def _title_problems(front: FrontMatter, path: str, *, told: bool) -> Iterator[Problem]:
    """A title that there is not, or that says nothing; one of another form is told as such."""
    if "title" not in front.places:
        yield Problem(CODE, Place(path, 1, 1, 1, 4), "The front matter has no title", "add a line title: ...")
    elif not front.title and not told:
        yield Problem(CODE, front.places["title"], "The title is empty", "write the title behind title:")


def _embargo_problems(front: FrontMatter) -> Iterator[Problem]:
    """An embargo that is given twice, or that nothing says the end of."""
    if front.embargo and front.embargo_until:
        message = "The front matter has both 'embargo' and 'embargo-until'; the moment is what counts"
        yield Problem(CODE, front.places["embargo"], message, "take 'embargo' out")
    if front.status == "embargoed" and not any(key in front.places for key in EMBARGOES):
        message = "The brief is embargoed, and nothing says until when"
        yield Problem(CODE, front.places["status"], message, "add embargo-until: 2026-12-01T06:00+01:00")


def _day_problems(front: FrontMatter) -> Iterator[Problem]:
    """Days that do not go together: a decision before the brief, an embargo after what is published."""
    if front.decision_by and front.date and front.decision_by < front.date:
        message = f"The decision is sought by {front.decision_by}, and the brief is dated {front.date}"
        yield Problem(CODE, front.places["decision-by"], message, "compare the two days")
    for key, until in zip(EMBARGOES, (front.embargo, front.embargo_until[:10]), strict=True):
        if front.status == "published" and until and front.date and until > front.date:
            message = f"The brief is published and dated {front.date}, and its embargo ends on {until}"
            yield Problem(CODE, front.places[key], message, "compare the two days, or write status: embargoed", step=-1)
