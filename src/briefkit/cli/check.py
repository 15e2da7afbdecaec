"""`briefkit check`: briefs in, findings out."""

from __future__ import annotations

from typing import Any

import click

from briefkit import pipeline
from briefkit.cli.fixing import check_options, fix_briefs, take_way
from briefkit.cli.ratchet import judged, narrowed, ratchet_options, refuse_baseline, take_ratchet
from briefkit.cli.shared import (
    brand_option,
    emit,
    paths,
    put,
    read_stdin,
    template_option,
    write_step_summary,
)
from briefkit.cli.telling import show_progress
from briefkit.errors import ConfigError
from briefkit.pipeline.guarding import refuse_input
from briefkit.report import REPORTERS, REVIEWERS


@click.command("check", short_help="Check briefs against their sources, sentence by sentence.")
@paths
@check_options(*REPORTERS, *REVIEWERS)
@ratchet_options
@brand_option
@template_option
@click.pass_context
def command(
    context: click.Context,
    /,
    path: tuple[str, ...],
    form: str,
    output: str,
    width: int,
    jobs: int | None,
    **options: Any,
) -> None:
    """Check briefs: which sentences state something a reader could check, and which of them carry a source.

    PATH is a brief, a folder, a glob, or - for standard input; without one, the project's briefs are checked.
    """
    way = take_way(options)
    ratchet, most = take_ratchet(options, way.wanted)
    project = pipeline.load_project(options, jobs or 0, show_progress)
    refuse_input(project, output, path)
    refuse_baseline(project, ratchet, path, output)
    if form in REVIEWERS:
        if way.wanted:
            raise ConfigError(f"--fix and --diff write no {form} report", "fix first, then ask for the report")
        from briefkit.pipeline.reviewing import draw_review, review_project, with_report

        review = review_project(project, path, read_stdin(path))
        review = with_report(review, narrowed(project, review.report, ratchet))
        put(draw_review(project, review, form), output)
        context.exit(judged(review.report, project.config.fail_on, most))
    if way.wanted:
        context.exit(fix_briefs(project, path, way, REPORTERS[form], (output, width)))
    report = narrowed(project, pipeline.check_project(project, path, read_stdin(path)), ratchet)
    emit(REPORTERS[form], report, output, width)
    write_step_summary(form, report)
    context.exit(judged(report, project.config.fail_on, most))
