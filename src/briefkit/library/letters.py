"""What LaTeX calls the letters and signs that no keyboard has, as tables: nothing here reads anything."""

from __future__ import annotations

from collections.abc import Mapping

# fmt: off
ACCENTS: Mapping[str, str] = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "b": "\u0331",
    "d": "\u0323", "t": "\u0361", "h": "\u0309", "f": "\u0311", "G": "\u030f", "U": "\u030e",
    "textcommabelow": "\u0326", "textogonekcentered": "\u0328", "newtie": "\u0361",
}
"""The commands that put a mark on the letter after them, and the mark."""

BARE: Mapping[str, str] = {"^": "^", "~": "~", "'": "'", "`": "`", '"': '"'}
"""What such a command prints when no letter follows."""

DOTLESS: Mapping[str, str] = {"\u0131": "i", "\u0237": "j"}
"""Under a mark the letters without a dot are the letters themselves."""

SYMBOLS: Mapping[str, str] = {
    # letters
    "ss": "ß", "SS": "SS", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "i": "\u0131", "j": "\u0237", "ij": "ĳ", "IJ": "Ĳ", "textordfeminine": "ª", "textordmasculine": "º",
    # quotation marks, dashes, dots
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘",
    "rq": "’", "textquotesingle": "'", "textquotedbl": '"', "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "og": "«", "fg": "»",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…", "textperiodcentered": "·",
    "emdash": "—", "textbullet": "•", "hyphen": "-", "hyp": "-", "slash": "/", "textvisiblespace": "␣",
    "textexclamdown": "¡", "textquestiondown": "¿",
    # signs
    "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textbar": "|", "textless": "<",
    "textgreater": ">", "textunderscore": "_", "textdollar": "$", "textbraceleft": "{", "textbraceright": "}",
    "textasteriskcentered": "*", "textnumero": "№", "textpercent": "%",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§", "P": "¶",
    "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡",
    "textdegree": "°", "degree": "°", "textmu": "µ", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "texttimes": "×", "textdiv": "÷", "textpm": "±", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "textpertenthousand": "‱", "textperthousand": "‰",
    "textasciiacute": "´", "textcelsius": "°C", "textohm": "Ω",
    # names
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "AmS": "AMS", "TikZ": "TikZ",
    "ConTeXt": "ConTeXt", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX",
    "METAFONT": "METAFONT", "pdfTeX": "pdfTeX", "pdfLaTeX": "pdfLaTeX",
    # blanks
    "quad": " ", "qquad": " ", "space": " ", "newline": "\n", "par": " ", "enspace": " ", "thinspace": "\u2006",
    "nobreakspace": "\u00a0",
}
"""The commands that stand for a letter or a sign."""

SIGNS: Mapping[str, str] = {
    "&": "&", "%": "%", "$": "$", "_": "_", "#": "#", "{": "{", "}": "}", " ": "\u00a0", "\n": "\u00a0",
    "\t": "\u00a0", ",": "\u2006", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", "\\": "\n", ">": " ",
    "*": "",
}
"""The commands of one sign that are no marks."""

LIGATURES: Mapping[str, str] = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "?`": "¿", "!`": "¡", "~": "\u00a0",
}
"""What is typed with plain signs and printed as others."""

GREEK: Mapping[str, str] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
    "times": "×", "pm": "±", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "sim": "∼", "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←", "circ": "°",
    "partial": "∂", "sum": "∑", "int": "∫", "sqrt": "√", "in": "∈", "ldots": "…", "cdots": "⋯", "prime": "′",
    "ell": "ℓ", "degree": "°", "div": "÷",
}
"""What some names mean in formulas."""

VERB = r"\\verb\*?(?P<quote>[^A-Za-z\s*{])(?P<words>[^\n]{0,200}?)(?P=quote)"
"""Words that are printed as they are typed, between two of the same sign."""

STYLES: Mapping[str, str] = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i", "mkbibitalic": "i", "textbf": "b", "mkbibbold": "b",
    "textsc": "sc", "textsuperscript": "sup", "textsubscript": "sub", "underline": "u", "texttt": "code",
    "url": "address", "nolinkurl": "address", "path": "address", "enquote": "quote", "mkbibquote": "quote",
    "mkbibparens": "round", "ensuremath": "math",
    "textrm": "", "textnormal": "", "textup": "", "textsf": "", "textmd": "", "mbox": "", "hbox": "", "text": "",
    "sout": "", "uline": "u", "uppercase": "", "MakeUppercase": "", "lowercase": "", "MakeLowercase": "",
    "acro": "", "code": "", "pkg": "", "CRANpkg": "", "proglang": "",
    "textlf": "", "foreignquote": "quote", "hspace": "drop",
    "href": "drop", "noopsort": "drop", "NoopSort": "drop", "nocite": "drop",
}
"""The commands that say how the words in the braces after them look. Of `drop` what stands in them is not printed."""

SWITCHES: Mapping[str, str] = {
    "em": "i", "it": "i", "sl": "i", "itshape": "i", "slshape": "i", "bf": "b", "bfseries": "b", "rm": "", "tt": "",
    "sf": "", "sc": "", "scshape": "", "ttfamily": "", "sffamily": "", "rmfamily": "", "upshape": "", "mdseries": "",
    "normalfont": "", "relax": "", "protect": "", "small": "", "footnotesize": "", "scriptsize": "", "tiny": "",
    "large": "", "Large": "", "normalsize": "", "noindent": "", "sloppy": "", "raggedright": "", "centering": "",
    "unskip": "", "ignorespaces": "", "selectfont": "", "allowbreak": "", "break": "", "nobreak": "", "linebreak": "",
}
"""The commands that say how all that follows in the same braces looks."""
# fmt: on
