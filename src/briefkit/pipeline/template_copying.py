"""A template and a new name in, the files of a template of the project that extends it written, and their names out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefkit import files
from briefkit.errors import ConfigError
from briefkit.near_misses import did_you_mean
from briefkit.pipeline.project import TEMPLATES, Project
from briefkit.pipeline.templating import HINT, choose_template, template_names
from briefkit.templates.making import Link, known_options, make_template
from briefkit.templates.reading import NAME
from briefkit.templates.starting import starter


def copy_template(project: Project, name: str, new: str, pages: Sequence[str]) -> list[str]:
    """Make a template of the project that extends one, or add pages to it if there is one; the files that were written.

    Raises ConfigError when nothing can be added to the template of that name, or there is no such page, before
    anything is written.
    """
    known = template_names(project)
    if not NAME.fullmatch(new):
        raise ConfigError(f"'{new}' is no name of a template", "use small letters, digits and hyphens")
    if name not in known:
        raise ConfigError(f"there is no template '{name}'", did_you_mean(name, known) or HINT)
    if new in known:
        _refuse_to_add(project, name, new, pages)
    chain = choose_template(project, name).chain
    begun = {} if new in known else starter(new, name, known_options(chain), make_template(chain, {}, (), "").options)
    return _write(project, project.root / TEMPLATES / new, begun | _copied(name, chain, pages))


def _copied(name: str, chain: Sequence[Link], pages: Sequence[str]) -> dict[str, str]:
    """These pages as a template has them, be they its own or of one that it extends; ConfigError for one it has not."""
    nearest = {page: text for link in reversed(chain) for page, text in link.pages.items()}
    for page in pages:
        if page not in nearest:
            hint = did_you_mean(page, nearest) or f"it has {', '.join(sorted(nearest))}"
            raise ConfigError(f"the template {name} has no page '{page}'", hint)
    return {page: nearest[page] for page in pages}


def _write(project: Project, folder: Path, whole: Mapping[str, str]) -> list[str]:
    """Write the files of a template; ConfigError before any is written, for one that is there or leads elsewhere."""
    for file in whole:
        if not files.inside(folder / file, project.root):
            raise ConfigError(f"{files.show(folder / file)} leads out of the project", "nothing was written")
        if files.there(folder / file):
            message = f"{files.show(folder / file)} is there already"
            raise ConfigError(message, "choose another name: nothing was written")
    for file, text in whole.items():
        files.write_atomic(folder / file, text.encode())
    return [files.show(folder / file) for file in whole]


def _refuse_to_add(project: Project, name: str, new: str, pages: Sequence[str]) -> None:
    """Raise ConfigError unless these pages of one template can be added to another that there is."""
    folder = template_names(project)[new]
    if folder is None or not pages:
        hint = "choose another name" if folder is None else "choose another name, or add a page to it: --page PAGE"
        raise ConfigError(f"there is a template '{new}' already", hint)
    if name not in [link.file.name for link in choose_template(project, new).chain[1:]]:
        raise ConfigError(f"the template {new} does not extend {name}", f"copy pages of those that it extends; {HINT}")
    for page in pages:
        if files.there(folder / page):
            raise ConfigError(f"the template {new} has a page '{page}' already", "change that one, or delete it first")
