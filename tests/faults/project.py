"""A small project with old outputs and a changed brief, and what may be found in its output folder afterwards."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.command import briefkit, environment

SMALL = Path(__file__).parents[1] / "projects" / "small"
SET = "dist/pumps"
PATIENCE = 180
Files = Mapping[str, str]


@dataclass(frozen=True)
class Stage:
    """A project whose brief has changed since it was built, and the hashes of the old and the new outputs."""

    folder: Path
    formats: str
    old: Files
    new: Files

    def arguments(self) -> tuple[str, ...]:
        """The build that is to be disturbed."""
        return (sys.executable, "-m", "briefkit", "build", "--to", self.formats)

    def reset(self) -> None:
        """Put the old outputs back, and nothing else."""
        shutil.rmtree(self.folder / "dist", ignore_errors=True)
        shutil.copytree(self.folder / "old", self.folder / SET)


@dataclass(frozen=True)
class Seen:
    """What a disturbed build left: its exit code, its messages, and the files in the output folder."""

    code: int
    err: str
    files: Files


def make_stage(folder: Path, formats: str) -> Stage:
    """Build the small project, keep that, and change its brief."""
    project = Path(shutil.copytree(SMALL, folder / "project"))
    stage = Stage(project, formats, {}, {})
    build(stage)
    old = hashes(project / SET)
    shutil.copytree(project / SET, project / "old")
    brief = project / "briefs" / "pumps.md"
    brief.write_text(brief.read_text().replace("pay for repairs first", "pay for repairs now"))
    build(stage)
    new = hashes(project / SET)
    if any(old[name] == new[name] for name in old):
        raise SystemExit("the change of the brief does not show in every output")
    stage = Stage(project, formats, old, new)
    stage.reset()
    return stage


def build(stage: Stage, wrapper: Sequence[str] = (), env: Mapping[str, str] | None = None) -> Seen:
    """Build under a wrapper such as strace, and see what is there then; undisturbed by what is loaded already."""
    if not wrapper and not env:
        undisturbed = briefkit("build", "--to", stage.formats, cwd=stage.folder)
        return Seen(undisturbed.code, undisturbed.err, hashes(stage.folder / SET))
    command = (*wrapper, *stage.arguments())
    ran = subprocess.run(
        command, cwd=stage.folder, env=environment(env), capture_output=True, timeout=PATIENCE, check=False
    )
    return Seen(ran.returncode, ran.stderr.decode("utf-8", "replace"), hashes(stage.folder / SET))


def hashes(folder: Path) -> dict[str, str]:
    """The hash of each file of a folder by its name."""
    if not folder.is_dir():
        return {}
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.is_file()}


def violations(stage: Stage, seen: Seen, tidy: bool = True) -> list[str]:
    """What is wrong with what a disturbed build left; nothing when it is the old or the new, whole.

    After a kill files of both sets may stand side by side, each whole; the old manifest beside them tells.
    A build that may not unlink or lock leaves hidden files of its own; that is not `tidy`, and no violation.
    """
    found: list[str] = []
    files = {name: value for name, value in seen.files.items() if not name.startswith(".briefkit")}
    killed = seen.code in (-9, 137)
    if not killed and files not in (stage.old, stage.new):
        found.append(f"neither old nor new: {sorted(files)}")
    if killed:
        halves = [n for n, value in files.items() if value not in (stage.old.get(n), stage.new.get(n))]
        found += [f"half a file: {name}" for name in halves]
        if files not in (stage.old, stage.new) and files.get("manifest.json") != stage.old["manifest.json"]:
            found.append("a mixed set under the new manifest")
    if seen.code == 0 and files != stage.new:
        found.append("exit 0 without the new set")
    if tidy and not killed and len(files) != len(seen.files):
        found.append(f"left beside: {sorted(set(seen.files) - set(files))}")
    return found


def then_builds(stage: Stage) -> list[str]:
    """What is wrong with the next build, undisturbed."""
    seen = build(stage)
    wrong = [f"the next build: exit {seen.code}: {seen.err[-200:]}"] if seen.code else []
    return wrong + ([] if seen.files == stage.new else [f"the next build leaves {sorted(seen.files)}"])
