"""Generated briefs: Markdown of every kind in every place, and real briefs after some slips of the hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.heads import head
from tests.fuzz.words import ODD, damage, pick, some

ROOT = Path(__file__).parents[2]
REAL = (
    "briefs/us-sanctions-pakistan.md",
    "tests/projects/small/briefs/pumps.md",
    "tests/projects/pumps/pumps.md",
    "tests/projects/unsourced/op-ed.md",
)
KEYS = (
    *("smith2021", "Smith2021", "a", "un:2020", "who.2019", "a/b", "x_1", "k-2", "key1", "key2", "nobody", "gone1"),
    *("m\u00fcller", "\u6c34", "2020", "k+1", "inside3", "*", "a--b", "who.2019.", "_x"),
)
SENTENCES = (
    "The cost rose by 12% in 2020.",
    "It *fell* again, they **said**.",
    'He called it "a turning point" in 1999.',
    "The U.S. Treasury, e.g. Dr. Smith, agreed!",
    "H~2~O, 5^th^, ~~gone~~, `the code`, $x^2$ and $$\\int y$$ stand here.",
    "Why did it rise?",
    "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144.",
    "\u041d\u0430\u0441\u043e\u0441\u044b \u0441\u043b\u043e\u043c\u0430\u043b\u0438\u0441\u044c.",
    "\u6c34\u6cf5\u574f\u4e86\u3002\u4ed6\u4eec\u4fee\u4e86\u3002",
    "See [the cost](https://example.org/the/cost) and <https://example.org>.",
    "A [link][ref], an [[[odd]]] bracket and a \\[quiet\\] one.",
    '[We think so.]{.opinion} [So.]{.waived reason="known"} [So.]{.claim}',
    "&amp; &copy; &#8364; &nbsp; &unknown; stand\u00a0here.",
    'An <b>old</b> tag, <br> and <!-- a comment --> and <x-y a="b">.',
    "The share was 3.5 million (or 4%), approx. No. 7 et al.",
    "...",
    "",
)
ALLOWANCES = (
    "<!-- briefkit: allow unsupported-claim: known -->",
    "<!-- briefkit: allow unsupported-claim -->",
    "<!-- briefkit: allow all: x -->",
    "<!-- briefkit: allow nonsense, CLM101: x -->",
    "<!-- briefkit: allow -->",
    "<!-- briefkit: next -->",
    "<!-- briefkit: -->",
    "<!-- a comment -- with --- dashes -->",
    "<!---->",
    "<!-- not closed",
)
CLASSES = (
    *(".key-message", ".key-messages", ".summary", ".bottom-line", ".recommendation", ".recommendations", ".option"),
    *(".pull-quote", ".case-study", ".definition", ".confidence", ".references", "#refs", ".waived", ".opinion"),
    *(
        '.waived reason="x"',
        'name="Solar [@a]"',
        'source="[@a]"',
        ".hanging-indent",
        ".unnumbered",
        "lang=de",
        "dir=rtl",
    ),
    *(
        ".front",
        ".briefkit-front",
        ".box-title",
        ".source-line",
        ".missing-source",
        ".exhibit",
        '.recommendation actor="M" by=x',
    ),
)


def key(choose: Random) -> str:
    return choose.choice(KEYS)


def citation(choose: Random) -> str:
    """A citation in one of its forms, some of them wrong."""
    name = choose.choice(("@{}", "@{{{}}}", "-@{}", "@{}", "@{}")).format(key(choose))
    other = "@" + key(choose)
    forms = (
        f"[{name}]",
        f"[{name}, p. 3]",
        f"[see {name}, pp. 3-4; also {other}]",
        f"[{name}; {other}]",
        name,
        f"{name} [p. 3]",
        f"{name} says",
        f"[*see* {name} {{p. 3}}, **and** more]",
        f"[{name}",
        f"{name}]",
        f"({name})",
        f"[{name}, {other}]",
        f"[{name}].",
        f"[[{name}]]",
        f"[{name}](#x)",
        f"^[A note {name}, and [{other}].]",
        f"[{name} [{other}]]",
        f"[{key(choose)}]",
        f"\\cite{{{key(choose)}}}",
        "[@]",
    )
    return choose.choice(forms)


def sentence(choose: Random) -> str:
    words = choose.choice(SENTENCES)
    match choose.randint(0, 5):
        case 0:
            return f"{words[:-1]} {citation(choose)}."
        case 1:
            return f"{words} {citation(choose)}"
        case 2:
            return f"{citation(choose)} {words}"
        case 3 if words:
            at = choose.randrange(len(words))
            return words[:at] + choose.choice(ODD) + words[at:]
        case 4:
            return choose.choice(("*{}*", "**{}**", '"{}"', "[{}]{{.x}}", "[{}](#y)", "^[{}]", "~~{}~~")).format(
                f"{words} {citation(choose)}"
            )
        case _:
            return words


def line(choose: Random) -> str:
    return some(choose, sentence, 1, 3, " ").replace("\n", " ")


def paragraph(choose: Random) -> str:
    return some(choose, sentence, 1, 4, choose.choice((" ", "\n", "  \n", "\\\n")))


def heading(choose: Random) -> str:
    text = line(choose) if choose.randint(0, 3) == 0 else choose.choice(("Summary", "Sources", "Recommendations", "X"))
    tail = choose.choice(("", "", " {#x}", " {.recommendations}", " {-}", " {#s .summary}"))
    underlined = f"{text}\n{choose.choice('=-') * 5}"
    return "#" * choose.randint(1, 7) + f" {text}{tail}" if choose.randint(0, 4) else underlined


def items(choose: Random) -> str:
    mark = choose.choice(("- ", "* ", "1. ", "a) ", "(@) ", "(@x) ", "#. ", "- [ ] ", "iv. "))
    made: list[str] = []
    for _ in range(choose.randint(1, 4)):
        made.append(mark + line(choose))
        if choose.randint(0, 2) == 0:
            made.append("    " + pick(choose, line, lambda c: "- " + line(c), lambda c: "\n    " + line(c), allowance))
        if choose.randint(0, 4) == 0:
            made.append(allowance(choose))
    return "\n".join(made)


def table(choose: Random) -> str:
    source = choose.choice(("", "", ' {#tbl-x source="[@a]"}', ' {source="@nobody, p. 3"}', ' {source="x"}'))
    caption = choose.choice(("", f"\n\n: {line(choose)}{source}", f"\n\nTable: {line(choose)}{source}"))
    cell = cell_text(choose), cell_text(choose), cell_text(choose), cell_text(choose)
    if choose.randint(0, 3) == 0:
        rule = "+" + "-" * 30 + "+" + "-" * 30 + "+"
        rows = [f"| {one[:28]:<28} | {two[:28]:<28} |" for one, two in (cell[:2], cell[2:])]
        return f"{rule}\n{rows[0]}\n{rule.replace('-', '=')}\n{rows[1]}\n{rule}{caption}"
    return f"| {cell[0]} | {cell[1]} |\n|---|--:|\n| {cell[2]} | {cell[3]} |{caption}"


def cell_text(choose: Random) -> str:
    return pick(choose, line, citation, lambda c: "12%", lambda c: "").replace("|", "/")


def note(choose: Random) -> str:
    name = choose.choice("123x")
    body = pick(choose, line, citation, lambda c: f"{line(c)}\n\n    {line(c)}", lambda c: "\n    - " + line(c))
    return f"{line(choose)}[^{name}]\n\n[^{name}]: {body}"


def box(choose: Random) -> str:
    inside = some(choose, block if choose.randint(0, 3) else paragraph, 0, 2, "\n\n")
    colons = ":" * choose.randint(3, 5)
    return f"{colons} {{{some(choose, lambda c: c.choice(CLASSES), 1, 2, ' ')}}}\n{inside}\n{colons}"


def figure(choose: Random) -> str:
    alt = pick(choose, line, citation, lambda c: "A pump", lambda c: "")
    where = choose.choice(
        ("pump.png", "pump.png", "none.png", "https://x.example/a.png", "../x.png", "data:image/png,x", "")
    )
    tail = choose.choice(("", "", '{source="[@a]"}', '{alt="x" source="@nobody"}', "{width=50%}", '{fig-alt="@a"}'))
    return f"![{alt}]({where}){tail}" + choose.choice(("", "", " " + line(choose), "\\"))


def allowance(choose: Random) -> str:
    return choose.choice(ALLOWANCES)


def raw(choose: Random) -> str:
    texts = (
        "<div>\n\nInside.\n\n</div>",
        "<table><tr><td>12%</td></tr></table>",
        "```\ncode [@a]\n```",
        "~~~ {.python key=val}\nx\n~~~",
        "    indented [@nobody]",
        "```{=html}\n<b>\n```",
        "\\begin{equation}\nx\n\\end{equation}",
        "---",
        "***",
        "| line\n|   block [@a]",
        "Term *x*\n:   Means [@a].\n\n    More.",
        "[ref]: https://example.org 'T'",
        "[^1]: twice",
        "*[HTML]: abbreviation",
        "---\ntitle: second\nnocite: '@*'\n---",
        "% T\n% A",
        "$$\nx [@a]\n$$",
        "<details><summary>x</summary>",
        "::: x",
        ":::",
        "\t\tTab.\n\tTab.",
        "  Simple      Table\n--------  ---------\n    1 @a          2\n\n: Cap [@a]",
        "----------- -----\nMulti       12%\nline        [@a]\n\nb           c\n----------- -----",
    )
    return choose.choice(texts)


def quote(choose: Random) -> str:
    return "> " + pick(choose, paragraph, block).replace("\n", "\n> ") + choose.choice(("", "\n\n" + citation(choose)))


def block(choose: Random) -> str:
    return pick(
        choose, paragraph, paragraph, paragraph, heading, items, table, note, box, figure, allowance, raw, quote
    )


def body(choose: Random) -> str:
    return some(choose, block, 0, 7, choose.choice(("\n\n", "\n\n", "\n\n", "\n")))


@cache
def real_lines() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple((ROOT / name).read_text("utf-8").split("\n")) for name in REAL)


def damaged_real(choose: Random) -> str:
    """A part of a real brief, with its head more often than not, after some slips of the hand."""
    lines = choose.choice(real_lines())
    start = 0 if choose.randint(0, 2) else choose.randrange(len(lines))
    text = "\n".join(lines[start : start + choose.choice((5, 20, 60))])
    return damage(choose, text)


def brief(choose: Random) -> str:
    """Any brief."""
    match choose.randint(0, 5):
        case 0:
            return damaged_real(choose)
        case 1:
            return head(choose) + damage(choose, body(choose))
        case 2:
            return head(choose) + "\n" + body(choose)
        case 3:
            return body(choose)
        case _:
            return "---\ntitle: Pumps\nlang: en\n---\n\n" + body(choose)
