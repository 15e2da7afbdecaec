"""A project in, all that is wrong with its brand out: with its files, and with its fonts where the briefs need them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from briefkit.brand.making import Worn, code_findings, judge_brand
from briefkit.brand.notes import make_finding
from briefkit.brand.scripts import CODE
from briefkit.characters import has_glyph_in_code
from briefkit.errors import BriefkitError, RenderError, ToolLimitError
from briefkit.model import Brand, Face, Finding, Place, Report, start_of
from briefkit.pipeline.branding import fit, show_brand
from briefkit.pipeline.project import Project
from briefkit.processes import Child


def check_brand(project: Project) -> Report:
    """All that is wrong with the brand that the command names, else with the project's, its briefs looked at too."""
    worn = show_brand(project)
    place = start_of(worn.file.path)
    ours = worn.brand.families["monospace"] == CODE
    texts = "".join(sorted(set().union(*(_signs(text, apart=ours) for text in _texts(project)))))
    of_code = code_findings(worn.file, worn.brand) if CODE_SIGN in texts else ()
    uncut = tuple(_damaged_fonts(project, worn))
    signs = () if uncut else _missing_signs(project, worn, texts, place)
    found = (*judge_brand(worn), *of_code, *uncut, *signs)
    return Report((), found, paths=(worn.file.path,) if worn.file.path else ())


CODE_SIGN = "`"
"""A brief without it has no code."""


def _signs(text: str, *, apart: bool) -> set[str]:
    """The characters of a brief; where `apart`, without those in code that only our font for code has."""
    signs = set(text)
    if not apart or not any(map(has_glyph_in_code, signs)):
        return signs
    from briefkit.parse.prose import find_no_prose  # only a brief with such characters needs it

    code = [match.span() for match in find_no_prose(text) if match["fence"] or match["line"] or match["ticks"]]
    edges = [0, *(at for span in code for at in span), len(text)]
    beside = set().union(*(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)))
    return {sign for sign in signs if sign in beside or not has_glyph_in_code(sign)}


def _damaged_fonts(project: Project, worn: Worn) -> Iterator[Finding]:
    """A finding for each font that an engine cannot cut, be it whole to look at: no output could be made with it."""
    for font in worn.fonts:
        with Child(f"the font {font.named.path}", {"cut": partial(_cut, font.face)}, project.pages) as child:
            try:
                child.result()
            except (RenderError, ToolLimitError) as error:
                message = f"The font {font.named.path} cannot be used: {error.message}"
                yield make_finding("refused-file", font.named.place, message, "use a whole file, from where it is made")


def _cut(face: Face) -> bytes:
    from briefkit.render.fonts import count_characters

    return str(count_characters(face)).encode()


def _missing_signs(project: Project, worn: Worn, texts: str, place: Place) -> Iterator[Finding]:
    """A finding for the characters of the project's briefs that some face of the brand has no sign for."""
    if worn.errors:
        return
    work = {"missing": partial(_missing, fit(worn, texts).brand, texts)}
    with Child("the fonts of the brand", work, project.pages) as child:
        missing = child.result()["missing"].decode()
    if missing:
        shown = " ".join(missing[:20]) + (f" and {len(missing) - 20} more" if len(missing) > 20 else "")
        message = f"Some font of the brand has no sign for {len(missing)} characters of the briefs: {shown}"
        hint = "use fonts that have them; in the PDF each of them is an empty box"
        yield make_finding("missing-sign", place, message, hint)


def _texts(project: Project) -> Iterator[str]:
    from briefkit.pipeline.uses import own_briefs

    for origin in own_briefs(project):
        if isinstance(origin, Path):
            with contextlib.suppress(BriefkitError):
                yield project.read_text(origin)


def _missing(brand: Brand, text: str) -> bytes:
    from briefkit.render.fonts import missing_characters

    return missing_characters(brand, text).encode()
