"""requirements.lock in, its pins out: version, marker, hashes, who asked for each, and which are needed to run.

A line of it is `name==version ; marker \\`, then one hash a line, then comments that say who asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
SELF = "briefkit (pyproject.toml)"
HEAD = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)(?:\[(?P<extras>[a-z0-9,-]+)\])?"
    r"==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\"
)
HASH = re.compile(r" {4}--hash=sha256:(?P<hash>[0-9a-f]{64})(?: \\)?")
VIA = re.compile(r" {4}#(?: via)?(?: {3})? ?(?P<name>.*)")
LINUX = {"sys_platform": "linux", "platform_machine": "x86_64"}
MACOS = {"sys_platform": "darwin", "platform_machine": "arm64"}
PLATFORMS = (LINUX, MACOS)
CPYTHON = {"implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": ""}


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock: exactly this version, one of these files, asked for by these, with these extras."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]
    extras: frozenset[str] = frozenset()


def read_lock(text: str) -> dict[str, Pin]:
    """The pins of a lock by name; SystemExit with the line that is none."""
    pins: dict[str, Pin] = {}
    for head, lines in _blocks(text):
        hashes = tuple(found["hash"] for line in lines if (found := HASH.fullmatch(line)))
        via = tuple(found["name"] for line in lines if (found := VIA.fullmatch(line)) and found["name"])
        extras = frozenset((head["extras"] or "").split(",")) - {""}
        pins[head["name"]] = Pin(head["name"], head["version"], head["marker"] or "", hashes, via, extras)
    return pins


def _blocks(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """The head of each pin with the lines below it."""
    block: tuple[re.Match[str], list[str]] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if head := HEAD.fullmatch(line):
            if block:
                yield block
            block = (head, [])
        elif block and (HASH.fullmatch(line) or VIA.fullmatch(line)):
            block[1].append(line)
        elif line and not line.startswith("#") and line != "--only-binary :all:":
            raise SystemExit(f"requirements.lock:{number}: neither pin, hash nor comment: {line}")
    if block:
        yield block


def needed_to_run(pins: Mapping[str, Pin]) -> dict[str, Pin]:
    """Those that briefkit needs on a platform it is made for, itself or through others; none that only tests need."""
    running: set[str] = set()
    while more := {p.name for p in pins.values() if {SELF, *running} & set(p.via) and _fits(p)} - running:
        running |= more
    return {name: pins[name] for name in sorted(running)}


def _fits(pin: Pin) -> bool:
    """Whether it is installed on any of the platforms."""
    return not pin.marker or any(Marker(pin.marker).evaluate({**CPYTHON, **platform}) for platform in PLATFORMS)
