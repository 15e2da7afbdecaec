"""A Document goes in, a tagged PDF comes out: the print of the same tree and templates as the web page.

Logging is no result anywhere in briefkit but here: WeasyPrint reports a picture it could not load in its log only, so
its records are read once, after layout, and a bad one ends the build.
"""

from __future__ import annotations

import ctypes.util
import io
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.chart_figures import without_data
from briefkit.assemble.clean import ASSET, asset_name
from briefkit.assemble.direction import runs_leftward
from briefkit.assemble.pictures import with_eight_bits
from briefkit.assemble.tree import Node
from briefkit.errors import MissingToolError, RenderError
from briefkit.model import Attachment, Document, Runner
from briefkit.parse.formulas import on_one_line
from briefkit.patterns import regex
from briefkit.render import covers, holes
from briefkit.render.boxes import without_emoji
from briefkit.render.columns import in_columns, narrow_charts
from briefkit.render.fonts import missing_characters, print_cuts
from briefkit.render.html import fragment
from briefkit.render.lettering import in_our_fonts, with_lettered_logos, words_of_logos
from briefkit.render.notes import (
    CALL,
    NOTE,
    addresses_begun,
    blanks_apart,
    notes_as_spans,
    quotes_beside,
    ranges_unbroken,
    without_widows,
)
from briefkit.render.page_fonts import beside
from briefkit.render.pages import fill
from briefkit.render.tags import begin_lists, mark_notes, mend
from briefkit.render.values import capitals, page_values
from briefkit.values import replace

VARIANT, ARCHIVE_VARIANT = "pdf/ua-1", "pdf/a-3a"
LONGEST_DATA_URI = 5_000_000
HARMLESS = regex(
    r"Anchor defined twice: |No anchor #.* for internal URI reference|Please install HarfBuzz version |Deprecated `"
    r"|Unable to subset |Using fontTools instead of HarfBuzz-Subset ",
    re.DOTALL,
)
HARMLESS_BUT_IN_ARCHIVES = regex(
    r"Image .* has no required alt description|\.notdef glyph rendered |Too many glyphs missing from ", re.DOTALL
)
"""What WeasyPrint may log and the PDF is made all the same.

Most of it the check tells of, with the places: names given twice (DOC815), links to nowhere (DOC816), pictures without
words (DOC805), letters that our fonts lack (DOC818); PDF/UA and PDF/A forbid the last two. Whatever else is logged is a
declaration, a picture, a font or a piece of text that the PDF would lack.
"""
SHEETS = ("", *(f"*{{orphans:{lines}!important}}" for lines in (3, 1, 4)))
"""Layouts to try, so that notes do not stray."""
_REFERENCES = "div.references{line-height:1.28!important} .csl-entry{margin-bottom:.8mm!important}"
DRAWN_IN = (_REFERENCES, _REFERENCES + " html{--leading:1.37}")
FEW = 0.2
"""How references, and then all text, are set closer, so that no last page has a few lines only: nothing below this part
of its height.
"""
PLACED = frozenset("dx dy rotate letter-spacing textLength".split())
"""Attributes of a text in a drawing that speak of its single letters."""
PANGO = (
    "install Pango (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0); "
    "briefkit doctor names what is missing and the command for your system"
)
Resources = Mapping[str, tuple[bytes, str]]


def render(document: Document, runner: Runner) -> bytes:
    """The PDF of a document."""
    printed = without_data(document.ast["blocks"])
    placed = quotes_beside(printed) if document.template.says("margin-column") else printed
    blocks = addresses_begun(ranges_unbroken(without_widows(placed)))
    pictures = document.assets
    if float(document.template.options.get("columns", 1)) > 1:
        blocks, pictures = in_columns(blocks), narrow_charts(pictures, document.brand)
    body = fragment(document, blanks_apart(notes_as_spans(formulas_on_lines(blocks))), runner)
    plain_values = page_values(document, beside(()))
    drawings = {a.name: in_our_fonts(a.data, document.brand) for a in pictures.values() if a.is_drawing}
    drawn = b"".join(drawings.values()).decode() + words_of_logos(document.brand)
    text = body + drawn + repr(plain_values) + capitals(document)
    fonts = beside(print_cuts(document.brand, text))
    assets = {name: (drawings.get(name, a.data), a.media_type) for name, a in pictures.items()}
    lettered = replace(document, brand=with_lettered_logos(document.brand))
    page = fill(document.template.pages, "print.html.j2", page_values(lettered, fonts), body)
    page = without_emoji(page, missing_characters(document.brand, text))
    return lay_out(page, {**assets, **fonts.files}, document.attachments, document.date, DRAWN_IN)


