"""Where the program starts, also as `python -m briefkit`; an interrupt while it is still being loaded is one too."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line."""
    try:
        from briefkit.cli import main as run  # loaded here so that an interrupt meanwhile is caught
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
