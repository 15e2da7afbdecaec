"""Builds web pages and reports and looks at them in headless Chromium: `python -m tests.browser AXE`.

AXE is the script of axe-core.

Each page at two widths, light and dark: nothing is asked for but the page, the browser has no complaint, nothing is
wider than the window, axe-core finds no violation, at rest and with a card and the contents open; a card opens by
keyboard and by mouse, and Escape closes it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.chromium import Chromium

ROOT = Path(__file__).parents[2]
BRIEFS = (
    "briefs/us-sanctions-pakistan.md",
    "tests/projects/pumps/pumps.md",
    "tests/projects/water-fr/tarifs.md",
    "tests/projects/water-ar/miyah.md",
)
TEMPLATES = ("report", "one-pager", "memo", "plain", "house")
"""What the first brief is laid out by as well; by the default one it is anyway."""

REPORTED = (*BRIEFS, "tests/projects/unsourced/op-ed.md")
WIDTHS = (1200, 390)
SCHEMES = ("light", "dark")
OPENS = 1.0
"""Seconds within which a browser shows what is pointed at."""

SHOWN = "[...document.querySelectorAll('.card')].filter(c => getComputedStyle(c).display != 'none').map(c => c.id)"
SCROLLED = "(a => (a.scrollIntoView({block: 'center'}), a))(document.querySelector('a[interestfor]'))"
MIDDLE = f"(r => [r.x + r.width / 2, r.y + r.height / 2])({SCROLLED}.getClientRects()[0])"
VIOLATIONS = """
  axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(found => found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 5).map(n => n.target.join(' ')).join(', ')))
"""


def main(axe: str) -> int:
    """Write each fault with its page, width and scheme; the exit code is 1 if there is one."""
    script = Path(axe).read_text(encoding="utf-8")
    faults = looked = 0
    with TemporaryDirectory(prefix="briefkit-pages-") as folder, Chromium() as browser:
        for page in _pages(Path(folder)):
            for width in WIDTHS:
                for scheme in SCHEMES:
                    looked += 1
                    browser.open(page.as_uri(), width, 900, scheme)
                    for fault in _faults(browser, script):
                        faults += 1
                        sys.stdout.write(f"{page.parent.parent.name}/{page.stem}, {width} px, {scheme}: {fault}\n")
    sys.stdout.write(f"{looked} views, {faults} faults\n")
    return min(faults, 1)


def _pages(folder: Path) -> list[Path]:
    """The pages of our briefs, and of the first by each template, as drafts, since one has errors, and the reports."""
    _build(folder, *BRIEFS)
    for template in TEMPLATES:
        _build(folder / template, BRIEFS[0], "--template", template)
    for brief in REPORTED:
        _report(folder / f"report-of-{Path(brief).stem}.html", brief)
    _report(folder / "report-of-all.html", *REPORTED)
    return sorted(folder.rglob("*.html"))


def _build(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "briefkit", "build", *arguments, "--draft", "--to", "html", "-o", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _report(output: Path, *briefs: str) -> None:
    """The report for reviewers of some briefs."""
    options = ("--fail-on", "never", "--format", "html", "-o", str(output))
    command = [sys.executable, "-m", "briefkit", "check", *(str(ROOT / brief) for brief in briefs), *options]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _faults(browser: Chromium, axe: str) -> Iterator[str]:
    """What is wrong with the page that is open."""
    yield from (f"asks for {address}" for address in browser.requests()[1:])
    yield from browser.complaints()
    if browser.run("document.documentElement.scrollWidth > innerWidth"):
        yield "is wider than the window"
    browser.run(axe)
    yield from browser.run(VIOLATIONS)
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    if browser.run("document.querySelector('a[interestfor]') !== null"):
        yield from _faults_of_cards(browser)
    yield from (f"opened, {fault}" for fault in browser.run(VIOLATIONS))


def _faults_of_cards(browser: Chromium) -> Iterator[str]:
    """What is wrong with the first card; it is left open."""
    for way in ("mouse", "keyboard"):
        if way == "mouse":
            browser.point(*browser.run(MIDDLE))
        else:
            browser.point(1, 1)
            browser.run(f"{SCROLLED}.focus({{focusVisible: true}})")
        if not _shows(browser, 1):
            yield f"the card does not open by {way}"
        browser.press("Escape")
        if not _shows(browser, 0):
            yield f"Escape does not close the card that was opened by {way}"
        browser.run("document.activeElement.blur()")
    browser.run(f"{SCROLLED}.focus({{focusVisible: true}})")
    _shows(browser, 1)


def _shows(browser: Chromium, cards: int) -> bool:
    """Whether so many cards are shown before long."""
    until = time.monotonic() + OPENS
    while len(browser.run(SHOWN)) != cards:
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
