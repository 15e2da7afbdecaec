"""What the reports for reviewers draw from: the report of a check, and for each brief its sources in words.

The forms for machines and for the terminal need the report alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefkit.model import EMPTY, Brand, Checked, Document, Place, Report, Runner, Source
from briefkit.values import Value, field


class Printed(Value):
    """A brief as a build prints it, and for each of its findings the first and the last word that it is about.

    The words are those of the document's tree, counted as `assemble.tokens` does; None where the place of a finding
    is not in the body. `named` has them for the places in the brief that findings in its library name, such as the
    citation of what was retracted.
    """

    document: Document
    anchors: tuple[tuple[int, int] | None, ...]
    named: Mapping[Place, tuple[int, int]] = field(default_factory=dict)


class Exhibit(Value):
    """A table, figure or chart as a build prints it: `Table 1`, nothing where it has no caption; of a chart the data.

    `rows` begin with the names of the columns.
    """

    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Reviewed(Value):
    """One brief: what its check said, and the sources that it cites.

    `references` has for each cited key that the library has the reference as a build prints it, as plain text;
    `digests` the SHA-256 of the brief and of its libraries, by their names in reports. `printed` is there for the
    forms that show the brief as it is built: see PRINTED. `exhibits` are those that blocks of the brief number.
    """

    checked: Checked
    sources: Mapping[str, Source]
    references: Mapping[str, str]
    digests: Mapping[str, str]
    printed: Printed | None = None
    exhibits: tuple[Exhibit, ...] = ()


class Review(Value):
    """A report with what a reviewer needs besides.

    `unused` are the entries of the briefs' libraries that none of these briefs cites, in order, at most MOST_UNUSED;
    `unused_number` counts them all. `tools` maps the names of the tools to their versions;
    `pages` are the templates of the reports that are made of some, by their names.
    """

    report: Report
    briefs: tuple[Reviewed, ...]
    unused: tuple[Source, ...]
    unused_number: int
    tools: Mapping[str, str]
    pages: Mapping[str, str] = EMPTY


PRINTED = ("docx",)
"""The forms that need each brief as it is printed."""

MOST_UNUSED = 500
"""How many unused entries a report lists; a library may have tens of thousands."""

Reviewer = Callable[[Review, Brand, Runner], bytes]
"""(review, brand, pandoc) -> bytes."""
