"""The prose of a brief in, the commands of LaTeX in it out, each with what to write for it.

Briefs are not read as LaTeX. A command is `\\name` with an argument in braces, or one of those that take none; other
words behind a backslash, such as the folders of a path, are text. An environment is one, with all that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefkit.patterns import regex
from briefkit.values import Value

COMMAND = regex(r"(?<!\\)\\(?P<name>[A-Za-z]{2,30}+)\*?(?:\[[^\[\]\n]{0,200}+\]){0,2}(?P<argument>\{)?")
ARGUMENT = regex(r"\{(?P<what>[^{}\n]{0,200}+)\}")
JOINED = regex(r"[\w:.%~-]")
"""What stands before the name of a folder, as in `C:\\new`."""

REFERENCE = "write [Table 1](#tbl-...), with that identifier on the table or figure"
LAYOUT = "leave it out: the template sets this"
OTHERS = "write it in Markdown, or leave it out"

_CURES: Mapping[str, str] = {
    "footnote footnotetext thanks endnote": "write ^[the words of the note]",
    "ref autoref cref Cref nameref pageref vref eqref": REFERENCE,
    "label": "write the identifier behind the heading or caption: {#tbl-...}",
    "textbf bf bfseries": "write **words**",
    "textit emph textsl itshape em": "write *words*",
    "underline uline": "write [words]{.underline}",
    "textsc scshape": "write [words]{.smallcaps}",
    "texttt": "write the words between backticks",
    "textsuperscript": "write m^2^",
    "textsubscript": "write H~2~O",
    "href": "write [words](https://...)",
    "url": "write <https://...>",
    "part chapter section": "write # and the heading",
    "subsection": "write ## and the heading",
    "subsubsection paragraph": "write ### and the heading",
    "includegraphics": "write ![words](picture.png)",
    "caption": "write the caption under the table: ': Its words'",
    "input include": "copy the text into the brief",
    "nocite": "leave it out: only what the text cites is listed",
    "tableofcontents": "leave it out, and write in the front matter template-options: {contents: true}",
    "bibliography printbibliography bibliographystyle": "leave it out: briefkit lists the references",
    "listoffigures listoftables": OTHERS,
    "title author date maketitle": "write it in the front matter: title: ...",
    "ldots dots textellipsis": "write ...",
    "newpage pagebreak clearpage cleardoublepage vspace hspace vskip hskip smallskip medskip bigskip": LAYOUT,
    "hfill vfill noindent indent centering raggedright singlespacing onehalfspacing doublespacing footnotesize": LAYOUT,
    "scriptsize normalsize setlength pagestyle thispagestyle usepackage documentclass": LAYOUT,
    "newline linebreak": "end the line with a backslash",
}
CURES: Mapping[str, str] = {name: cure for names, cure in _CURES.items() for name in names.split()}

ENVIRONMENTS: Mapping[str, str] = {
    **dict.fromkeys(("table", "tabular", "longtable", "tabularx"), "write it as a table of pipes: | a | b |"),
    "figure": "write ![The caption](picture.png)",
    "itemize": "write a list: - one",
    "enumerate": "write a list: 1. one",
    **dict.fromkeys(("quote", "quotation"), "write > before each line"),
    **dict.fromkeys(("equation", "align", "displaymath"), "write it between $$ and $$"),
    "abstract": "write it in the front matter: summary: ...",
    **dict.fromkeys(("center", "flushleft", "flushright", "multicols", "landscape"), LAYOUT),
}

BARE = frozenset(
    "newpage pagebreak clearpage cleardoublepage smallskip medskip bigskip hfill vfill noindent centering"
    " raggedright singlespacing onehalfspacing doublespacing footnotesize scriptsize normalsize tableofcontents"
    " printbibliography listoffigures listoftables maketitle newline linebreak ldots textellipsis hline toprule midrule"
    " bottomrule".split()
)
"""Commands that stand without braces, and whose names are no folder's."""


class LatexMark(Value):
    """A command or an environment: its offsets, what it is called, and the cure."""

    start: int
    end: int
    what: str
    cure: str


def find_latex(text: str) -> Iterator[LatexMark]:
    """The commands in a text whose code and math are blanked; those that cite are left to whoever knows the library."""
    commands = list(COMMAND.finditer(text)) if "\\" in text else []
    ends = {name: match.start() for match, name in _environments(text, commands, "end")}
    inside = ""
    for match in commands:
        name = match["name"]
        argument = _argument(text, match)
        if inside:
            inside = "" if name == "end" and argument == inside else inside
        elif name == "begin" and argument:
            inside = argument if ends.get(argument, 0) > match.start() else ""
            end = match.end() + len(argument) + 1
            yield LatexMark(
                match.start(), end, f"\\begin{{{argument}}}", ENVIRONMENTS.get(argument.rstrip("*"), OTHERS)
            )
        elif name != "end" and "cite" not in name.lower() and _is_command(text, match):
            end = match.end() + (len(argument) + 1 if match["argument"] and argument else -bool(match["argument"]))
            yield LatexMark(match.start(), end, f"\\{name}", CURES.get(name, OTHERS))


def _environments(text: str, commands: list[re.Match[str]], name: str) -> Iterator[tuple[re.Match[str], str]]:
    return ((match, _argument(text, match)) for match in commands if match["name"] == name)


def _argument(text: str, match: re.Match[str]) -> str:
    """What stands in the braces of a command, where that is short."""
    held = ARGUMENT.match(text, match.start("argument")) if match["argument"] else None
    return held["what"] if held else ""


def _is_command(text: str, match: re.Match[str]) -> bool:
    """Whether a name behind a backslash is a command and no folder."""
    if match["argument"]:
        return True
    joined = JOINED.match(text, match.start() - 1) if match.start() else None
    goes_on = text[match.end() : match.end() + 1] in ("\\", "/", "_", "-")
    return match["name"] in BARE and not joined and not goes_on
