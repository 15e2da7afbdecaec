"""A brand as it is worn: where it is from, what its files hold, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.brand.colours import contrast
from briefkit.brand.making import OpenFont, OpenLogo, face_findings, logo_findings
from briefkit.brand.notes import make_finding
from briefkit.brand.reader import BrandFile
from briefkit.brand.tokens import LEAST, READABLE
from briefkit.model import Brand, Finding, Severity, start_of
from briefkit.values import Value


class Worn(Value):
    """A brand with who named it, what was found wrong, what was opened, and the hash of each file that was read."""

    brand: Brand
    said: str
    file: BrandFile
    fonts: tuple[OpenFont, ...] = ()
    logos: tuple[OpenLogo, ...] = ()
    findings: tuple[Finding, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the brand from being used."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def judge_brand(worn: Worn) -> tuple[Finding, ...]:
    """All that is to be said of a brand without looking at briefs, in its order."""
    found = (
        *worn.findings,
        *_contrast_findings(worn),
        *face_findings(worn.file, worn.brand),
        *logo_findings(worn.logos),
    )
    return tuple(sorted(found, key=lambda f: (f.place, f.code)))


def _contrast_findings(worn: Worn) -> Iterator[Finding]:
    """A finding for each pair that cannot be read: only colours that the brand fixes can make one."""
    place = start_of(worn.file.path)
    colours = worn.brand.colours
    for text, ground in READABLE:
        ratio = contrast(colours[text], colours[ground])
        if ratio < LEAST:
            # rounded down, so that 4.49 is not told as 4.5
            told = f"{int(ratio * 100) / 100:.2f}"
            message = (
                f"{text} {colours[text]} on {ground} {colours[ground]} has a contrast of {told}, and text needs {LEAST}"
            )
            node = worn.file.settings.tokens.get(text) or worn.file.settings.tokens.get(ground)
            hint = "change one of them, or leave it out of defaults.briefkit.tokens"
            yield make_finding("low-contrast", node.place if node else place, message, hint)
