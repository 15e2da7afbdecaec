"""JSON lines of labelled sentences in, rows out: their documents, publishers, codes, and the slices they fall into.

A line is `{"id", "text", "label"}` with, beside these or inside "extra", any of `doc`, `sec`, `before`, `title`, `org`
and `codes`. `doc` begins with the publisher, up to the first colon; codes are letters.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefkit.model import EMPTY, Utterance
from briefkit.parse.roles import find_role

LABELS = {"1": 1, "true": 1, "yes": 1, "0": 0, "-1": 0, "false": 0, "no": 0}
"""What a label may be; -1 is ClaimBuster's word for a sentence that is no statement of fact."""

OWN = frozenset("O")
NORMATIVE = frozenset("RP")
ATTRIBUTED = "A"
FEWEST_ROWS = 60
"""A publisher with fewer rows is measured together with the others that have few."""

POOLED = "(others)"


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A labelled sentence: `label` is 1 when it needs a source; `codes` are letters that say why or why not."""

    doc: str
    id: str
    text: str
    label: int
    section: str = ""
    before: str = ""
    title: str = ""
    organisation: str = ""
    codes: str = ""

    @property
    def publisher(self) -> str:
        """What `doc` says before its first colon; documents that name none belong together."""
        return self.doc.split(":")[0] if ":" in self.doc else ""


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """The rows of some files, each once, sorted: the order of files and lines changes nothing."""
    return sorted({row for path in paths for row in _rows_of(path)})


def _rows_of(path: Path) -> list[Row]:
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(make_row(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise SystemExit(f"{path}:{number} is no labelled row: {error!r}") from error
    return rows


def make_row(line: Mapping[str, Any]) -> Row:
    """A row from an object; what stands beside `text` counts before what stands in "extra"."""
    given = {**(line.get("extra") or {}), **line}
    label = LABELS[str(line["label"]).lower()]
    section, before, title, organisation = (str(given.get(key) or "") for key in ("sec", "before", "title", "org"))
    return Row(
        str(given.get("doc") or ""),
        str(line["id"]),
        str(line["text"]),
        label,
        section,
        before,
        title,
        organisation,
        "".join(sorted(set("".join(given.get("codes") or "")) - set(" ,;"))),
    )


def digest(rows: Sequence[Row]) -> str:
    """The SHA-256 of the sorted rows: the same data, whatever files they came in."""
    lines = (json.dumps(asdict(row), sort_keys=True, ensure_ascii=False) for row in sorted(rows))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def make_utterance(row: Row, own: Mapping[str, str] = EMPTY, lang: str = "en") -> Utterance:
    """The row as the detector sees a sentence of a brief; `own` is what its document says of its authors' own work."""
    context = {"organisation": row.organisation, "lang": lang, **own}
    return Utterance(row.text, row.section, find_role((), row.section, lang), row.before, "paragraph", context)


def has_digit(row: Row) -> bool:
    """Whether a digit stands in the text."""
    return any(character.isdigit() for character in row.text)


def is_own_result(row: Row) -> bool:
    """Whether every code says that the authors report what they did or found."""
    return set(row.codes) == OWN


def is_normative(row: Row) -> bool:
    """Whether every code says recommendation or opinion."""
    return bool(row.codes) and NORMATIVE.issuperset(row.codes)


SLICES: Mapping[str, Callable[[Row], bool]] = {
    "all": lambda row: True,
    "digit": has_digit,
    "no digit": lambda row: not has_digit(row),
    "own result": is_own_result,
    "normative": is_normative,
    "attribution": lambda row: ATTRIBUTED in row.codes,
}
"""The rows that figures are also given for."""


def name_publishers(rows: Sequence[Row], fewest: int = FEWEST_ROWS) -> list[str]:
    """The publisher of each row as a table has it: those with few rows are pooled."""
    counts = Counter(row.publisher for row in rows)
    return [row.publisher if counts[row.publisher] >= fewest else POOLED for row in rows]
