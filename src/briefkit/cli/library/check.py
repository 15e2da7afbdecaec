"""`briefkit library check`: BibTeX files in, the findings on all their entries out."""

from __future__ import annotations

from typing import Any

import click

from briefkit.cli.fixing import check_options, fix_library, take_way
from briefkit.cli.ratchet import judged, narrowed, ratchet_options, refuse_baseline, take_ratchet
from briefkit.cli.shared import emit, libraries, open_project, reporter_of, write_step_summary
from briefkit.pipeline.cataloguing import check_library
from briefkit.report import REPORTERS


@click.command("check", short_help="Check every entry of a library.")
@libraries
@check_options(*REPORTERS)
@ratchet_options
@click.pass_context
def command(
    context: click.Context,
    /,
    file: tuple[str, ...],
    form: str,
    output: str,
    width: int,
    jobs: int | None,
    **options: Any,
) -> None:
    """Check every entry of a library, be it cited or not.

    FILE is a BibTeX file; several are one library. Without one, the project's are checked: those of the settings and
    those that its briefs name.
    """
    way = take_way(options)
    ratchet, most = take_ratchet(options, way.wanted)
    reporter = reporter_of(form, output)
    project = open_project(output, options, jobs, others=file)
    refuse_baseline(project, ratchet, (), output, file)
    if way.wanted:
        context.exit(fix_library(project, file, way, reporter, (output, width)))
    report = narrowed(project, check_library(project, file), ratchet)
    emit(reporter, report, output, width)
    write_step_summary(form, report)
    context.exit(judged(report, project.config.fail_on, most))
