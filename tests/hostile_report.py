"""A report in which every text that comes from outside tries something."""

from __future__ import annotations

from briefkit.model import (
    EMPTY,
    Account,
    Allowance,
    Allowed,
    Block,
    Brief,
    Checked,
    Edit,
    Finding,
    Fix,
    FrontMatter,
    Place,
    Related,
    Report,
    Sentence,
    Severity,
    Unreadable,
)
from briefkit.values import replace

TEXTS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x1b]8;;\x07\x9b2J",
    "\u202egpj.exe\u2066 isolate \u200bzero\u00ad \u2028line",
    '=HYPERLINK("https://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "-2+3",
    "\t=1+1",
    "one\ntwo\r\n::error file=x::taken over",
    "::error::x\n##[error]y\n::set-output name=a::b\n::stop-commands::t",
    "]]></system-out><failure/>&amp;\"'",
    "| a | b |\n|---|---|\n# head @everyone #1 GH-12",
    "[link](javascript:alert(1)) ![p](https://evil.example/x.png) `code`",
    "https://evil.example www.evil.example mailto:a@evil.example a!1 ~x %y $z :smile: &lt;",
    "{0} [text](1) \\] {{x}}",
    "a byte \udcff of a name \ufffe \uffff \x00 nul",
    "%0A::error::decoded %25",
    "水泵 עברית العربية e\u0301 👩‍👩‍👧 \U000e0041tag",
    "a" * 500,
    "",
)


def hostile_report(copies: int = 1) -> Report:
    """Each of TEXTS in each place that a text from outside may have, so many times over."""
    briefs = tuple(_checked(n % len(TEXTS), n) for n in range(len(TEXTS) * copies))
    library = tuple(_finding(Place(text or "x.bib", 2, 1, 2, 5), n) for n, text in enumerate(TEXTS))
    unread = tuple(Unreadable(t, Place(t, 1, 1, 1, 1), t, t) for t in TEXTS)
    return Report(briefs, library, unread)


def _finding(place: Place, number: int) -> Finding:
    text, other = TEXTS[number % len(TEXTS)], TEXTS[(number + 3) % len(TEXTS)]
    fix = Fix((Edit(place, text),)) if number % 2 else None
    related = (Related(replace(place, path=f"{other[:200]}.bib"), text),)
    severity, standing = Severity(number % 3 + 1), ("known", "new")[number % 2]
    return Finding(place, "CLM102", "unsupported-statistic", severity, text, other, related, text, fix, standing)


def _checked(kind: int, number: int) -> Checked:
    text = TEXTS[kind]
    path = f"{number} {text[:200]}.md"
    place = Place(path, 1, 1, 1, max(len(text.split("\n")[0]), 1))
    sentence = Sentence(text, text, place, 0)
    front = FrontMatter(title=text)
    brief = Brief(path, text, front, (), (Block("paragraph", "", place, (sentence,)),), (), (), EMPTY)
    account = Account(sentence, "unsupported", "statistic", 0.9, "strict")
    allowed = Allowed(_finding(place, number), Allowance((text,), text, place, place))
    return Checked(brief, (account,), (_finding(place, number),), (allowed,))
