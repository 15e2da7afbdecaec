"""Which template a brief is laid out by: the template is found, it and those that it extends are read, and a Template
comes out.

Whoever names a template on the command line or in the settings may keep it anywhere; a brief names one of its project,
or a built-in one. What lies in a template's folder is all that it may print.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefkit import files
from briefkit.assemble.labels import language
from briefkit.errors import ConfigError, InputError, TemplateError
from briefkit.model import FrontMatter, Page, Template
from briefkit.pipeline.exhibits import TEMPLATES
from briefkit.pipeline.project import Project
from briefkit.templates import DEFAULT
from briefkit.templates.making import Link, Said, make_template
from briefkit.templates.reading import FILE, NAME, read_template
from briefkit.text import did_you_mean

PAGE = ".j2"
MAX_PAGE = 256_000
LONGEST_CHAIN = 8
HINT = "briefkit templates list names those that there are"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A template that was found: the chain from it to the last that it extends, the project's pages for all templates,
    and who named it.
    """

    chain: tuple[Link, ...]
    own: Mapping[str, str]
    said: str

    def read(self) -> Iterator[tuple[str, bytes]]:
        """The files that were read, by the names that a manifest has for them."""
        for link in self.chain:
            yield f"{link.file.name}/{FILE}", link.text.encode()
            yield from ((f"{link.file.name}/{name}", text.encode()) for name, text in link.pages.items())
        yield from ((name, text.encode()) for name, text in self.own.items())


def choose_template(project: Project, named: str = "") -> Chosen:
    """The template that the command line names, else the front matter (`named`), else the settings, else the default.

    Raises InputError, ConfigError or TemplateError when there is none of that name or it cannot be read.
    """
    if project.template:
        start, said = _at(project, project.template, files.here(), "--template"), "--template"
    elif named:
        start, said = _called(project, named), "front matter"
    elif project.config.template:
        start, said = _at(project, project.config.template, project.root, "the setting template"), "settings"
    else:
        start, said = _called(project, DEFAULT), "built in"
    return Chosen(tuple(_chain(project, start)), own_pages(project), said)


def fit_template(project: Project, chosen: Chosen, front: FrontMatter, page: Page) -> Template:
    """The template of a brief, with all that was said of its options: the brief wins over the settings, these over
    the brand.
    """
    known = {name for link in chosen.chain for name in link.file.options}
    switches = {"cover": page.cover, "furniture": page.furniture}
    from_brand = {name: value for name, value in switches.items() if value is not None and name in known}
    said = (
        Said("the brand", from_brand),
        Said("the setting template-options", project.config.template_options),
        Said("template-options", front.template_options),
    )
    return make_template(chosen.chain, chosen.own, said, language(front.lang or "en"))


def list_templates(project: Project) -> Iterator[tuple[str, Path | None]]:
    """The names of all templates, with the folders of those of the project."""
    folder = project.root / TEMPLATES
    own = [name for name in files.list_folder(folder) if files.there(folder / name / FILE)]
    for name in sorted({*own, *files.built_in_templates()}):
        yield name, folder / name if name in own else None


def own_pages(project: Project) -> Mapping[str, str]:
    """The pages that lie in the project's folder of templates itself: each takes the place of any template's."""
    return files.read_folder(project.root / TEMPLATES, lambda name: name.endswith(PAGE), MAX_PAGE)


# --- finding ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a template lies, or its name alone if it is a built-in one."""

    name: str
    folder: Path | None = None


def _at(project: Project, named: str, start: Path, said: str) -> _Start:
    """A template by its name, or by a path that its owner vouches for."""
    if NAME.fullmatch(named) and not files.is_folder(start / named):
        return _called(project, named)
    folder = Path(os.path.abspath(start / named))
    if not files.there(folder / FILE):
        if NAME.fullmatch(named):
            return _called(project, named)
        raise ConfigError(f"{said}: {files.show(folder)} has no {FILE}", f"name a template or its folder; {HINT}")
    return _Start(folder.name, folder)


def _called(project: Project, name: str, beside: Path | None = None, besides: Path | None = None) -> _Start:
    """A template by its name: of the folder `beside`, of the project, or built in; not the one at `besides`."""
    if NAME.fullmatch(name):
        for folder in dict.fromkeys((beside or project.root / TEMPLATES, project.root / TEMPLATES)):
            if folder / name != besides and files.there(folder / name / FILE):
                if not files.inside(folder / name, folder):
                    raise InputError(f"the template {name} leads out of {files.show(folder)}", "copy it into there")
                return _Start(name, folder / name)
        if name in files.built_in_templates():
            return _Start(name)
    near = did_you_mean(name, [known for known, _ in list_templates(project)])
    raise InputError(f"there is no template '{name}'", near or HINT)


def _chain(project: Project, start: _Start) -> Iterator[Link]:
    """The template at the start, and each that the one before extends; all end in the default one."""
    passed: list[_Start] = []
    while True:
        if start in passed or len(passed) == LONGEST_CHAIN:
            names = " -> ".join(one.name for one in (*passed, start))
            raise TemplateError(f"the templates extend each other without an end: {names}", f"mend the {FILE}s")
        passed.append(start)
        link = _link(start)
        yield link
        above = link.file.extends or ("" if start == _Start(DEFAULT) else DEFAULT)
        if not above:
            return
        try:
            start = _called(project, above, start.folder.parent if start.folder else None, start.folder)
        except InputError as error:
            raise InputError(f"{link.path}: {error.message}, which it extends", error.hint) from error


def _link(start: _Start) -> Link:
    if start.folder is None:
        found = files.built_in_templates()[start.name]
        path = f"{start.name}/{FILE}"
    else:
        found = files.read_folder(start.folder, lambda name: name == FILE or name.endswith(PAGE), MAX_PAGE)
        path = files.show(start.folder / FILE)
    pages = {name: text for name, text in found.items() if name.endswith(PAGE)}
    return Link(read_template(start.name, found[FILE], path), pages, path, found[FILE])
