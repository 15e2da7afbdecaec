"""Which template a brief is laid out by: the template is found, it and those that it extends are read, and a Template
comes out.

Whoever names a template on the command line or in the settings may keep it anywhere; a brief names one of its project,
or a built-in one. What lies in a template's folder is all that it may print.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from briefkit import files, packaged
from briefkit.assemble.labels import language
from briefkit.brand import HEX
from briefkit.brand.colours import contrast
from briefkit.brand.tokens import AS_INK, COLOURS, LEAST, READABLE, until_readable
from briefkit.errors import BriefkitError, ConfigError, InputError, TemplateError
from briefkit.model import Brand, FrontMatter, Page, Template
from briefkit.near_misses import did_you_mean
from briefkit.pipeline.project import PAGE, TEMPLATES, Project
from briefkit.processes import Child, ChildLimits
from briefkit.templates import DEFAULT
from briefkit.templates.making import Link, Said, View, known_options, make_template, view_template
from briefkit.templates.reading import FILE, NAME, TemplateFile, read_template
from briefkit.values import Value, replace

MAX_PAGE = 256_000
LONGEST_CHAIN = 8
TOKENS_HINT = "write #rrggbb or the name of a token; docs/brand.md lists them"
HINT_PAGES = "look in its pages for numbers, lists and loops without an end"
HINT = "briefkit templates list names those that there are"


class Chosen(Value):
    """A template that was found: the chain from it to the last that it extends, the project's pages for all templates,
    who named it, and the folder it lies in, if it is no built-in one.
    """

    chain: tuple[Link, ...]
    own: Mapping[str, str]
    said: str
    path: str = ""

    def read(self) -> Iterator[tuple[str, bytes]]:
        """The files that were read, by the names that a manifest has for them."""
        for link in self.chain:
            yield f"{link.file.name}/{FILE}", link.text.encode()
            yield from ((f"{link.file.name}/{name}", text.encode()) for name, text in link.pages.items())
        yield from ((name, text.encode()) for name, text in self.own.items())

    def own_pages(self) -> Mapping[str, str]:
        """The pages that are the project's own, by the names that messages have for them."""
        built_in = packaged.built_in_templates()
        found = ((link.file.name, *page) for link in self.chain for page in link.pages.items())
        pages = {f"{of}/{name}": text for of, name, text in found if built_in.get(of, {}).get(name) != text}
        return {**self.own, **pages}


@lru_cache(maxsize=8)
def refusal(pages: frozenset[tuple[str, str]], limits: ChildLimits) -> BriefkitError | None:
    """Why pages are no templates that can be filled, if they are none: read in a child, for that may never end."""
    if not pages:
        return None
    from briefkit.render.pages import check_syntax

    def read() -> bytes:
        check_syntax(dict(sorted(pages)))
        return b""

    with Child("the pages of the template", {"pages": read}, limits, HINT_PAGES) as child:
        try:
            child.result()
        except BriefkitError as error:
            return error
    return None


def choose_template(project: Project, named: str = "", option: str = "--template") -> Chosen:
    """The template that the command line names, else the front matter (`named`), else the settings, else the default.

    `option` is how the command line names it; it is empty where its name stands there by itself.
    Raises InputError, ConfigError or TemplateError when there is none of that name or it cannot be read.
    """
    if project.template:
        start = _at(project, project.template, files.here(), option and f"{option}: ")
        said = option or "command line"
    elif named:
        start, said = _called(project, named), "front matter"
    elif project.config.template:
        start, said = _at(project, project.config.template, project.root, "the setting template: "), "settings"
    else:
        start, said = _called(project, DEFAULT), "built in"
    path = files.show(start.folder) if start.folder else ""
    return Chosen(tuple(_chain(project, start)), own_pages(project), said, path)


def fit_template(project: Project, chosen: Chosen, front: FrontMatter, page: Page) -> Template:
    """The template of a brief, with all that was said of its options: the brief wins over the settings, these over
    the brand.
    """
    known = known_options(chosen.chain)
    switches = {"cover": page.cover, "furniture": page.furniture}
    from_brand = {name: value for name, value in switches.items() if value is not None and name in known}
    settings, own = project.config.template_options, front.template_options
    if project.template or front.template:  # who names a template does not answer for what is said of another
        settings = {name: value for name, value in settings.items() if name in known}
    if project.template and front.template:
        own = {name: value for name, value in own.items() if name in known}
    said = (
        Said("the brand", from_brand),
        Said("the setting template-options", settings),
        Said("template-options", own),
    )
    return make_template(chosen.chain, chosen.own, said, language(front.language))


def coloured(brand: Brand, template: Template) -> Brand:
    """The brand with the colours that the template sets; TemplateError for one that is none or cannot be read."""
    _refuse_unknown_tokens(template)
    colours = dict(brand.colours)
    by_night = set()
    for name, value in template.tokens.items():
        colours[name] = brand.colours.get(value, value)
        night, of = f"night-{name}", f"night-{value}"
        if night not in template.tokens and of in brand.colours and night in colours:
            colours[night] = brand.colours[of]
            by_night.add(night)
    if any(name in template.tokens for name in AS_INK.values()):
        colours |= {name: colours[of] for name, of in AS_INK.items() if name not in template.tokens}
    for name in by_night:
        grounds = [colours[ground] for text, ground in READABLE if text == name]
        colours[name] = until_readable(colours[name], grounds) if grounds else colours[name]
    if template.tokens:
        _refuse_unreadable(brand, colours, template.name)
    return replace(brand, colours=colours)


