"""What briefkit requires by its own metadata: what of that is there, of the right version, and can be loaded."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Iterator, Mapping, Sequence

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from briefkit.doctor.children import in_child
from briefkit.doctor.cures import AGAIN, PACKAGES, install, mend
from briefkit.errors import BriefkitError
from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition

LOADED_LATER = frozenset({"weasyprint"})
"""Its native libraries are told apart, and a page is made with it."""

HOMES = ("library.reader", "parse.places", "parse.splitting", "render.fonts", "render.pages", "strict_yaml")
"""Modules of ours that use foreign packages: what they look for in them must be there."""


def look_at_each() -> Iterator[Condition]:
    """Each package that briefkit requires on this system, by its own metadata."""
    try:
        lines = importlib.metadata.requires("briefkit") or []
    except importlib.metadata.PackageNotFoundError:
        return
    if not lines:
        found = "briefkit's metadata names no packages, so none was looked at"
        yield Condition(PACKAGES, "required", WARNING, found, "", AGAIN, install("."))
    wanted = [r for r in map(Requirement, lines) if r.marker is None or r.marker.evaluate({"extra": ""})]
    faults: Mapping[str, str] = {}
    try:
        faults = in_child("the packages", lambda: dict(_try_imports([r.name for r in wanted])))
    except BriefkitError as error:
        advice, commands = mend(error, AGAIN, install("."))
        yield Condition(PACKAGES, "all together", PROBLEM, f"cannot be loaded: {error.message}", "", advice, commands)
    for requirement in wanted:
        yield _look_at(requirement.name, requirement.specifier, faults)


def _look_at(name: str, specifier: SpecifierSet, faults: Mapping[str, str]) -> Condition:
    """One requirement: whether it is there, of the version that is needed, and can be loaded."""
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Condition(
            PACKAGES, name, PROBLEM, "it is not installed", "", "install it", install(f"{name}{specifier}")
        )
    if not specifier.contains(version, prereleases=True):
        cure = install(f"{name}{specifier}")
        return Condition(PACKAGES, name, PROBLEM, f"but {specifier} is needed", version, "install the one needed", cure)
    if fault := faults.get(canonicalize_name(name)):
        cure = install(f"{name}{specifier}", anew=True)
        found = f"it cannot be loaded: {fault}"
        return Condition(PACKAGES, name, PROBLEM, found, version, "install it anew", cure)
    return Condition(PACKAGES, name, OK, "", version)


def _try_imports(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Import what the named packages provide, then what uses them; each that fails by its canonical name."""
    provided = importlib.metadata.packages_distributions()
    wanted = {canonicalize_name(name) for name in names} - LOADED_LATER
    modules = [m for m, packages in provided.items() if wanted & set(map(canonicalize_name, packages))]
    for module in (*modules, *(f"briefkit.{home}" for home in HOMES)):
        try:
            importlib.import_module(module)
        except (ImportError, OSError) as error:
            failed = (getattr(error, "name", None) or module).partition(".")[0]
            for package in provided.get(failed, provided.get(module, ())):
                yield canonicalize_name(package), str(error)
