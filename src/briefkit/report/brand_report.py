"""A brand in, text for a terminal or JSON out: what it resolved to and from where, or what is wrong with it.

docs/brand.md describes the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.brand.making import Worn
from briefkit.brand.tokens import LEAST, READABLE
from briefkit.escapes import encode, encode_json, printable
from briefkit.model import Finding, Report
from briefkit.patterns import regex
from briefkit.report.text_report import HANG, finding_text, severities_text, wrap

VERSION = 1
GAP = regex(r"(?<=\S)  +(?=\S)")
"""What stands between two columns of a line."""


def describe_brand(worn: Worn) -> dict[str, Any]:
    """The brand ready for JSON."""
    brand, page = worn.brand, worn.brand.page
    return {
        "version": VERSION,
        "path": worn.file.path,
        "found_by": worn.said,
        "name": brand.name,
        "link": brand.link,
        "tokens": [
            {"name": t.name, "value": t.value, "origin": t.origin, "wanted": t.wanted, "purpose": t.purpose}
            for t in worn.file.tokens
        ],
        "palette": {name: tint.value for name, tint in worn.file.colours.palette.items()},
        "families": dict(brand.families),
        "faces": [dict(face) for face in _faces(worn)],
        "logos": [
            {
                "size": one.named.size,
                "ground": one.named.side,
                "file": one.named.path,
                "alt": one.named.alt,
                "media_type": one.logo.picture.media_type,
                "width": one.logo.width,
                "height": one.logo.height,
                "line": one.named.place.line,
            }
            for one in worn.logos
        ],
        "page": {
            "size": page.size,
            "margins": {side: getattr(page, side) for side in ("top", "right", "bottom", "left")},
            "cover": page.cover,
            "furniture": page.furniture,
        },
        "disclaimer": brand.disclaimer,
        "findings": [_finding(finding) for finding in worn.findings],
    }


def _faces(worn: Worn) -> Iterator[Mapping[str, str]]:
    """Each face that is used with its file; the built-in ones come with the program."""
    own = {(one.face.family, one.face.weight, one.face.style): one.named.path for one in reversed(worn.fonts)}
    for face in worn.brand.faces:
        file = own.get((face.family, face.weight, face.style), "built in")
        yield {"family": face.family, "weight": face.weight, "style": face.style, "file": file}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message,
        "hint": finding.hint,
    }


def write_brand_json(worn: Worn) -> bytes:
    """The brand as JSON."""
    return encode_json(describe_brand(worn), 2)


def write_brand(worn: Worn, width: int) -> bytes:
    """The brand as text."""
    parts = (_head(worn), _tokens(worn), _fonts(worn), _logos(worn), _page(worn))
    told = [[row for line in part for row in _kept(line, width)] for part in parts]
    return encode("\n\n".join("\n".join(lines) for lines in (*told, list(_notes(worn, width))) if lines) + "\n")


def _kept(line: str, width: int) -> list[str]:
    """A line in as many as it needs, where it goes on in the column that begins after its last gap."""
    if len(line) <= width:
        return [line]
    gaps = [gap.end() for gap in GAP.finditer(line)]
    at = gaps[-1] if gaps and gaps[-1] < width // 2 else len(line) - len(line.lstrip()) + 2
    return [line[:at] + first if not number else first for number, first in enumerate(_rows(line[at:], width, at))]


def _rows(text: str, width: int, at: int) -> list[str]:
    first, *others = wrap(text, width, " " * at)
    return [first[at:], *others]


def _head(worn: Worn) -> Iterator[str]:
    where = worn.file.path or "The built-in brand"
    yield printable(f"{where} ({worn.said})" if worn.said != "built in" else where)
    if worn.brand.name:
        yield printable("  " + ", ".join(part for part in (worn.brand.name, worn.brand.link) if part))


def _tokens(worn: Worn) -> Iterator[str]:
    yield "Colours"
    names = max(len(token.name) for token in worn.file.tokens)
    for token in worn.file.tokens:
        moved = f", moved from {token.wanted} to be readable" if token.wanted else ""
        yield printable(f"  {token.name:<{names}}  {token.value}  {token.purpose} ({token.origin}{moved})")


def _fonts(worn: Worn) -> Iterator[str]:
    yield "Fonts"
    families = {use: family for use, family in worn.brand.families.items() if family}
    for use, family in families.items():
        yield printable(f"  {use}: {family}")
    for face in _faces(worn):
        yield printable(f"    {face['family']} {face['weight']} {face['style']}: {face['file']}")


def _logos(worn: Worn) -> Iterator[str]:
    if worn.logos:
        yield "Logos"
    for one in worn.logos:
        alt = f'"{one.named.alt}"' if one.named.alt else "no words"
        what = f"{one.logo.width} x {one.logo.height}, for {one.named.side} grounds, {alt}"
        yield printable(f"  {one.named.size}: {one.named.path}, {what} (line {one.named.place.line})")


def _page(worn: Worn) -> Iterator[str]:
    page = worn.brand.page
    yield "Page"
    yield f"  {page.size}, margins {page.top:g} {page.right:g} {page.bottom:g} {page.left:g} mm"
    if page.furniture is False:
        yield "  no running heads and feet"
    if worn.brand.disclaimer:
        yield printable("  disclaimer: " + " ".join(worn.brand.disclaimer.split()))


def _notes(worn: Worn, width: int) -> Iterator[str]:
    for finding in worn.findings:
        yield finding_text(finding, {}, width, colours=False)


def write_findings(report: Report, width: int, colours: bool) -> bytes:
    """What is wrong with a brand as text, and a last line."""
    parts = [finding_text(finding, {}, width, colours) for finding in report.library]
    name = printable(report.paths[0] if report.paths else "The built-in brand")
    last = f"{name} checked: {len(READABLE)} pairs of colours; {severities_text(report.library, colours)}"
    parts.append("\n".join(wrap(last, width, "", HANG)))
    return encode("\n\n".join(parts) + "\n")


def write_findings_json(report: Report) -> bytes:
    """The same as JSON."""
    told = {
        "version": VERSION,
        "path": report.paths[0] if report.paths else "",
        "pairs": len(READABLE),
        "least_contrast": LEAST,
        "findings": [_finding(finding) for finding in report.library],
    }
    return encode_json(told, 2)
