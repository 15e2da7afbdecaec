"""A checked brief in, the same as a build prints it out, with the printed words that each of its findings is about.

What a build stops at is in the findings already, so here it goes on: a picture that cannot be shown is a grey field.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from briefkit.assemble import EPOCH, pictures
from briefkit.assemble.document import Parts
from briefkit.assemble.marking import Anchor, find_printed
from briefkit.assemble.tree import Node
from briefkit.errors import ToolLimitError
from briefkit.model import Brief, Document, Place
from briefkit.pandoc import Pandoc
from briefkit.pipeline.checking import Examined
from briefkit.pipeline.days import today
from briefkit.pipeline.inputs import Inputs, assembled
from briefkit.pipeline.project import Project
from briefkit.pipeline.rasters import PNG, with_drawings
from briefkit.report.review import Printed
from briefkit.values import replace

WIDTH, HEIGHT, GREY = 480, 240, b"\xd9"


def print_brief(project: Project, examined: Examined) -> Printed:
    """The document of a brief, whatever its check found, and where its findings are in it."""
    try:
        return _print(project, examined)
    except RecursionError as error:
        raise ToolLimitError("it is nested too deeply to be printed", "use fewer levels") from error


def _print(project: Project, examined: Examined) -> Printed:
    checked = examined.told.checked
    named = replace(examined, told=replace(examined.told, checked=replace(checked, brief=_with_name(checked.brief))))
    inputs = Inputs(project, named, (_blank(), PNG))
    parts = inputs.gather(())
    runner = Pandoc(limits=project.limits)
    document = with_drawings(_dated(inputs.put_together(parts, runner)))
    own = [finding.place for finding in checked.findings]
    beside = [r.place for f in examined.told.in_library for r in f.related if r.place.path == checked.brief.path]
    anchors = _anchors(parts, checked.brief, [*own, *beside], document, runner)
    found = {place: anchor for place, anchor in zip(beside, anchors[len(own) :], strict=True) if anchor is not None}
    return Printed(document, tuple(anchors[: len(own)]), found)


def _anchors(
    parts: Parts, brief: Brief, places: Sequence[Place], document: Document, runner: Pandoc
) -> list[Anchor | None]:
    """The printed words at each place."""

    def again(blocks: list[Node]) -> list[Node]:
        other = replace(parts.brief, ast={**parts.brief.ast, "blocks": blocks})
        return list(assembled(replace(parts, brief=other), runner).ast["blocks"])

    return find_printed(brief, parts.brief.ast["blocks"], places, document.ast["blocks"], again)


def _with_name(brief: Brief) -> Brief:
    """The brief, called by its file where it has neither a title nor a heading that is one."""
    if brief.front.title or (brief.sections and not brief.sections[0].role):
        return brief
    return replace(brief, front=replace(brief.front, title=brief.path.rpartition("/")[2]))


def _dated(document: Document) -> Document:
    """The document, stamped with the day of SOURCE_DATE_EPOCH where its brief has none."""
    return replace(document, date=today() or EPOCH) if document.date == EPOCH else document


def _blank() -> bytes:
    """A grey field, as PNG, for a picture that cannot be shown."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    rows = (b"\0" + GREY * WIDTH) * HEIGHT
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return pictures.PNG + b"".join(pictures.chunk(kind, data) for kind, data in chunks)
