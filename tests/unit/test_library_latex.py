"""LaTeX in fields: what it prints as plain text, and what is left alone."""

from __future__ import annotations

import pytest

from briefkit.library.latex import decode, read_pieces
from briefkit.library.pieces import Piece


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"\'e \'{e} {\'e} {\'{e}}", "é é é é"),
        (r"\v{c} \v c \c c \c{c} \H{o} \k{a} \r{a} \u{g} \d{a} \b{b}", "č č ç ç ő ą å ğ ạ ḇ"),
        (r"\"{\i} \'\i{} \^{\j} \`{\i}", "ï í ĵ ì"),
        (r"\=a \.z \~n \^o \`a \t{oo}", "ā ż ñ ô à o͡o"),
        (r"\'{\ae}", "ǽ"),
        (r"\ss \o{} \AE{} {\l} \aa{} \dh{} \th{} \oe uvre", "ßø Æ ł å ð þ œuvre"),
        (r"\'{} \~{} \^{} x\^", "' ~ ^ x^"),
    ],
)
def test_accents_and_letters_are_letters(typed: str, plain: str) -> None:
    assert decode(typed) == plain


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"5\% \& \$3 \_ \# \{\}", "5% & $3 _ # {}"),
        ("a~b -- c --- d-e", "a\u00a0b – c — d-e"),
        ("``a'' `b' it's", "“a” ‘b’ it’s"),
        ("?`a !`b", "¿a ¡b"),
        (r"\textendash \ldots \textquoteright s \S 5 \pounds 3 20\textdegree C", "–…’s §5 £3 20°C"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
        ("two\n  lines\tand   blanks ", "two lines and blanks"),
        ("one\n\ntwo", "one two"),
        ("5% of #1 & more", "5% of #1 & more"),
        ("$ 5", "$ 5"),
    ],
)
def test_signs_are_signs(typed: str, plain: str) -> None:
    assert decode(typed) == plain


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"\emph{a {B} c} {\em d} {\bf e}", "a B c d e"),
        (r"\textsuperscript{th} x\textsubscript2", "th x2"),
        (r"\url{http://x.example/a_b~c\_d}", "http://x.example/a_b~c_d"),
        (r"\href{http://x.example}{the page}", "the page"),
        (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
        (r"\noopsort{b}a {\relax van}", "a van"),
        (r"On \verb+a_\b{+ and \verb*|c|", r"On a_\b{ and c"),
        (r"$x^2$ of $\alpha_{1}$", "x^2 of α_1"),
        (r"$x^2\\$ of $5", "x^2\\\\ of $5"),
        ("{{The Whole}}", "The Whole"),
        ("{" * 100 + "x" + "}" * 100, "x"),
        ("a} b {c", "a} b c"),
    ],
)
def test_looks_leave_the_words(typed: str, plain: str) -> None:
    assert decode(typed) == plain


@pytest.mark.parametrize("typed", [r"\foo{Bar Baz}", r"\unknown text", r"a \cite{key} b", r"x\foo", r"\foo{\bar{x}}"])
def test_what_is_not_known_stays_as_typed(typed: str) -> None:
    assert decode(typed) == typed


def test_letters_inside_unknown_commands_are_decoded_all_the_same() -> None:
    assert decode(r"\foo{\'Ecole}") == r"\foo{École}"


def test_pieces_say_how_their_words_look_and_what_braces_keep() -> None:
    assert read_pieces(r"a \emph{b {C}}") == (
        Piece("a "),
        Piece("b ", (("i", 1),)),
        Piece("C", (("i", 1),), is_kept=True),
    )


def test_an_unknown_command_does_not_run_into_the_word_after_its_braces() -> None:
    assert decode(r"{\foo}bar {\foo} \emph{\foo}bar") == r"\foo{}bar \foo{} \foo{}bar"
