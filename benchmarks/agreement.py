"""A generated library and entries written by hand in, a table out: do briefkit and pandoc read the same in an entry?

Each entry is read by `as_csl` and by `pandoc -f biblatex -t csljson`, and compared field by field. What differs is
either one of the kinds of `DELIBERATE`, which are counted apart, each with its reason, or a disagreement. Exit code 1
when less than 99.5 % of the fields agree.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from wellformed import write_library

from briefkit.library import as_csl, read_library, resolve
from briefkit.library.identifiers import split_doi, undo_latex
from briefkit.model import Library, Place, Source
from briefkit.pandoc import find_pandoc
from briefkit.text import normalise_newlines

BAR = 99.5
HAND = Path(__file__).with_name("agreement.bib")
DATES = ("issued", "accessed", "original-date", "event-date")
ADDRESSES = ("URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "call-number", "other-ids")
PEOPLE = ("author", "editor", "translator", "director", "container-author")
_TAG = re.compile(r"<[^<>]*>")
_PLAIN_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?[~?]?")
_ONLY_OURS = re.compile(
    r"\\(?:DH|dh|TH|th|DJ|dj|NG|ng|IJ|ij|text(?:end|em)ash|textbar|texttrademark|mbox|hbox|euro|degree|d?dag|hyp)\b"
    r"|\\(?:[qQ]uad|qquad|texttimes|SS|path|og|fg|[gf][lr]qq|space|text|sout|verb|BibTeX|LaTeXe)\b|\\[;:]"
)
"""Commands that print something, which pandoc leaves out."""

_UNESCAPED = re.compile(r"(?<!\\)[%$]")

Json = Any


@dataclass(frozen=True, slots=True)
class Pair:
    """A field of an item as both read it, and what was typed for it: all values of the entry."""

    source: Source
    typed: Source
    name: str
    ours: Json
    theirs: Json

    @property
    def raw(self) -> str:
        """All that the entry says, as typed."""
        return "\n".join(entry.value for entry in self.source.fields.values())


@dataclass(slots=True)
class Tally:
    """What was compared: agreements and fields by name, deliberate differences by kind, and the disagreements."""

    entries: int = 0
    same: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    deliberate: Counter[str] = field(default_factory=Counter)
    differences: list[Pair] = field(default_factory=list)
    examples: dict[str, Pair] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The fields that agree, of those without a deliberate difference, in per cent."""
        return 100 * self.same.total() / self.all.total() if self.all else 100.0


# --- what is read otherwise on purpose -----------------------------------------------------------


def _is_part(short: str, long: str) -> bool:
    """Whether a text is another one with some letters left out."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def _text(value: Json) -> str:
    return _TAG.sub("", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value else "")


def _letters(value: Json) -> str:
    """The letters and digits of a value, without accents and capitals."""
    bare = unicodedata.normalize("NFKD", _text(value).replace("\u0131", "i").replace("\u0237", "j")).casefold()
    return "".join(sign for sign in bare if sign.isalnum())


def _is_command(pair: Pair) -> bool:
    """Pandoc's text is ours with something left out, and ours still has a command, or one that only we know."""
    keeps = "\\" in _text(pair.ours) or _ONLY_OURS.search(pair.raw) is not None
    return keeps and pair.name not in ADDRESSES and _is_part(_letters(pair.theirs), _letters(pair.ours))


def _is_break(pair: Pair) -> bool:
    has_break = re.search(r"\n\s*\n|\\\\|\\newline|\\par\b|\\-", pair.raw) is not None
    return has_break and _letters(pair.ours) == _letters(pair.theirs)


