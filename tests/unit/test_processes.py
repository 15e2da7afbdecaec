"""Children of ours: what they make comes back, and however they end, one error says so and nothing is left."""

from __future__ import annotations

import errno
import faulthandler
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefkit.errors import BriefkitError, InputError, MissingToolError, RenderError, ToolLimitError
from briefkit.processes import Child, ChildFault, ChildLimits
from tests.unit.test_pandoc import ends

ROOT = Path(__file__).parents[2]
SMALL = ChildLimits(seconds=20, address_space=1024)


def made_by(work: Callable[[], bytes], limits: ChildLimits = SMALL) -> bytes:
    return Child("the page", {"one": work}, limits, "the hint").result()["one"]


def failure(work: Callable[[], bytes], limits: ChildLimits = SMALL) -> BriefkitError:
    with pytest.raises(BriefkitError) as caught:
        made_by(work, limits)
    return caught.value


def test_what_is_made_comes_back() -> None:
    assert made_by(lambda: b"made") == b"made"


def test_more_than_a_pipe_holds_comes_back() -> None:
    assert made_by(lambda: bytes(range(256)) * 40_000) == bytes(range(256)) * 40_000


def test_several_things_come_back_by_their_names() -> None:
    child = Child("the pages", {"a": lambda: b"1\n2", "b": lambda: b"", "c": lambda: b"3"}, SMALL)
    assert child.result() == {"a": b"1\n2", "b": b"", "c": b"3"}


def sleeping(seconds: float) -> Callable[[], bytes]:
    def work() -> bytes:
        time.sleep(seconds)
        return b""

    return work


def test_two_children_work_at_once() -> None:
    start = time.monotonic()
    children = [Child("one", {"x": sleeping(0.5)}, SMALL) for _ in range(2)]
    for child in children:
        child.result()
    assert time.monotonic() - start < 0.95


def raising(error: Exception) -> Callable[[], bytes]:
    def work() -> bytes:
        raise error

    return work


@pytest.mark.parametrize("kind", [InputError, RenderError, ToolLimitError, MissingToolError])
def test_an_error_of_ours_comes_back_as_it_was(kind: type[BriefkitError]) -> None:
    caught = failure(raising(kind("what", "how", 7)))
    assert (type(caught), caught.message, caught.hint, caught.line) == (kind, "what", "how", 7)


def test_a_full_disk_is_told_as_such() -> None:
    caught = failure(raising(OSError(errno.ENOSPC, "No space left on device")))
    assert caught.message == "the system refused to go on: No space left on device"
    assert caught.hint.startswith("the disk is full")


def test_a_recursion_without_end_is_an_error_with_the_hint() -> None:
    caught = failure(raising(RecursionError("deep")))
    assert (type(caught), caught.exit_code, caught.hint) == (RenderError, 3, "the hint")
    assert caught.message == "the page could not be made: RecursionError: deep"


def test_what_a_foreign_package_raises_is_an_error() -> None:
    import yaml  # stands for an engine

    caught = failure(lambda: bytes(yaml.safe_load("[")))
    assert isinstance(caught, RenderError)
    assert "the page could not be made: ParserError" in caught.message


def test_what_our_own_code_raises_is_a_fault_with_its_traceback() -> None:
    # this test's own frame is foreign too, so the child is started from a program that has none but ours
    program = (
        "from briefkit.processes import *\nn = {'__name__': 'briefkit.x'}\nexec('def work(): return 1 // 0', n)\n"
        "try: Child('x', {'x': n['work']}, ChildLimits()).result()\n"
        "except ChildFault as fault: print(fault)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=_environment())
    assert "ZeroDivisionError" in ran.stdout
    assert "Traceback" in ran.stdout
    assert issubclass(ChildFault, Exception)
    assert not issubclass(ChildFault, BriefkitError)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (signal.SIGSEGV, RenderError, "SIGSEGV"),
        (signal.SIGABRT, RenderError, "SIGABRT"),
        (signal.SIGTERM, RenderError, "SIGTERM"),
        (signal.SIGKILL, ToolLimitError, "out of memory"),
        (signal.SIGXCPU, ToolLimitError, "seconds of processor"),
    ],
)
def test_a_signal_is_one_error(number: signal.Signals, kind: type[BriefkitError], words: str) -> None:
    def work() -> bytes:
        faulthandler.disable()  # pytest's, which would tell of it on our terminal
        os.kill(os.getpid(), number)
        return b""

    caught = failure(work)
    assert isinstance(caught, kind)
    assert words in caught.message


