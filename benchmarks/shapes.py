"""A number of characters in, a text of about that size out: SHAPES of briefs and LIBRARIES that are hard to read.

Each is a way in which a text can be large. What grows faster than its text in one of them would be a bomb in a brief.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Shape = Callable[[int], str]

FRONT = "---\ntitle: T\nlang: en\ndate: 2026-11-23\n---\n\n"
CITED = "Prices rose in 2021 [@smith2021].\n\n"


def filled(piece: str, size: int, start: str = FRONT + CITED, end: str = "\n") -> str:
    """A text of `size` characters made of one piece again and again."""
    return start + piece * max(1, size // len(piece)) + end


def repeated(piece: str, start: str = FRONT + CITED, end: str = "\n") -> Shape:
    """The shape that is one piece again and again."""
    return lambda size: filled(piece, size, start, end)


def numbered(piece: str, start: str = FRONT + CITED, end: str = "\n") -> Shape:
    """The shape whose pieces differ by a number, which stands for # in them."""

    def make(size: int) -> str:
        count = max(1, size // (len(piece) + 5 * piece.count("#")))
        return start + "".join(piece.replace("#", f"{n:06}") for n in range(count)) + end

    return make


def ordinary(size: int) -> str:
    """What a long honest brief is like: headings, paragraphs that cite, lists, notes."""
    piece = (
        "# Part #\n\nThe fund spent 12 million euros in 2021 on # wells [@smith2021, p. 3]. *Repairs* cost less.[^#] "
        "Farmers say that [a new plan](https://example.org/#) reduced the losses by 4%.\n\n- The first item # fell.\n"
        "- The second rose by 3% [@smith2021].\n\n[^#]: The office reported it in # [@smith2021].\n\n"
    )
    return numbered(piece)(size)


def notes_in_notes(size: int) -> str:
    """Each note calls the next one; after nine of them a new row starts."""
    count = size // 35
    notes = (f"[^{n}]: Note {n}." + (f"[^{n + 1}]" if n % 10 != 9 else "") for n in range(count))
    calls = " ".join(f"Call [^{n}]." for n in range(0, count, 10))
    return FRONT + CITED + calls + "\n\n" + "\n\n".join(notes) + "\n"


def wide_table(size: int) -> str:
    """A table of forty rows."""
    row = "|" + "a b|" * (size // 170) + "\n"
    return FRONT + CITED + row + row.replace("a b", "---") + row * 40


def grid_table(size: int) -> str:
    """A grid of two columns."""
    line = "+--------------+--------------+\n"
    return FRONT + CITED + line + ("| It rose. x   | It fell. y   |\n" + line) * (size // 64)


def unlike(size: int) -> str:
    """Words that pandoc changes at the start and at the end, so that no stretch is simply the same."""
    middle = "".join(f"Word{n % 997} and &auml;{n % 31} rose. " for n in range(size // 26))
    return f"{FRONT}{CITED}&auml;&ouml; {middle} &uuml;&auml;\n"


def many_keys(size: int) -> str:
    """Front matter of many keys, which is refused when it is too long."""
    return "---\ntitle: T\n" + "".join(f"x-{n}: v\n" for n in range(size // 10)) + "---\n\n" + CITED


def both(first: str, second: str) -> Shape:
    """Half of one numbered piece, then half of another."""
    return lambda size: numbered(first)(size // 2) + numbered(second, start="\n\n")(size // 2)


ALLOW = "<!-- briefkit: allow unsupported-claim: known -->"
CLAIM = "Losses fell by 12% in 2020 because prices rose faster than wages. "

SHAPES: Mapping[str, Shape] = {
    "ordinary brief": ordinary,
    "headings": numbered("# H #\n\n"),
    "headings, deeper and deeper": repeated("# A\n\n## B\n\n### C\n\n#### D\n\n"),
    "headings with claims": numbered("## Wages fell by # percent\n\nIt rose.\n\n"),
    "paragraphs": numbered(f"{CLAIM}#\n\n"),
    "findings": numbered("In # losses fell by 12%.\n\n"),
    "sentences in a summary": numbered("It was # in 2020. ", FRONT + CITED + "# Summary\n\n"),
    "summary and body": both("# Summary\n\nIn 2020 # rose.\n\n", "# Body\n\nIn 2020 # rose [@smith2021].\n\n"),
    "one long paragraph": repeated(CLAIM),
    "one long sentence": repeated("the price of water rose and "),
    "one long sentence of names": repeated("Ann Smith of Harbour and "),
    "one long sentence of figures": repeated("12,5 and "),
    "one line of 1 to 2 MB": repeated("x "),
    "one word": repeated("a"),
    "long words": repeated("a" * 5000 + " "),
    "lines": repeated("the price of water rose\n"),
    "digits and stops": repeated("1."),
    "abbreviations": repeated("Pub. L. No. 3 et al. v. Inc. "),
    "initials": repeated("A. B. "),
    "brackets that hold sentences": repeated("(It rose.) "),
    "ellipses": repeated("it rose\u2026 and "),
    "words that change": unlike,
    "citations in a sentence": repeated("as said [@smith2021, p. 3] and "),
    "citations in a group": lambda size: FRONT + "It rose [" + "; ".join(["@smith2021"] * (size // 12)) + "].\n",
    "citations in the text": repeated("@smith2021 says it rose. "),
    "unknown keys": numbered("It rose [@key#]. "),
    "brackets without keys": repeated("[@] "),
    "notes": numbered("It rose by 3%.[^#]\n\n[^#]: See 2020 [@smith2021].\n\n"),
    "notes at the end": both("It rose by 3%.[^#] ", "[^#]: See 2020 [@smith2021].\n\n"),
    "note called often": repeated("It rose.[^1] ", end="\n\n[^1]: See 2020 [@smith2021].\n"),
    "notes that are the same": numbered("It rose.[^#] \n\n[^#]: The same.\n\n"),
    "notes inside the line": repeated("It rose.^[See 2020.] "),
    "notes in notes": notes_in_notes,
    "notes with addresses": numbered("It rose.[^#]\n\n[^#]: See https://example.org/#\n\n"),
    "notes without calls": numbered("[^#]: See 2020.\n\n"),
    "calls without notes": numbered("It rose.[^#] "),
    "addresses": repeated("See https://example.org/a for it. "),
    "list items": repeated("- It rose by 3%.\n"),
    "list items, numbered": numbered("1. It rose by #.\n"),
    "nested lists": repeated("- a\n    - b\n        - c\n            - d\n"),
    "lists and allowances": repeated(f"- a\n\n{ALLOW}\n\n"),
    "definitions": numbered("Word #\n: It rose.\n\n"),
    "wide table": wide_table,
    "long table": repeated("| It rose by 3% | b |\n", FRONT + CITED + "| a | b |\n|---|---|\n"),
    "tables with captions": numbered('| a | b |\n|---|---|\n| c | d |\n\n: It rose # {source="@smith2021"}\n\n'),
    "grid table": grid_table,
    "rules": repeated("---\n"),
    "dashes": repeated("--- ---\n\n"),
    "boxes": numbered("::: {.definition #i#}\nIt rose by 3%.\n:::\n\n"),
    "spans": numbered('[it rose by 3%]{.waived reason="#"} and '),
    "one span": repeated("it rose. ", FRONT + CITED + "[", ']{.waived reason="x"}\n'),
    "attributes": numbered('[it rose]{x#="1"} '),
    "allowances": repeated(f"{ALLOW}\n\nIt rose by 3%.\n\n"),
    "allowances of nothing": repeated(f"{ALLOW}\n\nYes.\n\n"),
    "allowances in a line": repeated(f"It rose by 3%. {ALLOW} "),
    "comments": repeated("<!-- a -->\n\n"),
    "comments in a line": repeated("a <!-- b --> "),
    "open comments": repeated("<!-- "),
    "open comments, glued": repeated("<!--"),
    "open comments, line by line": repeated("a <!--\n\n"),
    "dashes in a comment": repeated("-", FRONT + CITED + "<!-- ", " -->\n"),
    "links": numbered("[it rose](https://example.org/#) "),
    "links to nothing": numbered("[it rose](#n#) "),
    "links to a reference": numbered("[it rose][r#] ", end="\n\n[r000001]: https://example.org\n"),
    "references": numbered("[r#]: https://example.org/#\n"),
    "images": numbered("![A graph #](a#.png)\n\n"),
    "open links": repeated("[a]("),
    "link with blanks": repeated(" ", FRONT + CITED + "[a](b", "c\n"),
    "closed brackets": repeated("]"),
    "brackets in words": repeated("a [b c] d "),
    "open brackets, in paragraphs": repeated("[a b\n\n"),
    "open braces": repeated("[x]{a "),
    "open angles": repeated("a < b "),
    "tags": repeated("<b>x</b> "),
    "open tags": repeated("<b "),
    "backticks": repeated("`a` "),
    "open backticks": repeated("` a\n\n"),
    "backticks of two lengths": repeated("`` a ` b\n\n"),
    "fences": repeated("```\nx\n```\n\n"),
    "one long fence": repeated("it rose [@smith2021\n", FRONT + CITED + "```\n", "```\n"),
    "open fences": repeated("~~~ x\n\n"),
    "indented code": repeated("    it rose\n\n"),
    "dollars": repeated("$a$ "),
    "open dollars": repeated("a $ b\n\n"),
    "emphasis": repeated("*it* **rose** "),
    "open emphasis": repeated("*a\n\n"),
    "quotes": repeated('"It rose by 3% in all of the land," he said. '),
    "open quotes": repeated('"it rose '),
    "block quotes": repeated("> It rose.\n\n"),
    "quotes and their sources": repeated("> It rose.\n\n[@smith2021]\n\n"),
    "entities": repeated("&amp; "),
    "escapes": repeated("\\* "),
    "combining characters": repeated("a" + "\u0301" * 40 + " "),
    "one letter with many accents": repeated("\u0301", FRONT + CITED + "a"),
    "hidden characters": repeated("a\u200bb "),
    "garbled characters": repeated("Ã© "),
    "signs without a glyph": lambda size: FRONT + CITED + "".join(chr(0x4E00 + n % 20_000) for n in range(size)),
    "wide letters": repeated("\u4e00\u4e8c\u3002"),
    "CRLF": repeated("It rose by 3%.\r\n\r\n"),
    "blank lines": repeated("\n"),
    "blanks": repeated(" ", end="x\n"),
    "front matter of many keys": many_keys,
    "front matter of one value": repeated("a ", "---\ntitle: T\nsummary: ", "\n---\n\n" + CITED),
    "front matter, nested": lambda size: f"---\ntitle: T\nx-a: {'[' * (size // 2)}{']' * (size // 2)}\n---\n\n{CITED}",
    "front matter that does not end": repeated("a: b\n", "---\n"),
    "commands": repeated("\\cite{smith2021} "),
    "commands that are open": repeated("\\cite["),
    "addresses of mail": repeated("a@b.org "),
    "examples": numbered("(@e#) It rose.\n\n"),
    "line blocks": repeated("| it rose\n"),
    "pipes": repeated("a | b "),
    "headings in other scripts": repeated("# \u0416\u0443\u043a\n\n"),
}
"""Shapes of briefs."""

LIBRARIES: Mapping[str, Shape] = {
    "entries": numbered("@book{k#, title = {T}, author = {X}, date = {2021}, publisher = {P}}\n", "", ""),
    "entries over lines": numbered(
        "@article{k#,\n  author = {Smith, Ann and Jones, B.},\n  title = {The {Price} of # Wells},\n"
        "  journaltitle = {Water},\n  date = {2021-03-04},\n  pages = {1--9},\n  doi = {10.1000/#}\n}\n\n",
        "",
        "",
    ),
    "entries without an end": numbered("@book{k#, title = {T\n", "", ""),
    "entries in one line": numbered("@book{k#, title = {T}} ", "", ""),
    "broken entries": numbered("@book{k# title = {T}}\n", "", ""),
    "entries without fields": numbered("@book{k#}\n", "", ""),
    "one long field": repeated("x ", "@book{a, title = {", "}}\n"),
    "one field of many lines": repeated("x = y,\n", "@book{a, title = {", "}}\n"),
    "nested braces": lambda size: "@book{a, title = {" + "{" * (size // 2) + "}" * (size // 2) + "}}\n",
    "open braces": repeated("{", "@book{a, title = {", ""),
    "closed braces": repeated("}", "@book{a, title = {", ""),
    "braces that alternate": repeated("{a}", "@book{a, title = {", "}}\n"),
    "quotes": repeated('"', "@book{a, title = ", "}\n"),
    "open quotes in entries": numbered('@book{k#, title = "T}\n', "", ""),
    "the same key": repeated("@book{k, title = {T}}\n", "", ""),
    "keys alike": numbered("@book{k#, title = {T}}\n@book{K#, title = {T}}\n", "", ""),
    "the same field": repeated("title = {T}, ", "@book{k, ", "}\n"),
    "many fields": numbered("f# = {T}, ", "@book{k, ", "}\n"),
    "fields glued": repeated("title = {T} ", "@book{k, ", "}\n"),
    "values joined": repeated("a # ", "@string{a = {x}}\n@book{k, title = ", "a}\n"),
    "numbers joined": repeated("1 # ", "@book{k, title = ", "1}\n"),
    "strings": numbered("@string{s# = {x}}\n", "", ""),
    "strings chained": lambda size: (
        "@string{s0 = {x}}\n" + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, size // 28))
    ),
    "parents chained": lambda size: "".join(
        f"@book{{k{n}, title = {{T}}, crossref = {{k{n + 1}}}}}\n" for n in range(size // 46)
    ),
    "parents in a cycle": lambda size: "".join(
        f"@book{{k{n}, crossref = {{k{(n + 1) % (size // 32)}}}}}\n" for n in range(size // 32)
    ),
    "parents that are missing": numbered("@book{k#, crossref = {m#}}\n", "", ""),
    "many parents": lambda size: "@book{k, xdata = {" + ",".join(f"k{n}" for n in range(size // 7)) + "}}\n",
    "heads in a field": repeated("@x{", "@book{a, note = {", ""),
    "heads in a field, line by line": repeated("@x{k,\n", "@book{a, note = {", ""),
    "heads alone": repeated("@", "", ""),
    "heads without a brace": repeated("@book\n", "", ""),
    "heads torn apart": numbered("@ book {k#, title = {T}}\n", "", ""),
    "heads without a sign": numbered("book{k#, title = {T}}\n", "", ""),
    "authors": numbered("N#, F and ", "@book{a, title = {T}, author = {", "X}}\n"),
    "pages": repeated("1-2,", "@book{a, title = {T}, pages = {", "3}}\n"),
    "comments": repeated("% it rose\n", "", ""),
    "comments that hold entries": numbered("% @book{k#, title = {T}}\n", "", ""),
    "comment blocks": repeated("@comment{x}\n", "", ""),
    "open comment blocks": repeated("@comment{\n", "", ""),
    "comment with braces": repeated("{}", "@comment{", "}\n"),
    "words": repeated("it rose ", "", ""),
    "words in lines": repeated("it = {rose},\n", "", ""),
    "equals": repeated("=", "@book{a, title ", "}\n"),
    "commas": repeated(",", "@book{a, ", "}\n"),
    "backslashes": repeated("\\", "@book{a, title = {", "}}\n"),
    "parentheses": numbered("@book(k#, title = {T})\n", "", ""),
    "open parentheses": repeated("(", "@book(", "\n"),
    "blanks": repeated(" ", "@book{a, title", "= {T}}\n"),
    "blanks before the end": repeated(" ", "@book{a, title = {T}", "x\n"),
    "line feeds": repeated("\n", "@book{a, title = {T}", "x\n"),
    "preambles": repeated("@preamble{{x}}\n", "", ""),
    "garbled": numbered("@book{k#, title = {Ã©}}\n", "", ""),
    "control characters": repeated("\x01", "@book{a, title = {", "}}\n"),
    "links in words": repeated("@a", "@book{a, title = {", "}}\n"),
}
"""Shapes of libraries."""
