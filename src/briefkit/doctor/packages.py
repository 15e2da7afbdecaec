"""The packages: briefkit's own metadata, what it requires, and what of that is installed."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING

from briefkit.doctor.children import in_child
from briefkit.doctor.cures import install
from briefkit.errors import BriefkitError
from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

PART = "Packages"
LOADED_LATER = ("weasyprint",)
"""Its native libraries are told apart, and a page is made with it."""
HOMES = ("library.reader", "parse.places", "parse.splitting", "render.fonts", "render.pages", "strict_yaml")
"""Modules of ours that use foreign packages: what they look for in them must be there."""

AGAIN = "install briefkit itself anew, in the folder of its source"


def look_at_briefkit() -> Iterator[Condition]:
    """The version and where it lies; a build writes the version into its manifest."""
    home = str(resources.files("briefkit"))
    try:
        yield Condition(PART, "briefkit", OK, home, importlib.metadata.version("briefkit"))
    except importlib.metadata.PackageNotFoundError:
        yield Condition(PART, "briefkit", PROBLEM, f"{home} is not installed as a package", "", AGAIN, install("."))


def look_at_requirements() -> Iterator[Condition]:
    """Each package that briefkit requires on this system, by its own metadata."""
    try:
        lines = importlib.metadata.requires("briefkit") or []
    except importlib.metadata.PackageNotFoundError:
        return
    if not lines:
        found = "briefkit's metadata names no packages, so none was looked at"
        yield Condition(PART, "required", WARNING, found, "", AGAIN, install("."))
    # Imported here so that, were it missing itself, all but the versions would still be told.
    from packaging.requirements import Requirement

    wanted = [r for r in map(Requirement, lines) if r.marker is None or r.marker.evaluate({"extra": ""})]
    faults: Mapping[str, str] = {}
    try:
        faults = in_child("the packages", lambda: dict(_try_imports([r.name for r in wanted])))
    except BriefkitError as error:
        yield Condition(PART, "all together", PROBLEM, f"cannot be loaded: {error.message}", "", AGAIN, install("."))
    for requirement in wanted:
        yield _look_at(requirement.name, requirement.specifier, faults)


def _look_at(name: str, specifier: SpecifierSet, faults: Mapping[str, str]) -> Condition:
    """One requirement: whether it is there, of the version that is needed, and can be loaded."""
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Condition(PART, name, PROBLEM, "it is not installed", "", "install it", install(f"{name}{specifier}"))
    if not specifier.contains(version, prereleases=True):
        cure = install(f"{name}{specifier}")
        return Condition(PART, name, PROBLEM, f"but {specifier} is needed", version, "install the one needed", cure)
    if name in faults:
        cure = install(f"{name}{specifier}", anew=True)
        found = f"it cannot be loaded: {faults[name]}"
        return Condition(PART, name, PROBLEM, found, version, "install it anew", cure)
    return Condition(PART, name, OK, "", version)


def _try_imports(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    modules: dict[str, list[str]] = {name: [] for name in names if name not in LOADED_LATER}
    provided = importlib.metadata.packages_distributions()
    for module, packages in provided.items():
        for package in set(packages) & modules.keys():
            modules[package].append(module)
    for name, found in modules.items():
        for module in found:
            try:
                importlib.import_module(module)
            except (ImportError, OSError) as error:
                yield name, str(error)
    for module in HOMES:
        try:
            importlib.import_module(f"briefkit.{module}")
        except ImportError as error:
            for name in provided.get((error.name or "").partition(".")[0], ()):
                yield name, str(error)
