"""Sources in, one BibTeX text for pandoc's biblatex reader out: whole whatever the values hold.

Braces are balanced, the key stays as it is, and one entry cannot spoil another: what the reader could not take for a
key or a name is left out. Links to other entries are left out too; what they give is inherited before. Dates that
pandoc would drop (`199X`, `2010/..`, `month = {January}`) are written in its way, so that they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from briefkit.library.braces import VERBATIM, balance
from briefkit.library.casing import (
    hold_addresses,
    hold_capitals,
    hold_formulas,
    hold_openings,
    hold_small_words,
    raise_words,
)
from briefkit.library.commands import spell_commands, spell_formulas
from briefkit.library.conditionals import choose_text
from briefkit.library.edtf import Date, DateFault, read_date, read_issued, state_of, write_date
from briefkit.library.fields import KEY, LAWS, LISTS, TYPES, says_address_again, sole_address
from briefkit.library.identifiers import mend_doi, split_doi, undo_latex
from briefkit.library.journals import JOURNALS, spell_journal
from briefkit.library.latex import decode
from briefkit.library.letters import GREEK
from briefkit.library.name_runs import tidy_names
from briefkit.library.names import NAME_FIELDS
from briefkit.library.people import join_list, write_people
from briefkit.library.printable import as_printable
from briefkit.library.quotes import write_quotes
from briefkit.library.ranges import as_one_page, join_dashes
from briefkit.library.signs import mend_accents, unwrap
from briefkit.library.title_language import ENGLISH, OTHER, guess_language, language_of
from briefkit.library.titles import is_english
from briefkit.model import Source
from briefkit.patterns import regex
from briefkit.values import Value

_NAME = regex(r"[^\W_]+(?:[:+_-]*[^\W_]+)*")
_KIND = regex(r"[^\W\d_]+")
_NAMED = regex(r"(?<!\\)\\textbrace(?P<side>left|right)(?:\{\}|(?![A-Za-z])\s?)")
_SPECIAL = regex(r"(?<!\\)(?:\\\\)*+[%#]")
_DOLLAR = regex(r"(?<!\\)(?:\\\\)*+\$")
"""Signs that no backslash is for: two of them are a sign of their own."""

_CITE = regex(r"\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\s*\[[^\[\]]*\])*(?=\s*\{)")

_POINT = r"(?:-?\d{4}|y-?\d{5,12})(?:-(?:0[1-9]|1\d|2[0-4])(?:-\d\d)?)?[~?]?"
_TAKEN = regex(rf"{_POINT}|{_POINT}/(?:{_POINT})?|/{_POINT}")
"""The dates that pandoc takes."""

_YEAR = regex(r"-?\d{1,4}")
_NO_YEAR = regex(r"0{1,4}")
"""A year that none is called by: pandoc would print nothing, not even that there is none."""

_MONTH = regex(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|0?[1-9]|1[0-2]|2[1-4]|", re.IGNORECASE)
_DAY = regex(r"\d{0,2}")
_PREFIXES = ("", "event", "orig", "url")

_CAPITAL = regex(
    r"(?:(?<=[\s,])|^)\{\\(?:[A-Z]{1,2}|[^A-Za-z\s{}]\s?(?:\{?[A-Z]\}?)|[A-Za-z](?:\s[A-Z]|\{[A-Z]\}))\}(?=[^\W\d_])"
)
"""A capital in braces at the start of a name."""

_SMALL = regex(r"\{\\(?:[a-z]{1,2}|[^A-Za-z\s{}]\s?\{?\\?[a-z]\}?|[A-Za-z](?:\s[a-z]|\{\\?[a-z]\}))\}")
"""A small letter in braces: behind the first letter of a word it keeps citeproc from giving that a capital again."""

_LEFT_OUT = frozenset(
    "comment comments contents crossref entryset file ids localfile owner pdf related review set timestamp xdata"
    " xref".split()
)
"""Links to other entries, paths on somebody's disk, and what no style can print."""

_SELDOM = {"abstract": "abstract", "annotation": "annote", "annote": "annote", "keywords": "keyword"}
"""Fields that few styles print, by what these call them: they are long, and pandoc takes ten times as long."""

_DOCUMENTS = frozenset(
    "article|book|book chapter|book section|conference paper|conference proceedings|conference review|edited book|"
    "editorial|editorial material|electronic article|electronic book|generic|government document|journal article|"
    "letter|magazine article|newspaper article|note|online multimedia|proceedings paper|research-article|review|serial|"
    "short survey|text|text.article|thesis|web page|webpage|website".split("|")
)
"""What databases and EndNote say of each source, `type = {Article}`: no style has words for it."""

