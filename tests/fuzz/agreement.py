"""Generated briefs that cite in every form and place, beside libraries that have the keys, nearly, or broken.

Their words need no source, so that most of them are clean when their citations are.
"""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.words import pick, some

KEYS = (
    *(
        "smith2021",
        "a",
        "un:2020",
        "who.2019",
        "a/b",
        "x_1",
        "k-2",
        "a__b",
        "2020",
        "k+1",
        "m\u00fcller",
        "\u6c34",
        "e\u0301t",
    ),
    *(
        "Key",
        "key",
        "a.b.",
        "x:",
        "_u",
        "q?",
        "r!",
        "k's",
        "b(1)",
        "c=d",
        "e@f",
        "[g]",
        "h*",
        "i;j",
        "l&m",
        "n`o",
        "t#u",
    ),
    *(
        "http://x.y/z",
        "10.1000/182",
        "a--b",
        "-a",
        "A",
        "\u0130x",
        "\ufb01n",
        "n\u0303",
        "a..b",
        "and",
        "others",
        "x~y",
    ),
)
TYPES = (
    *(
        "article",
        "book",
        "misc",
        "report",
        "online",
        "inbook",
        "thesis",
        "xdata",
        "set",
        "control",
        "bibnote",
        "Comment",
    ),
    *(
        "collection",
        "software",
        "dataset",
        "jurisdiction",
        "customa",
        "article1",
        "in-book",
        "unpublished",
        "patent",
        "mvbook",
    ),
)
FIELDS = (
    "title = {Title}",
    "author = {Doe, Jane}",
    "author = {{Office of Wells}}",
    "author = {}",
    "author = {and and and}",
    "author = {Doe, Jane and others}",
    "author = {, , ,}",
    "author = {family=Doe, given=Jane}",
    "date = {2020}",
    "date = {2020-13-45}",
    "date = {/}",
    "year = {forthcoming}",
    "year = 2020",
    "journaltitle = {Journal}",
    "publisher = {Press}",
    "institution = {Office}",
    "url = {https://x.example/a%20b_c}",
    "note = {\\textbf{x} $y$ \\cite{smith2021} % z}",
    "title = {\\begin{x} \\foo{bar} }",
    "title = {{\\'E}t{\\'e} \\& co #1 ~ ^ _}",
    "title = {Ends \\\\}",
    "langid = {nosuch}",
    "entryset = {a,b}",
    "options = {dataonly}",
    "keywords = {a,b}",
    "ids = {alias1,alias2}",
    "pages = {1--3}",
    "number = {7}",
    "type = {x}",
    "shorthand = {S}",
    "related = {a}",
    "title = undefinedstring",
)


def library(choose: Random, keys: list[str]) -> str:
    """A library that has some of the keys, in sound entries, twins, aliases, chains and broken ones."""
    if choose.randint(0, 2):
        return "\n".join(entry(choose, key) for key in dict.fromkeys(keys))
    return "\n".join(
        entry(choose, choose.choice((*keys, *keys, choose.choice(KEYS)))) for _ in range(choose.randint(1, 6))
    )


def entry(choose: Random, key: str) -> str:
    kind = choose.choice(TYPES) if choose.randint(0, 3) == 0 else choose.choice(TYPES[:5])
    fields = choose.sample(FIELDS, choose.randint(0, 4)) if choose.randint(0, 3) == 0 else list(FIELDS[:2])
    if choose.randint(0, 5) == 0:
        fields.append(f"{choose.choice(('crossref', 'xdata', 'xref'))} = {{{choose.choice(KEYS)}}}")
    body = ", ".join(fields)
    match choose.randint(0, 24):
        case 0:
            return f"@{kind}{{{key}, {body}"
        case 1:
            return f"@{kind}({key}, {body})"
        case 2:
            return f"% @{kind}{{{key}, {body}}}"
        case 3:
            return f"@{kind}{{{key} {body}}}"
        case 4:
            return f"@{kind}{{{key}}}"
        case 5:
            return f"@{kind}{{{choose.choice((key.upper(), key.lower(), key.title()))}, {body}}}"
        case 6:
            return f"@{kind}{{ {key} , {body} }}"
        case _:
            return f"@{kind}{{{key}, {body}}}"


def citation(choose: Random, keys: list[str]) -> str:
    """A citation that pandoc reads as one, most often."""
    one, two = (braced(choose, choose.choice(keys)) for _ in range(2))
    forms = (
        *(
            f"[{one}]",
            f"[{one}]",
            f"[see {one}, p. 3]",
            f"[{one}; {two}]",
            f"[-{one}]",
            f"[{one}, pp. 3-4, and *so* on]",
        ),
        *(
            one,
            f"{one} [p. 3]",
            f"-{one}",
            f"{one}.",
            f"{one}, {two}",
            f"{one}'s",
            f"({one})",
            f"[{one}].",
            f"{one}?",
            f"{one}:",
        ),
        *(
            f"[{one}]({two})",
            f"[*{one}*]",
            f"*{one}*",
            f"[see [{one}]]",
            f"[{one} [{two}]]",
            f"{one} [{two}]",
            f"[{one}, [{two}]]",
        ),
        *(
            f"[{one}]{{.x}}",
            "[@*]",
            "@*",
            f"[{one};]",
            f"[{one} and {two}]",
            f'"{one}"',
            f"[**see** {one}]",
            f"[{one}]^[{two}]",
        ),
    )
    return choose.choice(forms)


