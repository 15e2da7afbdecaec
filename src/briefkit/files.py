"""All access to files: ask, read, write. Everything else works on text and bytes.

Text must be UTF-8; only regular files are read, up to a size; outputs are written whole or not at all.
"""

from __future__ import annotations

import codecs
import contextlib
import ctypes
import errno
import os
import shlex
import stat
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from briefkit.asked import question
from briefkit.errors import REFUSALS, InputError
from briefkit.patterns import regex
from briefkit.text import normalise_newlines

MAX_BRIEF = 2_000_000
MAX_LIBRARY = 200_000_000
MAX_IMAGE = 20_000_000

READING = {
    errno.EACCES: "let yourself read it: chmod u+r, and u+x for its folders",
    errno.EPERM: "let yourself read it: chmod u+r, and u+x for its folders",
    errno.ELOOP: "a link leads to itself: name the file itself",
    errno.ENXIO: "name a regular file",
    errno.ENAMETOOLONG: "give it a shorter name",
}
"""What to do about a file that cannot be read."""


@question
def read_bytes(path: Path, limit: int, *within: Path) -> bytes:
    """The content of a regular file of at most `limit` bytes; raises InputError with the cure.

    One of the folders `within`, where there are any, must hold the file that is opened: `inside` was asked of a name
    before, in whose place somebody may have put a link since.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # a pipe must not hold us
        with contextlib.ExitStack() as stack:
            stack.callback(os.close, handle)
            if stat.S_ISDIR(kind := os.fstat(handle).st_mode):
                raise InputError(f"{show(path)} is a folder, not a file", "name a file")
            if not stat.S_ISREG(kind):
                raise InputError(f"{show(path)} is not a file", "name a regular file")
            if within and not any(_lies_open(handle, path, folder) for folder in within):
                raise InputError(f"{show(path)} leads out of the project by a link", "copy it into the project")
            data = _read_whole(path, handle, limit + 1)
        refuse_larger(show(path), data, limit)
        return data
    except FileNotFoundError as error:
        raise InputError(f"{show(path)} does not exist", "check the name") from error
    except OSError as error:
        hint = READING.get(error.errno or 0, "check the name and the disk")
        raise InputError(f"{show(path)} cannot be read: {error.strerror}", hint) from error


OPEN = "/proc/self/fd"
"""Where Linux says what an open file is called now."""


def _lies_open(handle: int, path: Path, folder: Path) -> bool:
    """Whether an open file lies below a folder, whatever its name has come to lead to, and however that is written."""
    with contextlib.suppress(OSError):
        home = os.stat(folder)
        above = Path(os.readlink(f"{OPEN}/{handle}")).parents
        return any(os.path.samestat(os.stat(one), home) for one in above)
    real = os.path.realpath(path)
    return inside(Path(real), folder) and os.path.samestat(os.lstat(real), os.fstat(handle))


ATTEMPTS = 5
"""How often a file is read that somebody writes to meanwhile: a save takes a moment."""


def _read_whole(path: Path, handle: int, most: int) -> bytes:
    """The content of an open file, of one moment: what is written to while it is read is read again."""
    for _ in range(ATTEMPTS):
        before = _moment(handle)
        with os.fdopen(handle, "rb", closefd=False) as file:
            file.seek(0)
            data = file.read(most)
        if _moment(handle) == before:
            return data
    raise InputError(f"{show(path)} was written to while it was read", "run it again when that is done")


def _moment(handle: int) -> tuple[int, int]:
    """What changes when an open file is written to."""
    state = os.fstat(handle)
    return state.st_size, state.st_mtime_ns


def refuse_larger(name: str, data: bytes, limit: int) -> None:
    """InputError for more bytes than the limit."""
    if len(data) > limit:
        most = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"
        raise InputError(f"{name} is larger than {most}", "split it")


def read_text(path: Path, limit: int = MAX_BRIEF, *within: Path) -> str:
    """The text of a UTF-8 file, without its byte order mark and with newlines as LF; `within` is as for its bytes."""
    return decode(read_bytes(path, limit, *within), show(path))


def changed_at(path: Path) -> int:
    """When a file last changed in any way, in nanoseconds; 0 if it is not there."""
    with contextlib.suppress(OSError):
        return os.stat(path).st_ctime_ns
    return 0


NO_TEXTS = {
    b"PK\x03\x04": "a Word file or another archive",
    b"\xd0\xcf\x11\xe0": "a Word file of the old form",
    b"%PDF-": "a PDF",
    b"\x1f\x8b": "packed (gzip)",
    b"{\\rtf": "a file of a word processor (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"version https://git-lfs.github.com/": "a pointer of git LFS in place of the file",
}
"""How files begin that writers have in the place of a text."""

MARKS = {
    "UTF-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE),
    "UTF-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
}
"""The byte order marks of other encodings; the longer ones first, which begin as the others do."""

AS_TEXT = {
    ".bib": "export it from your reference manager as BibTeX or BibLaTeX",
    ".csv": "save the table as CSV",
    ".toml": "write it anew, as plain text",
    ".yml": "write it anew, as plain text",
    ".csl": "take the style from where it is published",
}
"""How a text comes about that is no brief, by the ending of its name."""


_SAID = regex(rb"(?m)^%\s*[Ee]ncoding:\s*([A-Za-z0-9][\w-]{1,20})\s*$")
"""What JabRef writes above a library."""

HEAD = 400
"""Bytes at the beginning of a file that are looked at for it."""


def decode(data: bytes, name: str) -> str:
    """The text in UTF-8 bytes; raises InputError naming the first line that is none."""
    if what := next((what for begin, what in NO_TEXTS.items() if data.startswith(begin)), ""):
        raise InputError(f"{name} is {what}, not a text", _cure(name, what))
    hint = "save it as UTF-8"
    for encoding, marks in MARKS.items():
        if data.startswith(marks):
            raise InputError(f"{name} is {encoding}, not UTF-8", hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if said := _SAID.search(data, 0, HEAD):
            encoding = said[1].decode().replace("_", "-")
            hint += f"; it says that it is {encoding}: iconv -f {encoding} -t UTF-8 makes UTF-8 of it"
        raise InputError(f"{name} is not UTF-8, line {line}", hint, line) from error
    if "\0" in text:
        raise _holds_nul(text, name)
    return normalise_newlines(text)


def _holds_nul(text: str, name: str) -> InputError:
    """The error for a text with NUL characters: one of two bytes for a letter, one not saved whole, or no text."""
    at = text.index("\0")
    head, line = text[:HEAD], text.count("\n", 0, at) + 1
    if head.count("\0") * 3 > len(head) and "".join(head.replace("\0", "").split()).isprintable():
        return InputError(f"{name} is UTF-16, not UTF-8", "save it as UTF-8")
    if line == 1:
        hint = "is it a text file?"
    elif text[at:].strip("\0\n "):
        hint = "delete it, or save the file anew as plain text"
    else:
        hint = "it was not saved whole: take an earlier copy of it, or delete what stands from that line on"
    return InputError(f"{name} holds a NUL character, line {line}", hint, line)


def _cure(name: str, what: str) -> str:
    """What to do about a file that is no text."""
    if what == NO_TEXTS[b"\x1f\x8b"]:
        return "unpack it"
    if what.startswith("a pointer"):
        return "fetch it: git lfs pull"
    if known := AS_TEXT.get(os.path.splitext(name)[1].lower()):
        return known
    if what == NO_TEXTS[b"%PDF-"]:
        return "briefkit reads Markdown: take the text that the PDF was made of"
    if what == "a picture":
        return "briefkit reads Markdown: name the text of the brief"
    form = " -f rtf" if what.endswith("(RTF)") else ""
    command = f"pandoc {shlex.quote(name)}{form} -t markdown -s -o brief.md"
    return f"briefkit reads Markdown: {command} makes it of such a file"


def plain(data: bytes) -> bytes:
    """The bytes of a text as `decode` reads it: without its byte order mark, with newlines as LF."""
    data = data.removeprefix(codecs.BOM_UTF8)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def show(path: Path) -> str:
    """A path for messages: relative to where the user stands when it lies below."""
    for found in (os.path.abspath, os.path.realpath):
        with contextlib.suppress(ValueError, OSError):
            return Path(found(path)).relative_to(Path.cwd()).as_posix()
    plain = Path(os.path.normpath(path))
    with contextlib.suppress(ValueError, OSError):  # `..` behind a link leads elsewhere than it says
        return (plain if os.path.realpath(plain) == os.path.realpath(path) else path).as_posix()
    return path.as_posix()


def lies_in(path: Path, root: Path) -> bool:
    """Whether a path lies below a folder by its name, whatever links it leads through."""
    return Path(os.path.abspath(path)).is_relative_to(root)


@question
def inside(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, lies below a folder; a name that no file can have does not."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except ValueError:
        return False


@question
def is_folder(path: Path) -> bool:
    """Whether a folder lies at a path."""
    return os.path.isdir(path)


@question
def there(path: Path) -> bool:
    """Whether something lies at a path, be it that we may not look; a name that no file can have names nothing."""
    try:
        os.stat(path)
    except PermissionError:
        return True  # who reads it is told
    except (OSError, ValueError):
        return False
    return True


CURES = {
    **REFUSALS,
    errno.ENOSPC: "the disk is full: make room",
    errno.EDQUOT: "your quota is used up: make room",
    errno.EACCES: "choose a folder that you may write to with --output",
    errno.EPERM: "choose a folder that you may write to with --output",
    errno.EROFS: "choose a folder that you may write to with --output",
    errno.EISDIR: "it is a folder: name a file in it with --output",
    errno.ENOTDIR: "a file stands where a folder is to be: name another folder with --output",
}


def cannot_write(path: Path, error: OSError) -> InputError:
    """The error for a file or folder that could not be written, with the cure for its cause."""
    hint = CURES.get(error.errno or 0, "choose another folder with --output")
    return InputError(f"{show(path)} cannot be written: {error.strerror}", hint)


def here() -> Path:
    """The current folder; InputError when it is gone."""
    try:
        return Path.cwd()
    except OSError as error:
        raise InputError(f"the current folder cannot be used: {error.strerror}", "change to another one: cd") from error


def usual_mode() -> int:
    """The mode that the user's mask gives to a new file: an output is as private as its owner's other files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file by new content, whole or not at all; never through a link, never a device or a pipe."""
    if os.path.islink(path):
        raise InputError(f"{show(path)} is a link; it is not written through", "remove the link")
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise InputError(f"{show(path)} is not a file, and is not replaced", "name a file, or write there with >")
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = stage(path, data, usual_mode())
        os.replace(temporary, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        remove(temporary)


def stage(path: Path, data: bytes, mode: int) -> str:
    """Write bytes into a new file beside a path, whole and synced, and name it; OSError, and no file, if it cannot be.

    It has the start of the name only: with the whole one it could be too long.
    """
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
    except BaseException:
        remove(temporary)
        raise
    return temporary


AT_FDCWD, RENAME_EXCHANGE = -100, 2
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_EXCHANGE = getattr(_LIBC, "renameat2", None)


def exchange(one: str, other: Path) -> bool:
    """Let two files change places at once; False where the system cannot do it, and nothing is changed."""
    if _EXCHANGE is None:
        return False
    names = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other))
    return bool(_EXCHANGE(*names, RENAME_EXCHANGE) == 0)


def remove(path: str) -> None:
    """Remove a file, if it is there and may be removed."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def append(path: Path, data: bytes) -> None:
    """Add to the end of a regular file, which is made if it is not there; never through a link."""
    how = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(path, how, 0o666), "ab") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise InputError(f"{show(path)} is not a file", "name a regular file")
            file.write(data)
    except OSError as error:
        raise cannot_write(path, error) from error


def refuse_folder(error: OSError) -> NoReturn:
    """Raise InputError for a folder that cannot be read, with the cure."""
    hint = READING.get(error.errno or 0, "check the disk")
    raise InputError(f"the folder {show(Path(error.filename))} cannot be read: {error.strerror}", hint) from error


@question
def list_folder(folder: Path) -> tuple[str, ...]:
    """The names in a folder, in order; none when it is not there, InputError when it cannot be read."""
    try:
        return tuple(sorted(os.listdir(folder))) if os.path.isdir(folder) else ()
    except OSError as error:
        refuse_folder(error)


def read_folder(folder: Path, fit: Callable[[str], bool], limit: int) -> Mapping[str, str]:
    """The texts of the files in a folder whose names are `fit`; InputError for one that leads out of it."""
    found = {}
    for path in (folder / name for name in list_folder(folder) if fit(name)):
        if not inside(path, folder):
            raise InputError(f"{show(path)} leads out of the folder {show(folder)}", "copy the file into it")
        found[path.name] = decode(read_bytes(path, limit), show(path))
    return found
