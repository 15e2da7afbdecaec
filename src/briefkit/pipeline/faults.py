"""A brief in, what a build of it would stop at out: its pictures, charts, brand, template and citation style.

A check tells it in the words of a finding; a build meets the same where it reads these.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefkit import files
from briefkit.errors import InputError, TemplateError
from briefkit.model import Brief, Library, Page, Problem, start_of
from briefkit.pipeline.charting import chart_faults
from briefkit.pipeline.pictures import PICTURE, read_picture, read_twin, targets_in
from briefkit.pipeline.project import PAGE, TEMPLATES, Project
from briefkit.pipeline.styles import read_style


def find_faults(project: Project, folder: Path, brief: Brief, library: Library) -> Iterator[Problem]:
    """What a build of the brief would stop at: pictures that cannot be printed, a style that is not there."""
    if PICTURE in brief.text and any(True for _ in targets_in(brief)):
        yield from _picture_faults(project, folder, brief)
    yield from chart_faults(project, folder, brief)
    yield from _brand_faults(project, folder, brief)
    yield from _template_faults(project, brief)
    yield from _style_faults(project, folder, brief, library)


def _style_faults(project: Project, folder: Path, brief: Brief, library: Library) -> Iterator[Problem]:
    """Why the citation style cannot be used, or not with what is cited, or not as the list of references is to be."""
    start = start_of(brief.path)
    try:
        style = read_style(project, folder, brief.front.csl)
    except InputError as error:
        yield Problem("DOC801", brief.front.places.get("csl", start), error.sentence, error.hint, step=1)
        return
    if style.text:
        yield from _unprinted(style.text, brief, library)
    if style.text and (brief.front.references or project.config.references) == "grouped":
        from briefkit.assemble.styles import is_numeric  # only who wants groups in a style of one's own needs it

        if is_numeric(style.text):
            message = "References that are cited by number are not grouped, but listed in the order of their numbers"
            hint = "leave references: grouped out, or choose a style that cites by author or in notes"
            yield Problem("DOC801", brief.front.places.get("references", start), message, hint)


def _unprinted(style: str, brief: Brief, library: Library) -> Iterator[Problem]:
    """Citations of which the style prints nothing, since their entries have nothing of what it prints."""
    from briefkit.assemble.styles import printed_of_entries  # only who has a style of his own needs it

    printed = printed_of_entries(style)
    if not printed:
        return
    from briefkit.library import resolve
    from briefkit.library.csl import as_csl
    from briefkit.rules.base import cited

    first = {citation.key: citation for citation in reversed(tuple(cited(brief)))}
    for source in resolve(library, tuple(key for key in first if key in library.sources)):
        if not any(name.removesuffix("-short") in printed for name in as_csl(source)):
            wanted = " or ".join(WORDS.get(name, name) for name in sorted(printed)[:MOST_NAMED])
            message = f"The citation style prints nothing where '{source.key}' is cited: its entry has no {wanted}"
            yield Problem("DOC801", first[source.key].place, message, "give it one, or name another style", step=1)


WORDS = {"issued": "date", "container-title": "journal or book", "URL": "address"}
"""What authors call the variables of styles that have other names."""
MOST_NAMED = 4


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
    from briefkit.pipeline.templating import choose_template, coloured, fit_template, refusal

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
    if refused := refusal(frozenset(chosen.own_pages().items()), project.pages):
        yield Problem("DOC801", place, f"A build stops at this: {refused.message.rstrip('.')}", refused.hint)
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
    for target in dict.fromkeys((*places, *targets_in(brief))):
        if target in places and why_outside(target):
            continue  # which a rule tells
        try:
            asset, _ = read_picture(project, folder, target)
            read_twin(project, folder, asset)
        except InputError as error:
            place = places.get(target) or start_of(brief.path)
            yield Problem("DOC819", place, error.sentence, error.hint)
