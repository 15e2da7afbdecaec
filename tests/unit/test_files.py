"""Reading and writing files: what is refused, and with which words."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefkit import files
from briefkit.errors import BriefkitError, InputError
from tests.building import make_file

pytestmark = pytest.mark.usefixtures("here")


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        files.read_text(path)
    return caught.value


# --- reading ---------------------------------------------------------------------------------


def test_a_utf_8_file_is_read() -> None:
    assert files.read_text(make_file("a.md", "é😀")) == "é😀"


def test_a_byte_order_mark_is_no_text() -> None:
    assert files.read_text(make_file("a.md", b"\xef\xbb\xbf# T")) == "# T"


@pytest.mark.parametrize("data", [b"a\r\nb", b"a\rb", b"a\nb"])
def test_newlines_are_one_kind(data: bytes) -> None:
    assert files.read_text(make_file("a.md", data)) == "a\nb"


def test_a_file_that_is_written_to_while_it_is_read_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_file("a.md", "half of it")
    moment = files._moment

    def save_meanwhile(handle: int) -> tuple[int, int]:
        if path.read_text() == "half of it" and before:
            path.write_text("half of it, and the rest")
        before.append(handle)
        return moment(handle)

    before: list[int] = []
    monkeypatch.setattr(files, "_moment", save_meanwhile)
    assert files.read_text(path) == "half of it, and the rest"
    assert len(before) == 4


def test_a_file_that_is_written_to_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr(files, "_moment", lambda handle: (0, next(ticks)))
    assert refused(make_file("a.md", "a")).message == "a.md was written to while it was read"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    error = refused(make_file("a.md", mark + "# T".encode(encoding)))
    assert (error.message, error.hint) == ("a.md is UTF-16, not UTF-8", "save it as UTF-8")


@pytest.mark.parametrize("mark", [b"\xff\xfe\0\0", b"\0\0\xfe\xff"])
def test_utf_32_is_named(mark: bytes) -> None:
    encoding = "utf-32-le" if mark.startswith(b"\xff") else "utf-32-be"
    assert refused(make_file("a.md", mark + "# T".encode(encoding))).message == "a.md is UTF-32, not UTF-8"


def test_latin_1_is_refused_with_the_line_of_the_first_wrong_byte() -> None:
    error = refused(make_file("a.md", "one\ntwo\ncafé\n".encode("latin-1")))
    assert (error.message, error.line, error.hint) == ("a.md is not UTF-8, line 3", 3, "save it as UTF-8")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\0", "a Word file or another archive"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x1f\x8b\x08\0", "packed (gzip)"),
    ],
)
@pytest.mark.parametrize("name", ["a b.docx", "a.bib", "a.csv"])
def test_a_file_that_is_no_text_is_called_what_it_is(data: bytes, what: str, name: str) -> None:
    with pytest.raises(InputError) as raised:
        files.decode(data, name)
    assert raised.value.message == f"{name} is {what}, not a text"
    assert ("pandoc 'a b.docx' -t markdown" in raised.value.hint) == (name == "a b.docx" and "Word" in what)


def test_a_nul_is_refused_with_its_line() -> None:
    error = refused(make_file("a.md", "one\nt\0wo\n"))
    assert (error.message, error.line) == ("a.md holds a NUL character, line 2", 2)
    assert error.hint == "delete it, or save the file anew as plain text"


def test_a_file_that_ends_in_nuls_was_not_saved_whole() -> None:
    assert refused(make_file("a.md", "one\ntwo\0\0\0\n")).hint.startswith("it was not saved whole")


def test_two_bytes_for_each_letter_are_utf_16_also_without_a_mark() -> None:
    Path("a.md").write_bytes("---\ntitle: T\n---\n".encode("utf-16-le"))
    assert refused(Path("a.md")).message == "a.md is UTF-16, not UTF-8"


@pytest.mark.parametrize(
    ("data", "says", "cure"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a pointer of git LFS", "git lfs pull"),
        (b"{\\rtf1\\ansi Wages.}", "a file of a word processor", "pandoc a.md -f rtf -t markdown"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "name the text"),
    ],
)
def test_what_stands_in_the_place_of_a_text_is_called_so(data: bytes, says: str, cure: str) -> None:
    Path("a.md").write_bytes(data)
    error = refused(Path("a.md"))
    assert says in error.message
    assert cure in error.hint


def test_a_missing_file_is_named() -> None:
    assert refused(Path("none.md")).message == "none.md does not exist"


def test_a_folder_is_no_file(here: Path) -> None:
    (here / "sub").mkdir()
    assert refused(Path("sub")).message == "sub is a folder, not a file"


def test_a_pipe_is_refused_without_waiting(here: Path) -> None:
    os.mkfifo(here / "pipe")
    assert refused(Path("pipe")).message == "pipe is not a file"


def test_a_device_is_refused() -> None:
    assert "is not a file" in refused(Path("/dev/zero")).message


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 2 MB"):
        files.read_text(make_file("a.md", b"x" * (files.MAX_BRIEF + 1)))


def test_a_file_of_just_the_size_is_read() -> None:
    assert len(files.read_bytes(make_file("a.md", b"x" * 100), 100)) == 100


def test_a_loop_of_links_is_refused(here: Path) -> None:
    (here / "a.md").symlink_to("b.md")
    (here / "b.md").symlink_to("a.md")
    assert "cannot be read" in refused(Path("a.md")).message


def test_a_name_that_is_too_long_is_refused() -> None:
    assert "cannot be read" in refused(Path("x" * 300)).message


def test_an_input_that_cannot_be_read_exits_with_3() -> None:
    assert refused(Path("none.md")).exit_code == 3


def test_a_path_is_shown_as_seen_from_here(here: Path) -> None:
    assert files.show(here / "sub" / "a.md") == "sub/a.md"


def test_a_path_elsewhere_is_shown_whole() -> None:
    assert files.show(Path("/etc/hosts")).startswith("/")


# --- asking ----------------------------------------------------------------------------------


def test_a_link_out_of_a_folder_is_not_inside(here: Path) -> None:
    make_file("in/x")
    (here / "in" / "out").symlink_to("/etc/hosts")
    assert [files.inside(here / "in" / name, here / "in") for name in ("x", "out", "../y")] == [True, False, False]


# --- writing ---------------------------------------------------------------------------------


def test_a_file_is_written_whole() -> None:
    files.write_atomic(Path("a.txt"), b"new")
    assert Path("a.txt").read_bytes() == b"new"


def test_a_file_is_replaced() -> None:
    make_file("a.txt", "old and longer")
    files.write_atomic(Path("a.txt"), b"new")
    assert Path("a.txt").read_bytes() == b"new"


def test_folders_are_made() -> None:
    files.write_atomic(Path("d/e/a.txt"), b"new")
    assert Path("d/e/a.txt").read_bytes() == b"new"


def test_nothing_is_left_beside_a_file_that_was_written(here: Path) -> None:
    files.write_atomic(Path("a.txt"), b"new")
    assert [p.name for p in here.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["a" * 250 + ".html", "水" * 83 + ".html"])
def test_a_file_may_have_the_longest_name_there_is(name: str) -> None:
    files.write_atomic(Path(name), b"new")
    assert Path(name).read_bytes() == b"new"


def test_a_written_file_may_be_read_by_all() -> None:
    files.write_atomic(Path("a.txt"), b"new")
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o644


def test_a_link_is_not_written_through(here: Path) -> None:
    target = make_file("target.txt", "old")
    (here / "a.txt").symlink_to(target)
    with pytest.raises(InputError, match="is a link"):
        files.write_atomic(Path("a.txt"), b"new")
    assert target.read_bytes() == b"old"


def test_a_dangling_link_is_not_written_through(here: Path) -> None:
    (here / "a.txt").symlink_to("nowhere.txt")
    with pytest.raises(InputError, match="is a link"):
        files.write_atomic(Path("a.txt"), b"new")
    assert not Path("nowhere.txt").exists()


def test_a_folder_that_is_a_file_is_an_error_and_leaves_nothing(here: Path) -> None:
    make_file("d")
    with pytest.raises(InputError, match="cannot be written"):
        files.write_atomic(Path("d/a.txt"), b"new")
    assert [p.name for p in here.iterdir()] == ["d"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(here: Path) -> None:
    (here / "a").mkdir()
    make_file("a/x", "old")
    with pytest.raises(InputError, match="cannot be written"):
        files.write_atomic(Path("a"), b"new")
    assert sorted(p.relative_to(here).as_posix() for p in here.rglob("*")) == ["a", "a/x"]


# --- what comes with briefkit ----------------------------------------------------------------


def test_a_folder_is_read_as_far_as_its_names_fit(here: Path) -> None:
    make_file("templates/page.html.j2", "mine")
    make_file("templates/notes.txt", "not mine")
    assert files.read_folder(here / "templates", lambda name: name.endswith(".j2"), 100) == {"page.html.j2": "mine"}


def test_a_file_that_leads_out_of_its_folder_is_refused(here: Path) -> None:
    make_file("elsewhere.j2")
    (here / "templates").mkdir()
    (here / "templates" / "page.html.j2").symlink_to(here / "elsewhere.j2")
    with pytest.raises(InputError, match="leads out"):
        files.read_folder(here / "templates", lambda _: True, 100)


def test_every_error_of_ours_has_a_message_a_hint_and_a_code() -> None:
    error = BriefkitError("what", "how", 7)
    assert (error.message, error.hint, error.line, error.exit_code, str(error)) == ("what", "how", 7, 3, "what")


def test_a_path_is_shown_without_detours(here: Path) -> None:
    (here.parent / "beside").mkdir(exist_ok=True)
    assert files.show(here / ".." / "beside" / "a.md") == (here.parent / "beside" / "a.md").as_posix()


def test_a_path_that_leads_back_out_of_a_link_is_shown_as_it_is(here: Path) -> None:
    (here.parent / "beside" / "deep").mkdir(parents=True, exist_ok=True)
    (here / "link").symlink_to(here.parent / "beside" / "deep")
    detour = here / "link" / ".." / ".." / "a.md"
    assert files.show(detour).endswith("a.md")


@pytest.mark.parametrize("told", ["/proc/self/fd", "/nowhere"], ids=["the system says", "nobody says"])
def test_a_file_that_became_a_link_out_of_its_folder_is_not_read(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "OPEN", told)
    home, (away, own) = tmp_path / "home", (tmp_path / "secret", tmp_path / "home" / "own")
    home.mkdir()
    away.write_bytes(b"secret")
    own.write_bytes(b"own")
    (home / "near").symlink_to("own")
    (home / "far").symlink_to("../secret")
    (tmp_path / "door").symlink_to("home")
    for name in (own, home / "near", tmp_path / "door" / "own"):
        assert files.read_bytes(name, 100, tmp_path / "door") == b"own"
    with pytest.raises(InputError, match="leads out of the project by a link"):
        files.read_bytes(home / "far", 100, home)
    assert files.read_bytes(home / "far", 100, home, tmp_path) == b"secret"


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("", "save it as UTF-8"),
        ("% Encoding: UTF-8 and so on\n", "save it as UTF-8"),
        (
            "% made by a program\n% Encoding: ISO8859_1\n",
            "save it as UTF-8; it says that it is ISO8859-1: iconv -f ISO8859-1 -t UTF-8 makes UTF-8 of it",
        ),
    ],
)
def test_a_library_that_says_its_encoding_is_told_how_to_change_it(head: str, hint: str) -> None:
    with pytest.raises(InputError) as raised:
        files.decode(head.encode() + b"\xfc", "a.bib")
    assert raised.value.hint == hint
