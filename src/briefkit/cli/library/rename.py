"""`briefkit library rename`: a key and a new one in, every file of the project that names it rewritten."""

from __future__ import annotations

import click

from briefkit.cli.fixing import put_diff
from briefkit.cli.shared import put
from briefkit.cli.telling import show_progress
from briefkit.escapes import encode, printable
from briefkit.pipeline import load_project
from briefkit.text import plural


@click.command("rename", short_help="Give an entry another key, in the library and in all briefs.")
@click.argument("old")
@click.argument("new")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
def command(old: str, new: str, diff: bool) -> None:
    """Give the entry OLD the key NEW: in the libraries of the project, in the entries that name it, in all briefs.

    All files are written, or none: a brief that cannot be read, or a citation that cannot be renamed, stops it all.
    """
    from briefkit.pipeline.fixing import write_changes
    from briefkit.pipeline.renaming import rename_key

    old, new = old.removeprefix("@"), new.removeprefix("@")  # as briefs have them
    renamed = rename_key(load_project({}, progress=show_progress), old, new)
    if diff:
        put_diff(renamed.changes, "-")
        return
    write_changes(renamed.changes)
    entries, links = plural(renamed.entries, "entry", "entries"), plural(renamed.links, "link")
    what = f"{entries}, {links}, {plural(renamed.citations, 'citation')} in {plural(len(renamed.changes), 'file')}"
    put(encode(f"{printable(old)} is {printable(new)} now: {what}\n"), "-")
