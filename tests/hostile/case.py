"""What a hostile case is: files that an author from outside could hand us, and the exit codes that are an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

CANARY = "CANARY5f1c9e"
"""Stands in files that no output, report or message may show."""

FRONT = "---\ntitle: T\nlang: en\ndate: 2026-11-23\n---\n\n"
CITED = "Prices rose in 2021 [@smith2021].\n\n"
BIB = "@book{smith2021, author = {Smith, Ann}, title = {Yearbook}, date = {2021}, publisher = {Office}}\n"
SETTINGS = "[limits]\npandoc-seconds = 6\ncheck-seconds = 12\npages-seconds = 12\n"
ANSWERS = frozenset({0, 1, 2, 3})


HEAVY = (
    *(
        "bomb: ",
        "template: loops",
        "template: memory",
        "template: power",
        "pack: loops",
        "pack: memory",
        "pack: power",
        "page: many boxes",
        "page: span of cells",
    ),
    *("library: field of", "library: 100,000", "library: cited field of 1 MB"),
)
"""How the names of cases begin that take an engine, or us, to the limits."""


@dataclass(frozen=True)
class Case:
    """A hostile project by its files; {OUT}, {HOME} and {PORT} in them are where the canaries and the listener are.

    `prepare` gets the project's folder and adds what is no plain file; `absent` must not be in any output; `formats`
    are built; `build` and `check` are the exit codes that are an answer to it. `also` are other command lines to run.
    """

    name: str
    files: Mapping[str, str | bytes]
    prepare: Callable[[Path], None] | None = None
    absent: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    formats: str = "html,docx"
    check: frozenset[int] = ANSWERS
    build: frozenset[int] = ANSWERS
    env: Mapping[str, str] = field(default_factory=dict)
    says: str = ""
    also: tuple[str, ...] = ()

    @property
    def is_heavy(self) -> bool:
        """Whether it takes an engine, or us, to the limits of time or memory."""
        return self.name.startswith(HEAVY)


def brief(body: str, front: str = FRONT) -> dict[str, str | bytes]:
    """The files of a project whose one brief has this body."""
    return {"briefs/a.md": front + CITED + body + "\n", "references.bib": BIB}


def library(bib: str | bytes, cite: str = "[@a]") -> dict[str, str | bytes]:
    """The files of a project whose library is this."""
    return {"briefs/a.md": f"{FRONT}Prices rose in 2021 {cite}.\n", "references.bib": bib}


def front(lines: str) -> dict[str, str | bytes]:
    """The files of a project whose brief has these lines in its front matter."""
    return {"briefs/a.md": f"---\ntitle: T\n{lines}\n---\n\n{CITED}", "references.bib": BIB}