def braced(choose: Random, key: str) -> str:
    """A key as the author of a brief types it; pandoc reads some of them only in braces."""
    return f"@{key}" if choose.randint(0, 2) and re.fullmatch(r"\w(?:[\w:./-]*\w)?", key) else f"@{{{key}}}"


def brief(choose: Random) -> tuple[str, str]:
    """A brief and its library."""
    keys = [choose.choice(KEYS) for _ in range(choose.randint(1, 3))]

    def cite(dice: Random) -> str:
        return citation(dice, keys)

    def words(dice: Random) -> str:
        return dice.choice(
            (f"We hope so {cite(dice)}.", cite(dice), f"{cite(dice)} hopes so.", f"So we hope. {cite(dice)}")
        )

    places = (
        words,
        words,
        lambda c: f"Hope.^[{words(c)}]",
        lambda c: f"Hope.[^1]\n\n[^1]: {words(c)}",
        lambda c: f"[^2]: {words(c)}",
        lambda c: f"# {words(c)}",
        lambda c: f"{words(c)}\n====",
        lambda c: f"- {words(c)}\n- {words(c)}",
        lambda c: f"1. {words(c)}\n\n   {words(c)}",
        lambda c: f"> {words(c)}\n\n{cite(c)}",
        lambda c: (
            f'| {cite(c)} | {cite(c)} |\n|--|--|\n| {cite(c)} | {words(c)} |\n\n: {words(c)} {{#t source="{cite(c)}"}}'
        ),
        lambda c: f'| a | b |\n|--|--|\n| x | y |\n\n: {{source="{cite(c)}"}}',
        lambda c: f'|  |  |\n|--|--|\n|  |  |\n\n: Cap {{source="{cite(c)}"}}',
        lambda c: f"![{cite(c)}](pump.png)",
        lambda c: f'![Pump](pump.png){{source="{cite(c)}" alt="{cite(c)}"}}',
        lambda c: f'An ![{cite(c)}](pump.png "{cite(c)}") inside.',
        lambda c: f'::: {{.key-message name="{cite(c)}" source="{cite(c)}"}}\n{words(c)}\n:::',
        lambda c: f'::: {{.option name="{cite(c)}"}}\n## {cite(c)}\n\n{words(c)}\n:::',
        lambda c: f"::: {{#refs}}\n{words(c)}\n:::",
        lambda c: f"Term {cite(c)}\n:   {words(c)}",
        lambda c: f"| {words(c)}\n|   {cite(c)}",
        lambda c: f"*We [hope {cite(c)}](https://x.example) **so {cite(c)}***.",
        lambda c: f"`{cite(c)}` and ${choose.choice('xy')}$ and <!-- {cite(c)} --> so.",
        lambda c: f"(@ex) {words(c)}\n\nAs (@ex) says.",
        lambda c: f"<div>\n{words(c)}\n</div>",
        lambda c: f"<p>{words(c)}</p>",
        lambda c: f"~~{cite(c)}~~ H~2~O^{cite(c)}^ [{cite(c)}]{{.smallcaps}}",
        lambda c: f"+---------+\n| {cite(c)[:7]:<7} |\n+---------+",
        lambda c: f"# References {{.references}}\n\n{words(c)}",
        lambda c: f"[{cite(c)}]: https://x.example",
        lambda c: f"[x][{cite(c)}]",
        lambda c: f"<!-- briefkit: allow unsupported-claim: {cite(c)} -->",
    )
    heads = (
        lambda c: f'summary: "{quoted(words(c))}"',
        lambda c: f'bottom-line: "{quoted(words(c))}"',
        lambda c: f'key-messages: ["{quoted(words(c))}", "{quoted(cite(c))}"]',
        lambda c: f'disclaimer: "{quoted(words(c))}"',
        lambda c: f'subtitle: "{quoted(words(c))}"',
        lambda c: f'decision: "{quoted(cite(c))}"',
        lambda c: f'audience: ["{quoted(cite(c))}"]',
        lambda c: f'organisation: "{quoted(cite(c))}"',
        lambda c: f'authors: [{{name: "{quoted(cite(c))}", affiliation: "{quoted(cite(c))}"}}]',
        lambda c: f'series: "{quoted(cite(c))}"',
        lambda c: f'keywords: ["{quoted(cite(c))}"]',
        lambda c: f'x-own: "{quoted(cite(c))}"',
        lambda c: f"lang: {c.choice(('de', 'fr', 'en-US', 'ar'))}",
        lambda c: "date: 2026-11-20",
    )
    title = f'title: "{quoted(cite(choose))}"' if choose.randint(0, 9) == 0 else "title: Pumps"
    tops = [title] + ([choose.choice(heads)(choose)] if choose.randint(0, 1) else [])
    head = "---\n" + "\n".join(tops) + "\n---\n\n"
    body = some(choose, lambda c: pick(c, *places), 1, 2, "\n\n")
    return head + body + "\n", library(choose, keys)


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
