"""The pieces of an English title in, the same in sentence case out: what a style prints as it likes.

`The Art of {B}read` becomes `The art of Bread`. A word keeps its capital at the start, after the end of a sentence or a
colon, in braces, and when it has more of them (`NATO`, `iPhone`, `H1N1`). This is what pandoc does, so that what is
printed does not depend on who read the entry; `hold_capitals` is done for both.

Where a style has headlines, citeproc keeps small words small wherever they stand. Behind a mark of quotation a title of
its own begins, and the first part of a compound has a capital whatever it is (Chicago Manual of Style, 18th edition,
8.161 and 8.162): `hold_openings` and `raise_words` see to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefkit.library.braces import drop_braces, find_outside
from briefkit.library.pieces import Piece
from briefkit.library.title_language import SMALL_ELSEWHERE
from briefkit.patterns import regex
from briefkit.values import replace

_AFTER = regex(
    r"((?:\u00b0|\\(?:text)?degree(?:\{\}|\b)\}?|\$\s*\^\s*\{?\s*\\circ\s*\}?\s*\$)[\s~]{0,2}(?=[CFK](?![\w']))"
    r"|\$[^$]{1,200}\$|\\textsu(?:b|per)script\s*(?:\{[^{}]{1,40}\}|\d))([A-Z][A-Za-z]*)|\\.|\$[^$]{1,200}\$",
    re.DOTALL,
)
"""A scale, a formula, or a figure above or below the line, with the letters that follow it at once."""

_BEFORE = regex(
    r"\\(?:url|path|nolinkurl)\s*\{[^{}]*\}"  # an address is no formula
    r"|(?<![A-Za-z\\{}$])([A-Z][A-Za-z]{0,20})(?=\$\s*[_^]|\\_|\\textsu(?:b|per)script(?![A-Za-z]))"
)
_CHUNK = regex(r"[^\W_]+|\s+|[\W_]", re.UNICODE)
_LAST = regex(r"[^\s/:\u2013\u2014-]+$")
_ENDS = ".?!:"


@dataclass(slots=True)
class _State:
    """Where we are: at the `start`, after the `end` of a sentence, before the `next` one, or in the `middle`."""

    where: str = "start"


def hold_formulas(value: str) -> str:
    """A title as typed with braces around the letters of formulas: `H$_2$O`, `25 °C` have nothing else to keep them."""
    if not any(sign in value for sign in ("$", "textsu", "\\_", "\u00b0", "degree")):
        return value
    value = _AFTER.sub(lambda found: f"{found[1]}{{{found[2]}}}" if found[2] else found[0], value)
    return _BEFORE.sub(lambda found: f"{{{found[1]}}}" if found[1] else found[0], value)


_LETTER = regex(r"(?<![^\W_])[A-Z](?![^\W_])")
_TOKEN = regex(
    r"\\(?P<command>[A-Za-z]+)\*?\s*|\\.|\$[^$]{1,200}\$|(?P<brace>[{}])"
    r"|(?<![\w.\\}])(?P<short>(?:[A-Z][a-z]?\.){2,}(?:[A-Z](?!\w))?)"
    r"|(?i:\b(?:annex|appendix|category|grade|group|hepatitis|immunoglobulin|influenza|part|schedule|serotype|tier|types?"
    r"|vitamins?)[\s~-])(?P<article>A)(?=\s)"
    r"|(?<![\w'\u2019\\}])(?P<letter>[B-Z]|A(?=[,;:.?!)\]}/\"\u201d-]|\Z))(?![\w{\\\u0300-\u036f]|['\u2019]\w\w)",
    re.DOTALL,
)
"""What keeps its capital in any title: short forms with stops, and a letter that is a name; `A` is often an article."""

_OPEN_TO_ALL = frozenset("emph enquote mkbibemph mkbibquote textbf textit textsl textup".split())
"""Commands whose words are words of the title."""

_SWITCHES = regex(r"\{\\(?:em|it|bf|sl|itshape|bfseries)\b")


def hold_capitals(value: str) -> str:
    """A title as typed with braces around what is no word with a capital: `U.S.`, the `D` of `Vitamin D`, `H$_2$O`.

    Pandoc makes these small, and no style makes them large again. What stands in braces is left as it is.
    """
    value = hold_formulas(value)
    if not _LETTER.search(value):
        return value
    parts, done = list[str](), 0
    depths = [True]
    before = ""
    for token in _TOKEN.finditer(value):
        sign = token["brace"]
        if sign == "{":
            is_open = before in _OPEN_TO_ALL or _SWITCHES.match(value, token.start()) is not None
            depths.append(depths[-1] and is_open)
        elif sign == "}":
            depths = depths[:-1] or [True]
        before = token["command"] or ""
        if depths[-1] and (name := token.lastgroup) in ("short", "article", "letter"):
            parts += [value[done : token.start(name)], f"{{{token[name]}}}"]
            done = token.end(name)
    return "".join((*parts, value[done:]))


_UNITS = "|".join(
    "bp b cm dl dm fm fs g h ha hz kb kbp kg km kpc kt l m mg min ml mm ms mL ng nl nm ns nt pc ppb ppm rpm s t"
    " \u00b5g \u00b5l \u00b5m \u00b5s \u03bcg \u03bcl \u03bcm \u03bcs".split()
)
_ACCENTED = frozenset("à às até från für för où på über".split())
_SMALL_WORD = regex(
    r"(?<=[0-9])(?:[\s~-]|\\[,; ]){1,4}(?P<unit>(?:" + _UNITS + r")(?![\w'\u2019{]))"
    r"|\\[A-Za-z]+\*?\s*|\\.|\$[^$]{1,200}\$|[{}]"
    r"|(?:(?<=[A-Za-z]\.)|(?<=[A-Za-z]\.\}))[\s~]{1,4}"
    r"(?P<stopped>and|at|by|for|from|in|into|of|on|or|the|to|v|via|vs|with)(?=[\s~.])"
    r"|(?<=[\s~])(?P<latin>et[\s~]{1,4}al|versus|vs)(?!\w)"
    r"|(?<=[\s~])(?P<foreign>" + "|".join(sorted(SMALL_ELSEWHERE | _ACCENTED)) + r")(?=[\s~])",
    re.DOTALL,
)
"""Small words that a headline keeps small and citeproc does not: behind the stop of a short form (`Proc. of the`,
`Ltd. v.`), units (`5 mm`), `et al.`, and those of other languages (`Gesetz- und Verordnungsblatt`).
"""

_BINOMIAL = regex(r"[A-Z](?:[a-z]+|\.)[\s~][a-z]{3,40}")
"""What stands in italics for itself: `Natrix cetti`, `E. coli`."""

_CUE = regex(r"[0-9.][\s~\\}-]|[\s~][a-z\u00e0-\u00ff]{1,8}[\s~]")


def hold_small_words(value: str) -> str:
    """A title or the name of a journal as typed with braces around the small words that no headline makes large.

    What stands in braces is left as it is, but for a name of a species in italics, which is held whole.
    """
    if not _CUE.search(value):
        return value
    return _ITALIC.sub(_hold_species, _held(_SMALL_WORD, value, str))


_ITALIC = regex(
    r"(?:\\(?:emph|textit|mkbibemph)\s*\{|\{\\(?:em|it|itshape)\s+)([^{}\\]{1,60}|\{[A-Z]\}\.[^{}\\]{1,60})\}"
)


def _hold_species(match: re.Match[str]) -> str:
    words = drop_braces(match[1]).strip()
    return f"{{\\it {{{words}}}}}" if _BINOMIAL.fullmatch(words) else match[0]


def to_sentence_case(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Take the capitals that only a headline has from a title."""
    state = _State()
    last = len(pieces) - 1
    return tuple(_turn(piece, state, number == last) for number, piece in enumerate(pieces))


