"""Where the program starts, also as `python -m briefkit`; a signal while it is being loaded ends it as later on."""

import signal
import sys
from types import FrameType
from typing import NoReturn

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143}


def end(number: int, frame: FrameType | None) -> None:
    """Leave by an exception, so that what is open is closed and what runs is ended, with the code of the signal."""
    sys.exit(ENDS[signal.Signals(number)])


def main() -> None:
    """Run the command line."""
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # who starts us in the background may not want it heard
            signal.signal(number, end)
    system: str = sys.platform
    if system == "win32":
        refuse("briefkit does not run on Windows itself", "install WSL (wsl --install), and briefkit in it")
    try:
        from briefkit.cli import main as run  # loaded here so that a signal meanwhile is heard
    except ModuleNotFoundError as error:  # click, or the package is damaged: there is nothing to tell it with
        command = f"{sys.executable} -m pip install {error.name}"
        refuse(f"the package {error.name} is not installed", f"install it: {command}")
    run()


def refuse(message: str, hint: str) -> NoReturn:
    """Say why the command line cannot even start, as it would say it itself, and end with its code for that."""
    sys.stderr.write(f"Error: {message}\nHint: {hint}\n")
    sys.exit(3)


if __name__ == "__main__":
    main()
