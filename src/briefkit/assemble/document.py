"""A brief, its library and its face in, the Document that every format prints out: then nothing is decided twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble import EPOCH, citing, exhibits, front, structure
from briefkit.assemble.clean import clean, clean_references
from briefkit.assemble.direction import isolated
from briefkit.assemble.grouping import grouped_references
from briefkit.assemble.labels import Words, embargo_words
from briefkit.assemble.spacing import spaced, spaced_text
from briefkit.assemble.styles import is_numeric, naming_each_author
from briefkit.assemble.tree import Node
from briefkit.model import EMPTY, Asset, Brand, Brief, Document, FrontMatter, Runner, Template
from briefkit.values import Value, replace


class Parts(Value):
    """All that a document is put together from.

    `references_bib` holds the cited entries, an empty `csl` means Chicago author-date. `marks` stand on each page:
    names of labels (`draft`), printed in the language of the brief, or words.
    """

    brief: Brief
    references_bib: str
    csl: str
    brand: Brand
    template: Template
    assets: Mapping[str, Asset] = EMPTY
    marks: tuple[str, ...] = ()


def assemble(parts: Parts, runner: Runner, breadth: float = 1.0) -> Document:
    """The document of these parts; `breadth` is how wide the brand's letters are beside those of our own fonts."""
    brief, template, assets, csl = parts.brief, parts.template, parts.assets, parts.csl
    lang = brief.front.language
    words = Words(lang, template.labels)
    raw = list(brief.ast["blocks"])
    texts = front.read_texts([*front.front_texts(brief.front), *exhibits.source_texts(raw)], runner)
    texts = {text: clean(list(blocks), assets) for text, blocks in texts.items()}
    meta = _spaced_meta(front.with_printed_titles(brief.front, texts), lang)
    body = _arranged(brief, clean(raw, assets), texts, words, breadth, numbered=template.says("numbered-sections"))
    references = citing.read_references(parts.references_bib, runner)
    ending = front.end_blocks(meta, texts, words, str(template.options.get("imprint", "")))
    blocks = citing.with_place(body, ending, words) if references else [*body, *ending]
    ast = {"pandoc-api-version": brief.ast["pandoc-api-version"], "meta": {}, "blocks": blocks}
    grouped = brief.front.references == "grouped" and not is_numeric(csl)
    csl = naming_each_author(csl) if grouped else csl
    linked = brief.front.link_citations != "false"
    cited = spaced(clean_references(citing.cite(ast, references, csl, lang, runner, linked=linked)), lang)
    cited = isolated(cited, lang)
    return Document(
        meta=meta,
        ast={**ast, "blocks": grouped_references(cited, references, lang) if grouped else cited},
        references=tuple(references),
        brand=parts.brand,
        template=template,
        assets=assets,
        marks=tuple(mark.upper() for mark in (*map(words.named, parts.marks), *_embargo(meta, words))),
        lang=lang,
        date=_stamp(meta),
    )


def _arranged(
    brief: Brief,
    blocks: Sequence[Node],
    texts: Mapping[str, list[Node]],
    words: Words,
    breadth: float,
    *,
    numbered: bool,
) -> list[Any]:
    """The blocks in the order they are printed, with their boxes, numbers and labels."""
    roles = {section.identifier: section.role for section in brief.sections if section.identifier and section.role}
    levelled = structure.with_roles(structure.from_level_one(blocks), roles)
    boxes, rest = structure.boxed_sections(structure.numbered_recommendations(levelled, words))
    rest = citing.with_own_heading(rest)
    whole = [
        *front.head_blocks(brief.front, texts, words),
        *boxes,
        *(structure.with_numbers(rest) if numbered else rest),
    ]
    sources = {text: front.only_inlines(found) for text, found in texts.items()}
    return exhibits.numbered_exhibits(structure.with_box_titles(whole, words), sources, words, breadth)


def _spaced_meta(meta: FrontMatter, lang: str) -> FrontMatter:
    """The front matter, its lines of plain text with the blanks of the language."""
    title, subtitle, decision = (spaced_text(text, lang) for text in (meta.title, meta.subtitle, meta.decision))
    return replace(meta, title=title, subtitle=subtitle, decision=decision)


def _embargo(meta: FrontMatter, words: Words) -> tuple[str, ...]:
    """The mark of a brief that is not to be passed on before its day; once it is published there is none."""
    until = embargo_words(meta, words.lang)
    return (f"{words['embargo']} {until}",) if until else ()


def _stamp(meta: FrontMatter) -> str:
    """The ISO date of a brief; a month stands for its first day."""
    date = meta.date.strip()
    return {4: f"{date}-01-01", 7: f"{date}-01", 10: date}.get(len(date), EPOCH) if date[:4].isdigit() else EPOCH
