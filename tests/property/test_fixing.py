"""Generated libraries are fixed: nothing outside an edit changes, no entry is lost, a second time changes nothing."""

from __future__ import annotations

import logging
import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.library.edits import BOM, Span, apply_spans, find_spans
from briefkit.model import Severity
from briefkit.pipeline.fixing import Texts, make_edits
from briefkit.report.diff import write_diff
from briefkit.text import normalise_newlines
from tests.fixing import BIB, findings_on, fix_bytes, library_of
from tests.property.test_library import damaged

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

FAULTY = st.sampled_from((
    ("title", "Water &amp; land &lt;b&gt;"), ("title", "{Water in Africa}"), ("title", "{The {UN} and Water}"),
    ("title", "WATER AND SANITATION IN THE EU"), ("title", "Cafe\u0301 au\nlait &uuml; the\u0301"), ("note", ""),
    ("note", " {} "), ("note", "&#123; &amp;amp; \\&amp;"), ("month", "mai"), ("month", "13"), ("month", "2020-03"),
    ("doi", "https://doi.org/10.1000/a"), ("doi", "doi:10.1000/a\\_b."), ("doi", "x"), ("pages", "1-20"),
    ("pages", "pp. 1-20"), ("pages", "20--1"), ("date", "2020"), ("year", "2019"), ("month", "5"), ("author", "A, B"),
    ("url", "https://a.example/?a=1&amp;b=\"2\""), ("title", 'He said &quot;no&quot; {"}'), ("note", "@misc{x &amp; y"),
    ("keywords", "a\n  b"), ("title", "x % y &amp;"),
    ("author", "A. Doe, B. Roe,\n C. Poe"), ("editor", "Doe, A.; Roe, B."), ("author", "Doe A, Roe B and Jane Poe"),
))  # fmt: skip
DELIMITERS = st.sampled_from((("{", "}"), ("{", "}"), ('"', '"')))
BLANKS = st.sampled_from(("\n  ", "\n  ", " ", "\n", "\t", "\n  % note\n  "))
ENDS = st.sampled_from((",\n", "\n", "", ",", ", % the end\n"))


@st.composite
def faulty(draw: st.DrawFn) -> str:
    """A library with faults that can be fixed, and some that cannot."""
    entries = []
    for number in range(draw(st.integers(1, 4))):
        opening, closing = draw(st.sampled_from((("{", "}"), ("{", "}"), ("(", ")"))))
        fields = []
        for name, value in draw(st.lists(FAULTY, max_size=5)):
            left, right = draw(DELIMITERS)
            is_odd = left == '"' and '"' in value
            typed = f"{{{value}}}" if is_odd else f"{left}{value}{right}"
            typed += draw(st.sampled_from(("", "", "", "", ' # "x"', " # jan")))
            fields.append(f"{draw(BLANKS)}{name}{draw(st.sampled_from((' = ', '=')))}{typed}")
        entries.append(f"@misc{opening}k{number},{','.join(fields)}{draw(ENDS)}{closing}")
    return "\n\n".join(entries) + draw(st.sampled_from(("", "\n", "\n% end")))


NEWLINES = st.sampled_from(("\n", "\n", "\r\n", "\r"))
MARKS = st.sampled_from((b"", b"", BOM))
FILES = st.builds(
    lambda text, newline, mark: mark + re.sub("\r\n|\r|\n", newline, text.replace("\0", "")).encode(),
    faulty() | st.builds(lambda a, b: a + "\n" + b, faulty(), damaged()),
    NEWLINES,
    MARKS,
)


@given(FILES, st.booleans())
@settings(max_examples=100, deadline=None)
def test_to_fix_twice_changes_nothing_more(data: bytes, unsafe: bool) -> None:
    fixed = fix_bytes(data, unsafe=unsafe)
    assert fix_bytes(fixed, unsafe=unsafe) == fixed


@given(FILES, st.booleans())
@settings(max_examples=100, deadline=None)
def test_fixing_comes_to_an_end(data: bytes, unsafe: bool) -> None:
    assert fix_bytes(data, unsafe=unsafe, rounds=5) == fix_bytes(data, unsafe=unsafe)


