r"""A LaTeX command in a field is not known, and is left out when the brief is built.

## What it does
Looks in the fields that are printed for commands that pandoc does not know: those of a package or of the author's own,
such as `\product{pumps}`, and a few of LaTeX's own (`\accent127`). Fonts, accents, spaces,
citations, what is there to sort by (`\noopsort`) and math are nothing. A `$` without a second one is information.

## Why it matters
The command is left out, and the words in its braces are printed without what it makes of them: a sign, a word or the
look of a name is missing in print, and nothing says so.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {A Guide to \product{Pumps}},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {A Guide to \emph{Pumps}},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.commands import NUMBERED, find_lost
from briefkit.library.journals import JOURNALS, spell_journal
from briefkit.library.signs import UNPRINTED, VERBATIM
from briefkit.library.vocabulary import PRINTED_FIELDS
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote
from briefkit.text import plural, shorten

CODE = "BIB310"
SEVERITY = Severity.WARNING

_PRINTED = PRINTED_FIELDS - UNPRINTED - VERBATIM


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field with commands that are lost; the first is named."""
    for source, name, field in case.fields:
        if name in _PRINTED and ("\\" in field.value or "$" in field.value):
            lost = find_lost(spell_journal(field.value) if name in JOURNALS else field.value)
            if lost.commands:
                rest = len(lost.commands) - 1
                others = f", and {plural(rest, 'other')} like it" if rest else ""
                where = f"in '{name}' of '{source.key}'"
                what, hint = _tell(lost.commands[0].strip("\\*"))
                message = f"'{shorten(lost.commands[0])}' {where} {what}{others}"
                yield Hit(field.place, message, hint, subject=source.key)
            elif lost.is_math_broken:
                message = f"A '$' in '{name}' of '{source.key}' has no second one: {quote(field.value)}"
                yield Hit(
                    field.place, message, r"write '\$' for the sign, or end the math", subject=source.key, step=-1
                )


def _tell(name: str) -> tuple[str, str]:
    """What becomes of a command, and what to do."""
    if name.startswith("backslash") and name != "backslash":
        return (
            "was escaped twice: it is left out",
            f"write '\\{name.removeprefix('backslash')}', and the signs beside it",
        )
    if name in NUMBERED:
        return "gives a letter by its number: the number is printed, or nothing", "write the letter itself"
    return "is not known: it is left out", "write what it stands for; words in its braces are printed without it"