def formulas_on_lines(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with each formula as pandoc can print it without MathML; as it was typed where it cannot."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Math":
            return (node,)
        kind, typed = node["c"]
        line = on_one_line(typed)
        made = {**node, "c": [{"t": "InlineMath"}, line]} if line else {"t": "Code", "c": [tree.attributes(), typed]}
        return (tree.span(("formula" if kind["t"] == "InlineMath" else "formula-apart",), [made]),)

    return list(tree.rewrite(list(blocks), change))


def load_engine() -> None:
    """Load WeasyPrint, which takes most of a second, before it is needed; ImportError or OSError when it cannot be."""
    with redirect_stdout(io.StringIO()):  # where it cannot be, it says so there, at length
        try:
            with _nothing_searched():
                import weasyprint  # type: ignore[import-untyped]
        except OSError:
            import weasyprint  # noqa: F401


@contextmanager
def _nothing_searched() -> Iterator[None]:
    """Let native libraries be loaded by the names of their files only, which is enough on most machines.

    WeasyPrint tries other names first, and to search for one Python starts ldconfig, gcc and ld: 70 processes in all.
    """
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def lay_out(
    page: str,
    resources: Resources,
    attachments: Sequence[Attachment] = (),
    date: str = "",
    closer: Sequence[str] = (),
) -> bytes:
    """The PDF of a page that may use these resources only; raises RenderError when anything is missing or denied.

    With attachments it is an archive: PDF/A-3a, and they are in it with their `date`. `closer` are style sheets that
    are tried in their order where a last page has a few lines only.
    """
    _need_engine()
    from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]

    attached = {f"attached-{index}": (item.data, item.media_type) for index, item in enumerate(attachments)}
    denied: list[str] = []
    fetcher = _fetcher({**resources, **attached}, denied)
    with _records() as records:
        try:
            pages = _pages(page, fetcher, closer)
            kept = [
                _keep(item, f"{ASSET}{name}", date, fetcher) for name, item in zip(attached, attachments, strict=True)
            ]
            variant = ARCHIVE_VARIANT if kept else VARIANT
            pdf: bytes = pages.write_pdf(pdf_variant=variant, attachments=kept, finisher=mend)
        except FatalURLFetchingError as error:  # derives from BaseException
            raise _asks_for(denied[0] if denied else "?") from error
        except (RecursionError, MemoryError, ArithmeticError) as error:  # what odd CSS has been seen to end in
            hint = "look for the cause in very long words and deep lists, or in the styles of the project's templates/"
            raise RenderError(f"the page cannot be laid out: {type(error).__name__}", hint) from error
    _raise_for(denied, records, archive=bool(attachments))
    return pdf


def _need_engine() -> None:
    """Load the engine; MissingToolError when one of its native libraries is not there."""
    try:
        load_engine()
    except ModuleNotFoundError:
        raise
    except (ImportError, OSError) as error:
        why = re.split(r"(?<='): |\. |\n", str(error), maxsplit=1)[0]
        raise MissingToolError(f"WeasyPrint could not be loaded, which makes the PDF: {why}", PANGO) from error


def _fetcher(resources: Resources, denied: list[str]) -> Any:
    """What serves the resources and `data:`, and refuses everything else, which it adds to `denied`."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OurResources(URLFetcher):  # type: ignore[misc]  # the package has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            name = asset_name(url) if url.startswith(ASSET) else ""
            if name in resources:
                content, media_type = resources[name]
                return URLFetcherResponse(url, with_eight_bits(content), {"Content-Type": media_type})
            if url.startswith("data:") and len(url) < LONGEST_DATA_URI:
                return super().fetch(url, headers)
            denied.append(url)
            raise FatalURLFetchingError(f"blocked: {url}")

    return OurResources(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)


class _Whole(str):
    """A text that is laid out in one piece: whoever goes through its letters finds it itself."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _keep_words_whole() -> None:
    """Let the engine lay out texts of drawings that run to the left in one piece.

    It sets a drawing letter by letter, from left to right: Arabic words came out backwards, their letters unjoined.
    """
    from weasyprint import svg

    by_letters = svg.text
    if getattr(by_letters, "keeps_words", False):
        return

    def text(drawing: Any, node: Any, size: float) -> None:
        if node.text and not PLACED & node.attrib.keys() and runs_leftward(node.text):
            node._etree_node.text = _Whole(node.text)
        by_letters(drawing, node, size)

    text.keeps_words = True  # type: ignore[attr-defined]
    svg.TAGS = {tag: text if draw is by_letters else draw for tag, draw in svg.TAGS.items()}
    svg.text = text


