"""Generated libraries: pieces that are well formed however oddly typed, each with what it is, and damaged ones.

A piece knows what it must be read as, because it was made so; nothing here asks our own reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.fuzz.words import ODD, damage, some

TYPES = ("article", "book", "misc", "report", "techreport", "inproceedings", "proceedings", "online", "Thesis", "BOOK")
NAMES = ("title", "author", "year", "date", "note", "journal", "publisher", "url", "doi", "abstract", "keywords", "x-y")
KEYS = (
    "smith2021",
    "Smith2021",
    "a",
    "un:2020",
    "who.2019",
    "a/b",
    "m\u00fcller",
    "x_1",
    "k-2",
    "k+1",
    "\u6c34",
    "2020",
)
BLANKS = ("", "", "", " ", "\n", "\n\n", "\t", "  ")
WORDS = (
    "Water",
    "the {P}ump",
    "{{UN}}",
    '{3.5"} disks',
    '{a "b"}',
    "50\\%",
    "a \\& b",
    '\\"o',
    "{\\'e}",
    "1--3",
    "and",
    "x = y",
    "a, b",
    "#",
    "\u00e9",
    "$x$",
)
MACROS = ("jan", "who", "undefinedmacro")
HEAD_LIKE = ("@misc{inside{n},", "@article{inside{n}, title = x", "@online(inside{n},")
SCRAPS = (
    *("@", "{", "}", "(", ")", '"', ",", "=", "#", "%", "\\", "\n", "@article{", "@misc(k,", "@comment{", "@string{"),
    *("@ book {", "article{x, title=", "\n@x{y}", "% @book{z,", "title = {X},\n", "\u2028", "\n}\n", "@in-book{q,"),
    *("\n@article\n{r,", "@{s,", "@preamble{", "\\}", '\\"', "@@", "@misc{t}", "@misc{,", "@misc{u v,"),
    *("@\nbook{w,", "@\nbook(x, ", "\nTY  - JOUR\nAU  - Doe, A.\n", "\n%0 Book\n%A Doe, A.\n"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that starts on a line of its own, what it is, its key, and in which of its lines it must be named.

    `kind` is `entry`, `aside` (to be named and never an entry), `inside` (an entry whose words hold a head, to be
    named at `line`) or `none`.
    """

    text: str
    kind: str = "none"
    key: str = ""
    line: int = 0


def blank(choose: Random) -> str:
    return choose.choice(BLANKS)


def value(choose: Random) -> str:
    """A field's value in one of its forms."""
    match choose.randint(0, 6):
        case 0:
            return str(choose.randint(0, 2030))
        case 1:
            return choose.choice(MACROS)
        case 2:
            return '"' + words(choose).replace('\\"', "") + '"'
        case 3:
            return f"{{{words(choose)}}}{blank(choose)}#{blank(choose)}{choose.choice(MACROS)}"
        case 4:
            return '"' + words(choose).replace('\\"', "") + '" # "x"'
        case _:
            return "{" + words(choose) + "}"


def words(choose: Random) -> str:
    between = choose.choice((" ", " ", "\n", "\n    ", "\\\n"))
    return some(choose, lambda c: c.choice(WORDS if c.randint(0, 9) else ODD), 0, 5, between)


def field(choose: Random) -> str:
    return f"{choose.choice(NAMES)}{blank(choose)}={blank(choose)}{value(choose)}"


def entry(choose: Random, number: int) -> Piece:
    """An entry that is well formed; its fields may repeat or say nothing."""
    key = choose.choice(KEYS) if choose.randint(0, 2) else f"key{number}"
    opening, closing = choose.choice((("{", "}"), ("{", "}"), ("{", "}"), ("(", ")")))
    fields = [field(choose) for _ in range(choose.randint(1, 4))]
    if choose.randint(0, 5) == 0:
        fields.append(f"{choose.choice(('crossref', 'xdata', 'xref'))} = {{{choose.choice(KEYS)}}}")
    gap = choose.choice((" ", "\n  ", "\n", "\n\n"))
    body = ("," + gap).join(fields)
    last = choose.choice(("", ",", ",\n", "\n", " % the end\n"))
    indent = choose.choice(("", "", "", "  ", "\t"))
    head = f"{indent}@{choose.choice(TYPES)}{choose.choice(('', '', ' '))}{opening}{blank(choose)}{key},{gap}"
    return Piece(head + body + last + closing, "entry", key)


def commented(choose: Random, number: int) -> Piece:
    """An entry behind a percent sign, or inside of @comment."""
    key = f"gone{number}"
    if choose.randint(0, 1):
        return Piece(f"% @misc{{{key}, title = {{X}}}}", "aside", key)
    return Piece(f"@comment{{\n@misc{{{key}, title = {{X}}}}\n}}", "aside", key, 1)


def with_head_inside(choose: Random, number: int) -> Piece:
    """An entry whose value holds a line that looks like the start of another."""
    before = some(choose, lambda c: c.choice(WORDS), 0, 3, " ")
    inside = (
        choose.choice(("@misc{inside%d} ", "@article{inside%d}", "@online(inside%d) ", "@misc{inside%d, title = {X}}"))
        % number
    )
    return Piece(f"@misc{{key{number}, note = {{{before}\n{inside}\n}}, year = 2020}}", "inside", f"key{number}", 1)


def other(choose: Random, number: int) -> Piece:
    """What is no entry."""
    texts = (
        "",
        "% a comment",
        '@string{who = "World"}',
        "@string(who = {World})",
        '@preamble{"\\newcommand{\\x}{y}"}',
        "@comment{jabref-meta: databaseType:biblatex;}",
        "Plain words between the entries, and an address: a@b.example.",
        "% 100% sure {",
        "\n\n",
    )
    return Piece(choose.choice(texts))


def pieces(choose: Random) -> list[Piece]:
    """A sound library in pieces."""
    ways = (entry, entry, entry, commented, with_head_inside, other)
    return [choose.choice(ways)(choose, number) for number in range(choose.randint(1, 6))]


def written(made: list[Piece], between: str = "\n") -> str:
    return between.join(piece.text for piece in made) + "\n"


def library(choose: Random) -> str:
    """A library, sound or after some slips of the hand."""
    text = written(pieces(choose), choose.choice(("\n", "\n\n")))
    return damage(choose, text, SCRAPS + ODD) if choose.randint(0, 1) else text


def linked(choose: Random) -> str:
    """Entries that inherit from each other, in chains, stars and circles."""
    keys = [f"k{number}" for number in range(choose.randint(2, 9))]
    return "".join(
        f"@{choose.choice(('inbook', 'book', 'xdata', 'article', 'set'))}{{{key},\n"
        f"  {choose.choice(('crossref', 'xdata', 'xref'))} = {{{','.join(choose.sample(keys, choose.randint(0, 2)))}}},\n"
        f"  title = {{Title {key}}}\n}}\n"
        for key in keys
    )