def _refuse_unknown_tokens(template: Template) -> None:
    """Raise TemplateError for a token that there is not, or that is set to no colour."""
    for name, value in template.tokens.items():
        if name not in COLOURS:
            near = did_you_mean(name, COLOURS)
            raise TemplateError(f"the template {template.name} sets no token '{name}'", near or TOKENS_HINT)
        if not HEX.fullmatch(value) and value not in COLOURS:
            near = did_you_mean(value, COLOURS)
            raise TemplateError(f"the token {name} of the template {template.name} is no colour", near or TOKENS_HINT)


def _refuse_unreadable(brand: Brand, colours: Mapping[str, str], template: str) -> None:
    """Raise TemplateError for colours in which something can no longer be read that the brand's own let be read."""
    for text, ground in READABLE:
        if contrast(colours[text], colours[ground]) < LEAST <= contrast(brand.colours[text], brand.colours[ground]):
            pair = f"{text} {colours[text]} cannot be read on {ground} {colours[ground]}"
            hint = f"set {text} or {ground} in its [tokens], with a contrast of {LEAST:g} or more"
            raise TemplateError(f"with the colours of the template {template}, {pair}", hint)


def template_names(project: Project) -> Mapping[str, Path | None]:
    """The names of all templates, with the folders of those of the project."""
    folder = project.root / TEMPLATES
    own = {name: folder / name for name in files.list_folder(folder) if files.there(folder / name / FILE)}
    return dict(sorted({**dict.fromkeys(packaged.built_in_templates()), **own}.items()))


def list_templates(project: Project) -> Iterator[tuple[TemplateFile, str]]:
    """All templates, what their own files say of them, and the folders of those of the project."""
    for name, folder in template_names(project).items():
        yield _link(_called(project, name)).file, files.show(folder) if folder else ""


def show_template(project: Project) -> View:
    """The template that the command names, else that of the settings, else the default one."""
    chosen = choose_template(project, option="")
    said = (Said("settings", project.config.template_options),)
    return view_template(chosen.chain, chosen.own, said, chosen.path, chosen.said)


BLAME_TEXT = "look for the cause in the text: a very long word, or very many headings, notes or rows of a table"
BLAME_TEMPLATE = "look for the cause in the project's templates/, above all in its CSS"


def blame(template: Template) -> str:
    """Where to look when an engine does not come to its end: in the text, where each page is one of ours."""
    ours = {text for pages in packaged.built_in_templates().values() for text in pages.values()}
    return BLAME_TEXT if ours.issuperset(template.pages.values()) else BLAME_TEMPLATE


def own_pages(project: Project) -> Mapping[str, str]:
    """The pages that lie in the project's folder of templates itself: each takes the place of any template's."""
    return files.read_folder(project.root / TEMPLATES, lambda name: name.endswith(PAGE), MAX_PAGE)


# --- finding ----------------------------------------------------------------------------------


class _Start(Value):
    """Where a template lies, or its name alone if it is a built-in one."""

    name: str
    folder: Path | None = None


def _at(project: Project, named: str, start: Path, said: str) -> _Start:
    """A template by its name, or by a path that its owner vouches for."""
    folder = Path(os.path.abspath(start / named))
    if files.there(folder / FILE):
        return _Start(folder.name, folder)
    if not NAME.fullmatch(named):
        raise ConfigError(f"{said}{files.show(folder)} has no {FILE}", f"name a template or its folder; {HINT}")
    try:
        return _called(project, named)
    except InputError as error:
        raise ConfigError(f"{said}{error.message}", error.hint) from error


def _called(project: Project, name: str, beside: Path | None = None, besides: Path | None = None) -> _Start:
    """A template by its name: of the folder `beside`, of the project, or built in; not the one at `besides`."""
    if NAME.fullmatch(name):
        for folder in dict.fromkeys((beside or project.root / TEMPLATES, project.root / TEMPLATES)):
            if folder / name != besides and files.there(folder / name / FILE):
                if not files.inside(folder / name, folder):
                    raise InputError(f"the template {name} leads out of {files.show(folder)}", "copy it into there")
                return _Start(name, folder / name)
        if name in packaged.built_in_templates():
            return _Start(name)
    own = project.root / TEMPLATES / name
    if NAME.fullmatch(name) and files.is_folder(own):
        raise InputError(f"the template '{name}' has no {FILE}", f"make {files.show(own / FILE)}: it may be empty")
    near = did_you_mean(name, template_names(project))
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
            hint = "name another one: a template cannot extend itself" if above == start.name else error.hint
            raise InputError(f"{link.path}: {error.message}, which it extends", hint) from error


def _link(start: _Start) -> Link:
    if start.folder is None:
        found = packaged.built_in_templates()[start.name]
        path = f"{start.name}/{FILE}"
    else:
        found = files.read_folder(start.folder, lambda name: name == FILE or name.endswith(PAGE), MAX_PAGE)
        path = files.show(start.folder / FILE)
    pages = {name: text for name, text in found.items() if name.endswith(PAGE)}
    return Link(read_template(start.name, found[FILE], path), pages, path, found[FILE])
