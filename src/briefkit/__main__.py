"""Where the program starts, also as `python -m briefkit`; a signal while it is being loaded ends it as later on."""

import gc
import os
import signal
import sys
import threading
from types import FrameType
from typing import NoReturn

from briefkit.endings import ENDS

SOON = 0.01
"""Seconds until a signal that was lost comes again."""

OBJECTS = 200_000
"""How many objects are made before rings among them are looked for: there are few, and looking often is a tenth of a
check."""


def end(number: int, frame: FrameType | None) -> None:
    """Leave by an exception, so that what is open is closed and what runs is ended, with the code of the signal."""
    sys.exit(ENDS[signal.Signals(number)])


def end_again(lost: "sys.UnraisableHookArgs") -> None:
    """Leave a moment later, when the exception came in a callback, where Python drops it: imports have such.

    The alarm of a limit rings again by itself.
    """
    if isinstance(lost.exc_value, SystemExit):
        number = next((number for number, code in ENDS.items() if code == lost.exc_value.code), signal.SIGTERM)
        threading.Timer(SOON, os.kill, (os.getpid(), number)).start()
    elif type(lost.exc_value).__name__ != "ToolLimitError":
        sys.__unraisablehook__(lost)


def hear_signals() -> None:
    """Let Ctrl-C, SIGTERM, a terminal that closes and their like end the program in order, wherever they come."""
    sys.unraisablehook = end_again
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # who ignores it would not be told how a child ended
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # who starts us in the background may not want it heard
            signal.signal(number, end)
    # who starts us may hold some back, the alarm of a limit among them
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)


def open_standard() -> None:
    """Put something in the place of a standard stream that is closed: else the next file that is opened would take it.

    It is open the wrong way round, so that who reads or writes there is told; of messages nobody is told.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def main() -> None:
    """Run the command line."""
    system: str = sys.platform
    if system == "win32":
        refuse("briefkit does not run on Windows itself", "install WSL (wsl --install), and briefkit in it")
    open_standard()
    hear_signals()
    gc.set_threshold(OBJECTS)
    try:
        from briefkit import patterns, precompiled  # loaded here so that a signal meanwhile is heard

        patterns.take(precompiled.load())
        from briefkit.cli import main as run
    except MemoryError:
        refuse("there is not enough memory to start", "end other programs, or ulimit -v unlimited -d unlimited")
    except ImportError as error:  # click, or the package is damaged: there is nothing to tell it with
        package = (error.name or "briefkit").partition(".")[0]
        if isinstance(error, ModuleNotFoundError):
            refuse(f"the package {package} is not installed", f"install it: {sys.executable} -m pip install {package}")
        command = f"{sys.executable} -m pip install --force-reinstall --no-deps {package}"
        refuse(f"the package {package} cannot be loaded: {error}".split("\n")[0], f"install it anew: {command}")
    run()


def refuse(message: str, hint: str) -> NoReturn:
    """Say why the command line cannot even start, as it would say it itself, and end with its code for that."""
    sys.stderr.write(f"Error: {message}\nHint: {hint}\n")
    sys.exit(3)


if __name__ == "__main__":
    main()
