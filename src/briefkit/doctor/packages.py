"""briefkit's own package, and those that it requires."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from importlib import resources

from briefkit.doctor.cures import AGAIN, PACKAGES, install
from briefkit.report.doctor_report import OK, PROBLEM, Condition


def look_at_briefkit() -> Iterator[Condition]:
    """The version and where it lies; a build writes the version into its manifest."""
    home = str(resources.files("briefkit"))
    try:
        yield Condition(PACKAGES, "briefkit", OK, home, importlib.metadata.version("briefkit"))
    except importlib.metadata.PackageNotFoundError:
        yield Condition(PACKAGES, "briefkit", PROBLEM, f"{home} is not installed as a package", "", AGAIN, install("."))


def look_at_requirements() -> Iterator[Condition]:
    """Each package that briefkit requires on this system; `packaging` itself may be the one that is missing."""
    try:
        from briefkit.doctor.requirements import look_at_each
    except ModuleNotFoundError as error:
        found = f"it cannot be loaded, so the others were not looked at: {error}"
        yield Condition(PACKAGES, "packaging", PROBLEM, found, "", "install it anew", install("packaging", anew=True))
        return
    yield from look_at_each()
