"""A checked brief in, its document out: what goes into it is read from inside the project, each with its hash."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from briefkit.assemble import tree
from briefkit.assemble.document import Parts, assemble
from briefkit.assemble.labels import Words
from briefkit.config import Config
from briefkit.errors import InputError
from briefkit.library import resolve
from briefkit.library.biblatex import as_biblatex
from briefkit.model import EMPTY, Asset, Brand, Brief, Document, Finding, Runner, Source, Template
from briefkit.pipeline.bounds import Bounds, Outside
from briefkit.pipeline.branding import checked, find_brand, fit, fit_code, wear
from briefkit.pipeline.charting import Charts, read_charts
from briefkit.pipeline.checking import Examined
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.drawing import draw_charts, engine, undrawn, with_charts
from briefkit.pipeline.pictures import read_pictures
from briefkit.pipeline.project import Project
from briefkit.pipeline.styles import read_style, style_or_usual
from briefkit.pipeline.templating import choose_template, coloured, fit_template
from briefkit.render.fonts import breadth
from briefkit.rules.base import cited
from briefkit.values import replace

FRONT_MATTER = "DOC801"


def with_title(brief: Brief) -> Brief:
    """The brief, with its first heading for a title when it has none; a heading that opens it is not printed twice.

    A heading that says what its section is for, such as "Key messages", is no title.
    """
    if brief.front.title:
        return brief
    if not brief.sections or brief.sections[0].role:
        if unread := next((one for one in brief.problems if one.code == FRONT_MATTER and one.step > 0), None):
            where = f"{unread.place.path}, line {unread.place.line}"
            raise InputError(f"{where}: {unread.message}", unread.hint, unread.place.line)
        hint = "add title: ... to its front matter"
        raise InputError(f"{brief.path} has no title, and a document needs one", hint)
    blocks = brief.ast["blocks"]
    opens = bool(blocks) and blocks[0]["t"] == "Header"
    ast = {**brief.ast, "blocks": blocks[1:] if opens else blocks}
    return replace(brief, front=replace(brief.front, title=_words(brief)), ast=ast)


def _words(brief: Brief) -> str:
    """The words of the first heading; what it cites is said at no other place that shows a title."""
    heading = next(node for node in tree.walk(brief.ast["blocks"]) if node["t"] == "Header")
    inlines = list(tree.rewrite(heading["c"][2], lambda node: () if node["t"] == "Cite" else (node,)))
    cites = any(node["t"] == "Cite" for node in tree.walk(heading["c"][2]))
    return (cites and " ".join(tree.plain(inlines).split())) or brief.sections[0].title


def as_published(brief: Brief, brand: Brand) -> Brief:
    """The brief, with the brand's name and disclaimer where it has none of its own."""
    front = brief.front
    organisation, disclaimer = front.organisation or brand.name, front.disclaimer or brand.disclaimer
    return replace(brief, front=replace(front, organisation=organisation, disclaimer=disclaimer))


def as_set(brief: Brief, config: Config) -> Brief:
    """The brief, with what the settings say of citations where it says nothing."""
    linked = brief.front.link_citations or str(config.link_citations).lower()
    references = brief.front.references or config.references
    return replace(brief, front=replace(brief.front, link_citations=linked, references=references))


def cited_sources(result: Examined) -> tuple[Source, ...]:
    """The entries that a brief cites, in the order in which it does, each with all it inherits."""
    brief, library = result.told.checked.brief, result.library
    return resolve(library, tuple(dict.fromkeys(c.key for c in cited(brief) if c.key in library.sources)))


def assembled(parts: Parts, runner: Runner) -> Document:
    """The document of these parts, laid out for the letters of its brand."""
    return assemble(parts, runner, breadth(parts.brand))


