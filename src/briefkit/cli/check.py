"""`briefkit check`: briefs in, findings out."""

from __future__ import annotations

from typing import Any

import click

from briefkit import pipeline
from briefkit.cli.fixing import check_options, fix_briefs, take_way
from briefkit.cli.shared import brand_option, emit, exit_code, paths, put, read_stdin, template_option
from briefkit.cli.telling import show_progress
from briefkit.errors import ConfigError
from briefkit.pipeline.guarding import refuse_input
from briefkit.report import REPORTERS, REVIEWERS


@click.command("check", short_help="Check briefs against their sources, sentence by sentence.")
@paths
@check_options(*REPORTERS, *REVIEWERS)
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
    project = pipeline.load_project(options, jobs or 0, show_progress)
    refuse_input(project, output, path)
    if form in REVIEWERS:
        if way.wanted:
            raise ConfigError(f"--fix and --diff write no {form} report", "fix first, then ask for the report")
        from briefkit.pipeline.reviewing import draw_review, review_project

        review = review_project(project, path, read_stdin(path), form)
        put(draw_review(project, review, form), output)
        context.exit(exit_code(review.report, project.config.fail_on))
    if way.wanted:
        context.exit(fix_briefs(project, path, way, REPORTERS[form], (output, width)))
    report = pipeline.check_project(project, path, read_stdin(path))
    emit(REPORTERS[form], report, output, width)
    context.exit(exit_code(report, project.config.fail_on))
