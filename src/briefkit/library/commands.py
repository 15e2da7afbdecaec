r"""A value in, the LaTeX commands in it that are lost when it is printed out, and whether its math is in order.

The other way round, the value as pandoc must have it, so that what is known is printed, and the words in the braces of
what is not; with letters and signs for the formulas that are none: `1.5$^\circ$C`, `Sch$\ddot{o}$n`.

What is kept was measured with pandoc's reader: it drops a command that it does not know, and what stands in the braces
after it. Commands that only set a font, a space or a break lose nothing that is read.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from briefkit.library.braces import find_ends
from briefkit.library.conditionals import choose_text
from briefkit.library.latex import decode
from briefkit.library.letters import ACCENTS, SYMBOLS, VERB
from briefkit.patterns import regex
from briefkit.values import Value

LONGEST = 20_000
"""How many characters of a value are read."""

# fmt: off
KEPT = frozenset((
    "AA AE H L LARGE LaTeX Large MakeLowercase MakeTextLowercase MakeTextUppercase MakeUppercase O OE P S TeX aa ac"
    " acl acrlong acrshort acs adddot adddotspace addabbrvspace ae ang autocap b backslash bf bfseries bibstring c"
    " copyright d dots dq em emph enquote ensuremath euro f foreignquote G guillemetleft guillemetright guillemotleft"
    " guillemotright guilsinglleft guilsinglright gls h hl huge Huge hyp hyphen i it itshape j k l large ldots"
    " lowercase lq mkbibbold mkbibbrackets mkbibemph mkbibitalic mkbibparens mkbibquote newline nohyphens nolinkurl"
    " normalsize num o oe pounds qty quotedblbase quotesinglbase r rm rq scriptsize scshape si SI sim sl slash slshape"
    " small sout ss st t texorpdfstring textasciicircum textasciitilde textbackslash textbaht textbf textbrokenbar"
    " textbullet textcopyright textdagger textdegree textdollar textdong textenglish textfrench textgerman textgreater"
    " textgreek textit textlatin textless textlira textmd textmu textmusicalnote textnormal textogonekcentered"
    " textonehalf textonequarter textparagraph textpertenthousand textpeso textquotedbl textquotedblleft"
    " textquotedblright textquoteleft textquoteright textquotesingle textregistered textrm textsc textsection textsf"
    " textsl textspanish textsterling textsubscript textsuperscript textthreequarters textthreesuperior texttt"
    " texttwosuperior textup textyen tiny tt U u ul uline underline unit uppercase url v footnotesize"
).split())
"""Commands that pandoc prints, or that leave what stands in their braces."""

HARMLESS = frozenset((
    "addcomma addhighpenspace addlowpenspace addnbspace addnbthinspace addspace allowbreak begingroup bgroup bigskip"
    " break clearpage discretionary egroup endgroup enspace enskip expandafter fill frenchspacing fussy hfil hfill"
    " hskip hspace hss hyphenchar ignorespaces itcorr kern leavevmode linebreak looseness mdseries medskip medspace"
    " negthinspace newblock nobreak nobreakspace noexpand noindent nolinebreak nonfrenchspacing normalfont null"
    " pagebreak par parskip penalty phantom protect qquad quad raggedright relax rmfamily sc selectfont sf sffamily"
    " sloppy smallskip space strut textcompwordmark thinspace ttfamily unskip upshape xspace vspace vskip vfill"
    " begin end item textbraceleft textbraceright"
).split())
"""Commands that set a space, a break or a font, or that `biblatex` writes otherwise: nothing is lost with them."""

SWITCHES = frozenset((
    "allowbreak mdseries nobreak noindent normalfont protect relax rmfamily sc sf sffamily ttfamily unskip upshape"
).split())
"""Those that take nothing: what stands in braces after them is lost, `\\sc{words}`; `{\\sc words}` is not."""

QUIET = frozenset((
    "color footnote footnotemark footnotetext foreignlanguage href hyperlink index label nocite selectlanguage"
    " textcolor"
).split())
"""Commands that pandoc reads with all that belongs to them, or that print nothing anywhere."""

WORDLESS = frozenset((
    "Cref addtocounter autoref bibfield bibinfo colorbox cref csname def eqref fontencoding fontfamily fontseries"
    " fontshape fontsize hypertarget ifx iffalse include includegraphics input makebox marginpar nameref newcommand"
    " pageref parbox providecommand raisebox ref renewcommand resizebox rotatebox rule scalebox setcounter setlength"
    " special todo usepackage write"
).split())
"""Commands whose braces, or the first of them, hold no words: a file, a length, a name."""
# fmt: on

NUMBERED = ("accent", "char")
"""Commands that give a sign by its number: of what they hold pandoc prints the number or nothing."""

SPELLED = {
    name: {"_": "\\_", "%": "\\%"}.get(sign, sign if len(sign) == 1 else f"{{{sign}}}")
    for name, sign in SYMBOLS.items()
    if name not in KEPT and name not in HARMLESS
}
"""Letters, signs and names that LaTeX prints and pandoc drops, and what is written for them."""

WORDS = {
    **dict.fromkeys(("acro", "code", "CRANpkg", "hbox", "mbox", "pkg", "proglang", "text", "textlf"), ""),
    "path": "\\nolinkurl",
}
"""Commands that pandoc drops with the words in their braces, and what is written for them, so that it keeps these."""

_BELOW = "textcommabelow"
"""The one mark on a letter that pandoc does not know: that of Romanian."""

_BLANKS = frozenset((*"enskip enspace qquad quad space".split(), "\\;", "\\:", "\\>"))
"""Commands for a blank between words, which pandoc drops: `one\\quad two` would be one word."""

_DOTLESS = r"\\(?:[`'^\"~=.]|[cuvHkr](?![A-Za-z]))\s*(?:\{\s*\\[ij]\s*\}|\\[ij](?![A-Za-z])\s?)"
"""A mark on a letter without its dot, which pandoc leaves without, and apart: `\\'{\\i}` is í."""

_SPOKEN = regex(
    rf"\$[^$]*\$|(?P<letter>{_DOTLESS}|\\{_BELOW}(?:\s*\{{[A-Za-z]\}}|\s+[A-Za-z]))"
    r"|\\(?:(?P<name>[A-Za-z]+)(?:\{\}|\s+)?|.)",
    re.DOTALL,
)
_TOKEN = regex(r"\\(?:(?P<name>[A-Za-z]+)\*?(?P<brace>\{(?!\}))?|(?P<sign>.))|(?P<math>\$+)", re.DOTALL)
_VERBATIM = regex(r"\\(?:url|href|nolinkurl|verb|ensuremath|SI|si|qty|unit)\s*\{[^{}]*\}(?:\s*\{[^{}]*\})?|" + VERB)
_ELSEWHERE = ("cite", "sort")

_DOLLAR = regex(r"\\.|(?P<sign>\$)", re.DOTALL)
_UNKNOWN = regex(
    rf"{_VERBATIM.pattern}|\$[^$]*\$|\\\((?s:.*?)\\\)|\\(?P<name>[A-Za-z]+)\*?\s*(?:\[[^\[\]{{}}]*\])?\s*(?=\{{(?!\}}))|\\.",
    re.DOTALL,
)
"""A command with words in braces, and what is left alone."""


def spell_commands(value: str) -> str:
    """The value with signs and words for the commands that are known here and not to pandoc, and without those that
    nobody knows, so that the words in their braces are printed; math is left alone.
    """
    if len(value) <= LONGEST and "{" in value and not _has_lone_dollar(value):
        value = _bare_words(value)

    def spell(found: re.Match[str]) -> str:
        if found["letter"]:
            return decode(found["letter"])
        name = found["name"] or ""
        if name in _BLANKS or found[0] in _BLANKS:
            return " "
        if name in WORDS and value.startswith("{", found.end()):
            return WORDS[name]
        spelled = SPELLED.get(name, found[0])
        return spelled + "{}" if _runs_on(spelled, value[found.end() : found.end() + 1]) else spelled

    return _SPOKEN.sub(spell, value)


def _runs_on(command: str, after: str) -> bool:
    """Whether pandoc takes the sign behind a command for a letter of its name: to it those of any script are."""
    return command[-1:].isalpha() and command[0] == "\\" and command[1:] not in ACCENTS and after.isalpha()


def _has_lone_dollar(value: str) -> bool:
    return "$" in value and sum(sign == "$" for sign in _DOLLAR.findall(value)) % 2 == 1


def _bare_words(value: str) -> str:
    """The value without the commands that are not known and have words in braces; two pairs of these are two words.

    A word to sort by goes where braces follow: pandoc would leave out the words in these, too.
    """
    named = [found for found in _UNKNOWN.finditer(value) if found["name"]]
    dropped = [found for found in named if _has_words(found["name"])]
    sorting = [found for found in named if "sort" in found["name"].lower()]
    if not (dropped or sorting):
        return value
    ends = find_ends(value)
    parts, done = [], 0
    breaks = set()
    for found in dropped:
        end = ends.get(found.end(), 0)
        while end and value.startswith("{", end):
            breaks.add(end)
            end = ends.get(end, 0)
    edits = [*((found.start(), found.end(), "") for found in dropped), *((end, end, " ") for end in breaks)]
    sorted_by = ((found.start(), ends.get(found.end(), 0)) for found in sorting)
    edits += [(start, end, "") for start, end in sorted_by if end and value.startswith("{", end)]
    for start, end, written in sorted(edits):
        if start < done:
            continue  # inside a word to sort by
        parts += [value[done:start], written]
        done = end
    return "".join((*parts, value[done:]))


def _has_words(name: str) -> bool:
    return name in SWITCHES or not (name in WORDLESS or name in WORDS or _is_known(name, has_braces=False))


class Lost(Value):
    """What a value loses: the commands, each once, as typed, and whether a `$` has no partner."""

    commands: tuple[str, ...]
    is_math_broken: bool


def find_lost(value: str) -> Lost:
    """What a value loses when it is printed; what stands between two `$` is math, and is left alone."""
    if "\\" not in value and "$" not in value:
        return Lost((), False)
    value = choose_text(value)
    text = _VERBATIM.sub(" ", value[:LONGEST]) if "\\" in value else value[:LONGEST]
    outside: dict[str, None] = {}
    inside: dict[str, None] = {}
    is_math = False
    for token in _TOKEN.finditer(text):
        if token["math"] or token["sign"] in ("(", ")"):
            is_math = token["sign"] == "(" if token["sign"] else not is_math
            inside = {}
        elif token["name"] and not _is_known(token["name"], bool(token["brace"])):
            (inside if is_math else outside)[token[0].rstrip("{")] = None
    is_broken = is_math and len(value) <= LONGEST
    return Lost(tuple(outside | inside if is_broken else outside), is_broken)


def _is_known(name: str, has_braces: bool) -> bool:
    """Whether nothing is lost with a command: printed, a space or a font, a citation, or a word to sort by."""
    if has_braces and name in WORDS:
        return True
    is_listed = name in KEPT or name in HARMLESS or name in QUIET or name in SPELLED or name == _BELOW
    return is_listed or any(word in name.lower() for word in _ELSEWHERE)


_DEGREE = regex(r"\$\s*\^\s*(?:\{\s*\\circ\s*\}|\\circ)\s*\$")
_MARKS = {
    "acute": "'", "grave": "`", "ddot": '"', "tilde": "~", "hat": "^", "check": "v", "breve": "u", "bar": "=",
    "dot": ".",
}  # fmt: skip
_MARKED = regex(
    rf"\{{?\$\s*\\(?P<mark>{'|'.join(_MARKS)})\s*\{{?\s*(?:\\(?:mbox|rm|text|mathrm)\b\s*\{{?)?\s*"
    r"(?P<letter>[A-Za-z]|\\[ij]math)\s*\}{0,2}\s*\$(?P<end>\})?"
)


def spell_formulas(value: str, *, is_name: bool) -> str:
    """The value with a degree sign and marked letters outside math; `is_name` says that all of its words are names."""

    def spell(found: re.Match[str]) -> str:
        before, after = value[max(found.start() - 1, 0) : found.start()], value[found.end() : found.end() + 1]
        if found[0].startswith("{") != bool(found["end"]) or not (is_name or before.isalpha() or after.isalpha()):
            return found[0]
        letter = {"\\imath": "i", "\\jmath": "j"}.get(found["letter"], found["letter"])
        return normalize("NFC", letter + ACCENTS[_MARKS[found["mark"]]])

    return _MARKED.sub(spell, _DEGREE.sub("°", value))
