"""What is asked of the disk: heard with its answer while somebody listens, and asked again later."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit import asked, files
from briefkit.errors import InputError
from briefkit.pipeline import load_project
from briefkit.pipeline.reading import Shelf


def differing(heard: asked.Answers) -> list[str]:
    """The names of the questions that have another answer now."""
    return [str(question[0]) for question, answer in heard.items() if asked.ask_again(question) != answer]


def test_what_is_read_is_heard_and_has_the_same_answer_later(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with asked.listening() as heard:
        files.read_bytes(tmp_path / "a", 10)
        files.there(tmp_path / "b")
        files.list_folder(tmp_path)
    assert len(heard) == 3
    assert differing(heard) == []


def test_another_content_is_another_answer(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with asked.listening() as heard:
        files.read_bytes(tmp_path / "a", 10)
    (tmp_path / "a").write_bytes(b"2")
    assert differing(heard) == ["read_bytes"]


def test_a_file_that_comes_is_another_answer(tmp_path: Path) -> None:
    with asked.listening() as heard:
        files.there(tmp_path / "a")
        files.list_folder(tmp_path)
    (tmp_path / "a").write_bytes(b"1")
    assert differing(heard) == ["there", "list_folder"]


def test_a_link_that_leads_out_is_another_answer(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(b"1")
    with asked.listening() as heard:
        files.inside(tmp_path / "in" / "a", tmp_path / "in")
    (tmp_path / "in" / "a").rename(tmp_path / "a")
    (tmp_path / "in" / "a").symlink_to("../a")
    assert differing(heard) == ["inside"]


def test_an_error_is_an_answer(tmp_path: Path) -> None:
    with asked.listening() as heard, pytest.raises(InputError):
        files.read_bytes(tmp_path / "a", 10)
    assert differing(heard) == []
    (tmp_path / "a").write_bytes(b"1")
    assert differing(heard) == ["read_bytes"]


def test_a_file_that_changes_while_somebody_listens_never_has_the_same_answer(tmp_path: Path) -> None:
    with asked.listening() as heard:
        for content in (b"1", b"2"):
            (tmp_path / "a").write_bytes(content)
            files.read_bytes(tmp_path / "a", 10)
    assert differing(heard) == ["read_bytes"]


def test_a_path_is_heard_wherever_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with asked.listening() as heard:
        files.there(Path("a"))
    assert list(heard) == [("there", str(tmp_path / "a"))]


def test_who_listens_within_and_around_hears_the_same(tmp_path: Path) -> None:
    with asked.listening() as around:
        with asked.listening() as within:
            files.there(tmp_path)
        asked.tell({("there", "/elsewhere"): "x"})
    assert around == {**within, ("there", "/elsewhere"): "x"}


def test_nothing_is_heard_by_who_has_left(tmp_path: Path) -> None:
    with asked.listening() as heard:
        pass
    files.there(tmp_path)
    assert heard == {}


def test_a_question_that_is_none_of_ours_has_no_answer() -> None:
    assert asked.ask_again(("remove", "/")) == asked.NONE


def test_a_library_that_was_read_before_anybody_listened_is_heard_by_who_listens_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "references.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    (tmp_path / "briefkit.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    shelf = Shelf(load_project({}))
    library = shelf.open((tmp_path / "references.bib",))
    for _ in range(2):
        with asked.listening() as heard:
            assert shelf.open((tmp_path / "references.bib",)).sources.keys() == library.sources.keys()
        assert ("read_bytes", str(tmp_path / "references.bib")) in {question[:2] for question in heard}


def test_what_is_remembered_is_heard_by_each_who_listens_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    memory, made = asked.Memory(2), []

    def make() -> int:
        files.read_bytes(tmp_path / "a", 10)
        made.append(1)
        return len(made)

    with asked.listening() as first:
        assert memory.once("a", make) == 1
    with asked.listening() as second:
        assert memory.once("a", make) == 1
    assert first == second != {}
    assert [memory.once(name, make) for name in ("b", "c", "b", "a")] == [2, 3, 2, 4]
