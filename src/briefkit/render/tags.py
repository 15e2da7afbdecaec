"""What the layout engine leaves to be done in the structure of a page and of its PDF, which are mended in place.

Lists begin where they say. Notes become Notes with an identifier each, headings of tables say what they head, the facts
of the first page become items with a label and a body, what stands in the margins of the pages becomes an artifact,
which is not read out, links hold the annotations of what is in them, and the pages have the numbers that they are
printed with. An archive names PDF/UA beside PDF/A, and each attachment once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefkit.patterns import regex

UA_IN_XMP = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""The mark of PDF/UA, and the description that PDF/A asks for of a mark that it does not know."""

END_OF_XMP = b"</rdf:RDF>"
NULL = "null"
START = regex(r"-?\d{1,9}")


def mark_notes(root: Any) -> None:
    """Make notes the only `article`s, so that their tags can be told from others; what was one becomes a section."""
    for element in root.iter("article"):
        element.tag = "section"
    for element in root.iter("span"):
        if element.get("class") == "footnote":
            element.tag = "article"


def begin_lists(root: Any) -> None:
    """Let each list begin with the number in its `start`, which the engine does not read."""
    for element in root.iter("ol"):
        if START.fullmatch(start := element.get("start", "")):
            element.set("style", f"counter-reset:list-item {int(start) - 1}")


def mend(_: Any, pdf: Any) -> None:
    """Mend the structure of a PDF that is about to be written."""
    objects = _Objects(pdf.objects)
    _mend_notes(objects)
    _mend_headings_of_tables(objects)
    _mend_lists(objects)
    _mend_links(objects, pdf.catalog)
    _mend_margins(objects, pdf.catalog)
    _number_pages(pdf.catalog)
    if "AF" in pdf.catalog:
        _mend_archive(objects, pdf.catalog)


class _Objects:
    """The objects of a PDF, by reference and by kind."""

    def __init__(self, objects: Sequence[Any]) -> None:
        self.all = objects

    def at(self, reference: Any) -> Any:
        """The object that a reference such as `12 0 R` means."""
        text = reference if isinstance(reference, str) else reference.decode()
        return self.all[int(text.split()[0])]

    def elements(self, kind: str) -> Iterator[Any]:
        """The elements of a kind, in the order in which they were made."""
        return (item for item in self.all if isinstance(item, dict) and item.get("S") == kind)

    def kids(self, element: Any) -> Iterator[tuple[Any, Any]]:
        """The elements in an element, each with its reference."""
        for reference in element.get("K", ()):
            if not isinstance(reference, int) and "S" in (kid := self.at(reference)):
                yield reference, kid

    def annotations(self, element: Any) -> list[tuple[Any, Any]]:
        """What an element holds of annotations, each with its reference."""
        held = [(kid, self.at(kid)) for kid in element.get("K", ()) if not isinstance(kid, int)]
        return [(reference, kid) for reference, kid in held if kid.get("Type") == "/OBJR"]


def _mend_notes(objects: _Objects) -> None:
    from pydyf import String  # type: ignore[import-untyped]  # comes with WeasyPrint and has no types

    for number, note in enumerate(objects.elements("/Art"), 1):
        note["S"], note["ID"] = "/Note", String(f"note-{number}")


def _mend_headings_of_tables(objects: _Objects) -> None:
    for heading in objects.elements("/TH"):
        if "A" in heading:
            group = objects.at(objects.at(heading["P"])["P"])
            heading["A"]["Scope"] = "/Column" if group.get("S") == "/THead" else "/Row"


def _mend_lists(objects: _Objects) -> None:
    """Make items of the groups of a term and its descriptions: a list may hold items and nothing else."""
    for made in list(objects.elements("/L")):
        for _, group in objects.kids(made):
            if group["S"] == "/Div":
                _make_item(objects, group)


def _make_item(objects: _Objects, group: Any) -> None:
    """Of `Div(LI(LBody term), LI(LBody description)...)` make `LI(Lbl(term), LBody(description...))`."""
    inner = list(objects.kids(group))
    group["S"] = "/LI"
    for place, (_, item) in enumerate(inner):
        item["S"] = "/Lbl" if place == 0 and len(inner) > 1 else "/LBody"
        for _, body in objects.kids(item):
            body["S"] = "/NonStruct"
    if len(inner) > 2:
        (body_reference, body), rest = inner[1], inner[2:]
        for reference, item in rest:
            item["S"], item["P"] = "/NonStruct", body_reference
            body["K"].append(reference)
        group["K"][:] = [reference for reference, _ in inner[:2]]


def _mend_links(objects: _Objects, catalog: Any) -> None:
    """Give each link the annotations of the elements in it: the engine makes one for each, such as that of `em`."""
    root = objects.at(catalog["StructTreeRoot"])
    owners = objects.at(root["ParentTree"])["Nums"]
    for link in list(objects.elements("/Link")):
        waiting = [kid for _, kid in objects.kids(link) if kid["S"] != "/Link"]
        while waiting:
            element = waiting.pop()
            for reference, held in objects.annotations(element):
                element["K"].remove(reference)
                link["K"].append(reference)
                owners[2 * objects.at(held["Obj"])["StructParent"] + 1] = link.reference
            waiting += [kid for _, kid in objects.kids(element) if kid["S"] != "/Link"]


def _mend_margins(objects: _Objects, catalog: Any) -> None:
    """Make artifacts of all marked content whose elements the tree does not hold: running heads, numbers, marks."""
    root = objects.at(catalog["StructTreeRoot"])
    held, numbers = _held(objects, root), objects.at(root["ParentTree"])["Nums"]
    pages = (item for item in objects.all if isinstance(item, dict) and item.get("Type") == "/Page")
    lists = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in pages:
        owners = lists[page["StructParents"]]
        strays = {number for number, owner in enumerate(owners) if owner not in held}
        owners[:] = [NULL if number in strays else owner for number, owner in enumerate(owners)]
        _as_artifacts(objects.at(page["Contents"]).stream, strays)


def _held(objects: _Objects, root: Any) -> set[Any]:
    """The references of all elements that the tree holds."""
    held: set[Any] = set()
    waiting: list[Any] = list(root["K"])
    while waiting:
        reference = waiting.pop()
        held.add(reference)
        waiting += [kid for kid, _ in objects.kids(objects.at(reference))]
    return held


def _as_artifacts(stream: list[Any], strays: Iterable[int]) -> None:
    """Change the marks of these pieces of content: a tag and its properties stand before each `BDC`."""
    from pydyf import Dictionary

    for index, item in enumerate(stream):
        if item == b"BDC" and stream[index - 1].get("MCID") in strays:
            stream[index - 2 : index] = ["/Artifact", Dictionary({"Type": "/Pagination"})]


def _number_pages(catalog: Any) -> None:
    from pydyf import Array, Dictionary

    catalog["PageLabels"] = Dictionary({"Nums": Array([0, Dictionary({"S": "/D"})])})


def _mend_archive(objects: _Objects, catalog: Any) -> None:
    """Name each attachment once, where WeasyPrint does it twice, and say in XMP that the file is PDF/UA too."""
    catalog["AF"][:] = list(dict.fromkeys(catalog["AF"]))
    xmp = objects.at(catalog["Metadata"]).stream
    xmp[:] = [part.replace(END_OF_XMP, UA_IN_XMP + END_OF_XMP) for part in xmp]
