"""A folder of real .bib files in, a table out: is each entry that an independent count finds read, or named there?

The count is a regular expression that shares nothing with our reader: every line that opens like an entry, also in a
comment or inside a field. Such a line must be where an entry or a problem of the library stands. Files that are not
UTF-8 are refused, as `check` refuses them, and then counted as Latin-1. Exit code 1 when a line is lost.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefkit.errors import InputError
from briefkit.files import MAX_LIBRARY, read_text
from briefkit.library import read_library
from briefkit.text import normalise_newlines
from tests.fuzz.scanner import heads


def main() -> None:
    """Read every file, count, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="looked through for .bib files")
    folder = parser.parse_args().data
    figures, codes = Counter[str](), Counter[str]()
    lost = [line for path in sorted(folder.rglob("*.bib")) for line in account(path, figures, codes)]
    for name in ("files", "refused: not UTF-8", "opening lines", "read as entries", "named by a problem", "lost"):
        print(f"  {name:<22}{figures[name]:>8,}")
    print("  problems by code:", ", ".join(f"{code} {count:,}" for code, count in sorted(codes.items())) or "none")
    print(*lost, sep="\n")
    raise SystemExit(1 if lost else 0)


def account(path: Path, figures: Counter[str], codes: Counter[str]) -> Iterator[str]:
    """Count what became of each opening line of a file; yields those that are lost."""
    figures["files"] += 1
    try:
        text = read_text(path, MAX_LIBRARY)
    except InputError:
        figures["refused: not UTF-8"] += 1
        text = normalise_newlines(path.read_bytes().replace(b"\0", b"").decode("latin-1"))
    library = read_library([(path.name, text)])
    sources = {source.place.line for source in library.sources.values()}
    named = {problem.place.line for problem in library.problems}
    codes.update(problem.code for problem in library.problems)
    for head in heads(text):
        figures["opening lines"] += 1
        became = "read as entries" if head.line in sources else "named by a problem" if head.line in named else "lost"
        figures[became] += 1
        if became == "lost":
            yield f"  LOST {path}:{head.line} {head.key}"


if __name__ == "__main__":
    main()
