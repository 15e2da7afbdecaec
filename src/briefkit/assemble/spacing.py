"""A tree as its author typed it goes in, the tree with the blanks and quotation marks of its language comes out.

No line may end between a day and its month, a figure and its unit or what counts it, within an abbreviation or after
the title of a person. French sets a blank before `;`, `:`, `!`, `?` and `%` and inside guillemets, at which no line may
end either. Who types an ordinary blank there means this one. Quotation marks typed straight are printed as the language
has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.labels import MONTHS, language
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

HARD, NARROW = "\u00a0", "\u202f"

GUILLEMETS = "\u00ab", "\u00bb"
QUOTES = {
    "fr": ("\u00ab" + HARD, HARD + "\u00bb"),
    "de": ("\u201e", "\u201c"),
    **dict.fromkeys(("es", "pt-pt", "ar"), GUILLEMETS),
}
"""What stands for straight double quotes; English and the Portuguese of Brazil have what pandoc writes."""

BEFORE = regex(r"(?P<narrow>[;!?%\u2030]+(?!\w))|[:\u00bb\u20ac](?!\w)")
"""What a blank stands before, narrow or not."""

GROUPS = regex(r"(?:^|[^\d.,])\d{1,3}$"), regex(r"\d{3}(?!\d)")
"""The end of one word and the start of the next, if the two are one number."""

ISSUE = regex(r"\(\d{1,3}\)")
"""What follows the volume of a journal: `18 (4)`."""

DAY = regex(r"\d{1,2}\.?")
UNITS = frozenset(
    "km m cm mm km\u00b2 m\u00b2 m\u00b3 ha kg g mg t Mt kt l ml kW MW GW kWh MWh GWh TWh GJ TJ PJ EJ kV Hz dB "
    "kB MB GB TB m/s km/h m\u00b3/s m\u00b3/h l/s kg/m\u00b3 \u00b5g/m\u00b3 \u03bcg/m\u00b3 mg/l \u00b0C \u00b0F "
    "h min bn ppm".split()
)
COUNTED = frozenset(
    "million billion trillion millions milliard milliards Million Millionen Milliarde Milliarden Mio. Mrd. Tsd. "
    "mill\u00f3n millones mil bilh\u00e3o bilh\u00f5es milh\u00e3o milh\u00f5es Uhr".split()
)
"""What says how many of a figure there are."""

SIGNS = frozenset("% \u2030 \u20ac $ \u00a3 CHF".split())
SIGNS_APART = ("de", "es", "pt")
"""Languages that set a blank before the sign of what a figure counts."""

NUMBERED = frozenset(
    "\u00a7 \u00a7\u00a7 Abs. Art. art. Nr. No. no. Nos. nos. n\u00b0 n\u00ba N\u00b0 Kap. Tab. Abb. Fig. fig.".split()
)
"""After what a figure says which one."""

TITLES = frozenset("Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Prof. St. M. MM. Mme Mmes Mlle Sr. Sra. Herr Frau".split())
INITIAL, SHORT_FORM = regex(r"[^\W\d_]\."), regex(r"[^\W\d_]{1,3}\.")
"""The start of an abbreviation of several, or of a name, and what goes on with it: `z. B.`, `p. ex.`, `J. R.`"""

RANGE = regex(r"(?<![\w.,\u2013-])(\d{1,4}(?:[.,]\d{1,3})?\u2013\d{1,4}(?:[.,]\d{1,3})?)(?![\w\u2013-])")
WHOLE = "whole"
"""The class of what stands on one line."""

OPENING, CLOSING = "([\u201c\u2018\u00ab", ".,;:!?)]\u201d\u2019\u00bb"
"""What may stand before a word and after it, and is not part of it."""

BLANK = regex(r"(?<=\u00ab) | (?=[:\u00bb\u20ac](?!\w))")
NARROW_BLANK = regex(r" (?=[;!?%\u2030]+(?!\w))")


def spaced(blocks: Sequence[Node], lang: str) -> list[Node]:
    """The blocks with the blanks and quotation marks of a language."""
    quoted = tree.rewrite(list(blocks), lambda node: _quoted(node, lang))
    cited = tree.rewrite(quoted, _cited) if language(lang) == "fr" else quoted
    return list(_with_blanks(cited, language(lang)))


def spaced_text(text: str, lang: str) -> str:
    """A line of plain text with the blanks of a language."""
    if language(lang) != "fr":
        return text
    return NARROW_BLANK.sub(NARROW, BLANK.sub(HARD, text))


def with_ranges_in_spans(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with each range of figures in a span of its own, for what keeps a span on one line."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Str" or "\u2013" not in node["c"]:
            return (node,)
        parts = enumerate(RANGE.split(node["c"]))
        return [tree.span([WHOLE], tree.words(part)) if n % 2 else {"t": "Str", "c": part} for n, part in parts if part]

    return list(tree.rewrite(list(blocks), change))


def with_whole_ranges(text: str) -> str:
    """A line of plain text in display type, in which no line ends within a range of figures."""
    return RANGE.sub(lambda found: found[1].replace("\u2013", "\u2013\u2060"), text)


def _quoted(node: Node, lang: str) -> Sequence[Node]:
    """Words in straight double quotes, in the marks of the language."""
    marks = QUOTES.get(lang.lower()) or QUOTES.get(language(lang))
    if node["t"] != "Quoted" or node["c"][0]["t"] != "DoubleQuote" or not marks:
        return (node,)
    opening, closing = marks
    return {"t": "Str", "c": opening}, *node["c"][1], {"t": "Str", "c": closing}


def _cited(node: Node) -> Sequence[Node]:
    """A citation, whose sources the style divides by semicolons as English has them."""
    if node["t"] != "Cite":
        return (node,)
    inlines = node["c"][1]
    return ({**node, "c": [node["c"][0], [_divided(inlines, index) for index in range(len(inlines))]]},)


def _divided(inlines: Sequence[Node], index: int) -> Node:
    """The inline at an index: a semicolon that touches what stands before it, with a blank."""
    node = inlines[index]
    if node["t"] != "Str" or not node["c"].endswith(";"):
        return node
    texts = (tree.plain(inlines[at]) for at in reversed(range(index)))
    before = node["c"][-2:-1] or next((text[-1] for text in texts if text), "")
    return node if not before or before.isspace() else {**node, "c": node["c"][:-1] + NARROW + ";"}


def _with_blanks(value: Any, lang: str) -> Any:
    """The tree with each blank hard at which the language ends no line."""
    if isinstance(value, dict):
        return {key: _with_blanks(item, lang) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    made = [_with_blanks(item, lang) for item in value]
    return [_blank(made, index, lang) for index in range(len(made))]


def _blank(nodes: Sequence[Any], index: int, lang: str) -> Any:
    """The node at an index: if it is a blank, the one that the language has between its neighbours."""
    node = nodes[index]
    if not (isinstance(node, dict) and node.get("t") in ("Space", "SoftBreak")):
        return node
    before, after = (_word(nodes, at) for at in (index - 1, index + 1))
    if _are_one(before, after, lang):
        return {"t": "Str", "c": HARD}
    return _french_blank(node, before, after) if lang == "fr" else node


def _are_one(before: str, after: str, lang: str) -> bool:
    """Whether no line ends between two words: `18 December`, `5,000 km`, `2 million`, `z. B.`, `Dr Brown`, `et al.`"""
    if not before or not after:
        return False
    first, word = before.lstrip(OPENING), after.rstrip(CLOSING)
    if before[-1].isdigit():
        return (
            word in UNITS
            or word in COUNTED
            or f"{word}." in COUNTED
            or (word in MONTHS[lang] and bool(DAY.fullmatch(first)))
            or (word in SIGNS and lang in SIGNS_APART)
            or bool(ISSUE.match(after))
        )
    if lang == "en" and first in MONTHS["en"]:
        return bool(DAY.fullmatch(word))
    if not before.endswith("."):
        return (first in NUMBERED and after[0].isdigit()) or first in TITLES or (first, word) == ("et", "al")
    if DAY.fullmatch(first):
        return word in MONTHS[lang]
    if after[0].isdigit():
        return first in NUMBERED
    if first in COUNTED:
        return word in SIGNS
    return (first in TITLES and after[0].isalpha()) or bool(INITIAL.fullmatch(first) and SHORT_FORM.match(after))


def _french_blank(node: Node, before: str, after: str) -> Node:
    """The blank that French has between two words."""
    mark = BEFORE.match(after)
    one_number = GROUPS[0].search(before) and GROUPS[1].match(after)
    if not (mark or one_number or before.endswith("\u00ab")):
        return node
    narrow = one_number or (mark and mark["narrow"])
    return {"t": "Str", "c": NARROW if narrow else HARD}


def _word(nodes: Sequence[Any], index: int) -> str:
    """The word at an index, or nothing."""
    node = nodes[index] if 0 <= index < len(nodes) else None
    return str(node["c"]) if isinstance(node, dict) and node.get("t") == "Str" else ""
