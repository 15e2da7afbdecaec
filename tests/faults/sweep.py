"""System calls that fail, at the first, second, ... Nth call until the build gets through: strace injects the faults.

Two sweeps: of the calls that touch the outputs, every one of them; and of all calls of the whole build, at growing
distances, where Python's own start may fail but the outputs must stay whole all the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.project import SET, Stage, build, then_builds, violations

CALLS = {
    "openat": ("openat", "ENOSPC EACCES"),
    "write": ("write", "ENOSPC EIO"),
    "fsync": ("fsync", "EIO ENOSPC"),
    "fchmod": ("fchmod", "EPERM"),
    "link": ("linkat", "EIO EMLINK"),
    "rename": ("renameat", "EIO ENOSPC"),
    "unlink": ("unlinkat", "EIO"),
    "flock": ("flock", "ENOLCK"),
}
KILLED = ("openat", "write", "fsync", "link", "rename", "unlink")
MOST = 60
STEPS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597)


@dataclass(frozen=True)
class Fault:
    """A fault: the Nth call of a kind fails with an error, or the process is killed at it; on outputs or anywhere."""

    call: str
    effect: str
    number: int
    anywhere: bool = False

    def __str__(self) -> str:
        return f"{self.call} {self.effect} at {self.number}" + (" anywhere" if self.anywhere else "")


def strace() -> str | None:
    """The path of strace, if it is there."""
    return shutil.which("strace")


def wrapper(fault: Fault, stage: Stage) -> tuple[str, ...]:
    """The command that runs a build with this fault."""
    inject = f"inject={fault.call}:{fault.effect}:when={fault.number}"
    paths: list[str] = []
    if not fault.anywhere:
        folder = stage.folder / SET
        names = [f"pumps.{name}" for name in stage.formats.split(",")] + ["manifest.json"]
        every = [folder, folder / ".briefkit.lock"]
        every += [folder / f"{start}{name}" for name in names for start in ("", ".briefkit-new.", ".briefkit-old.")]
        for path in every:
            paths += ["-P", str(path)]
    log = str(stage.folder / "strace.log")
    return (
        strace() or "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        log,
        "-e",
        f"trace={fault.call}",
        "-e",
        inject,
        *paths,
    )


def disturbed(fault: Fault, stage: Stage) -> tuple[bool, list[str]]:
    """Whether the fault was met, and what it broke."""
    stage.reset()
    seen = build(stage, wrapper(fault, stage))
    log = (stage.folder / "strace.log").read_text("utf-8", "replace")
    met = "INJECTED" in log or "killed by SIGKILL" in log or "SIGKILL" in log
    wrong = violations(stage, seen, tidy=fault.call not in ("unlinkat", "flock"))
    if met and not fault.anywhere and seen.code not in (0, 3, -9, 137):
        wrong.append(f"exit {seen.code}: {seen.err[-300:]}")
    if met and not fault.anywhere and "Traceback" in seen.err:
        wrong.append(f"a traceback: {seen.err[-300:]}")
    return met, wrong


def faults_of(call: str, effect: str) -> Iterator[Fault]:
    """The fault at the first call, the second, and so on."""
    yield from (Fault(call, effect, number) for number in range(1, MOST))


def kinds() -> Iterator[tuple[str, str]]:
    """Each call with each of its effects."""
    for call, errors in CALLS.values():
        yield from ((call, f"error={error}") for error in errors.split())
    yield from ((CALLS[name][0], "signal=KILL") for name in KILLED)


def sweep(stage: Stage) -> tuple[int, list[str]]:
    """All faults: how many were met, and every violation."""
    met = 0
    found: list[str] = []
    for call, effect in kinds():
        for fault in faults_of(call, effect):
            was_met, wrong = disturbed(fault, stage)
            if not was_met:
                break
            met += 1
            found += [f"{fault}: {one}" for one in wrong]
            if effect == "signal=KILL":
                found += [f"{fault}: {one}" for one in then_builds(stage)]
    return met, found


def wide_sweep(stage: Stage) -> tuple[int, list[str]]:
    """Faults anywhere in the build, at growing distances."""
    met = 0
    found: list[str] = []
    for call in ("openat", "write", "fsync", "rename", "renameat"):
        for effect in ("error=EIO", "error=ENOSPC", "signal=KILL"):
            for number in STEPS:
                was_met, wrong = disturbed(Fault(call, effect, number, anywhere=True), stage)
                if not was_met:
                    break
                met += 1
                found += [f"{call} {effect} at {number}, anywhere: {one}" for one in wrong]
    return met, found


def traced(folder: Path) -> bool:
    """Whether strace may trace here: some containers forbid it."""
    import subprocess

    program = strace()
    if program is None:
        return False
    command = (program, "--seccomp-bpf", "-f", "-qq", "-o", str(folder / "log"), "-e", "trace=openat", "true")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
