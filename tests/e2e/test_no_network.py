"""No command needs the network, and none asks for it; none starts another program than pandoc."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.broken_machine import machine
from tests.e2e.command import PATIENCE, copy_project, environment

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="uses unshare and strace")]

COMMANDS = {
    "check": ("check",),
    "claims": ("claims",),
    "build": ("build", "--to", "pdf,docx,html"),
    "doctor": ("doctor",),
    "outline": ("outline",),
    "trace": ("trace",),
    "library": ("library", "stats", "references.bib"),
}
ALONE = ("unshare", "--map-root-user", "--net")
CALLS = "trace=connect,sendto,sendmsg,sendmmsg,bind,listen,execve"
TO_THE_NET = re.compile(r"AF_INET6?\b|AF_PACKET|AF_VSOCK")
STARTED = re.compile(r'execve\("([^"]*)"')


def runs(*wrapper: str) -> bool:
    """Whether a wrapper is there and may do its work here: some containers forbid it."""
    if shutil.which(wrapper[0]) is None:
        return False
    return subprocess.run((*wrapper, "true"), capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", list(COMMANDS))
def test_a_command_needs_no_network_nor_asks_for_it_and_starts_no_program_but_pandoc(name: str, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    tracer = ("strace", "-f", "-qq", "--seccomp-bpf", "-o", str(log), "-e", CALLS)
    alone, traced = runs(*ALONE), runs(*ALONE, *tracer) or runs(*tracer)
    if not alone and not traced:
        pytest.skip("neither can a network of its own be had here nor may strace trace")
    wrapper = (*(ALONE if alone else ()), *(tracer if traced else ()))
    command = (*wrapper, sys.executable, "-m", "briefkit", *COMMANDS[name])
    env, project = environment(machine(tmp_path)), copy_project(tmp_path)
    ran = subprocess.run(command, cwd=project, env=env, capture_output=True, timeout=PATIENCE, check=False)
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    calls = log.read_text("utf-8", "replace") if traced else ""
    assert [line for line in calls.split("\n") if TO_THE_NET.search(line)] == []
    assert {Path(name).name for name in STARTED.findall(calls)[1:]} <= {"pandoc"}


def test_a_program_that_asks_for_the_network_is_seen(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    tracer = ("strace", "-f", "-qq", "--seccomp-bpf", "-o", str(log), "-e", CALLS)
    if not runs(*tracer):
        pytest.skip("strace is not installed or may not trace here")
    asks = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run((*tracer, sys.executable, "-c", asks), check=True)
    assert TO_THE_NET.search(log.read_text("utf-8", "replace"))