def test_an_end_without_an_answer_is_an_error() -> None:
    assert "exit code 9" in failure(lambda: os._exit(9)).message


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_too_much_memory_is_an_error_that_says_so() -> None:
    caught = failure(lambda: bytes(2 << 30))
    assert isinstance(caught, ToolLimitError)
    assert caught.message == "the page ran out of memory (1,024 MB)"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
@pytest.mark.parametrize("work", ["return bytes(1 << 30)", "os.kill(os.getpid(), signal.SIGTRAP)"])
def test_a_limit_of_memory_below_ours_is_told_as_that(work: str) -> None:
    program = (
        "import os, resource, signal; resource.setrlimit(resource.RLIMIT_AS, (900 << 20, 900 << 20))\n"
        "from briefkit.errors import ToolLimitError\n"
        "from briefkit.processes import Child, ChildLimits\n"
        f"def work(): {work}\n"
        "try: Child('the page', {'one': work}, ChildLimits(), 'the hint').result()\n"
        "except ToolLimitError as error: print(error.message, '|', error.hint)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=_environment())
    said = "the page ran out of memory (900 MB) | let it have more: ulimit -v unlimited -d unlimited"
    assert ran.stdout.strip() == said


@pytest.mark.parametrize("most", [1, 3])
def test_a_limit_of_processor_below_ours_is_told_as_that(most: int) -> None:
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({most}, {most}))\n"
        "from briefkit.errors import ToolLimitError\n"
        "from briefkit.processes import Child, ChildLimits\n"
        "def work():\n while True: pass\n"
        "try: Child('the page', {'one': work}, ChildLimits(), 'the hint').result()\n"
        "except ToolLimitError as error: print(error.message, '|', error.hint)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=_environment())
    said = f"the page used up the {most} seconds of processor that it may have | let it have more: ulimit -t unlimited"
    assert ran.stdout.strip() == said


def test_too_long_is_an_error_that_says_so_and_the_child_is_gone() -> None:
    child = Child("the page", {"x": sleeping(60)}, ChildLimits(seconds=0.3))
    pid = child.pid
    with pytest.raises(ToolLimitError, match=r"the page did not finish within 0\.3 seconds"):
        child.result()
    assert ends(pid)


def test_a_child_with_patience_waits_for_a_busy_machine_and_has_no_more_of_the_processor() -> None:
    patient = ChildLimits(seconds=0.2, patience=10)
    assert Child("the page", {"x": sleeping(0.5)}, patient).result() == {"x": b""}
    with pytest.raises(ToolLimitError, match=r"the page did not finish within 0\.4 seconds on the clock"):
        Child("the page", {"x": sleeping(60)}, ChildLimits(seconds=0.2, patience=2)).result()

    def count() -> bytes:
        while True:
            pass

    with pytest.raises(ToolLimitError, match=r"the page did not finish within 1 seconds$") as raised:
        Child("the page", {"x": count}, ChildLimits(seconds=1, patience=1_000), "the hint").result()
    assert raised.value.hint == "the hint"


def test_what_a_child_started_is_ended_with_it(tmp_path: Path) -> None:
    mark = tmp_path / "pid"

    def work() -> bytes:
        started = subprocess.Popen(["/bin/sleep", "60"])
        mark.with_suffix(".part").write_text(str(started.pid))
        mark.with_suffix(".part").rename(mark)
        time.sleep(60)
        return b""

    child = Child("the page", {"x": work}, SMALL)
    while not mark.exists():
        time.sleep(0.01)
    child.kill()
    assert ends(int(mark.read_text()))


