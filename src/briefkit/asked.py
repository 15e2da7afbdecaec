"""Questions to the disk in, their answers noted while somebody listens: all that a piece of work has seen of the disk.

A question is a function of `files` with its arguments, an answer is a digest. Work that would be told the same answers
again would come out the same again, so it need not be done.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from briefkit.errors import BriefkitError

Answer = TypeVar("Answer")
Parameters = ParamSpec("Parameters")
Question = tuple[str | int, ...]
"""The name of a function, and its arguments; a path is absolute."""

Answers = dict[Question, str]

UNSURE = ""
"""What is noted when one question had two answers: no disk ever gives it."""

NONE = "?"
"""The answer to a question that is none of ours."""

_asks: dict[str, Callable[..., Any]] = {}
_listeners: list[Answers] = []


def question(ask: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """Let a function that looks at the disk be heard; its arguments are paths and numbers."""
    _asks[ask.__name__] = ask

    @functools.wraps(ask)
    def heard(*arguments: Parameters.args, **named: Parameters.kwargs) -> Answer:
        if not _listeners:
            return ask(*arguments, **named)
        asked = _question(ask.__name__, (*arguments, *named.values()))
        try:
            answer = ask(*arguments, **named)
        except BriefkitError as error:
            tell({asked: _digest(error)})
            raise
        tell({asked: _digest(answer)})
        return answer

    return heard


@contextmanager
def listening() -> Iterator[Answers]:
    """All that is asked meanwhile, with the answers; who listens around this hears it as well."""
    heard: Answers = {}
    _listeners.append(heard)
    try:
        yield heard
    finally:
        _listeners[:] = [one for one in _listeners if one is not heard]


def is_anybody_listening() -> bool:
    """Whether what is asked is noted at all: digests of large files take a while."""
    return bool(_listeners)


def tell(answers: Mapping[Question, str]) -> None:
    """Let all who listen know what was asked before, for work that is done once for several."""
    for heard in _listeners:
        for asked, answer in answers.items():
            heard[asked] = answer if heard.get(asked, answer) == answer else UNSURE


class Memory:
    """Work that is done once for a name; whoever listens to what is asked of the disk hears it each time.

    With `most`, what was done first is forgotten when there is more.
    """

    def __init__(self, most: int = 0) -> None:
        self.most = most
        self.kept: dict[object, Any] = {}
        self.heard: dict[object, Answers] = {}

    def once(self, name: object, make: Callable[[], Answer]) -> Answer:
        """What was made under a name, made now if it was not."""
        if is_anybody_listening():
            if name not in self.heard:
                with listening() as heard:
                    self.kept[name] = make()
                self.heard[name] = heard
            tell(self.heard[name])
        elif name not in self.kept:
            self.kept[name] = make()
        made = cast(Answer, self.kept[name])
        if self.most and len(self.kept) > self.most:
            self.forget(next(iter(self.kept)))
        return made

    def forget(self, *names: object) -> None:
        """Forget what was made under these names, or without any all of it."""
        for name in names or tuple(self.kept):
            self.kept.pop(name, None)
            self.heard.pop(name, None)


def ask_again(asked: Question) -> str:
    """The answer that the disk gives now."""
    name, *arguments = asked
    ask = _asks.get(str(name))
    if ask is None:
        return NONE
    try:
        return _digest(ask(*(Path(one) if isinstance(one, str) else one for one in arguments)))
    except BriefkitError as error:
        return _digest(error)


def _question(name: str, arguments: tuple[Any, ...]) -> Question:
    return (name, *(one if isinstance(one, int) else os.path.abspath(one) for one in arguments))


def _digest(answer: object) -> str:
    return sha256(answer if isinstance(answer, bytes) else repr(answer).encode("utf-8", "surrogatepass")).hexdigest()