def _is_date(pair: Pair) -> bool:
    if pair.name == "status":
        return pair.theirs is None
    if pair.name not in DATES or pair.ours is None:
        return False
    theirs = (pair.theirs or {}).get("date-parts", [])
    ours = pair.ours.get("date-parts", [])
    prefix = {"issued": "", "accessed": "url", "original-date": "orig", "event-date": "event"}[pair.name]
    typed = pair.source.text(f"{prefix}date", f"{prefix}year").strip()
    is_less = not theirs or theirs == [[0]] or (bool(ours) and ours[0][: len(theirs[0])] == theirs[0])
    return is_less and not (_PLAIN_DATE.fullmatch(typed) and not pair.source.text("month"))


def _is_type(pair: Pair) -> bool:
    is_alias = pair.source.type == "conference" and pair.name in (*INHERITED, "type", "number", "collection-number")
    return is_alias or (pair.name == "type" and pair.theirs in ("", "book"))


def _is_empty(pair: Pair) -> bool:
    return pair.ours is None and (_text(pair.theirs).strip() == "" or pair.theirs == {"date-parts": [[0]]})


def _is_address(pair: Pair) -> bool:
    if pair.name not in ADDRESSES or not isinstance(pair.theirs, str):
        return False
    return pair.ours in (undo_latex(pair.theirs), split_doi(pair.theirs)[1], pair.theirs.strip())


def _is_inherited(pair: Pair) -> bool:
    is_own_year = pair.name == "issued" and "date" not in pair.typed.fields and "year" in pair.typed.fields
    return not {"crossref", "xdata"}.isdisjoint(pair.typed.fields) and (pair.name in INHERITED or is_own_year)


INHERITED = (
    "title",
    "jurisdiction",
    "title-short",
    "container-title",
    "container-author",
    "volume-title",
    "container-title-short",
)


def _is_lost(pair: Pair) -> bool:
    return bool(_UNESCAPED.search(pair.raw)) and _is_part(_letters(pair.theirs), _letters(pair.ours))


def _is_name(pair: Pair) -> bool:
    if pair.name not in PEOPLE:
        return False
    theirs = [one.get(part, "") for one in pair.theirs or () for part in ("dropping-particle", "non-dropping-particle")]
    return any(part and not part.lstrip("'\u2019")[:1].islower() for part in theirs) or " AND " in pair.raw