def _turn(piece: Piece, state: _State, is_last: bool) -> Piece:
    final = len(piece.text)
    if is_last and not piece.looks and not piece.is_kept and (match := _LAST.search(piece.text)):
        final = match.start() if match[0][-1] != "\u201d" else final
    text = "".join(_turn_chunks(piece, state, final))
    return piece if text == piece.text else replace(piece, text=text)


def _turn_chunks(piece: Piece, state: _State, final: int) -> Iterable[str]:
    for match in _CHUNK.finditer(piece.text):
        chunk = match[0]
        is_word = chunk.isalnum()
        yield _turn_word(chunk, state.where, match.start() >= final) if is_word and not piece.is_kept else chunk
        state.where = _move(state.where, chunk, is_word)


def _turn_word(word: str, where: str, is_final: bool) -> str:
    if where == "start" or (where == "next" and not is_final):
        return word[0].upper() + word[1:] if word.islower() and word.isalpha() else word
    return word.lower() if word[0].isupper() and (len(word) == 1 or _is_small(word[1:])) else word


def _is_small(letters: str) -> bool:
    return letters.islower() and letters.isalpha()


def _move(where: str, chunk: str, is_word: bool) -> str:
    if is_word:
        return "middle"
    if chunk in _ENDS:
        return "end"
    if chunk == "\u201d":
        return where
    if chunk.isspace():
        return "next" if where == "end" else "middle"
    return where if where in ("start", "next") else "middle"


