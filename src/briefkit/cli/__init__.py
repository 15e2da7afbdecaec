"""The command line: options in, text and an exit code out. `main` is the one place where errors are caught."""

from __future__ import annotations

import io
import os
import sys

import click

from briefkit.cli.lazy import LazyGroup
from briefkit.cli.telling import fitted, give_up, say, tell
from briefkit.errors import BriefkitError, ConfigError, missing_package, refused
from briefkit.escapes import printable

BUG = 4


COMMANDS = tuple("brand build check claims doctor library new outline rule schema templates trace".split())


@click.command(
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="briefkit", message="%(package)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def group(context: click.Context, debug: bool) -> None:
    """Check policy briefs against their sources, sentence by sentence, and build them as PDF, DOCX and HTML."""
    context.obj = {"debug": debug}


def main() -> None:
    """Run the command line and exit with the code of docs/exit-codes.md."""
    try:
        sys.exit(group(standalone_mode=False))
    except BriefkitError as error:
        tell(error)
        _traceback()
        sys.exit(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        say(_shown(error))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:
        if ended := _ended(error):
            raise ended from None
        missing = missing_package(error) if isinstance(error, ImportError) else refused(error) or _completing()
        first = f"{type(error).__name__}: {error}".split("\n", 1)[0]
        fault = BriefkitError(f"this is a fault of briefkit: {first}", "run again with --debug and report it")
        tell(missing or fault)
        _traceback()
        if isinstance(error, OSError):
            give_up(sys.stdout)
        sys.exit(missing.exit_code if missing else BUG)


def _completing() -> BriefkitError | None:
    """What it means that a shell asks for completions: click reads its words before anything of ours runs."""
    if not os.environ.get("_BRIEFKIT_COMPLETE"):
        return None
    return ConfigError("COMP_WORDS and COMP_CWORD do not say what to complete", "unset _BRIEFKIT_COMPLETE")


def _ended(error: BaseException | None) -> SystemExit | None:
    """The end that a signal asked for, where it came while a class was made: until 3.12 Python wraps it then."""
    while error is not None and not isinstance(error, SystemExit):
        error = error.__cause__
    return error


def _shown(error: click.ClickException) -> str:
    """What click says of a wrong command line, fit for a terminal: it repeats what was typed, and lists with tabs."""
    text = io.StringIO()
    error.show(text)
    lines = (printable(line).replace("\\u0009", "\t") for line in text.getvalue().rstrip("\n").split("\n"))
    return "\n".join(row for line in lines for row in fitted(line))


def _traceback() -> None:
    if "--debug" in sys.argv:
        import traceback

        traceback.print_exc()
