"""A review in, the pages around the brief in its Word report out: a summary before it, tables of its claims and of what
its recommendations rest on behind it.

They are in English, as the messages of the rules are; the words of the brief stand in them in its own language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefkit.assemble import tree
from briefkit.assemble.direction import LTR, RTL, direction, runs_leftward
from briefkit.assemble.tree import Node
from briefkit.evidence.trace import Support, Trace, trace_recommendations
from briefkit.model import OPEN, Account, Finding, Place, Severity, Unreadable
from briefkit.patterns import regex
from briefkit.render.word_nodes import PAGE_BREAK, styled, styled_span
from briefkit.render.word_sheet import Style
from briefkit.report.counts import Counts, count
from briefkit.report.naming import Names
from briefkit.report.printed import readable
from briefkit.report.review import Review, Reviewed
from briefkit.report.review_page.numbered import Finder, number_sentences
from briefkit.report.review_page.whereabouts import whereabouts
from briefkit.report.review_page.words import STATUS_WORDS, severities, verdict
from briefkit.report.waivers import Waivers
from briefkit.report.word_comments import safe
from briefkit.text import plural, shorten

SOURCED = "“Sourced” means that a source is named and known, not that it says so."

NUMBERED = (
    "The numbers are those of all sentences, as on the report\u2019s web page; what claims nothing is left out. "
    "A source stands with its title where it first comes; its address is in the references."
)

MOST_LISTED = 500
"""How many findings the table of the first page has, the gravest if there are more."""

MOST_NUMBERS = 40
"""How many claims and sources of a recommendation are listed."""

SHORT, FULL = 60, 120
"""How many characters of a reference stand where it comes again, and where it first comes."""

ADDRESS = regex(r"\s*\bhttps?://\S+")

FEW = 12
"""So many findings that no words of the body show stand before the brief; more would keep a reviewer from it."""

PAGE_STYLES = (
    Style("Review Title", based="Normal", font="sans", size=34, bold=True, colour="ink", before=0, after=60, line=252),
    Style("Review Text", based="Normal", font="sans", size=18, before=0, after=80, line=264),
    Style(
        "Review Verdict",
        based="Review Text",
        size=22,
        bold=True,
        colour="accent",
        before=120,
        after=80,
        keep_next=True,
    ),
    Style("Review Foot", based="Review Text", size=15, colour="quiet", before=0),
    Style("Review Open", kind="character", bold=True, colour="accent"),
)


def summary_page(review: Review, one: Reviewed, comments: int, left: Sequence[Finding]) -> list[Node]:
    """What a reviewer reads first: the verdict, the claims by status, and the findings that no words of the body show.

    `left` are these, of the brief and of its libraries; the gravest come first.
    """
    brief, others = one.checked.brief, left
    counts = count(one.checked.accounts, [*one.checked.findings, *review.report.library])
    date = f", dated {brief.front.date}" if brief.front.date else ""
    title = one.printed.document.meta.title if one.printed else brief.front.title
    tools = ", ".join(f"{name} {version}" for name, version in review.tools.items())
    made = [
        styled("Review Title", [tree.para(_text("Review"))]),
        _line(f"{title} ({brief.path}{date})"),
        styled("Review Verdict", [tree.para(_text(verdict(counts)))]),
        _line(f"Found: {severities(counts)}. {SOURCED}"),
        _line(_where_to_look(comments, len(others))),
        _line(_how_to_answer(brief.path)),
        styled(
            "Review Foot", [tree.para(_text(f"Made by {tools}."))]
        ),  # behind the tables it could stand on a page alone
        *_unreadable(review.report.unreadable),
        *_by_status(counts),
        *_by_section(one, [*one.checked.findings, *review.report.library]),
        *(_elsewhere(others) if len(others) <= FEW else ()),
    ]
    return [_english(made), PAGE_BREAK]


def others_page(left: Sequence[Finding]) -> list[Node]:
    """The findings that no words of the body show, on the last pages where they are too many for the first."""
    if len(left) <= FEW:
        return []
    title = styled("Review Title", [tree.para(_text("Findings not in the text"))])
    return [PAGE_BREAK, _english([title, *_elsewhere(left, heading="")])]


def lone_summary(review: Review) -> list[Node]:
    """The summary where no brief could be read."""
    title = styled("Review Title", [tree.para(_text("Review"))])
    none = [] if review.report.unreadable else [_line("There was no brief to look at.")]
    others = _elsewhere(list(review.report.findings))
    return [_english([title, *none, *_unreadable(review.report.unreadable), *others])]


def _where_to_look(comments: int, others: int) -> str:
    told = f"{plural(comments, 'finding')} {'is a comment' if comments == 1 else 'are comments'} in the text"
    where = "in the table below" if others <= FEW else "in the last table"
    listed = f"; {others} {'is' if others == 1 else 'are'} {where}" if others else ""
    return f"{told}{listed}. The last pages list the claims, with room for a reviewer."


def _how_to_answer(path: str) -> str:
    """How what a reviewer does in the file comes back to the brief."""
    return (
        f"Answer and resolve comments, or add your own. Changes are tracked; the authors carry them over into {path}."
    )


def _unreadable(unreadable: Sequence[Unreadable]) -> Iterator[Node]:
    for one in unreadable:
        hint = f" ({one.hint})" if one.hint else ""
        yield _line(f"Not checked: {one.message}{hint}")


def _by_status(counts: Counts) -> Iterator[Node]:
    numbers = dict(counts.by_status)
    rows = [
        [_plain(word), _plain(str(numbers[status])), _plain(meaning)]
        for status, (_, word, meaning) in STATUS_WORDS.items()
        if numbers[status]
    ]
    if rows:
        yield _heading("Sentences by status")
        yield _table(("Status", "Sentences", "When"), (0.2, 0.15, 0.65), rows)


def _by_section(one: Reviewed, findings: Sequence[Finding]) -> Iterator[Node]:
    """Where the open sentences stand: claims without a source, and what a warning or an error is about."""
    checked, find = one.checked, Finder(one.checked.brief.path, one.checked.accounts)
    found = {_sentence(finding, find) for finding in findings if finding.severity > Severity.INFO}
    opened = [a.sentence.place for n, a in enumerate(checked.accounts, 1) if a.status in OPEN or n in found]
    where = whereabouts(checked.brief, opened, "")
    lang = checked.brief.front.language
    rows = [
        [
            _foreign(row["title"], lang, direction(lang)) if row["title"] else _plain("Before the first heading"),
            _plain(str(row["number"])),
        ]
        for row in where["rows"]
    ]
    if where["others"]:
        rows.append([_plain(f"{where['others']} other sections"), _plain(str(where["rest"]))])
    if rows:
        yield _heading("Open sentences by section")
        yield _table(("Section", "Open"), (0.5, 0.15), rows)


def _sentence(finding: Finding, find: Finder) -> int:
    """The number of the sentence that a finding is about, or that one in a library names; 0 where there is none."""
    own = finding.place.path == find.path
    places = [finding.place] if own else [related.place for related in finding.related]
    return next((number for place in places if (number := find(place))), 0)


def _elsewhere(findings: Sequence[Finding], heading: str = "Not in the text") -> Iterator[Node]:
    """The findings that are about no words of the body."""
    more = len(findings) - MOST_LISTED
    listed = sorted(findings, key=lambda f: -f.severity)[:MOST_LISTED]
    rows = [
        [
            _plain(_where(finding.place)),
            _plain(f"{finding.severity.label.capitalize()} \u00b7 {finding.code} {finding.name}"),
            _plain(finding.message, *([f"Hint: {finding.hint}"] if finding.hint else [])),
        ]
        for finding in listed
    ]
    if rows:
        yield from [_heading(heading)] if heading else []
        yield _table(("Where", "Rule", "What"), (0.24, 0.26, 0.5), rows)
    if more > 0:
        yield _line(f"{more} more are not listed here: briefkit check tells all.")


def _where(place: Place) -> str:
    return f"{place.path}, line {place.line}"


# --- the claims -------------------------------------------------------------------------------


def claims_page(one: Reviewed) -> list[Node]:
    """The claims of a brief, with their numbers among all its sentences, and room for a reviewer."""
    lang, numbers = one.checked.brief.front.language, number_sentences(one.checked.accounts)
    sources = _Sources(one, numbers)
    rows = [
        [
            _plain(f"{number}"),
            _foreign(readable(account.sentence), lang, direction(lang)),
            _status(account),
            [block for text in sources.of(number, account) for block in _foreign(text, lang, _way(text))],
            [],
        ]
        for account in one.checked.accounts
        if account.status != "not-a-claim"
        for number in (numbers[account.sentence.place],)
    ]
    title = styled("Review Title", [tree.para(_text("Claims"))])
    if not rows:
        return [PAGE_BREAK, _english([title, _line("No sentence states something that a reader could check.")])]
    told = _line(NUMBERED)
    head = ("No.", "Claim", "Status", "Source", "Reviewer")
    return [PAGE_BREAK, _english([title, told, _table(head, (0.06, 0.35, 0.14, 0.31, 0.14), rows)])]


def _status(account: Account) -> list[Node]:
    words = _text(STATUS_WORDS[account.status][1])
    return [tree.para([styled_span("Review Open", words)] if account.status in OPEN else words)]


class _Sources:
    """What stands behind the claims of a brief: each reference in full once, then its beginning."""

    def __init__(self, one: Reviewed, numbers: Mapping[Place, int]) -> None:
        self.one, self.numbers = one, numbers
        self.waivers = Waivers(one.checked.brief)
        self.told: dict[str, int] = {}

    def of(self, number: int, account: Account) -> list[str]:
        """The sources of the claim of this number, each a line."""
        sentence = account.sentence
        named = [self.named(number, citation.key, citation.locator) for citation in sentence.citations]
        if account.status == "restated" and account.covered_at:
            again = self.numbers.get(account.covered_at[0])
            named.append(f"says {f'claim {again}' if again else f'line {account.covered_at[0].line}'} again")
        elif account.scope or not named:
            named += [self.named(number, key, "") for key in account.covered_by]
        reasons = [mark.reason for mark in sentence.marks] + [self.waivers.reason(account)]
        return list(dict.fromkeys([*named, *filter(None, reasons)]))

    def named(self, number: int, key: str, locator: str) -> str:
        """The reference of an entry, or its key where there is none."""
        if key not in self.one.sources:
            return f"{key} (not in the library)"
        first = self.told.setdefault(key, number)
        reference = ADDRESS.sub("", self.one.references.get(key) or key) or key
        known = [f"in full at {first}"] if first < number else []
        rest = "; ".join([*([locator] if locator else []), *known])
        return shorten(reference, SHORT if known else FULL) + (f" ({rest})" if rest else "")


# --- the recommendations ----------------------------------------------------------------------


def traces_page(one: Reviewed) -> list[Node]:
    """The recommendations of a brief, with the numbers of the claims behind them and the sources of these."""
    checked = one.checked
    found = trace_recommendations(checked.brief, checked.accounts)
    if not any(trace.supports for trace in found):
        return []
    numbers, lang = number_sentences(checked.accounts), checked.brief.front.language
    name = Names(checked.brief, one.exhibits)
    rows = [
        [
            _plain(f"{number}"),
            [*_foreign(trace.point.text, lang, direction(lang)), *_plain(*_who_and_when(trace))],
            _plain(*(_rests_on(support, name(support), numbers) for support in trace.supports)) or _plain("nothing"),
            [block for text in _short_references(one, trace) for block in _foreign(text, lang, _way(text))],
        ]
        for number, trace in enumerate(found, 1)
    ]
    title = styled("Review Title", [tree.para(_text("What the recommendations rest on"))])
    told = _line("The numbers are those of the claims above; × marks those behind which nothing stands.")
    head = ("No.", "Recommendation", "Rests on", "Sources")
    return [PAGE_BREAK, _english([title, told, _table(head, (0.06, 0.32, 0.28, 0.34), rows)])]


def _who_and_when(trace: Trace) -> list[str]:
    told = (trace.point.attributes.get(name, "") for name in ("actor", "by", "measure"))
    line = ", ".join(part for part in told if part)
    return [line] if line else []


def _rests_on(support: Support, title: str, numbers: Mapping[Place, int]) -> str:
    """`What it costs: 7, 8, × 9`."""
    name = title[:1].upper() + title[1:] or support.name or "cited in it"
    if not support.found:
        return f"{name}: × not in the brief"
    shown = support.claims[:MOST_NUMBERS]
    told = [f"{'× ' if a.status in OPEN else ''}{numbers[a.sentence.place]}" for a in shown]
    more = [f"{len(support.claims) - len(shown)} more"] if len(support.claims) > len(shown) else []
    return f"{name}: {', '.join([*told, *more]) or ('a table or figure' if support.shows else '× nothing is claimed')}"


def _short_references(one: Reviewed, trace: Trace) -> list[str]:
    return [
        shorten(ADDRESS.sub("", one.references.get(key) or key), SHORT)
        if key in one.sources
        else f"{key} (not in the library)"
        for key in trace.keys[:MOST_NUMBERS]
    ]


# --- blocks -----------------------------------------------------------------------------------


def _text(text: str) -> list[Node]:
    return tree.words(safe(text))


def _line(text: str) -> Node:
    return styled("Review Text", [tree.para(_text(text))])


def _heading(text: str) -> Node:
    return styled("Caption", [tree.para(_text(text))])


def _plain(*lines: str) -> list[Node]:
    return [tree.para(_text(line)) for line in lines]


def _foreign(text: str, lang: str, way: str) -> list[Node]:
    """Words that are not ours, in their language and their direction."""
    return [tree.div((), _plain(text), {"lang": lang, "dir": way})]


def _way(text: str) -> str:
    """The direction of a text by its first letter."""
    return RTL if runs_leftward(next((letter for letter in text if letter.isalpha()), "")) else LTR


def _english(blocks: Sequence[Node]) -> Node:
    return tree.div((), blocks, {"lang": "en", "dir": "ltr"})


def _table(head: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Sequence[Node]]]) -> Node:
    """A table with a head and these shares of the width."""
    top = [_cell("Table Heading", _plain(name)) for name in head]
    body = [[_cell("Table Text", blocks) for blocks in row] for row in rows]
    return tree.table([("AlignLeft", share) for share in shares], [top], body)


def _cell(style: str, blocks: Sequence[Node]) -> list[Node]:
    return [styled(style, blocks)] if blocks else []
