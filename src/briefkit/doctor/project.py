"""The project around the current folder: settings, briefs, libraries, templates and where a build would write."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit import files, outputs
from briefkit.config import Config, make_config
from briefkit.doctor.children import in_child
from briefkit.doctor.cures import mend
from briefkit.errors import BriefkitError, ConfigError
from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition
from briefkit.settings import find_root, read_settings
from briefkit.text import plural
from briefkit.values import EMPTY

if TYPE_CHECKING:
    from briefkit.pipeline import Project
    from briefkit.pipeline.reading import Origin, Shelf

PART = "Project"


def find() -> tuple[Path, Config, BriefkitError | None]:
    """The project's folder and settings, the defaults where these are faulty or lead out, and what is wrong."""
    root = Path.cwd()
    try:
        root = find_root(root)
        config = make_config(*read_settings(root))
        inside = all(files.inside(root / folder, root) for folder in (config.briefs, config.output))
        return root, config if inside else Config(), None
    except BriefkitError as error:
        return root, Config(), error


def look_at_settings() -> Iterator[Condition]:
    """Where they stand, and whether they can be used."""
    root, _, fault = find()
    try:
        fault = fault or _fault()
    except ImportError:  # what only the rest of the program knows of settings; the packages tell why it cannot be asked
        fault = None
    if fault:
        yield Condition(PART, "settings", PROBLEM, fault.message, "", fault.hint)
    else:
        yield Condition(PART, "settings", OK, _where(root))


def _fault() -> BriefkitError | None:
    from briefkit.check import check_settings
    from briefkit.pipeline import load_project

    try:
        project = load_project({})
        check_settings(project.config, project.settings, project.settings_text)
        _ask_for_named(project)
    except BriefkitError as error:
        return error
    return None


def _ask_for_named(project: Project) -> None:
    """BriefkitError for the first thing that the settings name and that is not there, or cannot be read."""
    from briefkit.pipeline.branding import find_brand
    from briefkit.pipeline.reading import Shelf
    from briefkit.pipeline.styles import read_style
    from briefkit.pipeline.templating import choose_template

    find_brand(project)
    choose_template(project)
    read_style(project, project.root, "")
    Shelf(project).retractions()


def _where(root: Path) -> str:
    own = root / "briefkit.toml"
    if own.is_file():
        return str(own)
    table = read_settings(root).table
    return f"[tool.briefkit] in {root / 'pyproject.toml'}" if table else f"none in {root}; the defaults hold"


def look_at_briefs() -> Iterator[Condition]:
    """The project's own briefs and the libraries that they and the settings name."""
    from briefkit.pipeline import Project
    from briefkit.pipeline.reading import Shelf, find_origins

    root, config, _ = find()
    project = Project(root, config)
    shelf = Shelf(project)
    try:
        origins = find_origins(project, ())
        yield Condition(PART, "briefs", OK, f"{plural(len(origins), 'brief')} in {config.briefs}/")
    except ConfigError as error:
        origins = ()
        yield Condition(PART, "briefs", WARNING, error.message, "", error.hint)
    paths = {} if origins else dict.fromkeys(shelf.paths(root, ()))
    faulty = 0
    for origin in origins:
        try:
            paths |= dict.fromkeys(_named(origin, shelf))
        except BriefkitError as error:
            faulty += 1
            yield _unfit(origin, error)
    for path in paths:
        yield _library(path)
    if not paths and not faulty:
        names = ", ".join(config.bibliography)
        advice = f"keep your sources in {names}, or name their file in the settings or in the brief (bibliography:)"
        yield Condition(PART, "library", WARNING, f"none was found ({names})", "", advice)


def _named(origin: Origin, shelf: Shelf) -> tuple[Path, ...]:
    """The libraries of a brief."""
    from briefkit.pipeline.reading import load_brief

    loaded = load_brief(origin, shelf.project)
    return tuple(shelf.paths(loaded.folder, loaded.prepared.head.front.bibliography))


def _unfit(origin: Origin, error: BriefkitError) -> Condition:
    from briefkit.pipeline.reading import name_of

    name = name_of(origin)
    message = error.message if name in error.message else f"{name}: {error.message}"
    return Condition(PART, "brief", PROBLEM, message, "", error.hint)


def _library(path: Path) -> Condition:
    """What stands in a library, and how much of it could not be read."""
    from briefkit.library import read_library

    shown = files.show(path)
    try:
        library = read_library([(shown, files.read_text(path, files.MAX_LIBRARY))])
    except BriefkitError as error:
        return Condition(PART, "library", PROBLEM, error.message, "", error.hint)
    entries = f"{shown}, {plural(len(library.sources), 'entry', 'entries')}"
    if not library.problems and library.sources:
        return Condition(PART, "library", OK, entries)
    if not library.problems:
        return Condition(PART, "library", WARNING, entries, "", "put the sources that you cite into it")
    advice = "see each with its line"
    command = {"any": shlex.join(("briefkit", "library", "check", shown))}
    return Condition(
        PART, "library", WARNING, f"{entries}, {plural(len(library.problems), 'problem')}", "", advice, command
    )


def look_at_templates() -> Iterator[Condition]:
    """The project's templates: which there are, and whether they are templates."""
    from briefkit.pipeline.project import TEMPLATES, Project
    from briefkit.pipeline.templating import choose_template, own_pages, template_names
    from briefkit.render.pages import check_syntax

    root, config, _ = find()
    folder = root / TEMPLATES
    project = Project(root, config)
    try:
        own = [name for name, place in template_names(project).items() if place]
        pages = dict(own_pages(project))
        for name in own:
            pages |= {f"{name}/{page}": text for page, text in choose_template(project, name).chain[0].pages.items()}
        in_child("the templates", partial(check_syntax, pages))  # they may never end
    except BriefkitError as error:
        advice, commands = mend(error, f"mend it, or move it out of {files.show(folder)}/", EMPTY)
        yield Condition(PART, "templates", PROBLEM, error.message, "", advice, commands)
        return
    own += [name for name in pages if "/" not in name]
    found = f"{', '.join(own)} in {files.show(folder)}/" if own else "the built-in ones"
    yield Condition(PART, "templates", OK, found)


def look_at_output() -> Iterator[Condition]:
    """Whether a build could write where it is told to."""
    root, config, _ = find()
    folder = root / config.output
    try:
        outputs.refuse_links(folder / "brief", {})
        found = _existing(folder)
        with tempfile.TemporaryFile(dir=found):
            pass
    except BriefkitError as error:
        yield Condition(PART, "output", PROBLEM, error.message, "", error.hint)
        return
    except OSError as error:
        fault = files.cannot_write(folder, error)
        yield Condition(PART, "output", PROBLEM, fault.message, "", fault.hint)
        return
    yield Condition(PART, "output", OK, str(folder) + ("" if found == folder else ", which a build will make"))


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())
