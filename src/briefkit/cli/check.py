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
    open_project,
    paths,
    put,
    read_stdin,
    reporter_of,
    template_option,
    write_step_summary,
)
from briefkit.cli.telling import tell_unreadable
from briefkit.errors import ConfigError
from briefkit.model import Report
from briefkit.pipeline import Project
from briefkit.pipeline.ratcheting import Ratchet
from briefkit.report import REPORTERS, REVIEWERS


@click.command("check", short_help="Check briefs against their sources, sentence by sentence.")
@paths
@check_options(*REPORTERS, *REVIEWERS)
@click.option("--group", is_flag=True, help="Group findings in text under the headings of the briefs.")
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
    reporter = reporter_of(form, output, options.pop("group"))
    ratchet, most = take_ratchet(options, way.wanted)
    project = open_project(output, options, jobs, briefs=path)
    refuse_baseline(project, ratchet, path, output)
    if form in REVIEWERS and way.wanted:
        raise ConfigError(f"--fix and --diff write no {form} report", "fix first, then ask for the report")
    if form in REVIEWERS:
        report = _review(project, path, ratchet, form, output)
        context.exit(judged(report, project.config.fail_on, most))
    if way.wanted:
        context.exit(fix_briefs(project, path, way, reporter, (output, width)))
    report = narrowed(project, pipeline.check_project(project, path, read_stdin(path)), ratchet)
    emit(reporter, report, output, width)
    write_step_summary(form, report)
    context.exit(judged(report, project.config.fail_on, most))


def _review(project: Project, path: tuple[str, ...], ratchet: Ratchet, form: str, output: str) -> Report:
    """Write one of REVIEWERS; the report that it was drawn from."""
    from briefkit.pipeline.reviewing import draw_review, review_project, with_report

    review = review_project(project, path, read_stdin(path), form)
    review = with_report(review, narrowed(project, review.report, ratchet))
    put(draw_review(project, review, form), output)
    if output != "-":
        tell_unreadable(review.report.unreadable)
    return review.report
