"""A note is called or a place linked to that does not exist.

## What it does
Flags a call of a note, `[^1]`, without a note of that label, and a link to an identifier that no heading, table,
figure or box of the brief has.

## Why it matters
The call prints as it is typed, and the link leads nowhere.

## Example
    Prices rose.[^1]

## Instead
    Prices rose.[^1]

    [^1]: See the yearbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines, NearMisses

CODE = "DOC816"
SEVERITY = Severity.WARNING

NOTE = re.compile(r"^[ \t>]*\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)
CALL = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]{1,200}+)\](?![(\[])")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each call without a note, and for each link within the brief that leads nowhere."""
    text = case.markup.unquoted
    lines = Lines(case.brief.path, case.brief.text)
    notes = {m["label"]: m.start("label") - 2 for m in NOTE.finditer(text)}
    near = NearMisses(notes)
    for call in CALL.finditer(text):
        if call["label"] not in notes:
            hint = near.did_you_mean(call["label"]) or f"write the note: [^{call['label']}]: ..."
            message = f"There is no note '{call['label']}', and the call prints as it is"
            yield Hit(lines.place(*call.span()), message, hint, subject=call["label"])
    named, near = case.markup.identifiers, NearMisses(sorted(case.markup.identifiers))
    known = {*named, *(f"ref-{c.key}" for c in case.brief.citations), "top", "refs", ""}
    for link in case.markup.targets:
        name = unquote(link.target[1:])
        if link.kind == "link" and link.target.startswith("#") and name not in known:
            hint = near.did_you_mean(name) or f"give what it is to lead to the identifier: {{#{name}}}"
            yield Hit(link.place, f"Nothing in the brief has the identifier '{name}'", hint, subject=name)
