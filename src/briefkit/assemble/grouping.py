"""The list of references goes in, a list for each kind of source comes out, each under its heading.

Within a group the order is that of the style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.labels import by_language, language
from briefkit.assemble.reference import ENTRY
from briefkit.assemble.tree import Node, meta_text

GROUP = "references-group"
"""The class of the heading of a group."""


GROUPS = {
    "laws": "bill classic legal_case legislation patent regulation standard treaty",
    "books": "book chapter collection entry entry-dictionary entry-encyclopedia manuscript pamphlet"
    " paper-conference report thesis",
    "articles": "article article-journal periodical review review-book",
    "news": "article-magazine article-newspaper broadcast post post-weblog webpage",
    "data": "dataset figure graphic map software",
    "interviews": "event hearing interview performance personal_communication speech",
    "other": "",
}
"""The groups in the order in which they are printed, each with the types of the Citation Style Language that are of it;
the last takes what no other does.
"""

HEADINGS = by_language(
    tuple(GROUPS),
    en="Laws and official documents|Books and reports|Articles|News and web pages|Data|Interviews and speeches|"
    "Other sources",
    de="Gesetze und amtliche Dokumente|Bücher und Berichte|Aufsätze|Presse und Internet|Daten|"
    "Interviews und Reden|Weitere Quellen",
    fr="Textes juridiques et documents officiels|Ouvrages et rapports|Articles|Presse et pages web|Données|"
    "Entretiens et discours|Autres sources",
    es="Leyes y documentos oficiales|Libros e informes|Artículos|Prensa y páginas web|Datos|"
    "Entrevistas y discursos|Otras fuentes",
    pt="Leis e documentos oficiais|Livros e relatórios|Artigos|Imprensa e páginas da web|Dados|"
    "Entrevistas e discursos|Outras fontes",
    ar="القوانين والوثائق الرسمية|الكتب والتقارير|المقالات|الأخبار وصفحات الويب|البيانات|المقابلات والخطب|مصادر أخرى",
)
"""What stands above each group, by language."""


_GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}


def group_of(kind: str) -> str:
    """The group of a type of source."""
    return _GROUP_OF.get(kind, "other")


def heading_of(group: str, lang: str) -> str:
    """The heading of a group in a language, or in English."""
    return HEADINGS[language(lang)][group]


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
    found: dict[str, list[Node]] = {group: [] for group in GROUPS}
    for entry in node["c"][1]:
        found[group_of(kinds.get(tree.attr(entry)[0].removeprefix(ENTRY), ""))].append(entry)
    for group, entries in found.items():
        if entries:
            yield tree.header(2, tree.words(heading_of(group, lang)), f"references-{group}", (GROUP,))
            yield tree.div(classes, entries, pairs, f"refs-{group}")
