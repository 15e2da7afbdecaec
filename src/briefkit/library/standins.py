"""A source in, the values in it that stand in for something else out: those of manuals, templates and chat bots.

Names of hosts are those that RFC 2606 and RFC 6761 set apart for examples; 10.1234 is a prefix used in manuals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.dates import is_stand_in
from briefkit.library.names import split_names
from briefkit.library.twins import doi_of
from briefkit.library.words import LONGEST, fold
from briefkit.model import Source
from briefkit.patterns import regex

_HOST = regex(
    r"(?:https?://)?([\w.-]*\b(?:example\.(?:com|net|org)|localhost)|[\w.-]+\.(?:example|invalid))(?=[:/?#]|$)",
    re.IGNORECASE,
)
_BOT = regex(
    r"[?&;]((?:utm_source|referrer)=(?:chatgpt|openai|perplexity|copilot|grok|claude|gemini)[\w.-]*)", re.IGNORECASE
)
_THING = "paper|article|book|chapter|report|document|thesis|work|page|web ?page|source|publication"
_TITLE = regex(
    rf"(?:todo|fixme|tbd|tba|x{{3,8}}|placeholder|lorem ipsum.*|(?:the |your |insert )?title(?: goes)?(?: here)?"
    rf"|(?:the |insert )?title of (?:the |your |this )?(?:{_THING})(?: here)?"
    rf"|(?:your |example |sample )(?:{_THING}|title)(?: title)?"
    rf"|(?:{_THING}) title"
    # the entries of a new library
    r"|replace this entry by your (?:first|second) source|remplacez cette entree par votre (?:premiere|deuxieme) source"
    r"|ersetzen sie diesen eintrag durch ihre (?:erste|zweite) quelle"
    r"|sustituya esta entrada por su (?:primera|segunda) fuente"
    r"|substitua esta entrada pela sua (?:primeira|segunda) fonte)"
)
_JOURNAL = regex(r"(?:the )?(?:name of (?:the )?journal|journal name|journal title|journal of examples|your journal)")
_NOTHING = frozenset(("unknown", "null", "none", "undefined", "n a", "nan", "tbd", "tba", "todo", "no title"))
"""What programs and forms write where there is nothing."""

_FORM = frozenset(
    (
        "an optional note",
        "how it was published",
        "the address",
        "the address of the publisher",
        "the institution that published",
        "the name of the publisher",
        "the name of the series",
        "the organization",
        "the school where the thesis was written",
        "the title of the book",
        "the title of the work",
    )
)
"""The words of the form that most manuals of BibTeX give, one entry for each type."""

_FORM_FIELDS = "address booktitle howpublished institution location note organization publisher school series".split()
_SHORT = 12
_NAMED = ("publisher", "journaltitle", "journal", "booktitle", "institution", "school")
_NO_FIGURE = regex(r"(?P<page>x{2,4}|\?{1,4})\s*(?:-{1,2}|\u2013)\s*(?P=page)|x{4,9}|\?+|n/a", re.IGNORECASE)
FIGURES = ("pages", "volume", "number", "issue", "edition", "eid")
"""Fields that are a figure: without it the source is found all the same."""

_NO_DOI = regex(r"(?<=[/.])(?:x{3,}|n{4,}|y{4,}|\?+)(?=[/.]|\Z)")
"""What publishers have in the DOI of their forms: `10.1145/nnnnnnn.nnnnnnn`."""


# fmt: off
_NOBODY = frozenset((
    "author a", "author first", "author name", "author one", "family given", "first author", "first last",
    "firstname lastname", "last first", "lastname firstname", "name surname", "surname given name", "your name",
))
# fmt: on
_TELLING = regex(r"name|doe|author|given|first|last", re.IGNORECASE)
"""What is in all of these names: an author without it is not taken apart."""

_DOES = frozenset(("doe john", "john doe", "doe jane", "jane doe", "doe j"))
_SMITHS = _DOES | frozenset(("smith john", "john smith", "smith jane", "jane smith", "smith j"))


def find_stand_ins(source: Source) -> Iterator[tuple[str, str]]:
    """The fields of a source whose values stand in for something else, each with what is wrong with it."""
    values = {name: field.value[:LONGEST].strip() for name, field in source.fields.items()}
    doi, field = doi_of(source)
    if doi.startswith("10.1234/"):
        yield field, f"{doi} is a DOI of examples"
    elif _NO_DOI.search(doi):
        yield field, f"{doi} is the DOI of a form"
    if host := _HOST.match(values.get("url", "")):
        yield "url", f"{host[1]} is a host of examples"
    elif bot := _BOT.search(values.get("url", "")):
        yield "url", f"'{bot[1]}' in the address says that a chat bot gave it"
    for name in ("date", "year"):
        if is_stand_in(values.get(name, "")):
            yield name, f"'{values[name][:20]}' is no year of a source"
    yield from _find_words(values)


def _find_words(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, pattern in (("title", _TITLE), ("journaltitle", _JOURNAL), ("journal", _JOURNAL)):
        if pattern.fullmatch(fold(values.get(name, ""))):
            yield name, f"'{values[name]}' stands in for a title"
    for name in _NAMED:
        if len(values.get(name, "")) <= _SHORT and fold(values.get(name, "")) in _NOTHING:
            yield name, f"'{values[name]}' stands in for a name"
    for name in _FORM_FIELDS:
        if values.get(name, "").startswith(("The ", "An ", "How ")) and fold(values[name]) in _FORM:
            yield name, f"'{values[name]}' is what a form says"
    for name in FIGURES:
        value = values.get(name, "")
        if _NO_FIGURE.fullmatch(value) or (name == "pages" and value.lower() == "xxx"):
            yield name, f"'{value}' stands in for {'pages' if name == 'pages' else 'a figure'}"
    author = values.get("author", "")
    if not _TELLING.search(author):
        return
    names = [fold(name.text) for name in split_names(author) if any(name.parts)]
    if any(name in _NOBODY for name in names):
        yield "author", f"'{values['author']}' stands in for a name"
    elif len(names) > 1 and _DOES & set(names) and set(names) <= _SMITHS | {"others"}:
        yield "author", f"'{values['author']}' are the names of examples"
