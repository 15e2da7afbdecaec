"""The same brief is the same bytes wherever it is built: another folder, time zone, home, language, other fonts."""

from __future__ import annotations

import os
import shutil
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.branding import make_font, write_brand
from tests.e2e.command import briefkit, copy_project

ROOT = Path(__file__).parents[2]


def write_project(folder: Path) -> Path:
    """The small project below a folder, in a brand with fonts of its own, by a template of its own."""
    folder.mkdir(parents=True)
    project = copy_project(folder)
    write_brand(project / "_brand")
    shutil.copytree(ROOT / "templates", project / "templates")
    (project / "briefkit.toml").write_text('template = "house"\n[template-options]\ncover = true\ncontents = true\n')
    return project


def built(project: Path, env: dict[str, str]) -> dict[str, str]:
    """The digests of what is built there."""
    ran = briefkit("build", "--draft", cwd=project, env=env)
    assert ran.code == 0, ran.err
    made = (path for path in (project / "dist").rglob("*") if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in made}


@pytest.mark.slow
def test_the_same_brief_is_the_same_bytes_on_another_machine(tmp_path: Path) -> None:
    here = write_project(tmp_path / "one")
    there = write_project(tmp_path / "two" / "a folder with blanks")
    home = tmp_path / "home"
    fonts = home / ".local" / "share" / "fonts"
    fonts.mkdir(parents=True)
    for family in ("Inter", "Source Serif 4", "Meridian Sans"):
        (fonts / f"{family}.ttf").write_bytes(make_font(family, 900))
    for path in there.rglob("*"):
        os.utime(path, (time.time() - 1e6, time.time() - 1e6))
    far = {"HOME": str(home), "XDG_DATA_HOME": str(home / ".local" / "share"), "TZ": "Pacific/Kiritimati"}
    one = built(here, {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "1"})
    two = built(there, {**far, "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2"})
    assert len(one) == 4
    assert one == two
