"""The temporary folders of a run: one that holds the others, that nobody else may read, and that goes with the run."""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
import time
from functools import cache
from itertools import islice

from briefkit.endings import signals_held
from briefkit.errors import MissingToolError

PREFIX, HELD = "briefkit-", ".briefkit.run"
"""How the folder of a run begins, and the file in it that the run holds."""
STALE = 3_600.0
"""Seconds after which a folder that nobody holds is one that was left, and not one that is just being made."""
MOST_ENTRIES = 10_000


@cache
def run_folder() -> str:
    """The temporary folder of this run: all others lie in it, and it goes when the run ends, however a part ended."""
    folder = _made_folder(prefix=PREFIX)
    atexit.register(_remove_run_folder, folder, os.getpid(), _hold(folder))
    return folder


def _remove_run_folder(folder: str, owner: int, held: int) -> None:
    if os.getpid() == owner:  # a fork that ends leaves it to us
        with signals_held():
            with contextlib.suppress(OSError):
                os.close(held)  # where few files may be open, removing a folder needs this one
            shutil.rmtree(folder, ignore_errors=True)


def _hold(folder: str) -> int:
    """Hold a lock in our folder as long as we and our forks live: it says to other runs that the folder is in use.

    The number of the open file, -1 where there is none.
    """
    with contextlib.suppress(OSError):
        handle = os.open(os.path.join(folder, HELD), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return handle
    return -1


@cache
def remove_left() -> None:
    """Remove the folders that runs left which were ended by force; nobody else could.

    A run that starts a child has the time to look for them, one that only checks has not.
    """
    with contextlib.suppress(OSError), os.scandir(os.path.dirname(run_folder())) as entries:
        for entry in islice(entries, MOST_ENTRIES):
            if entry.name.startswith(PREFIX) and _is_stale(entry.path):
                shutil.rmtree(entry.path, ignore_errors=True)


def _is_stale(folder: str) -> bool:
    """Whether a folder is a run's, of this user, which nobody holds any more and which was made a while ago."""
    try:
        found = os.stat(folder, follow_symlinks=False)
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) != 0o700:
            return False
        handle = os.open(os.path.join(folder, HELD), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return time.time() - os.fstat(handle).st_mtime > STALE
    except OSError:
        return False
    finally:
        os.close(handle)


def new_folder() -> str:
    """A temporary folder for one process, which nobody else may read; MissingToolError when none can be made."""
    return _made_folder(dir=run_folder())


def _made_folder(prefix: str = "", dir: str | None = None) -> str:
    try:
        folder = tempfile.mkdtemp(prefix=prefix, dir=dir)
        os.chmod(folder, 0o700)  # the user's mask may forbid it even to us
        return folder
    except OSError as error:
        hint = "let TMPDIR name a folder that you may write to; briefkit doctor tells more"
        raise MissingToolError(f"no temporary folder can be made: {error.strerror}", hint) from error
