"""The hostile corpus: every vector as data, made from tables where they differ in one word only."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.case import BIB, FRONT, SETTINGS, Case, brief, front, library
from tests.hostile.pictures import annotated, photograph, png

REFUSED = frozenset({3})
FAILS = frozenset({1, 3})
WRONG = frozenset({2})

TARGETS = {
    "file": "file://{OUT}/secret.txt",
    "file, one slash": "file:{OUT}/secret.txt",
    "absolute": "{OUT}/secret.txt",
    "climbing": "../../outside/secret.txt",
    "climbing, escaped": "%2e%2e/%2e%2e/outside/secret.txt",
    "http": "http://127.0.0.1:{PORT}/x.png",
    "no scheme": "//127.0.0.1:{PORT}/x.png",
    "ftp": "ftp://127.0.0.1:{PORT}/x.png",
    "data": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "inside, no picture": "../private/secret.txt",
    "a folder": "../private",
    "home": "~/secret.txt",
    "a device": "/dev/zero",
    "proc": "/proc/self/environ",
    "name too long": "x" * 300 + ".png",
    "path too long": "x/" * 3000 + "x.png",
    "nul in the name": "a%00.png",
    "foreign bytes in the name": "a%ff.png",
}

RAW = {
    "iframe": '<iframe src="{0}"></iframe>',
    "img": '<img src="{0}">',
    "img, set": '<img srcset="{0} 2x">',
    "stylesheet": '<link rel="stylesheet" href="{0}">',
    "attachment": '<link rel="attachment" href="{0}">',
    "anchor attachment": '<a rel="attachment" href="{0}">x</a>',
    "object": '<object data="{0}"></object>',
    "embed": '<embed src="{0}">',
    "style": "<style>@import url({0}); body {{ background: url({0}) }}</style>",
    "style attribute": '<p style="background:url({0})">x</p>',
    "script": '<script src="{0}"></script>',
    "svg": '<svg onload="alert(1)"><image href="{0}"/><script>alert(1)</script></svg>',
    "base": '<base href="{0}">',
    "refresh": '<meta http-equiv="refresh" content="0;url={0}">',
    "form": '<form action="{0}"><input autofocus onfocus=alert(1)></form>',
    "video": '<video poster="{0}" src="{0}" autoplay></video>',
}

LIVE_LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "\\\\\\\\127.0.0.1\\\\share",
    "\x01javascript:alert(1)",
)

ATTRIBUTES = {
    "event on a span": '[x]{onclick="alert(1)"}',
    "event on a box": '::: {onmouseover="alert(1)"}\nx\n:::',
    "event on a heading": '# H {onclick="alert(1)"}',
    "event on a link": '[x](https://example.org){onclick="alert(1)"}',
    "event on code": '`x`{onclick="alert(1)"}',
    "event on a block of code": '```{.python onclick="alert(1)"}\nx\n```',
    "style": '[x]{style="background:url(http://127.0.0.1:{PORT}/)"}',
    "address": '::: {src="http://127.0.0.1:{PORT}/" href="javascript:alert(1)"}\nx\n:::',
    "identifier": '[x]{#a"onclick=alert(1)}',
    "class": '[x]{.a"onclick=alert(1)}',
    "source": '::: {source="<script>alert(1)</script>"}\nx\n:::',
    "title of a link": '[x](https://example.org "\\" onclick=alert(1)")',
    "raw html": "```{=html}\n<script>alert(1)</script>\n```",
    "raw openxml": '```{=openxml}\n<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>\n```',
    "raw latex": "```{=latex}\n\\input{/etc/passwd}\n```",
    "raw inline": "`<script>alert(1)</script>`{=html}",
    "custom style": '::: {custom-style="Normal"}\nx\n:::',
    "math that nothing can set": "$\\frac{1}{2}$ and $$\\unknown{x}$$",
    "math that reads": "$\\input{/etc/passwd}$ and $$\\include{/etc/passwd}$$",
    "math that is html": "$</span><script>alert(1)</script>$",
    "macro bomb": "\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\a\\a}\n\n$\\a$",
    "comment that ends early": "<!-- briefkit: allow x: --><script>alert(1)</script> -->",
    "comment that never ends": "<!-- briefkit: allow x: \n\nText.",
    "second front matter": "---\nbibliography: {OUT}/secret.bib\ncsl: {OUT}/secret.csl\n"
    "header-includes: <script>alert(1)</script>\nnocite: '@*'\n---\n\nx",
    "second front matter, dots": "---\nheader-includes: <script>alert(1)</script>\n...\n\nx",
    "title block": "% T\n% A\n\nx",
    "include": '```{include="{OUT}/secret.txt"}\n```\n\n!include {OUT}/secret.txt\n\n.. include:: {OUT}/secret.txt',
    "reference link": "[x][y]\n\n[y]: javascript:alert(1)",
    "links to files": "[a](notes.html), [b](/etc/passwd), [c](../../x), [d](?a), [e](./) and [f](//127.0.0.1/x).",
    "autolink": "<javascript:alert(1)> and <file:///etc/passwd>",
    "example list": "(@a) x\n\n(@a) y",
    "citation with html": "x [@smith2021, <script>alert(1)</script>].",
    "table with html": "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "note with html": "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "figure in a note": "x[^1]\n\n[^1]: ![a]({OUT}/secret.txt)",
    "picture in a heading": "# ![a](http://127.0.0.1:{PORT}/x.png)",
    "picture as a link": "[![a](http://127.0.0.1:{PORT}/x.png)](javascript:alert(1))",
}

FRONT_LINES = {
    "header-includes": "header-includes: <script>alert(1)</script>",
    "include-before": "include-before: <script>alert(1)</script>",
    "template": "template: {OUT}/secret.txt",
    "filters": "filters: [{OUT}/secret.txt]",
    "defaults": "defaults: {OUT}/secret.txt",
    "css": "css: http://127.0.0.1:{PORT}/x.css",
    "pagetitle": "pagetitle: </title><script>alert(1)</script>",
    "reference-doc": "reference-doc: {OUT}/secret.txt",
    "abbreviations": "citation-abbreviations: {OUT}/secret.txt",
    "style, absolute": "csl: {OUT}/secret.csl",
    "style, climbing": "csl: ../../outside/secret.csl",
    "style, http": "csl: http://127.0.0.1:{PORT}/x.csl",
    "style, file": "csl: file://{OUT}/secret.csl",
    "library, absolute": "bibliography: {OUT}/secret.bib",
    "library, climbing": "bibliography: ../../outside/secret.bib",
    "library, http": "bibliography: http://127.0.0.1:{PORT}/x.bib",
    "library, device": "bibliography: /dev/zero",
    "library, folder": "bibliography: ..",
    "library, some": "bibliography: [../references.bib, {OUT}/secret.bib]",
    "library, name too long": f"bibliography: {'x' * 300}.bib",
    "library, path too long": f"bibliography: {'x/' * 3000}x.bib",
    "library, nul in the name": 'bibliography: "a\\0.bib"',
    "style, name too long": f"csl: {'x' * 300}.csl",
    "style, nul in the name": 'csl: "a\\0.csl"',
    "brand": "brand: {OUT}/secret.txt",
    "brand, inside": "brand: private/secret.txt",
    "language": "lang: 'en\"><script>alert(1)</script>'",
    "date": "date: '2026-11-23<script>'",
    "subtitle": "subtitle: '<script>alert(1)</script> ![x]({OUT}/secret.txt) [x](javascript:alert(1))'",
    "bottom line": "bottom-line: 'x <img src=http://127.0.0.1:{PORT}/ onerror=alert(1)> ![x]({OUT}/secret.txt)'",
    "keywords": "keywords: ['</script><script>alert(1)</script>']",
    "author": "authors: [{name: '<script>alert(1)</script>', orcid: 'javascript:alert(1)', "
    "email: 'x\" onclick=alert(1)'}]",
    "organisation": "organisation: '</style><script>alert(1)</script>'",
    "series": "series: {name: '\"><script>alert(1)</script>', number: '1'}",
    "disclaimer": "disclaimer: '[x](javascript:alert(1)) <script>alert(1)</script>'",
    "key messages": "key-messages: ['![x]({OUT}/secret.txt)', '[x](javascript:alert(1))', '$\\frac{1}{2}$']",
    "summary": "summary: '![x](http://127.0.0.1:{PORT}/x.png) ![x](../private/secret.txt)'",
    "address": "url: 'https://x/\"><script>alert(1)</script>'",
    "address that runs": "url: javascript:alert(1)",
    "licence": "licence: 'LicenseRef-\"><script>alert(1)</script>'",
    "reviewers": "reviewers: [{name: '<script>alert(1)</script>', affiliation: '</script><b onclick=alert(1)>'}]",
    "funders": "funding: ['</script><script>alert(1)</script>', '[x](javascript:alert(1))']",
    "funding": "funding: '![x](http://127.0.0.1:{PORT}/x.png) <img src=x onerror=alert(1)> [x](javascript:alert(1))'",
    "conflicts": "conflicts: '![x](file://{OUT}/secret.txt) <script>alert(1)</script> [x](vbscript:x)'",
    "embargo": "embargo-until: '2026-12-01T06:00Z<script>'",
    "picture in the disclaimer": "disclaimer: '![x](file://{OUT}/secret.txt)'",
    "alias bomb": "x-a: &a [l, l, l, l, l, l, l, l, l]\nx-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
    "x-c: [*b, *b, *b, *b, *b, *b]",
    "merge": "x-a: &a {b: c}\nx-d:\n  <<: *a",
    "tag": "x-a: !!python/object/apply:os.system ['touch /tmp/x']",
    "deep": "x-a: " + "[" * 3000 + "]" * 3000,
    "duplicate": "embargo: 2099-01-01\nembargo: 2000-01-01",
    "control characters": 'x-a: "\\e[2J\\a\\u202e"\nbroken\x1b[2J: x',
    "escape in a key": '"\\e]0;owned\\a": x',
    "many keys": "\n".join(f"k{n}: v" for n in range(6000)),
    "broken": "a: [\n  b: }",
}

LIBRARIES = {
    "crossref to itself": "@article{a, crossref={a}}",
    "crossref cycle": "@article{a, crossref={b}}\n@article{b, crossref={a}}",
    "xdata to itself": "@book{a, xdata={a}, title={T}}",
    "chain of parents": "\n".join(f"@book{{a{n or ''}, crossref={{a{n + 1}}}, title={{T}}}}" for n in range(3000)),
    "string bomb": "@string{s0 = {xxxxxxxxxx}}\n"
    + "\n".join(f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 15))
    + "\n@book{a, title = s14, author={X}, date={2021}}",
    "string cycle": "@string{s = t}\n@string{t = s}\n@book{a, title = s, author = {X}, date = {2021}}",
    "field of 10 MB": "@book{a, title={" + "x " * 5_000_000 + "}, author={X}, date={2021}}",
    "cited field of 1 MB of braces": "@book{a, title={" + "{" * 100_000 + "}" * 100_000 + "}, date={2021}}",
    "names without end": "@book{a, title={T}, author={"
    + " and ".join(f"N{n}, F" for n in range(20_000))
    + "}, date={2021}}",
    "100,000 entries": "\n".join(f"@book{{k{n}, title={{T}}, author={{X}}, date={{2021}}}}" for n in range(100_000))
    + "\n@book{a, title={T}, author={X}, date={2021}, publisher={P}}",
    "unclosed": "@book{a, title={T" + "\n@book{b, title={U}}" * 1000,
    "open entries in a field": "@book{a, note={" + "@x{" * 20_000,
    "reads a file": "@book{a, title={\\input{/etc/passwd} \\include{/etc/passwd}}, author={X}, date={2021}}",
    "link that is live": "@online{a, title={T}, author={X}, date={2021}, url={javascript:alert(1)}, "
    "doi={javascript:alert(1)}}",
    "link in a title": "@book{a, title={\\href{javascript:alert(1)}{x}}, author={X}, date={2021}}",
    "math in a title": "@book{a, title={A $\\frac{1}{2}$ and $\\unknown{x}$}, author={X}, date={2021}}",
    "picture in a title": "@book{a, title={\\includegraphics{http://127.0.0.1:{PORT}/} A}, author={X}, date={2021}}",
    "html in a title": "@book{a, title={<script>alert(1)</script><img src=x onerror=alert(1)>}, "
    "author={<b onclick=x>}, date={2021}}",
    "markdown in a title": "@book{a, title={[x](javascript:alert(1)) ![y]({OUT}/secret.txt)}, author={X}, date={2021}}",
    "link that breaks out": '@online{a, title={T}, author={X}, date={2021}, url={https://x.org/"><script>alert(1)</script>}}',
    "path of a file": "@book{a, title={T}, author={X}, date={2021}, file={{OUT}/secret.txt:PDF}}",
    "macro bomb": "@preamble{{\\newcommand{\\a}{\\a\\a}}}\n@book{a, title={\\a}, author={X}, date={2021}}",
    "escape in a key": "@book{a\x1b[2J, title={T}}\n@book{a, title={T}, author={X}, date={2021}}",
    "bell in a title": "@book{a, title={T\x07\x1b]0;owned\x07}, author={X}}",
    "command in a key": "@book{::stop-commands::x, title={T}}\n@book{a, title={::error::T}}",
    "bidi": "@book{a, title={T\u202eevil\u202c\u200b}, author={X\u2066}, date={2021}}\n@book{b\u202e, title={T}}",
    "nul": "@book{a, title={T\0}, author={X}, date={2021}}",
    "nothing": "",
    "no library at all": "#!/bin/sh\nrm -rf /\n" * 100,
    "date": "@book{a, title={T}, author={X}, date={99999999999999-99-99/1000000000000}}",
    "pages": "@book{a, title={T}, author={X}, date={2021}, pages={" + "1-2," * 50_000 + "}}",
    "type": "@../../outside/secret.txt{a, title={T}}\n@{a}\n@@@@\n@a\n",
}

CSL = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title>{info}</info>'
    '{macros}<citation><layout prefix="{before}"><text variable="title"/></layout></citation></style>'
)
PARENT = '<link href="{0}" rel="independent-parent"/>'
STYLES = {
    "parent on the disk": CSL.replace("{info}", PARENT.format("{OUT}/secret.txt")),
    "parent on the disk, by its address": CSL.replace("{info}", PARENT.format("file://{OUT}/secret.txt")),
    "parent on the net": CSL.replace("{info}", PARENT.format("http://127.0.0.1:{PORT}/x.csl")),
    "parent only": '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>'
    + PARENT.format("{OUT}/secret.txt")
    + "</info></style>",
    "entity of the disk": '<!DOCTYPE s [<!ENTITY x SYSTEM "file://{OUT}/secret.txt">]>'
    + CSL.replace("{before}", "&x;"),
    "document type of the net": '<!DOCTYPE s SYSTEM "http://127.0.0.1:{PORT}/x.dtd">' + CSL,
    "entity bomb": '<!DOCTYPE s [<!ENTITY a0 "xxxxxxxxxx">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
    + CSL.replace("{before}", "&a11;"),
    "macro in itself": CSL.replace("{macros}", '<macro name="a"><text macro="a"/></macro>').replace(
        '<text variable="title"/>', '<text macro="a"/>'
    ),
    "html": CSL.replace("{before}", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    "control character": CSL.replace("{before}", "&#x1b;[2J"),
    "deep": CSL.replace("<layout", "<group>" * 5000 + "<layout"),
    "no style": "<html/>",
    "words": "{OUT}",
    "nothing": "",
}

CODED = {
    "not utf-8": b"@book{a, title={Caf\xe9}, author={X}, date={2021}}",
    "utf-16": "@book{a, title={T}}".encode("utf-16"),
}

BOMBS = {
    "open brackets": "[" * 5000,
    "open pictures": "![[" * 3000,
    "quotes": "'a " * 20_000,
    "block quotes": ">" * 50_000,
    "open tags": "<a" * 20_000,
    "backticks": " ".join("`" * n for n in range(1, 1200)),
    "deep list": "\n".join("  " * n + "- x" for n in range(500)),
    "deep boxes": "\n".join(":::" + ":" * n + " {.a}" for n in range(2000, 0, -1)),
    "quotations, 99 deep": "> " * 99 + "x",
    "quotations, 400 deep": "> " * 400 + "x",
    "emphasis, 150 deep": "*a **b " * 150 + "c" + "** *" * 150,
    "struck, 150 deep": "~~a *b " * 150 + "*~~" * 150,
    "quotations without end": "\u201ca \u2018b " * 100_000,
    "quoted, 150 deep": "\"a '" * 150 + "b" + "'\"" * 150,
    "notes, 150 deep": "x^[" * 150 + "y" + "]" * 150,
    "terms, 100 deep": "\n".join("    " * n + "t\n" + "    " * n + ":   d\n" for n in range(100)),
    "stars": "*a **b " * 20_000,
    "carets": "a^b" * 50_000,
    "braces": "[x]{" * 20_000,
    "dollars": "$a " * 50_000,
    "bars": "|a" * 100_000,
    "citations": "[@" * 50_000,
    "citations of nothing": "[@a; @b] " * 50_000,
    "notes": "".join(f"[^{n}] " for n in range(5_000)) + "\n\n" + "\n\n".join(f"[^{n}]: x" for n in range(5_000)),
    "note in itself": "[^1]\n\n[^1]: x[^1]",
    "inline notes": "^[a" * 3000,
    "reference links": "[a]" * 50_000,
    "entities": "&amp;" * 100_000 + "&#x1F4A9;" * 10_000,
    "line of 2 MB": "x " * 980_000,
    "line of 10 MB": "x" * 10_000_000,
    "sentences": "It rose. " * 100_000,
    "one word": "a" * 1_500_000,
    "table": "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + ("|" + "b|" * 2000 + "\n") * 20,
    "grid table": "+---+\n| " + "| x |\n+---+\n" * 5000,
    "headings": "# H\n\n" * 10_000,
    "rules": "---\n" * 20_000,
    "combining": "a" + "\u0301" * 100_000,
    "comments": "<!--" * 50_000,
    "numbers": "1." * 100_000,
}

JINJA = {
    "escaping switched off": "{% autoescape false %}{{ title }}{% endautoescape %}",
    "classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals of a function": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "globals of a value": "{{ body.__init__.__globals__ }}",
    "format": "{{ '{0.__class__.__init__.__globals__}'.format(title) }}",
    "format map": "{{ '{a.__class__}'.format_map({'a': title}) }}",
    "attr": "{{ title|attr('__class__') }}",
    "attr, joined": "{{ title|attr(['__cl', 'ass__']|join) }}",
    "lipsum": "{{ lipsum(n=100000) }}",
    "range": "{% for i in range(10000000000) %}x{% endfor %}",
    "loops": "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}x"
    "{% endfor %}{% endfor %}{% endfor %}",
    "memory": "{{ 'a' * 10000000000 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "half a character": "{{ '\\ud800' }}",
    "blocks, 60 deep": "{% for a in [1] %}" * 60 + "{% endfor %}" * 60,
    "include outside": "{% include '../../outside/secret.j2' %}",
    "include absolute": "{% include '{OUT}/secret.j2' %}",
    "include itself": "{% include 'page.html.j2' %}",
    "import": "{% import '/etc/passwd' as x %}",
    "unknown": "{{ nobody }}",
    "syntax": "{% for %}",
    "safe": "{{ '<script>alert(1)</script>'|safe }}",
    "deep": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "script": "<html><body>{{ body }}<script src='http://127.0.0.1:{PORT}/'></script></body></html>",
    "picture": "<html><body>{{ body }}<img src='file://{OUT}/secret.txt'></body></html>",
    "frame": "<html><body>{{ body }}<iframe src='http://127.0.0.1:{PORT}/'></iframe></body></html>",
    "style": "<html><style>@import 'http://127.0.0.1:{PORT}/';</style><body>{{ body }}</body></html>",
}

READ_OTHERWISE = {
    "comment that ends at once": "<!--><script>alert(1)</script>-->",
    "no script": "<noscript><p title=\"</noscript><img alt='' src=x onerror=alert(1)>\"></noscript>",
    "style of a drawing": "<svg><style><img alt='' src=x onerror=alert(1)></style></svg>",
    "target that is set": '<svg><a><set attributeName="href" to="javascript:alert(1)"/><text>x</text></a></svg>',
    "first of two targets": "<a href='javascript:alert(1)' href='#x'>x</a>",
    "escaped style": "<style>p { background: u\\72l(http://127.0.0.1:{PORT}/x) }</style>",
}
"""Markup that a browser reads otherwise than a parser of tags does."""

PAGES = {
    "picture of the disk": '<img src="file://{OUT}/secret.txt">',
    "picture of the net": '<img src="http://127.0.0.1:{PORT}/x.png">',
    "stylesheet of the disk": '<link rel="stylesheet" href="file://{OUT}/secret.css">',
    "stylesheet of the net": '<link rel="stylesheet" href="http://127.0.0.1:{PORT}/x.css">',
    "attachment": '<link rel="attachment" href="file://{OUT}/secret.txt">',
    "anchor attachment": '<a rel="attachment" href="file://{OUT}/secret.txt">x</a>',
    "object": '<object data="file://{OUT}/secret.txt"></object>',
    "embed": '<embed src="http://127.0.0.1:{PORT}/">',
    "base": '<base href="http://127.0.0.1:{PORT}/"><img src="x.png">',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{OUT}/secret.txt" width="9" height="9"/></svg>',
    "import": '<style>@import "http://127.0.0.1:{PORT}/x.css";</style>',
    "background": '<style>body { background: url("file://{OUT}/secret.txt") }</style>',
    "content": '<style>p::before { content: url("http://127.0.0.1:{PORT}/x.png") }</style>',
    "font": '<style>@font-face { font-family: X; src: url("file://{OUT}/secret.txt") } p { font-family: X }</style>',
    "list": '<style>ul { list-style-image: url("http://127.0.0.1:{PORT}/x.png") }</style>',
    "svg in a data address": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
    "<image href='file://{OUT}/secret.txt' width='9' height='9'/></svg>\">",
    "calc": "<style>p { width: " + "calc(" * 500 + "1px" + ")" * 500 + " }</style>",
    "not": "<style>" + ":not(" * 500 + "p" + ")" * 500 + " { color: red }</style>",
    "boxes": "<div>" * 600 + "x" + "</div>" * 600,
    "spans": "<span>" * 1000 + "x" + "</span>" * 1000,
    "page without end": "<style>@page { size: 1e9px 1e9px }</style>",
    "page of nothing": "<style>@page { size: 0 0; margin: 0 }</style>",
    "columns": "<style>body { columns: 100000 }</style>",
    "counter": "<style>p::before { counter-increment: x 99999999999; content: counter(x, lower-roman) }</style>",
    "span of cells": "<table><tr><td colspan=1000000 rowspan=1000000>x</td></tr></table>",
    "big picture": '<img style="width:1e7px;height:1e7px" src="data:image/png;base64,iVBORw0KGgo=">',
    "many boxes": "{% for a in range(400) %}{% for b in range(400) %}<p>x</p>{% endfor %}{% endfor %}",
}


def svg(inside: str) -> bytes:
    """A drawing with this in it."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>".encode()


