"""Findings in, the comments of a Word file out: one for each finding, with its rule, what it says and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.escapes import NO_BREAK
from briefkit.model import Finding
from briefkit.render.word_sheet import Style
from briefkit.render.word_xml import part, w

AUTHOR, INITIALS = "briefkit", "bk"
STYLES = (
    Style("Comment Text", based="Normal", font="sans", size=18, before=0, after=40, line=252),
    Style("Comment Reference", kind="character", size=16),
)
JOINERS = "\u200c\u200d"
"""Without them some words of Persian and of Indian languages are spelled wrongly."""

LONGEST = 2_000
"""How many characters of a text are shown."""


def safe(text: str) -> str:
    """A text on one line, with every control and format character as its escape: XML has no place for the first, and
    the others could turn what stands beside them.
    """
    line = " ".join(tree.split_at_blanks(text[: 5 * LONGEST]))
    cut = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() or c in NO_BREAK + JOINERS else f"\\u{ord(c):04x}" for c in cut)


def comments_xml(findings: Iterable[Finding], date: str) -> bytes:
    """The part word/comments.xml: the comments of these findings, numbered from 0."""
    return part("comments", *(_comment(n, finding, date) for n, finding in enumerate(findings))).encode()


def _comment(number: int, finding: Finding, date: str) -> str:
    title = _run(finding.severity.label.capitalize(), w("b")) + _run(f" \u00b7 {finding.code} {finding.name}")
    first = _paragraph(w("r", w("rPr", w("rStyle", val="CommentReference")), w("annotationRef")), title)
    lines = [finding.message, *(f"{_where(r.place.path, r.place.line)}: {r.message}" for r in finding.related)]
    hint = [_paragraph(_run("Hint:", w("i")), _run(f" {finding.hint}"))] if finding.hint else []
    content = (first, *(_paragraph(_run(line)) for line in lines), *hint)
    return w("comment", *content, id=number, author=AUTHOR, date=f"{date}T00:00:00Z", initials=INITIALS)


def _where(path: str, line: int) -> str:
    return f"{path}, line {line}"


def _paragraph(*runs: str) -> str:
    return w("p", w("pPr", w("pStyle", val="CommentText")), *runs)


def _run(text: str, *properties: str) -> str:
    blank = " " * text.startswith(" ")
    look = w("rPr", *properties, w("lang", val="en")) if properties else w("rPr", w("lang", val="en"))
    return w("r", look, f'<w:t xml:space="preserve">{blank}{escape(safe(text))}</w:t>')


def starts(numbers: Iterable[int], date: str) -> list[Node]:
    """What stands where these comments begin; pandoc knows such spans."""
    pairs = {"author": AUTHOR, "date": f"{date}T00:00:00Z"}
    return [tree.span(("comment-start",), [], "", {"id": str(number), **pairs}) for number in numbers]


def ends(numbers: Iterable[int]) -> list[Node]:
    """What stands where these comments end."""
    return [tree.span(("comment-end",), [], "", {"id": str(number)}) for number in numbers]
