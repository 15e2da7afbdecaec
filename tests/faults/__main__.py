"""`python -m tests.faults` prints how builds stand faults: injected ones, kills at random moments, builds at once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.command import environment
from tests.e2e.standing_in import orphans
from tests.faults.project import SET, Seen, Stage, hashes, make_stage, then_builds, violations
from tests.faults.sweep import sweep, traced, wide_sweep

KILLS, ROUNDS, AT_ONCE = 100, 10, 8
MOST_TRIES = 3 * KILLS
"""How many builds are begun at most for that many to be killed: some are done before their moment comes."""


def kill_at_random(stage: Stage) -> tuple[int, list[str]]:
    """As many builds as are to be killed at random moments (the same ones each time), and what they leave."""
    dice = random.Random(1)
    start = time.monotonic()
    then_builds(stage)
    whole = time.monotonic() - start
    found: list[str] = []
    killed = 0
    for number in range(MOST_TRIES):
        if killed == KILLS:
            return killed, found
        stage.reset()
        with orphans() as left:
            run = subprocess.Popen(
                stage.arguments(),
                cwd=stage.folder,
                env=environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            time.sleep(dice.uniform(0, whole * 1.05))
            run.send_signal(signal.SIGKILL)
            err = run.communicate()[1].decode("utf-8", "replace")
        killed += run.returncode == -signal.SIGKILL
        wrong = violations(stage, Seen(run.returncode, err, hashes(stage.folder / SET)))
        wrong += [f"{len(left)} processes left"] if left else []
        if number % 10 == 0:
            wrong += then_builds(stage)
        found += [f"kill {number}: {one}" for one in wrong]
    return killed, [*found, f"only {killed} of {number + 1} builds could be killed, not {KILLS}"]


def build_at_once(stage: Stage) -> tuple[int, list[str]]:
    """Builds of the same brief at the same time, and what they leave."""
    found: list[str] = []
    for number in range(ROUNDS):
        stage.reset()
        runs = [
            subprocess.Popen(
                stage.arguments(),
                cwd=stage.folder,
                env=environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _ in range(AT_ONCE)
        ]
        for run in runs:
            err = run.communicate()[1]
            if run.returncode:
                found.append(f"round {number}: exit {run.returncode}: {err[-200:]!r}")
        seen = hashes(stage.folder / SET)
        if seen != stage.new:
            found.append(f"round {number}: leaves {sorted(seen)}")
    return ROUNDS * AT_ONCE, found


def main() -> None:
    """Run all and exit with 1 when anything was violated."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="briefkit-faults-") as name:
        folder = Path(name)
        for part in ("two", "all"):
            (folder / part).mkdir()
        two, whole = make_stage(folder / "two", "html,docx"), make_stage(folder / "all", "pdf,docx,html")
        if traced(folder):
            found += _told("faults in calls that touch the outputs", *sweep(two))
            found += _told("faults in calls anywhere", *wide_sweep(two))
        else:
            sys.stdout.write("strace cannot trace here: no faults were injected\n")
        found += _told("kills at random moments", *kill_at_random(whole))
        found += _told(f"builds, {AT_ONCE} at once", *build_at_once(whole))
    sys.exit(1 if found else 0)


def _told(what: str, number: int, found: list[str]) -> list[str]:
    sys.stdout.write(f"{what}: {number}, violations: {len(found)}\n")
    sys.stdout.writelines(f"  {line}\n" for line in found)
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    main()
