"""Pictures of what briefkit makes, to be looked at: `python -m tests.looks FOLDER [BRAND/TEMPLATE/BRIEF]`.

Two briefs, each template, two brands: every page of the PDF, the Word file as LibreOffice lays it out (where that is
installed), and the web page at two widths, light and dark. Each case has a sheet of its own; `contact.png` has all of
them, small.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageDraw

from tests.browser.chromium import Chromium

ROOT = Path(__file__).parents[2]
BRIEFS = {"flagship": "briefs/us-sanctions-pakistan.md", "tarifs": "tests/projects/water-fr/tarifs.md"}
BRANDS = {"ours": "none", "meridian": "tests/looks/meridian"}
TEMPLATES = ("policy-brief", "report", "one-pager", "memo", "plain", "house")
SCREENS = ((1200, "light", 1.3), (1200, "dark", 1.3), (390, "light", 2.2), (390, "dark", 2.2))
"""Width, brightness, and how much of a page is shown as a multiple of its width."""

TALL, SMALL = 560, 150
"""How tall a page is on its sheet, and on the sheet of all."""

GREY, GAP, BROADEST = "#8a8f98", 8, 2600


@dataclass(frozen=True, slots=True)
class Case:
    """One brief by one template in one brand."""

    brand: str
    template: str
    brief: str

    @property
    def name(self) -> str:
        """What the case is called."""
        return f"{self.brand}/{self.template}/{self.brief}"


def main(folder: str, *only: str) -> int:
    """Make the sheets; those of the named cases alone if there are any."""
    target = Path(folder).resolve()
    cases = [Case(*names) for names in _names() if not only or "/".join(names) in only]
    rows = []
    with Chromium() as browser:
        for case in cases:
            made = _build(case, target / "built")
            pages = [*_pages(made, ".pdf"), *_word(made), *_screens(made, browser)]
            sheet = _rows(pages, TALL)
            sheet.save(target / f"{case.name.replace('/', '-')}.png")
            rows.append((case.name, _sheet(pages, SMALL)))
            sys.stdout.write(f"{case.name}: {len(pages)} pictures\n")
    _column(rows).save(target / "contact.png")
    return 0


def _names() -> Iterator[tuple[str, str, str]]:
    return ((brand, template, brief) for brand in BRANDS for template in TEMPLATES for brief in BRIEFS)


def _build(case: Case, folder: Path) -> Path:
    """The outputs of a case; their folder."""
    out = folder / case.brand / case.template
    out.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "briefkit", "build", BRIEFS[case.brief], "--output", str(out)]
    more = ["--template", case.template, "--brand", BRANDS[case.brand]]
    subprocess.run([*command, *more], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out / Path(BRIEFS[case.brief]).stem


def _pages(made: Path, suffix: str) -> list[Image.Image]:
    """The pages of a PDF in a folder."""
    document = pypdfium2.PdfDocument(next(made.glob(f"*{suffix}")))
    return [page.render(scale=TALL / page.get_height()).to_pil() for page in document]


def _word(made: Path) -> list[Image.Image]:
    """The pages of the Word file; none where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return []
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(made / "word")]
    subprocess.run([*command, str(next(made.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    return _pages(made / "word", ".pdf")


def _screens(made: Path, browser: Chromium) -> Iterator[Image.Image]:
    """The web page, as wide and as bright as screens are."""
    for width, scheme, share in SCREENS:
        browser.open(next(made.glob("*.html")).as_uri(), width, 900, scheme)
        whole = Image.open(io.BytesIO(browser.picture())).convert("RGB")
        yield whole.crop((0, 0, whole.width, min(whole.height, round(whole.width * share))))


def _sheet(pictures: Sequence[Image.Image], height: int) -> Image.Image:
    """The pictures side by side, all of one height."""
    fitted = [
        p.resize((max(1, round(p.width * height / p.height)), height), Image.Resampling.LANCZOS) for p in pictures
    ]
    sheet = Image.new("RGB", (sum(p.width + GAP for p in fitted) + GAP, height + 2 * GAP), GREY)
    left = GAP
    for picture in fitted:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    return sheet


def _rows(pictures: Sequence[Image.Image], height: int) -> Image.Image:
    """The pictures in as many rows as they need."""
    rows: list[list[Image.Image]] = [[]]
    for picture in pictures:
        if rows[-1] and _sheet([*rows[-1], picture], height).width > BROADEST:
            rows.append([])
        rows[-1].append(picture)
    return _column([("", _sheet(row, height)) for row in rows])


def _column(rows: Sequence[tuple[str, Image.Image]]) -> Image.Image:
    """The sheets below each other, each under its name."""
    label = 16
    whole = Image.new("RGB", (max(s.width for _, s in rows), sum(s.height + label for _, s in rows)), GREY)
    pen, top = ImageDraw.Draw(whole), 0
    for name, sheet in rows:
        pen.text((GAP, top + 3), name, fill="white")
        whole.paste(sheet, (0, top + label))
        top += sheet.height + label
    return whole


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
