"""Figures as mappings in, lines of tables out, at most 100 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]


def short(value: float) -> str:
    """A share as `.81`-like figures have it, three places: `.812`, `-.010`, `1.000`."""
    text = f"{value:.3f}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def interval(measured: Figures) -> str:
    """A figure with its interval: `.812 [.790 .834]`."""
    return f"{short(measured['value'])} [{short(measured['low'])} {short(measured['high'])}]"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell; the first is flush left, the others flush right."""
    cells = [list(head), *map(list, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for place, row in enumerate(cells):
        first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([first.strip().ljust(widths[0]), *rest]).rstrip()
        if not place:
            yield "-" * (sum(widths) + 2 * (len(widths) - 1))


def show_shipped(figures: Figures) -> Iterator[str]:
    """The shipped detector: slices at both thresholds, reliability, signs, gates, speed."""
    for number, level in enumerate(("strict", "advisory")):
        yield f"At the {level} threshold (95% intervals over documents)"
        yield ""
        head = ("slice", "rows", "flagged", "precision", "recall", "F1", "FA")
        yield from table(head, [_slice_line(part, part["levels"][number]) for part in figures["slices"]])
        yield ""
    yield "FA: false alarms in 1,000 words of the slice"
    yield ""
    lines = [
        (part["name"], f"{part['rows']:,}", f"{part['claims']:,}", interval(part["average_precision"]))
        for part in figures["slices"]
    ]
    yield from table(("slice", "rows", "claims", "average precision"), lines)
    yield from ("", f"Reliability (mean gap {short(figures['calibration_error'])})", "")
    yield from table(("score", "rows", "mean score", "claims"), [_bin_line(part) for part in figures["reliability"]])
    for name in ("signs", "gates"):
        yield ""
        said = [(one["name"], f"{one['rows']:,}", short(one["claims"] / one["rows"])) for one in figures[name]]
        yield from table((name, "rows", "claims among them"), said)
    speed = figures["speed"]
    yield ""
    yield f"10,000 sentences in {speed['seconds']:.2f} s, {speed['ratio']:.0f} times a plain search for words"


def _slice_line(part: Figures, level: Figures) -> tuple[str, ...]:
    told = ("precision", "recall", "f1") if part["claims"] else ()
    measured = [interval(level[name]) for name in told] or ["-"] * 3
    return part["name"], f"{part['rows']:,}", short(level["share"]), *measured, f"{level['false_alarms']:.2f}"


def _bin_line(part: Figures) -> tuple[str, ...]:
    score, share = (short(part[name]) if part["rows"] else "-" for name in ("score", "share"))
    return f"{part['low']:.1f} to {part['high']:.1f}", f"{part['rows']:,}", score, share


def show_retrained(figures: Figures) -> Iterator[str]:
    """Cross-validation and one publisher left out, ours beside the baseline."""
    yield f"Nested cross-validation by document, mean of {figures['seeds']} seeds (95% intervals over documents)"
    yield ""
    lines = [
        (name, *(interval(found[side]) for side in ("ours", "baseline", "gain")))
        for name, found in figures["cross-validation"].items()
    ]
    yield from table(("figure", "ours", "baseline", "gain"), lines)
    yield from ("", "One publisher left out", "")
    head = ("publisher", "rows", "claims", "AP", "baseline", "F1", "baseline")
    publishers = figures["publishers"]
    named = ("ours", "baseline", "ours_f1", "baseline_f1")
    lines = [
        (one["name"][:40], f"{one['rows']:,}", short(one["share"]), *(short(one[key]) for key in named))
        for one in publishers
    ]
    if publishers:
        means = [short(sum(one[key] for one in publishers) / len(publishers)) for key in named]
        lines.append(("mean of publishers", "", "", *means))
    yield from table(head, lines)


def show_protocol(figures: Figures) -> Iterator[str]:
    """One published protocol: ours and the baseline, and whether these are the rows it is defined on."""
    yield figures["protocol"]
    yield ""
    defined = figures.get("rows of the protocol", figures["rows"])
    if defined != figures["rows"]:
        yield f"NOT the protocol's rows: {figures['rows']:,} instead of {defined:,}"
        yield ""
    compared = {name: found for name, found in figures.items() if isinstance(found, Mapping)}
    lines = [(name, short(found["ours"]), short(found["baseline"])) for name, found in compared.items()]
    yield from table(("figure", "ours", "baseline"), lines)
