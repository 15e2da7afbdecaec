"""The text of a brief in, what other dialects of Markdown read and pandoc prints as it is typed out, with cures.

Three kinds: marks of GitHub, Quarto, MkDocs and wikis; lines that begin a heading, a list or a table but stand in the
midst of a paragraph, because pandoc wants an empty line before these; and lists whose bullets are typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from briefkit.model import Brief
from briefkit.parse.cells_of_code import find_cells
from briefkit.patterns import regex
from briefkit.text import WORD, Lines, shorten
from briefkit.values import Value

LONGEST = 60
"""How far a colon is looked for."""

INLINE = regex(r"(?<!`) ` (?: r | \{ (?:r|python|julia|ojs) \} ) [ ] [^`\n]{1,200} ` (?!`)", re.VERBOSE)
"""Code within a sentence that R Markdown and Quarto run."""

RUNNING = frozenset({"paragraph", "item", "quote", "note", "term"})
SIGNS = ("{{", "{%", "[!", "[[", "[TOC]", "!!!", "???", "==", "@ref(", "{:", "\n{", "*[", "```", "~~~")

MARKS = regex(
    r"""
      (?P<include> \{\{[<%] [ \t]* include \b [^{}\n]{0,200} \}\} )
    | (?P<leave> \{\{[<%] [ \t]* pagebreak [ \t]* [>%]\}\} | ^ [ \t]* \[ TOC \] [ \t]* $ )
    | (?P<shortcode> \{\{[<%] [ \t]* [\w-]{1,40}+ [^{}\n]{0,200} \}\} | \{% [ \t]+ \w[^{}\n]{0,200} %\} )
    | ^ (?: [ \t]*+ > )++ [ \t]*+ (?P<alert> \[! \w{1,20}+ \] )
    | ^ (?P<admonition> [!?]{3}\+? [ ] [a-z]{2,20}+ (?: [ ] "[^"\n]{0,200}" )? ) [ \t]* $
    | (?P<wiki> (?<! [\w\[\]\\] ) !? \[\[ (?! \d{1,4} \] ) [^\[\]\n@^{]{1,200} \]\] (?! [\w(\[{] ) )
    | (?P<reference> \\@ref\( [\w:-]{1,80} \) )
    | ^ [ \t]* (?P<attributes> \{: [^{}\n]{1,200} \} | (?<= \n\n ) \{ [#.] [\w-] [^{}\n]{0,200} \} ) [ \t]* $
    | ^ (?P<abbreviation> \*\[ [^\[\]\n]{1,60} \]: [ ] )
    | ^ [ \t]* (?P<fence> `{3,20}+ | ~{3,20}+ ) [^`\n]{0,100} $
    | (?P<highlight> (?<! [=\w] ) == (?! [=\s] ) [^=\n]{1,200} (?<! \s ) == (?! [=\w] ) )
""",
    re.VERBOSE | re.MULTILINE,
)
CURES = {
    "include": "copy the text of that file into the brief: it is neither checked nor printed",
    "leave": "leave it out: the template sets this",
    "shortcode": "write what it stands for",
    "alert": "write a box: ::: {.definition} or ::: {.key-message}, and ::: behind it",
    "admonition": "write a box: ::: {.definition} or ::: {.key-message}, and ::: behind it",
    "wiki": "write a link, [words](https://...), or ![caption](picture.png)",
    "reference": "link to it: [Table 1](#tbl-...), with that identifier on the table or figure",
    "attributes": "write attributes behind the heading or the picture, or on a box: ::: {.definition}",
    "abbreviation": "write it out where it is used first: Full Name (FN)",
    "fence": "close the code with the same signs on a line of their own, or take them away",
    "highlight": "write **words**",
    "inline": "nothing is run here: write the figure that it gives",
    "cell": "nothing is run here: put what it gives into the brief, as text, a table, a picture or a chart",
}
GLUED = regex(
    r"""
    ^ (?: [ \t>]*+ (?: (?P<heading> \#{2,6}+ (?= [ ]+ \S ) | \# (?= [ ]+ [^\W\d_a-z] ) )
        | (?P<item> (?: [-*+] | \d{1,2}+ [.)] ) (?= [ ]+ [^\W_] | [ ]+ [*\[] | [ ]{3} ) )
        | (?P<row> \| [^\n]{0,2000} \n [ \t>]*+ \|? [ \t]* :? - [-:| \t]*+ $ ) )
      | [ \t]*+ (?P<quotation> > ) (?= [ ]? [^\s>\d] ) )
""",
    re.VERBOSE | re.MULTILINE,
)
BULLET = regex(
    r"^[ \t]*+(?P<sign>[\u2022\u2023\u25aa\u25cf\u25e6\u27a2\uf0a7\uf0b7\u00b7\u2013\u2014])[ \t\u00a0]++(?=\S)",
    re.MULTILINE,
)
"""A line that begins with a bullet or a dash, as word processors have them."""
NUMBER = regex(r"^[ \t]*+(?P<sign>(?P<number>\d{1,2}|[a-z])\\[.)])[ \t\u00a0]++(?=\S)", re.MULTILINE)
"""A line that begins with a number or a letter whose stop is written as a sign, as converters write what was typed."""
EMPTY = regex(r"\n[ \t]*+\n")
MOST_EMPTY = 2
DASHES = "\u2013\u2014"
BEGUN = regex(r"(?:\A|:[ \t]*\n|\n[ \t]*\n)[ \t]*\Z")


class Typed(Value):
    """What is printed as it is typed: its offsets, what it is, the cure; `loses` where words of the brief are gone."""

    start: int
    end: int
    what: str
    cure: str
    loses: bool = False


def find_paragraphs(brief: Brief, lines: Lines, besides: str = "") -> tuple[tuple[int, int], ...]:
    """Where running text stands, in order: offsets of the first and behind the last of its words.

    Text of one role may be left out.
    """
    running = (block.place for block in brief.blocks if block.kind in RUNNING and (block.role or "-") != besides)
    return tuple(sorted(map(lines.span, running)))


def find_marks(text: str, whole: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Typed]:
    """The marks of other dialects in a text whose code is blanked, and in the whole one the cells of code."""
    if any(sign in text for sign in SIGNS):
        for match in MARKS.finditer(text):
            kind = match.lastgroup or ""
            yield Typed(*match.span(kind), shorten(match[kind]), CURES[kind], kind == "include")
    comment = text.rfind("<!--")
    if comment >= 0 and text.find("-->", comment) < 0:
        yield Typed(comment, comment + 4, "<!--", "close the comment with -->")
    if "`r " in whole or "`{" in whole:
        for match in INLINE.finditer(whole):
            if _inside(match.start(), paragraphs):
                yield Typed(*match.span(), shorten(match[0]), CURES["inline"])
    for cell in find_cells(whole):
        yield Typed(cell.start, cell.braces[1], shorten(whole[cell.start : cell.braces[1]].rstrip()), CURES["cell"])


def find_glued(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Typed]:
    """The lines in the midst of a paragraph that were meant to begin a heading, a list, a table or a quotation.

    A single line that looks like an item may be a wrapped one, so there must be two, or a colon before it.
    """
    told: dict[str, int] = {}
    for match in GLUED.finditer(text):
        kind = match.lastgroup or ""
        number = _inside(match.start(), paragraphs)
        if number and (kind not in BEGINS or (number != told.get(kind) and BEGINS[kind](text, match))):
            told[kind] = number
            what = {"heading": "heading", "item": "list", "row": "table", "quotation": "quotation"}[kind]
            begin = match.start(kind)
            end = begin + 1 if kind == "row" else match.end(kind)
            yield Typed(begin, end, what, f"put an empty line before this {what}")


def find_bullets(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where lists begin whose bullets are typed: two lines or more with one sign, and an empty line between at most.

    A dash may begin a line that was wrapped: the first of a list begins its paragraph, or follows a colon.
    """
    before: re.Match[str] | None = None
    told, last = False, 0
    for match in BULLET.finditer(text):
        words = WORD.search(text, match.end(), match.end() + LONGEST)
        number = _inside(words.start(), paragraphs) if words else 0
        between = EMPTY.findall(text, before.end(), match.start()) if before else ()
        goes_on = before is not None and before["sign"] == match["sign"] and len(between) < MOST_EMPTY
        wrapped = match["sign"] in DASHES and not BEGUN.search(text[max(0, match.start() - LONGEST) : match.start()])
        if not number or (wrapped and not (goes_on and number == last)):
            continue
        if before and goes_on and not told:
            yield before.span("sign")
        told, before, last = goes_on, match, number


def find_typed_numbers(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where lists begin whose numbers are typed: `1\\.`, and `2\\.` with an empty line between at most."""
    before: re.Match[str] | None = None
    told = False
    for match in NUMBER.finditer(text):
        words = WORD.search(text, match.end(), match.end() + LONGEST)
        if not words or not _inside(words.start(), paragraphs):
            continue
        goes_on = before is not None and _follows(before["number"], match["number"])
        if before and goes_on and len(EMPTY.findall(text, before.end(), match.start())) < MOST_EMPTY:
            if not told:
                yield before.span("sign")
            told = True
        else:
            told = False
        before = match


def _follows(one: str, two: str) -> bool:
    """Whether a number or a letter is the next one."""
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    return one.isalpha() and two.isalpha() and ord(two) == ord(one) + 1


def _is_list(text: str, match: re.Match[str]) -> bool:
    """Whether a line that looks like an item is one: a colon stands before it, or the next line looks so too."""
    if text[max(0, match.start() - LONGEST) : match.start()].rstrip()[-1:] == ":":
        return True
    following = text.find("\n", match.end()) + 1
    again = GLUED.match(text, following) if following else None
    return bool(again and again["item"])


def _is_quotation(text: str, match: re.Match[str]) -> bool:
    """Whether a line that looks like a quotation begins one: the line before it does not look so."""
    before = text[text.rfind("\n", 0, max(0, match.start() - 1)) + 1 : match.start()]
    return not before.lstrip().startswith(">")


BEGINS = {"item": _is_list, "quotation": _is_quotation}
"""What else must hold where a line looks like an item, or like a quotation."""


def _inside(offset: int, paragraphs: Sequence[tuple[int, int]]) -> int:
    """Which of these stretches, from 1, an offset stands in; 0 for none."""
    number = bisect_right(paragraphs, offset, key=itemgetter(0))
    return number if number and offset < paragraphs[number - 1][1] else 0
