"""Templates and values go in, a page comes out. The only home of Jinja2, and it is locked: a template can print the
values it is given and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from traceback import walk_tb
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefkit.errors import TemplateError

LONGEST_RANGE = 1_000
HINT = "mend it there; docs/templates.md lists the names that a template may use"


def _short_range(*numbers: int) -> range:
    """`range` that cannot be used to keep a machine busy."""
    made = range(*numbers)
    if len(made) > LONGEST_RANGE:
        raise SecurityError(f"a range of more than {LONGEST_RANGE} numbers")
    return made


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which nothing is printed as markup but markup.

    Jinja has a tag that switches escaping off, takes what a filter makes of a block for safe, and lets `translate` put
    foreign words into markup.
    """

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for switch in tree.find_all(nodes.EvalContextModifier):
            if any(option.value != nodes.Const(True) for option in switch.options):
                raise TemplateSyntaxError("escaping cannot be switched off", switch.lineno, name, filename)
        for block in tree.find_all(nodes.FilterBlock):
            block.filter = _escaped(block.filter)
        for assigned in tree.find_all(nodes.AssignBlock):
            assigned.filter = _escaped(assigned.filter) if assigned.filter else None
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have an attribute."""
        return super().is_safe_attribute(obj, attr, value) and not (isinstance(obj, Markup) and attr == "translate")


def _escaped(made: nodes.Filter) -> nodes.Filter:
    """A filter, and after it the one that escapes what is no markup."""
    return nodes.Filter(made, "e", [], [], None, None, lineno=made.lineno)


def environment(template: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """A sandbox over these templates: all is escaped, an unknown name is an error, nothing can be marked safe."""
    return _environment(frozenset(template.items()))


@lru_cache(maxsize=4)
def _environment(template: frozenset[tuple[str, str]]) -> ImmutableSandboxedEnvironment:
    """The same for templates that were met before, which are not compiled again."""
    texts = dict(template)
    made = _Sandbox(
        loader=FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del made.filters["safe"]
    for name in ("lipsum", "cycler", "joiner", "namespace"):
        made.globals.pop(name, None)
    made.globals["range"] = _short_range
    return made


def check_syntax(template: Mapping[str, str]) -> None:
    """Raise TemplateError for the first template that is no Jinja."""
    sandbox = environment(template)
    for name, text in template.items():
        try:
            sandbox.compile(text, name)
        except Exception as error:
            raise _fault(error, {}, name) from error


def fill(template: Mapping[str, str], name: str, values: Mapping[str, Any], markup: str) -> str:
    """The page of this template; `markup`, the body as pandoc wrote it, is the one text that is not escaped."""
    try:
        page = environment(template).get_template(name).render({**values, "body": Markup(markup)})  # noqa: S704
        page.encode()
    except Exception as error:
        raise _fault(error, template, name) from error
    return page


def _fault(error: Exception, template: Mapping[str, str], name: str) -> TemplateError:
    """What is told of a template: whatever comes up while it is read and filled in is its own."""
    where = f"the template {_where(error, template) or name}"
    match error:
        case JinjaError():
            return TemplateError(f"{where} was refused: {error.message or error}", HINT)
        case RecursionError():
            return TemplateError(f"{where} failed: it is nested too deeply, or takes itself in", HINT)
        case MemoryError():
            hint = "make less of it there: a repeated or padded text, a list of many"
            return TemplateError(f"{where} needs more memory than the pages of a brief may take", hint)
        case UnicodeEncodeError():
            return TemplateError(f"{where} failed: it prints half a character, {error.object[error.start]!a}", HINT)
        case SyntaxError(msg=str(why)):  # of the Python that is made of it
            return TemplateError(f"{where} failed: {why}", HINT)
        case TypeError() | ValueError() | ArithmeticError() if str(error):
            return TemplateError(f"{where} failed: {error}", HINT)
        case _:
            return TemplateError(f"{where} failed: {type(error).__name__}: {error}".removesuffix(": "), HINT)


def _where(error: BaseException, template: Mapping[str, str]) -> str:
    """The template and the line where an error came up: of a fault of syntax, or the innermost that was at work."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}" if error.name else ""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((f"{name}, line {line}" for name, line in reversed(frames) if name in template), "")
