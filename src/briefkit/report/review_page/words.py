"""What the report says of statuses, kinds and severities in a reader's words, and foreign text made fit to be shown."""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.patterns import regex
from briefkit.report.counts import Counts
from briefkit.text import plural, shorten

STATUS_WORDS: Mapping[str, tuple[str, str, str]] = {
    "unsupported": (
        "\u00d7",
        "unsupported",
        "It claims something that a reader could check, and nothing stands behind it.",
    ),
    "unresolved": ("?", "unresolved", "It cites a source that the library does not have."),
    "sourced": ("\u2022", "sourced", "It cites a source that the library has, or a citation beside it covers it."),
    "restated": ("=", "restated", "It says a sourced sentence of the brief again, as a summary or a key message does."),
    "waived": ("\u2212", "waived", "Its author, or a comment in the brief, says why it needs no source."),
    "own-analysis": ("*", "own analysis", "Its author marked it as a result of the authors\u2019 own work."),
    "opinion": ("\u201c", "opinion", "Its author marked it as the authors\u2019 own view."),
    "not-a-claim": ("\u00b7", "not a claim", "It states nothing that a reader would ask a source for."),
}
"""Status -> (sign, word, when it applies), the gravest first."""

KIND_WORDS: Mapping[str, str] = {
    "statistic": "gives a figure, a share or an amount",
    "quotation": "quotes somebody\u2019s words",
    "attribution": "says what somebody said, found or thinks, without a name that could be looked up",
    "legal": "says what a law, a treaty or a rule provides",
    "comparison": "compares, ranks, or names a first or a largest",
    "causal": "says that one thing brought about another",
    "event": "tells of something that happened",
    "general": "states a fact of another kind",
}

SEVERITY_WORDS: Mapping[str, str] = {
    "error": "would mislead a reader or break the build",
    "warning": "should be looked at before the brief goes out",
    "info": "is for the reviewer to know; it may well be left as it is",
}


LONGEST_WORDS = 160
"""How much of a sentence is shown where it is only named."""

UNFIT = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Controls, and signs that turn the direction of what follows: they would change what is read, or break the page."""


def clean(text: str) -> str:
    """Foreign text with each control, and each sign that turns directions, written as its escape."""
    if text.isascii() and text.isprintable():
        return text
    return UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def beginning(text: str, most: int = LONGEST_WORDS) -> str:
    """A sentence, or its first words where it is long."""
    short = shorten(text, most)
    return clean(short.rpartition(" ")[0] + " \u2026" if short.endswith("\u2026") and " " in short else short)


def verdict(counts: Counts) -> str:
    """What a manager reads first, in a sentence or two."""
    claims, open_ones = counts.claims, counts.open
    if not counts.sentences:
        return "There is nothing to judge: no sentence of it counts."
    if not claims:
        return "It makes no claim that needs a source."
    if not counts.sourced:
        told = "The one claim is not sourced." if claims == 1 else f"None of the {claims} claims is sourced."
    elif counts.sourced == claims:
        told = "The one claim is sourced." if claims == 1 else f"All {claims} claims are sourced."
    else:
        told = f"{counts.sourced} of {claims} claims {'is' if counts.sourced == 1 else 'are'} sourced."
    if open_ones and counts.sourced:
        told += f" {_numbered(open_ones, 'has', 'have')} no source that a reader could follow."
    return told


def _numbered(number: int, one: str, more: str) -> str:
    return f"One {one}" if number == 1 else f"{number} {more}"


def severities(counts: Counts) -> str:
    """`1 error, 2 warnings, 3 remarks`, or `no findings`."""
    pairs = ((counts.errors, "error"), (counts.warnings, "warning"), (counts.infos, "remark"))
    return ", ".join(plural(number, word) for number, word in pairs if number) or "no findings"
