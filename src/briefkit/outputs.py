"""The outputs of one brief as a set: new bytes go in, and the folder holds all of the old files or all of the new.

Every file is written beside its place and synced before the first one is replaced, and the last one named, the
manifest, is replaced last. One build at a time does this in a folder: it holds a lock that the system frees when its
holder dies. Whoever has the lock may remove what a killed one left.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefkit import files
from briefkit.endings import signals_held
from briefkit.errors import InputError

OURS = ".briefkit"
"""How all begins that lies in a folder only while it is written."""

LOCK = f"{OURS}.lock"
PART, OLD = f"{OURS}-new.", f"{OURS}-old."
PATIENCE = 60.0
PAUSE = 0.05


class NotPutBackError(OSError):
    """A set that could be neither replaced nor put back: the old files of these names lie beside their places."""

    def __init__(self, error: OSError, names: tuple[str, ...]) -> None:
        old = ", ".join(f"{OLD}{name}" for name in names)
        super().__init__(error.errno, f"{error.strerror}; what stood before and could not be put back is in {old}")
        self.names = names


def replace_all(
    folder: Path, made: Mapping[str, bytes], patience: float = PATIENCE, *, anew: bool = True
) -> tuple[str, ...]:
    """Replace the files of a folder by these, the last one last: all of them, or none when something fails.

    Those that are not to be written `anew` stay when they hold the same already. The names of the others come back.
    """
    refuse_links(folder, made)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _opened(folder) as place, _locked(place, folder, patience):
            _remove_leftovers(place)
            changed = tuple(name for name, data in made.items() if anew or not _holds(folder / name, data))
            kept: tuple[str, ...] = ()
            try:
                for name in changed:
                    _stage(place, f"{PART}{name}", made[name])
                _replace(place, changed)
            except NotPutBackError as error:
                kept = error.names
                raise
            finally:
                _remove_staged(place, changed, kept)
    except OSError as error:
        raise files.cannot_write(folder, error) from error
    return changed


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """The folder itself, held open: who puts a link in its place, or in that of the one above it, leads us nowhere."""
    how = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    with contextlib.ExitStack() as stack:
        above = os.open(folder.parent, how)
        stack.callback(os.close, above)
        place = os.open(folder.name, how, dir_fd=above)
        stack.callback(os.close, place)
        yield place


def _holds(path: Path, data: bytes) -> bool:
    try:
        return files.read_bytes(path, len(data)) == data
    except InputError:
        return False


def refuse_links(folder: Path, names: Iterable[str]) -> None:
    """Raise InputError if an output would leave through a link: its own, its folder's, or the folder's folder's."""
    for path in (folder.parent, folder):
        if os.path.islink(path):
            raise InputError(f"the output folder {path.name} is a link", "name the folder itself with --output")
    for name in names:
        if os.path.islink(folder / name):
            raise InputError(f"{files.show(folder)}/{name} is a link; it is not written through", "remove the link")


@contextlib.contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder; InputError with the holder's number when it is not free in time."""
    with _opened(folder) as place, _locked(place, folder, patience):
        yield


@contextlib.contextmanager
def _locked(place: int, folder: Path, patience: float) -> Iterator[None]:
    deadline = time.monotonic() + patience
    while (lock := _take(place)) is None:
        if time.monotonic() > deadline:
            holder = _holder(folder / LOCK)
            hint = f"wait until process {holder} has ended" if holder else "wait until it has ended"
            raise InputError(f"{files.show(folder)} is locked by another build, process {holder or 'unknown'}", hint)
        time.sleep(PAUSE)
    try:
        os.ftruncate(lock, 0)
        os.pwrite(lock, b"%d\n" % os.getpid(), 0)
        yield
    finally:
        _remove(place, LOCK)  # while we hold it: who opened it meanwhile sees that it is gone, and opens anew
        os.close(lock)


def _take(place: int) -> int | None:
    """The open lock file, if it is ours now."""
    lock = os.open(LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644, dir_fd=place)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(lock), os.stat(LOCK, dir_fd=place, follow_symlinks=False)):
            return lock
    except (BlockingIOError, FileNotFoundError):
        pass
    except BaseException:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _holder(path: Path) -> str:
    with contextlib.suppress(OSError):
        text = path.read_bytes()[:20].strip()
        return text.decode("ascii") if text.isdigit() else ""
    return ""


def _stage(place: int, name: str, data: bytes) -> None:
    """Write a file nobody else may read yet, whole and synced, then open it as the user's mask says."""
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(name, how, 0o600, dir_fd=place), "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), files.usual_mode())
        os.fsync(file.fileno())


def _replace(place: int, names: tuple[str, ...]) -> None:
    """Put the staged files in their places; when one cannot be, put the old ones back. No signal comes between."""
    done: list[str] = []
    with signals_held():
        try:
            for name in names:
                _keep_old(place, name)
                done.append(name)
                os.replace(f"{PART}{name}", name, src_dir_fd=place, dst_dir_fd=place)
            os.fsync(place)
        except OSError as error:
            if stuck := tuple(name for name in done if not _put_back(place, name)):
                raise NotPutBackError(error, stuck) from error
            raise


def _keep_old(place: int, name: str) -> None:
    """A second name for the file that is about to be replaced; where the file system knows none, another one."""
    try:
        os.link(name, f"{OLD}{name}", src_dir_fd=place, dst_dir_fd=place, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.EPERM, errno.ENOTSUP, errno.EMLINK):
            raise
        if error.errno != errno.ENOENT and stat.S_ISREG(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode):
            os.replace(name, f"{OLD}{name}", src_dir_fd=place, dst_dir_fd=place)


def _put_back(place: int, name: str) -> bool:
    """Whether the old file is in its place again; where none was kept, none was there."""
    try:
        os.replace(f"{OLD}{name}", name, src_dir_fd=place, dst_dir_fd=place)
    except FileNotFoundError:
        _remove(place, name)
    except OSError:
        return False
    return True


def _remove(place: int, name: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(name, dir_fd=place)


def _remove_staged(place: int, names: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Remove what we have put beside the files of these names, but for the old ones that are to be kept."""
    for name in names:
        for start in (PART,) if name in kept else (PART, OLD):
            _remove(place, f"{start}{name}")


def _remove_leftovers(place: int) -> None:
    """Remove what a build that was killed has left; the caller has the lock, so nobody writes it now."""
    for name in os.listdir(place):
        if name.startswith((PART, OLD)):
            _remove(place, name)
