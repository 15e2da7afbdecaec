"""A project in, all citations in its briefs out: which keys of its libraries they use, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefkit import files
from briefkit.errors import ConfigError, InputError
from briefkit.model import Brief, Unreadable, Use
from briefkit.pandoc import Worker
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.checking import SMALL
from briefkit.pipeline.pool import spread
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Once, Origin, Shelf, find_origins, read_brief, without_library
from briefkit.values import Value


class Uses(Value):
    """All citations in the briefs of a project; `known` says whether there are briefs and every one could be read."""

    uses: tuple[Use, ...]
    unreadable: tuple[Unreadable, ...]
    known: bool

    @property
    def keys(self) -> frozenset[str] | None:
        """The keys that any brief cites; None where that is not known."""
        return frozenset(use.key for use in self.uses) if self.known else None


NO_USES = Uses((), (), known=False)


def own_briefs(project: Project) -> tuple[Origin, ...]:
    """The briefs of the project; none where there is no folder of them."""
    try:
        return find_origins(project, ())
    except ConfigError:
        return ()


def find_uses(project: Project) -> Uses:
    """Every citation in the project's briefs, in their order; a brief that cannot be read is told of."""
    origins = own_briefs(project)
    jobs = project.jobs if len(origins) >= SMALL else 1
    results = tuple(spread(lambda: _finding_uses(project, len(origins)), origins, jobs))
    failed = tuple(result for result in results if isinstance(result, Unreadable))
    uses = tuple(use for result in results if not isinstance(result, Unreadable) for use in result)
    return Uses(uses, failed, known=bool(origins) and not failed)


@contextmanager
def _finding_uses(project: Project, briefs: int) -> Iterator[Callable[[Origin], tuple[Use, ...] | Unreadable]]:
    shelf = Shelf(project)

    def find(origin: Origin) -> tuple[Use, ...] | Unreadable:
        read = read_brief(origin, reader, project, Bounds(project.seconds))
        if isinstance(read, Unreadable):
            return read
        loaded, brief = read
        try:
            tuple(shelf.paths(loaded.folder, brief.front.bibliography))
        except InputError as error:
            return without_library(brief, error)
        return tuple(_uses(brief))

    with Worker(limits=project.limits) as worker:
        reader = Once(project.limits, shelf) if briefs == 1 else worker
        yield find


def _uses(brief: Brief) -> Iterator[Use]:
    """The citations of a brief, those in notes and in the `source=` of tables and figures included."""
    from briefkit.rules.base import cited

    sentences = {citation.place: sentence.plain for sentence in brief.sentences for citation in sentence.citations}
    for citation in cited(brief):
        yield Use(citation.key, citation.place, sentences.get(citation.place, ""))


def used_keys(project: Project, uses: Uses) -> frozenset[str]:
    """The keys that the project's briefs cite; ConfigError when it has none, or not all could be read."""
    if uses.keys is None and not uses.unreadable:
        hint = f"keep briefs in {files.show(project.root / project.config.briefs)}/"
        raise ConfigError("no briefs found that could cite anything", hint)
    return uses.keys or frozenset()