def _pages(page: str, fetcher: Any, closer: Sequence[str]) -> Any:
    """The best layout of a page."""
    from weasyprint import CSS, HTML

    _keep_words_whole()
    # without a base address: the engine would make the working folder one, and write it into links
    html = HTML(string=page, url_fetcher=fetcher)
    mark_notes(html.etree_element)
    begin_lists(html.etree_element)
    holes.mark_long_lists(html.etree_element)

    def lay(sheet: str) -> Any:
        return html.render(stylesheets=[CSS(string=sheet, url_fetcher=fetcher)])

    sheet, layout = covers.with_room(*_best((sheet, lay(sheet)) for sheet in SHEETS), lay)
    if closer:
        layout = holes.filled(layout, html.etree_element, lambda: lay(sheet), _strayed)
    return _drawn_in(sheet, layout, lay, closer)


def _keep(item: Attachment, url: str, date: str, fetcher: Any) -> Any:
    """An attachment as WeasyPrint takes it, with its day: without one it would take the clock's."""
    from weasyprint import Attachment as Kept

    day = datetime.fromisoformat(date)
    said = {"name": item.name, "description": item.description, "relationship": item.relation}
    return Kept(url=url, url_fetcher=fetcher, created=day, modified=day, **said)


def _best(layouts: Iterator[tuple[str, Any]]) -> tuple[str, Any]:
    """The first layout in which each note stands on the page of its call, else the one with the fewest that do not.

    When a page ends at the line before a paragraph may be divided, the engine makes room by moving notes on; with
    another smallest number of lines the page ends elsewhere. Nearly always the first layout is right.
    """
    best = next(layouts)
    while _strayed(best[1]) and (other := next(layouts, None)):
        best = min(best, other, key=lambda layout: _strayed(layout[1]))
    return best


def _drawn_in(sheet: str, layout: Any, lay: Callable[[str], Any], closer: Sequence[str]) -> Any:
    """The layout, or where its last page has a few lines only the one that does without that page, if there is one."""
    last = layout.pages[-1]
    if closer and len(layout.pages) > 1 and _foot_of_text(last) <= FEW * last.height:
        for more in closer:
            other = lay(sheet + more)
            if len(other.pages) < len(layout.pages) and _strayed(other) <= _strayed(layout):
                return other
    return layout


def _foot_of_text(page: Any) -> float:
    """How far down the lines of a page reach, in pixels; what stands at its edges and its notes aside."""
    waiting, lowest = [page._page_box.children[0]], 0.0
    while waiting:
        box = waiting.pop()
        if type(box).__name__ == "LineBox":
            lowest = max(lowest, box.position_y + box.height)
        elif hasattr(box, "src") or hasattr(box, "replacement"):
            lowest = max(lowest, box.position_y + (box.height or 0))
        else:
            waiting += getattr(box, "children", ())
    return lowest


def _strayed(layout: Any) -> int:
    """How many notes stand on another page than their call."""
    pages = {name: number for number, page in enumerate(layout.pages) for name in page.anchors}
    calls = (name for name in pages if name.startswith(CALL))
    return sum(pages[name] != pages.get(NOTE + name.removeprefix(CALL)) for name in calls)


def _raise_for(denied: list[str], records: list[logging.LogRecord], *, archive: bool) -> None:
    """Raise RenderError if something was denied, or if the log says that something was lost."""
    if denied:
        raise _asks_for(denied[0])
    for record in records:
        message = record.getMessage()
        if not HARMLESS.match(message) and (archive or not HARMLESS_BUT_IN_ARCHIVES.match(message)):
            is_picture = "image" in message and ASSET in message
            cure = "save the picture anew as plain SVG, or as PNG" if is_picture else MEND_IT
            said = message.replace(ASSET, "")
            raise RenderError(f"the PDF would lack something: {said}", f"{cure}: a PDF is whole or not made")


MEND_IT = "mend it in the project's templates/ or in the brief"


class _Keeper(logging.Handler):
    """Keeps the records of warnings and errors."""

    def __init__(self, kept: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self.kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.kept.append(record)


@contextmanager
def _records() -> Iterator[list[logging.LogRecord]]:
    """The warnings and errors WeasyPrint logs meanwhile; they go nowhere else."""
    kept: list[logging.LogRecord] = []
    handler = _Keeper(kept)
    logger = logging.getLogger("weasyprint")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield kept
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _asks_for(address: str) -> RenderError:
    hint = "a page may hold data: addresses and what its template is given, nothing else"
    return RenderError(f"the page asks for an outside resource: {address}", hint)
