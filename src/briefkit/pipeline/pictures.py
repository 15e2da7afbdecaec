"""The pictures of a brief, as they are printed, read from inside the project; what is wrong with one is an error."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from briefkit import files
from briefkit.errors import InputError
from briefkit.model import SVG, Asset, Brief
from briefkit.near_misses import NearMisses
from briefkit.pipeline.project import Project
from briefkit.text import shorten

LONGEST_NAME = 80
ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
PICTURE = "!["
"""How every picture of a brief begins."""


def read_pictures(
    project: Project, folder: Path, brief: Brief, instead: tuple[bytes, str] | None
) -> tuple[Mapping[str, Asset], Mapping[str, bytes]]:
    """The pictures that a brief shows, as they are printed, and the bytes of their files.

    InputError for a bad one, unless there is a picture that is shown instead: its bytes and its media type.
    """
    found: dict[str, Asset] = {}
    read: dict[str, bytes] = {}
    for target in targets_in(brief):
        if target not in found:
            try:
                found[target], read[target] = read_picture(project, folder, target)
            except InputError:
                if instead is None:
                    raise
                found[target] = Asset(target, *instead)
                continue
            if twin := read_twin(project, folder, found[target]):
                found[twin[0].name], read[twin[0].name] = twin
    return found, read


def read_twin(project: Project, folder: Path, asset: Asset) -> tuple[Asset, bytes] | None:
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


def _beside(path: Path) -> Iterator[str]:
    """The names of the pictures in the folder where one is looked for."""
    with contextlib.suppress(InputError):
        if files.is_folder(path.parent):
            yield from (one for one in files.list_folder(path.parent) if one.lower().endswith(ENDINGS))


def read_picture(project: Project, folder: Path, target: str) -> tuple[Asset, bytes]:
    """A picture by its path from the brief, as it is printed, and the bytes of its file; InputError if it is unfit."""
    from briefkit.assemble import drawings  # only a brief with pictures needs them
    from briefkit.assemble.pictures import MAX_PIXELS, Unfit, fit_picture

    if target[:5].lower() == "data:":
        hint = "save it as a file beside the brief, and name that: ![words](picture.png)"
        raise InputError("the picture stands in the text itself, and not in a file of its own", hint)
    if not target:
        raise InputError("the picture has no name of a file", "name it: ![words](picture.png)")
    path, name = folder / unquote(target), shorten(target, LONGEST_NAME)
    if "://" in target or not files.inside(path, project.root):
        hint = "copy the picture into the project and name it relative to the brief"
        raise InputError(f"the picture {name} lies outside the project", hint)
    if not files.there(path):
        near = NearMisses(_beside(path)).did_you_mean(path.name)
        looked = f"looked for {shorten(files.show(path), LONGEST_NAME)}" + (f"; {near}" if near else "")
        raise InputError(f"the picture {name} does not exist", looked)
    data = files.read_bytes(path, files.MAX_IMAGE, project.root)
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


def targets_in(brief: Brief) -> Iterator[str]:
    """The targets of all pictures of a brief, those in the texts of its front matter included."""
    return picture_targets([*brief.front_blocks, *brief.ast["blocks"]])


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
