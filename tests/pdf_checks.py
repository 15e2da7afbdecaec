"""What a PDF of ours must be: an open PDF goes into each check, and what is wrong with it comes out, in words.

`CHECKS` hold for every PDF (most are conditions of PDF/UA-1), `ARCHIVE_CHECKS` for one that was made with `--archive`
besides (PDF/A-3a). The names are those of the functions. A PDF must not change between two of its checks. They look at
the file as a machine can: whether an alternative text makes sense, or the order is a good one to read in, is for
people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import pikepdf

Check = Callable[[Any], Iterable[str]]

OURS = ("briefkit-",)
"""How the names of our fonts begin."""

STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP "
    "WT WP Figure Formula Form".split()
)
INSIDE: Mapping[str, frozenset[str]] = {
    "L": frozenset(("LI", "Caption", "L")),
    "LI": frozenset(("Lbl", "LBody")),
    "Table": frozenset(("Caption", "THead", "TBody", "TFoot", "TR")),
    "THead": frozenset(("TR",)),
    "TBody": frozenset(("TR",)),
    "TFoot": frozenset(("TR",)),
    "TR": frozenset(("TH", "TD")),
}
"""What may stand in an element that does not hold everything."""

AROUND: Mapping[str, frozenset[str]] = {
    "LI": frozenset(("L",)),
    "LBody": frozenset(("LI",)),
    "TR": frozenset(("Table", "THead", "TBody", "TFoot")),
    "TH": frozenset(("TR",)),
    "TD": frozenset(("TR",)),
    "THead": frozenset(("Table",)),
    "TBody": frozenset(("Table",)),
}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PAINTS = frozenset("f F f* B B* b b* S s sh Do Tj TJ ' \" EI INLINE IMAGE".split())
SHOWS = frozenset(("Tj", "TJ", "'", '"'))
CMYK = frozenset(("k", "K"))
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"
A = "{http://www.aiim.org/pdfa/ns/id/}"
SCHEMAS = "{http://www.aiim.org/pdfa/ns/schema#}"
RELATIONS = frozenset(("Source", "Data", "Supplement"))
LIVE = frozenset(("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/Rendition", "/GoToR"))


def find_faults(pdf: Any, *, archive: bool = False) -> dict[str, list[str]]:
    """What each check that is not content says of a PDF, by the name of the check."""
    checks = {**CHECKS, **(ARCHIVE_CHECKS if archive else {})}
    found = {name: list(check(pdf)) for name, check in checks.items()}
    return {name: faults for name, faults in found.items() if faults}


# --- what the file says of itself -------------------------------------------------------------


def names_pdf_ua(pdf: Any) -> Iterator[str]:
    """XMP says that the file is PDF/UA-1."""
    if _said(pdf, f"{UA}part") != "1":
        yield f"pdfuaid:part is {_said(pdf, f'{UA}part')!r}"


def has_a_title(pdf: Any) -> Iterator[str]:
    """The title stands in XMP and in the information dictionary, the same in both."""
    title, info = _said(pdf, f"{DC}title"), str(pdf.docinfo.get("/Title", ""))
    if not title.strip() or title != info:
        yield f"the titles are {title!r} and {info!r}"


def shows_its_title(pdf: Any) -> Iterator[str]:
    """A viewer shows the title, not the file's name."""
    if not _get(pdf.Root, "ViewerPreferences", "DisplayDocTitle"):
        yield "DisplayDocTitle is not set"


def is_marked(pdf: Any) -> Iterator[str]:
    """The file says that it is tagged, and that its tags are not under suspicion."""
    if not _get(pdf.Root, "MarkInfo", "Marked") or _get(pdf.Root, "MarkInfo", "Suspects"):
        yield "MarkInfo is not Marked, or Suspects"


def has_a_language(pdf: Any) -> Iterator[str]:
    """The language is a tag of BCP 47."""
    if not LANGUAGE.fullmatch(str(pdf.Root.get("/Lang", ""))):
        yield f"the language is {pdf.Root.get('/Lang')!r}"


