"""The limits of words of a type in each of its languages: at a limit nothing, a word above it a hit.

The words are those of the language, with its elisions and hyphens; what counts is what stands between blanks. The
limits of the other types are tried in one language, by tests/rules/test_limits_of_types.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefkit import packaged
from briefkit.brief_types import BriefType, Words, make_type
from briefkit.check import make_case
from briefkit.pandoc import Worker
from briefkit.parse.heading_words import HEADINGS
from briefkit.parse.roles import ROLES
from briefkit.rules import too_long
from tests.building import make_brief, make_library

TEN_WORDS = {
    "en": "The state-run pumps aren\u2019t repaired before the long dry season.",
    "fr": "L\u2019eau n\u2019arrive qu\u2019aux villages-centres : c\u2019est ce que dit le maire.",
    "de": "Die Trinkwasser- und Abwasserwerke der Stadt werden nicht rechtzeitig repariert.",
    "es": "¿Por qué no se reparan las bombas antes del verano?",
    "pt": "As bombas dizem-se reparadas, mas a água d\u2019aldeia não corre.",
}
LANGUAGES = tuple(TEN_WORDS)


def words(number: int, lang: str) -> str:
    """So many words of a language, ten to a paragraph."""
    tens, rest = divmod(number, 10)
    short = [" ".join([TEN_WORDS[lang].split()[0]] * rest)] if rest else []
    return "\n\n".join([TEN_WORDS[lang]] * tens + short)


def limits(kind: BriefType, lang: str) -> Iterator[tuple[str, Words]]:
    """The heading below which each limit of a type counts, and the limit; no heading for that of the whole brief."""
    if kind.words:
        yield "", kind.words
    for limit in kind.limits:
        for role in limit.roles:
            yield f"# {next(iter(HEADINGS[lang][role])).capitalize()}\n\n", limit.words


def steps(text: str, kind: BriefType, lang: str, pandoc: Worker) -> list[int]:
    """By how much each hit of the rule moves its severity."""
    brief = make_brief(f"---\ntitle: T\nlang: {lang}\ntype: {kind.name}\n---\n\n{text}\n", pandoc)
    return [hit.step for hit in too_long.check(make_case(brief, make_library(), (), kind=kind))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_limit_holds_in_every_language(lang: str, pandoc: Worker) -> None:
    kind = make_type("issue", packaged.built_in_type("issue"), "issue.toml", ROLES)
    for heading, limit in limits(kind, lang):
        numbers = (limit.aim, limit.aim + 1, limit.most + 1)
        found = [steps(heading + words(number, lang), kind, lang, pandoc) for number in numbers]
        assert found == [[], [-1], [0]], heading
