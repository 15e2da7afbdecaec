"""50 generated briefs go in, ratios come out: the HTML report beside the check alone, and how fast it filters.

The report has 5,000 sentences and more. A keystroke is timed in Chromium from the event to the frame after the next,
so that filters, styles and layout are in it. See benchmarks/README.md.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from figures import options, write_figures
from many import make_project
from speed import clock, tools

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.chromium import Chromium, find_chromium

BRIEFS, WORDS, RUNS = 50, 1_800, 3
RATIO_BAR, KEYSTROKE_BAR = 2.0, 200.0
TYPED = "district"
KEYSTROKE = """
(async typed => {
  const query = document.getElementById('q'), times = []
  const frame = () => new Promise(requestAnimationFrame)
  const set = async value => {
    const start = performance.now()
    query.value = value
    query.dispatchEvent(new Event('input'))
    await frame(); await frame()
    times.push(performance.now() - start)
  }
  for (let n = 1; n <= typed.length; n += 1) await set(typed.slice(0, n))
  for (let n = typed.length - 1; n >= 0; n -= 1) await set(typed.slice(0, n))
  return times
})
"""


@dataclass(frozen=True, slots=True)
class Reports:
    """What was measured: medians in seconds, the size of the report, and the keystrokes in milliseconds."""

    sentences: int
    check: float
    html: float
    megabytes: float
    opened: float
    keystrokes: Sequence[float]

    @property
    def ratio(self) -> float:
        """How many times longer the report takes than the check alone."""
        return self.html / self.check


def main() -> None:
    """Generate the briefs, measure, and print the table."""
    parser = options(__doc__)
    parser.add_argument("--briefs", type=int, default=BRIEFS)
    parser.add_argument("--runs", type=int, default=RUNS)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefkit-bench-") as folder:
        reports = measure(Path(folder), wanted.briefs, wanted.runs)
    print_table(reports)
    figures = {"tools": tools(), "reports": asdict(reports)}
    write_figures(wanted.json, figures)


def measure(folder: Path, briefs: int, runs: int) -> Reports:
    """The check and the report in turns, after one round that is not counted; then the report in a browser."""
    make_project(folder, briefs, WORDS)
    rounds = [(check(folder, "text"), check(folder, "html")) for _ in range(runs + 1)][1:]
    alone, html = (median(each) for each in zip(*rounds, strict=True))
    page = folder / "report.html"
    sentences = page.read_text("utf-8").count('class="s is-')
    opened, keystrokes = drive(page) if find_chromium() else (0.0, ())
    return Reports(sentences, alone, html, page.stat().st_size / 1e6, opened, keystrokes)


def check(folder: Path, form: str) -> float:
    """The seconds of one check in this form."""
    command = (sys.executable, "-m", "briefkit", "check", "--fail-on", "never", "--format", form)
    return clock((*command, "-o", f"report.{form}"), folder)


def drive(page: Path) -> tuple[float, Sequence[float]]:
    """Milliseconds until the report is loaded, and those of each keystroke in its search."""
    with Chromium() as browser:
        browser.open(page.as_uri(), 1200, 800, "light")
        opened = browser.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
        return opened, browser.run(f"({KEYSTROKE})({json.dumps(TYPED)})")


def print_table(reports: Reports) -> None:
    """The times, the ratio and the slowest keystroke with their bars."""
    print(f"HTML report of {reports.sentences:,} sentences, {reports.megabytes:.1f} MB")
    print(f"  {'check alone':<32}{reports.check * 1000:>8.0f} ms")
    print(f"  {'check with the HTML report':<32}{reports.html * 1000:>8.0f} ms")
    within = "within the bar of" if reports.ratio <= RATIO_BAR else "OVER THE BAR OF"
    print(f"  {'the report beside the check':<32}{reports.ratio:>8.2f}      {within} {RATIO_BAR:g}")
    if not reports.keystrokes:
        print("  Chromium is missing: keystrokes were not timed\n")
        return
    slowest = max(reports.keystrokes)
    within = "within the bar of" if slowest <= KEYSTROKE_BAR else "OVER THE BAR OF"
    print(f"  {'opened in Chromium':<32}{reports.opened:>8.0f} ms")
    print(f"  {'a keystroke, median':<32}{median(reports.keystrokes):>8.0f} ms")
    print(f"  {'a keystroke, the slowest':<32}{slowest:>8.0f} ms   {within} {KEYSTROKE_BAR:g}\n")


if __name__ == "__main__":
    main()
