"""The texts of the front matter, which are Markdown too, and what they become: the head and the end of the brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefkit.assemble import tree
from briefkit.assemble.labels import ISO_DATE, Words
from briefkit.assemble.tree import Node
from briefkit.model import FrontMatter, Runner
from briefkit.parse.prepare import READER
from briefkit.values import replace

NEXT = "<!-- briefkit: next -->"


def front_texts(front: FrontMatter) -> list[str]:
    """The texts of the front matter that are printed as Markdown, each once."""
    ends = (front.funding.text, front.conflicts, front.disclaimer)
    texts = (front.title, front.subtitle, front.bottom_line, front.summary, *ends, *front.key_messages)
    return list(dict.fromkeys(text for text in texts if text.strip()))


def read_texts(texts: Sequence[str], runner: Runner) -> Mapping[str, list[Node]]:
    """Each text with its blocks; one call of the reader for all, and one each if that does not come out even."""
    if not texts:
        return {}
    blocks = runner.read(f"\n\n{NEXT}\n\n".join(text.strip() for text in texts), READER).ast["blocks"]
    parts: list[list[Node]] = [[]]
    for node in blocks:
        if node["t"] == "RawBlock" and node["c"][1].strip() == NEXT:
            parts.append([])
        else:
            parts[-1].append(node)
    if len(parts) != len(texts):
        parts = [list(runner.read(text, READER).ast["blocks"]) for text in texts]
    return dict(zip(texts, parts, strict=True))


def only_inlines(blocks: Sequence[Node]) -> list[Node]:
    """The inlines of the paragraphs among these blocks."""
    made: list[Node] = []
    for node in blocks:
        if node["t"] in ("Para", "Plain"):
            made += ([{"t": "Space"}] if made else []) + node["c"]
    return made


def with_printed_titles(front: FrontMatter, texts: Mapping[str, list[Node]]) -> FrontMatter:
    """The front matter with title and subtitle as they are printed: no markup, proper quotes and dashes."""

    def printed(text: str) -> str:
        return tree.plain(only_inlines(texts.get(text, []))).strip() or text.strip()

    return replace(front, title=printed(front.title), subtitle=printed(front.subtitle))


def head_blocks(front: FrontMatter, texts: Mapping[str, list[Node]], words: Words) -> list[Node]:
    """Bottom line, key messages and summary of the front matter as boxes."""
    made: list[Node] = []
    if front.bottom_line.strip():
        title = tree.div(("box-title",), [tree.para(tree.words(words["bottom-line"]))])
        made.append(tree.div(("bottom-line",), [title, *texts[front.bottom_line]]))
    items = [[_tight(node) for node in texts[text]] for text in front.key_messages if text.strip()]
    if items:
        made.append(_box("key-messages", [{"t": "BulletList", "c": items}], words))
    if front.summary.strip():
        made.append(_box("summary", texts[front.summary], words))
    return made


def _box(role: str, blocks: Sequence[Node], words: Words) -> Node:
    heading = tree.header(1, tree.words(words[role]), f"front-{role}")
    return tree.div((role,), [heading, *blocks])


def _tight(node: Node) -> Node:
    return {**node, "t": "Plain"} if node["t"] == "Para" else node


def end_blocks(front: FrontMatter, texts: Mapping[str, list[Node]], words: Words, imprint: str) -> list[Node]:
    """How to cite the brief, who reviewed and paid for it, what is declared, its licence, disclaimer, imprint."""
    made = [tree.div(("cite-as",), [tree.para(_cite_as(front, words))])]
    made += _told("reviewed-by", [tree.para(_reviewers(front, words))] if front.reviewers else [], words)
    funders = (
        [tree.para(tree.words(f"{words.semicolon} ".join(front.funding.funders)))] if front.funding.funders else []
    )
    made += _told("funding", funders or texts.get(front.funding.text, []), words)
    made += _told("conflicts", texts.get(front.conflicts, []), words)
    made += _told("licence", [tree.para(_licence(front))] if front.licence.name else [], words)
    if front.disclaimer.strip():
        made.append(tree.div(("disclaimer",), texts[front.disclaimer]))
    made += _told("imprint", [tree.para(tree.words(imprint))] if imprint else [], words)
    return [tree.div(("end-matter",), made)]


def _told(role: str, blocks: Sequence[Node], words: Words) -> list[Node]:
    """A div of these blocks under a label, which stands in the line of the first if that is a paragraph."""
    if not blocks:
        return []
    label = tree.span(("cite-label",), tree.words(words.before(role)))
    if blocks[0]["t"] not in ("Para", "Plain"):
        return [tree.div((role,), [tree.para([label]), *blocks])]
    return [tree.div((role,), [tree.para([label, {"t": "Space"}, *blocks[0]["c"]]), *blocks[1:]])]


def _reviewers(front: FrontMatter, words: Words) -> list[Node]:
    made: list[Node] = []
    for number, reviewer in enumerate(front.reviewers):
        parts = (part for part in (reviewer.name, reviewer.affiliation) if part)
        made += [
            *([{"t": "Str", "c": words.semicolon}, {"t": "Space"}] if number else []),
            *tree.words(f"{words['comma']} ".join(parts)),
        ]
        if reviewer.orcid:
            made += [{"t": "Space"}, tree.link(reviewer.orcid_address, tree.words(f"ORCID\u00a0{reviewer.orcid}"))]
    return made


def _licence(front: FrontMatter) -> list[Node]:
    name = tree.words(front.licence.name.replace(" ", "\u00a0"))
    return [tree.link(front.licence.url, name)] if front.licence.url else name


def _cite_as(front: FrontMatter, words: Words) -> list[Node]:
    label = tree.span(("cite-label",), tree.words(words.before("cite-as")))
    comma = words["comma"]
    authors = f"{comma} ".join(author.name for author in front.authors if author.name)
    series = " ".join(part for part in (front.series.name, front.series.number) if part)
    matched = ISO_DATE.match(front.date)
    places = [part for part in (series, _unless(front.organisation, authors), matched[1] if matched else "") if part]
    title = [{"t": "Emph", "c": tree.words(front.title)}]
    lead = [*tree.words(authors + comma), {"t": "Space"}] if authors else []
    tail = tree.words(f"{comma} " + f"{comma} ".join(places) + ".") if places else tree.words(".")
    address = [{"t": "Space"}, tree.link(front.url, [{"t": "Str", "c": front.url}])] if front.url else []
    return [label, {"t": "Space"}, *lead, *title, *tail, *address]


def _unless(text: str, other: str) -> str:
    return "" if text == other else text
