"""Whether a tree has pandoc's form: all that pandoc makes has, and a tree with any part of another kind has not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from briefkit.model import EMPTY, Parsed, Unreadable
from briefkit.pandoc import Pandoc
from briefkit.pandoc.grammar import is_document
from briefkit.parse.prepare import READER
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.project import load_project
from briefkit.pipeline.reading import read_brief

TEXT = """
# Head {#h .a k=v}

Plain *a* **b** ~~c~~ x^2^ y~2~ [d]{.smallcaps} "e" `f` $g$ <b> [@a, p. 3; see @b] @c [l](http://a.b) ![i](i.png)
[s]{.x} [u]{.underline} n[^1]\\
next

[^1]: A note.

| line
|  block

> quote

1. one

   two

- item

term
: what

``` {.py}
code
```

<div>raw</div>

---

::: box
| a | b |
|---|--:|
| 1 | 2 |

: Caption
:::

![figure](f.png)
"""


@cache
def tree() -> Any:
    return Pandoc().read(TEXT, READER).ast


def spots(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each part of a tree."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield (*way, key)
        yield from spots(part, (*way, key))


def test_what_pandoc_makes_is_a_document() -> None:
    made = json.dumps(tree())
    assert is_document(tree())
    assert all(f'"t": "{kind}"' in made for kind in ("Table", "Figure", "Cite", "Note", "DefinitionList", "LineBlock"))


@pytest.mark.parametrize("other", [None, "\ud800", [[7]]])
def test_a_tree_with_a_part_of_another_kind_is_none(other: Any) -> None:
    changed = copy.deepcopy(tree())
    for way in list(spots(changed["blocks"], ("blocks",))):
        *above, last = way
        holder = changed
        for key in above:
            holder = holder[key]
        before, holder[last] = holder[last], other
        assert before is None or not is_document(changed), way  # a caption has nothing where a short one may be
        holder[last] = before


@pytest.mark.parametrize("blocks", ['[{"t":"Para"}]', "[7]", '[{"c":[]}]', '[{"t":"Para","c":[{"t":"Str","c":7}]}]'])
def test_a_brief_of_which_pandoc_makes_no_document_is_not_checked(blocks: str) -> None:
    class Lying:
        def read(self, text: str, format: str) -> Parsed:
            return Parsed({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": json.loads(blocks)})

    read = read_brief(b"It rose.", Lying(), load_project(EMPTY), Bounds(25))
    assert isinstance(read, Unreadable)
    assert read.why == "pandoc returned something that is no document"
