"""`python -m tests.fuzz SECONDS`: the fuzz tests with new examples, round after round, until the time is over.

A failing example is printed with the seed that makes it; make it a case of the corpus or of a unit test, and mend it.
"""

from __future__ import annotations

import os
import sys
import time
from secrets import randbelow

import pytest


def main(seconds: float) -> int:
    """Run until the time is over or a round fails; the exit code is that of the last round."""
    os.environ["BRIEFKIT_FUZZ"] = "1"
    end = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < end:
        seed = randbelow(2**32)
        sys.stdout.write(f"round {rounds + 1}, seed {seed}\n")
        if code := pytest.main(["tests/fuzz", "-q", "-x", f"--hypothesis-seed={seed}"]):
            return int(code)
        rounds += 1
    sys.stdout.write(f"{rounds} rounds, nothing found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 600.0))
