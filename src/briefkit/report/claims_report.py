"""Accounts in, a row for each sentence out: as text, JSON lines or CSV. docs/claims.md describes the rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefkit.escapes import JOINERS, encode, encode_json, printable
from briefkit.model import EMPTY, Account, Checked, Verdict
from briefkit.report.printed import readable

UNSAFE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell must not start with, because spreadsheets would run it (OWASP, CSV injection); four are wide signs."""


Printed = Mapping[str, Mapping[str, str]]
"""By the path of a brief and the key of an entry: the reference as a build prints it."""


def row_of(checked: Checked, account: Account) -> dict[str, Any]:
    """One sentence with everything that is known of it."""
    brief, sentence = checked.brief, account.sentence
    block = brief.blocks[sentence.block]
    place = sentence.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": sentence.source,
        "section": brief.sections[block.section].title if 0 <= block.section < len(brief.sections) else "",
        "status": account.status,
        "kind": account.kind,
        "score": account.score,
        "level": account.level,
        "gate": account.gate,
        "signs": [s.name for s in account.signs],
        "citations": [
            {"key": c.key, "locator": c.locator, "line": c.place.line, "column": c.place.column}
            for c in sentence.citations
        ],
        "covered_by": covered_by(account),
    }


def covered_by(account: Account) -> list[dict[str, Any]]:
    """What stands behind a sentence, each with its place; `key` is empty where a sentence is said again."""
    keys = ("",) if account.status == "restated" else account.covered_by
    return [
        {"key": key, "line": place.line, "column": place.column}
        for key, place in zip(keys, account.covered_at, strict=True)
    ]


def _rows(checked: Iterable[Checked], printed: Printed) -> Iterator[dict[str, Any]]:
    """The rows of all sentences, each with its number in its brief and what stands behind it, as it is printed."""
    for one in checked:
        references = printed.get(one.brief.path, EMPTY)
        for number, account in enumerate(one.accounts, 1):
            yield {**row_of(one, account), "number": number, "sources": _sources(account, references)}


def _sources(account: Account, references: Mapping[str, str]) -> list[dict[str, str]]:
    """What a sentence cites, then what else covers it: each key with its locator and the reference of the entry."""
    cited = [(citation.key, citation.locator) for citation in account.sentence.citations]
    named = {key for key, _ in cited}
    pairs = dict.fromkeys((*cited, *((key, "") for key in account.covering if key not in named)))
    return [{"key": key, "locator": locator, "reference": references.get(key, "")} for key, locator in pairs]


def write_jsonl(checked: Iterable[Checked], width: int = 0, printed: Printed = EMPTY) -> bytes:
    """One JSON object a line, in the order of the document."""
    return b"".join(encode_json(row) for row in _rows(checked, printed))


def write_csv(checked: Iterable[Checked], width: int = 0, printed: Printed = EMPTY) -> bytes:
    """The same rows for a spreadsheet; lists are joined by blanks, locators and references by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    rows = [_cells(row) for row in _rows(checked, printed)]
    writer.writerow(rows[0] if rows else ())
    for cells in rows:
        writer.writerow([safe_cell(printable(str(cell), JOINERS)) for cell in cells.values()])
    return codecs.BOM_UTF8 + encode(out.getvalue())


def _cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row in the cells of a table."""
    sources = row["sources"]
    told = {
        "signs": " ".join(row["signs"]),
        "citations": " ".join(c["key"] for c in row["citations"]),
        "covered_by": " ".join(f"{c['key']}:{c['line']}:{c['column']}" for c in row["covered_by"]),
        "sources": "; ".join(s["reference"] for s in sources if s["reference"]),
    }
    located = {"locators": "; ".join(f"{s['key']}, {s['locator']}" for s in sources if s["locator"])}
    return {**row, **told, **located}


def safe_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(UNSAFE) else cell


def write_claims_text(checked: Iterable[Checked], width: int = 80, printed: Printed = EMPTY) -> bytes:
    """A line for each sentence: place, status, score, what covers it from elsewhere, and the beginning of its words."""
    lines: list[str] = []
    for one in checked:
        lines.append(printable(one.brief.path))
        for account in one.accounts:
            place = account.sentence.place
            head = f"{place.line:>5}:{place.column:<4} {account.status:<12} {account.score:.2f}  "
            words = printable(_elsewhere(account) + readable(account.sentence))
            room = max(width - len(head), 20)
            lines.append(head + (words if len(words) <= room else words[: room - 1] + "…"))
    return ("\n".join(lines) + "\n").encode()


def _elsewhere(account: Account) -> str:
    """`(covered by @smith2021 7:14) `, where another sentence cites, or `(says 12:1 again) `."""
    where = [f"{place.line}:{place.column}" for place in account.covered_at]
    if account.status == "restated":
        return f"(says {where[0]} again) "
    cited = ", ".join(f"@{key} {at}" for key, at in zip(account.covered_by, where, strict=True))
    return f"(covered by {cited}) " if account.scope else ""


CLAIM_FORMS: Mapping[str, Callable[[Sequence[Checked], int, Printed], bytes]] = {
    "text": write_claims_text,
    "jsonl": write_jsonl,
    "csv": write_csv,
}


def write_verdicts(verdicts: Iterable[tuple[Any, Verdict]]) -> bytes:
    """The answer to `claims --sentences`: one object a row, `id` as it came."""
    rows = (
        {"id": name, "score": v.score, "level": v.level, "gate": v.gate, "signs": [s.name for s in v.signs]}
        for name, v in verdicts
    )
    return b"".join(map(encode_json, rows))
