"""Statements in, the names of a summary that the body of a brief never has out.

A name of several words is known by any of them, by its first letters, or by what else it is called for short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from briefkit.evidence.stated import Statement
from briefkit.quantities.dates import months, weekdays
from briefkit.text import WORD

NO_NAME_AFTER = tuple('.:!?\u201c"\u00ab')
OFFICES = frozenset(
    "government gouvernement gobierno governo parliament parlement parlamento congress senate minister ministre"
    " ministro ministry ministère ministerio ministério secretary president président presidente chancellor council"
    " state".split()
)
"""Words that many write with a capital and that name nobody alone."""

OF = ("of", "for", "de", "des", "du", "do", "da", "del")
"""What stands between an office and what it is for: the Ministerio de Vivienda is known as the Ministerio."""

UNITS = frozenset("kbps mbps gbps tbps kbit mbit gbit tbit khz mhz ghz mio mrd mtco mtoe ktoe gtco".split())
"""Units with a capital."""

SHORT: Mapping[str, tuple[str, ...]] = {
    "union": ("EU", "UE"),
    "kingdom": ("UK",),
    "royaume": ("UK", "RU"),
    "states": ("US", "USA"),
    "unis": ("USA", "US", "EU"),
    "unidos": ("EEUU", "EUA", "EE", "USA"),
    "nations": ("UN", "ONU"),
    "naciones": ("ONU",),
    "nações": ("ONU",),
}
"""How the body may call what one word of its name tells: the Union is the EU."""


class Names:
    """The words of the body of a brief, asked for the names that it does not have, each once."""

    def __init__(self, own: Sequence[Statement], lang: str, known: frozenset[str]) -> None:
        self.own = own
        self.apart = {*months(lang), *weekdays(lang)}
        self.known = known
        self.told: set[str] = set()

    @cached_property
    def names(self) -> frozenset[str]:
        """How the words of the body begin."""
        return frozenset(word[:4].casefold() for s in self.own for word in WORD.findall(s.sentence.plain))

    @cached_property
    def short_names(self) -> frozenset[str]:
        """The words of the body in capitals: UK, U.S., NHS."""
        words = (word for s in self.own for word in WORD.findall(s.sentence.plain.replace(".", "")))
        return frozenset(word for word in words if len(word) > 1 and word.isupper())

    def has_short(self, words: Sequence[str]) -> bool:
        """Whether the body has the first letters of a name, or what else one of its words is known by."""
        first = "".join(word[0] for word in words)
        called = (short for word in words for short in SHORT.get(word.casefold(), ()))
        return (len(first) > 1 and first in self.short_names) or not self.short_names.isdisjoint(called)

    def new(self, statement: Statement) -> Iterator[tuple[str, int]]:
        """The names in a summary that the body never has, each with where it begins."""
        for run in _names(statement, self.apart):
            begun = [word.casefold()[:4] for word, _ in run]
            is_known = any(word in self.names or word in self.known or word in self.told for word in begun)
            is_known = is_known or self.has_short([word for word, _ in run])
            if not is_known and not all(word.casefold() in OFFICES for word, _ in run):
                self.told.update(begun)
                yield " ".join(word for word, _ in run), run[0][1]


def _names(statement: Statement, apart: Iterable[str]) -> Iterator[list[tuple[str, int]]]:
    """The names in a sentence, each as its words with their places: those with a capital that stand side by side."""
    plain, names = statement.sentence.plain, statement.names
    run: list[tuple[str, int]] = []
    end = -1
    for match in list(WORD.finditer(plain))[1:]:
        word, between = match[0], plain[end : match.start()]
        is_name = word[0].isupper() and len(word) > 3 and word.casefold() in names and word.casefold() not in UNITS
        if run and run[-1][0].casefold() in OFFICES and between == " " and word in OF:
            end = match.end()
            continue
        if run and not (is_name and between == " "):
            yield run
            run = []
        before = plain[: match.start()].rstrip()[-1:]
        if is_name and (run or before not in NO_NAME_AFTER) and word.casefold() not in apart:
            run.append((word, match.start()))
        end = match.end()
    if run:
        yield run
