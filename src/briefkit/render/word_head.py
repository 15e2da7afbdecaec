"""A document in, what stands before its text in Word out: the band or the head of a memo, the facts, the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.model import Author, Document
from briefkit.render.facts import facts, memo_lines, organisation, series, words_of
from briefkit.render.fonts import breadth
from briefkit.render.titles import line_letters
from briefkit.render.values import STANDFIRST_LINE, ending_together, outline
from briefkit.render.word_nodes import BREAK, gap, raw, styled, styled_span
from briefkit.render.word_styles import title_setting

UNBROKEN = '<w:r><w:rPr><w:rStyle w:val="AuthorLink"/></w:rPr><w:noBreakHyphen/></w:r>'
BAND_LINE = 68
"""How many letters the name of an organisation and that of its series have where they stand on one line."""
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def title_block(document: Document) -> list[Node]:
    """The band with series, title, standfirst and authors, and the facts below it; on a page of its own if it is a
    cover. A logo, which stands in the header above, is in the place of the name as in the other formats.
    """
    meta, comma = document.meta, words_of(document)["comma"]
    memo = document.template.options.get("head") == "memo"
    tab = raw("<w:r><w:tab/></w:r>")
    owned = "" if document.brand.office_logo else organisation(document)
    owner, kind = tree.words(owned), [styled_span("Band Quiet", tree.words(series(document)))]
    beside = (len(owned) + len(series(document))) * breadth(document.brand) <= BAND_LINE
    lines = {"Band Line": [*owner, tab, *kind]} if beside else {"Band Line Above": owner, "Band Line": kind}
    named = owned or series(document)
    made = [styled(style, [tree.para(line)]) for style, line in lines.items()] if named else []
    if memo:
        made.append(styled("Memo Kind", [tree.para(tree.words(words_of(document)["memo"]))]))
    made.append(styled("Title", [tree.para(_shown(meta.title, line_letters(document, title_setting(document))))]))
    if meta.subtitle:
        made.append(styled("Subtitle", [tree.para(_shown(meta.subtitle, STANDFIRST_LINE))]))
    for author in () if memo else meta.authors:
        rest = tree.words(f"{comma} {author.affiliation}") if author.affiliation else []
        made.append(
            styled("Author", [tree.para([styled_span("Band Name", tree.words(author.name)), *rest, *_orcid(author)])])
        )
    made += (_rows(memo_lines(document)) if memo else _facts(document))[:-1]
    return [*made, gap(raw(BREAK)) if document.template.says("cover") else gap()]


def _orcid(author: Author) -> list[Node]:
    """The ORCID of an author as a link, after a blank, with hyphens at which no line ends."""
    if not author.orcid:
        return []
    parts: list[Node] = [{"t": "Str", "c": f"ORCID\u00a0{author.orcid.partition('-')[0]}"}]
    for part in author.orcid.split("-")[1:]:
        parts += [raw(UNBROKEN), {"t": "Str", "c": part}]
    number = styled_span("Author Link", parts)
    return [{"t": "Space"}, tree.link(author.orcid_address, [number])]


def contents_block(document: Document) -> list[Node]:
    """The table of contents, if there is to be one: a field of Word's, filled with links; the numbers of the pages are
    there when the field is brought up to date.
    """
    entries = outline(document)
    if not document.template.says("contents") or not entries:
        return []
    heading = styled("TOC Heading", [tree.para(tree.words(words_of(document)["table-of-contents"]))])
    lines = [[_link(entry)] for entry in entries]
    lines[0].insert(0, raw(FIELD))
    lines[-1].append(raw(FIELD_END))
    made = [styled(f"TOC {entry['level']}", [tree.para(line)]) for entry, line in zip(entries, lines, strict=True)]
    return [heading, *made, gap()]


def _link(entry: Mapping[str, Any]) -> Node:
    number = f"{entry['number']}\u2002" if entry["number"] else ""
    return {"t": "Link", "c": [["", [], []], [{"t": "Str", "c": number + entry["title"]}], ["#" + entry["id"], ""]]}


def _rows(rows: Sequence[Mapping[str, Any]]) -> list[Node]:
    """Labels and their lines as the rows of a table without a head."""
    cells = [[_fact("Fact Label", row["label"]), _fact("Fact", " · ".join(row["lines"]))] for row in rows]
    table = tree.table([("AlignLeft", share) for share in (0.2, 0.8)], [], cells, _styled_table("MemoLines"))
    return [table, gap()] if rows else [gap()]


def _shown(text: str, line: int) -> list[Node]:
    """Display type as inlines; a no-break space is part of a word here."""
    return [{"t": "Str", "c": ending_together(text, line)}]


def _facts(document: Document) -> list[Node]:
    """The facts of the margin column as a row of label and text each."""
    rows = facts(document)
    if not rows:
        return [gap()]
    labels = [_fact("Fact Label", row["label"]) for row in rows]
    texts = [_fact("Fact", *row["lines"]) for row in rows]
    columns = [("AlignLeft", round(1 / len(rows), 4))] * len(rows)
    return [gap(), tree.table(columns, [labels], [texts], _styled_table("Facts")), gap()]


def _fact(style: str, *lines: str) -> list[Node]:
    """What stands in a cell of facts."""
    return [styled(style, [tree.para(tree.words(line)) for line in lines])]


def _styled_table(style: str) -> list[Any]:
    return tree.attributes("", (), {"custom-style": style})
