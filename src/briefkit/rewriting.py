"""Files with their new content in, all of them written or none: wherever they lie, each with the mode it had.

Every file is written beside its place and synced before the first one is replaced; no signal comes between. A file
that is no longer what it was when it was read is somebody else's work, and is not replaced: it is looked at before
anything is written, and again when it has changed places with the new one, so that no moment is left to save in.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from briefkit import files
from briefkit.endings import signals_held
from briefkit.errors import InputError

Change = tuple[bytes, bytes]
"""What a file held when it was read, and what it is to hold."""


def rewrite_all(changes: Mapping[Path, Change]) -> None:
    """Give each file its new content; InputError, and every file as it was, when one of them cannot be."""
    staged: dict[Path, str] = {}
    try:
        for path, (old, new) in changes.items():
            _refuse_changed(path, old)
            staged[path] = _stage(path, new)
        _replace(staged, changes)
    finally:
        for temporary in staged.values():
            files.remove(temporary)


def write_all(made: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet; InputError, and neither file nor folder, when one of them cannot be."""
    with contextlib.ExitStack() as undo:
        for path, data in made.items():
            for folder in reversed([folder for folder in path.parents if not os.path.lexists(folder)]):
                undo.callback(_remove_folder, folder)
            try:
                files.write_atomic(path, data)
            except InputError as error:  # whose hint is for outputs
                hint = "make room, or go to a folder that you may write to; nothing was written"
                raise InputError(error.message, hint) from error
            undo.callback(files.remove, str(path))
        undo.pop_all()


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _refuse_changed(path: Path, old: bytes) -> None:
    if os.path.islink(path):
        raise InputError(f"{files.show(path)} is a link; it is not written through", "name the file it leads to")
    if files.read_bytes(path, files.MAX_LIBRARY) != old:
        raise _changed(path)


def _changed(path: Path) -> InputError:
    return InputError(f"{files.show(path)} has changed since it was read; nothing was written", "run it again")


def _stage(path: Path, data: bytes) -> str:
    """Write the content of a file beside it, with the mode that the file has."""
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        return files.stage(path, data, stat.S_IMODE(os.stat(path).st_mode))
    except OSError as error:
        raise _cannot_rewrite(path, error) from error


def _replace(staged: Mapping[Path, str], changes: Mapping[Path, Change]) -> None:
    """Put the staged files in their places; when one cannot be, or is not what it was, put the old contents back."""
    done: list[Path] = []
    with signals_held():
        for path, temporary in staged.items():
            try:
                _put(path, temporary, changes[path][0])
                done.append(path)
            except (OSError, InputError) as error:
                kept = [one for one in done if not _put_back(one, changes[one][0])]
                if isinstance(error, InputError) and not kept:
                    raise
                raise _cannot_rewrite(path, error, kept) from error


def _put(path: Path, temporary: str, old: bytes) -> None:
    """Put a staged file in the place of the old one; InputError, and what is there stays, when that is another one."""
    _refuse_changed(path, old)  # to stage many files takes a while
    if not files.exchange(temporary, path):
        os.replace(temporary, path)
    elif not _holds(temporary, old):
        files.exchange(temporary, path)
        raise _changed(path)


def _holds(path: str, old: bytes) -> bool:
    """Whether a file is a plain one that holds this."""
    with contextlib.suppress(InputError):
        return not os.path.islink(path) and files.read_bytes(Path(path), files.MAX_LIBRARY) == old
    return False


def _put_back(path: Path, old: bytes) -> bool:
    with contextlib.suppress(InputError):
        os.replace(_stage(path, old), path)
        return True
    return False


def _cannot_rewrite(path: Path, error: OSError | InputError, kept: list[Path] | None = None) -> InputError:
    why = error.strerror if isinstance(error, OSError) else "it has changed since it was read"
    names = ", ".join(files.show(one) for one in kept or ())
    hint = f"these were written and could not be put back: {names}" if names else "no file was changed"
    return InputError(f"{files.show(path)} cannot be written: {why}", hint)
