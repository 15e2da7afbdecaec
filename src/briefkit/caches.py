"""What is kept in `.briefkit/` from one run to the next, and may go at any time: a name in, bytes in or out.

Each file carries a seal: the digest of its bytes and of the very file they were written to. What is damaged, copied or
made elsewhere has another, and is as good as not there. Where nothing can be kept, nothing is, and nobody is told.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from briefkit import files
from briefkit.errors import InputError

FOLDER = ".briefkit"
MOST: Mapping[str, int] = MappingProxyType({".index": 16, ".trace": 2_000})
"""How many files of a kind are kept; the oldest go."""

MAGIC = b"briefkit cache 1\n"
SEAL = len(MAGIC) + sha256().digest_size
LARGEST = 1_000_000_000


def load(root: Path, name: str) -> bytes | None:
    """What was kept under a name; nothing when there is none that can be trusted."""
    path = root / FOLDER / name
    if not _is_ours(path.parent):
        return None
    try:
        before = os.stat(path, follow_symlinks=False)
        data = files.read_bytes(path, LARGEST)
        after = os.stat(path, follow_symlinks=False)
    except (InputError, OSError):
        return None
    is_whole = os.path.samestat(before, after) and data.startswith(MAGIC)
    content = memoryview(data)[SEAL:]
    return bytes(content) if is_whole and data[len(MAGIC) : SEAL] == _seal(after, content) else None


def keep(root: Path, name: str, data: bytes) -> None:
    """Keep bytes under a name, whole or not at all; in a project that cannot be written, and beside another who is at
    it, nothing is kept.
    """
    folder = root / FOLDER
    with contextlib.suppress(OSError, InputError):
        folder.mkdir(mode=0o700, exist_ok=True)
        if not _is_ours(folder):
            return
        _hide(folder)
        part = folder / f"{name}.part"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            if not _take(handle, part):
                return
            try:
                os.ftruncate(handle, 0)
                file.write(MAGIC + _seal(os.fstat(handle), data))
                file.write(data)
                file.flush()
                os.replace(part, folder / name)
            except OSError:
                os.unlink(part)
                raise
        _forget(folder)


def _seal(owner: os.stat_result, data: bytes | memoryview) -> bytes:
    return sha256(sha256(data).digest() + f"{owner.st_dev}:{owner.st_ino}:{len(data)}".encode()).digest()


def _hide(folder: Path) -> None:
    """Keep the folder out of version control by a note in it; one that is there stays, be it a link to nowhere."""
    note = folder / ".gitignore"
    if not os.path.lexists(note):
        files.write_atomic(note, b"*\n")


def _is_ours(folder: Path) -> bool:
    """Whether a folder is one, no link, and belongs to who runs us."""
    try:
        found = os.stat(folder, follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()


def _take(handle: int, path: Path) -> bool:
    """Whether a file that was opened to be written is still at its path, and nobody else writes it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), os.stat(path, follow_symlinks=False))
    except (BlockingIOError, FileNotFoundError):
        return False


def _forget(folder: Path) -> None:
    """Remove the oldest of too many."""
    for kind, most in MOST.items():
        kept = list(folder.glob(f"*{kind}"))
        if len(kept) > most:
            for path in sorted(kept, key=lambda path: path.stat().st_mtime)[:-most]:
                path.unlink()