def patterns(count: int) -> str:
    """Patterns that are each drawn twice with the next: a few lines of that are millions of shapes."""
    shape = "<rect width='9' height='9' fill='url(#p{0})'/>"
    parts = (f"<pattern id='p{n}' width='1' height='1'>{shape.format(n + 1) * 2}</pattern>" for n in range(count))
    return "".join(parts) + shape.format(0)


PICTURES = {
    "too many pixels": (png(20_000, 20_000, b"\0" * 100), "pixels"),
    "rows that swell": (png(rows=bytes(100_000_000)), "damaged"),
    "half": (png()[:60], "damaged"),
    "wrong sum": (png()[:40] + b"\xff" + png()[41:], "damaged"),
    "html": (b"<html><script>alert(1)</script></html>", "no PNG, JPEG or SVG"),
    "svg with a script": (svg("<script>alert(1)</script>"), "holds <script>"),
    "svg with a handler": (svg("<rect onload='alert(1)'/>"), "a script in onload"),
    "svg with a file": (svg("<image href='file:///etc/passwd'/>"), "holds <image>"),
    "svg with a page": (
        svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
        "holds <foreign",
    ),
    "svg that uses a file": (svg("<use href='http://127.0.0.1:9/a.svg#b'/>"), "refers to http"),
    "svg with a style from outside": (svg("<style>@import 'http://127.0.0.1:9/a.css'</style>"), "reaches out"),
    "svg with a style sheet": (b"<?xml-stylesheet href='file:///etc/passwd'?>" + svg(""), "names a style sheet"),
    "svg with entities": (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "entities"),
    "svg of patterns in patterns": (svg(patterns(24)), "repeats parts"),
    "svg with a mask in itself": (svg("<mask id='m'><rect mask='url(#m)'/></mask>"), "drawn with itself"),
    "svg that is large": (svg("<g/>" * 300_000), "larger than 1 MB"),
    "gif": (b"GIF89a" + b"\0" * 50, "no PNG, JPEG or SVG"),
    "nothing": (b"", "no PNG, JPEG or SVG"),
    "large": (png() + b"\0" * 21_000_000, "larger than 20 MB"),
    "half a photograph": (photograph()[:400], "damaged"),
    "postscript": (b"%!PS\n(/etc/passwd) run", "no PNG, JPEG or SVG"),
}


