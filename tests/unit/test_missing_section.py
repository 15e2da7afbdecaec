"""What a brief lacks of its type: keys of the front matter that say what a section would."""

from __future__ import annotations

import pytest

from briefkit.brief_types import BriefType, Need
from briefkit.pandoc import Worker
from briefkit.rules import missing_section
from briefkit.rules.missing_section import _hint, find_missing
from tests.building import make_brief

KIND = BriefType("evidence", needs=(Need(("conflicts",)),))


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that holds no text of the brief stands for a section."""
    monkeypatch.setattr(missing_section, "IN_FRONT", {"conflicts": ("no-such-key", "disclaimer")})


def missing(head: str, runner: Worker) -> bool:
    return bool(find_missing(make_brief(f"---\ntitle: T\n{head}---\n\nText.\n", runner), KIND))


def test_a_key_of_the_front_matter_stands_for_a_section(pandoc: Worker) -> None:
    assert not missing("disclaimer: We own a pump.\n", pandoc)


@pytest.mark.parametrize("head", ["", "disclaimer:\n", 'disclaimer: ""\n', "subtitle: S\n"])
def test_a_key_without_a_value_says_nothing(head: str, pandoc: Worker) -> None:
    assert missing(head, pandoc)


def test_an_annex_is_not_shown_for_a_section_that_is_missing(pandoc: Worker) -> None:
    annex = make_brief("# Annex A: questions\n\nText.\n", pandoc)
    both = make_brief("# Annex A: questions\n\nText.\n\n# Why pumps fail\n\nText.\n", pandoc)
    assert "Annex" not in _hint(annex, "problem")
    assert "# Why pumps fail {.problem}" in _hint(both, "problem")


def test_a_slip_in_a_heading_is_told_for_its_own_section_alone(pandoc: Worker) -> None:
    slip = make_brief("# Recomendations\n\nText.\n", pandoc)
    assert _hint(slip, "recommendations").startswith("'# Recomendations' is not known: write # Recommendations, or")
    assert "Recomendations" not in _hint(slip, "evidence")
    opinions = make_brief("# Opinions\n\nText.\n", pandoc)
    assert "is not known" not in _hint(opinions, "options")