@given(FILES, st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_entry_is_lost_and_no_field_but_the_empty_and_the_conflicting(data: bytes, unsafe: bool) -> None:
    before, after = library_of(data), library_of(fix_bytes(data, unsafe=unsafe))
    assert list(before.sources) == list(after.sources)
    assert before.counted == after.counted
    for key, source in before.sources.items():
        gone = source.fields.keys() - after.sources[key].fields.keys()
        may_go = ("year", "month") if unsafe else ()
        assert all(name in may_go or not source.fields[name].value.strip(" {}\n") for name in gone)
        assert not after.sources[key].fields.keys() - source.fields.keys()


@given(FILES, st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_new_error_appears(data: bytes, unsafe: bool) -> None:
    def errors(some: bytes) -> Counter[str]:
        return Counter(f.code for f in findings_on(some) if f.severity is Severity.ERROR)

    assert not errors(fix_bytes(data, unsafe=unsafe)) - errors(data)


@given(FILES)
@settings(max_examples=100, deadline=None)
def test_a_finding_that_was_fixed_is_gone(data: bytes) -> None:
    """One at a time: what others do to the same entry must not hide it."""
    told = Counter((f.code, f.subject, f.message) for f in findings_on(data))
    for finding in findings_on(data):
        texts = Texts({BIB: data})
        if finding.fix and make_edits(texts, [finding]):
            again = Counter((f.code, f.subject, f.message) for f in findings_on(texts.read(BIB)))
            what = finding.code, finding.subject, finding.message
            assert again[what] < told[what] or finding.code == "BIB308"  # an entity made of entities takes two rounds


@given(FILES)
@settings(max_examples=100, deadline=None)
def test_what_is_outside_of_the_edits_stays_byte_for_byte(data: bytes) -> None:
    edits = [edit for f in findings_on(data) if f.fix for edit in f.fix.edits]
    text = normalise_newlines(data.decode("utf-8-sig"))
    for spans in find_spans(BIB, text, edits):
        kept = apply_spans(data, spans)
        pieces, done = [], 0
        for span in sorted(spans):
            pieces.append(text[done : span.start])
            done = span.end
        pieces.append(text[done:])
        newlines = re.findall(b"\r\n|\r|\n", kept)
        assert len(set(newlines)) <= len(set(re.findall(b"\r\n|\r|\n", data)))
        assert kept.startswith(BOM) == data.startswith(BOM)
        rest = normalise_newlines(kept.decode("utf-8-sig"))
        for piece in pieces:
            assert piece in rest
            rest = rest[rest.index(piece) + len(piece) :]


@given(st.text(st.sampled_from("ab\r\n\u00e9\ufeff"), max_size=20), MARKS, st.lists(st.integers(0, 20), max_size=6))
def test_spans_of_the_text_are_found_in_the_bytes(text: str, mark: bytes, cuts: list[int]) -> None:
    """To replace characters by themselves changes nothing."""
    data = mark + text.encode()
    plain = normalise_newlines(data.decode("utf-8-sig"))
    cuts = sorted({min(cut, len(plain)) for cut in cuts})
    spans = [
        Span(start, end, plain[start:end])
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if "\n" not in plain[start:end]
    ]
    assert apply_spans(data, spans) == data


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcdxy"), max_size=30), st.booleans())
def test_a_diff_holds_all_of_the_new_lines_and_all_of_the_old(old: list[str], new: list[str], ended: bool) -> None:
    before, after = "\n".join(old), "\n".join(new) + "\n" * ended
    diff = write_diff("f", before, after)
    assert bool(diff) == (before != after)
    added = Counter(line[1:] for line in diff.split("\n")[2:] if line.startswith("+"))
    removed = Counter(line[1:] for line in diff.split("\n")[2:] if line.startswith("-"))
    assert Counter(before.split("\n")) - removed + added == Counter(after.split("\n")) or "\\ No newline" in diff
