"""Generated front matter and settings: known and unknown keys with values that fit, nearly fit, or are no such thing."""

from __future__ import annotations

from random import Random

from briefkit.parse.front_matter import KEYS
from tests.fuzz.words import ODD, damage, some

VALUES = (
    *("", "~", "null", "true", "NO", "1.10", "010", "12:30:45", "2026-02-30", "2026-11-23", "2026-11", "-1", ".nan"),
    *("Pumps in villages", '"Losses rose by 12% [@smith2021]."', "'it''s'", "[]", "{}", "[a, [b, [c]]]", "{name: A}"),
    *("[{name: A, orcid: x}, B]", "{name: Series, number: 7}", "{name: [x]}", "&a x", "*a", "!!python/object:os.x y"),
    *(
        "!x y",
        "<<: *a",
        "| \n  two\n  lines",
        ">-\n  folded\n\n  text",
        "- a\n- b",
        "\n  - a\n  - b: c\n    d: e",
        "? a",
    ),
    *("en-GB", "de", "xx-", "note", "issue", "opinion", "draft", "published", "references.bib", "../x.bib", "no.csl"),
    *(
        '"\\u202e"',
        '"\\x00"',
        '"\\ud800"',
        '"\\U0010FFFF"',
        '"\\x85"',
        "@smith2021",
        "[@smith2021]",
        "`code`",
        "**bold",
        "%",
    ),
    *("1", "2026-12-01T06:00+01:00", "2026-12-01T06:00", "CC BY 4.0", "https://example.org/a", "embargoed"),
    *("[{name: A, orcid: 0000-0002-1825-0097}]", "{name: A, orcid: 0000-0002-1825-0079}", "[{name: A, orcid: [x]}]"),
    *("[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]", "a: b", "a #b", "<script>", "$x^2$", "[x](javascript:y)"),
)
NAMES = (*KEYS, *KEYS, "titel", "x-own", "nocite", "bibliography", "header-includes", "css", "", "1", "[a]", "'quoted'")
COUNTED = ("title", "summary", "bottom-line", "key-messages", "disclaimer", "subtitle")


def head(choose: Random) -> str:
    """A head between its two lines; some end with dots, some not at all."""
    lines = [line(choose) for _ in range(choose.randint(0, 6))]
    body = "\n".join(lines)
    if choose.randint(0, 3) == 0:
        body = damage(choose, body)
    if choose.randint(0, 9) == 0:
        body = choose.choice(("- a\n- b", "just text", "", "# comment", "a: 1\na: 2", "x-" + "k" * 3000 + ": v"))
    return (
        choose.choice(("---\n", "---\n", "---\n", "--- \n"))
        + body
        + choose.choice(("\n---\n", "\n---\n", "\n...\n", "\n"))
    )


def line(choose: Random) -> str:
    if choose.randint(0, 2) == 0:
        return f'{choose.choice(COUNTED)}: "{some(choose, lambda c: c.choice(VALUES), 1, 2, " ").replace(chr(34), "").replace(chr(92), "").replace(chr(10), " ")}"'
    text = choose.choice(VALUES) if choose.randint(0, 9) else choose.choice(ODD)
    return f"{choose.choice(NAMES)}:{choose.choice((' ', ' ', '  ', '', chr(9)))}{text}"


SETTINGS = (
    *(
        '"references.bib"',
        "[]",
        '["a.bib", "b.bib"]',
        "1",
        "true",
        "{}",
        '""',
        '"error"',
        '"never"',
        '["CLM", "CIT201"]',
    ),
    *(
        '{CLM101 = "off"}',
        '{CLM101 = "x"}',
        "{CLM101 = 1}",
        "{pandoc-seconds = 5}",
        "{pandoc-seconds = nan}",
        "1979-05-27",
    ),
    *(
        "{pages-seconds = inf}",
        "{pandoc-seconds = 0}",
        "[[1]]",
        '["unsupported-claim"]',
        '[""]',
        '{"" = "off"}',
        "-0.0",
    ),
    *('"../out"', '"/"', "'a\\b'", '"\\u0000"', '"""x\n"""', "0x10", "12:30:00"),
)
SETTING_NAMES = (
    "bibliography",
    "briefs",
    "output",
    "fail-on",
    "fail_on",
    "select",
    "ignore",
    "severity",
    "limits",
    "nope",
)


def settings_text(choose: Random) -> str:
    """A briefkit.toml."""
    lines = [f"{choose.choice(SETTING_NAMES)} = {choose.choice(SETTINGS)}" for _ in range(choose.randint(0, 4))]
    text = "\n".join(lines) + "\n"
    return damage(choose, text) if choose.randint(0, 3) == 0 else text
