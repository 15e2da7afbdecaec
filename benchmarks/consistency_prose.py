"""A folder of prose goes in, what the rules of consistency find in it comes out, each finding with both its places.

Whoever runs this judges the findings: prose that was published agrees with itself nearly everywhere, so nearly all that
is found in it is false. No such prose comes with briefkit. See benchmarks/README.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from consistency import CODES, findings
from figures import options, write_figures

from briefkit.errors import BriefkitError
from briefkit.pandoc import Worker
from briefkit.rules.base import Hit

WORDS = 2000
BAR = 1.0
"""So many false findings are allowed in so many words."""

SHOWN = 300


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of the files below a folder that can be read as briefs."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".txt") and path.is_file():
            yield str(path.relative_to(folder)), path.read_text(encoding="utf-8", errors="replace")


def show(name: str, text: str, code: str, hit: Hit) -> None:
    """Print a finding with the lines of its places."""
    lines = text.splitlines()
    print(f"\n{name}:{hit.place.line}:{hit.place.column}: {code} {hit.message}")
    print(f"    here: {hit.subject[:SHOWN]}")
    for related in hit.related:
        at = max(related.place.column - SHOWN // 2, 1)
        print(f"    line {related.place.line}: {lines[related.place.line - 1][at - 1 :][:SHOWN]} [{related.message}]")


def main() -> None:
    """Read, look, and print."""
    parser = options(__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="a folder of .md and .txt files")
    wanted = parser.parse_args()
    found: Counter[str] = Counter()
    words = read = 0
    with Worker() as worker:
        for name, text in texts(wanted.data):
            try:
                hits = findings(text, name, worker)
            except BriefkitError as error:
                print(f"{name} is left out: {error}", file=sys.stderr)
                continue
            read, words = read + 1, words + len(text.split())
            for code, hit in hits:
                found[code if hit.step >= 0 else f"{code} (info)"] += 1
                show(name, text, code, hit)
    told = sum(found.values())
    print(f"\n{words:,} words in {read} files")
    for code in (*CODES, *sorted(set(found) - set(CODES))):
        print(f"{code:16} {found[code]:4}   {found[code] * WORDS / max(words, 1):5.2f} in {WORDS:,} words")
    print(f"{'all':16} {told:4}   {told * WORDS / max(words, 1):5.2f} in {WORDS:,} words   bar for false ones {BAR}")
    write_figures(wanted.json, {"words": words, "found": found})


if __name__ == "__main__":
    main()