def has_equal_dates(pdf: Any) -> Iterator[str]:
    """Both dates stand in both places and name one day."""
    days = {re.sub(r"\D", "", str(pdf.docinfo.get(name, "")))[:8] for name in ("/CreationDate", "/ModDate")}
    days |= {re.sub(r"\D", "", _said(pdf, f"{XMP}{name}"))[:8] for name in ("CreateDate", "ModifyDate")}
    if len(days) != 1 or "" in days:
        yield f"the dates are {sorted(days)}"


def has_one_description(pdf: Any) -> Iterator[str]:
    """XMP is one well-formed RDF element: a second one is not read by all."""
    if (count := len(_xmp(pdf).findall(f"{RDF}RDF"))) != 1:
        yield f"{count} RDF elements"


def is_open(pdf: Any) -> Iterator[str]:
    """The file is not encrypted, so that screen readers may read it."""
    if pdf.is_encrypted:
        yield "it is encrypted"


def is_new_enough(pdf: Any) -> Iterator[str]:
    """PDF/UA-1 is a kind of PDF 1.7."""
    if pdf.pdf_version != "1.7":
        yield f"version {pdf.pdf_version}"


# --- structure --------------------------------------------------------------------------------


def has_a_tree(pdf: Any) -> Iterator[str]:
    """There is one document element at the top of a tree of elements."""
    kinds = [kind for kind, _, around in _elements(pdf) if around is None]
    if kinds != ["Document"]:
        yield f"at the top stand {kinds}"


def knows_all_kinds(pdf: Any) -> Iterator[str]:
    """Every element is of a standard kind."""
    for kind, count in Counter(kind for kind, _, _ in _elements(pdf) if kind not in STANDARD).items():
        yield f"{count} elements are {kind}"


def points_back(pdf: Any) -> Iterator[str]:
    """Every element names the one it stands in."""
    for kind, element, around in _elements(pdf):
        if around is not None and element.P.objgen != around.objgen:
            yield f"a {kind} names another parent than the {around.S!s} it stands in"


def holds_what_it_may(pdf: Any) -> Iterator[str]:
    """Lists hold items, items a label and a body, tables rows, rows cells; and these stand nowhere else."""
    for kind, element, around in _elements(pdf):
        outer = str(around.S)[1:] if around is not None else ""
        if outer in INSIDE and kind not in INSIDE[outer]:
            yield f"a {kind} stands in a {outer}"
        elif kind in AROUND and outer not in AROUND[kind]:
            yield f"a {kind} stands in a {outer}, not in a {' or '.join(sorted(AROUND[kind]))}"
        if kind in ("L", "Table", "TR", "LI") and not list(_kids(element)):
            yield f"a {kind} is empty"


def has_steady_headings(pdf: Any) -> Iterator[str]:
    """The first heading is of level 1, and none is two levels below the one before it."""
    before = 0
    for kind, element, _ in _elements(pdf):
        if re.fullmatch(r"H[1-6]", kind):
            if int(kind[1]) > before + 1:
                yield f"{kind} after {f'H{before}' if before else 'nothing'}"
            before = int(kind[1])
            if not list(_kids(element)):
                yield f"an {kind} is empty"


def has_alternatives(pdf: Any) -> Iterator[str]:
    """Every figure has an alternative text and a box that says where it is."""
    for _, element, _ in _of(pdf, "Figure"):
        if not str(element.get("/Alt", "")).strip():
            yield "a figure has no Alt"
        if "/BBox" not in element.get("/A", {}):
            yield "a figure has no BBox"


def has_regular_tables(pdf: Any) -> Iterator[str]:
    """All rows of a table have the same number of cells, spans counted."""
    for _, table, _ in _of(pdf, "Table"):
        widths = _row_widths(table)
        if len(set(widths)) != 1:
            yield f"rows of {sorted(set(widths))} cells"


def has_scopes(pdf: Any) -> Iterator[str]:
    """Every heading of a table says whether it heads a row or a column."""
    for _, element, _ in _of(pdf, "TH"):
        if str(element.get("/A", {}).get("/Scope", "")) not in ("/Row", "/Column", "/Both"):
            yield "a TH has no Scope"


