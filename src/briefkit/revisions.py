"""Files as they stood at a revision of git: names in, bytes out.

Git runs in a child with limits, reads only what is on this disk and runs nothing that a repository configures.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from functools import partial

from briefkit.errors import ConfigError, InputError, MissingToolError, ToolLimitError
from briefkit.patterns import regex
from briefkit.processes import Child, ChildLimits, drain

LIMITS = ChildLimits(60.0, 16_384)
"""Git maps its packs into memory, however large they are."""

FIRST = ChildLimits(15.0, 16_384)
"""To name a commit takes a moment, unless a file of the repository never ends, such as a pipe."""

MOST_SAID, MOST_FILE = 1_000_000, 201_000_000
"""Bytes of an answer of git, and of a file, such as a large library: one that goes on without end must not fill us."""

QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")
ENVIRONMENT = {
    **{"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"},
    **{"GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"},
}
THERE, ABSENT = b"1", b"0"


def read_at(revision: str, paths: Sequence[str]) -> Mapping[str, bytes]:
    """What these files held at a revision; one that was not there is left out.

    Raises MissingToolError without git, ConfigError where there is no repository or no such revision.
    """
    work = {path: partial(_file, path) for path in paths}
    look = "look at the repository: git rev-parse HEAD must answer; or leave out --since"
    commit = _run_child({"": partial(_commit, revision)}, FIRST, look)[""].decode()
    reads = {path: partial(read, commit) for path, read in work.items()}
    made = _run_child(reads, LIMITS, "check fewer briefs at once") if work else {}
    return {path: data[len(THERE) :] for path, data in made.items() if data.startswith(THERE)}


def _run_child(work: Mapping[str, partial[bytes]], limits: ChildLimits, hint: str) -> Mapping[str, bytes]:
    with Child("what git knows", work, limits, hint) as child:
        return child.result()


# --- in the child ----------------------------------------------------------------------------


def _commit(revision: str) -> bytes:
    """The hash of a revision."""
    if _git("rev-parse", "--git-dir").returncode:
        said = _said(_git("rev-parse", "--git-dir"))
        is_foreign = "dubious ownership" in said
        hint = (
            "git config --global --add safe.directory FOLDER" if is_foreign else "run it in one, or leave out --since"
        )
        why = "" if said.startswith("not a git repository") else f": {said}"
        raise ConfigError(f"--since needs a git repository{why or ', and this is none'}", hint)
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode or revision[:1] in ("", "^"):  # `^HEAD` is all that is not HEAD
        hint = "name a commit, a branch or a tag; a shallow clone has few: fetch it whole (fetch-depth: 0)"
        raise ConfigError(f"git knows no revision '{revision}'", hint)
    commit = found.stdout.strip()
    if not _HASH.fullmatch(commit):
        raise InputError("git answers with no hash of a commit", "look at the program: git rev-parse HEAD must answer")
    return commit


_HASH = regex(rb"[0-9a-f]{40,64}")


def _file(path: str, commit: str) -> bytes:
    """A sign whether the file was there, and what it held."""
    near = os.path.relpath(os.path.realpath(path), os.path.realpath("."))
    name = f"{commit}:{near if near.startswith('..') else f'./{near}'}"
    if _git("rev-parse", "--verify", "--quiet", "--end-of-options", name).returncode:
        return ABSENT
    found = _git("cat-file", "blob", name, most=MOST_FILE)
    if found.returncode:
        raise InputError(f"git cannot read {path} as it was: {_said(found)}", "look at the repository: git fsck")
    return THERE + found.stdout


def _git(*arguments: str, most: int = MOST_SAID) -> subprocess.CompletedProcess[bytes]:
    """What git answers, in at most so many bytes; ToolLimitError when it prints more."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_EXTERNAL")} | ENVIRONMENT
    command = ("git", "--no-pager", *QUIET, *arguments)
    try:
        popen = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
    except FileNotFoundError as error:
        raise MissingToolError("git is not installed", "install git, or leave out --since") from error
    with popen:
        try:
            out, err = drain(popen, most)
        except OverflowError as error:
            popen.kill()
            printed = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"
            hint = "look at the program: git rev-parse HEAD must answer; or leave out --since"
            raise ToolLimitError(f"git printed more than {printed} to answer 'git {arguments[0]}'", hint) from error
    return subprocess.CompletedProcess(command, popen.returncode, out, err)


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git says."""
    return next(iter(done.stderr.decode("utf-8", "replace").removeprefix("fatal: ").splitlines()), "").strip()