def _is_sign(pair: Pair) -> bool:
    has_sign = re.search(r"[`']|\\[ij]\b|\\[=.^~\"]", pair.raw) is not None
    return has_sign and _letters(pair.ours) == _letters(pair.theirs) and pair.name not in ADDRESSES


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of difference that is meant, why, and how it is told."""

    name: str
    reason: str
    explains: Callable[[Pair], bool]


DELIBERATE = (
    Difference("type", "no style knows an empty type: what pandoc has no name for is a document", _is_type),
    Difference("empty field", "a field that says nothing is left out, not printed as nothing or the year 0", _is_empty),
    Difference("date", "open ends, 199X, names of months and 'circa' are read; pandoc drops them", _is_date),
    Difference("address", "identifiers are given without LaTeX, blanks and the address of a resolver", _is_address),
    Difference("sign", "quotation marks stay single; i under an accent has no dot left to lose", _is_sign),
    Difference("break", "two paragraphs are parted by a blank, not glued together", _is_break),
    Difference("command", "the words of commands that pandoc does not know are kept", _is_command),
    Difference(
        "bare sign", "a bare % or $ is a sign: pandoc takes the rest for a comment or drops the field", _is_lost
    ),
    Difference(
        "inheritance", "a chapter takes its book's title as booktitle, whatever the type of the book", _is_inherited
    ),
    Difference("name", "'AND' parts names as 'and' does, and a prefix begins with a small letter", _is_name),
)


# --- comparing -----------------------------------------------------------------------------------


def compare(text: str, name: str, tally: Tally) -> None:
    """Read a library in both ways and count."""
    theirs = {item["id"]: item for item in run_pandoc(text)}
    library = read_library([(name, text)])
    keys = [key for key in library.sources if library.can_cite(key)]
    sources = {source.key: source for source in resolve(library, keys)}
    for key in theirs.keys() | sources.keys():
        tally.entries += 1
        tally.all["key"] += 1
        if key in theirs and key in sources:
            tally.same["key"] += 1
            compare_items(sources[key], library, theirs[key], tally)
        else:
            source = sources.get(key) or Source(key, "", {}, Place(name, 1, 1, 1, 1))
            tally.differences.append(Pair(source, source, "key", key in sources, key in theirs))


def compare_items(source: Source, library: Library, theirs: Mapping[str, Json], tally: Tally) -> None:
    """Compare an item field by field."""
    ours = json.loads(json.dumps(as_csl(source)))
    for name in sorted((ours.keys() | theirs.keys()) - {"id"}):
        pair = Pair(source, library.sources[source.key], name, ours.get(name), theirs.get(name))
        if pair.ours == pair.theirs:
            tally.same[name] += 1
            tally.all[name] += 1
        elif kind := next((kind.name for kind in DELIBERATE if kind.explains(pair)), ""):
            tally.deliberate[kind] += 1
            tally.examples.setdefault(kind, pair)
        else:
            tally.all[name] += 1
            tally.differences.append(pair)


def run_pandoc(text: str) -> list[dict[str, Json]]:
    """What pandoc makes of a library; nothing when it refuses it."""
    command = [find_pandoc(), "--sandbox", "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=300, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else []


def is_wellformed(text: str, name: str) -> bool:
    """Whether both readers find the file in order: no entry is broken, no key stands twice, pandoc takes all of it."""
    library = read_library([(name, text)])
    return not any(problem.code in ("BIB301", "BIB303", "BIB311", "BIB346") for problem in library.problems)


# --- the table -----------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=1200)
    parser.add_argument("--show", type=int, default=20, metavar="N", help="print N disagreements")
    parser.add_argument("--data", type=Path, nargs="*", default=[], metavar="FILE", help="only these files instead")
    options = parser.parse_args(arguments)
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    tally, skipped = Tally(), 0
    for name, text in _list_texts(options.seed, options.entries, options.data):
        if options.data and not (is_wellformed(text, name) and run_pandoc(text)):
            skipped += 1
            continue
        compare(text, name, tally)
    print(*report(tally, skipped, options.show), sep="\n")
    return 0 if tally.share >= BAR else 1


def _list_texts(seed: int, entries: int, files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    if not files:
        yield "generated.bib", write_library(seed, entries)
        yield HAND.name, HAND.read_text("utf-8")
    for path in files:
        try:
            yield path.name, normalise_newlines(path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            continue


def report(tally: Tally, skipped: int, show: int) -> Iterator[str]:
    """The lines of the report."""
    yield f"{tally.entries:,} entries, {tally.all.total():,} fields compared, {tally.share:.2f} % agree (bar: {BAR} %)"
    counted = tally.all.total() + tally.deliberate.total()
    yield f"{100 * tally.same.total() / max(counted, 1):.2f} % are the same when those that differ on purpose count too"
    if skipped:
        yield f"{skipped} files are left out: one of the readers does not find them in order"
    yield from ("", f"{'field':<28}{'fields':>9}{'agree':>10}")
    for name, count in sorted(tally.all.items()):
        yield f"{name:<28}{count:>9,}{100 * tally.same[name] / count:>9.2f}%"
    yield from ("", f"{tally.deliberate.total():,} fields differ on purpose, counted apart:")
    for kind in DELIBERATE:
        yield f"  {kind.name:<13}{tally.deliberate[kind.name]:>7,}  {kind.reason}"
    yield from ("", f"{len(tally.differences):,} disagreements:")
    for name, count in Counter(pair.name for pair in tally.differences).most_common():
        yield f"  {name:<28}{count:>6,}"
    for pair in tally.differences[:show]:
        yield f"\n  {pair.source.key} {pair.name}\n    ours   {pair.ours!r}\n    pandoc {pair.theirs!r}"


if __name__ == "__main__":
    raise SystemExit(main())
