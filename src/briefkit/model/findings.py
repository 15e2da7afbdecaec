"""What a rule says of a place, and what would cure it.

Lines and columns are 1-based, ends are exclusive, and columns count Unicode code points.
"""

from __future__ import annotations

from enum import IntEnum

from briefkit.values import Value


class Severity(IntEnum):
    """How much a finding matters; a run fails at or above `--fail-on`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in reports: `info`, `warning`, `error`."""
        return self.name.lower()


class Place(Value, order=True):
    """Where words stand in a file: from (line, column) to (end_line, end_column), the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of its first character."""
        return self.line, self.column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind its last character."""
        return self.end_line, self.end_column

    def holds(self, other: Place) -> bool:
        """Whether `other` lies wholly inside this place."""
        return (
            self.path == other.path
            and (self.line, self.column) <= (other.line, other.column)
            and (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )


def start_of(path: str) -> Place:
    """The place of what is said of a file as a whole."""
    return Place(path, 1, 1, 1, 1)


class Related(Value):
    """Another place that belongs to a finding: the twin of a duplicate, the entry of a citation."""

    place: Place
    message: str


class Problem(Value):
    """Something a reader met and could not take in; the rule of that `code` makes it a finding.

    `step` moves the rule's severity: +1 where what follows cannot be trusted, -1 for a remark. `key` is that of the
    entry which this keeps from being read.
    """

    code: str
    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    step: int = 0
    key: str = ""


class Edit(Value):
    """A change of a file: what is to stand where something else stands now.

    `what` says what the place stands for: `text`, the characters at it; `value`, the value of the field whose name is
    there, without its delimiters; `field`, that field with its comma and its line (`text` is empty); `braces`, the
    delimiters of the entry that begins there and of all that follow it in parentheses (`text` is empty).
    """

    place: Place
    text: str = ""
    what: str = "text"


class Fix(Value):
    """What cures a finding, all of it or nothing; a fix that is not `safe` may change what is said."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Finding(Value):
    """What a rule has to say about a place, stamped with code, name and severity by the runner.

    `subject` names what the finding is about for its fingerprint: the words of the sentence, of a very long one those
    it begins with, or the key of the entry.
    `fix` is there when the rule is sure what should be written. `standing` is empty, or `known` or `new` when a
    baseline was looked at.
    """

    place: Place
    code: str
    name: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    fix: Fix | None = None
    standing: str = ""
