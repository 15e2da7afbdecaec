"""The blocks of a file and its text in; what looks like an entry or a field but was not read as one out.

This is the independent count: whatever opens like an entry anywhere in the text must be an entry, a broken block,
or named here: as commented out, as words inside a value, or as text between the entries that belongs to none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefkit.library.blocks import Block, Broken, Entry
from briefkit.library.fields import COMMON, REQUIRED, TYPES
from briefkit.library.pages import Page
from briefkit.merges import MERGE, MERGE_CURE
from briefkit.model import Problem, Related
from briefkit.patterns import regex
from briefkit.values import Value

_NO_ENTRY = r"(?!(?i:comment|string|preamble)\s*[{(])"
_COUNT = regex(rf"(?m)^[^\S\n]*(?P<head>@\s*{_NO_ENTRY}(?P<type>[^\s{{(\"@,=]+)\s*[{{(])(?=\s*(?P<key>[^,\s}}]*))")
_OTHER = regex(rf"@{_NO_ENTRY}")
_COMMENTED = regex(rf"@\s*{_NO_ENTRY}\w+\s*[{{(]\s*(?P<key>[^\s,{{}}()=\"]+)\s*,")
_BARE = regex(
    rf"(?mi)^[^\S\n]*(?P<head>(?P<type>{'|'.join(sorted({*REQUIRED, *TYPES}))})"
    r"\s*[{(]\s*(?P<key>[^\s,{}()=\"]+))\s*,\s*\w+\s*="
)
_HALF = regex(r"(?m)^[^\S\n]*(?P<head>@(?!(?i:comment)\b)(?P<type>\w+)(?P<key>))")
_SIGN = regex(r"\s*([,}])")
_FIELD = regex(
    rf"(?m)(?:^|[,}}])[^\S\n]*(?P<name>\w[\w:+-]*(?=\s*=\s*[{{\"])|(?i:{'|'.join(sorted(COMMON))})(?=\s*=\s*\w))"
)


_MARKS = ("TY  -", "%0 ", "PMID-", '"id"', '"type"', "<html", "<HTML", "<!DOC", "<!doc", "<?xml", "<xml>")
_FOREIGN = regex(
    r"(?m)^[^\S\n]*+(?:(?P<ris>TY  - ?\w++)[^\S\n]*+\n\s*+[A-Z][A-Z0-9]  -"
    r"|(?P<endnote>%0 [A-Z][\w ]*+)\n\s*+%[A-Z0-9@] |(?P<pubmed>PMID- ?\d++)[^\S\n]*+\n\s*+[A-Z]{2,4} *+- "
    r"|(?P<json>\[?[^\S\n]*+\{\s*+\"(?:id|type)\"\s*+:)"
    r"|(?P<xml><\?xml\b[^<>]*+>|<xml>)(?:\s*+<xml>)?+(?!\s*+(?:<!DOCTYPE\s++html|<html))"
    r"|(?P<html>(?i:<!doctype\s++html[^<>]*+>(?:\s*+<html\b)?+|<html(?=[\s>]))))"
)
_OTHERS = "have the program that wrote it, or a reference manager, write it as BibTeX"
_FORMS = {
    "ris": ("A reference in the form of RIS is not read", _OTHERS),
    "endnote": ("A reference in the form of EndNote is not read", _OTHERS),
    "pubmed": ("A reference in the form of PubMed is not read", _OTHERS),
    "json": ("A reference in the form of CSL-JSON is not read", _OTHERS),
    "xml": ("XML, as EndNote and others write it, is not read", _OTHERS),
    "html": ("This is a page of the web, not BibTeX", "fetch the file itself, by a link of the page such as 'Raw'"),
}
"""How a reference begins in the forms of other programs, by its first line and the next; and how a page of the web."""

_CONFLICT = regex(r"(?m)^<{7}(?=[ \n])")
_CONFLICT_END = regex(r"(?m)^(?:<|>(?=>{6}(?:[ \n]|\Z)))")


class _Gap(Value):
    """Text between two blocks, and the block before it."""

    start: int
    end: int
    before: Block | None


def find_strays(page: Page, blocks: tuple[Block, ...]) -> tuple[int, tuple[Problem, ...]]:
    """How many entries the text holds, read or not, and all that looks like one and is none, in order."""
    gaps = tuple(_find_gaps(page, blocks))
    by_gap = [_find_heads(page, gap) for gap in gaps]
    heads = [head for found in by_gap for head in found]
    problems = [_describe_head(page, head) for head in heads]
    for gap, found in zip(gaps, by_gap, strict=True):
        problems += _find_leftovers(page, gap, found[0].start("head") if found else gap.end)
    problems += [*_find_foreign(page, blocks), *_find_conflicts(page)]
    problems += _find_hidden(page, blocks, {head.start("head") for head in heads})
    whole = sum(isinstance(block, Entry) or _is_unread(page, block) for block in blocks)
    return whole + sum(bool(head["key"]) for head in heads), tuple(sorted(problems, key=lambda one: one.place))


def _is_unread(page: Page, block: Block) -> bool:
    """Whether a block is meant as an entry and is broken, or is a comment to the parser, such as `@commentary{`."""
    return not isinstance(block, Entry) and bool(_OTHER.match(page.outline.clean, block.start))


def _find_gaps(page: Page, blocks: tuple[Block, ...]) -> Iterator[_Gap]:
    clean, start = page.outline.clean, 0
    before: Block | None = None
    for block in blocks:
        if clean[start : block.start].strip():
            yield _Gap(start, block.start, before)
        start, before = block.end, block
    if clean[start:].strip():
        yield _Gap(start, len(clean), before)


def _find_heads(page: Page, gap: _Gap) -> list[re.Match[str]]:
    """What opens like an entry in a gap: with a slip in the head, without its @, or without its brace."""
    found: dict[int, re.Match[str]] = {}
    for pattern in (_COUNT, _BARE, _HALF):
        for match in pattern.finditer(page.outline.clean, gap.start, gap.end):
            found.setdefault(match.start("head"), match)
    heads: list[re.Match[str]] = []
    for start in sorted(found):
        if not heads or start >= heads[-1].end("head"):  # of one head that is in pieces the second piece says nothing
            heads.append(found[start])
    return heads


def _describe_head(page: Page, head: re.Match[str]) -> Problem:
    kind, what = head["type"], f"The entry '{head['key']}'" if head["key"] else "An entry"
    if head.re.pattern == _BARE.pattern:
        why, hint = f"the @ before '{kind}' is missing", f"write '@{kind}{{{head['key']},'"
    elif head.re.pattern == _HALF.pattern:
        why, hint = f"no brace follows '@{kind}'", f"write '@{kind}{{key,'"
    elif not re.fullmatch(r"\w+", kind):
        why, hint = f"'{kind}' is no name of a type", "use letters only"
    else:
        why, hint = f"'@{kind}{{' is torn apart", f"write '@{kind}{{{head['key']},' in one piece"
    place = page.place(head.start("head"), head.end("key"))
    return Problem("BIB347", place, f"{what} is not read: {why}", hint, step=1, key=head["key"])


def _find_leftovers(page: Page, gap: _Gap, end: int) -> Iterator[Problem]:
    """A field in a gap before its first head, at `end`, or a brace or comma that opens it; none after a broken entry.

    After one they are its own.
    """
    if isinstance(gap.before, Broken):
        return
    if field := _FIELD.search(page.outline.clean, gap.start, end):
        yield _describe_leftover(page, gap, field)
    elif sign := _SIGN.match(page.outline.clean, gap.start, end):
        if sign[1] == "," and isinstance(gap.before, Entry):
            return  # `},` ends each entry of some programs, and nothing is lost
        place = page.place(sign.start(1), sign.end(1))
        message, step = f"A '{sign[1]}' stands outside of any entry", -1 if sign[1] == "," else 0
        yield Problem("BIB347", place, message, "take it out, or look for its brace", step=step)


def _describe_leftover(page: Page, gap: _Gap, field: re.Match[str]) -> Problem:
    place, name = page.place(field.start("name"), field.end("name")), field["name"]
    if not isinstance(gap.before, Entry):
        message = f"'{name}' stands outside of any entry"
        return Problem("BIB347", place, message, "put it into its entry, or begin the line with %")
    before = gap.before
    related = Related(page.place(before.start, before.key_end), f"the entry '{before.key}'")
    message = f"'{before.key}' ends in line {page.line(before.end - 1)}, so '{name}' and what follows is lost"
    return Problem("BIB346", place, message, "take out the closing brace that is one too many", (related,))


def _find_foreign(page: Page, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """References in the form of another program, which stand between the entries and are read by nobody."""
    if not any(mark in page.text for mark in _MARKS):
        return
    starts = [block.start for block in blocks]
    for match in _FOREIGN.finditer(page.text):
        form = match.lastgroup or ""
        at = match.start(form)
        before = bisect_right(starts, at) - 1
        if before < 0 or blocks[before].end <= at:
            yield Problem("BIB347", page.place(at, match.end(form)), *_FORMS[form], step=1)


def _find_conflicts(page: Page) -> Iterator[Problem]:
    """What a merge left to be settled: both sides are read, and neither as it was meant."""
    if "<<<<<<<" in page.text:
        for match in _CONFLICT.finditer(page.text):
            yield Problem("BIB347", page.place(*match.span()), MERGE, MERGE_CURE, step=1)


def list_unsettled_lines(page: Page) -> frozenset[int]:
    """The lines of a merge that was left to be settled: that their fields are in disorder goes without saying."""
    if "<<<<<<<" not in page.text:
        return frozenset()
    ends = ((match.start(), _CONFLICT_END.search(page.text, match.end())) for match in _CONFLICT.finditer(page.text))
    spans = ((page.line(start), page.line(end.start() if end else start)) for start, end in ends)
    return frozenset(line for first, last in spans for line in range(first, last + 1))


def _find_hidden(page: Page, blocks: tuple[Block, ...], named: set[int]) -> Iterator[Problem]:
    """Heads in comments and inside blocks: they are not lost, but nothing can cite them."""
    starts = [block.start for block in blocks]
    known = named.union(b.start for b in blocks if isinstance(b, Entry | Broken) or not _is_unread(page, b))
    for match in (match for span in page.outline.comments for match in _COMMENTED.finditer(page.text, *span)):
        known.add(match.start())
        message = f"The entry '{match['key']}' is commented out: nothing can cite it"
        place = page.place(match.start(), match.end("key"))
        yield Problem(
            "BIB347", place, message, "take the % away where it is to be used; else leave it", step=-1, key=match["key"]
        )
    for match in _COUNT.finditer(page.text):
        if match.start("head") not in known:
            before = bisect_right(starts, match.start("head")) - 1
            yield _describe_inside(page, blocks[before] if before >= 0 else None, match)


def _describe_inside(page: Page, before: Block | None, match: re.Match[str]) -> Problem:
    key = match["key"]
    place, head = page.place(match.start("head"), match.end("key")), f"@{match['type']}{{{key}"
    if isinstance(before, Broken):
        line = page.line(before.start)
        return Problem("BIB347", place, f"'{head}' is lost in what line {line} left open", "close that first", key=key)
    if before is None or match.start("head") > before.end:
        return Problem("BIB347", place, f"'{head}' is not read as an entry", "write '@type{key,' in one piece", key=key)
    if match.start("head") == before.start:
        hint = "give it a type that does not begin with comment, preamble or string"
        return Problem("BIB347", place, f"'{head}' is not read as an entry", hint, key=key)
    what = f"the entry '{before.key}'" if isinstance(before, Entry) else f"the block of line {page.line(before.start)}"
    hint = "if an entry is meant, close the value before it; else begin the line with another word"
    return Problem("BIB347", place, f"'{head}' is text inside {what}, not an entry", hint, key=key)
