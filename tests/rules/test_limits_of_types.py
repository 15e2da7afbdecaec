"""Each limit of each built-in type, in five languages: a brief within it is silent, one beyond it is told of it.

The briefs are made from the types themselves: every section that a type needs, under a heading in the words of the
language, then one thing changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import pytest

from briefkit import packaged
from briefkit.brief_types import BriefType, Need, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.model import Finding, Severity
from briefkit.pandoc import Worker
from briefkit.parse.heading_words import HEADINGS
from briefkit.parse.lengths import words_by_section
from briefkit.parse.roles import ROLES
from tests.building import check_text, make_brief

CODES = ("DOC802", "DOC807", "DOC830", "DOC831")
LANGUAGES = ("en", "fr", "de", "es", "pt")
STATUS_QUO = {"en": "No change", "fr": "Statu quo", "de": "Status quo", "es": "Sin cambios", "pt": "Sem mudanças"}
TYPES = [make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES) for name in BRIEF_TYPES]

Section = tuple[str, str]
"""A role and the text below its heading."""


def heading(role: str, lang: str) -> str:
    return HEADINGS[lang][role][0] if role else "Xyz"


def written(kind: BriefType, lang: str, sections: Sequence[Section]) -> str:
    """A brief of a type that has these sections."""
    head = f"---\ntitle: T\ntype: {kind.name}\nlang: {lang}\n---\n\n"
    return head + "".join(f"# {heading(role, lang)}\n\n{text}\n\n" for role, text in sections)


def items(number: int, first: str) -> str:
    return "".join(f"- {word}.\n" for word in (first, *("la" for _ in range(number - 1))))


def complete(kind: BriefType, lang: str) -> list[Section]:
    """All that a type needs and counts, in its order."""
    texts = {need.roles[0]: "la" for need in kind.needs}
    for part, bounds in kind.counts.items():
        if bounds.least:
            texts[part] = items(bounds.least, STATUS_QUO[lang])
    ranks = {role: rank for rank, group in enumerate(kind.order.groups) for role in group}
    return sorted(texts.items(), key=lambda section: ranks.get(section[0], 1))


def found(text: str, pandoc: Worker, code: str = "") -> list[Finding]:
    """What the rules about types find."""
    return [f for f in check_text(text, pandoc) if f.code in CODES and code in f.code]


def lengthened(kind: BriefType, role: str, words: int, pandoc: Worker) -> str:
    """A complete brief in which a section, or the whole of it without a role, has this number of words."""
    sections = [section for section in complete(kind, "en") if not role or section[0] != role]
    have = 0 if role else sum(words_by_section(make_brief(written(kind, "en", sections), pandoc)))
    ranks = {one: rank for rank, group in enumerate(kind.order.groups) for one in group}
    at = sum(ranks.get(one, 1) < ranks.get(role, 1) for one, _ in sections)
    sections.insert(at, (role, "la " * (words - have)))
    return written(kind, "en", sections)


def lengths() -> Iterator[tuple[BriefType, str, int, Severity | None]]:
    """Each limit of words: how many, and what is told then."""
    for kind in TYPES:
        limits = [("", kind.words)] if kind.words else []
        for role, words in (*limits, *((role, limit.words) for limit in kind.limits for role in limit.roles)):
            yield from ((kind, role, words.aim, None), (kind, role, words.aim + 1, Severity.INFO))
            yield from ((kind, role, words.most, Severity.INFO), (kind, role, words.most + 1, Severity.WARNING))


def counts() -> Iterator[tuple[BriefType, str, int, bool]]:
    """Each number of points at a bound or beyond it, and whether it is allowed."""
    for kind in TYPES:
        for part, bounds in kind.counts.items():
            if bounds.least:
                yield from ((kind, part, bounds.least - 1, False), (kind, part, bounds.least, True))
            if bounds.most:
                yield from ((kind, part, bounds.most, True), (kind, part, bounds.most + 1, False))


def orders() -> Iterator[tuple[BriefType, str, str]]:
    """Each role of a type with one that it stands before or behind."""
    for kind in TYPES:
        for before, after in pairwise(kind.order.groups):
            yield from ((kind, role, after[0]) for role in before)
            yield from ((kind, before[0], role) for role in after[1:])


def needs() -> Iterator[tuple[BriefType, Need]]:
    yield from ((kind, need) for kind in TYPES for need in kind.needs)


@pytest.mark.parametrize(("kind", "lang"), list(product(TYPES, LANGUAGES)))
def test_a_brief_with_all_that_its_type_asks_for_is_silent(kind: BriefType, lang: str, pandoc: Worker) -> None:
    assert found(written(kind, lang, complete(kind, lang)), pandoc) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "need"), list(needs()))
def test_each_section_that_is_missing_is_told(kind: BriefType, need: Need, lang: str, pandoc: Worker) -> None:
    sections = [section for section in complete(kind, lang) if section[0] not in need.roles]
    (one,) = found(written(kind, lang, sections), pandoc, "DOC830")
    assert " or ".join(f"'{role}'" for role in need.roles) in one.message
    assert one.message.endswith(f"({need.guidance})")


@pytest.mark.parametrize(("kind", "role", "words", "severity"), list(lengths()))
def test_each_limit_of_words_begins_with_the_next_word(
    kind: BriefType, role: str, words: int, severity: Severity | None, pandoc: Worker
) -> None:
    told = [f.severity for f in found(lengthened(kind, role, words, pandoc), pandoc)]
    assert told == ([] if severity is None else [severity])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "part", "number", "allowed"), list(counts()))
def test_each_bound_of_a_number_is_kept(
    kind: BriefType, part: str, number: int, allowed: bool, lang: str, pandoc: Worker
) -> None:
    others = [section for section in complete(kind, lang) if section[0] != part]
    here = [(part, items(number, STATUS_QUO[lang]))] if number else []
    is_missing = not number and any(part in need.roles for need in kind.needs)
    told = found(written(kind, lang, [*others, *here]), pandoc, "DOC830" if is_missing else "DOC831")
    assert [f.severity for f in told] == ([] if allowed else [Severity.WARNING])
    assert is_missing or all(f.message.endswith(f"({kind.counts[part].guidance})") for f in told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_options_without_the_status_quo_are_told(lang: str, pandoc: Worker) -> None:
    (kind,) = (kind for kind in TYPES if any(bounds.status_quo for bounds in kind.counts.values()))
    sections = [(role, text.replace(STATUS_QUO[lang], "la")) for role, text in complete(kind, lang)]
    (one,) = found(written(kind, lang, sections), pandoc)
    assert (one.code, "status quo" in one.message) == ("DOC831", True)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "before", "after"), list(orders()))
def test_each_two_sections_of_an_order_may_not_change_places(
    kind: BriefType, before: str, after: str, lang: str, pandoc: Worker
) -> None:
    right = written(kind, lang, [(before, "la"), (after, "la")])
    wrong = written(kind, lang, [(after, "la"), (before, "la")])
    assert found(right, pandoc, "DOC802") == []
    (one,) = found(wrong, pandoc, "DOC802")
    assert (one.severity, one.place.line, [r.place.line for r in one.related]) == (Severity.INFO, 11, [7])
