"""A headless Chromium that is spoken to through a pipe: addresses go in, what a page is and asks for comes out."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
GIVE = (
    "import os, sys; [os.dup2(int(n), at) for at, n in zip((3, 4), sys.argv[1:3])]; os.execv(sys.argv[3], sys.argv[3:])"
)
"""Becomes the browser, which has the ends of the pipes by the numbers it knows."""

FIRST_FREE = 5
"""Chromium reads from 3 and writes to 4."""

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)


def find_chromium() -> str:
    """The program, or an empty string where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are none of the numbers that the browser is given them by."""
    ends = os.pipe()
    low, high = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE) for end in ends)
    for end in ends:
        os.close(end)
    return low, high


class Chromium:
    """One browser with one page; a `with` statement ends it."""

    def __init__(self) -> None:
        program = find_chromium()
        if not program:
            raise SystemExit("Chromium is missing: install it (Debian: apt-get install chromium)")
        self._profile = tempfile.TemporaryDirectory(prefix="briefkit-chromium-", ignore_cleanup_errors=True)
        theirs_in, self._out = _pipe()
        self._in, theirs_out = _pipe()
        command = (program, *OPTIONS, f"--user-data-dir={self._profile.name}", "about:blank")
        self._process = subprocess.Popen(
            (sys.executable, "-c", GIVE, str(theirs_in), str(theirs_out), *command),
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._rest = b""
        self._count = 0
        self._session = ""
        self.events: list[Mapping[str, Any]] = []
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._session = ""
        self.call("Browser.close")
        self._process.wait(20)
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What Chromium answers to a call; the events that come before are kept."""
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while (answer := self._next()).get("id") != self._count:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            read = os.read(self._in, 1 << 16)
            if not read:
                raise RuntimeError("Chromium has ended")
            parts.append(read)
        message, _, self._rest = b"".join(parts).partition(b"\0")
        return dict(json.loads(message))

    def open(self, address: str, width: int, height: int, scheme: str) -> None:
        """Load a page in a window of this size, in the `light` or the `dark` scheme; the events begin anew."""
        self.events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.call("Emulation.setEmulatedMedia", features=features)
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())
        self.run("document.fonts.ready.then(() => 1)")

    def run(self, script: str) -> Any:
        """The value of a script of ours in the page; a promise is waited for."""
        made = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in made:
            raise RuntimeError(str(made["exceptionDetails"])[:500])
        return made["result"].get("value")

    def press(self, key: str) -> None:
        """Press and release a key: `Tab`, `Escape`, or that of a character."""
        if len(key) == 1:
            self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key)
            return
        code = {"Tab": 9, "Escape": 27, "Enter": 13}[key]
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def point(self, x: float, y: float) -> None:
        """Move the mouse to a point of the window."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def picture(self, *, whole: bool = True) -> bytes:
        """A PNG of the whole page, or of the window."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def print(self) -> bytes:
        """The page as Chromium prints it: A4, its own margins."""
        return b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened, pictures and fonts inside it left out."""
        sent = (e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent")
        return [address for address in sent if not address.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the browser logged: a breach of the page's policy, a fault in it."""
        return [str(e["params"]["entry"]["text"]) for e in self.events if e.get("method") == "Log.entryAdded"]