def names_known_headers(pdf: Any) -> Iterator[str]:
    """What a cell names as its headings are headings of tables."""
    known = {bytes(element.ID) for _, element, _ in _of(pdf, "TH") if "/ID" in element}
    for _, element, _ in _of(pdf, "TD"):
        for header in element.get("/A", {}).get("/Headers", []):
            if bytes(header) not in known:
                yield f"a TD names {header!r}, which is no heading"


def has_notes_with_identifiers(pdf: Any) -> Iterator[str]:
    """Every note has an identifier, no two the same."""
    names = [bytes(element.get("/ID", b"")) for _, element, _ in _of(pdf, "Note")]
    if b"" in names:
        yield "a Note has no ID"
    if len(set(names)) != len(names):
        yield "two Notes have one ID"


def has_links_in_the_tree(pdf: Any) -> Iterator[str]:
    """Every link annotation belongs to a Link element that holds it, and every Link element holds one."""
    nums = _parent_tree(pdf)
    for page, annotation in _annotations(pdf, "/Link"):
        owner = nums.get(int(annotation.get("/StructParent", -1)))
        if owner is None or str(owner.get("/S")) != "/Link":
            yield f"a link on page {page} belongs to no Link element"
    for _, element, _ in _of(pdf, "Link"):
        held = [k for k in _items(element) if isinstance(k, pikepdf.Dictionary) and k.get("/Type") == "/OBJR"]
        if not held:
            yield "a Link element holds no annotation"


def has_links_that_say_where(pdf: Any) -> Iterator[str]:
    """Every link annotation has a description."""
    for page, annotation in _annotations(pdf, "/Link"):
        if not str(annotation.get("/Contents", "")).strip():
            yield f"a link on page {page} has no Contents: {_target(annotation)}"


def has_tab_order(pdf: Any) -> Iterator[str]:
    """The tab key goes by the structure on every page."""
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number} has no Tabs /S"


