"""What a shell may complete: the beginning of a word of the command line in, what it may go on to out.

A shell asks while somebody types: what the project's settings or types have wrong is not told here, and less offered.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefkit.errors import BriefkitError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

Completer = Callable[["click.Context", "click.Parameter", str], "list[CompletionItem]"]


def _by_the_shell(kind: str) -> Completer:
    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(begun, type=kind)]

    return complete


def _one_of(find_words: Callable[[], Iterable[str]]) -> Completer:
    """A completer of what is found, of the last one where several are divided by commas."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        before, comma, last = begun.rpartition(",")
        with contextlib.suppress(BriefkitError):
            return [CompletionItem(before + comma + word) for word in find_words() if word.startswith(last)]
        return []

    return complete


def _rules() -> Iterable[str]:
    from briefkit.rules import all_rules

    return [word for name, rule in all_rules().items() for word in (str(rule.CODE), name)]


def _types() -> Iterable[str]:
    from briefkit.pipeline import load_project
    from briefkit.pipeline.brief_types import type_names

    return type_names(load_project({}))


def _templates() -> Iterable[str]:
    from briefkit.pipeline import load_project
    from briefkit.pipeline.templating import template_names

    return template_names(load_project({}))


def _formats() -> Iterable[str]:
    from briefkit.render import FORMATS

    return FORMATS


def _languages() -> Iterable[str]:
    from briefkit import packaged

    return [file.removesuffix(".toml") for file in packaged.starters()]


a_rule, a_type, a_template = _one_of(_rules), _one_of(_types), _one_of(_templates)
a_format, a_language = _one_of(_formats), _one_of(_languages)
a_file, a_folder = _by_the_shell("file"), _by_the_shell("dir")