_PLACES = ("address", "location")
"""Where the publisher of a journal has his house, as databases say: that of a newspaper is its town."""

_GENRES = {
    "mastersthesis": "mathesis",
    "phdthesis": "phdthesis",
    "standard": "Standard",
    "techreport": "Technical report",
}
"""What a type says beside what it is; pandoc's `technical report` stays small where the title is not English."""

_KINDS = {**TYPES, "letter": "misc", "standard": "report"}
"""Other names of types; of a letter styles print nothing but where it is kept, and a standard is a report: pandoc takes
it for a law of the United States, `Pub. L. No. 690`.
"""

_HEADLINE = regex(r"\s[A-Z][a-z]")
"""Words with capitals, which the names of series and events keep as those of journals do; pandoc makes them small."""

_INVERTED = regex(r"(?<!\\)([?!])`(?!`)")
"""Signs at the start of a sentence in Spanish, which pandoc does not read."""

_WIDE = r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
_BROKEN = regex(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")
"""The end of a line between signs that no blank parts."""

_NAMED_BOOKS = JOURNALS | {"booktitle", "maintitle"}
_LAST_BLANK = regex(r"(?<!\\)[ \t\n]+(?=\}{1,3}\Z)")
_LONG_NUMBER = regex(r"\d{5,6}")

_SPL = regex(r"/(?P<kind>spl|sup|sub) (?P<what>[^/\s]{1,12})/")
"""Signs as the database of the IEEE once wrote them: `1.55 /spl mu/m`, `10/sup -9/`."""

_RAISED = {"sup": "textsuperscript", "sub": "textsubscript"}
_SPL_SIGNS = {
    "reg": "®",
    "trade": "™",
    "times": "×",
    "infin": "∞",
    "ne": "≠",
    "plusmn": "±",
    "deg": "°",
    "ges": "≥",
    "les": "≤",
    "ap": "≈",
    "minus": "−",
}

_DOLLARS = regex(r"\{\\\$\}((?:[^{}$\n]|\{\\[^{}\n]{1,20}(?:\{\})?\}){1,200}?)\{\\\$\}")
"""A formula whose signs Mendeley has escaped: `{\\$}{\\backslash}mu{\\$}`."""

_VERSION = regex(r"\A\s*(?:[vV]\.?\s*|[vV]ersion\s+)(?=\d)")
"""What styles put before the number of a version."""

_ESCAPED_SIGN = regex(r"\{\\([_{}&%#])\}")

_UPSIDE_DOWN = {"?": "\u00bf", "!": "\u00a1"}


class _Printing(Value):
    """What is asked of each source: the fields that are left out, the language of the brief, whether a style, as that
    of pandoc does, makes headlines of titles, and whether it is that of pandoc.
    """

    left_out: Set[str]
    lang: str
    has_headlines: bool
    is_pandocs: bool


def as_biblatex(sources: Iterable[Source], style: str = "", lang: str = ENGLISH) -> str:
    """Write sources anew, each as one entry with all that the style, the text of a CSL file, may print of it.

    `lang` is the tag of the language of the brief, in which pandoc takes a title for English that says nothing.
    """
    left_out = _LEFT_OUT.union(name for name, variable in _SELDOM.items() if variable not in style)
    printing = _Printing(left_out, lang, not style or 'text-case="title"' in style, not style)
    return "\n".join(_write(source, printing) for source in sources if KEY.fullmatch(source.key))


def _write(source: Source, printing: _Printing) -> str:
    source = as_printable(source)
    kind = _KINDS.get(source.type, source.type)
    if kind == "inreference" and not source.text("url", "author"):
        kind = (
            "incollection"  # of an article in an encyclopedia that nobody has signed styles print an address or nothing
        )
    if kind == "software" and printing.is_pandocs and not _has_month(source):
        kind = "manual"  # of software that style says "Released", and nothing behind it where there is no month
    language = language_of(source)
    is_cased = is_english(language or printing.lang)
    fields = (*_list_fields(source, printing, is_cased), *_list_language(source, language, printing.lang))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{kind if _KIND.fullmatch(kind) else 'misc'}{{{source.key},\n{lines}}}\n"


def _list_fields(source: Source, printing: _Printing, is_cased: bool) -> Iterator[tuple[str, str]]:
    """The fields; `is_cased` says that the titles are English ones, whose words a style makes small and large."""
    turned = _turn_fields(source)
    for name, field in source.fields.items():
        if name in turned:
            yield from turned[name]
        elif _NAME.fullmatch(name) and name not in printing.left_out and field.value.strip():
            value = _rewrite(name, field.value)
            value = _hold(name, value, printing.has_headlines) if is_cased else value
            yield name, balance(_as_one_name(value) if name in LISTS and source.type != "patent" else value)
    if (state := _state(source)) and not source.text("pubstate"):
        yield "pubstate", balance(_escape(state))
    if source.type in _GENRES and _says_nothing(source.text("type")):
        yield "type", _GENRES[source.type]


_Fields = tuple[tuple[str, str], ...]


def _turn_fields(source: Source) -> Mapping[str, _Fields]:
    """What stands in the place of each field that is printed under another name, or not at all."""
    turned: dict[str, _Fields] = {name: () for name in source.fields if says_address_again(source, name)}
    if _says_nothing(source.text("type")):
        turned["type"] = ()
    if not source.text("school", "institution"):
        turned["university"] = (("school", _as_one_name(_rewrite("school", source.text("university")))),)
    turned |= _turn_numbers(source)
    place, address = sole_address(source)
    if address:
        turned[place] = (("url", address),)
    if source.type in LAWS and "reporter" in source.fields:
        turned["reporter"] = (("journaltitle", _rewrite("reporter", source.text("reporter"))),)
    for prefix in _PREFIXES:
        turned |= dict(_list_dates(source, prefix))
    turned |= dict.fromkeys(_list_unprinted(source), ())
    return {
        name: tuple((new, balance(value)) for new, value in fields if value.strip()) for name, fields in turned.items()
    }


def _turn_numbers(source: Source) -> Mapping[str, _Fields]:
    """The number of an issue, which stands under one name of two, and that of an article, which stands with pages."""
    issue, number = source.text("issue"), source.text("number")
    if article := _article_number(source):
        return {"issue": (("number", _rewrite("issue", issue)),), "number": (("pages", article),)}
    if number and number != issue:
        return {}
    return {"issue": () if number else (("number", _rewrite("issue", issue)),)}


def _list_unprinted(source: Source) -> tuple[str, ...]:
    """Fields of which nothing is printed: where the publisher of a journal has his house, what a law was before."""
    if source.type in LAWS:
        reporter = ("reporter",) if source.text("journaltitle", "journal") else ()
        return (*reporter, *(name for name in source.fields if name.startswith("orig")))
    return _PLACES if source.type == "article" and source.text("publisher") else ()


def _list_language(source: Source, language: str, lang: str) -> Iterator[tuple[str, str]]:
    """The language that pandoc must know: it makes the words of an English title small, as of one that says nothing."""
    if source.text("langid", "hyphenation"):
        return
    if is_english(lang):
        language = "" if is_english(language) else language
    if language or not is_english(lang):
        yield "langid", language or OTHER


def _article_number(source: Source) -> str:
    """What is called `number` and stands where pages do: the number of an article, `011602`, as physicists have it."""
    number = source.text("number").strip(" {}")
    is_one = source.type == "article" and not source.text("pages", "eid") and _LONG_NUMBER.fullmatch(number)
    return number if is_one and (source.text("issue") or number.startswith("0")) else ""


def _says_nothing(kind: str) -> bool:
    """Whether a `type` is empty, or what a program writes into each entry."""
    return not kind or unwrap(kind).casefold() in _DOCUMENTS


def _as_one_name(value: str) -> str:
    """A list as one name: pandoc would print `Farrar, Straus; Giroux`."""
    return f"{{{join_list(value)}}}" if " and " in value else value


def _rewrite(name: str, value: str) -> str:
    r"""A value as pandoc must have it: `\mbox` and `\textbraceleft` are nothing to it, `{\O}` begins a prefix."""
    value = mend_accents(choose_text(value))
    if "\\textbrace" in value:
        value = _NAMED.sub(lambda found: "\\{" if found["side"] == "left" else "\\}", value)
    if "$" in value and name not in VERBATIM:
        value = spell_formulas(value, is_name=name in NAME_FIELDS)
    if name in NAME_FIELDS:
        value = write_people(tidy_names(_CAPITAL.sub(_as_letter, value)))
    if name in VERBATIM:
        return (mend_doi(value) or split_doi(value)[1] if name == "doi" else "") or undo_latex(value)
    if name == "type":
        return _GENRES["techreport"] if value.strip().lower() == "techreport" else decode(value)
    if name == "version":
        value = _VERSION.sub("", value)
    if name == "pages":
        value = as_one_page(join_dashes(value))
    if "\\" in value:
        value = spell_commands(spell_journal(value) if name in JOURNALS else value)
    if "`" in value:
        value = _INVERTED.sub(lambda found: _UPSIDE_DOWN[found[1]], value)
    if "{\\$}" in value:
        value = _DOLLARS.sub(_as_formula, value)
    if "/s" in value:
        value = _SPL.sub(_as_sign, value)
    if "\n" in value:
        value = _BROKEN.sub("", value)
    if value.endswith("}"):
        value = _LAST_BLANK.sub("", value)
    if _is_cased(name):
        value = hold_capitals(_SMALL.sub(_as_small_letter, write_quotes(value)))
    else:
        value = hold_formulas(value)
    value = _escape(value)
    return f"{{{value}}}" if name in ("eventtitle", "series") and _HEADLINE.search(value) else value


def _as_sign(match: re.Match[str]) -> str:
    """What the IEEE's database wrote in letters."""
    kind, what = match["kind"], match["what"]
    if kind in _RAISED:
        return f"\\{_RAISED[kind]}{{{what}}}"
    return _SPL_SIGNS.get(what) or GREEK.get(what, match[0])


def _as_formula(match: re.Match[str]) -> str:
    """A formula with the signs that were escaped."""
    formula = match[1].replace("{\\backslash}", "\\").replace("{\\^{}}", "^")
    return "$" + _ESCAPED_SIGN.sub(r"\1", formula) + "$"


def _hold(name: str, value: str, has_headlines: bool) -> str:
    """An English title, or the name of a journal, as a headline has it; libraries put a blank before its colon. What it
    stands in may have a name in another language.
    """
    if name in _NAMED_BOOKS and guess_language(value) == OTHER:
        return f"{{{value}}}"
    if _is_cased(name):
        value = hold_small_words(hold_openings(value.replace(" : ", ": ")))
        return raise_words(value) if has_headlines else value
    if name in JOURNALS:
        return (
            f"{{{value}}}"
            if value.lower().startswith(("arxiv:", "arxiv e-print", "arxiv preprint"))
            else hold_small_words(hold_addresses(value))
        )
    return value


def _as_letter(match: re.Match[str]) -> str:
    letter = decode(match[0])
    return letter if letter.isalpha() else match[0]


def _as_small_letter(match: re.Match[str]) -> str:
    letter = decode(match[0])
    return letter if len(letter) == 1 and letter.islower() else match[0]


def _is_cased(name: str) -> bool:
    """Whether pandoc makes the words of a field small: titles, but those of journals, which are names."""
    return ("title" in name and not name.startswith("journal")) or name == "series"


def _list_dates(source: Source, prefix: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The fields of a date that are written otherwise, each with what stands in its place."""
    name, *parts = (prefix + part for part in ("date", "year", "month", "day"))
    typed, year, month, day = (source.text(field).strip() for field in (name, *parts))
    if (
        _TAKEN.fullmatch(typed)
        if typed
        else _YEAR.fullmatch(year) and not _NO_YEAR.fullmatch(year) and _MONTH.fullmatch(month) and _DAY.fullmatch(day)
    ):
        return
    date = read_issued(source.text, prefix)
    if not typed and _NO_YEAR.fullmatch(year):
        yield prefix + "year", ()
        return
    written = write_date(date) if isinstance(date, Date) else ""
    if typed and isinstance(read_date(typed), Date):
        yield name, ((name, written),)
    elif written and (typed or written != year):
        first, *others = (field for field in (name, *parts) if field in source.fields)
        yield first, ((name, written),)
        yield from ((field, ()) for field in others)
    else:  # pandoc would take it for a date of nothing, and print nothing of it, not even that there is none
        said = ((name, typed), (parts[0], year))
        yield from ((field, ()) for field, value in said if not any(map(str.isalnum, value)))


def _has_month(source: Source) -> bool:
    date = read_issued(source.text)
    return isinstance(date, Date) and date.start is not None and date.start.month > 0


def _state(source: Source) -> str:
    date = read_issued(source.text)
    return state_of(date) if isinstance(date, DateFault) else ""


def _escape(value: str) -> str:
    """Keep a bare `%` or `#` and a lone `$` as signs: pandoc would drop the rest of the value, or all of it.

    Of a citation inside the value its key is left: what it cites is not among the sources of the brief.
    """
    value = _SPECIAL.sub(r"\\\g<0>", _CITE.sub("", value))
    return _DOLLAR.sub(r"\\\g<0>", value) if len(_DOLLAR.findall(value)) % 2 else value