def test_the_folder_of_a_child_is_private_and_goes_with_it() -> None:
    def work() -> bytes:
        handle, name = tempfile.mkstemp()
        return (
            f"{name} {os.fstat(handle).st_mode & 0o777:o} {os.stat(os.path.dirname(name)).st_mode & 0o777:o}".encode()
        )

    name, *modes = made_by(work).decode().split()
    assert modes == ["600", "700"]
    assert not Path(name).parent.exists()


def test_a_child_has_no_terminal_no_core_and_a_session_of_its_own() -> None:
    def work() -> bytes:
        os.write(1, b"noise")
        os.write(2, b"noise")
        return repr((os.getsid(0) == os.getpid(), resource.getrlimit(resource.RLIMIT_CORE)[0], os.read(0, 1))).encode()

    assert made_by(work) == b"(True, 0, b'')"


def test_a_child_that_is_ended_twice_is_ended() -> None:
    child = Child("the page", {"x": lambda: b""}, SMALL)
    child.kill()
    assert child.kill() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel ends children with their parent on Linux only")
def test_a_child_dies_with_us(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    program = (
        "import os, time\nfrom briefkit.processes import Child, ChildLimits\n"
        "c = Child('x', {'x': lambda: time.sleep(60)}, ChildLimits())\n"
        f"open({str(mark) + '.part'!r}, 'w').write(str(c.pid)); os.rename({str(mark) + '.part'!r}, {str(mark)!r})\n"
        "c.result()"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], env=_environment())
    while not mark.exists():
        assert parent.poll() is None
        time.sleep(0.01)
    parent.kill()
    parent.wait()
    assert ends(int(mark.read_text()))


# --- what a run leaves that is ended by force --------------------------------------------------

FOLDER = "from briefkit.processes import *; from briefkit.folders import run_folder; folder = run_folder()"
CHILD = "with Child('it', {'it': lambda: b'it'}, ChildLimits()) as child: child.result()"
OLD = "import os; os.utime(os.path.join(folder, '.briefkit.run'), (0, 0))"


def run_in(folder: Path, *lines: str) -> int:
    """How a run ends whose temporary folder lies here, and which does this in it."""
    return subprocess.run(
        [sys.executable, "-c", "\n".join((FOLDER, *lines))],
        env={**_environment(), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


def kill_in(folder: Path, *lines: str) -> None:
    assert run_in(folder, *lines, "import os; os.kill(os.getpid(), 9)") == -9


def test_a_run_that_ends_leaves_nothing(tmp_path: Path) -> None:
    assert run_in(tmp_path) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_with_a_later_one(tmp_path: Path) -> None:
    kill_in(tmp_path, "open(folder + '/text', 'w').write('secret')", OLD)
    assert len(list(tmp_path.glob("briefkit-*/text"))) == 1
    assert run_in(tmp_path, CHILD) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_a_moment_ago_may_be_in_the_making(tmp_path: Path) -> None:
    kill_in(tmp_path)
    assert run_in(tmp_path, CHILD) == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_the_folder_of_a_run_that_lasts_stays(tmp_path: Path) -> None:
    later = f"{FOLDER}\n{CHILD}"
    again = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {later!r}], check=True)"
    assert run_in(tmp_path, OLD, again, "assert os.path.isdir(folder)") == 0


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for folder in (tmp_path / "tmp" / "briefkit-notes", tmp_path / "tmp" / "briefkit-open", elsewhere):
        folder.mkdir(parents=True, mode=0o700)
    for folder in (tmp_path / "tmp" / "briefkit-open", elsewhere):
        (folder / ".briefkit.run").touch()
        os.utime(folder / ".briefkit.run", (0, 0))
    (tmp_path / "tmp" / "briefkit-open").chmod(0o755)
    (tmp_path / "tmp" / "briefkit-link").symlink_to(elsewhere)
    assert run_in(tmp_path / "tmp", CHILD) == 0
    assert sorted(os.listdir(tmp_path / "tmp")) == ["briefkit-link", "briefkit-notes", "briefkit-open"]
    assert os.listdir(elsewhere) == [".briefkit.run"]
