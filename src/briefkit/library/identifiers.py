"""The value of a field in, what is wrong with it as the identifier of a publication out; nothing if it is sound.

A DOI is `10.`, the number of who registered it, `/` and a name (ISO 26324); one of shortdoi.org is `10/` and a name.
Each function is linear in the length of the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import dropwhile
from urllib.parse import unquote

from briefkit.library.braces import drop_braces
from briefkit.patterns import regex
from briefkit.text import shorten
from briefkit.values import Value

LONGEST = 2_000
"""How many characters a DOI, or a list of numbers, may have: what is longer is not looked at."""

_ESCAPED = regex(r"\\([_%&#$~{}])(?:\{\})?")
_WRAPPED = regex(r"\\(?:url|href|path|nolinkurl|texttt)\s*\{")
_BRACED_SIGN = regex(r"\{(\\[^\sA-Za-z{}])\}")
_SIGNS = (
    (r"\textasciitilde", "~"),
    (r"\textunderscore", "_"),
    (r"\textless", "<"),
    (r"\textgreater", ">"),
    (r"$\sim$", "~"),
    (r"$<$", "<"),
    (r"$>$", ">"),
    (r"$\lt$", "<"),
    (r"$\gt$", ">"),
)

_DOI = regex(r"10(?:\.\d{3,9}(?:\.\d++)*+)?/\S+")
_DOI_LABEL = regex(r"(?:info:|urn:)?doi\b[\s:/=]*(?=10[./])", re.IGNORECASE)
_DOI_ADDRESS = regex(r"(?:https?:)?/{0,2}(?:[\w-]++\.)++[a-z]++(?:/[\w.-]++){0,4}?/(?=10[./%])", re.IGNORECASE)
_DOI_RESOLVER = regex(r"(?:https?:)?/{0,2}(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_DASH = regex("[\u2010-\u2015\u2212]")
_HIDDEN = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANK = regex(r"\s")
_STOPS = ".,;>"
_NO_DIGIT = regex(r"[^0-9]")


class Fault(Value):
    """What is wrong with a value, as the end of a sentence, and what to write in its place where that is known.

    `slight` says that everybody knows what is meant: only the form is not the usual one, or the field. `belongs` is the
    field for which the value is right.
    """

    why: str
    cure: str = ""
    slight: bool = False
    belongs: str = ""


def undo_latex(value: str) -> str:
    r"""An identifier or address without the LaTeX around and in it: `\url{a\_b}` is `a_b`."""
    value = value.strip()
    if value.startswith("url{"):
        value = "\\" + value  # somebody has lost the backslash
    if "\\" in value or "$" in value:
        value = _BRACED_SIGN.sub(r"\1", value).lstrip("{ ")
        wrapped = _WRAPPED.match(value)
        if wrapped:
            end = value.find("}", wrapped.end())
            rest = value[end + 1 :].strip("} ")
            value = value[wrapped.end() : end].strip() if end >= 0 and (not rest or rest[0] == "{") else value
        for typed, sign in _SIGNS:
            value = value.replace("{" + typed + "}", sign).replace(typed + "{}", sign).replace(typed, sign)
        value = _ESCAPED.sub(r"\1", value)
    return drop_braces(value).strip()


def judge_doi(value: str) -> Fault | None:
    """What is wrong with a DOI; an address or a label before it is a slight fault."""
    if len(value) > LONGEST:
        return Fault("is too long to be a DOI")
    before, bare = split_doi(value)
    if not (before or bare):
        return None
    fault = _judge_bare_doi(bare)
    if fault is None and before:
        what = f"begins with '{shorten(before)}'" if _DOI_LABEL.match(before + bare) else "is written as an address"
        return Fault(what, bare, slight=True)
    return fault


def mend_doi(value: str) -> str:
    """The DOI that a value surely means; an empty text where another end of it, or another address, could be meant."""
    fault = judge_doi(value)
    if fault is None or not fault.cure or judge_doi(fault.cure) is not None:
        return ""
    before = split_doi(value)[0]
    is_sure = not before or (
        _DOI_RESOLVER.fullmatch(before) and not set(fault.cure) & set("?#") if "/" in before else True
    )
    return fault.cure if is_sure and not set(fault.cure) & set("{}\\") else ""


def split_doi(value: str) -> tuple[str, str]:
    """What stands before the DOI in a value, an address or a label, and the DOI; without LaTeX around and in them."""
    doi = undo_latex(value)
    if address := _DOI_ADDRESS.match(doi):
        return address[0], unquote(doi[address.end() :])
    label = _DOI_LABEL.match(doi)
    return (label[0], doi[label.end() :]) if label else ("", doi)


def clean_doi(bare: str) -> str:
    """A DOI without invisible signs, and with hyphens for dashes."""
    return bare if bare.isascii() else _DASH.sub("-", _HIDDEN.sub("", bare))


def is_doi(bare: str) -> bool:
    """Whether a DOI without anything before it has the form of one (DOI Handbook, section 2)."""
    return _DOI.fullmatch(bare) is not None


def _judge_bare_doi(doi: str) -> Fault | None:
    if not doi.startswith(("10.", "10/")):
        return Fault("does not begin with '10.'")
    if "/" not in doi:
        return Fault("has no '/' after the number it begins with")
    for sign, what in ((_HIDDEN, "an invisible character"), (_DASH, "a dash where a hyphen belongs")):
        if sign.search(doi):
            return Fault(f"has {what}", clean_doi(doi).rstrip(_STOPS))
    if _BLANK.search(doi):
        return Fault("has a blank in it")
    if not is_doi(doi):
        return Fault("is not a number after '10.', a '/' and a name")
    if doi[-1] in _STOPS:
        return Fault(f"ends in '{doi[-1]}'", doi.rstrip(_STOPS))
    return None


# --- ISBN and ISSN ---------------------------------------------------------------------------

_REMARK = regex(r"\([^()]*\)|\[[^\[\]]*\]")
_LABEL = regex(r"\b[^\W\d_]{2,}(?:[- ]?1[03](?=:))?[:.]?|\be-|[:.]", re.IGNORECASE)
_NUMBER_LABEL = regex(r"\b[ep]?-?IS[BS]N(?:[- ]?1[03](?=[: ]))?\s?:?", re.IGNORECASE)
_BETWEEN = regex(r"[,;/&\n]")
_BREAK = regex(r"(?:\$\\?backslash\$|\\)[rn](?=\d{4})")
"""The end of a line as Mendeley writes it between two numbers."""

_JOINT = regex(r"[\s-]")
_LENGTH = regex(r"\b1[03]\s*:")
"""`13: 978-...`: how many digits follow."""


def judge_isbn(value: str) -> Fault | None:
    """What is wrong with the first faulty ISBN among several: ten digits, the last perhaps an X, or 13 (ISO 2108)."""
    return _judge_numbers(value, "ISBN", _judge_isbn, (10, 13))


def judge_issn(value: str) -> Fault | None:
    """What is wrong with the first faulty ISSN among several: eight digits, the last perhaps an X (ISO 3297)."""
    return _judge_numbers(value, "ISSN", _judge_issn, (8,))


def _judge_numbers(
    value: str, noun: str, judge: Callable[[str], Fault | None], lengths: tuple[int, ...]
) -> Fault | None:
    """Judge each of the numbers in a value; remarks in brackets and words around them are passed over."""
    if len(value) > LONGEST:
        return Fault(f"is too long to be an {noun}")
    text = undo_latex(value).replace("~", " ")
    if not text:
        return None
    text = _BREAK.sub(",", _HIDDEN.sub("", text))
    words = _LABEL.sub(" ", _LENGTH.sub("", _NUMBER_LABEL.sub(" ", _REMARK.sub(",", text))))
    numbers = [number for part in _BETWEEN.split(_DASH.sub("-", words)) for number in _split(part, lengths)]
    if not numbers or not any(sign.isdecimal() for number in numbers for sign in number):
        return Fault(f"is not an {noun}")
    fault = next((fault for number in numbers if (fault := judge(number))), None)
    if fault is None and _DASH.search(text):
        return Fault("has a dash where a hyphen belongs", _DASH.sub("-", text), slight=True)
    return fault


def _split(part: str, lengths: tuple[int, ...]) -> list[str]:
    """The numbers in a part: several, if each of the words between blanks has the length of one; else one, or none."""
    words = [word for word in (_JOINT.sub("", word) for word in part.split()) if word]
    if len(words) > 1 and not all(len(word) in lengths for word in words):
        return ["".join(words)]
    return words


def _judge_isbn(number: str) -> Fault | None:
    if len(number) == 8 and _judge_issn(number) is None:
        return Fault("is an ISSN", belongs="issn", slight=True)  # some exports have one field for both
    if fault := _judge_digits(number, "ISBN", (10, 13)):
        return fault
    if len(number) == 10:
        return _judge_last(number, _weigh(number[:9], range(10, 1, -1)))
    if not number.startswith(("978", "979")):
        return Fault("has 13 digits and begins with neither 978 nor 979")
    return _judge_last(number, str(-sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(number[:12])) % 10))


def _judge_issn(number: str) -> Fault | None:
    if len(number) == 13 and _judge_digits(number, "ISBN", (13,)) is None and _judge_isbn(number) is None:
        return Fault("is an ISBN", belongs="isbn")
    return _judge_digits(number, "ISSN", (8,)) or _judge_last(number, _weigh(number[:7], range(8, 1, -1)))


def _judge_digits(number: str, noun: str, lengths: tuple[int, ...]) -> Fault | None:
    """Whether a number is made of as many digits as it should be, with an X at most for the last one."""
    body = number[:-1] if number[-1] in "Xx" and len(number) != 13 else number
    wrong = _NO_DIGIT.search(body)
    if wrong:
        return Fault(f"has '{wrong[0]}' in it, which is no part of an {noun}")
    if len(number) not in lengths:
        return Fault(f"has {len(number):,} digits; an {noun} has {' or '.join(map(str, lengths))}")
    return None


def _weigh(digits: str, weights: Iterable[int]) -> str:
    """The check digit that makes the weighed sum a multiple of 11."""
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def _judge_last(number: str, right: str) -> Fault | None:
    """Compare the check digit with what the others make it."""
    if number[-1].upper() == right:
        return None
    return Fault(f"has a wrong digit in {number}: the last would be {right}, were the others right")


# --- addresses -------------------------------------------------------------------------------

_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]{1,40}:(?!\d{2,5}(?:/|\Z))")
_MISTYPED = regex(r"(?!https?:)h{0,2}t{1,3}p{0,2}t?s{0,2}(?::/{1,3}|/{2,3})(?=\w)", re.IGNORECASE)
"""`https://` with a letter or a sign lost, doubled or swapped."""

_WEB = regex(r"https?:", re.IGNORECASE)
_HOST = regex(r"https?://[^\s/?#.:@]", re.IGNORECASE)
_TWICE = regex(r"https?://(?:https?:|https?//)", re.IGNORECASE)
_NAKED = regex(r"(?:[^\W_](?:[\w-]{0,62})\.){1,10}[^\W\d_]{2,24}(?=[/:?#]|\Z)")
_LOCAL = regex(r"[A-Za-z]:[\\/]|[/~\\]|\.{1,2}/")
_QUOTES = regex('[\u2018-\u201f\u00ab\u00bb"]')
_NEXT = regex(r"(?:\s(?:and\s)?|%5C[nr])https?://", re.IGNORECASE)


_PROGRAM = regex(
    r"(?:about|blob|chrome|[a-z]{2,8}-extension|data|evernote|internal-pdf|javascript|mendeley|obsidian|onenote|outlook"
    r"|papers\d?|readcube|x-devonthink-item|zotero):",
    re.IGNORECASE,
)
"""Addresses within a program, such as a browser's of its viewer of PDF or a reference manager's of its own copy."""


def judge_url(value: str) -> Fault | None:
    """What is wrong with an address: a scheme, `:` and the rest (RFC 3986); letters of all scripts may stand in it."""
    url = undo_latex(value)
    if not url:
        return None
    if url[0] == "<" and url[-1] == ">":
        return Fault("stands in angle brackets", url[1:-1], slight=True)
    if _QUOTES.search(url):
        return Fault("has a quotation mark in it")
    if _NEXT.search(url):
        return Fault("is more than one address")
    if joined := join_lines(url):
        return Fault("is broken by the end of a line", joined)
    if _BLANK.search(url):
        return Fault("has a blank in it")
    return _judge_start(url)


def _judge_start(url: str) -> Fault | None:
    if match := _MISTYPED.match(url):
        return Fault(f"begins with '{match[0]}'", f"https://{url[match.end() :]}")
    if not _SCHEME.match(url):
        if _NAKED.match(url):
            return Fault("does not begin with 'https://'", f"https://{url}")
        if _DOI.fullmatch(url):
            return Fault("is a DOI", f"https://doi.org/{url}")
        return Fault("is a path on a computer" if _LOCAL.match(url) else "is not an address")
    if program := _PROGRAM.match(url):
        at = re.search(r"https?://", url)
        return Fault(f"opens in one program only: '{program[0]}'", url[at.start() :] if at else "")
    if _TWICE.match(url):
        return Fault("begins twice")
    if _WEB.match(url) and not _HOST.match(url):
        return Fault(
            "names no site after 'http://'" if url[:5].lower() == "http:" else "names no site after 'https://'"
        )
    return None


_ADDRESS = regex(r"(?:https?|ftp)://\w[^\s{}]{0,2000}|\bwww\.[^\s{}.]{1,63}\.[^\s{}]{0,2000}", re.IGNORECASE)


_BEHIND = frozenset(".,;:)]>'\"\\")


def find_address(value: str) -> str:
    """The first address of the web in a text, without the full stop or bracket after it; empty if there is none.

    A bracket that has its partner in the address belongs to it: `https://example.org/Well_(hole)`.
    """
    found = _ADDRESS.search(value)
    address = found[0] if found else ""
    while address and address[-1] in _BEHIND:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


_LINE_END = regex(r"\{?\\?%\}?5C[nr](?=https?://)")
"""How Mendeley writes the end of a line between two addresses."""


def first_address(value: str) -> str:
    """The first of several addresses, and of a single one no more than it; what stands before it and begins with `/`
    is the rest of one that a line end broke. Empty where other words stand there.
    """
    if "5C" in value:
        value = _LINE_END.sub(" ", value)
    words = list(dropwhile(lambda word: word.startswith("/"), value.split()))
    if not words or not all("://" in word[1:-1] for word in words):
        return ""
    return words[0].rstrip(";,")


_BROKEN = regex(r"(?<=[-/_.?&=%#+])[ \t]*\n\s*(?=\w)|(?<=\w)[ \t]*\n\s*(?=[-/_.?&=%#+])")


def join_lines(value: str) -> str:
    """The one address that the end of a line has broken beside one of its signs; empty where nothing has."""
    if "\n" not in value or value.count("://") != 1 or len(value) > LONGEST:
        return ""
    joined = _BROKEN.sub("", value.strip())
    return joined if _SCHEME.match(joined) and not _BLANK.search(joined) else ""


# --- archives --------------------------------------------------------------------------------

_ARXIV = regex(r"(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}")
_ARXIV_OLD = regex(r"[a-z]{1,9}(?:-[a-z]{2,6})?(?:\.[A-Za-z-]{2,8})?/\d{7}")
_VERSION = regex(r"v[1-9]\d?\Z")
_ARXIV_LABEL = regex(
    r"(?:(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf|html)/|(?:oai:)?arxiv(?:\.org)?:\s*)", re.IGNORECASE
)
_ARXIV_CLASS = regex(r"\s*\[[\w.-]{1,20}\]\Z")
_PMID = regex(r"[1-9]\d{0,7}")
_PMID_LABEL = regex(r"(?:https?://)?(?:www\.|pubmed\.)?ncbi\.nlm\.nih\.gov/(?:pubmed/)?|PMID\s*:?\s*", re.IGNORECASE)
_PMCID = regex(r"(?:PMC)?[1-9]\d{0,8}(?:\.\d{1,2})?", re.IGNORECASE)
_PMCID_LABEL = regex(
    r"(?:https?://)?(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/|PMCID\s*:?\s*", re.IGNORECASE
)


def bare_arxiv(value: str) -> str:
    """The number of a paper of arXiv without a label or an address before it; any other value as it is."""
    fault = judge_arxiv(value)
    return fault.cure if fault and fault.cure else undo_latex(value)


def judge_arxiv(value: str) -> Fault | None:
    """What is wrong with arXiv's name of a paper: `2101.12345`, until 2007 `hep-th/9901001`, perhaps with `v2`."""
    return _judge_number(value, "arXiv", _ARXIV_LABEL, (_ARXIV, _ARXIV_OLD))


