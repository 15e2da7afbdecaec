"""Cells of R Markdown and Quarto: code for pandoc as well, so that nothing between two of them is taken for code."""

from __future__ import annotations

from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.parse.cells_of_code import as_pandoc_reads

CELLS = """# Hunger

```{r setup, include=FALSE}
library(usmap)

# Prices rose 12% in 2021
```

Prices rose 9% in 2020.

```{python}
x = "Prices rose 7% in 2019"

```

They fell in 2022.
"""


def test_text_between_cells_is_text_and_cells_are_none(pandoc: Worker) -> None:
    brief = parse_brief(CELLS, "a.md", pandoc)
    assert [s.title for s in brief.sections] == ["Hunger"]
    assert [s.plain for s in brief.sentences][1:] == ["Prices rose 9% in 2020.", "They fell in 2022."]
    assert [s.place.line for s in brief.sentences][1:] == [9, 16]


def test_only_what_pandoc_does_not_read_as_attributes_is_blanked() -> None:
    text = "``` {.python #a}\n```{r}\n```\n\n```r\n```\n\n``` {=html}\n```\n\n```{lang=en}\n```\n"
    assert as_pandoc_reads(text) == text


def test_offsets_stay() -> None:
    assert as_pandoc_reads("a\n\n  ```{r, echo=FALSE}\nx\n  ```\nb\n") == ("a\n\n  ```               \nx\n  ```\nb\n")


def test_a_box_of_myst_is_text(pandoc: Worker) -> None:
    text = "```{note} Mind\nPrices rose 9% in 2020.\n\nThey fell.\n```\n\nThey rose.\n"
    assert [s.plain for s in parse_brief(text, "a.md", pandoc).sentences] == [
        "Prices rose 9% in 2020.",
        "They fell.",
        "They rose.",
    ]


def test_a_cell_that_is_never_closed_hides_nothing_from_pandoc() -> None:
    assert as_pandoc_reads("```{r}\nPrices rose.\n") == "      \nPrices rose.\n"
