"""A formula as typed in, the same on one line out: fractions with a slash, roots with brackets, signs that fonts have.

A web page has MathML and Word its own equations; the PDF has neither, and prints of a formula what letters, small
figures above and below the line and signs can say. `on_one_line` writes what can be said so, for pandoc to print;
what it cannot, such as a matrix or a brace over some terms, is nothing, and the PDF prints it as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.patterns import compiled, regex

LONGEST = 2000
"""More characters than a formula on one line has."""
DEEPEST = 12

PIECE = regex(r"\\(?:[A-Za-z]+\*?|.)|[0-9]+(?:[.,][0-9]+)*|\s+|.", re.DOTALL)

FRACTIONS = frozenset(("\\frac", "\\dfrac", "\\tfrac", "\\cfrac"))
DROPPED = frozenset(
    r"\left \right \middle \big \Big \bigg \Bigg \bigl \bigr \Bigl \Bigr \biggl \biggr \limits \nolimits \displaystyle"
    r" \textstyle \nonumber \notag".split()
)
SIZED = frozenset(r"\left \right \middle \big \Big \bigg \Bigg \bigl \bigr \Bigl \Bigr \biggl \biggr".split())
TEXTS = frozenset(
    r"\text \mathrm \textrm \mathit \textit \mathbf \textbf \boldsymbol \bm \mathsf \textsf \mbox".split()
)
NAMES = frozenset(r"\operatorname \operatorname*".split())
ACCENTS = frozenset(r"\hat \bar \tilde \dot \widehat \widetilde \overline".split())
LETTERS: Mapping[str, str] = {"\\widehat": "\\hat", "\\widetilde": "\\tilde", "\\overline": "\\bar"}
KEPT = frozenset(
    r"\alpha \beta \gamma \delta \varepsilon \zeta \eta \theta \iota \kappa \lambda \mu \nu \xi \omicron \pi \rho"
    r" \sigma \tau \upsilon \varphi \chi \psi \omega \Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi"
    r" \Omega \le \leq \leqslant \ge \geq \geqslant \ne \neq \lt \gt \approx \pm \times \div \int \to \gets"
    r" \rightarrow \leftarrow \uparrow \downarrow \infty \partial \ldots \dots \dotsc \prime \ell \imath \dagger"
    r" \ddagger \bullet \neg \lnot \arccos \arcsin \arctan \arg \cos \cosh \cot \coth \csc \deg \det \dim \exp \gcd"
    r" \hom \inf \ker \lg \lim \liminf \limsup \ln \log \max \min \Pr \sec \sin \sinh \sup \tan \tanh \quad \qquad \,"
    r" \; \: \! \> \{ \} \% \$ \& \# \_ \lbrace \rbrace \lvert \rvert \vert \colon \euro \pounds".split()
) | {"\\ "}
"""What pandoc prints in signs that all our fonts have."""
SIGNS: Mapping[str, str] = {
    "\\sum": "\\sum\\nolimits ",
    "\\prod": "\\prod\\nolimits ",
    "\\epsilon": "\\varepsilon ",
    "\\phi": "\\varphi ",
    "\\cdot": "·",
    "\\cdots": "\\ldots ",
    "\\dotsb": "\\ldots ",
    "\\sim": "\\text{ ~ }",
    "\\mid": "|",
    "\\lVert": "\\text{||}",
    "\\rVert": "\\text{||}",
    "\\Vert": "\\text{||}",
    "\\|": "\\text{||}",
    "\\degree": "°",
    "\\implies": "\\to ",
    "\\Rightarrow": "\\to ",
    "\\longrightarrow": "\\to ",
}
"""What is written otherwise, since the fonts have no such sign, or pandoc sets it only so."""
OPENING = frozenset("([{|=+-−<>/,;:") | {"\\{", "\\,", "\\;", "\\quad", "\\qquad", "\\times", "\\cdot", "\\pm"}
"""After these a fraction needs no space before it."""


MISSING = "a missing "
"""How the words begin that say which sign a formula lacks."""


class Unset(Exception):
    """A formula cannot be written on one line, because of these words in it; of all of it where they are none."""


def on_one_line(formula: str) -> str | None:
    """The formula as pandoc can print it in letters and signs; None where it cannot be."""
    try:
        return _written(formula)
    except Unset:
        return None


def find_unset(formula: str) -> str | None:
    """What keeps a formula from being written on one line, nothing where it is its length; None if it can be."""
    try:
        _written(formula)
    except Unset as why:
        return str(why)
    return None


def is_money(formula: str) -> bool:
    """Whether what stands between two dollars is words between two sums or units of money, and no formula."""
    return _MONEY.search(_IN_TEXT.sub(" ", formula[:LONGEST])) is not None


_IN_TEXT = regex(rf"(?:{'|'.join(map(re.escape, sorted(TEXTS | NAMES, reverse=True)))})\s*\{{[^{{}}]*\}}")
_WORD = r"[^\W\d_]"
_MONEY = regex(
    r"\A\s*[/)]|\(\s*\Z|[\s(/](?:US|AU|CA|HK|NZ)\Z"
    rf"|(?<![\\A-Za-z])(?:{_WORD}{{3,}}\s+{_WORD}{{2,}}|{_WORD}{{2}}\s+{_WORD}{{3,}})"
)
"""A sign that begins or ends no formula, the letters of a currency before the second dollar, or two words in a row."""


def _written(formula: str) -> str:
    if len(formula) > LONGEST:
        raise Unset
    return _Line(PIECE.findall(formula.strip())).part("", 0).strip()


@dataclass(slots=True)
class _Line:
    """The pieces of a formula, and how many of them are read."""

    pieces: list[str]
    at: int = field(default=0)

    def part(self, end: str, depth: int) -> str:
        """What stands before the piece `end`, which is read too."""
        made: list[str] = []
        last = "("
        while self.at < len(self.pieces):
            piece = self._next()
            if piece == end:
                return "".join(made)
            made.append(self._one(piece, last, depth))
            last = last if piece.isspace() else piece
        if end:
            raise Unset(f"{MISSING}{end}")
        return "".join(made)

    def _next(self) -> str:
        if self.at >= len(self.pieces):
            raise Unset(self.pieces[-1])
        self.at += 1
        return self.pieces[self.at - 1]

    def _skip(self) -> None:
        """Pass over blanks."""
        while self.at < len(self.pieces) and self.pieces[self.at].isspace():
            self.at += 1

    def _one(self, piece: str, last: str, depth: int) -> str:
        """What a piece begins, as it is written on one line."""
        if depth > DEEPEST:
            raise Unset
        if piece in FRACTIONS:
            return self._fraction(last, depth)
        if piece == "\\sqrt":
            return self._root(depth)
        if piece in DROPPED:
            return self._sized(piece)
        if piece in SIGNS:
            return SIGNS[piece]
        if piece in TEXTS or piece in NAMES:
            return f"{piece}{{{self._words()}}}"
        if piece in ACCENTS:
            return self._accent(piece, depth)
        if piece == "{":
            return f"{{{self.part('}', depth + 1)}}}"
        if piece in ("^", "_"):
            return self._raised(piece, depth)
        if piece in KEPT:
            return f"{piece} " if piece[1:].isalpha() else piece
        if piece[0] == "\\" or piece in "}&~":
            raise Unset(self._environment() if piece == "\\begin" else piece)
        return piece

    def _argument(self, depth: int) -> str:
        """What a command takes: a group without its braces, or one piece; of a number its first figure."""
        self._skip()
        piece = self._next()
        if piece == "{":
            return self.part("}", depth + 1).strip()
        if piece.isdigit() and len(piece) > 1:
            self.at -= 1
            self.pieces[self.at] = piece[1:]
            return piece[0]
        return self._one(piece, "(", depth + 1).strip()

    def _fraction(self, last: str, depth: int) -> str:
        above, below = self._argument(depth), self._argument(depth)
        written = f"{_closed(above)}/{_closed(below)}"
        self._skip()
        follows = self.pieces[self.at] if self.at < len(self.pieces) else ")"
        if follows in ("^", "_"):
            return f"({written})"
        before = "" if last in OPENING or last in SIZED else "\\,"
        return f"{before}{written}" + ("\\," if follows[:1].isalnum() or follows in KEPT - OPENING else "")

    def _root(self, depth: int) -> str:
        self._skip()
        index = ""
        if self.at < len(self.pieces) and self.pieces[self.at] == "[":
            self.at += 1
            index = f"{{}}^{{{self.part(']', depth + 1)}}}"
        return f"{index}√{_closed(self._argument(depth))}"

    def _environment(self) -> str:
        """`\\begin` with the name in the braces behind it."""
        return "\\begin" + "".join(self.pieces[self.at : self.at + 12]).partition("}")[0] + "}"

    def _sized(self, piece: str) -> str:
        """Nothing for a word of size, nor for the full stop behind it that stands for no bracket."""
        self._skip()
        if piece in SIZED and self.at < len(self.pieces) and self.pieces[self.at] == ".":
            self.at += 1
        return ""

    def _words(self) -> str:
        """The words in the braces of a text: letters, figures and what stands between, without commands."""
        self._skip()
        if self._next() != "{":
            raise Unset(self.pieces[self.at - 2])
        words: list[str] = []
        while (piece := self._next()) != "}":
            if piece in ("{", "$") or (piece[0] == "\\" and piece not in ("\\%", "\\&", "\\,", "\\ ", "\\_")):
                raise Unset(piece)
            words.append(piece)
        return "".join(words)

    def _accent(self, piece: str, depth: int) -> str:
        """An accent on one Latin letter, where the fonts have it."""
        letter = self._argument(depth)
        if not compiled(r"[A-Za-z]|\\[A-Za-z]{2,10}").fullmatch(letter) or letter in SIGNS:
            raise Unset(piece)
        return f"{LETTERS.get(piece, piece)}{{{letter}}}"

    def _raised(self, piece: str, depth: int) -> str:
        """What stands above or below the line; a small ring above it is the sign of degrees."""
        self._skip()
        following = self.pieces[self.at : self.at + 3]
        if piece == "^" and following[:1] == ["\\circ"]:
            self.at += 1
            return "°"
        if piece == "^" and following == ["{", "\\circ", "}"]:
            self.at += 3
            return "°"
        raised = self._argument(depth)
        if "{" not in raised:  # pandoc sets a space behind a comma: `x_{i,t}`
            raised = compiled(r"(?<!\\),").sub(r"\\text{,}", raised)
        return f"{piece}{{{raised}}}"


def _closed(part: str) -> str:
    """A part of a fraction in brackets, unless it is one letter or number, with what stands above and below it."""
    simple = r"(?:[0-9.,]+|\\[A-Za-z]+ ?|[^\W\d_])(?:[_^]\{[^{}]*\}){0,2}\s*|\\(?:text|mathrm)\{[\w ]*\}"
    return part if compiled(simple).fullmatch(part) else f"({part})"
