"""What a build left and what it was made of: which outputs stand, because a build would make them again, byte for byte.

Of each brief that is built a Trace is kept in the project's `.briefkit/` (see `caches`). Its outputs stand, and nothing
is read by pandoc, when all is as it was: the setting (program, settings, options, the brief's place), the answers to
all that was asked of the disk, and the outputs, which nothing may lie beside that a killed build has left.

When only some answer is another, the brief is checked. If its document would then be put together from the very same
parts, its pages are those that lie there: an entry that nobody cites may change without a page being laid out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefkit import asked, caches, files, outputs
from briefkit.errors import InputError
from briefkit.model import EMPTY
from briefkit.pipeline.digests import digest, sha256
from briefkit.pipeline.program import digest_program
from briefkit.pipeline.project import Project
from briefkit.values import Value, fields, replace

DRAFT = ("draft",)
"""The marks of a draft."""

LARGEST_OUTPUT = 1_000_000_000


class Wanted(Value):
    """What a build is to make: which formats, with which marks on each page, whether even what stands already, and
    whether the PDF is to be kept, with what it was made from inside.
    """

    formats: tuple[str, ...]
    marks: tuple[str, ...] = ()
    force: bool = False
    archive: bool = False


class Trace(Value):
    """What a build had seen, and the digests of what it left: `parts` is that of all its document was made from."""

    setting: str
    asked: tuple[tuple[asked.Question, str], ...]
    parts: str
    outputs: Mapping[str, str]


def digest_setting(project: Project, brief: Path, wanted: Wanted) -> str:
    """The digest of what shapes a build besides what it reads; how long it may take and where it goes does not."""
    config = replace(project.config, output="", limits=EMPTY)
    where = (str(project.root), os.path.abspath(brief), os.getcwd(), project.brand, project.template)
    return digest(digest_program(), where, config, sorted(wanted.formats), wanted.marks, wanted.archive)


def digest_parts(parts: tuple[object, ...], wanted: Wanted) -> str:
    """The digest of what a document is put together from, and of what prints it."""
    return digest(digest_program(), parts, sorted(wanted.formats), wanted.archive)


def stands(project: Project, folder: Path, setting: str, answers: asked.Answers) -> bool:
    """Whether a build would leave a folder of outputs as it is; `answers` are those that the disk gave in this run."""
    trace = recall(project, folder)
    if trace is None or trace.setting != setting or not is_whole(folder, trace.outputs):
        return False
    return all(_answer(question, answers) == answer for question, answer in trace.asked)


def _answer(question: asked.Question, answers: asked.Answers) -> str:
    if question not in answers:
        answers[question] = asked.ask_again(question)
    return answers[question]


def is_whole(folder: Path, names: Mapping[str, str]) -> bool:
    """Whether a folder holds these outputs, and nothing that a build was killed over."""
    if any(name.startswith(outputs.OURS) for name in files.list_folder(folder)):
        return False
    return all(_read(folder, name, digest) is not None for name, digest in names.items())


def read_standing(folder: Path, trace: Trace, names: Sequence[str]) -> dict[str, bytes] | None:
    """The outputs of these names as the last build left them; nothing when one is not there or is another."""
    found = {name: _read(folder, name, trace.outputs.get(name, "")) for name in names}
    whole = {name: data for name, data in found.items() if data is not None}
    return whole if len(whole) == len(found) else None


def _read(folder: Path, name: str, wanted: str) -> bytes | None:
    """An output, if it is no link and has this digest."""
    try:
        outputs.refuse_links(folder, (name,))
        data = files.read_bytes(folder / name, LARGEST_OUTPUT)
    except InputError:
        return None
    return data if sha256(data) == wanted else None


# --- what is kept -------------------------------------------------------------------------------


def recall(project: Project, folder: Path) -> Trace | None:
    """The trace of the build that left a folder of outputs, if there is one of ours."""
    kept = caches.load(project.root, _name(project, folder))
    if kept is None:
        return None
    try:
        told = json.loads(kept)
        answers = tuple((tuple(question), answer) for question, answer in told["asked"])
        return Trace(told["setting"], answers, told["parts"], told["outputs"])
    except (ValueError, KeyError, TypeError):  # that of another briefkit
        return None


def remember(project: Project, folder: Path, trace: Trace) -> None:
    """Keep the trace of a build."""
    caches.keep(
        project.root,
        _name(project, folder),
        json.dumps({field.name: getattr(trace, field.name) for field in fields(Trace)}).encode(),
    )


def _name(project: Project, folder: Path) -> str:
    within = os.path.relpath(os.path.realpath(folder), os.path.realpath(project.root))
    return f"{sha256(within.encode('utf-8', 'surrogatepass'))[:16]}.trace"
