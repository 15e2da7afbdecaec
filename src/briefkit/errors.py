"""What can go wrong with a run: errors carry a message, a hint and an exit code; `cli.main` catches them once.

Findings are about the document and are values (`model.Finding`); errors are about the run and are raised.
The exit codes are those of the table in docs/exit-codes.md.
"""

from __future__ import annotations


class BriefkitError(Exception):
    """A run cannot go on: `message` says what is wrong, `hint` what to do about it, `line` where in the file."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line


class ConfigError(BriefkitError):
    """The command line or the configuration is wrong."""

    exit_code = 2


class InputError(BriefkitError):
    """A named input is missing or cannot be read."""


class TemplateError(BriefkitError):
    """A template or a brand was refused."""


class RenderError(BriefkitError):
    """An engine could not make the output."""


class MissingToolError(BriefkitError):
    """Pandoc, Pango or a font is missing or too old."""


class ToolLimitError(BriefkitError):
    """A tool ran into its limit of time or memory on one input."""


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