def all_cases() -> Iterator[Case]:
    """Every case, each with a name of its own."""
    yield from _markdown()
    for name, lines in FRONT_LINES.items():
        yield Case(f"front matter: {name}", front(lines))
    for name, text in LIBRARIES.items():
        yield Case(f"library: {name}", library(text))
    for name, data in CODED.items():
        yield Case(f"library: {name}", library(data))
    for name, text in STYLES.items():
        style = text.replace("{info}", "").replace("{macros}", "").replace("{before}", "")
        yield Case(f"style: {name}", {**front("csl: own.csl"), "briefs/own.csl": style})
    for name, body in BOMBS.items():
        yield Case(f"bomb: {name}", brief(body))
    yield from _pages()
    yield from _packs()
    for name, (attributes, rows) in CHARTS.items():
        fence = f"``` {{.chart type=bar {attributes}}}\n{rows}```"
        yield Case(f"chart: {name}", brief(fence), formats="html,docx")
    yield from _pictures()
    yield from _names()
    yield from _links()
    yield from _settings()
    yield from _environments()
    yield from _listings()


def _markdown() -> Iterator[Case]:
    for name, target in TARGETS.items():
        yield Case(f"picture: {name}", brief(f"![A picture.]({target})"), build=REFUSED)
    for name, target in TARGETS.items():
        yield Case(f"link: {name}", brief(f"[x]({target})"))
    for name, markup in RAW.items():
        both = "\n\n".join(markup.format(t) for t in ("http://127.0.0.1:{PORT}/x", "file://{OUT}/secret.txt"))
        yield Case(f"raw: {name}", brief(both), formats="html,docx,pdf")
    for target in LIVE_LINKS:
        yield Case(f"live link: {target!a}", brief(f"[x]({target}) [y](<{target}>)"))
    for name, body in ATTRIBUTES.items():
        yield Case(f"markup: {name}", brief(body), absent=("root:x:0",))