_SKIPPED = r"\\[A-Za-z]+\*?\s*|\\.|\$[^$]{1,200}\$|[{}]"
_SMALL = (
    "a an and as at but by down for from if in into nor of off on onto or out over per so than that the to under up via"
    " with yet"
)
_WORDS = "|".join(_SMALL.split())
_NAMED = regex(
    rf"{_SKIPPED}|(?:(?<=[\u2018\u201c\u201e(\[])|(?<=``)|(?<=(?<!`)`))"
    rf"(?P<word>{'|'.join(word.capitalize() for word in _SMALL.split())})(?=\s)",
    re.DOTALL,
)
"""A small word with a capital behind a mark: what wrote it there knows that something begins."""

_BEGUN = regex(rf"{_SKIPPED}|(?:(?<=[\u2018\u201c\u201e])|(?<=``)|(?<=(?<!`)`))(?P<word>{_WORDS})(?=\s)", re.DOTALL)
_COMPOUND = regex(rf"{_SKIPPED}|(?!\A)(?<![\w'\u2019-])(?P<word>(?i:de|{_WORDS}))(?=-[A-Za-z]{{2}})", re.DOTALL)
_URL = r"(?<![\w.@/-])(?:[a-z]+://|www\.)[^\s{},;()\\]+"
_DOTTED = r"[A-Za-z][\w-]+(?:\.[A-Za-z][\w-]+)+"
_ADDRESS = regex(rf"{_SKIPPED}|(?P<word>{_URL}|(?<![\w.@/-])[a-z][\w-]+(?:\.[a-z][\w-]+)+(?![\w/]))", re.DOTALL)
_CODE = regex(
    rf"{_SKIPPED}|(?P<word>{_URL}|(?<![\w.@/-])(?:v\d+(?:\.\d+)*|[a-z]\d{{1,4}}|[a-z]/[A-Z]{{2,8}}"
    rf"|{_DOTTED})(?![\w/])|(?<![\w.@/-])[a-z][\w-]+(?=\.\{{[A-Z])"
    r"|(?<![\w:])\w{1,30}(?:::\w{1,30})+"
    r"|\A[a-z][a-z0-9]{1,20}(?=:\s+\{?[A-Z])"
    r"|(?:\A|(?<=Git[Hh]ub - ))[a-z][\w.-]{0,40}/[A-Za-z][\w.-]{0,60}(?=:\s|\Z))",
    re.DOTALL,
)
"""What is no word: a version, `v1.2`, an address, `data.gov`, `Shiny.React`, a program, `lme4: A Package`, `z/OS`,
`Test::Unit`, a repository, `jane/pumps` and `GitHub - jane/pumps: Wells`, a gene or a machine, `p53`.
"""


def hold_openings(value: str) -> str:
    """The title with braces around the capital words that begin something inside it, whatever the style does, and
    around the names of programs and addresses that begin small.
    """
    return _held(_CODE, _held(_NAMED, value, str), str)


def hold_addresses(value: str) -> str:
    """The name of a journal with braces around the addresses in it."""
    return _held(_ADDRESS, value, str) if "." in value else value


def raise_words(value: str) -> str:
    """The title as a style that has headlines must have it: `an {In}-depth look at ``{The} wealth of nations''`."""
    value = _held(_BEGUN, value, str.capitalize) if "`" in value or "\u201c" in value or "\u2018" in value else value
    return _held(_COMPOUND, value, str.capitalize) if "-" in value else value


def _held(pattern: re.Pattern[str], value: str, turn: Callable[[str], str]) -> str:
    """What the groups of the pattern find outside braces, turned and in braces."""
    parts, done = list[str](), 0
    for token in find_outside(pattern.finditer(value)):
        if name := token.lastgroup:
            parts += [value[done : token.start(name)], f"{{{turn(token[name])}}}"]
            done = token.end(name)
    return "".join((*parts, value[done:]))
