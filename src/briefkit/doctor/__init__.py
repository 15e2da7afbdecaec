"""What `briefkit doctor` looks at: a machine and a project in, a Condition for each thing out.

Every probe stands on its own: what one raises is what it found, and never hides the next. They import what they look
at themselves, so that a package which is missing is told as just that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefkit.doctor import cures, engines, machine, packages, project
from briefkit.errors import BriefkitError, missing_package
from briefkit.report.doctor_report import PROBLEM, Condition

Probe = Callable[[], Iterator[Condition]]


PROBES: Mapping[str, tuple[str, Probe]] = MappingProxyType(
    {
        "platform": (machine.PART, machine.look_at_platform),
        "Python": (machine.PART, machine.look_at_python),
        "terminal": (machine.PART, machine.look_at_terminal),
        "temp folder": (machine.PART, machine.look_at_temporary),
        "briefkit": (cures.PACKAGES, packages.look_at_briefkit),
        "requirements": (cures.PACKAGES, packages.look_at_requirements),
        "pandoc": (engines.PANDOC, engines.look_at_pandoc),
        "libraries": (engines.PAGES, engines.look_at_natives),
        "WeasyPrint": (engines.PAGES, engines.look_at_weasyprint),
        "fonts": (engines.FONTS, engines.look_at_fonts),
        "settings": (project.PART, project.look_at_settings),
        "briefs": (project.PART, project.look_at_briefs),
        "templates": (project.PART, project.look_at_templates),
        "output": (project.PART, project.look_at_output),
    }
)
"""All probes in their order: what they look at, with its part."""


def examine() -> tuple[Condition, ...]:
    """Look at everything, whatever the one or the other finds."""
    return tuple(c for name, (part, probe) in PROBES.items() for c in guarded(part, name, probe))


def guarded(part: str, name: str, probe: Probe) -> Iterator[Condition]:
    """What a probe finds; where it breaks off, that is a problem as well."""
    try:
        yield from probe()
    except BriefkitError as error:
        yield Condition(part, name, PROBLEM, error.message, "", error.hint)
    except Exception as error:  # a machine can be broken in any way, and this command is there to tell how
        missing = missing_package(error) if isinstance(error, ImportError) else None
        if missing:
            found = f"could not be looked at: {missing.message}"
            yield Condition(part, name, PROBLEM, found, "", "see what is told of the packages")
        else:
            found = f"could not be looked at: {type(error).__name__}: {error}"
            yield Condition(part, name, PROBLEM, found, "", "if nothing else here explains it, report it as a fault")
