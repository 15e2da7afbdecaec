"""A template and a new name in, the files of a template of the project that extends it written, and their names out."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit import files
from briefkit.errors import ConfigError
from briefkit.near_misses import did_you_mean
from briefkit.pipeline.project import TEMPLATES, Project
from briefkit.pipeline.templating import HINT, choose_template, template_names
from briefkit.templates.making import known_options, make_template
from briefkit.templates.reading import NAME
from briefkit.templates.starting import starter


def copy_template(project: Project, name: str, new: str, pages: Sequence[str]) -> list[str]:
    """Make a template of the project that extends one, or add pages to it if there is one; the files that were written.

    Raises ConfigError when nothing can be added to the template of that name, or there is no such page, before
    anything is written.
    """
    if not NAME.fullmatch(new):
        raise ConfigError(f"'{new}' is no name of a template", "use small letters, digits and hyphens")
    if name not in template_names(project):
        raise ConfigError(f"there is no template '{name}'", did_you_mean(name, template_names(project)) or HINT)
    is_there = new in template_names(project)
    if is_there:
        _refuse_to_add(project, name, new, pages)
    chosen = choose_template(project, name)
    nearest = {page: text for link in reversed(chosen.chain) for page, text in link.pages.items()}
    for page in pages:
        if page not in nearest:
            near = did_you_mean(page, nearest)
            hint = near or f"it has {', '.join(sorted(nearest))}"
            raise ConfigError(f"the template {name} has no page '{page}'", hint)
    options = known_options(chosen.chain)
    template = make_template(chosen.chain, {}, (), "")
    begun = {} if is_there else starter(new, name, options, template.options)
    whole = begun | {page: nearest[page] for page in pages}
    folder = project.root / TEMPLATES / new
    for file in whole:
        if not files.inside(folder / file, project.root):
            raise ConfigError(f"{files.show(folder / file)} leads out of the project", "nothing was written")
        if files.there(folder / file):
            raise ConfigError(
                f"{files.show(folder / file)} is there already", "choose another name: nothing was written"
            )
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
