"""What stands at the start of a brief where its front matter is none of ours in, what to say of it out.

pandoc's title block, front matter that something stands before, and keys that pandoc and its templates know.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.parse.head_values import is_day
from briefkit.parse.typed_days import day_hint
from briefkit.patterns import regex

TITLE_BLOCK = regex(
    r"\A%[ \t]+(?P<title>[^\n]{1,500}+)(?:\n[ \t]+[^\n]+)*"
    r"(?:\n%[ \t]*(?P<authors>[^\n]{0,500}+)(?:\n[ \t]+[^\n]+)*(?:\n%[ \t]*(?P<date>[^\n]{0,100}+))?)?"
)
BEFORE = regex(r"\A(?P<before>(?:[\s\ufeff]|<!--[^>]{0,2000}-->){1,2000}?)---[ \t]*\n[ \t]*[\w-]+[ \t]*:")

LOOKS = "leave it out: the template and the brand decide how a brief looks (docs/templates.md, docs/brand.md)"
LISTED = "leave it out: the references are what the text cites"
THANKS = "write who paid as funding: ..., and thanks as a section"
FILTERS = "leave it out: briefkit reads and builds a brief without it"

_FOREIGN: Mapping[str, str] = {
    "abstract description": "write it as summary: ...",
    "author by": "write it as authors: ...",
    "institute affiliation institution publisher": "write it as organisation: ...",
    "categories tags keyword": "write it as keywords: ...",
    "toc table-of-contents": "write template-options: {contents: true}",
    "numbersections number-sections": "write template-options: {numbered-sections: true}",
    "thanks acknowledgement acknowledgements acknowledgment acknowledgments": THANKS,
    "nocite suppress-bibliography": LISTED,
    "toc-depth toc-title secnumdepth lof lot": "leave it out: the template decides it (docs/templates.md)",
    "documentclass classoption geometry papersize margin-left margin-right margin-top margin-bottom linestretch": LOOKS,
    "fontfamily mainfont sansfont monofont colorlinks linkcolor urlcolor citecolor css header-includes indent": LOOKS,
    "theme page-layout highlight-style fig-cap-location tbl-cap-location fig-width fig-height": LOOKS,
    "fontsize": "write template-options: {text-size: 10}",
    "output format pdf-engine include-before include-after filters link-references": FILTERS,
    "editor project crossref callout-appearance callout-icon": FILTERS,
    "date-format params include-in-header citation citation-location listing layout permalink slug": FILTERS,
    "execute engine jupyter knitr code-fold freeze": "leave it out: no code is run",
    "bibliographystyle biblio-style natbib biblatex": "write the citation style as csl: ...",
    "language locale": "write it as lang: ...",
    "deadline due due-date": "write it as decision-by: ...",
    "draft": "write status: draft",
    "to recipient recipients": "write it as audience: ...",
    "conflict-of-interest conflicts-of-interest competing-interests": "write it as conflicts: ...",
    "copyright": "write it as licence: ...",
    "email e-mail corresponding-author": "write it in authors: [{name: ..., email: ...}]",
    "orcid": "write it in authors: [{name: ..., orcid: ...}]",
    "number issue volume": "write it in series: {name: ..., number: ...}",
    "contact contacts": "write it in authors: [{name: ..., email: ...}], or as template-options: {imprint: ...}",
    "cover-image image banner hero feature-image": LOOKS,
    "doi": "write it as url: https://doi.org/...",
    "logo": "name it in the brand (docs/brand.md)",
    "revision version": "a key of your own starts with x-",
    "reference-section-title": "leave it out: the heading of the references is in the language of the brief",
}
FOREIGN: Mapping[str, str] = {key: cure for keys, cure in _FOREIGN.items() for key in keys.split()}
"""What to do with keys of pandoc and its like that briefkit does not have."""


ENTRIES = (
    "must be listed or grouped, and holds entries",
    "put them into the library: pandoc BRIEF.md -t biblatex -o references.bib",
)
"""What is wrong with `references`, and the cure, where pandoc wrote entries there: as it does of a Word file."""


def describe_title_block(text: str) -> tuple[int, str, str] | None:
    """Where pandoc's title block ends, what is wrong with it, and the cure; None where there is none."""
    block = TITLE_BLOCK.match(text)
    if block is None:
        return None
    lines = ["---", f"title: {_quoted(block['title'])}"]
    authors = [name.strip() for name in (block["authors"] or "").split(";") if name.strip()]
    if authors:
        lines.append(f"authors: [{', '.join(map(_quoted, authors))}]")
    date = (block["date"] or "").strip()
    if date:
        day = date if is_day(date) else day_hint(date).removeprefix("write ")
        lines.append(f"date: {day}" if is_day(day) else f"date: 2026-11-23 (that is the form of '{date}')")
    message = "These lines are pandoc's title block, which is printed as text; the brief has no front matter"
    return block.end(), message, f"write it as lines of front matter: {' | '.join((*lines, '---'))}"


def _quoted(text: str) -> str:
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def describe_shifted(text: str) -> tuple[int, str, str] | None:
    """The offset of front matter that is none because something stands before it, what that is, and the cure."""
    found = BEFORE.match(text)
    if found is None:
        return None
    before = found["before"]
    what = "a comment" if "<!--" in before else "a mark of byte order" if "\ufeff" in before else "a blank line"
    what = "a blank" if not before.strip(" \t") else what
    message = f"This is no front matter and is printed as text: {what} stands before it"
    cure = "move it below the front matter" if "<!--" in before else "delete it"
    return found.end("before"), message, f"{cure}, so that the file begins with ---"
