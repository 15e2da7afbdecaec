"""What a brief shows besides its words: pictures, read from inside the project, its brand and its citation style.

A check tells what is wrong with them in the words of a finding, a build stops at it: both ask here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from briefkit import files
from briefkit.errors import InputError, TemplateError
from briefkit.model import SVG, Asset, Brief, Page, Problem, start_of
from briefkit.pipeline.charting import chart_faults
from briefkit.pipeline.project import Project
from briefkit.pipeline.styles import read_style
from briefkit.text import shorten

TEMPLATES = "templates"
"""The folder of a project that holds its templates."""

PAGE = ".j2"
"""How the names of the pages of templates end."""

LONGEST_NAME = 80
PICTURE = "!["
"""How every picture of a brief begins."""


def find_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    """What a build of the brief would stop at: pictures that cannot be printed, a style that is not there."""
    if PICTURE in brief.text and any(True for _ in picture_targets(_blocks(brief))):
        yield from _picture_faults(project, folder, brief)
    yield from chart_faults(project, folder, brief)
    yield from _brand_faults(project, folder, brief)
    yield from _template_faults(project, brief)
    yield from _style_faults(project, folder, brief)


def _style_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    """Why the citation style cannot be used, or not as the list of references is to be."""
    start = start_of(brief.path)
    try:
        style = read_style(project, folder, brief.front.csl)
    except InputError as error:
        yield Problem("DOC801", brief.front.places.get("csl", start), error.sentence, error.hint, step=1)
        return
    if style.text and (brief.front.references or project.config.references) == "grouped":
        from briefkit.assemble.styles import is_numeric  # only who wants groups in a style of one's own needs it

        if is_numeric(style.text):
            message = "References that are cited by number are not grouped, but listed in the order of their numbers"
            hint = "leave references: grouped out, or choose a style that cites by author or in notes"
            yield Problem("DOC801", brief.front.places.get("references", start), message, hint)


def _brand_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    """Why a build could not use the brand; a check without one in sight pays for a look at some names only."""
    from briefkit.pipeline.branding import checked, find_brand, wear

    place = brief.front.places.get("brand") or start_of(brief.path)
    try:
        found = find_brand(project, folder, brief.front.brand)
        if found.path is not None:
            checked(wear(project, found))
    except (InputError, TemplateError) as error:
        yield Problem("DOC820", place, error.sentence, error.hint)


def _template_faults(project: Project, brief: Brief) -> Iterator[Problem]:
    """Why a build could not use the template; who names none and has no pages of his own pays nothing."""
    front = brief.front
    named = project.template or front.template or project.config.template
    options = front.template_options or project.config.template_options
    own = (name for name in files.list_folder(project.root / TEMPLATES) if name.endswith(PAGE))
    if not (named or options or any(own)):
        return
    from briefkit.brand import default_brand
    from briefkit.pipeline.templating import choose_template, coloured, fit_template

    said = "template-options" if front.template_options else "template"
    place = front.places.get("template") or front.places.get(said) or start_of(brief.path)
    try:
        chosen = choose_template(project, front.template)
        place = front.places.get(said) or place
        template = fit_template(project, chosen, front, Page())
        coloured(default_brand(()), template)
    except (InputError, TemplateError) as error:
        yield Problem("DOC801", place, error.sentence, error.hint, step=1)
        return
    if template.says("numbered-sections"):
        yield from _numbered_twice(brief)


def _numbered_twice(brief: Brief) -> Iterator[Problem]:
    """Headings with a number that was typed, where the template numbers them; one alone may begin with a figure."""
    from briefkit.parse.roles import NUMBER  # only who has such a template needs it

    typed = [s for s in brief.sections if s.level < 3 and NUMBER.match(s.title.casefold())]
    if len(typed) > 1:
        message = f"The template numbers the sections, and {len(typed)} headings have a number of their own besides"
        hint = "take the typed numbers away, or write template-options: {numbered-sections: false}"
        yield Problem("DOC801", typed[0].place, message, hint)


def _picture_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    from briefkit.parse.targets import read_markup  # only a brief with pictures needs it here
    from briefkit.rules.outside_resource import why_outside

    places = {one.target: one.place for one in reversed(read_markup(brief).targets) if one.kind == "image"}
    for target in dict.fromkeys((*places, *picture_targets(_blocks(brief)))):
        if target in places and why_outside(target):
            continue  # which a rule tells
        try:
            asset, _ = read_picture(project, folder, target)
            _read_twin(project, folder, asset)
        except InputError as error:
            place = places.get(target) or start_of(brief.path)
            yield Problem("DOC819", place, error.sentence, error.hint)


def read_pictures(
    project: Project, folder: Path, brief: Brief, instead: tuple[bytes, str] | None = None
) -> tuple[Mapping[str, Asset], Mapping[str, bytes]]:
    """The pictures that a brief shows, as they are printed, and the bytes of their files.

    InputError for a bad one, unless there is a picture that is shown instead: its bytes and its media type.
    """
    found: dict[str, Asset] = {}
    read: dict[str, bytes] = {}
    for target in picture_targets(_blocks(brief)):
        if target not in found:
            try:
                found[target], read[target] = read_picture(project, folder, target)
            except InputError:
                if instead is None:
                    raise
                found[target] = Asset(target, *instead)
                continue
            if twin := _read_twin(project, folder, found[target]):
                found[twin[0].name], read[twin[0].name] = twin
    return found, read


def _read_twin(project: Project, folder: Path, asset: Asset) -> tuple[Asset, bytes] | None:
    """The PNG that its author put beside a drawing, for Word; InputError if it is unfit."""
    if not asset.is_drawing:
        return None
    from briefkit.assemble.drawings import twin_of

    twin = twin_of(asset.name)
    path = folder / unquote(twin)
    if not files.there(path) or not files.inside(path, project.root):
        return None
    found = read_picture(project, folder, twin)
    if found[0].is_drawing:
        raise InputError(f"the picture {twin} is a drawing, and Word shows none", f"make a PNG of {asset.name}")
    return found


def read_picture(project: Project, folder: Path, target: str) -> tuple[Asset, bytes]:
    """A picture by its path from the brief, as it is printed, and the bytes of its file; InputError if it is unfit."""
    from briefkit.assemble import drawings  # only a brief with pictures needs them
    from briefkit.assemble.pictures import MAX_PIXELS, Unfit, fit_picture

    if target[:5].lower() == "data:":
        hint = "save it as a file beside the brief, and name that: ![words](picture.png)"
        raise InputError("the picture stands in the text itself, and not in a file of its own", hint)
    path, name = folder / unquote(target), shorten(target, LONGEST_NAME)
    if "://" in target or not files.inside(path, project.root):
        hint = "copy the picture into the project and name it relative to the brief"
        raise InputError(f"the picture {name} lies outside the project", hint)
    if not files.there(path):
        raise InputError(f"the picture {name} does not exist", f"looked for {shorten(files.show(path), LONGEST_NAME)}")
    data = files.read_bytes(path, files.MAX_IMAGE)
    try:
        if drawings.is_drawing(data):
            return Asset(target, drawings.fit_drawing(data)[0], SVG), data
        printed, kind = fit_picture(data)
    except drawings.Unfit as unfit:
        hint = "save it anew as plain SVG, or as PNG"
        raise InputError(f"the picture {target} {unfit}", hint) from unfit
    except Unfit as unfit:
        raise InputError(
            f"the picture {target} {unfit}",
            f"save it anew as PNG or JPEG of at most {MAX_PIXELS // 1_000_000} million pixels",
        ) from unfit
    return Asset(target, printed, kind), data


def _blocks(brief: Brief) -> list[Any]:
    return [*brief.front_blocks, *brief.ast["blocks"]]


def picture_targets(node: Any) -> Iterator[str]:
    """The targets of all pictures in a tree, those beside a citation in its brackets included."""
    if isinstance(node, list):
        for item in node:
            yield from picture_targets(item)
    elif isinstance(node, dict):
        if node.get("t") == "Image":
            yield node["c"][2][0]
        for item in node.values():
            yield from picture_targets(item)
