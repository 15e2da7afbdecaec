"""The numbers of the months by their names in many languages. A table, nothing else."""

from __future__ import annotations

from briefkit.months import MONTHS

_ELSEWHERE = (
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
)
"""The months in languages that no brief is written in: Italian, Dutch, Swedish, Polish and Russian."""

NUMBERS = {
    name: str(number)
    for months in (*MONTHS.values(), *_ELSEWHERE)
    for number, name in enumerate(months.lower().split("|"), 1)
} | {"jänner": "1", "fevrier": "2", "maerz": "3", "marco": "3", "aout": "8", "decembre": "12"}
"""The number of a month by its name, as Austria has it and without its accents too."""
