"""Where the program starts, also as `python -m briefkit`; a signal while it is being loaded ends it as later on."""

import gc
import signal
import sys
from types import FrameType

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143}


def end(number: int, frame: FrameType | None) -> None:
    """Leave by an exception, so that what is open is closed and what runs is ended, with the code of the signal."""
    sys.exit(ENDS[signal.Signals(number)])


OBJECTS = 200_000
"""How many objects are made before rings among them are looked for: there are few, and looking often is a tenth of a
check."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(OBJECTS)
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # who starts us in the background may not want it heard
            signal.signal(number, end)
    from briefkit.cli import main as run  # loaded here so that a signal meanwhile is heard

    run()


if __name__ == "__main__":
    main()
