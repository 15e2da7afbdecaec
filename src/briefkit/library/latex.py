"""The LaTeX of a field in, what it prints out: plain text, or pieces of text with their looks.

Accents become letters, commands that stand for signs become the signs, and commands that only say how their words look
leave the words. What is not known stays as it was typed: it is never deleted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from unicodedata import normalize

from briefkit.library.braces import drop_braces
from briefkit.library.conditionals import choose_text
from briefkit.library.letters import ACCENTS, BARE, DOTLESS, GREEK, LIGATURES, SIGNS, STYLES, SWITCHES, SYMBOLS, VERB
from briefkit.library.pieces import Piece, merge, trim
from briefkit.patterns import regex
from briefkit.values import Value, replace

DEPTH = 40
"""Braces deeper than this are only braces: nobody means them, and each level costs."""

_MARKS = 3
"""No letter has more."""

_TOKEN = regex(
    r"\\(?P<name>[A-Za-z]{1,40})\*?(?P<blank>[ \t\n]*)|\\(?P<sign>[^A-Za-z])|(?P<open>\{)|(?P<close>\})"
    r"|(?P<math>\$\$?)|(?P<blanks>[ \t\n\r]+)|(?P<plain>[^\\{}$ \t\n\r~`'?!-]+)|(?P<other>---?|``|''|[?!]`|[\s\S])",
)
_MARKUP = regex(r"[\\{}$]")
_VERB = regex(VERB)
_SIGN = regex(r"---?|``|''|[?!]`|[`'~]|[ \t\n\r]{2,}|[\t\n\r]")
_MATH_NAME = regex(r"\\([A-Za-z]+)\s?")
_MATH_DOLLAR = regex(r"(?<!\\)(?:\\\\)*+\$")


class _Frame(Value):
    """What holds inside a pair of braces: how words look, what the closing brace adds, and what the next pair is."""

    looks: tuple[tuple[str, int], ...] = ()
    is_kept: bool = False
    closing: str = ""
    is_dropped: bool = False
    is_raw: bool = False
    then: _Frame | None = None


def decode(value: str) -> str:
    """The plain text of a field: letters for accents, no braces, no commands that are known, blanks as one blank."""
    if not _MARKUP.search(value):
        return _read_plain(value)
    parts = (_read_formula(piece.text) if piece.is_typed else piece.text for piece in read_pieces(value))
    return "".join(parts).replace("\n", " ")


def read_pieces(value: str) -> tuple[Piece, ...]:
    """The pieces of a field, with one blank where there are several and none at the ends."""
    if not _MARKUP.search(value):
        text = _read_plain(value)
        return (Piece(text),) if text else ()
    return trim(merge(_Reader(choose_text(value)).read()))


def _read_plain(value: str) -> str:
    """A value without commands and braces."""
    return _SIGN.sub(lambda match: LIGATURES.get(match[0], " "), value).strip(" ")


def _read_formula(formula: str) -> str:
    """A formula as it can be read in a line: no dollars, no braces, Greek letters for their names."""
    text = _MATH_NAME.sub(lambda match: GREEK.get(match[1], match[0]), formula.strip("$"))
    return drop_braces(text)


class _Reader:
    """One pass over a value. The frames are the braces that are open; `pending` is what the next token is for."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.frames = [_Frame()]
        self.extra = 0
        self.number = 0
        self.pending: list[_Frame] = []
        self.accents: list[tuple[str, str]] = []
        self.pieces: list[Piece] = []
        self.dollars = [match.end() - 1 for match in _MATH_DOLLAR.finditer(value)] if "$" in value else []

    def read(self) -> list[Piece]:
        """All pieces; what is left open at the end closes there."""
        offset = 0
        while offset < len(self.value):
            token = _TOKEN.match(self.value, offset)
            offset = self._take(token) or token.end() if token else len(self.value)
        self._end_accents()
        while len(self.frames) > 1:
            self._close()
        return self.pieces

    def _take(self, token: re.Match[str]) -> int:
        """Read one token; returns where to go on, if that is not its end."""
        match token.lastgroup:
            case "blank" | "name":
                if token["name"] == "verb" and (verb := _VERB.match(self.value, token.start())):
                    return self._take_verb(verb)
                self._take_command(token)
            case "sign":
                self._take_sign(token["sign"])
            case "open":
                self._open()
            case "close":
                self._close() if len(self.frames) > 1 else self._put("}")
            case "math":
                return self._take_math(token)
            case "blanks":
                self._put(" " if not self.accents else "")
            case _:
                text = token[0]
                return self._put_plain(text, token.start())
        return 0

    def _put_plain(self, text: str, start: int) -> int:
        """Put text; an accent or a command without braces takes its first letter only."""
        if self.frames[-1].is_raw and not self.pending:
            self._put(text)
        elif self.accents or self.pending:
            self._put(LIGATURES.get(text[0], text[0]))
            return start + 1
        else:
            self._put(LIGATURES.get(text, text))
        return 0

    def _put(self, text: str) -> None:
        """Put text under the accents that wait for a letter, in the looks that hold now."""
        frame = self.frames[-1]
        if self.pending and not text.isspace():
            frame = self.pending.pop(0)
            self.pending.clear()
            text += frame.closing
        if self.accents and text:
            text = self._under_accents(text)
        if text and not frame.is_dropped:
            self.pieces.append(Piece(text, frame.looks, frame.is_kept))

    def _under_accents(self, text: str) -> str:
        marks = [mark for mark, _ in reversed(self.accents)]
        bare = "".join(sign for _, sign in self.accents)
        self.accents.clear()
        if not text[0].isalpha():
            return bare + text
        letter = DOTLESS.get(text[0], text[0])
        return normalize("NFC", letter + "".join(marks)) + text[1:]

    def _add_accent(self, mark: str, sign: str) -> None:
        if len(self.accents) == _MARKS:
            self._end_accents()
        self.accents.append((mark, sign))

    def _end_accents(self) -> None:
        """No letter came: print the signs themselves."""
        if self.accents:
            bare = "".join(sign for _, sign in self.accents)
            self.accents.clear()
            self._put(bare)

    def _take_command(self, token: re.Match[str]) -> None:
        name = token["name"]
        if self.frames[-1].is_raw and name not in SYMBOLS:
            self._put(token[0])
        elif name in ACCENTS:
            self._add_accent(ACCENTS[name], token[0].strip())
        elif name in SYMBOLS:
            self._put(SYMBOLS[name])
        elif name in STYLES:
            self._wait(STYLES[name], name)
        elif name in SWITCHES:
            self._switch(SWITCHES[name])
        else:
            self._keep(token)

    def _take_verb(self, verb: re.Match[str]) -> int:
        """Words that are no LaTeX."""
        self.number += 1
        frame = self.frames[-1]
        self._end_accents()
        if verb["words"] and not frame.is_dropped:
            self.pieces.append(Piece(verb["words"], (*frame.looks, ("code", self.number)), True))
        return verb.end()

    def _keep(self, token: re.Match[str]) -> None:
        """A command that is not known stays, and so do the braces after it."""
        self._end_accents()
        frame = replace(self.frames[-1], is_kept=True)
        typed = token[0].rstrip() + (" " if token["blank"] else "")
        if self.value.startswith("}", token.end()) and self.frames[-1].closing != "}":
            typed += "{}"  # the braces around it go, and it must not run into the word after them
        self.pending = []
        if not frame.is_dropped:
            self.pieces.append(Piece(typed, frame.looks, True))
        if self.value.startswith("{", token.end()):
            self.pending = [replace(self._frame(), is_kept=True, closing="}")]

    def _wait(self, style: str, name: str) -> None:
        """What the command says holds for what follows: for the words in braces, or one letter."""
        frame = self._frame()
        if style == "quote":
            inner = any(look == "quote" for look, _ in frame.looks)
            self._put("\u2018" if inner else "\u201c")
            self.number += 1
            looks, closing = (*frame.looks, ("quote", self.number)), "\u2019" if inner else "\u201d"
            frame = replace(frame, looks=looks, closing=closing, is_kept=frame.is_kept or name == "mkbibquote")
        elif style == "round":
            self._put("(")
            frame = replace(frame, closing=")")
        elif style == "drop":
            frame = replace(frame, is_dropped=True, then=frame if name == "href" else None)
        elif style == "math":
            self._put("$")
            frame = replace(frame, closing="$", is_kept=True)
        elif style == "address":
            frame = replace(frame, is_raw=True)
        elif style and len(frame.looks) < DEPTH:
            self.number += 1
            kept = frame.is_kept or style in ("sc", "sup", "sub", "code")
            frame = replace(frame, looks=(*frame.looks, (style, self.number)), is_kept=kept)
        self.pending = [frame]

    def _switch(self, style: str) -> None:
        frame = self.frames[-1]
        if style and len(frame.looks) < DEPTH:
            self.number += 1
            self.frames[-1] = replace(frame, looks=(*frame.looks, (style, self.number)))

    def _frame(self) -> _Frame:
        """What a pair of braces inside this one starts from."""
        outer = self.frames[-1]
        return _Frame(outer.looks, outer.is_kept, is_dropped=outer.is_dropped, is_raw=outer.is_raw)

    def _take_sign(self, sign: str) -> None:
        if self.frames[-1].is_raw:
            self._put(SIGNS.get(sign, sign) if sign in "&%$_#{}~" else "\\" + sign)
        elif sign in ACCENTS:
            self._add_accent(ACCENTS[sign], BARE.get(sign, "\\" + sign))
        elif sign in "([":
            self._put("$" if sign == "(" else "$$")
        elif sign in ")]":
            self._put("$" if sign == ")" else "$$")
        else:
            self._put(SIGNS.get(sign, "\\" + sign))

    def _take_math(self, token: re.Match[str]) -> int:
        """A formula up to its closing dollar, as typed; a dollar without a partner is a dollar."""
        sign = token["math"]
        end = self._find_dollar(token.end(), sign)
        if end < 0:
            self._put(sign)
            return 0
        self._end_accents()
        frame = self.frames[-1]
        if not frame.is_dropped:
            self.pieces.append(Piece(self.value[token.start() : end], frame.looks, True, True))
        return end

    def _find_dollar(self, start: int, sign: str) -> int:
        place = bisect_left(self.dollars, start)
        at = self.dollars[place] if place < len(self.dollars) else -1
        return at + len(sign) if at >= 0 and self.value.startswith(sign, at) else -1

    def _open(self) -> None:
        if len(self.frames) > DEPTH:
            self.extra += 1
            return
        if self.pending:
            frame = self.pending.pop(0)
            if frame.closing == "}":
                self.pieces.append(Piece("{", frame.looks, True))
            self.frames.append(frame)
        elif self.accents:
            self.frames.append(self._frame())
        else:
            outer = self.frames[-1]
            self.frames.append(_Frame(outer.looks, True, is_dropped=outer.is_dropped, is_raw=outer.is_raw))

    def _close(self) -> None:
        self._end_accents()
        if self.extra:
            self.extra -= 1
            return
        frame = self.frames.pop()
        self.pending = [frame.then] if frame.then else []
        if frame.closing:
            outer = self.frames[-1]
            if not outer.is_dropped:
                self.pieces.append(Piece(frame.closing, outer.looks, outer.is_kept))
