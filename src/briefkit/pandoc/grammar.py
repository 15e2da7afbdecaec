"""What pandoc has made in, whether it is of its kind out: a tree with each node and each part of it, a file.

Nobody asks this of the tree of a check at which nothing went wrong: it takes as long as reading the tree does. Where
our code failed on one, it tells whose fault that is.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

Form = Callable[[Any], bool]
"""Whether a value has a form."""


def is_document(tree: Any) -> bool:
    """Whether pandoc could have made this tree."""
    try:
        return isinstance(tree, Mapping) and _blocks(tree.get("blocks"))
    except RecursionError:  # too deep is another fault, told by who walks the tree
        return True


def is_written(made: bytes, format: str) -> bool:
    """Whether these bytes are what a format begins as: a package of Word, a tree, a text."""
    if format == "docx":
        return zipfile.is_zipfile(io.BytesIO(made))
    try:
        return is_document(json.loads(made)) if format == "json" else bool(made.decode().strip())
    except RecursionError:
        return True
    except ValueError:
        return False


def _text(value: Any) -> bool:
    """A text without halves of characters."""
    return isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)


def _number(value: Any) -> bool:
    return isinstance(value, int)


def _name(value: Any) -> bool:
    """One of a few names, such as AlignLeft; the width of a column has a number with it."""
    return isinstance(value, dict) and _text(value.get("t")) and isinstance(value.get("c", 0), int | float)


def _nothing(value: Any) -> bool:
    return value is None


def _many(form: Form) -> Form:
    return lambda value: isinstance(value, list) and all(form(item) for item in value)


def _row(*forms: Form) -> Form:
    def has_form(value: Any) -> bool:
        if not isinstance(value, list) or len(value) != len(forms):
            return False
        return all(form(item) for form, item in zip(forms, value, strict=True))

    return has_form


def _either(*forms: Form) -> Form:
    return lambda value: any(form(value) for form in forms)


def _inlines(value: Any) -> bool:
    return isinstance(value, list) and all(_is_node(item, INLINES) for item in value)


def _blocks(value: Any) -> bool:
    return isinstance(value, list) and all(_is_node(item, BLOCKS) for item in value)


def _is_node(value: Any, forms: Mapping[str, Form]) -> bool:
    if not isinstance(value, dict):
        return False
    kind = value.get("t")
    return isinstance(kind, str) and kind in forms and forms[kind](value.get("c"))


def _citation(value: Any) -> bool:
    return isinstance(value, dict) and all(name in value and form(value[name]) for name, form in CITATION.items())


CITATION: Mapping[str, Form] = {
    "citationId": _text,
    "citationPrefix": _inlines,
    "citationSuffix": _inlines,
    "citationMode": _name,
    "citationNoteNum": _number,
    "citationHash": _number,
}
ATTRIBUTES = _row(_text, _many(_text), _many(_row(_text, _text)))
LINK = _row(ATTRIBUTES, _inlines, _row(_text, _text))
INLINES: Mapping[str, Form] = {
    **dict.fromkeys(("Space", "SoftBreak", "LineBreak"), _nothing),
    **dict.fromkeys(("Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"), _inlines),
    **dict.fromkeys(("Link", "Image"), LINK),
    "Str": _text,
    "Quoted": _row(_name, _inlines),
    "Cite": _row(_many(_citation), _inlines),
    "Code": _row(ATTRIBUTES, _text),
    "Math": _row(_name, _text),
    "RawInline": _row(_text, _text),
    "Note": _blocks,
    "Span": _row(ATTRIBUTES, _inlines),
}
CAPTION = _row(_either(_nothing, _inlines), _blocks)
ROWS = _many(_row(ATTRIBUTES, _many(_row(ATTRIBUTES, _name, _number, _number, _blocks))))
HEAD = _row(ATTRIBUTES, ROWS)
BODY = _row(ATTRIBUTES, _number, ROWS, ROWS)
BLOCKS: Mapping[str, Form] = {
    **dict.fromkeys(("Plain", "Para"), _inlines),
    "LineBlock": _many(_inlines),
    "CodeBlock": _row(ATTRIBUTES, _text),
    "RawBlock": _row(_text, _text),
    "BlockQuote": _blocks,
    "OrderedList": _row(_row(_number, _name, _name), _many(_blocks)),
    "BulletList": _many(_blocks),
    "DefinitionList": _many(_row(_inlines, _many(_blocks))),
    "Header": _row(_number, ATTRIBUTES, _inlines),
    "HorizontalRule": _nothing,
    "Table": _row(ATTRIBUTES, CAPTION, _many(_row(_name, _name)), HEAD, _many(BODY), HEAD),
    "Figure": _row(ATTRIBUTES, CAPTION, _blocks),
    "Div": _row(ATTRIBUTES, _blocks),
}
