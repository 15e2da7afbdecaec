"""`--baseline`, `--since` and `--max-findings`: only what is new fails a run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import click

from briefkit.cli.completing import a_file
from briefkit.cli.shared import exit_code, together
from briefkit.cli.telling import say
from briefkit.errors import ConfigError
from briefkit.escapes import printable
from briefkit.model import Report
from briefkit.pipeline import Project
from briefkit.pipeline.guarding import refuse_input
from briefkit.pipeline.ratcheting import Ratchet, narrow, refuse_together

ratchet_options = together(
    click.option(
        "--max-findings", type=click.IntRange(0), metavar="N", help="Fail as well when more than N findings are new."
    ),
    click.option("--since", metavar="REV", help="Only findings on what changed since this revision of git."),
    click.option("--update-baseline", is_flag=True, help="Write FILE, or take out of it what is fixed."),
    click.option(
        "--baseline", metavar="FILE", shell_complete=a_file, help="Findings in FILE are known, and do not fail."
    ),
)
"""What is known of earlier runs, and how many findings may be."""


def take_ratchet(options: dict[str, Any], fixing: bool) -> tuple[Ratchet, int | None]:
    """What the options say, and how many findings may be; they are taken out."""
    baseline, since = (options.pop(name) or "" for name in ("baseline", "since"))
    ratchet = Ratchet(baseline, bool(options.pop("update_baseline")), since)
    most: int | None = options.pop("max_findings")
    refuse_together(ratchet, fixing, bool(options.get("select") or options.get("ignore")))
    return ratchet, most


def refuse_baseline(
    project: Project, ratchet: Ratchet, names: Sequence[str], output: str, others: Sequence[str] = ()
) -> None:
    """ConfigError when the baseline is to be written over a file that the command reads, or is the report as well."""
    if ratchet.update:
        refuse_input(project, ratchet.baseline, names, others)
    if ratchet.baseline and os.path.realpath(ratchet.baseline) == os.path.realpath(output):
        raise ConfigError(f"{output} is the baseline, and is not replaced", "name another file with --output")


def narrowed(project: Project, report: Report, ratchet: Ratchet) -> Report:
    """The report of what is new; what was written is said on standard error."""
    if not ratchet.wanted:
        return report
    new, said = narrow(project, report, ratchet)
    if said:
        say(printable(said))
    return new


def judged(report: Report, fail_on: str, most: int | None) -> int:
    """The exit code of a report in which so many findings may be new."""
    code = exit_code(report, fail_on)
    too_many = most is not None and sum(f.standing != "known" for f in report.findings) > most
    return code or int(too_many)
