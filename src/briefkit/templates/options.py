"""The options of a template: each has a kind, a default and a line that says what it does; values go in, and come out
as their kind, or Unfit says what they should have been.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.near_misses import did_you_mean
from briefkit.text import SWITCHES
from briefkit.values import Value

OptionValue = bool | float | str
"""What an option may be set to."""
KINDS: Mapping[str, OptionValue] = {"switch": False, "number": 0.0, "choice": "", "text": ""}
"""The kinds of options with the default of an option that has none."""

LONGEST = 500


class Unfit(Exception):
    """A value is not what its option holds; the message says what would be."""


class Option(Value):
    """An option: what kind of value it holds, which one it has if nobody says, and what it does."""

    name: str
    kind: str
    default: OptionValue
    about: str = ""
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 1_000.0

    def fit(self, value: object) -> OptionValue:
        """The value, typed (`true`) or of its own type (`True`), as the option holds it; raises Unfit."""
        match self.kind:
            case "switch":
                return self._switch(value)
            case "number":
                return self._number(value)
            case "choice":
                return self._choice(value)
        if not isinstance(value, str) or len(value) > LONGEST or "\n" in value:
            raise Unfit(f"must be a line of text of at most {LONGEST} characters")
        return value

    def _switch(self, value: object) -> bool:
        found = value if isinstance(value, bool) else SWITCHES.get(str(value).lower())
        if found is None:
            raise Unfit("must be true or false")
        return found

    def _number(self, value: object) -> float:
        try:
            number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
        except (ValueError, OverflowError):
            number = None
        if number is None or not self.least <= number <= self.most:
            raise Unfit(f"must be a number from {self.least:g} to {self.most:g}")
        return number

    def _choice(self, value: object) -> str:
        if value not in self.choices:
            near = did_you_mean(str(value), self.choices)
            raise Unfit(f"must be one of {', '.join(self.choices)}" + (f"; {near}" if near else ""))
        return str(value)


def limits_of(option: Option) -> str:
    """What an option may be set to, in a sentence: ` One of a, b.`, ` From 1 to 3.`; nothing where it is any text."""
    choices = f" One of {', '.join(option.choices)}." if option.choices else ""
    return choices + (f" From {option.least:g} to {option.most:g}." if option.kind == "number" else "")


def shown(value: OptionValue) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value
