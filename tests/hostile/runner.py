"""Runs a hostile case in a world of its own, with canaries and a listener, and says what it got away with."""

from __future__ import annotations

import base64
import codecs
import contextlib
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.e2e.command import loaded
from tests.e2e.loaded import Ended
from tests.hostile.case import ANSWERS, CANARY, SETTINGS, Case

WALL = 60.0
MEMORY = 2_048
"""Seconds and megabytes that one run may take; a page engine may use all of them. See `patience`."""


def patience() -> float:
    """The seconds that a run may take now: as many times more as more is waiting than there are cores for."""
    return WALL * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


ROOT = Path(__file__).parents[2]
WORDS = r"<iframe|<object|<embed|<base\b|\son\w+\s*=|[\"'=\s](?:javascript|vbscript):|data:text/html"
LIVE = re.compile(r"<script(?! type=\"application/ld.json\")|" + WORDS, re.IGNORECASE)
SOURCE = r"""(?:src|poster|srcset)\s*=\s*["']?(?!data:|["'])"""
FETCHED = re.compile(SOURCE + r"""|url\(\s*["']?(?!data:|#)|@import""", re.IGNORECASE)
COMMENT_OR_FONT = re.compile(r"data:[a-z/0-9+-]+;base64,[A-Za-z0-9+/=]+")


@dataclass(frozen=True)
class Ran:
    """One run of the command line."""

    arguments: tuple[str, ...]
    code: int
    out: bytes
    err: bytes
    seconds: float
    megabytes: int
    wall: float


