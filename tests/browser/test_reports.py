"""The report for reviewers in a real browser: filters, search, keys, deep links, and what is left without a script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, find_chromium
from tests.e2e.command import briefkit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not find_chromium(), reason="Chromium is not installed"),
]
ROOT = Path(__file__).parents[2]
PROJECTS = ROOT / "tests" / "projects"
SHOWN = "[...document.querySelectorAll('.s')].filter(s => s.checkVisibility()).map(s => s.dataset.s)"
HERE = "document.activeElement.closest('.s')?.id ?? ''"
CARD = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.closest('.s').id)"
IN_VIEW = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.closest('.s').getBoundingClientRect())"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the op-ed, and one of three briefs."""
    folder = tmp_path_factory.mktemp("reports")
    shutil.copytree(PROJECTS / "unsourced", folder / "unsourced")
    shutil.copytree(PROJECTS / "pumps", folder / "pumps")
    shutil.copytree(PROJECTS / "water-ar", folder / "water-ar")
    several = ("pumps/pumps.md", "unsourced/op-ed.md", "water-ar/miyah.md")
    for name, briefs in (("one.html", ("unsourced/op-ed.md",)), ("several.html", several)):
        briefkit("check", *briefs, "--fail-on", "never", "--format", "html", "-o", name, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


@pytest.fixture
def one(chromium: Chromium, reports: Path) -> Chromium:
    """The browser with the report of one brief."""
    chromium.open("about:blank", 1200, 800, "light")
    chromium.open((reports / "one.html").as_uri(), 1200, 800, "light")
    return chromium


@pytest.fixture
def several(chromium: Chromium, reports: Path) -> Chromium:
    """The browser with the report of several briefs."""
    chromium.open("about:blank", 1200, 800, "light")
    chromium.open((reports / "several.html").as_uri(), 1200, 800, "light")
    return chromium


def test_the_first_open_claim_is_one_key_away_and_in_view(one: Chromium) -> None:
    one.press("n")
    assert one.run(HERE) == one.run("document.querySelector('.s.open').id")
    assert one.run(IN_VIEW)
    assert one.run(CARD) == ["s-1"]


def test_the_gravest_open_claims_are_in_view_at_load(one: Chromium) -> None:
    assert one.run("(r => r.bottom <= innerHeight)(document.querySelector('.first li').getBoundingClientRect())")


def test_keys_walk_to_and_fro(one: Chromium) -> None:
    for key in "njj":
        one.press(key)
    third = one.run("document.querySelectorAll('.s.open')[2].id")
    assert one.run(HERE) == third
    one.press("p")
    one.press("k")
    assert one.run(HERE) == "s-1"
    one.press("k")
    assert one.run(HERE) == one.run("[...document.querySelectorAll('.s.open')].at(-1).id")


def test_single_keys_can_be_switched_off(one: Chromium) -> None:
    one.press("?")
    assert one.run("document.getElementById('help').open")
    one.run("document.getElementById('keys-on').click()")
    one.press("Escape")
    one.press("n")
    assert one.run(HERE) == ""


def test_a_filter_leaves_what_fits(one: Chromium) -> None:
    one.run(
        "(f => { f.value = 'not-a-claim'; f.dispatchEvent(new Event('change')) })(document.getElementById('f-status'))"
    )
    assert set(one.run(SHOWN)) == {"not-a-claim"}
    assert one.run("document.getElementById('shown').textContent") == "21 of 61 sentences"


def test_a_filter_by_rule_leaves_its_findings_too(one: Chromium) -> None:
    one.run("(f => { f.value = 'CLM103'; f.dispatchEvent(new Event('change')) })(document.getElementById('f-rule'))")
    shown = "[...document.querySelectorAll('.point')].filter(p => p.checkVisibility()).map(p => p.dataset.rules)"
    assert set(one.run(shown)) == {"CLM103"}


def test_search_is_reached_and_left_by_keyboard(one: Chromium) -> None:
    one.press("/")
    for letter in "shaheen":
        one.press(letter)
    assert one.run(SHOWN) == ["unsupported"]
    one.press("Escape")
    assert len(one.run(SHOWN)) == 61


def test_a_deep_link_shows_its_sentence_and_card(chromium: Chromium, reports: Path) -> None:
    chromium.open("about:blank", 1200, 800, "light")
    chromium.open((reports / "one.html").as_uri() + "#s-17", 1200, 800, "light")
    assert chromium.run(
        "(r => r.top >= 0 && r.top < innerHeight)(document.getElementById('s-17').getBoundingClientRect())"
    )
    assert chromium.run(CARD) == ["s-17"]


def test_a_link_to_what_a_filter_hides_clears_the_filter(one: Chromium) -> None:
    one.run(
        "(f => { f.value = 'not-a-claim'; f.dispatchEvent(new Event('change')) })(document.getElementById('f-status'))"
    )
    one.run("new Promise(done => { addEventListener('hashchange', () => done(1)); location.hash = 's-1' })")
    assert one.run("document.getElementById('s-1').checkVisibility()")


def test_tab_alone_reaches_a_sentence_and_escape_closes_its_card(one: Chromium) -> None:
    one.run("document.querySelector('#s-3 .n').focus()")
    one.press("Tab")
    assert one.run(HERE) == "s-4"
    assert one.run(CARD) == ["s-4"]
    one.press("Escape")
    assert one.run(CARD) == []


def test_the_briefs_are_sorted_by_a_column(several: Chromium) -> None:
    order = "[...document.querySelectorAll('.sortable tbody tr')].map(r => Number(r.children[3].dataset.value))"
    button = "document.querySelectorAll('.sortable thead button')[3].click()"
    several.run(button)
    up = several.run(order)
    several.run(button)
    assert (up, several.run(order)) == (sorted(up), sorted(up, reverse=True))


def test_nothing_is_asked_for_and_nothing_is_complained_of(several: Chromium) -> None:
    several.press("n")
    assert (several.requests()[1:], several.complaints()) == ([], [])


def test_without_a_script_the_report_is_whole(chromium: Chromium, reports: Path) -> None:
    chromium.open("about:blank", 1200, 800, "light")
    chromium.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chromium.open((reports / "one.html").as_uri() + "#s-17", 1200, 800, "light")
        assert not chromium.run("document.body.classList.contains('live')")
        assert len(chromium.run(SHOWN)) == 61
        assert chromium.run(CARD) == ["s-17"]
        assert not chromium.run("document.getElementById('rail').checkVisibility()")
    finally:
        chromium.call("Emulation.setScriptExecutionDisabled", value=False)
