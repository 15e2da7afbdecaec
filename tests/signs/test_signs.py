"""Runs the case files beside it: sentences that have a sign or shut a gate, and sentences that come close and do not.

`<lang>.md` has a section for each sign, `gates.md` one for each gate, `doubts.md` one for each doubt, `cases.md` one
for each case, `told.md` one for each sign that is not told wherever it is weighed. Under `fires:` the words that a
sign shows stand in bold; under `silent:` are plain sentences. Where a sentence stands is told at its end, as in
`(role: conclusion)`: `role`, `kind`, `section`, `organisation`, `before` (the sentence before), `data` (where it
stands in a document with data of its own), `own` (how much its document speaks of its authors' work), `near` (how
much the sentences around it do), `signed` (whether it is an account of who signs it), `new` (whether it says that its
data are new) and, but for signs, `lang`, with `; ` between them. `&nbsp;` is a blank as in HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefkit.claims import judge
from briefkit.claims.cases import CASES, find_cases
from briefkit.claims.doubts import DOUBTS, find_doubt
from briefkit.claims.features import look
from briefkit.claims.gates import GATES
from briefkit.claims.lexicon import TABLES
from briefkit.claims.signs import SIGNS, find_signs
from briefkit.claims.telling import TOLD, tell
from briefkit.model import Utterance

HERE = Path(__file__).parent
ITEM = re.compile(
    r"- (?P<text>.+?)(?: \((?P<where>(?:role|kind|section|organisation|before|lang|data|own|near|signed|new): .+)\))?"
)
BOLD = re.compile(r"\*\*(.+?)\*\*")
SHOWS_NO_WORDS = {"long", "recommending", "concluding"}
"""Signs whose words are not in the sentence."""

BY_FUNCTION = {"imperative": "imperative"}
"""Signs that look for a pattern through a function, with its name."""

OF_GATES = {
    "own-result": "own-result",
    "definition": "definition",
    "defining": "defining",
    "rhetoric-case": "imagined",
}
"""Patterns that no sign looks for, with the gate that does."""

OF_DOUBTS = {"would": "would"}
"""The same, with the doubt."""

NOT_OF_SIGNS = ("gates", "doubts", "cases", "told")


@dataclass(frozen=True)
class SignCase:
    """A sentence with what is expected of it: `words` are those in bold."""

    file: str
    name: str
    fires: bool
    text: str
    words: tuple[str, ...] = ()
    where: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def lang(self) -> str:
        """The language of the sentence."""
        return self.where.get("lang", "en") if self.file in NOT_OF_SIGNS else self.file

    @property
    def utterance(self) -> Utterance:
        """The sentence as the detector sees it."""
        context = {name: self.where.get(name, "") for name in ("organisation", "data", "own", "near", "signed", "new")}
        section, role, before = (self.where.get(name, "") for name in ("section", "role", "before"))
        return Utterance(self.text, section, role, before, self.where.get("kind", "paragraph"), context)

    def __str__(self) -> str:
        return f"{self.file}: {self.name}: {'fires' if self.fires else 'silent'}: {self.text}"


def read_cases(path: Path) -> Iterator[SignCase]:
    """The cases of a file."""
    name, fires = "", None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            name, fires = line.removeprefix("## "), None
        elif line in ("fires:", "silent:"):
            fires = line == "fires:"
        elif line.startswith("- "):
            assert fires is not None, f"{path.name}:{number}: a case outside of `fires:` and `silent:`"
            yield read_case(path.stem, name, fires, line)


def read_case(file: str, name: str, fires: bool, line: str) -> SignCase:
    item = ITEM.fullmatch(html.unescape(line))
    assert item is not None, line
    where = dict(part.split(": ", 1) for part in (item["where"] or "").split("; ") if part)
    return SignCase(file, name, fires, item["text"].replace("**", ""), tuple(BOLD.findall(item["text"])), where)


FILES = {path.stem: tuple(read_cases(path)) for path in sorted(HERE.glob("*.md"))}
OF_SIGNS = [case for file, cases in FILES.items() if file not in NOT_OF_SIGNS for case in cases]
GATE_CASES, DOUBT_CASES, CASES_OF_CASES = FILES["gates"], FILES["doubts"], FILES["cases"]
TOLD_CASES = FILES["told"]


@pytest.mark.parametrize("case", [c for c in OF_SIGNS if c.fires], ids=str)
def test_a_sign_is_found_and_shows_its_words(case: SignCase) -> None:
    shown = find_signs(case.utterance, case.lang).get(case.name)
    assert shown is not None
    assert case.name in SHOWS_NO_WORDS or shown == ", ".join(case.words)


@pytest.mark.parametrize("case", [c for c in OF_SIGNS if not c.fires], ids=str)
def test_a_sign_is_not_found_in_what_comes_close(case: SignCase) -> None:
    assert find_signs(case.utterance, case.lang).get(case.name, "") == ""


@pytest.mark.parametrize("case", GATE_CASES, ids=str)
def test_a_gate_shuts_or_does_not(case: SignCase) -> None:
    gate = judge(case.utterance, case.lang).gate
    assert gate == case.name if case.fires else gate != case.name


@pytest.mark.parametrize("case", DOUBT_CASES, ids=str)
def test_a_doubt_holds_or_does_not(case: SignCase) -> None:
    doubt = find_doubt(case.utterance, case.lang, find_signs(case.utterance, case.lang), 0.9)
    assert (doubt is not None and doubt.name == case.name) == case.fires


@pytest.mark.parametrize("case", CASES_OF_CASES, ids=str)
def test_a_sentence_is_in_a_case_or_is_not(case: SignCase) -> None:
    assert (f"case:{case.name}" in find_cases(look(case.utterance, case.lang))) == case.fires


@pytest.mark.parametrize("case", TOLD_CASES, ids=str)
def test_a_sign_is_told_where_its_words_do_what_it_says(case: SignCase) -> None:
    told = tell(find_signs(case.utterance, case.lang), case.text, case.lang)
    assert told.get(case.name, "") == (case.words[0] if case.fires else "")


@pytest.mark.parametrize("case", [c for c in TOLD_CASES if not c.fires], ids=str)
def test_a_sign_that_is_not_told_is_weighed_and_explained_as_such(case: SignCase) -> None:
    if case.name in find_signs(case.utterance, case.lang):
        assert case.name not in {sign.name for sign in judge(case.utterance, case.lang).signs}


# --- nothing is left out ----------------------------------------------------------------------


def count(cases: tuple[SignCase, ...], name: str, fires: bool, lang: str = "") -> int:
    return sum(c.name == name and c.fires is fires and lang in ("", c.lang) for c in cases)


@pytest.mark.parametrize("sign", [rule.name for rule in SIGNS])
@pytest.mark.parametrize("fires", [True, False])
def test_every_sign_has_two_cases_of_each_kind_in_english(sign: str, fires: bool) -> None:
    assert count(FILES["en"], sign, fires) >= 2


@pytest.mark.parametrize(("lang", "pattern"), [(lang, p) for lang in TABLES for p in TABLES[lang]])
def test_every_pattern_has_a_case_of_each_kind_in_its_language(lang: str, pattern: str) -> None:
    signs = [rule.name for rule in SIGNS if pattern in (rule.find, BY_FUNCTION.get(rule.name))]
    others = (DOUBT_CASES, OF_DOUBTS[pattern]) if pattern in OF_DOUBTS else (GATE_CASES, OF_GATES.get(pattern, ""))
    cases, name = (FILES[lang], signs[0]) if signs else others
    assert count(cases, name, True, lang), "no case fires"
    assert count(cases, name, False, lang), "no case is silent"


@pytest.mark.parametrize("gate", [gate.name for gate in GATES])
def test_every_gate_has_cases_of_each_kind(gate: str) -> None:
    assert count(GATE_CASES, gate, True)
    assert count(GATE_CASES, gate, False)


@pytest.mark.parametrize("doubt", [doubt.name for doubt in DOUBTS])
def test_every_doubt_has_cases_of_each_kind(doubt: str) -> None:
    assert count(DOUBT_CASES, doubt, True)
    assert count(DOUBT_CASES, doubt, False)


@pytest.mark.parametrize("sign", TOLD)
def test_every_sign_that_is_not_always_told_has_cases_of_each_kind(sign: str) -> None:
    assert count(TOLD_CASES, sign, True)
    assert count(TOLD_CASES, sign, False)


@pytest.mark.parametrize("case", [case.name for case in CASES])
def test_every_case_has_cases_of_each_kind(case: str) -> None:
    assert count(CASES_OF_CASES, case, True)
    assert count(CASES_OF_CASES, case, False)


def test_only_signs_open_a_gate_or_a_doubt() -> None:
    opening = {name for gate in GATES for name in gate.opened_by} | {name for d in DOUBTS for name in d.opened_by}
    assert opening <= {rule.name for rule in SIGNS}


def test_every_section_is_a_sign_a_gate_a_doubt_or_a_case() -> None:
    assert {c.name for c in OF_SIGNS} <= {rule.name for rule in SIGNS}
    assert {c.name for c in GATE_CASES} <= {gate.name for gate in GATES}
    assert {c.name for c in DOUBT_CASES} <= {doubt.name for doubt in DOUBTS}
    assert {c.name for c in TOLD_CASES} <= set(TOLD)
    assert {c.name for c in CASES_OF_CASES} <= {case.name for case in CASES}
    assert {name for case in CASES for name in case.unlike} <= {rule.name for rule in SIGNS}


@pytest.mark.parametrize("file", FILES)
def test_no_case_stands_twice(file: str) -> None:
    assert len({str(c) + str(c.where) for c in FILES[file]}) == len(FILES[file])
