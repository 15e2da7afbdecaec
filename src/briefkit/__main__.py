"""`python -m briefkit` is the command line."""

from briefkit.cli import main

main()