def marks_all_content(pdf: Any) -> Iterator[str]:
    """Whatever paints stands in marked content: in an element of the tree, or in an artifact."""
    for number, page in enumerate(pdf.pages, 1):
        stack: list[bool] = []
        for operands, operator in _content(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                stack.append(str(operands[0]) == "/Artifact" or (name == "BDC" and "/MCID" in operands[1]))
            elif name == "EMC":
                stack.pop()
            elif name in PAINTS and not any(stack):
                yield f"on page {number} {name} paints outside of marked content"


def maps_all_content(pdf: Any) -> Iterator[str]:
    """Each piece of marked content belongs to one element of the tree, and each element's pieces exist."""
    nums, reached = _parent_tree(pdf), {element.objgen for _, element, _ in _elements(pdf)}
    for number, page in enumerate(pdf.pages, 1):
        mapped = nums.get(int(page.get("/StructParents", -1)), [])
        marked = list(_marked(page))
        if len(set(marked)) != len(marked):
            yield f"page {number} has two pieces of one number"
        for mcid in marked:
            if mcid >= len(mapped) or mcid not in [k for k in _items(mapped[mcid]) if isinstance(k, int)]:
                yield f"piece {mcid} of page {number} belongs to no element"
            elif mapped[mcid].objgen not in reached:
                yield f"piece {mcid} of page {number} belongs to an element that is not in the tree"


# --- ways through it --------------------------------------------------------------------------


def has_bookmarks(pdf: Any) -> Iterator[str]:
    """There are bookmarks, each with a name, and each leads to a page."""
    with pdf.open_outline() as outline:
        items = list(_outline(outline.root))
    if not items:
        yield "there are no bookmarks"
    for item in items:
        if not item.title.strip() or item.destination is None:
            yield f"the bookmark {item.title!r} leads nowhere"


def has_page_labels(pdf: Any) -> Iterator[str]:
    """The pages are numbered for a viewer as they are in print."""
    labels = [page.label for page in pdf.pages]
    if "/PageLabels" not in pdf.Root or labels != [str(number) for number in range(1, len(labels) + 1)]:
        yield f"the pages are labelled {labels}"


def leads_to_its_own_places(pdf: Any) -> Iterator[str]:
    """Every link inside the file has a target there, and the others lead to the web or to mail."""
    known = _destinations(pdf)
    for page, annotation in _annotations(pdf, "/Link"):
        target = _target(annotation)
        if "/A" in annotation and "/URI" in annotation.A:
            if not re.match(r"https?://|mailto:", target):
                yield f"a link on page {page} leads to {target}"
        elif target not in known:
            yield f"a link on page {page} leads to {target}, which is not there"


def runs_nothing(pdf: Any) -> Iterator[str]:
    """Nothing runs, starts or fetches anything."""
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        if name in pdf.Root:
            yield f"the catalogue has {name}"
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "it has scripts by name"
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and (item.get("/S") in LIVE or "/AA" in item or "/JS" in item):
            yield f"there is an action {item.get('/S')}"


# --- fonts ------------------------------------------------------------------------------------


def embeds_its_fonts(pdf: Any) -> Iterator[str]:
    """Every font is in the file."""
    for name, font in _fonts(pdf):
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not any(key in inner.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"{name} is not embedded"


def uses_our_fonts(pdf: Any) -> Iterator[str]:
    """No glyph is from a font that is not ours, such as one that happens to be installed."""
    for name, _ in _fonts(pdf):
        if not re.sub(r"^/?([A-Z]{6}\+)?", "", name).startswith(OURS):
            yield f"{name} is not ours"


def says_its_letters(pdf: Any) -> Iterator[str]:
    """Every glyph that is shown has a letter, so that text can be searched and read out."""
    for number, (page, shown) in enumerate(_shown(pdf), 1):
        for name, code in sorted(shown):
            letters = _to_unicode(page.Resources.Font[name]).get(code, "")
            if not letters or any(letter in "\0\ufeff\ufffe\uffff\ufffd" for letter in letters):
                yield f"glyph {code} of {name} on page {number} is {letters!r}"


def shows_no_missing_glyph(pdf: Any) -> Iterator[str]:
    """Glyph 0, the box that stands for a letter that a font lacks, is shown nowhere."""
    for number, (_, shown) in enumerate(_shown(pdf), 1):
        for name in sorted(name for name, code in shown if code == 0):
            yield f"{name} shows glyph 0 on page {number}"


# --- for the archive --------------------------------------------------------------------------


def names_pdf_a(pdf: Any) -> Iterator[str]:
    """XMP says that the file is PDF/A-3a."""
    if (said := (_said(pdf, f"{A}part"), _said(pdf, f"{A}conformance"))) != ("3", "A"):
        yield f"pdfaid is {said}"


def explains_pdf_ua(pdf: Any) -> Iterator[str]:
    """What PDF/A does not know of, the mark of PDF/UA, is explained in XMP as it demands."""
    if not any(element.text == UA[1:-1] for element in _xmp(pdf).iter(f"{SCHEMAS}namespaceURI")):
        yield "there is no extension schema for pdfuaid"


def has_an_output_intent(pdf: Any) -> Iterator[str]:
    """The colours are those of a profile that is in the file."""
    intents = list(pdf.Root.get("/OutputIntents", []))
    if [str(intent.S) for intent in intents] != ["/GTS_PDFA1"]:
        yield f"{len(intents)} output intents"
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        if profile is None or int(profile.N) != 3 or len(profile.read_bytes()) < 1000:
            yield "the output intent has no profile of three colours"


def has_an_identifier(pdf: Any) -> Iterator[str]:
    """The file has an identifier."""
    if "/ID" not in pdf.trailer:
        yield "there is no ID"


def lists_its_attachments_once(pdf: Any) -> Iterator[str]:
    """Every attachment is associated with the document, once, and says what it is to it."""
    listed = [item.objgen for item in pdf.Root.get("/AF", [])]
    named = [item.objgen for item in list(pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))[1::2]]
    if not named or sorted(listed) != sorted(set(named)):
        yield f"associated {listed}, embedded {named}"
    for item in _attached(pdf):
        if str(item.get("/AFRelationship", ""))[1:] not in RELATIONS:
            yield f"{item.get('/UF')} is {item.get('/AFRelationship')}"


def has_whole_attachments(pdf: Any) -> Iterator[str]:
    """Every attachment has its bytes, name, kind, size and the day of the document."""
    day = str(pdf.docinfo.get("/CreationDate", ""))[:10]
    for item in _attached(pdf):
        stream = item.get("/EF", {}).get("/F")
        if stream is None:
            yield f"{item.get('/UF')} has no bytes"
            continue
        if str(item.get("/F")) != str(item.get("/UF")) or "/" in str(item.get("/F")):
            yield f"the names are {item.get('/F')} and {item.get('/UF')}"
        if "/" not in str(stream.get("/Subtype", ""))[1:]:
            yield f"{item.UF} is of the kind {stream.get('/Subtype')}"
        if int(stream.Params.Size) != len(stream.read_bytes()):
            yield f"{item.UF} is not as long as it says"
        if {str(stream.Params.get(name))[:10] for name in ("/CreationDate", "/ModDate")} != {day}:
            yield f"{item.UF} is not of the day of the document"


def prints_its_annotations(pdf: Any) -> Iterator[str]:
    """Every annotation is shown and printed."""
    for page, annotation in _annotations(pdf, ""):
        if int(annotation.get("/F", 0)) & 0b101111 != 0b100:
            yield f"an annotation on page {page} has the flags {annotation.get('/F')}"


def uses_colours_of_its_profile(pdf: Any) -> Iterator[str]:
    """Nothing is painted in CMYK, of which the output intent says nothing."""
    for number, page in enumerate(pdf.pages, 1):
        if any(str(operator) in CMYK for _, operator in _content(page)):
            yield f"page {number} paints in CMYK"
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/ColorSpace") == "/DeviceCMYK":
            yield "a picture is in CMYK"


def holds_all_of_itself(pdf: Any) -> Iterator[str]:
    """No stream lies in another file, and none is packed in a way that PDF/A forbids."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            if any(name in item for name in ("/FFilter", "/FDecodeParms")) or ("/F" in item):
                yield "a stream lies in another file"
            if "LZW" in str(item.get("/Filter", "")):
                yield "a stream is packed as LZW"


def maps_its_glyphs(pdf: Any) -> Iterator[str]:
    """Every font says which of its glyphs a number means."""
    for name, font in _fonts(pdf):
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if inner.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
            yield f"{name} has no CIDToGIDMap"
        if "/DescendantFonts" in font and font.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
            yield f"{name} has the encoding {font.get('/Encoding')}"


def _by_name(*checks: Check) -> Mapping[str, Check]:
    return {check.__name__: check for check in checks}


CHECKS = _by_name(
    names_pdf_ua, has_a_title, shows_its_title, is_marked, has_a_language, has_equal_dates, has_one_description,
    is_open, is_new_enough, has_a_tree, knows_all_kinds, points_back, holds_what_it_may, has_steady_headings,
    has_alternatives, has_regular_tables, has_scopes, names_known_headers, has_notes_with_identifiers,
    has_links_in_the_tree, has_links_that_say_where, has_tab_order, marks_all_content, maps_all_content, has_bookmarks,
    has_page_labels, leads_to_its_own_places, runs_nothing, embeds_its_fonts, uses_our_fonts,
    says_its_letters, shows_no_missing_glyph,
)  # fmt: skip
ARCHIVE_CHECKS = _by_name(
    names_pdf_a, explains_pdf_ua, has_an_output_intent, has_an_identifier, lists_its_attachments_once,
    has_whole_attachments, prints_its_annotations, uses_colours_of_its_profile, holds_all_of_itself, maps_its_glyphs,
)  # fmt: skip


# --- reading ----------------------------------------------------------------------------------


def _get(item: Any, *names: str) -> Any:
    for name in names:
        item = item.get(f"/{name}") if item is not None else None
    return item


def _xmp(pdf: Any) -> Any:
    return ElementTree.fromstring(pdf.Root.Metadata.read_bytes())


def _said(pdf: Any, name: str) -> str:
    """What XMP says under a name, be it an attribute or an element."""
    for element in _xmp(pdf).iter():
        if name in element.attrib:
            return str(element.attrib[name])
        if element.tag == name:
            return "".join(element.itertext()).strip()
    return ""


def _items(element: Any) -> list[Any]:
    """What stands in an element: other elements, numbers of marked content, references to annotations."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _kids(element: Any) -> Iterator[Any]:
    """The items of an element that hold something: all but elements without any."""
    for item in _items(element):
        if not isinstance(item, pikepdf.Dictionary) or "/S" not in item or list(_kids(item)) or "/Alt" in item:
            yield item


@lru_cache(maxsize=1)
def _elements(pdf: Any) -> tuple[tuple[str, Any, Any], ...]:
    """The elements of the structure in order: kind, element, and the one it stands in; read once for all checks."""
    return tuple(_walk(pdf))


def _walk(pdf: Any) -> Iterator[tuple[str, Any, Any]]:
    root = pdf.Root.get("/StructTreeRoot")
    stack: list[tuple[Any, Any]] = [(item, None) for item in reversed(_items(root))] if root is not None else []
    while stack:
        element, around = stack.pop()
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S)[1:], element, around
            stack += [(item, element) for item in reversed(_items(element))]


