"""What the program says to input that is not as it should be: golden/answers.md, for a person to read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.command import briefkit
from tests.hostile.pictures import png

GOLDEN = Path(__file__).with_name("answers.md")
HEAD = "---\ntitle: Pumps\nlang: en\ndate: 2026-11-23\n---\n\n"
CITED = "Prices rose 12% in 2021 [@smith2021].\n"
BIB = "@book{smith2021,\n  author = {{Rural Water Office}},\n  title = {Yearbook},\n  date = {2021},\n}\n"
PICTURE = "Here is the map.\n\n![A map of the district.](%s)\n"
CHECK, BUILD, DRAFT = ("check",), ("build", "--to", "html"), ("build", "--draft", "--to", "html")


@dataclass(frozen=True)
class Input:
    """Files of a project (over a brief and a library that are sound), what else is prepared, and what is run."""

    files: Mapping[str, str | bytes]
    arguments: tuple[str, ...] = CHECK
    prepare: Callable[[Path], object] = lambda project: None
    env: Mapping[str, str] = field(default_factory=dict)


def brief(body: str | bytes, head: str = HEAD, arguments: tuple[str, ...] = CHECK) -> Input:
    """A brief with this body."""
    whole = body if isinstance(body, bytes) else head + CITED + "\n" + body
    return Input({"briefs/a.md": whole}, arguments)


def front(lines: str) -> Input:
    """A brief with these lines in its front matter."""
    return Input({"briefs/a.md": f"---\ntitle: Pumps\n{lines}\n---\n\n{CITED}"})


def library(bib: str | bytes, key: str = "a", arguments: tuple[str, ...] = CHECK) -> Input:
    """A brief that cites one entry of this library."""
    return Input({"references.bib": bib, "briefs/a.md": f"{HEAD}Prices rose 12% in 2021 [@{key}].\n"}, arguments)


def linked(name: str, target: str) -> Callable[[Path], object]:
    """Puts a link in a project."""

    def prepare(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).symlink_to(target)

    return prepare


def piped(name: str) -> Callable[[Path], object]:
    """Puts a named pipe in a project."""

    def prepare(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        os.mkfifo(project / name)

    return prepare


ENTRY = "@book{{{0}, title = {{T}}, author = {{{{Office}}}}, date = {{2021}}{1}}}\n"

INPUTS: Mapping[str, Input] = {
    # --- text ---
    "A brief that is not UTF-8": brief((HEAD + "Caf\xe9 prices rose.\n").encode("latin-1")),
    "A brief that is UTF-16": brief((HEAD + CITED).encode("utf-16")),
    "A brief with a byte order mark and CRLF": brief(
        ("\ufeff" + HEAD + CITED + "\nWages fell 3% in 2020.\n").replace("\n", "\r\n").encode()
    ),
    "A brief with a NUL": brief(HEAD.encode() + b"Prices\0rose.\n"),
    "An empty brief": brief(b""),
    "A brief of 2 MB": brief("x" * 2_000_000),
    "A brief that is missing": Input({}, ("check", "briefs/b.md")),
    "A bad brief among good ones": Input({"briefs/b.md": b"\xff\xfe"}),
    "No briefs": Input({}, CHECK, lambda project: shutil.rmtree(project / "briefs")),
    "An unknown option": Input({}, ("check", "--fro")),
    # --- front matter ---
    "No front matter": Input({"briefs/a.md": f"# Pumps\n\n{CITED}"}),
    "No title at all, built": Input({"briefs/a.md": CITED}, BUILD),
    "Front matter that is broken": front("authors: [a"),
    "Front matter that is broken, built": Input({"briefs/a.md": f"---\ntitle: T\nauthors: [a\n---\n\n{CITED}"}, DRAFT),
    "Front matter that is never closed": Input({"briefs/a.md": f"---\ntitle: Pumps\n\n{CITED}"}),
    "Front matter with an alias": front("subtitle: &s Wells\nsummary: *s"),
    "Front matter with a key twice": front("date: 2026-11-23\ndate: 2020-01-01"),
    "Front matter with an unknown key": front("langauge: fr"),
    "Front matter with a tag": front("subtitle: !!python/name:os.system x"),
    "Front matter that is too long": front("x-a: " + "a" * 70_000),
    "Front matter that is too deep": front("x-a: " + "[" * 30 + "]" * 30),
    "A date that is none": front("date: next year"),
    "Numbers typed before headings that the template numbers": Input(
        {"briefs/a.md": f"---\ntitle: Pumps\ntemplate: report\n---\n\n# 1. Prices\n\n{CITED}\n# 2. Costs\n\n{CITED}"}
    ),
    # --- libraries ---
    "A library that is not UTF-8, on its second line": library((BIB.replace("\n", "") + "\n").encode() + b"% \xe9\n"),
    "A library whose name is misspelt": front("bibliography: refrences.bib"),
    "A library on the web": front("bibliography: https://example.org/a.bib"),
    "A library that git LFS has not fetched": library("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
    "A key that a hidden character cuts off": brief("Wages rose [@smith\u200b2021].\n"),
    "A key with a letter of another script": brief("Wages rose [@\u0455mith2021].\n"),
    "A key with an accent that is a character of its own": brief("Wages rose [@mu\u0308ller].\n"),
    "A citation that begins with a hidden character": brief("Wages rose [@\u202esmith2021].\n"),
    "A picture without a name": brief("Here is the map.\n\n![A map of the district.]()\n"),
    "A picture whose name is misspelt": Input(
        {"briefs/a.md": HEAD + CITED + "\n" + PICTURE % "Map.png", "briefs/map.png": png(20, 20)}
    ),
    "A formula without its brace": brief("The loss is $x^{2$ a year.\n"),
    "A box that is not closed": brief("::: {.box}\nText.\n"),
    "A key renamed where a brief is UTF-16": Input(
        {"briefs/b.md": (HEAD + CITED).encode("utf-16")}, ("library", "rename", "smith2021", "smith2022")
    ),
    "A library that is missing": front("bibliography: sources.bib"),
    "A library of the settings that is missing": Input(
        {"briefkit.toml": 'bibliography = ["sources.bib"]\n', "briefs/a.md": f"{HEAD}{CITED}"}
    ),
    "A style of the settings that is missing": Input(
        {"briefkit.toml": 'csl = "house.csl"\n', "briefs/a.md": f"{HEAD}{CITED}"}
    ),
    "Settings under the name that they have in pyproject.toml": Input(
        {"briefkit.toml": '[tool.briefkit]\nbriefs = "briefs"\n', "briefs/a.md": f"{HEAD}{CITED}"}
    ),
    "A library outside the project": front("bibliography: ../../secret.bib"),
    "A library that is empty": library(""),
    "A library that is no library": library("#!/bin/sh\nrm -rf /\n"),
    "A library that is not UTF-8": library("@book{a,\n title = {Caf\xe9}}".encode("latin-1")),
    "A library with an entry that is never closed": library(
        "@book{a,\n  title = {T,\n  date = {2021},\n}\n\n@book{b,\n  title = {U},\n  date = {2021},\n}\n"
    ),
    "A library without a comma": library("@book{a,\n  title = {T}\n  date = {2021},\n  author = {{Office}},\n}\n"),
    "A key that is not there": library(BIB, "smiht2021"),
    "A key with a blank": library("@book{a b, title = {T}, date = {2021}}\n", "a"),
    "A key that stands twice": library(ENTRY.format("a", "") + ENTRY.format("a", "")),
    "An entry that inherits from itself": library("@article{a, title = {T}, crossref = {a}}\n"),
    "An entry that gets its data from itself": library("@book{a, title = {T}, xdata = {a}}\n"),
    "Strings that are made of strings": library(
        "@string{s0 = {xxxxxxxxxx}}\n"
        + "".join(f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}\n" for n in range(1, 12))
        + "@book{a, title = s11, author = {{Office}}, date = {2021}}\n"
    ),
    "A string that is not defined": library("@book{a, title = {T}, author = office, date = {2021}}\n"),
    "A field of 10 MB": library("@book{a, title = {" + "x " * 5_000_000 + "}, author = {{O}}, date = {2021}}"),
    # --- what takes pandoc too long ---
    "5,000 open brackets": brief("[" * 5000),
    "Macros that grow": brief("\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\a\\a}\n\n$\\a$\n"),
    # --- what no output holds ---
    "A picture outside the project": brief(PICTURE % "../../map.png", arguments=BUILD),
    "A picture of a file address": brief(PICTURE % "file:///etc/hostname", arguments=BUILD),
    "A picture of the net": brief(PICTURE % "https://example.org/map.png", arguments=BUILD),
    "A picture that is missing": brief(PICTURE % "map.png", arguments=BUILD),
    "A picture that is an SVG": Input(
        {"briefs/a.md": HEAD + CITED + PICTURE % "map.svg", "briefs/map.svg": "<svg><script>x()</script></svg>"}, BUILD
    ),
    "A picture that is a bomb": Input(
        {
            "briefs/a.md": HEAD + CITED + PICTURE % "map.png",
            "briefs/map.png": png(20_000, 20_000, b"\0" * 100),
        },
        BUILD,
    ),
    "A picture that is a pipe": Input(
        {"briefs/a.md": HEAD + CITED + PICTURE % "map.png"}, CHECK, piped("briefs/map.png")
    ),
    "A link that runs a script": brief("See [the map](javascript:alert(1)).\n"),
    "An attribute that runs a script": brief('See [the map]{onclick="alert(1)"}.\n'),
    "Raw HTML": brief("<b>Wells</b> matter.\n\n<iframe src='https://example.org'></iframe>\n"),
    "Characters of direction, and without width": brief("The \u202elist\u202c is long\u200b.\n"),
    "Terminal escapes in a heading": brief("# \x1b[2J\x1b]0;owned\x07 Wells\n\nIt rose 4% in 2020.\n"),
    "A style that is not there": Input({"briefs/a.md": HEAD.replace("lang", "csl: house.csl\nlang") + CITED}, BUILD),
    # --- files ---
    "A brief that is a pipe": Input({}, CHECK, piped("briefs/a.md")),
    "A brief that is a link to nothing": Input({}, CHECK, linked("briefs/a.md", "b.md")),
    "A brief that is a link to the outside": Input({}, CHECK, linked("briefs/a.md", "/etc/hostname")),
    "A library that is a link to the outside": Input({}, CHECK, linked("references.bib", "/etc/hostname")),
    "A template that is a link to the outside": Input({}, BUILD, linked("templates/page.html.j2", "/etc/hostname")),
    "An output folder that is a link": Input({}, BUILD, linked("dist", "/tmp")),
    "An output that is a link": Input({}, BUILD, linked("dist/a/a.html", "/etc/hostname")),
    "An output folder that is a file": Input({"dist": "x"}, BUILD),
    "An output folder of the settings that leads out": Input({"briefkit.toml": 'output = "../out"\n'}, BUILD),
    "Two briefs with one name": Input({"briefs/b/a.md": HEAD + CITED}, BUILD),
    "A brief without a name": Input({"briefs/....md": HEAD + CITED}, ("build", "briefs/....md")),
    # --- settings ---
    "Settings that are broken": Input({"briefkit.toml": "output = \n"}),
    "A setting that does not exist": Input({"briefkit.toml": 'outptu = "x"\n'}),
    "A rule that does not exist": Input({}, ("check", "--ignore", "bare-ulr")),
    "Settings that are nested too deeply": Input({"briefkit.toml": "x = " + "[" * 5000}),
    "Briefs of the settings that lie outside": Input({"briefkit.toml": 'briefs = ".."\n'}),
    # --- templates ---
    "A template with a fault": Input({"templates/page.html.j2": "<html>\n{% for %}\n</html>"}, BUILD),
    "A template that asks for what is not there": Input(
        {"templates/page.html.j2": "<html>\n{{ nobody }}</html>"}, BUILD
    ),
    "A template that reaches for Python": Input({"templates/page.html.j2": "{{ ''.__class__.__mro__ }}</html>"}, BUILD),
    "A template that includes itself": Input({"templates/page.html.j2": "{% include 'page.html.j2' %}"}, BUILD),
    "A page that would run a script": Input(
        {"templates/page.html.j2": "<html><body>{{ body }}<script src='https://example.org/x.js'></script></html>"},
        BUILD,
    ),
    "A page that asks for a file": Input(
        {"templates/print.html.j2": "<html><body>{{ body }}<img src='file:///etc/hostname'></body></html>"},
        ("build", "--to", "pdf"),
    ),
}


def answer(given: Input, folder: Path) -> str:
    """What the program says to an input: command line, output, messages, exit code."""
    project = folder / "project"
    settings = {"briefkit.toml": "[limits]\npandoc-seconds = 4\n", "references.bib": BIB, "briefs/a.md": HEAD + CITED}
    for name, content in {**settings, **given.files}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content.encode() if isinstance(content, str) else content)
    given.prepare(project)
    ran = briefkit(*given.arguments, cwd=project, env=given.env)
    said = (ran.out + ran.err).rstrip("\n").split("\n")
    return "\n".join(
        [
            f"    $ briefkit {' '.join(given.arguments)}",
            *(f"    {line}".rstrip() for line in said),
            f"    exit {ran.code}",
        ]
    )


def recorded() -> dict[str, str]:
    """The answers of the golden file by their headings."""
    parts = GOLDEN.read_text(encoding="utf-8").split("\n## ")[1:] if GOLDEN.exists() else []
    return {head: body.strip("\n") for head, _, body in (part.partition("\n") for part in parts)}


ACCEPTED: dict[str, str] = {}


@pytest.mark.slow
@pytest.mark.parametrize("name", INPUTS)
def test_the_answer_to_odd_input_is_the_one_that_a_person_has_read(name: str, tmp_path: Path, accept: bool) -> None:
    said = answer(INPUTS[name], tmp_path)
    if accept:
        ACCEPTED[name] = said
        if name == list(INPUTS)[-1]:
            GOLDEN.write_text(_document(), encoding="utf-8")
        return
    assert said == recorded().get(name)


def _document() -> str:
    intro = "# What briefkit says to odd input\n\nWritten by `make accept`; a person reads the diff."
    said = {**recorded(), **ACCEPTED}
    return "\n\n".join([intro, *(f"## {name}\n\n{said[name]}" for name in INPUTS if name in said)]) + "\n"


def test_no_answer_is_left_without_its_input(accept: bool) -> None:
    assert accept or list(recorded()) == list(INPUTS)


@pytest.mark.parametrize("name", INPUTS)
def test_an_answer_names_no_place_of_this_machine_and_no_traceback(name: str, tmp_path: Path) -> None:
    said = recorded()[name]
    assert "Traceback" not in said
    assert "fault of briefkit" not in said
    assert str(tmp_path.parent) not in said
