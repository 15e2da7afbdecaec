"""The list of references goes in, a list for each kind of source comes out, each under its heading.

Within a group the order is that of the style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.reference import ENTRY
from briefkit.assemble.tree import Node, meta_text
from briefkit.text import primary
from briefkit.values import Value

GROUP = "references-group"
"""The class of the heading of a group."""


class Group(Value):
    """A kind of source: the types of the Citation Style Language that are of it, and its heading by language."""

    name: str
    types: frozenset[str]
    headings: Mapping[str, str]


def _group(name: str, types: str, **headings: str) -> Group:
    return Group(name, frozenset(types.split()), headings)


GROUPS = (
    _group(
        "laws",
        "bill classic legal_case legislation patent regulation standard treaty",
        en="Laws and official documents",
        de="Gesetze und amtliche Dokumente",
        fr="Textes juridiques et documents officiels",
        es="Leyes y documentos oficiales",
        pt="Leis e documentos oficiais",
        ar="القوانين والوثائق الرسمية",
    ),
    _group(
        "books",
        "book chapter collection entry entry-dictionary entry-encyclopedia manuscript pamphlet paper-conference report "
        "thesis",
        en="Books and reports",
        de="Bücher und Berichte",
        fr="Ouvrages et rapports",
        es="Libros e informes",
        pt="Livros e relatórios",
        ar="الكتب والتقارير",
    ),
    _group(
        "articles",
        "article article-journal periodical review review-book",
        en="Articles",
        de="Aufsätze",
        fr="Articles",
        es="Artículos",
        pt="Artigos",
        ar="المقالات",
    ),
    _group(
        "news",
        "article-magazine article-newspaper broadcast post post-weblog webpage",
        en="News and web pages",
        de="Presse und Internet",
        fr="Presse et pages web",
        es="Prensa y páginas web",
        pt="Imprensa e páginas da web",
        ar="الأخبار وصفحات الويب",
    ),
    _group(
        "data",
        "dataset figure graphic map software",
        en="Data",
        de="Daten",
        fr="Données",
        es="Datos",
        pt="Dados",
        ar="البيانات",
    ),
    _group(
        "interviews",
        "event hearing interview performance personal_communication speech",
        en="Interviews and speeches",
        de="Interviews und Reden",
        fr="Entretiens et discours",
        es="Entrevistas y discursos",
        pt="Entrevistas e discursos",
        ar="المقابلات والخطب",
    ),
    _group(
        "other",
        "",
        en="Other sources",
        de="Weitere Quellen",
        fr="Autres sources",
        es="Otras fuentes",
        pt="Outras fontes",
        ar="مصادر أخرى",
    ),
)
"""The groups in the order in which they are printed; the last takes what no other does."""


def group_of(kind: str) -> Group:
    """The group of a type of source."""
    return next((group for group in GROUPS if kind in group.types), GROUPS[-1])


def heading_of(group: Group, lang: str) -> str:
    """The heading of a group in a language, or in English."""
    return group.headings.get(primary(lang), group.headings["en"])


def grouped_references(blocks: Sequence[Node], references: Sequence[Any], lang: str) -> list[Node]:
    """The blocks with the list of references cut into groups by the types of these items."""
    kinds = {meta_text(item["c"].get("id")): meta_text(item["c"].get("type")) for item in references}

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Div" or tree.attr(node)[0] != "refs":
            return (node,)
        return list(_in_groups(node, kinds, lang))

    return list(tree.rewrite(list(blocks), change))


def _in_groups(node: Node, kinds: Mapping[str, str], lang: str) -> Iterator[Node]:
    """A heading and a list for each group that occurs."""
    _, classes, pairs = tree.attr(node)
    found: dict[str, list[Node]] = {group.name: [] for group in GROUPS}
    for entry in node["c"][1]:
        found[group_of(kinds.get(tree.attr(entry)[0].removeprefix(ENTRY), "")).name].append(entry)
    for group in (group for group in GROUPS if found[group.name]):
        words = tree.words(heading_of(group, lang))
        yield tree.header(2, words, f"references-{group.name}", (GROUP,))
        yield tree.div(classes, found[group.name], pairs, f"refs-{group.name}")
