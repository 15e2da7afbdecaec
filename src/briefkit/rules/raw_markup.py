"""HTML in the text is not printed, and LaTeX and other dialects of Markdown are printed as they are typed.

## What it does
Names each HTML tag that opens something, and says what to write instead. Words between two tags are printed without
them; scripts, styles and frames are left out with all they hold. Comments are for authors and are not told; neither
are `<div>` and `<span>`, which pandoc reads as its own. Names the commands of LaTeX too, such as `\\newpage` and
`\\footnote{...}`, which print as they are; those that cite are told as CIT205, and math between dollars is read.

The marks of other dialects print as they are as well: shortcodes of Quarto (`{{< pagebreak >}}`), the code that it and
R Markdown run, in cells and in sentences, `\\@ref(fig:a)`, alerts of GitHub (`> [!NOTE]`), admonitions of MkDocs (`!!!
note`), attributes and abbreviations on lines of their own (`{: .note}`, `*[FN]: ...`), links of wikis (`[[Page]]`),
`==words==` and `[TOC]`. A file that is to be included is an error: a part of the brief is neither checked nor printed.

## Why it matters
One brief becomes PDF, Word and a web page, and only the last knows HTML; none knows LaTeX. A line break or a table that
an author sees in an editor is missing in print, and a command stands in the midst of the text.

## Example
    Water is H<sub>2</sub>O.

## Instead
    Water is H~2~O.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.parse.dialects import find_marks, find_paragraphs
from briefkit.parse.latex import find_latex
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC810"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each tag that is left out, and for each command that is printed."""
    yield from problems(case, CODE)
    for mark in find_latex(case.prose):
        place = case.lines.place(mark.start, mark.end)
        yield Hit(place, f"LaTeX is printed as it is typed: {mark.what}", mark.cure, subject=mark.what)
    paragraphs = find_paragraphs(case.brief, case.lines)
    for typed in find_marks(case.markup.unquoted, case.brief.text, paragraphs):
        place = case.lines.place(typed.start, typed.end)
        message = f"This is printed as it is typed: {typed.what}"
        yield Hit(place, message, typed.cure, subject=typed.what, step=int(typed.loses))
