"""A figure, a table of figures or a heading that states one has no source.

## What it does
Flags a figure with a caption, a chart, and a table whose cells hold figures, without `source=` and without a citation
in the caption, a cell or a paragraph right below that begins with `Source:`. Years at the head of a column, labels
such as "Option 2" and a column that counts 1, 2, 3 are no figures. Where a source is named in words only
(`Source: port authority`), this is a remark. A caption or cell that is told as an unsupported claim is not told again,
nor is what its author marked as opinion or own analysis. Flags a heading too that has a verb and a figure in digits,
when no sentence with a source says the same. The sentences of a box are told one by one, as everywhere.

## Why it matters
Figures in tables and charts are copied into other texts, and nothing goes with them but what stands below them.

## Example
    | District | Pumps |
    |----------|------:|
    | North    |   412 |

    : Pumps by district

## Instead
    | District | Pumps |
    |----------|------:|
    | North    |   412 |

    : Pumps by district {source="@smith2021, table 4"}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.claims import judge
from briefkit.evidence import MARK_STATUS
from briefkit.evidence.restated import Said
from briefkit.evidence.typed_entries import find_named, locator_in
from briefkit.model import Block, Library, Related, Sentence, Severity, Utterance
from briefkit.parse.cells import says_something
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten
from briefkit.values import replace

CODE = "CLM109"
SEVERITY = Severity.WARNING

DIGIT = regex(r"\d")
LABEL = regex(r"\b[^\W\d_]{2,}[.]?[ \u00a0-]\d{1,2}\b(?![.,\u202f\u00a0 ]?[\d%€$£])|\b[^\W\d_]+\d+\b")
"""Words that hold a number and count nothing: Option 2, Agni-5, CO2."""
SOURCE = regex(r"(?i)\W{0,3}(?:data )?(?:sources?|quellen?|fuentes?|fontes?|المصدر|المصادر)(?: of data)?\s?:")
KEY = regex(r"@key, (?:table|figure) \d")
OWN = ".own-analysis"
LONGEST = 40
STATED = frozenset(("percent", "money", "figure"))


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure, table and heading."""
    exhibits: dict[int, list[Block]] = {}
    sourced: set[int] = set()
    worded: dict[int, Sentence] = {}
    last = 0
    for block in case.brief.blocks:
        if block.exhibit:
            exhibits.setdefault(block.exhibit, []).append(block)
        elif last and names_source(block):
            worded[last] = replace(block.sentences[0], plain=block.plain)
            sourced.update((last,) if any(s.citations or _is_own(s) for s in block.sentences) else ())
        last = block.exhibit
    told = {a.sentence.place for a in case.accounts if a.status == "unsupported"} if exhibits else set()
    for number, blocks in exhibits.items():
        if number not in sourced and not any(s.place in told for block in blocks for s in block.sentences):
            told_so = worded.get(number) or next(filter(None, map(_source_in, blocks)), None)
            yield from (_in_words(hit, told_so, case.library) if told_so else hit for hit in faults_of(blocks))
    yield from _headings(case)


def _source_in(block: Block) -> Sentence | None:
    """The sentence of a caption that says in words where something is from."""
    if block.kind != "caption":
        return None
    return next((s for s in block.sentences if SOURCE.match(s.plain[:LONGEST])), None)


def _in_words(hit: Hit, said: Sentence, library: Library) -> Hit:
    """The hit for what names a source in words, which the library may have."""
    quoted = shorten(said.plain, 80).rstrip(".")
    message = f"Its source stands in words only (\u201c{quoted}\u201d), which no list of references shows"
    own = "" if OWN in hit.hint else f"; what is your own says so: [...]{{{OWN}}}"
    words = SOURCE.sub("", said.plain, count=1).strip()
    hint = hit.hint
    if source := find_named(library, (words,), titled=False).get(words):
        where = locator_in(words)
        hint = KEY.sub(f"@{source.key}, {where}" if where else f"@{source.key}", hint)
    related = (Related(said.place, "it stands here"),)
    return replace(hit, message=message, hint=hint + own, related=related, step=-1)


def names_source(block: Block) -> bool:
    """Whether a caption or paragraph says where something is from, and no more."""
    return block.kind in ("caption", "paragraph") and SOURCE.match(block.plain[:LONGEST]) is not None


def faults_of(blocks: Sequence[Block]) -> Iterator[Hit]:
    """What is wrong with the caption and cells of one figure or table."""
    captions = [b for b in blocks if b.kind == "caption" and b.sentences]
    figures = _figures([b for b in blocks if b.kind == "cell"])
    charts = [b for b in blocks if b.kind == "chart"]
    is_table = any(b.kind in ("cell", "header-cell") for b in blocks)
    if (is_table and not figures) or not (captions or figures or charts):
        return
    if any(b.attributes.get("source", "").strip() or any(s.citations for s in b.sentences) for b in blocks):
        return
    shown = (captions or figures or charts)[0]
    if not any(map(_is_own, shown.sentences)):
        what, form = "figure has no source", '![Caption](file.png){source="@key, figure 2"}, or say whose picture it is'
        if is_table:
            what = f"table of figures has no source (\u201c{figures[0].plain}\u201d)"
            form = ': Caption {source="@key, table 3"}, or mark your own figures, as in : Caption {.own-analysis}'
        elif charts:
            what, form = "chart has no source", '``` {.chart type=bar source="@key, table 3"}'
        yield Hit(shown.place, f"This {what}", f"give one, as in {form}", subject=shown.plain)


def _is_own(sentence: Sentence) -> bool:
    """Whether its author marked a sentence as opinion, own analysis or the like."""
    return any(mark.name in MARK_STATUS for mark in sentence.marks)


def _figures(cells: Sequence[Block]) -> list[Block]:
    """The cells that hold a figure; none where the figures only count the rows."""
    found = [cell for cell in cells if DIGIT.search(LABEL.sub("", cell.plain))]
    counted = [str(number) for number in range(1, len(found) + 1)]
    return [] if [cell.plain.strip("().") for cell in found] == counted else found


# --- headings --------------------------------------------------------------------------------


def _headings(case: Case) -> Iterator[Hit]:
    """Hits for the headings that state a figure which no sourced sentence of the brief states."""
    headings = [s for b in case.brief.blocks if b.kind == "heading" for s in b.sentences if _states(s, case)]
    if headings:
        sourced = (a.sentence.plain for a in case.accounts if a.status in ("sourced", "own-analysis"))
        said = Said(sourced, case.brief.front.lang)
        for heading in headings:
            if said.first_like(heading.plain) is None:
                hint = "state it in the section with a source, or take the figure out of the heading"
                yield Hit(heading.place, "This heading states a figure without a source", hint, subject=heading.plain)


def _states(heading: Sentence, case: Case) -> bool:
    """Whether a heading surely states a figure and has nothing behind it."""
    lang = case.brief.front.language
    if not DIGIT.search(heading.plain) or heading.citations or heading.marks or not says_something(heading.plain, lang):
        return False
    verdict = judge(Utterance(heading.plain, heading.plain), lang)
    return verdict.level == "strict" and not STATED.isdisjoint(sign.name for sign in verdict.signs)
