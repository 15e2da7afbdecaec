"""The pictures of reports and pages in docs: `python -m tests.looks.reports docs/pictures`, or `make pictures`.

Each picture is made of a report of the op-ed that cites nothing, or of the flagship, as a reader sees it.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from tests.browser.chromium import Chromium

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "briefs" / "us-sanctions-pakistan.md"
OP_ED = ROOT / "tests" / "projects" / "unsourced" / "op-ed.md"
COLOURS, GAP, GREY = 256, 12, "#8a8f98"
"""Colours of a picture, which keep it small; the gap between its parts, and what is seen there."""


def draw_html(folder: Path) -> Image.Image:
    """The page at load, and the first open sentence with its card on a dark screen."""
    report = _report("html", folder)
    with Chromium() as browser:
        browser.open(report.as_uri(), 1200, 800, "light")
        at_load = _shot(browser)
        browser.open("about:blank", 1200, 800, "dark")
        browser.open(report.as_uri(), 1200, 800, "dark")
        browser.press("n")
        browser.run("new Promise(done => setTimeout(done, 300))")
        return _beside([at_load, _shot(browser)], 560)


def draw_pdf(folder: Path) -> Image.Image:
    """The first page, a page of the draft, and one of the point list."""
    document = pypdfium2.PdfDocument(_report("pdf", folder))
    return _beside([document[number].render(scale=1.2).to_pil() for number in (0, 1, 5)], 640)


def draw_traces(folder: Path) -> Image.Image:
    """What the last recommendation of the flagship rests on, on a wide screen and on a narrow one."""
    report = _report("html", folder, FLAGSHIP, ROOT)
    shots = []
    with Chromium() as browser:
        for width, scheme in ((1200, "light"), (390, "dark")):
            browser.open(report.as_uri(), width, 900, scheme)
            browser.run("document.getElementById('trace-4').scrollIntoView({behavior: 'instant'})")
            browser.run("new Promise(done => setTimeout(done, 300))")
            shots.append(_shot(browser))
    return _beside(shots, 560)


NOTES = '{"ExportNotes": {"type": "boolean", "value": "true"}}'


def draw_docx(folder: Path) -> Image.Image:
    """The summary, a page with comments, each a note behind its words, and the claims; as LibreOffice shows them."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", f"pdf:writer_pdf_Export:{NOTES}", "--outdir"]
    report = _report("docx", folder)
    subprocess.run([*command, str(folder), str(report)], check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(report.with_suffix(".pdf"))
    return _beside([document[number].render(scale=1.2).to_pil() for number in (0, 1, 4)], 640)


def draw_pages(folder: Path) -> Image.Image:
    """The first two pages of the flagship in print."""
    command = (sys.executable, "-m", "briefkit", "build", str(FLAGSHIP), "--to", "pdf", "-o", str(folder))
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    document = pypdfium2.PdfDocument(next(folder.rglob("*.pdf")))
    return _beside([document[number].render(scale=2).to_pil() for number in (0, 1)], 1080)


DRAWN: Mapping[str, Callable[[Path], Image.Image]] = {
    "report-html.png": draw_html,
    "report-docx.png": draw_docx,
    "report-pdf.png": draw_pdf,
    "report-traces.png": draw_traces,
    "us-sanctions-pakistan.png": draw_pages,
}


def main(target: str, *only: str) -> int:
    """Draw the pictures; those of the given names alone if there are any."""
    for name, draw in DRAWN.items():
        if not only or name in only:
            with TemporaryDirectory(prefix="briefkit-looks-") as folder:
                picture = draw(Path(folder)).convert("RGB")
            picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
                Path(target) / name, optimize=True
            )
            sys.stdout.write(f"{name}: {picture.width} x {picture.height}\n")
    return 0


def _report(form: str, folder: Path, brief: Path = OP_ED, project: Path = OP_ED.parent) -> Path:
    """The report of a brief in a form."""
    made = folder / f"report.{form}"
    options = ("--fail-on", "never", "--format", form, "-o", str(made))
    command = (sys.executable, "-m", "briefkit", "check", str(brief.relative_to(project)), *options)
    subprocess.run(command, cwd=project, check=True, stdout=subprocess.DEVNULL)
    return made


def _shot(browser: Chromium) -> Image.Image:
    return Image.open(io.BytesIO(browser.picture(whole=False))).convert("RGB")


def _beside(pictures: Sequence[Image.Image], height: int) -> Image.Image:
    """The pictures side by side, of one height."""
    fitted = [p.resize((p.width * height // p.height, height), Image.Resampling.LANCZOS) for p in pictures]
    sheet = Image.new("RGB", (sum(p.width + GAP for p in fitted) + GAP, height + 2 * GAP), GREY)
    left = GAP
    for picture in fitted:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    return sheet


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