def _pages() -> Iterator[Case]:
    for name, text in JINJA.items():
        files = {**brief("x"), "templates/page.html.j2": text + "</html>"}
        yield Case(f"template: {name}", files, formats="html")
    for name, markup in READ_OTHERWISE.items():
        page = f"<html><body>{{{{ body }}}}{markup}</body></html>"
        yield Case(f"web page: {name}", {**brief("x"), "templates/page.html.j2": page}, formats="html", build=REFUSED)
    for name, markup in PAGES.items():
        page = f"<html><head><title>t</title></head><body>{{{{ body }}}}{markup}</body></html>"
        yield Case(f"page: {name}", {**brief("x"), "templates/print.html.j2": page}, formats="pdf")


CHARTS = {
    "a file outside": ('data="../../outside/secret.csv"', ""),
    "a file by its address": ('data="file://{OUT}/secret.csv"', ""),
    "a file of the net": ('data="http://127.0.0.1:{PORT}/x.csv"', ""),
    "a device": ('data="/dev/zero"', ""),
    "markup": ('caption="<script>alert(1)</script>" unit="<b>x</b>"', "a,b\n<script>alert(1)</script>,1\n"),
    "an address": ("", "a,b\nhttp://127.0.0.1:{PORT}/x,1\n"),
    "a specification": ("", 'a,b\n"{""url"": ""http://127.0.0.1:{PORT}/x""}",1\n'),
    "an expression": ("highlight=\"datum['constructor']\"", "a,b\ndatum.constructor.constructor('x')(),1\n"),
    "figures without end": ("", "a,b\nx," + "9" * 5000 + "\ny,1e308\nz,-1e308\n"),
    "no numbers": ("", "a,b\nx,NaN\ny,inf\n"),
    "rows without end": ("", "a,b\n" + "x,1\n" * 50_000),
    "columns without end": ("", "a" + ",b" * 20_000 + "\nx" + ",1" * 20_000 + "\n"),
    "a long name": ("", "a,b\n" + "x" * 100_000 + ",1\n"),
    "quotes": ("", 'a,b\n"' + '""' * 20_000 + ",1\n"),
    "controls": ("", "a,b\n\x1b[31mred\u202e,1\n"),
}
"""Attributes of a chart, and its data."""