def _of(pdf: Any, kind: str) -> Iterator[tuple[str, Any, Any]]:
    return (found for found in _elements(pdf) if found[0] == kind)


def _parent_tree(pdf: Any) -> Mapping[int, Any]:
    root = pdf.Root.get("/StructTreeRoot")
    nums = list(root.ParentTree.Nums) if root is not None else []
    return {int(number): value for number, value in zip(nums[::2], nums[1::2], strict=True)}


def _row_widths(table: Any) -> list[int]:
    """The number of cells of each row of a table, with those that reach into it from above."""
    rows = [row for part in _items(table) for row in ([part] if part.get("/S") == "/TR" else _items(part))]
    rows = [row for row in rows if isinstance(row, pikepdf.Dictionary) and row.get("/S") == "/TR"]
    from_above = [0] * (len(rows) + 1)
    widths = []
    for index, row in enumerate(rows):
        width = from_above[index]
        for cell in _items(row):
            columns = int(cell.get("/A", {}).get("/ColSpan", 1))
            width += columns
            for below in range(index + 1, min(len(rows), index + int(cell.get("/A", {}).get("/RowSpan", 1)))):
                from_above[below] += columns
        widths.append(width)
    return widths


def _annotations(pdf: Any, kind: str) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            if not kind or annotation.get("/Subtype") == kind:
                yield number, annotation