class Listener:
    """Counts who connects to it on the loopback."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.heard = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                self.heard += 1
                connection.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


class World:
    """A folder with a home, a project, things outside of it, and a place for temporary files."""

    def __init__(self, folder: Path, case: Case) -> None:
        self.folder, self.case = folder, case
        self.home, self.out, self.project, self.tmp = (folder / n for n in ("home", "outside", "project", "tmp"))
        self.listener = Listener()
        self.wall = WALL
        for path in (self.home, self.out, self.project, self.tmp):
            path.mkdir(parents=True)
        self._plant()
        for name, content in {"briefkit.toml": SETTINGS, **case.files}.items():
            path = self.project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.filled(content) if isinstance(content, str) else content)
        if case.prepare:
            case.prepare(self.project)

    def _plant(self) -> None:
        for path in (self.out / "secret.txt", self.out / "secret.css", self.home / ".netrc", self.home / "secret.txt"):
            path.write_text(f"{CANARY}\n", encoding="utf-8")
        (self.out / "secret.bib").write_text(f"@book{{canary, title = {{{CANARY}}}, date = {{2021}}}}\n")
        (self.out / "secret.md").write_text(f"---\ntitle: {CANARY}\n---\n\nText.\n")
        (self.out / "secret.j2").write_text(f"{CANARY}\n")
        (self.out / "secret.csl").write_text(f"<style><!-- {CANARY} --></style>\n")
        templates = self.home / ".local/share/pandoc/templates"
        templates.mkdir(parents=True)
        (templates / "default.html5").write_text(f"<html>{CANARY}$body$</html>")
        (self.project / "private").mkdir()
        (self.project / "private/secret.txt").write_text(f"{CANARY}\n")

    def filled(self, text: str) -> bytes:
        """The text with the places of this world in it."""
        for name, value in (("{OUT}", str(self.out)), ("{HOME}", str(self.home)), ("{PORT}", str(self.listener.port))):
            text = text.replace(name, value)
        return text.encode("utf-8", "surrogateescape")

    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "LD_LIBRARY_PATH")}
        path = os.pathsep.join(p for p in (str(ROOT / "src"), os.environ.get("PYTHONPATH", "")) if p)
        own = {"HOME": str(self.home), "TMPDIR": str(self.tmp), "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own, "PYTHONSAFEPATH": "1", **{k: self.filled(v).decode() for k, v in self.case.env.items()}}

    def run(self, launch: Launcher, *arguments: str) -> Ran:
        """Run the command line in the project, within the wall."""
        self.wall = patience()
        start = time.monotonic()
        out, err = (self.folder / name for name in ("out", "err"))
        for path in (out, err):
            path.write_bytes(b"")
        ended = launch(self, arguments, out, err)
        seconds = time.monotonic() - start
        return Ran(arguments, ended.code, out.read_bytes(), err.read_bytes(), seconds, ended.megabytes, self.wall)


Launcher = Callable[[World, Sequence[str], Path, Path], Ended]
"""Runs in a world, with these files for what is said, in a group of its own; one that takes too long is ended."""


def _end(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def start(world: World, arguments: Sequence[str], out: Path, err: Path) -> Ended:
    """A run as a user has it: a Python of its own."""
    with out.open("wb") as said, err.open("wb") as told:
        process = subprocess.Popen(
            (sys.executable, "-m", "briefkit", *arguments),
            cwd=world.project,
            env=world.environment(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=told,
            start_new_session=True,
        )
    timer = threading.Timer(world.wall, _end, (process.pid,))
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = 0  # we have waited for it ourselves
    return Ended(os.waitstatus_to_exitcode(status), usage.ru_maxrss >> 10)


def fork(world: World, arguments: Sequence[str], out: Path, err: Path) -> Ended:
    """A run by the process that has all modules loaded and nothing else: many cases in the time of one."""
    try:
        return loaded().run(arguments, world.project, (Path(os.devnull), out, err), world.environment(), world.wall)
    except subprocess.TimeoutExpired:
        return Ended(-signal.SIGKILL, 0)


def judge(case: Case, folder: Path, launch: Launcher = start) -> tuple[list[str], list[Ran]]:
    """What a case got away with, and the runs."""
    world = World(folder, case)
    try:
        before = _state(world)
        runs = [world.run(launch, "check"), world.run(launch, "build", "--draft", "--to", case.formats)]
        runs += [world.run(launch, *line.split()) for line in case.also]
        codes = (case.check, case.build, *(ANSWERS for _ in case.also))
        found = [fault for ran, answers in zip(runs, codes, strict=True) for fault in _run(ran, answers)]
        if case.says and not any(case.says.encode() in ran.out + ran.err for ran in runs):
            found.append(f"nobody says {case.says!r}")
        found += [f"{world.listener.heard} connections"] if world.listener.heard else []
        changed = sorted(_changed(before, _state(world)))
        found += [f"written outside: {name}" for name in changed if not KEPT.fullmatch(name)]
        found += [f"left in the temporary folder: {p.name}" for p in world.tmp.iterdir()]
        found += [f"process left: {name}" for name in _processes_in(folder)]
        found += [fault for path in _outputs(world) for fault in _output(path, case)]
        return found, runs
    finally:
        world.listener.close()


def _run(ran: Ran, codes: frozenset[int]) -> Iterator[str]:
    what = " ".join(ran.arguments)
    said = ran.out + ran.err
    if ran.code not in codes:
        yield f"{what}: exit {ran.code}, not {sorted(codes)}: {ran.err[-300:]!r}"
    if b"Traceback" in said or b"fault of briefkit" in said:
        yield f"{what}: a traceback or a fault: {ran.err[-400:]!r}"
    if CANARY.encode() in said:
        yield f"{what}: a canary in what it prints"
    if ran.seconds > ran.wall:
        yield f"{what}: {ran.seconds:.0f} seconds"
    if ran.megabytes > MEMORY:
        yield f"{what}: {ran.megabytes} MB"
    text = said.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").replace("\r\n", "\n")
    odd = {c for c in text if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")}
    if odd:
        yield f"{what}: prints {sorted(map(ascii, odd))}"
    ours = r"(?:error|warning|notice) file=\S+,line=" if "github" in ran.arguments else "$."
    if re.search(rf"^::(?!{ours})", text, re.MULTILINE):
        yield f"{what}: a line that a build host takes for a command"
    if ran.code and not said.strip():
        yield f"{what}: exit {ran.code} without a word"


def _state(world: World) -> dict[str, str]:
    """Everything in the world but the outputs, by name and content."""
    found: dict[str, str] = {}
    for root, _, names in os.walk(world.folder):
        for name in names:
            path = Path(root, name)
            relative = path.relative_to(world.folder).as_posix()
            if relative.startswith(("project/dist/", "tmp/")) or relative in ("out", "err"):
                continue
            if path.is_symlink():
                found[relative] = os.readlink(path)
            elif path.is_file():
                found[relative] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _processes_in(folder: Path) -> list[str]:
    """The processes that still stand in a folder, after a moment to go."""
    deadline = time.monotonic() + 3
    while True:
        found: list[str] = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if os.readlink(process / "cwd").startswith(str(folder)):
                    found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.05)


# --- outputs ----------------------------------------------------------------------------------


def _outputs(world: World) -> list[Path]:
    dist = world.project / "dist"
    is_ours = dist.is_dir() and not dist.is_symlink()
    return [p for p in dist.rglob("*") if p.is_file() and not p.is_symlink()] if is_ours else []


def _output(path: Path, case: Case) -> Iterator[str]:
    """What is wrong with an output: half, live, or with something in it that must not be."""
    data = path.read_bytes()
    texts = list(readable(path.suffix, data))
    for word in (CANARY, *case.absent):
        if any(word.encode() in text for text in texts):
            yield f"{path.name} holds {word!r}"
    for word in case.present:
        if path.suffix == ".html" and word.encode() not in data:
            yield f"{path.name} lacks {word!r}"
    if path.name.startswith(".briefkit") or path.suffix == ".part":
        yield f"{path.name} is left"
    if any(re.search(rb"/URI\s*[(<](?!https?:|mailto:)", text) for text in texts):
        yield f"{path.name} leads into the computer"
    if any(re.search(rb"<w:instrText[^>]*>[^<]*INCLUDE", text) for text in texts):
        yield f"{path.name} reads a file when it is opened"
    if path.suffix == ".html":
        html = COMMENT_OR_FONT.sub("data:", data.decode())
        tags = " ".join(re.findall(r"<[^>]*>|<style.*?</style>", html, re.DOTALL))
        yield from (f"{path.name} is live: {m[0]!r}" for m in LIVE.finditer(tags))
        yield from (f"{path.name} fetches: {tags[m.start() - 40 : m.end() + 40]!r}" for m in FETCHED.finditer(tags))


KEPT = re.compile(r"project/\.briefkit(?:/(?:\.gitignore|[\w-]+\.(?:index|trace)))?")
"""What a project keeps of one run for the next, see `briefkit.caches`."""


def readable(suffix: str, data: bytes) -> Iterator[bytes]:
    """All texts in an output, however packed: parts of a package, streams of a PDF, data URIs, percent signs."""
    yield data
    if suffix == ".docx":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from readable("", archive.read(name))
    if suffix == ".pdf":
        for found in re.finditer(rb"stream\r?\n", data):
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(data[found.end() :])
    if suffix == ".html":
        for encoded in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data):
            with contextlib.suppress(ValueError):
                yield base64.b64decode(encoded)
        yield urllib.parse.unquote_to_bytes(data)


def clear(folder: Path) -> None:
    """Remove a world, whatever modes it has."""
    shutil.rmtree(folder, ignore_errors=True)
