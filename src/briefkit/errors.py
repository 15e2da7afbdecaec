"""What can go wrong with a run: errors carry a message, a hint and an exit code; `cli.main` catches them once.

Findings are about the document and are values (`model.Finding`); errors are about the run and are raised.
The exit codes are those of the table in docs/exit-codes.md.
"""

from __future__ import annotations

import errno


class BriefkitError(Exception):
    """A run cannot go on: `message` says what is wrong, `hint` what to do about it, `line` where in the file."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line

    @property
    def sentence(self) -> str:
        """The message as a finding tells it: with a capital, unless it begins with the name of a file."""
        return f"T{self.message[1:]}" if self.message.startswith(("the ", "there ")) else self.message


class ConfigError(BriefkitError):
    """The command line or the configuration is wrong."""

    exit_code = 2


class InputError(BriefkitError):
    """A named input is missing or cannot be read."""


class EmptyLibraryError(BriefkitError):
    """A library without entries: what is asked of it has no answer, and a check calls it a finding."""

    exit_code = 1


class TemplateError(BriefkitError):
    """A template or a brand was refused."""


class RenderError(BriefkitError):
    """An engine could not make the output."""


class MissingToolError(BriefkitError):
    """Pandoc, Pango or a font is missing or too old."""


class NoProcessError(MissingToolError):
    """The system lets us start no further process."""


class ToolLimitError(BriefkitError):
    """A tool ran into its limit of time or memory on one input."""


class FaultError(BriefkitError):
    """briefkit itself failed on one of several briefs; the others go on."""

    exit_code = 4


def missing_package(error: ImportError) -> MissingToolError | None:
    """What it means that a foreign package could not be imported or has no metadata; nothing if the fault is ours."""
    name = error.name or ""
    package = name.partition(".")[0]
    missing = isinstance(error, ModuleNotFoundError)
    if name.startswith("briefkit.") or (name == "briefkit" and not missing):
        return None
    what = f"the package {package}" if package else "a package"
    why = "is not installed" if missing else f"cannot be loaded: {error}"
    return MissingToolError(f"{what} {why}", "briefkit doctor names the command that mends it")


REFUSALS = {
    errno.EMFILE: "let a process open more files: ulimit -n 256",
    errno.ENFILE: "end other programs: too many files are open",
    errno.EAGAIN: "end other programs, or use fewer --jobs: no more processes may be started",
    errno.ENOMEM: "end other programs, or use fewer --jobs, or ulimit -v unlimited -d unlimited: the memory is full",
    errno.ENOSPC: "the disk is full: make room, or let TMPDIR name another folder",
    errno.EDQUOT: "your quota is used up: make room, or let TMPDIR name another folder",
    errno.EFBIG: "files may not be as large as is needed here: ulimit -f unlimited",
    errno.EBADF: "is standard output closed? write to a file with --output or >",
    errno.EINVAL: "did a file or a link change while it was looked at? run again",
    errno.EIO: "look after the disk or the terminal",
}
"""What the system may refuse at any moment, with the cure."""

HOME = __file__.rpartition("/")[0] + "/"
"""Where the package lies: what it brings is there and can be read, or it was not installed as it should be."""

NO_THREAD = "can't start new thread"
"""What Python says where the limit of processes, which counts threads too, is reached."""

NO_WORDS = ("error return without exception set", "returned NULL without setting an exception")
"""What Python says where it had no memory to say why: the end of the message."""


def cure(error: Exception) -> str:
    """What to do about what the system refuses; nothing for other errors."""
    return REFUSALS.get(error.errno or 0, "") if isinstance(error, OSError) else ""


def refused(error: Exception) -> BriefkitError | None:
    """What it means that the system refuses to go on; nothing if the fault is ours."""
    if isinstance(error, MemoryError) or (isinstance(error, SystemError) and str(error).endswith(NO_WORDS)):
        error = OSError(errno.ENOMEM, "Cannot allocate memory")
    if isinstance(error, RuntimeError) and str(error) == NO_THREAD:
        error = OSError(errno.EAGAIN, "Resource temporarily unavailable")
    if isinstance(error, OSError) and cure(error):
        return BriefkitError(f"the system refused to go on: {error.strerror}", cure(error))
    name = str(error.filename or "") if isinstance(error, OSError) else ""
    if isinstance(error, OSError) and name.startswith(HOME):
        message = f"the file {name.removeprefix(HOME)} of briefkit itself cannot be read: {error.strerror}"
        return MissingToolError(message, "install briefkit anew, so that you may read all of it")
    return None


def fault(error: Exception) -> FaultError | None:
    """What it means that our own code failed on a brief; nothing if the fault is not ours.

    Until 3.12 Python wraps what a signal raises while a class is made: that is the end that was asked for.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, BriefkitError | ImportError | SystemExit):
            return None
        if isinstance(cause, Exception) and refused(cause):
            return None
        cause = cause.__cause__
    first = f"{type(error).__name__}: {error}".split("\n", 1)[0]
    hint = "run again with --debug and this brief alone, and report it"
    return FaultError(f"this is a fault of briefkit: {first}", hint)