class Inputs:
    """All that goes into one document, each with its hash for the manifest."""

    def __init__(self, project: Project, result: Examined, instead: tuple[bytes, str] | None = None) -> None:
        """`instead` is shown for a picture that cannot be; then a faulty chart stays as it was typed, too, and
        a style that is not there is the usual one.
        """
        self.project = project
        self.result = result
        self.bounds = Bounds(project.seconds, "its layout", "printed")
        self.instead = instead
        self.hashes: dict[str, str] = {}
        self.notes: tuple[Finding, ...] = ()
        self.tools: Mapping[str, str] = {}
        self.chart_data: Mapping[str, bytes] = EMPTY

    def assemble(self, marks: tuple[str, ...], runner: Runner) -> Document:
        """The document of the brief, each page with these marks."""
        return self.put_together(self.gather(marks), runner)

    def put_together(self, parts: Parts, runner: Runner) -> Document:
        """The document of these parts, in the time that is left; pandoc has its own."""
        with self.bounds.within():
            return assembled(parts, Outside(self.bounds, runner))

    def shaping(self, parts: Parts) -> tuple[object, ...]:
        """Parts without what follows from them: of the brief its text, which has one tree with the data of charts."""
        front = (parts.brief.front.link_citations, parts.brief.front.references)
        rest = (parts.references_bib, parts.csl, parts.brand, parts.template, parts.assets, parts.marks)
        return (parts.brief.text, *front, *rest, tuple(self.chart_data.items()))

    def gather(self, marks: tuple[str, ...]) -> Parts:
        """What the document of the brief is put together from, each page with these marks."""
        with self.bounds.within():
            return self._gather(marks)

    def _gather(self, marks: tuple[str, ...]) -> Parts:
        brief = with_title(self.result.told.checked.brief)
        self.hashes[self.name(brief.path)] = self.result.loaded.digest
        for path, digest in self.result.library.digests.items():  # what was read: the file may be another by now
            self.hashes[self.name(path)] = digest
        style = self._style(brief)
        bib = as_biblatex(self.cited(), style, brief.front.language)
        brand, template = self._face(brief, bib)
        brief = as_set(as_published(brief, brand), self.project.config)
        pictures, charts = self._assets(brief), self._charts(brief)
        with self.bounds.outside():
            drawn = draw_charts(self.project, charts, brand)
        self.notes = (*self.notes, *undrawn(brief, charts))
        self.tools = engine() if drawn else {}
        brief = with_charts(brief, charts, drawn)
        self.chart_data = charts.read
        return Parts(brief, bib, style, brand, template, {**pictures, **drawn}, marks)

    def _face(self, brief: Brief, bib: str) -> tuple[Brand, Template]:
        """The brand that the brief wears, with the fonts that its words need, and its template."""
        worn = checked(wear(self.project, find_brand(self.project, self.result.loaded.folder, brief.front.brand)))
        chosen = choose_template(self.project, brief.front.template)
        template = fit_template(self.project, chosen, brief.front, worn.brand.page)
        for name, data in chosen.read():
            self._note(f"template:{name}", data)
        words = Words(brief.front.lang, template.labels).all()
        worn = fit(worn, "".join((brief.text, bib, worn.brand.name, worn.brand.disclaimer, *words.values())))
        worn = fit_code(worn) if tree.has_code([*brief.front_blocks, *brief.ast["blocks"]], bib) else worn
        self.hashes |= dict(worn.hashes)
        self.notes = worn.findings
        return coloured(worn.brand, template), template

    def cited(self) -> tuple[Source, ...]:
        """The entries that the brief cites, in the order in which it does, each with all it inherits."""
        return cited_sources(self.result)

    def name(self, path: str) -> str:
        """A file as the manifest names it: from the project's folder, or by its last name, never by where this lies."""
        whole, root = Path(os.path.abspath(path)), self.project.root
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.name

    def _note(self, name: str, data: bytes) -> None:
        self.hashes[name] = sha256(data)

    def _style(self, brief: Brief) -> str:
        read = read_style if self.instead is None else style_or_usual
        style = read(self.project, self.result.loaded.folder, brief.front.csl)
        for name, data in style.read.items():
            self._note(name, data)
        return style.text

    def _charts(self, brief: Brief) -> Charts:
        charts = read_charts(self.project, self.result.loaded.folder, brief, faulty=self.instead is not None)
        for name, data in charts.read.items():
            self._note(f"data:{name}", data)
        return charts

    def _assets(self, brief: Brief) -> Mapping[str, Asset]:
        found, read = read_pictures(self.project, self.result.loaded.folder, brief, self.instead)
        for target, data in read.items():
            self._note(f"picture:{target}", data)
        return found
