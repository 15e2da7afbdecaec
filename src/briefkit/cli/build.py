"""`briefkit build`: briefs in, files out."""

from __future__ import annotations

import click

from briefkit import files
from briefkit.cli.completing import a_folder, a_format
from briefkit.cli.shared import brand_option, colours, jobs_option, paths, put, template_option
from briefkit.cli.telling import brief_by_brief, say, show_progress, tell
from briefkit.errors import BriefkitError, ConfigError
from briefkit.escapes import printable
from briefkit.pipeline import load_project
from briefkit.pipeline.building import build_project
from briefkit.pipeline.standing import DRAFT, Wanted
from briefkit.render import FORMATS
from briefkit.report import REPORTERS


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    if not names:
        raise ConfigError("no format is named", f"choose from {', '.join(FORMATS)}")
    for name in names:
        if name not in FORMATS:
            raise ConfigError(f"there is no format '{name}'", f"choose from {', '.join(FORMATS)}")
    return names


@click.command("build", short_help="Check briefs and build them as PDF, DOCX and HTML.")
@paths
@click.option(
    "--to",
    "formats",
    default="pdf,docx,html",
    callback=_formats,
    show_default=True,
    metavar="FORMATS",
    shell_complete=a_format,
)
@click.option("--output", "-o", metavar="FOLDER", shell_complete=a_folder, help="Write below FOLDER.  [default: dist]")
@click.option("--draft", is_flag=True, help="Build in spite of errors and mark every page.")
@click.option("--force", is_flag=True, help="Build all, also what has not changed.")
@click.option("--archive", is_flag=True, help="Make the PDF a PDF/A-3a that holds the brief and its sources.")
@brand_option
@template_option
@jobs_option
@click.pass_context
def command(
    context: click.Context,
    /,
    path: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    draft: bool,
    force: bool,
    archive: bool,
    brand: str | None,
    template: str | None,
    jobs: int | None,
) -> None:
    """Check briefs and build them as PDF, DOCX and HTML; a brief with errors is not built unless --draft is given.

    Only what has changed is built: outputs whose inputs are as they were when they were made are left alone.
    """
    options = {"output": str(files.here() / output) if output else "", "brand": brand, "template": template}
    project = load_project(options, jobs or 0, show_progress)
    wanted = Wanted(formats, DRAFT if draft else (), force, archive)
    with brief_by_brief() as show:
        build = build_project(project, path, wanted, show)
    for note in build.notes:
        say(printable(f"Warning: {note.place.path}, line {note.place.line}: {note.message}"))
    put("".join(f"{printable(name)}\n" for name in build.written).encode(), "-")
    for name in build.unchanged:
        say(f"{printable(name)} (unchanged)")
    if build.refused or build.report.unreadable:
        say(REPORTERS["text"](build.report, 80, colours("-")).decode())
    for name in build.refused:
        why = f"{name} was not built, because the check found errors"
        tell(BriefkitError(why, "mend them, or build with --draft"))
    for name, error in build.failed:
        tell(error, name)
    codes = [*(one.code for one in build.report.unreadable), *(error.exit_code for _, error in build.failed)]
    context.exit(max((*codes, int(bool(build.refused)))))
