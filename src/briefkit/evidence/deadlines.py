"""The statements of a brief in, the days out by which its lead asks for a decision.

Only whole dates are looked at that stand behind a word for deciding and one such as `by` or `no later than`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefkit.evidence.stated import Statement
from briefkit.patterns import compiled
from briefkit.quantities import Quantity
from briefkit.text import primary

DECIDES: Mapping[str, str] = {
    "en": r"decid|decision",
    "de": r"entscheid|beschlie|beschluss|beschlüsse",
    "fr": r"décid|décision|tranche",
    "es": r"decid|decisi",
    "pt": r"decid|decis",
}
BY: Mapping[str, str] = {
    "en": r"by|before|until|(?:no|not) later than",
    "de": r"bis(?: zum)?|vor dem|spätestens(?: am)?",
    "fr": r"d['\u2019]ici(?: au| le)?|avant(?: le)?|au plus tard(?: le)?|jusqu['\u2019]au",
    "es": r"antes del?|hasta(?: el)?|a más tardar(?: el)?",
    "pt": r"até(?: a| ao)?|antes de|o mais tardar(?: a)?",
}

REACH = 160
"""How many characters before a date are looked at."""


def find_deadlines(statements: Iterable[Statement], lang: str) -> Iterator[tuple[Statement, Quantity, str]]:
    """The days by which a decision is asked for in what sums the brief up, each as `2027-02-15`."""
    own = primary(lang)
    pattern = rf"(?is)\b(?:{DECIDES[own]}).*\b(?:{BY[own]}) $" if own in BY else ""
    for statement in statements if pattern else ():
        for quantity in statement.quantities if statement.lead else ():
            before = statement.sentence.plain[max(quantity.start - REACH, 0) : quantity.start]
            if quantity.kind == "date" and (day := _day(quantity)) and compiled(pattern).search(before):
                yield statement, quantity, day


def _day(quantity: Quantity) -> str:
    """A date with its year and its day as ISO has it, nothing for another."""
    number = str(int(quantity.low))
    whole = len(number) == len("20270215") and not number.endswith("00")
    return f"{number[:4]}-{number[4:6]}-{number[6:]}" if whole else ""