def _target(annotation: Any) -> str:
    if "/A" in annotation:
        return str(annotation.A.get("/URI", annotation.A.get("/D", "")))
    return str(annotation.get("/Dest", ""))


def _destinations(pdf: Any) -> frozenset[str]:
    names = pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    return frozenset(str(name) for name in list(names)[::2])


def _outline(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _outline(item.children)


def _content(page: Any) -> list[Any]:
    return list(pikepdf.parse_content_stream(page))


def _marked(page: Any) -> Iterator[int]:
    for operands, operator in _content(page):
        if str(operator) == "BDC" and "/MCID" in operands[1]:
            yield int(operands[1].MCID)


def _fonts(pdf: Any) -> list[tuple[str, Any]]:
    """All fonts of the pages by their names, each once."""
    found = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    return sorted(((str(font.BaseFont), font) for font in found.values()), key=lambda pair: pair[0])


@lru_cache(maxsize=1)
def _shown(pdf: Any) -> tuple[tuple[Any, set[tuple[str, int]]], ...]:
    """Each page and the glyphs that it shows; read once for all checks."""
    return tuple((page, _glyphs(page)) for page in pdf.pages)


def _glyphs(page: Any) -> set[tuple[str, int]]:
    """The glyphs that a page shows: the name of the font and the number."""
    font, shown = "", set()
    for operands, operator in _content(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in SHOWS:
            pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[-1]]
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    data = bytes(piece)
                    shown |= {(font, int.from_bytes(data[i : i + 2], "big")) for i in range(0, len(data), 2)}
    return shown


def _to_unicode(font: Any) -> Mapping[int, str]:
    return _read_map(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}


@lru_cache(maxsize=64)
def _read_map(data: bytes) -> Mapping[int, str]:
    """The letters of each glyph by its number."""
    found: dict[int, str] = {}
    text = data.decode("latin-1")
    for part in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, letters in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", part):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, letters in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", part):
            for code in range(int(low, 16), int(high, 16) + 1):
                found[code] = chr(int(letters, 16) + code - int(low, 16))
    return found


def _attached(pdf: Any) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec":
            yield item