def judge_pmid(value: str) -> Fault | None:
    """What is wrong with PubMed's number of a paper: up to eight digits."""
    return _judge_number(value, "PubMed", _PMID_LABEL, (_PMID,))


def judge_pmcid(value: str) -> Fault | None:
    """What is wrong with the number of a paper in PubMed Central: `PMC` and digits; the digits alone will do."""
    return _judge_number(value, "PubMed Central", _PMCID_LABEL, (_PMCID,))


def _judge_number(value: str, archive: str, label: re.Pattern[str], forms: Sequence[re.Pattern[str]]) -> Fault | None:
    """Compare with the forms that an archive's numbers have; a label or address before one is a slight fault."""
    if len(value) > LONGEST:
        return Fault(f"is too long to be a number of {archive}")
    number = undo_latex(value)
    before = label.match(number)
    bare = number[before.end() :] if before else number
    if archive == "arXiv":
        bare = _ARXIV_CLASS.sub("", bare.removesuffix(".pdf"))
    bare = bare.strip().rstrip("/")
    plain = _VERSION.sub("", bare) if archive == "arXiv" else bare
    if number and not any(form.fullmatch(plain) for form in forms):
        return Fault(f"is no number of {archive}")
    return Fault("has more than the number in it", bare, slight=True) if bare != number else None