TEMPLATE_FILES = {
    "extends a path": 'extends = "../../outside"',
    "extends itself": 'extends = "house"',
    "deep": "title = " + "[" * 100_000,
    "a key of many parts": "a." * 60_000 + "b = 1",
    "wide": "title = '" + "x" * 200_000 + "'",
    "large": "#" + "x" * 300_000,
    "nothing": "",
    "NUL": "title = '\\u0000'",
    "options without end": "".join(f"[options.a{n}]\nkind = 'text'\n" for n in range(5000)),
    "an odd option": "[options.a]\nkind = 'number'\nleast = nan\nmost = inf",
    "a colour that is markup": "[tokens]\naccent = '#fff}</style><script>alert(1)</script>'",
    "a head that leads out": "[options.head]\nkind = 'text'\ndefault = '/../../outside/secret'",
    "words that are markup": "[labels.en]\ncontents = '<script>alert(1)</script>'\n[defaults]\ncontents = true",
}


def _packs() -> Iterator[Case]:
    """Templates as folders, as an organisation would be sent one."""
    house = front("template: house")
    for name, text in JINJA.items():
        files = {**house, "templates/house/template.toml": "", "templates/house/page.html.j2": text + "</html>"}
        yield Case(f"pack: {name}", files, formats="html")
    for name, text in TEMPLATE_FILES.items():
        yield Case(f"pack, file: {name}", {**house, "templates/house/template.toml": text}, formats="html,docx")


