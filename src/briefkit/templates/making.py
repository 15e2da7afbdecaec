"""A chain of templates in, each extending the next, the Template of a document out: pages, options, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefkit.errors import TemplateError
from briefkit.model import Template
from briefkit.near_misses import did_you_mean
from briefkit.templates.options import Option, OptionValue, Unfit
from briefkit.templates.reading import FORMATS, TemplateFile
from briefkit.values import Value


class Link(Value):
    """One template of a chain: what its file says, its pages by name, its file as messages name it, and its text."""

    file: TemplateFile
    pages: Mapping[str, str]
    path: str
    text: str = ""


class Said(Value):
    """Values that somebody gave to options, and who: `settings`, `front matter`."""

    by: str
    values: Mapping[str, object]


class View(Value):
    """A template for people to look at: what it is called, where it lies (nowhere if it is built in) and who named it,
    the template itself with its options, who set each of them, whose each page is, and its words by language.
    """

    name: str
    title: str
    about: str
    path: str
    said: str
    chain: tuple[str, ...]
    template: Template
    options: tuple[Option, ...]
    set_by: Mapping[str, str]
    pages: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]


def view_template(chain: Sequence[Link], own: Mapping[str, str], said: Sequence[Said], path: str, by: str) -> View:
    """A template as it is with the values that were `said`."""
    first = chain[0].file
    owners = {name: link.file.name for link in reversed(chain) for name in link.pages}
    owners |= dict.fromkeys(own, "all templates of the project")
    setters = {name: link.file.name for link in reversed(chain) for name in link.file.options}
    setters |= {name: link.file.name for link in reversed(chain) for name in link.file.defaults}
    setters |= {name: one.by for one in said for name in one.values}
    labels: dict[str, dict[str, str]] = {}
    for link in reversed(chain):
        for language, words in link.file.labels.items():
            labels.setdefault(language, {}).update(words)
    return View(
        name=first.name,
        title=first.title,
        about=first.about,
        path=path,
        said=by,
        chain=tuple(link.file.name for link in chain),
        template=make_template(chain, own, said, ""),
        options=tuple(known_options(chain).values()),
        set_by=setters,
        pages=dict(sorted(owners.items())),
        labels=labels,
    )


def make_template(chain: Sequence[Link], own: Mapping[str, str], said: Sequence[Said], language: str) -> Template:
    """The template of a document in a language; `own` are the project's pages for all templates, and of what was
    `said` of options the last wins. Raises TemplateError for an option or a value that the template has not.
    """
    options = known_options(chain)
    values = {name: option.default for name, option in options.items()}
    for link in reversed(chain):
        values |= fitted(options, Said(link.path, link.file.defaults))
    for one in said:
        values |= fitted(options, one)
    words: dict[str, str] = {}
    for link in reversed(chain):
        words |= link.file.labels.get(language, {})
    tokens = {name: value for link in reversed(chain) for name, value in link.file.tokens.items()}
    return Template(chain[0].file.name, _pages(chain, own), values, words, formats(chain), tokens)


def known_options(chain: Sequence[Link]) -> dict[str, Option]:
    """The options of a chain by name; a template may give one of those that it extends a new shape."""
    return {name: option for link in reversed(chain) for name, option in link.file.options.items()}


def formats(chain: Sequence[Link]) -> tuple[str, ...]:
    """The formats that the first template of a chain makes: its own, or those of the one it extends."""
    return next((link.file.formats for link in chain if link.file.formats), FORMATS)


def fitted(options: Mapping[str, Option], said: Said) -> dict[str, OptionValue]:
    """The values as their options hold them."""
    return {name: _fit(options, name, value, said.by) for name, value in said.values.items()}


def _fit(options: Mapping[str, Option], name: str, value: object, by: str) -> OptionValue:
    if name not in options:
        near = did_you_mean(name, options)
        hint = near or f"it has {', '.join(sorted(options))}"
        raise TemplateError(f"{by}: the template has no option '{name}'", hint)
    try:
        return options[name].fit(value)
    except Unfit as fault:
        hint = f"{name} is for this: {options[name].about}" if options[name].about else ""
        raise TemplateError(f"{by}: the option {name} {fault}", hint) from fault


def _pages(chain: Sequence[Link], own: Mapping[str, str]) -> Mapping[str, str]:
    """The pages by the names that templates know: `PAGE` is that of the nearest template that has one, and
    `TEMPLATE/PAGE` the nearest from that template on.

    When a project's template extends the built-in one of its own name, that name is the built-in one's: nobody extends
    a page of its own.
    """
    named: dict[str, str] = {}
    nearest: dict[str, str] = {}
    for link in reversed(chain):
        nearest |= link.pages
        named = {f"{link.file.name}/{name}": text for name, text in nearest.items()} | named
    return {**named, **nearest, **own}
