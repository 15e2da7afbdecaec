"""A brief's text in, the sentences out that are code because their lines are indented: by four blanks, or by a tab."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.parse.front_matter import body_start
from briefkit.parse.prose import find_no_prose
from briefkit.patterns import regex

LINE = regex(r"^(?: {4}| {0,3}\t)[ \t]*[^\W\d_]", re.MULTILINE)
"""How an indented line begins that may be the first of a sentence."""
SENTENCE = regex(r"[\"\u201c\u201e\u00ab(]?[^\W\d_][^{}<>=|\\#$@_]{20,}[.!?][\"\u201d\u00bb)]?")
CITED = regex(r"\s?(?<!\w)\[[^\[\]\n]{0,200}?@\w[^\[\]]{0,400}\]|\$(?=\d+[ .,])")
"""What code has as well, and a sentence of a brief: citations, sums in dollars."""
FEWEST_WORDS = 5
CALLS = regex(r"\w\(|;$|//")
"""What code has and a sentence does not."""


def find_indented(text: str, unquoted: str) -> Iterator[tuple[int, int]]:
    """Where such sentences stand, line by line in a row; `unquoted` is the text whose code is blanked."""
    if not LINE.search(text):
        return
    start, end = 0, 0
    for match in find_no_prose(text, body_start(text)):
        if match["line"] is None or unquoted[match.start() : match.end()].strip():
            continue
        if end and text[end : match.start()] == "\n":
            end = match.end()
            continue
        if end and _is_prose(text[start:end]):
            yield start, end
        start, end = match.start("indented"), match.end()
    if end and _is_prose(text[start:end]):
        yield start, end


def _is_prose(text: str) -> bool:
    """Whether indented lines are a sentence rather than code."""
    words = CITED.sub("", text).split()
    plain = " ".join(words)
    named = sum(word[0].isalpha() for word in words)
    if len(words) < FEWEST_WORDS or named < len(words) / 2 or CALLS.search(plain):
        return False
    return SENTENCE.match(plain) is not None