def _pictures() -> Iterator[Case]:
    for name, (data, says) in PICTURES.items():
        yield Case(f"image: {name}", {**brief("![A.](a.png)"), "briefs/a.png": data}, build=REFUSED, says=says)
    for name, kind, data in (("photograph", "jpg", photograph()), ("texts", "png", annotated())):
        files = {**brief(f"![A.](a.{kind})"), f"briefs/a.{kind}": data}
        yield Case(f"image: what it says of its maker, {name}", files, formats="html,docx,pdf", build=frozenset({0}))
    shape = svg("<rect width='9' height='9'/>")
    files = {**brief("![A.](a.png)"), "briefs/a.png": shape}
    yield Case("image: svg that is called png", files, formats="html,docx,pdf", build=frozenset({0}))
    files = {**brief("![A.](a.svg)"), "briefs/a.svg": shape, "briefs/a.png": shape}
    yield Case("image: svg whose png is one too", files, build=REFUSED, says="is a drawing")


def _link(name: str, target: str) -> Callable[[Path], None]:
    def prepare(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return prepare


def _fifo(name: str) -> Callable[[Path], None]:
    def prepare(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    return prepare


LINKS = {
    "brand to a text inside": ("_brand.yml", "private/secret.txt", FAILS | {0}),
    "brief to a secret": ("briefs/b.md", "../../outside/secret.md", FAILS),
    "brief to a device": ("briefs/b.md", "/dev/zero", FAILS),
    "brief to itself": ("briefs/b.md", "b.md", FAILS),
    "folder of briefs": ("briefs/sub", "../../outside", frozenset({0, 1, 3})),
    "library": ("references.bib", "../outside/secret.bib", FAILS),
    "library to a device": ("references.bib", "/dev/zero", FAILS),
    "picture": ("briefs/a.png", "../../outside/secret.txt", REFUSED),
    "template": ("templates/page.html.j2", "../../outside/secret.j2", REFUSED),
    "folder of templates": ("templates", "../outside", frozenset({0, 3})),
    "output folder": ("dist", "../outside", WRONG),
    "output of the brief": ("dist/a", "../../outside", REFUSED),
    "output file": ("dist/a/a.html", "../../../outside/secret.txt", REFUSED),
    "manifest": ("dist/a/manifest.json", "../../../outside/secret.txt", REFUSED),
    "lock": ("dist/a/.briefkit.lock", "../../../outside/secret.txt", REFUSED),
    "settings": ("briefkit.toml", "../outside/secret.txt", frozenset({2, 3})),
    "settings to nothing": ("briefkit.toml", "gone.toml", REFUSED),
}
PIPES = {
    "brief": ("briefs/b.md", FAILS),
    "library": ("references.bib", FAILS),
    "picture": ("briefs/a.png", REFUSED),
    "template": ("templates/page.html.j2", REFUSED),
    "settings": ("briefkit.toml", REFUSED),
    "output": ("dist/a/a.html", frozenset({0, 3})),
    "output folder": ("dist", REFUSED),
    "lock": ("dist/a/.briefkit.lock", frozenset({0, 3})),
}


def _links() -> Iterator[Case]:
    for name, (path, target, codes) in LINKS.items():
        body = "![A.](a.png)" if name == "picture" else "x"
        yield Case(f"symlink: {name}", brief(body), prepare=_link(path, target), build=codes, formats="html")
    for name, (path, codes) in PIPES.items():
        body = "![A.](a.png)" if name == "picture" else "x"
        yield Case(f"pipe: {name}", brief(body), prepare=_fifo(path), build=codes, formats="html")


NAMES = (
    "a\x1b[2J\x07.md",
    "a\nb.md",
    "a\r::error::b.md",
    "::stop-commands::x.md",
    "-o.md",
    "--help.md",
    "....md",
    "..%2f..%2fx.md",
    "con.md",
    "$(touch x).md",
    "a\u202egnp.md",
    "x" * 240 + ".md",
    "a'b\"c<script>.md",
    "%s%n{0}.md",
    "manifest.json.md",
    "A\u0301.md",
    "b\udcff.md",
    "b.MD",
    "=1+1.md",
)


def _names() -> Iterator[Case]:
    text = FRONT + "Prices rose 12% in 2021. As [@nobody] says.\n\n![A.](\x1b[2J.png)\n"
    for name in NAMES:
        yield Case(f"name: {name!a}", {f"briefs/{name}": text, "references.bib": BIB}, formats="html")
    words = "\x1b[2J \x07 \u202e evil \u200b \x9b2J ::stop-commands::x 12% in 2021."
    yield Case("terminal: words", brief(f"{words}\n\n::error file=x::12% rose in 2021."))
    yield Case("terminal: key", brief("It rose [@k\u202e\u200b] and [@{\x1b[2J}] and [@::stop-commands::a]."))
    yield Case("terminal: heading", brief(f"# \x1b[2J::error::\n\n{words}"))
    yield Case("terminal: escape in a target", brief("![x](\x1b]0;owned\x07.png)"))
    yield Case("terminal: rule in an allowance", brief("It rose 12% in 2021. <!-- briefkit: allow \x1b[2J: x -->"))


SETTING_LINES = {
    "output climbs": 'output = "../outside"',
    "output is absolute": 'output = "{OUT}"',
    "output is home": 'output = "{HOME}"',
    "briefs outside": 'briefs = "{OUT}"',
    "library outside": 'bibliography = ["{OUT}/secret.bib"]',
    "library is a device": 'bibliography = ["/dev/zero"]',
    "unknown": '"\\u001b[2J" = 1',
    "type": "output = [1]",
    "limit of nothing": "[limits]\npandoc-seconds = 0",
    "limit without end": "[limits]\npandoc-seconds = inf",
    "limit that is none": "[limits]\npandoc-seconds = nan",
    "deep": "x = " + "[" * 5000 + "]" * 5000,
    "broken": "= = =",
    "severity": '[severity]\n"\\u202e" = "error"',
}


def _settings() -> Iterator[Case]:
    for name, lines in SETTING_LINES.items():
        text = lines if "[limits]" in lines else f"{lines}\n" + ("" if "[" in lines[:1] else SETTINGS)
        yield Case(f"settings: {name}", {**brief("x"), "briefkit.toml": text}, formats="html")
    text = '[tool.briefkit]\noutput = "../outside"\n'
    yield Case("settings: pyproject", {**brief("x"), "briefkit.toml": "", "pyproject.toml": text}, formats="html")


ENVIRONMENTS = {
    "epoch": {"SOURCE_DATE_EPOCH": "99999999999999999999"},
    "epoch of words": {"SOURCE_DATE_EPOCH": "\u202e$(id)"},
    "language": {"LANG": "../../x", "LC_ALL": "xx_YY.evil"},
    "zone": {"TZ": ":/etc/passwd"},
    "columns": {"COLUMNS": "99999999999", "LINES": "-1"},
    "proxy": {"http_proxy": "http://127.0.0.1:{PORT}", "https_proxy": "http://127.0.0.1:{PORT}"},
    "home of nobody": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
    "fonts": {"FONTCONFIG_FILE": "{OUT}/secret.txt"},
    "data folder": {"XDG_DATA_HOME": "{HOME}/.local/share", "PANDOC_DATA_DIR": "{HOME}/.local/share/pandoc"},
    "narrow": {"COLUMNS": "1"},
    "no columns": {"COLUMNS": "-5"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "POSIX"},
    "no UTF-8": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "no docstrings": {"PYTHONOPTIMIZE": "2"},
    "fault handler": {"PYTHONFAULTHANDLER": "1"},
}


def _environments() -> Iterator[Case]:
    for name, values in ENVIRONMENTS.items():
        yield Case(f"environment: {name}", brief("x"), env=values, formats="html,pdf,docx", build=frozenset({0, 3}))


STEERING = "\x1b]0;owned\x07 \x9b2J \u202e evil \u2067 \u200b"
ESCAPED = STEERING.encode("unicode_escape").decode().replace("\\x", "\\u00")
"""The same as TOML and YAML write it."""

LISTINGS = {
    "briefs": ("outline", "outline --format json", "trace", "trace --format json", "check --group"),
    "claims": ("claims", "claims --format csv", "claims --format jsonl", "claims --explain briefs/a.md:9"),
    "reports": tuple(
        f"check --format {form}"
        for form in ("concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "markdown")
    ),
    "library": (
        *("library check", "library check --format github", "library show k", "library show k --format json"),
        *("library find owned", "library find owned --format json", "library stats", "library stats --format json"),
        *("library unused", "library export --format csljson"),
    ),
    "house": (
        *("brand show", "brand show --format json", "brand check", "templates list", "templates show house"),
        *("templates show house --format json", "schema front-matter", "doctor"),
    ),
}
"""Command lines that list what foreign files hold. A patch is no listing: it holds what the files hold."""

PLAIN = frozenset({"briefs/a.md", "references.bib", "briefkit.toml", "r.csv"})
"""What a project has that has nothing of its organisation's."""


def _listings() -> Iterator[Case]:
    words = f"It rose 12% in 2021, {STEERING} ::error::x, as [@k, {STEERING}] says."
    box = f'::: {{.recommendation #r actor="{STEERING}" supports="r"}}\n{words}\n:::'
    chart = f'``` {{.chart type=bar caption="{STEERING}" source="@k"}}\nyear,{STEERING}\n2021,1\n```'
    fields = f"author = {{Smith, {STEERING}}}, title = {{{STEERING} owned}}, date = {{2021}}, doi = {{10.1/x}}"
    files: dict[str, str | bytes] = {
        "briefs/a.md": f"{FRONT}# {STEERING}\n\n{words}\n\n::error::{words}\n\n{box}\n\n{chart}\n",
        "references.bib": f"@book{{k, {fields}}}\n@book{{u, {fields}}}\n@book{{u, {fields}}}\n",
        "_brand.yml": f'meta: {{name: "{ESCAPED}"}}\ncolor: {{primary: "{ESCAPED}"}}\n',
        "templates/house/template.toml": f'title = "{ESCAPED}"\nabout = "{ESCAPED}"\n',
        "briefkit-types/house.toml": f'about = "{ESCAPED}"\n[[needs]]\nroles = ["summary"]\nguidance = "{ESCAPED}"\n',
        "briefkit.toml": f'retractions = "r.csv"\n{SETTINGS}',
        "r.csv": f'DOI,Reason\n10.1/x,"{STEERING}"\n',
    }
    for name, lines in LISTINGS.items():
        made = {path: text for path, text in files.items() if name == "house" or path in PLAIN}
        yield Case(f"listing: {name}", made, formats="html", also=lines)
