"""A quotation or a figure cites a long source without saying where in it.

## What it does
Flags a sentence with a quotation of four or more words, or a block quotation, whose sources all have more than ten
pages (books, reports, theses; articles and chapters by their `pages`) and are cited without a page, chapter or the
like. A figure from a book, report or thesis is a remark where the brief elsewhere says a place in the same work. Pages
of the web, data, news, laws and what has a `pubstate` are left alone.

## Why it matters
Nobody reads a book to see whether words are in it. With the page, a reader checks it in a minute.

## Example
    The minister called the plan "a turning point for the whole region" [@smith2021].

## Instead
    The minister called the plan "a turning point for the whole region" [@smith2021, p. 4].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.evidence.quotations import find_quotations
from briefkit.library.ranges import is_long, stands_alone
from briefkit.model import Account, Citation, Place, Severity, Source
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit

CODE = "CIT210"
SEVERITY = Severity.WARNING

FEW = 4
"""How many words a quotation has at least."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each quotation or figure whose sources are long and cited as a whole."""
    long = {source.key: source for source in case.sources if is_long(source)}
    placed = {citation.key for citation in case.brief.citations if citation.locator} if long else ()
    whole = {key: source for key, source in long.items() if key in placed and stands_alone(source)}
    told: set[Place] = set()
    for account in case.accounts if long else ():
        what = _what(case, account) if account.status == "sourced" and account.sentence.citations else ""
        if what and (citation := _unplaced(account.sentence.citations, long if what == QUOTES else whole)):
            message = f"This sentence {what} and cites '{citation.key}' without saying where in it"
            hint = f"add the page, the chapter or the table: [@{citation.key}, p. 3]"
            if where := _outside(case, citation):
                message = (
                    f"This sentence {what} and cites '{citation.key}'; '{where}' behind it is text, and no part of it"
                )
                hint = f"put it in square brackets: [@{citation.key}, {where}]"
            step = -(what != QUOTES)
            told.add(citation.place)
            yield Hit(citation.place, message, hint, subject=account.sentence.plain, step=step)
    for quotation in find_quotations(case.brief).values() if long else ():
        citation = _unplaced(quotation.citations, long) if quotation.blocks and quotation.citations else None
        if citation and citation.place not in told:
            message = f"This block quotation cites '{citation.key}' without saying where in it"
            hint = f"add the page, the chapter or the table: [@{citation.key}, p. 3]"
            yield Hit(citation.place, message, hint, subject=quotation.blocks[0].sentences[0].plain)


QUOTES, FIGURES = "quotes", "gives a figure"


def _what(case: Case, account: Account) -> str:
    """What the sentence does that needs a page, or nothing."""
    words = next((sign.words.split() for sign in account.signs if sign.name == "quotation"), [])
    small = sum(word[:1].islower() for word in words[1:])
    is_quotation = len(words) >= FEW and 2 * small > len(words)  # in the title of a work most words have capitals
    if is_quotation or case.brief.blocks[account.sentence.block].quotation:
        return QUOTES
    return FIGURES if account.kind == "statistic" else ""


BEHIND = regex(
    r"[ ,]{1,3}(?P<where>(?:(?:pp?|chap|ch|table|para|sec|S|art|Art|Kap|cap|pág|tableau|Tabelle)\b|§)\.?[ \u00a0]?"
    r"\d[\d\u2013-]{0,12})"
)
"""A place in a source that stands behind its citation."""


def _outside(case: Case, citation: Citation) -> str:
    """The page that stands behind a citation, without the brackets that would make it a part of it."""
    end = case.lines.offset(*citation.place.end)
    behind = BEHIND.match(case.lines.text, end)
    return behind["where"] if behind else ""


def _unplaced(citations: tuple[Citation, ...], long: Mapping[str, Source]) -> Citation | None:
    """The first of the citations, where all sources are long and none of the citations says more than the key."""
    if any(c.locator or c.suffix or c.key not in long for c in citations):
        return None
    return citations[0]
