"""Draws the chart of this example: `python tests/projects/water-fr/draw.py`. Its figures are made up."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

INTER = resources.files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
SHARES = {"2020": 74, "2021": 71, "2022": 68, "2023": 64, "2024": 61}
THRESHOLD = 80
WIDTH, HEIGHT = 1560, 720
LEFT, TOP, BOTTOM = 60, 30, 640
INK, BAR, ACCENT = "#22313f", "#3d6a8c", "#a8321e"


def height(share: float) -> float:
    """Where a share of 0 to 100 percent ends, in pixels from above."""
    return BOTTOM - (BOTTOM - TOP) * share / 100


def draw() -> Image.Image:
    """Five bars and the line of the legal threshold."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(INTER), 36)
    step = (WIDTH - 2 * LEFT) / len(SHARES)
    for index, (year, share) in enumerate(SHARES.items()):
        middle = LEFT + step * (index + 0.5)
        pen.rectangle((middle - 80, height(share), middle + 80, BOTTOM), fill=BAR)
        pen.text((middle, height(share) + 16), f"{share}\u202f%", "white", font, "mt")
        pen.text((middle, BOTTOM + 14), year, INK, font, "mt")
    pen.line((LEFT, BOTTOM, WIDTH - LEFT, BOTTOM), INK, 3)
    pen.line((LEFT, height(THRESHOLD), WIDTH - LEFT, height(THRESHOLD)), ACCENT, 4)
    pen.text((LEFT, height(THRESHOLD) - 12), f"Seuil légal\u00a0: {THRESHOLD}\u202f%", ACCENT, font, "lb")
    return picture


if __name__ == "__main__":
    draw().save(Path(__file__).parent / "pictures" / "couverture.png", optimize=True)
